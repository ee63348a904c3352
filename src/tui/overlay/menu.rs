//! A list of choices, also a question that is answered by yes or no.

use ratatui::layout::{Margin, Rect};
use unicode_width::UnicodeWidthStr;

use super::Outcome;
use crate::progress::Change;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, OverlayAction};
use crate::tui::layout::{centred, from_column, row_at};
use crate::tui::list::Scrolling;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::text::wrap;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words;

/// The widest that the box becomes.
const WIDEST: u16 = 84;
/// The narrowest, where there is room.
const NARROWEST: u16 = 24;

/// What choosing an item comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Nothing but that the menu closes.
    Nothing,
    /// An action runs.
    Run(Action),
    /// The learner's progress changes, all at once.
    Record(Vec<Change>),
    /// An address is opened in the browser.
    Open(String),
    /// An address is copied.
    Copy(String),
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The letter or number that takes it.
    pub key: Option<char>,
    /// What it is called.
    pub words: String,
    /// What stands at the right end of its row.
    pub note: String,
    /// Why it cannot be chosen now; none where it can.
    pub refusal: Option<String>,
    /// What it comes to.
    pub choice: Choice,
}

impl Item {
    /// A choice that can be taken.
    #[must_use]
    pub fn new(key: char, words: impl Into<String>, choice: Choice) -> Self {
        Self {
            key: Some(key),
            words: words.into(),
            note: String::new(),
            refusal: None,
            choice,
        }
    }
}

/// The menu while it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    title: String,
    /// What stands above the choices; may be empty.
    remark: String,
    items: Vec<Item>,
    selected: usize,
    top: usize,
    /// How the list follows its selection.
    scrolling: Scrolling,
}

impl State {
    /// A menu with its first choice selected. The remark stands above the choices.
    #[must_use]
    pub fn new(title: impl Into<String>, remark: impl Into<String>, items: Vec<Item>) -> Self {
        Self {
            title: title.into(),
            remark: remark.into(),
            items,
            selected: 0,
            top: 0,
            scrolling: Scrolling::default(),
        }
    }

    /// A question that is answered by yes, which comes to something, or no.
    #[must_use]
    pub fn question(title: impl Into<String>, remark: impl Into<String>, yes: Choice) -> Self {
        let items = vec![
            Item::new('y', words::YES, yes),
            Item::new('n', words::NO, Choice::Nothing),
        ];
        Self::new(title, remark, items)
    }

    /// Selects a choice by its place; without effect where there is none.
    pub fn select(&mut self, at: usize) {
        if at < self.items.len() {
            self.selected = at;
        }
    }

    /// Whether all that its choices record is about what is there, by full ids.
    pub fn is_about(&self, is_there: impl Fn(&str) -> bool) -> bool {
        self.items.iter().all(|item| match &item.choice {
            Choice::Record(changes) => changes
                .iter()
                .all(|change| change.topic().is_none_or(&is_there)),
            Choice::Nothing | Choice::Run(_) | Choice::Open(_) | Choice::Copy(_) => true,
        })
    }

    /// The selected choice.
    #[must_use]
    pub fn selected(&self) -> Option<&Item> {
        self.items.get(self.selected)
    }

    /// Takes the choice whose letter or number is typed; none for every other key.
    pub fn typed(&mut self, key: Key) -> Option<Outcome> {
        let typed = key.typed()?;
        let is_meant = |item: &Item| item.key == Some(typed);
        // Nothing else that is typed here means anything.
        let Some(at) = self.items.iter().position(is_meant) else {
            return Some(Outcome::Stay);
        };
        self.selected = at;
        Some(self.take())
    }

    /// What comes of taking the selected choice.
    fn take(&self) -> Outcome {
        let Some(item) = self.selected() else {
            return Outcome::Close;
        };
        if let Some(reason) = &item.refusal {
            return Outcome::Refuse(reason.clone());
        }
        match &item.choice {
            Choice::Nothing => Outcome::Close,
            Choice::Run(action) => Outcome::Run(*action),
            Choice::Record(changes) => Outcome::Record(changes.clone()),
            Choice::Open(url) => Outcome::Open(url.clone()),
            Choice::Copy(url) => Outcome::Copy(url.clone()),
        }
    }

    /// Does what an action asks for in a room of this size.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        let height = usize::from(self.place(room).list.height);
        match action {
            OverlayAction::Accept => return self.take(),
            OverlayAction::Close => return Outcome::Close,
            OverlayAction::ClearText
            | OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => {}
            OverlayAction::Move(by) => self.move_by(by.rows(height), room),
        }
        Outcome::Stay
    }

    /// Takes what was done with the mouse: a click chooses, or closes the menu where it is beside it.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        let place = self.place(room);
        match mouse.deed {
            Deed::Wheel(rows) => self.move_by(rows, room),
            Deed::Click if !place.frame.contains(mouse.at) => return Outcome::Close,
            Deed::Click => {
                let top = self.top(usize::from(place.list.height));
                let row = row_at(place.list, mouse.at).map(|row| top + row);
                if let Some(row) = row.filter(|row| *row < self.items.len()) {
                    self.selected = row;
                    return self.take();
                }
            }
        }
        Outcome::Stay
    }

    /// Follows its selection in the way that is wished.
    pub const fn settle(&mut self, scrolling: Scrolling) {
        self.scrolling = scrolling;
    }

    /// The first choice in view; the room may have changed since the selection moved.
    fn top(&self, height: usize) -> usize {
        let (at, rows) = (self.selected, self.items.len());
        self.scrolling.scroll(self.top, at, at, height, rows)
    }

    fn move_by(&mut self, rows: isize, room: Rect) {
        let last = self.items.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        self.top = self.top(usize::from(self.place(room).list.height));
    }

    /// Where the parts stand in a room.
    fn place(&self, room: Rect) -> Place {
        let row = |item: &Item| item.words.width() + item.note.width() + 5;
        let longest = self.items.iter().map(row).max().unwrap_or(0);
        let longest = longest
            .max(self.title.width() + 4)
            .max(self.remark.width().min(56));
        let width = u16::try_from(longest + 4).unwrap_or(WIDEST);
        let width = width.clamp(NARROWEST, WIDEST).min(room.width);
        let inside = usize::from(width.saturating_sub(4));
        let mut remark = wrap(&self.remark, inside);
        // Choices are worth more than what is said of them.
        let around = self.items.len() + 2;
        let room_left = usize::from(room.height).saturating_sub(around + 1);
        if remark.len() > room_left {
            remark.clear();
        }
        let above = remark.len() + usize::from(!remark.is_empty());
        let height = u16::try_from(around + above).unwrap_or(u16::MAX);
        let frame = centred(room, width, height);
        let inner = frame.inner(Margin::new(2, 1));
        let above = u16::try_from(above).unwrap_or(0).min(inner.height);
        let list = Rect {
            y: inner.y + above,
            height: inner.height - above,
            ..inner
        };
        Place {
            frame,
            inner,
            list,
            remark,
        }
    }
}

