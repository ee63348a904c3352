//! What is said of what the learner just did, took back or brought back.

use jiff::civil::Date;

use super::changes;
use super::stands::{self, stands};
use crate::plain::clean;
use crate::progress::{Change, Entry, Progress, Silence, Status};
use crate::roadmap::Roadmap;

/// Says that a topic has a new status.
#[must_use]
pub fn marked(title: &str, status: Status) -> String {
    match status {
        Status::Todo => format!("{title} is to do again."),
        Status::Learning => format!("{title}: under way."),
        Status::Done => format!("{title} is done. \u{e}undo\u{f} takes it back."),
        Status::Skipped => format!("{title} is skipped and no longer counts."),
    }
}

/// Says that a point of a project's checklist has a new status.
#[must_use]
pub fn ticked(point: &str, status: Status) -> String {
    match status {
        Status::Done => format!("{point} is ticked. \u{e}undo\u{f} takes it back."),
        Status::Todo | Status::Learning | Status::Skipped => format!("{point} is open again."),
    }
}

/// Says what was recorded.
#[must_use]
pub fn recorded(roadmap: &Roadmap, change: &Change, today: Date) -> String {
    let title = |id: &str| match roadmap.topic(id) {
        Some(key) => roadmap[key].title.clone(),
        None => clean(id).into_owned(),
    };
    match change {
        Change::Status { topic, status } => match stands::point(roadmap, topic) {
            Some((_, name)) => ticked(&name, *status),
            None => marked(&title(topic), *status),
        },
        Change::Note { topic, text } if text.is_empty() => {
            format!(
                "The note on {} is gone. \u{e}undo\u{f} brings it back.",
                title(topic)
            )
        }
        Change::Note { topic, .. } => {
            format!("Noted on {}. \u{e}undo\u{f} takes it back.", title(topic))
        }
        Change::Repository { topic, url } if url.is_empty() => {
            format!(
                "{} has no repository any more. \u{e}undo\u{f} brings it back.",
                title(topic)
            )
        }
        Change::Repository { topic, url } => format!("The repository of {} is {url}", title(topic)),
        Change::Follow { path } if path.is_empty() => {
            "No path is followed any more: what is next goes by the steps.".to_owned()
        }
        Change::Follow { path } => {
            let found = roadmap.paths.iter().find(|each| each.id == *path);
            let title = found.map_or(path.as_str(), |path| {
                path.short.as_deref().unwrap_or(&path.title)
            });
            format!("Following {title}: what is next goes by its order.")
        }
        Change::Silence { mistake, until } => {
            let silence = until.map_or(Silence::Forever, Silence::Until);
            let (title, state) = stands::silence(roadmap, mistake, Some(silence), today);
            let hint = if until.is_none() {
                " \u{e}undo\u{f} brings it back."
            } else {
                ""
            };
            format!("{title}: {state}.{hint}")
        }
    }
}

/// Says what was recorded at once.
#[must_use]
pub fn recorded_together(changes: &[Change]) -> String {
    let statuses: Vec<Status> = changes
        .iter()
        .filter_map(|change| change.status().map(|(_, status)| status))
        .collect();
    let count = changes.len();
    let common = statuses
        .first()
        .filter(|first| statuses.len() == count && statuses.iter().all(|each| each == *first));
    match common {
        Some(Status::Todo) => format!("{count} are to do again. \u{e}undo\u{f} takes it back."),
        Some(Status::Learning) => format!("{count} are under way. \u{e}undo\u{f} takes it back."),
        Some(Status::Done) => format!("{count} are done. \u{e}undo\u{f} takes it back."),
        Some(Status::Skipped) => {
            format!("{count} are skipped and no longer count. \u{e}undo\u{f} takes it back.")
        }
        None => format!(
            "{} at once. \u{e}undo\u{f} takes them back.",
            super::changes(count)
        ),
    }
}

/// Says what undo came to: how things stand after what it recorded.
#[must_use]
pub fn undone(roadmap: &Roadmap, progress: &Progress, entries: &[Entry], today: Date) -> String {
    match entries {
        [one] => {
            let (what, state) = stands(roadmap, progress, &one.change, today);
            format!("Undone: {what} is {state}. \u{e}redo\u{f} brings it back.")
        }
        many => format!(
            "Undone: {}. \u{e}redo\u{f} brings them back.",
            changes(many.len())
        ),
    }
}

/// Says what redo came to: how things stand after what it recorded.
#[must_use]
pub fn redone(roadmap: &Roadmap, progress: &Progress, entries: &[Entry], today: Date) -> String {
    match entries {
        [one] => {
            let (what, state) = stands(roadmap, progress, &one.change, today);
            format!("Redone: {what} is {state}.")
        }
        many => format!("Redone: {}.", changes(many.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(statuses: &[Status]) -> Vec<Change> {
        let topics = statuses.iter().enumerate();
        topics
            .map(|(nth, status)| Change::Status {
                topic: format!("web.t{nth}"),
                status: *status,
            })
            .collect()
    }

    #[test]
    fn what_is_recorded_together_is_said_in_one_sentence() {
        for (statuses, said) in [
            (
                vec![Status::Done; 8],
                "8 are done. \u{e}undo\u{f} takes it back.",
            ),
            (
                vec![Status::Skipped; 2],
                "2 are skipped and no longer count. \u{e}undo\u{f} takes it back.",
            ),
            (
                vec![Status::Learning; 3],
                "3 are under way. \u{e}undo\u{f} takes it back.",
            ),
            (
                vec![Status::Todo; 4],
                "4 are to do again. \u{e}undo\u{f} takes it back.",
            ),
            (
                vec![Status::Todo, Status::Done],
                "2 changes at once. \u{e}undo\u{f} takes them back.",
            ),
        ] {
            assert_eq!(recorded_together(&all(&statuses)), said);
        }
        let mut mixed = all(&[Status::Done]);
        mixed.push(Change::Follow {
            path: "node".to_owned(),
        });
        assert_eq!(
            recorded_together(&mixed),
            "2 changes at once. \u{e}undo\u{f} takes them back."
        );
    }
}
