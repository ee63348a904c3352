//! Who starts for the first time is shown how to begin, and only then.

use std::fs;

use crate::support::{Home, Terminal};

const SEEN: &str = "Keys to know from here on";

fn session(home: &Home) -> String {
    let path = home.path().join(".local/share/roadmap-tui/session.yaml");
    fs::read_to_string(path).unwrap_or_default()
}

/// A second start in a home where the first one has ended.
#[track_caller]
fn is_not_shown_again(home: &Home) {
    assert!(
        session(home).contains("welcomed: true"),
        "{}",
        session(home)
    );
    let mut terminal = home.launch().start();
    let before = terminal.wait_for("/79");
    terminal.send("j");
    // A box over it would take the key for itself.
    terminal.wait_until("the selection moves", |frame| frame != before);
    terminal.send("q");
    assert!(terminal.end().success());
    let frames = terminal.all_frames();
    assert!(!frames.iter().any(|frame| frame.contains(SEEN)));
}

fn first(home: &Home) -> Terminal {
    let terminal = home.launch().start();
    terminal.wait_for(SEEN);
    terminal
}

#[test]
fn what_is_chosen_is_saved_and_it_is_never_shown_again() {
    let home = Home::fresh();
    let mut terminal = first(&home);
    terminal.send_and_wait("3", "✓ 3 Python");
    terminal.send_and_wait("8", "✓ 8 Node.js path");
    terminal.send_and_wait("\r", "You begin with Python and Node.js path.");
    terminal.wait_until_saved("0/79");
    terminal.send("q");
    assert!(terminal.end().success());
    let journal = fs::read_to_string(home.journal("backend")).unwrap();
    assert!(
        journal.contains("topic: language.python, status: learning}"),
        "{journal}"
    );
    assert!(journal.contains("follow: node"), "{journal}");
    is_not_shown_again(&home);
}

#[test]
fn whoever_quits_from_it_has_seen_it() {
    for key in ["q", "\u{3}"] {
        let home = Home::fresh();
        let mut terminal = first(&home);
        terminal.send(key);
        assert!(terminal.end().success());
        terminal.is_restored();
        assert!(!home.journal("backend").exists(), "nothing was done");
        is_not_shown_again(&home);
    }
}

#[test]
fn a_learner_who_did_something_before_there_was_a_welcome_is_not_shown_it() {
    let home = Home::fresh();
    home.file(
        ".local/share/roadmap-tui/progress/backend.yaml",
        "- {format: 1, roadmap: backend}\n\
         - {at: \"2026-11-22T21:06:01.123+01:00\", topic: web.http, status: done}\n",
    );
    home.file(
        ".local/share/roadmap-tui/session.yaml",
        "format: 1\nroadmap: null\nplaces:\n- roadmap: backend\n  place:\n    screen: roadmap\n    \
         topic: web.http\n    pane: topics\n",
    );
    let mut terminal = home.launch().start();
    let frame = terminal.wait_for(" 1/79");
    assert!(
        frame.contains("▸✓ HTTP") && !frame.contains(SEEN),
        "{frame}"
    );
    terminal.send("q");
    assert!(terminal.end().success());
    home.file(
        "own.yaml",
        "format: 1\nid: own\ntitle: My own\nsteps:\n  - {id: a, title: A, topics: [{id: b, title: B}]}\n",
    );
    let own = home.launch().argument("--roadmap").argument("own.yaml");
    let frame = own.start().wait_for(" 0/1");
    assert!(!frame.contains(SEEN), "{frame}");
}
