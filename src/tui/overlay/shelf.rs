//! The roadmaps that can be opened, each with how much of it is done.

use std::path::PathBuf;

use ratatui::layout::{Margin, Rect};

use super::Outcome;
use crate::tui::keymap::OverlayAction;
use crate::tui::layout::{centred, row_at};
use crate::tui::list::scroll;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::screen::Subject;
use crate::tui::shelf::{Seen, Source, Volume};
use crate::tui::text::wrap;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words::{self, shelf as say};

/// The widest that the box becomes.
const WIDEST: u16 = 84;
/// Rows for what is said of the selected one.
const DETAILS: u16 = 3;
/// The same where there is little room.
const FEW_DETAILS: u16 = 2;

/// The list while it is open. What is selected is remembered, not its row.
#[derive(Debug, Clone)]
pub struct State {
    volumes: Vec<Volume>,
    open: Source,
    /// Whether it makes sense to open that one again.
    is_edited: bool,
    selected: Source,
    /// The directory of the learner's own roadmaps.
    folder: PathBuf,
    /// The one that was chosen, until it is open.
    awaited: Option<Awaited>,
}

/// A roadmap that is being opened.
#[derive(Debug, Clone)]
struct Awaited {
    source: Source,
    is_read: bool,
}

impl State {
    /// The list as far as it is known, with what is open selected.
    #[must_use]
    pub fn new(volumes: Vec<Volume>, open: Source, is_edited: bool, folder: PathBuf) -> Self {
        let selected = open.clone();
        Self {
            volumes,
            open,
            is_edited,
            selected,
            folder,
            awaited: None,
        }
    }

    /// Waits until a roadmap can be opened.
    pub fn wait_for(&mut self, source: Source) {
        let is_read = false;
        self.awaited = Some(Awaited { source, is_read });
    }

    /// Whether it waits for this one.
    #[must_use]
    pub fn is_waiting_for(&self, source: &Source) -> bool {
        let awaited = self.awaited.as_ref();
        awaited.is_some_and(|awaited| awaited.source == *source)
    }

    /// What it waits for, and whether that was read.
    #[must_use]
    pub fn awaited(&self) -> Option<(Source, bool)> {
        let awaited = self.awaited.as_ref()?;
        Some((awaited.source.clone(), awaited.is_read))
    }

    /// Takes in that what it waits for was read.
    pub const fn has_arrived(&mut self) {
        if let Some(awaited) = &mut self.awaited {
            awaited.is_read = true;
        }
    }

    /// Waits for nothing any more.
    pub fn wait_no_more(&mut self) {
        self.awaited = None;
    }

    /// Takes in what is known by now.
    pub fn show(&mut self, volumes: &[Volume]) {
        // Where what was selected is gone, what stands there now is selected.
        let at = self.at();
        self.volumes = volumes.to_vec();
        if !self.volumes.iter().any(|each| each.source == self.selected) {
            self.select(at.min(self.volumes.len().saturating_sub(1)));
        }
    }

    /// The row of what is selected.
    fn at(&self) -> usize {
        let mut volumes = self.volumes.iter();
        let at = volumes.position(|each| each.source == self.selected);
        at.unwrap_or(0)
    }

    fn select(&mut self, at: usize) {
        if let Some(volume) = self.volumes.get(at) {
            self.selected = volume.source.clone();
        }
    }

    fn volume(&self) -> Option<&Volume> {
        self.volumes.get(self.at())
    }

    /// Does what an action asks for in a room of this size.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        match action {
            OverlayAction::Close => Outcome::Close,
            OverlayAction::Accept => self.open(),
            OverlayAction::ClearText
            | OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere => Outcome::Stay,
            OverlayAction::Drop => self.drop(),
            OverlayAction::Move(by) => {
                let page = usize::from(Place::within(room, self.volumes.len()).list.height);
                self.move_by(by.rows(page));
                Outcome::Stay
            }
        }
    }

    /// Selects another row. Who moves on in the list is not to be taken away from it.
    fn move_by(&mut self, rows: isize) {
        self.wait_no_more();
        let last = self.volumes.len().saturating_sub(1);
        self.select(self.at().saturating_add_signed(rows).min(last));
    }

    /// Takes what was done with the mouse: a click opens, or closes the list where it is beside it.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        let place = Place::within(room, self.volumes.len());
        match mouse.deed {
            Deed::Wheel(rows) => self.move_by(rows),
            Deed::Click if !place.frame.contains(mouse.at) => return Outcome::Close,
            Deed::Click => {
                let row = row_at(place.list, mouse.at).map(|row| self.top(&place) + row);
                if let Some(row) = row.filter(|row| *row < self.volumes.len()) {
                    self.select(row);
                    return self.open();
                }
            }
        }
        Outcome::Stay
    }

    /// The first row that is in view.
    fn top(&self, place: &Place) -> usize {
        let at = self.at();
        let fitting = usize::from(place.list.height);
        scroll(0, at, at, fitting, self.volumes.len())
    }

    fn open(&self) -> Outcome {
        let Some(volume) = self.volume() else {
            return Outcome::Close;
        };
        if volume.source == self.open && !self.is_edited {
            return Outcome::Close;
        }
        if self.is_waiting_for(&volume.source) {
            return Outcome::Stay;
        }
        match (&volume.seen, &volume.source) {
            (Some(Seen::Good { .. }), source) => Outcome::OpenRoadmap(source.clone()),
            (Some(Seen::Bad { problems, first }), Source::File(path)) => {
                Outcome::Refuse(say::cannot_open(path, *problems, first))
            }
            (Some(Seen::Bad { first, .. }), Source::Builtin) => Outcome::Refuse(first.clone()),
            (Some(Seen::Unreadable(reason)), source) => {
                Outcome::Refuse(say::unreadable(source, reason))
            }
            (None, _) => Outcome::Refuse(say::NOT_LOOKED_AT.to_owned()),
        }
    }

    fn drop(&self) -> Outcome {
        match self.volume() {
            Some(Volume {
                source: Source::File(path),
                is_recent: true,
                seen: Some(Seen::Unreadable(_)),
            }) => Outcome::Forget(path.clone()),
            Some(_) | None => Outcome::Refuse(say::STAYS.to_owned()),
        }
    }

    /// The title of another one with the same id.
    fn twin(&self, volume: &Volume) -> Option<&str> {
        let Some(Seen::Good { id, .. }) = &volume.seen else {
            return None;
        };
        self.volumes.iter().find_map(|other| match &other.seen {
            Some(Seen::Good {
                id: same, title, ..
            }) if same == id && other.source != volume.source => Some(title.as_str()),
            Some(Seen::Good { .. } | Seen::Bad { .. } | Seen::Unreadable(_)) | None => None,
        })
    }
}

