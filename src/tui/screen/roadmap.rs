//! The roadmap screen: steps, the topics of the selected one, the text of what is selected.

mod detail;
mod draw;
mod outline;
mod panes;

pub use draw::draw;
pub use outline::{Outline, Row, RowKind};
pub use panes::Panes;

use super::{Outcome, Subject};
use crate::progress::{Change, Progress, Status};
use crate::roadmap::{Roadmap, TopicKey};
use crate::tui::keymap::{Move, ScreenAction};
use crate::tui::layout::{Layout, inner};
use crate::tui::list::scroll;
use crate::tui::page::PageLine;
use crate::tui::words;

/// The panes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Pane {
    /// The steps.
    #[default]
    Steps,
    /// The topics of the selected step.
    Topics,
    /// The text of what is selected.
    Detail,
}

impl Pane {
    /// The word for it in the session file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Topics => "topics",
            Self::Detail => "detail",
        }
    }

    /// The pane that a word of the session file names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Steps, Self::Topics, Self::Detail]
            .into_iter()
            .find(|pane| pane.word() == word)
    }

    const fn next(self) -> Self {
        match self {
            Self::Steps => Self::Topics,
            Self::Topics => Self::Detail,
            Self::Detail => Self::Steps,
        }
    }

    const fn previous(self) -> Self {
        match self {
            Self::Steps => Self::Detail,
            Self::Topics => Self::Steps,
            Self::Detail => Self::Topics,
        }
    }
}

/// Where the learner is on the roadmap.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The pane that has the keys.
    pub pane: Pane,
    /// The selected step.
    step: usize,
    /// The topic selected in each step, the last one there.
    topics: Vec<Option<TopicKey>>,
    outline: Outline,
    steps_top: usize,
    topics_top: usize,
    detail_top: usize,
    detail: Vec<PageLine>,
}

impl State {
    /// The start of a roadmap.
    #[must_use]
    pub fn new(roadmap: &Roadmap) -> Self {
        Self {
            topics: roadmap
                .steps
                .iter()
                .map(|step| step.topics.keys().next())
                .collect(),
            outline: Outline::of(roadmap),
            ..Self::default()
        }
    }

    /// The selected step, counted from 0.
    #[must_use]
    pub const fn step(&self) -> usize {
        self.step
    }

    /// The selected topic of the selected step.
    #[must_use]
    pub fn topic(&self) -> Option<TopicKey> {
        self.topics.get(self.step).copied().flatten()
    }

