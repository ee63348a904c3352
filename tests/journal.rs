//! The journal, written by several processes at once and by processes that are killed.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use roadmap_tui::progress::{Entry, Line, Status};
use roadmap_tui::store::{Journal, JournalError};

use crate::support::spawning;

/// Tells the helper where the journal is.
const JOURNAL: &str = "ROADMAP_TUI_TEST_JOURNAL";
/// Tells it how many entries to save, in all and at once.
const ENTRIES: &str = "ROADMAP_TUI_TEST_ENTRIES";
/// Tells it the name to write under.
const WRITER: &str = "ROADMAP_TUI_TEST_WRITER";

/// The beginning of a line.
const HALF: &str = "- {at: \"2026-11-22T23:59:5";

fn entry(writer: &str, number: usize) -> Entry {
    let at = format!("2026-11-22T21:{:02}:{:02}Z", number / 60, number % 60);
    Entry {
        at: at.parse().unwrap(),
        topic: format!("{writer}.t{number}"),
        status: Status::Done,
        undoes: None,
    }
}

fn journal(path: &Path) -> Journal {
    Journal::new(path, "backend", "Backend Developer Roadmap")
}

/// Not a test: what the tests below run in processes of their own. It says a word before it begins,
/// waits for one, and then tells of each batch that is saved.
#[test]
#[ignore = "started by other tests"]
fn helper_appends() {
    let Some(path) = env::var_os(JOURNAL) else {
        return;
    };
    let writer = env::var(WRITER).unwrap();
    let amounts = env::var(ENTRIES).unwrap();
    let (all, batch) = amounts.split_once(' ').unwrap();
    let (all, batch): (usize, usize) = (all.parse().unwrap(), batch.parse().unwrap());
    let mut journal = journal(Path::new(&path));
    say("ready");
    std::io::stdin().read_line(&mut String::new()).unwrap();
    for first in (0..all).step_by(batch) {
        let entries: Vec<Entry> = (first..first + batch)
            .map(|number| entry(&writer, number))
            .collect();
        loop {
            match journal.append(&entries) {
                Ok(()) => break,
                // Another process was faster, again and again: the keeper goes on trying, too.
                Err(JournalError::Busy { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
        say(&format!("saved {}", first + batch));
    }
}

/// Not by `println!`, which the test harness would keep to itself.
fn say(words: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\n{words}").unwrap();
    out.flush().unwrap();
}

/// A process that appends.
struct Writer {
    child: Child,
    words: Box<dyn Iterator<Item = String>>,
}

impl Writer {
    /// Starts one and waits until it is ready.
    fn start(path: &Path, name: &str, all: usize, batch: usize) -> Self {
        let mut child = {
            let _alone = spawning();
            Command::new(env::current_exe().unwrap())
                .args(["--exact", "journal::helper_appends", "--ignored"])
                .arg("--nocapture")
                .env(JOURNAL, path)
                .env(WRITER, name)
                .env(ENTRIES, format!("{all} {batch}"))
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let out = BufReader::new(child.stdout.take().unwrap());
        let lines = out.lines().map_while(Result::ok);
        let words = lines.filter(|line| line == "ready" || line.starts_with("saved "));
        let mut this = Self {
            child,
            words: Box::new(words),
        };
        assert_eq!(this.words.next().as_deref(), Some("ready"));
        this
    }

    /// Lets it begin.
    fn go(&mut self) {
        let mut stdin = self.child.stdin.take().unwrap();
        stdin.write_all(b"go\n").unwrap();
    }

    /// How many entries it says are saved by now, and since.
    fn saved(&mut self) -> Option<usize> {
        let word = self.words.next()?;
        Some(word.strip_prefix("saved ")?.parse().unwrap())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The entries of a file in their order, and the lines that cannot be read.
fn lines(path: &Path) -> (Vec<Entry>, Vec<String>) {
    let text = fs::read(path).unwrap_or_default();
    let (mut entries, mut torn) = (Vec::new(), Vec::new());
    for line in text.split(|byte| *byte == b'\n') {
        match Line::parse(line) {
            Ok(Line::Entry(entry)) => entries.push(entry),
            Ok(Line::Nothing | Line::Format { .. } | Line::Newer(_)) => {}
            Err(_) => torn.push(String::from_utf8_lossy(line).into_owned()),
        }
    }
    (entries, torn)
}

fn at_once(count: usize) {
    let home = tempfile::tempdir().unwrap();
    let path: PathBuf = home.path().join("data/progress/backend.yaml");
    let names: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
    let mut writers: Vec<Writer> = names
        .iter()
        .map(|name| Writer::start(&path, name, 50, 1))
        .collect();
    for writer in &mut writers {
        writer.go();
    }
    for writer in &mut writers {
        let all: Vec<usize> = std::iter::from_fn(|| writer.saved()).collect();
        assert_eq!(all, (1..=50).collect::<Vec<_>>());
        assert!(writer.child.wait().unwrap().success());
    }
    let (mut found, torn) = lines(&path);
    let each = |name| (0..50).map(move |number| entry(name, number));
    let mut expected: Vec<Entry> = names.iter().flat_map(|name| each(name)).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(torn, Vec::<String>::new());
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), count * 50 + 2, "one header\n{text}");
}

#[test]
fn two_processes_that_append_at_once_lose_no_entry_and_write_none_twice() {
    at_once(2);
}

#[test]
fn five_processes_that_append_at_once_lose_no_entry_and_write_none_twice() {
    at_once(5);
}

#[test]
fn a_process_killed_while_it_appends_loses_nothing_that_it_said_was_saved() {
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
        writer.child.kill().unwrap();
        saved = std::iter::from_fn(|| writer.saved()).last().or(saved);
        acknowledged.extend((0..saved.unwrap_or_default()).map(|number| entry(&name, number)));

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
