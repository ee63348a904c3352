//! The text of a file as a tree that knows where everything stands.
//!
//! Only so much of YAML is let through as such files need: one document, no aliases, no tags, and
//! limits on size and depth that no honest file meets and no hostile one gets around.

mod syntax;

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use super::problem::{Place, Problem, Spot};

/// The largest file that is read, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;
/// The longest line, in bytes.
const LONGEST_LINE: usize = 64 * 1024;
/// How many brackets, quotes, commas and colons may stand between an opening bracket and the one
/// that closes it. Between brackets the parser takes all there is before it answers, a microsecond
/// and some hundred bytes each, and so a limit on nodes comes too late. The built-in roadmap has less
/// than a tenth of that in all.
const MOST_SIGNS: usize = 100_000;
/// How many keys, texts, lists and mappings a file of a mebibyte may have: with so many the largest
/// tree takes some 40 MiB. A larger file may have more in proportion: a hundred thousand topics with
/// their texts are a roadmap, too.
const MOST_NODES: usize = 400_000;

/// How many keys, texts, lists and mappings a file of so many bytes may have.
const fn most_nodes(bytes: usize) -> usize {
    let mebibytes = bytes >> 20;
    MOST_NODES * if mebibytes == 0 { 1 } else { mebibytes }
}
/// How deep lists and mappings may stand within each other.
const DEEPEST: usize = 32;

/// What sort of file it is, for the words of problems.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sort {
    /// What it holds, without an article.
    pub(crate) noun: &'static str,
    /// What is said of lists and mappings that stand too deep within each other.
    pub(crate) too_deep: &'static str,
}

/// A text, a list or a mapping, and where it stands.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    /// The text itself, or the first character of a list or mapping.
    pub(crate) spot: Spot,
    /// What stands there.
    pub(crate) value: Value<'t>,
}

/// What may stand in a file.
#[derive(Debug)]
pub(crate) enum Value<'t> {
    /// No text at all, or `~`.
    Nothing,
    /// Text, of whatever looks: the reader knows whether a number is wanted.
    Text {
        /// As YAML reads it.
        text: Cow<'t, str>,
        /// How it is written.
        style: Style,
    },
    /// A list.
    List(Vec<Node<'t>>),
    /// Keys and values, in the order of the file, doubles included.
    Mapping(Vec<(Node<'t>, Node<'t>)>),
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, or in a block that folds its lines.
    Folding,
    /// In a block that keeps its line breaks.
    Literal,
}

impl Value<'_> {
    /// What it is, within a sentence.
    pub(crate) const fn described(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text { .. } => "text",
            Self::List(_) => "a list",
            Self::Mapping(_) => "keys with values",
        }
    }
}

/// Reads the one document of a file; none where nothing but comments stands in it.
pub(crate) fn read<'t>(bytes: &'t [u8], sort: &Sort) -> Result<Option<Node<'t>>, Problem> {
    let text = decoded(bytes)?;
    within_limits(text)?;
    let mut tree = Tree {
        text,
        sort: *sort,
        ..Tree::default()
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => tree.take(event, span)?,
            Err(error) => return Err(syntax::explain(&error, text, sort)),
        }
    }
    let root = tree.nodes.pop();
    Ok(root.filter(|root| !matches!(root.value, Value::Nothing)))
}

/// The text without its byte-order mark.
fn decoded(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::whole(format!(
            "the file has {} MiB, and the most that is read is {}",
            bytes.len().div_ceil(1024 * 1024),
            LARGEST / 1024 / 1024
        )));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Problem::at(Place::START, "this is UTF-16").hint("save the file as UTF-8"));
    }
    let (text, fault) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = bytes.split_at(error.valid_up_to()).0;
            (
                std::str::from_utf8(valid).unwrap_or_default(),
                Some(valid.len()),
            )
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The parser takes a NUL for the end of the file, and would pass over all that follows in silence.
    if let Some(at) = text.bytes().position(|byte| byte == 0) {
        return Err(Problem::at(
            place_of(text, at),
            "a NUL byte: this is no text",
        ));
    }
    match fault {
        Some(_) => Err(
            Problem::at(place_of(text, text.len()), "a byte that is not UTF-8")
                .hint("save the file as UTF-8"),
        ),
        None => Ok(text),
    }
}

