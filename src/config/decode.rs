//! From a text to a configuration and all that is wrong with it.

use std::path::PathBuf;

use super::keys::read as read_keys;
use super::{Config, When};
use crate::tui::theme::Theme;
use crate::yaml::fields::{Kind, shown};
use crate::yaml::source::{self, Node, Sort, Value};
use crate::yaml::{Problem, Problems, nearest};

const SORT: Sort = Sort {
    noun: "configuration",
    too_deep: "a key of a configuration has a word, a list of words, or the keys of actions behind it",
};

const CONFIG: Kind<8> = Kind {
    name: "the configuration",
    keys: [
        "theme",
        "ascii",
        "mouse",
        "hyperlinks",
        "reduced-motion",
        "roadmaps",
        "editor",
        "keys",
    ],
};

/// Reads a configuration. What is wrong is told and left as it is by default; all else counts.
#[must_use]
pub fn load(text: &[u8]) -> (Config, Problems) {
    let mut config = Config::default();
    let root = match source::read(text, &SORT) {
        Ok(root) => root,
        Err(problem) => return (config, problem.into()),
    };
    let mut problems = Problems::default();
    let fields = root.and_then(|root| problems.fields(root, &CONFIG));
    if let Some((_, fields)) = fields {
        let [
            theme,
            ascii,
            mouse,
            hyperlinks,
            reduced_motion,
            roadmaps,
            editor,
            keys,
        ] = fields;
        let themes = Theme::ALL.map(|theme| (theme.name(), theme));
        set(
            &mut config.theme,
            choice(&mut problems, "theme", theme, &themes),
        );
        set(&mut config.ascii, when(&mut problems, "ascii", ascii));
        set(&mut config.mouse, problems.flag(mouse));
        set(
            &mut config.hyperlinks,
            when(&mut problems, "hyperlinks", hyperlinks),
        );
        set(&mut config.reduced_motion, problems.flag(reduced_motion));
        config.roadmaps = line(&mut problems, roadmaps).map(PathBuf::from);
        config.editor = line(&mut problems, editor);
        config.keymap = read_keys(&mut problems, keys);
    }
    (config, problems.sorted())
}

fn set<T>(value: &mut T, found: Option<T>) {
    if let Some(found) = found {
        *value = found;
    }
}

/// One of a few words; none where nothing stands.
fn choice<T: Copy>(
    problems: &mut Problems,
    key: &str,
    field: Option<Node<'_>>,
    words: &[(&str, T)],
) -> Option<T> {
    let node = field?;
    let text = match &node.value {
        Value::Nothing => return None,
        Value::Text { text, .. } => text.as_ref(),
        Value::List(_) | Value::Mapping(_) => "",
    };
    if let Some((_, found)) = words.iter().find(|(word, _)| *word == text) {
        return Some(*found);
    }
    let described = node.value.described();
    problems.add(|| {
        let known = || words.iter().map(|(word, _)| *word);
        let all: Vec<&str> = known().collect();
        let found = shown(&node.value, described);
        Problem::at(node.spot, format!("`{key}` cannot be {found}"))
            .did_you_mean(nearest(text, known()))
            .expected(format!("one of: {}", all.join(", ")))
    });
    None
}

/// When something is done; `true` and `false` say it, too.
fn when(problems: &mut Problems, key: &str, field: Option<Node<'_>>) -> Option<When> {
    let [auto, always, never] = When::ALL.map(|when| (when.word(), when));
    let words = [
        auto,
        always,
        never,
        ("true", When::Always),
        ("false", When::Never),
    ];
    choice(problems, key, field, &words)
}

