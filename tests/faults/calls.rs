//! Every system call of a save fails, and the process is killed before every one of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use roadmap_tui::progress::Entry;

use crate::support::machine::can_inject;
use crate::support::writer::{Writer, entries, entry, journal, lines};

/// Every system call that a save makes on the journal and its directories, and the errors that are
/// likeliest there. An injected error of `close` would leave the file open, which no system does.
const CALLS: &[(&str, &[&str])] = &[
    ("statx", &["EIO"]),
    ("mkdir", &["ENOSPC"]),
    ("chmod", &["EROFS"]),
    ("openat", &["EROFS"]),
    ("fsync", &["EIO"]),
    ("close", &[]),
    ("fchmod", &["EIO"]),
    ("flock", &["EIO", "EAGAIN", "EINTR"]),
    ("read", &["EIO"]),
    ("write", &["ENOSPC", "EDQUOT", "EINTR"]),
    ("fdatasync", &["EIO", "ENOSPC"]),
    ("readlink", &["EIO"]),
];

/// Errors that are tried with every call, if there is time.
const ERRORS: &[&str] = &["ENOSPC", "EIO", "EROFS", "EDQUOT", "EINTR", "EAGAIN"];

/// Calls whose errors no save can get over without a word.
const TOLD: &[&str] = &["mkdir", "write", "fdatasync"];

/// The entries that a process saves here, one by one.
const ENTRIES: usize = 3;

/// What a process came to that met a fault.
struct Fate {
    /// The fault was met: the process made that call as often as that.
    is_met: bool,
    /// How many entries it said were saved.
    saved: usize,
    /// What it said of failures.
    failures: Vec<String>,
    /// The directories whose names it brought to the disk.
    named: BTreeSet<PathBuf>,
}

/// Has a process save entries, with these faults injected into its calls on the journal and the
/// directories that the journal is in.
fn save(home: &Path, path: &Path, faults: &[&str]) -> Fate {
    let log = home.join("log");
    let mut by = vec!["strace", "-f", "-qq", "-y", "-o", log.to_str().unwrap()];
    for fault in faults {
        by.extend(["-e", fault]);
    }
    for above in path.ancestors().take_while(|above| *above != home) {
        by.extend(["-P", above.to_str().unwrap()]);
    }
    by.extend(["-P", home.to_str().unwrap()]);
    let mut writer = Writer::start_by(&by, path, "w", ENTRIES, 1);
    writer.go();
    let saved = writer.saved_at_last();
    let status = writer.end();
    let log = fs::read_to_string(log).unwrap();
    let is_met = log.contains("(INJECTED)") || log.contains("killed by SIGKILL");
    assert!(status.success() || is_met, "{log}");
    Fate {
        is_met,
        saved,
        failures: std::mem::take(&mut writer.failures),
        named: log.lines().filter_map(named).collect(),
    }
}

/// The directory that a line of the log says was synced.
fn named(line: &str) -> Option<PathBuf> {
    let (_, call) = line.split_once(" fsync(")?;
    let (_, path) = call.strip_suffix("= 0")?.split_once('<')?;
    path.split_once('>').map(|(path, _)| path.into())
}

/// A journal that may exist already.
fn before(path: &Path, exists: bool) -> Vec<u8> {
    if exists {
        let mut journal = journal(path);
        journal.append(&[entry("before", 0)]).unwrap();
    }
    fs::read(path).unwrap_or_default()
}

/// Checks that a fresh reader finds these entries, each once and in this order, after everything
/// that was there before.
#[track_caller]
fn holds(path: &Path, before: &[u8], least: usize, most: usize, fault: &str) {
    let text = fs::read(path).unwrap_or_default();
    assert!(text.starts_with(before), "{fault}: old bytes have changed");
    let (mut found, torn) = lines(path);
    assert_eq!(torn, Vec::<String>::new(), "{fault}");
    if !before.is_empty() {
        assert_eq!(found.remove(0), entry("before", 0), "{fault}");
    }
    assert!((least..=most).contains(&found.len()), "{fault}: {found:?}");
    assert_eq!(found, entries("w", found.len()), "{fault}");
}

/// Injects a fault into every call of a kind, one after another until there is no further one, in a
/// first save and in later ones; gives the number of calls that met it.
fn each_call(call: &str, fault: &str, mut check: impl FnMut(&Path, &[u8], &Fate, &str)) -> usize {
    let mut met = 0;
    for exists in [false, true] {
        for number in 1.. {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("data/progress/backend.yaml");
            let before = before(&path, exists);
            let trace = format!("trace={call}");
            let inject = format!("inject={call}:{fault}:when={number}");
            let fate = save(home.path(), &path, &[&trace, &inject]);
            check(&path, &before, &fate, &inject);
            if !fate.is_met {
                break;
            }
            met += 1;
        }
    }
    met
}

