//! What can lie over the screen, one a file; the model holds at most one.

pub mod ask;
mod finder;
pub mod help;
pub mod menu;
pub mod note;
pub mod palette;
pub mod search;
pub mod shelf;
pub mod themes;
pub mod welcome;

use std::path::PathBuf;

use ratatui::layout::Rect;

use super::found::Found;
use super::key::Key;
use super::keymap::{Action, Context, OverlayAction};
use super::list::Scrolling;
use super::mouse::Mouse;
use super::screen::Subject;
use super::shelf::Source;
use super::theme::Pick;
use super::view::Pen;
use crate::progress::Change;

/// What lies over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The keys, searchable.
    Help(help::State),
    /// The search.
    Search(Box<search::State>),
    /// The list of commands.
    Palette(palette::State),
    /// A question that is answered by a line of text.
    Ask(ask::State),
    /// A list of choices.
    Menu(menu::State),
    /// A note that is written.
    Note(Box<note::State>),
    /// How to begin.
    Welcome(welcome::State),
    /// The roadmaps that can be opened.
    Shelf(shelf::State),
}

/// What an action on an overlay comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stays open.
    Stay,
    /// It closes.
    Close,
    /// It closes, and the learner's progress changes, all at once.
    Record(Vec<Change>),
    /// It closes, and the screen shows what has these words.
    Search(String),
    /// It closes, and the learner goes to a place that was found.
    Found(Found),
    /// It closes, and this action runs as if its key had been pressed.
    Run(Action),
    /// It closes, and an address is opened in the browser.
    Open(String),
    /// It closes, and an address is copied.
    Copy(String),
    /// Its text goes to the learner's own editor, and it waits for that.
    Elsewhere,
    /// It closes, with the first choices of the learner: none, or all at once.
    Begin(Vec<Change>),
    /// It stays open, and this roadmap is opened.
    OpenRoadmap(Source),
    /// It stays open, and this file is dropped from its list.
    Forget(PathBuf),
    /// It stays open: what was chosen cannot be done now, and this is why.
    Refuse(String),
}

impl Overlay {
    /// Which keys apply on it.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Help(_) => Context::Help,
            Self::Search(_) => Context::Search,
            Self::Palette(_) => Context::Palette,
            Self::Ask(_) => Context::Ask,
            Self::Menu(_) => Context::Menu,
            Self::Note(_) => Context::Note,
            Self::Welcome(_) => Context::Welcome,
            Self::Shelf(_) => Context::Shelf,
        }
    }

    /// Whether it has a text field.
    #[must_use]
    pub const fn takes_text(&self) -> bool {
        match self {
            Self::Help(_) | Self::Search(_) | Self::Palette(_) | Self::Ask(_) | Self::Note(_) => {
                true
            }
            Self::Menu(_) | Self::Welcome(_) | Self::Shelf(_) => false,
        }
    }

    /// Takes what is typed into its text field, or chooses; none for every other key.
    pub fn typed(&mut self, key: Key) -> Option<Outcome> {
        match self {
            Self::Help(help) => help.typed(key).then_some(Outcome::Stay),
            Self::Search(search) => search.typed(key).then_some(Outcome::Stay),
            Self::Palette(palette) => palette.typed(key).then_some(Outcome::Stay),
            Self::Ask(ask) => ask.typed(key).then_some(Outcome::Stay),
            Self::Menu(menu) => menu.typed(key),
            Self::Note(note) => note.typed(key),
            Self::Welcome(welcome) => welcome.typed(key),
            Self::Shelf(_) => None,
        }
    }

    /// Takes pasted text into its text field.
    pub fn pasted(&mut self, text: &str) -> Outcome {
        match self {
            Self::Help(help) => help.pasted(text),
            Self::Search(search) => search.pasted(text),
            Self::Palette(palette) => palette.pasted(text),
            Self::Ask(ask) => ask.pasted(text),
            Self::Note(note) => return note.pasted(text),
            Self::Menu(_) | Self::Welcome(_) | Self::Shelf(_) => {}
        }
        Outcome::Stay
    }

    /// Brings what is in view in line with everything else, in the room that it is drawn in.
    pub fn settle(&mut self, room: Rect, scrolling: Scrolling) {
        match self {
            Self::Search(search) => search.settle(room, scrolling),
            Self::Palette(palette) => palette.settle(room, scrolling),
            Self::Menu(menu) => menu.settle(scrolling),
            Self::Note(note) => note.settle(room),
            Self::Help(_) | Self::Ask(_) | Self::Welcome(_) | Self::Shelf(_) => {}
        }
    }

    /// The theme that is looked at: the selected one.
    #[must_use]
    pub fn looked_at(&self) -> Option<Pick> {
        let action = match self {
            Self::Menu(menu) => match menu.selected()?.choice {
                menu::Choice::Run(action) => Some(action),
                menu::Choice::Nothing
                | menu::Choice::Record(_)
                | menu::Choice::Open(_)
                | menu::Choice::Copy(_) => None,
            },
            Self::Palette(palette) => palette.looked_at(),
            Self::Help(_)
            | Self::Search(_)
            | Self::Ask(_)
            | Self::Note(_)
            | Self::Welcome(_)
            | Self::Shelf(_) => None,
        };
        let Action::Theme(pick) = action? else {
            return None;
        };
        Some(pick)
    }

    /// Takes what was done with the mouse, in the room that it is drawn in. A click beside it closes it,
    /// but for one that has a text in it that would be lost.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        match self {
            Self::Help(help) => help.point(mouse, room),
            Self::Search(search) => search.point(mouse, room),
            Self::Palette(palette) => palette.point(mouse, room),
            Self::Ask(_) | Self::Note(_) => Outcome::Stay,
            Self::Menu(menu) => menu.point(mouse, room),
            Self::Welcome(welcome) => welcome.point(mouse, room),
            Self::Shelf(list) => list.point(mouse, room),
        }
    }

    /// Does what an action asks for on it, in the room that it is drawn in.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        match self {
            Self::Help(help) => help.act(action, room),
            Self::Search(search) => search.act(action, room),
            Self::Palette(palette) => palette.act(action, room),
            Self::Ask(ask) => ask.act(action),
            Self::Menu(menu) => menu.act(action, room),
            Self::Note(note) => note.act(action, room),
            Self::Welcome(welcome) => welcome.act(action),
            Self::Shelf(list) => list.act(action, room),
        }
    }
}

/// Draws an overlay in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, overlay: &Overlay, room: Rect) {
    match overlay {
        Overlay::Help(help) => help::draw(pen, help, room),
        Overlay::Search(search) => search::draw(pen, subject, search, room),
        Overlay::Palette(palette) => palette::draw(pen, palette, room),
        Overlay::Ask(ask) => ask::draw(pen, ask, room),
        Overlay::Menu(menu) => menu::draw(pen, menu, room),
        Overlay::Note(note) => note::draw(pen, note, room),
        Overlay::Welcome(welcome) => welcome::draw(pen, welcome, room),
        Overlay::Shelf(shelf) => shelf::draw(pen, subject, shelf, room),
    }
}
