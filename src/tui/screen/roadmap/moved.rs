//! The same place in a roadmap that was edited.

use super::{Folds, Pane, State};
use crate::roadmap::{Roadmap, Section, TopicKey};

impl State {
    /// This place in another edition of the roadmap: by ids, and where those are gone, beside.
    #[must_use]
    pub fn moved(&self, from: &Roadmap, to: &Roadmap) -> Self {
        let row = |row: usize| same_section(from, to, row);
        let mut state = Self {
            pane: self.pane,
            folds: Folds::opened(self.folds.open().filter_map(row), self.filter()),
            ..Self::new(to)
        };
        let there = |key: &TopicKey| to.topic(&from[*key].id);
        for key in self.topics.iter().flatten().filter_map(there) {
            state.select(to, key);
        }
        let step = from.steps.get(self.step);
        let same = |id: &str| to.steps.iter().position(|step| step.id == id);
        let step = step.and_then(|step| same(&step.id)).unwrap_or(self.step);
        state.go_to_step(step.min(to.steps.len().saturating_sub(1)));
        let topic = self.last_topic().and_then(|key| nearest(from, to, key));
        // Among the steps the step counts: its topic may have gone to another one.
        let is_lead =
            |key: &TopicKey| self.pane != Pane::Steps || to.step_of(*key) == Some(state.step);
        if let Some(key) = topic.filter(is_lead) {
            state.select(to, key);
        }
        // A range goes on from topic to topic while both are there, in one step.
        let ends = |end: Option<TopicKey>| end.as_ref().and_then(there);
        state.anchor = ends(self.anchor).filter(|anchor| {
            let end = ends(self.topic());
            end.is_some_and(|end| to.step_of(end) == to.step_of(*anchor))
        });
        state.fold = self.fold.and_then(row);
        state.is_bare = self.is_bare;
        state.detail_top = self.detail_top;
        state.topics_top = self.topics_top;
        state.steps_top = self.steps_top;
        state
    }
}

/// The topic of this id, else the one that stood nearest to it in its step and is still there.
fn nearest(from: &Roadmap, to: &Roadmap, key: TopicKey) -> Option<TopicKey> {
    let there = |key: TopicKey| {
        to.topic(&from[key].id)
            .filter(|key| to.step_of(*key).is_some())
    };
    if let Some(key) = there(key) {
        return Some(key);
    }
    let step = from.steps.get(from.step_of(key)?)?;
    let after = step.topics.keys().skip_while(|each| *each <= key);
    let before = step.topics.keys().rev().skip_while(|each| *each >= key);
    after.chain(before).find_map(there)
}

/// The row of a section in the other edition, in tables with one row a section.
fn same_section(from: &Roadmap, to: &Roadmap, row: usize) -> Option<usize> {
    let section = from.section(row)?;
    // A group without an id of its own has that of its parent.
    let is_same = |other: &Section| other.id == section.id && other.title == section.title;
    to.sections().position(is_same)
}
