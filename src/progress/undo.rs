//! Undo and redo: entries that take back entries.
//!
//! Nothing is remembered besides the entries themselves, so undo works across restarts and on what
//! another window did.

use super::{Entry, History, Stamp};

impl History {
    /// The entry that takes back the latest change that still counts; none where nothing is left.
    #[must_use]
    pub fn undo(&self, at: Stamp) -> Option<Entry> {
        let undone = self.undone();
        let counts = |entry: &&Entry| {
            entry.undoes.is_none() && !undone.contains(&(entry.subject(), entry.at))
        };
        let last = self.iter().rev().find(counts)?;
        // Of two entries about one subject and of one time, both are taken back.
        let before = self
            .iter()
            .rev()
            .skip_while(|entry| entry.at >= last.at)
            .find(|entry| entry.subject() == last.subject() && counts(entry));
        let change = match before {
            Some(before) => before.change.clone(),
            None => last.change.nothing(at.day()),
        };
        Some(Entry {
            at: at.later_than(self.latest()),
            change,
            undoes: Some(last.at),
        })
    }

    /// The entry that takes back the latest undo; none where nothing was undone, or where
    /// something new was done since.
    #[must_use]
    pub fn redo(&self, at: Stamp) -> Option<Entry> {
        let undone = self.undone();
        let last = self
            .iter()
            .rev()
            .take_while(|entry| entry.undoes.is_some())
            .find(|entry| {
                !undone.contains(&(entry.subject(), entry.at))
                    && self
                        .target(entry)
                        .is_some_and(|target| target.undoes.is_none())
            })?;
        Some(Entry {
            at: at.later_than(self.latest()),
            change: self.target(last)?.change.clone(),
            undoes: Some(last.at),
        })
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

    fn undo(history: &mut History) -> bool {
        let entry = history.undo(now());
        entry.is_some_and(|entry| history.insert(entry))
    }

    fn redo(history: &mut History) -> bool {
        let entry = history.redo(now());
        entry.is_some_and(|entry| history.insert(entry))
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
        let entry = history.undo(now()).unwrap();
        assert_eq!(entry.change.status(), Some(("a", Status::Todo)));
        history.insert(entry);
        assert_eq!(live(&history), []);
    }

    #[test]
    fn a_note_and_a_status_of_one_topic_and_time_are_taken_back_one_by_one() {
        let status = Entry::status(now(), "a", Status::Done);
        let note = Change::Note {
            topic: "a".to_owned(),
            text: "304 has no body".to_owned(),
        };
        let mut history: History = [status.clone(), Entry::new(now(), note)]
            .into_iter()
            .collect();
        assert!(undo(&mut history));
        assert_eq!(changes(&history), [status.change]);
        assert!(undo(&mut history));
        assert_eq!(changes(&history), []);
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
        let entry = history.undo(now()).unwrap();
        assert_eq!(entry.change.status().unwrap(), ("a", Status::Learning));
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
                match each {
                    Move::Set(..) => unreachable!("only undo and redo"),
                    Move::Undo => history.insert(history.undo(at).unwrap()),
                    Move::Redo => history.insert(history.redo(at).unwrap()),
                };
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
        Set(Change),
        Undo,
        Redo,
    }

    fn moves() -> impl Strategy<Value = Vec<Move>> {
        let set = sketch::change(&["a", "b", "c"]).prop_map(Move::Set);
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
                Move::Set(change) => {
                    let at = now().later_than(history.latest());
                    history.insert(Entry::new(at, change.clone()));
                    done.push(change.clone());
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
        (history, done)
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
