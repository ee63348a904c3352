//! The words of what is done to several topics at once.

use super::counted;
use crate::progress::Status;

/// Why several topics cannot be selected among the steps.
pub const ENTER_FIRST: &str =
    "Several topics are selected where they are listed: \u{e}in\u{f} goes to them.";
/// Why several topics cannot be selected in a text.
pub const LEAVE_FIRST: &str =
    "Several topics are selected where they are listed: \u{e}out\u{f} goes back to them.";
/// Why enter does nothing while several topics are selected.
pub const STILL_SELECTING: &str =
    "Several topics are selected: \u{e}done\u{f} marks them, \u{e}select\u{f} selects one again.";
/// Why a step cannot be marked.
pub const NOTHING_TO_MARK: &str = "No topic of this step is open, and none has this status.";
/// Why nothing can be put back.
pub const NOTHING_TO_RESET: &str = "All of this is to do already: there is nothing to put back.";
/// What is said of putting many topics back.
pub const RESETTING: &str = "Notes and repositories stay as they are. It can be undone.";
/// The whole roadmap in a question.
pub const ALL: &str = "the whole roadmap";

/// How many topics are selected.
#[must_use]
pub fn selected(count: usize) -> String {
    format!("{count} selected")
}

/// Says in the status line how many topics are selected and what can be done with them.
#[must_use]
pub fn standing(count: usize) -> String {
    format!(
        "{} selected: move for more, then mark them all at once.",
        topics(count)
    )
}

/// Asks whether so many topics of a step are to be marked.
#[must_use]
pub fn mark_step(count: usize, step: &str, status: Status) -> String {
    let topics = format!("{} of {step}", topics(count));
    match status {
        Status::Todo => format!("Put {topics} back to do?"),
        Status::Learning => format!("Mark {topics} as being learnt?"),
        Status::Done => format!("Mark {topics} as done?"),
        Status::Skipped => format!("Leave {topics} out?"),
    }
}

/// What is said of marking a step: how many of its topics are needed, where that is not all.
#[must_use]
pub fn marking(needed: usize, topics: usize) -> String {
    let back = "It can be undone.";
    match needed {
        1 if topics > 1 => format!("Only 1 of its topics is needed. {back}"),
        needed if needed < topics => format!("Only {needed} of its topics are needed. {back}"),
        _ => back.to_owned(),
    }
}

/// Asks whether so many topics, and points of checklists, are to be put back.
#[must_use]
pub fn reset(count: usize, points: usize, place: &str) -> String {
    let what = match (count, points) {
        (count, 0) => topics(count),
        (0, points) => self::points(points),
        (count, points) => format!("{} and {}", topics(count), self::points(points)),
    };
    format!("Put {what} of {place} back to do?")
}

fn topics(count: usize) -> String {
    counted(count, "topic", "topics")
}

fn points(count: usize) -> String {
    counted(count, "point", "points")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_say_how_many_there_are() {
        for (question, said) in [
            (
                mark_step(8, "Web", Status::Done),
                "Mark 8 topics of Web as done?",
            ),
            (
                mark_step(1, "Web", Status::Learning),
                "Mark 1 topic of Web as being learnt?",
            ),
            (
                mark_step(2, "Web", Status::Skipped),
                "Leave 2 topics of Web out?",
            ),
            (
                mark_step(3, "Web", Status::Todo),
                "Put 3 topics of Web back to do?",
            ),
            (
                reset(2, 0, ALL),
                "Put 2 topics of the whole roadmap back to do?",
            ),
            (reset(0, 1, "Web"), "Put 1 point of Web back to do?"),
            (
                reset(1, 2, "Web"),
                "Put 1 topic and 2 points of Web back to do?",
            ),
        ] {
            assert_eq!(question, said);
        }
    }

    #[test]
    fn a_choice_says_how_many_are_needed() {
        assert_eq!(marking(8, 8), "It can be undone.");
        assert_eq!(
            marking(1, 5),
            "Only 1 of its topics is needed. It can be undone."
        );
        assert_eq!(
            marking(11, 15),
            "Only 11 of its topics are needed. It can be undone."
        );
    }
}
