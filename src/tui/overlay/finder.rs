//! What search and commands have in common: a line that is typed, and a list of what it finds.

use ratatui::layout::{Margin, Rect};

use crate::tui::field::Field;
use crate::tui::keymap::OverlayAction;
use crate::tui::layout::{centred, from_column, row_at};
use crate::tui::list::Scrolling;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::theme::Role;
use crate::tui::view::Pen;

/// The widest that the box becomes.
const WIDEST: u16 = 84;
/// The highest.
const HIGHEST: u16 = 22;
/// From this height of the room on there is a line below the list.
const ROOMY: u16 = 8;
/// How many characters may be typed.
const LONGEST: usize = 100;

/// The line, and what is selected in the list.
#[derive(Debug, Clone)]
pub(super) struct Finder {
    /// The line.
    pub(super) field: Field,
    /// The selected row.
    pub(super) selected: usize,
    /// The first row in view.
    pub(super) top: usize,
    /// How the list follows its selection.
    pub(super) scrolling: Scrolling,
}

/// What a click means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clicked {
    /// The selected row is chosen.
    Row,
    /// It was beside the box, and nothing is typed.
    Beside,
}

impl Finder {
    /// An empty line.
    pub(super) fn new() -> Self {
        Self {
            field: Field::new(LONGEST),
            selected: 0,
            top: 0,
            scrolling: Scrolling::default(),
        }
    }

    /// Goes back to the first row.
    pub(super) const fn restart(&mut self) {
        self.selected = 0;
        self.top = 0;
    }

    /// Moves the selection among so many rows in a room, or empties the line.
    pub(super) fn act(&mut self, action: OverlayAction, rows: usize, room: Rect) {
        match action {
            OverlayAction::Move(by) => {
                let page = usize::from(Place::within(room).list.height);
                self.selected = self.selected.saturating_add_signed(by.rows(page));
            }
            OverlayAction::ClearText => {
                self.field.clear();
                self.restart();
            }
            OverlayAction::Accept
            | OverlayAction::Close
            | OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => {}
        }
        self.settle(rows, room);
    }

    /// Takes what was done with the mouse where the list has so many rows; what a click means, if
    /// anything: one beside the box would lose what is typed.
    pub(super) fn point(&mut self, mouse: Mouse, rows: usize, room: Rect) -> Option<Clicked> {
        let place = Place::within(room);
        match mouse.deed {
            Deed::Wheel(by) => {
                let end = rows.saturating_sub(1);
                self.selected = self.selected.saturating_add_signed(by).min(end);
                None
            }
            Deed::Click if !place.frame.contains(mouse.at) => {
                let is_empty = self.field.value().is_empty();
                is_empty.then_some(Clicked::Beside)
            }
            Deed::Click => {
                let row = row_at(place.list, mouse.at).map(|row| self.top + row);
                self.selected = row.filter(|row| *row < rows)?;
                Some(Clicked::Row)
            }
        }
    }

    /// Keeps the selection among so many rows, and in view.
    pub(super) fn settle(&mut self, rows: usize, room: Rect) {
        self.selected = self.selected.min(rows.saturating_sub(1));
        let height = usize::from(Place::within(room).list.height);
        self.top = self
            .scrolling
            .scroll(self.top, self.selected, self.selected, height, rows);
    }

    /// Draws box and line.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, place: &Place, title: &str, note: &str) {
        pen.frame(place.frame, title, note);
        let sign = pen.text(place.field, PROMPT, Role::Key);
        self.field.draw(pen, from_column(place.field, sign));
    }
}

/// Stands before the line.
const PROMPT: &str = "> ";

/// Where the parts stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The box.
    pub(super) frame: Rect,
    /// The line.
    pub(super) field: Rect,
    /// The list.
    pub(super) list: Rect,
    /// A line below it, where there is room for one.
    pub(super) remark: Option<Rect>,
}

impl Place {
    /// In the middle of a room, of one size whatever is found, so that it does not jump while one types.
    pub(super) fn within(room: Rect) -> Self {
        let frame = centred(room, WIDEST, HIGHEST);
        let inner = frame.inner(Margin::new(2, 1));
        let row = |y: u16| Rect {
            y,
            height: inner.height.min(1),
            ..inner
        };
        let below = u16::from(frame.height >= ROOMY);
        let remark = (below > 0).then(|| row(inner.bottom() - 1));
        Self {
            frame,
            field: row(inner.y),
            // The marker of the selected row stands in the margin.
            list: Rect {
                x: inner.x.saturating_sub(1),
                y: inner.y + inner.height.min(1),
                width: inner.width + 1,
                height: inner.height.saturating_sub(1 + below),
            },
            remark,
        }
    }
}
