//! Storms of sizes, and sizes that no terminal should have.

use std::fs;

use rustix::process::Signal;

use crate::support::{Home, Terminal, eventually};

/// The screen at the first step, once all keys before are done with.
#[track_caller]
fn at_the_start(terminal: &mut Terminal) -> String {
    terminal.send_and_wait("hhglghh?", "Search: ");
    terminal.send("\x1b");
    terminal.wait_until("no help", |frame| !frame.contains("Search: "))
}

#[track_caller]
fn leaves_well(mut terminal: Terminal) {
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
}

#[test]
fn after_a_storm_of_sizes_and_keys_the_right_frame_stands_at_the_right_size() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send("l ");
    terminal.wait_until_saved("1/79");
    let before = at_the_start(&mut terminal);
    // From wide to nothing and back, three times.
    let steps = (0..=60).rev().chain(0..=60);
    for (number, step) in (0..366).zip(steps.cycle()) {
        terminal.resize(step * 10 / 3, step);
        terminal.send(["j", "l", "G", "\t", "k", "\x1b[6~", "h"][number % 7]);
    }
    terminal.resize(120, 40);
    terminal.wait_until_read();
    terminal.wait_for(" 1/79");
    assert_eq!(at_the_start(&mut terminal), before);
    leaves_well(terminal);
    assert_eq!(home.done(["language.javascript"]), [1]);
}

#[test]
fn a_size_that_comes_back_at_once_leaves_no_gap() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    let before = terminal.wait_for(" 0/79");
    for _ in 0..20 {
        // What a terminal cuts off as it shrinks is gone, also where the program sees the last size
        // only.
        terminal.signal(Signal::STOP);
        terminal.resize(2, 2);
        terminal.resize(120, 40);
        assert_ne!(terminal.text(), before);
        terminal.signal(Signal::CONT);
        terminal.wait_until("the same screen again", |frame| frame == before);
        terminal.resize(2, 2);
        terminal.resize(120, 40);
        terminal.wait_until("the same screen again", |frame| frame == before);
    }
}

/// The most memory that the program had, in kB; none where the system does not tell.
fn peak(terminal: &Terminal) -> Option<u64> {
    let number = terminal.process().as_raw_nonzero();
    let status = fs::read_to_string(format!("/proc/{number}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Sizes at the edges of what a terminal can say.
const ODD: [(u16, u16); 6] = [
    (0, 0),
    (1, 1),
    (1, 500),
    (500, 1),
    (500, 200),
    (u16::MAX, u16::MAX),
];

#[track_caller]
fn is_sound(mut terminal: Terminal, frame: &str) {
    terminal.resize(80, 24);
    terminal.wait_until("a frame like any other", |shown| shown == frame);
    let peak = peak(&terminal);
    assert!(peak.is_none_or(|peak| peak < 300_000), "{peak:?} kB");
    leaves_well(terminal);
}

#[test]
fn a_size_that_no_terminal_has_is_survived_at_the_start_and_later() {
    let home = Home::new();
    let mut usual = home.launch().start();
    let frame = usual.wait_for(" 0/79");
    for (columns, rows) in ODD {
        usual.resize(columns, rows);
        usual.signal(Signal::WINCH);
        is_sound(home.launch().size(columns, rows).start(), &frame);
    }
    is_sound(usual, &frame);
}

#[test]
fn a_size_that_changes_in_the_middle_of_a_sequence_or_a_paste_is_heeded() {
    for unterminated in ["\x1b[", "\x1b[200~abc", "\x1b[<0;1"] {
        let home = Home::new();
        let mut terminal = home.launch().start();
        terminal.wait_for(" 0/79");
        terminal.send(unterminated);
        terminal.wait_until_read();
        terminal.resize(120, 40);
        let frame = terminal.wait_until("the whole height", |frame| {
            frame.lines().count() == 40 && frame.ends_with("q quit")
        });
        assert!(frame.contains(" 0/79"), "{frame}");
    }
}

#[test]
fn a_program_that_was_stopped_for_a_while_draws_for_the_size_that_it_finds() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    let before = terminal.wait_for(" 0/79");
    terminal.signal(Signal::STOP);
    terminal.resize(80, 24);
    terminal.send("jl ");
    terminal.signal(Signal::CONT);
    let frame = terminal.wait_until_saved("1/79");
    assert_eq!(frame.lines().count(), 24, "{frame}");
    terminal.send_and_wait("u", "Undone");
    terminal.send("hg");
    terminal.resize(120, 40);
    terminal.wait_until("the size of before", |frame| {
        frame.lines().count() == 40 && frame.lines().nth(2) == before.lines().nth(2)
    });
    // Somebody else may have drawn meanwhile, also where nothing else has changed.
    let frames = terminal.frames();
    terminal.signal(Signal::STOP);
    terminal.signal(Signal::CONT);
    eventually("another frame", || {
        (terminal.frames() > frames).then_some(())
    });
}
