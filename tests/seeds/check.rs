//! What must hold of any bytes at all: shared by the tests, which try the kept seeds, and by the
//! fuzz targets, which make up new ones.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each fuzz target uses one half of this"
)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use roadmap_tui::insight::Completion;
use roadmap_tui::progress::{Entry, History, Line, Progress, Stamp, Status};
use roadmap_tui::roadmap::{Roadmap, load};
use roadmap_tui::store::{Journal, JournalError};

/// A line that can be read, wherever it stands.
const GOOD: &str = "- {at: \"2026-11-22T21:06:01.123+01:00\", topic: a.good, status: done}";

/// What was read of a journal: entries, unreadable lines, and why nothing may be added.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    entries: BTreeSet<Entry>,
    unreadable: Vec<(usize, String)>,
    refusal: Option<String>,
}

/// Tries bytes as a journal file, in a folder that is for this alone.
pub(crate) fn journal(folder: &Path, bytes: &[u8]) {
    let path = folder.join("fuzz.yaml");
    put(&path, bytes);
    let told = read(&path);
    reasons_are_plain(&told, bytes);
    everything_folds(&told);
    a_good_line_counts(&path, bytes, &told);
    pieces_are_the_whole(&path, bytes, &told);
    appending_only_adds(&path, bytes, &told);
    what_was_read_is_not_lost(&path, bytes, &told);
}

fn at(path: &Path) -> Journal {
    Journal::new(path, "backend", "Backend Developer Roadmap").with_sync(|_| Ok(()))
}

fn told(journal: &Journal) -> Told {
    Told {
        entries: journal.history().iter().cloned().collect(),
        unreadable: journal.unreadable().to_vec(),
        refusal: journal.refusal().map(|error| error.to_string()),
    }
}

/// What a program reads that opens the file anew.
fn read(path: &Path) -> Told {
    let mut journal = at(path);
    journal.read().unwrap();
    told(&journal)
}

fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// A place in something `length` long that is another one for other bytes.
fn somewhere(bytes: &[u8], length: usize) -> usize {
    let step = |sum: usize, byte: &u8| sum.wrapping_mul(31).wrapping_add(usize::from(*byte));
    bytes.iter().fold(7, step) % length.max(1)
}

fn reasons_are_plain(told: &Told, bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    let mut last = 0;
    for (number, reason) in &told.unreadable {
        assert!(!reason.is_empty() && is_plain(reason), "{reason:?}");
        assert!((last + 1..=lines).contains(number), "{number} of {lines}");
        last = *number;
    }
    assert!(told.refusal.as_deref().is_none_or(is_plain), "{told:?}");
}

fn is_plain(text: &str) -> bool {
    !text.contains(char::is_control)
}

/// A journal of anything adds up to something, and can be undone to its end.
fn everything_folds(told: &Told) {
    let yaml = b"{format: 1, id: backend, title: B, steps: [{id: a, title: A, topics: [
        {id: good, title: G, formerly: [a.old]}, {id: b, title: B}]}]}";
    let roadmap = load(yaml).unwrap();
    let mut history: History = told.entries.iter().cloned().collect();
    let completion = Completion::of(&roadmap, &Progress::of(&roadmap, &history));
    assert!(completion.total.done <= completion.total.total);
    let now = history.latest().unwrap_or_else(noon);
    for take in [History::undo, History::redo, History::undo].repeat(3) {
        let before = history.len();
        history.extend(take(&history, now));
        assert!(history.len() <= 2 * before);
    }
    assert!(history.live().count() <= history.len());
}

fn noon() -> Stamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A line at a boundary between lines counts, and leaves all others as they are.
fn a_good_line_counts(path: &Path, bytes: &[u8], told: &Told) {
    let after_breaks = (1..).zip(bytes).filter(|(_, byte)| **byte == b'\n');
    let boundaries: Vec<usize> = [0]
        .into_iter()
        .chain(after_breaks.map(|(place, _)| place))
        .collect();
    let place = boundaries[somewhere(bytes, boundaries.len())];
    let (before, after) = bytes.split_at(place);
    put(path, &[before, GOOD.as_bytes(), b"\n", after].concat());
    let with = read(path);
    let Ok(Line::Entry(good)) = Line::parse(GOOD.as_bytes()) else {
        panic!("the good line is none");
    };
    let mut expected = told.entries.clone();
    expected.insert(good);
    assert_eq!(with.entries, expected, "with a good line at {place}");
    assert_eq!(with.refusal, told.refusal);
    assert_eq!(with.unreadable.len(), told.unreadable.len());
}

