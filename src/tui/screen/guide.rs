//! The guide screen: mistakes, advice, questions and answers.

mod moved;
mod text;

use std::collections::HashSet;

use jiff::Span;
use jiff::civil::Date;
use ratatui::layout::{Position, Rect};

use super::{Outcome, Subject};
use crate::insight::Held;
use crate::progress::{Change, Silence};
use crate::roadmap::Mistake;
use crate::tui::book::{self, Book, BookRow, Side};
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::Layout;
use crate::tui::overlay::ask::{About, Question};
use crate::tui::page::Stop;
use crate::tui::view::Pen;
use crate::tui::words;

/// For how many days a mark is silenced.
const SILENT_DAYS: i64 = 14;

/// What a row of the list stands for, by its place in the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leaf {
    /// A mistake.
    Mistake(usize),
    /// Says that there is no mistake.
    NoMistakes,
    /// Why projects matter and what a portfolio shows.
    Portfolio,
    /// Why one member of this step's choice is enough.
    Choice(usize),
    /// A question and its answer.
    Question(usize),
    /// Says that there is no question.
    NoQuestions,
    /// The closing word.
    BottomLine,
    /// Says that a search found nothing.
    NothingFound,
}

/// Where the learner is on this screen.
#[derive(Debug, Clone, Default)]
pub struct State {
    book: Book<Leaf>,
    /// The words that are looked for, in lower case; empty where all is shown.
    search: String,
    kept: Option<Kept>,
}

/// What has the words that are looked for: to find that, the text of every leaf is written, so it is
/// kept until something changes.
#[derive(Debug, Clone)]
struct Kept {
    search: String,
    entries: usize,
    today: Date,
    leaves: HashSet<Leaf>,
}

/// Where the learner is, and the words that are looked for.
#[derive(Debug, Clone)]
pub struct Spot {
    book: book::Spot<Leaf>,
    search: String,
}

impl State {
    /// Goes to a mistake; the list shows everything again.
    pub fn select_mistake(&mut self, at: usize) {
        self.search.clear();
        self.book.go_to(Leaf::Mistake(at));
    }

    /// Goes to a question; the list shows everything again.
    pub fn select_question(&mut self, at: usize) {
        self.search.clear();
        self.book.go_to(Leaf::Question(at));
    }

    /// Where the learner is.
    #[must_use]
    pub fn spot(&self) -> Spot {
        Spot {
            book: self.book.spot(),
            search: self.search.clone(),
        }
    }

