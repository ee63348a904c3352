//! The text form of entries: a YAML sequence, one flow mapping a line.

use std::fmt::{self, Write as _};

use serde::Deserialize;

use super::{Change, Entry, Status};
use crate::plain::clean;

/// The version of the journal format that this program writes, and the newest that it adds to.
pub const FORMAT: u32 = 1;

/// How long a line may be. The YAML reader's time grows with the square of how deep a line nests.
const LONGEST: usize = 16 << 10;
/// How many brackets a line may open: an entry opens one.
const BRACKETS: usize = 64;
/// How many of them one text of an entry may have as they are. An entry has at most two texts.
const BRACKETS_IN_TEXT: usize = 24;
/// What times may add to the shortest line of an entry: its own one, and that of what it takes back.
const TIMES: usize = 128;

/// What one line of a journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A blank line or a comment.
    Nothing,
    /// The line that says of which format the journal is, and for which roadmap.
    Format {
        /// The version of the format.
        format: u32,
        /// The id of the roadmap.
        roadmap: String,
    },
    /// The line that says that the journal has a newer format, whatever else it says.
    Newer(u64),
    /// An entry.
    Entry(Entry),
}

/// Says why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

/// All keys that a line may have; which of them go together is checked after reading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    format: Option<u32>,
    roadmap: Option<String>,
    at: Option<String>,
    topic: Option<String>,
    status: Option<Status>,
    note: Option<String>,
    repository: Option<String>,
    follow: Option<String>,
    silence: Option<String>,
    until: Option<String>,
    undoes: Option<String>,
}

/// What is looked for in a line that says more than this version knows.
#[derive(Deserialize)]
struct Newer {
    format: u64,
}

impl Line {
    /// Reads one line, given without its line break.
    ///
    /// # Errors
    /// Fails where the line is torn, too long or too deep, is no flow mapping in a sequence, or has
    /// keys or values that this version does not know.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::read(bytes).or_else(|reason| newer_format(bytes).map(Self::Newer).ok_or(reason))
    }

    fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        guard(bytes)?;
        let text = str::from_utf8(bytes)
            .map_err(|_| Unreadable("it is not UTF-8".to_owned()))?
            .trim_start_matches('\u{feff}')
            .trim_end();
        if text.is_empty() || text.trim_start().starts_with('#') {
            return Ok(Self::Nothing);
        }
        if !text.starts_with("- {") {
            return Err(Unreadable("it does not begin with `- {`".to_owned()));
        }
        // Nearly every line is as this program wrote it, and that is read some fifteen times as fast.
        if let Some(entry) = as_written(text) {
            return Ok(Self::Entry(entry));
        }
        let [fields]: [Fields; 1] = serde_yaml::from_str(text).map_err(|error| {
            // The reader sees one line; which of the journal's it is, the journal says.
            let words = error.to_string().replace("line 1 column", "column");
            Unreadable(clean(&words).into_owned())
        })?;
        fields.line()
    }
}

/// Refuses what would keep the YAML reader busy for long.
fn guard(line: &[u8]) -> Result<(), Unreadable> {
    if line.len() > LONGEST {
        let most = LONGEST >> 10;
        return Err(Unreadable(format!("it is longer than {most} KiB")));
    }
    let opened = line.iter().filter(|byte| matches!(byte, b'{' | b'['));
    if line.starts_with(b"- ") && opened.count() > BRACKETS {
        let reason = format!("it opens more than {BRACKETS} brackets");
        return Err(Unreadable(reason));
    }
    Ok(())
}

/// The version of the format, where a line that cannot be read names a newer one: it may well say
/// more than this version knows.
fn newer_format(line: &[u8]) -> Option<u64> {
    let named = || {
        guard(line).ok()?;
        let text = str::from_utf8(line).ok()?;
        let text = text.trim_start_matches('\u{feff}').trim_end();
        // Only where there is a chance: most lines that cannot be read are torn entries.
        let is_worth_it = text.starts_with("- {") && text.contains("format");
        let read = is_worth_it.then(|| serde_yaml::from_str::<[Newer; 1]>(text));
        read?.ok().map(|[Newer { format }]| format)
    };
    let format = named().or_else(|| leading_format(line))?;
    (format > u64::from(FORMAT)).then_some(format)
}

/// The version at the beginning of a line that is torn or has a number of any size.
fn leading_format(line: &[u8]) -> Option<u64> {
    let text = line.strip_prefix(b"- {format:")?.trim_ascii_start();
    let digits = text
        .split(|byte| !byte.is_ascii_digit())
        .next()
        .filter(|digits| !digits.is_empty())?;
    Some(str::from_utf8(digits).ok()?.parse().unwrap_or(u64::MAX))
}

