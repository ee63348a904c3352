//! What cannot be saved is shown, tried again, and at the very end printed.

use std::fs;

use crate::support::{Home, Terminal};

/// The program with a regular file where its data directory should be created.
fn blocked(home: &Home) -> Terminal {
    let obstacle = home.file("obstacle", "mine");
    home.launch()
        .argument("--data-dir")
        .argument(obstacle.join("data"))
        .size(120, 24)
        .start()
}

#[test]
fn what_could_not_be_saved_is_shown_asked_about_and_printed() {
    let home = Home::new();
    let mut terminal = blocked(&home);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", " 1/79");
    let frame = terminal.wait_for("1 change not saved yet: cannot ");
    assert!(frame.contains("not a directory"), "{frame}");
    terminal.send_and_wait("q", "1 change not saved. Quit again to leave");
    terminal.send("q");
    let status = terminal.end();
    assert_eq!((status.exit_code(), status.signal()), (1, None));
    terminal.is_restored();
    let left = terminal.text();
    assert!(
        left.contains("1 change could not be saved. Add the following to your journal"),
        "{left}"
    );
    assert!(
        left.contains("topic: language.javascript, status: done}"),
        "{left}"
    );
    assert_eq!(fs::read(home.path().join("obstacle")).unwrap(), b"mine");
}

#[test]
fn a_key_after_the_question_goes_on_and_the_next_q_asks_again() {
    let home = Home::new();
    let mut terminal = blocked(&home);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "1 change not saved yet");
    terminal.send_and_wait("q", "Quit again to leave");
    terminal.send_and_wait("j", "1 change not saved yet");
    terminal.send_and_wait("q", "Quit again to leave");
}

#[test]
fn without_a_change_there_is_nothing_to_ask() {
    let home = Home::new();
    let mut terminal = blocked(&home);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("j", "not a directory");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn once_the_obstacle_is_gone_everything_is_saved() {
    let home = Home::new();
    let mut terminal = blocked(&home);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jl ", "1 change not saved yet");
    terminal.send_and_wait("j ", "2 changes not saved yet");
    fs::remove_file(home.path().join("obstacle")).unwrap();
    // No key is pressed: it is tried again by itself.
    terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
    terminal.wait_until_saved("2/79");
    terminal.send("q");
    assert!(terminal.end().success());
    let journal = home.path().join("obstacle/data/progress/backend.yaml");
    let text = fs::read_to_string(journal).unwrap();
    for topic in ["fundamentals.variables", "fundamentals.functions"] {
        let line = format!("topic: {topic}, status: done}}\n");
        assert_eq!(text.matches(&line).count(), 1, "{text}");
    }
}

#[test]
fn a_signal_prints_what_could_not_be_saved() {
    let home = Home::new();
    let mut terminal = blocked(&home);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "1 change not saved yet");
    terminal.signal(rustix::process::Signal::TERM);
    assert_eq!(terminal.end().signal(), Some("Terminated"));
    terminal.is_restored();
    let left = terminal.text();
    assert!(left.contains("topic: language.javascript"), "{left}");
}