fn within_limits(text: &str) -> Result<(), Problem> {
    let bytes = text.as_bytes();
    let mut start = 0;
    // From where a line begins, the last line break within reach is as good as the next one.
    while let Some(reach) = bytes.get(start..).and_then(|rest| rest.get(..LONGEST_LINE)) {
        match reach.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(end) => start += end + 1,
            None => {
                return Err(Problem::at(
                    place_of(text, start),
                    format!("a line of more than {LONGEST_LINE} bytes"),
                )
                .hint("break it: `>-` before an indented text folds its lines into one"));
            }
        }
    }
    match dense(bytes) {
        Some(at) => Err(Problem::at(
            place_of(text, at),
            format!("more than {MOST_SIGNS} signs between brackets"),
        )
        .hint("a long list has its members below each other, each behind `- `")),
        None => Ok(()),
    }
}

/// Where there are too many signs between brackets. A bracket in a text counts like any other: that
/// can only make a count too high, and no honest file comes near the limit.
fn dense(bytes: &[u8]) -> Option<usize> {
    if bytes.len() <= MOST_SIGNS {
        return None;
    }
    let (mut depth, mut signs) = (0_usize, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b':' | b'"' | b'\'' => {}
            _ => continue,
        }
        signs = if depth == 0 { 0 } else { signs + 1 };
        if signs > MOST_SIGNS {
            return Some(at);
        }
    }
    None
}

/// The place of a byte; lines end as YAML's do.
fn place_of(text: &str, byte: usize) -> Place {
    let before = text.get(..byte).unwrap_or(text);
    let mut place = Place::START;
    let mut after_return = false;
    for character in before.chars() {
        match character {
            '\n' if after_return => {}
            '\n' | '\r' => {
                place = Place {
                    line: place.line + 1,
                    column: 1,
                }
            }
            _ => place.column += 1,
        }
        after_return = character == '\r';
    }
    place
}

/// The parser counts lines from 1 and columns from 0.
fn place(marker: &Marker) -> Place {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place {
        line: number(marker.line()),
        column: number(marker.col() + 1),
    }
}

/// The part of a stretch that stands on its first line.
fn spot(span: &Span) -> Spot {
    let width = if span.start.line() == span.end.line() {
        u32::try_from(span.len()).unwrap_or(u32::MAX).max(1)
    } else {
        u32::MAX
    };
    Spot {
        place: place(&span.start),
        width,
    }
}

/// Nodes whose list or mapping is still open stand in one row, each behind what it belongs to.
#[derive(Default)]
struct Tree<'t> {
    text: &'t str,
    sort: Sort,
    nodes: Vec<Node<'t>>,
    open: Vec<Open>,
    seen: usize,
    documents: usize,
}

struct Open {
    place: Place,
    first: usize,
}

