//! Writes into a buffer, never outside it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use unicode_width::UnicodeWidthStr;

use crate::progress::Status;
use crate::tui::hyperlink::Regions;
use crate::tui::layout::from_column;
use crate::tui::text::cut;
use crate::tui::theme::{Look, Role};

/// Where the status of a row of a list stands.
#[must_use]
pub const fn status_cell(row: Rect) -> Position {
    Position::new(row.x.saturating_add(1), row.y)
}

/// How many cells of a title tell it from others.
const LEAST_TITLE: usize = 3;

/// Draws text with roles for styles.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    /// How things are drawn.
    pub look: &'a Look,
    links: Regions,
}

impl<'a> Pen<'a> {
    /// A pen for a buffer.
    pub fn new(buffer: &'a mut Buffer, look: &'a Look) -> Self {
        Self {
            buffer,
            look,
            links: Regions::default(),
        }
    }

    /// Where what was drawn leads to.
    #[must_use]
    pub fn into_links(self) -> Regions {
        self.links
    }

    /// Writes a text into the first row of `room`, clipped to it; gives the column behind it.
    pub fn text(&mut self, room: Rect, text: &str, role: Role) -> u16 {
        let room = room.intersection(self.buffer.area);
        if room.is_empty() {
            return room.x;
        }
        let style = self.look.style(role);
        let width = usize::from(room.width);
        let (x, _) = self.buffer.set_stringn(room.x, room.y, text, width, style);
        if !text.is_ascii() {
            self.mend_wide(Rect {
                width: x.saturating_sub(room.x),
                height: 1,
                ..room
            });
        }
        x
    }

    /// Gives the cell behind a wide character the character's style: the buffer leaves it without any,
    /// which is seen where the terminal's ground is another than the theme's.
    fn mend_wide(&mut self, written: Rect) {
        let mut behind = None;
        for position in written.positions() {
            let Some(cell) = self.buffer.cell_mut(position) else {
                continue;
            };
            if let Some(style) = behind.take() {
                cell.set_style(style);
            } else if cell.symbol().width() > 1 {
                behind = Some(cell.style());
            }
        }
    }

    /// Writes a text that leads to an address, as [`Self::text`] does.
    pub fn link(&mut self, room: Rect, text: &str, role: Role, url: &str) -> u16 {
        let x = self.text(room, text, role);
        let row = Rect { height: 1, ..room }.intersection(self.buffer.area);
        let width = x.saturating_sub(row.x);
        self.links.add(Rect { width, ..row }, url);
        x
    }

    /// Writes a text at the right end of the first row of `room`.
    pub fn right(&mut self, room: Rect, text: &str, role: Role) {
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
        let x = room.right().saturating_sub(width);
        self.text(from_column(room, x), text, role);
    }

    /// Writes a sign into one cell.
    pub fn put(&mut self, x: u16, y: u16, sign: &str, role: Role) {
        self.text(Rect::new(x, y, 1, 1), sign, role);
    }

    /// Fills the first row of `room` with a sign.
    pub fn repeat(&mut self, room: Rect, sign: &str, role: Role) {
        self.text(room, &sign.repeat(usize::from(room.width)), role);
    }

