//! Two panes that most screens are made of: a list, and the text of what is selected in it.

mod point;
mod spot;

pub use point::Click;
pub use spot::Spot;

mod moved;
mod walk;

use ratatui::layout::Rect;

use super::keymap::ScreenAction;
use super::layout::{Layout, from_column, inner};
use super::list::{Scrolling, scroll};
use super::page::{PageLine, Stop};
use super::theme::Role;
use super::view::{Pen, page_lines, pane_title, rules};
use super::words;
use crate::progress::Status;

/// From this width on both panes are shown.
const TWO_PANES: u16 = 60;

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookRow<K> {
    /// What it stands for; none for a heading.
    pub key: Option<K>,
    /// How far it is indented.
    pub depth: u16,
    /// The status to show before it; none where it has none.
    pub status: Option<Status>,
    /// The title.
    pub title: String,
    /// A note at the right end.
    pub note: String,
}

impl<K> BookRow<K> {
    /// A heading, with a note at its right end.
    pub fn heading(title: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            key: None,
            depth: 0,
            status: None,
            title: title.into(),
            note: note.into(),
        }
    }
}

/// What is left of a line for a row below headings.
fn room_of<K>(line: Rect, row: &BookRow<K>) -> Rect {
    from_column(line, line.x + row.depth * 2)
}

/// The side that has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The list.
    #[default]
    List,
    /// The text.
    Text,
}

/// The two panes: what is selected, what is in view. What a row stands for is remembered, not its
/// place.
#[derive(Debug, Clone)]
pub struct Book<K> {
    /// The side that has the keys.
    pub side: Side,
    selected: Option<K>,
    rows: Vec<BookRow<K>>,
    list_top: usize,
    lines: Vec<PageLine>,
    text_top: usize,
    /// The line that is selected in the text.
    stop: Option<usize>,
    /// What is to be selected in the text once that is laid out.
    sought: Option<Stop>,
    body: Rect,
    /// What the list shows faintly.
    faint: Vec<K>,
}

impl<K> Default for Book<K> {
    fn default() -> Self {
        Self {
            side: Side::List,
            selected: None,
            rows: Vec::new(),
            list_top: 0,
            lines: Vec::new(),
            text_top: 0,
            stop: None,
            sought: None,
            body: Rect::ZERO,
            faint: Vec::new(),
        }
    }
}

impl<K: Clone + PartialEq> Book<K> {
    /// What is selected in the list.
    #[must_use]
    pub fn selected(&self) -> Option<&K> {
        self.selected.as_ref()
    }

    /// Selects something; where the list does not have it, its first row is selected instead.
    pub fn select(&mut self, key: K) {
        if self.selected.as_ref() != Some(&key) {
            self.selected = Some(key);
            self.text_top = 0;
            self.stop = None;
        }
    }

    /// Sets which rows of the list are shown faintly.
    pub fn fade(&mut self, keys: Vec<K>) {
        self.faint = keys;
    }

    /// Goes to a line of the text by what it stands for.
    pub fn seek(&mut self, stop: Stop) {
        self.side = Side::Text;
        self.sought = Some(stop);
    }

