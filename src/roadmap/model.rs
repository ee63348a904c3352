//! What a loaded roadmap is made of.
//!
//! All topics stand in one list in the order of the file, so that a step, a group, a stage or a
//! course is a range of it, and a topic is known by its place there, its [`TopicKey`].

use std::collections::HashMap;
use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::key::{Target, TopicKey, TopicRange};
use super::rule::Rule;

/// The version of the roadmap format that this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format(pub u32);

impl Format {
    /// The newest format that this program knows.
    pub const NEWEST: Self = Self(1);
}

/// One roadmap, checked and immutable. Texts are free of control characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roadmap {
    /// Names the learner's journal for this roadmap: one word of lower-case letters, digits and `-`.
    pub id: String,
    /// What the header shows.
    pub title: String,
    /// What this roadmap leads to; may be empty.
    pub summary: String,
    /// The steps, in the order in which they are best taken.
    pub steps: Vec<Section>,
    /// What a learner's projects should show together.
    pub portfolio: Option<Portfolio>,
    /// Courses that stand beside the steps; outside the roadmap's total.
    pub courses: Vec<Course>,
    /// Other orders over the same topics.
    pub paths: Vec<Path>,
    /// What beginners get wrong, and what to do instead.
    pub mistakes: Vec<Mistake>,
    /// Questions and answers.
    pub questions: Vec<Question>,
    /// The closing word; may be empty.
    pub bottom_line: String,
    topics: Vec<Topic>,
    targets: HashMap<String, Target>,
}

/// A step or a group: holds groups or, where it has none, topics.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Section {
    /// The full id, joined with `.`; that of the parent for a group without an id of its own,
    /// which is a heading and leaves no trace in the ids of its topics.
    pub id: String,
    /// The full title.
    pub title: String,
    /// A shorter title for narrow places.
    pub short: Option<String>,
    /// What it is about; may be empty.
    pub summary: String,
    /// A choice: how many of its members are needed. Without it, all are.
    pub pick: Option<usize>,
    /// The topic that picks this group, where the group is an alternative in a choice.
    pub picked_by: Option<TopicKey>,
    /// Goes beyond the source of the roadmap.
    pub extra: bool,
    /// The groups within; empty where topics stand directly in this section.
    pub groups: Vec<Section>,
    /// All topics within, those of nested groups included.
    pub topics: TopicRange,
}

impl Section {
    /// The short title where there is one, else the title.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }
}

/// The unit that is ticked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Topic {
    /// The full id, joined with `.`: `web.http`.
    pub id: String,
    /// The title; titles may repeat, ids may not.
    pub title: String,
    /// What it is and why one needs it.
    pub summary: String,
    /// Where to read on.
    pub links: Vec<Link>,
    /// Self-check questions: who can answer them knows the topic.
    pub checks: Vec<String>,
    /// Full ids that this topic had in earlier editions of the roadmap.
    pub formerly: Vec<String>,
    /// Goes beyond the source of the roadmap; never changes its total.
    pub extra: bool,
    /// What makes this topic a project.
    pub project: Option<Project>,
}

/// What a project has beyond a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// How demanding it is.
    pub level: Level,
    /// What to build.
    pub brief: String,
    /// The topics that it practises.
    pub practises: Vec<TopicKey>,
    /// What it includes when it is complete; ids are full: `projects.todo-api.deployment`.
    pub checklist: Vec<Point>,
}

/// How demanding a project is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// A first project.
    Beginner,
    /// Several parts that work together.
    Intermediate,
    /// Many users, much data or much traffic.
    Advanced,
}

impl Level {
    /// Every level, the easiest first.
    pub const ALL: [Self; 3] = [Self::Beginner, Self::Intermediate, Self::Advanced];

    /// The word for it in a roadmap file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Beginner => "beginner",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Whose page it is and what it is about.
    pub title: String,
    /// An http or https address without spaces, controls or a user part.
    pub url: String,
}

/// A titled remark. The id is empty where the file gives none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Point {
    /// The id, where it can be ticked or referred to.
    pub id: String,
    /// One line.
    pub title: String,
    /// More about it; may be empty.
    pub summary: String,
}

impl Point {
    /// The last word of its id: by it a point of a checklist is the same as one of the portfolio.
    #[must_use]
    pub fn word(&self) -> &str {
        self.id
            .rsplit_once('.')
            .map_or(self.id.as_str(), |(_, word)| word)
    }
}

