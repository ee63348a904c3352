//! The mouse on a list and its text.

use ratatui::layout::Position;

use super::{Book, Side, room_of};
use crate::tui::layout::{inner, row_at};
use crate::tui::view::status_cell;

/// What was clicked on, once it is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Click {
    /// Whether it was selected before, on the side that had the keys.
    pub again: bool,
    /// Whether it was clicked on its sign: the status of a row, or what stands before an item.
    pub on_sign: bool,
}

impl<K: Clone + PartialEq> Book<K> {
    /// Selects what is below the pointer and gives its side the keys.
    pub fn click(&mut self, at: Position) -> Option<Click> {
        let (list, page) = self.panes();
        let had_keys = self.side;
        if let Some(area) = list.filter(|area| area.contains(at)) {
            self.side = Side::List;
            let row = row_at(inner(area), at)?;
            let line = inner(area).rows().nth(row)?;
            let row = self.rows.get(self.list_top + row)?;
            let on_sign = row.status.is_some() && status_cell(room_of(line, row)) == at;
            let key = row.key.clone()?;
            let again = had_keys == Side::List && self.selected.as_ref() == Some(&key);
            self.select(key);
            return Some(Click { again, on_sign });
        }
        let area = page.filter(|area| area.contains(at))?;
        self.side = Side::Text;
        let line = self.text_top + row_at(inner(area), at)?;
        let Some(stop) = self.stop_at(line) else {
            self.keep_stop_in_view();
            return None;
        };
        let again = had_keys == Side::Text && self.stop == Some(stop);
        self.stop = Some(stop);
        let indent = self.lines.get(line).map_or(0, |line| line.indent);
        let on_sign = line == stop && at.x == area.x + indent;
        Some(Click { again, on_sign })
    }

    /// The line of the stop that a line belongs to.
    fn stop_at(&self, line: usize) -> Option<usize> {
        let is_stop = |at: &usize| self.lines.get(*at).is_some_and(|line| line.stop.is_some());
        let stop = (0..=line).rev().find(is_stop)?;
        (line <= self.last_of(stop)).then_some(stop)
    }

    /// Turns the wheel over one of the sides, whichever has the keys.
    pub fn wheel(&mut self, at: Position, rows: isize) {
        let (list, page) = self.panes();
        if list.is_some_and(|area| area.contains(at)) {
            self.move_in_list(rows);
        } else if let Some(area) = page.filter(|area| area.contains(at)) {
            let bottom = self
                .lines
                .len()
                .saturating_sub(usize::from(inner(area).height));
            self.text_top = self.text_top.saturating_add_signed(rows).min(bottom);
        }
        if self.side == Side::Text {
            self.keep_stop_in_view();
        }
    }
}
