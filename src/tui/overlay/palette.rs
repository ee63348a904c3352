//! The list of commands: every action by its name, with its keys, found by typing.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Outcome;
use super::finder::{Clicked, Finder, Place};
use crate::insight::{Fuzzy, Query};
use crate::tui::command::Command;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, OverlayAction};
use crate::tui::layout::from_column;
use crate::tui::list::Scrolling;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::text::wrap;
use crate::tui::theme::Role;
use crate::tui::view::{Pen, marked};
use crate::tui::words::palette as say;

/// From this width of the list on the words of a command stand beside its name.
const SIDE_BY_SIDE: u16 = 56;
/// Cells for the name where words stand beside it.
const NAME: u16 = 21;

/// All commands, and those that are found.
#[derive(Debug, Clone)]
pub struct State {
    finder: Finder,
    /// Those that can run before all others: first those run lately, last those that only move.
    commands: Vec<Command>,
    /// The places of those that are found, the best first.
    shown: Vec<usize>,
    /// Whether one went through them.
    has_moved: bool,
}

/// Name and words of a command in a row: what is searched.
fn text(command: &Command) -> String {
    format!("{} {}", command.action.name(), command.help)
}

/// How well a command fits; its name counts twice. None where it does not, or only by chance.
fn score(fuzzy: &mut Fuzzy, query: &Query, command: &Command) -> Option<u32> {
    let fit = fuzzy.fit(query, &text(command));
    let fit = fit.filter(|fit| !fit.is_chance)?;
    let name = fuzzy.fit(query, command.action.name());
    let name = name.filter(|name| !name.is_chance);
    Some(fit.score + name.map_or(0, |name| name.score))
}

/// Which letters of name and words are looked for: those of the name where it has all of them.
fn marks(fuzzy: &mut Fuzzy, query: &Query, command: &Command) -> Vec<usize> {
    let name = fuzzy.marks(query, command.action.name());
    if name.is_empty() {
        return fuzzy.marks(query, &text(command));
    }
    name
}

impl State {
    /// The list of some commands; those lately run come first.
    #[must_use]
    pub fn new(mut commands: Vec<Command>, recent: &[Action]) -> Self {
        commands.sort_by_key(|command| {
            let place = recent.iter().position(|action| *action == command.action);
            let place = place.unwrap_or(recent.len());
            (command.refusal.is_some(), place, command.action.is_motion())
        });
        let mut state = Self {
            finder: Finder::new(),
            shown: Vec::new(),
            has_moved: false,
            commands,
        };
        state.find();
        state
    }

    /// The same list of what can run by now, with the same command selected where it is found.
    #[must_use]
    pub fn renewed(self, commands: Vec<Command>, recent: &[Action]) -> Self {
        let selected = self.selected().map(|command| command.action);
        let mut state = Self::new(commands, recent);
        state.finder = self.finder;
        state.find();
        state.has_moved = self.has_moved;
        let actions = state.shown.iter().map(|at| state.commands.get(*at));
        let mut actions = actions.map(|command| command.map(|command| command.action));
        let same = actions.position(|action| action == selected);
        state.finder.selected = same.unwrap_or(0);
        state
    }

    fn find(&mut self) {
        let query = Query::new(self.finder.field.value());
        let mut fuzzy = Fuzzy::default();
        let mut ranks = Vec::new();
        for (at, command) in self.commands.iter().enumerate() {
            let score = score(&mut fuzzy, &query, command);
            ranks.extend(score.map(|score| (Reverse(score), at)));
        }
        ranks.sort_unstable();
        self.shown = ranks.into_iter().map(|(_, at)| at).collect();
        self.finder.restart();
        self.has_moved = false;
    }

    /// Takes what is typed into the line.
    pub fn typed(&mut self, key: Key) -> bool {
        let before = self.finder.field.value().to_owned();
        let is_typed = self.finder.field.typed(key);
        if self.finder.field.value() != before {
            self.find();
        }
        is_typed
    }

    /// Takes pasted text into the line.
    pub fn pasted(&mut self, text: &str) {
        self.finder.field.pasted(text);
        self.find();
    }

    /// Keeps the selection in view in a room.
    pub fn settle(&mut self, room: Rect, scrolling: Scrolling) {
        self.finder.scrolling = scrolling;
        self.finder.settle(self.shown.len(), room);
    }

    /// The selected command.
    #[must_use]
    pub fn selected(&self) -> Option<&Command> {
        self.commands.get(*self.shown.get(self.finder.selected)?)
    }

