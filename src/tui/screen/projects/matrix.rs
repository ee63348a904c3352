//! Projects by points: what each shows. Columns are numbered, so that they fit on any screen; the
//! list below has their names and totals.

use unicode_width::UnicodeWidthStr;

use crate::insight::{Piece, Portfolio, Showing};
use crate::progress::Status;
use crate::roadmap::Point;
use crate::tui::page::{Page, Stop};
use crate::tui::screen::Subject;
use crate::tui::text::cut;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::words::projects as say;

/// The fewest cells for a title beside many columns.
const TITLE: usize = 10;
/// Cells of the status before a title.
const STATUS: usize = 2;

/// Writes the matrix and, below it, the totals of its columns.
pub(super) fn write(
    page: &mut Page<'_>,
    subject: &Subject<'_>,
    portfolio: &Portfolio,
    include: &[Point],
) {
    if include.is_empty() {
        return;
    }
    page.heading(say::WHAT_THEY_SHOW);
    let pieces = portfolio.pieces.iter();
    let pieces: Vec<&Piece> = pieces.filter(|piece| piece.is_taken_up()).collect();
    if pieces.is_empty() {
        page.text(Role::Text, say::NONE_BEGUN);
    } else {
        write_blocks(page, subject, &pieces, include.len());
        let signs = [Showing::Shown, Showing::Open, Showing::NotAsked];
        let glyphs = page.look.glyphs;
        let legend = say::legend(signs.map(|showing| sign(&glyphs, showing).0));
        page.text(Role::Faint, &legend);
    }
    page.gap();
    for ((number, point), count) in (1..).zip(include).zip(&portfolio.shown_by) {
        let total = say::shown_by(&point.title, *count);
        page.item(&format!("{number}"), Role::Text, &total);
    }
}

/// As many columns side by side as there is room for, then the next ones below.
fn write_blocks(page: &mut Page<'_>, subject: &Subject<'_>, pieces: &[&Piece], columns: usize) {
    let cells = columns.to_string().len() + 1;
    let most = (page.width.saturating_sub(STATUS + TITLE) / cells).clamp(1, columns.max(1));
    let titles = pieces
        .iter()
        .map(|piece| subject.roadmap[piece.project].title.width());
    // The same in every block, so that the columns stand below each other.
    let room = page.width.saturating_sub(STATUS + most * cells);
    let title = titles.max().unwrap_or(0).min(room);
    let all: Vec<usize> = (0..columns).collect();
    for block in all.chunks(most) {
        let numbers = block.iter().map(|place| format!("{:>cells$}", place + 1));
        let numbers: Vec<String> = numbers.collect();
        let before = " ".repeat(STATUS + title);
        page.line(vec![(Role::Faint, format!("{before}{}", numbers.concat()))]);
        for piece in pieces {
            write_row(page, subject, piece, block, (title, cells));
        }
    }
}

/// One project: enter goes to it.
fn write_row(
    page: &mut Page<'_>,
    subject: &Subject<'_>,
    piece: &Piece,
    block: &[usize],
    (room, cells): (usize, usize),
) {
    let glyphs = page.look.glyphs;
    let title = cut(&subject.roadmap[piece.project].title, room, glyphs.ellipsis);
    let fill = " ".repeat(room.saturating_sub(title.width()));
    let status = format!("{} ", glyphs.status(piece.status));
    let mut pieces = vec![
        (Role::of(piece.status), status),
        (Role::Text, format!("{title}{fill}")),
    ];
    for place in block {
        let showing = piece.shows.get(*place).copied();
        let (sign, role) = sign(&glyphs, showing.unwrap_or(Showing::NotAsked));
        pieces.push((role, format!("{sign:>cells$}")));
    }
    page.stop_line(Stop::Topic(piece.project), pieces);
}

/// The sign for what a project shows of a point.
const fn sign(glyphs: &Glyphs, showing: Showing) -> (&'static str, Role) {
    match showing {
        Showing::Shown => (glyphs.status(Status::Done), Role::Done),
        Showing::Open => (glyphs.status(Status::Todo), Role::Text),
        Showing::NotAsked => (glyphs.bullet, Role::Faint),
    }
}
