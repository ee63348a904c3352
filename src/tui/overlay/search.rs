//! The search: what is typed finds topics, projects, stages, the guide, notes and links.

use ratatui::layout::Rect;

use super::Outcome;
use super::finder::{Clicked, Finder, Place};
use crate::insight::{Fuzzy, Index, Item, Kind, Lead, Search};
use crate::roadmap::Roadmap;
use crate::tui::found::Found;
use crate::tui::key::Key;
use crate::tui::keymap::{Keymap, OverlayAction};
use crate::tui::layout::from_column;
use crate::tui::list::Scrolling;
use crate::tui::mouse::Mouse;
use crate::tui::screen::Subject;
use crate::tui::text::wrap;
use crate::tui::theme::Role;
use crate::tui::view::{Pen, marked};
use crate::tui::words::{search as say, with_keys};

use unicode_width::UnicodeWidthStr;

/// What is typed, and what it finds.
#[derive(Debug, Clone)]
pub struct State {
    finder: Finder,
    search: Search,
    /// What was looked for the last time.
    latest: String,
    /// Offers that; empty where there is none.
    offer: String,
}

impl State {
    /// A search in an index, with what was looked for the last time and by which keys.
    #[must_use]
    pub fn new(index: Index, latest: String, keymap: &Keymap) -> Self {
        let offer = match latest.as_str() {
            "" => String::new(),
            latest => with_keys(&say::again(latest), keymap),
        };
        Self {
            finder: Finder::new(),
            search: Search::new(index),
            latest,
            offer,
        }
    }

    /// Takes what is typed into the line; what it finds is worked out once it is needed.
    pub fn typed(&mut self, key: Key) -> bool {
        self.finder.field.typed(key)
    }

    /// Takes pasted text into the line.
    pub fn pasted(&mut self, text: &str) {
        self.finder.field.pasted(text);
    }

    /// Looks in the index of another edition of the roadmap for what is typed. The hit that was selected
    /// stays so where it is found again, if need be with another text; else the best one is selected.
    pub fn renew(&mut self, index: Index, from: &Roadmap, to: &Roadmap) {
        self.refresh();
        let selected = self.search.hit(self.finder.selected);
        let selected = selected.map(|(item, text)| (place(from, item), text.to_owned()));
        self.search = Search::new(index);
        self.search.look_for(self.finder.field.value());
        let found = selected.and_then(|(before, text)| {
            let there = |(item, _): &(Item, &str)| place(to, *item) == before;
            let same = |hit: &(Item, &str)| there(hit) && hit.1 == text;
            let hits = || self.search.hits();
            hits()
                .position(|hit| same(&hit))
                .or_else(|| hits().position(|hit| there(&hit)))
        });
        self.finder.selected = found.unwrap_or(0);
    }

    /// Finds what is typed by now. However many letters come at once, only the last line is looked
    /// for.
    fn refresh(&mut self) {
        if self.finder.field.value() != self.search.text() {
            self.search.look_for(self.finder.field.value());
            self.finder.restart();
        }
    }

    /// Brings hits and selection in line with what is typed, for a room.
    pub fn settle(&mut self, room: Rect, scrolling: Scrolling) {
        self.refresh();
        self.finder.scrolling = scrolling;
        self.finder.settle(self.search.len(), room);
    }

    /// Takes what was done with the mouse: a click on a row chooses it.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        self.refresh();
        match self.finder.point(mouse, self.search.len(), room) {
            Some(Clicked::Row) => self.accept(),
            Some(Clicked::Beside) => Outcome::Close,
            None => Outcome::Stay,
        }
    }

    /// Does what an action asks for in a room.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        self.refresh();
        match action {
            OverlayAction::Close => return Outcome::Close,
            OverlayAction::Accept => return self.accept(),
            OverlayAction::Move(_) | OverlayAction::ClearText => {
                self.finder.act(action, self.search.len(), room);
            }
            OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => {}
        }
        Outcome::Stay
    }

    /// To the selected hit; with nothing typed, the latest search again.
    fn accept(&mut self) -> Outcome {
        if self.search.is_idle() {
            if self.latest.is_empty() {
                return Outcome::Refuse(say::NOTHING_TYPED.to_owned());
            }
            self.finder.field.set(&self.latest);
            return Outcome::Stay;
        }
        let hits: Vec<Lead> = self.search.hits().map(|(item, _)| item.lead).collect();
        let text = self.search.text().trim();
        match Found::new(text, &hits, self.finder.selected) {
            Some(found) => Outcome::Found(found),
            None => Outcome::Refuse(say::NOTHING.to_owned()),
        }
    }

    /// What the list says while it has no hits.
    fn remark(&self) -> Vec<String> {
        if !self.search.is_idle() {
            return vec![say::NOTHING.to_owned()];
        }
        vec![self.offer.clone(), say::HINT.to_owned()]
    }
}

