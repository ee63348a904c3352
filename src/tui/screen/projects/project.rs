//! The text of one project.

use std::collections::HashMap;

use crate::plain::{clean, clean_lines};
use crate::progress::Status;
use crate::roadmap::{Point, Project, TopicKey};
use crate::tui::page::{Page, PageLine, Stop};
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::words::{self, projects as say};

/// All lines for a pane of this width.
pub(super) fn lines(subject: &Subject<'_>, key: TopicKey, width: u16) -> Vec<PageLine> {
    let mut page = Page::new(subject.look, width);
    let topic = &subject.roadmap[key];
    if let Some(project) = &topic.project {
        write_state(&mut page, subject, key, project);
        page.paragraph(&topic.summary);
        if !project.brief.is_empty() {
            page.heading(words::WHAT_TO_BUILD);
            page.text(Role::Text, &project.brief);
        }
        write_practised(&mut page, subject, key, project);
        write_checklist(&mut page, subject, project);
    }
    write_own(&mut page, subject, key);
    page.checks_and_links(topic);
    page.into_lines()
}

fn write_state(page: &mut Page<'_>, subject: &Subject<'_>, key: TopicKey, project: &Project) {
    let standing = subject.progress.standing(key);
    let state = words::topic_state(standing, subject.today);
    let (level, dot) = (say::level(project.level), page.look.glyphs.dot);
    page.status(standing.status, &format!("{state} {dot} {level}"));
    if subject.roadmap[key].extra {
        page.text(Role::Faint, words::BEYOND);
    }
}

/// The topics that it practises; those that are not done warn, and no more.
fn write_practised(page: &mut Page<'_>, subject: &Subject<'_>, key: TopicKey, project: &Project) {
    if project.practises.is_empty() {
        return;
    }
    page.heading(words::PRACTISES);
    let is_open = |key: &&TopicKey| subject.progress.status(**key) != Status::Done;
    let open = project.practises.iter().filter(is_open).count();
    let status = subject.progress.status(key);
    let warning = say::open_topics(open, project.practises.len(), status);
    page.text(Role::Text, &warning);
    for &key in &project.practises {
        let status = subject.progress.status(key);
        let title = say::practised(&subject.roadmap[key].title, status);
        let glyph = page.look.glyphs.status(status);
        page.stop(Stop::Topic(key), glyph, Role::of(status), &title);
    }
}

/// What it includes when it is complete, each with what the portfolio says of it.
fn write_checklist(page: &mut Page<'_>, subject: &Subject<'_>, project: &Project) {
    if !project.checklist.is_empty() {
        page.heading(words::COMPLETE_WITH);
    }
    let portfolio = subject.roadmap.portfolio.as_ref();
    let include = portfolio.iter().flat_map(|portfolio| &portfolio.include);
    let include: HashMap<&str, &Point> = include.map(|point| (point.word(), point)).collect();
    for point in &project.checklist {
        let status = match subject.progress.point(&point.id).status {
            Status::Done => Status::Done,
            Status::Todo | Status::Learning | Status::Skipped => Status::Todo,
        };
        let glyph = page.look.glyphs.status(status);
        let stop = Stop::Point(point.id.clone());
        page.stop(stop, glyph, Role::of(status), &point.title);
        // Its own summary, else that of the portfolio's point.
        let summary = match include.get(point.word()) {
            Some(included) if point.summary.is_empty() => &included.summary,
            Some(_) | None => &point.summary,
        };
        page.aside(summary);
    }
}

/// What the learner added: repository and note.
fn write_own(page: &mut Page<'_>, subject: &Subject<'_>, key: TopicKey) {
    let bullet = page.look.glyphs.bullet;
    page.heading(say::REPOSITORY);
    let stop = Stop::Repository(key);
    match subject.progress.repository(key) {
        Some(url) => {
            page.stop(stop, bullet, Role::Text, say::REPOSITORY_IS);
            page.address(&clean(url));
        }
        None => page.stop(stop, bullet, Role::Text, say::NO_REPOSITORY),
    }
    let note = subject.progress.note(key);
    if let Some(note) = note.filter(|note| !clean_lines(note).is_empty()) {
        page.heading(&words::marked_note(subject.look));
        page.note_stop(Stop::Note(key), bullet, note);
    } else {
        page.heading(say::NOTE);
        page.stop(Stop::Note(key), bullet, Role::Text, say::NO_NOTE);
    }
}
