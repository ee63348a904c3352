//! What the journal cannot take is kept beside it, and joins it on the next start.

use std::fs::{self, File};
use std::path::PathBuf;

use crate::support::{Home, Terminal};

/// The files in which entries are kept beside the journal.
fn refuges(home: &Home) -> Vec<PathBuf> {
    let folder = home.journal("backend");
    let found = fs::read_dir(folder.parent().unwrap()).unwrap();
    let paths = found.map(|each| each.unwrap().path());
    paths
        .filter(|path| path.to_string_lossy().contains(".unsaved-"))
        .collect()
}

/// Something else of the journal's name, so that nothing can be saved there.
fn obstructed(home: &Home) -> Terminal {
    fs::create_dir_all(home.journal("backend")).unwrap();
    let mut terminal = home.launch().size(140, 30).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "1 change not saved yet");
    terminal
}

/// A journal that another program holds and does not let go.
fn held(home: &Home) -> (Terminal, File) {
    let path = home.file(".local/share/roadmap-tui/progress/backend.yaml", "");
    let other = File::open(path).unwrap();
    other.lock().unwrap();
    let mut terminal = home.launch().size(140, 30).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "1 change not saved yet: another program holds");
    (terminal, other)
}

/// The next start finds the entry, says so, and has it saved.
fn joins_on_the_next_start(home: &Home) {
    assert_eq!(refuges(home).len(), 1);
    let mut next = home.launch().size(140, 30).start();
    next.wait_for("1 change from backend.unsaved-");
    next.wait_until_saved("1/79");
    next.send("q");
    assert!(next.end().success());
    assert_eq!(home.done(["language.javascript"]), [1]);
}

#[test]
fn what_a_journal_that_is_none_could_not_take_joins_it_later() {
    let home = Home::new();
    let mut terminal = obstructed(&home);
    terminal.send_and_wait("q", "Quit again to leave; it is then kept elsewhere.");
    terminal.send("q");
    assert_eq!(terminal.end().exit_code(), 1);
    terminal.is_restored();
    let left = terminal.text();
    assert!(left.contains("Nothing is lost: "), "{left}");
    assert!(!left.contains("language.javascript"), "{left}");
    fs::remove_dir(home.journal("backend")).unwrap();
    joins_on_the_next_start(&home);
}

#[test]
fn what_a_held_journal_could_not_take_joins_it_later() {
    let home = Home::new();
    let (mut terminal, other) = held(&home);
    terminal.send_and_wait("q", "Quit again to leave");
    terminal.send("q");
    assert_eq!(terminal.end().exit_code(), 1);
    drop(other);
    joins_on_the_next_start(&home);
}

#[test]
fn where_the_terminal_is_gone_and_the_journal_is_held_nothing_is_lost() {
    let home = Home::new();
    let (mut terminal, other) = held(&home);
    terminal.close_and_wait("j");
    drop(other);
    joins_on_the_next_start(&home);
}

#[test]
fn a_panic_while_the_journal_is_held_loses_nothing() {
    let home = Home::new();
    let path = home.file(".local/share/roadmap-tui/progress/backend.yaml", "");
    let other = File::open(path).unwrap();
    other.lock().unwrap();
    let launch = home.launch().argument("--panic-on-key").argument("!");
    let mut terminal = launch.size(140, 30).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", " 1/79");
    terminal.send("!");
    assert_eq!(terminal.end().exit_code(), 101);
    drop(other);
    joins_on_the_next_start(&home);
}
