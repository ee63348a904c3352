//! The parser's complaints in words that help.

use saphyr_parser::ScanError;

use super::{Sort, place, too_deep};
use crate::yaml::problem::{Place, Problem, lines};

/// What stands in the parser's words, what to say, and what to do.
type Row = (&'static str, &'static str, &'static str);

const QUOTES: &str =
    "a text with `: ` or ` #` in it, or one that begins with a sign, needs quotes around it";
const ALIGN: &str = "members of one list, and keys of one mapping, begin in the same column";

/// The first row that fits is taken.
const ROWS: &[Row] = &[
    ("tab", "a tab", "indent with spaces"),
    (
        "unexpected character",
        "a text cannot begin with this character",
        QUOTES,
    ),
    (
        "mapping values are not allowed",
        "`:` makes no key here",
        QUOTES,
    ),
    (
        "unknown anchor",
        "an alias of nothing",
        "put a text that begins with `*` in quotes",
    ),
    (
        "anchor or alias",
        "`&` or `*` with no name behind it",
        QUOTES,
    ),
    ("tag", "`!` begins a tag, and this is none", QUOTES),
    ("handle", "`!` begins a tag, and this is none", QUOTES),
    (
        "directive",
        "`%` begins a directive, and this is none",
        QUOTES,
    ),
    (
        "unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it, or write a quotation mark within quotes as `\\\"` or `''`",
    ),
    (
        "escape",
        "no such character after `\\` in double quotes",
        "write `\\\\`, or use single quotes",
    ),
    (
        "hexadecimal",
        "no such character after `\\` in double quotes",
        "write `\\\\`, or use single quotes",
    ),
    (
        "trailing content",
        "text behind the closing quotation mark",
        "put the whole text in quotes",
    ),
    (
        "',' or '}'",
        "`{` is opened, and neither `,` nor `}` follows",
        QUOTES,
    ),
    (
        "',' or ']'",
        "`[` is opened, and neither `,` nor `]` follows",
        QUOTES,
    ),
    (
        "illegal placement of ':'",
        "`:` makes no key within brackets",
        "see whether a bracket is left open",
    ),
    (
        "in flow construct",
        "a line within brackets that is not indented",
        "indent it, and see whether a bracket is left open",
    ),
    (
        "in quoted scalar",
        "a line within quotes that is not indented",
        "indent it, and see whether a quotation mark is left open",
    ),
    (
        "block scalar",
        "an indented text that does not fit its first line",
        ALIGN,
    ),
    (
        "simple key expect",
        "a line that is neither a key with `:` nor a list's member with `-`",
        ALIGN,
    ),
    ("indent", "the indentation does not fit", ALIGN),
    ("expected key", "the indentation does not fit", ALIGN),
    ("'-' indicator", "the indentation does not fit", ALIGN),
    (
        "not allowed in this context",
        "the indentation does not fit",
        ALIGN,
    ),
];

/// One problem for the one spot where the parser gave up.
pub(super) fn explain(error: &ScanError, text: &str, sort: &Sort) -> Problem {
    let place = within(text, place(error.marker()));
    let words = error.info();
    if words.contains("recursion limit") {
        return too_deep(place, sort);
    }
    // The parser looks ahead: the tab may stand in the line after the one where it stopped.
    let next_line = place.line.saturating_add(1);
    let tab = indenting_tab(text, place.line).or_else(|| indenting_tab(text, next_line));
    if let Some(tab) = tab {
        return Problem::at(tab, "a tab in the indentation").hint("indent with spaces");
    }
    let place = if words.contains("simple key expect") {
        last_text_before(text, place)
    } else {
        place
    };
    match ROWS.iter().find(|(theirs, _, _)| words.contains(theirs)) {
        Some((_, found, hint)) => Problem::at(place, found).hint(hint),
        None => Problem::at(place, format!("this is not YAML: {words}")).hint(QUOTES),
    }
}

/// The tab that indents a line. The parser takes it for anything but what it is.
fn indenting_tab(text: &str, line: u32) -> Option<Place> {
    let line_text = lines(text).nth(line.checked_sub(1)? as usize)?;
    let spaces = line_text.bytes().take_while(|byte| *byte == b' ').count();
    let column = u32::try_from(spaces + 1).ok()?;
    (line_text.as_bytes().get(spaces) == Some(&b'\t')).then_some(Place { line, column })
}

/// Where the last line with something on it begins. The parser notices only behind such a line that
/// it was no key.
fn last_text_before(text: &str, place: Place) -> Place {
    lines(text)
        .zip(1..place.line)
        .filter_map(|(line, number)| {
            let content = line.trim_start_matches(' ');
            let is_text = !content.is_empty() && !content.starts_with('#');
            let column = u32::try_from(line.len() - content.len() + 1).ok()?;
            is_text.then_some(Place {
                line: number,
                column,
            })
        })
        .last()
        .unwrap_or(place)
}

/// The parser may give up behind the end; the last place within the text says as much.
fn within(text: &str, place: Place) -> Place {
    let end = super::place_of(text, text.len());
    place.min(end)
}

#[cfg(test)]
mod tests {
    use super::super::{Sort, read};

    #[test]
    fn a_slip_in_yaml_is_named_with_its_place_and_a_way_out() {
        let cases = [
            (
                "a: 1\n\tb: 2\n",
                "2:1: a tab in the indentation (indent with spaces)",
            ),
            (
                "title: @home\n",
                "1:8: a text cannot begin with this character",
            ),
            (
                "title: `ls`\n",
                "1:8: a text cannot begin with this character",
            ),
            ("title: HTTP: the protocol\n", "1:12: `:` makes no key here"),
            (
                "title: *bold*\n",
                "1:8: an alias of nothing (put a text that begins with `*` in quotes)",
            ),
            (
                "title: \"C# in\nid: b\n",
                "1:8: a line within quotes that is not indented",
            ),
            (
                "title: \"C#\" and .NET\n",
                "1:13: text behind the closing quotation mark (put the whole text in quotes)",
            ),
            (
                "title: \"\\d+\"\n",
                "1:8: no such character after `\\` in double quotes (write `\\\\`, or use single quotes)",
            ),
            (
                "title: 'never closed",
                "1:8: a quotation mark is opened and never closed",
            ),
            (
                "links: [a, b\nid: c\n",
                "2:3: `:` makes no key within brackets (see whether a bracket is left open)",
            ),
            (
                "links: [a, b",
                "1:13: `[` is opened, and neither `,` nor `]` follows",
            ),
            (
                "links: {a: b",
                "1:13: `{` is opened, and neither `,` nor `}` follows",
            ),
            (
                "a:\n  - b: 1\n   c: 2\n",
                "3:4: the indentation does not fit",
            ),
            ("a: 1\n  b: 2\n", "2:4: `:` makes no key here"),
            ("steps:\n- a\nid\n", "3:1: a line that is neither"),
            ("a: 1\n- b\n", "2:3: the indentation does not fit"),
            ("a: %b\n", "1:4: a text cannot begin with this character"),
            ("a: !<x\n", "1:4: `!` begins a tag, and this is none"),
        ];
        for (text, told) in cases {
            let found = match read(text.as_bytes(), &Sort::default()) {
                Ok(_) => "no problem".to_owned(),
                Err(problem) => format!(
                    "{problem} ({})",
                    problem.hint.as_deref().unwrap_or("no hint")
                ),
            };
            assert!(
                found.starts_with(told),
                "{text:?}\n found {found}\nwanted {told}"
            );
        }
    }
}
