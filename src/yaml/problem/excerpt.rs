//! Problems for people: the line that is meant, and a mark under the spot.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Problem, Problems, lines};
use crate::plain::clean;

/// How many problems are shown in full; nobody reads more at once.
const MOST_SHOWN: usize = 50;
/// How many columns of a line are shown.
const WIDEST: usize = 100;
/// How many of them may stand before the spot, if not all of the line fits.
const WIDEST_BEFORE: usize = 40;

pub(super) fn render(problems: &Problems, name: &str, text: &[u8]) -> String {
    let name = clean(name);
    let text = String::from_utf8_lossy(text);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // Problems are in the order of the file, so one pass over its lines is enough.
    let mut lines = (1..).zip(lines(text)).peekable();
    let mut out = String::new();
    for problem in problems.as_slice().iter().take(MOST_SHOWN) {
        if !out.is_empty() {
            out.push('\n');
        }
        let line = problem.place.and_then(|place| {
            while lines.next_if(|(number, _)| *number < place.line).is_some() {}
            let (number, line) = *lines.peek()?;
            (number == place.line).then_some(line)
        });
        // Writing to a string cannot fail.
        let _ = show(&mut out, &name, problem, line);
    }
    let shown = problems.as_slice().len().min(MOST_SHOWN);
    if problems.count() > shown {
        let _ = writeln!(out, "\nand {} more", problems.count() - shown);
    }
    out
}

fn show(out: &mut String, name: &str, problem: &Problem, line: Option<&str>) -> std::fmt::Result {
    writeln!(
        out,
        "{name}:{}{problem}",
        if problem.place.is_some() { "" } else { " " }
    )?;
    let excerpt = problem.place.and_then(|place| {
        let excerpt = Excerpt::new(line?, place.column, problem.width);
        Some((place.line, excerpt))
    });
    match (excerpt, &problem.hint) {
        (Some((number, excerpt)), hint) => {
            let number = format!("{number:>5}");
            let mark = format!(
                "{:gutter$} | {}{}",
                "",
                " ".repeat(excerpt.before),
                "^".repeat(excerpt.marked),
                gutter = number.len()
            );
            writeln!(out, "{number} | {}", excerpt.text)?;
            match hint {
                Some(hint) => writeln!(out, "{mark} {hint}")?,
                None => writeln!(out, "{mark}")?,
            }
        }
        (None, Some(hint)) => writeln!(out, "   {hint}")?,
        (None, None) => {}
    }
    match &problem.expected {
        Some(expected) => writeln!(out, "   expected {expected}"),
        None => Ok(()),
    }
}

/// A line, or the part of it around the spot, and where the spot is in columns.
struct Excerpt {
    text: String,
    before: usize,
    marked: usize,
}

impl Excerpt {
    fn new(line: &str, column: u32, width: u32) -> Self {
        let (before, rest) = split_at_char(line, (column as usize).saturating_sub(1));
        let (marked, after) = split_at_char(rest, width.max(1) as usize);
        let (before, marked, after) = (clean(before), clean(marked), clean(after));
        let whole = before.width() + marked.width() + after.width();
        let before = if whole > WIDEST {
            cut_start(&before, WIDEST_BEFORE)
        } else {
            before.into_owned()
        };
        let marked = cut_end(&marked, WIDEST - WIDEST_BEFORE);
        let room = WIDEST.saturating_sub(before.width() + marked.width());
        let after = cut_end(after.trim_end(), room);
        Self {
            before: before.width(),
            marked: marked.width().max(1),
            text: format!("{before}{marked}{after}").trim_end().to_owned(),
        }
    }
}

fn split_at_char(text: &str, count: usize) -> (&str, &str) {
    let at = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.split_at(at)
}

/// The end of a text, in at most so many columns.
fn cut_start(text: &str, widest: usize) -> String {
    if text.width() <= widest {
        return text.to_owned();
    }
    let mut cut = text.len();
    let mut width = 1;
    for (at, cluster) in text.grapheme_indices(true).rev() {
        width += cluster.width();
        if width > widest {
            break;
        }
        cut = at;
    }
    format!("…{}", text.split_at(cut).1)
}

