//! The set of all entries of one journal.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Entry, Stamp, Subject};

/// Everything the learner did on one roadmap. Merging is [`Extend`]: the union of sets, which is
/// commutative, associative and idempotent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    entries: BTreeSet<Entry>,
}

impl History {
    /// Adds an entry; false if it was there.
    pub fn insert(&mut self, entry: Entry) -> bool {
        self.entries.insert(entry)
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
        let undone = self.undone();
        let present: HashSet<(Subject<'_>, Stamp)> = self
            .entries
            .iter()
            .map(|entry| (entry.subject(), entry.at))
            .collect();
        self.entries.iter().filter(move |entry| {
            let subject = entry.subject();
            !undone.contains(&(subject, entry.at))
                && entry
                    .undoes
                    .is_none_or(|target| !present.contains(&(subject, target)))
        })
    }

    /// Subject and time of every entry that a later one takes back.
    ///
    /// What takes back an undo takes back every earlier undo of the same entry with it: two devices
    /// may have undone that entry, each without knowing of the other.
    pub(super) fn undone(&self) -> HashSet<(Subject<'_>, Stamp)> {
        let mut undos = self.undos();
        let (mut undone, mut targets) = (HashSet::new(), HashSet::new());
        // From the latest on: whatever takes an entry back has been judged before that entry is.
        for entry in self.entries.iter().rev() {
            let subject = entry.subject();
            let Some(target) = entry.takes_back() else {
                continue;
            };
            if undone.contains(&(subject, entry.at)) || !targets.insert((subject, target)) {
                continue;
            }
            undone.insert((subject, target));
            for before in self.at(target, subject).filter_map(Entry::takes_back) {
                // Taken out: all that is earlier is dealt with now, and what is later stays.
                let all = undos.remove(&(subject, before)).unwrap_or_default();
                let earlier = all.into_iter().filter(|undo| *undo < entry.at);
                undone.extend(earlier.map(|undo| (subject, undo)));
            }
        }
        undone
    }

    /// The times of all entries that would take back an entry, by its subject and time.
    fn undos(&self) -> HashMap<(Subject<'_>, Stamp), Vec<Stamp>> {
        let mut undos: HashMap<_, Vec<Stamp>> = HashMap::new();
        for entry in &self.entries {
            if let Some(target) = entry.takes_back() {
                let of_target = undos.entry((entry.subject(), target)).or_default();
                of_target.push(entry.at);
            }
        }
        undos
    }
}

impl Extend<Entry> for History {
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        self.entries.extend(entries);
    }
}

impl FromIterator<Entry> for History {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self {
            entries: entries.into_iter().collect(),
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