/// Where the parts stand.
struct Place {
    frame: Rect,
    list: Rect,
    details: Rect,
}

impl Place {
    fn within(room: Rect, rows: usize) -> Self {
        // A line parts the list from what is said of the selected one.
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        let most = if rows.saturating_add(3 + DETAILS) <= room.height {
            DETAILS
        } else {
            FEW_DETAILS
        };
        let frame = centred(room, WIDEST, rows.saturating_add(3 + most));
        let inner = frame.inner(Margin::new(2, 1));
        let below = if inner.height > most + 1 { most } else { 0 };
        let details = Rect {
            y: inner.bottom() - below,
            height: below,
            ..inner
        };
        let list = Rect {
            height: inner.height - below - u16::from(below > 0),
            ..inner
        };
        Self {
            frame,
            list,
            details,
        }
    }
}

/// Draws the list in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, state: &State, room: Rect) {
    let place = Place::within(room, state.volumes.len());
    let (at, rows) = (state.at(), state.volumes.len());
    let fitting = usize::from(place.list.height);
    let top = state.top(&place);
    let more = if top + fitting < rows {
        words::MORE_BELOW
    } else {
        ""
    };
    pen.frame(place.frame, say::TITLE, more);
    let visible = state.volumes.iter().enumerate().skip(top);
    for (row, (nth, volume)) in place.list.rows().zip(visible) {
        draw_volume(pen, state, row, volume);
        if nth == at {
            pen.mark(row);
        }
    }
    if let Some(volume) = state.volume() {
        draw_details(pen, subject, state, (volume, place.details));
    }
}

/// Below the list: where the selected one comes from in one row, and in the rest what more there is to
/// say of it.
fn draw_details(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    state: &State,
    (volume, room): (&Volume, Rect),
) {
    let more = if state.volumes.len() == 1 {
        say::alone(&state.folder)
    } else {
        say::remark(volume, state.twin(volume))
    };
    let more = words::with_keys(&more, subject.keymap);
    let mut rows = room.rows();
    if let Some(row) = rows.next() {
        let place = say::place(&volume.source);
        pen.text(row, &pen.cut(&place, row.width), Role::Faint);
    }
    let lines = wrap(&more, usize::from(room.width));
    let last = usize::from(room.height.saturating_sub(2));
    for (row, (at, line)) in rows.zip(lines.iter().enumerate()) {
        let rest = lines.get(at..).filter(|rest| at == last && rest.len() > 1);
        let line = rest.map_or_else(|| line.clone(), |rest| rest.join(" "));
        pen.text(row, &pen.cut(&line, row.width), Role::Faint);
    }
}

fn draw_volume(pen: &mut Pen<'_>, state: &State, row: Rect, volume: &Volume) {
    let (title, note) = match (&volume.seen, &volume.source) {
        (Some(Seen::Good { title, count, .. }), _) => (title.clone(), count.to_string()),
        (Some(Seen::Bad { problems, .. }), source) => (name(source), say::problems(*problems)),
        (Some(Seen::Unreadable(_)), source) => (name(source), say::UNREADABLE.to_owned()),
        (None, source) => (name(source), say::LOOKING.to_owned()),
    };
    let note = if state.is_waiting_for(&volume.source) {
        say::OPENING.to_owned()
    } else if volume.source == state.open {
        format!("{} {} {note}", say::OPEN, pen.look.glyphs.dot)
    } else {
        note
    };
    pen.plain_row(row, None, &title, &note);
    if !matches!(volume.seen, Some(Seen::Good { .. })) {
        pen.restyle(row, Role::Faint);
    }
}

fn name(source: &Source) -> String {
    match source {
        Source::Builtin => say::BUILTIN.to_owned(),
        Source::File(path) => say::file_name(path),
    }
}
