//! What is said of a note while it is written.

use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::{day, shelf};
use crate::plain::clean;
use crate::progress::Version;

/// Says that nothing more fits.
pub const FULL: &str =
    "The note is full: what was just typed or pasted did not fit and is left out.";
/// Says that a text cannot be kept, as it is typed.
pub const TOO_LONG: &str = "The note is too long to be kept: take some of it out.";
/// Says that there is nothing to show.
pub const NO_OLDER: &str = "There is no other version of this note.";
/// Says that an editor changed nothing.
pub const UNCHANGED: &str = "The note is as it was.";

/// Where an editor is named, what counts first.
const SEE_EDITOR: &str = "see `editor` in config.yaml, else VISUAL or EDITOR.";

/// The title over a note.
#[must_use]
pub fn on(title: &str) -> String {
    format!("Note on {title}")
}

/// The title over an older version of a note: how many there are, and the how manieth it is.
#[must_use]
pub fn version(version: &Version, nth: usize, all: usize, title: &str, today: Date) -> String {
    let day = day(version.at.day(), today);
    format!("Version of {day}, {nth} of {all}: {title}")
}

/// How much more fits, once that is little.
#[must_use]
pub fn left(bytes: usize) -> String {
    format!("room for {bytes} more")
}

/// Says that what names an editor is no command.
#[must_use]
pub fn editor_is_torn(command: &str) -> String {
    format!(
        "`{}` is no command: {SEE_EDITOR} The note is as it was.",
        clean(command)
    )
}

/// Says that an editor could not be started.
#[must_use]
pub fn no_editor(program: &str, error: &io::Error) -> String {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such program".to_owned(),
        // The system's kinds are an open list.
        _ => clean(&error.to_string()).into_owned(),
    };
    format!(
        "{} could not be started: {reason}; {SEE_EDITOR}",
        clean(program)
    )
}

/// Says that an editor failed.
#[must_use]
pub fn editor_failed(program: &str, code: i32) -> String {
    format!(
        "{} ended with status {code}: the note is as it was.",
        clean(program)
    )
}

/// Says that an editor was ended by a signal.
#[must_use]
pub fn editor_killed(program: &str, signal: i32) -> String {
    format!(
        "{} was ended by signal {signal}: the note is as it was.",
        clean(program)
    )
}

/// Says that an editor did not end with the program.
#[must_use]
pub fn editor_goes_on(file: &Path) -> String {
    format!(
        "Your editor still has {} open: what you write there from now on is in that file alone.",
        shelf::file(file)
    )
}

/// Comes with a text that could be kept nowhere.
#[must_use]
pub fn printed(why: &str, text: &str) -> String {
    format!("Your note could not be kept: {why}. This is its text:\n{text}")
}

/// Says where a text is that was not kept as the note, and why.
#[must_use]
pub fn text_is_in(file: &Path, why: &str) -> String {
    format!("Your text is in {}: {why}", clean(&file.to_string_lossy()))
}
