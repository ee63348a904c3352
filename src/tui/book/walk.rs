//! Moving through the text: from one thing that can be selected to the next, by rows where there is none.

use super::Book;
use crate::tui::keymap::Move;
use crate::tui::list::scroll;

impl<K: Clone + PartialEq> Book<K> {
    /// Moves in the text: to the next thing that can be selected where that is in view or right beside it,
    /// else by rows.
    pub(super) fn move_in_text(&mut self, by: Move) {
        let height = Self::height(self.panes().1).max(1);
        let rows = by.rows(height);
        let bottom = self.lines.len().saturating_sub(height);
        if matches!(by, Move::Up | Move::Down)
            && let Some(next) = self.next_stop(rows, height)
            // One that is far off is scrolled to, so that no text between is passed over.
            && (self.text_top.saturating_sub(1)..=self.text_top + height).contains(&next)
        {
            self.stop = Some(next);
            let last = self.last_of(next).min(next + height - 1);
            self.text_top = scroll(self.text_top, last, next, height, self.lines.len());
            return;
        }
        self.text_top = self.text_top.saturating_add_signed(rows).min(bottom);
    }

    /// The line of the next stop in a direction. Where none is selected, none is in view: it is the
    /// first below what is in view, or the last above.
    fn next_stop(&self, rows: isize, height: usize) -> Option<usize> {
        let is_stop = |at: &usize| self.lines.get(*at).is_some_and(|line| line.stop.is_some());
        let all = self.lines.len();
        if rows > 0 {
            let from = self.stop.map_or(self.text_top, |now| now + 1);
            (from..all).find(is_stop)
        } else {
            let end = self.stop.unwrap_or(self.text_top + height).min(all);
            (0..end).rev().find(is_stop)
        }
    }

    /// The last line of what begins with a line: what follows up to a gap or the next stop.
    pub(super) fn last_of(&self, first: usize) -> usize {
        let after = self.lines.iter().skip(first + 1);
        first
            + after
                .take_while(|line| line.stop.is_none() && !line.pieces.is_empty())
                .count()
    }

    /// Selects a line that is in view, where one can be selected.
    pub(super) fn keep_stop_in_view(&mut self) {
        let height = Self::height(self.panes().1).max(1);
        let view = self.text_top..(self.text_top + height).min(self.lines.len());
        if self.stop.is_some_and(|stop| view.contains(&stop)) {
            return;
        }
        self.stop = view
            .into_iter()
            .find(|at| self.lines.get(*at).is_some_and(|line| line.stop.is_some()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::book::{BookRow, Side};
    use crate::tui::keymap::ScreenAction;
    use crate::tui::layout::inner;
    use crate::tui::list::Scrolling;
    use crate::tui::page::{PageLine, Stop};
    use crate::tui::theme::Role;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    /// What one line of a text is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Line {
        Gap,
        Words,
        Stop,
    }

    fn text(lines: &[Line]) -> Vec<PageLine> {
        let line = |(at, line): (usize, &Line)| PageLine {
            pieces: match line {
                Line::Gap => Vec::new(),
                Line::Words | Line::Stop => vec![(Role::Text, "x".to_owned())],
            },
            stop: (*line == Line::Stop).then(|| Stop::Point(at.to_string())),
            ..PageLine::default()
        };
        lines.iter().enumerate().map(line).collect()
    }

    /// Goes on until nothing changes any more; gives the lines that were in view and selected.
    fn walk(book: &mut Book<u8>, by: Move, lines: &[Line]) -> (Vec<usize>, Vec<usize>) {
        let (mut seen, mut selected) = (Vec::new(), Vec::new());
        // A line is scrolled to and selected, each once.
        for _ in 0..lines.len() * 2 + 2 {
            let height = Book::<u8>::height(book.panes().1);
            seen.extend((book.text_top..lines.len()).take(height));
            selected.extend(book.stop);
            book.act(ScreenAction::Move(by));
        }
        for all in [&mut seen, &mut selected] {
            all.sort_unstable();
            all.dedup();
        }
        (seen, selected)
    }

    proptest! {
        #[test]
        fn up_and_down_pass_every_line_and_everything_that_can_be_selected(
            lines in prop::collection::vec(prop::sample::select(
                &[Line::Gap, Line::Words, Line::Words, Line::Words, Line::Words, Line::Stop][..]), 1..60),
            height in 1_u16..12,
            page in 0_usize..8,
        ) {
            let mut book = Book::<u8> { side: Side::Text, ..Book::default() };
            let mut body = Rect::new(0, 0, 80, height);
            body.height += body.height - inner(body).height;
            let row = BookRow { key: Some(1), ..BookRow::heading("One", "") };
            book.settle(vec![row], body, Scrolling::Sliding, |_, _| text(&lines));
            let all: Vec<usize> = (0..lines.len()).collect();
            let stops: Vec<usize> = all.iter().copied().filter(|at| lines[*at] == Line::Stop).collect();
            // Wherever one begins.
            for _ in 0..page {
                book.act(ScreenAction::Move(Move::PageDown));
            }
            walk(&mut book, Move::Up, &lines);
            prop_assert_eq!(book.text_top, 0);
            for (by, end) in [(Move::Down, lines.len().saturating_sub(usize::from(height))), (Move::Up, 0)] {
                let (seen, selected) = walk(&mut book, by, &lines);
                prop_assert_eq!(&seen, &all);
                prop_assert_eq!(&selected, &stops);
                prop_assert_eq!(book.text_top, end);
            }
        }
    }
}
