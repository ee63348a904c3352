//! Journals of several devices, united in every way that there is: it is always the same journal.

mod git;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use roadmap_tui::progress::{Entry, Progress, Stamp, Status};
use roadmap_tui::roadmap::{Roadmap, load};
use roadmap_tui::store::Journal;

/// `a.old` is what `a.new` was called; there is no `gone`.
const TOPICS: [&str; 5] = ["a.one", "a.two", "a.new", "a.old", "gone.topic"];

fn roadmap() -> Roadmap {
    let yaml = "{format: 1, id: small, title: Small, steps: [{id: a, title: A, topics: [
        {id: one, title: One}, {id: two, title: Two}, {id: new, title: New, formerly: [a.old]}]}]}";
    load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A journal whose file need not outlive a power cut.
fn journal(path: impl Into<PathBuf>) -> Journal {
    let mut journal = Journal::new(path, "small", "Small").with_sync(|_| Ok(()));
    journal.read().unwrap();
    journal
}

/// What a journal comes to: its entries, and where the learner stands.
#[derive(Debug, PartialEq)]
struct Sum {
    entries: BTreeSet<Entry>,
    progress: Progress,
}

impl Sum {
    fn of(journal: &Journal) -> Self {
        Self {
            entries: journal.history().iter().cloned().collect(),
            progress: Progress::of(&roadmap(), journal.history()),
        }
    }

    /// Of the journals in these files together, said by the sets of their entries.
    fn of_all(paths: &[PathBuf]) -> Self {
        let journals = paths.iter().map(journal);
        let histories = journals.map(|journal| journal.history().clone());
        let history = histories.flatten().collect();
        Self {
            progress: Progress::of(&roadmap(), &history),
            entries: history.into_iter().collect(),
        }
    }
}

/// What a learner does on one of their devices.
#[derive(Debug, Clone)]
enum Move {
    Set(&'static str, Status),
    Undo,
    Redo,
    /// Takes over what another device has by now.
    Meet(usize),
}

/// One of some devices, and what is done there.
type Step = (usize, Move);

/// How many devices there are.
const DEVICES: usize = 3;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let topic = prop::sample::select(&TOPICS[..]);
    let status = prop::sample::select(&Status::ALL[..]);
    let set = (topic, status).prop_map(|(topic, status)| Move::Set(topic, status));
    let each = prop_oneof![
        5 => set,
        3 => Just(Move::Undo),
        2 => Just(Move::Redo),
        1 => (0..DEVICES).prop_map(Move::Meet),
    ];
    prop::collection::vec((0..DEVICES, each), 1..30)
}

/// A device: its journal, how far its clock is off, and where it is.
struct Device {
    journal: Journal,
    hours: i64,
    offset: Offset,
}

impl Device {
    fn make(&mut self, each: &Move, minute: i64, others: &[PathBuf]) {
        let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let passed = SignedDuration::from_mins(self.hours * 60 + minute);
        let now = Stamp::new(noon.checked_add(passed).unwrap(), self.offset);
        let history = self.journal.history();
        let entries: Vec<Entry> = match each {
            Move::Set(topic, status) => vec![Entry::status(
                now.later_than(history.latest()),
                *topic,
                *status,
            )],
            Move::Undo => history.undo(now),
            Move::Redo => history.redo(now),
            Move::Meet(other) => journal(&others[*other]).history().iter().cloned().collect(),
        };
        self.journal.append(&entries).unwrap();
    }
}

/// Lets things be done, one a minute, on devices whose clocks are hours apart, and gives their files.
fn play(folder: &Path, steps: &[Step]) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = (0..DEVICES)
        .map(|number| folder.join(format!("{number}.yaml")))
        .collect();
    let clocks = [
        (0, Offset::UTC),
        (-5, Offset::constant(9)),
        (7, Offset::constant(-8)),
    ];
    let device = |(path, (hours, offset))| Device {
        journal: journal(path),
        hours,
        offset,
    };
    let mut devices: Vec<Device> = paths.iter().zip(clocks).map(device).collect();
    for (minute, (number, each)) in (0..).zip(steps) {
        devices[*number].make(each, minute, &paths);
    }
    // Also the journal of a device where nothing was done.
    paths.into_iter().filter(|path| path.exists()).collect()
}

/// The numbers below `count` in an order that depends on a seed.
fn order(count: usize, seed: u64) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    numbers.sort_by_key(|number| {
        let mixed = (*number as u64 ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
    });
    numbers
}

/// Adds to the journal in one file what another one has, as the program does it.
fn unite(into: &Path, from: &Path) {
    let entries: Vec<Entry> = journal(from).history().iter().cloned().collect();
    journal(into).append(&entries).unwrap();
}

