//! A process of its own that appends to a journal and tells of everything that is saved.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use roadmap_tui::progress::{Entry, Line, Status};
use roadmap_tui::store::{Journal, JournalError};

use super::home::spawning;

/// Tells the process where the journal is.
const JOURNAL: &str = "ROADMAP_TUI_TEST_JOURNAL";
/// Tells it how many entries to save, in all and at once.
const ENTRIES: &str = "ROADMAP_TUI_TEST_ENTRIES";
/// Tells it the name to write under.
const WRITER: &str = "ROADMAP_TUI_TEST_WRITER";

/// How often it tries to save the same entries.
const ATTEMPTS: usize = 100;

/// The entry of a writer with this number.
pub(crate) fn entry(writer: &str, number: usize) -> Entry {
    let at = format!("2026-11-22T21:{:02}:{:02}Z", number / 60, number % 60);
    Entry::status(
        at.parse().unwrap(),
        format!("{writer}.t{number}"),
        Status::Done,
    )
}

/// The first entries of a writer.
pub(crate) fn entries(writer: &str, count: usize) -> Vec<Entry> {
    (0..count).map(|number| entry(writer, number)).collect()
}

/// The journal at a path.
pub(crate) fn journal(path: &Path) -> Journal {
    Journal::new(path, "backend", "Backend Developer Roadmap")
}

/// The entries of a file in their order, and the lines that cannot be read.
pub(crate) fn lines(path: &Path) -> (Vec<Entry>, Vec<String>) {
    let text = std::fs::read(path).unwrap_or_default();
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

/// What the process does: it says a word before it begins, waits for one, and then tells of each
/// batch that is saved or fails, and how many entries it sees at last. Does nothing where nobody
/// has asked for it.
pub(crate) fn work() {
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
        append(&mut journal, &entries);
        say(&format!("saved {}", first + batch));
    }
    while let Err(error) = journal.read() {
        say(&format!("failed {error}"));
    }
    say(&format!("sees {}", journal.history().len()));
}

fn append(journal: &mut Journal, entries: &[Entry]) {
    for _ in 0..ATTEMPTS {
        match journal.append(entries) {
            Ok(()) => return,
            // Another process was faster, again and again: the keeper goes on trying, too.
            Err(JournalError::Busy { .. }) => {}
            Err(error) => say(&format!("failed {error}")),
        }
    }
    std::process::exit(1);
}

/// Not by `println!`, which the test harness would keep to itself.
fn say(words: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\n{words}").unwrap();
    out.flush().unwrap();
}

/// A process that appends. Going out of scope kills it.
pub(crate) struct Writer {
    child: Child,
    words: Box<dyn Iterator<Item = String> + Send>,
    /// What it has told of failures.
    pub(crate) failures: Vec<String>,
    /// How many entries it saw when it was done.
    pub(crate) sees: Option<usize>,
}

impl Writer {
    /// Starts one that saves so many entries, so many at once, and waits until it is ready.
    pub(crate) fn start(path: &Path, name: &str, all: usize, batch: usize) -> Self {
        Self::start_by(&[], path, name, all, batch)
    }

    /// Starts one by another command, whose words these are.
    pub(crate) fn start_by(by: &[&str], path: &Path, name: &str, all: usize, batch: usize) -> Self {
        let this = env::current_exe().unwrap();
        let mut command = match by {
            [] => Command::new(this),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(this);
                command
            }
        };
        command
            .args(["--exact", "journal::helper_appends", "--ignored"])
            .arg("--nocapture")
            .env(JOURNAL, path)
            .env(WRITER, name)
            .env(ENTRIES, format!("{all} {batch}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = {
            let _alone = spawning();
            command.spawn().unwrap()
        };
        let out = BufReader::new(child.stdout.take().unwrap());
        let is_word = |line: &String| {
            line == "ready"
                || ["saved ", "failed ", "sees "]
                    .iter()
                    .any(|start| line.starts_with(start))
        };
        let lines = out.lines().map_while(Result::ok);
        let mut this = Self {
            child,
            words: Box::new(lines.filter(is_word)),
            failures: Vec::new(),
            sees: None,
        };
        assert_eq!(this.words.next().as_deref(), Some("ready"));
        this
    }

    /// Lets it begin.
    pub(crate) fn go(&mut self) {
        let mut stdin = self.child.stdin.take().unwrap();
        stdin.write_all(b"go\n").unwrap();
    }

    /// How many entries it says next are saved; none when it has nothing more to say.
    pub(crate) fn saved(&mut self) -> Option<usize> {
        loop {
            let word = self.words.next()?;
            let (what, rest) = word.split_once(' ').unwrap();
            match what {
                "saved" => return Some(rest.parse().unwrap()),
                "sees" => self.sees = Some(rest.parse().unwrap()),
                _ => self.failures.push(rest.to_owned()),
            }
        }
    }

    /// How many entries it says are saved when it has said everything.
    pub(crate) fn saved_at_last(&mut self) -> usize {
        std::iter::from_fn(|| self.saved()).last().unwrap_or(0)
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// Waits for its end.
    pub(crate) fn end(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
