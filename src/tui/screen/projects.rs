//! The projects screen: a board by level, and what the portfolio shows as a whole.

use ratatui::layout::Rect;

use super::{Outcome, Subject};
use crate::tui::book::Book;
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::Layout;
use crate::tui::view::Pen;

/// Where the learner is on this screen.
#[derive(Debug, Clone, Default)]
pub struct State {
    book: Book<usize>,
}

impl State {
    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, _action: ScreenAction) -> Option<&'static str> {
        None
    }

    /// Does what an action asks for on this screen.
    pub fn act(&mut self, _subject: &Subject<'_>, action: ScreenAction) -> Outcome {
        self.book.act(action);
        Outcome::Stay
    }

    /// Brings offsets and text in line with everything else.
    pub fn settle(&mut self, _subject: &Subject<'_>, body: Rect) {
        self.book.settle(Vec::new(), body, |_, _| Vec::new());
    }
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, layout: &Layout) {
    state.book.draw(pen, layout, "Projects", "");
}
