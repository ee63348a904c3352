//! The end of the terminal, quick and without a busy wait; and no work while there is none.

use std::fs;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal};

use crate::support::{Home, PROGRAM, Terminal, eventually, gone_terminal, output, skipped};

/// How often the threads of a process were given a processor.
fn turns(process: Pid) -> u64 {
    let folder = format!("/proc/{}/task", process.as_raw_nonzero());
    let threads = fs::read_dir(folder).unwrap();
    let turns = threads.map(|thread| {
        let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
        let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
        let numbers = lines.map(|line| line.split_whitespace().last().unwrap().parse::<u64>());
        numbers.map(Result::unwrap).sum::<u64>()
    });
    turns.sum()
}

#[test]
fn a_program_that_nobody_uses_does_not_run() {
    if !fs::exists("/proc/self/task").unwrap() {
        skipped("this system does not tell how often a process runs");
        return;
    }
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    for keys in ["l ", "?", "\x1b[200~abc"] {
        terminal.send(keys);
        terminal.wait_until_read();
        // Once it has done what the keys ask for, there is a while in which it sleeps.
        eventually("a while without a turn", || {
            let before = turns(terminal.process());
            thread::sleep(Duration::from_millis(300));
            (turns(terminal.process()) == before).then_some(())
        });
    }
}

/// The program in a shell that goes on without a terminal and then writes down how long its
/// children kept a processor busy.
fn timed(home: &Home, trap: &str, before: &[&str]) -> Terminal {
    let script = format!("{trap}{PROGRAM}; times >times.new; mv times.new times");
    let (first, rest) = before.split_first().unwrap();
    let mut launch = home.launch_shell(first);
    for word in rest {
        launch = launch.argument(word);
    }
    let mut terminal = launch.argument("-c").argument(script).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l", "space done");
    terminal
}

/// The seconds of processor time that the shell wrote down.
#[track_caller]
fn seconds(home: &Home) -> f64 {
    let times = eventually("the end of the program", || {
        fs::read_to_string(home.path().join("times")).ok()
    });
    // The second line is about the children: `0m0.004000s 0m0.002000s`.
    let children = times.lines().nth(1).unwrap();
    let seconds = children.split_whitespace().map(|time| {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').unwrap();
        minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap()
    });
    seconds.sum()
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_without_a_busy_wait() {
    // With a hang-up that all have learnt to ignore, and without one.
    for (trap, before) in [
        ("trap '' HUP; ", &["sh"][..]),
        ("", &["setsid", "--wait", "sh"]),
    ] {
        for keys in [" ", "j\x1b[", "j\x1b[200~abc"] {
            let home = Home::new();
            let mut terminal = timed(&home, trap, before);
            terminal.close(keys);
            let spent = seconds(&home);
            assert!(spent < 2.0, "{spent} s of processor time: {before:?}");
            let done = home.done(["language.javascript"]);
            assert_eq!(done, [usize::from(keys == " ")], "{before:?} {keys:?}");
        }
    }
}

#[test]
fn a_terminal_that_nobody_reads_loses_no_tick() {
    for signal in [None, Some(Signal::TERM), Some(Signal::HUP)] {
        let home = Home::new();
        let mut terminal = home.launch().size(200, 60).start();
        terminal.wait_for(" 0/79");
        terminal.send_and_wait("l", "space done");
        terminal.stop_reading(" ");
        let mut columns = (100..200).cycle();
        eventually("a terminal that takes no more", || {
            // Each size is a frame of some ten thousand bytes.
            terminal.resize(columns.next().unwrap(), 60);
            terminal.is_full().then_some(())
        });
        eventually("the tick on the disk", || {
            (home.done(["language.javascript"]) == [1]).then_some(())
        });
        if let Some(signal) = signal {
            terminal.signal(signal);
        }
        terminal.close_unread();
        terminal.end_of_process();
        assert_eq!(home.done(["language.javascript"]), [1]);
    }
}

#[test]
fn without_a_keyboard_or_a_screen_the_program_says_so() {
    let home = Home::fresh();
    let refused = |terminal: Terminal| {
        let mut terminal = terminal;
        let status = terminal.end();
        assert_eq!((status.exit_code(), status.signal()), (1, None));
        assert!(terminal.has_settings_of_before());
        let raw = terminal.raw();
        assert!(!raw.contains(&0x1b), "an escape sequence");
        String::from_utf8(raw).unwrap()
    };
    for redirection in ["</dev/null", "<file", "<&-", ">file", ">/dev/null", ">&-"] {
        home.file("file", "q");
        let shell = home.launch_shell("sh").argument("-c");
        let said = refused(shell.argument(format!("{PROGRAM} {redirection}")).start());
        assert!(said.starts_with("roadmap-tui: this program draws on a terminal"));
        assert_eq!(said.lines().count(), 1, "{redirection}: {said}");
    }
    for pipe in [format!("echo q | {PROGRAM}"), format!("{PROGRAM} | true")] {
        // Of a pipe the shell gives the status of the last.
        let shell = home.launch_shell("sh").argument("-c");
        let mut terminal = shell.argument(&pipe).start();
        terminal.end();
        let said = String::from_utf8(terminal.raw()).unwrap();
        assert!(said.starts_with("roadmap-tui: this program draws on a terminal"));
        assert_eq!(said.lines().count(), 1, "{pipe}: {said}");
    }
    assert!(!home.path().join(".local").exists(), "nothing is written");
}

#[test]
fn a_terminal_that_is_gone_before_the_start_is_no_reason_to_panic() {
    let home = Home::new();
    let mut command = home.command(&[]);
    let output = output(command.stdin(gone_terminal()));
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("roadmap-tui: this program draws on a terminal"));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(output.stdout, []);
}
