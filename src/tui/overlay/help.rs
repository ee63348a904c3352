//! All keys, made from the keymap, searched by typing.

use std::sync::Arc;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Outcome;
use crate::tui::field::Field;
use crate::tui::key::Key;
use crate::tui::keymap::{Context, Keymap, OverlayAction};
use crate::tui::layout::{centred, from_column};
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::text::wrap;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words;

/// The widest that the help becomes.
const WIDEST: u16 = 84;
/// From this width of the list on keys and words stand side by side.
const SIDE_BY_SIDE: u16 = 56;
/// Cells for the keys where words stand beside them.
const KEYS: u16 = 20;
/// Cells before words that stand below their keys.
const INDENT: u16 = 3;
/// From this height of the room on an empty line parts the search from the list.
const ROOMY: u16 = 12;
/// How many characters may be typed.
const LONGEST: usize = 100;

/// All that it lists, the search and the scroll offset.
#[derive(Debug, Clone)]
pub struct State {
    keymap: Arc<Keymap>,
    entries: Vec<Entry>,
    search: Field,
    top: usize,
}

/// Something that the help says.
#[derive(Debug, Clone)]
struct Entry {
    heading: &'static str,
    /// The keys; empty where it is about none.
    names: String,
    words: &'static str,
    /// All that it is found by, in lower case.
    text: String,
}

/// One row of the list.
enum Row {
    Heading(&'static str),
    /// The keys, and what stands beside them.
    Keys(String, String),
    /// More words, from a column on.
    Words(u16, String),
}

impl State {
    /// The help for the keys of some contexts: those come first.
    #[must_use]
    pub fn new(keymap: Arc<Keymap>, near: &[Context]) -> Self {
        let far = Context::ALL.into_iter().filter(|each| !near.contains(each));
        let mut entries = Vec::new();
        for context in near.iter().copied().chain(far) {
            let bindings = keymap.bindings(context);
            let with_keys = bindings.filter(|binding| !binding.keys.is_empty());
            entries.extend(with_keys.map(|binding| {
                let names = binding.key_names();
                Entry {
                    heading: context.title(),
                    text: format!("{}\n{}\n{names}", binding.help, binding.label).to_lowercase(),
                    names,
                    words: binding.help,
                }
            }));
        }
        entries.extend(words::MOUSE.iter().map(|words| Entry {
            heading: words::WITH_THE_MOUSE,
            names: String::new(),
            words,
            text: words.to_lowercase(),
        }));
        Self {
            keymap,
            entries,
            search: Field::new(LONGEST),
            top: 0,
        }
    }

    /// What is searched for.
    #[must_use]
    pub fn search(&self) -> &str {
        self.search.value()
    }

    /// Where the parts stand in a room: as high as without a search, so that it does not jump while
    /// one types.
    fn place(&self, room: Rect) -> Place {
        Place::within(room, |width| self.rows_with("", width).len())
    }

    /// The rows that the search leaves for a list of this width.
    fn rows(&self, width: u16) -> Vec<Row> {
        self.rows_with(self.search.value(), width)
    }

    /// The rows of what has all of these words, below their headings.
    fn rows_with(&self, wanted: &str, width: u16) -> Vec<Row> {
        let wanted = wanted.to_lowercase();
        let is_found = |entry: &&Entry| {
            let mut wanted = wanted.split_whitespace();
            wanted.all(|word| entry.text.contains(word))
        };
        let mut rows = Vec::new();
        let mut heading = "";
        for entry in self.entries.iter().filter(is_found) {
            if heading != entry.heading {
                heading = entry.heading;
                rows.push(Row::Heading(heading));
            }
            entry.push(width, &mut rows);
        }
        rows
    }

    /// Takes what is typed into the search.
    pub fn typed(&mut self, key: Key) -> bool {
        let before = self.search.value().to_owned();
        let is_typed = self.search.typed(key);
        if self.search.value() != before {
            self.top = 0;
        }
        is_typed
    }

    /// Takes pasted text into the search.
    pub fn pasted(&mut self, text: &str) {
        self.search.pasted(text);
        self.top = 0;
    }

