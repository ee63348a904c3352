//! The journal, written by several processes at once and by processes that are killed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use roadmap_tui::progress::Entry;

use crate::support::writer::{self, Writer, entries, entry, journal, lines};

/// The beginning of a line.
const HALF: &str = "- {at: \"2026-11-22T23:59:5";

/// Not a test: what others run in processes of their own.
#[test]
#[ignore = "started by other tests"]
fn helper_appends() {
    writer::work();
}

fn at_once(count: usize, each: usize) {
    let home = tempfile::tempdir().unwrap();
    let path: PathBuf = home.path().join("data/progress/backend.yaml");
    let names: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
    let mut writers: Vec<Writer> = names
        .iter()
        .map(|name| Writer::start(&path, name, each, 1))
        .collect();
    for writer in &mut writers {
        writer.go();
    }
    let mut most = 0;
    for writer in &mut writers {
        let all: Vec<usize> = std::iter::from_fn(|| writer.saved()).collect();
        assert_eq!(all, (1..=each).collect::<Vec<_>>());
        assert!(writer.end().success());
        // At the least all that it wrote; at the most all that there is.
        let sees = writer.sees.unwrap();
        assert!((each..=count * each).contains(&sees), "{sees}");
        most = most.max(sees);
    }
    assert_eq!(most, count * each, "the last to end sees everything");
    let (mut found, torn) = lines(&path);
    let mut expected: Vec<Entry> = names.iter().flat_map(|name| entries(name, each)).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(torn, Vec::<String>::new());
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), count * each + 2, "one header\n{text}");
}

#[test]
fn two_processes_that_append_at_once_lose_no_entry_and_write_none_twice() {
    at_once(2, 50);
}

#[test]
fn five_processes_that_append_at_once_lose_no_entry_and_write_none_twice() {
    at_once(5, 200);
}

fn killed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data/progress/backend.yaml");
    let mut before = Vec::new();
    let mut acknowledged = BTreeSet::new();
    for round in 0..20_u64 {
        let name = format!("r{round}");
        // Many at once, so that a write takes several pages and can be cut off between them.
        let mut writer = Writer::start(&path, &name, 3_000, 300);
        writer.go();
        let mut saved = (0..round % 3).map_while(|_| writer.saved()).last();
        // Not to wait for anything: the moment of the end is to be another one each time.
        thread::sleep(Duration::from_micros(round * 7919 % 6_000));
        writer.kill();
        saved = std::iter::from_fn(|| writer.saved()).last().or(saved);
        acknowledged.extend(entries(&name, saved.unwrap_or_default()));

        let now = fs::read(&path).unwrap_or_default();
        assert!(now.starts_with(&before), "what was there has changed");
        before = now;
        if round % 4 == 3 {
            // A power cut leaves half a line, which no signal can be relied on to do.
            let mut file = fs::File::options().append(true).open(&path).unwrap();
            file.write_all(HALF.as_bytes()).unwrap();
            before.extend_from_slice(HALF.as_bytes());
        }
    }
    // Whoever comes next completes a torn last line, and reads everything.
    let mut next = journal(&path);
    next.append(&[entry("next", 0)]).unwrap();
    acknowledged.insert(entry("next", 0));
    let (found, torn) = lines(&path);
    let found: BTreeSet<Entry> = found.into_iter().collect();
    let lost: Vec<&Entry> = acknowledged.difference(&found).collect();
    assert_eq!(lost, Vec::<&Entry>::new());
    // Two halves are one line where nothing was written in between.
    assert_eq!(torn.concat().matches(HALF).count(), 5, "{torn:#?}");
    // At most the last line of each of those that were killed.
    assert!(torn.len() <= 5 + 20, "{torn:#?}");
    assert!(torn.iter().all(|line| line.starts_with("- {")), "{torn:#?}");
    assert_eq!(next.unreadable().len(), torn.len());
}

#[test]
fn a_process_killed_while_it_appends_loses_nothing_that_it_said_was_saved() {
    killed();
}

#[test]
#[ignore = "slow: five hundred processes"]
fn five_hundred_processes_killed_while_they_append_lose_nothing_that_they_said_was_saved() {
    for _ in 0..25 {
        killed();
    }
}
