//! A configuration as the text of a file.

use std::fmt::Write as _;

use super::Config;
use crate::plain::clean;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Keymap};
use crate::tui::theme::Theme;

impl Config {
    /// Writes the configuration as a file that says the same: every key with a comment on what it
    /// does, what it may be and what it is by default.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let default = Self::default();
        let themes = Theme::ALL.map(Theme::name).join(", ");
        let mut out = Writer::default();
        out.comment(
            "How roadmap-tui is to be. Every key may be left out: then it is as by default.",
        );
        out.key(
            &format!("The colours: {themes}; auto takes those of your terminal."),
            "theme",
            self.theme.name(),
            default.theme.name(),
        );
        out.key(
            "Draw with ASCII characters only: auto, where the locale is not UTF-8; always; never.",
            "ascii",
            self.ascii.word(),
            default.ascii.word(),
        );
        out.key(
            "Take clicks and the wheel: true or false.",
            "mouse",
            word(self.mouse),
            word(default.mouse),
        );
        out.key(
            "Let the terminal open links that are clicked: auto, where it is known to; always; never.",
            "hyperlinks",
            self.hyperlinks.word(),
            default.hyperlinks.word(),
        );
        out.key(
            "Let lists turn whole pages and nothing flash: true or false.",
            "reduced-motion",
            word(self.reduced_motion),
            word(default.reduced_motion),
        );
        let roadmaps = self.roadmaps.as_ref().map(|path| path.to_string_lossy());
        out.key(
            "The directory of your own roadmaps; `~/` is your home, and a relative one is in the data directory.",
            "roadmaps",
            &roadmaps.map_or_else(String::new, |path| quoted(&path)),
            "the directory `roadmaps` in the data directory",
        );
        out.key(
            "The command that edits a note, with its arguments.",
            "editor",
            &self.editor.as_deref().map_or_else(String::new, quoted),
            "what $VISUAL or $EDITOR names",
        );
        out.keys(&self.keymap);
        out.text
    }
}

const fn word(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// A text in double quotes, without anything that a terminal would not show.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        let shown = character.to_string();
        if clean(&shown) != shown {
            let _ = write!(out, "\\U{:08x}", u32::from(character));
            continue;
        }
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
    out
}

/// Keys as a file has them: one, or a list.
fn key_list(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(|key| key_name(*key)).collect();
    match names.as_slice() {
        [only] => only.clone(),
        all => format!("[{}]", all.join(", ")),
    }
}