/// A file that grew while it was read tells the same as one that is read at once.
fn pieces_are_the_whole(path: &Path, bytes: &[u8], told_at_once: &Told) {
    let (first, second) = bytes.split_at(somewhere(bytes, bytes.len() + 1));
    put(path, first);
    let mut journal = at(path);
    journal.read().unwrap();
    let half_line = first.rsplit(|byte| *byte == b'\n').next();
    let mut file = File::options().append(true).open(path).unwrap();
    file.write_all(second).unwrap();
    // An end that looks torn is told once it has stayed so.
    journal.read().unwrap();
    journal.read().unwrap();
    let mut expected = told_at_once.clone();
    // What was read once stays, even where the line then went on as another one.
    if let Some(Ok(Line::Entry(entry))) = half_line.map(Line::parse) {
        expected.entries.insert(entry);
    }
    assert_eq!(told(&journal), expected, "cut at {}", first.len());
}

/// A new entry stands behind all that was there, or nothing has changed.
fn appending_only_adds(path: &Path, bytes: &[u8], before: &Told) {
    put(path, bytes);
    let mut journal = at(path);
    if somewhere(bytes, 2) == 0 {
        journal.read().unwrap();
    }
    let new = next(before);
    let result = journal.append(std::slice::from_ref(&new));
    let now = fs::read(path).unwrap();
    if is_refused(&result, before) {
        assert_eq!(now, bytes);
        return;
    }
    assert!(now.starts_with(bytes) && now.ends_with(b"\n"));
    let after = read(path);
    let mut expected = before.clone();
    expected.entries.insert(new.clone());
    assert_eq!(after, expected);
    assert_eq!(told(&journal), expected);
    journal.append(&[new]).unwrap();
    assert_eq!(fs::read(path).unwrap(), now, "saved twice");
}

/// What was read stays, though another program puts another file there; so does what that has.
fn what_was_read_is_not_lost(path: &Path, bytes: &[u8], before: &Told) {
    put(path, bytes);
    let mut journal = at(path);
    journal.read().unwrap();
    let (_, other) = bytes.split_at(somewhere(bytes, bytes.len() + 1));
    // Another file, not the same one with other contents.
    let beside = path.with_extension("new");
    put(&beside, other);
    fs::rename(&beside, path).unwrap();
    let there = read(path);
    let new = next(before);
    let result = journal.append(std::slice::from_ref(&new));
    let now = fs::read(path).unwrap();
    if is_refused(&result, &there) {
        assert_eq!(now, other);
        return;
    }
    assert!(now.starts_with(other));
    let mut expected = &before.entries | &there.entries;
    expected.insert(new);
    let after = read(path);
    assert_eq!(after.entries, expected);
    assert_eq!(after.unreadable, there.unreadable);
}

/// What the learner does next, knowing of all that.
fn next(told: &Told) -> Entry {
    let history: History = told.entries.iter().cloned().collect();
    Entry::status(noon().later_than(history.latest()), "a.new", Status::Done)
}

/// Whether an append was refused, which it must be if and only if a reader says so.
fn is_refused(result: &Result<(), JournalError>, told: &Told) -> bool {
    let said = result.as_ref().err().map(ToString::to_string);
    assert_eq!(said, told.refusal);
    said.is_some()
}

/// Tries bytes as a roadmap file.
pub(crate) fn roadmap(bytes: &[u8]) {
    match load(bytes) {
        Ok(roadmap) => it_can_be_followed(&roadmap),
        Err(problems) => {
            assert!(problems.count() >= problems.as_slice().len() && problems.count() > 0);
            let shown = problems.render("fuzz.yaml", bytes);
            let bad = |each: char| each.is_control() && each != '\n';
            assert!(!shown.is_empty() && !shown.contains(bad), "{shown:?}");
        }
    }
}

fn it_can_be_followed(roadmap: &Roadmap) {
    let nothing = History::default();
    let everything: History = roadmap
        .topics()
        .iter()
        .map(|topic| Entry::status(noon(), topic.id.clone(), Status::Done))
        .collect();
    for history in [nothing, everything] {
        let completion = Completion::of(roadmap, &Progress::of(roadmap, &history));
        let count = completion.total;
        assert!(count.done <= count.total, "{count}");
        assert!(count.done == 0 || !history.is_empty(), "{count}");
        for row in 0..roadmap.sections().count() {
            let count = completion.section(row).count;
            assert!(count.done <= count.total, "section {row}: {count}");
        }
    }
}
