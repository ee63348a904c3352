//! The whole state of the terminal program.

mod go;
mod mouse;
mod origin;
mod saving;
mod standing;

pub use origin::{Greeting, Origin};
pub use saving::{Notice, Saving};

use std::sync::Arc;

use jiff::civil;

use super::found::Found;
use super::keymap::{Action, Context, Keymap, ScreenAction};
use super::layout::Layout;
use super::overlay::Overlay;
use super::screen::roadmap::Pane;
use super::screen::{Outcome, Screen, Screens, Subject};
use super::settings::Settings;
use super::theme::{Look, Role, Wardrobe};
use super::words;
use crate::insight::{Activity, Completion, Held, Next, advice, next};
use crate::progress::{Entry, History, Progress, Stamp};
use crate::roadmap::Roadmap;

/// Everything that is drawn follows from this.
#[derive(Debug)]
pub struct Model {
    /// The roadmap.
    pub roadmap: Arc<Roadmap>,
    /// Every entry.
    pub history: History,
    /// What the entries add up to.
    pub progress: Progress,
    /// What is counted of it; brought up to date by [`Model::settle`].
    pub completion: Completion,
    /// What was done on which days; brought up to date by [`Model::settle`].
    pub activity: Activity,
    /// The screens.
    pub screens: Screens,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// The last thing to tell.
    pub notice: Option<Notice>,
    /// How far changes are saved.
    pub saving: Saving,
    /// Whether quitting was asked for although something is not saved.
    pub leaving: bool,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// What the latest search found, while one goes through it.
    pub found: Option<Found>,
    /// What was looked for the last time.
    pub searched: String,
    /// The commands that were run by name, the latest first.
    pub recent: Vec<Action>,
    /// What the learner set.
    pub settings: Settings,
    /// How things are drawn.
    pub look: Look,
    /// Where the theme of it comes from.
    pub wardrobe: Wardrobe,
    /// Where the roadmap comes from.
    pub origin: Origin,
    /// Whether the learner was shown how to begin.
    pub greeting: Greeting,
    /// The learner's day.
    pub today: civil::Date,
    pub(super) size: (u16, u16),
    /// What is recommended next.
    pub next: Option<Next>,
    /// The mistakes that are being made.
    pub advice: Vec<Held>,
    /// What is recommended next, in a sentence.
    next_line: String,
    /// The day that all this was counted on.
    counted: Option<civil::Date>,
    /// Where `Back` leads.
    back: Option<go::Origin>,
    stale: bool,
    undoable: bool,
}

impl Model {
    /// A model of a roadmap and what the learner did on it, before the size of the screen is known.
    #[must_use]
    pub fn new(roadmap: Arc<Roadmap>, history: History, look: Look, today: civil::Date) -> Self {
        let progress = Progress::of(&roadmap, &history);
        Self {
            undoable: history.is_undoable(),
            completion: Completion::of(&roadmap, &progress),
            activity: Activity::default(),
            screens: Screens::new(&roadmap),
            roadmap,
            history,
            progress,
            overlay: None,
            notice: None,
            saving: Saving::default(),
            leaving: false,
            keymap: Arc::default(),
            found: None,
            searched: String::new(),
            recent: Vec::new(),
            settings: Settings::default(),
            look,
            wardrobe: Wardrobe::new(look.theme),
            origin: Origin::default(),
            greeting: Greeting::Due,
            today,
            size: (0, 0),
            next: None,
            advice: Vec::new(),
            next_line: String::new(),
            counted: None,
            back: None,
            stale: true,
        }
    }

