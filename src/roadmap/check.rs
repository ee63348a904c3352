//! What can only be judged once the whole roadmap is known: ids and what refers to them.

mod when;

pub(super) use when::{Condition, Draft, Number};

use std::collections::HashMap;

use super::key::{Target, TopicKey};
use super::model::{Roadmap, Section};
use crate::yaml::nearest;
use crate::yaml::{Place, Problem, Problems, Spot, quoted};

/// A full id that refers to something, and where it stands.
pub(super) struct Reference {
    pub(super) id: String,
    pub(super) spot: Spot,
}

/// Where ids stand in the file.
#[derive(Default)]
pub(super) struct Names {
    /// Of all but topics: those are many, and their keys tell where they stand.
    sections: HashMap<String, Place>,
    topics: Vec<Place>,
}

impl Names {
    /// Notes where the topic that was pushed last stands.
    pub(super) fn topic_at(&mut self, place: Place) {
        self.topics.push(place);
    }

    /// Gives an id to what it names; a problem if it names something already.
    pub(super) fn claim(
        &mut self,
        id: &str,
        target: Target,
        spot: Spot,
        roadmap: &mut Roadmap,
        problems: &mut Problems,
    ) {
        let is_topic = matches!(target, Target::Topic(_));
        let taken_by_word = !is_topic && self.sections.contains_key(id);
        if taken_by_word || !roadmap.name(id.to_owned(), target) {
            let first = self.place(id, roadmap);
            problems.add(|| taken(id, spot, first));
        } else if !is_topic {
            self.sections.insert(id.to_owned(), spot.place);
        }
    }

    /// Takes an id for what nothing refers to: a path or a stage.
    pub(super) fn claim_word(
        &mut self,
        id: &str,
        spot: Spot,
        roadmap: &Roadmap,
        problems: &mut Problems,
    ) {
        if let Some(first) = self.place(id, roadmap) {
            problems.add(|| taken(id, spot, Some(first)));
        } else {
            self.sections.insert(id.to_owned(), spot.place);
        }
    }

    fn place(&self, id: &str, roadmap: &Roadmap) -> Option<Place> {
        match roadmap.topic(id) {
            Some(key) => self.topic_place(key),
            None => self.sections.get(id).copied(),
        }
    }

    fn topic_place(&self, key: TopicKey) -> Option<Place> {
        self.topics.get(key.index()).copied()
    }
}

fn taken(id: &str, spot: Spot, first: Option<Place>) -> Problem {
    let problem = Problem::at(spot, format!("a second {}", quoted(id)));
    match first {
        Some(place) => problem.hint(format!("the first is in line {}", place.line)),
        None => problem,
    }
}

/// Everything that refers to something, to be resolved at the end.
#[derive(Default)]
pub(super) struct References {
    /// Groups, by their number in the order of the file, and the topics that pick them.
    pub(super) picked_by: Vec<(usize, Reference)>,
    /// Projects, and the topics that they practise.
    pub(super) practises: Vec<(TopicKey, Reference)>,
    /// Stages, by the places of their path and of themselves, and what they cover.
    pub(super) covers: Vec<((usize, usize), Reference)>,
    /// Topics, and the ids that they had.
    pub(super) formerly: Vec<(TopicKey, Reference)>,
    /// When mistakes are being made.
    pub(super) conditions: Vec<Condition>,
}

impl References {
    /// Puts what is referred to in the place of the references.
    pub(super) fn resolve(self, roadmap: &mut Roadmap, names: &Names, problems: &mut Problems) {
        let mut search = Search::default();
        let mut practises = Vec::with_capacity(self.practises.len());
        for (project, reference) in &self.practises {
            if let Some(topic) = search.topic(reference, roadmap, problems) {
                practises.push((*project, topic));
            }
        }
        let mut covers = Vec::with_capacity(self.covers.len());
        for (stage, reference) in &self.covers {
            if let Some(target) = search.target(reference, roadmap, problems) {
                covers.push((*stage, target));
            }
        }
        let mut picked_by = HashMap::with_capacity(self.picked_by.len());
        for (number, reference) in &self.picked_by {
            if let Some(topic) = search.topic(reference, roadmap, problems) {
                picked_by.insert(*number, topic);
            }
        }
        fill(roadmap, practises, covers, &picked_by);
        when::resolve(self.conditions, &mut search, roadmap, problems);
        // Last, so that nothing in the file itself refers to an id of earlier editions.
        for (topic, reference) in self.formerly {
            name_former(topic, reference, roadmap, names, problems);
        }
    }
}

