//! Every sentence and label that the screens show.

pub mod choice;
pub mod config;
pub mod deed;
pub mod filter;
pub mod guide;
pub mod insights;
mod keys;
pub mod next;
pub mod note;
pub mod palette;
pub mod path;
pub mod projects;
pub mod range;
pub mod search;
pub mod shelf;
mod stands;
pub mod theme;
pub mod topic;
pub mod welcome;

pub use keys::with_keys;

use jiff::civil::Date;

use super::layout::SMALLEST;
use super::overlay::ask::About;
use super::theme::Look;
use crate::insight::Count;
use crate::progress::{Standing, Status};
use crate::roadmap::Level;

/// Title of the left pane.
pub const STEPS: &str = "Steps";
/// Shown where a pane has more text than fits.
pub const MORE_BELOW: &str = "more below";
/// Shown while a change is on its way to the disk.
pub const SAVING: &str = "saving";
/// Heading over a project's brief.
pub const WHAT_TO_BUILD: &str = "What to build";
/// Heading over a project's checklist.
pub const COMPLETE_WITH: &str = "It is complete with";
/// Heading over the topics that a project practises.
pub const PRACTISES: &str = "It practises";
/// Heading over a topic's self-check questions.
pub const YOU_KNOW_IT_WHEN: &str = "You know it when you can answer";
/// Heading over a topic's links.
pub const LINKS: &str = "Links";
/// Says what the mark of an extra topic means.
pub const BEYOND: &str = "+ goes beyond the roadmap's source";
/// Why nothing can be ticked.
pub const NO_TOPIC_HERE: &str = "There is no topic here to mark.";
/// Why enter does nothing.
pub const NOTHING_FURTHER_IN: &str = "This is as far in as it goes: \u{e}out\u{f} goes back out.";
/// Why esc does nothing.
pub const NOTHING_FURTHER_OUT: &str = "This is as far out as it goes: \u{e}quit\u{f} quits.";
/// Why undo does nothing.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
/// Why redo does nothing.
pub const NOTHING_TO_REDO: &str = "There is nothing to redo.";
/// What is said of a topic that the roadmap no longer has.
pub const NOT_IN_THIS_ROADMAP: &str = "no part of this roadmap any more";
/// Why ctrl-z does nothing.
pub const NO_SHELL: &str = "There is no shell to go back to: \u{e}quit\u{f} quits.";
/// Why backspace does nothing.
pub const NO_WAY_BACK: &str = "There was no jump to go back from.";
/// Why `n` does nothing.
pub const NOTHING_NEXT: &str = "Nothing is open: there is no next.";
/// Agrees to what is asked.
pub const YES: &str = "Yes";
/// Does not.
pub const NO: &str = "No";
/// Title of the help.
pub const HELP: &str = "Keys";
/// Where the search of the help is typed.
pub const HELP_SEARCH: &str = "Search: ";
/// Heading over what the mouse does.
pub const WITH_THE_MOUSE: &str = "With the mouse";
/// What the mouse does.
pub const MOUSE: &[&str] = &[
    "A click selects, another goes in; on a status it ticks, on a screen's name shows it.",
    "The wheel goes through the list or the text below the pointer.",
    "To select text with the mouse, hold shift (on macOS option) while you drag.",
];
/// Shown where the help's search finds nothing.
pub const HELP_NOTHING: &str = "No key does that. \u{e}clear-text\u{f} empties the search.";

/// What the demo says first.
pub const DEMO: &str =
    "A demo on made-up progress: try every key, nothing is kept. \u{e}quit\u{f} ends it.";

/// The title of a roadmap in the demo.
#[must_use]
pub fn demo_title(title: &str) -> String {
    format!("Demo, not kept: {title}")
}

/// Says that the screen is too small.
#[must_use]
pub fn too_small() -> String {
    let (width, height) = SMALLEST;
    format!("needs {width}x{height}")
}

/// A day, short: without the year in the year of `today`.
#[must_use]
pub fn day(day: Date, today: Date) -> String {
    let format = if day.year() == today.year() {
        "%-d %b"
    } else {
        "%-d %b %Y"
    };
    day.strftime(format).to_string()
}

/// A status with its day.
#[must_use]
pub fn topic_state(standing: Standing, today: Date) -> String {
    let day = |word: &str, since: &str| {
        standing.since.map_or_else(
            || word.to_owned(),
            |at| format!("{word} {since}{}", day(at.day(), today)),
        )
    };
    match standing.status {
        Status::Todo => "to do".to_owned(),
        Status::Learning => day("learning", "since "),
        Status::Done => day("done", "on "),
        Status::Skipped => day("skipped", "on "),
    }
}

/// How much of a step is done.
#[must_use]
pub fn step_state(count: Count) -> String {
    if count.total == 0 {
        return "nothing to count".to_owned();
    }
    format!("{} of {} done", count.done, count.total)
}