    /// Empties a rectangle. A wide character that reaches into it from the left goes as a whole.
    pub fn clear(&mut self, room: Rect) {
        let room = room.intersection(self.buffer.area);
        self.links.clear(room);
        for y in room.top()..room.bottom() {
            for x in self.buffer.area.x..room.x {
                let reach = usize::from(room.x - x);
                let cell = self.buffer.cell_mut((x, y));
                if let Some(cell) = cell.filter(|cell| cell.symbol().width() > reach) {
                    cell.set_symbol(" ");
                }
            }
        }
        let ground = self.look.ground();
        for position in room.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(ground);
            }
        }
    }

    /// Draws an empty box with a title, and a note at the right of its last line.
    pub fn frame(&mut self, area: Rect, title: &str, note: &str) {
        let glyphs = self.look.glyphs;
        self.clear(area);
        let (right, bottom) = (
            area.right().saturating_sub(1),
            area.bottom().saturating_sub(1),
        );
        for y in [area.y, bottom] {
            self.repeat(Rect { y, ..area }, glyphs.horizontal, Role::Rule);
        }
        for y in area.y + 1..bottom {
            self.put(area.x, y, glyphs.vertical, Role::Rule);
            self.put(right, y, glyphs.vertical, Role::Rule);
        }
        let corners = [
            (area.x, area.y),
            (right, area.y),
            (area.x, bottom),
            (right, bottom),
        ];
        for ((x, y), corner) in corners.into_iter().zip(glyphs.corners) {
            self.put(x, y, corner, Role::Rule);
        }
        // Next to each corner stays a piece of the line.
        let inside = area.inner(Margin::new(2, 0));
        self.title_on(inside, title);
        self.note_on(
            Rect {
                y: bottom,
                ..inside
            },
            note,
        );
    }

    /// Writes a title over the left end of a line that is drawn already.
    pub fn title_on(&mut self, line: Rect, title: &str) {
        self.over_line(line, &format!(" {title} "), Role::Title);
    }

    /// Writes a note, where there is one, over the right end of a line that is drawn already.
    pub fn note_on(&mut self, line: Rect, note: &str) {
        if !note.is_empty() {
            let note = format!(" {note} ");
            let width = u16::try_from(note.width()).unwrap_or(line.width);
            let x = line.right().saturating_sub(width);
            self.over_line(from_column(line, x), &note, Role::Text);
        }
    }

    /// Writes words over a line; they do not take on its faintness.
    pub fn over_line(&mut self, room: Rect, words: &str, role: Role) {
        let width = u16::try_from(words.width())
            .unwrap_or(u16::MAX)
            .min(room.width);
        self.clear(Rect {
            width,
            height: 1,
            ..room
        });
        self.text(room, words, role);
    }

    /// Cuts a text to so many cells.
    #[must_use]
    pub fn cut(&self, text: &str, width: u16) -> String {
        cut(text, usize::from(width), self.look.glyphs.ellipsis)
    }

    /// A row of a list: marker, status, title, and at its right end a note. `selection` is the role
    /// of the whole row where it is the selected one.
    pub fn status_row(
        &mut self,
        row: Rect,
        selection: Option<Role>,
        status: Status,
        title: &str,
        note: &str,
    ) {
        if selection.is_some() {
            self.put(row.x, row.y, self.look.glyphs.marker, Role::Title);
        }
        let glyph = self.look.glyphs.status(status);
        let Position { x, y } = status_cell(row);
        self.put(x, y, glyph, Role::of(status));
        let role = match status {
            Status::Skipped => Role::Skipped,
            Status::Todo | Status::Learning | Status::Done => Role::Text,
        };
        self.with_note(from_column(row, row.x + 3), title, role, note);
        if let Some(role) = selection {
            let area = from_column(row, row.x + 2).intersection(self.buffer.area);
            self.buffer.set_style(area, self.look.style(role));
        }
    }

    /// A row of a list without a status.
    pub fn plain_row(&mut self, row: Rect, selection: Option<Role>, title: &str, note: &str) {
        if selection.is_some() {
            self.put(row.x, row.y, self.look.glyphs.marker, Role::Title);
        }
        self.with_note(from_column(row, row.x + 1), title, Role::Text, note);
        if let Some(role) = selection {
            let area = from_column(row, row.x + 1).intersection(self.buffer.area);
            self.buffer.set_style(area, self.look.style(role));
        }
    }

    /// Marks a row that is drawn already as the one that has the keys.
    pub fn mark(&mut self, row: Rect) {
        self.put(row.x, row.y, self.look.glyphs.marker, Role::Title);
        let area = from_column(row, row.x + 1).intersection(self.buffer.area);
        self.buffer.set_style(area, self.look.style(Role::Cursor));
    }

    /// Gives cells that are drawn already another role.
    pub fn restyle(&mut self, room: Rect, role: Role) {
        let area = room.intersection(self.buffer.area);
        self.buffer.set_style(area, self.look.style(role));
    }

    /// A heading in a list, with a note at its right end.
    pub fn heading_row(&mut self, row: Rect, title: &str, note: &str) {
        self.with_note(from_column(row, row.x + 1), title, Role::Heading, note);
    }

    /// A title, cut so that the note at the right end has its room and one free cell behind it. A
    /// note that would leave too little of the title to tell it by is left out.
    fn with_note(&mut self, room: Rect, title: &str, role: Role, note: &str) {
        let room = Rect {
            width: room.width.saturating_sub(1),
            ..room
        };
        let taken = u16::try_from(note.width()).unwrap_or(room.width);
        let free = room.width.saturating_sub(taken + u16::from(taken > 0));
        let (note, free) = if usize::from(free) < title.width().min(LEAST_TITLE) {
            ("", room.width)
        } else {
            (note, free)
        };
        let title = self.cut(title, free);
        self.text(room, &title, role);
        self.right(room, note, Role::Faint);
    }
}
