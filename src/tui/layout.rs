//! Where things stand on a screen of a given size.

use ratatui::layout::Rect;

use super::screen::roadmap::Pane;

/// The smallest size that shows a list, in columns and rows.
pub const SMALLEST: (u16, u16) = (20, 5);
/// From this width on there are three panes.
const THREE_PANES: u16 = 100;
/// From this width on there are two.
const TWO_PANES: u16 = 60;
/// From this height on notices have a line of their own.
const OWN_STATUS: u16 = 8;
/// From this height on a line closes the panes below.
const CLOSED: u16 = 12;

/// The places of everything on the roadmap screen. A pane's first row is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The roadmap's title and bar.
    pub header: Rect,
    /// The list of steps.
    pub steps: Option<Rect>,
    /// The topics of the selected step.
    pub topics: Option<Rect>,
    /// The text of what is selected.
    pub detail: Option<Rect>,
    /// The line below the panes, where there is room for it.
    pub closing: Option<Rect>,
    /// Notices, where they have a line of their own; else they take the footer's.
    pub status: Option<Rect>,
    /// The keys.
    pub footer: Rect,
}

impl Layout {
    /// Lays a screen out; none where it is too small.
    #[must_use]
    pub fn of(width: u16, height: u16, pane: Pane) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let row = |y| Rect::new(0, y, width, 1);
        let own_status = height >= OWN_STATUS;
        let closed = height >= CLOSED;
        let below = 1 + u16::from(own_status) + u16::from(closed);
        let body = Rect::new(0, 1, width, height - 1 - below);
        let (steps, topics, detail) = panes(body, pane);
        Some(Self {
            header: row(0),
            steps,
            topics,
            detail,
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

    /// The place of a pane.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Steps => self.steps,
            Pane::Topics => self.topics,
            Pane::Detail => self.detail,
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

type Panes = (Option<Rect>, Option<Rect>, Option<Rect>);

fn panes(body: Rect, pane: Pane) -> Panes {
    let part = |x, width| Some(Rect { x, width, ..body });
    let width = body.width;
    if width >= THREE_PANES {
        let steps = (width * 3 / 10).clamp(35, 40);
        let topics = (width / 3).clamp(32, 48);
        let detail = steps + topics + 2;
        return (
            part(0, steps),
            part(steps + 1, topics),
            part(detail, width - detail),
        );
    }
    if width >= TWO_PANES {
        let left = (width * 9 / 20).clamp(28, 40);
        let (first, second) = (part(0, left), part(left + 1, width - left - 1));
        return match pane {
            Pane::Steps => (first, second, None),
            Pane::Topics | Pane::Detail => (None, first, second),
        };
    }
    match pane {
        Pane::Steps => (Some(body), None, None),
        Pane::Topics => (None, Some(body), None),
        Pane::Detail => (None, None, Some(body)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANES: [Pane; 3] = [Pane::Steps, Pane::Topics, Pane::Detail];

    #[test]
    fn the_pane_with_the_keys_is_always_shown_within_the_screen() {
        for width in 0..250 {
            for height in 0..60 {
                for pane in PANES {
                    let Some(layout) = Layout::of(width, height, pane) else {
                        assert!(width < 20 || height < 5);
                        continue;
                    };
                    let shown = layout.pane(pane).unwrap();
                    assert!(inner(shown).height >= 2, "{width}x{height}");
                    let screen = Rect::new(0, 0, width, height);
                    let parts = [
                        layout.steps,
                        layout.topics,
                        layout.detail,
                        layout.closing,
                        layout.status,
                    ];
                    for part in parts
                        .into_iter()
                        .flatten()
                        .chain([layout.header, layout.footer])
                    {
                        assert_eq!(part.intersection(screen), part, "{width}x{height}");
                        assert!(!part.is_empty(), "{width}x{height}");
                    }
                }
            }
        }
    }

    #[test]
    fn panes_are_three_two_or_one_by_width() {
        let shown = |width| {
            let layout = Layout::of(width, 24, Pane::Topics).unwrap();
            PANES
                .into_iter()
                .filter(|&pane| layout.pane(pane).is_some())
                .count()
        };
        assert_eq!([59, 60, 99, 100].map(shown), [1, 2, 2, 3]);
    }
}
