//! The words of the search: what a hit is and where it stands.

use crate::insight::{Item, Kind, Lead};
use crate::roadmap::{Roadmap, Section, TopicKey};
use crate::tui::theme::Look;

/// Title of the box.
pub const SEARCH: &str = "Search";
/// What can be done while nothing is typed.
pub const HINT: &str = "Type a few letters of a topic, project, path, question, note or link: \
     they need not stand side by side, and several words may stand in any order.";
/// What to do where nothing is found.
pub const NOTHING: &str =
    "Nothing has all of these letters. Take some away, or try another word for it.";
/// Why nothing is looked for where nothing is typed and nothing was before.
pub const NOTHING_TYPED: &str = "Type a few letters of what you look for first.";
/// Why there is no next hit.
pub const NO_SEARCH: &str = "There is nothing to go through: search for something first.";

/// Offers the latest search while nothing is typed.
#[must_use]
pub fn again(text: &str) -> String {
    format!("\u{e}accept\u{f} looks for {text} again.")
}

/// How many hits there are, and which one is selected.
#[must_use]
pub fn count(selected: usize, kept: usize, total: usize) -> String {
    if kept == total {
        format!("{selected} of {total}")
    } else {
        format!("{selected} of the best {kept} of {total}")
    }
}

/// Says which place of a search this is.
#[must_use]
pub fn found(text: &str, (number, count): (usize, usize)) -> String {
    format!("{text}: {number} of {count}")
}

/// Says how many places a search found that one went back from.
#[must_use]
pub fn waiting(text: &str, count: usize) -> String {
    let goes = if count == 1 {
        "leads there again"
    } else {
        "goes on through them"
    };
    format!("{text}: {count} found. \u{e}next-hit\u{f} {goes}.")
}

/// Says that a search is over, and to someone who is still away that there is a way back.
#[must_use]
pub fn ended(text: &str, is_away: bool) -> String {
    let way = if is_away {
        " \u{e}back\u{f} leads back to where you were."
    } else {
        ""
    };
    format!("The search for {text} is over.{way}")
}

/// What something is, where it is no topic, and where it stands: in fewer and fewer words.
#[must_use]
pub fn places(roadmap: &Roadmap, item: Item, look: &Look) -> Vec<String> {
    let dot = look.glyphs.dot;
    let kind = kind(item.kind);
    let (long, short) = match item.lead {
        Lead::Topic(key) | Lead::Project(key) => around(roadmap, key),
        Lead::Step(at) => (String::new(), format!("step {}", at + 1)),
        Lead::Stage(path, _) => {
            let path = roadmap.paths.get(path);
            (path.map_or("", super::path::name).to_owned(), String::new())
        }
        Lead::Course(at) if item.kind == Kind::Link => {
            let course = roadmap.courses.get(at);
            let title = course.map_or("", |course| course.title.as_str());
            (title.to_owned(), String::new())
        }
        Lead::Mistake(_) => ("mistake".to_owned(), String::new()),
        Lead::Question(_) => ("question".to_owned(), String::new()),
        Lead::Path(_) | Lead::Course(_) => (String::new(), String::new()),
    };
    let mut forms = Vec::new();
    if let (Lead::Topic(key), Kind::Note | Kind::Link) = (item.lead, item.kind) {
        let title = &roadmap[key].title;
        forms.push(format!("{kind} {dot} {title} {dot} {long}"));
        forms.push(format!("{kind} {dot} {title} {dot} {short}"));
    }
    for place in [long, short] {
        match (kind, place.as_str()) {
            (_, "") => {}
            ("", place) => forms.push(place.to_owned()),
            (kind, place) => forms.push(format!("{kind} {dot} {place}")),
        }
    }
    forms.push(kind.to_owned());
    forms
}

/// What something is, where it is no topic.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Topic | Kind::Step => "",
        Kind::Project => "project",
        Kind::Group => "group",
        Kind::Path => "path",
        Kind::Stage => "stage",
        Kind::Course => "course",
        Kind::Mistake | Kind::Question => "guide",
        Kind::Note => "note",
        Kind::Link => "link",
    }
}

/// What a topic stands in: its step with its title, and short; for one beside the steps its stage's
/// path or its course.
fn around(roadmap: &Roadmap, key: TopicKey) -> (String, String) {
    if let Some(at) = roadmap.step_of(key) {
        let title = roadmap.steps.get(at).map_or("", Section::short_title);
        return (format!("{} {title}", at + 1), format!("step {}", at + 1));
    }
    let path = roadmap.paths.iter().find(|path| {
        let mut stages = path.stages.iter();
        stages.any(|stage| stage.topics.contains(key))
    });
    if let Some(path) = path {
        return (super::path::name(path).to_owned(), "path".to_owned());
    }
    let mut courses = roadmap.courses.iter();
    let course = courses.find(|course| course.topics.contains(key));
    let title = course.map_or("", |course| course.title.as_str());
    (title.to_owned(), "course".to_owned())
}
