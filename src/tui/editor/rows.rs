//! Lines of a text, broken softly into the rows of a field.

use std::ops::Range;

use ratatui::buffer::CellWidth as _;
use unicode_segmentation::UnicodeSegmentation;

/// One row: a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The line, counted from 0.
    pub(super) line: usize,
    /// Its bytes of that line.
    pub(super) bytes: Range<usize>,
    /// Whether the line ends with it.
    pub(super) is_last: bool,
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true)
        .map(|each| usize::from(each.cell_width()))
        .sum()
}

/// All rows of a text for a field of so many cells. Every byte is in one row, and none is between.
pub(super) fn rows(lines: &[String], width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let first = rows.len();
        rows.extend(broken(text, width.max(1)).map(|bytes| Row {
            line,
            bytes,
            is_last: false,
        }));
        if rows.len() == first {
            rows.push(Row {
                line,
                bytes: 0..0,
                is_last: false,
            });
        }
        if let Some(last) = rows.last_mut() {
            last.is_last = true;
        }
    }
    rows
}

/// The parts of a line: broken behind spaces, which may stick out, else where a row is full; never
/// within what a reader sees as a character.
fn broken(text: &str, width: usize) -> impl Iterator<Item = Range<usize>> {
    let mut ends = Vec::new();
    // Where the row begins, how much of it is taken, and where it may be broken with how much
    // taken until there.
    let (mut start, mut used) = (0, 0);
    let (mut space, mut used_to_space) = (0, 0);
    for (at, each) in text.grapheme_indices(true) {
        let needed = usize::from(each.cell_width());
        let is_space = each.chars().all(char::is_whitespace);
        // Broken behind a space, what is left of the row may still have no room for a wide character.
        while used + needed > width && at > start && !is_space {
            let (end, used_to_end) = if space > start {
                (space, used_to_space)
            } else {
                (at, used)
            };
            ends.push(end);
            used -= used_to_end;
            start = end;
        }
        used += needed;
        if is_space {
            (space, used_to_space) = (at + each.len(), used);
        }
    }
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter()
        .map(move |end| std::mem::replace(&mut start, end)..end)
        .filter(|row| !row.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str, width: usize) -> Vec<&str> {
        broken(text, width).map(|bytes| &text[bytes]).collect()
    }

    #[test]
    fn lines_are_broken_behind_spaces_and_else_where_they_are_full() {
        for (text, width, expected) in [
            ("", 5, &[][..]),
            ("one two three", 6, &["one ", "two ", "three"]),
            ("one two three", 7, &["one two ", "three"]),
            ("one   two", 3, &["one   ", "two"]),
            ("abcdefgh ij", 4, &["abcd", "efgh ", "ij"]),
            ("a abcdefgh", 4, &["a ", "abcd", "efgh"]),
            ("日本語", 4, &["日本", "語"]),
            ("日本語", 1, &["日", "本", "語"]),
            (
                "e\u{301}e\u{301}e\u{301}",
                2,
                &["e\u{301}e\u{301}", "e\u{301}"],
            ),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦🇩🇪", 4, &["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "🇩🇪"]),
            ("   ", 1, &["   "]),
        ] {
            assert_eq!(parts(text, width), expected, "{text} at {width}");
        }
    }

    #[test]
    fn a_line_without_anything_is_a_row() {
        let lines = ["one two", "", "x"].map(str::to_owned);
        let rows = rows(&lines, 4);
        let at: Vec<_> = rows.iter().map(|row| (row.line, row.is_last)).collect();
        assert_eq!(at, [(0, false), (0, true), (1, true), (2, true)]);
    }

    #[test]
    fn a_wide_character_behind_a_word_that_moved_down_has_a_row_of_its_own() {
        assert_eq!(parts(" a日", 2), [" ", "a", "日"]);
    }

    proptest! {
        #[test]
        fn rows_are_the_line_and_none_is_too_wide(text in "(\\PC|[ 日a\u{301}\u{200d}👩🇩🇪]){0,40}", columns in 1_usize..12) {
            let parts = parts(&text, columns);
            prop_assert_eq!(parts.concat(), text.as_str());
            for part in parts {
                let shown = part.trim_end();
                prop_assert!(width(shown) <= columns || shown.graphemes(true).count() == 1, "{:?}", part);
            }
        }
    }
}
