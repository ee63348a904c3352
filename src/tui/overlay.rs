//! What can lie over the screen, one a file; the model holds at most one.

pub mod help;

use ratatui::layout::Rect;

use super::key::Key;
use super::keymap::{Action, Context};
use super::view::Pen;

/// What lies over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The keys, searchable.
    Help(help::State),
}

/// What an action on an overlay comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It stays open.
    Stay,
    /// It closes.
    Close,
}

impl Overlay {
    /// Which keys apply on it.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Help(_) => Context::Help,
        }
    }

    /// Takes what is typed into its text field; false for every other key.
    pub fn typed(&mut self, key: Key) -> bool {
        match self {
            Self::Help(help) => help.typed(key),
        }
    }

    /// Takes pasted text into its text field.
    pub fn pasted(&mut self, text: &str) {
        match self {
            Self::Help(help) => help.pasted(text),
        }
    }

    /// Does what an action asks for on it, in the room that it is drawn in.
    pub fn act(&mut self, action: Action, room: Rect) -> Outcome {
        match self {
            Self::Help(help) => help.act(action, room),
        }
    }
}

/// Draws an overlay in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, overlay: &Overlay, room: Rect) {
    match overlay {
        Overlay::Help(help) => help::draw(pen, help, room),
    }
}
