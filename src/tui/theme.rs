//! The look: one table of roles to styles, one of glyphs.
//!
//! Text keeps the terminal's own foreground and background. A state is a glyph first and a colour
//! second, and colours are of the sixteen that every terminal has and its user chose.

use ratatui::style::{Color, Modifier, Style};

use crate::progress::Status;

/// What a piece of the screen is, as far as its look goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Text,
    /// What may be overlooked: dates, counts of others, hints.
    Faint,
    /// The title of the roadmap and of panes.
    Title,
    /// A heading within a pane.
    Heading,
    /// Lines between panes.
    Rule,
    /// The name of a key.
    Key,
    /// An address.
    Link,
    /// Something done.
    Done,
    /// Something under way.
    Learning,
    /// Something skipped.
    Skipped,
    /// What went well or cannot be done now.
    Notice,
    /// What the learner must know: something is not saved.
    Trouble,
    /// The selected row of the pane that has the keys.
    Cursor,
    /// The selected row of another pane.
    Selected,
}

impl Role {
    /// The role of a status.
    #[must_use]
    pub const fn of(status: Status) -> Self {
        match status {
            Status::Todo => Self::Text,
            Status::Learning => Self::Learning,
            Status::Done => Self::Done,
            Status::Skipped => Self::Skipped,
        }
    }
}

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    Auto,
    /// No colour at all: bold, dim and reverse only.
    Mono,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Auto, Self::Mono];

    /// The word for it in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Mono => "mono",
        }
    }

    /// The style of a role.
    #[must_use]
    pub const fn style(self, role: Role) -> Style {
        let (color, modifier) = match role {
            Role::Text | Role::Notice => (None, Modifier::empty()),
            Role::Faint | Role::Rule | Role::Skipped => (None, Modifier::DIM),
            Role::Title | Role::Heading | Role::Key | Role::Selected => (None, Modifier::BOLD),
            Role::Link => (None, Modifier::UNDERLINED),
            Role::Done => (Some(Color::Green), Modifier::empty()),
            Role::Learning => (Some(Color::Magenta), Modifier::empty()),
            Role::Trouble => (Some(Color::Red), Modifier::BOLD),
            Role::Cursor => (None, Modifier::REVERSED),
        };
        let style = Style::new().add_modifier(modifier);
        match (self, color) {
            (Self::Auto, Some(color)) => style.fg(color),
            (Self::Auto, None) | (Self::Mono, _) => style,
        }
    }
}

/// The signs that are drawn, each one cell wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether only ASCII may reach the screen.
    pub ascii: bool,
    /// Before the selected row.
    pub marker: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// Between remarks on one line.
    pub dot: &'static str,
    /// Where a text was cut.
    pub ellipsis: &'static str,
    /// A horizontal line.
    pub horizontal: &'static str,
    /// A vertical line.
    pub vertical: &'static str,
    /// Where a vertical line begins below a horizontal one.
    pub tee_down: &'static str,
    /// Where a vertical line ends above a horizontal one.
    pub tee_up: &'static str,
    /// The corners of a box: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// The done part of a bar.
    pub full: &'static str,
    /// The open part of a bar.
    pub empty: &'static str,
    /// What goes beyond the roadmap's source.
    pub extra: &'static str,
    /// Nothing, then more and more of it.
    pub shades: [&'static str; 5],
    /// A cell that is filled from below by one, two, to eight eighths.
    pub eighths: [&'static str; 8],
    statuses: [&'static str; 4],
}

impl Glyphs {
    /// For terminals that show UTF-8.
    pub const UNICODE: Self = Self {
        ascii: false,
        marker: "▸",
        bullet: "·",
        dot: "·",
        ellipsis: "…",
        horizontal: "─",
        vertical: "│",
        tee_down: "┬",
        tee_up: "┴",
        corners: ["┌", "┐", "└", "┘"],
        full: "█",
        empty: "░",
        extra: "+",
        shades: ["·", "░", "▒", "▓", "█"],
        eighths: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        statuses: ["○", "◐", "✓", "⊘"],
    };

    /// For all others.
    pub const ASCII: Self = Self {
        ascii: true,
        marker: ">",
        bullet: "-",
        dot: "-",
        ellipsis: "~",
        horizontal: "-",
        vertical: "|",
        tee_down: "+",
        tee_up: "+",
        corners: ["+", "+", "+", "+"],
        full: "#",
        empty: ".",
        extra: "+",
        shades: [".", "-", "+", "x", "#"],
        eighths: [".", ".", ".", ":", ":", ":", "#", "#"],
        statuses: ["o", "~", "x", "-"],
    };

    /// The glyph of a status.
    #[must_use]
    pub const fn status(&self, status: Status) -> &'static str {
        let [todo, learning, done, skipped] = self.statuses;
        match status {
            Status::Todo => todo,
            Status::Learning => learning,
            Status::Done => done,
            Status::Skipped => skipped,
        }
    }
}

/// How everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
}

impl Look {
    /// The style of a role.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_glyph_is_one_cell_wide() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let Glyphs {
                ascii,
                marker,
                bullet,
                dot,
                ellipsis,
                horizontal,
                vertical,
                tee_down,
                tee_up,
                corners,
                full,
                empty,
                extra,
                shades,
                eighths,
                statuses,
            } = glyphs;
            let all = [
                marker, bullet, dot, ellipsis, horizontal, vertical, tee_down, tee_up, full, empty,
                extra,
            ];
            let more = corners.into_iter().chain(shades).chain(eighths);
            for glyph in all.into_iter().chain(statuses).chain(more) {
                assert_eq!(glyph.width(), 1, "{glyph}");
                assert!(!ascii || glyph.is_ascii(), "{glyph}");
            }
        }
    }

    #[test]
    fn statuses_differ_without_colour() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let mut shown = Status::ALL.map(|status| glyphs.status(status)).to_vec();
            shown.sort_unstable();
            shown.dedup();
            assert_eq!(shown.len(), Status::ALL.len());
        }
    }

    #[test]
    fn shades_differ_without_colour() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let mut shades = glyphs.shades.to_vec();
            shades.sort_unstable();
            shades.dedup();
            assert_eq!(shades.len(), 5);
        }
    }

    #[test]
    fn the_mono_theme_has_no_colour() {
        for role in [Role::Done, Role::Learning, Role::Trouble, Role::Text] {
            assert_eq!(Theme::Mono.style(role).fg, None);
        }
    }
}
