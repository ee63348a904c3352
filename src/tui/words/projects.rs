//! What the projects screen says.

use crate::insight::Suggestion;
use crate::progress::Status;
use crate::roadmap::Level;

/// Title of the list.
pub const PROJECTS: &str = "Projects";
/// The row of all projects together.
pub const PORTFOLIO: &str = "Portfolio";
/// Says that there are no projects, in a narrow list.
pub const NONE_HERE: &str = "This roadmap has no projects.";
/// Says how a file adds them, in a narrow list.
pub const ADD_ONE: &str = "`project:` on a topic adds one";
/// Says that there are no projects and how a file adds them.
pub const NO_PROJECTS: &str = "This roadmap has no projects. A file adds one by `project:` on a topic, such as `project: {level: beginner, brief: What to build}`.";
/// Says that there is no aim and how a file adds it.
pub const NO_PORTFOLIO: &str = "This roadmap says nothing of a portfolio. A file adds it by `portfolio:`, with `aim: [3, 5]` and the points that projects should `include:`.";
/// Heading over the matrix.
pub const WHAT_THEY_SHOW: &str = "What your projects show";
/// Stands in place of the matrix while there is nothing to show.
pub const NONE_BEGUN: &str = "No project is begun yet.";
/// Heading over what is lacking.
pub const LACKS: &str = "What is lacking";
/// Says that nothing is lacking.
pub const LACKS_NOTHING: &str = "Nothing: there are enough projects, and each point is shown.";
/// Heading over the project that would fill most gaps.
pub const TAKE_ON: &str = "What would fill most gaps";
/// Says that no project would fill a gap.
pub const NO_OPEN_ONE: &str =
    "No open project asks for what is lacking: add it to one that you have, and tick it there.";
/// Heading over what a portfolio demonstrates.
pub const DEMONSTRATES: &str = "What a good portfolio demonstrates";
/// Heading over the address of the learner's code.
pub const REPOSITORY: &str = "Your repository";
/// Stands in place of the address.
pub const NO_REPOSITORY: &str = "none yet: r names it";
/// Stands over the address.
pub const REPOSITORY_IS: &str = "r changes the address:";
/// Heading over the learner's note.
pub const NOTE: &str = "Your note";
/// Stands in place of the note.
pub const NO_NOTE: &str = "none yet: e writes one";
/// Why the portfolio cannot be marked.
pub const PORTFOLIO_IS_ITS_PROJECTS: &str =
    "The portfolio is done when its projects are: select one of them.";
/// Why the portfolio has no repository and no note.
pub const SELECT_A_PROJECT: &str = "That belongs to a single project: select one first.";
/// Why a point cannot be under way or skipped.
pub const POINT_IS_TICKED_OR_NOT: &str = "A point is ticked or not: \u{e}done\u{f} ticks it.";
/// Why enter does nothing on a point.
pub const SPACE_TICKS: &str = "This is as far in as it goes: \u{e}done\u{f} ticks the point.";
/// Why a practised topic cannot be marked here.
pub const MARKED_ON_THE_ROADMAP: &str =
    "A topic is marked on the roadmap: \u{e}in\u{f} goes there, \u{e}back\u{f} comes back.";
/// Why enter does not go to a topic.
pub const BESIDE_THE_STEPS: &str = "This topic belongs to no step: the roadmap cannot show it.";

/// What a question for an address is headed with.
#[must_use]
pub fn repository_of(title: &str) -> String {
    format!("Repository of {title}")
}

/// How many projects are done, of how many.
#[must_use]
pub fn of_aim(done: usize, aim: (usize, usize)) -> String {
    match aim {
        (_, high) if done > high => format!("{done} done"),
        (low, high) if low == high => format!("{done} of {low}"),
        (low, high) => format!("{done} of {low} to {high}"),
    }
}

/// How far the aim is reached.
#[must_use]
pub fn aim(done: usize, begun: usize, aim: (usize, usize)) -> String {
    let (low, high) = aim;
    if done > high {
        let enough = if low == high {
            high.to_string()
        } else {
            format!("{low} to {high}")
        };
        return format!("{}; {enough} would do", without_aim(done, begun));
    }
    let noun = if high == 1 { "project" } else { "projects" };
    format!("{} {noun} done{}", of_aim(done, aim), under_way(begun))
}

/// How many projects are done, where there is no aim.
#[must_use]
pub fn without_aim(done: usize, begun: usize) -> String {
    format!("{} done{}", projects(done), under_way(begun))
}

fn under_way(begun: usize) -> String {
    match begun {
        0 => String::new(),
        begun => format!(", {begun} under way"),
    }
}

fn projects(count: usize) -> String {
    match count {
        1 => "1 project".to_owned(),
        count => format!("{count} projects"),
    }
}

/// The word for a level.
#[must_use]
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner project",
        Level::Intermediate => "intermediate project",
        Level::Advanced => "advanced project",
    }
}

