//! Going to another place, and back.

use std::sync::Arc;

use super::Model;
use crate::insight::{Index, Lead};
use crate::roadmap::TopicKey;
use crate::tui::command::commands;
use crate::tui::found::Found;
use crate::tui::keymap::Action;
use crate::tui::overlay::{Overlay, help, palette, search};
use crate::tui::screen::roadmap::{self, Pane};
use crate::tui::screen::{Screen, Spot};
use crate::tui::theme::Role;
use crate::tui::words;

/// How many of the commands that were run by name are remembered.
const RECENT: usize = 8;

/// Where a jump began.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    screen: Screen,
    topic: Option<String>,
    pane: Pane,
    on_roadmap: roadmap::Spot,
    spot: Spot,
}

impl Model {
    /// Goes to a topic on the roadmap, from where `Back` leads here again; to one that is in no step
    /// on the path screen.
    pub fn jump(&mut self, key: TopicKey) {
        self.depart();
        self.leave_found();
        self.go(Lead::Topic(key));
    }

    /// Remembers this place as the one where a jump began.
    fn depart(&mut self) {
        self.back = Some(Origin {
            screen: self.screens.shown,
            topic: self.topic_id().map(str::to_owned),
            pane: self.screens.roadmap.pane,
            on_roadmap: self.screens.roadmap.spot(),
            spot: self.screens.spot(),
        });
    }

    /// What was found is not where the learner is any more.
    fn leave_found(&mut self) {
        if let Some(found) = &mut self.found {
            found.is_here = false;
        }
    }

    /// Goes back to where the last jump began.
    pub fn jump_back(&mut self) {
        self.leave_found();
        if let Some(origin) = self.back.take() {
            self.resume(origin.screen, origin.topic.as_deref(), origin.pane.word());
            self.screens.roadmap.return_to(origin.on_roadmap);
            self.screens.return_to(origin.spot);
        }
    }

    /// Goes to a topic and a pane by their words in the session file; what does not exist any more
    /// is passed over.
    pub fn resume(&mut self, screen: Screen, topic: Option<&str>, pane: &str) {
        self.screens.shown = screen;
        if let Some(key) = topic.and_then(|id| self.roadmap.topic(id)) {
            self.screens.roadmap.select(&self.roadmap, key);
        }
        if let Some(pane) = Pane::from_word(pane) {
            self.screens.roadmap.pane = pane;
        }
    }

    /// Goes to a place, and leaves where `Back` leads as it is.
    fn go(&mut self, lead: Lead) {
        let (roadmap, screens) = (&self.roadmap, &mut self.screens);
        match lead {
            Lead::Topic(key) if roadmap.step_of(key).is_none() => {
                screens.shown = Screen::Path;
                screens.path.select(roadmap, key);
            }
            Lead::Topic(key) => {
                screens.shown = Screen::Roadmap;
                screens.roadmap.select(roadmap, key);
                screens.roadmap.pane = Pane::Topics;
            }
            Lead::Project(key) => {
                screens.shown = Screen::Projects;
                screens.projects.select(key);
            }
            Lead::Step(at) => {
                screens.shown = Screen::Roadmap;
                screens.roadmap.select_step(roadmap, at);
            }
            Lead::Path(path) => {
                screens.shown = Screen::Path;
                screens.path.select_path(path, None);
            }
            Lead::Stage(path, stage) => {
                screens.shown = Screen::Path;
                screens.path.select_path(path, Some(stage));
            }
            Lead::Course(course) => {
                screens.shown = Screen::Path;
                screens.path.select_course(course);
            }
            Lead::Mistake(at) => {
                screens.shown = Screen::Guide;
                screens.guide.select_mistake(at);
            }
            Lead::Question(at) => {
                screens.shown = Screen::Guide;
                screens.guide.select_question(at);
            }
        }
    }

    /// Goes to the place of a search that was accepted, from where `Back` leads here again.
    pub fn accept(&mut self, found: Found) {
        self.depart();
        found.text.clone_into(&mut self.searched);
        self.found = Some(found);
        self.go_to_found();
    }

    /// Goes so many places on among those that were found; `Back` leads to where the search began, or
    /// to where the learner went since.
    pub fn next_hit(&mut self, by: isize) {
        if self.found.as_ref().is_some_and(|found| !found.is_here) {
            self.depart();
        }
        if let Some(found) = &mut self.found {
            found.step(by);
        }
        self.go_to_found();
    }

    fn go_to_found(&mut self) {
        if let Some(place) = self.found.as_ref().and_then(Found::place) {
            self.go(place);
        }
        // Also where the status line has no row to stay on.
        if let Some(line) = self.found_line() {
            self.tell(Role::Notice, line);
        }
    }

    /// Which of the places that were found this is, while one goes through them; how many there are,
    /// once one went elsewhere.
    #[must_use]
    pub fn found_line(&self) -> Option<String> {
        let found = self.found.as_ref().filter(|_| self.overlay.is_none())?;
        if found.is_here {
            return Some(words::search::found(&found.text, found.number()));
        }
        let (_, count) = found.number();
        let waiting = words::search::waiting(&found.text, count);
        Some(words::with_keys(&waiting, &self.keymap))
    }

    /// Ends going through what was found.
    pub fn end_search(&mut self) {
        if let Some(found) = self.found.take() {
            let is_away = self.back.is_some();
            self.tell(Role::Notice, words::search::ended(&found.text, is_away));
        }
    }

    /// Opens the help, the search or the list of commands.
    pub fn open_help(&mut self) {
        let help = help::State::new(Arc::clone(&self.keymap), &self.contexts());
        self.overlay = Some(Overlay::Help(help));
    }

    /// Opens the search; what can be found is gathered now, not at start-up.
    pub fn open_search(&mut self) {
        let index = Index::of(&self.roadmap, &self.progress);
        let search = search::State::new(index, self.searched.clone(), &self.keymap);
        self.overlay = Some(Overlay::Search(Box::new(search)));
    }

    /// Opens the list of commands; what can run is asked of the screen below.
    pub fn open_palette(&mut self) {
        // What is selected is known only once it is laid out.
        self.settle();
        let palette = palette::State::new(commands(self), &self.recent);
        self.overlay = Some(Overlay::Palette(palette));
    }

    /// Remembers a command that was run by name.
    pub fn remember_command(&mut self, action: Action) {
        self.recent.retain(|recent| *recent != action);
        self.recent.insert(0, action);
        self.recent.truncate(RECENT);
    }
}
