//! Undo and redo: entries that take back entries.
//!
//! Nothing is remembered besides the entries themselves, so undo works across restarts and on what
//! another window did. What was done at once has one time, and is taken back at once.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Entry, History, Stamp, Subject};

impl History {
    /// The entries that take back the latest deed that still counts, all of one time `at` or later;
    /// none where nothing is left.
    ///
    /// A deed is what was done at one time: a single tick, or the ticks of a whole step.
    #[must_use]
    pub fn undo(&self, at: Stamp) -> Vec<Entry> {
        let Some(last) = self.standing().next_back() else {
            return Vec::new();
        };
        let deed = self
            .standing()
            .rev()
            .take_while(|entry| entry.at == last.at);
        // Of two entries about one subject and of one time, both are taken back by one.
        let mut latest: BTreeMap<Subject<'_>, &Entry> = BTreeMap::new();
        for entry in deed {
            latest.entry(entry.subject()).or_insert(entry);
        }
        let before = self.before(last.at, &latest);
        let now = at.later_than(self.latest());
        let undo = |(subject, entry): (&Subject<'_>, &&Entry)| Entry {
            at: now,
            change: match before.get(subject) {
                Some(before) => before.change.clone(),
                None => entry.change.nothing(at.day()),
            },
            undoes: Some(last.at),
        };
        latest.iter().map(undo).collect()
    }

