//! What follows from a roadmap and the learner's progress: values, not sentences.

mod activity;
mod advice;
mod choice;
mod completion;
mod coverage;
mod fuzzy;
mod next;
mod pace;
mod portfolio;
mod search;
#[cfg(test)]
mod sketch;
mod week;

pub use activity::{Activity, Streak};
pub use advice::{Fact, Held, advice};
pub use choice::{is_beside, is_made, picked_groups, picked_topics};
pub use completion::{Completion, Count, Tally};
pub use coverage::{Coverage, SectionRows};
pub use fuzzy::{Alphabet, Fit, Fuzzy, Letters, Query};
pub use next::{Next, Reason, next};
pub use pace::{BurnUp, Forecast, Point};
pub use portfolio::{Piece, Portfolio, Showing, Suggestion};
pub use search::{Index, Item, Kind, Lead, Search};
pub use week::Week;
