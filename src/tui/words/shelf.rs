//! The words of the roadmaps that can be opened, and of their files.

use std::path::Path;

use crate::plain::clean;
use crate::tui::shelf::{Seen, Source, Volume};
use crate::tui::words::{changes, counted};

/// Title of the list.
pub const TITLE: &str = "Open a roadmap";
/// The name of the built-in roadmap while it is not known yet.
pub const BUILTIN: &str = "The built-in roadmap";
/// Beside the one that is open.
pub const OPEN: &str = "open";
/// Beside one that is still looked at.
pub const LOOKING: &str = "looking";
/// Beside one that is being opened.
pub const OPENING: &str = "opening";
/// Beside one that cannot be read.
pub const UNREADABLE: &str = "cannot be read";
/// Where the built-in roadmap comes from.
pub const CARRIED: &str = "It comes with the program.";
/// Why the one that is open cannot be dropped, nor what is always there.
pub const STAYS: &str =
    "Only a file that was opened before and cannot be read now can be dropped from this list.";
/// Why the built-in roadmap cannot be opened.
pub const DAMAGED: &str = "the built-in roadmap is damaged: install roadmap-tui again";
/// Why nothing can be opened.
pub const NOT_LOOKED_AT: &str = "It is still being looked at: press again in a moment.";

/// What stands beside one with problems.
#[must_use]
pub fn problems(count: usize) -> String {
    counted(count, "problem", "problems")
}

/// A file, by its full name.
#[must_use]
pub fn file(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// A file, by the end of its name.
#[must_use]
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    clean(&name.to_string_lossy()).into_owned()
}

/// Where a roadmap comes from.
#[must_use]
pub fn place(source: &Source) -> String {
    match source {
        Source::Builtin => CARRIED.to_owned(),
        Source::File(path) => file(path),
    }
}

/// What more is said of a roadmap below the list; may be nothing.
#[must_use]
pub fn remark(volume: &Volume, twin: Option<&str>) -> String {
    match (&volume.seen, twin) {
        (Some(Seen::Bad { first, .. }), _) => first.clone(),
        (Some(Seen::Unreadable(reason)), _) if volume.is_recent => {
            format!("{reason}; \u{e}drop\u{f} drops it from this list")
        }
        (Some(Seen::Unreadable(reason)), _) => reason.clone(),
        (Some(Seen::Good { .. }), Some(twin)) => {
            format!("It has the id of {twin}: the two share one progress.")
        }
        (Some(Seen::Good { .. }), None) | (None, _) => String::new(),
    }
}

/// How another roadmap comes into the list.
#[must_use]
pub fn alone(folder: &Path) -> String {
    format!("Your own: in {}, or with --roadmap FILE.", file(folder))
}

/// Why one that cannot be read cannot be opened.
#[must_use]
pub fn unreadable(source: &Source, reason: &str) -> String {
    match source {
        Source::Builtin => reason.to_owned(),
        Source::File(path) => format!("{}: {reason}", file(path)),
    }
}

/// Why one with problems cannot be opened.
#[must_use]
pub fn cannot_open(path: &Path, problems: usize, first: &str) -> String {
    let more = match problems {
        0 | 1 => String::new(),
        2 => " and one more".to_owned(),
        many => format!(" and {} more", many - 1),
    };
    format!("{}:{first}{more}", file(path))
}

/// Says that another roadmap is open.
#[must_use]
pub fn opened(title: &str) -> String {
    format!("{title} is open; the next start opens it, too.")
}

/// Why another roadmap cannot be opened yet.
#[must_use]
pub fn not_before_saved(count: usize) -> String {
    format!(
        "{} not saved yet: another roadmap can be opened once that is done.",
        changes(count)
    )
}

/// Why another roadmap cannot be opened although nothing is wrong with it.
#[must_use]
pub fn cannot_switch(reason: &str) -> String {
    format!("The system does not let another roadmap be opened now ({reason}): this one stays.")
}

/// Says that the roadmap's file was edited and is shown as it is now, and whether that closed a
/// question.
#[must_use]
pub fn reloaded(title: &str, is_closed: bool) -> String {
    let closed = if is_closed {
        " The question is closed: a topic of it is gone."
    } else {
        ""
    };
    format!("{title} was edited: this is how it is now.{closed}")
}

/// Says that an edited file has another id, and what to do about it.
#[must_use]
pub fn other_id(id: &str, key: Option<&str>) -> String {
    let open = key.map_or_else(String::new, |key| format!(" with {key}"));
    format!("The file has the id {id} now, so other progress: open it again{open}.")
}

/// Says what is wrong with an edited file.
#[must_use]
pub fn bad(file: &str, first: &str) -> String {
    let name = file_name(Path::new(file));
    format!("{name}:{first}; the last good version stays, `roadmap-tui check {file}` shows all")
}

/// Says that the roadmap's file is not there any more.
#[must_use]
pub fn gone(reason: &str) -> String {
    format!("{reason}. What was in it stays open; nothing is lost.")
}

/// Says that nothing is wrong with the file any more.
pub const WELL: &str = "The roadmap's file is as it was before.";
