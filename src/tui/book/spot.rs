//! Going to a row of the list, and back to where the learner was.

use super::{Book, Side};
use crate::tui::page::PageLine;

/// Where the learner is: what is selected in list and text, what of them is in view, and the side
/// that has the keys.
#[derive(Debug, Clone)]
pub struct Spot<K> {
    selected: Option<K>,
    side: Side,
    list_top: usize,
    text_top: usize,
    stop: Option<usize>,
    /// What the selected line stands for is known by these, should they be laid out anew meanwhile.
    lines: Vec<PageLine>,
}

impl<K: Clone + PartialEq> Book<K> {
    /// Goes to something in the list.
    pub fn go_to(&mut self, key: K) {
        self.side = Side::List;
        self.select(key);
    }

    /// Where the learner is.
    #[must_use]
    pub fn spot(&self) -> Spot<K> {
        Spot {
            selected: self.selected.clone(),
            side: self.side,
            list_top: self.list_top,
            text_top: self.text_top,
            stop: self.stop,
            lines: self.lines.clone(),
        }
    }

    /// Goes back to where the learner was.
    pub fn return_to(&mut self, spot: Spot<K>) {
        let Spot {
            selected,
            side,
            list_top,
            text_top,
            stop,
            lines,
        } = spot;
        (self.selected, self.side) = (selected, side);
        (self.list_top, self.text_top) = (list_top, text_top);
        (self.stop, self.lines) = (stop, lines);
        self.sought = None;
    }
}
