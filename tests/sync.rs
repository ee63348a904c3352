//! Journals that other programs copy about: merging them, conflict copies, backups, the doctor.

mod conflicts;
mod doctor;
mod merging;

use std::fmt::Write as _;
use std::fs;
use std::process::Output;

use crate::support::{Home, shown};

/// A journal of the built-in roadmap in which these topics are done, a second apart, from a minute
/// on.
fn journal(minute: u8, topics: &[&str]) -> String {
    let mut text = "- {format: 1, roadmap: backend}\n".to_owned();
    for (second, topic) in topics.iter().enumerate() {
        writeln!(
            text,
            "- {{at: \"2026-11-22T21:{minute:02}:{second:02}.000+01:00\", topic: {topic}, status: done}}"
        )
        .unwrap();
    }
    text
}

/// What the program said, with the home directory as `~`, and how it ended.
fn said(home: &Home, output: &Output) -> String {
    shown(output).replace(&home.path().display().to_string(), "~")
}

/// The entries of a text, in order.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().filter(|line| line.contains("{at:")).collect();
    lines.sort_unstable();
    lines
}

/// The entries of the learner's journal, in order.
fn kept(home: &Home) -> Vec<String> {
    let text = fs::read_to_string(home.journal("backend")).unwrap_or_default();
    sorted(&text).into_iter().map(str::to_owned).collect()
}