/// A key as a file has it: in quotes where YAML would take it for something else.
fn key_name(key: Key) -> String {
    let name = key.to_string();
    let is_word = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphanumeric())
            && name
                .bytes()
                .all(|each| each.is_ascii_alphanumeric() || each == b'-')
    };
    if is_word(&name) { name } else { quoted(&name) }
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    // Writing to a string cannot fail.
    fn comment(&mut self, text: &str) {
        let _ = writeln!(self.text, "# {text}");
    }

    fn key(&mut self, what: &str, key: &str, value: &str, default: &str) {
        self.text.push('\n');
        self.comment(what);
        self.comment(&format!("Default: {default}"));
        let line = format!("{key}: {value}");
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    /// All actions with their keys. Where those of one differ from place to place they are only told:
    /// there they can be nothing but the default.
    fn keys(&mut self, keymap: &Keymap) {
        self.text.push('\n');
        self.comment("The keys of each action: one, a list, or none: []. They apply wherever the action does.");
        self.comment("Keys are called like this: a, A, ?, space, ctrl-r, alt-x, page-down, F5.");
        self.text.push_str("keys:\n");
        let default = Keymap::default();
        let mut told: Vec<Action> = Vec::new();
        for row in keymap.rows() {
            if told.contains(&row.action) {
                continue;
            }
            told.push(row.action);
            let (name, help) = (row.action.name(), row.help);
            let _ = match keymap.keys_everywhere(row.action) {
                Some(keys) => {
                    let usual = default.keys_everywhere(row.action).map(key_list);
                    let usual = usual.unwrap_or_else(|| "differs from place to place".to_owned());
                    writeln!(self.text, "  # {help}. Default: {usual}")
                        .and_then(|()| writeln!(self.text, "  {name}: {}", key_list(keys)))
                }
                None => writeln!(
                    self.text,
                    "  # {name} has other keys in each place; one list here is for all."
                ),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::super::{When, load};
    use super::*;
    use crate::tui::key;
    use crate::tui::keymap::KEYMAP;

    fn configs() -> impl Strategy<Value = Config> {
        let when = || prop::sample::select(When::ALL.to_vec());
        let text = || prop::option::of("[^\\p{Cc}\\s]([^\\p{Cc}]*[^\\p{Cc}\\s])?");
        let plain = (
            prop::sample::select(Theme::ALL.to_vec()),
            when(),
            any::<bool>(),
            when(),
            any::<bool>(),
            text(),
            text(),
        );
        (plain, keymaps()).prop_map(|(plain, keymap)| {
            let (theme, ascii, mouse, hyperlinks, reduced_motion, roadmaps, editor) = plain;
            Config {
                theme,
                ascii,
                mouse,
                hyperlinks,
                reduced_motion,
                roadmaps: roadmaps.map(PathBuf::from),
                editor,
                keymap,
            }
        })
    }

    /// What is left of keys that are set at random once those that cannot be are left out.
    fn keymaps() -> impl Strategy<Value = Keymap> {
        let names: Vec<&str> = KEYMAP.iter().map(|row| row.action.name()).collect();
        let name = prop::sample::select(names);
        let key = prop_oneof![
            "[!-~]",
            "(ctrl|alt)-[!-~]",
            "F[1-9]",
            "\\PC",
            prop::sample::select(key::names().map(str::to_owned).collect::<Vec<_>>()),
        ];
        let keys = prop::collection::vec(key, 0..4);
        prop::collection::hash_map(name, keys, 0..20).prop_map(|wishes| {
            let mut text = "keys:\n".to_owned();
            for (name, keys) in wishes {
                let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
                let _ = writeln!(text, "  {name}: [{}]", keys.join(", "));
            }
            load(text.as_bytes()).0.keymap
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(config in configs()) {
            let yaml = config.to_yaml();
            let (read, problems) = load(yaml.as_bytes());
            prop_assert_eq!(problems.render("config.yaml", yaml.as_bytes()), "");
            prop_assert_eq!(read, config);
        }
    }

    #[test]
    fn every_key_has_a_comment_and_its_default() {
        let yaml = Config::default().to_yaml();
        let (plain, keys) = yaml.split_once("\n# The keys").unwrap();
        insta::assert_snapshot!(plain, @r#"
        # How roadmap-tui is to be. Every key may be left out: then it is as by default.

        # The colours: auto, dark, light, high-contrast, mono; auto takes those of your terminal.
        # Default: auto
        theme: auto

        # Draw with ASCII characters only: auto, where the locale is not UTF-8; always; never.
        # Default: auto
        ascii: auto

        # Take clicks and the wheel: true or false.
        # Default: true
        mouse: true

        # Let the terminal open links that are clicked: auto, where it is known to; always; never.
        # Default: auto
        hyperlinks: auto

        # Let lists turn whole pages and nothing flash: true or false.
        # Default: false
        reduced-motion: false

        # The directory of your own roadmaps; `~/` is your home, and a relative one is in the data directory.
        # Default: the directory `roadmaps` in the data directory
        roadmaps:

        # The command that edits a note, with its arguments.
        # Default: what $VISUAL or $EDITOR names
        editor:
        "#);
        for line in [
            "  # Take back the latest change, even after a restart. Default: u\n  undo: u\n",
            "  # To the next screen. Default: \"]\"\n  next-screen: \"]\"\n",
            "  # close has other keys in each place; one list here is for all.\n",
        ] {
            assert!(keys.contains(line), "{keys}");
        }
    }
}