fn fill(
    roadmap: &mut Roadmap,
    practises: Vec<(TopicKey, TopicKey)>,
    covers: Vec<((usize, usize), Target)>,
    picked_by: &HashMap<usize, TopicKey>,
) {
    for (project, topic) in practises {
        let project = roadmap
            .topic_mut(project)
            .and_then(|topic| topic.project.as_mut());
        if let Some(project) = project {
            project.practises.push(topic);
        }
    }
    for ((path, stage), target) in covers {
        let path = roadmap.paths.get_mut(path);
        if let Some(stage) = path.and_then(|path| path.stages.get_mut(stage)) {
            stage.covers.push(target);
        }
    }
    if !picked_by.is_empty() {
        number_sections(&mut roadmap.steps, &mut 0, picked_by);
    }
}

/// Goes through the sections in the order of the file.
fn number_sections(
    sections: &mut [Section],
    number: &mut usize,
    picked_by: &HashMap<usize, TopicKey>,
) {
    for section in sections {
        section.picked_by = picked_by.get(number).copied();
        *number += 1;
        number_sections(&mut section.groups, number, picked_by);
    }
}

fn name_former(
    topic: TopicKey,
    former: Reference,
    roadmap: &mut Roadmap,
    names: &Names,
    problems: &mut Problems,
) {
    let Reference { id, spot } = former;
    let holder = names.place(&id, roadmap);
    if holder.is_none() && roadmap.name(id.clone(), Target::Topic(topic)) {
        return;
    }
    problems.add(|| {
        let line = holder.map_or(spot.place.line, |place| place.line);
        let is_present = roadmap.topic(&id).is_none_or(|key| roadmap[key].id == id);
        let whose = if is_present {
            format!("is the id of something in line {line}")
        } else {
            format!("is a former id of the topic in line {line} already")
        };
        Problem::at(spot, format!("{} {whose}", quoted(&id)))
            .hint("a former id leads to one topic only")
    });
}

/// Finds what is referred to, and what may have been meant by what is not there.
struct Search {
    /// How many more ids may be compared for hints; a hostile file must not buy hours.
    comparisons_left: usize,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            comparisons_left: 200_000,
        }
    }
}

impl Search {
    fn target(
        &mut self,
        reference: &Reference,
        roadmap: &Roadmap,
        problems: &mut Problems,
    ) -> Option<Target> {
        let target = roadmap.find(&reference.id);
        if target.is_none() {
            self.dangling(reference, roadmap, problems, |_| true);
        }
        target
    }

    fn topic(
        &mut self,
        reference: &Reference,
        roadmap: &Roadmap,
        problems: &mut Problems,
    ) -> Option<TopicKey> {
        let is_topic = |target: Target| matches!(target, Target::Topic(_));
        match roadmap.find(&reference.id) {
            Some(Target::Topic(key)) => return Some(key),
            Some(target @ (Target::Section(_) | Target::Course(_))) => problems.add(|| {
                let what = match target {
                    Target::Course(_) => "a course",
                    Target::Section(_) | Target::Topic(_) => "a step or group",
                };
                let found = format!("{} is {what}", quoted(&reference.id));
                Problem::at(reference.spot, found).expected("the full id of a topic")
            }),
            None => self.dangling(reference, roadmap, problems, is_topic),
        }
        None
    }

    fn dangling(
        &mut self,
        reference: &Reference,
        roadmap: &Roadmap,
        problems: &mut Problems,
        fits: impl Fn(Target) -> bool,
    ) {
        problems.add(|| {
            let ids = roadmap
                .names()
                .filter(|(_, target)| fits(*target))
                .map(|(id, _)| id)
                .take(self.comparisons_left);
            let meant = meant(&reference.id, ids);
            self.comparisons_left = self.comparisons_left.saturating_sub(roadmap.topics().len());
            Problem::at(
                reference.spot,
                format!("nothing has the id {}", quoted(&reference.id)),
            )
            .did_you_mean(meant)
        });
    }
}

/// An id that differs by a slip of the finger, or else one that ends as the reference does.
fn meant<'r>(id: &str, ids: impl Iterator<Item = &'r str> + Clone) -> Option<&'r str> {
    let word = id.rsplit('.').next().unwrap_or(id);
    let ends_alike = |other: &&str| {
        other
            .strip_suffix(word)
            .is_some_and(|parents| parents.ends_with('.'))
    };
    nearest(id, ids.clone()).or_else(|| ids.filter(ends_alike).min())
}
