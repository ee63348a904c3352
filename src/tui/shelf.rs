//! The roadmaps that can be opened.

use std::path::PathBuf;

use crate::insight::Count;

/// Where a roadmap comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The program carries it.
    Builtin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// The file; none for the built-in roadmap.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Builtin => None,
            Self::File(path) => Some(path.clone()),
        }
    }
}

impl From<Option<PathBuf>> for Source {
    fn from(file: Option<PathBuf>) -> Self {
        file.map_or(Self::Builtin, Self::File)
    }
}

/// What was found when a roadmap was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It can be opened.
    Good {
        /// Its id, which names its journal.
        id: String,
        /// Its title.
        title: String,
        /// How much of it is done.
        count: Count,
    },
    /// It has problems.
    Bad {
        /// How many.
        problems: usize,
        /// The first one, with its place: `line:column: what was found`.
        first: String,
    },
    /// It cannot be read; this is why.
    Unreadable(String),
}

/// A roadmap on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Where it comes from.
    pub source: Source,
    /// Whether it is listed only because it was opened before.
    pub is_recent: bool,
    /// What was found; none where nobody has looked yet.
    pub seen: Option<Seen>,
}

impl Volume {
    /// One that nobody has looked at yet.
    #[must_use]
    pub const fn new(source: Source, is_recent: bool) -> Self {
        Self {
            source,
            is_recent,
            seen: None,
        }
    }
}
