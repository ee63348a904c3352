//! How to begin: what to choose first, and the keys to know; shown once, and again when asked for.

mod draw;

pub use draw::draw;

use ratatui::layout::Rect;

use draw::Place;

use super::Outcome;
use crate::progress::{Change, Progress, Status};
use crate::roadmap::{Roadmap, Section, TopicKey};
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Keymap, OverlayAction, ScreenAction};
use crate::tui::layout::row_at;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::words::{self, welcome as say};

/// The keys to know.
const TO_KNOW: [Action; 5] = [
    Action::Screen(ScreenAction::Toggle(Status::Done)),
    Action::Screen(ScreenAction::In),
    Action::GoToNext,
    Action::Search,
    Action::Help,
];

/// One of the answers to a question.
#[derive(Debug, Clone)]
struct Answer {
    words: String,
    /// The full id of what it takes up; none where it takes nothing up.
    id: Option<String>,
}

/// A question of which one answer is always chosen.
#[derive(Debug, Clone)]
struct Question {
    title: String,
    answers: Vec<Answer>,
    chosen: usize,
    /// What was chosen when it was asked.
    before: usize,
}

impl Question {
    fn new(title: String, answers: Vec<Answer>, now: Option<&str>) -> Self {
        let is_now = |answer: &Answer| answer.id.as_deref() == now;
        let none = |answer: &Answer| answer.id.is_none();
        let at = answers.iter().position(is_now);
        let at = at.or_else(|| answers.iter().position(none)).unwrap_or(0);
        Self {
            title,
            answers,
            chosen: at,
            before: at,
        }
    }

    fn id(&self, at: usize) -> Option<&str> {
        self.answers.get(at)?.id.as_deref()
    }

    /// Chooses what was chosen in another edition of the question, where it is there.
    fn choose_as_in(&mut self, other: &Self) {
        let chosen = other.answers.get(other.chosen).map(|answer| &answer.id);
        let mut answers = self.answers.iter();
        let same = answers.position(|answer| Some(&answer.id) == chosen);
        if let Some(same) = same.filter(|_| other.chosen != other.before) {
            self.chosen = same;
        }
    }
}

/// A line of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Gap,
    About,
    /// The title of a question.
    Title(usize),
    /// An answer: of which question, and which of its answers.
    Answer(usize, usize),
    KeysTitle,
    Key(usize),
    Begin,
}

impl Line {
    const fn is_selectable(self) -> bool {
        matches!(self, Self::Answer(..) | Self::Begin)
    }
}

/// The box while it is open.
#[derive(Debug, Clone)]
pub struct State {
    title: String,
    about: String,
    choice: Option<Question>,
    order: Option<Question>,
    keys: Vec<(String, &'static str)>,
    /// The topic of the choice that is under way; done ones stay done.
    under_way: Option<String>,
    /// What is selected: the answers are counted through, and behind them stands the beginning.
    at: usize,
}

impl State {
    /// The questions of a roadmap, with what is chosen already.
    #[must_use]
    pub fn new(roadmap: &Roadmap, progress: &Progress, keymap: &Keymap) -> Self {
        let key = |action| {
            let mut rows = keymap.rows().iter();
            let row = rows.find(|row| row.action == action && !row.keys.is_empty())?;
            // What else the key does is for the help to say.
            let help = row.help.split(';').next().unwrap_or_default();
            Some((row.keys.first()?.to_string(), help))
        };
        let state = Self {
            title: roadmap.title.clone(),
            about: say::about(roadmap.steps.len()),
            choice: choice(roadmap, progress),
            order: order(roadmap, progress),
            under_way: under_way(roadmap, progress),
            keys: TO_KNOW.into_iter().filter_map(key).collect(),
            at: 0,
        };
        let first = state.choice.as_ref().or(state.order.as_ref());
        let at = first.map_or(0, |question| question.chosen);
        Self { at, ..state }
    }