    /// Gives the screen a size, in columns and rows; the same for every size that no terminal has.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.size = (width.min(1000), height.min(500));
    }

    /// The size of the screen, in columns and rows.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Where things stand; none where the screen is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size.0, self.size.1)
    }

    /// Where a key is pressed now, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.overlay {
            Some(overlay) => overlay.context().chain().to_vec(),
            None => self.screen_contexts(),
        }
    }

    /// Where a key would be pressed if nothing lay over the screen, the nearest first.
    #[must_use]
    pub fn screen_contexts(&self) -> Vec<Context> {
        let [range, filter] = self.screens.modes();
        let found = self.found.is_some().then_some(Context::Found);
        let modes = range.into_iter().chain(found).chain(filter);
        let screen = self.screens.shown.context().chain();
        modes.chain(screen.iter().copied()).collect()
    }

    /// Whether what is typed goes into a text field.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        self.overlay.as_ref().is_some_and(Overlay::takes_text)
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<&str> {
        let read_only = self.saving.read_only.as_deref();
        match action {
            Action::Undo | Action::Redo | Action::ResetAll => read_only,
            Action::Screen(action) if action.records() && read_only.is_some() => read_only,
            Action::Screen(action) => self.screens.refusal(action, &self.subject()),
            Action::Back => self.back.is_none().then_some(words::NO_WAY_BACK),
            Action::GoToNext => self.next.is_none().then_some(words::NOTHING_NEXT),
            Action::Theme(_) | Action::ChooseTheme => {
                (self.wardrobe.colourless).then_some(words::theme::NO_COLOUR)
            }
            Action::NextHit | Action::PreviousHit | Action::EndSearch => {
                self.found.is_none().then_some(words::search::NO_SEARCH)
            }
            Action::Overlay(_)
            | Action::Search
            | Action::Palette
            | Action::Show(_)
            | Action::ShowNext
            | Action::ShowPrevious
            | Action::Help
            | Action::Roadmaps
            | Action::Welcome
            | Action::Suspend
            | Action::Quit => None,
        }
    }

    /// Whether the footer offers an action: it can run now and would change something.
    #[must_use]
    pub fn applies(&self, action: Action) -> bool {
        let is_offered = match action {
            Action::Screen(action) => self.screens.offers(action),
            other => other != Action::Undo || self.undoable,
        };
        is_offered && self.refusal(action).is_none()
    }

    /// Whether a mistake is being made whose mark is not silenced.
    #[must_use]
    pub fn is_advised(&self) -> bool {
        self.advice.iter().any(|held| !held.silent)
    }

    /// What the panes are drawn from.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            roadmap: &self.roadmap,
            progress: &self.progress,
            history: &self.history,
            completion: &self.completion,
            activity: &self.activity,
            advice: &self.advice,
            look: &self.look,
            keymap: &self.keymap,
            scrolling: self.settings.scrolling(),
            today: self.today,
        }
    }

    /// Adds entries of the learner's, each later than all that were here or of one time with those
    /// before it.
    pub fn record(&mut self, entries: &[Entry]) {
        self.history.extend(entries.iter().cloned());
        if entries.iter().all(|entry| entry.undoes.is_none()) {
            for entry in entries {
                self.progress.record(&self.roadmap, entry);
            }
        } else {
            self.progress = Progress::of(&self.roadmap, &self.history);
        }
        self.stale = true;
    }

    /// Adds entries that others wrote.
    pub fn unite(&mut self, entries: impl IntoIterator<Item = Entry>) {
        let before = self.history.len();
        self.history.extend(entries);
        if self.history.len() != before {
            self.progress = Progress::of(&self.roadmap, &self.history);
            self.stale = true;
        }
    }

    /// Tells the learner something.
    pub fn tell(&mut self, role: Role, text: impl Into<String>) {
        let text = words::with_keys(&text.into(), &self.keymap);
        self.notice = Some(Notice { role, text });
    }

    /// Brings counts, scroll offsets and wrapped text in line with everything else. To be called
    /// once before drawing, however many messages came.
    pub fn settle(&mut self) {
        let looked_at = self.overlay.as_ref().and_then(Overlay::looked_at);
        self.look.theme = self.wardrobe.worn(looked_at);
        self.recount();
        if let Some(layout) = self.layout() {
            // Taken out for as long as it reads the rest of the model.
            let mut screens = std::mem::take(&mut self.screens);
            screens.settle(&self.subject(), &layout);
            self.screens = screens;
            if let Some(overlay) = &mut self.overlay {
                overlay.settle(layout.above_status(), self.settings.scrolling());
            }
        }
    }

    /// Brings counts and what is next in line with what the learner did; at no cost where nothing
    /// changed.
    pub(super) fn recount(&mut self) {
        let is_stale = std::mem::take(&mut self.stale);
        if is_stale {
            self.completion = Completion::of(&self.roadmap, &self.progress);
            self.undoable = self.history.is_undoable();
            self.next = next(&self.roadmap, &self.progress, &self.completion);
        }
        // A streak, a silence and what one says of days may end with the day.
        if is_stale || self.counted != Some(self.today) {
            self.counted = Some(self.today);
            self.activity = Activity::of(&self.roadmap, &self.history, self.today);
            self.next_line = self.next_sentence();
            self.advice = advice(
                &self.roadmap,
                &self.history,
                &self.progress,
                &self.completion,
                self.today,
            );
        }
    }

    /// A time for a new entry: later than that of every entry here.
    #[must_use]
    pub fn stamp(&self, now: Stamp) -> Stamp {
        now.later_than(self.history.latest())
    }

    /// Has the screen that is shown do what an action asks for.
    pub fn act(&mut self, action: ScreenAction) -> Outcome {
        let layout = self.layout();
        // How far a text scrolls is known only once it is laid out, also amid a burst of keys.
        let roadmap = &self.screens.roadmap;
        if self.screens.shown != Screen::Roadmap || roadmap.pane == Pane::Detail {
            self.settle();
        }
        // Taken out for as long as it reads the rest of the model.
        let mut screens = std::mem::take(&mut self.screens);
        let outcome = screens.act(&self.subject(), action, layout.as_ref());
        self.screens = screens;
        outcome
    }

    /// The full id of the selected topic.
    #[must_use]
    pub fn topic_id(&self) -> Option<&str> {
        self.screens
            .roadmap
            .last_topic()
            .map(|key| self.roadmap[key].id.as_str())
    }
}
