//! What is wrong with a file, where, and what to do about it.

mod excerpt;

use std::fmt;

use crate::plain::clean;

/// Where something stands in a text. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Place {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// A stretch of one line: what a problem marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Where it begins.
    pub(crate) place: Place,
    /// How many characters it has; as far as the line goes.
    pub(crate) width: u32,
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self { place, width: 1 }
    }
}

/// One thing that is wrong. Its words are free of control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands, if it stands anywhere.
    pub place: Option<Place>,
    /// How many characters from there on it concerns.
    pub width: u32,
    /// What was found.
    pub found: String,
    /// What may stand there instead.
    pub expected: Option<String>,
    /// What most likely mends it.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem of a stretch of the text.
    pub(crate) fn at(spot: impl Into<Spot>, found: impl AsRef<str>) -> Self {
        let spot = spot.into();
        Self {
            place: Some(spot.place),
            width: spot.width,
            ..Self::whole(found)
        }
    }

    /// A problem of the file as a whole.
    pub(crate) fn whole(found: impl AsRef<str>) -> Self {
        Self {
            place: None,
            width: 0,
            found: clean(found.as_ref()).into_owned(),
            expected: None,
            hint: None,
        }
    }

    /// Adds what may stand there instead.
    pub(crate) fn expected(mut self, expected: impl AsRef<str>) -> Self {
        self.expected = Some(clean(expected.as_ref()).into_owned());
        self
    }

    /// Adds what most likely mends it.
    pub(crate) fn hint(mut self, hint: impl AsRef<str>) -> Self {
        self.hint = Some(clean(hint.as_ref()).into_owned());
        self
    }

    /// Adds the question whether something that exists was meant.
    pub(crate) fn did_you_mean(mut self, meant: Option<&str>) -> Self {
        if let Some(meant) = meant {
            self = self.hint(format!("did you mean {}?", quoted(meant)));
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(formatter, "{place}: ")?;
        }
        formatter.write_str(&self.found)
    }
}

/// Everything that is wrong with a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems {
    list: Vec<Problem>,
    uncounted: usize,
}

impl Problems {
    /// How many problems are kept in words; further ones are only counted.
    const MOST_KEPT: usize = 1_000;

    /// The problems; of a very bad file, the first thousand that were met.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.list
    }

    /// The first one with its place, in a line; empty where there is none.
    #[must_use]
    pub fn first(&self) -> String {
        let first = self.list.first();
        first.map_or_else(String::new, ToString::to_string)
    }

    /// How many there are in all.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.list.len() + self.uncounted
    }

    /// All problems for people, each with its line and its spot marked. The name is what the reader
    /// knows the file by; the text is the one that was loaded.
    #[must_use]
    pub fn render(&self, name: &str, text: &[u8]) -> String {
        excerpt::render(self, name, text)
    }

    /// Adds a problem. Its words are made only if there is room for them, since making them costs
    /// more than finding it, and a hostile file may have millions.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.list.len() < Self::MOST_KEPT {
            self.list.push(problem());
        } else {
            self.uncounted += 1;
        }
    }

    /// Whether nothing is wrong.
    pub(crate) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts the problems in the order of the file.
    pub(crate) fn sorted(mut self) -> Self {
        self.list.sort_by_key(|problem| problem.place);
        self
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self {
            list: vec![problem],
            uncounted: 0,
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.list.iter().enumerate() {
            if at > 0 {
                formatter.write_str("; ")?;
            }
            problem.fmt(formatter)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// A piece of the file within a sentence: between backticks, on one line, and not too long.
pub(crate) fn quoted(text: &str) -> String {
    const MOST_SHOWN: usize = 60;
    let text = clean(text);
    match text.char_indices().nth(MOST_SHOWN) {
        Some((cut, _)) => format!("`{}…`", text.split_at(cut).0),
        None => format!("`{text}`"),
    }
}

/// The lines of a text, which end as YAML's do; behind the last line break stands one more.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.find(['\n', '\r']).unwrap_or(text.len());
        let (line, after) = text.split_at(end);
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.strip_prefix(['\n', '\r']));
        Some(line)
    })
}
