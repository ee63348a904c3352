//! What follows from a roadmap and the learner's progress: values, not sentences.

mod activity;
mod advice;
mod choice;
mod completion;
mod coverage;
mod next;
mod pace;
mod portfolio;
#[cfg(test)]
mod sketch;
mod week;

pub use activity::{Activity, Streak};
pub use advice::{Fact, Held, advice};
pub use choice::{is_beside, is_made, picked_groups, picked_topics};
pub use completion::{Completion, Count, Tally};
pub use coverage::{Coverage, SectionRows};
pub use next::{Next, Reason, next};
pub use pace::{BurnUp, Forecast, Point};
pub use portfolio::{Piece, Portfolio, Showing, Suggestion};
pub use week::Week;