/// What a hit is and, where it leads to a topic, the full id of that.
fn place(roadmap: &Roadmap, item: Item) -> (Kind, Option<&str>) {
    let id = match item.lead {
        Lead::Topic(key) | Lead::Project(key) => Some(roadmap[key].id.as_str()),
        Lead::Step(_)
        | Lead::Path(_)
        | Lead::Stage(..)
        | Lead::Course(_)
        | Lead::Mistake(_)
        | Lead::Question(_) => None,
    };
    (item.kind, id)
}

/// Draws the search in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, state: &State, room: Rect) {
    let place = Place::within(room);
    let (search, finder) = (&state.search, &state.finder);
    let note = if search.is_empty() {
        String::new()
    } else {
        say::count(finder.selected + 1, search.len(), search.total())
    };
    finder.draw(pen, &place, say::SEARCH, &note);
    if search.is_empty() {
        let width = usize::from(place.list.width.saturating_sub(1));
        let lines = state
            .remark()
            .into_iter()
            .flat_map(|text| wrap(&text, width));
        for (row, line) in place.list.rows().zip(lines) {
            pen.text(from_column(row, row.x + 1), &line, Role::Faint);
        }
    }
    let mut fuzzy = Fuzzy::default();
    for (row, at) in place.list.rows().zip(finder.top..) {
        if let Some((item, text)) = search.hit(at) {
            let marks = search.marks(&mut fuzzy, at);
            draw_hit(pen, subject, row, (item, text, &marks));
            if at == finder.selected {
                pen.mark(row);
            }
        }
    }
    if let (Some(row), Some((item, _))) = (place.remark, search.hit(finder.selected)) {
        let forms = say::places(subject.roadmap, item, subject.look);
        let words = forms.first().map_or("", String::as_str);
        pen.text(row, &pen.cut(words, row.width), Role::Faint);
    }
}

/// Draws a hit: its status, its text with the letters that were looked for, and where it stands.
fn draw_hit(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    row: Rect,
    (item, text, marks): (Item, &str, &[usize]),
) {
    // A group leads to its first topic, whose status is not its own.
    if let (Lead::Topic(key) | Lead::Project(key), true) = (item.lead, item.kind != Kind::Group) {
        let status = subject.progress.status(key);
        pen.put(
            row.x + 1,
            row.y,
            pen.look.glyphs.status(status),
            Role::of(status),
        );
    }
    let body = from_column(row, row.x + 3);
    let forms = say::places(subject.roadmap, item, subject.look);
    let note = fitting(&forms, text, usize::from(body.width));
    let note = pen.cut(note, body.width / 2);
    pen.right(body, &note, Role::Faint);
    let taken = u16::try_from(note.width()).unwrap_or(body.width);
    let width = body.width.saturating_sub(taken + 2);
    marked(pen, Rect { width, ..body }, text, marks, Role::Text);
}

/// The first of some forms that leaves the text its room or takes not more than two fifths itself; else
/// the last.
fn fitting<'a>(forms: &'a [String], text: &str, width: usize) -> &'a str {
    // A line of a note may be very long.
    let text = if text.len() > width * 4 {
        width
    } else {
        text.width()
    };
    let fits = |form: &&String| {
        let form = form.width();
        form + 2 + text <= width || form * 5 <= width * 2
    };
    let form = forms.iter().find(fits).or(forms.last());
    form.map_or("", String::as_str)
}
