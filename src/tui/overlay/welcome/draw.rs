//! Where the lines of the box stand, and drawing it.

use ratatui::layout::{Margin, Rect};
use unicode_width::UnicodeWidthStr;

use super::{Line, State};
use crate::progress::Status;
use crate::tui::layout::{centred, from_column};
use crate::tui::list::scroll;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words::{self, welcome as say};

/// The widest that the box becomes.
const WIDEST: u16 = 84;

/// Where the lines stand in a room.
pub(super) struct Place {
    frame: Rect,
    pub(super) inner: Rect,
    pub(super) lines: Vec<Line>,
    selected: usize,
    /// The first line that is in view.
    pub(super) top: usize,
}

impl Place {
    pub(super) fn within(state: &State, room: Rect) -> Self {
        let lines = state.lines(usize::from(room.height.saturating_sub(2)));
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let frame = centred(room, WIDEST, height);
        let inner = frame.inner(Margin::new(2, 1));
        let selected = state.selected(&lines);
        let above = lines.get(..selected).unwrap_or_default().iter().rev();
        // A question stands above its first answer, and the keys above the beginning.
        let lead = selected - above.take_while(|line| !line.is_selectable()).count();
        let top = scroll(0, selected, lead, usize::from(inner.height), lines.len());
        Self {
            frame,
            inner,
            lines,
            selected,
            top,
        }
    }
}

/// Draws the box in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let place = Place::within(state, room);
    let more = if place.top + usize::from(place.inner.height) < place.lines.len() {
        words::MORE_BELOW
    } else {
        ""
    };
    let title = pen.cut(&state.title, place.frame.width.saturating_sub(6));
    pen.frame(place.frame, &title, more);
    let visible = place.lines.iter().enumerate().skip(place.top);
    for (row, (at, line)) in place.inner.rows().zip(visible) {
        draw_line(pen, state, row, *line);
        if at == place.selected {
            pen.mark(row);
        }
    }
}

fn draw_line(pen: &mut Pen<'_>, state: &State, row: Rect, line: Line) {
    let mut text = |x: u16, text: &str, role| {
        let room = from_column(row, row.x + x);
        let text = pen.cut(text, room.width);
        pen.text(room, &text, role);
    };
    match line {
        Line::Gap => {}
        Line::About => text(0, &state.about, Role::Text),
        Line::Title(nth) => {
            if let Some(question) = state.questions().nth(nth) {
                text(0, &question.title, Role::Heading);
            }
        }
        Line::Answer(nth, at) => draw_answer(pen, state, row, (nth, at)),
        Line::KeysTitle => text(0, say::KEYS, Role::Heading),
        Line::Key(at) => {
            if let Some((key, help)) = state.keys.get(at) {
                text(2, key, Role::Key);
                // Behind the longest, and a gap that parts them.
                let widest = state.keys.iter().map(|(key, _)| key.width()).max();
                let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX);
                text(widest.saturating_add(5), help, Role::Text);
            }
        }
        Line::Begin => text(2, say::BEGIN, Role::Text),
    }
}

/// An answer behind the digit that chooses it; the chosen one has a tick.
fn draw_answer(pen: &mut Pen<'_>, state: &State, row: Rect, (nth, at): (usize, usize)) {
    let Some(question) = state.questions().nth(nth) else {
        return;
    };
    let Some(answer) = question.answers.get(at) else {
        return;
    };
    let before = state.questions().take(nth);
    let digit = before.map(|each| each.answers.len()).sum::<usize>() + at + 1;
    if question.chosen == at {
        let tick = pen.look.glyphs.status(Status::Done);
        pen.put(row.x + 2, row.y, tick, Role::Done);
    }
    if digit < 10 {
        let digit = digit.to_string();
        pen.text(from_column(row, row.x + 4), &digit, Role::Key);
    }
    let room = from_column(row, row.x + 6);
    let words = pen.cut(&answer.words, room.width);
    pen.text(room, &words, Role::Text);
}
