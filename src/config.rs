//! `config.yaml`: how the learner wants the program to be. Every key may be left out.
//!
//! [`load`] takes what is right in a text and tells all that is wrong; [`Config::to_yaml`] writes a
//! configuration as such a text, with a comment for each key.

mod decode;
mod keys;
mod write;

use std::path::PathBuf;

pub use decode::load;

use crate::tui::keymap::Keymap;
use crate::tui::settings::Settings;
use crate::tui::theme::Theme;

/// Everything that the learner may decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The colours.
    pub theme: Theme,
    /// Whether only ASCII characters are drawn.
    pub ascii: When,
    /// Whether the program takes clicks and the wheel.
    pub mouse: bool,
    /// Whether links can be followed by a click of the terminal.
    pub hyperlinks: When,
    /// Whether nothing slides or flashes.
    pub reduced_motion: bool,
    /// The directory of the learner's own roadmaps, as it is written.
    pub roadmaps: Option<PathBuf>,
    /// The command that edits a note.
    pub editor: Option<String>,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            ascii: When::Auto,
            mouse: true,
            hyperlinks: When::Auto,
            reduced_motion: false,
            roadmaps: None,
            editor: None,
            keymap: Keymap::default(),
        }
    }
}

impl Config {
    /// What of it the terminal program keeps with it.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            mouse: self.mouse,
            reduced_motion: self.reduced_motion,
            hyperlinks: self.hyperlinks.decided(),
            editor: self.editor.clone(),
            ..Settings::default()
        }
    }
}

/// Whether something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Where the program finds it fit.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl When {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// The word for it in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// Whether it is done; none where that is for the program to know.
    #[must_use]
    pub const fn decided(self) -> Option<bool> {
        match self {
            Self::Auto => None,
            Self::Always => Some(true),
            Self::Never => Some(false),
        }
    }
}
