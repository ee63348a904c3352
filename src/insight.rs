//! What follows from a roadmap and the learner's progress: values, not sentences.

mod completion;

pub use completion::{Completion, Count, Tally};