    /// Takes what was done with the mouse: the wheel scrolls, a click beside it closes it unless
    /// something is typed.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        let place = self.place(room);
        match mouse.deed {
            Deed::Wheel(rows) => {
                let fitting = usize::from(place.list.height);
                let all = self.rows(place.list.width).len();
                let top = first(self.top, all, fitting).saturating_add_signed(rows);
                self.top = first(top, all, fitting);
            }
            Deed::Click => {
                let is_beside = !place.frame.contains(mouse.at);
                if is_beside && self.search.value().is_empty() {
                    return Outcome::Close;
                }
            }
        }
        Outcome::Stay
    }

    /// Does what an action asks for in a room of this size.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        let place = self.place(room);
        let fitting = usize::from(place.list.height);
        let page = fitting.max(1);
        let rows = self.rows(place.list.width).len();
        // The room may have grown since, or the search left fewer rows.
        self.top = first(self.top, rows, fitting);
        match action {
            OverlayAction::Close => return Outcome::Close,
            OverlayAction::ClearText => {
                self.search.clear();
                self.top = 0;
            }
            OverlayAction::Move(by) => self.top = self.top.saturating_add_signed(by.rows(page)),
            OverlayAction::Accept
            | OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => {}
        }
        self.top = first(self.top, rows, fitting);
        Outcome::Stay
    }
}

impl Entry {
    /// Adds its rows for a list of this width: words beside the keys where both have room, else below.
    fn push(&self, width: u16, rows: &mut Vec<Row>) {
        let is_wide = width >= SIDE_BY_SIDE && !self.names.is_empty();
        let column = if is_wide { KEYS } else { INDENT };
        let words = wrap(self.words, usize::from(width.saturating_sub(column)));
        let mut words = words.into_iter();
        if self.names.width() + 2 < usize::from(KEYS) && is_wide {
            let beside = words.next().unwrap_or_default();
            rows.push(Row::Keys(self.names.clone(), beside));
        } else if !self.names.is_empty() {
            let names = wrap(&self.names, usize::from(width.saturating_sub(1)));
            rows.extend(names.into_iter().map(|it| Row::Keys(it, String::new())));
        }
        rows.extend(words.map(|words| Row::Words(column, words)));
    }
}

/// The first row to show where so many fit: no empty line below the last one.
fn first(top: usize, rows: usize, fitting: usize) -> usize {
    top.min(rows.saturating_sub(fitting))
}

/// Where the parts of the help stand.
struct Place {
    frame: Rect,
    search: Rect,
    list: Rect,
}

impl Place {
    /// In the middle of a room, high enough for so many rows where that is possible.
    fn within(room: Rect, rows: impl Fn(u16) -> usize) -> Self {
        let width = room.width.min(WIDEST);
        let inner = width.saturating_sub(4);
        let around = if room.height < ROOMY { 3 } else { 4 };
        let all = u16::try_from(rows(inner)).unwrap_or(u16::MAX);
        let height = all.saturating_add(around).min(room.height);
        let frame = centred(room, width, height);
        let part = |y: u16, height: u16| Rect {
            x: frame.x + 2,
            y: frame.y + y,
            width: inner,
            height,
        };
        Self {
            frame,
            search: part(1, 1),
            list: part(around - 1, height.saturating_sub(around)),
        }
    }
}

/// Draws the help in a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let place = state.place(room);
    let rows = state.rows(place.list.width);
    let fitting = usize::from(place.list.height);
    let first = first(state.top, rows.len(), fitting);
    let more = if first + fitting < rows.len() {
        words::MORE_BELOW
    } else {
        ""
    };
    pen.frame(place.frame, words::HELP, more);
    let x = pen.text(place.search, words::HELP_SEARCH, Role::Faint);
    state.search.draw(pen, from_column(place.search, x));
    if rows.is_empty() {
        let words = words::with_keys(words::HELP_NOTHING, &state.keymap);
        let words = wrap(&words, usize::from(place.list.width));
        for (line, words) in place.list.rows().zip(words) {
            pen.text(line, &words, Role::Text);
        }
    }
    for (line, row) in place.list.rows().zip(rows.iter().skip(first)) {
        draw_row(pen, row, line);
    }
}

fn draw_row(pen: &mut Pen<'_>, row: &Row, line: Rect) {
    match row {
        Row::Heading(title) => {
            pen.text(line, title, Role::Heading);
        }
        Row::Keys(names, words) => {
            pen.text(from_column(line, line.x + 1), names, Role::Key);
            pen.text(from_column(line, line.x + KEYS), words, Role::Text);
        }
        Row::Words(column, words) => {
            pen.text(from_column(line, line.x + column), words, Role::Text);
        }
    }
}
