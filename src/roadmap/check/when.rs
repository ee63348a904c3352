//! The conditions of mistakes, once all that they may be about is known.

use std::collections::HashMap;

use super::{Reference, Search};
use crate::roadmap::key::Target;
use crate::roadmap::model::{Roadmap, Section};
use crate::roadmap::rule::{Lag, Part, Rule};
use crate::yaml::nearest;
use crate::yaml::{Problem, Problems, Spot, quoted};

/// A condition as it stands in the file, and the place of its mistake.
pub(in crate::roadmap) struct Condition {
    pub(in crate::roadmap) mistake: usize,
    pub(in crate::roadmap) draft: Draft,
}

/// What a condition says before its references are resolved.
pub(in crate::roadmap) enum Draft {
    Learning {
        most: Number,
        within: Option<Reference>,
    },
    SinceProject(Number),
    WhileLater(Reference, Number),
    FromPercent(Reference, usize),
    Without(Reference, Number),
    Courses(Number),
}

/// A number and where it stands.
#[derive(Clone, Copy)]
pub(in crate::roadmap) struct Number {
    pub(in crate::roadmap) value: usize,
    pub(in crate::roadmap) spot: Spot,
}

/// Adds the conditions to their mistakes, in the order of the file.
pub(super) fn resolve(
    conditions: Vec<Condition>,
    search: &mut Search,
    roadmap: &mut Roadmap,
    problems: &mut Problems,
) {
    if conditions.is_empty() {
        return;
    }
    let mut rules = Vec::with_capacity(conditions.len());
    let mut judge = Judge {
        scope: Scope::of(roadmap),
        roadmap,
        search,
        problems,
    };
    for Condition { mistake, draft } in conditions {
        if let Some(rule) = judge.rule(draft) {
            rules.push((mistake, rule));
        }
    }
    for (mistake, rule) in rules {
        if let Some(mistake) = roadmap.mistakes.get_mut(mistake) {
            mistake.when.push(rule);
        }
    }
}

/// What conditions may be about, looked up once for all of them.
struct Scope<'r> {
    /// Each step or group with an id, and how many topics later steps have.
    sections: HashMap<&'r str, (Part, usize)>,
    /// The last words of the ids of checklists' points, with how many projects have them.
    points: HashMap<&'r str, usize>,
    projects: usize,
}

impl<'r> Scope<'r> {
    fn of(roadmap: &'r Roadmap) -> Self {
        let end = roadmap
            .steps
            .last()
            .map_or(0, |step| step.topics.end as usize);
        let mut sections = HashMap::new();
        let mut later = 0;
        let mut steps = roadmap.steps.iter().peekable();
        for (row, section) in roadmap.sections().enumerate() {
            if steps
                .next_if(|step| std::ptr::eq::<Section>(*step, section))
                .is_some()
            {
                later = end - section.topics.end as usize;
            }
            let topics = section.topics;
            let part = Part { row, topics };
            // A group without an id of its own has that of its parent, which comes before it.
            sections.entry(section.id.as_str()).or_insert((part, later));
        }
        let mut points = HashMap::new();
        let projects = roadmap
            .topics()
            .iter()
            .filter_map(|topic| topic.project.as_ref());
        for point in projects.clone().flat_map(|project| &project.checklist) {
            *points.entry(point.word()).or_default() += 1;
        }
        Self {
            sections,
            points,
            projects: projects.count(),
        }
    }
}

struct Judge<'r, 'j> {
    scope: Scope<'r>,
    roadmap: &'r Roadmap,
    search: &'j mut Search,
    problems: &'j mut Problems,
}

