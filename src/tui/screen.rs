//! The screens, one a file: state, what actions do there, drawing.

pub mod guide;
pub mod insights;
pub mod path;
pub mod projects;
pub mod roadmap;
mod topic;

use jiff::civil;
use ratatui::layout::{Position, Rect};

use super::book;
use super::keymap::{Context, Keymap, ScreenAction, TopicAction};
use super::layout::Layout;
use super::list::Scrolling;
use super::overlay::ask::Question;
use super::overlay::{menu, note};
use super::theme::Look;
use super::view::Pen;
use super::words;
use crate::insight::{Activity, Completion, Held};
use crate::progress::{Change, History, Progress};
use crate::roadmap::{Roadmap, TopicKey};

/// What the text is made from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// Where the learner stands.
    pub progress: &'a Progress,
    /// Everything that the learner did.
    pub history: &'a History,
    /// The counts.
    pub completion: &'a Completion,
    /// What was done on which days.
    pub activity: &'a Activity,
    /// The mistakes that are being made.
    pub advice: &'a [Held],
    /// How things are drawn.
    pub look: &'a Look,
    /// The keys, for sentences that name them.
    pub keymap: &'a Keymap,
    /// How lists follow their selection.
    pub scrolling: Scrolling,
    /// The learner's day.
    pub today: civil::Date,
}

impl Subject<'_> {
    /// A sentence with keys in the places of their actions.
    #[must_use]
    pub fn said(&self, sentence: &str) -> String {
        words::with_keys(sentence, self.keymap)
    }
}

/// What an action on a screen comes to. Only the root applies changes.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The screen has done it all.
    Stay,
    /// The learner's progress changes, all at once.
    Record(Vec<Change>),
    /// To a topic on the roadmap screen.
    GoTo(TopicKey),
    /// To another screen.
    Show(Screen),
    /// A line of text is asked for.
    Ask(Question),
    /// A note is written.
    Note(Box<note::State>),
    /// A note is written in the learner's own editor.
    Edit {
        /// The full id of the topic.
        topic: String,
        /// What the editor begins with.
        text: String,
    },
    /// One of several is to be chosen.
    Choose(menu::State),
    /// An address is opened in the browser.
    Open(String),
    /// An address is copied.
    Copy(String),
    /// It cannot be done now, and this is why.
    Refuse(&'static str),
}

/// The screens by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// The steps and their topics.
    #[default]
    Roadmap,
    /// The projects and what they show together.
    Projects,
    /// Paths and courses.
    Path,
    /// What the learner did, when, and how it goes on.
    Insights,
    /// Mistakes, advice, questions and answers.
    Guide,
}

impl Screen {
    /// Every screen, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Roadmap,
        Self::Projects,
        Self::Path,
        Self::Insights,
        Self::Guide,
    ];

    /// Its name in the header.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Roadmap => "Roadmap",
            Self::Projects => "Projects",
            Self::Path => "Path",
            Self::Insights => "Insights",
            Self::Guide => "Guide",
        }
    }

    /// The word for it in the session file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Roadmap => "roadmap",
            Self::Projects => "projects",
            Self::Path => "path",
            Self::Insights => "insights",
            Self::Guide => "guide",
        }
    }

    /// The screen that a word of the session file names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.word() == word)
    }

    /// Which keys apply on it.
    #[must_use]
    pub const fn context(self) -> Context {
        match self {
            Self::Roadmap => Context::Roadmap,
            Self::Projects => Context::Projects,
            Self::Path => Context::Path,
            Self::Insights => Context::Insights,
            Self::Guide => Context::Guide,
        }
    }

    /// The screen so many places on, around the ends.
    #[must_use]
    pub fn on(self, by: isize) -> Self {
        let screens = Self::ALL.len().cast_signed();
        let at = (self as isize + by).rem_euclid(screens);
        let at = at.cast_unsigned();
        Self::ALL.get(at).copied().unwrap_or_default()
    }
}

/// Where the learner is on a screen, beyond what is kept of every screen.
#[derive(Debug, Clone)]
pub enum Spot {
    /// Nowhere in particular.
    None,
    /// Among the projects.
    Projects(book::Spot<projects::Row>),
    /// On the path.
    Path(book::Spot<path::Place>),
    /// In the guide.
    Guide(guide::Spot),
}

