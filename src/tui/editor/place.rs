//! Places in the text of a field.

use ratatui_textarea::CursorMove;
use unicode_segmentation::UnicodeSegmentation;

use super::Editor;
use super::rows::{Row, rows};

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The line, counted from 0.
    pub(super) line: usize,
    /// How many bytes of it are before.
    pub(super) byte: usize,
}

/// The beginning of the text.
pub(super) const FIRST: Spot = Spot { line: 0, byte: 0 };

/// The row that a spot is in.
pub(super) fn row_of(rows: &[Row], spot: Spot) -> usize {
    let is_in = |row: &Row| {
        let end = row.bytes.end + usize::from(row.is_last);
        row.line == spot.line && (row.bytes.start..end).contains(&spot.byte)
    };
    rows.iter().position(is_in).unwrap_or_default()
}

impl Editor {
    pub(super) fn line(&self, line: usize) -> &str {
        self.area.lines().get(line).map_or("", String::as_str)
    }

    pub(super) fn rows(&self) -> Vec<Row> {
        rows(self.area.lines(), self.size.0)
    }

    /// The text of a row.
    pub(super) fn part(&self, row: &Row) -> &str {
        let line = self.line(row.line);
        line.get(row.bytes.clone()).unwrap_or_default()
    }

    /// The text of a row before a spot in it.
    pub(super) fn before(&self, row: &Row, spot: Spot) -> &str {
        let line = self.line(row.line);
        line.get(row.bytes.start..spot.byte).unwrap_or_default()
    }

    pub(super) fn last(&self) -> Spot {
        let line = self.area.lines().len().saturating_sub(1);
        Spot {
            line,
            byte: self.line(line).len(),
        }
    }

    /// Where the cursor is.
    pub(super) fn spot(&self) -> Spot {
        let cursor = self.area.cursor();
        let line = self.line(cursor.0);
        let byte = line.char_indices().nth(cursor.1);
        Spot {
            line: cursor.0,
            byte: byte.map_or(line.len(), |(byte, _)| byte),
        }
    }

    pub(super) fn jump(&mut self, spot: Spot) {
        let before = self.line(spot.line).get(..spot.byte).unwrap_or_default();
        let column = before.chars().count();
        let [line, column] = [spot.line, column].map(|at| u16::try_from(at).unwrap_or(u16::MAX));
        self.area.move_cursor(CursorMove::Jump(line, column));
    }

    /// Moves the cursor out of a character that it came to stand in.
    pub(super) fn snap(&mut self) {
        let spot = self.outside(self.spot(), true);
        self.jump(spot);
    }

    /// A spot, or where one is within a character, that behind or before it.
    pub(super) fn outside(&self, spot: Spot, is_behind: bool) -> Spot {
        let mut characters = self.line(spot.line).grapheme_indices(true);
        let around = characters.find(|(at, each)| *at < spot.byte && spot.byte < at + each.len());
        let byte = around.map_or(
            spot.byte,
            |(at, each)| {
                if is_behind { at + each.len() } else { at }
            },
        );
        Spot { byte, ..spot }
    }

    /// How many code points are between two spots, each end of a line counted as one.
    pub(super) fn count(&self, from: Spot, to: Spot) -> usize {
        let lines = self.area.lines().iter().enumerate();
        let between = lines
            .skip(from.line)
            .take_while(|(line, _)| *line <= to.line);
        between
            .map(|(line, text)| {
                let start = if line == from.line { from.byte } else { 0 };
                let end = if line == to.line { to.byte } else { text.len() };
                let part = text.get(start..end).unwrap_or_default();
                part.chars().count() + usize::from(line < to.line)
            })
            .sum()
    }
}