/// One line of text; none where nothing stands.
fn line(problems: &mut Problems, field: Option<Node<'_>>) -> Option<String> {
    let (text, _, spot) = problems.text(field?)?;
    if text.contains(char::is_control) {
        problems.add(|| Problem::at(spot, "a line break or another control character in it"));
        return None;
    }
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Keymap;

    /// All that is wrong with a text, as its writer is told.
    fn told(text: &str) -> String {
        let (_, problems) = load(text.as_bytes());
        problems.render("config.yaml", text.as_bytes())
    }

    #[test]
    fn a_file_with_nothing_in_it_is_all_defaults() {
        for text in [
            "",
            "\n",
            "# theme: dark\n",
            "~",
            "theme:\nmouse: ~\neditor:\n",
        ] {
            assert_eq!(told(text), "", "{text:?}");
            assert_eq!(load(text.as_bytes()).0, Config::default(), "{text:?}");
        }
    }

    #[test]
    fn every_key_is_read() {
        let text = "\
theme: mono
ascii: always
mouse: false
hyperlinks: never
reduced-motion: true
roadmaps: ~/roadmaps
editor: 'code --wait'
";
        assert_eq!(told(text), "");
        let expected = Config {
            theme: Theme::Mono,
            ascii: When::Always,
            mouse: false,
            hyperlinks: When::Never,
            reduced_motion: true,
            roadmaps: Some(PathBuf::from("~/roadmaps")),
            editor: Some("code --wait".to_owned()),
            keymap: Keymap::default(),
        };
        assert_eq!(load(text.as_bytes()).0, expected);
    }

    #[test]
    fn true_and_false_say_always_and_never() {
        for (word, when) in [
            ("true", When::Always),
            ("false", When::Never),
            ("auto", When::Auto),
            ("always", When::Always),
            ("never", When::Never),
        ] {
            let (config, _) = load(format!("ascii: {word}").as_bytes());
            assert_eq!(config.ascii, when, "{word}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_and_the_rest_counts() {
        let text = "\
theme: drak
# what follows is misspelt
tehme: dark
mouse: yes
reduced-motion: true
ascii: [always]
hyperlinks: sometimes
mouse: false
editor: {vi: -R}
roadmaps: \"a\\tb\"
";
        insta::assert_snapshot!(told(text), @r#"
        config.yaml:1:8: `theme` cannot be `drak`
            1 | theme: drak
              |        ^^^^ did you mean `dark`?
           expected one of: auto, dark, light, high-contrast, mono

        config.yaml:3:1: unknown key `tehme` in the configuration
            3 | tehme: dark
              | ^^^^^ did you mean `theme`?
           expected one of: theme, ascii, mouse, hyperlinks, reduced-motion, roadmaps, editor, keys

        config.yaml:4:8: expected `true` or `false`, found `yes`
            4 | mouse: yes
              |        ^^^

        config.yaml:6:8: `ascii` cannot be a list
            6 | ascii: [always]
              |        ^
           expected one of: auto, always, never, true, false

        config.yaml:7:13: `hyperlinks` cannot be `sometimes`
            7 | hyperlinks: sometimes
              |             ^^^^^^^^^
           expected one of: auto, always, never, true, false

        config.yaml:8:1: a second `mouse` in the configuration
            8 | mouse: false
              | ^^^^^ its value in line 4 is the first

        config.yaml:9:9: expected text, found keys with values
            9 | editor: {vi: -R}
              |         ^ put a text that begins with `[` or `{`, or has `: ` in it, in quotes

        config.yaml:10:11: a line break or another control character in it
           10 | roadmaps: "a\tb"
              |           ^^^^^^
        "#);
        let expected = Config {
            reduced_motion: true,
            ..Config::default()
        };
        assert_eq!(load(text.as_bytes()).0, expected);
    }

    #[test]
    fn what_is_no_configuration_at_all_is_told() {
        insta::assert_snapshot!(told("just words"), @"
        config.yaml:1:1: expected the configuration, found text
            1 | just words
              | ^^^^^^^^^^
           expected keys with values: theme, ascii, mouse, hyperlinks, reduced-motion, roadmaps, editor, keys
        ");
        insta::assert_snapshot!(told("theme: [dark\nmouse: false\n"), @"
        config.yaml:2:6: `:` makes no key within brackets
            2 | mouse: false
              |      ^ see whether a bracket is left open
        ");
        insta::assert_snapshot!(told("theme: &x dark\neditor: *x\n"), @"
        config.yaml:2:9: an alias
            2 | editor: *x
              |         ^^ a configuration has no aliases: write it out, or put a text that begins with `*` in quotes
        ");
    }
}
