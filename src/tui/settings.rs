//! What the learner set, besides look and keys.

use super::list::Scrolling;

/// Plain values that the command line and the configuration decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether what moves by itself or slides is kept to a minimum.
    pub reduced_motion: bool,
    /// Whether all that is shown is made up and gone at the end.
    pub demo: bool,
    /// Whether links are marked for the terminal to open; none where that is for the program to know.
    pub hyperlinks: Option<bool>,
    /// The command that edits a note; none where the environment names it.
    pub editor: Option<String>,
}

impl Settings {
    /// How lists follow their selection.
    #[must_use]
    pub const fn scrolling(&self) -> Scrolling {
        if self.reduced_motion {
            Scrolling::Turning
        } else {
            Scrolling::Sliding
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mouse: true,
            reduced_motion: false,
            demo: false,
            hyperlinks: None,
            editor: None,
        }
    }
}
