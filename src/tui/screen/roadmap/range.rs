//! Several topics of one step, selected together.

use super::{Pane, RowKind, State};
use crate::roadmap::TopicKey;
use crate::tui::words;

impl State {
    /// Whether several topics are being selected.
    #[must_use]
    pub const fn is_ranging(&self) -> bool {
        self.anchor.is_some()
    }

    /// Whether a topic is one of those that are selected together: from the one where that began to
    /// the selected one, both included.
    pub(super) fn is_in_range(&self, key: TopicKey) -> bool {
        let ends = self.anchor.zip(self.topic());
        ends.is_some_and(|(anchor, end)| (anchor.min(end)..=anchor.max(end)).contains(&key))
    }

    /// The topics that are selected together, as far as they are shown.
    pub(super) fn range(&self) -> impl Iterator<Item = TopicKey> {
        let rows = self.rows().iter().filter(|row| row.kind == RowKind::Topic);
        let keys = rows.map(|row| row.key);
        keys.filter(|key| self.is_in_range(*key))
    }

    /// How many those are.
    #[must_use]
    pub const fn selected(&self) -> usize {
        self.selected
    }

    /// Counts them, once before a frame is drawn.
    pub(super) fn count_range(&mut self) {
        self.selected = if self.is_ranging() {
            self.range().count()
        } else {
            0
        };
    }

    /// Why several topics cannot be selected here; none where they can.
    pub(super) fn range_refusal(&self) -> Option<&'static str> {
        match self.pane {
            Pane::Steps => Some(words::range::ENTER_FIRST),
            Pane::Detail => Some(words::range::LEAVE_FIRST),
            Pane::Topics if self.selected_fold().is_some() => Some(words::choice::FOLD_IS_NO_TOPIC),
            Pane::Topics => self.topic().is_none().then_some(words::NO_TOPIC_HERE),
        }
    }

    /// Begins to select several topics with the selected one, or ends it.
    pub(super) fn switch_range(&mut self) {
        self.anchor = match self.anchor {
            Some(_) => None,
            None => self.topic(),
        };
    }
}