    /// Goes back to where the learner was, and to what was looked for.
    pub fn return_to(&mut self, spot: Spot) {
        self.book.return_to(spot.book);
        self.search = spot.search;
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction) -> Option<&'static str> {
        match action {
            ScreenAction::Silence | ScreenAction::SilenceForGood => {
                let selected = self.book.selected();
                // Before the list is known, nothing is refused.
                let is_mistake = selected.is_none_or(|leaf| matches!(leaf, Leaf::Mistake(_)));
                (!is_mistake).then_some(words::guide::NO_MISTAKE_HERE)
            }
            ScreenAction::In if self.book.side == Side::Text && self.book.stop().is_none() => {
                Some(words::NOTHING_FURTHER_IN)
            }
            ScreenAction::Out if self.book.side == Side::List && self.search.is_empty() => {
                Some(words::NOTHING_FURTHER_OUT)
            }
            ScreenAction::Move(_)
            | ScreenAction::In
            | ScreenAction::Out
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane
            | ScreenAction::Toggle(_)
            | ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Topic(_)
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::FindWords
            | ScreenAction::Filter
            | ScreenAction::Narrow(_)
            | ScreenAction::Range
            | ScreenAction::Reset => None,
        }
    }

    /// Does what an action asks for on this screen.
    pub fn act(&mut self, subject: &Subject<'_>, action: ScreenAction) -> Outcome {
        match action {
            ScreenAction::In if self.book.side == Side::Text => match self.book.stop() {
                Some(Stop::Topic(key)) => Outcome::GoTo(*key),
                Some(_) | None => Outcome::Refuse(words::NOTHING_FURTHER_IN),
            },
            ScreenAction::Out if self.book.side == Side::List => {
                self.search.clear();
                Outcome::Stay
            }
            ScreenAction::FindWords => Outcome::Ask(Question {
                about: About::Search,
                topic: String::new(),
                title: words::guide::SEARCH.to_owned(),
                now: self.search.clone(),
            }),
            ScreenAction::Silence => self.silence(subject, false),
            ScreenAction::SilenceForGood => self.silence(subject, true),
            ScreenAction::Move(_)
            | ScreenAction::In
            | ScreenAction::Out
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane => {
                self.book.act(action);
                Outcome::Stay
            }
            ScreenAction::Toggle(_)
            | ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Topic(_)
            | ScreenAction::Streak
            | ScreenAction::Forecast
            | ScreenAction::Filter
            | ScreenAction::Narrow(_)
            | ScreenAction::Range
            | ScreenAction::Reset => Outcome::Stay,
        }
    }

    /// Selects what is below the pointer; on what was selected already a click asks to go in.
    pub fn click(&mut self, at: Position) -> Option<ScreenAction> {
        let click = self.book.click(at)?;
        click.again.then_some(ScreenAction::In)
    }

    /// Turns the wheel over one of the sides.
    pub fn wheel(&mut self, at: Position, rows: isize) {
        self.book.wheel(at, rows);
    }

    /// Silences the mark of the selected mistake, or shows it again: what is silent for two weeks
    /// can still be silenced for good.
    fn silence(&self, subject: &Subject<'_>, for_good: bool) -> Outcome {
        let mistake = match self.book.selected() {
            Some(Leaf::Mistake(at)) => subject.roadmap.mistakes.get(*at),
            Some(_) | None => None,
        };
        let Some(mistake) = mistake else {
            return Outcome::Refuse(words::guide::NO_MISTAKE_HERE);
        };
        let today = subject.today;
        let until = match (subject.progress.silence(&mistake.id, today), for_good) {
            (Some(Silence::Forever), _) | (Some(Silence::Until(_)), false) => Some(today),
            (Some(Silence::Until(_)) | None, true) => None,
            (None, false) => {
                let end = Span::new().days(SILENT_DAYS);
                Some(today.saturating_add(end))
            }
        };
        Outcome::Record(vec![Change::Silence {
            mistake: mistake.id.clone(),
            until,
        }])
    }

    /// Shows only what has all of these words, in whatever case; everything where there is none.
    pub fn look_for(&mut self, words: &str) {
        self.search = words.to_lowercase();
        self.book.side = Side::List;
    }

    /// The rows of what has all the words that are looked for, below their headings.
    fn found(&mut self, subject: &Subject<'_>) -> Vec<BookRow<Leaf>> {
        let mut rows = rows(subject);
        if self.search.is_empty() {
            return rows;
        }
        let leaves = self.leaves(subject, &rows);
        rows.retain(|row| row.key.is_none_or(|leaf| leaves.contains(&leaf)));
        let is_empty = rows.iter().all(|row| row.key.is_none());
        // A heading stays where something is left below it.
        let keyed: Vec<bool> = rows.iter().map(|row| row.key.is_some()).collect();
        let mut next = keyed.iter().skip(1).chain([&false]);
        rows.retain(|row| {
            let below = next.next().copied().unwrap_or_default();
            row.key.is_some() || below
        });
        if is_empty {
            rows.push(row(Leaf::NothingFound, words::guide::NOTHING_FOUND));
        }
        rows
    }

    /// What has all the words that are looked for.
    fn leaves(&mut self, subject: &Subject<'_>, rows: &[BookRow<Leaf>]) -> &HashSet<Leaf> {
        let (entries, today) = (subject.history.len(), subject.today);
        let is_current = |kept: &Kept| {
            kept.search == self.search && kept.entries == entries && kept.today == today
        };
        let kept = self.kept.take().filter(is_current);
        let kept = kept.unwrap_or_else(|| {
            let leaves = rows.iter().filter_map(|row| Some((row.key?, &row.title)));
            let found = leaves.filter(|(leaf, title)| self.has_words(subject, *leaf, title));
            Kept {
                search: self.search.clone(),
                entries,
                today,
                leaves: found.map(|(leaf, _)| leaf).collect(),
            }
        });
        &self.kept.insert(kept).leaves
    }

    fn has_words(&self, subject: &Subject<'_>, leaf: Leaf, title: &str) -> bool {
        let mut all = title.to_lowercase();
        // Wide enough that words which stand side by side stay so.
        for line in text::lines(subject, leaf, 2000) {
            for (_, piece) in line.pieces {
                all.push(' ');
                all.push_str(&piece.to_lowercase());
            }
        }
        self.search
            .split_whitespace()
            .all(|word| all.contains(word))
    }

    /// Brings offsets and text in line with everything else.
    pub fn settle(&mut self, subject: &Subject<'_>, body: Rect) {
        self.book.fade(silent(subject));
        let found = self.found(subject);
        self.book
            .settle(found, body, subject.scrolling, |leaf, width| {
                text::lines(subject, *leaf, width)
            });
    }
}

