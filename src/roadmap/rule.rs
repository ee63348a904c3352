//! When a mistake is being made: a small vocabulary of conditions, so that any roadmap can watch for
//! its own.
//!
//! A mistake's `when` is one mapping, or a list of them of which any is enough:
//!
//! | condition | holds when |
//! | --- | --- |
//! | `{learning-more-than: 3}` | more than 3 topics are being learnt at once |
//! | `{learning-more-than: 1, within: language}` | the same, among the topics of a step or group |
//! | `{topics-since-project: 12}` | 12 topics or more are done since a project was last worked on, or with none begun |
//! | `{untouched: databases, while-later: 4}` | nothing of a step or group is taken up, but 4 topics of later steps are |
//! | `{untouched: algorithms, from-percent: 70}` | the same, and 70 % of the whole roadmap is done |
//! | `{projects-without: deployment, at-least: 2}` | 2 projects are done, and none that is not skipped has this point of its checklist ticked; without `at-least`, 1 |
//! | `{courses-before-projects: 1}` | 1 course is complete, but fewer projects are done than the portfolio aims for |
//!
//! Numbers begin at 1. One that its condition can never reach is a problem of the file, and so is a
//! condition on what the roadmap lacks: projects, courses, a portfolio.

use serde::{Deserialize, Serialize};

use super::key::TopicRange;

/// One condition under which a mistake is being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// More topics than this are being learnt at once.
    LearningMoreThan {
        /// So many may be.
        most: usize,
        /// The section that they stand in; without it, the whole roadmap.
        within: Option<Part>,
    },
    /// So many topics, or more, are done since a project was last worked on.
    TopicsSinceProject {
        /// How many.
        least: usize,
    },
    /// Nothing of a section is taken up, although so much else is.
    Untouched {
        /// The section.
        section: Part,
        /// What else.
        lag: Lag,
    },
    /// Projects are done, and no project has a point of its checklist ticked.
    ProjectsWithout {
        /// The last word of the point's id: `deployment`.
        point: String,
        /// From how many projects on.
        least: usize,
    },
    /// Courses are complete, but fewer projects are done than the portfolio aims for.
    CoursesBeforeProjects {
        /// From how many courses on.
        least: usize,
    },
}

/// A step or group that a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its row in the order of [`Roadmap::sections`](super::Roadmap::sections).
    pub row: usize,
    /// The topics within.
    pub topics: TopicRange,
}

/// How far the rest of the roadmap is when a section should have been taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lag {
    /// So many topics of later steps are taken up.
    WhileLater(usize),
    /// So many percent of the whole are done.
    FromPercent(usize),
}

impl Rule {
    /// The section that it is about, if it is about one.
    #[must_use]
    pub const fn section(&self) -> Option<Part> {
        match self {
            Self::LearningMoreThan { within, .. } => *within,
            Self::Untouched { section, .. } => Some(*section),
            Self::TopicsSinceProject { .. }
            | Self::ProjectsWithout { .. }
            | Self::CoursesBeforeProjects { .. } => None,
        }
    }
}
