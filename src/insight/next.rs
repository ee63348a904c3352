//! What is best done next.

use super::Completion;
use crate::progress::Progress;
use crate::roadmap::{Roadmap, TopicKey};

/// A recommendation and its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The topic to go to.
    pub topic: TopicKey,
}

/// What is best done next; none where nothing is open.
#[must_use]
pub fn next(_roadmap: &Roadmap, _progress: &Progress, _completion: &Completion) -> Option<Next> {
    None
}
