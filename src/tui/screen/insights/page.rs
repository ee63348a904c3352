//! The lines of the page: sections, in one column or two.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{Part, chart};
use crate::insight::{BurnUp, Forecast};
use crate::tui::page::{Page, PageLine};
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::words::insights as words;

/// Cells of the left one of two columns: the calendar of a year, its edges among them.
const LEFT: u16 = 59;
/// From this width on there are two columns.
const TWO_COLUMNS: u16 = LEFT + 45;

/// The page, and where the parts stand on it that can be switched off.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    /// The lines.
    pub(super) lines: Vec<PageLine>,
    places: Vec<(Part, Range<usize>)>,
}

impl Written {
    /// The first and the last line of a part.
    pub(super) fn place(&self, part: Part) -> Option<Range<usize>> {
        let found = self.places.iter().find(|(other, _)| *other == part);
        found.map(|(_, lines)| lines.clone())
    }
}

/// A piece of the page.
#[derive(Clone, Copy)]
enum Section {
    Streak,
    Days,
    Weeks,
    BurnUp,
    Forecast,
    Steps,
}

impl Section {
    const ALL: [Self; 6] = [
        Self::Streak,
        Self::Days,
        Self::Weeks,
        Self::BurnUp,
        Self::Forecast,
        Self::Steps,
    ];
    const LEFT: [Self; 3] = [Self::Days, Self::BurnUp, Self::Forecast];
    const RIGHT: [Self; 3] = [Self::Streak, Self::Weeks, Self::Steps];

    const fn part(self) -> Option<Part> {
        match self {
            Self::Streak => Some(Part::Streak),
            Self::Forecast => Some(Part::Forecast),
            Self::Days | Self::Weeks | Self::BurnUp | Self::Steps => None,
        }
    }
}

/// Writes the page for a body of this width.
pub(super) fn write(subject: &Subject<'_>, hidden: &BTreeSet<Part>, width: u16) -> Written {
    let is_wide = width >= TWO_COLUMNS;
    let left = if is_wide { LEFT } else { width };
    let columns = chart::burn_up_columns(usize::from(left.saturating_sub(2)), subject);
    let burn_up = BurnUp::of(subject.roadmap, subject.history, subject.activity, columns);
    let writer = Writer {
        subject,
        hidden,
        burn_up,
    };
    if !is_wide {
        return writer.column(&Section::ALL, width);
    }
    let right = writer.column(&Section::RIGHT, width - LEFT);
    let mut both = writer.column(&Section::LEFT, LEFT);
    both.lines = beside(both.lines, right.lines, usize::from(LEFT));
    both.places.extend(right.places);
    both
}

/// Two columns in one: the right one begins at a cell that the left one does not reach.
fn beside(mut left: Vec<PageLine>, right: Vec<PageLine>, at: usize) -> Vec<PageLine> {
    if left.len() < right.len() {
        left.resize(right.len(), PageLine::default());
    }
    for (line, other) in left.iter_mut().zip(right) {
        let text: usize = line.pieces.iter().map(|(_, piece)| piece.width()).sum();
        let used = usize::from(line.indent) + text;
        let blank = (at + usize::from(other.indent)).saturating_sub(used);
        if !other.pieces.is_empty() {
            line.pieces.push((Role::Text, " ".repeat(blank)));
            line.pieces.extend(other.pieces);
        }
    }
    left
}

struct Writer<'a> {
    subject: &'a Subject<'a>,
    hidden: &'a BTreeSet<Part>,
    burn_up: BurnUp,
}

impl Writer<'_> {
    fn column(&self, sections: &[Section], width: u16) -> Written {
        let mut written = Written::default();
        for section in sections {
            let mut page = Page::new(self.subject.look, width);
            self.section(&mut page, *section);
            let mut lines = page.into_lines();
            if written.lines.is_empty() {
                // Each section begins with a gap; the first one needs none.
                lines.drain(..lines.len().min(1));
            }
            if let Some(part) = section.part() {
                let gap = usize::from(!written.lines.is_empty());
                let start = written.lines.len() + gap;
                let end = written.lines.len() + lines.len().saturating_sub(1);
                written.places.push((part, start..end));
            }
            written.lines.extend(lines);
        }
        written
    }

    fn section(&self, page: &mut Page<'_>, section: Section) {
        let counts = self.subject.completion.total.total > 0;
        match section {
            Section::Streak => self.streak(page),
            Section::Days => self.days(page),
            Section::Weeks => self.weeks(page),
            Section::BurnUp if counts => self.burn_up(page),
            Section::Forecast if counts => self.forecast(page),
            Section::Steps if counts => {
                page.heading(crate::tui::words::STEPS);
                chart::steps(page, self.subject);
            }
            Section::BurnUp => page.paragraph(words::NOTHING_TO_COUNT),
            Section::Forecast | Section::Steps => {}
        }
    }

    fn streak(&self, page: &mut Page<'_>) {
        if self.hidden.contains(&Part::Streak) {
            page.gap();
            page.text(Role::Faint, &self.subject.said(words::STREAK_HIDDEN));
            return;
        }
        page.heading(words::STREAK);
        let streak = self.subject.activity.streak();
        if streak.longest == 0 {
            page.text(Role::Text, words::NO_STREAK_YET);
        } else {
            page.text(Role::Text, &words::streak(streak));
        }
        page.text(Role::Faint, words::STREAK_RULE);
    }

    fn days(&self, page: &mut Page<'_>) {
        let activity = self.subject.activity;
        page.heading(words::DAYS);
        match activity.first() {
            None => page.text(Role::Text, words::NO_DAYS_YET),
            Some(first) => {
                let words = words::active_days(activity.days(), first, activity.today());
                page.text(Role::Text, &words);
                chart::calendar(page, activity);
            }
        }
        page.text(Role::Faint, words::ACTIVITY);
        if activity.later() > 0 {
            page.text(Role::Text, &words::later(activity.later()));
        }
    }

    fn weeks(&self, page: &mut Page<'_>) {
        if self.subject.activity.first().is_some() {
            page.heading(words::TOPICS_A_WEEK);
            chart::weeks(page, self.subject.activity);
        }
    }

    fn burn_up(&self, page: &mut Page<'_>) {
        if !self.burn_up.points.is_empty() {
            page.heading(words::BURN_UP);
            chart::burn_up(page, &self.burn_up.points);
            let words = words::burn_up(&self.burn_up, self.subject.today);
            page.text(Role::Faint, &words);
        }
    }

    fn forecast(&self, page: &mut Page<'_>) {
        if self.hidden.contains(&Part::Forecast) {
            page.gap();
            page.text(Role::Faint, &self.subject.said(words::FORECAST_HIDDEN));
            return;
        }
        page.heading(words::FORECAST);
        let total = self.subject.completion.total;
        let forecast = Forecast::of(total, &self.burn_up.gains, self.subject.today);
        page.text(Role::Text, &words::forecast(forecast));
    }
}
