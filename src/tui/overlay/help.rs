//! All keys, made from the keymap, searched by typing.

use std::sync::Arc;

use crossterm::event::KeyCode;
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use super::Outcome;
use crate::plain::clean;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Context, Keymap, OverlayAction};
use crate::tui::layout::from_column;
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
/// From this height of the room on an empty line parts the search from the list.
const ROOMY: u16 = 12;

/// Where the help was opened, the search and the scroll offset.
#[derive(Debug, Clone)]
pub struct State {
    keymap: Arc<Keymap>,
    /// Those whose keys apply where it was opened.
    near: Vec<Context>,
    search: Input,
    top: usize,
}

/// One row of the list.
enum Row {
    Heading(&'static str),
    Keys { names: String, words: &'static str },
    Words(String),
}

impl State {
    /// The help for the keys of some contexts: those come first.
    #[must_use]
    pub fn new(keymap: Arc<Keymap>, near: Vec<Context>) -> Self {
        Self {
            keymap,
            near,
            search: Input::default(),
            top: 0,
        }
    }

    /// Every context, those first whose keys apply where the help was opened.
    fn contexts(&self) -> impl Iterator<Item = Context> {
        let far = Context::ALL
            .into_iter()
            .filter(|each| !self.near.contains(each));
        self.near.iter().copied().chain(far)
    }

    /// Where the parts stand in a room: as high as without a search, so that it does not jump while
    /// one types.
    fn place(&self, room: Rect) -> Place {
        let all = Self {
            search: Input::default(),
            ..self.clone()
        };
        Place::within(room, |width| all.rows(width).len())
    }

    /// The rows that the search leaves, headings over what is left of each context, for a list of
    /// this width.
    fn rows(&self, width: u16) -> Vec<Row> {
        let wanted = self.search.value().to_lowercase();
        let found = |row: &&Binding| {
            wanted.split_whitespace().all(|word| {
                row.help.to_lowercase().contains(word)
                    || row.label.contains(word)
                    || row.key_names().to_lowercase().contains(word)
            })
        };
        let mut rows = Vec::new();
        for context in self.contexts() {
            let bindings = self.keymap.bindings(context);
            let has_key = |row: &&Binding| !row.keys.is_empty();
            let mut keys = bindings.filter(has_key).filter(found).peekable();
            if keys.peek().is_some() {
                rows.push(Row::Heading(context.title()));
            }
            for binding in keys {
                push_binding(binding, width, &mut rows);
            }
        }
        push_mouse(&wanted, width, &mut rows);
        rows
    }

    /// Takes what is typed into the search.
    pub fn typed(&mut self, key: Key) -> bool {
        let request = match (key.typed(), key.code) {
            (Some(character), _) => InputRequest::InsertChar(character),
            (None, KeyCode::Backspace) => InputRequest::DeletePrevChar,
            (None, _) => return false,
        };
        self.search.handle(request);
        self.top = 0;
        true
    }

    /// Takes the first line of pasted text into the search.
    pub fn pasted(&mut self, text: &str) {
        // Most terminals paste a line break as the key that makes one: a carriage return.
        let line = text.split(['\r', '\n']).next().unwrap_or_default();
        for character in clean(line).chars().take(100) {
            self.search.handle(InputRequest::InsertChar(character));
        }
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
                self.search.reset();
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

/// Adds what the mouse does, as far as it has the words that are looked for.
fn push_mouse(wanted: &str, width: u16, rows: &mut Vec<Row>) {
    let found = |line: &&&str| {
        let mut wanted = wanted.split_whitespace();
        wanted.all(|word| line.to_lowercase().contains(word))
    };
    let mut lines = words::MOUSE.iter().filter(found).peekable();
    if lines.peek().is_some() {
        rows.push(Row::Heading(words::WITH_THE_MOUSE));
    }
    let width = usize::from(width.saturating_sub(3));
    rows.extend(lines.flat_map(|line| wrap(line, width)).map(Row::Words));
}

/// Adds the row of a binding; where the list is narrow its words go below the keys.
fn push_binding(binding: &Binding, width: u16, rows: &mut Vec<Row>) {
    let names = binding.key_names();
    if width >= SIDE_BY_SIDE {
        let words = binding.help;
        rows.push(Row::Keys { names, words });
        return;
    }
    rows.push(Row::Keys { names, words: "" });
    let lines = wrap(binding.help, usize::from(width.saturating_sub(3)));
    rows.extend(lines.into_iter().map(Row::Words));
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
        let frame = Rect {
            x: room.x + (room.width - width) / 2,
            y: room.y + (room.height - height) / 2,
            width,
            height,
        };
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
    search(pen, &state.search, from_column(place.search, x));
    if rows.is_empty() {
        let words = words::with_keys(words::HELP_NOTHING, &state.keymap);
        let words = pen.cut(&words, place.list.width);
        pen.text(place.list, &words, Role::Text);
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
        Row::Keys { names, words } => {
            pen.text(from_column(line, line.x + 1), names, Role::Key);
            pen.text(from_column(line, line.x + KEYS), words, Role::Text);
        }
        Row::Words(words) => {
            pen.text(from_column(line, line.x + 3), words, Role::Text);
        }
    }
}

/// The typed text with a block for the cursor, which is always in view.
fn search(pen: &mut Pen<'_>, input: &Input, field: Rect) {
    let width = usize::from(field.width.saturating_sub(1));
    let skipped = input.visual_scroll(width);
    let shown: String = {
        let mut passed = 0;
        input
            .value()
            .chars()
            .skip_while(|each| {
                passed += unicode_width::UnicodeWidthChar::width(*each).unwrap_or(0);
                passed <= skipped
            })
            .collect()
    };
    let x = pen.text(field, &shown, Role::Text);
    pen.text(from_column(field, x), " ", Role::Cursor);
}
