//! Others replace, shorten, rewrite or remove the journal or its folder while the program runs: both
//! sides are kept, and nothing is written twice.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::support::writer::lines;
use crate::support::{Home, Terminal, eventually};

/// A journal of the day before.
const OLD: &str = "# mine\n- {format: 1, roadmap: backend}\n\
    - {at: \"2026-11-21T08:00:00Z\", topic: web.http, status: done}\n";

/// What another program knows.
const THEIRS: &str = "- {at: \"2026-11-21T09:00:00Z\", topic: web.dns, status: done}\n";

/// The topic of it.
const DNS: &str = "web.dns";

fn folder(journal: &Path) -> &Path {
    journal.parent().unwrap()
}

fn beside(journal: &Path, name: &str) -> PathBuf {
    folder(folder(journal)).join(name)
}

fn text(journal: &Path) -> String {
    fs::read_to_string(journal).unwrap()
}

/// Puts another file in the place of the journal, as git, Syncthing and most editors do.
fn replace(journal: &Path, text: &str) {
    let new = journal.with_extension("tmp");
    fs::write(&new, text).unwrap();
    fs::rename(&new, journal).unwrap();
}

fn move_folder_away(journal: &Path) {
    fs::rename(folder(journal), beside(journal, "old")).unwrap();
}

/// Removes a folder, into which the program may just be writing where the learner is.
fn remove(folder: &Path) {
    eventually("the folder to be removed", || {
        fs::remove_dir_all(folder).ok()
    });
}

/// What another program does, and whether it brings its own entry.
type Deed = (&'static str, bool, fn(&Path));

const DEEDS: &[Deed] = &[
    ("replaced by one with more", true, |journal| {
        replace(journal, &[&text(journal), THEIRS].concat());
    }),
    ("replaced by a union", true, |journal| {
        replace(journal, &[THEIRS, &text(journal)].concat());
    }),
    ("replaced by an older copy", false, |journal| {
        replace(journal, OLD);
    }),
    ("replaced by another history", true, |journal| {
        replace(journal, THEIRS);
    }),
    ("added to", true, |journal| {
        fs::write(journal, [&text(journal), THEIRS].concat()).unwrap();
    }),
    ("cut in the middle of a line", false, |journal| {
        fs::write(journal, &text(journal)[..OLD.len() + 20]).unwrap();
    }),
    ("cut before a line break", false, |journal| {
        fs::write(journal, text(journal).trim_end()).unwrap();
    }),
    ("emptied", false, |journal| fs::write(journal, "").unwrap()),
    ("deleted", false, |journal| {
        fs::remove_file(journal).unwrap();
    }),
    ("rewritten in place", true, |journal| {
        fs::write(journal, THEIRS).unwrap();
    }),
    ("rewritten with the same length", false, |journal| {
        fs::write(journal, text(journal).replace("# mine", "# ours")).unwrap();
    }),
    ("made of nonsense", false, |journal| {
        fs::write(journal, "\0\u{7f}{[").unwrap();
    }),
    ("moved, and a link to it left", false, |journal| {
        let place = beside(journal, "elsewhere.yaml");
        fs::rename(journal, &place).unwrap();
        symlink(&place, journal).unwrap();
    }),
    ("a link to a file that is missing", false, |journal| {
        fs::remove_file(journal).unwrap();
        symlink(beside(journal, "elsewhere.yaml"), journal).unwrap();
    }),
    ("a link to another history", true, |journal| {
        let place = beside(journal, "elsewhere.yaml");
        fs::write(&place, THEIRS).unwrap();
        fs::remove_file(journal).unwrap();
        symlink(&place, journal).unwrap();
    }),
    ("in a folder that is removed", false, |journal| {
        remove(folder(journal));
    }),
    ("in a folder that is moved away", false, move_folder_away),
    ("in a folder that is replaced", true, |journal| {
        move_folder_away(journal);
        fs::create_dir(folder(journal)).unwrap();
        fs::write(journal, THEIRS).unwrap();
    }),
    ("in a folder that is replaced by a link", true, |journal| {
        move_folder_away(journal);
        let place = beside(journal, "elsewhere");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("backend.yaml"), THEIRS).unwrap();
        symlink(&place, folder(journal)).unwrap();
    }),
    ("in a data directory that is removed", false, |journal| {
        remove(folder(folder(journal)));
    }),
];

/// Does what another program does, which takes the lock: else a look at the file in the moment between
/// emptying and writing it would find everything lost, and what was saved would go back at once.
fn by_another(perform: fn(&Path), journal: &Path) {
    let file = File::open(journal).unwrap();
    file.lock().unwrap();
    perform(journal);
}