/// After an error of one call everything is saved by the next attempts, once.
fn errors(call: &str, error: &str) -> usize {
    let is_told = TOLD.contains(&call) && error != "EINTR";
    let fault = format!("error={error}");
    each_call(call, &fault, |path, before, fate, fault| {
        let failures = &fate.failures;
        assert_eq!(fate.saved, ENTRIES, "{fault}: {failures:?}");
        holds(path, before, ENTRIES, ENTRIES, fault);
        assert!(failures.len() <= 1, "{fault}: {failures:?}");
        let silent = fate.is_met && is_told && failures.is_empty();
        assert!(!silent, "{fault}: nothing is said");
    })
}

/// A process that is killed leaves what it said was saved, and whoever comes next goes on.
fn kills(call: &str) -> usize {
    each_call(call, "signal=KILL", |path, before, fate, fault| {
        assert!(fate.is_met || fate.saved == ENTRIES, "{fault}");
        holds(path, before, fate.saved, fate.saved + 1, fault);
        let mut next = journal(path);
        next.append(&entries("w", ENTRIES)).unwrap();
        holds(path, before, ENTRIES, ENTRIES, fault);
        assert_eq!(next.unreadable(), [], "{fault}");
    })
}

#[test]
fn a_kill_before_any_call_of_a_save_loses_nothing_that_was_saved() {
    if !can_inject() {
        return;
    }
    let met: usize = CALLS.iter().map(|(call, _)| kills(call)).sum();
    // So many calls three saves make at the least.
    assert!(met > 50, "only {met} calls were met");
}

#[test]
fn what_a_killed_process_did_not_bring_to_the_disk_the_next_one_does() {
    if !can_inject() {
        return;
    }
    for call in ["fsync", "openat", "fdatasync", "readlink"] {
        for number in 1..=6 {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("data/progress/backend.yaml");
            let trace = format!("trace={call},fsync");
            let inject = format!("inject={call}:signal=KILL:when={number}");
            let killed = save(home.path(), &path, &[&trace, &inject]);
            let next = save(home.path(), &path, &["trace=fsync"]);
            assert_eq!(next.saved, ENTRIES);
            let named: Vec<_> = killed.named.union(&next.named).collect();
            let above = path.ancestors().skip(1);
            // The folder of the file, and those of the two that had to be made.
            let mut expected: Vec<_> = above.take(3).collect();
            expected.reverse();
            assert_eq!(named, expected, "{inject}");
        }
    }
}

#[test]
fn an_error_of_any_call_of_a_save_is_got_over_by_the_next_attempt() {
    if !can_inject() {
        return;
    }
    let each = CALLS
        .iter()
        .flat_map(|(call, likely)| likely.iter().map(|error| errors(call, error)));
    let met: usize = each.sum();
    assert!(met > 50, "only {met} calls were met");
}

#[test]
#[ignore = "slow: every error of every call"]
fn every_error_of_any_call_of_a_save_is_got_over_by_the_next_attempt() {
    if !can_inject() {
        return;
    }
    for (call, likely) in CALLS.iter().filter(|(_, likely)| !likely.is_empty()) {
        for error in ERRORS.iter().filter(|error| !likely.contains(error)) {
            errors(call, error);
        }
    }
}

#[test]
fn what_can_neither_be_synced_nor_taken_back_is_written_once_more() {
    if !can_inject() {
        return;
    }
    let calls = "trace=fdatasync,ftruncate,pread64";
    for kept in ["ftruncate", "pread64"] {
        for exists in [false, true] {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("data/progress/backend.yaml");
            let before = before(&path, exists);
            let keep = format!("inject={kept}:error=EIO:when=1");
            let sync = "inject=fdatasync:error=EIO:when=2";
            let fate = save(home.path(), &path, &[calls, sync, &keep]);
            assert_eq!((fate.saved, fate.failures.len()), (ENTRIES, 1));
            let text = fs::read(&path).unwrap();
            assert!(text.starts_with(&before), "{kept}");
            let (mut found, torn) = lines(&path);
            // The first of the two may not have reached the disk; to a reader they are one.
            let second = |each: &&Entry| **each == entry("w", 1);
            assert_eq!(found.iter().filter(second).count(), 2, "{kept}");
            found.dedup();
            assert_eq!(found.len(), ENTRIES + usize::from(exists), "{kept}");
            assert_eq!(torn, Vec::<String>::new(), "{kept}");
        }
    }
}
