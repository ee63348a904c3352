//! The learner's own editor, while it has the terminal.
//!
//! It runs in the job that this program is in, so the shell stops and wakes both together. What the
//! keyboard sends to the whole job, ctrl-c among it, is meant for the editor.

use std::io;
use std::path::Path;
use std::process::Command;

use rustix::event::Timespec;
use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitOptions, WaitStatus, kill_current_process_group, kill_process, waitpid,
};
use signal_hook::consts::{SIGHUP, SIGTERM, SIGTSTP};

use super::has_shell;
use crate::tui::input::Input;
use crate::tui::words;

/// How long an editor has to end once the program is to end.
const PATIENCE: Timespec = Timespec {
    tv_sec: 3,
    tv_nsec: 0,
};

/// How long an editor has to stop once the whole job is to. One that is just starting a program of
/// its own may stop only when that has begun, and that one may be stopped already.
const GRACE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 500_000_000,
};
/// Does not wait.
const AT_ONCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 0,
};

/// How it went.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The signal that asked this program to end meanwhile.
    pub signal: Option<i32>,
    /// What was wrong, in a sentence; none where the editor ended well.
    pub fault: Option<String>,
    /// Whether it goes on, although it was to end with this program: it may still write.
    pub is_running: bool,
}

/// Runs an editor, given as a shell would take it, on a file, and waits for its end.
pub fn edit(command: &str, file: &Path, input: &mut Input) -> Left {
    let fault = |fault| Left {
        fault: Some(fault),
        ..Left::default()
    };
    let Ok(split) = shell_words::split(command) else {
        return fault(words::note::editor_is_torn(command));
    };
    let Some((program, arguments)) = split.split_first() else {
        return fault(words::note::editor_is_torn(command));
    };
    let child = Command::new(program).args(arguments).arg(file).spawn();
    let child = match child {
        Ok(child) => Pid::from_child(&child),
        Err(error) => return fault(words::note::no_editor(program, &error)),
    };
    match wait(child, input) {
        Ok((status, signal)) => Left {
            signal,
            is_running: status.is_none(),
            fault: status.and_then(|status| failure(program, status)),
        },
        Err(error) => fault(words::note::no_editor(program, &error)),
    }
}

/// Says how an editor failed; none where it did not.
fn failure(program: &str, status: WaitStatus) -> Option<String> {
    match (status.exit_status(), status.terminating_signal()) {
        (Some(0), _) => None,
        (Some(code), _) => Some(words::note::editor_failed(program, code)),
        (None, signal) => Some(words::note::editor_killed(program, signal.unwrap_or(0))),
    }
}

/// Waits until the editor has ended; gives how, unless it was to and did not, and the signal that
/// this program is to end by.
fn wait(child: Pid, input: &mut Input) -> io::Result<(Option<WaitStatus>, Option<i32>)> {
    let (mut ending, mut stopping) = (None, false);
    loop {
        match waitpid(Some(child), WaitOptions::UNTRACED | WaitOptions::NOHANG) {
            Ok(Some((_, status))) if status.stopped() => {
                stop_with(child);
                stopping = false;
                // What stopped the job is over; what is to end it is not.
                ending = pass_on(&input.signals(Some(AT_ONCE))?, child).or(ending);
            }
            Ok(Some((_, status))) => {
                // What ended the editor may be meant for this program, too.
                let signals = input.signals(Some(AT_ONCE))?;
                return Ok((Some(status), ending.or_else(|| to_end_by(&signals))));
            }
            Ok(None) => {
                let patience = match (ending, stopping) {
                    (Some(_), _) => Some(PATIENCE),
                    (None, true) => Some(GRACE),
                    (None, false) => None,
                };
                let signals = input.signals(patience)?;
                if signals.is_empty() && ending.is_some() {
                    return Ok((None, ending));
                }
                if signals.is_empty() && stopping {
                    stop_with(child);
                }
                stopping = signals.contains(&SIGTSTP) || (stopping && !signals.is_empty());
                ending = pass_on(&signals, child).or(ending);
            }
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Passes on to an editor what this program is to end by; gives that signal.
fn pass_on(signals: &[i32], child: Pid) -> Option<i32> {
    let signal = to_end_by(signals)?;
    let named = Signal::from_named_raw(signal).unwrap_or(Signal::TERM);
    let _ = kill_process(child, named);
    Some(signal)
}

/// The first of some signals that this program is to end by, also while an editor has the terminal.
fn to_end_by(signals: &[i32]) -> Option<i32> {
    let ends = |signal: &i32| [SIGHUP, SIGTERM].contains(signal);
    signals.iter().copied().find(ends)
}

/// Stops the whole job, as the editor has stopped itself, and wakes the editor when it goes on.
/// Where there is no shell that could wake the job, the editor goes on at once.
fn stop_with(child: Pid) {
    if has_shell() {
        let _ = kill_current_process_group(Signal::STOP);
    }
    let _ = kill_process(child, Signal::CONT);
}
