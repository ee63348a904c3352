//! What the rows around the panes say of how things stand.

use std::borrow::Cow;

use super::Model;
use crate::tui::screen::Screen;
use crate::tui::screen::roadmap::Filter;
use crate::tui::theme::Role;
use crate::tui::words;

impl Model {
    /// What the status line says: that something is not saved, for as long as that is so, but for a
    /// notice of further trouble until the next key; else the last notice.
    #[must_use]
    pub fn status_line(&self) -> Option<(Role, &str)> {
        let trouble = self.saving.trouble.as_deref();
        let edit = self.origin.trouble.as_deref();
        let notice = self.notice.as_ref();
        match (trouble, notice) {
            (_, Some(notice)) if notice.role == Role::Trouble => Some((notice.role, &notice.text)),
            (Some(trouble), _) if !self.leaving => Some((Role::Trouble, trouble)),
            (_, Some(notice)) => Some((notice.role, &notice.text)),
            (Some(trouble), None) => Some((Role::Trouble, trouble)),
            (None, None) => edit.map(|trouble| (Role::Trouble, trouble)),
        }
    }

    /// What the topics of the screen that is shown are narrowed down to.
    #[must_use]
    pub fn filter(&self) -> Filter {
        match self.screens.shown {
            Screen::Roadmap => self.screens.roadmap.filter(),
            Screen::Projects | Screen::Path | Screen::Insights | Screen::Guide => {
                Filter::Everything
            }
        }
    }

    /// What is recommended next, in a sentence; on the roadmap screen, while something is and nothing
    /// lies over it.
    #[must_use]
    pub fn next_line(&self) -> Option<&str> {
        let is_seen = self.screens.shown == Screen::Roadmap && self.overlay.is_none();
        (is_seen && self.next.is_some()).then_some(self.next_line.as_str())
    }

    /// How things stand, where no notice is in the way: how many topics are selected while several are,
    /// else what is next.
    #[must_use]
    pub fn standing_line(&self) -> Option<Cow<'_, str>> {
        let roadmap = &self.screens.roadmap;
        let is_ranging = self.screens.shown == Screen::Roadmap && roadmap.is_ranging();
        if is_ranging && self.overlay.is_none() {
            return Some(words::range::standing(roadmap.selected()).into());
        }
        self.next_line().map(Cow::Borrowed)
    }

    pub(super) fn next_sentence(&self) -> String {
        let path = self.progress.path(&self.roadmap);
        let path = path.map_or("", words::path::name);
        self.next.map_or_else(String::new, |next| {
            words::next::sentence(&self.roadmap, next, path, self.today)
        })
    }
}