    /// What is selected in the text, while that has the keys.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        let line = self.stop.filter(|_| self.side == Side::Text)?;
        self.lines.get(line)?.stop.as_ref()
    }

    /// Where list and text stand.
    fn panes(&self) -> (Option<Rect>, Option<Rect>) {
        let body = self.body;
        if body.width < TWO_PANES {
            return match self.side {
                Side::List => (Some(body), None),
                Side::Text => (None, Some(body)),
            };
        }
        let list = (body.width * 2 / 5).clamp(28, 48);
        (
            Some(Rect {
                width: list,
                ..body
            }),
            Some(from_column(body, body.x + list + 1)),
        )
    }

    fn height(pane: Option<Rect>) -> usize {
        pane.map_or(0, |pane| usize::from(inner(pane).height))
    }

    /// Does what an action asks for, where that is to move; false where it is something else or
    /// there is nothing further in or out.
    pub fn act(&mut self, action: ScreenAction) -> bool {
        match (action, self.side) {
            (ScreenAction::Move(by), Side::List) => {
                self.move_in_list(by.rows(Self::height(self.panes().0)));
            }
            (ScreenAction::Move(by), Side::Text) => self.move_in_text(by),
            (ScreenAction::In, Side::List) => self.side = Side::Text,
            (ScreenAction::Out, Side::Text) => self.side = Side::List,
            (ScreenAction::NextPane | ScreenAction::PreviousPane, Side::List) => {
                self.side = Side::Text;
            }
            (ScreenAction::NextPane | ScreenAction::PreviousPane, Side::Text) => {
                self.side = Side::List;
            }
            _ => return false,
        }
        if self.side == Side::Text {
            self.keep_stop_in_view();
        }
        true
    }

    fn move_in_list(&mut self, by: isize) {
        let keys: Vec<&K> = self
            .rows
            .iter()
            .filter_map(|row| row.key.as_ref())
            .collect();
        let at = keys
            .iter()
            .position(|key| self.selected.as_ref() == Some(key));
        let next = at.unwrap_or(0).saturating_add_signed(by);
        let next = keys.get(next.min(keys.len().saturating_sub(1)));
        if let Some(key) = next.map(|key| (*key).clone()) {
            self.select(key);
        }
    }

    /// What is selected in the text, and how many lines above stand for the same.
    fn kept(&self) -> Option<(Stop, usize)> {
        let at = self.stop?;
        let stop = self.lines.get(at)?.stop.as_ref()?;
        let above = self.lines.get(..at)?.iter();
        let before = above.filter(|line| line.stop.as_ref() == Some(stop));
        Some((stop.clone(), before.count()))
    }

    /// Keeps what was selected in the text where its lines are others than before: wrapped to
    /// another width, or with more or less above.
    fn follow(&mut self, (kept, nth): &(Stop, usize), height: usize) {
        let lines = self.lines.iter().enumerate();
        let mut same = lines.filter(|(_, line)| line.stop.as_ref() == Some(kept));
        let at = same.nth(*nth).map(|(at, _)| at);
        if at != self.stop {
            self.stop = at;
            self.text_top = at.map_or(self.text_top, |at| {
                scroll(self.text_top, at, at, height, self.lines.len())
            });
        }
    }

    /// Brings the panes in line with what they show: the rows of the list, and the text of what is
    /// selected for a pane of a given width.
    pub fn settle(
        &mut self,
        rows: Vec<BookRow<K>>,
        body: Rect,
        scrolling: Scrolling,
        text: impl FnOnce(&K, u16) -> Vec<PageLine>,
    ) {
        self.rows = rows;
        self.body = body;
        let at = |key: &K| {
            self.rows
                .iter()
                .position(|row| row.key.as_ref() == Some(key))
        };
        let first = self.rows.iter().position(|row| row.key.is_some());
        let selected = self.selected.as_ref().and_then(at).or(first);
        let key = selected.and_then(|at| self.rows.get(at)?.key.clone());
        if self.selected != key {
            self.selected = key;
            self.text_top = 0;
            self.stop = None;
        }
        let (list, page) = self.panes();
        let selected = selected.unwrap_or(0);
        let above = self.rows.get(..selected).unwrap_or_default();
        let headings = above
            .iter()
            .rev()
            .take_while(|row| row.key.is_none())
            .count();
        self.list_top = scrolling.scroll(
            self.list_top,
            selected,
            selected - headings,
            Self::height(list),
            self.rows.len(),
        );
        // What is sought goes before what was selected.
        let kept = match self.sought.take() {
            Some(sought) => {
                self.stop = None;
                Some((sought, 0))
            }
            None => self.kept(),
        };
        self.lines = match (&self.selected, page) {
            (Some(key), Some(page)) => text(key, page.width),
            (Some(_) | None, _) => Vec::new(),
        };
        if let Some(kept) = kept {
            self.follow(&kept, Self::height(page));
        }
        let bottom = self.lines.len().saturating_sub(Self::height(page));
        self.text_top = self.text_top.min(bottom);
        if self.side == Side::Text {
            self.keep_stop_in_view();
        }
    }

    /// Draws both panes, or the one that has the keys, each below its title.
    pub fn draw(&self, pen: &mut Pen<'_>, layout: &Layout, list_title: &str, note: &str) {
        let (list, page) = self.panes();
        if let Some(area) = list {
            pane_title(pen, area, [list_title; 2], [note, ""]);
            let visible = self.rows.iter().skip(self.list_top);
            for (line, row) in inner(area).rows().zip(visible) {
                self.draw_row(pen, line, row);
            }
        }
        if let Some(area) = page {
            self.draw_page(pen, area);
        }
        rules(pen, [list, page].into_iter().flatten(), layout);
    }

    fn draw_row(&self, pen: &mut Pen<'_>, line: Rect, row: &BookRow<K>) {
        let line = room_of(line, row);
        if row.key.is_none() {
            pen.heading_row(line, &row.title, &row.note);
            return;
        }
        let selection = (row.key == self.selected).then_some(match self.side {
            Side::List => Role::Cursor,
            Side::Text => Role::Selected,
        });
        match row.status {
            Some(status) => pen.status_row(line, selection, status, &row.title, &row.note),
            None => pen.plain_row(line, selection, &row.title, &row.note),
        }
        if selection.is_none() && row.key.as_ref().is_some_and(|key| self.faint.contains(key)) {
            pen.restyle(line, Role::Faint);
        }
    }

    fn draw_page(&self, pen: &mut Pen<'_>, area: Rect) {
        let row = self
            .rows
            .iter()
            .find(|row| row.key.is_some() && row.key == self.selected);
        // A title may begin with spaces, which line numbers up.
        let title = row.map_or("", |row| row.title.trim_start());
        let room = inner(area);
        let left = self.lines.len().saturating_sub(self.text_top);
        let more = if left > usize::from(room.height) {
            words::MORE_BELOW
        } else {
            ""
        };
        pane_title(pen, area, [title; 2], [more, ""]);
        page_lines(pen, room, &self.lines, self.text_top);
        if self.side == Side::List {
            return;
        }
        let at = self.stop.and_then(|stop| stop.checked_sub(self.text_top));
        let row = at.and_then(|at| room.rows().nth(at));
        match row {
            Some(row) => pen.mark(row),
            None => pen.put(area.x, area.y, pen.look.glyphs.marker, Role::Title),
        }
    }
}
