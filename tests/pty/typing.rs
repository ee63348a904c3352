//! Keys in bursts, in pieces and in pastes; sizes that come and go.

use std::fmt::Write as _;

use rustix::process::Signal;

use crate::support::Home;

/// A roadmap of one step with so many topics, from `Topic 0` on.
fn topics(count: usize) -> String {
    let mut yaml = "format: 1\nid: long\ntitle: Long\nsteps:\n".to_owned();
    yaml.push_str("  - id: s\n    title: All\n    topics:\n");
    for number in 0..count {
        writeln!(
            yaml,
            "      - {{id: t{number}, title: Topic {number}, summary: It is number {number}.}}"
        )
        .unwrap();
    }
    yaml
}

#[test]
fn two_thousand_keys_at_once_are_two_thousand_keys() {
    let home = Home::new();
    let file = home.file("long.yaml", topics(10_000));
    let mut terminal = home.launch().argument("--roadmap").argument(file).start();
    terminal.wait_for(" 0/10000");
    terminal.send_and_wait("l", "▸○ Topic 0 ");
    let before = terminal.frames();
    terminal.send(&"j".repeat(2_000));
    terminal.wait_for("▸○ Topic 2000 ");
    let frames = terminal.frames() - before;
    assert!(frames < 500, "{frames} frames for one burst");
    terminal.send(&"k".repeat(2_000));
    terminal.wait_for("▸○ Topic 0 ");
}

#[test]
fn in_the_middle_of_an_escape_sequence_or_a_paste_signals_still_work() {
    for unterminated in ["\x1b[", "\x1b[200~abc", "\x1b[<0;1"] {
        // In one piece with a key before it, and by itself.
        for key in ["j", ""] {
            let home = Home::new();
            let mut terminal = home.launch().start();
            terminal.wait_for(" 0/79");
            terminal.send_and_wait("l ", " 1/79");
            terminal.send(&format!("{key}{unterminated}"));
            terminal.wait_until_read();
            terminal.signal(Signal::TERM);
            assert_eq!(terminal.end().signal(), Some("Terminated"));
            terminal.is_restored();
            assert_eq!(home.done(["language.javascript"]), [1]);
        }
    }
}

#[test]
fn in_the_middle_of_an_escape_sequence_the_end_of_the_terminal_is_seen() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send("l ");
    terminal.wait_until_saved("1/79");
    terminal.close_and_wait("j\x1b[200~abc");
    assert_eq!(home.done(["language.javascript"]), [1]);
}

#[test]
fn a_paste_on_the_roadmap_does_nothing() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l", "space done");
    terminal.send("\x1b[200~ ix q\nG\x03\x1b[201~");
    let frame = terminal.send_and_wait("j", "▸○ Java ");
    assert!(frame.contains(" 0/79"), "{frame}");
    assert!(frame.contains(" ○ JavaScript"), "{frame}");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!home.journal("backend").exists());
}

#[test]
fn a_key_that_means_nothing_draws_nothing() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let first = terminal.wait_for(" 0/79");
    let before = terminal.frames();
    for round in 1..=20 {
        // Another byte between the two would be another frame.
        terminal.send("~");
        let (key, row) = if round % 2 == 1 {
            ("j", "▸○  2")
        } else {
            ("k", "▸○  1")
        };
        terminal.send_and_wait(key, row);
        assert_eq!(terminal.frames(), before + round);
    }
    assert_eq!(terminal.text(), first);
}

#[test]
fn a_terminal_that_was_tiny_shows_the_list_and_the_selection_again() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("hhgjljj", "▸○ Arrays");
    let before = terminal.text();
    for (columns, rows, shown) in [
        (10, 3, "needs 20x5"),
        (1, 1, "…"),
        (20, 5, "▸○ Arrays"),
        (200, 60, "▸○ Arrays"),
    ] {
        terminal.resize(columns, rows);
        let frame = terminal.wait_for(shown);
        assert!(frame.lines().count() <= usize::from(rows), "{frame}");
    }
    terminal.resize(80, 24);
    terminal.wait_until("the same screen again", |frame| frame == before);
}

#[test]
fn while_the_terminal_is_too_small_to_draw_on_keys_do_nothing_but_leave() {
    let home = Home::new();
    let mut terminal = home.launch().size(19, 4).start();
    terminal.wait_for("needs 20x5");
    terminal.send("l ixu?");
    terminal.wait_until_read();
    terminal.resize(80, 24);
    let frame = terminal.wait_for(" 0/79");
    assert!(frame.contains("▸○  1 Programming language"), "{frame}");
    terminal.send_and_wait("l", "space done");
    terminal.resize(1, 1);
    terminal.wait_for("…");
    terminal.send(" q");
    assert!(terminal.end().success());
    terminal.is_restored();
    assert!(!home.journal("backend").exists());
}