impl<'t> Tree<'t> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, _, None) => {
                let text = self.borrowed(text, &span);
                self.add(spot(&span), scalar(text, style))
            }
            Event::SequenceStart(_, None) | Event::MappingStart(_, None) => {
                self.open(place(&span.start))
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => Err(self.tagged(place(&span.start))),
            Event::SequenceEnd => self.close(|children| Value::List(children.collect())),
            Event::MappingEnd => self.close(|mut children| {
                let mut pairs = Vec::with_capacity(children.len() / 2);
                while let (Some(key), Some(value)) = (children.next(), children.next()) {
                    pairs.push((key, value));
                }
                Value::Mapping(pairs)
            }),
            Event::Alias(_) => Err(Problem::at(spot(&span), "an alias").hint(format!(
                "a {} has no aliases: write it out, or put a text that begins with `*` in quotes",
                self.sort.noun
            ))),
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let found = "a second document begins here";
                    return Err(Problem::at(place(&span.start), found).hint(format!(
                        "a {} is one document: put it in a file of its own",
                        self.sort.noun
                    )));
                }
                Ok(())
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    /// The text as it stands in the file, if that is what it says. The parser copies every text; to
    /// give the copies of keys back at once keeps the tree small, and small is fast at start-up.
    fn borrowed(&self, text: Cow<'t, str>, span: &Span) -> Cow<'t, str> {
        match self.text.get(span.start.index()..span.end.index()) {
            Some(same) if same == text => Cow::Borrowed(same),
            Some(_) | None => text,
        }
    }

    fn add(&mut self, spot: Spot, value: Value<'t>) -> Result<(), Problem> {
        self.seen += 1;
        let most = most_nodes(self.text.len());
        if self.seen > most {
            return Err(Problem::at(
                spot,
                format!(
                    "more than {most} keys, texts and lists: this is no {}",
                    self.sort.noun
                ),
            ));
        }
        self.nodes.push(Node { spot, value });
        Ok(())
    }

    fn open(&mut self, place: Place) -> Result<(), Problem> {
        if self.open.len() == DEEPEST {
            return Err(too_deep(place, &self.sort));
        }
        self.open.push(Open {
            place,
            first: self.nodes.len(),
        });
        Ok(())
    }

    fn close(
        &mut self,
        value: impl FnOnce(std::vec::Drain<'_, Node<'t>>) -> Value<'t>,
    ) -> Result<(), Problem> {
        let Some(Open { place, first }) = self.open.pop() else {
            return Ok(());
        };
        let value = value(self.nodes.drain(first.min(self.nodes.len())..));
        self.add(place.into(), value)
    }

    fn tagged(&self, place: Place) -> Problem {
        Problem::at(place, "a tag stands before this").hint(format!(
            "a {} has no tags: put a text that begins with `!` in quotes",
            self.sort.noun
        ))
    }
}

