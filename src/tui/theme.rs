//! The look: one table of roles to styles, one of glyphs.
//!
//! A state is a glyph first and a colour second. By default text keeps the terminal's own foreground
//! and background, and colours are of the sixteen that every terminal has and its user chose; other
//! themes bring all of them, so that how well they can be told apart is known and tested.

mod depth;
mod palette;
mod wardrobe;

pub use depth::Depth;
pub use wardrobe::{Pick, Wardrobe};

use ratatui::style::{Color, Modifier, Style};

use self::palette::Palette;

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
    /// A letter that was looked for.
    Match,
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
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Faint,
        Self::Title,
        Self::Heading,
        Self::Rule,
        Self::Key,
        Self::Link,
        Self::Match,
        Self::Done,
        Self::Learning,
        Self::Skipped,
        Self::Notice,
        Self::Trouble,
        Self::Cursor,
        Self::Selected,
    ];

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The terminal's own foreground and background, and its own sixteen colours.
    Auto,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// As far apart as colours can be, on black.
    HighContrast,
    /// No colour at all: bold, dim and reverse only.
    Mono,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Auto,
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::Mono,
    ];

    /// The word for it in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme that a word of the configuration means.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == word)
    }

    /// The colours that it brings; none where they are the terminal's.
    const fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::Auto | Self::Mono => None,
            Self::Dark => Some(&palette::DARK),
            Self::Light => Some(&palette::LIGHT),
            Self::HighContrast => Some(&palette::HIGH_CONTRAST),
        }
    }
}

/// The style of a role on the terminal's own foreground and background.
fn own_style(role: Role, has_colour: bool) -> Style {
    let (color, modifier) = match role {
        Role::Text | Role::Notice => (None, Modifier::empty()),
        Role::Faint | Role::Rule | Role::Skipped => (None, Modifier::DIM),
        Role::Title | Role::Heading | Role::Key | Role::Selected => (None, Modifier::BOLD),
        Role::Link => (None, Modifier::UNDERLINED),
        Role::Match => (None, Modifier::BOLD.union(Modifier::UNDERLINED)),
        Role::Done => (Some(Color::Green), Modifier::empty()),
        Role::Learning => (Some(Color::Magenta), Modifier::empty()),
        Role::Trouble => (Some(Color::Red), Modifier::BOLD),
        Role::Cursor => (None, Modifier::REVERSED),
    };
    let style = Style::new().add_modifier(modifier);
    // Faint in reverse is a patch of another background.
    let style = if role == Role::Cursor {
        style.remove_modifier(Modifier::DIM)
    } else {
        style
    };
    match color {
        Some(color) if has_colour => style.fg(color),
        Some(_) | None => style,
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
    /// What has a note.
    pub note: &'static str,
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
        note: "≡",
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
        note: "=",
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
    /// How many of them the terminal shows.
    pub depth: Depth,
    /// The signs.
    pub glyphs: Glyphs,
}

impl Look {
    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        match self.theme.palette() {
            Some(palette) => palette.style(role, self.depth),
            None => own_style(role, self.theme != Theme::Mono),
        }
    }

    /// The style of the screen where nothing stands.
    #[must_use]
    pub fn ground(&self) -> Style {
        let palette = self.theme.palette();
        palette.map_or_else(Style::new, |palette| palette.ground(self.depth))
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
                note,
                shades,
                eighths,
                statuses,
            } = glyphs;
            let all = [
                marker, bullet, dot, ellipsis, horizontal, vertical, tee_down, tee_up, full, empty,
                extra, note,
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

    /// The colours of the sixteen as most terminals and the console of Linux have them.
    const SIXTEEN: [[u8; 3]; 16] = [
        [0, 0, 0],
        [170, 0, 0],
        [0, 170, 0],
        [170, 85, 0],
        [0, 0, 170],
        [170, 0, 170],
        [0, 170, 170],
        [170, 170, 170],
        [85, 85, 85],
        [255, 85, 85],
        [85, 255, 85],
        [255, 255, 85],
        [85, 85, 255],
        [255, 85, 255],
        [85, 255, 255],
        [255, 255, 255],
    ];

    fn rgb(color: Color) -> [u8; 3] {
        match color {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Indexed(number) => {
                depth::indexed(number).unwrap_or_else(|| SIXTEEN[usize::from(number)])
            }
            other => panic!("{other} is no colour that is known"),
        }
    }

    /// Relative luminance, as the Web Content Accessibility Guidelines 2 define it.
    fn luminance(color: [u8; 3]) -> f64 {
        let [red, green, blue] = color.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of the same guidelines: from 1 to 21.
    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(rgb(one)), luminance(rgb(other)));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn contrast_is_measured_as_the_guidelines_do() {
        let [black, white, grey] = [0, 255, 119].map(|part| Color::Rgb(part, part, part));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(white, grey) - 4.48).abs() < 0.005);
    }

    #[test]
    fn every_role_can_be_read_on_its_ground_in_every_theme_with_colours_of_its_own() {
        for (theme, least) in [
            (Theme::Dark, 4.5),
            (Theme::Light, 4.5),
            (Theme::HighContrast, 7.0),
        ] {
            for depth in Depth::ALL {
                let look = Look {
                    theme,
                    depth,
                    glyphs: Glyphs::UNICODE,
                };
                for role in Role::ALL {
                    let style = look.style(role);
                    let behind = style.bg.or(look.ground().bg).unwrap();
                    let found = contrast(style.fg.unwrap(), behind);
                    // Lines part things; nobody reads them.
                    let least = if role == Role::Rule { 3.0 } else { least };
                    assert!(found >= least, "{theme:?} {depth:?} {role:?}: {found:.2}");
                    assert!(!style.add_modifier.contains(Modifier::DIM), "{role:?}");
                }
            }
        }
    }

    #[test]
    fn the_selected_row_is_told_from_the_others_in_every_theme() {
        for theme in Theme::ALL {
            for depth in Depth::ALL {
                let look = Look {
                    theme,
                    depth,
                    glyphs: Glyphs::UNICODE,
                };
                let [text, cursor, selected] =
                    [Role::Text, Role::Cursor, Role::Selected].map(|role| look.style(role));
                assert_ne!(text, cursor, "{theme:?} {depth:?}");
                assert_ne!(text, selected, "{theme:?} {depth:?}");
                assert_ne!(cursor, selected, "{theme:?} {depth:?}");
            }
        }
    }

    #[test]
    fn what_is_faint_is_not_so_under_the_cursor() {
        for theme in Theme::ALL {
            let look = Look {
                theme,
                depth: Depth::True,
                glyphs: Glyphs::UNICODE,
            };
            let both = look.style(Role::Faint).patch(look.style(Role::Cursor));
            assert!(!both.add_modifier.contains(Modifier::DIM), "{theme:?}");
        }
    }

    #[test]
    fn the_terminals_own_colours_stay_where_no_theme_brings_others() {
        for theme in [Theme::Auto, Theme::Mono] {
            let look = Look {
                theme,
                depth: Depth::True,
                glyphs: Glyphs::UNICODE,
            };
            assert_eq!(look.ground(), Style::new());
            for role in Role::ALL {
                let style = look.style(role);
                assert_eq!(style.bg, None, "{role:?}");
                let is_coloured = style.fg.is_some();
                let may_be = matches!(role, Role::Done | Role::Learning | Role::Trouble);
                assert_eq!(is_coloured, theme == Theme::Auto && may_be, "{role:?}");
            }
        }
    }

    #[test]
    fn every_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::named(theme.name()), Some(theme));
        }
        assert_eq!(Theme::named("solarized"), None);
    }
}
