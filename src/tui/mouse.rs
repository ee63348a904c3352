//! What the mouse does: a click or the wheel, at a cell.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// How many rows the wheel goes at a time.
const ROWS: isize = 3;

/// One thing done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// The cell below the pointer.
    pub at: Position,
    /// What was done.
    pub deed: Deed,
}

/// What can be done with a mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The left button was pressed.
    Click,
    /// The wheel was turned by so many rows, towards the end.
    Wheel(isize),
}

impl Mouse {
    /// What an event of the terminal means; none where it means nothing: other buttons, a button that
    /// is released, and what is done with a modifier, which is the terminal's own.
    #[must_use]
    pub fn of(event: MouseEvent) -> Option<Self> {
        let deed = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Deed::Click,
            MouseEventKind::ScrollDown => Deed::Wheel(ROWS),
            MouseEventKind::ScrollUp => Deed::Wheel(-ROWS),
            MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
            | MouseEventKind::Up(_)
            | MouseEventKind::Drag(_)
            | MouseEventKind::Moved
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight => return None,
        };
        let at = Position::new(event.column, event.row);
        event.modifiers.is_empty().then_some(Self { at, deed })
    }

    /// Takes in what was done next where both are one turn of the wheel; false where they are not.
    pub fn joins(&mut self, next: Self) -> bool {
        let (Deed::Wheel(rows), Deed::Wheel(more)) = (self.deed, next.deed) else {
            return false;
        };
        // Up and down again is not the same as nothing: at an end one of them leads nowhere.
        let is_one = self.at == next.at && rows.signum() == more.signum();
        if is_one {
            self.deed = Deed::Wheel(rows.saturating_add(more));
        }
        is_one
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    fn of(kind: MouseEventKind, modifiers: KeyModifiers) -> Option<Mouse> {
        Mouse::of(MouseEvent {
            kind,
            column: 4,
            row: 2,
            modifiers,
        })
    }

    const fn done(deed: Deed) -> Mouse {
        Mouse {
            at: Position::new(4, 2),
            deed,
        }
    }

    #[test]
    fn the_left_button_and_the_wheel_mean_something_and_nothing_else_does() {
        let left = MouseEventKind::Down(MouseButton::Left);
        let plain = KeyModifiers::NONE;
        assert_eq!(of(left, plain), Some(done(Deed::Click)));
        assert_eq!(
            of(MouseEventKind::ScrollDown, plain),
            Some(done(Deed::Wheel(3)))
        );
        assert_eq!(
            of(MouseEventKind::ScrollUp, plain),
            Some(done(Deed::Wheel(-3)))
        );
        assert_eq!(of(left, KeyModifiers::SHIFT), None);
        for other in [
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Up(MouseButton::Left),
            MouseEventKind::Drag(MouseButton::Left),
            MouseEventKind::Moved,
        ] {
            assert_eq!(of(other, plain), None, "{other:?}");
        }
    }

    #[test]
    fn turns_of_the_wheel_at_one_place_are_one() {
        let mut turned = done(Deed::Wheel(3));
        assert!(turned.joins(done(Deed::Wheel(3))));
        assert_eq!(turned, done(Deed::Wheel(6)));
        let elsewhere = Mouse {
            at: Position::new(5, 2),
            deed: Deed::Wheel(3),
        };
        for other in [done(Deed::Wheel(-3)), done(Deed::Click), elsewhere] {
            assert!(!turned.joins(other), "{other:?}");
        }
        assert_eq!(turned, done(Deed::Wheel(6)));
    }
}