/// What another program does after which nothing can be saved, what is said of it, and how it is put
/// right.
type Block = (&'static str, fn(&Path), fn(&Path));

const BLOCKS: &[Block] = &[
    (
        "not a directory",
        |journal| {
            move_folder_away(journal);
            fs::write(folder(journal), "mine").unwrap();
        },
        |journal| fs::remove_file(folder(journal)).unwrap(),
    ),
    (
        "is a directory, not a file",
        |journal| {
            fs::remove_file(journal).unwrap();
            fs::create_dir(journal).unwrap();
        },
        |journal| fs::remove_dir(journal).unwrap(),
    ),
    (
        "is a device, not a file",
        |journal| {
            fs::remove_file(journal).unwrap();
            symlink("/dev/null", journal).unwrap();
        },
        |journal| fs::remove_file(journal).unwrap(),
    ),
    (
        "too many levels of symbolic links",
        |journal| {
            fs::remove_file(journal).unwrap();
            symlink(journal, journal).unwrap();
        },
        |journal| fs::remove_file(journal).unwrap(),
    ),
    (
        "has format 2, newer than 1: update roadmap-tui",
        |journal| {
            let newer = "- {format: 2, roadmap: backend}\n";
            fs::write(journal, [&text(journal), newer].concat()).unwrap();
        },
        |journal| replace(journal, OLD),
    ),
];

/// The program with a journal of the day before and two topics of today, of which the second is
/// selected.
fn open(home: &Home) -> (Terminal, PathBuf) {
    let journal = home.journal("backend");
    home.file(journal.to_str().unwrap(), OLD);
    let mut terminal = home.launch().size(200, 24).start();
    terminal.wait_for(" 1/79");
    terminal.send_and_wait("gjlg", "▸○ Variables");
    terminal.send(" j ");
    terminal.wait_until_saved("3/79");
    (terminal, journal)
}

/// Ends the program; whoever reads the file finds these topics in it, each once.
#[track_caller]
fn holds(mut terminal: Terminal, home: &Home, topics: &[&str], deed: &str) {
    terminal.send("q");
    assert!(terminal.end().success(), "{deed}");
    let (found, _) = lines(&home.journal("backend"));
    let mut found: Vec<_> = found
        .iter()
        .map(|entry| entry.change.topic().unwrap())
        .collect();
    found.sort_unstable();
    let mut expected = topics.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{deed}");
    home.launch()
        .start()
        .wait_for(&format!(" {}/79", topics.len()));
}

const MINE: [&str; 4] = [
    "web.http",
    "fundamentals.variables",
    "fundamentals.functions",
    "fundamentals.arrays",
];

#[test]
fn a_journal_that_others_change_keeps_both_sides() {
    for (deed, is_theirs, perform) in DEEDS {
        let home = Home::new();
        let (mut terminal, journal) = open(&home);
        by_another(*perform, &journal);
        let after = fs::read(&journal).unwrap_or_default();
        terminal.send("j ");
        let mut topics = MINE.to_vec();
        topics.extend(is_theirs.then_some(DNS));
        terminal.wait_for("✓ Arrays");
        terminal.wait_until_saved(&format!("{}/79", topics.len()));
        let text = fs::read(&journal).unwrap();
        assert!(text.starts_with(&after), "{deed}: old bytes have changed");
        holds(terminal, &home, &topics, deed);
    }
}

#[test]
fn a_journal_that_others_change_gets_back_what_was_saved_here_when_one_leaves() {
    for (deed, is_theirs, perform) in DEEDS {
        let home = Home::new();
        let (mut terminal, journal) = open(&home);
        by_another(*perform, &journal);
        terminal.send("q");
        assert!(terminal.end().success(), "{deed}");
        let (found, _) = lines(&journal);
        let found: Vec<_> = found
            .iter()
            .map(|entry| entry.change.topic().unwrap())
            .collect();
        let count = |topic: &str| found.iter().filter(|each| **each == topic).count();
        assert_eq!(count(MINE[1]), 1, "{deed}");
        assert_eq!(count(MINE[2]), 1, "{deed}");
        assert_eq!(count(DNS), usize::from(*is_theirs), "{deed}");
    }
}

#[test]
fn a_journal_that_others_make_unusable_is_named_and_once_it_is_usable_gets_everything() {
    let mut rows = Vec::new();
    for (words, block, clear) in BLOCKS {
        let home = Home::new();
        let (mut terminal, journal) = open(&home);
        by_another(*block, &journal);
        terminal.send_and_wait("j ", "✓ Arrays");
        let frame = terminal.wait_for("not saved yet: ");
        assert!(frame.contains(words), "{words}\n{frame}");
        terminal.send_and_wait("q", "not saved. Quit again to leave");
        terminal.send_and_wait("j", "not saved yet: ");
        rows.push((home, terminal, journal, words, clear));
    }
    for (_, _, journal, _, clear) in &rows {
        clear(journal);
    }
    for (home, terminal, _, words, _) in rows {
        terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
        terminal.wait_until_saved("4/79");
        holds(terminal, &home, &MINE, words);
    }
}

#[test]
fn a_journal_that_others_change_without_a_pause_gets_everything() {
    let home = Home::new();
    let (mut terminal, journal) = open(&home);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                match round % 4 {
                    0 => replace(&journal, OLD),
                    1 => replace(&journal, &[OLD, THEIRS].concat()),
                    2 => drop(fs::remove_file(&journal)),
                    _ => drop(File::create(&journal)),
                }
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                thread::yield_now();
            }
        });
        for topic in ["Arrays", "Objects", "Loops", "Recursion", "Error"] {
            terminal.send_and_wait("j ", &format!("✓ {topic}"));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    terminal.send_and_wait("j ", "✓ Asynchronous");
    terminal.wait_until("all saved", |frame| {
        !frame.contains("saving") && !frame.contains("not saved")
    });
    terminal.send("q");
    assert!(terminal.end().success());
    let (found, _) = lines(&journal);
    let topics: BTreeSet<_> = found
        .iter()
        .map(|entry| entry.change.topic().unwrap())
        .collect();
    let mine = topics.iter().filter(|id| id.starts_with("fundamentals."));
    assert_eq!(mine.count(), 8, "{found:?}");
    assert_eq!(topics.len(), found.len(), "an entry is doubled: {found:?}");
}
