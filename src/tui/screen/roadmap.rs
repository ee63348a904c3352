//! The roadmap screen: steps, the topics of the selected one, the text of what is selected.

mod bulk;
mod detail;
mod draw;
mod filter;
mod folds;
mod moved;
mod outline;
mod panes;
mod point;
mod range;
mod spot;
mod walk;

pub use bulk::ask_to_reset_all;
pub use draw::draw;
pub use filter::Filter;
pub use outline::{Outline, Row, RowKind};
pub use panes::{Pane, Panes};
pub use spot::Spot;

use folds::{Folds, has_fold};

use super::{Outcome, Subject};
use crate::roadmap::{Roadmap, TopicKey};
use crate::tui::keymap::{Context, Move, ScreenAction};
use crate::tui::layout::{Layout, inner};
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
    /// Whether the filter leaves nothing of the step, so that nothing is selected there.
    is_bare: bool,
    /// Where selecting several topics began, while they are.
    anchor: Option<TopicKey>,
    /// How many are selected then.
    selected: usize,
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
        self.last_topic().filter(|_| !self.is_bare)
    }

    /// The topic that was last selected in the selected step, be it shown now or not.
    #[must_use]
    pub fn last_topic(&self) -> Option<TopicKey> {
        self.topics.get(self.step).copied().flatten()
    }

    /// What the topics are narrowed down to.
    #[must_use]
    pub const fn filter(&self) -> Filter {
        self.folds.filter()
    }

    /// Goes to a topic; without effect for one that is in no step.
    pub fn select(&mut self, roadmap: &Roadmap, key: TopicKey) {
        let Some(step) = roadmap.step_of(key) else {
            return;
        };
        self.go_to_step(step);
        self.anchor = None;
        self.fold = None;
        self.is_bare = false;
        if let Some(slot) = self.topics.get_mut(step) {
            *slot = Some(key);
            self.detail_top = 0;
        }
    }

    /// Goes to a step among the steps.
    pub fn select_step(&mut self, roadmap: &Roadmap, step: usize) {
        if step < roadmap.steps.len() {
            self.go_to_step(step);
            self.go_to(Pane::Steps);
            // So that what of it is shown is looked for, as soon as that can be known.
            self.is_bare = true;
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
            ScreenAction::Toggle(_) | ScreenAction::Reset => {
                return is_fold.then_some(words::choice::FOLD_IS_NO_TOPIC);
            }
            ScreenAction::Range => return self.range_refusal(),
            ScreenAction::In if self.is_ranging() => return Some(words::range::STILL_SELECTING),
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
            | ScreenAction::FindWords
            | ScreenAction::Filter
            | ScreenAction::Narrow(_) => return None,
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

    /// Whether the footer offers an action that can run: what marks a whole step is not what one
    /// mostly wants there, and in a mode the way out is the one out of that.
    #[must_use]
    pub fn offers(&self, action: ScreenAction) -> bool {
        match action {
            ScreenAction::Toggle(_) | ScreenAction::Reset => self.pane != Pane::Steps,
            ScreenAction::Out => self.modes() == [None; 2],
            _ => true,
        }
    }

    /// Which keys apply besides those of the screen: those of a range, of a filter.
    #[must_use]
    pub fn modes(&self) -> [Option<Context>; 2] {
        let range = self.is_ranging().then_some(Context::Range);
        let filter = self.filter().is_on().then_some(Context::Filtered);
        [range, filter]
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
            ScreenAction::Reset => return self.reset(subject),
            ScreenAction::Range => self.switch_range(),
            ScreenAction::Filter => return Outcome::Choose(filter::menu(self.filter())),
            ScreenAction::Narrow(filter) => self.narrow(subject, filter),
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
        self.steps_top = subject.scrolling.scroll(
            self.steps_top,
            self.step,
            self.step,
            height(panes.steps),
            subject.roadmap.steps.len(),
        );
        self.refresh(subject);
        let (rows, selected) = (self.rows(), self.row());
        let lead = outline::first_heading(rows, selected);
        self.topics_top = subject.scrolling.scroll(
            self.topics_top,
            selected,
            lead,
            height(panes.topics),
            rows.len(),
        );
        self.count_range();
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
        if self.is_bare {
            // What others did, or undo, may have brought something back.
            return self.arrive(subject);
        }
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
}
