//! The same place in another list.

use super::Book;

impl<K: Clone + PartialEq> Book<K> {
    /// The same place in another list: what was selected, if that is there, and how far the text was
    /// scrolled.
    #[must_use]
    pub fn moved(&self, same: impl Fn(&K) -> Option<K>) -> Self {
        let selected = self.selected.as_ref().and_then(same);
        Self {
            side: self.side,
            text_top: if selected.is_some() { self.text_top } else { 0 },
            list_top: self.list_top,
            selected,
            ..Self::default()
        }
    }
}