/// Checks that a text is a journal with this sum, all of whose lines can be read.
fn comes_to(folder: &Path, text: &str, expected: &Sum) -> Result<(), TestCaseError> {
    let path = folder.join("united.yaml");
    fs::write(&path, text).unwrap();
    let journal = journal(&path);
    prop_assert_eq!(&Sum::of(&journal), expected, "{}", text);
    prop_assert_eq!(journal.unreadable(), &[]);
    prop_assert!(!journal.is_read_only());
    Ok(())
}

fn texts(paths: &[PathBuf]) -> Vec<String> {
    let read = |path| fs::read_to_string(path).unwrap();
    paths.iter().map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn files_put_one_behind_the_other_are_their_union_in_any_order(steps in steps(), seed in any::<u64>()) {
        let home = tempfile::tempdir().unwrap();
        let paths = play(home.path(), &steps);
        let expected = Sum::of_all(&paths);
        let texts = texts(&paths);
        for seed in [seed, seed.wrapping_add(1), !seed] {
            let turned: Vec<&str> = order(texts.len(), seed).iter().map(|at| texts[*at].as_str()).collect();
            comes_to(home.path(), &turned.concat(), &expected)?;
            // Line ends of another system, and a last line that was never ended.
            comes_to(home.path(), turned.concat().replace('\n', "\r\n").trim_end(), &expected)?;
        }
    }

    #[test]
    fn lines_in_any_order_and_more_than_once_change_nothing(steps in steps(), seed in any::<u64>()) {
        let home = tempfile::tempdir().unwrap();
        let paths = play(home.path(), &steps);
        let expected = Sum::of_all(&paths);
        let all = texts(&paths).concat();
        let lines: Vec<&str> = all.lines().collect();
        let shuffled = order(lines.len() * 2, seed).into_iter().map(|at| lines[at / 2]);
        let text: String = shuffled.flat_map(|line| [line, "\n"]).collect();
        comes_to(home.path(), &text, &expected)?;
    }

    #[test]
    fn journals_united_in_any_grouping_are_one_and_hold_nothing_twice(steps in steps(), seed in any::<u64>()) {
        let home = tempfile::tempdir().unwrap();
        let paths = play(home.path(), &steps);
        let expected = Sum::of_all(&paths);
        let turned: Vec<&PathBuf> = order(paths.len(), seed).iter().map(|at| &paths[*at]).collect();
        // One after the other into the same; and from behind, each into the one before.
        let from_left = home.path().join("left.yaml");
        for path in &turned {
            unite(&from_left, path);
        }
        let copies: Vec<PathBuf> = (0..turned.len()).map(|at| home.path().join(format!("copy{at}"))).collect();
        for (copy, path) in copies.iter().zip(&turned) {
            fs::copy(path, copy).unwrap();
        }
        for at in (1..copies.len()).rev() {
            unite(&copies[at - 1], &copies[at]);
        }
        for united in [Some(&from_left), copies.first()].into_iter().flatten() {
            if !expected.entries.is_empty() {
                let text = fs::read_to_string(united).unwrap();
                comes_to(home.path(), &text, &expected)?;
                prop_assert_eq!(text.lines().count(), expected.entries.len() + 2, "{}", text);
            }
            unite(united, united);
            prop_assert_eq!(Sum::of(&journal(united)), Sum::of_all(&paths));
        }
    }

    /// The program has it open while another one adds lines to the file.
    #[test]
    fn an_open_journal_takes_in_what_is_added_and_what_replaces_it(steps in steps(), seed in any::<u64>()) {
        let home = tempfile::tempdir().unwrap();
        let paths = play(home.path(), &steps);
        let expected = Sum::of_all(&paths);
        let turned = order(paths.len(), seed);
        let (added, replaced) = (home.path().join("added.yaml"), home.path().join("replaced.yaml"));
        let (mut growing, mut changing) = (journal(&added), journal(&replaced));
        let mut so_far = String::new();
        for at in turned {
            let text = fs::read_to_string(&paths[at]).unwrap();
            so_far.push_str(&text);
            fs::write(&added, &so_far).unwrap();
            growing.read().unwrap();
            let beside = home.path().join("beside");
            fs::write(&beside, text).unwrap();
            fs::rename(&beside, &replaced).unwrap();
            changing.read().unwrap();
        }
        prop_assert_eq!(&Sum::of(&growing), &expected);
        prop_assert_eq!(&Sum::of(&changing), &expected);
        // With the next tick the file gets everything that it lacks.
        let at = "2026-11-23T12:00:00Z".parse::<Stamp>().unwrap();
        let at = at.later_than(changing.history().latest());
        let tick = Entry::status(at, TOPICS[0], Status::Done);
        changing.append(std::slice::from_ref(&tick)).unwrap();
        let mut entries = expected.entries;
        entries.insert(tick);
        prop_assert_eq!(Sum::of(&journal(&replaced)).entries, entries);
    }
}