    /// These questions with the answers that were chosen in another edition of them.
    #[must_use]
    pub fn answered_as_in(mut self, other: &Self) -> Self {
        let questions = [
            (&mut self.choice, &other.choice),
            (&mut self.order, &other.order),
        ];
        for (question, other) in questions {
            if let (Some(question), Some(other)) = (question, other) {
                question.choose_as_in(other);
            }
        }
        self.at = self.line_as_in(other);
        self
    }

    /// The line that is selected in another edition, by its place from the start or, behind the
    /// questions, at the end.
    fn line_as_in(&self, other: &Self) -> usize {
        let mut from = 0;
        let mut of_other = other.at;
        for (question, theirs) in self.questions().zip(other.questions()) {
            if let Some(answer) = theirs.answers.get(of_other) {
                let mut answers = question.answers.iter();
                let same = answers.position(|each| each.id == answer.id);
                return from + same.unwrap_or(question.chosen);
            }
            of_other -= theirs.answers.len();
            from += question.answers.len();
        }
        self.selectable() - 1
    }

    fn questions(&self) -> impl Iterator<Item = &Question> {
        self.choice.iter().chain(&self.order)
    }

    fn question_mut(&mut self, at: usize) -> Option<&mut Question> {
        self.choice.iter_mut().chain(&mut self.order).nth(at)
    }

    /// All lines; with gaps and an introduction where there is room for them.
    fn lines(&self, height: usize) -> Vec<Line> {
        let mut lines = vec![Line::About, Line::Gap];
        for (nth, question) in self.questions().enumerate() {
            lines.push(Line::Title(nth));
            lines.extend((0..question.answers.len()).map(|at| Line::Answer(nth, at)));
            lines.push(Line::Gap);
        }
        lines.push(Line::KeysTitle);
        lines.extend((0..self.keys.len()).map(Line::Key));
        lines.extend([Line::Gap, Line::Begin]);
        // What is to be chosen is worth more than the air around it.
        let mut spare = lines.len().saturating_sub(height);
        lines.retain(|line| {
            let goes = *line == Line::Gap && spare > 0;
            spare -= usize::from(goes);
            !goes
        });
        if lines.len() > height {
            lines.retain(|line| *line != Line::About);
        }
        lines
    }

    /// How many lines can be selected.
    fn selectable(&self) -> usize {
        let answers = self.questions().map(|question| question.answers.len());
        answers.sum::<usize>() + 1
    }

    /// The line that is selected, among some lines.
    fn selected(&self, lines: &[Line]) -> usize {
        let all = lines.iter().enumerate();
        let mut selectable = all.filter(|(_, line)| line.is_selectable());
        selectable.nth(self.at).map_or(0, |(at, _)| at)
    }

    /// Chooses the answer of a digit; none for every other key.
    pub fn typed(&mut self, key: Key) -> Option<Outcome> {
        let digit = key.typed()?.to_digit(10)?;
        let at = usize::try_from(digit).ok()?.checked_sub(1)?;
        if at + 1 < self.selectable() {
            self.at = at;
            self.choose();
        }
        Some(Outcome::Stay)
    }

    /// Chooses the selected answer, and goes on to the next question.
    fn choose(&mut self) -> Outcome {
        let (mut at, mut passed) = (self.at, 0);
        for nth in 0..2 {
            let Some(question) = self.question_mut(nth) else {
                break;
            };
            let count = question.answers.len();
            passed += count;
            if at < count {
                question.chosen = at;
                self.at = passed;
                if let Some(next) = self.question_mut(nth + 1) {
                    let next = next.chosen;
                    self.at += next;
                }
                return Outcome::Stay;
            }
            at -= count;
        }
        self.begin()
    }

    /// Closes, with what was chosen.
    fn begin(&self) -> Outcome {
        let mut changes = Vec::new();
        if let Some(choice) = self.choice.as_ref().filter(|it| it.chosen != it.before) {
            let set = |id: &str, status| Change::Status {
                topic: id.to_owned(),
                status,
            };
            let before = self.under_way.as_ref();
            changes.extend(before.map(|id| set(id, Status::Todo)));
            let now = choice.id(choice.chosen);
            changes.extend(now.map(|id| set(id, Status::Learning)));
        }
        if let Some(order) = self.order.as_ref().filter(|it| it.chosen != it.before) {
            let path = order.id(order.chosen).unwrap_or_default().to_owned();
            changes.push(Change::Follow { path });
        }
        Outcome::Begin(changes)
    }

