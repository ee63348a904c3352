//! What can be done with a topic on whichever screen it is selected: its note and its links.

use super::{Outcome, Subject};
use crate::plain::clean_lines;
use crate::progress::note_versions;
use crate::roadmap::{Link, TopicKey, link_problem};
use crate::tui::overlay::menu::{self, Choice, Item};
use crate::tui::overlay::note;
use crate::tui::words;

/// What is done with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// It is opened in the browser.
    Open,
    /// It is copied.
    Copy,
}

/// Has the note on a topic written, here.
pub(super) fn note(subject: &Subject<'_>, key: TopicKey) -> Outcome {
    let topic = &subject.roadmap[key];
    let versions = note_versions(subject.roadmap, subject.history, key);
    let now = subject.progress.note(key).unwrap_or_default();
    let note = note::State::new(&topic.id, &topic.title, now, versions, subject.today);
    Outcome::Note(Box::new(note))
}

/// Has the note on a topic written in the learner's own editor.
pub(super) fn note_elsewhere(subject: &Subject<'_>, key: TopicKey) -> Outcome {
    Outcome::Edit {
        topic: subject.roadmap[key].id.clone(),
        text: clean_lines(subject.progress.note(key).unwrap_or_default()),
    }
}

/// The links of a topic; of a project, the learner's repository is one.
pub(super) fn links(subject: &Subject<'_>, key: TopicKey) -> Vec<Link> {
    let repository = subject.progress.repository(key).map(|url| Link {
        title: words::projects::REPOSITORY.to_owned(),
        url: url.to_owned(),
    });
    let links = subject.roadmap[key].links.iter().cloned();
    links.chain(repository).collect()
}

/// Whether a topic has links.
pub(super) fn has_links(subject: &Subject<'_>, key: TopicKey) -> bool {
    !subject.roadmap[key].links.is_empty() || subject.progress.repository(key).is_some()
}

/// The links of a course by its place.
pub(super) fn links_of_course(subject: &Subject<'_>, at: Option<usize>) -> Vec<Link> {
    let course = at.and_then(|at| subject.roadmap.courses.get(at));
    course.map_or_else(Vec::new, |course| course.links.clone())
}

/// Does something with the only link, or has one chosen.
pub(super) fn choose(mut links: Vec<Link>, deed: Deed) -> Outcome {
    // Whatever it came from: another program is to open it.
    links.retain(|link| link_problem(&link.url).is_none());
    let title = match deed {
        Deed::Open => words::topic::OPEN,
        Deed::Copy => words::topic::COPY,
    };
    match links.as_slice() {
        [] => Outcome::Refuse(words::topic::NO_LINKS),
        [only] => match deed {
            Deed::Open => Outcome::Open(only.url.clone()),
            Deed::Copy => Outcome::Copy(only.url.clone()),
        },
        _ => Outcome::Choose(menu::State::new(title, "", items(links, deed))),
    }
}

/// The links as choices, with the numbers that they have on the page.
fn items(links: Vec<Link>, deed: Deed) -> Vec<Item> {
    let numbered = links.into_iter().zip(1..);
    numbered
        .map(|(link, number)| Item {
            key: char::from_digit(number, 10),
            words: link.title,
            note: link.url.clone(),
            refusal: None,
            choice: match deed {
                Deed::Open => Choice::Open(link.url),
                Deed::Copy => Choice::Copy(link.url),
            },
        })
        .collect()
}
