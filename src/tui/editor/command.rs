//! What the keys of a field of several lines do: those of readline, and what arrows say.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::tui::key::Key;

/// One thing that a key does in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// The cursor goes somewhere.
    Go(Motion),
    /// Everything from the cursor to somewhere goes.
    Delete(Motion),
    /// The line ends here, and the next one begins.
    Break,
    /// Spaces up to the next place for them.
    Indent,
    /// What was deleted last comes in.
    Yank,
    /// The latest change is taken back.
    Undo,
    /// What undo took comes back.
    Redo,
}

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Motion {
    /// A character back.
    Left,
    /// A character on.
    Right,
    /// To the beginning of a word.
    WordLeft,
    /// To the end of a word.
    WordRight,
    /// To the beginning of the line.
    Start,
    /// To the end of the line.
    End,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// As many rows up as are in view.
    PageUp,
    /// As many rows down as are in view.
    PageDown,
    /// To the beginning of the text.
    First,
    /// To the end of the text.
    Last,
}

/// What a key does; none where it means nothing here.
pub(super) fn command(key: Key) -> Option<Command> {
    // With shift an arrow is the same arrow: there is nothing to select.
    match key.modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => plain(key.code),
        KeyModifiers::CONTROL => with_ctrl(key.code),
        KeyModifiers::ALT => with_alt(key.code),
        _ => None,
    }
}

fn plain(code: KeyCode) -> Option<Command> {
    use Command::{Break, Delete, Go, Indent};
    Some(match code {
        KeyCode::Left => Go(Motion::Left),
        KeyCode::Right => Go(Motion::Right),
        KeyCode::Up => Go(Motion::Up),
        KeyCode::Down => Go(Motion::Down),
        KeyCode::Home => Go(Motion::Start),
        KeyCode::End => Go(Motion::End),
        KeyCode::PageUp => Go(Motion::PageUp),
        KeyCode::PageDown => Go(Motion::PageDown),
        KeyCode::Backspace => Delete(Motion::Left),
        KeyCode::Delete => Delete(Motion::Right),
        KeyCode::Enter => Break,
        KeyCode::Tab => Indent,
        _ => return None,
    })
}

fn with_ctrl(code: KeyCode) -> Option<Command> {
    use Command::{Break, Delete, Go, Undo, Yank};
    Some(match code {
        KeyCode::Char('a') => Go(Motion::Start),
        KeyCode::Char('e') => Go(Motion::End),
        KeyCode::Char('b') => Go(Motion::Left),
        KeyCode::Char('f') => Go(Motion::Right),
        KeyCode::Char('p') => Go(Motion::Up),
        KeyCode::Char('n') => Go(Motion::Down),
        KeyCode::Left => Go(Motion::WordLeft),
        KeyCode::Right => Go(Motion::WordRight),
        KeyCode::Home => Go(Motion::First),
        KeyCode::End => Go(Motion::Last),
        KeyCode::Char('w') | KeyCode::Backspace => Delete(Motion::WordLeft),
        KeyCode::Delete => Delete(Motion::WordRight),
        KeyCode::Char('u') => Delete(Motion::Start),
        KeyCode::Char('k') => Delete(Motion::End),
        KeyCode::Char('d') => Delete(Motion::Right),
        KeyCode::Char('h') => Delete(Motion::Left),
        KeyCode::Char('j' | 'm') => Break,
        KeyCode::Char('y') => Yank,
        // What terminals send for ctrl-_ and ctrl-/ reads as ctrl-7.
        KeyCode::Char('_' | '/' | '7') => Undo,
        _ => return None,
    })
}

fn with_alt(code: KeyCode) -> Option<Command> {
    use Command::{Delete, Go, Redo, Undo};
    Some(match code {
        KeyCode::Char('b') | KeyCode::Left => Go(Motion::WordLeft),
        KeyCode::Char('f') | KeyCode::Right => Go(Motion::WordRight),
        KeyCode::Char('<') => Go(Motion::First),
        KeyCode::Char('>') => Go(Motion::Last),
        KeyCode::Char('d') | KeyCode::Delete => Delete(Motion::WordRight),
        KeyCode::Backspace => Delete(Motion::WordLeft),
        KeyCode::Char('u') => Undo,
        KeyCode::Char('r') => Redo,
        _ => return None,
    })
}
