//! The path screen: paths with their stages, and courses.

mod moved;
mod text;

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::{Outcome, Subject};
use crate::insight::{Coverage, SectionRows, Tally};
use crate::progress::{Change, Status};
use crate::roadmap::{Roadmap, TopicKey};
use crate::tui::book::{Book, BookRow, Click, Side, Spot};
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::{Layout, inner};
use crate::tui::page::{Page, Stop};
use crate::tui::theme::Role;
use crate::tui::view::{Pen, page_lines, pane_title, rules};
use crate::tui::words;

/// What a row of the list stands for, by places in the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A path.
    Path(usize),
    /// A stage of a path.
    Stage(usize, usize),
    /// A course.
    Course(usize),
}

/// What the list says of paths and courses; counted anew only after a change.
#[derive(Debug, Clone, Default)]
struct Counts {
    /// How many entries were counted; none before the first count.
    entries: Option<usize>,
    rows: SectionRows,
    /// Of each path its own count and those of its stages.
    paths: Vec<(Tally, Vec<Tally>)>,
    courses: Vec<Tally>,
}

impl Counts {
    fn refresh(&mut self, subject: &Subject<'_>) {
        let entries = Some(subject.history.len());
        if self.entries == entries {
            return;
        }
        let roadmap = subject.roadmap;
        if self.entries.is_none() {
            self.rows = SectionRows::of(roadmap);
        }
        self.entries = entries;
        let coverage = Coverage {
            roadmap,
            progress: subject.progress,
            completion: subject.completion,
            rows: &self.rows,
        };
        let paths = roadmap.paths.iter().map(|path| {
            let stages = path.stages.iter().map(|stage| coverage.stage(stage));
            (coverage.path(path), stages.collect())
        });
        self.paths = paths.collect();
        let courses = roadmap.courses.iter();
        self.courses = courses.map(|course| coverage.course(course)).collect();
    }

    fn of(&self, place: Place) -> Tally {
        let tally = match place {
            Place::Path(path) => self.paths.get(path).map(|(tally, _)| *tally),
            Place::Stage(path, stage) => self
                .paths
                .get(path)
                .and_then(|(_, stages)| stages.get(stage).copied()),
            Place::Course(course) => self.courses.get(course).copied(),
        };
        tally.unwrap_or_default()
    }
}

/// Where the learner is on this screen.
#[derive(Debug, Clone, Default)]
pub struct State {
    book: Book<Place>,
    counts: Counts,
    /// Topics that are in no step and whose text is shown below them.
    opened: BTreeSet<TopicKey>,
    /// Whether the roadmap has neither paths nor courses.
    is_empty: bool,
}

impl State {
    /// Goes to a topic that is in no step and shows its text.
    pub fn select(&mut self, roadmap: &Roadmap, key: TopicKey) {
        if let Some(place) = place_of(roadmap, key) {
            self.book.select(place);
            self.book.seek(Stop::Topic(key));
            self.opened.insert(key);
        }
    }

    /// Goes to a path or a stage of it.
    pub fn select_path(&mut self, path: usize, stage: Option<usize>) {
        let place = stage.map_or(Place::Path(path), |stage| Place::Stage(path, stage));
        self.book.go_to(place);
    }

    /// Goes to a course.
    pub fn select_course(&mut self, course: usize) {
        self.book.go_to(Place::Course(course));
    }

    /// Where the learner is.
    #[must_use]
    pub fn spot(&self) -> Spot<Place> {
        self.book.spot()
    }

