//! The tree of a file as a roadmap, or everything that is wrong with it.
//!
//! Whatever is wrong is noted and left out, and reading goes on, so that a writer sees all problems
//! at once. A value left out never makes a problem of its own.

mod beside;
mod fields;
mod link;
mod lists;
mod section;
mod when;

pub use link::link_problem;

use crate::yaml::fields::{Kind, number};

use super::check::{Names, References};
use super::model::{Format, Roadmap};
use crate::yaml::source::{self, Node, Sort, Value};
use crate::yaml::{Place, Problem, Problems, Spot, quoted};

const SORT: Sort = Sort {
    noun: "roadmap",
    too_deep: "groups may nest, but not this deep",
};

const ROADMAP: Kind<11> = Kind {
    name: "a roadmap",
    keys: [
        "format",
        "id",
        "title",
        "summary",
        "steps",
        "portfolio",
        "courses",
        "paths",
        "mistakes",
        "questions",
        "bottom-line",
    ],
};

/// Reads a roadmap from the bytes of a file.
///
/// # Errors
///
/// All problems of the file, in its order.
pub fn load(text: &[u8]) -> Result<Roadmap, Problems> {
    let root = source::read(text, &SORT)?.ok_or_else(|| {
        Problem::at(Place::START, "there is nothing in this file")
            .hint("a roadmap begins with `format: 1`")
    })?;
    if let Some(problem) = newer_format(&root) {
        return Err(problem.into());
    }
    let mut decoder = Decoder::default();
    decoder.roadmap(root);
    decoder.finish()
}

/// Reads the parts and keeps what can only be judged once all of them are known.
#[derive(Default)]
struct Decoder {
    roadmap: Roadmap,
    problems: Problems,
    names: Names,
    references: References,
    /// How many steps and groups have been begun: the number of a section in the order of the file.
    sections: usize,
}

impl Decoder {
    fn finish(mut self) -> Result<Roadmap, Problems> {
        self.references
            .resolve(&mut self.roadmap, &self.names, &mut self.problems);
        if self.problems.is_empty() {
            Ok(self.roadmap)
        } else {
            Err(self.problems.sorted())
        }
    }

    fn roadmap(&mut self, root: Node<'_>) {
        let Some((spot, fields)) = self.problems.fields(root, &ROADMAP) else {
            return;
        };
        let [
            format,
            id,
            title,
            summary,
            steps,
            portfolio,
            courses,
            paths,
            mistakes,
            questions,
            bottom_line,
        ] = fields;
        self.format(format, spot);
        self.roadmap.id = self
            .id(id, spot, ROADMAP.name)
            .map(|(id, _)| id)
            .unwrap_or_default();
        self.roadmap.title = self.title(title, spot, ROADMAP.name);
        self.roadmap.summary = self.prose(summary);
        // Steps come first whatever the order of the file: their topics lead the list of topics.
        let steps = self.needed_list(steps, spot, "a roadmap", "steps", "steps");
        self.roadmap.steps = self.each(steps, Self::step);
        self.roadmap.portfolio = portfolio.and_then(|node| self.portfolio(node));
        let courses = self.list(courses, "courses");
        for (at, node) in courses.into_iter().enumerate() {
            if let Some(course) = self.course(node, at) {
                self.roadmap.courses.push(course);
            }
        }
        let paths = self.list(paths, "paths");
        for node in paths {
            let at = self.roadmap.paths.len();
            if let Some(path) = self.path(node, at) {
                self.roadmap.paths.push(path);
            }
        }
        self.roadmap.mistakes = self.mistakes(mistakes);
        let questions = self.list(questions, "questions");
        self.roadmap.questions = self.each(questions, Self::question);
        self.roadmap.bottom_line = self.prose(bottom_line);
    }

    fn format(&mut self, field: Option<Node<'_>>, owner: Spot) {
        let Some(node) = self.needed(field, owner, ROADMAP.name, "format") else {
            return;
        };
        let newest = Format::NEWEST.0;
        if number(&node.value) != Some(newest as usize) {
            let found = node.value.described();
            self.problems.add(|| {
                let found = match &node.value {
                    Value::Text { text, .. } => quoted(text),
                    Value::Nothing | Value::List(_) | Value::Mapping(_) => found.to_owned(),
                };
                Problem::at(node.spot, format!("unknown format {found}"))
                    .expected(format!("`format: {newest}`"))
            });
        }
    }
}

/// A file of a newer format has keys that this program cannot judge, so this is all that is said.
fn newer_format(root: &Node<'_>) -> Option<Problem> {
    let Value::Mapping(pairs) = &root.value else {
        return None;
    };
    let is_format =
        |key: &Node<'_>| matches!(&key.value, Value::Text { text, .. } if text == "format");
    let (_, format) = pairs.iter().find(|(key, _)| is_format(key))?;
    let newest = Format::NEWEST.0;
    let found = number(&format.value).filter(|found| *found > newest as usize)?;
    Some(
        Problem::at(
            format.spot,
            format!("this file is of format {found}; this program reads format {newest}"),
        )
        .hint("please update roadmap-tui"),
    )
}
