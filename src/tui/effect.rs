//! What is done outside of the model.

pub mod browser;
pub mod editor;

use std::path::PathBuf;

use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};

use super::shelf::Source;
use super::terminal;
use crate::progress::Entry;

/// Work that `update` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Puts the entries of one deed on the disk.
    Save(Vec<Entry>),
    /// Has a note written in the learner's own editor.
    Edit {
        /// The full id of the topic.
        topic: String,
        /// What the editor begins with.
        text: String,
    },
    /// Keeps a note that is too long for the journal in a file of its own.
    KeepBeside {
        /// The full id of the topic.
        topic: String,
        /// The note.
        text: String,
    },
    /// Opens an address in the browser.
    Open(String),
    /// Asks the terminal to keep an address in the clipboard.
    Copy(String),
    /// Looks at all roadmaps that can be opened.
    LookAtRoadmaps,
    /// Reads another roadmap, which is to be opened in place of this one.
    OpenRoadmap(Source),
    /// Shows the roadmap that was read in place of this one.
    SwitchTo(Source),
    /// Forgets that a roadmap file was ever opened.
    ForgetRoadmap(PathBuf),
    /// Gives the terminal back to the shell until the program is brought to the front again.
    Suspend,
    /// Ends the program.
    Quit,
}

/// Whether there is a shell to go back to: a program that leads its session was started without one,
/// and nobody could wake it again.
#[must_use]
pub fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the whole job, as the terminal does for ctrl-z, and returns when it goes on.
pub fn suspend() {
    terminal::leave();
    // All of the job: a `cargo run` in front of this process would otherwise keep the terminal.
    let _ = kill_current_process_group(Signal::STOP);
}

/// Stops this process and returns when it goes on.
pub fn stop() {
    terminal::leave();
    let _ = kill_process(getpid(), Signal::STOP);
}
