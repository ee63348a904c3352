//! The whole state of the terminal program.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil;

use super::keymap::{Action, Context};
use super::layout::Layout;
use super::overlay::Overlay;
use super::screen::roadmap::{Pane, State, Subject};
use super::theme::{Look, Role};
use crate::insight::Completion;
use crate::progress::{Entry, History, Progress, Stamp};
use crate::roadmap::Roadmap;

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
    /// The roadmap screen.
    pub screen: State,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// The last thing to tell.
    pub notice: Option<Notice>,
    /// How far changes are saved.
    pub saving: Saving,
    /// Whether quitting was asked for although something is not saved.
    pub leaving: bool,
    /// How things are drawn.
    pub look: Look,
    /// The learner's day.
    pub today: civil::Date,
    pub(super) size: (u16, u16),
    stale: bool,
    undoable: bool,
}

impl Model {
    /// A model of a roadmap and what the learner did on it, before the size of the screen is known.
    #[must_use]
    pub fn new(roadmap: Arc<Roadmap>, history: History, look: Look, today: civil::Date) -> Self {
        let progress = Progress::of(&roadmap, &history);
        Self {
            undoable: is_undoable(&history),
            completion: Completion::of(&roadmap, &progress),
            screen: State::new(&roadmap),
            roadmap,
            history,
            progress,
            overlay: None,
            notice: None,
            saving: Saving::default(),
            leaving: false,
            look,
            today,
            size: (0, 0),
            stale: false,
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
        Layout::of(self.size.0, self.size.1, self.screen.pane)
    }

    /// Where a key is pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        self.overlay
            .as_ref()
            .map_or(Context::Roadmap, Overlay::context)
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<&str> {
        match action {
            Action::Undo
            | Action::Redo
            | Action::ToggleDone
            | Action::ToggleLearning
            | Action::ToggleSkipped
                if self.saving.read_only.is_some() =>
            {
                self.saving.read_only.as_deref()
            }
            action => self.screen.refusal(action),
        }
    }

    /// Whether the footer offers an action: it can run now and would change something.
    #[must_use]
    pub fn applies(&self, action: Action) -> bool {
        self.refusal(action).is_none() && (action != Action::Undo || self.undoable)
    }

    /// What the status line says: that something is not saved, for as long as that is so, else the
    /// last notice.
    #[must_use]
    pub fn status_line(&self) -> Option<(Role, &str)> {
        let trouble = self.saving.trouble.as_deref();
        let notice = self.notice.as_ref();
        match (trouble, notice) {
            (Some(trouble), _) if !self.leaving => Some((Role::Trouble, trouble)),
            (_, Some(notice)) => Some((notice.role, &notice.text)),
            (Some(trouble), None) => Some((Role::Trouble, trouble)),
            (None, None) => None,
        }
    }

    /// What the panes are drawn from.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            roadmap: &self.roadmap,
            progress: &self.progress,
            completion: &self.completion,
            look: &self.look,
            today: self.today,
        }
    }

    /// Adds an entry of the learner's.
    pub fn record(&mut self, entry: &Entry) {
        self.history.insert(entry.clone());
        if entry.undoes.is_none() {
            self.progress.record(&self.roadmap, entry);
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
        self.notice = Some(Notice {
            role,
            text: text.into(),
        });
    }

    /// Brings counts, scroll offsets and wrapped text in line with everything else. To be called
    /// once before drawing, however many messages came.
    pub fn settle(&mut self) {
        if std::mem::take(&mut self.stale) {
            self.completion = Completion::of(&self.roadmap, &self.progress);
            self.undoable = is_undoable(&self.history);
        }
        if let Some(layout) = self.layout() {
            // Taken out for as long as it reads the rest of the model.
            let mut screen = std::mem::take(&mut self.screen);
            screen.settle(&self.subject(), &layout);
            self.screen = screen;
        }
    }

    /// A time for a new entry: later than that of every entry here.
    #[must_use]
    pub fn stamp(&self, now: Stamp) -> Stamp {
        now.later_than(self.history.latest())
    }

    /// Goes to a topic and a pane by their words in the session file; what does not exist any more
    /// is passed over.
    pub fn resume(&mut self, topic: Option<&str>, pane: &str) {
        if let Some(key) = topic.and_then(|id| self.roadmap.topic(id)) {
            self.screen.select(&self.roadmap, key);
        }
        if let Some(pane) = Pane::from_word(pane) {
            self.screen.pane = pane;
        }
    }

    /// The full id of the selected topic.
    #[must_use]
    pub fn topic_id(&self) -> Option<&str> {
        self.screen.topic().map(|key| self.roadmap[key].id.as_str())
    }
}

/// Whether any entry is left that undo could take back.
fn is_undoable(history: &History) -> bool {
    let latest = history.latest();
    latest.is_some_and(|at| history.undo(at).is_some())
}
