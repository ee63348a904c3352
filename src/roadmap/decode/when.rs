//! The conditions of a mistake, each a mapping whose first word says what it is about.

use super::{Decoder, number};
use crate::roadmap::check::{Condition, Draft, Number};
use crate::yaml::fields::Kind;
use crate::yaml::source::{Node, Value};
use crate::yaml::{Problem, Spot};

const CONDITION: Kind<9> = Kind {
    name: "a condition",
    keys: [
        "learning-more-than",
        "within",
        "topics-since-project",
        "untouched",
        "while-later",
        "from-percent",
        "projects-without",
        "at-least",
        "courses-before-projects",
    ],
};
/// The keys of which a condition has one; the others go with one of them.
const SUBJECTS: [&str; 5] = [
    "learning-more-than",
    "topics-since-project",
    "untouched",
    "projects-without",
    "courses-before-projects",
];

impl Decoder {
    /// What a mistake's `when` says: one condition or a list of them.
    pub(super) fn when(&mut self, node: Option<Node<'_>>, mistake: usize) {
        let members = match node {
            Some(Node {
                value: Value::List(members),
                ..
            }) => members,
            Some(Node {
                value: Value::Nothing,
                ..
            })
            | None => Vec::new(),
            Some(node) => vec![node],
        };
        for member in members {
            if let Some(draft) = self.condition(member) {
                let condition = Condition { mistake, draft };
                self.references.conditions.push(condition);
            }
        }
    }

    fn condition(&mut self, node: Node<'_>) -> Option<Draft> {
        let before = self.problems.count();
        let (spot, fields) = self.problems.fields(node, &CONDITION)?;
        let is_misspelt = self.problems.count() > before;
        let [
            learning,
            within,
            since_project,
            untouched,
            while_later,
            from_percent,
            without,
            at_least,
            courses,
        ] = fields;
        let subjects = [&learning, &since_project, &untouched, &without, &courses];
        self.one_subject(spot, subjects.map(Option::is_some), is_misspelt)?;
        for (field, key, other, needed) in [
            (&within, "within", &learning, "learning-more-than"),
            (&while_later, "while-later", &untouched, "untouched"),
            (&from_percent, "from-percent", &untouched, "untouched"),
            (&at_least, "at-least", &without, "projects-without"),
        ] {
            self.goes_with(field.as_ref(), key, other.as_ref(), needed);
        }
        if let Some(node) = learning {
            let within = within.map(|node| self.reference(node));
            let most = self.counted(&node)?;
            // A section that cannot be read must not widen the condition to the whole roadmap.
            return Some(Draft::Learning {
                most,
                within: within.map_or(Some(None), |found| found.map(Some))?,
            });
        }
        if let Some(node) = untouched {
            return self.untouched(node, spot, while_later, from_percent);
        }
        if let Some(node) = without {
            return self.without(node, at_least);
        }
        if let Some(node) = since_project {
            return self.counted(&node).map(Draft::SinceProject);
        }
        self.counted(&courses?).map(Draft::Courses)
    }

    /// Holds that a condition is about one thing. Of one with a key that is unknown enough is said.
    fn one_subject(&mut self, spot: Spot, has: [bool; 5], is_misspelt: bool) -> Option<()> {
        let mut found = SUBJECTS.into_iter().zip(has).filter(|(_, has)| *has);
        match (found.next(), found.next()) {
            (Some(_), None) => return Some(()),
            (Some((one, _)), Some((other, _))) => self.problems.add(|| {
                Problem::at(spot, format!("a condition with both `{one}` and `{other}`"))
                    .hint("each is a condition of its own in the list of `when`")
            }),
            (None, _) if is_misspelt => {}
            (None, _) => self.problems.add(|| {
                Problem::at(spot, "a condition that does not say what it is about")
                    .expected(format!("one of: {}", SUBJECTS.join(", ")))
            }),
        }
        None
    }

    /// Holds that a key stands beside the one that it adds to.
    fn goes_with(
        &mut self,
        field: Option<&Node<'_>>,
        key: &str,
        other: Option<&Node<'_>>,
        needed: &str,
    ) {
        if let (Some(node), None) = (field, other) {
            let spot = node.spot;
            self.problems
                .add(|| Problem::at(spot, format!("`{key}` in a condition without `{needed}`")));
        }
    }

    fn untouched(
        &mut self,
        node: Node<'_>,
        owner: Spot,
        while_later: Option<Node<'_>>,
        from_percent: Option<Node<'_>>,
    ) -> Option<Draft> {
        let section = self.reference(node);
        match (while_later, from_percent) {
            (Some(node), None) => {
                let later = self.counted(&node);
                Some(Draft::WhileLater(section?, later?))
            }
            (None, Some(node)) => {
                let percent = self.percent(&node);
                Some(Draft::FromPercent(section?, percent?))
            }
            (both, _) => {
                let fault = if both.is_some() { "both" } else { "neither" };
                let and = if both.is_some() { "and" } else { "nor" };
                self.problems.add(|| {
                    Problem::at(
                        owner,
                        format!("`untouched` with {fault} `while-later` {and} `from-percent`"),
                    )
                    .expected("one of them, to say from when on it counts")
                });
                None
            }
        }
    }

    fn without(&mut self, node: Node<'_>, at_least: Option<Node<'_>>) -> Option<Draft> {
        let least = match at_least {
            Some(node) => self.counted(&node),
            None => Some(Number {
                value: 1,
                spot: node.spot,
            }),
        };
        let point = self.reference(node)?;
        Some(Draft::Without(point, least?))
    }

    fn counted(&mut self, node: &Node<'_>) -> Option<Number> {
        let value = self.count(node)?;
        Some(Number {
            value,
            spot: node.spot,
        })
    }

    /// A share that something is left of when it is reached.
    fn percent(&mut self, node: &Node<'_>) -> Option<usize> {
        let percent = number(&node.value).filter(|percent| (1..100).contains(percent));
        if percent.is_none() {
            self.problems.add(|| {
                Problem::at(node.spot, "`from-percent` is a share of the whole roadmap")
                    .expected("a whole number from 1 to 99, without a sign behind it")
            });
        }
        percent
    }
}