/// The start of a text, in at most so many columns.
fn cut_end(text: &str, widest: usize) -> String {
    if text.width() <= widest {
        return text.to_owned();
    }
    let mut cut = 0;
    let mut width = 1;
    for (at, cluster) in text.grapheme_indices(true) {
        width += cluster.width();
        if width > widest {
            break;
        }
        cut = at + cluster.len();
    }
    format!("{}…", text.split_at(cut).0)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::super::{Place, Spot};
    use super::*;

    fn at(line: u32, column: u32, width: u32) -> Spot {
        Spot {
            place: Place { line, column },
            width,
        }
    }

    #[test]
    fn a_problem_shows_its_line_its_spot_a_hint_and_what_was_expected() {
        let problem = Problem::at(at(2, 3, 6), "unknown key `sumary` in a topic")
            .hint("did you mean `summary`?")
            .expected("one of: id, title, summary");
        assert_snapshot!(Problems::from(problem).render("my.yaml", b"id: a\n  sumary: A small thing\n"), @r"
        my.yaml:2:3: unknown key `sumary` in a topic
            2 |   sumary: A small thing
              |   ^^^^^^ did you mean `summary`?
           expected one of: id, title, summary
        ");
    }

    #[test]
    fn a_problem_without_a_place_shows_its_words_alone() {
        let problem = Problem::whole("too large").hint("split it");
        assert_snapshot!(Problems::from(problem).render("my.yaml", b""), @r"
        my.yaml: too large
           split it
        ");
    }

    #[test]
    fn the_mark_stands_under_its_spot_in_a_file_of_a_million_lines() {
        let text = "\n".repeat(1_000_000) + "key: x";
        let problem = Problem::at(at(1_000_001, 1, 3), "found");
        assert_snapshot!(Problems::from(problem).render("a", text.as_bytes()), @r"
        a:1000001:1: found
        1000001 | key: x
                | ^^^
        ");
    }

    #[test]
    fn the_mark_stands_under_wide_characters() {
        let problem = Problem::at(at(1, 8, 2), "found");
        assert_snapshot!(Problems::from(problem).render("a", "title: 数据 and more".as_bytes()), @r"
        a:1:8: found
            1 | title: 数据 and more
              |        ^^^^
        ");
        let problem = Problem::at(at(1, 3, 1), "found");
        assert_snapshot!(Problems::from(problem).render("a", "数据x".as_bytes()), @r"
        a:1:3: found
            1 | 数据x
              |     ^
        ");
    }

    #[test]
    fn a_long_line_is_cut_around_the_spot() {
        let line = format!("{}SPOT{}", "before ".repeat(40), " after".repeat(40));
        let problem = Problem::at(at(1, 281, 4), "found");
        assert_snapshot!(Problems::from(problem).render("a", line.as_bytes()), @r"
        a:1:281: found
            1 | …ore before before before before before SPOT after after after after after after after after after …
              |                                         ^^^^
        ");
        let problem = Problem::at(at(1, 1, u32::MAX), "found");
        assert_snapshot!(Problems::from(problem).render("a", line.as_bytes()), @r"
        a:1:1: found
            1 | before before before before before before before before bef…
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ");
    }

    #[test]
    fn lines_and_names_are_shown_without_what_a_terminal_would_obey() {
        let problem = Problem::at(at(2, 4, 1), "key \u{1b}[2J").hint("\u{202e}mend");
        assert_snapshot!(Problems::from(problem).render("\u{1b}]0;x\u{7}.yaml", "\u{feff}a\r\u{1b}[31\u{202e}m x\r\n".as_bytes()), @r"
        ]0;x.yaml:2:4: key [2J
            2 | [31m x
              |   ^ mend
        ");
    }

    #[test]
    fn a_place_behind_the_end_is_still_shown() {
        let problem = Problem::at(at(2, 1, 1), "ends too soon");
        assert_snapshot!(Problems::from(problem).render("a", b"a: [\n"), @r"
        a:2:1: ends too soon
            2 | 
              | ^
        ");
        let problem = Problem::at(at(9, 9, 1), "nowhere");
        assert_snapshot!(Problems::from(problem).render("a", b"a: [\n"), @"a:9:9: nowhere");
    }

    #[test]
    fn fifty_problems_are_shown_and_the_rest_is_counted() {
        let mut problems = Problems::default();
        for _ in 0..1_200 {
            problems.add(|| Problem::whole("bad"));
        }
        assert_eq!(problems.as_slice().len(), 1_000);
        let shown = problems.render("a", b"");
        assert_eq!(shown.matches("a: bad").count(), 50);
        assert!(shown.ends_with("\nand 1150 more\n"), "{shown}");
    }
}
