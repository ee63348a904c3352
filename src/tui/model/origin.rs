//! Where the roadmap comes from, and what becomes of that.

use std::mem;
use std::path::PathBuf;
use std::sync::Arc;

use super::Model;
use crate::insight::Index;
use crate::progress::Progress;
use crate::roadmap::Roadmap;
use crate::tui::command::commands;
use crate::tui::overlay::{Overlay, welcome};
use crate::tui::shelf::{Seen, Source, Volume};
use crate::tui::theme::Role;
use crate::tui::words;

/// Where the roadmap comes from, and which others there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Where it comes from.
    pub source: Source,
    /// The roadmaps that can be opened, as far as is known.
    pub volumes: Vec<Volume>,
    /// The directory of the learner's own roadmaps.
    pub folder: PathBuf,
    /// What the next start would open if it could: the file of last time, for which this one stands in.
    pub missing: Option<PathBuf>,
    /// What is wrong with its file, for as long as that is so.
    pub trouble: Option<String>,
    /// Says, where it is so, that the last good version of its file has another id and is not shown.
    pub other: Option<String>,
}

/// Whether the learner was shown how to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    /// Not yet.
    Due,
    /// Once, and that is enough.
    Given,
}

impl Greeting {
    /// As the session file has it.
    #[must_use]
    pub const fn of(was_welcomed: bool) -> Self {
        if was_welcomed { Self::Given } else { Self::Due }
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self {
            source: Source::Builtin,
            volumes: Vec::new(),
            folder: PathBuf::from("roadmaps"),
            missing: None,
            trouble: None,
            other: None,
        }
    }
}

impl Model {
    /// Takes over from the model of another roadmap what does not belong to that roadmap.
    pub fn follow(&mut self, before: &Self) {
        self.size = before.size;
        self.look = before.look;
        self.keymap = Arc::clone(&before.keymap);
        self.settings = before.settings.clone();
        self.wardrobe = before.wardrobe;
        self.greeting = before.greeting;
        self.recent.clone_from(&before.recent);
        self.searched.clone_from(&before.searched);
        self.origin.volumes.clone_from(&before.origin.volumes);
        // It may have been read before the latest of a journal that both have was on the disk.
        if self.roadmap.id == before.roadmap.id {
            self.unite(before.history.iter().cloned());
        }
        if self.notice.is_none() {
            let words = words::shelf::opened(&self.roadmap.title);
            self.tell(Role::Notice, words);
        }
    }

    /// Shows how to begin.
    pub fn welcome(&mut self) {
        self.greeting = Greeting::Given;
        let welcome = welcome::State::new(&self.roadmap, &self.progress, &self.keymap);
        self.overlay = Some(Overlay::Welcome(welcome));
    }

    /// Shows another edition of the roadmap, at the same place.
    pub fn reload(&mut self, roadmap: Roadmap) {
        let before = mem::replace(&mut self.roadmap, Arc::new(roadmap));
        self.progress = Progress::of(&self.roadmap, &self.history);
        self.screens = self.screens.moved(&before, &self.roadmap);
        // What holds places in the roadmap would lead elsewhere now.
        self.back = None;
        self.found = None;
        self.stale = true;
        self.recount();
        let overlay = self.overlay.take();
        self.overlay = overlay.and_then(|overlay| self.renewed(overlay, &before));
    }

    /// What lies over the screen, brought in line with another edition of the roadmap. It stays open
    /// with what is typed and chosen, so that no key lands elsewhere; but for a menu about topics of
    /// which one is gone.
    fn renewed(&mut self, overlay: Overlay, before: &Roadmap) -> Option<Overlay> {
        match overlay {
            Overlay::Search(mut search) => {
                let index = Index::of(&self.roadmap, &self.progress);
                search.renew(index, before, &self.roadmap);
                Some(Overlay::Search(search))
            }
            Overlay::Palette(palette) => {
                self.settle();
                let palette = palette.renewed(commands(self), &self.recent);
                Some(Overlay::Palette(palette))
            }
            Overlay::Welcome(before) => {
                let welcome = welcome::State::new(&self.roadmap, &self.progress, &self.keymap);
                Some(Overlay::Welcome(welcome.answered_as_in(&before)))
            }
            Overlay::Menu(menu) => {
                let is_about = menu.is_about(|id| self.roadmap.topic(id).is_some());
                is_about.then_some(Overlay::Menu(menu))
            }
            Overlay::Help(_) | Overlay::Ask(_) | Overlay::Note(_) | Overlay::Shelf(_) => {
                Some(overlay)
            }
        }
    }

    /// What is known of the roadmap that is open, without a look at the disk.
    pub(in crate::tui) fn seen(&mut self) -> Seen {
        self.recount();
        Seen::Good {
            id: self.roadmap.id.clone(),
            title: self.roadmap.title.clone(),
            count: self.completion.total,
        }
    }
}
