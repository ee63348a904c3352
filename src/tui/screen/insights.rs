//! The insights screen: what was done when, and how it goes on. One page that scrolls.

mod chart;
mod page;

use std::collections::BTreeSet;
use std::iter;

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{Outcome, Screen, Subject};
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::{Layout, inner};
use crate::tui::list::scroll;
use crate::tui::page::PageLine;
use crate::tui::theme::Look;
use crate::tui::view::{Pen, page_lines, pane_title, rules};
use crate::tui::words;

/// What can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Days in a row.
    Streak,
    /// When everything will be done.
    Forecast,
}

impl Part {
    /// Every part that can be switched off.
    pub const ALL: [Self; 2] = [Self::Streak, Self::Forecast];

    /// The word for it in the session file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Streak => "streak",
            Self::Forecast => "forecast",
        }
    }

    /// The part that a word of the session file names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// Where the learner is on this screen.
#[derive(Debug, Clone, Default)]
pub struct State {
    hidden: BTreeSet<Part>,
    page: page::Written,
    top: usize,
    height: usize,
    /// What was switched on or off just now, and is to be in view.
    reveal: Option<Part>,
    seen: Option<Seen>,
}

/// All that the page is written from: it is written anew only where this has changed. Entries are
/// never taken out of a history, so their number tells one from another, and all counts with it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    entries: usize,
    today: Date,
    look: Look,
    width: u16,
    hidden: BTreeSet<Part>,
}

impl State {
    /// The same for another edition of the roadmap: the page is written anew.
    #[must_use]
    pub fn moved(&self) -> Self {
        Self {
            hidden: self.hidden.clone(),
            top: self.top,
            ..Self::default()
        }
    }

    /// Switches parts off by their words in the session file, and all others on.
    pub fn hide(&mut self, words: &[String]) {
        let parts = words.iter().filter_map(|word| Part::from_word(word));
        self.hidden = parts.collect();
    }

    /// The words of the parts that are switched off.
    #[must_use]
    pub fn hidden(&self) -> Vec<String> {
        let words = self.hidden.iter().map(|part| part.word().to_owned());
        words.collect()
    }

    /// Whether a part is switched on.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        !self.hidden.contains(&part)
    }

    /// Why an action cannot run now; none where it can.
    #[must_use]
    pub fn refusal(&self, _action: ScreenAction) -> Option<&'static str> {
        None
    }

    /// Does what an action asks for on this screen.
    pub fn act(&mut self, _subject: &Subject<'_>, action: ScreenAction) -> Outcome {
        match action {
            ScreenAction::Move(by) => {
                let top = self.top.saturating_add_signed(by.rows(self.height));
                self.top = top.min(self.bottom());
            }
            ScreenAction::Streak => self.switch(Part::Streak),
            ScreenAction::Forecast => self.switch(Part::Forecast),
            ScreenAction::Out => return Outcome::Show(Screen::Roadmap),
            ScreenAction::In
            | ScreenAction::NextPane
            | ScreenAction::PreviousPane
            | ScreenAction::Toggle(_)
            | ScreenAction::Follow
            | ScreenAction::Repository
            | ScreenAction::Topic(_)
            | ScreenAction::Silence
            | ScreenAction::SilenceForGood
            | ScreenAction::FindWords
            | ScreenAction::Filter
            | ScreenAction::Narrow(_)
            | ScreenAction::Range
            | ScreenAction::Reset => {}
        }
        Outcome::Stay
    }

    /// Turns the wheel.
    pub fn wheel(&mut self, rows: isize) {
        self.top = self.top.saturating_add_signed(rows).min(self.bottom());
    }

    fn switch(&mut self, part: Part) {
        if !self.hidden.remove(&part) {
            self.hidden.insert(part);
        }
        self.reveal = Some(part);
    }

    /// The first line in view where the last one is in view.
    fn bottom(&self) -> usize {
        self.page.lines.len().saturating_sub(self.height)
    }

    /// Brings offsets and text in line with everything else.
    pub fn settle(&mut self, subject: &Subject<'_>, body: Rect) {
        let seen = Seen {
            entries: subject.history.len(),
            today: subject.today,
            look: *subject.look,
            width: body.width,
            hidden: self.hidden.clone(),
        };
        if self.seen.as_ref() != Some(&seen) {
            self.page = page::write(subject, &self.hidden, body.width);
            self.seen = Some(seen);
        }
        self.height = usize::from(inner(body).height);
        if let Some(lines) = self.reveal.take().and_then(|part| self.page.place(part)) {
            let rows = self.page.lines.len();
            self.top = if lines.len() < self.height {
                scroll(self.top, lines.end, lines.start, self.height, rows)
            } else {
                lines.start
            };
        }
        self.top = self.top.min(self.bottom());
    }
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, layout: &Layout) {
    let more = if state.top < state.bottom() {
        words::MORE_BELOW
    } else {
        ""
    };
    pane_title(pen, layout.body, [words::insights::INSIGHTS; 2], [more, ""]);
    let lines: &[PageLine] = &state.page.lines;
    page_lines(pen, inner(layout.body), lines, state.top);
    rules(pen, iter::once(layout.body), layout);
}
