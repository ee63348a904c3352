//! Where things stand on a screen of a given size.

use ratatui::layout::{Position, Rect};

/// The smallest size that shows a list, in columns and rows.
pub const SMALLEST: (u16, u16) = (20, 5);
/// From this height on notices have a line of their own.
const OWN_STATUS: u16 = 8;
/// From this height on the screens are named below the header.
const TABS: u16 = 13;
/// From this height on a line closes the panes below.
const CLOSED: u16 = 12;

/// The places of what every screen has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The roadmap's title and bar.
    pub header: Rect,
    /// The names of the screens, where there is room for them.
    pub tabs: Option<Rect>,
    /// The room of the screen itself.
    pub body: Rect,
    /// The line below the body, where there is room for it.
    pub closing: Option<Rect>,
    /// Notices, where they have a line of their own; else they take the footer's.
    pub status: Option<Rect>,
    /// The keys.
    pub footer: Rect,
}

impl Layout {
    /// Lays a screen out; none where it is too small.
    #[must_use]
    pub fn of(width: u16, height: u16) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let row = |y| Rect::new(0, y, width, 1);
        let own_status = height >= OWN_STATUS;
        let closed = height >= CLOSED;
        let above = 1 + u16::from(height >= TABS);
        let below = 1 + u16::from(own_status) + u16::from(closed);
        let body = Rect::new(0, above, width, height - above - below);
        Some(Self {
            header: row(0),
            tabs: (above > 1).then(|| row(1)),
            body,
            closing: closed.then(|| row(body.bottom())),
            status: own_status.then(|| row(height - 2)),
            footer: row(height - 1),
        })
    }

    /// All that is above notices and keys: what lies over the screen leaves those in view.
    #[must_use]
    pub fn above_status(&self) -> Rect {
        Rect {
            height: self.status.unwrap_or(self.footer).y,
            ..self.header
        }
    }
}

/// The part of a pane below its title.
#[must_use]
pub fn inner(pane: Rect) -> Rect {
    Rect {
        y: pane.y + pane.height.min(1),
        height: pane.height.saturating_sub(1),
        ..pane
    }
}

/// A box in the middle of a room, of so many columns and rows or as many as the room has.
#[must_use]
pub fn centred(room: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(room.width), height.min(room.height));
    Rect {
        x: room.x + (room.width - width) / 2,
        y: room.y + (room.height - height) / 2,
        width,
        height,
    }
}

/// The row of a list or a text at a place, counted from the top of its room; none outside.
#[must_use]
pub fn row_at(room: Rect, at: Position) -> Option<usize> {
    room.contains(at).then(|| usize::from(at.y - room.y))
}

/// What is left of a rectangle from a column on.
#[must_use]
pub fn from_column(room: Rect, x: u16) -> Rect {
    let x = x.clamp(room.x, room.right());
    Rect {
        x,
        width: room.right() - x,
        ..room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_within_the_screen_and_none_lies_over_another() {
        for width in 0..250 {
            for height in 0..60 {
                let Some(layout) = Layout::of(width, height) else {
                    assert!(width < 20 || height < 5);
                    continue;
                };
                assert!(inner(layout.body).height >= 2, "{width}x{height}");
                let screen = Rect::new(0, 0, width, height);
                let mut parts = vec![layout.header, layout.body, layout.footer];
                parts.extend(
                    [layout.tabs, layout.closing, layout.status]
                        .into_iter()
                        .flatten(),
                );
                let rows: u16 = parts.iter().map(|part| part.height).sum();
                assert_eq!(rows, height, "{width}x{height}");
                for (at, part) in parts.iter().enumerate() {
                    assert_eq!(part.intersection(screen), *part, "{width}x{height}");
                    let over = |other: &Rect| other.intersects(*part);
                    assert!(!parts[at + 1..].iter().any(over), "{width}x{height}");
                }
            }
        }
    }
}
