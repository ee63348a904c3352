//! The projects screen: a board by level, and what the portfolio shows as a whole.

mod list;
mod matrix;
mod moved;
mod portfolio;
mod project;

use ratatui::layout::{Position, Rect};

use super::{Outcome, Subject, topic};
use crate::insight::Portfolio;
use crate::plain::clean;
use crate::progress::{Change, Status};
use crate::roadmap::TopicKey;
use crate::tui::book::{Book, Click, Side, Spot};
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::Layout;
use crate::tui::overlay::ask::{About, Question};
use crate::tui::page::Stop;
use crate::tui::view::Pen;
use crate::tui::words::{self, projects as say};

/// What a row of the list stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// All projects together.
    Portfolio,
    /// One of them.
    Project(TopicKey),
}

/// Where the learner is on this screen.
#[derive(Debug, Clone, Default)]
pub struct State {
    book: Book<Row>,
    portfolio: Portfolio,
    /// How many entries the portfolio was made from.
    entries: Option<usize>,
    /// Stands in the title of the list.
    note: String,
    /// Whether nothing was done since list and text were made: only then is it known what is
    /// selected.
    is_settled: bool,
}

impl State {
    /// Goes to a project.
    pub fn select(&mut self, key: TopicKey) {
        self.book.go_to(Row::Project(key));
        self.is_settled = false;
    }

    /// Where the learner is.
    #[must_use]
    pub fn spot(&self) -> Spot<Row> {
        self.book.spot()
    }

