//! A text of several lines while it is edited.
//!
//! The library keeps the text, the edits and the way back. It counts in code points; here the cursor
//! stands only between what a reader sees as characters, deleting takes whole ones, and rows are as
//! wide as the terminal draws them.

mod command;
mod motion;
mod place;
mod rows;

use ratatui::buffer::CellWidth as _;
use ratatui::layout::Rect;
use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use self::command::{Command, Motion, command};
use self::place::{FIRST, Spot, row_of};
use self::rows::{Row, width};
use super::key::Key;
use super::layout::from_column;
use super::list::scroll;
use super::theme::Role;
use super::view::Pen;
use crate::plain::{clean, clean_lines};

/// How many edits can be taken back.
const EDITS: usize = 20_000;
/// How many spaces the tabulator goes on by.
const TAB: usize = 4;

/// The text, the cursor in it, and what of it is in view.
#[derive(Debug, Clone)]
pub struct Editor {
    area: TextArea<'static>,
    /// How many edits each step of undo takes back.
    steps: Vec<usize>,
    /// How many edits each step of redo brings back.
    undone: Vec<usize>,
    /// The last character, while nothing but typing happens: a word is one step.
    typing: Option<char>,
    /// The column that up and down keep to.
    column: Option<usize>,
    size: (usize, usize),
    top: usize,
}