fn too_deep(place: Place, sort: &Sort) -> Problem {
    Problem::at(
        place,
        format!("more than {DEEPEST} lists and mappings within each other"),
    )
    .hint(sort.too_deep)
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Value<'_> {
    let style = match style {
        ScalarStyle::Plain if text == "~" || text.is_empty() => return Value::Nothing,
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted | ScalarStyle::Folded => {
            Style::Folding
        }
    };
    Value::Text { text, style }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SORT: Sort = Sort {
        noun: "roadmap",
        too_deep: "groups may nest, but not this deep",
    };

    fn problem(text: impl AsRef<[u8]>) -> String {
        match read(text.as_ref(), &SORT) {
            Ok(node) => format!(
                "no problem, but {}",
                node.map_or("an empty file", |node| node.value.described())
            ),
            Err(problem) => match &problem.hint {
                Some(hint) => format!("{problem} ({hint})"),
                None => problem.to_string(),
            },
        }
    }

    #[test]
    fn every_node_knows_its_line_and_column_in_characters() {
        let text =
            "\u{feff}é: 1\nbé: {x: \"q\", y: [é, zz]}\r\nl:\r  - id: 3\n    t: >-\n      foo\n";
        let mut seen = Vec::new();
        let read = read(text.as_bytes(), &SORT).unwrap_or_else(|problem| panic!("{problem}"));
        collect(&read.unwrap(), &mut seen);
        let shown: Vec<String> = seen
            .iter()
            .map(|(spot, text)| format!("{} {text}", spot.place))
            .collect();
        assert_eq!(
            shown.join("|"),
            "1:1 é|1:4 1|2:1 bé|2:6 x|2:9 q|2:14 y|2:18 é|2:21 zz|3:1 l|4:5 id|4:9 3|5:5 t|6:7 foo"
        );
        assert_eq!(
            seen.iter().map(|(spot, _)| spot.width).collect::<Vec<_>>(),
            [1, 1, 2, 1, 3, 1, 1, 2, 1, 2, 1, 1, u32::MAX]
        );
    }

    fn collect(node: &Node<'_>, seen: &mut Vec<(Spot, String)>) {
        match &node.value {
            Value::Nothing => seen.push((node.spot, String::new())),
            Value::Text { text, .. } => seen.push((node.spot, text.to_string())),
            Value::List(members) => members.iter().for_each(|member| collect(member, seen)),
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    collect(key, seen);
                    collect(value, seen);
                }
            }
        }
    }

    #[test]
    fn a_file_that_is_no_text_is_refused() {
        for empty in ["", "\u{feff}", "\n\n", "# a comment\n", "---\n", "~"] {
            assert_eq!(problem(empty), "no problem, but an empty file", "{empty:?}");
        }
        assert_eq!(
            problem(b"a: 1\nb: \0\n"),
            "2:4: a NUL byte: this is no text"
        );
        assert_eq!(
            problem(b"a: 1\r\nb\xc3\xa9: \xff\n"),
            "2:5: a byte that is not UTF-8 (save the file as UTF-8)"
        );
        assert_eq!(
            problem(b"\xff\xfea\0:\0"),
            "1:1: this is UTF-16 (save the file as UTF-8)"
        );
        assert_eq!(
            problem(b"\x7fELF\x02\x01\x01\0\0"),
            "1:8: a NUL byte: this is no text"
        );
    }

    #[test]
    fn a_file_beyond_the_limits_is_refused() {
        let long = |text: &str, times: usize| text.repeat(times);
        assert_eq!(
            problem(long("a: b\n", 2_000_000)),
            "the file has 10 MiB, and the most that is read is 8"
        );
        let line = "a line of more than 65536 bytes (break it: `>-` before an indented text folds its lines into one)";
        assert_eq!(
            problem(format!("a: [{}", long("x,", 500_000))),
            format!("1:1: {line}")
        );
        assert_eq!(
            problem(format!("{}\n{}", long("a\r\n", 30_000), long("b", 70_000))),
            format!("30002:1: {line}")
        );
        assert_eq!(
            problem(format!("[\n{}]", long(" x,\n", 200_000))),
            "100001:3: more than 100000 signs between brackets \
             (a long list has its members below each other, each behind `- `)"
        );
        assert_eq!(
            problem(long("- x\n", 500_000)),
            "400001:3: more than 400000 keys, texts and lists: this is no roadmap"
        );
        let deep = "more than 32 lists and mappings within each other (groups may nest, but not this deep)";
        let brackets = format!("{}{}", long("[", 10_000), long("]", 10_000));
        assert_eq!(problem(brackets), format!("1:256: {deep}"));
        assert_eq!(problem(long("- ", 10_000)), format!("1:65: {deep}"));
        assert_eq!(problem(long("{a: \n", 40_000)), format!("256:1: {deep}"));
        let steps: Vec<String> = (0..2_000)
            .map(|depth| {
                format!(
                    "{}a:
",
                    long(" ", depth)
                )
            })
            .collect();
        assert_eq!(problem(steps.concat()), format!("33:33: {deep}"));
    }

    #[test]
    fn what_a_roadmap_needs_not_is_refused() {
        assert_eq!(
            problem("a: &x 1\nb: *x\n"),
            "2:4: an alias (a roadmap has no aliases: write it out, or put a text that begins with `*` in quotes)"
        );
        let bomb = format!("a: &a [x]\nb: &b [{}]\n", "*a,".repeat(10_000));
        assert!(problem(bomb).starts_with("2:8: an alias"));
        assert_eq!(
            problem("a: !!str 1\n"),
            "1:10: a tag stands before this (a roadmap has no tags: put a text that begins with `!` in quotes)"
        );
        assert_eq!(
            problem("a: 1\n---\nb: 2\n"),
            "2:1: a second document begins here (a roadmap is one document: put it in a file of its own)"
        );
    }

    #[test]
    fn a_marker_before_the_only_document_does_no_harm() {
        assert_eq!(
            problem("%YAML 1.2\n---\na: &x 1\n...\n"),
            "no problem, but keys with values"
        );
    }
}