    /// Goes back to where the learner was.
    pub fn return_to(&mut self, spot: Spot<Row>) {
        self.book.return_to(spot);
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction) -> Option<&'static str> {
        if !self.is_settled {
            return None;
        }
        match action {
            ScreenAction::Toggle(status) => self.toggle_refusal(status),
            ScreenAction::Repository => self
                .project()
                .is_none()
                .then(|| self.no_project(say::SELECT_A_PROJECT)),
            ScreenAction::In => self.in_refusal(),
            ScreenAction::Out => {
                (self.book.side == Side::List).then_some(words::NOTHING_FURTHER_OUT)
            }
            ScreenAction::Move(_)
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane
            | ScreenAction::Follow
            | ScreenAction::Topic(_)
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::FindWords
            | ScreenAction::Filter
            | ScreenAction::Narrow(_)
            | ScreenAction::Range
            | ScreenAction::Reset => None,
        }
    }

    fn toggle_refusal(&self, status: Status) -> Option<&'static str> {
        if self.project().is_none() {
            return Some(self.no_project(say::PORTFOLIO_IS_ITS_PROJECTS));
        }
        match self.book.stop() {
            Some(Stop::Topic(_)) => Some(say::MARKED_ON_THE_ROADMAP),
            Some(Stop::Point(_)) => (status != Status::Done).then_some(say::POINT_IS_TICKED_OR_NOT),
            Some(Stop::Repository(_) | Stop::Note(_)) | None => None,
        }
    }

    fn in_refusal(&self) -> Option<&'static str> {
        if self.book.side == Side::List {
            return None;
        }
        match self.book.stop() {
            Some(Stop::Topic(_) | Stop::Repository(_) | Stop::Note(_)) => None,
            Some(Stop::Point(_)) => Some(say::SPACE_TICKS),
            None => Some(words::NOTHING_FURTHER_IN),
        }
    }

    fn no_project(&self, otherwise: &'static str) -> &'static str {
        if self.portfolio.pieces.is_empty() {
            say::NONE_HERE
        } else {
            otherwise
        }
    }

    /// The selected project.
    fn project(&self) -> Option<TopicKey> {
        match self.book.selected() {
            Some(Row::Project(key)) => Some(*key),
            Some(Row::Portfolio) | None => None,
        }
    }

    /// Does what an action asks for on this screen.
    pub fn act(&mut self, subject: &Subject<'_>, action: ScreenAction) -> Outcome {
        let outcome = match action {
            ScreenAction::Toggle(status) => self.toggle(subject, status),
            ScreenAction::Repository => self.ask(subject),
            ScreenAction::In if self.book.side == Side::Text => self.go_in(subject),
            ScreenAction::Move(_)
            | ScreenAction::In
            | ScreenAction::Out
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane => {
                self.book.act(action);
                None
            }
            ScreenAction::Follow
            | ScreenAction::Topic(_)
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::FindWords
            | ScreenAction::Filter
            | ScreenAction::Narrow(_)
            | ScreenAction::Range
            | ScreenAction::Reset => None,
        };
        self.is_settled = false;
        outcome.unwrap_or(Outcome::Stay)
    }

    /// Selects what is below the pointer; gives what the click then asks for: on the status of a project
    /// or a point, to tick it; on what was selected already, to go in.
    pub fn click(&mut self, at: Position) -> Option<ScreenAction> {
        let Click { again, on_sign } = self.book.click(at)?;
        let has_status = match (self.book.side, self.book.stop()) {
            (Side::List, _) | (Side::Text, Some(Stop::Point(_))) => true,
            (Side::Text, Some(Stop::Topic(_) | Stop::Repository(_) | Stop::Note(_)) | None) => {
                false
            }
        };
        if on_sign && has_status {
            return Some(ScreenAction::Toggle(Status::Done));
        }
        again.then_some(ScreenAction::In)
    }

    /// Turns the wheel over one of the sides.
    pub fn wheel(&mut self, at: Position, rows: isize) {
        self.book.wheel(at, rows);
        self.is_settled = false;
    }

    /// Marks the selected point or, where none is selected, the project.
    fn toggle(&self, subject: &Subject<'_>, status: Status) -> Option<Outcome> {
        let (topic, now) = match self.book.stop() {
            Some(Stop::Point(id)) => (id.clone(), subject.progress.point(id).status),
            Some(Stop::Topic(_) | Stop::Repository(_) | Stop::Note(_)) | None => {
                let key = self.project()?;
                (
                    subject.roadmap[key].id.clone(),
                    subject.progress.status(key),
                )
            }
        };
        let status = now.toggled(status);
        Some(Outcome::Record(vec![Change::Status { topic, status }]))
    }

    fn ask(&self, subject: &Subject<'_>) -> Option<Outcome> {
        let key = self.project()?;
        let topic = &subject.roadmap[key];
        let now = subject.progress.repository(key);
        Some(Outcome::Ask(Question {
            about: About::Repository,
            topic: topic.id.clone(),
            title: say::repository_of(&topic.title),
            now: clean(now.unwrap_or_default()).into_owned(),
        }))
    }

    /// The project that a note or a link is looked for on.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn chosen(&self) -> Result<TopicKey, &'static str> {
        self.project()
            .ok_or_else(|| self.no_project(say::SELECT_A_PROJECT))
    }

    /// Into what is selected in the text.
    fn go_in(&mut self, subject: &Subject<'_>) -> Option<Outcome> {
        match self.book.stop()?.clone() {
            Stop::Topic(key) if self.project().is_none() => {
                self.book.select(Row::Project(key));
                None
            }
            Stop::Topic(key) if subject.roadmap.step_of(key).is_none() => {
                Some(Outcome::Refuse(say::BESIDE_THE_STEPS))
            }
            Stop::Topic(key) => Some(Outcome::GoTo(key)),
            Stop::Repository(_) => self.ask(subject),
            Stop::Note(key) => Some(topic::note(subject, key)),
            Stop::Point(_) => None,
        }
    }

    /// Brings offsets and text in line with everything else.
    pub fn settle(&mut self, subject: &Subject<'_>, body: Rect) {
        let entries = subject.history.len();
        if self.entries != Some(entries) {
            self.entries = Some(entries);
            self.portfolio = Portfolio::of(subject.roadmap, subject.progress);
            self.note = list::note(subject.roadmap, &self.portfolio);
        }
        let rows = list::rows(subject, &self.portfolio);
        self.book
            .settle(rows, body, subject.scrolling, |row, width| match row {
                Row::Portfolio => portfolio::lines(subject, &self.portfolio, width),
                Row::Project(key) => project::lines(subject, *key, width),
            });
        self.is_settled = true;
    }
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, layout: &Layout) {
    state.book.draw(pen, layout, say::PROJECTS, &state.note);
}
