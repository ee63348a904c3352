//! Keys, texts and numbers: what every part of a roadmap is made of.

use std::borrow::Cow;

use super::Decoder;
use crate::plain::clean;
use crate::roadmap::id::{parse_id, possible_id};
use crate::yaml::fields::{number, shown};
use crate::yaml::source::{Node, Style, Value};
use crate::yaml::{Problem, Spot, quoted};

impl Decoder {
    /// The value of a key that must be there.
    pub(super) fn needed<'t>(
        &mut self,
        field: Option<Node<'t>>,
        owner: Spot,
        kind: &str,
        key: &str,
    ) -> Option<Node<'t>> {
        if field.is_none() {
            self.problems
                .add(|| Problem::at(owner, format!("{kind} without `{key}`")));
        }
        field
    }

    /// One line of text that may be missing.
    pub(super) fn line(&mut self, field: Option<Node<'_>>) -> Option<String> {
        let (text, ..) = self.problems.text(field?)?;
        Some(tidy(text)).filter(|text| !text.is_empty())
    }

    /// One line of text that must be there.
    pub(super) fn needed_line(
        &mut self,
        field: Option<Node<'_>>,
        owner: Spot,
        kind: &str,
        key: &str,
    ) -> String {
        let Some(node) = self.needed(field, owner, kind, key) else {
            return String::new();
        };
        let spot = node.spot;
        let line = match node.value {
            Value::Nothing => String::new(),
            Value::Text { text, .. } => tidy(text),
            Value::List(_) | Value::Mapping(_) => {
                self.problems.text(node);
                return String::new();
            }
        };
        if line.is_empty() {
            self.problems
                .add(|| Problem::at(spot, format!("{kind} with an empty `{key}`")));
        }
        line
    }

    /// The title that everything with a name has.
    pub(super) fn title(&mut self, field: Option<Node<'_>>, owner: Spot, kind: &str) -> String {
        self.needed_line(field, owner, kind, "title")
    }

    /// Text of one or more paragraphs, a line each.
    pub(super) fn prose(&mut self, field: Option<Node<'_>>) -> String {
        let Some((text, style, _)) = field.and_then(|node| self.problems.text(node)) else {
            return String::new();
        };
        if !text.contains('\n') {
            return tidy(text);
        }
        // YAML makes one line break of a blank line where it folds lines, and two where it does not.
        let paragraphs: Vec<String> = match style {
            Style::Literal => text.split("\n\n").map(|part| tidy(part.into())).collect(),
            Style::Plain | Style::Folding => {
                text.split('\n').map(|part| tidy(part.into())).collect()
            }
        };
        let mut prose = String::with_capacity(text.len());
        for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
            if !prose.is_empty() {
                prose.push('\n');
            }
            prose.push_str(paragraph);
        }
        prose
    }

    /// The id that must be there, and where it stands.
    pub(super) fn id(
        &mut self,
        field: Option<Node<'_>>,
        owner: Spot,
        kind: &str,
    ) -> Option<(String, Spot)> {
        let node = self.needed(field, owner, kind, "id")?;
        let spot = node.spot;
        if matches!(node.value, Value::Nothing) {
            self.problems
                .add(|| Problem::at(spot, format!("{kind} with an empty `id`")));
            return None;
        }
        let (text, ..) = self.problems.text(node)?;
        if parse_id(&text).is_some() {
            return Some((text.into_owned(), spot));
        }
        self.problems.add(|| {
            let possible = possible_id(&text);
            Problem::at(spot, format!("{} is no id", quoted(&text)))
                .did_you_mean(parse_id(&possible))
                .expected("lower-case letters and digits in words joined by `-`")
        });
        None
    }

    /// A whole number of at least one.
    pub(super) fn count(&mut self, node: &Node<'_>) -> Option<usize> {
        let count = number(&node.value).filter(|count| *count > 0);
        if count.is_none() {
            let found = node.value.described();
            self.problems.add(|| {
                Problem::at(
                    node.spot,
                    format!(
                        "expected a whole number from 1 up, found {}",
                        shown(&node.value, found)
                    ),
                )
            });
        }
        count
    }
}

/// One harmless line without space around it; the text itself where it is one already.
fn tidy(text: Cow<'_, str>) -> String {
    let is_tidy = matches!(clean(&text), Cow::Borrowed(same) if same.trim().len() == same.len());
    if is_tidy {
        text.into_owned()
    } else {
        clean(&text).trim().to_owned()
    }
}