    /// Goes back to where the learner was.
    pub fn return_to(&mut self, spot: Spot<Place>) {
        self.book.return_to(spot);
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction) -> Option<&'static str> {
        let (side, has_stop) = (self.book.side, self.book.stop().is_some());
        match (action, side) {
            (ScreenAction::In | ScreenAction::Follow | ScreenAction::Toggle(_), _)
                if self.is_empty =>
            {
                Some(words::path::NOTHING)
            }
            (ScreenAction::Toggle(_), Side::List) => Some(words::path::TICK_IN_THE_TEXT),
            (ScreenAction::Toggle(_), Side::Text) if !has_stop => Some(words::NO_TOPIC_HERE),
            (ScreenAction::In, Side::Text) if !has_stop => Some(words::NOTHING_FURTHER_IN),
            (ScreenAction::Out, Side::List) => Some(words::NOTHING_FURTHER_OUT),
            (ScreenAction::Follow, _) => match self.book.selected() {
                Some(Place::Course(_)) => Some(words::path::NOT_A_PATH),
                Some(Place::Path(_) | Place::Stage(..)) | None => None,
            },
            _ => None,
        }
    }

    /// The topic that a note or a link is looked for on.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn chosen(&self) -> Result<TopicKey, &'static str> {
        match (self.book.side, self.book.stop()) {
            (Side::Text, Some(Stop::Topic(key))) => Ok(*key),
            (Side::List, _) => Err(words::path::SELECT_IN_THE_TEXT),
            (Side::Text, _) => Err(words::topic::NONE_SELECTED),
        }
    }

    /// The course that is selected, while the list has the keys.
    #[must_use]
    pub fn course(&self) -> Option<usize> {
        match (self.book.side, self.book.selected()) {
            (Side::List, Some(Place::Course(at))) => Some(*at),
            (Side::List | Side::Text, _) => None,
        }
    }

    /// Does what an action asks for on this screen.
    pub fn act(&mut self, subject: &Subject<'_>, action: ScreenAction) -> Outcome {
        match (action, self.book.stop().cloned()) {
            (ScreenAction::Follow, _) => return self.follow(subject),
            (ScreenAction::Toggle(status), Some(Stop::Topic(key))) => {
                return mark(subject, key, status);
            }
            (ScreenAction::In, Some(Stop::Topic(key))) => return self.enter(subject, key),
            _ => {}
        }
        self.book.act(action);
        Outcome::Stay
    }

    /// Selects what is below the pointer; gives what the click then asks for: on the status of a topic,
    /// to tick it; on what was selected already, to go in.
    pub fn click(&mut self, at: Position) -> Option<ScreenAction> {
        let Click { again, on_sign } = self.book.click(at)?;
        if on_sign && matches!(self.book.stop(), Some(Stop::Topic(_))) {
            return Some(ScreenAction::Toggle(Status::Done));
        }
        again.then_some(ScreenAction::In)
    }

    /// Turns the wheel over one of the sides.
    pub fn wheel(&mut self, at: Position, rows: isize) {
        self.book.wheel(at, rows);
    }

    /// To a topic on the roadmap; one that is not there shows its text here, or no more.
    fn enter(&mut self, subject: &Subject<'_>, key: TopicKey) -> Outcome {
        if subject.roadmap.step_of(key).is_some() {
            return Outcome::GoTo(key);
        }
        if !self.opened.remove(&key) {
            self.opened.insert(key);
        }
        Outcome::Stay
    }

    /// Follows the path that is selected or whose stage is, or none any more.
    fn follow(&self, subject: &Subject<'_>) -> Outcome {
        let at = match self.book.selected() {
            Some(Place::Path(path) | Place::Stage(path, _)) => *path,
            Some(Place::Course(_)) | None => return Outcome::Refuse(words::path::NOT_A_PATH),
        };
        let Some(path) = subject.roadmap.paths.get(at) else {
            return Outcome::Stay;
        };
        let followed = subject.progress.path(subject.roadmap);
        let is_followed = followed.is_some_and(|followed| followed.id == path.id);
        Outcome::Record(vec![Change::Follow {
            path: if is_followed {
                String::new()
            } else {
                path.id.clone()
            },
        }])
    }

    /// Brings offsets and text in line with everything else.
    pub fn settle(&mut self, subject: &Subject<'_>, body: Rect) {
        self.counts.refresh(subject);
        let roadmap = subject.roadmap;
        self.is_empty = roadmap.paths.is_empty() && roadmap.courses.is_empty();
        let rows = if self.is_empty {
            Vec::new()
        } else {
            rows(subject, &self.counts)
        };
        let (counts, opened) = (&self.counts, &self.opened);
        self.book
            .settle(rows, body, subject.scrolling, |place, width| {
                text::lines(subject, counts, opened, *place, width)
            });
    }
}

/// Where a topic stands that is in no step.
fn place_of(roadmap: &Roadmap, key: TopicKey) -> Option<Place> {
    let mut courses = roadmap.courses.iter();
    if let Some(course) = courses.position(|course| course.topics.contains(key)) {
        return Some(Place::Course(course));
    }
    roadmap.paths.iter().enumerate().find_map(|(at, path)| {
        let mut stages = path.stages.iter();
        let stage = stages.position(|stage| stage.topics.contains(key))?;
        Some(Place::Stage(at, stage))
    })
}

/// A topic gets a status, or is to do again.
fn mark(subject: &Subject<'_>, key: TopicKey, status: Status) -> Outcome {
    Outcome::Record(vec![Change::Status {
        topic: subject.roadmap[key].id.clone(),
        status: subject.progress.status(key).toggled(status),
    }])
}

/// All rows of the list.
fn rows(subject: &Subject<'_>, counts: &Counts) -> Vec<BookRow<Place>> {
    let roadmap = subject.roadmap;
    let followed = subject.progress.path(roadmap);
    let mut rows = Vec::new();
    if roadmap.paths.is_empty() {
        rows.push(BookRow::heading(words::path::NO_PATHS, ""));
    }
    for (at, path) in roadmap.paths.iter().enumerate() {
        let row = row(
            counts,
            Place::Path(at),
            0,
            words::path::name(path).to_owned(),
        );
        let is_followed = followed.is_some_and(|followed| followed.id == path.id);
        rows.push(BookRow {
            note: if is_followed {
                format!(
                    "{} {} {}",
                    words::path::FOLLOWED,
                    subject.look.glyphs.dot,
                    row.note
                )
            } else {
                row.note.clone()
            },
            ..row
        });
        for (number, stage) in path.stages.iter().enumerate() {
            let title = words::path::stage(path, number, stage);
            rows.push(self::row(counts, Place::Stage(at, number), 1, title));
        }
    }
    let courses = if roadmap.courses.is_empty() {
        words::path::NO_COURSES
    } else {
        words::path::COURSES
    };
    rows.push(BookRow::heading(courses, ""));
    for (at, course) in roadmap.courses.iter().enumerate() {
        rows.push(row(counts, Place::Course(at), 0, course.title.clone()));
    }
    rows
}

fn row(counts: &Counts, place: Place, depth: u16, title: String) -> BookRow<Place> {
    let tally = counts.of(place);
    BookRow {
        key: Some(place),
        depth,
        status: Some(tally.status()),
        title,
        note: tally.count.to_string(),
    }
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, layout: &Layout) {
    if !state.is_empty {
        return state.book.draw(pen, layout, "Path", "");
    }
    pane_title(pen, layout.body, ["Path"; 2], [""; 2]);
    let mut page = Page::new(pen.look, layout.body.width);
    page.text(Role::Text, words::path::NOTHING);
    page_lines(pen, inner(layout.body), &page.into_lines(), 0);
    rules(pen, std::iter::once(layout.body), layout);
}
