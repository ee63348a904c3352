//! The screens, one a file: state, what actions do there, drawing.

pub mod roadmap;

use crate::progress::Status;
use crate::roadmap::TopicKey;

/// What an action on a screen comes to. Only the root applies changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The screen has done it all.
    Stay,
    /// A topic gets a status.
    Set(TopicKey, Status),
    /// It cannot be done now, and this is why.
    Refuse(&'static str),
}
