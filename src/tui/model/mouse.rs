//! The mouse on the screen that is shown.

use ratatui::layout::{Position, Rect};

use super::Model;
use crate::tui::keymap::ScreenAction;

impl Model {
    /// Selects what is below the pointer on the screen that is shown; gives what the click then asks
    /// for.
    pub fn click(&mut self, at: Position, body: Rect) -> Option<ScreenAction> {
        // What a click meets is what would be drawn, also amid a burst.
        self.settle();
        let mut screens = std::mem::take(&mut self.screens);
        let action = screens.click(&self.subject(), at, body);
        self.screens = screens;
        action
    }

    /// Turns the wheel on the screen that is shown.
    pub fn wheel(&mut self, at: Position, rows: isize, body: Rect) {
        self.settle();
        let mut screens = std::mem::take(&mut self.screens);
        screens.wheel(&self.subject(), at, rows, body);
        self.screens = screens;
    }
}