/// The states of all screens.
#[derive(Debug, Clone, Default)]
pub struct Screens {
    /// Which one is shown.
    pub shown: Screen,
    /// The roadmap screen.
    pub roadmap: roadmap::State,
    /// The projects screen.
    pub projects: projects::State,
    /// The path screen.
    pub path: path::State,
    /// The insights screen.
    pub insights: insights::State,
    /// The guide screen.
    pub guide: guide::State,
}

impl Screens {
    /// The screens of a roadmap, each at its beginning.
    #[must_use]
    pub fn new(roadmap: &Roadmap) -> Self {
        Self {
            roadmap: roadmap::State::new(roadmap),
            ..Self::default()
        }
    }

    /// The same places in another edition of the roadmap.
    #[must_use]
    pub fn moved(&self, from: &Roadmap, to: &Roadmap) -> Self {
        Self {
            shown: self.shown,
            roadmap: self.roadmap.moved(from, to),
            projects: self.projects.moved(from, to),
            path: self.path.moved(from, to),
            insights: self.insights.moved(),
            guide: self.guide.moved(from, to),
        }
    }

    /// Why an action cannot run now on the screen that is shown; none where it can.
    #[must_use]
    pub fn refusal(&self, action: ScreenAction, subject: &Subject<'_>) -> Option<&'static str> {
        if let ScreenAction::Topic(action) = action {
            return self.topic_refusal(action, subject);
        }
        match self.shown {
            Screen::Roadmap => self.roadmap.refusal(action),
            Screen::Projects => self.projects.refusal(action),
            Screen::Path => self.path.refusal(action),
            Screen::Insights => self.insights.refusal(action),
            Screen::Guide => self.guide.refusal(action),
        }
    }

    fn topic_refusal(&self, action: TopicAction, subject: &Subject<'_>) -> Option<&'static str> {
        let (chosen, course) = (self.chosen(), self.course());
        let has_links = match action {
            TopicAction::Note | TopicAction::NoteElsewhere => return chosen.err(),
            TopicAction::OpenLink | TopicAction::CopyLink => match (chosen, course) {
                (Ok(key), _) => topic::has_links(subject, key),
                (Err(_), Some(_)) => !topic::links_of_course(subject, course).is_empty(),
                (Err(reason), None) => return Some(reason),
            },
        };
        (!has_links).then_some(words::topic::NO_LINKS)
    }

    /// The topic that is selected on the screen that is shown.
    fn chosen(&self) -> Result<TopicKey, &'static str> {
        match self.shown {
            Screen::Roadmap => self.roadmap.chosen(),
            Screen::Projects => self.projects.chosen(),
            Screen::Path => self.path.chosen(),
            Screen::Insights | Screen::Guide => Err(words::topic::NONE_ON_THIS_SCREEN),
        }
    }

    /// The course that is selected on the screen that is shown.
    fn course(&self) -> Option<usize> {
        (self.shown == Screen::Path)
            .then(|| self.path.course())
            .flatten()
    }

    /// Does something with the topic that is selected, or with the links of a course.
    fn with_topic(&self, subject: &Subject<'_>, action: TopicAction) -> Outcome {
        let key = match self.chosen() {
            Ok(key) => Some(key),
            Err(reason) if self.course().is_none() => return Outcome::Refuse(reason),
            Err(_) => None,
        };
        let links = || match (key, self.course()) {
            (Some(key), _) => topic::links(subject, key),
            (None, course) => topic::links_of_course(subject, course),
        };
        match (action, key) {
            (TopicAction::Note, Some(key)) => topic::note(subject, key),
            (TopicAction::NoteElsewhere, Some(key)) => topic::note_elsewhere(subject, key),
            (TopicAction::Note | TopicAction::NoteElsewhere, None) => {
                Outcome::Refuse(words::topic::NONE_SELECTED)
            }
            (TopicAction::OpenLink, _) => topic::choose(links(), topic::Deed::Open),
            (TopicAction::CopyLink, _) => topic::choose(links(), topic::Deed::Copy),
        }
    }

    /// Whether the footer offers an action that can run on the screen that is shown.
    #[must_use]
    pub fn offers(&self, action: ScreenAction) -> bool {
        match self.shown {
            Screen::Roadmap => self.roadmap.offers(action),
            Screen::Projects | Screen::Path | Screen::Insights | Screen::Guide => true,
        }
    }

    /// Which keys apply besides those of the screen that is shown: those of a range, of a filter.
    #[must_use]
    pub fn modes(&self) -> [Option<Context>; 2] {
        match self.shown {
            Screen::Roadmap => self.roadmap.modes(),
            Screen::Projects | Screen::Path | Screen::Insights | Screen::Guide => [None; 2],
        }
    }

    /// Does what an action asks for on the screen that is shown.
    pub fn act(
        &mut self,
        subject: &Subject<'_>,
        action: ScreenAction,
        layout: Option<&Layout>,
    ) -> Outcome {
        if let Some(reason) = self.refusal(action, subject) {
            return Outcome::Refuse(reason);
        }
        if let ScreenAction::Topic(action) = action {
            return self.with_topic(subject, action);
        }
        match self.shown {
            Screen::Roadmap => self.roadmap.act(subject, action, layout),
            Screen::Projects => self.projects.act(subject, action),
            Screen::Path => self.path.act(subject, action),
            Screen::Insights => self.insights.act(subject, action),
            Screen::Guide => self.guide.act(subject, action),
        }
    }

    /// Where the learner is on the screen that is shown.
    #[must_use]
    pub fn spot(&self) -> Spot {
        match self.shown {
            Screen::Projects => Spot::Projects(self.projects.spot()),
            Screen::Path => Spot::Path(self.path.spot()),
            Screen::Guide => Spot::Guide(self.guide.spot()),
            Screen::Roadmap | Screen::Insights => Spot::None,
        }
    }

    /// Goes back to where the learner was.
    pub fn return_to(&mut self, spot: Spot) {
        match spot {
            Spot::None => {}
            Spot::Projects(spot) => self.projects.return_to(spot),
            Spot::Path(spot) => self.path.return_to(spot),
            Spot::Guide(spot) => self.guide.return_to(spot),
        }
    }

    /// Takes a click in the room of the screen that is shown: selects what is there. Gives what the click
    /// then asks for.
    pub fn click(
        &mut self,
        subject: &Subject<'_>,
        at: Position,
        body: Rect,
    ) -> Option<ScreenAction> {
        match self.shown {
            Screen::Roadmap => self.roadmap.click(subject, at, body),
            Screen::Projects => self.projects.click(at),
            Screen::Path => self.path.click(at),
            Screen::Insights => None,
            Screen::Guide => self.guide.click(at),
        }
    }

    /// Turns the wheel in the room of the screen that is shown.
    pub fn wheel(&mut self, subject: &Subject<'_>, at: Position, rows: isize, body: Rect) {
        match self.shown {
            Screen::Roadmap => self.roadmap.wheel(subject, at, rows, body),
            Screen::Projects => self.projects.wheel(at, rows),
            Screen::Path => self.path.wheel(at, rows),
            Screen::Insights => self.insights.wheel(rows),
            Screen::Guide => self.guide.wheel(at, rows),
        }
    }

    /// Brings offsets and text of the screen that is shown in line with everything else.
    pub fn settle(&mut self, subject: &Subject<'_>, layout: &Layout) {
        match self.shown {
            Screen::Roadmap => self.roadmap.settle(subject, layout),
            Screen::Projects => self.projects.settle(subject, layout.body),
            Screen::Path => self.path.settle(subject, layout.body),
            Screen::Insights => self.insights.settle(subject, layout.body),
            Screen::Guide => self.guide.settle(subject, layout.body),
        }
    }
}

/// Draws the screen that is shown.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, screens: &Screens, layout: &Layout) {
    match screens.shown {
        Screen::Roadmap => roadmap::draw(pen, subject, &screens.roadmap, layout),
        Screen::Projects => projects::draw(pen, &screens.projects, layout),
        Screen::Path => path::draw(pen, &screens.path, layout),
        Screen::Insights => insights::draw(pen, &screens.insights, layout),
        Screen::Guide => guide::draw(pen, &screens.guide, layout),
    }
}
