//! The words of the path screen.

use crate::insight::Count;
use crate::roadmap::{Path, Section, Stage};

/// Why nothing is done in the list.
pub const SELECT_IN_THE_TEXT: &str =
    "That belongs to a topic: go in with \u{e}in\u{f} and select one in the text.";
/// Heading over the courses.
pub const COURSES: &str = "Courses";
/// Beside the path that is followed.
pub const FOLLOWED: &str = "followed";
/// What is followed when none is.
pub const NO_PATH: &str = "no path";
/// What the text of a path says while it is followed.
pub const YOU_FOLLOW: &str =
    "You follow this path: what is next goes by its order. \u{e}follow\u{f} ends that.";
/// What the text of a path says while it is not followed.
pub const TO_FOLLOW: &str =
    "\u{e}follow\u{f} follows this path: what is next then goes by its order.";
/// Heading over the stages of a path.
pub const STAGES: &str = "Stages, and the steps they draw on";
/// Heading over the steps that no stage draws on.
pub const OUTSIDE: &str = "Steps outside this path";
/// Heading over what a stage covers of the roadmap one by one.
pub const COVERS: &str = "It covers";
/// Heading over the topics of a stage or a course itself.
pub const OWN_TOPICS: &str = "Its own topics";
/// Heading over what a course helps in.
pub const VALUABLE: &str = "It is valuable during";
/// Says of a course that it stands beside the roadmap.
pub const BESIDE: &str = "Its topics stand beside the roadmap and are not in its total.";
/// Why nothing can be ticked in the list.
pub const TICK_IN_THE_TEXT: &str =
    "Press \u{e}in\u{f} to go to the topics: they are what is marked.";
/// Why a course cannot be followed.
pub const NOT_A_PATH: &str = "A course is not followed: select a path or one of its stages.";
/// What stands in place of the paths where there is none.
pub const NO_PATHS: &str = "No path: `paths:` adds one";
/// What stands in place of the courses where there is none.
pub const NO_COURSES: &str = "No course: `courses:` adds one";
/// What stands in place of everything.
pub const NOTHING: &str =
    "This roadmap has no path and no course: its file adds them under `paths:` and `courses:`.";

/// The name of a path in narrow places.
#[must_use]
pub fn name(path: &Path) -> &str {
    path.short.as_deref().unwrap_or(&path.title)
}

/// A stage with its number, as wide as that of the last.
#[must_use]
pub fn stage(path: &Path, number: usize, stage: &Stage) -> String {
    let digits = path.stages.len().to_string().len();
    format!("{:>digits$} {}", number + 1, stage.title)
}

/// A step with its number.
#[must_use]
pub fn step(number: usize, step: &Section) -> String {
    format!("{} {}", number + 1, step.short_title())
}

/// A section that is covered, with what it comes to.
#[must_use]
pub fn covered(title: &str, count: Count) -> String {
    format!("{title} {count}")
}

/// Says how many topics are left out of a long list.
#[must_use]
pub fn more(count: usize) -> String {
    format!("and {count} more: see the roadmap")
}
