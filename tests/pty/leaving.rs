//! However the program ends, the terminal is as before and what was ticked is kept.

use std::os::fd::OwnedFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open};

use crate::support::{DEADLINE, Home, PROGRAM, Terminal};

const TICKED: &str = "language.javascript";

/// The program with a topic just ticked, which may still be on its way to the disk.
fn ticked(home: &Home) -> Terminal {
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", " 1/79");
    terminal
}

#[test]
fn q_and_ctrl_c_give_the_terminal_back_and_keep_the_tick() {
    for key in ["q", "\x03"] {
        let home = Home::new();
        let mut terminal = ticked(&home);
        assert!(!terminal.has_settings_of_before());
        terminal.send(key);
        assert!(terminal.end().success(), "{key:?}");
        terminal.is_restored();
        assert_eq!(terminal.text().trim(), "", "nothing is left behind");
        assert_eq!(home.done([TICKED]), [1]);
    }
}

#[test]
fn a_signal_ends_the_program_which_restores_the_terminal_and_keeps_the_tick() {
    for (signal, name) in [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
    ] {
        let home = Home::new();
        let mut terminal = ticked(&home);
        terminal.signal(signal);
        let status = terminal.end();
        assert_eq!(status.signal(), Some(name));
        terminal.is_restored();
        assert_eq!(home.done([TICKED]), [1]);
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_which_keeps_the_tick() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    // Only where topics can be ticked is this key named.
    terminal.send_and_wait("l", "space done");
    let status = terminal.close_and_wait(" ");
    // The signal and the closed terminal are one thing, seen in either order.
    let by = status.signal().map(str::to_owned);
    assert!(
        status.success() || by.as_deref() == Some("Hangup"),
        "{status}"
    );
    assert_eq!(home.done([TICKED]), [1]);
}

/// The program in a session of its own, which has this terminal but is not told of its end, and
/// what shows that the program has ended.
fn without_signals(home: &Home) -> (Terminal, OwnedFd) {
    let script = format!("echo $$ >number; exec {PROGRAM}");
    let launch = home.launch_shell("setsid").argument("--wait");
    let launch = launch.argument("sh").argument("-c").argument(script);
    let mut terminal = launch.start();
    terminal.wait_for(" 0/79");
    // Only where topics can be ticked is this key named.
    terminal.send_and_wait("l", "space done");
    let number = std::fs::read_to_string(home.path().join("number")).unwrap();
    let process = Pid::from_raw(number.trim().parse().unwrap()).unwrap();
    assert_ne!(process, terminal.process());
    (terminal, pidfd_open(process, PidfdFlags::empty()).unwrap())
}

#[track_caller]
fn ends(end: &OwnedFd) {
    let patience = Timespec::try_from(DEADLINE).unwrap();
    let ended = poll(&mut [PollFd::new(end, PollFlags::IN)], Some(&patience));
    assert_eq!(ended, Ok(1), "the program goes on without a terminal");
}

#[test]
fn a_terminal_that_is_closed_without_a_signal_ends_the_program_which_keeps_the_tick() {
    let home = Home::new();
    let (mut terminal, end) = without_signals(&home);
    terminal.close(" ");
    ends(&end);
    assert_eq!(home.done([TICKED]), [1]);
}

#[test]
fn a_program_that_has_nothing_to_draw_sees_the_end_of_its_terminal_too() {
    let home = Home::new();
    let (mut terminal, end) = without_signals(&home);
    terminal.close("j");
    ends(&end);
}
