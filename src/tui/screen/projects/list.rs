//! The list: the portfolio, and below it all projects by level.

use super::Row;
use crate::insight::{Count, Piece, Portfolio};
use crate::progress::Status;
use crate::roadmap::{Level, Roadmap};
use crate::tui::book::BookRow;
use crate::tui::screen::Subject;
use crate::tui::words::{self, projects as say};

/// What stands in the title: how far the aim is reached.
pub(super) fn note(roadmap: &Roadmap, portfolio: &Portfolio) -> String {
    let aim = roadmap.portfolio.as_ref().map(|portfolio| portfolio.aim);
    let all = portfolio.pieces.len();
    match aim {
        _ if all == 0 => String::new(),
        Some(aim) => say::of_aim(portfolio.done, aim),
        None => say::of_aim(portfolio.done, (all, all)),
    }
}

/// All rows.
pub(super) fn rows(subject: &Subject<'_>, portfolio: &Portfolio) -> Vec<BookRow<Row>> {
    let mut rows = Vec::with_capacity(portfolio.pieces.len() + 1 + Level::ALL.len());
    rows.push(BookRow {
        key: Some(Row::Portfolio),
        depth: 0,
        status: None,
        title: say::PORTFOLIO.to_owned(),
        note: String::new(),
    });
    if portfolio.pieces.is_empty() {
        rows.push(BookRow::heading(say::NONE_HERE, ""));
        rows.push(BookRow::heading(say::ADD_ONE, ""));
    }
    for level in portfolio.pieces.chunk_by(|one, two| one.level == two.level) {
        rows.extend(level.first().map(|first| heading(first.level, level)));
        rows.extend(level.iter().map(|piece| row(subject, piece)));
    }
    rows
}

fn heading(level: Level, pieces: &[Piece]) -> BookRow<Row> {
    let done = pieces.iter().filter(|piece| piece.status == Status::Done);
    let count = Count {
        done: done.count(),
        total: pieces.len(),
    };
    BookRow::heading(words::level(level), count.to_string())
}

fn row(subject: &Subject<'_>, piece: &Piece) -> BookRow<Row> {
    let ticked = match piece.ticked.total {
        0 => String::new(),
        _ => piece.ticked.to_string(),
    };
    let has_note = subject.progress.note(piece.project).is_some();
    BookRow {
        key: Some(Row::Project(piece.project)),
        depth: 1,
        status: Some(piece.status),
        title: subject.roadmap[piece.project].title.clone(),
        note: words::with_note(has_note, &ticked, subject.look),
    }
}
