//! The same place in a roadmap that was edited.

use super::{Row, State};
use crate::roadmap::Roadmap;

impl State {
    /// This place in another edition of the roadmap.
    #[must_use]
    pub fn moved(&self, from: &Roadmap, to: &Roadmap) -> Self {
        let row = |row: &Row| match row {
            Row::Portfolio => Some(Row::Portfolio),
            Row::Project(key) => to.topic(&from[*key].id).map(Row::Project),
        };
        Self {
            book: self.book.moved(row),
            ..Self::default()
        }
    }
}
