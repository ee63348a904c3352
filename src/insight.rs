//! What follows from a roadmap and the learner's progress: values, not sentences.

mod completion;
mod next;

pub use completion::{Completion, Count, Tally};
pub use next::{Next, next};
