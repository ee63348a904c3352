//! One line of text while it is typed, with the usual keys of a shell.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::key::Key;
use super::layout::from_column;
use super::theme::Role;
use super::view::Pen;
use crate::plain::clean;

/// A line of a bounded length.
#[derive(Debug, Clone)]
pub struct Field {
    input: Input,
    /// How many characters it may have.
    longest: usize,
}

impl Field {
    /// An empty line that may have so many characters.
    #[must_use]
    pub fn new(longest: usize) -> Self {
        Self {
            input: Input::default(),
            longest,
        }
    }

    /// What is typed.
    #[must_use]
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Replaces what is typed; the cursor goes behind it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    /// Empties the line; ctrl-y brings it back.
    pub fn clear(&mut self) {
        self.input.handle(InputRequest::DeleteLine);
    }

    /// How many characters still fit.
    fn room(&self) -> usize {
        let taken = self.input.value().chars().count();
        self.longest.saturating_sub(taken)
    }

    /// Takes a key that types or edits; false for every other key.
    pub fn typed(&mut self, key: Key) -> bool {
        let request = match (key.typed(), edit(key)) {
            (Some(_), _) if self.room() == 0 => return true,
            (Some(character), _) => InputRequest::InsertChar(character),
            (None, Some(request)) => request,
            (None, None) => return false,
        };
        self.input.handle(request);
        // What is brought back may be more than fits.
        if self.input.value().chars().count() > self.longest {
            let fitting: String = self.input.value().chars().take(self.longest).collect();
            self.set(&fitting);
        }
        true
    }

    /// Takes the first line of pasted text that has anything on it.
    pub fn pasted(&mut self, text: &str) {
        // Most terminals paste a line break as the key that makes one: a carriage return.
        let mut lines = text.split(['\r', '\n']);
        let line = lines.find(|line| !line.trim().is_empty());
        let line = clean(line.unwrap_or_default());
        for character in line.trim().chars().take(self.room()) {
            self.input.handle(InputRequest::InsertChar(character));
        }
    }

    /// Draws the line with a block for the cursor, which is always in view.
    pub fn draw(&self, pen: &mut Pen<'_>, room: Rect) {
        let width = usize::from(room.width.saturating_sub(1));
        let skipped = self.input.visual_scroll(width);
        let end = pen.text(room, skip_cells(self.input.value(), skipped), Role::Text);
        let at = self.input.visual_cursor().saturating_sub(skipped);
        let at = u16::try_from(at).unwrap_or(0);
        let cursor = Rect {
            width: 1,
            ..from_column(room, room.x + at)
        };
        if cursor.x >= end {
            pen.text(cursor, " ", Role::Cursor);
        }
        pen.restyle(cursor, Role::Cursor);
    }
}

/// What a key that is no character does in the line.
const fn edit(key: Key) -> Option<InputRequest> {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let request = match (key.code, ctrl, alt) {
        (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => {
            InputRequest::DeletePrevChar
        }
        (KeyCode::Delete, false, false) | (KeyCode::Char('d'), true, false) => {
            InputRequest::DeleteNextChar
        }
        (KeyCode::Left, false, false) | (KeyCode::Char('b'), true, false) => {
            InputRequest::GoToPrevChar
        }
        (KeyCode::Right, false, false) | (KeyCode::Char('f'), true, false) => {
            InputRequest::GoToNextChar
        }
        (KeyCode::Left, _, _) | (KeyCode::Char('b'), false, true) => InputRequest::GoToPrevWord,
        (KeyCode::Right, _, _) | (KeyCode::Char('f'), false, true) => InputRequest::GoToNextWord,
        (KeyCode::Home, _, _) | (KeyCode::Char('a'), true, false) => InputRequest::GoToStart,
        (KeyCode::End, _, _) | (KeyCode::Char('e'), true, false) => InputRequest::GoToEnd,
        (KeyCode::Backspace, _, _) | (KeyCode::Char('w'), true, false) => {
            InputRequest::DeletePrevWord
        }
        (KeyCode::Char('d'), false, true) => InputRequest::DeleteNextWord,
        (KeyCode::Char('k'), true, false) => InputRequest::DeleteTillEnd,
        (KeyCode::Char('y'), true, false) => InputRequest::Yank,
        _ => return None,
    };
    Some(request)
}

/// A text without the characters of its first cells.
fn skip_cells(text: &str, cells: usize) -> &str {
    let mut left = cells;
    let skipped = text.graphemes(true).take_while(|each| {
        let is_skipped = left > 0;
        left = left.saturating_sub(each.width());
        is_skipped
    });
    let skipped = skipped.map(str::len).sum();
    text.get(skipped..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> Field {
        let mut field = Field::new(20);
        field.set(text);
        field
    }

    #[test]
    fn the_usual_keys_of_a_line_work() {
        let alt = |letter| Key {
            modifiers: KeyModifiers::ALT,
            ..Key::char(letter)
        };
        let mut field = field("one two");
        for (key, value) in [
            (Key::plain(KeyCode::Home), "one two"),
            (Key::char('X'), "Xone two"),
            (Key::plain(KeyCode::Delete), "Xne two"),
            (Key::plain(KeyCode::End), "Xne two"),
            (Key::plain(KeyCode::Backspace), "Xne tw"),
            (Key::ctrl('w'), "Xne "),
            (Key::ctrl('a'), "Xne "),
            (alt('f'), "Xne "),
            (Key::char('Y'), "Xne Y"),
            (alt('b'), "Xne Y"),
            (Key::ctrl('b'), "Xne Y"),
            (Key::ctrl('k'), "Xne"),
            (Key::ctrl('y'), "Xne Y"),
            (Key::ctrl('a'), "Xne Y"),
            (Key::ctrl('f'), "Xne Y"),
            (Key::ctrl('d'), "Xe Y"),
            (alt('d'), "XY"),
            (Key::ctrl('e'), "XY"),
            (Key::ctrl('h'), "X"),
        ] {
            assert!(field.typed(key), "{key}");
            assert_eq!(field.value(), value, "{key}");
        }
        for key in [Key::plain(KeyCode::Esc), Key::ctrl('n'), Key::ctrl('c')] {
            assert!(!field.typed(key), "{key}");
        }
    }

    #[test]
    fn a_paste_is_one_clean_line_of_a_bounded_length() {
        let mut field = field("");
        field.pasted("\r\n one \u{1b}[2Jtwo\u{202e}\rthree");
        assert_eq!(field.value(), "one [2Jtwo");
        field.pasted(&"x".repeat(100_000));
        assert_eq!(field.value().chars().count(), 20);
        assert!(field.typed(Key::char('y')));
        assert_eq!(field.value().chars().count(), 20);
        field.clear();
        assert_eq!(field.value(), "");
        assert!(field.typed(Key::ctrl('y')));
        assert!(field.typed(Key::ctrl('y')));
        assert_eq!(field.value().chars().count(), 20);
    }

    #[test]
    fn a_character_of_several_parts_goes_as_one() {
        let mut field = field("ae\u{301}");
        field.typed(Key::plain(KeyCode::Backspace));
        assert_eq!(field.value(), "a");
    }

    #[test]
    fn cells_are_skipped_by_whole_characters() {
        assert_eq!(skip_cells("abc", 0), "abc");
        assert_eq!(skip_cells("日本語", 2), "本語");
        assert_eq!(skip_cells("日本語", 3), "語");
        // A heart that is shown in colour takes two cells, though its first part takes one.
        assert_eq!(skip_cells("\u{2764}\u{fe0f}ab", 2), "ab");
        assert_eq!(skip_cells("e\u{301}ab", 1), "ab");
    }
}