/// A point of the portfolio with how many projects show it.
#[must_use]
pub fn shown_by(title: &str, count: usize) -> String {
    match count {
        0 => format!("{title}: no project shows it yet"),
        count => format!("{title}: shown by {}", projects(count)),
    }
}

/// Says what the signs of the matrix mean: shown, open, not asked.
#[must_use]
pub fn legend([shown, open, not_asked]: [&str; 3]) -> String {
    format!("{shown} shown, {open} not yet, {not_asked} not asked of it")
}

/// How many projects are lacking.
#[must_use]
pub fn more_projects(count: usize) -> String {
    match count {
        1 => "1 more project, done to the end".to_owned(),
        count => format!("{count} more projects, done to the end"),
    }
}

/// Which points no project shows.
#[must_use]
pub fn points_lacking(titles: &[&str]) -> String {
    format!("{}, which no project shows yet", listed(titles))
}

/// Which project would fill most gaps, and why it and no other.
#[must_use]
pub fn suggestion(title: &str, suggestion: &Suggestion, fills: &[&str], lacking: usize) -> String {
    let why = if suggestion.is_begun {
        "It is under way already.".to_owned()
    } else {
        let level = level(suggestion.level);
        format!(
            "It is the easiest that adds so much: {} {level}.",
            article(level)
        )
    };
    let count = fills.len();
    format!(
        "{title} adds {count} of {lacking}: {}. {why}",
        listed(fills)
    )
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

/// Titles in a sentence.
fn listed(titles: &[&str]) -> String {
    match titles {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A topic that a project practises; one that is not done is missing.
#[must_use]
pub fn practised(title: &str, status: Status) -> String {
    match status {
        Status::Todo => format!("{title} (missing)"),
        Status::Learning => format!("{title} (missing, under way)"),
        Status::Skipped => format!("{title} (missing, skipped)"),
        Status::Done => title.to_owned(),
    }
}

/// Warns of topics that are missing; they keep nobody from a project.
#[must_use]
pub fn open_topics(open: usize, all: usize, project: Status) -> String {
    let what = match (open, all) {
        (0, 1) => return "Its topic is done.".to_owned(),
        (0, all) => return format!("All {all} topics are done."),
        (_, 1) => "Its topic is still open".to_owned(),
        (open, all) if open == all => format!("All its {all} topics are still open"),
        (1, all) => format!("1 of its {all} topics is still open"),
        (open, all) => format!("{open} of its {all} topics are still open"),
    };
    match project {
        Status::Todo | Status::Skipped => format!("{what}: you can begin all the same."),
        Status::Learning => format!("{what}: you can go on all the same."),
        Status::Done => format!("{what}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(aim(0, 0, (3, 5)), "0 of 3 to 5 projects done");
        assert_eq!(aim(2, 1, (3, 5)), "2 of 3 to 5 projects done, 1 under way");
        assert_eq!(aim(1, 0, (1, 1)), "1 of 1 project done");
        assert_eq!(aim(1, 0, (2, 2)), "1 of 2 projects done");
        assert_eq!(
            aim(6, 1, (3, 5)),
            "6 projects done, 1 under way; 3 to 5 would do"
        );
        assert_eq!(aim(2, 0, (1, 1)), "2 projects done; 1 would do");
        assert_eq!(of_aim(6, (3, 5)), "6 done");
        assert_eq!(without_aim(1, 2), "1 project done, 2 under way");
        assert_eq!(shown_by("APIs", 1), "APIs: shown by 1 project");
        assert_eq!(shown_by("APIs", 2), "APIs: shown by 2 projects");
        assert_eq!(shown_by("APIs", 0), "APIs: no project shows it yet");
        assert_eq!(more_projects(1), "1 more project, done to the end");
        assert_eq!(more_projects(3), "3 more projects, done to the end");
    }

    #[test]
    fn missing_topics_warn_and_never_forbid() {
        let table = [
            (
                2,
                5,
                Status::Todo,
                "2 of its 5 topics are still open: you can begin all the same.",
            ),
            (
                1,
                5,
                Status::Learning,
                "1 of its 5 topics is still open: you can go on all the same.",
            ),
            (
                1,
                1,
                Status::Skipped,
                "Its topic is still open: you can begin all the same.",
            ),
            (5, 5, Status::Done, "All its 5 topics are still open."),
            (0, 5, Status::Todo, "All 5 topics are done."),
            (0, 1, Status::Done, "Its topic is done."),
        ];
        for (open, all, status, words) in table {
            assert_eq!(open_topics(open, all, status), words);
        }
    }

    #[test]
    fn titles_are_listed_as_in_a_sentence() {
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["APIs"]), "APIs");
        assert_eq!(
            listed(&["APIs", "Databases", "Deployment"]),
            "APIs, Databases and Deployment"
        );
    }
}