/// What a choice asks for, and how much of it is done.
#[must_use]
pub fn pick_and_count(pick: Option<usize>, count: Count, look: &Look) -> String {
    match pick {
        Some(pick) => format!("pick {pick} {} {count}", look.glyphs.dot),
        None => count.to_string(),
    }
}

/// A title with the mark of what goes beyond the roadmap's source.
#[must_use]
pub fn with_extra(title: &str, extra: bool, look: &Look) -> String {
    if extra {
        format!("{title} {}", look.glyphs.extra)
    } else {
        title.to_owned()
    }
}

/// What stands at the right end of a topic's row: whether it has a note, and a remark.
#[must_use]
pub fn with_note(has_note: bool, remark: &str, look: &Look) -> String {
    match (has_note, remark) {
        (false, remark) => remark.to_owned(),
        (true, "") => look.glyphs.note.to_owned(),
        (true, remark) => format!("{} {remark}", look.glyphs.note),
    }
}

/// The heading over a note, with the mark that topics with a note have in lists.
#[must_use]
pub fn marked_note(look: &Look) -> String {
    format!("{} {}", look.glyphs.note, projects::NOTE)
}

/// The heading over the projects of a level.
#[must_use]
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Beginner => "Beginner Projects",
        Level::Intermediate => "Intermediate Projects",
        Level::Advanced => "Advanced Projects",
    }
}

/// Says what is wrong with an address.
#[must_use]
pub fn bad_address(problem: &str) -> String {
    format!("This {problem}: expected one such as https://example.org/me/project")
}

/// Says how a question is answered.
#[must_use]
pub const fn asked(about: About) -> &'static str {
    match about {
        About::Repository => "The address of its code; an empty line takes it away.",
        About::Search => "Words to look for; an empty line shows everything.",
    }
}

/// Names entries in a sentence.
#[must_use]
pub fn changes(count: usize) -> String {
    counted(count, "change", "changes")
}

/// A number with its noun.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// Says that the journal cannot be read or written, for as long as that is so.
#[must_use]
pub fn trouble(waiting: usize, reason: &str) -> String {
    match waiting {
        0 => reason.to_owned(),
        waiting => format!("{} not saved yet: {reason}", changes(waiting)),
    }
}

/// Asks before leaving with unsaved changes.
#[must_use]
pub fn leave_unsaved(waiting: usize) -> String {
    let they_are = if waiting == 1 { "it is" } else { "they are" };
    format!(
        "{} not saved. Quit again to leave; {they_are} then kept elsewhere.",
        changes(waiting)
    )
}

/// Says after the program has ended where entries are that the journal could not take.
#[must_use]
pub fn kept_beside(count: usize, file: &str) -> String {
    format!(
        "{} could not be saved in your journal. Nothing is lost: {file} has what is missing, and the \
         next start adds it.",
        changes(count)
    )
}

/// Comes before the entries that could not be saved, after the program has ended.
#[must_use]
pub fn printed_unsaved(count: usize) -> String {
    format!(
        "{} could not be saved. Add the following to your journal to keep what you did:",
        changes(count)
    )
}

/// Says that the roadmap of last time cannot be opened; it is tried again on the next start.
#[must_use]
pub fn last_roadmap_is_gone(file: &str) -> String {
    format!(
        "{file} cannot be opened now (`roadmap-tui check` says why): this is the built-in roadmap."
    )
}

/// Says that other versions of the journal were found and taken in.
#[must_use]
pub fn found(entries: usize, copies: &[String]) -> String {
    let entries = changes(entries);
    match copies {
        [copy] => format!("{entries} from {copy} joined your journal; you may delete that file."),
        copies => format!(
            "{entries} from {} joined your journal; you may delete those files.",
            copies.join(", ")
        ),
    }
}

/// Says that there is no backup of this day.
#[must_use]
pub fn no_backup(reason: &str) -> String {
    format!("Your changes are saved, but no backup could be made: {reason}")
}

/// Says that lines of the journal could not be read.
#[must_use]
pub fn unreadable(lines: &[usize]) -> String {
    match lines {
        [line] => format!("Line {line} of your journal cannot be read; it stays as it is."),
        [line, rest @ ..] => format!(
            "{} lines of your journal cannot be read, the first is line {line}; they stay as they are.",
            rest.len() + 1
        ),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_names_its_year_only_when_it_is_another() {
        let today = date(2026, 11, 23);
        assert_eq!(day(date(2026, 2, 3), today), "3 Feb");
        assert_eq!(day(date(2025, 12, 31), today), "31 Dec 2025");
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(changes(1), "1 change");
        assert_eq!(changes(2), "2 changes");
        assert_eq!(
            unreadable(&[7]),
            "Line 7 of your journal cannot be read; it stays as it is."
        );
        assert!(
            unreadable(&[7, 9])
                .starts_with("2 lines of your journal cannot be read, the first is line 7")
        );
    }
}
