//! Where the three panes of the roadmap screen stand: all of them, two or one, by the width.

use ratatui::layout::{Position, Rect};

/// The panes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Pane {
    /// The steps.
    #[default]
    Steps,
    /// The topics of the selected step.
    Topics,
    /// The text of what is selected.
    Detail,
}

impl Pane {
    /// The word for it in the session file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Topics => "topics",
            Self::Detail => "detail",
        }
    }

    /// The pane that a word of the session file names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Steps, Self::Topics, Self::Detail]
            .into_iter()
            .find(|pane| pane.word() == word)
    }

    /// The pane on the right, then around.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Steps => Self::Topics,
            Self::Topics => Self::Detail,
            Self::Detail => Self::Steps,
        }
    }

    /// The pane on the left, then around.
    pub(super) const fn previous(self) -> Self {
        match self {
            Self::Steps => Self::Detail,
            Self::Topics => Self::Steps,
            Self::Detail => Self::Topics,
        }
    }
}

/// From this width on there are three panes.
const THREE: u16 = 100;
/// From this width on there are two.
const TWO: u16 = 60;

/// The places of the panes. A pane's first row is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// The list of steps.
    pub steps: Option<Rect>,
    /// The topics of the selected step.
    pub topics: Option<Rect>,
    /// The text of what is selected.
    pub detail: Option<Rect>,
}

impl Panes {
    /// Lays out the panes in the room between header and footer, so that `pane`, which has the keys,
    /// is among those that are shown.
    #[must_use]
    pub fn of(body: Rect, pane: Pane) -> Self {
        let part = |x, width| Some(Rect { x, width, ..body });
        let width = body.width;
        let (steps, topics, detail) = if width >= THREE {
            let steps = (width * 3 / 10).clamp(35, 40);
            let topics = (width / 3).clamp(32, 48);
            let detail = steps + topics + 2;
            (
                part(0, steps),
                part(steps + 1, topics),
                part(detail, width - detail),
            )
        } else if width >= TWO {
            let left = (width * 9 / 20).clamp(28, 40);
            let (first, second) = (part(0, left), part(left + 1, width - left - 1));
            match pane {
                Pane::Steps => (first, second, None),
                Pane::Topics | Pane::Detail => (None, first, second),
            }
        } else {
            match pane {
                Pane::Steps => (Some(body), None, None),
                Pane::Topics => (None, Some(body), None),
                Pane::Detail => (None, None, Some(body)),
            }
        };
        Self {
            steps,
            topics,
            detail,
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

    /// The pane at a place.
    #[must_use]
    pub fn at(&self, at: Position) -> Option<(Pane, Rect)> {
        let panes = [Pane::Steps, Pane::Topics, Pane::Detail];
        let mut shown = panes
            .into_iter()
            .filter_map(|pane| Some((pane, self.pane(pane)?)));
        shown.find(|(_, area)| area.contains(at))
    }

    /// The panes that are shown, from left to right.
    pub fn shown(&self) -> impl Iterator<Item = Rect> {
        [self.steps, self.topics, self.detail].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_are_three_two_or_one_by_width() {
        let shown = |width| {
            let panes = Panes::of(Rect::new(0, 1, width, 20), Pane::Topics);
            panes.shown().count()
        };
        assert_eq!([59, 60, 99, 100].map(shown), [1, 2, 2, 3]);
    }
}
