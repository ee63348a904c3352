//! A configuration as the text of a file.

use std::fmt::Write as _;

use super::Config;
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
            "The directory of your own roadmaps; `~/` is your home.",
            "roadmaps",
            &roadmaps.map_or_else(String::new, |path| quoted(&path)),
            "the directory `roadmaps` beside this file",
        );
        out.key(
            "The command that edits a note, with its arguments.",
            "editor",
            &self.editor.as_deref().map_or_else(String::new, quoted),
            "what $VISUAL or $EDITOR names",
        );
        out.text
    }
}

const fn word(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// A text in double quotes. It has no control characters: none is read.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
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
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::super::{When, load};
    use super::*;

    fn configs() -> impl Strategy<Value = Config> {
        let when = || prop::sample::select(When::ALL.to_vec());
        let text = || prop::option::of("[^\\p{C}\\s]([^\\p{C}]*[^\\p{C}\\s])?");
        (
            prop::sample::select(Theme::ALL.to_vec()),
            when(),
            any::<bool>(),
            when(),
            any::<bool>(),
            text(),
            text(),
        )
            .prop_map(
                |(theme, ascii, mouse, hyperlinks, reduced_motion, roadmaps, editor)| Config {
                    theme,
                    ascii,
                    mouse,
                    hyperlinks,
                    reduced_motion,
                    roadmaps: roadmaps.map(PathBuf::from),
                    editor,
                },
            )
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
        insta::assert_snapshot!(Config::default().to_yaml(), @"
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

        # The directory of your own roadmaps; `~/` is your home.
        # Default: the directory `roadmaps` beside this file
        roadmaps:

        # The command that edits a note, with its arguments.
        # Default: what $VISUAL or $EDITOR names
        editor:
        ");
    }
}
