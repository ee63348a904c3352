//! The text of what is selected, as lines of a given width.

use super::{Pane, State};
use crate::insight::{Held, is_beside, is_made, picked_groups};
use crate::roadmap::{Project, Rule, Section, TopicKey};
use crate::tui::page::{Page, PageLine};
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::words;

/// All lines of the text for a pane of this width: of the step while the steps have the keys, else
/// of the topic.
pub(super) fn lines(subject: &Subject<'_>, state: &State, width: u16) -> Vec<PageLine> {
    let mut page = Page::new(subject.look, width);
    if let Some(choice) = state.selected_fold() {
        if let Some(choice) = subject.roadmap.sections().nth(choice) {
            write_fold(&mut page, subject, choice);
        }
        return page.into_lines();
    }
    match (state.pane, state.topic()) {
        (Pane::Steps, _) => {
            if let Some(step) = subject.roadmap.steps.get(state.step) {
                write_step(&mut page, subject, step, state.outline.section(state.step));
            }
        }
        (Pane::Topics | Pane::Detail, Some(key)) => write_topic(&mut page, subject, key),
        (Pane::Topics | Pane::Detail, None) => {}
    }
    page.into_lines()
}

fn write_step(page: &mut Page<'_>, subject: &Subject<'_>, step: &Section, row: usize) {
    let tally = subject.completion.section(row);
    let status = tally.status();
    let count = tally.count;
    page.status(status, &words::step_state(count));
    page.paragraph(&step.summary);
    if let Some(choice) = words::choice::told(subject.roadmap, subject.progress, step) {
        page.paragraph(&choice);
        page.paragraph(words::choice::ALTERNATIVES);
    }
    write_groups(page, subject, step);
    write_mistakes(page, subject, step);
}

/// What is to be said of the groups in a section; of a choice that is made, only of those picked.
fn write_groups(page: &mut Page<'_>, subject: &Subject<'_>, section: &Section) {
    let is_made = is_made(subject.progress, section);
    let picked = if is_made {
        picked_groups(subject.progress, section)
    } else {
        Vec::new()
    };
    for group in &section.groups {
        if is_made && is_beside(subject.progress, &picked, group) {
            continue;
        }
        let choice = words::choice::told(subject.roadmap, subject.progress, group);
        if choice.is_some() || !group.summary.is_empty() {
            page.heading(&group.title);
        }
        if !group.summary.is_empty() {
            page.text(Role::Text, &group.summary);
        }
        if let Some(choice) = choice {
            page.text(Role::Text, &choice);
        }
        write_groups(page, subject, group);
    }
}

/// Names the mistakes of the guide that are about a step or a group in it.
fn write_mistakes(page: &mut Page<'_>, subject: &Subject<'_>, step: &Section) {
    let is_about = |rule: &Rule| {
        let first = rule.section().and_then(|part| part.topics.get(0));
        first.is_some_and(|key| step.topics.contains(key))
    };
    let mistakes = subject.roadmap.mistakes.iter().enumerate();
    let mut about = mistakes
        .filter(|(_, mistake)| mistake.when.iter().any(is_about))
        .peekable();
    if about.peek().is_some() {
        page.gap();
    }
    for (at, mistake) in about {
        let holds = |held: &Held| held.mistake == at && !held.silent;
        let words = words::guide::see(&mistake.title, subject.advice.iter().any(holds));
        page.text(Role::Text, &words);
    }
}

/// The text of a fold.
fn write_fold(page: &mut Page<'_>, subject: &Subject<'_>, choice: &Section) {
    if let Some(told) = words::choice::told(subject.roadmap, subject.progress, choice) {
        page.text(Role::Text, &told);
    }
    page.paragraph(words::choice::ALTERNATIVES);
}

fn write_topic(page: &mut Page<'_>, subject: &Subject<'_>, key: TopicKey) {
    let topic = &subject.roadmap[key];
    let standing = subject.progress.standing(key);
    page.status(
        standing.status,
        &words::topic_state(standing, subject.today),
    );
    if topic.extra {
        page.text(Role::Faint, words::BEYOND);
    }
    page.paragraph(&topic.summary);
    write_own(page, subject, key);
    if let Some(project) = &topic.project {
        write_project(page, subject, project);
    }
    page.checks_and_links(topic);
}

/// What the learner wrote about a topic.
fn write_own(page: &mut Page<'_>, subject: &Subject<'_>, key: TopicKey) {
    if let Some(note) = subject.progress.note(key) {
        page.heading(&words::marked_note(subject.look));
        page.note(note);
    }
    if let Some(url) = subject.progress.repository(key) {
        page.heading(words::projects::REPOSITORY);
        page.address(url);
    }
}

fn write_project(page: &mut Page<'_>, subject: &Subject<'_>, project: &Project) {
    page.heading(words::WHAT_TO_BUILD);
    page.text(Role::Text, &project.brief);
    if !project.checklist.is_empty() {
        page.heading(words::COMPLETE_WITH);
    }
    for point in &project.checklist {
        let status = subject.progress.point(&point.id).status;
        page.item(
            page.look.glyphs.status(status),
            Role::of(status),
            &point.title,
        );
    }
    if !project.practises.is_empty() {
        page.heading(words::PRACTISES);
    }
    for &key in &project.practises {
        let status = subject.progress.status(key);
        let title = &subject.roadmap[key].title;
        page.item(page.look.glyphs.status(status), Role::of(status), title);
    }
}
