//! From a roadmap to the state of the terminal program; the same for the first one and all others.

use std::path::PathBuf;
use std::sync::Arc;

use super::choice::{Fault, Loaded, load};
use crate::demo;
use crate::insight::{Completion, Count};
use crate::progress::{Clock, Progress};
use crate::roadmap::Roadmap;
use crate::store::{Backups, Journal, Places, Session, roadmap_files};
use crate::tui::keymap::Keymap;
use crate::tui::model::Greeting;
use crate::tui::screen::Screen;
use crate::tui::settings::Settings;
use crate::tui::shelf::{Seen, Source};
use crate::tui::theme::{Look, Pick, Role, Theme};
use crate::tui::{self, Library, Model, Msg, Opened, words};

/// What every roadmap is opened with.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) places: Places,
    /// The learner's own directory of roadmaps.
    pub(super) roadmaps: PathBuf,
    pub(super) look: Look,
    /// Whether no colour is wanted, whatever else is said.
    pub(super) colourless: bool,
    pub(super) settings: Settings,
    pub(super) keymap: Arc<Keymap>,
    pub(super) clock: Clock,
}

impl Library for Shelf {
    fn list(&self) -> Vec<Source> {
        let files = roadmap_files(&self.roadmaps);
        let files = files.into_iter().map(Source::File);
        [Source::Builtin].into_iter().chain(files).collect()
    }

    fn look(&self, source: &Source) -> Seen {
        match load(source.clone()) {
            Ok(loaded) => Seen::Good {
                count: self.count(&loaded.roadmap),
                id: loaded.roadmap.id,
                title: loaded.roadmap.title,
            },
            Err(Fault::Damaged) => Seen::Unreadable(words::shelf::DAMAGED.to_owned()),
            Err(Fault::Unreadable(error)) => Seen::Unreadable(error.reason().to_owned()),
            Err(Fault::Bad { problems, .. }) => Seen::Bad {
                problems: problems.count(),
                first: problems.first(),
            },
        }
    }

    fn open(&self, source: &Source, session: &Session) -> Result<Opened, String> {
        let loaded = load(source.clone()).map_err(|fault| fault.in_short())?;
        Ok(self.open_loaded(loaded, session))
    }
}

impl Shelf {
    /// How much of a roadmap is done, by its journal.
    fn count(&self, roadmap: &Roadmap) -> Count {
        let mut journal = self.journal(roadmap);
        // What cannot be read is told once it is opened.
        let _ = journal.read();
        let progress = Progress::of(roadmap, journal.history());
        Completion::of(roadmap, &progress).total
    }

    fn journal(&self, roadmap: &Roadmap) -> Journal {
        let path = self.places.journal(&roadmap.id);
        Journal::new(path, &roadmap.id, &roadmap.title)
    }

    /// Reads the journal of a roadmap, and stands where the learner was in it.
    pub(super) fn open_loaded(&self, loaded: Loaded, session: &Session) -> Opened {
        let roadmap = loaded.roadmap;
        let mut journal = self.journal(&roadmap);
        // Where this fails, the keeper's first look says so, and goes on saying it while it lasts.
        let _ = journal.read();
        if self.settings.demo && journal.history().is_empty() {
            let _ = journal.append(&demo::entries(&roadmap, self.clock.now()));
        }
        let now = self.clock.guess(journal.history().latest());
        let backups = Backups::new(self.places.backups(), &roadmap.id);
        let journal = journal.with_backups(backups, now.day());
        let history = journal.history().clone();
        let mut model = Model::new(Arc::new(roadmap), history, self.look, now.day());
        model.settings = self.settings.clone();
        model.keymap = Arc::clone(&self.keymap);
        model.wardrobe.colourless = self.colourless;
        let theme = session.theme.as_deref().and_then(Theme::named);
        model.wardrobe.picked = theme.map_or(Pick::Configured, Pick::Theme);
        model.origin.source = loaded.source;
        model.origin.folder.clone_from(&self.roadmaps);
        model.greeting = Greeting::of(session.welcomed);
        tui::update(&mut model, message(&journal), now);
        model.screens.insights.hide(&session.hidden);
        if let Some(place) = session.place(&model.roadmap.id) {
            let screen = Screen::from_word(&place.screen).unwrap_or_default();
            model.resume(screen, place.topic.as_deref(), &place.pane);
        }
        if self.settings.demo {
            model.tell(Role::Notice, words::DEMO);
        }
        Opened {
            model,
            journal,
            watch: loaded.watch,
        }
    }
}

/// What the model is to know of the journal besides its entries.
fn message(journal: &Journal) -> Msg {
    Msg::Read {
        entries: Vec::new(),
        unreadable: journal.unreadable().iter().map(|(line, _)| *line).collect(),
        read_only: journal.refusal().map(|refusal| refusal.to_string()),
    }
}