/// Where the parts of a menu stand.
struct Place {
    frame: Rect,
    inner: Rect,
    list: Rect,
    remark: Vec<String>,
}

/// Draws the menu in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let place = state.place(room);
    let rows = state.items.len();
    let height = usize::from(place.list.height);
    let top = state.top(height);
    let more = if top + height < rows {
        words::MORE_BELOW
    } else {
        ""
    };
    let title = pen.cut(&state.title, place.frame.width.saturating_sub(6));
    pen.frame(place.frame, &title, more);
    for (line, text) in place.inner.rows().zip(&place.remark) {
        pen.text(line, text, Role::Text);
    }
    let visible = state.items.iter().enumerate().skip(top);
    for (line, (at, item)) in place.list.rows().zip(visible) {
        draw_item(pen, line, item, at == state.selected);
    }
}

fn draw_item(pen: &mut Pen<'_>, line: Rect, item: &Item, is_selected: bool) {
    let key = item.key.map_or(" ".to_owned(), String::from);
    // Where they have no room side by side, each gets half of it.
    let room = line.width.saturating_sub(5);
    let words = u16::try_from(item.words.width()).unwrap_or(room);
    let note = pen.cut(&item.note, room.saturating_sub(words).max(room / 2));
    let note_width = u16::try_from(note.width()).unwrap_or(line.width);
    let (words, free) = (
        from_column(line, line.x + 4),
        line.width.saturating_sub(4 + note_width),
    );
    let role = if item.refusal.is_some() {
        Role::Faint
    } else {
        Role::Text
    };
    pen.text(from_column(line, line.x + 2), &key, Role::Key);
    let text = pen.cut(&item.words, free.saturating_sub(u16::from(note_width > 0)));
    pen.text(words, &text, role);
    pen.right(line, &note, Role::Faint);
    if is_selected {
        pen.mark(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Move;

    const ROOM: Rect = Rect::new(0, 0, 80, 20);

    fn menu() -> State {
        let mut skipped = Item::new('s', "Skipped", Choice::Run(Action::Redo));
        skipped.refusal = Some("There is none.".to_owned());
        let items = vec![
            Item::new('a', "All", Choice::Run(Action::Undo)),
            skipped,
            Item::new('n', "None", Choice::Nothing),
        ];
        State::new("Show", "", items)
    }

    #[test]
    fn enter_takes_the_selected_choice_and_a_letter_its_own() {
        let mut menu = menu();
        assert_eq!(
            menu.act(OverlayAction::Accept, ROOM),
            Outcome::Run(Action::Undo)
        );
        menu.act(OverlayAction::Move(Move::Last), ROOM);
        assert_eq!(menu.act(OverlayAction::Accept, ROOM), Outcome::Close);
        assert_eq!(menu.typed(Key::char('a')), Some(Outcome::Run(Action::Undo)));
        assert_eq!(menu.typed(Key::char('z')), Some(Outcome::Stay));
        assert_eq!(menu.typed(Key::ctrl('a')), None);
    }

    #[test]
    fn what_cannot_be_chosen_says_why_and_stays() {
        let mut menu = menu();
        let why = Outcome::Refuse("There is none.".to_owned());
        assert_eq!(menu.typed(Key::char('s')), Some(why.clone()));
        assert_eq!(menu.act(OverlayAction::Accept, ROOM), why);
    }

    #[test]
    fn moving_stops_at_the_ends() {
        let mut menu = menu();
        for (by, at) in [
            (Move::Up, 0),
            (Move::Down, 1),
            (Move::PageDown, 2),
            (Move::Down, 2),
            (Move::First, 0),
        ] {
            menu.act(OverlayAction::Move(by), ROOM);
            assert_eq!(menu.selected, at, "{by:?}");
        }
    }

    #[test]
    fn a_question_does_nothing_unless_it_is_answered_by_yes() {
        let ask = || State::question("Sure?", "", Choice::Record(Vec::new()));
        assert_eq!(
            ask().typed(Key::char('y')),
            Some(Outcome::Record(Vec::new()))
        );
        assert_eq!(ask().typed(Key::char('n')), Some(Outcome::Close));
        assert_eq!(ask().act(OverlayAction::Close, ROOM), Outcome::Close);
    }
}
