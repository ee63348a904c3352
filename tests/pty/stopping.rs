//! Ctrl-z, and back again.

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{Home, PROGRAM, Terminal};

#[test]
fn without_a_shell_ctrl_z_says_why_it_cannot_stop() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("\x1a", "There is no shell to go back to: q quits.");
    terminal.send_and_wait("l ", " 1/79");
}

/// The program as a job of a shell, with a topic ticked.
fn job(home: &Home) -> Terminal {
    let mut terminal = home
        .launch_shell("sh")
        .argument("-i")
        .variable("PS1", "ready> ")
        .start();
    terminal.wait_for("ready>");
    // The shell gives its number to the program that it becomes.
    terminal.send(&format!("sh -c 'echo $$ >number; exec {PROGRAM}'\n"));
    terminal.wait_for(" 0/79");
    terminal.send("jl j");
    terminal.wait_until_saved("1/79");
    terminal.wait_for("▸○ Functions ");
    terminal
}

/// Waits until the shell has the terminal, and then brings the program back.
#[track_caller]
fn comes_back_whole(mut terminal: Terminal, frame: &str) {
    terminal.wait_until("the shell", |screen| {
        screen.contains("Stopped") && screen.trim_end().ends_with("ready>")
    });
    terminal.is_restored();
    terminal.send("fg\n");
    terminal.wait_until("the same screen again", |again| again == frame);
    assert!(!terminal.has_settings_of_before());
    terminal.send_and_wait(" ", "✓ Functions ");
    terminal.send("q");
    terminal.wait_until("the shell", |screen| {
        screen.trim_end().ends_with("ready>") && !screen.contains("/79")
    });
    terminal.send("exit\n");
    assert!(terminal.end().success());
    terminal.is_restored();
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_shows_everything_again() {
    let home = Home::new();
    let mut terminal = job(&home);
    let frame = terminal.text();
    terminal.send("\x1a");
    comes_back_whole(terminal, &frame);
}

#[test]
fn a_stop_from_outside_is_as_good_as_ctrl_z() {
    let home = Home::new();
    let terminal = job(&home);
    let frame = terminal.text();
    let number = std::fs::read_to_string(home.path().join("number")).unwrap();
    let program = Pid::from_raw(number.trim().parse().unwrap()).unwrap();
    kill_process(program, Signal::TSTP).unwrap();
    comes_back_whole(terminal, &frame);
}

#[test]
fn a_stop_in_the_middle_of_a_paste_is_heeded_and_the_paste_goes_on_after_it() {
    let home = Home::new();
    let mut terminal = job(&home);
    let frame = terminal.text();
    terminal.send("\x1b[200~ x");
    terminal.wait_until_read();
    let number = std::fs::read_to_string(home.path().join("number")).unwrap();
    let program = Pid::from_raw(number.trim().parse().unwrap()).unwrap();
    kill_process(program, Signal::TSTP).unwrap();
    terminal.wait_until("the shell", |screen| {
        screen.contains("Stopped") && screen.trim_end().ends_with("ready>")
    });
    terminal.is_restored();
    terminal.send("fg\n");
    terminal.wait_until("the same screen again", |again| again == frame);
    terminal.send("u x\x1b[201~");
    terminal.send_and_wait(" ", "✓ Functions ");
}

#[test]
fn quitting_right_after_coming_back_leaves_the_terminal_to_the_shell() {
    let home = Home::new();
    let mut terminal = job(&home);
    // Both are read before the program stops: it ends without another frame.
    terminal.send("\x1aq");
    terminal.wait_until("the shell", |screen| screen.trim_end().ends_with("ready>"));
    terminal.send("fg\n");
    terminal.wait_until("the shell", |screen| {
        screen.matches("ready>").count() > 2 && screen.trim_end().ends_with("ready>")
    });
    terminal.send("exit\n");
    assert!(terminal.end().success());
    terminal.is_restored();
}

#[test]
fn a_terminal_without_a_size_is_left_as_it_was() {
    let home = Home::new();
    let mut terminal = home.launch().size(0, 0).start();
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
}
