//! Text in cells: cutting to a width, breaking into lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cuts a text to at most `width` cells, with `ellipsis` (one cell) where something is left out.
#[must_use]
pub fn cut(text: &str, width: usize, ellipsis: &str) -> String {
    let (head, rest) = split(text, width);
    if rest.is_empty() {
        return head.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let (head, _) = split(text, width - 1);
    format!("{head}{ellipsis}")
}

/// Splits a text behind the last character that still fits into `width` cells.
fn split(text: &str, width: usize) -> (&str, &str) {
    // What is at most as many bytes as cells surely fits: no text is wider than its bytes.
    if text.len() <= width {
        return (text, "");
    }
    let mut used = 0;
    let mut end = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > width {
            break;
        }
        end += grapheme.len();
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// How many cells the first character of a text takes.
fn first_width(text: &str) -> usize {
    text.graphemes(true)
        .next()
        .map_or(0, UnicodeWidthStr::width)
}

/// Breaks a text into lines of at most `width` cells, at spaces where there are any; a line break
/// in the text starts a new paragraph, with an empty line between.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for (nth, paragraph) in text.lines().enumerate() {
        if nth > 0 {
            lines.push(String::new());
        }
        wrap_paragraph(paragraph, width, &mut lines);
    }
    lines
}

/// Breaks an address into lines of at most `width` cells, behind a slash where there is one in the
/// second half of a line.
#[must_use]
pub fn wrap_address(address: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut rest = address;
    while rest.width() > width {
        let (head, _) = split(rest, width);
        let slash = head.rfind('/').map(|at| at + 1);
        let end = slash
            .filter(|at| *at > head.len() / 2)
            .unwrap_or(head.len());
        let Some((line, left)) = rest
            .split_at_checked(end)
            .filter(|(line, _)| !line.is_empty())
        else {
            break;
        };
        lines.push(line.to_owned());
        rest = left;
    }
    lines.push(rest.to_owned());
    lines
}

fn wrap_paragraph(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split_whitespace() {
        let mut word = word;
        let mut needed = word.width();
        if used > 0 && used + 1 + needed <= width {
            line.push(' ');
            line.push_str(word);
            used += 1 + needed;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        // A word wider than a line is broken where the line ends.
        while needed > width {
            let (head, rest) = match split(word, width) {
                // A single character wider than a line has one to itself.
                ("", _) => split(word, first_width(word)),
                parts => parts,
            };
            if head.is_empty() || rest.is_empty() {
                break;
            }
            lines.push(head.to_owned());
            word = rest;
            needed = word.width();
        }
        line.push_str(word);
        used = needed;
    }
    if used > 0 {
        lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_that_fits_stays_whole() {
        assert_eq!(cut("Cookies", 7, "…"), "Cookies");
        assert_eq!(cut("", 0, "…"), "");
    }

    #[test]
    fn a_text_that_does_not_fit_ends_in_the_ellipsis() {
        assert_eq!(cut("Cookies", 6, "…"), "Cooki…");
        assert_eq!(cut("Cookies", 1, "…"), "…");
        assert_eq!(cut("Cookies", 0, "…"), "");
    }

    #[test]
    fn wide_and_combining_characters_are_never_cut_in_half() {
        assert_eq!(cut("日本語", 4, "…"), "日…");
        assert_eq!(cut("日本語", 5, "…"), "日本…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(
            wrap("Small values that a server asks for", 12),
            ["Small values", "that a", "server asks", "for"]
        );
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        assert_eq!(wrap("an abcdefghij b", 4), ["an", "abcd", "efgh", "ij b"]);
    }

    #[test]
    fn a_character_wider_than_a_line_has_a_line_to_itself() {
        assert_eq!(wrap("日本a", 1), ["日", "本", "a"]);
        assert_eq!(wrap("🫎\u{d46}!", 2), ["🫎\u{d46}", "!"]);
    }

    #[test]
    fn paragraphs_are_parted_by_an_empty_line() {
        assert_eq!(wrap("one\ntwo", 10), ["one", "", "two"]);
    }

    #[test]
    fn an_address_breaks_behind_a_slash() {
        assert_eq!(
            wrap_address("https://developer.mozilla.org/en-US/docs/Web/HTTP", 38),
            ["https://developer.mozilla.org/en-US/", "docs/Web/HTTP"]
        );
        assert_eq!(
            wrap_address("https://a.example/bcdefghijk", 20),
            ["https://a.example/", "bcdefghijk"]
        );
        assert_eq!(
            wrap_address("https://abcdefgh", 10),
            ["https://", "abcdefgh"]
        );
        assert_eq!(
            wrap_address("https://a", 0),
            ["h", "t", "t", "p", "s", ":", "/", "/", "a"]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_unless_one_character_is(text in "\\PC{0,60}", width in 2_usize..20) {
            for line in wrap(&text, width) {
                prop_assert!(line.width() <= width || line.graphemes(true).count() == 1, "{:?}", line);
            }
            prop_assert!(cut(&text, width, "…").width() <= width);
        }

        #[test]
        fn wrapping_loses_no_letter(text in "[a-zé日 ]{0,60}", width in 2_usize..20) {
            let letters = |text: &str| text.chars().filter(|each| !each.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&wrap(&text, width).concat()), letters(&text));
        }
    }
}
