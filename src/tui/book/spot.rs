//! Going to a row of the list, and back to where the learner was.

use super::{Book, Side};

/// What is selected in the list, and the side that has the keys.
pub type Spot<K> = (Option<K>, Side);

impl<K: Clone + PartialEq> Book<K> {
    /// Goes to something in the list.
    pub fn go_to(&mut self, key: K) {
        self.side = Side::List;
        self.select(key);
    }

    /// Where the learner is.
    #[must_use]
    pub fn spot(&self) -> Spot<K> {
        (self.selected.clone(), self.side)
    }

    /// Goes back to where the learner was.
    pub fn return_to(&mut self, (selected, side): Spot<K>) {
        if let Some(key) = selected {
            self.select(key);
        }
        self.side = side;
    }
}
