//! A text with some of its letters marked, cut to its room so that marks stay in view.

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Pen;
use crate::tui::layout::from_column;
use crate::tui::text::cut;
use crate::tui::theme::Role;

/// How many cells stand before the first mark where the beginning of a text is cut off.
const BEFORE: usize = 8;

/// Writes a text and marks some of its characters, known by their places; gives the column behind.
pub fn marked(pen: &mut Pen<'_>, room: Rect, text: &str, marks: &[usize], role: Role) -> u16 {
    let excerpt = excerpt(
        text,
        marks,
        usize::from(room.width),
        pen.look.glyphs.ellipsis,
    );
    let end = pen.text(room, &excerpt.text, role);
    for (at, width) in excerpt.marks {
        let cell = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let letter = Rect {
            width: cell(width),
            height: 1,
            ..from_column(room, room.x.saturating_add(cell(at)))
        };
        pen.restyle(letter.intersection(room), Role::Match);
    }
    end
}

/// What of a text is shown.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    text: String,
    /// The cells of marked letters: the first of each, and how many it takes.
    marks: Vec<(usize, usize)>,
}

/// The part of a text that fits into `width` cells: its beginning or, where no mark would be in view
/// there, what is around the first one. However long the text is, only what may be shown is looked at
/// letter by letter.
fn excerpt(text: &str, marks: &[usize], width: usize, ellipsis: &str) -> Excerpt {
    let head = letters(text, 0, marks, width);
    let start = match marks.first() {
        Some(first) if !shows_a_mark(&head, width) => start_before(text, *first, width),
        Some(_) | None => 0,
    };
    let (lead, shown) = if start > 0 {
        (ellipsis, letters(text, start, marks, width))
    } else {
        ("", head)
    };
    let rest: String = shown.iter().map(|letter| letter.text).collect();
    let text = cut(&format!("{lead}{rest}"), width, ellipsis);
    // What was cut at the end has no marks any more.
    let is_cut = lead.width() + rest.width() > width;
    let room = text.width().saturating_sub(usize::from(is_cut));
    let mut at = lead.width();
    let mut kept = Vec::new();
    for letter in shown {
        if at + letter.width > room {
            break;
        }
        if letter.is_marked && letter.width > 0 {
            kept.push((at, letter.width));
        }
        at += letter.width;
    }
    Excerpt { text, marks: kept }
}

/// Whether the letters are all there are, or there is one that is marked before the last cell, where
/// an ellipsis comes.
fn shows_a_mark(head: &[Letter<'_>], width: usize) -> bool {
    let cells = |letters: &[Letter<'_>]| letters.iter().map(|it| it.width).sum::<usize>();
    let first = head.iter().position(|letter| letter.is_marked);
    let until_first = first.and_then(|first| head.get(..=first));
    cells(head) <= width || until_first.is_some_and(|until| cells(until) < width)
}

/// The byte where an excerpt begins so that a character of a text is in view.
fn start_before(text: &str, first: usize, width: usize) -> usize {
    let from = text.char_indices().nth(first);
    let end = from.map_or(text.len(), |(at, first)| at + first.len_utf8());
    let mut before = text.get(..end).unwrap_or(text).grapheme_indices(true).rev();
    let mut start = before.next().map_or(0, |(at, _)| at);
    // An ellipsis on either side and the letter itself, which may take two cells, come first.
    let mut left = BEFORE.min(width / 3).min(width.saturating_sub(4));
    for (at, letter) in before {
        let taken = letter.width();
        if taken > left {
            break;
        }
        left -= taken;
        start = at;
    }
    start
}

/// What a reader sees as one character.
struct Letter<'a> {
    text: &'a str,
    width: usize,
    is_marked: bool,
}

/// The letters of a text from a byte on, up to the one that reaches beyond so many cells.
fn letters<'a>(text: &'a str, start: usize, marks: &[usize], width: usize) -> Vec<Letter<'a>> {
    let (before, rest) = text.split_at_checked(start).unwrap_or(("", text));
    let mut place = before.chars().count();
    let passed = marks.iter().take_while(|mark| **mark < place).count();
    let mut marks = marks.iter().copied().skip(passed).peekable();
    let mut taken = 0;
    let mut letters = Vec::new();
    for text in rest.graphemes(true) {
        place += text.chars().count();
        let mut is_marked = false;
        while marks.next_if(|mark| *mark < place).is_some() {
            is_marked = true;
        }
        let letter = Letter {
            text,
            width: text.width(),
            is_marked,
        };
        taken += letter.width;
        letters.push(letter);
        if taken > width {
            break;
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, marks: &[usize], width: usize) -> (String, Vec<(usize, usize)>) {
        let excerpt = excerpt(text, marks, width, "…");
        (excerpt.text, excerpt.marks)
    }

    #[test]
    fn marks_stand_on_the_cells_of_their_letters() {
        assert_eq!(
            shown("Cookies", &[0, 1, 6], 10),
            ("Cookies".to_owned(), vec![(0, 1), (1, 1), (6, 1)])
        );
        assert_eq!(
            shown("日本語", &[0, 2], 10),
            ("日本語".to_owned(), vec![(0, 2), (4, 2)])
        );
        // An accent of its own belongs to its letter.
        assert_eq!(
            shown("E\u{301}tudes", &[0, 2], 10),
            ("E\u{301}tudes".to_owned(), vec![(0, 1), (1, 1)])
        );
    }

    #[test]
    fn what_is_cut_off_has_no_marks() {
        assert_eq!(
            shown("Cookies", &[0, 1, 4, 6], 5),
            ("Cook…".to_owned(), vec![(0, 1), (1, 1)])
        );
        assert_eq!(shown("Cookies", &[0], 0), (String::new(), Vec::new()));
    }

    #[test]
    fn a_text_whose_marks_are_far_in_begins_before_them() {
        let (text, marks) = shown("a line that ends in a cookie for you", &[22, 23], 20);
        assert_eq!(text, "… in a cookie for y…");
        assert_eq!(marks, [(7, 1), (8, 1)]);
    }

    #[test]
    fn a_very_long_line_is_cut_around_its_mark_at_once() {
        let long = "é".repeat(60_000);
        let line = format!("{long} cookies {long}");
        let (text, marks) = shown(&line, &[60_001, 60_002], 20);
        assert_eq!(text, "…ééééé cookies éééé…");
        assert_eq!(marks, [(7, 1), (8, 1)]);
    }

    proptest! {
        #[test]
        fn the_first_mark_is_in_view_and_nothing_is_wider_than_the_room(text in "[a-zé日 ]{1,40}", at in 0_usize..40, width in 4_usize..30) {
            let chars: Vec<char> = text.chars().collect();
            let at = at % chars.len();
            let (shown, marks) = shown(&text, &[at], width);
            prop_assert!(shown.width() <= width, "{shown}");
            let (cell, _) = *marks.first().unwrap();
            let mut seen = 0;
            let letter = shown.chars().find(|each| { seen += each.to_string().width(); seen > cell });
            prop_assert_eq!(letter, Some(chars[at]));
        }
    }
}
