//! What panes have in common: titles, the lines between them, pages of text.

use ratatui::layout::{Margin, Rect};
use unicode_width::UnicodeWidthStr;

use super::Pen;
use crate::tui::layout::{Layout, from_column, inner};
use crate::tui::page::PageLine;
use crate::tui::text::cut;
use crate::tui::theme::Role;

/// The lines between panes that stand side by side, and below them.
pub fn rules(pen: &mut Pen<'_>, panes: impl Iterator<Item = Rect>, layout: &Layout) {
    let glyphs = pen.look.glyphs;
    if let Some(closing) = layout.closing {
        pen.repeat(closing, glyphs.horizontal, Role::Rule);
    }
    for area in panes.filter(|area| area.right() < layout.header.width) {
        let x = area.right();
        pen.put(x, area.y, glyphs.tee_down, Role::Rule);
        for y in inner(area).y..area.bottom() {
            pen.put(x, y, glyphs.vertical, Role::Rule);
        }
        if let Some(closing) = layout.closing {
            pen.put(x, closing.y, glyphs.tee_up, Role::Rule);
        }
    }
}

/// Draws the lines of a page that are in view.
pub fn page_lines(pen: &mut Pen<'_>, room: Rect, lines: &[PageLine], top: usize) {
    for (row, line) in room.rows().zip(lines.iter().skip(top)) {
        let mut x = row.x + line.indent;
        for (at, (role, piece)) in line.pieces.iter().enumerate() {
            let place = from_column(row, x);
            x = match &line.link {
                Some((first, url)) if *first <= at => pen.link(place, piece, *role, url),
                Some(_) | None => pen.text(place, piece, *role),
            };
        }
    }
}

/// A pane's first row: a line with a title on it and, on the right, a note. Of both there is a
/// shorter form, taken where the other does not fit.
pub fn pane_title(pen: &mut Pen<'_>, pane: Rect, titles: [&str; 2], notes: [&str; 2]) {
    let row = Rect { height: 1, ..pane };
    pen.repeat(row, pen.look.glyphs.horizontal, Role::Rule);
    // Around the words there are an end of the line on either side, and spaces.
    let room = |note: &str| usize::from(row.width).saturating_sub(note.width() + 6);
    let [long, short] = titles;
    let [note, brief] = notes;
    let (title, note) = [(long, note), (short, note)]
        .into_iter()
        .find(|(title, note)| title.width() <= room(note))
        .unwrap_or((short, brief));
    let title = cut(title, room(note), pen.look.glyphs.ellipsis);
    let line = row.inner(Margin::new(1, 0));
    pen.title_on(line, &title);
    pen.note_on(line, note);
}