    /// Takes what was done with the mouse: a click chooses. Beside it nothing happens, so that nobody
    /// closes it unread.
    pub fn point(&mut self, mouse: Mouse, room: Rect) -> Outcome {
        match mouse.deed {
            Deed::Wheel(rows) => {
                let last = self.selectable() - 1;
                self.at = self.at.saturating_add_signed(rows.signum()).min(last);
                Outcome::Stay
            }
            Deed::Click => {
                let place = Place::within(self, room);
                let line = row_at(place.inner, mouse.at).map(|row| place.top + row);
                let line =
                    line.filter(|at| place.lines.get(*at).is_some_and(|it| it.is_selectable()));
                let Some(line) = line else {
                    return Outcome::Stay;
                };
                let before = place.lines.iter().take(line);
                self.at = before.filter(|line| line.is_selectable()).count();
                self.choose()
            }
        }
    }

    /// Does what an action asks for.
    pub fn act(&mut self, action: OverlayAction) -> Outcome {
        match action {
            OverlayAction::Accept => self.choose(),
            OverlayAction::Close => self.begin(),
            OverlayAction::ClearText
            | OverlayAction::Discard
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => Outcome::Stay,
            OverlayAction::Move(by) => {
                let last = self.selectable() - 1;
                let rows = self.selectable();
                self.at = self.at.saturating_add_signed(by.rows(rows)).min(last);
                Outcome::Stay
            }
        }
    }
}

/// The roadmap's first choice among topics.
fn first_choice(roadmap: &Roadmap) -> Option<&Section> {
    let mut steps = roadmap.steps.iter();
    steps.find(|step| step.pick.is_some() && step.groups.is_empty())
}

/// The member of a choice that is the answer already: the one that was begun last of those under way,
/// else the one that was done last.
fn taken_up(step: &Section, progress: &Progress) -> Option<TopicKey> {
    let keys = step.topics.keys();
    let taken_up = keys.filter(|key| progress.status(*key).is_taken_up());
    taken_up.max_by_key(|key| {
        let standing = progress.standing(*key);
        (standing.status == Status::Learning, standing.since)
    })
}

/// That member where it is not done.
fn under_way(roadmap: &Roadmap, progress: &Progress) -> Option<String> {
    let key = taken_up(first_choice(roadmap)?, progress)?;
    let is_learning = progress.status(key) == Status::Learning;
    is_learning.then(|| roadmap[key].id.clone())
}

/// The members of the roadmap's first choice among topics, as a question; one that is done or under
/// way is the answer already.
fn choice(roadmap: &Roadmap, progress: &Progress) -> Option<Question> {
    let step = first_choice(roadmap)?;
    let topics = step.topics.keys().filter(|key| !roadmap[*key].extra);
    let answers = topics.map(|key| Answer {
        words: roadmap[key].title.clone(),
        id: Some(roadmap[key].id.clone()),
    });
    let none = Answer {
        words: say::NOT_YET.to_owned(),
        id: None,
    };
    let now = taken_up(step, progress).map(|key| roadmap[key].id.as_str());
    let title = say::which(step.short_title());
    let answers = answers.chain([none]).collect();
    Some(Question::new(title, answers, now))
}

/// The orders that the roadmap has, as a question.
fn order(roadmap: &Roadmap, progress: &Progress) -> Option<Question> {
    let by_steps = Answer {
        words: say::BY_STEPS.to_owned(),
        id: None,
    };
    let paths = roadmap.paths.iter().map(|path| Answer {
        words: words::path::name(path).to_owned(),
        id: Some(path.id.clone()),
    });
    let now = progress.path(roadmap).map(|path| path.id.as_str());
    let answers: Vec<Answer> = [by_steps].into_iter().chain(paths).collect();
    (answers.len() > 1).then(|| Question::new(say::ORDER.to_owned(), answers, now))
}