/// The silenced mistakes, whether they are being made or not.
fn silent(subject: &Subject<'_>) -> Vec<Leaf> {
    let mistakes = subject.roadmap.mistakes.iter().enumerate();
    mistakes
        .filter(|(_, mistake)| subject.progress.is_silent(&mistake.id, subject.today))
        .map(|(at, _)| Leaf::Mistake(at))
        .collect()
}

/// The mistake at a place, where it is being made.
fn held<'a>(subject: &Subject<'a>, mistake: usize) -> Option<&'a Held> {
    let at = subject
        .advice
        .binary_search_by_key(&mistake, |held| held.mistake);
    subject.advice.get(at.ok()?)
}

fn rows(subject: &Subject<'_>) -> Vec<BookRow<Leaf>> {
    let mut rows = mistake_rows(subject);
    let roadmap = subject.roadmap;
    let mut reasons = Vec::new();
    if roadmap.portfolio.is_some() {
        reasons.push(row(Leaf::Portfolio, words::guide::WHY_PROJECTS));
    }
    for (at, step) in roadmap.steps.iter().enumerate() {
        if step.pick == Some(1) && !step.summary.is_empty() {
            let title = words::guide::why_one(step.short_title());
            reasons.push(row(Leaf::Choice(at), &title));
        }
    }
    if !reasons.is_empty() {
        rows.push(BookRow::heading(words::guide::REASONS, ""));
        rows.append(&mut reasons);
    }
    rows.push(BookRow::heading(words::guide::QUESTIONS, ""));
    if roadmap.questions.is_empty() {
        rows.push(row(Leaf::NoQuestions, words::guide::NO_QUESTIONS));
    }
    for (at, question) in roadmap.questions.iter().enumerate() {
        rows.push(row(Leaf::Question(at), &question.question));
    }
    if !roadmap.bottom_line.is_empty() {
        rows.push(BookRow::heading(words::guide::IN_THE_END, ""));
        rows.push(row(Leaf::BottomLine, words::guide::BOTTOM_LINE));
    }
    rows
}

/// The mistakes: those that want a look, the others, the silenced ones.
fn mistake_rows(subject: &Subject<'_>) -> Vec<BookRow<Leaf>> {
    let mistakes = &subject.roadmap.mistakes;
    let marked = |at: usize| held(subject, at).is_some_and(|held| !held.silent);
    let is_silent = |mistake: &Mistake| subject.progress.is_silent(&mistake.id, subject.today);
    let count = (0..mistakes.len()).filter(|at| marked(*at)).count();
    let note = words::guide::holding(count, mistakes.len());
    let mut rows = vec![BookRow::heading(words::guide::MISTAKES, note)];
    if mistakes.is_empty() {
        rows.push(row(Leaf::NoMistakes, words::guide::NO_MISTAKES));
    }
    let mut order: Vec<(usize, &Mistake)> = mistakes.iter().enumerate().collect();
    order.sort_by_key(|(at, mistake)| (!marked(*at), is_silent(mistake)));
    for (at, mistake) in order {
        let mut row = row(Leaf::Mistake(at), &mistake.title);
        if marked(at) {
            row.title = format!("{} {}", words::guide::MARK, mistake.title);
        }
        if is_silent(mistake) {
            words::guide::SILENT.clone_into(&mut row.note);
        }
        rows.push(row);
    }
    rows
}

/// A row below a heading; the mark of a mistake has its place before the title.
fn row(leaf: Leaf, title: &str) -> BookRow<Leaf> {
    BookRow {
        key: Some(leaf),
        depth: 0,
        status: None,
        title: format!("  {title}"),
        note: String::new(),
    }
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, layout: &Layout) {
    let note = match state.search.as_str() {
        "" => String::new(),
        search => words::guide::searched(search),
    };
    state.book.draw(pen, layout, words::guide::GUIDE, &note);
}
