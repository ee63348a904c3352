//! The set of all entries of one journal.

use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

use super::fates::{Fate, Groups};
use super::{Entry, Stamp, Subject};

/// Everything the learner did on one roadmap. Merging is [`Extend`]: the union of sets, which is
/// commutative, associative and idempotent.
#[derive(Debug, Clone, Default)]
pub struct History {
    entries: BTreeSet<Entry>,
    /// What became of each entry; none where that is not known since the last one was added.
    fates: OnceLock<Fates>,
}

/// What became of all entries.
#[derive(Debug, Clone)]
struct Fates {
    /// In the order of the entries.
    all: Vec<Fate>,
    /// The times of what is taken back by any of them.
    targets: HashSet<Stamp>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for History {}

impl History {
    /// Adds an entry; false if it was there.
    pub fn insert(&mut self, entry: Entry) -> bool {
        let is_latest = self.entries.last().is_none_or(|last| *last < entry);
        let at = entry.at;
        let is_plain = is_latest && entry.undoes.is_none();
        if !self.entries.insert(entry) {
            return false;
        }
        // What comes last and takes nothing back changes nothing about the others.
        match self.fates.get_mut() {
            Some(fates) if is_plain && !fates.targets.contains(&at) => fates.all.push(Fate::Counts),
            Some(_) | None => drop(self.fates.take()),
        }
        true
    }

    /// Whether an entry is there.
    #[must_use]
    pub fn contains(&self, entry: &Entry) -> bool {
        self.entries.contains(entry)
    }

    /// Which of these entries are not there.
    #[must_use]
    pub fn lacks<'a>(&self, entries: impl IntoIterator<Item = &'a Entry>) -> Vec<Entry> {
        let is_new = |entry: &&Entry| !self.entries.contains(entry);
        entries.into_iter().filter(is_new).cloned().collect()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, the earliest first.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The entries about a subject at a time.
    pub(super) fn at<'a>(
        &'a self,
        at: Stamp,
        subject: Subject<'a>,
    ) -> impl Iterator<Item = &'a Entry> {
        // All of one subject stand side by side, so that those of others are not walked through.
        let since = self.entries.range(Entry::new(at, subject.least())..);
        since.take_while(move |entry| entry.at == at && entry.subject() == subject)
    }

    /// The time of the latest entry.
    #[must_use]
    pub fn latest(&self) -> Option<Stamp> {
        self.entries.last().map(|entry| entry.at)
    }

    /// The entries that count, the earliest first: neither taken back, nor there to take back one
    /// that is here. Where the entry that was taken back is missing, the one that took it back
    /// counts by what it says.
    #[must_use]
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.fated()
            .filter(|(_, fate)| **fate == Fate::Counts)
            .map(|(entry, _)| entry)
    }

    /// The entries that change something and were not taken back, the earliest first.
    pub(super) fn standing(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.fated()
            .filter(|(entry, fate)| entry.undoes.is_none() && **fate != Fate::Undone)
            .map(|(entry, _)| entry)
    }

    /// Of so many entries, counted from the latest, those that were not taken back, the latest first.
    pub(super) fn left(&self, count: usize) -> impl Iterator<Item = &Entry> {
        let latest = self.fated().rev().take(count);
        latest
            .filter(|(_, fate)| **fate != Fate::Undone)
            .map(|(entry, _)| entry)
    }

    /// All entries with what became of each, the earliest first.
    fn fated(&self) -> impl DoubleEndedIterator<Item = (&Entry, &Fate)> {
        let fates = self.fates.get_or_init(|| self.judge());
        self.entries.iter().zip(&fates.all)
    }

    /// What became of each entry.
    fn judge(&self) -> Fates {
        Fates {
            all: Groups::of(self.iter()).judge(),
            targets: self.iter().filter_map(|entry| entry.undoes).collect(),
        }
    }

    /// Subject and time of every entry that a later one takes back.
    #[cfg(test)]
    pub(super) fn undone(&self) -> HashSet<(Subject<'_>, Stamp)> {
        Groups::of(self.iter()).taken()
    }
}

impl Extend<Entry> for History {
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        for entry in entries {
            self.insert(entry);
        }
    }
}

impl FromIterator<Entry> for History {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self {
            entries: entries.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl IntoIterator for History {
    type Item = Entry;
    type IntoIter = std::collections::btree_set::IntoIter<Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}
