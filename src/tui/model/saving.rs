//! What is told, and how far changes are saved.

use std::collections::BTreeSet;

use crate::progress::Entry;
use crate::tui::theme::Role;

/// One line that tells the learner what happened; gone with the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it looks.
    pub role: Role,
    /// What it says.
    pub text: String,
}

/// How far the learner's changes are on their way to the disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saving {
    /// The changes that are not known to be on the disk.
    pub waiting: BTreeSet<Entry>,
    /// How many changes saving fails for: besides those that wait, what was on the disk and is lost.
    pub held: usize,
    /// What the status line says while saving fails.
    pub trouble: Option<String>,
    /// Why nothing can be saved in this journal at all.
    pub read_only: Option<String>,
    /// The numbers of the journal's lines that cannot be read.
    pub unreadable: Vec<usize>,
}

impl Saving {
    /// How many changes would be lost to the journal if the program ended now.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        self.waiting.len().max(self.held)
    }

    /// Whether changes are on their way and nothing is wrong.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        !self.waiting.is_empty() && self.trouble.is_none()
    }
}
