//! Choices: what is picked, and what is left beside it.

use crate::progress::{Progress, Status};
use crate::roadmap::{Section, TopicKey};

/// The groups that the learner picked in a choice among groups: those whose topic (`for`) is learning
/// or done; where there is none, those with something learning or done in them.
#[must_use]
pub fn picked_groups<'a>(progress: &Progress, choice: &'a Section) -> Vec<&'a Section> {
    let taken_up = |key: TopicKey| progress.status(key).is_taken_up();
    let named = |group: &&Section| is_named(progress, group);
    let by_name: Vec<&Section> = choice.groups.iter().filter(named).collect();
    if !by_name.is_empty() {
        return by_name;
    }
    let begun = |group: &&Section| group.topics.keys().any(taken_up);
    choice.groups.iter().filter(begun).collect()
}

/// Whether the topic that picks a group by its name is learning or done.
pub(super) fn is_named(progress: &Progress, group: &Section) -> bool {
    let by = group.picked_by;
    by.is_some_and(|key| progress.status(key).is_taken_up())
}

/// The topics that the learner picked in a choice among topics: those that are learning or done.
pub fn picked_topics(progress: &Progress, choice: &Section) -> impl Iterator<Item = TopicKey> {
    let keys = choice.topics.keys();
    keys.filter(|key| progress.status(*key).is_taken_up())
}

/// Whether a section is a choice of which as many are picked as it asks for.
#[must_use]
pub fn is_made(progress: &Progress, section: &Section) -> bool {
    section.pick.is_some_and(|pick| {
        if section.groups.is_empty() {
            picked_topics(progress, section).take(pick).count() >= pick
        } else {
            picked_groups(progress, section).len() >= pick
        }
    })
}

/// Whether a group is an alternative beside those that are picked, and nothing in it has a status.
#[must_use]
pub fn is_beside(progress: &Progress, picked: &[&Section], group: &Section) -> bool {
    let is_picked = picked.iter().any(|each| std::ptr::eq(*each, group));
    let is_todo = |key| progress.status(key) == Status::Todo;
    !is_picked && group.topics.keys().all(is_todo)
}
