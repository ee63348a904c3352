//! Where the learner is, written down for the next start.

use super::Program;
use crate::store::Place;
use crate::tui::model::{Greeting, Model};
use crate::tui::theme::Pick;

impl Program {
    /// Has the place where the learner is, and what they have hidden and
    /// picked, written down if that has changed.
    pub(super) fn remember(&mut self) {
        let place = place(&self.model);
        let hidden = self.model.screens.insights.hidden();
        let theme = match self.model.wardrobe.picked {
            Pick::Configured => None,
            Pick::Theme(theme) => Some(theme.name().to_owned()),
        };
        let welcomed = self.model.greeting == Greeting::Given;
        let session = &mut self.session;
        let now = (&place, &hidden, &theme, welcomed);
        if now
            != (
                &self.place,
                &session.hidden,
                &session.theme,
                session.welcomed,
            )
        {
            self.place = place;
            session.hide(hidden);
            session.pick(theme);
            session.welcomed = welcomed;
            self.write_session();
        }
    }

    /// Has the session written down.
    pub(super) fn write_session(&mut self) {
        let id = self.model.roadmap.id.as_str();
        self.session.visit(id, self.place.clone());
        self.keeper.remember(self.session.clone());
    }
}

/// Where the learner is, in the words of the session file.
pub(super) fn place(model: &Model) -> Place {
    Place {
        screen: model.screens.shown.word().to_owned(),
        topic: model.topic_id().map(str::to_owned),
        pane: model.screens.roadmap.pane.word().to_owned(),
    }
}