impl Judge<'_, '_> {
    fn rule(&mut self, draft: Draft) -> Option<Rule> {
        match draft {
            Draft::Learning { most, within } => self.learning(most, within),
            Draft::SinceProject(least) => self.since_project(least),
            Draft::WhileLater(section, later) => {
                let (section, topics) = self.section(&section)?;
                let what = "topics in later steps";
                let lag = Lag::WhileLater(self.reachable("while-later", later, topics, what)?);
                Some(Rule::Untouched { section, lag })
            }
            Draft::FromPercent(section, percent) => {
                let (section, _) = self.section(&section)?;
                let lag = Lag::FromPercent(percent);
                Some(Rule::Untouched { section, lag })
            }
            Draft::Without(point, least) => self.without(point, least),
            Draft::Courses(least) => self.courses(least),
        }
    }

    fn learning(&mut self, most: Number, within: Option<Reference>) -> Option<Rule> {
        let (within, topics) = match within {
            Some(reference) => {
                let (part, _) = self.section(&reference)?;
                (Some(part), part.topics.len())
            }
            None => (None, self.roadmap.topics().len()),
        };
        let next = Number {
            value: most.value.saturating_add(1),
            ..most
        };
        self.reachable("learning-more-than", next, topics, "topics")?;
        Some(Rule::LearningMoreThan {
            most: most.value,
            within,
        })
    }

    fn since_project(&mut self, least: Number) -> Option<Rule> {
        if self.scope.projects == 0 {
            return self.lacking("topics-since-project", least.spot, "a project");
        }
        let topics = self.roadmap.topics().len() - self.scope.projects;
        let what = "topics beside the projects";
        let least = self.reachable("topics-since-project", least, topics, what)?;
        Some(Rule::TopicsSinceProject { least })
    }

    fn without(&mut self, point: Reference, least: Number) -> Option<Rule> {
        if !self.scope.points.contains_key(point.id.as_str()) {
            let words = self.scope.points.keys().copied();
            let left = &mut self.search.comparisons_left;
            self.problems.add(|| {
                let meant = nearest(&point.id, words.take(*left));
                *left = left.saturating_sub(self.scope.points.len());
                let found = format!("no project's checklist has {}", quoted(&point.id));
                Problem::at(point.spot, found).did_you_mean(meant)
            });
            return None;
        }
        let least = self.reachable("at-least", least, self.scope.projects, "projects")?;
        Some(Rule::ProjectsWithout {
            point: point.id,
            least,
        })
    }

    fn courses(&mut self, least: Number) -> Option<Rule> {
        const KEY: &str = "courses-before-projects";
        if self.roadmap.portfolio.is_none() {
            return self.lacking(KEY, least.spot, "a portfolio");
        }
        let courses = self.roadmap.courses.len();
        let least = self.reachable(KEY, least, courses, "courses")?;
        Some(Rule::CoursesBeforeProjects { least })
    }

    /// A section, and how many topics later steps have.
    fn section(&mut self, reference: &Reference) -> Option<(Part, usize)> {
        let is_section = |target: Target| matches!(target, Target::Section(_));
        let what = match self.roadmap.find(&reference.id) {
            Some(Target::Section(_)) => {
                return self.scope.sections.get(reference.id.as_str()).copied();
            }
            Some(Target::Topic(_)) => "a topic",
            Some(Target::Course(_)) => "a course",
            None => {
                self.search
                    .dangling(reference, self.roadmap, self.problems, is_section);
                return None;
            }
        };
        self.problems.add(|| {
            Problem::at(
                reference.spot,
                format!("{} is {what}", quoted(&reference.id)),
            )
            .expected("the full id of a step or group")
        });
        None
    }

    /// A number that there is enough of for the condition to hold at some time.
    fn reachable(&mut self, key: &str, least: Number, of: usize, what: &str) -> Option<usize> {
        if least.value <= of {
            return Some(least.value);
        }
        self.problems.add(|| {
            Problem::at(
                least.spot,
                format!("`{key}` can never come true ({what}: {of})"),
            )
            .hint("a smaller number, or leave this condition out")
        });
        None
    }

    fn lacking(&mut self, key: &str, spot: Spot, what: &str) -> Option<Rule> {
        self.problems
            .add(|| Problem::at(spot, format!("`{key}` in a roadmap without {what}")));
        None
    }
}
