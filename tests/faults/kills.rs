//! The program is killed while it is being typed at.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use crate::support::writer::lines;
use crate::support::{Home, done};

/// How many kills are always tried.
const FEW: usize = 40;
/// How many are tried if there is time.
const MANY: usize = 500;

/// The topics of the second step, in the order in which they are ticked.
const TOPICS: [&str; 8] = [
    "variables",
    "functions",
    "arrays",
    "objects",
    "loops",
    "recursion",
    "error-handling",
    "asynchronous-programming",
];

/// A learner whose program is killed again and again, until all topics of a step are done; gives the
/// number of kills, how many ticks were shown as saved, and how many of those that were not are kept.
fn learner(seed: usize) -> (usize, usize, usize) {
    let home = Home::new();
    let journal = home.journal("backend");
    let (mut kills, mut shown, mut more) = (0, 0, 0);
    let mut before = Vec::new();
    loop {
        let mut terminal = home.launch().start();
        let start = done(&terminal.wait_for("/79"));
        assert_eq!(lines(&journal).0.len(), start, "shown and on the disk");
        if start == TOPICS.len() {
            return (kills, shown, more);
        }
        let moment = u64::try_from((seed * 31 + kills) * 7919).unwrap();
        let to_next = format!("hhgjlg{}", "j".repeat(start));
        // Each tick by itself, so that more than one save is needed.
        terminal.send(&to_next);
        for _ in start..TOPICS.len().min(start + 3) {
            terminal.send(" ");
            thread::sleep(Duration::from_micros(moment % 1_500));
            terminal.send("j");
        }
        // Not to wait for anything: the moment of the end is to be another one each time.
        thread::sleep(Duration::from_micros(moment % 30_000));
        terminal.signal(Signal::KILL);
        terminal.end();
        kills += 1;

        let saved = terminal.most_saved();
        let now = fs::read(&journal).unwrap_or_default();
        assert!(now.starts_with(&before), "old bytes have changed");
        before = now;
        let (found, torn) = lines(&journal);
        let each: BTreeSet<_> = found
            .iter()
            .map(|entry| entry.change.topic().unwrap().to_owned())
            .collect();
        assert_eq!(each.len(), found.len(), "an entry is doubled: {found:?}");
        let expected = TOPICS.map(|id| format!("fundamentals.{id}"));
        assert!(each.iter().all(|id| expected[..found.len()].contains(id)));
        assert!(found.len() >= saved, "{saved} were saved: {found:?}");
        // At most the last line of each that was killed.
        assert!(torn.len() <= kills, "{torn:?}");
        shown += saved.saturating_sub(start);
        more += found.len() - saved.max(start);
    }
}

/// Kills as many programs as that.
fn kill(rounds: usize) {
    let learners = |first: usize| {
        let (mut kills, mut shown, mut more) = (0, 0, 0);
        for seed in (first..).step_by(2) {
            let (again, saved, kept) = learner(seed);
            kills += again;
            shown += saved;
            more += kept;
            if kills >= rounds / 2 {
                break;
            }
        }
        (kills, shown, more)
    };
    let sums = thread::scope(|scope| {
        let other = scope.spawn(|| learners(1));
        let one = learners(0);
        let other = other.join().unwrap();
        (one.0 + other.0, one.1 + other.1, one.2 + other.2)
    });
    assert!(sums.0 >= rounds);
    assert!(sums.1 > 0, "nothing was ever shown as saved");
}

#[test]
fn whatever_is_shown_as_saved_survives_a_kill_at_any_moment() {
    kill(FEW);
}

#[test]
#[ignore = "slow: five hundred kills"]
fn whatever_is_shown_as_saved_survives_five_hundred_kills() {
    kill(MANY);
}
