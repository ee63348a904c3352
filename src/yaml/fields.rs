//! Keys, texts and numbers: what every file is made of.

use std::borrow::Cow;

use super::nearest::nearest;
use super::problem::{Problem, Problems, Spot, quoted};
use super::source::{Node, Style, Value};

/// What a mapping is, and the keys it may have.
pub(crate) struct Kind<const N: usize> {
    /// With its article: `a topic`.
    pub(crate) name: &'static str,
    /// In the order in which problems list them.
    pub(crate) keys: [&'static str; N],
}

/// Where a mapping stands, and its values in the order of its kind's keys.
pub(crate) type Fields<'t, const N: usize> = (Spot, [Option<Node<'t>>; N]);

/// Each notes what is wrong, and gives what is right.
impl Problems {
    /// Takes a mapping apart.
    pub(crate) fn fields<'t, const N: usize>(
        &mut self,
        node: Node<'t>,
        kind: &Kind<N>,
    ) -> Option<Fields<'t, N>> {
        let Value::Mapping(pairs) = node.value else {
            let found = node.value.described();
            self.add(|| {
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
            self.add(|| {
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
                self.add(|| {
                    Problem::at(key.spot, format!("a second `{text}` in {}", kind.name))
                        .hint(format!("its value in line {line} is the first"))
                });
            }
            None => self.add(|| {
                Problem::at(
                    key.spot,
                    format!("unknown key {} in {}", quoted(&text), kind.name),
                )
                .did_you_mean(nearest(&text, kind.keys))
                .expected(format!("one of: {}", kind.keys.join(", ")))
            }),
        }
    }

    /// A text, or nothing where nothing stands behind the key.
    pub(crate) fn text<'t>(&mut self, node: Node<'t>) -> Option<(Cow<'t, str>, Style, Spot)> {
        match node.value {
            Value::Text { text, style } => Some((text, style, node.spot)),
            Value::Nothing => None,
            Value::List(_) | Value::Mapping(_) => {
                let found = node.value.described();
                let hint = "put a text that begins with `[` or `{`, or has `: ` in it, in quotes";
                self.add(|| {
                    Problem::at(node.spot, format!("expected text, found {found}")).hint(hint)
                });
                None
            }
        }
    }

    /// `true` or `false`; none where nothing stands.
    pub(crate) fn flag(&mut self, field: Option<Node<'_>>) -> Option<bool> {
        let node = field?;
        match &node.value {
            Value::Nothing => return None,
            Value::Text {
                text,
                style: Style::Plain,
            } if text == "true" => return Some(true),
            Value::Text {
                text,
                style: Style::Plain,
            } if text == "false" => return Some(false),
            Value::Text { .. } | Value::List(_) | Value::Mapping(_) => {}
        }
        let found = node.value.described();
        self.add(|| {
            Problem::at(
                node.spot,
                format!(
                    "expected `true` or `false`, found {}",
                    shown(&node.value, found)
                ),
            )
        });
        None
    }
}

/// A whole number, written without quotes.
pub(crate) fn number(value: &Value<'_>) -> Option<usize> {
    match value {
        Value::Text {
            text,
            style: Style::Plain,
        } if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok(),
        Value::Nothing | Value::Text { .. } | Value::List(_) | Value::Mapping(_) => None,
    }
}

/// A value within a sentence: a text itself, all else by what it is.
pub(crate) fn shown(value: &Value<'_>, described: &str) -> String {
    match value {
        Value::Text {
            text,
            style: Style::Plain,
        } => quoted(text),
        Value::Text { text, .. } => format!("{} in quotes", quoted(text)),
        Value::Nothing | Value::List(_) | Value::Mapping(_) => described.to_owned(),
    }
}
