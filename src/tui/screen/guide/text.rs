//! The text of what is selected in the guide.

use unicode_width::UnicodeWidthStr;

use super::{Leaf, held};
use crate::insight::{Fact, Held};
use crate::progress::Status;
use crate::roadmap::{Mistake, Portfolio, Rule, Section, TopicKey};
use crate::tui::page::{Page, PageLine, Stop};
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::words::{self, guide};

/// All lines of the text for a pane of this width.
pub(super) fn lines(subject: &Subject<'_>, leaf: Leaf, width: u16) -> Vec<PageLine> {
    let mut page = Page::new(subject.look, width);
    let roadmap = subject.roadmap;
    match leaf {
        Leaf::Mistake(at) => {
            if let Some(mistake) = roadmap.mistakes.get(at) {
                write_mistake(&mut page, subject, mistake, held(subject, at));
            }
        }
        Leaf::NoMistakes => page.text(Role::Text, guide::ADD_MISTAKES),
        Leaf::NothingFound => page.text(Role::Text, &subject.said(guide::NOTHING_FOUND_TEXT)),
        Leaf::Portfolio => {
            if let Some(portfolio) = &roadmap.portfolio {
                write_portfolio(&mut page, subject, portfolio);
            }
        }
        Leaf::Choice(at) => {
            if let Some(step) = roadmap.steps.get(at) {
                write_choice(&mut page, subject, step);
            }
        }
        Leaf::Question(at) => {
            if let Some(question) = roadmap.questions.get(at) {
                write_title(&mut page, &question.question);
                page.text(Role::Text, &question.answer);
            }
        }
        Leaf::NoQuestions => page.text(Role::Text, guide::ADD_QUESTIONS),
        Leaf::BottomLine => page.text(Role::Text, &roadmap.bottom_line),
    }
    page.into_lines()
}

fn write_mistake(
    page: &mut Page<'_>,
    subject: &Subject<'_>,
    mistake: &Mistake,
    held: Option<&Held>,
) {
    write_title(page, &mistake.title);
    match held {
        Some(held) => write_facts(page, subject, held),
        None if mistake.when.is_empty() => page.text(Role::Text, guide::NOT_WATCHED),
        None => {
            page.text(Role::Text, guide::NOT_NOW);
            page.text(
                Role::Text,
                &guide::would_hold(subject.roadmap, &mistake.when),
            );
        }
    }
    if let Some(silence) = subject.progress.silence(&mistake.id, subject.today) {
        page.gap();
        page.text(Role::Faint, &guide::silence(silence, subject.today));
    }
    if !mistake.advice.is_empty() {
        page.heading(guide::ADVICE);
        page.text(Role::Text, &mistake.advice);
    }
    match held {
        Some(held) => write_next(page, subject, held),
        None => write_about(page, subject, mistake),
    }
}

/// What shows that a mistake is being made.
fn write_facts(page: &mut Page<'_>, subject: &Subject<'_>, held: &Held) {
    let (mut learning, mut done): (&[TopicKey], &[TopicKey]) = (&[], &[]);
    for fact in &held.facts {
        let words = guide::fact(subject.roadmap, fact, subject.today);
        page.item(guide::MARK, Role::Key, &words);
        match fact {
            // Of several, the one that has the others' topics among its own.
            Fact::Learning { topics, .. } if topics.len() > learning.len() => learning = topics,
            Fact::ProjectsWithout { projects, .. } => done = projects,
            Fact::Learning { .. }
            | Fact::SinceProject { .. }
            | Fact::PassedOver { .. }
            | Fact::LeftToTheEnd { .. }
            | Fact::CoursesBeforeProjects { .. } => {}
        }
    }
    for (heading, topics) in [(guide::UNDER_WAY, learning), (guide::DONE_PROJECTS, done)] {
        if !topics.is_empty() {
            page.heading(heading);
            write_topics(page, subject, topics);
        }
    }
}

/// The whole title, where that of the pane is cut.
fn write_title(page: &mut Page<'_>, title: &str) {
    // Around the pane's title there are the mark, the line's ends and the note.
    let around = 8 + words::MORE_BELOW.width();
    if title.width() + around > page.width {
        page.text(Role::Heading, title);
        page.gap();
    }
}

fn write_next(page: &mut Page<'_>, subject: &Subject<'_>, held: &Held) {
    let (Some(key), Some(fact)) = (held.next, held.facts.first()) else {
        return;
    };
    page.heading(guide::NEXT_STEP);
    let status = subject.progress.status(key);
    let is_under_way = status == Status::Learning;
    let words = guide::next_step(subject.roadmap, fact, key, is_under_way);
    let glyph = page.look.glyphs.status(status);
    page.stop(Stop::Topic(key), glyph, Role::of(status), &words);
}

/// The sections that a mistake's rules are about, each by its first topic.
fn write_about(page: &mut Page<'_>, subject: &Subject<'_>, mistake: &Mistake) {
    let parts = mistake.when.iter().filter_map(Rule::section);
    let mut sections = parts
        .filter_map(|part| subject.roadmap.section(part.row))
        .peekable();
    if sections.peek().is_some() {
        page.heading(guide::ABOUT);
    }
    for section in sections {
        write_section(page, section);
    }
}

/// A section as a stop that leads to its first topic.
fn write_section(page: &mut Page<'_>, section: &Section) {
    let stop = section.topics.get(0).map(Stop::Topic);
    page.stop(stop, page.look.glyphs.bullet, Role::Text, &section.title);
}

fn write_portfolio(page: &mut Page<'_>, subject: &Subject<'_>, portfolio: &Portfolio) {
    let projects: Vec<TopicKey> = subject
        .roadmap
        .keys()
        .filter(|key| subject.roadmap[*key].project.is_some())
        .collect();
    let is_done = |key: &&TopicKey| subject.progress.status(**key) == Status::Done;
    let done = projects.iter().filter(is_done).count();
    page.text(Role::Text, &guide::aim(portfolio, done));
    page.paragraph(&portfolio.summary);
    for (heading, points) in [
        (guide::IT_SHOWS, &portfolio.demonstrates),
        (guide::IT_INCLUDES, &portfolio.include),
    ] {
        if !points.is_empty() {
            page.heading(heading);
        }
        for point in points {
            let text = match point.summary.as_str() {
                "" => point.title.clone(),
                summary => format!("{}: {summary}", point.title),
            };
            page.item(page.look.glyphs.bullet, Role::Text, &text);
        }
    }
    if !projects.is_empty() {
        page.heading(guide::PROJECTS);
        write_topics(page, subject, &projects);
    }
}

fn write_choice(page: &mut Page<'_>, subject: &Subject<'_>, step: &Section) {
    page.text(Role::Text, &step.summary);
    if let Some(told) = words::choice::told(subject.roadmap, subject.progress, step) {
        page.paragraph(&told);
    }
    page.heading(guide::ALTERNATIVES);
    for group in &step.groups {
        write_section(page, group);
    }
    if step.groups.is_empty() {
        let topics: Vec<TopicKey> = step.topics.keys().collect();
        write_topics(page, subject, &topics);
    }
}

/// Topics with their statuses; those of the steps can be gone to.
fn write_topics(page: &mut Page<'_>, subject: &Subject<'_>, topics: &[TopicKey]) {
    for &key in topics {
        let status = subject.progress.status(key);
        let is_in_steps = subject.roadmap.step_of(key).is_some();
        let stop = is_in_steps.then_some(Stop::Topic(key));
        let glyph = page.look.glyphs.status(status);
        page.stop(stop, glyph, Role::of(status), &subject.roadmap[key].title);
    }
}
