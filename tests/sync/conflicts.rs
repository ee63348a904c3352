//! Conflict copies beside the journal.

use std::fs;

use super::{journal, kept, sorted};
use crate::support::Home;
use crate::support::escapes::foreign;

#[test]
fn the_copies_of_each_sync_program_are_found_at_the_start_named_and_saved() {
    for name in [
        "backend.sync-conflict-20261123-101530-ABCDEF7.yaml",
        "backend (Anna's conflicted copy 2026-11-23).yaml",
        "backend (conflicted copy 2026-11-23 101530).yaml",
    ] {
        let home = Home::new();
        let own = journal(6, &["web.http", "web.dns"]);
        fs::create_dir_all(home.journal("backend").parent().unwrap()).unwrap();
        fs::write(home.journal("backend"), &own).unwrap();
        let copy = home.journal("backend").with_file_name(name);
        let theirs = journal(6, &["web.http"]) + &journal(9, &["web.cookies"]);
        fs::write(&copy, &theirs).unwrap();

        let mut terminal = home.launch().size(140, 30).start();
        let frame = terminal.wait_for("joined your journal");
        assert!(frame.contains(&format!("1 change from {name}")), "{frame}");
        terminal.wait_until_saved("3/79");
        terminal.send("q");
        assert!(terminal.end().success());
        let all = own + &journal(9, &["web.cookies"]);
        assert_eq!(kept(&home), sorted(&all));
        assert_eq!(fs::read_to_string(&copy).unwrap(), theirs);

        // Then it is known, and nothing is said or written.
        let before = fs::read(home.journal("backend")).unwrap();
        let mut again = home.launch().size(140, 30).start();
        let frame = again.wait_for(" 3/79");
        assert!(!frame.contains("joined"), "{frame}");
        again.send("q");
        assert!(again.end().success());
        assert_eq!(fs::read(home.journal("backend")).unwrap(), before);
    }
}

#[test]
fn hostile_copies_are_taken_in_harmlessly() {
    let home = Home::new();
    let copy = home
        .journal("backend")
        .with_file_name("backend (\u{1b}]0;x\u{7}\u{202e}).yaml");
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::write(
        &copy,
        journal(6, &["web.http"]) + "\u{1b}[2J\n\0\n- {a: {a: {a: \n",
    )
    .unwrap();
    fs::create_dir(copy.with_file_name("backend (1).yaml")).unwrap();
    let mut terminal = home.launch().size(140, 30).start();
    terminal.wait_for("1 change from backend (]0;x).yaml joined");
    terminal.wait_until_saved("1/79");
    assert_eq!(foreign(&terminal.raw()), []);
    terminal.send("q");
    assert!(terminal.end().success());
}
