//! What stands beside the steps: portfolio, courses, paths, mistakes, questions.

use std::collections::HashMap;

use super::{Decoder, number};
use crate::roadmap::id::joined;
use crate::roadmap::key::{Target, TopicRange};
use crate::roadmap::model::{Course, Mistake, Path, Portfolio, Question, Stage};
use crate::yaml::fields::Kind;
use crate::yaml::source::{Node, Value};
use crate::yaml::{Problem, Spot};

const PORTFOLIO: Kind<4> = Kind {
    name: "a portfolio",
    keys: ["summary", "aim", "demonstrates", "include"],
};
const COURSE: Kind<6> = Kind {
    name: "a course",
    keys: [
        "id",
        "title",
        "summary",
        "links",
        "topics",
        "valuable-during",
    ],
};
const PATH: Kind<5> = Kind {
    name: "a path",
    keys: ["id", "title", "short", "summary", "stages"],
};
const STAGE: Kind<5> = Kind {
    name: "a stage",
    keys: ["id", "title", "summary", "covers", "topics"],
};
const MISTAKE: Kind<4> = Kind {
    name: "a mistake",
    keys: ["id", "title", "advice", "when"],
};
const QUESTION: Kind<2> = Kind {
    name: "a question",
    keys: ["question", "answer"],
};

impl Decoder {
    pub(super) fn portfolio(&mut self, node: Node<'_>) -> Option<Portfolio> {
        if matches!(node.value, Value::Nothing) {
            return None;
        }
        let (spot, [summary, aim, demonstrates, include]) =
            self.problems.fields(node, &PORTFOLIO)?;
        Some(Portfolio {
            summary: self.prose(summary),
            aim: self.aim(aim, spot),
            demonstrates: self.points(demonstrates, "points of `demonstrates`", false),
            include: self.points(include, "points of `include`", true),
        })
    }

    fn aim(&mut self, field: Option<Node<'_>>, owner: Spot) -> (usize, usize) {
        const UNKNOWN: (usize, usize) = (1, 1);
        let Some(node) = self.needed(field, owner, PORTFOLIO.name, "aim") else {
            return UNKNOWN;
        };
        if let Value::List(members) = &node.value
            && let [low, high] = members.as_slice()
            && let (Some(low), Some(high)) = (number(&low.value), number(&high.value))
            && 0 < low
            && low <= high
        {
            return (low, high);
        }
        self.problems.add(|| {
            Problem::at(node.spot, "`aim` says from how many to how many projects")
                .expected("two whole numbers, as in `[3, 5]`")
        });
        UNKNOWN
    }

    pub(super) fn course(&mut self, node: Node<'_>, at: usize) -> Option<Course> {
        let (spot, fields) = self.problems.fields(node, &COURSE)?;
        let [id, title, summary, links, topics, valuable_during] = fields;
        let id = self.claimed(id, spot, COURSE.name, "", Some(Target::Course(at)));
        Some(Course {
            title: self.title(title, spot, COURSE.name),
            summary: self.prose(summary),
            links: self.links(links),
            topics: self.own_topics(topics, &id),
            valuable_during: self.points(valuable_during, "points of `valuable-during`", false),
            id,
        })
    }

    pub(super) fn path(&mut self, node: Node<'_>, at: usize) -> Option<Path> {
        let (spot, [id, title, short, summary, stages]) = self.problems.fields(node, &PATH)?;
        let id = self.claimed(id, spot, PATH.name, "", None);
        let mut path = Path {
            title: self.title(title, spot, PATH.name),
            short: self.line(short),
            summary: self.prose(summary),
            stages: Vec::new(),
            id,
        };
        for node in self.needed_list(stages, spot, PATH.name, "stages", "stages") {
            let place = (at, path.stages.len());
            if let Some(stage) = self.stage(node, &path.id, place) {
                path.stages.push(stage);
            }
        }
        Some(path)
    }

    fn stage(&mut self, node: Node<'_>, path: &str, place: (usize, usize)) -> Option<Stage> {
        let (spot, [id, title, summary, covers, topics]) = self.problems.fields(node, &STAGE)?;
        let id = self.claimed(id, spot, STAGE.name, path, None);
        let covers = self.references(covers, "full ids");
        let covers = covers.into_iter().map(|reference| (place, reference));
        self.references.covers.extend(covers);
        let topics = match topics {
            Some(_) => self.own_topics(topics, &id),
            None => TopicRange::default(),
        };
        Some(Stage {
            title: self.title(title, spot, STAGE.name),
            summary: self.prose(summary),
            covers: Vec::new(),
            topics,
            id,
        })
    }

    /// The full id of what stands beside the steps, claimed for it; where the id is missing or bad,
    /// one that nothing else can have.
    fn claimed(
        &mut self,
        field: Option<Node<'_>>,
        owner: Spot,
        kind: &str,
        parent: &str,
        target: Option<Target>,
    ) -> String {
        let Some((id, spot)) = self.id(field, owner, kind) else {
            return format!("?{}", owner.place);
        };
        let id = joined(parent, &id);
        match target {
            Some(target) => {
                self.names
                    .claim(&id, target, spot, &mut self.roadmap, &mut self.problems);
            }
            None => self
                .names
                .claim_word(&id, spot, &self.roadmap, &mut self.problems),
        }
        id
    }

    pub(super) fn mistakes(&mut self, field: Option<Node<'_>>) -> Vec<Mistake> {
        let members = self.list(field, "mistakes");
        let mut seen = HashMap::new();
        let mut mistakes = Vec::with_capacity(members.len());
        for node in members {
            let Some((spot, [id, title, advice, when])) = self.problems.fields(node, &MISTAKE)
            else {
                continue;
            };
            let id = self.id(id, spot, MISTAKE.name);
            if let Some((id, spot)) = &id {
                self.unique(&mut seen, id, *spot, "mistakes");
            }
            self.when(when, mistakes.len());
            mistakes.push(Mistake {
                id: id.map(|(id, _)| id).unwrap_or_default(),
                title: self.title(title, spot, MISTAKE.name),
                advice: self.prose(advice),
                when: Vec::new(),
            });
        }
        mistakes
    }

    pub(super) fn question(&mut self, node: Node<'_>) -> Option<Question> {
        let (spot, [question, answer]) = self.problems.fields(node, &QUESTION)?;
        let answer = self.needed(answer, spot, QUESTION.name, "answer");
        Some(Question {
            question: self.needed_line(question, spot, QUESTION.name, "question"),
            answer: self.prose(answer),
        })
    }
}
