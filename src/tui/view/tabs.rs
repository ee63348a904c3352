//! The row with the names of the screens.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Pen;
use crate::tui::layout::from_column;
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::theme::Role;
use crate::tui::words;

/// The places of the screens' numbers and names in their row; where that is too narrow for all names,
/// only the one that is shown has its name.
#[must_use]
pub fn places(model: &Model, row: Rect) -> [(Screen, Rect); Screen::ALL.len()] {
    let long: usize = Screen::ALL.iter().map(|each| each.title().len() + 5).sum();
    let is_wide = usize::from(row.width) >= long + mark(model).len();
    let mut next = row.x + 1;
    Screen::ALL.map(|screen| {
        let room = from_column(row, next);
        let name = if is_wide || screen == model.screens.shown {
            screen.title().width() + 1
        } else {
            0
        };
        let width = u16::try_from(1 + name).unwrap_or(u16::MAX).min(room.width);
        next = room.x + width + 2;
        (screen, Rect { width, ..room })
    })
}

/// What stands behind the guide where it has something to tell.
fn mark(model: &Model) -> &'static str {
    if model.is_advised() {
        words::guide::MARK
    } else {
        ""
    }
}

/// Draws the row.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, row: Rect) {
    for (number, (screen, place)) in (1..).zip(places(model, row)) {
        let x = pen.text(place, &format!("{number}"), Role::Key) + 1;
        let role = if screen == model.screens.shown {
            Role::Title
        } else {
            Role::Text
        };
        pen.text(from_column(place, x), screen.title(), role);
        if screen == Screen::Guide {
            pen.text(from_column(row, place.right() + 1), mark(model), Role::Key);
        }
    }
}
