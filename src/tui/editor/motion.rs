//! Where the cursor goes.

use ratatui::buffer::CellWidth as _;
use unicode_segmentation::UnicodeSegmentation;

use super::Editor;
use super::command::Motion;
use super::place::{FIRST, Spot, row_of};
use super::rows::width;

impl Editor {
    /// Where a motion leads to; up and down remember the column that they began in.
    pub(super) fn target(&mut self, motion: Motion) -> Spot {
        let here = self.spot();
        let page = self.size.1.cast_signed();
        let rows = match motion {
            Motion::Up => Some(-1),
            Motion::Down => Some(1),
            Motion::PageUp => Some(-page),
            Motion::PageDown => Some(page),
            Motion::Left
            | Motion::Right
            | Motion::WordLeft
            | Motion::WordRight
            | Motion::Start
            | Motion::End
            | Motion::First
            | Motion::Last => None,
        };
        if let Some(by) = rows {
            return self.rows_on(here, by);
        }
        self.column = None;
        self.along(here, motion)
    }

    /// Where a motion along the text leads to.
    fn along(&self, here: Spot, motion: Motion) -> Spot {
        let line = self.line(here.line);
        let (before, after) = line.split_at_checked(here.byte).unwrap_or((line, ""));
        let at = |byte| Spot { byte, ..here };
        let back = || match here.line.checked_sub(1) {
            Some(above) => Spot {
                line: above,
                byte: self.line(above).len(),
            },
            None => here,
        };
        let on = || match self.area.lines().get(here.line + 1) {
            Some(_) => Spot {
                line: here.line + 1,
                byte: 0,
            },
            None => here,
        };
        match motion {
            Motion::Left => {
                let last = before.grapheme_indices(true).next_back();
                last.map_or_else(back, |(byte, _)| at(byte))
            }
            Motion::Right => {
                let next = after.graphemes(true).next();
                next.map_or_else(on, |each| at(here.byte + each.len()))
            }
            Motion::WordLeft if before.is_empty() => back(),
            Motion::WordLeft => {
                let word = before.unicode_word_indices().next_back();
                self.outside(at(word.map_or(0, |(byte, _)| byte)), false)
            }
            Motion::WordRight if after.is_empty() => on(),
            Motion::WordRight => {
                let word = after.unicode_word_indices().next();
                let length = word.map_or(after.len(), |(byte, word)| byte + word.len());
                self.outside(at(here.byte + length), true)
            }
            Motion::Start => at(0),
            Motion::End => at(line.len()),
            Motion::First => FIRST,
            Motion::Last => self.last(),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => here,
        }
    }

    /// So many rows up or down, in the same column; at either end, to the end.
    fn rows_on(&mut self, here: Spot, by: isize) -> Spot {
        let rows = self.rows();
        let from = row_of(&rows, here);
        let to = from
            .saturating_add_signed(by)
            .min(rows.len().saturating_sub(1));
        if to == from {
            return if by < 0 { FIRST } else { self.last() };
        }
        let (Some(old), Some(new)) = (rows.get(from), rows.get(to)) else {
            return here;
        };
        let column = width(self.before(old, here));
        let column = *self.column.get_or_insert(column);
        let mut used = 0;
        let mut byte = new.bytes.start;
        for (at, each) in self.part(new).grapheme_indices(true) {
            let end = new.bytes.start + at + each.len();
            used += usize::from(each.cell_width());
            // The end of a row that the line goes on behind is the beginning of the next one.
            if used > column || (end == new.bytes.end && !new.is_last) {
                break;
            }
            byte = end;
        }
        Spot {
            line: new.line,
            byte,
        }
    }
}
