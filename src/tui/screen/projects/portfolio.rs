//! The text of all projects together.

use super::matrix;
use crate::insight::{Portfolio, Suggestion};
use crate::progress::Status;
use crate::roadmap::{self, Point};
use crate::tui::page::{Page, PageLine, Stop};
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::words::projects as say;

/// All lines for a pane of this width.
pub(super) fn lines(subject: &Subject<'_>, portfolio: &Portfolio, width: u16) -> Vec<PageLine> {
    let mut page = Page::new(subject.look, width);
    let about = subject.roadmap.portfolio.as_ref();
    if portfolio.pieces.is_empty() {
        page.text(Role::Text, say::NO_PROJECTS);
    } else {
        write_state(&mut page, portfolio, about);
    }
    if let Some(about) = about {
        page.paragraph(&about.summary);
        if !portfolio.pieces.is_empty() {
            matrix::write(&mut page, subject, portfolio, &about.include);
            write_lacking(&mut page, subject, portfolio, about);
        }
        write_demonstrates(&mut page, about);
    } else {
        page.paragraph(say::NO_PORTFOLIO);
    }
    page.into_lines()
}

fn write_state(page: &mut Page<'_>, portfolio: &Portfolio, about: Option<&roadmap::Portfolio>) {
    let (done, begun) = (portfolio.done, portfolio.begun);
    let enough = about.map_or(portfolio.pieces.len(), |about| about.aim.0);
    let status = match (done >= enough, done + begun > 0) {
        (true, _) => Status::Done,
        (false, true) => Status::Learning,
        (false, false) => Status::Todo,
    };
    let words = match about {
        Some(about) => say::aim(done, begun, about.aim),
        None => say::without_aim(done, begun),
    };
    page.status(status, &words);
}

/// What the portfolio lacks, and the project that would add most of it.
fn write_lacking(
    page: &mut Page<'_>,
    subject: &Subject<'_>,
    portfolio: &Portfolio,
    about: &roadmap::Portfolio,
) {
    let lacking = titles(about, portfolio.lacking());
    let projects = about.aim.0.saturating_sub(portfolio.done);
    let bullet = page.look.glyphs.bullet;
    page.heading(say::LACKS);
    if projects > 0 {
        page.item(bullet, Role::Text, &say::more_projects(projects));
    }
    if !lacking.is_empty() {
        page.item(bullet, Role::Text, &say::points_lacking(&lacking));
        page.heading(say::TAKE_ON);
        match &portfolio.suggestion {
            Some(suggestion) => {
                let fills = titles(about, suggestion.fills.iter().copied());
                write_suggestion(page, subject, suggestion, &fills, lacking.len());
            }
            None => page.text(Role::Text, say::NO_OPEN_ONE),
        }
    } else if projects == 0 {
        page.text(Role::Text, say::LACKS_NOTHING);
    }
}

/// The titles of points by their places.
fn titles(about: &roadmap::Portfolio, places: impl Iterator<Item = usize>) -> Vec<&str> {
    let title = |place: usize| about.include.get(place).map(|point| point.title.as_str());
    places.filter_map(title).collect()
}

/// The project to take on: enter goes to it.
fn write_suggestion(
    page: &mut Page<'_>,
    subject: &Subject<'_>,
    suggestion: &Suggestion,
    fills: &[&str],
    lacking: usize,
) {
    let key = suggestion.project;
    let status = subject.progress.status(key);
    let title = &subject.roadmap[key].title;
    let words = say::suggestion(title, suggestion, fills, lacking);
    let glyph = page.look.glyphs.status(status);
    page.stop(Stop::Topic(key), glyph, Role::of(status), &words);
}

fn write_demonstrates(page: &mut Page<'_>, about: &roadmap::Portfolio) {
    if !about.demonstrates.is_empty() {
        page.heading(say::DEMONSTRATES);
    }
    for Point { title, summary, .. } in &about.demonstrates {
        page.item(page.look.glyphs.bullet, Role::Text, title);
        page.aside(summary);
    }
}