    /// Goes to a topic; without effect for one that is in no step.
    pub fn select(&mut self, roadmap: &Roadmap, key: TopicKey) {
        let Some(step) = roadmap.step_of(key) else {
            return;
        };
        self.go_to_step(step);
        if let Some(slot) = self.topics.get_mut(step) {
            *slot = Some(key);
            self.detail_top = 0;
        }
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction) -> Option<&'static str> {
        let (place, reason) = match action {
            ScreenAction::Toggle(_) => (Pane::Steps, words::STEP_IS_ITS_TOPICS),
            ScreenAction::In => (Pane::Detail, words::NOTHING_FURTHER_IN),
            ScreenAction::Out => (Pane::Steps, words::NOTHING_FURTHER_OUT),
            ScreenAction::Move(_)
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane
            | ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Note
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast => return None,
        };
        (self.pane == place).then_some(reason)
    }

    /// Does what an action asks for on this screen.
    pub fn act(
        &mut self,
        subject: &Subject<'_>,
        action: ScreenAction,
        layout: Option<&Layout>,
    ) -> Outcome {
        let (roadmap, progress) = (subject.roadmap, subject.progress);
        let page = layout
            .and_then(|layout| Panes::of(layout.body, self.pane).pane(self.pane))
            .map_or(1, |pane| usize::from(inner(pane).height));
        match action {
            ScreenAction::Move(Move::Up) => self.step_by(roadmap, -1),
            ScreenAction::Move(Move::Down) => self.step_by(roadmap, 1),
            ScreenAction::Move(by) => self.jump(roadmap, by.rows(page)),
            ScreenAction::In | ScreenAction::NextPane => self.go_to(self.pane.next()),
            ScreenAction::Out | ScreenAction::PreviousPane => self.go_to(self.pane.previous()),
            ScreenAction::Toggle(status) => return self.toggle(roadmap, progress, status),
            ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Note
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast => {}
        }
        Outcome::Stay
    }

    /// Brings offsets and text in line with the selection; once before a frame is drawn.
    pub fn settle(&mut self, subject: &Subject<'_>, layout: &Layout) {
        let height = |pane: Option<ratatui::layout::Rect>| {
            pane.map_or(0, |pane| usize::from(inner(pane).height))
        };
        let panes = Panes::of(layout.body, self.pane);
        self.steps_top = scroll(
            self.steps_top,
            self.step,
            self.step,
            height(panes.steps),
            subject.roadmap.steps.len(),
        );
        let rows = self.outline.rows(self.step);
        let selected = self.topic().map_or(0, |key| outline::row_of(rows, key));
        let lead = outline::first_heading(rows, selected);
        self.topics_top = scroll(
            self.topics_top,
            selected,
            lead,
            height(panes.topics),
            rows.len(),
        );
        self.detail = panes
            .detail
            .map_or_else(Vec::new, |area| detail::lines(subject, self, area.width));
        self.detail_top = self.detail_top.min(self.detail_bottom(&panes));
    }

    /// The last offset at which the text still fills its pane.
    fn detail_bottom(&self, panes: &Panes) -> usize {
        let height = panes.detail.map_or(0, |pane| inner(pane).height);
        self.detail.len().saturating_sub(usize::from(height))
    }

    fn go_to(&mut self, pane: Pane) {
        self.pane = pane;
        self.detail_top = 0;
    }

    fn go_to_step(&mut self, step: usize) {
        if step != self.step {
            self.step = step;
            self.topics_top = 0;
        }
        self.detail_top = 0;
    }

    /// One row up or down; from a step's last topic to the next step's first, and back.
    fn step_by(&mut self, roadmap: &Roadmap, by: isize) {
        let (Pane::Topics, Some(key)) = (self.pane, self.topic()) else {
            return self.jump(roadmap, by);
        };
        let Some(step) = roadmap.steps.get(self.step) else {
            return;
        };
        let beyond = step
            .topics
            .position(key)
            .and_then(|at| at.checked_add_signed(by))
            .is_none_or(|at| at >= step.topics.len());
        if !beyond {
            return self.jump(roadmap, by);
        }
        let next = self
            .step
            .checked_add_signed(by)
            .and_then(|at| roadmap.steps.get(at))
            .and_then(|step| {
                let mut keys = step.topics.keys();
                if by > 0 {
                    keys.next()
                } else {
                    keys.next_back()
                }
            });
        if let Some(key) = next {
            self.select(roadmap, key);
        }
    }

    /// So many rows up or down within the pane, stopping at its ends.
    fn jump(&mut self, roadmap: &Roadmap, by: isize) {
        let within =
            |at: usize, rows: usize| at.saturating_add_signed(by).min(rows.saturating_sub(1));
        match self.pane {
            Pane::Steps => self.go_to_step(within(self.step, roadmap.steps.len())),
            Pane::Topics => {
                let next = roadmap.steps.get(self.step).and_then(|step| {
                    let at = step.topics.position(self.topic()?)?;
                    step.topics.get(within(at, step.topics.len()))
                });
                if let Some(key) = next {
                    self.select(roadmap, key);
                }
            }
            Pane::Detail => self.detail_top = within(self.detail_top, self.detail.len()),
        }
    }

    fn toggle(&self, roadmap: &Roadmap, progress: &Progress, status: Status) -> Outcome {
        let Some(key) = self.topic() else {
            return Outcome::Refuse(words::NO_TOPIC_HERE);
        };
        let next = if progress.status(key) == status {
            Status::Todo
        } else {
            status
        };
        Outcome::Record(Change::Status {
            topic: roadmap[key].id.clone(),
            status: next,
        })
    }
}
