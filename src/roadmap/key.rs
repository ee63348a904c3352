//! Places of topics: what the rest of the program holds instead of the topics themselves.

use serde::{Deserialize, Serialize};

/// A topic's place in its roadmap. Made only by the roadmap that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TopicKey(pub(super) u32);

impl TopicKey {
    /// The place as an index into tables with one row a topic.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Topics that stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct TopicRange {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl TopicRange {
    /// How many topics it has.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether a topic is within.
    #[must_use]
    pub const fn contains(self, key: TopicKey) -> bool {
        self.start <= key.0 && key.0 < self.end
    }

    /// The topics within, in the order of the file.
    pub fn keys(self) -> impl DoubleEndedIterator<Item = TopicKey> + ExactSizeIterator {
        (self.start..self.end).map(TopicKey)
    }

    /// The place of a topic among these, counted from 0.
    #[must_use]
    pub const fn position(self, key: TopicKey) -> Option<usize> {
        if self.contains(key) {
            Some((key.0 - self.start) as usize)
        } else {
            None
        }
    }

    /// The topic at a place among these, counted from 0.
    #[must_use]
    pub fn get(self, at: usize) -> Option<TopicKey> {
        let at = u32::try_from(at).ok()?.checked_add(self.start)?;
        (at < self.end).then_some(TopicKey(at))
    }
}

/// What a full id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A step or a group, by the topics within it.
    Section(TopicRange),
    /// A topic.
    Topic(TopicKey),
    /// A course, by its place.
    Course(usize),
}