impl Editor {
    /// A field with a text, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let lines = clean_lines(text).split('\n').map(str::to_owned).collect();
        let mut area = TextArea::new(lines);
        area.set_max_histories(EDITS);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self {
            area,
            steps: Vec::new(),
            undone: Vec::new(),
            typing: None,
            column: None,
            size: (usize::from(u16::MAX), 1),
            top: 0,
        }
    }

    /// The text, as it may be shown and kept.
    #[must_use]
    pub fn text(&self) -> String {
        clean_lines(&self.area.lines().join("\n"))
    }

    /// How many bytes were typed.
    #[must_use]
    pub fn length(&self) -> usize {
        let lines = self.area.lines();
        lines.iter().map(String::len).sum::<usize>() + lines.len()
    }

    /// Takes a key; false for one that means nothing here.
    pub fn typed(&mut self, key: Key) -> bool {
        if let Some(character) = key.typed() {
            self.type_in(character);
            return true;
        }
        let command = command(key);
        if let Some(command) = command {
            self.run(command);
        }
        command.is_some()
    }

    /// Whether a key puts something into the text: what one types, not what moves, takes or brings back.
    #[must_use]
    pub fn inserts(key: Key) -> bool {
        let inserts = matches!(
            command(key),
            Some(Command::Break | Command::Indent | Command::Yank)
        );
        inserts || key.typed().is_some()
    }

    /// Takes pasted text, all of its lines.
    pub fn pasted(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<String> = text
            .split('\n')
            .map(|line| clean(&line.replace('\t', "    ")).into_owned())
            .collect();
        self.edit(|area| area.insert_str(lines.join("\n")));
        self.snap();
    }

    /// Puts another text in place of all; one step of undo brings the old one back.
    pub fn replace(&mut self, text: &str) {
        let text = clean_lines(text);
        self.jump(FIRST);
        let all = self.count(FIRST, self.last());
        let deleted = self.edit(|area| area.delete_str(all));
        let inserted = self.edit(|area| area.insert_str(&text));
        if deleted && inserted {
            self.join_steps();
        }
        self.snap();
    }

    /// Takes the latest edit back as if it had not been; of a word, its last character.
    pub fn refuse(&mut self) {
        if let Some(edits) = self.steps.last_mut() {
            *edits -= 1;
            if *edits == 0 {
                self.steps.pop();
            }
            self.area.undo();
            self.typing = None;
            self.column = None;
            self.snap();
        }
    }

    /// Brings what is in view in line with the cursor, for a field of this size.
    pub fn settle(&mut self, room: Rect) {
        // One cell stays free for the cursor behind a full row.
        let columns = usize::from(room.width.saturating_sub(1)).max(1);
        self.size = (columns, usize::from(room.height).max(1));
        let rows = self.rows();
        let at = row_of(&rows, self.spot());
        self.top = scroll(self.top, at, at, self.size.1, rows.len());
    }

    /// Whether rows above and below are out of view.
    #[must_use]
    pub fn hides(&self) -> (bool, bool) {
        (self.top > 0, self.rows().len() > self.top + self.size.1)
    }

    /// Draws what is in view, with the cursor.
    pub fn draw(&self, pen: &mut Pen<'_>, room: Rect) {
        let rows = self.rows();
        let spot = self.spot();
        let at = row_of(&rows, spot);
        for (place, row) in room.rows().zip(self.top..) {
            let Some((row, number)) = rows.get(row).map(|found| (found, row)) else {
                break;
            };
            pen.text(place, self.part(row), Role::Text);
            if number == at {
                self.draw_cursor(pen, place, row, spot);
            }
        }
    }

    fn draw_cursor(&self, pen: &mut Pen<'_>, place: Rect, row: &Row, spot: Spot) {
        let column = width(self.before(row, spot)).min(self.size.0);
        let x = place.x + u16::try_from(column).unwrap_or(0);
        let rest = self.line(spot.line).get(spot.byte..row.bytes.end);
        let next = rest.and_then(|rest| rest.graphemes(true).next());
        let cursor = Rect {
            width: next.map_or(1, |each| each.cell_width().max(1)),
            ..from_column(place, x)
        };
        if next.is_none() {
            pen.text(cursor, " ", Role::Cursor);
        }
        pen.restyle(cursor.intersection(place), Role::Cursor);
    }

    fn run(&mut self, command: Command) {
        match command {
            Command::Go(motion) => {
                let spot = self.target(motion);
                self.jump(spot);
                self.typing = None;
                return;
            }
            Command::Delete(motion) => self.delete(motion),
            Command::Break => {
                self.edit(|area| {
                    area.insert_newline();
                    true
                });
            }
            Command::Indent => {
                let spot = self.spot();
                let used = self.line(spot.line).get(..spot.byte).map_or(0, width);
                self.edit(|area| area.insert_str(" ".repeat(TAB - used % TAB)));
            }
            Command::Yank => {
                self.edit(|area| area.insert_str(area.yank_text()));
            }
            Command::Undo => self.step(false),
            Command::Redo => self.step(true),
        }
        self.column = None;
        self.snap();
    }

    /// Everything between the cursor and somewhere else goes.
    fn delete(&mut self, motion: Motion) {
        let here = self.spot();
        let there = match (self.target(motion), motion) {
            // At its end a line is joined with the next one, at its beginning with the one before.
            (there, Motion::End) if there == here => self.target(Motion::Right),
            (there, Motion::Start) if there == here => self.target(Motion::Left),
            (there, _) => there,
        };
        let (from, to) = (here.min(there), here.max(there));
        let count = self.count(from, to);
        if count > 0 {
            self.jump(from);
            self.edit(|area| area.delete_str(count));
        }
    }

    /// Types a character; nothing where it would not be shown there.
    fn type_in(&mut self, character: char) {
        let spot = self.spot();
        if !matches!(character, ' '..='~') {
            let mut line = self.line(spot.line).to_owned();
            line.insert(spot.byte.min(line.len()), character);
            if clean(&line) != line {
                return;
            }
        }
        let before = self.typing;
        self.edit(|area| {
            area.insert_char(character);
            true
        });
        let begins_word = |before: char| before == ' ' && character != ' ';
        if before.is_some_and(|before| !begins_word(before)) {
            self.join_steps();
        }
        self.typing = Some(character);
        self.snap();
    }

    /// Edits the text; whether that changed anything.
    fn edit(&mut self, change: impl FnOnce(&mut TextArea<'static>) -> bool) -> bool {
        let has_changed = change(&mut self.area);
        if has_changed {
            self.steps.push(1);
            self.undone.clear();
        }
        self.typing = None;
        self.column = None;
        has_changed
    }

    /// Makes one step of undo of the last two.
    fn join_steps(&mut self) {
        if let Some(last) = self.steps.pop() {
            match self.steps.last_mut() {
                Some(before) => *before += last,
                None => self.steps.push(last),
            }
        }
    }

    /// One step of undo, or of redo.
    fn step(&mut self, is_redo: bool) {
        self.typing = None;
        let (from, to) = if is_redo {
            (&mut self.undone, &mut self.steps)
        } else {
            (&mut self.steps, &mut self.undone)
        };
        let Some(edits) = from.pop() else { return };
        to.push(edits);
        for _ in 0..edits {
            if is_redo {
                self.area.redo();
            } else {
                self.area.undo();
            }
        }
    }
}

#[cfg(test)]
mod tests;