    /// Whether anything is left that undo could take back.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        // What is latest cannot have been taken back yet, and mostly that is so.
        let mut latest = self.iter().rev();
        latest.next().is_some_and(|entry| entry.undoes.is_none())
            || self.standing().next_back().is_some()
    }

    /// The entries that take back the latest undo, all of one time; none where nothing was undone, or
    /// where something new was done since.
    #[must_use]
    pub fn redo(&self, at: Stamp) -> Vec<Entry> {
        let is_undo = |entry: &&Entry| {
            let target = self.target(entry);
            target.is_some_and(|target| target.undoes.is_none())
        };
        // What took something back and was not itself taken back since.
        let since = self.iter().rev().take_while(|entry| entry.undoes.is_some());
        let Some(last) = self.left(since.count()).find(is_undo) else {
            return Vec::new();
        };
        let now = at.later_than(self.latest());
        let all = self.left(self.len()).skip_while(|entry| entry.at > last.at);
        let all = all.take_while(|entry| entry.at == last.at).filter(is_undo);
        let redo = all.filter_map(|entry| {
            Some(Entry {
                at: now,
                change: self.target(entry)?.change.clone(),
                undoes: Some(entry.at),
            })
        });
        let mut redo: Vec<Entry> = redo.collect();
        redo.reverse();
        redo
    }

    /// Of each of some subjects, the latest entry before a time that stands.
    fn before<'a>(
        &'a self,
        at: Stamp,
        subjects: &BTreeMap<Subject<'a>, &Entry>,
    ) -> HashMap<Subject<'a>, &'a Entry> {
        let wanted: HashSet<Subject<'a>> = subjects.keys().copied().collect();
        let mut before = HashMap::new();
        let earlier = self.standing().rev().skip_while(|entry| entry.at >= at);
        for entry in earlier {
            if before.len() == subjects.len() {
                break;
            }
            let subject = entry.subject();
            if wanted.contains(&subject) {
                before.entry(subject).or_insert(entry);
            }
        }
        before
    }

    /// The entry that another one takes back.
    fn target<'a>(&'a self, entry: &'a Entry) -> Option<&'a Entry> {
        self.at(entry.undoes?, entry.subject()).last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Change, Status, Subject, sketch};
    use std::collections::HashSet;

    use proptest::prelude::*;

    fn now() -> Stamp {
        "2026-11-22T12:00:00Z".parse().unwrap()
    }

    fn set(history: &mut History, topic: &str, status: Status) {
        let at = now().later_than(history.latest());
        history.insert(Entry::status(at, topic, status));
    }

    /// Adds entries; false where there are none.
    fn add(history: &mut History, entries: Vec<Entry>) -> bool {
        let is_some = !entries.is_empty();
        history.extend(entries);
        is_some
    }

    fn undo(history: &mut History) -> bool {
        let entries = history.undo(now());
        add(history, entries)
    }

    fn redo(history: &mut History) -> bool {
        let entries = history.redo(now());
        add(history, entries)
    }

    /// What counts: topics and statuses in order.
    fn live(history: &History) -> Vec<(String, Status)> {
        history
            .live()
            .map(|entry| {
                let (topic, status) = entry.change.status().unwrap();
                (topic.to_owned(), status)
            })
            .collect()
    }

    #[test]
    fn undo_of_entries_of_one_time_says_what_was_before_both() {
        let mut history = History::default();
        for status in [Status::Learning, Status::Done] {
            history.insert(Entry::status(now(), "a", status));
        }
        let entries = history.undo(now());
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].change.status(), Some(("a", Status::Todo)));
        history.extend(entries);
        assert_eq!(live(&history), []);
    }

    #[test]
    fn what_was_done_at_one_time_is_taken_back_and_brought_back_at_once() {
        let note = Change::Note {
            topic: "a".to_owned(),
            text: "304 has no body".to_owned(),
        };
        let mut history = History::default();
        set(&mut history, "b", Status::Learning);
        let before = changes(&history);
        let at = now().later_than(history.latest());
        history.extend([
            Entry::status(at, "a", Status::Done),
            Entry::status(at, "b", Status::Done),
            Entry::new(at, note),
        ]);
        let after = changes(&history);
        let entries = history.undo(now());
        assert_eq!(entries.len(), 3);
        assert!(entries.iter().all(|entry| entry.at == entries[0].at));
        // What an older version would read of it is right, too.
        assert!(
            entries
                .iter()
                .any(|entry| entry.change.status() == Some(("b", Status::Learning)))
        );
        assert!(undo(&mut history));
        assert_eq!(changes(&history), before);
        assert!(redo(&mut history));
        assert_eq!(changes(&history), after);
        assert!(!redo(&mut history));
        assert!(undo(&mut history));
        assert!(undo(&mut history));
        assert_eq!(changes(&history), []);
        assert!(!undo(&mut history));
    }

    #[test]
    fn undo_takes_back_the_latest_and_then_the_one_before() {
        let mut history = History::default();
        set(&mut history, "a", Status::Learning);
        set(&mut history, "a", Status::Done);
        set(&mut history, "b", Status::Done);
        assert!(undo(&mut history));
        assert!(undo(&mut history));
        assert_eq!(live(&history), [("a".to_owned(), Status::Learning)]);
        assert!(undo(&mut history));
        assert_eq!(live(&history), []);
        assert!(!undo(&mut history));
    }

    #[test]
    fn an_undo_names_the_status_that_was_there_before() {
        let mut history = History::default();
        set(&mut history, "a", Status::Learning);
        set(&mut history, "a", Status::Done);
        let entries = history.undo(now());
        let statuses: Vec<_> = entries.iter().map(|entry| entry.change.status()).collect();
        assert_eq!(statuses, [Some(("a", Status::Learning))]);
    }

    #[test]
    fn redo_brings_back_in_the_order_of_undo() {
        let mut history = History::default();
        set(&mut history, "a", Status::Done);
        set(&mut history, "b", Status::Done);
        let all = live(&history);
        while undo(&mut history) {}
        assert!(redo(&mut history));
        assert_eq!(live(&history), [("a".to_owned(), Status::Done)]);
        assert!(redo(&mut history));
        assert_eq!(live(&history), all);
        assert!(!redo(&mut history));
    }

    #[test]
    fn something_new_ends_redo() {
        let mut history = History::default();
        set(&mut history, "a", Status::Done);
        undo(&mut history);
        set(&mut history, "b", Status::Done);
        assert!(!redo(&mut history));
        assert_eq!(live(&history), [("b".to_owned(), Status::Done)]);
    }

    #[test]
    fn an_undo_without_its_target_counts_by_its_status() {
        let mut history = History::default();
        set(&mut history, "a", Status::Learning);
        set(&mut history, "a", Status::Done);
        undo(&mut history);
        let lacking: History = history
            .into_iter()
            .filter(|entry| entry.change.status().unwrap().1 != Status::Done)
            .collect();
        assert_eq!(
            live(&lacking),
            [
                ("a".to_owned(), Status::Learning),
                ("a".to_owned(), Status::Learning)
            ]
        );
    }

    /// The histories of two devices that both know of a tick and went on without each other, each
    /// an hour after the one before, and what they come to when they meet.
    fn apart(ways: [&[Move]; 2]) -> History {
        let mut common = History::default();
        set(&mut common, "a", Status::Done);
        let device = |moves: &[Move], hours| {
            let mut history = common.clone();
            for (each, hour) in moves.iter().zip(hours) {
                let at = format!("2026-11-22T{hour}:00:00Z").parse().unwrap();
                let taken = match each {
                    Move::Set(..) => unreachable!("only undo and redo"),
                    Move::Undo => history.undo(at),
                    Move::Redo => history.redo(at),
                };
                assert!(add(&mut history, taken));
            }
            history
        };
        let [first, second] = ways;
        let mut merged = device(first, [13, 15, 17, 19]);
        merged.extend(device(second, [14, 16, 18, 20]));
        merged
    }

    #[test]
    fn one_redo_brings_back_what_two_devices_have_undone() {
        let mut history = apart([&[Move::Undo], &[Move::Undo]]);
        assert_eq!(live(&history), []);
        assert!(redo(&mut history));
        assert_eq!(live(&history), [("a".to_owned(), Status::Done)]);
        assert!(!redo(&mut history), "nothing is left to bring back");
        assert!(undo(&mut history));
        assert_eq!(live(&history), []);
        assert!(!undo(&mut history));
    }

    #[test]
    fn of_an_undo_and_a_redo_on_two_devices_the_later_wins() {
        let done = ("a".to_owned(), Status::Done);
        // Undone at 13, brought back at 15; the other device undid it at 14.
        let redo_last = apart([&[Move::Undo, Move::Redo], &[Move::Undo]]);
        assert_eq!(live(&redo_last), std::slice::from_ref(&done));
        // Undone at 14, brought back at 16; the other device undid it at 13, 15 and 17.
        let undo_last = apart([
            &[Move::Undo, Move::Redo, Move::Undo],
            &[Move::Undo, Move::Redo],
        ]);
        assert_eq!(live(&undo_last), []);
        let both = apart([&[Move::Undo, Move::Redo], &[Move::Undo, Move::Redo]]);
        assert_eq!(live(&both), [done]);
    }

    #[test]
    fn a_redo_leaves_what_was_undone_of_other_entries() {
        let mut history = History::default();
        set(&mut history, "a", Status::Learning);
        set(&mut history, "a", Status::Done);
        undo(&mut history);
        undo(&mut history);
        assert!(redo(&mut history));
        assert_eq!(live(&history), [("a".to_owned(), Status::Learning)]);
    }

    #[derive(Debug, Clone)]
    enum Move {
        /// One deed: changes of different subjects, all of one time.
        Set(Vec<Change>),
        Undo,
        Redo,
    }

    fn moves() -> impl Strategy<Value = Vec<Move>> {
        let deed = proptest::collection::vec(sketch::change(&["a", "b", "c"]), 1..4);
        let set = deed.prop_map(|mut deed| {
            deed.sort();
            deed.dedup_by(|one, other| one.subject() == other.subject());
            Move::Set(deed)
        });
        proptest::collection::vec(
            prop_oneof![4 => set, 2 => Just(Move::Undo), 1 => Just(Move::Redo)],
            0..40,
        )
    }

    /// What is undone, said the slow way: for each entry in turn, the latest first, everything
    /// that it takes back.
    fn undone_by_definition(history: &History) -> HashSet<(Subject<'_>, Stamp)> {
        let mut undone = HashSet::new();
        for redo in history.iter().rev() {
            let subject = redo.subject();
            let Some(target) = redo.takes_back() else {
                continue;
            };
            if undone.contains(&(subject, redo.at)) {
                continue;
            }
            undone.insert((subject, target));
            let of_subject = || {
                history
                    .iter()
                    .filter(|entry| entry.subject() == redo.subject())
            };
            for undo in of_subject().filter(|undo| undo.at == target) {
                let same = |other: &&Entry| {
                    undo.takes_back().is_some() && other.takes_back() == undo.takes_back()
                };
                let earlier = of_subject().filter(same).filter(|other| other.at < redo.at);
                undone.extend(earlier.map(|other| (subject, other.at)));
            }
        }
        undone
    }

    /// Entries that take back whatever they like, at few times, so that much of it meets.
    fn tangle() -> impl Strategy<Value = History> {
        let time =
            |second: u8| -> Stamp { format!("2026-11-22T12:00:{second:02}Z").parse().unwrap() };
        let undoes = proptest::option::weighted(0.8, 0..12_u8);
        let change = sketch::change(&["a", "b"]);
        let entry = (0..12_u8, change, undoes).prop_map(move |(at, change, undoes)| Entry {
            undoes: undoes.map(time),
            ..Entry::new(time(at), change)
        });
        proptest::collection::vec(entry, 0..60).prop_map(|entries| entries.into_iter().collect())
    }

    /// All that counts, in order.
    fn changes(history: &History) -> Vec<Change> {
        history.live().map(|entry| entry.change.clone()).collect()
    }

    fn play(moves: &[Move]) -> (History, Vec<Change>) {
        let mut history = History::default();
        let (mut done, mut taken) = (Vec::new(), Vec::new());
        for each in moves {
            match each {
                Move::Set(deed) => {
                    let at = now().later_than(history.latest());
                    history.extend(deed.iter().map(|change| Entry::new(at, change.clone())));
                    done.push(deed.clone());
                    taken.clear();
                }
                Move::Undo => {
                    assert_eq!(undo(&mut history), !done.is_empty());
                    taken.extend(done.pop());
                }
                Move::Redo => {
                    assert_eq!(redo(&mut history), !taken.is_empty());
                    done.extend(taken.pop());
                }
            }
        }
        (history, done.concat())
    }

    proptest! {
        /// The model is the textbook's two stacks.
        #[test]
        fn undo_and_redo_are_two_stacks(moves in moves()) {
            let (history, done) = play(&moves);
            prop_assert_eq!(changes(&history), done);
        }

        #[test]
        fn what_is_undone_is_found_as_it_is_defined(history in tangle()) {
            prop_assert_eq!(history.undone(), undone_by_definition(&history));
        }

        #[test]
        fn what_is_known_of_entries_stays_right_as_others_come(entries in tangle()) {
            let mut history = History::default();
            for entry in entries {
                history.insert(entry);
                let anew: History = history.iter().cloned().collect();
                prop_assert!(history.live().eq(anew.live()));
                prop_assert_eq!(history.is_undoable(), !anew.undo(now()).is_empty());
            }
        }

        #[test]
        fn the_entries_about_a_subject_at_a_time_are_all_found(history in tangle()) {
            for entry in history.iter() {
                let is_such = |other: &&Entry| other.at == entry.at && other.subject() == entry.subject();
                let all: Vec<&Entry> = history.iter().filter(is_such).collect();
                prop_assert_eq!(history.at(entry.at, entry.subject()).collect::<Vec<_>>(), all);
            }
        }

        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in moves(), b in moves(), c in moves()) {
            let [a, b, c] = [a, b, c].map(|moves| play(&moves).0);
            let merged = |parts: &[&History]| -> History {
                parts.iter().flat_map(|part| part.iter().cloned()).collect()
            };
            let ab = merged(&[&a, &b]);
            prop_assert_eq!(&ab, &merged(&[&b, &a]));
            prop_assert_eq!(merged(&[&ab, &c]), merged(&[&a, &merged(&[&b, &c])]));
            prop_assert_eq!(&merged(&[&ab, &ab]), &ab);
            prop_assert_eq!(changes(&merged(&[&a, &b, &c])), changes(&merged(&[&c, &b, &a])));
        }
    }
}
