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
/// there, what is around the first one.
fn excerpt(text: &str, marks: &[usize], width: usize, ellipsis: &str) -> Excerpt {
    let letters = letters(text, marks);
    let all: usize = letters.iter().map(|letter| letter.width).sum();
    let first = letters.iter().position(|letter| letter.is_marked);
    let cells = |end: usize| {
        letters
            .iter()
            .take(end)
            .map(|letter| letter.width)
            .sum::<usize>()
    };
    let start = match first {
        // An ellipsis on either side and the letter itself, which may take two cells, come first.
        Some(first) if all > width && cells(first + 1) >= width => {
            let wanted =
                cells(first).saturating_sub(BEFORE.min(width / 3).min(width.saturating_sub(4)));
            let end = (0..first).find(|at| cells(*at) >= wanted);
            end.unwrap_or(first)
        }
        Some(_) | None => 0,
    };
    let shown = letters.iter().skip(start);
    let rest: String = shown.clone().map(|letter| letter.text).collect();
    let lead = if start > 0 { ellipsis } else { "" };
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

/// What a reader sees as one character.
struct Letter<'a> {
    text: &'a str,
    width: usize,
    is_marked: bool,
}

fn letters<'a>(text: &'a str, marks: &[usize]) -> Vec<Letter<'a>> {
    let mut place = 0;
    let mut marks = marks.iter().copied().peekable();
    let letter = |text: &'a str| {
        place += text.chars().count();
        let mut is_marked = false;
        while marks.next_if(|mark| *mark < place).is_some() {
            is_marked = true;
        }
        Letter {
            text,
            width: text.width(),
            is_marked,
        }
    };
    text.graphemes(true).map(letter).collect()
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
