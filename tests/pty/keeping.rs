//! What was ticked stays, whatever happens to the program.

use std::fs::{self, File};

use crate::support::{Home, Terminal, done};

/// Goes to the first topic of the second step, wherever the learner is.
const TO_VARIABLES: &str = "hhgjlg";

#[test]
fn a_learner_stands_where_they_stopped() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let first = terminal.wait_for(" 0/79");
    assert!(first.contains("▸○  1 Programming language"), "{first}");
    terminal.send_and_wait("jl", "space done");
    terminal.send_and_wait(" ", "▸✓ Variables");
    terminal.wait_until_saved("1/79");
    let last = terminal.send_and_wait("jj", "▸○ Arrays");
    terminal.send("q");
    assert!(terminal.end().success());

    let again = home.launch().start();
    again.wait_until("the same screen again", |frame| frame == last);
}

#[test]
fn opening_and_quitting_writes_nothing_to_the_journal() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("j", "▸○  2");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!home.journal("backend").exists());
}

#[test]
fn a_tick_that_is_shown_as_saved_survives_a_kill() {
    let home = Home::new();
    for count in 0..10 {
        let mut terminal = home.launch().start();
        terminal.wait_for(&format!(" {count}/79"));
        terminal.send(TO_VARIABLES);
        terminal.send(&"j".repeat(count));
        terminal.send(" ");
        terminal.wait_until_saved(&format!("{}/79", count + 1));
        terminal.kill();
    }
    home.launch().start().wait_for(" 10/79");
    let text = fs::read_to_string(home.journal("backend")).unwrap();
    assert_eq!(text.matches("status: done}\n").count(), 10, "{text}");
    assert_eq!(text.lines().count(), 12, "{text}");
}

#[test]
fn a_kill_in_the_middle_of_typing_takes_nothing_that_was_saved_before() {
    let home = Home::new();
    let mut saved = 0;
    while saved < 10 {
        let mut terminal = home.launch().start();
        let frame = terminal.wait_for("/79");
        let count = done(&frame);
        // The last tick of the round before may or may not have reached the disk.
        assert!(count == saved || count == saved + 1, "{saved}\n{frame}");
        terminal.send(TO_VARIABLES);
        terminal.send(&"j".repeat(count));
        terminal.send(" ");
        saved = count + 1;
        terminal.wait_until_saved(&format!("{saved}/79"));
        terminal.send("j");
        terminal.send(" ");
        terminal.kill();
    }
    let frame = home.launch().start().wait_for("/79");
    assert!(!frame.contains("cannot be read"), "{frame}");
}

#[test]
fn a_tick_is_not_shown_as_saved_before_it_is_in_the_journal() {
    let home = Home::new();
    let path = home.journal("backend");
    home.file(path.to_str().unwrap(), "");
    let journal = File::options().append(true).open(&path).unwrap();
    let mut terminal = home.launch().size(200, 24).start();
    terminal.wait_for(" 0/79");
    // As long as another program holds the lock nothing can be added.
    journal.lock().unwrap();
    terminal.send("l ");
    let frame = terminal.wait_until("no more on its way", |frame| {
        frame.contains(" 1/79") && !frame.contains("saving")
    });
    assert!(
        frame.contains("1 change not saved yet: another program"),
        "{frame}"
    );
    assert_eq!(fs::read(&path).unwrap(), b"");
    journal.unlock().unwrap();
    terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
    assert_eq!(home.done(["language.javascript"]), [1]);
}

fn ticked(home: &Home) -> [usize; 3] {
    home.done([
        "fundamentals.variables",
        "fundamentals.functions",
        "fundamentals.arrays",
    ])
}

/// Two windows on the topics of one step.
fn two_windows(home: &Home) -> (Terminal, Terminal) {
    let mut windows = (home.launch().start(), home.launch().start());
    for window in [&mut windows.0, &mut windows.1] {
        window.wait_for(" 0/79");
        window.send_and_wait(TO_VARIABLES, "▸○ Variables");
    }
    windows
}

#[test]
fn two_windows_see_what_the_other_ticked_and_both_keep_it() {
    let home = Home::new();
    let (mut left, mut right) = two_windows(&home);
    left.send(" ");
    left.wait_until_saved("1/79");
    right.send_and_wait("j", "▸○ Functions");
    right.wait_until_saved("1/79");
    right.send(" ");
    let seen = right.wait_until_saved("2/79");
    assert!(seen.contains("✓ Variables"), "{seen}");
    left.send("j");
    let seen = left.wait_until_saved("2/79");
    assert!(seen.contains("▸✓ Functions"), "{seen}");
    for window in [&mut left, &mut right] {
        window.send("q");
        assert!(window.end().success());
    }
    assert_eq!(ticked(&home), [1, 1, 0]);
}

#[test]
fn two_windows_that_tick_at_the_same_time_lose_nothing() {
    let home = Home::new();
    let (mut left, mut right) = two_windows(&home);
    left.send(" jj jj jj ");
    right.send("j jj jj jj ");
    for (window, last) in [(&left, "✓ Error Handling"), (&right, "✓ Asynchronous")] {
        window.wait_until(last, |frame| {
            frame.contains(last) && !frame.contains("saving")
        });
    }
    for window in [&mut left, &mut right] {
        window.send("h");
        window.wait_until_saved("8/79");
    }
    let text = fs::read_to_string(home.journal("backend")).unwrap();
    assert_eq!(text.matches("status: done}\n").count(), 8, "{text}");
    assert_eq!(text.lines().count(), 10, "{text}");
}

#[test]
fn a_window_that_gets_the_keyboard_back_shows_what_others_ticked() {
    let home = Home::new();
    let (mut left, mut right) = (home.launch().start(), home.launch().start());
    left.wait_for(" 0/79");
    right.wait_for(" 0/79");
    left.send("ljjjjj");
    // More than once: the look that each window takes when it opens could bring the first.
    for done in ["1/79", "2/79", "3/79"] {
        left.send(" ");
        left.wait_until_saved(done);
        left.send("j");
        right.send("\x1b[I");
        right.wait_for(&format!(" {done}"));
    }
}