/// Reads a line that is exactly in the form in which entries are written, with a plain topic.
fn as_written(text: &str) -> Option<Entry> {
    let rest = text.strip_prefix("- {at: \"")?.strip_suffix('}')?;
    let (at, rest) = rest.split_once("\", topic: ")?;
    let (topic, rest) = rest.split_once(", status: ")?;
    let (status, undoes) = match rest.split_once(", undoes: \"") {
        Some((status, undone)) => (status, Some(undone.strip_suffix('"')?)),
        None => (rest, None),
    };
    let change = Change::Status {
        topic: is_plain(topic).then(|| topic.to_owned())?,
        status: Status::from_word(status)?,
    };
    Some(Entry {
        at: at.parse().ok()?,
        change,
        undoes: undoes.map(str::parse).transpose().ok()?,
    })
}

impl Fields {
    fn line(self) -> Result<Line, Unreadable> {
        let Self {
            format,
            roadmap,
            at,
            undoes,
            ..
        } = &self;
        match (format, roadmap, at) {
            (Some(format), Some(roadmap), None)
                if *format <= FORMAT && undoes.is_none() && self.says_nothing() =>
            {
                Ok(Line::Format {
                    format: *format,
                    roadmap: roadmap.clone(),
                })
            }
            (None, None, Some(at)) => {
                let stamp = |text: &String| {
                    text.parse()
                        .map_err(|error| Unreadable(format!("`{}`: {error}", clean(text))))
                };
                let (at, undoes) = (stamp(at)?, undoes.as_ref().map(stamp).transpose()?);
                let change = self.change()?;
                Ok(Line::Entry(Entry { at, change, undoes }))
            }
            _ => Err(neither()),
        }
    }

    fn says_nothing(&self) -> bool {
        self.topic.is_none()
            && self.status.is_none()
            && self.note.is_none()
            && self.repository.is_none()
            && self.follow.is_none()
            && self.silence.is_none()
            && self.until.is_none()
    }

    /// What an entry with these keys sets: one thing, and nothing besides.
    fn change(mut self) -> Result<Change, Unreadable> {
        let change = match (self.topic.take(), self.follow.take(), self.silence.take()) {
            (Some(topic), None, None) => {
                let said = (self.status.take(), self.note.take(), self.repository.take());
                match said {
                    (Some(status), None, None) => Change::Status { topic, status },
                    (None, Some(text), None) => Change::Note { topic, text },
                    (None, None, Some(url)) => Change::Repository { topic, url },
                    _ => return Err(neither()),
                }
            }
            (None, Some(path), None) => Change::Follow { path },
            (None, None, Some(mistake)) => {
                let until = self.until.take().map(|day| {
                    day.parse().map_err(|_| {
                        Unreadable(format!(
                            "`{}`: expected a day, as in 2026-12-07",
                            clean(&day)
                        ))
                    })
                });
                let until = until.transpose()?;
                Change::Silence { mistake, until }
            }
            _ => return Err(neither()),
        };
        if self.says_nothing() {
            Ok(change)
        } else {
            Err(neither())
        }
    }
}

fn neither() -> Unreadable {
    Unreadable(
        "it is neither the format line nor an entry: at, and topic with status, note or repository, or follow, or silence"
            .to_owned(),
    )
}

impl Change {
    /// How many bytes more its line in a journal may have so that it can be read back, also once
    /// undo or redo has brought it back; none where it is too long already.
    #[must_use]
    pub fn room_left(&self) -> Option<usize> {
        let mut line = String::new();
        let written = write!(line, "{}", Said(self)).is_ok();
        LONGEST.checked_sub(line.len() + TIMES).filter(|_| written)
    }
}

impl fmt::Display for Entry {
    /// Writes the entry as its line in a journal, without the line break.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "- {{at: \"{}\", {}", self.at, Said(&self.change))?;
        if let Some(undone) = self.undoes {
            write!(f, ", undoes: \"{undone}\"")?;
        }
        f.write_char('}')
    }
}

/// What an entry says, as it stands between its times.
struct Said<'a>(&'a Change);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Change::Status { topic, status } => {
                write!(f, "topic: {}, status: {}", Scalar(topic), status.word())
            }
            Change::Note { topic, text } => {
                write!(f, "topic: {}, note: {}", Scalar(topic), Scalar(text))
            }
            Change::Repository { topic, url } => {
                write!(f, "topic: {}, repository: {}", Scalar(topic), Scalar(url))
            }
            Change::Follow { path } => write!(f, "follow: {}", Scalar(path)),
            Change::Silence { mistake, until } => {
                write!(f, "silence: {}", Scalar(mistake))?;
                until.map_or(Ok(()), |day| write!(f, ", until: \"{day}\""))
            }
        }
    }
}

