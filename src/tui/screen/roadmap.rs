//! The roadmap screen: steps, the topics of the selected one, the text of what is selected.

mod detail;
mod draw;
mod folds;
mod outline;
mod panes;

pub use draw::draw;
pub use outline::{Outline, Row, RowKind};
pub use panes::Panes;

use folds::{Folds, has_fold, shows};

use super::{Outcome, Subject};
use crate::progress::{Change, Status};
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
    /// The choice whose fold is selected in place of the step's topic, by its row in tables with one
    /// row a section.
    fold: Option<usize>,
    outline: Outline,
    folds: Folds,
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
        self.fold = None;
        if let Some(slot) = self.topics.get_mut(step) {
            *slot = Some(key);
            self.detail_top = 0;
        }
    }

    /// Goes to a step among the steps.
    pub fn select_step(&mut self, roadmap: &Roadmap, step: usize) {
        if step < roadmap.steps.len() {
            self.go_to_step(step);
            self.pane = Pane::Steps;
        }
    }

    /// The rows of the selected step.
    fn rows(&self) -> &[Row] {
        self.folds.rows(&self.outline, self.step)
    }

    /// The selected row among those.
    fn row(&self) -> usize {
        let rows = self.rows();
        let fold = self
            .fold
            .and_then(|choice| outline::row_of_fold(rows, choice));
        let topic = || self.topic().map(|key| outline::row_of(rows, key));
        fold.or_else(topic).unwrap_or_default()
    }

    /// The choice whose fold is what the learner looks at.
    fn selected_fold(&self) -> Option<usize> {
        self.fold.filter(|_| self.pane != Pane::Steps)
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction) -> Option<&'static str> {
        let is_fold = self.selected_fold().is_some();
        let (place, reason) = match action {
            ScreenAction::Toggle(_) if is_fold => return Some(words::choice::FOLD_IS_NO_TOPIC),
            ScreenAction::Toggle(_) => (Pane::Steps, words::STEP_IS_ITS_TOPICS),
            ScreenAction::In => (Pane::Detail, words::NOTHING_FURTHER_IN),
            ScreenAction::Out => (Pane::Steps, words::NOTHING_FURTHER_OUT),
            ScreenAction::Move(_)
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane
            | ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Topic(_)
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::FindWords => return None,
        };
        (self.pane == place).then_some(reason)
    }

    /// The topic that a note or a link is looked for on.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn chosen(&self) -> Result<TopicKey, &'static str> {
        if self.pane == Pane::Steps {
            return Err(words::topic::STEP_IS_NONE);
        }
        if self.selected_fold().is_some() {
            return Err(words::choice::FOLD_IS_NO_TOPIC);
        }
        self.topic().ok_or(words::topic::NONE_SELECTED)
    }

    /// Does what an action asks for on this screen.
    pub fn act(
        &mut self,
        subject: &Subject<'_>,
        action: ScreenAction,
        layout: Option<&Layout>,
    ) -> Outcome {
        self.refresh(subject);
        let page = layout
            .and_then(|layout| Panes::of(layout.body, self.pane).pane(self.pane))
            .map_or(1, |pane| usize::from(inner(pane).height));
        match action {
            ScreenAction::Move(Move::Up) => self.step_by(subject, -1),
            ScreenAction::Move(Move::Down) => self.step_by(subject, 1),
            ScreenAction::Move(by) => self.jump(subject, by.rows(page)),
            ScreenAction::In if self.pane == Pane::Topics && self.fold.is_some() => {
                self.fold
                    .into_iter()
                    .for_each(|choice| self.folds.toggle(choice));
            }
            ScreenAction::In | ScreenAction::NextPane => self.go_to(self.pane.next()),
            ScreenAction::Out | ScreenAction::PreviousPane => self.go_to(self.pane.previous()),
            ScreenAction::Toggle(status) => return self.toggle(subject, status),
            ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Topic(_)
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::FindWords => {}
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
        self.refresh(subject);
        let (rows, selected) = (self.rows(), self.row());
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
            self.fold = None;
            self.topics_top = 0;
        }
        self.detail_top = 0;
    }

    /// Brings the rows in line with what is done; what is selected stays among them.
    fn refresh(&mut self, subject: &Subject<'_>) {
        let topic = self.topic().filter(|_| self.fold.is_none());
        self.folds.refresh(subject, &self.outline, self.step, topic);
        if self
            .fold
            .is_some_and(|choice| !has_fold(self.rows(), choice))
        {
            self.fold = None;
            self.folds
                .refresh(subject, &self.outline, self.step, self.topic());
        }
    }

    /// Selects a row that can be selected.
    fn stand_on(&mut self, row: usize) {
        let Some(row) = self.rows().get(row) else {
            return;
        };
        let (key, fold) = match row.kind {
            RowKind::Topic => (row.key, None),
            RowKind::Fold { section, .. } => (row.key, Some(section)),
            RowKind::Group { .. } | RowKind::Level(_) => return,
        };
        self.fold = fold;
        self.detail_top = 0;
        if let (None, Some(slot)) = (fold, self.topics.get_mut(self.step)) {
            *slot = Some(key);
        }
    }

    /// The row so many selectable rows on, or as many as there are.
    fn row_on(&self, by: isize) -> usize {
        let rows = self.rows();
        let is_selectable = |at: &usize| rows.get(*at).is_some_and(|row| row.kind.is_selectable());
        let from = self.row();
        let many = by.unsigned_abs();
        let found = if by > 0 {
            (from + 1..rows.len())
                .filter(is_selectable)
                .take(many)
                .last()
        } else {
            (0..from).rev().filter(is_selectable).take(many).last()
        };
        found.unwrap_or(from)
    }

    /// One row up or down; from a step's last topic to the next step's first, and back.
    fn step_by(&mut self, subject: &Subject<'_>, by: isize) {
        if self.pane != Pane::Topics {
            return self.jump(subject, by);
        }
        let (from, to) = (self.row(), self.row_on(by));
        if from != to {
            return self.stand_on(to);
        }
        let next = self.step.checked_add_signed(by);
        let Some(next) = next.filter(|next| *next < subject.roadmap.steps.len()) else {
            return;
        };
        self.go_to_step(next);
        self.folds.refresh(subject, &self.outline, next, None);
        let mut rows = self.rows().iter();
        let edge = if by > 0 {
            rows.position(|row| row.kind.is_selectable())
        } else {
            rows.rposition(|row| row.kind.is_selectable())
        };
        if let Some(row) = edge {
            self.stand_on(row);
        }
    }

    /// So many rows up or down within the pane, stopping at its ends.
    fn jump(&mut self, subject: &Subject<'_>, by: isize) {
        let within =
            |at: usize, rows: usize| at.saturating_add_signed(by).min(rows.saturating_sub(1));
        match self.pane {
            Pane::Steps => {
                let step = within(self.step, subject.roadmap.steps.len());
                if step != self.step {
                    self.go_to_step(step);
                    self.leave_folded(subject);
                }
                self.detail_top = 0;
            }
            Pane::Topics => self.stand_on(self.row_on(by)),
            Pane::Detail => self.detail_top = within(self.detail_top, self.detail.len()),
        }
    }

    /// Selects the first topic of a step where the one that was is folded away by now.
    fn leave_folded(&mut self, subject: &Subject<'_>) {
        if !self.outline.has_choice(self.step) {
            return;
        }
        self.folds.refresh(subject, &self.outline, self.step, None);
        let rows = self.rows();
        if self.topic().is_some_and(|key| !shows(rows, key))
            && let Some(first) = rows.iter().position(|row| row.kind == RowKind::Topic)
        {
            self.stand_on(first);
        }
    }

    fn toggle(&self, subject: &Subject<'_>, status: Status) -> Outcome {
        let (roadmap, progress) = (subject.roadmap, subject.progress);
        let Some(key) = self.topic() else {
            return Outcome::Refuse(words::NO_TOPIC_HERE);
        };
        Outcome::Record(vec![Change::Status {
            topic: roadmap[key].id.clone(),
            status: progress.status(key).toggled(status),
        }])
    }
}
