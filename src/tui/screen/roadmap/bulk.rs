//! Marking many topics at once, and putting them back. What is done at once is taken back at once.

use super::{Pane, State};
use crate::progress::{Change, Progress, Status};
use crate::roadmap::{Roadmap, Section, TopicKey};
use crate::tui::overlay::menu::{self, Choice};
use crate::tui::screen::{Outcome, Subject};
use crate::tui::words;

impl State {
    /// Marks what is selected: a topic, several, or a step.
    pub(super) fn toggle(&mut self, subject: &Subject<'_>, status: Status) -> Outcome {
        if self.is_ranging() {
            let keys: Vec<TopicKey> = self.range().collect();
            self.switch_range();
            return Outcome::Record(mark(subject, &keys, status));
        }
        match (self.pane, self.topic()) {
            (Pane::Steps, _) => self.ask_to_mark(subject, status),
            (Pane::Topics | Pane::Detail, Some(key)) => {
                Outcome::Record(mark(subject, &[key], status))
            }
            (Pane::Topics | Pane::Detail, None) => Outcome::Refuse(words::NO_TOPIC_HERE),
        }
    }

    fn ask_to_mark(&self, subject: &Subject<'_>, status: Status) -> Outcome {
        let Some(step) = subject.roadmap.steps.get(self.step) else {
            return Outcome::Refuse(words::NO_TOPIC_HERE);
        };
        let (status, changes) = mark_step(subject, step, status);
        if changes.is_empty() {
            return Outcome::Refuse(words::range::NOTHING_TO_MARK);
        }
        let row = self.outline.section(self.step);
        let needed = subject.completion.section(row).count.total;
        let topics = counted(subject, step).count();
        let remark = words::range::marking(needed, topics);
        let title = words::range::mark_step(changes.len(), step.short_title(), status);
        Outcome::Choose(menu::State::question(
            title,
            remark,
            Choice::Record(changes),
        ))
    }

    /// Puts what is selected back to do: a topic, several, or a step.
    pub(super) fn reset(&mut self, subject: &Subject<'_>) -> Outcome {
        if self.pane == Pane::Steps {
            let step = subject.roadmap.steps.get(self.step);
            return step.map_or(Outcome::Stay, |step| {
                ask_to_reset(subject, step.topics.keys(), step.short_title())
            });
        }
        let changes = if self.is_ranging() {
            let changes = resets(subject.roadmap, subject.progress, self.range());
            self.switch_range();
            changes
        } else {
            resets(subject.roadmap, subject.progress, self.topic().into_iter())
        };
        if changes.is_empty() {
            return Outcome::Refuse(words::range::NOTHING_TO_RESET);
        }
        Outcome::Record(changes)
    }
}

/// Asks whether everything is to be put back, in the steps and beside them.
#[must_use]
pub fn ask_to_reset_all(subject: &Subject<'_>) -> Outcome {
    ask_to_reset(subject, subject.roadmap.keys(), words::range::ALL)
}

fn ask_to_reset(
    subject: &Subject<'_>,
    keys: impl Iterator<Item = TopicKey>,
    place: &str,
) -> Outcome {
    let changes = resets(subject.roadmap, subject.progress, keys);
    if changes.is_empty() {
        return Outcome::Refuse(words::range::NOTHING_TO_RESET);
    }
    let topics = changes.iter().filter_map(Change::topic);
    let topics = topics.filter(|id| subject.roadmap.topic(id).is_some());
    let topics = topics.count();
    Outcome::Choose(menu::State::question(
        words::range::reset(topics, changes.len() - topics, place),
        words::range::RESETTING,
        Choice::Record(changes),
    ))
}

/// What marks topics that the learner selected: all get the status; where all have it, all are to do
/// again.
fn mark(subject: &Subject<'_>, keys: &[TopicKey], status: Status) -> Vec<Change> {
    let progress = subject.progress;
    let is_so = keys.iter().all(|key| progress.status(*key) == status);
    let status = if is_so { Status::Todo } else { status };
    let keys = keys.iter().copied();
    let others = keys.filter(|key| progress.status(*key) != status);
    others
        .map(|key| set(subject.roadmap, key, status))
        .collect()
}

/// What marks a whole step. Topics that go beyond the roadmap's source (`extra: true`) are left out,
/// and so is what the learner has settled: what is done or skipped stays so. Where nothing is left to
/// mark, those that have the status are to do again.
fn mark_step(subject: &Subject<'_>, step: &Section, status: Status) -> (Status, Vec<Change>) {
    let having = |is_meant: &dyn Fn(Status) -> bool, status: Status| -> Vec<Change> {
        let keys = counted(subject, step);
        let meant = keys.filter(|key| is_meant(subject.progress.status(*key)));
        meant.map(|key| set(subject.roadmap, key, status)).collect()
    };
    let is_open = |now| matches!(now, Status::Todo | Status::Learning) && now != status;
    let changes = having(&is_open, status);
    if changes.is_empty() {
        return (Status::Todo, having(&|now| now == status, Status::Todo));
    }
    (status, changes)
}

/// The topics of a step that are marked with it.
fn counted<'a>(
    subject: &'a Subject<'_>,
    step: &'a Section,
) -> impl Iterator<Item = TopicKey> + use<'a> {
    let is_counted = |key: &TopicKey| step.extra || !subject.roadmap[*key].extra;
    step.topics.keys().filter(is_counted)
}

/// What puts topics back to do, and the checklists of those that are projects. Notes and repositories
/// stay.
fn resets(
    roadmap: &Roadmap,
    progress: &Progress,
    keys: impl Iterator<Item = TopicKey>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for key in keys {
        if progress.status(key) != Status::Todo {
            changes.push(set(roadmap, key, Status::Todo));
        }
        let project = roadmap[key].project.as_ref();
        let points = project.map_or(&[][..], |project| &project.checklist);
        let ticked = points
            .iter()
            .filter(|point| progress.point(&point.id).status != Status::Todo);
        changes.extend(ticked.map(|point| Change::Status {
            topic: point.id.clone(),
            status: Status::Todo,
        }));
    }
    changes
}

fn set(roadmap: &Roadmap, key: TopicKey, status: Status) -> Change {
    Change::Status {
        topic: roadmap[key].id.clone(),
        status,
    }
}