/// The first lines of a new journal.
#[must_use]
pub fn header(roadmap_id: &str, roadmap_title: &str) -> String {
    format!(
        "# What you did on \"{}\". roadmap-tui only ever adds lines; you may, too.\n- {{format: {FORMAT}, roadmap: {}}}\n",
        clean(roadmap_title),
        Scalar(roadmap_id),
    )
}

struct Scalar<'a>(&'a str);

impl fmt::Display for Scalar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_scalar(f, self.0)
    }
}

/// Whether YAML can only read a text without quotes as that text.
fn is_plain(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
        && !matches!(
            text,
            "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
        )
}

/// Writes a text plainly where YAML can only read it as that text, else between quotes.
fn write_scalar(f: &mut impl fmt::Write, text: &str) -> fmt::Result {
    if is_plain(text) {
        return f.write_str(text);
    }
    // A double-quoted scalar with every character escaped that could end the line or the scalar.
    f.write_char('"')?;
    // A text about code may have more brackets than a reader dares to open.
    let is_bracket = |each: &char| matches!(each, '{' | '[');
    let is_code = text.chars().filter(is_bracket).count() > BRACKETS_IN_TEXT;
    for each in text.chars() {
        match each {
            '"' | '\\' => write!(f, "\\{each}")?,
            '\n' => f.write_str("\\n")?,
            '{' | '[' if is_code => write!(f, "\\x{:02x}", u32::from(each))?,
            ' '..='~' => f.write_char(each)?,
            shown if is_shown(shown) => f.write_char(shown)?,
            other => match u32::from(other) {
                code @ 0..=0xffff => write!(f, "\\u{code:04x}")?,
                code => write!(f, "\\U{code:08x}")?,
            },
        }
    }
    f.write_char('"')
}