/// What a learner's projects should show together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portfolio {
    /// Why it matters.
    pub summary: String,
    /// From how many to how many projects it needs.
    pub aim: (usize, usize),
    /// What it shows of the learner.
    pub demonstrates: Vec<Point>,
    /// What its projects include.
    pub include: Vec<Point>,
}

/// A course beside the roadmap, with topics of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The id, which its topics' ids begin with.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it teaches; may be empty.
    pub summary: String,
    /// Where to find it.
    pub links: Vec<Link>,
    /// Its own topics.
    pub topics: TopicRange,
    /// What it helps in.
    pub valuable_during: Vec<Point>,
}

/// An order over the roadmap's topics, made of stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The id, which its stages' ids begin with.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A shorter name for narrow places.
    pub short: Option<String>,
    /// Whom it is for; may be empty.
    pub summary: String,
    /// The stages, in order.
    pub stages: Vec<Stage>,
}

/// One stage of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The full id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it gives; may be empty.
    pub summary: String,
    /// What it covers.
    pub covers: Vec<Target>,
    /// Topics of its own.
    pub topics: TopicRange,
}

/// A mistake that beginners make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The id.
    pub id: String,
    /// What goes wrong.
    pub title: String,
    /// What to do instead.
    pub advice: String,
    /// When it is being made: any of these is enough. With none, nothing watches for it.
    pub when: Vec<Rule>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

impl Roadmap {
    /// All topics: those of the steps first, then those of courses and stages.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The keys of all topics, in the same order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = TopicKey> + ExactSizeIterator + use<> {
        (0..self.next()).map(TopicKey)
    }

    /// All sections, each before the groups within it. Tables with one row a section are in this order.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        let mut waiting: Vec<&Section> = self.steps.iter().rev().collect();
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(next.groups.iter().rev());
            Some(next)
        })
    }

    /// The section of a row in tables with one row a section.
    #[must_use]
    pub fn section(&self, row: usize) -> Option<&Section> {
        self.sections().nth(row)
    }

    /// What a full id names; for topics, ids of earlier editions too.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Target> {
        self.targets.get(id).copied()
    }

    /// The topic of this full id or of this id of an earlier edition.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<TopicKey> {
        match self.find(id) {
            Some(Target::Topic(key)) => Some(key),
            Some(Target::Section(_) | Target::Course(_)) | None => None,
        }
    }

    /// The place of the step that a topic stands in; none for topics of courses and stages.
    #[must_use]
    pub fn step_of(&self, key: TopicKey) -> Option<usize> {
        // Steps share no topic and stand in order, so the first that ends behind the key has it.
        let at = self.steps.partition_point(|step| step.topics.end <= key.0);
        self.steps
            .get(at)
            .is_some_and(|step| step.topics.contains(key))
            .then_some(at)
    }

    /// Adds a topic at the end; the key is valid for this roadmap alone.
    pub(super) fn push(&mut self, topic: Topic) -> TopicKey {
        let key = TopicKey(self.next());
        self.topics.push(topic);
        key
    }

    /// The range from a mark taken by [`Self::mark`] to the end.
    pub(super) fn since(&self, mark: u32) -> TopicRange {
        TopicRange {
            start: mark,
            end: self.next(),
        }
    }

    /// Marks the end of the list of topics.
    pub(super) fn mark(&self) -> u32 {
        self.next()
    }

    /// Names a target; false if the name is taken.
    pub(super) fn name(&mut self, id: String, target: Target) -> bool {
        match self.targets.entry(id) {
            std::collections::hash_map::Entry::Occupied(_) => false,
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(target);
                true
            }
        }
    }

    /// The topic of a key, to complete what could not be known when it was read.
    pub(super) fn topic_mut(&mut self, key: TopicKey) -> Option<&mut Topic> {
        self.topics.get_mut(key.index())
    }

    /// Every full id that names something, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, Target)> + Clone {
        self.targets
            .iter()
            .map(|(id, target)| (id.as_str(), *target))
    }

    fn next(&self) -> u32 {
        u32::try_from(self.topics.len()).unwrap_or(u32::MAX)
    }
}

impl Index<TopicKey> for Roadmap {
    type Output = Topic;

    #[expect(
        clippy::indexing_slicing,
        reason = "keys are made by push alone and topics are never removed"
    )]
    fn index(&self, key: TopicKey) -> &Topic {
        &self.topics[key.index()]
    }
}
