//! The roadmap screen: steps, the topics of the selected one, the text of what is selected.

mod detail;
mod draw;
mod folds;
mod outline;
mod panes;
mod walk;

pub use draw::draw;
pub use outline::{Outline, Row, RowKind};
pub use panes::{Pane, Panes};

use folds::{Folds, has_fold};

use super::{Outcome, Subject};
use crate::progress::{Change, Status};
use crate::roadmap::{Roadmap, TopicKey};
use crate::tui::keymap::{Move, ScreenAction};
use crate::tui::layout::{Layout, inner};
use crate::tui::list::scroll;
use crate::tui::page::PageLine;
use crate::tui::words;

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
