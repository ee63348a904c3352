//! Lists: of parts, of lines, of ids.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Decoder;
use crate::roadmap::check::Reference;
use crate::roadmap::id::is_full_id;
use crate::yaml::source::{Node, Value};
use crate::yaml::{Place, Problem, Spot, quoted};

impl Decoder {
    /// The members of a list that may be missing.
    pub(super) fn list<'t>(&mut self, field: Option<Node<'t>>, of: &str) -> Vec<Node<'t>> {
        match field {
            None
            | Some(Node {
                value: Value::Nothing,
                ..
            }) => Vec::new(),
            Some(Node {
                value: Value::List(members),
                ..
            }) => members,
            Some(Node { spot, value }) => {
                let found = value.described();
                self.problems.add(|| {
                    Problem::at(spot, format!("expected a list of {of}, found {found}"))
                        .hint("each member of a list begins with `- `")
                });
                Vec::new()
            }
        }
    }

    /// The members of a list that must have some.
    pub(super) fn needed_list<'t>(
        &mut self,
        field: Option<Node<'t>>,
        owner: Spot,
        kind: &str,
        key: &str,
        of: &str,
    ) -> Vec<Node<'t>> {
        let Some(node) = self.needed(field, owner, kind, key) else {
            return Vec::new();
        };
        let spot = node.spot;
        let is_empty = match &node.value {
            Value::Nothing => true,
            Value::List(members) => members.is_empty(),
            Value::Text { .. } | Value::Mapping(_) => false,
        };
        if is_empty {
            self.problems.add(|| {
                Problem::at(spot, format!("{kind} with no {of}"))
                    .expected(format!("a list of {of}, each beginning with `- `"))
            });
        }
        self.list(Some(node), of)
    }

    /// Reads each member; what cannot be read is left out.
    pub(super) fn each<'t, T>(
        &mut self,
        members: Vec<Node<'t>>,
        read: impl Fn(&mut Self, Node<'t>) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::with_capacity(members.len());
        all.extend(members.into_iter().filter_map(|member| read(self, member)));
        all
    }

    /// A list of lines, none of them empty.
    pub(super) fn lines(&mut self, field: Option<Node<'_>>, of: &str) -> Vec<String> {
        let members = self.list(field, of);
        self.each(members, |decoder, node| {
            let spot = node.spot;
            let is_text = matches!(node.value, Value::Nothing | Value::Text { .. });
            let line = decoder.line(Some(node));
            if line.is_none() && is_text {
                decoder
                    .problems
                    .add(|| Problem::at(spot, format!("an empty text among the {of}")));
            }
            line
        })
    }

    /// A list of full ids.
    pub(super) fn references(&mut self, field: Option<Node<'_>>, of: &str) -> Vec<Reference> {
        let members = self.list(field, of);
        self.each(members, Self::reference)
    }

    /// One full id.
    pub(super) fn reference(&mut self, node: Node<'_>) -> Option<Reference> {
        let spot = node.spot;
        let text = match node.value {
            Value::Nothing => Cow::Borrowed(""),
            Value::Text { text, .. } => text,
            Value::List(_) | Value::Mapping(_) => {
                self.problems.text(node);
                return None;
            }
        };
        if is_full_id(&text) {
            return Some(Reference {
                id: text.into_owned(),
                spot,
            });
        }
        self.problems.add(|| {
            Problem::at(spot, format!("{} is no full id", quoted(&text)))
                .expected("the ids on the way to it, joined by `.`, as in `web.http`")
        });
        None
    }

    /// Notes an id among those of the same list; tells of the first that had it.
    pub(super) fn unique(
        &mut self,
        seen: &mut HashMap<String, Place>,
        id: &str,
        spot: Spot,
        among: &str,
    ) {
        match seen.get(id) {
            Some(first) => {
                let line = first.line;
                self.problems.add(|| {
                    Problem::at(spot, format!("a second {} among the {among}", quoted(id)))
                        .hint(format!("the first is in line {line}"))
                });
            }
            None => {
                seen.insert(id.to_owned(), spot.place);
            }
        }
    }
}
