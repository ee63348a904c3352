//! Back to where the learner was.

use super::State;

/// What of the learner's place on the roadmap is neither topic nor pane.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    fold: Option<usize>,
    is_bare: bool,
    steps_top: usize,
    topics_top: usize,
    detail_top: usize,
}

impl State {
    /// Where the learner is.
    #[must_use]
    pub const fn spot(&self) -> Spot {
        Spot {
            fold: self.fold,
            is_bare: self.is_bare,
            steps_top: self.steps_top,
            topics_top: self.topics_top,
            detail_top: self.detail_top,
        }
    }

    /// Goes back to where the learner was, once its topic is selected again.
    pub const fn return_to(&mut self, spot: Spot) {
        self.fold = spot.fold;
        self.is_bare = spot.is_bare;
        self.steps_top = spot.steps_top;
        self.topics_top = spot.topics_top;
        self.detail_top = spot.detail_top;
    }
}