    /// What the selected command asks for, where it can run and was looked for: the first of the whole
    /// list is selected before anything is.
    #[must_use]
    pub fn looked_at(&self) -> Option<Action> {
        if !self.has_moved && self.finder.field.value().trim().is_empty() {
            return None;
        }
        let command = self.selected()?;
        command.refusal.is_none().then_some(command.action)
    }

    /// Takes what was done with the mouse: a click on a row chooses it.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        self.has_moved |= matches!(mouse.deed, Deed::Wheel(_));
        match self.finder.point(mouse, self.shown.len(), room) {
            Some(Clicked::Row) => self.accept(),
            Some(Clicked::Beside) => Outcome::Close,
            None => Outcome::Stay,
        }
    }

    /// Does what an action asks for in a room.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        match action {
            OverlayAction::Close => return Outcome::Close,
            OverlayAction::Accept => return self.accept(),
            OverlayAction::ClearText => {
                self.finder.act(action, self.shown.len(), room);
                self.find();
            }
            OverlayAction::Move(_) => {
                self.has_moved = true;
                self.finder.act(action, self.shown.len(), room);
            }
            OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => {}
        }
        Outcome::Stay
    }

    fn accept(&self) -> Outcome {
        let Some(command) = self.selected() else {
            return Outcome::Refuse(say::NOTHING.to_owned());
        };
        match &command.refusal {
            Some(reason) => Outcome::Refuse(reason.clone()),
            None => Outcome::Run(command.action),
        }
    }
}

/// Draws the list in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let place = Place::within(room);
    let finder = &state.finder;
    let note = if state.shown.is_empty() {
        String::new()
    } else {
        say::count(finder.selected + 1, state.shown.len())
    };
    finder.draw(pen, &place, say::COMMANDS, &note);
    if state.shown.is_empty() {
        let lines = wrap(
            say::NOTHING,
            usize::from(place.list.width.saturating_sub(1)),
        );
        for (row, line) in place.list.rows().zip(lines) {
            pen.text(from_column(row, row.x + 1), &line, Role::Faint);
        }
    }
    let query = Query::new(finder.field.value());
    let mut fuzzy = Fuzzy::default();
    for (row, at) in place.list.rows().zip(finder.top..) {
        let command = state.shown.get(at).and_then(|at| state.commands.get(*at));
        if let Some(command) = command {
            let marks = marks(&mut fuzzy, &query, command);
            draw_command(pen, row, command, &marks);
            if at == finder.selected {
                pen.mark(row);
            }
        }
    }
    if let (Some(row), Some(command)) = (place.remark, state.selected()) {
        draw_remark(pen, row, command);
    }
}

/// Below the list: why the selected command cannot run, or what it does.
fn draw_remark(pen: &mut Pen<'_>, row: Rect, command: &Command) {
    let (words, role) = match &command.refusal {
        Some(reason) => (reason.as_str(), Role::Text),
        None => (command.help, Role::Faint),
    };
    pen.text(row, &pen.cut(words, row.width), role);
}

/// Draws a command: its name, where there is room its words, and its keys.
fn draw_command(pen: &mut Pen<'_>, row: Rect, command: &Command, marks: &[usize]) {
    let name = command.action.name();
    let role = match command.refusal {
        Some(_) => Role::Faint,
        None => Role::Text,
    };
    let body = from_column(row, row.x + 1);
    let keys = pen.cut(&command.keys, body.width / 3);
    let key_role = match command.refusal {
        Some(_) => Role::Faint,
        None => Role::Key,
    };
    pen.right(body, &keys, key_role);
    let taken = u16::try_from(keys.width()).unwrap_or(body.width);
    let free = Rect {
        width: body.width.saturating_sub(taken + 2),
        ..body
    };
    // Names are ASCII; behind the name there is a space.
    let words = name.len() + 1;
    let (in_name, in_help): (Vec<usize>, Vec<usize>) =
        marks.iter().partition(|mark| **mark < words);
    if row.width < SIDE_BY_SIDE {
        marked(pen, free, name, &in_name, role);
        return;
    }
    let column = Rect {
        width: free.width.min(NAME),
        ..free
    };
    marked(pen, column, name, &in_name, role);
    let in_help: Vec<usize> = in_help.into_iter().map(|mark| mark - words).collect();
    marked(
        pen,
        from_column(free, free.x + NAME + 1),
        command.help,
        &in_help,
        role,
    );
}
