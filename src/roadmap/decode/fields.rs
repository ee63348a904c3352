//! Keys, texts and numbers: what every part of a roadmap is made of.

use std::borrow::Cow;

use super::{Decoder, number};
use crate::plain::clean;
use crate::roadmap::id::{parse_id, possible_id};
use crate::roadmap::nearest::nearest;
use crate::roadmap::problem::{Problem, Spot, quoted};
use crate::roadmap::source::{Node, Style, Value};

/// What a mapping is, and the keys it may have.
pub(super) struct Kind<const N: usize> {
    /// With its article: `a topic`.
    pub(super) name: &'static str,
    /// In the order in which problems list them.
    pub(super) keys: [&'static str; N],
}

/// Where a mapping stands, and its values in the order of its kind's keys.
pub(super) type Fields<'t, const N: usize> = (Spot, [Option<Node<'t>>; N]);

impl Decoder {
    /// Takes a mapping apart.
    pub(super) fn fields<'t, const N: usize>(
        &mut self,
        node: Node<'t>,
        kind: &Kind<N>,
    ) -> Option<Fields<'t, N>> {
        let Value::Mapping(pairs) = node.value else {
            let found = node.value.described();
            self.problems.add(|| {
                Problem::at(node.spot, format!("expected {}, found {found}", kind.name))
                    .expected(format!("keys with values: {}", kind.keys.join(", ")))
            });
            return None;
        };
        let mut values = [const { None }; N];
        for (key, value) in pairs {
            self.field(key, value, kind, &mut values);
        }
        Some((node.spot, values))
    }

    fn field<'t, const N: usize>(
        &mut self,
        key: Node<'t>,
        value: Node<'t>,
        kind: &Kind<N>,
        values: &mut [Option<Node<'t>>; N],
    ) {
        let Value::Text { text, .. } = key.value else {
            let found = key.value.described();
            self.problems.add(|| {
                Problem::at(
                    key.spot,
                    format!("expected a key of {}, found {found}", kind.name),
                )
            });
            return;
        };
        let known = kind.keys.iter().position(|known| *known == text);
        match known.and_then(|at| values.get_mut(at)) {
            Some(free @ None) => *free = Some(value),
            Some(Some(first)) => {
                let line = first.spot.place.line;
                self.problems.add(|| {
                    Problem::at(key.spot, format!("a second `{text}` in {}", kind.name))
                        .hint(format!("its value in line {line} is the first"))
                });
            }
            None => self.problems.add(|| {
                Problem::at(
                    key.spot,
                    format!("unknown key {} in {}", quoted(&text), kind.name),
                )
                .did_you_mean(nearest(&text, kind.keys))
                .expected(format!("one of: {}", kind.keys.join(", ")))
            }),
        }
    }

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

    /// A text, or nothing where nothing stands behind the key.
    pub(super) fn text<'t>(&mut self, node: Node<'t>) -> Option<(Cow<'t, str>, Style, Spot)> {
        match node.value {
            Value::Text { text, style } => Some((text, style, node.spot)),
            Value::Nothing => None,
            Value::List(_) | Value::Mapping(_) => {
                let found = node.value.described();
                let hint = "put a text that begins with `[` or `{`, or has `: ` in it, in quotes";
                self.problems.add(|| {
                    Problem::at(node.spot, format!("expected text, found {found}")).hint(hint)
                });
                None
            }
        }
    }

    /// One line of text that may be missing.
    pub(super) fn line(&mut self, field: Option<Node<'_>>) -> Option<String> {
        let (text, ..) = self.text(field?)?;
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
                self.text(node);
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
        let Some((text, style, _)) = field.and_then(|node| self.text(node)) else {
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
        let (text, ..) = self.text(node)?;
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

    /// `true` or `false`; false where nothing stands.
    pub(super) fn flag(&mut self, field: Option<Node<'_>>) -> bool {
        let Some(node) = field else { return false };
        match &node.value {
            Value::Nothing => return false,
            Value::Text {
                text,
                style: Style::Plain,
            } if text == "true" => return true,
            Value::Text {
                text,
                style: Style::Plain,
            } if text == "false" => return false,
            Value::Text { .. } | Value::List(_) | Value::Mapping(_) => {}
        }
        let found = node.value.described();
        self.problems.add(|| {
            Problem::at(
                node.spot,
                format!(
                    "expected `true` or `false`, found {}",
                    shown(&node.value, found)
                ),
            )
        });
        false
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

/// A value within a sentence: a text itself, all else by what it is.
fn shown(value: &Value<'_>, described: &str) -> String {
    match value {
        Value::Text {
            text,
            style: Style::Plain,
        } => quoted(text),
        Value::Text { text, .. } => format!("{} in quotes", quoted(text)),
        Value::Nothing | Value::List(_) | Value::Mapping(_) => described.to_owned(),
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