/// Whether a character is shown as itself wherever the journal is read.
fn is_shown(character: char) -> bool {
    let mut bytes = [0; 4];
    let text: &str = character.encode_utf8(&mut bytes);
    clean(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(topic: &str) -> Entry {
        Entry::status(
            "2026-11-22T21:06:01.123+01:00".parse().unwrap(),
            topic,
            Status::Done,
        )
    }

    #[test]
    fn lines_are_read_the_quick_way_as_they_are_written() {
        let done = entry("web.http");
        assert_eq!(as_written(&done.to_string()), Some(done.clone()));
        let undo = Entry {
            undoes: Some(done.at),
            ..done
        };
        assert_eq!(as_written(&undo.to_string()), Some(undo));
    }

    #[test]
    fn an_entry_is_one_line_of_flow_yaml() {
        let done = entry("web.http");
        assert_eq!(
            done.to_string(),
            r#"- {at: "2026-11-22T21:06:01.123+01:00", topic: web.http, status: done}"#
        );
        let undo = Entry {
            undoes: Some(done.at),
            ..Entry::status(done.at, "web.http", Status::Todo)
        };
        assert_eq!(
            undo.to_string(),
            r#"- {at: "2026-11-22T21:06:01.123+01:00", topic: web.http, status: todo, undoes: "2026-11-22T21:06:01.123+01:00"}"#
        );
    }

    #[test]
    fn what_else_a_learner_says_is_a_line_as_readable() {
        let at = entry("a").at;
        let topic = || "projects.todo-api".to_owned();
        let changes = [
            Change::Note {
                topic: topic(),
                text: "304 n’a pas de corps, voilà:\n\"rien\" \u{202e}日本".to_owned(),
            },
            Change::Repository {
                topic: topic(),
                url: "https://example.org/todo".to_owned(),
            },
            Change::Follow {
                path: "node".to_owned(),
            },
            Change::Follow {
                path: String::new(),
            },
            Change::Silence {
                mistake: "ignoring-databases".to_owned(),
                until: Some(jiff::civil::date(2026, 12, 7)),
            },
            Change::Silence {
                mistake: "avoiding-dsa".to_owned(),
                until: None,
            },
        ];
        let lines = changes.map(|change| Entry::new(at, change).to_string());
        insta::assert_snapshot!(lines.join("\n"), @r#"
        - {at: "2026-11-22T21:06:01.123+01:00", topic: projects.todo-api, note: "304 n’a pas de corps, voilà:\n\"rien\" \u202e日本"}
        - {at: "2026-11-22T21:06:01.123+01:00", topic: projects.todo-api, repository: "https://example.org/todo"}
        - {at: "2026-11-22T21:06:01.123+01:00", follow: node}
        - {at: "2026-11-22T21:06:01.123+01:00", follow: ""}
        - {at: "2026-11-22T21:06:01.123+01:00", silence: ignoring-databases, until: "2026-12-07"}
        - {at: "2026-11-22T21:06:01.123+01:00", silence: avoiding-dsa}
        "#);
    }

    #[test]
    fn a_line_that_says_two_things_or_none_is_no_entry() {
        for said in [
            "topic: a",
            "topic: a, status: done, note: b",
            "topic: a, status: done, until: \"2026-12-07\"",
            "follow: node, topic: a, status: done",
            "follow: node, silence: a",
            "silence: a, until: tomorrow",
            "until: \"2026-12-07\"",
            "note: a",
            "follow: node, roadmap: backend",
        ] {
            let line = format!("- {{at: \"2026-11-22T21:06:01.123+01:00\", {said}}}");
            assert!(Line::parse(line.as_bytes()).is_err(), "{line}");
        }
        assert!(Line::parse(b"- {format: 1, roadmap: a, follow: b}").is_err());
    }

    fn change() -> impl Strategy<Value = Change> {
        let day = (-10_000_i32..40_000).prop_map(|days| {
            jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
        });
        let status = proptest::sample::select(&Status::ALL[..]);
        let text = any::<String>;
        prop_oneof![
            (text(), status).prop_map(|(topic, status)| Change::Status { topic, status }),
            (text(), text()).prop_map(|(topic, text)| Change::Note { topic, text }),
            (text(), text()).prop_map(|(topic, url)| Change::Repository { topic, url }),
            text().prop_map(|path| Change::Follow { path }),
            (text(), proptest::option::of(day))
                .prop_map(|(mistake, until)| Change::Silence { mistake, until }),
        ]
    }

    #[test]
    fn a_journal_begins_with_its_format() {
        let text = header("backend", "Backend \u{1b}[31mRoadmap");
        insta::assert_snapshot!(text, @r#"
        # What you did on "Backend [31mRoadmap". roadmap-tui only ever adds lines; you may, too.
        - {format: 1, roadmap: backend}
        "#);
        let format = text.lines().nth(1).map(|line| Line::parse(line.as_bytes()));
        assert_eq!(
            format,
            Some(Ok(Line::Format {
                format: 1,
                roadmap: "backend".to_owned()
            }))
        );
    }

    #[test]
    fn blank_lines_and_comments_say_nothing() {
        for line in [
            "",
            "   ",
            "# a remark",
            "  # indented",
            "\u{feff}# marked",
            "\r",
        ] {
            assert_eq!(Line::parse(line.as_bytes()), Ok(Line::Nothing), "{line:?}");
        }
    }

    #[test]
    fn a_line_with_windows_line_ends_is_read() {
        let line = format!("{}\r", entry("web.http"));
        assert_eq!(
            Line::parse(line.as_bytes()),
            Ok(Line::Entry(entry("web.http")))
        );
    }

    #[test]
    fn what_this_version_does_not_know_is_unreadable() {
        for line in [
            "- {at: \"2026-11-22T21:06:0",
            "- {at: \"2026-11-22T21:06:01Z\", topic: a, status: mastered}",
            "- {at: \"2026-11-22T21:06:01Z\", topic: a, status: done, mood: good}",
            "- {at: \"2026-11-22T21:06:01Z\", topic: a}",
            "- {at: yesterday, topic: a, status: done}",
            "- {at: \"2026-11-22T21:06:01Z\", topic: a, status: done, undoes: it}",
            "- {at: \"2026-11-22T21:06:01Z\", topic: a, status: done}, {}",
            "- {}",
            "{at: x}",
            "<<<<<<< HEAD",
            "--- ",
        ] {
            assert!(Line::parse(line.as_bytes()).is_err(), "{line}");
        }
        assert!(Line::parse(b"- {at: \"\xff\"}").is_err());
    }

    #[test]
    fn a_time_at_the_end_of_time_is_unreadable_both_ways() {
        let late = "9000-01-01T00:00:00.000+00:00";
        let early = "8999-12-31T23:59:59.999+00:00";
        for (at, undoes) in [(late, early), (early, late)] {
            for space in ["", " "] {
                let line = format!(
                    "- {{at: \"{at}\", topic: a, status: done, undoes: \"{undoes}\"{space}}}"
                );
                let reason = Line::parse(line.as_bytes()).unwrap_err().to_string();
                assert_eq!(
                    reason,
                    "`9000-01-01T00:00:00.000+00:00`: expected a time before the year 9000"
                );
            }
        }
        let line = format!("- {{at: \"{early}\", topic: a, status: done}}");
        assert!(matches!(Line::parse(line.as_bytes()), Ok(Line::Entry(_))));
    }

    #[test]
    fn reasons_carry_no_escape_sequences() {
        let error = Line::parse(b"- {at: \"\\e]0;x\\a\", topic: a, status: done}").unwrap_err();
        assert!(!error.to_string().contains(char::is_control), "{error}");
    }

    proptest! {
        #[test]
        fn every_entry_survives_writing_and_reading(
            change in change(),
            millis in -60_000_000_000_000_i64..250_000_000_000_000,
            seconds in -86_000_i32..86_000,
            undoes in any::<bool>(),
        ) {
            let offset = jiff::tz::Offset::from_seconds(seconds / 60 * 60).unwrap();
            let at = super::super::Stamp::new(jiff::Timestamp::from_millisecond(millis).unwrap(), offset);
            let entry = Entry { at, change, undoes: undoes.then_some(at) };
            let line = entry.to_string();
            prop_assert_eq!(clean(&line), line.as_str());
            prop_assert_eq!(Line::parse(line.as_bytes()), Ok(Line::Entry(entry)));
        }

        /// The quick way is no other way: what it accepts, YAML reads as the same.
        #[test]
        fn the_quick_way_reads_what_yaml_reads(
            topic in "[a-z][a-z0-9.-]{0,8}|true|null|1e3|\"a\"|a, b",
            status in "todo|done|skipped|learning|Done|",
            tail in "|, undoes: \"2026-11-22T21:06:01.123\\+01:00\"|, undoes: x|, x: y",
            at in "2026-11-22T21:06:01.123\\+01:00|2026-11-22|9000-01-01T00:00:00.000\\+00:00|",
        ) {
            let line = format!("- {{at: \"{at}\", topic: {topic}, status: {status}{tail}}}");
            if let Some(entry) = as_written(&line) {
                let [fields]: [Fields; 1] = serde_yaml::from_str(&line).unwrap();
                prop_assert_eq!(fields.line(), Ok(Line::Entry(entry)));
            }
        }

        #[test]
        fn no_bytes_make_reading_panic(bytes in any::<Vec<u8>>()) {
            let _ = Line::parse(&bytes);
            let mut led = b"- {".to_vec();
            led.extend(bytes);
            let _ = Line::parse(&led);
        }
    }

    #[test]
    fn a_note_with_more_brackets_than_a_line_may_open_is_read_back() {
        for text in ["{[".repeat(12), "{[".repeat(13), "{[".repeat(500)] {
            let topic = "[".repeat(24);
            let note = Entry::new(entry("a").at, Change::Note { topic, text });
            let line = note.to_string();
            assert_eq!(Line::parse(line.as_bytes()), Ok(Line::Entry(note)));
        }
    }

    #[test]
    fn what_has_room_can_be_read_back_also_as_an_undo_and_what_has_none_would_soon_not_be() {
        let note = |text: String| Change::Note {
            topic: "web.http".to_owned(),
            text,
        };
        let finest = "2026-11-22T21:06:01.123456789+01:00".parse().unwrap();
        for (piece, cost) in [("X", 1), ("\n", 2), ("é", 2), ("\u{1f469}", 4), ("[", 4)] {
            let most = (LONGEST - TIMES - note(String::new()).to_string_len()) / cost;
            let full = note(piece.repeat(most));
            assert!(full.room_left().unwrap() < cost, "{piece:?}");
            assert_eq!(note(piece.repeat(most + 1)).room_left(), None, "{piece:?}");
            let undo = Entry {
                undoes: Some(finest),
                ..Entry::new(finest, full)
            };
            let line = undo.to_string();
            assert_eq!(
                Line::parse(line.as_bytes()),
                Ok(Line::Entry(undo)),
                "{piece:?}"
            );
        }
    }

    impl Change {
        fn to_string_len(&self) -> usize {
            Said(self).to_string().len()
        }
    }

    #[test]
    fn a_line_made_to_take_long_is_not_even_tried() {
        for line in [
            "- ".to_owned() + &"{a: ".repeat(100_000),
            "- ".to_owned() + &"{a: ".repeat(4000),
            "- {a: ".to_owned() + &"x".repeat(LONGEST),
        ] {
            assert!(Line::parse(line.as_bytes()).is_err());
        }
    }
}
