//! Hyperlinks: which cells of a screen lead to which address, and which terminals make use of it.
//!
//! A cell holds nothing but what is shown. Where it leads to is known beside the buffer, and only
//! [`terminal`](super::terminal) writes it, as OSC 8.

use std::fmt::Write as _;
use std::sync::Arc;

use ratatui::layout::Rect;

/// Cells of one row that lead to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The cells: one row of them.
    pub cells: Rect,
    /// The address, in printable ASCII.
    pub url: Arc<str>,
}

/// All cells of a screen that lead anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Regions(Vec<Region>);

impl Regions {
    /// Lets cells of one row lead to an address, however it is written.
    pub fn add(&mut self, cells: Rect, url: &str) {
        if !cells.is_empty() {
            let url = encoded(url).into();
            self.0.push(Region { cells, url });
        }
    }

    /// Takes the cells of a rectangle out: something else is drawn there.
    pub fn clear(&mut self, room: Rect) {
        let regions = std::mem::take(&mut self.0);
        self.0.extend(regions.into_iter().flat_map(|region| {
            let cells = region.cells;
            let is_apart = !cells.intersects(room);
            let whole = is_apart.then_some(cells);
            let left = Rect {
                width: room.x.saturating_sub(cells.x),
                ..cells
            };
            let right = Rect {
                x: room.right(),
                width: cells.right().saturating_sub(room.right()),
                ..cells
            };
            let parts = [left, right].into_iter().filter(move |_| !is_apart);
            let parts = whole.into_iter().chain(parts);
            let parts = parts.filter(|part| !part.is_empty());
            parts
                .map(|cells| Region {
                    cells,
                    url: Arc::clone(&region.url),
                })
                .collect::<Vec<_>>()
        }));
    }

    /// Where a cell leads to.
    #[must_use]
    pub fn at(&self, x: u16, y: u16) -> Option<&str> {
        let is_there = |region: &&Region| region.cells.contains((x, y).into());
        self.0.iter().find(is_there).map(|region| &*region.url)
    }

    /// The regions.
    pub fn iter(&self) -> impl Iterator<Item = &Region> {
        self.0.iter()
    }
}

/// An address in printable ASCII: everything else is written as its bytes behind a `%`.
fn encoded(url: &str) -> String {
    url.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_graphic() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

/// Variables that only terminals with hyperlinks set.
const MARKS: [&str; 5] = [
    "ALACRITTY_WINDOW_ID",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "WEZTERM_PANE",
    "WT_SESSION",
];
/// What `TERM_PROGRAM` says in others.
const PROGRAMS: [&str; 8] = [
    "ghostty",
    "hyper",
    "iterm.app",
    "mintty",
    "rio",
    "tabby",
    "vscode",
    "wezterm",
];
/// What `TERM` begins with in others.
const TERMS: [&str; 7] = [
    "alacritty",
    "contour",
    "foot",
    "rio",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];
/// The first version of the library of GNOME's terminals that shows hyperlinks and survives them.
const VTE: u32 = 5001;

/// Whether a terminal is known to take hyperlinks, by the environment alone: a question to the
/// terminal would be waited for. One that is not known is taken to be one that does not, and so is a
/// multiplexer, which passes them on only where it was told to.
#[must_use]
pub fn takes_hyperlinks(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let lower = |name: &str| variable(name).unwrap_or_default().to_lowercase();
    let term = lower("TERM");
    let begins = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
    // A terminal as old as a vt220; `vte` is another.
    let is_old = term
        .strip_prefix("vt")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    if term.is_empty() || is_old || begins(&["dumb", "linux", "screen", "tmux"]) {
        return false;
    }
    if ["TMUX", "STY", "ZELLIJ"].iter().any(is_set) {
        return false;
    }
    let vte = lower("VTE_VERSION").parse::<u32>();
    let program = lower("TERM_PROGRAM");
    MARKS.iter().any(is_set)
        || PROGRAMS.contains(&program.as_str())
        || begins(&TERMS)
        || vte.is_ok_and(|version| version >= VTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_that_are_known_to_take_hyperlinks_get_them() {
        for (environment, expected) in [
            (&[][..], false),
            (&[("TERM", "xterm-256color")], false),
            (&[("TERM", "dumb"), ("VTE_VERSION", "7600")], false),
            (&[("TERM", "linux"), ("KITTY_WINDOW_ID", "1")], false),
            (&[("TERM", "vt220"), ("WT_SESSION", "x")], false),
            (&[("VTE_VERSION", "7600")], false),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true),
            (
                &[("TERM", "xterm-256color"), ("VTE_VERSION", "5000")],
                false,
            ),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "x")], false),
            (&[("TERM", "xterm-kitty")], true),
            (
                &[("TERM", "xterm-256color"), ("KITTY_WINDOW_ID", "1")],
                true,
            ),
            (
                &[("TERM", "xterm-256color"), ("KITTY_WINDOW_ID", "")],
                false,
            ),
            (&[("TERM", "xterm-256color"), ("WT_SESSION", "x")], true),
            (
                &[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "230800")],
                true,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")],
                true,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")],
                true,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "vscode")],
                true,
            ),
            (
                &[
                    ("TERM", "xterm-256color"),
                    ("TERM_PROGRAM", "Apple_Terminal"),
                ],
                false,
            ),
            (&[("TERM", "foot-extra")], true),
            (&[("TERM", "alacritty")], true),
            (&[("TERM", "vte-256color"), ("VTE_VERSION", "7600")], true),
            (&[("TERM", "vte"), ("VTE_VERSION", "7600")], true),
            (&[("TERM", "vt220"), ("VTE_VERSION", "7600")], false),
            // Within a multiplexer the variables are those of the terminal around it.
            (
                &[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")],
                false,
            ),
            (&[("TERM", "screen"), ("WT_SESSION", "x")], false),
            (&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/tmux,1,0")], false),
            (&[("TERM", "xterm-kitty"), ("STY", "1.pts")], false),
        ] {
            let variable = |name: &str| {
                let mut set = environment.iter();
                let found = set.find(|(each, _)| *each == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(takes_hyperlinks(variable), expected, "{environment:?}");
        }
    }

    #[test]
    fn an_address_is_sent_in_printable_ascii() {
        for (url, sent) in [
            ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
            (
                "https://bücher.example/ä",
                "https://b%C3%BCcher.example/%C3%A4",
            ),
            ("https://a/\u{1b}\\ \u{9c}", "https://a/%1B\\%20%C2%9C"),
        ] {
            assert_eq!(encoded(url), sent);
        }
    }

    #[test]
    fn what_lies_over_a_link_leads_nowhere() {
        let mut regions = Regions::default();
        for y in 0..4 {
            regions.add(Rect::new(2, y, 10, 1), "https://a/");
        }
        regions.add(Rect::new(2, 9, 0, 1), "https://a/");
        regions.clear(Rect::new(4, 1, 3, 1));
        regions.clear(Rect::new(0, 2, 20, 1));
        regions.clear(Rect::new(8, 3, 20, 5));
        let at = |y| {
            (0..20)
                .filter(|x| regions.at(*x, y).is_some())
                .collect::<Vec<_>>()
        };
        assert_eq!(at(0), (2..12).collect::<Vec<_>>());
        assert_eq!(at(1), [2, 3, 7, 8, 9, 10, 11]);
        assert_eq!(at(2), []);
        assert_eq!(at(3), (2..8).collect::<Vec<_>>());
        assert_eq!(regions.iter().count(), 4);
    }
}
