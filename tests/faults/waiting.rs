//! A disk that takes its time, and another program that holds the journal and hangs.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::machine::{can_inject, can_run};
use crate::support::{Home, Launch, PROGRAM, Terminal, eventually};

/// The program on a disk that takes a while for every sync, and what counts the syncs that are over.
fn on_slow_disk(home: &Home, milliseconds: u32) -> (Terminal, impl Fn() -> usize) {
    let log = home.path().join("log");
    let delay = format!("inject=fdatasync:delay_enter={milliseconds}000");
    let words = [
        "-f",
        "-qq",
        "-o",
        "log",
        "-e",
        "trace=fdatasync",
        "-e",
        &delay,
    ];
    let launch = home.launch_shell("strace");
    let launch = words.into_iter().fold(launch, Launch::argument);
    let synced = move || {
        let log = fs::read_to_string(&log).unwrap_or_default();
        log.matches("(DELAYED)").count()
    };
    (launch.argument(PROGRAM).start(), synced)
}

#[test]
fn keys_are_answered_while_a_slow_disk_is_waited_for() {
    if !can_inject() {
        return;
    }
    let home = Home::new();
    let (mut terminal, synced) = on_slow_disk(&home, 2000);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("hhgjlg", "▸○ Variables");
    terminal.send_and_wait(" ", "▸✓ Variables");
    terminal.send_and_wait("j", "▸○ Functions");
    let frame = terminal.send_and_wait(" ", "▸✓ Functions");
    terminal.send_and_wait("?", "On the roadmap");
    assert_eq!(synced(), 0, "nothing is on the disk so far");
    assert!(
        frame.contains("saving") && frame.contains(" 2/79"),
        "{frame}"
    );
    terminal.send("\x1b");
    let frame = terminal.wait_until_saved("2/79");
    assert_eq!(synced(), 2, "shown as saved before it was\n{frame}");
    // Nor was either of the two before.
    for frame in terminal.all_frames() {
        let is_all = frame.contains(" 0/79") || frame.contains(" 2/79");
        let is_hidden = !frame.contains("/79");
        assert!(is_all || is_hidden || frame.contains("saving"), "{frame}");
    }
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_journal_replaced_while_a_slow_disk_is_waited_for_gets_the_tick() {
    if !can_inject() {
        return;
    }
    // On a busy machine the sync may be over before the file is replaced: that says nothing.
    let was_in_time = (0..5).any(|_| replaced_during_a_sync());
    assert!(was_in_time, "the sync was over too soon, five times");
}

/// Replaces the journal while a tick is on its way to the disk; false where it was there already.
fn replaced_during_a_sync() -> bool {
    let topics = ["fundamentals.variables", "web.dns"];
    let home = Home::new();
    let (mut terminal, synced) = on_slow_disk(&home, 2000);
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("gjlg", "▸○ Variables");
    let theirs = "- {at: \"2026-11-21T09:00:00Z\", topic: web.dns, status: done}\n";
    let new = home.file("new.yaml", theirs);
    terminal.send(" ");
    eventually("the tick in the file", || {
        (home.done(topics) == [1, 0]).then_some(())
    });
    fs::rename(new, home.journal("backend")).unwrap();
    let in_time = synced() == 0;
    // It is not saved while it is only in the file that is gone.
    let frame = terminal.wait_until("the tick, saved", |frame| {
        frame.contains("✓ Variables") && !frame.contains("saving")
    });
    assert!(!in_time || home.done(topics)[0] == 1, "{frame}");
    terminal.wait_until_saved("2/79");
    assert_eq!(home.done(topics), [1, 1]);
    in_time
}

/// A program that holds the lock of a file and does not react.
struct Holder(Child);

impl Holder {
    fn hold(home: &Home) -> Self {
        let journal = home.journal("backend");
        home.file(journal.to_str().unwrap(), "");
        let mut command = Command::new("flock");
        command
            .arg("--no-fork")
            .arg(&journal)
            .args(["sleep", "600"]);
        let this = Self(command.stdin(Stdio::null()).spawn().unwrap());
        let file = File::open(&journal).unwrap();
        eventually("the lock to be held", || {
            let is_held = file.try_lock().is_err();
            if !is_held {
                file.unlock().unwrap();
            }
            is_held.then_some(())
        });
        let process = Pid::from_raw(this.0.id().cast_signed()).unwrap();
        kill_process(process, Signal::STOP).unwrap();
        this
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A window in which a topic is ticked, which cannot be saved for now.
fn window(home: &Home, to_topic: &str, topic: &str) -> Terminal {
    let mut window = home.launch().size(200, 24).start();
    window.wait_for(" 0/79");
    window.send_and_wait(to_topic, &format!("▸○ {topic}"));
    window.send_and_wait(" ", &format!("▸✓ {topic}"));
    window
}

#[test]
fn windows_that_wait_for_a_program_that_hangs_say_so_stay_usable_and_save_at_last() {
    if !can_run(&["flock", "--version"]) {
        return;
    }
    let home = Home::new();
    let holder = Holder::hold(&home);
    let mut left = window(&home, "hhgjlg", "Variables");
    let mut right = window(&home, "hhgjlgj", "Functions");
    let mut third = window(&home, "hhgjlgjj", "Arrays");
    for window in [&mut left, &mut right, &mut third] {
        let frame = window.wait_for("1 change not saved yet: another program holds the journal");
        assert!(frame.contains(": close it, or wait"), "{frame}");
        assert!(!frame.contains("saving"), "{frame}");
        window.send_and_wait("h", "▸◐  2 ");
        window.send_and_wait("q", "1 change not saved. Quit again to leave");
    }
    for window in [&mut left, &mut right] {
        window.send_and_wait("j", "1 change not saved yet: ");
    }
    third.send("q");
    assert_eq!(third.end().exit_code(), 1);
    let said = third.text();
    assert!(said.contains("Nothing is lost: "), "{said}");
    assert_eq!(fs::read(home.journal("backend")).unwrap(), b"");

    drop(holder);
    for window in [&mut left, &mut right] {
        window.wait_until("no trouble", |frame| !frame.contains("not saved"));
    }
    for window in [&mut left, &mut right] {
        window.send("\x1b[I");
        window.wait_until_saved("2/79");
        window.send("q");
        assert!(window.end().success());
    }
    let topics = ["variables", "functions", "arrays"].map(|id| format!("fundamentals.{id}"));
    let topics = topics.each_ref().map(String::as_str);
    assert_eq!(home.done(topics), [1, 1, 0]);
    // What the third could not save stands beside the journal, and joins it now.
    let mut next = home.launch().size(200, 24).start();
    next.wait_until_saved("3/79");
    next.send("q");
    assert!(next.end().success());
    assert_eq!(home.done(topics), [1, 1, 1]);
}
