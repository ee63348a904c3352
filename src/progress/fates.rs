//! What became of each entry of a history.
//!
//! Entries about one subject at one time stand side by side in a history: they are a group, known by
//! its number. What takes entries back names such a group, so that all is told by numbers.

use std::collections::HashMap;

use super::{Entry, Stamp, Subject};

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It counts by what it says.
    Counts,
    /// A later one takes it back.
    Undone,
    /// It took back one that is here.
    TookBack,
}

/// The entries of a history and their groups.
pub(super) struct Groups<'a> {
    entries: Vec<&'a Entry>,
    /// The first entry of each group.
    starts: Vec<usize>,
    /// The group of each entry.
    of: Vec<usize>,
    /// The group that each entry names as taken back, where that is here or is an earlier one.
    named: Vec<Option<usize>>,
    /// Numbers for groups that are named and not here, behind those that are.
    missing: HashMap<(Subject<'a>, Stamp), usize>,
}

impl<'a> Groups<'a> {
    /// The groups of entries that are in order.
    pub(super) fn of(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut this = Self {
            entries: entries.collect(),
            starts: Vec::new(),
            of: Vec::new(),
            named: Vec::new(),
            missing: HashMap::new(),
        };
        let mut last: Option<&Entry> = None;
        for (number, entry) in this.entries.iter().enumerate() {
            let is_same = |last: &Entry| last.at == entry.at && last.subject() == entry.subject();
            if !last.is_some_and(is_same) {
                this.starts.push(number);
            }
            this.of.push(this.starts.len() - 1);
            last = Some(entry);
        }
        this.name();
        this
    }

    /// Finds the groups that are named.
    fn name(&mut self) {
        // What was done at once is mostly taken back at once, in the same order.
        let (mut guess, here) = (0, self.starts.len());
        for entry in &self.entries {
            let key = entry.undoes.map(|at| (entry.subject(), at));
            let found = key.and_then(|key| self.find(key, guess));
            guess = found.map_or(guess, |found| found + 1);
            let number = here + self.missing.len();
            let missing = key.filter(|_| found.is_none() && entry.takes_back().is_some());
            let missing = missing.map(|key| *self.missing.entry(key).or_insert(number));
            self.named.push(found.or(missing));
        }
    }

    /// The group about a subject at a time, looked for at one place first.
    fn find(&self, (subject, at): (Subject<'a>, Stamp), guess: usize) -> Option<usize> {
        let key = |start: &usize| {
            let entry = self.entries.get(*start);
            entry.map(|entry| (entry.at, entry.subject()))
        };
        let wanted = Some((at, subject));
        if self
            .starts
            .get(guess)
            .is_some_and(|start| key(start) == wanted)
        {
            return Some(guess);
        }
        self.starts
            .binary_search_by(|start| key(start).cmp(&wanted))
            .ok()
    }

    /// Which groups a later entry takes back, by their numbers.
    ///
    /// What takes back an undo takes back every earlier undo of the same entry with it: two devices
    /// may have undone that entry, each without knowing of the other.
    fn undone(&self) -> Vec<bool> {
        let count = self.starts.len() + self.missing.len();
        let (mut undone, mut seen) = (vec![false; count], vec![false; count]);
        let mut undos = self.undos(count);
        // From the latest on: whatever takes an entry back has been judged before that entry is.
        for number in (0..self.entries.len()).rev() {
            let Some(target) = self.taken_back(number) else {
                continue;
            };
            let is_undone = self
                .of
                .get(number)
                .is_some_and(|group| is_set(&undone, *group));
            if is_undone || is_set(&seen, target) {
                continue;
            }
            set(&mut seen, target);
            set(&mut undone, target);
            for before in self
                .members(target)
                .filter_map(|each| self.taken_back(each))
            {
                // Taken out: all that is earlier is dealt with now, and what is later stays.
                let mut next = undos.latest.get_mut(before).and_then(Option::take);
                while let Some(undo) = next {
                    if self.time(undo) < self.time(number)
                        && let Some(group) = self.of.get(undo)
                    {
                        set(&mut undone, *group);
                    }
                    next = undos.earlier.get(undo).copied().flatten();
                }
            }
        }
        undone
    }

    /// The group that an entry takes back.
    fn taken_back(&self, number: usize) -> Option<usize> {
        self.entries.get(number)?.takes_back()?;
        self.named.get(number).copied().flatten()
    }

    fn time(&self, number: usize) -> Option<Stamp> {
        self.entries.get(number).map(|entry| entry.at)
    }

    /// The numbers of the entries of a group.
    fn members(&self, group: usize) -> std::ops::Range<usize> {
        let start = |group: usize| self.starts.get(group).copied();
        let all = self.entries.len();
        start(group).unwrap_or(all)..start(group + 1).unwrap_or(all)
    }

    /// All entries that take a group back.
    fn undos(&self, groups: usize) -> Undos {
        let mut undos = Undos {
            latest: vec![None; groups],
            earlier: vec![None; self.entries.len()],
        };
        for number in 0..self.entries.len() {
            let latest = self.taken_back(number);
            let latest = latest.and_then(|target| undos.latest.get_mut(target));
            if let (Some(latest), Some(earlier)) = (latest, undos.earlier.get_mut(number)) {
                *earlier = latest.replace(number);
            }
        }
        undos
    }

    /// What became of each entry.
    pub(super) fn judge(&self) -> Vec<Fate> {
        let undone = self.undone();
        let here = self.starts.len();
        let all = self.of.iter().zip(&self.named);
        all.map(|(group, named)| {
            if is_set(&undone, *group) {
                Fate::Undone
            } else if named.is_some_and(|named| named < here) {
                Fate::TookBack
            } else {
                Fate::Counts
            }
        })
        .collect()
    }

    /// Subject and time of every group that a later entry takes back.
    #[cfg(test)]
    pub(super) fn taken(&self) -> std::collections::HashSet<(Subject<'a>, Stamp)> {
        let undone = self.undone();
        let here = self.starts.iter().enumerate().map(|(group, start)| {
            let entry = self.entries[*start];
            ((entry.subject(), entry.at), group)
        });
        let missing = self.missing.iter().map(|(key, group)| (*key, *group));
        let all = here.chain(missing).filter(|(_, group)| undone[*group]);
        all.map(|(key, _)| key).collect()
    }
}

/// The entries that take groups back: of each group the latest, and of each such entry the one before.
struct Undos {
    latest: Vec<Option<usize>>,
    earlier: Vec<Option<usize>>,
}

fn is_set(all: &[bool], at: usize) -> bool {
    all.get(at).copied().unwrap_or_default()
}

fn set(all: &mut [bool], at: usize) {
    if let Some(slot) = all.get_mut(at) {
        *slot = true;
    }
}
