//! From a roadmap to the state of the terminal program.

use std::sync::Arc;

use crate::demo;
use crate::progress::Clock;
use crate::roadmap::Roadmap;
use crate::store::{Backups, Journal, Places, Session};
use crate::tui::keymap::Keymap;
use crate::tui::screen::Screen;
use crate::tui::settings::Settings;
use crate::tui::theme::{Look, Pick, Role, Theme};
use crate::tui::{self, Model, Msg, words};

/// What every roadmap is opened with.
pub(super) struct Opener {
    pub(super) places: Places,
    pub(super) look: Look,
    /// Whether no colour is wanted, whatever else is said.
    pub(super) colourless: bool,
    pub(super) settings: Settings,
    pub(super) keymap: Arc<Keymap>,
    pub(super) clock: Clock,
    /// Whether progress is made up where there is none.
    pub(super) is_demo: bool,
}

impl Opener {
    /// Reads the journal of a roadmap, and stands where the learner was in it.
    pub(super) fn open(&self, roadmap: Roadmap, session: &Session) -> (Model, Journal) {
        let journal = self.places.journal(&roadmap.id);
        let mut journal = Journal::new(journal, &roadmap.id, &roadmap.title);
        // Where this fails, the keeper's first look says so, and goes on saying it while it lasts.
        let _ = journal.read();
        if self.is_demo && journal.history().is_empty() {
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
        tui::update(&mut model, message(&journal), now);
        model.screens.insights.hide(&session.hidden);
        if let Some(place) = session.place(&model.roadmap.id) {
            let screen = Screen::from_word(&place.screen).unwrap_or_default();
            model.resume(screen, place.topic.as_deref(), &place.pane);
        }
        if self.is_demo {
            model.settings.demo = true;
            model.tell(Role::Notice, words::DEMO);
        }
        (model, journal)
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
