//! The words of choices.

use crate::insight::{picked_groups, picked_topics};
use crate::progress::Progress;
use crate::roadmap::{Roadmap, Section, TopicKey};

/// Explains how alternatives count.
pub const ALTERNATIVES: &str = "What you do not pick is not counted. You can pick another at any \
     time: what you did stays, and counts again once it is picked.";
/// Why a fold cannot be ticked.
pub const FOLD_IS_NO_TOPIC: &str = "These are folded away: press \u{e}in\u{f} to see them.";

/// How many alternatives are named at most.
const NAMED: usize = 12;

/// What a choice asks for, its alternatives, and what the learner picked; none where a section is no
/// choice.
#[must_use]
pub fn told(roadmap: &Roadmap, progress: &Progress, section: &Section) -> Option<String> {
    let pick = section.pick?;
    let picked = if section.groups.is_empty() {
        let title = |key: TopicKey| roadmap[key].title.as_str();
        names(picked_topics(progress, section).map(title))
    } else {
        let groups = picked_groups(progress, section).into_iter();
        names(groups.map(Section::short_title))
    };
    let picked = if picked.is_empty() {
        "none yet"
    } else {
        &picked
    };
    let alternatives = alternatives(roadmap, section);
    Some(format!("Pick {pick}: {alternatives}; picked: {picked}."))
}

/// The names of what a choice is among.
#[must_use]
pub fn alternatives(roadmap: &Roadmap, section: &Section) -> String {
    if section.groups.is_empty() {
        let keys = section.topics.keys();
        names(keys.map(|key| roadmap[key].title.as_str()))
    } else {
        names(section.groups.iter().map(Section::short_title))
    }
}

/// What the row of a fold says.
#[must_use]
pub fn fold(others: usize, is_open: bool) -> String {
    match (others, is_open) {
        (1, false) => "1 other: \u{e}in\u{f} shows it".to_owned(),
        (others, false) => format!("{others} others: \u{e}in\u{f} shows them"),
        (others, true) => format!("\u{e}in\u{f} folds {others} away"),
    }
}

/// Names in a row, and how many more there are.
fn names<'a>(mut names: impl Iterator<Item = &'a str>) -> String {
    let first: Vec<&str> = names.by_ref().take(NAMED).collect();
    let first = first.join(", ");
    match names.count() {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Entry, History, Status};
    use crate::roadmap::load;

    const CHOICES: &str = "{format: 1, id: small, title: Small, steps: [
        {id: lang, title: L, pick: 1, topics: [{id: js, title: JS}, {id: go, title: Go}]},
        {id: frame, title: F, pick: 1, groups: [
            {id: js, title: For JS, for: lang.js, topics: [{id: a, title: A}]},
            {id: go, title: All for Go, short: For Go, for: lang.go, topics: [{id: b, title: B}]}]},
        {id: web, title: Web, topics: [{id: http, title: HTTP}]}]}";

    /// What is told of the first steps of a roadmap with some of its topics done.
    fn told_of(yaml: &str, done: &[&str]) -> Vec<Option<String>> {
        let roadmap = load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let at = "2026-11-22T12:00:00Z".parse().unwrap();
        let entries = done.iter().map(|id| Entry::status(at, *id, Status::Done));
        let progress = Progress::of(&roadmap, &entries.collect::<History>());
        let steps = roadmap.steps.iter();
        steps.map(|step| told(&roadmap, &progress, step)).collect()
    }

    #[test]
    fn a_choice_names_its_alternatives_and_what_is_picked() {
        let words = |picked: [&str; 2]| {
            let [first, second] = picked;
            vec![
                Some(format!("Pick 1: JS, Go; picked: {first}.")),
                Some(format!("Pick 1: For JS, For Go; picked: {second}.")),
                None,
            ]
        };
        assert_eq!(told_of(CHOICES, &[]), words(["none yet", "none yet"]));
        assert_eq!(told_of(CHOICES, &["lang.go"]), words(["Go", "For Go"]));
        assert_eq!(
            told_of(CHOICES, &["frame.js.a"]),
            words(["none yet", "For JS"])
        );
        assert_eq!(
            told_of(CHOICES, &["lang.go", "lang.js", "frame.js.a"]),
            words(["JS, Go", "For JS, For Go"])
        );
    }

    #[test]
    fn of_many_alternatives_the_first_are_named() {
        let topics: Vec<String> = (1..=15)
            .map(|nth| format!("{{id: t{nth}, title: T{nth}}}"))
            .collect();
        let yaml = format!(
            "{{format: 1, id: many, title: Many, steps: [{{id: s, title: S, pick: 1, topics: [{}]}}]}}",
            topics.join(", ")
        );
        let told = told_of(&yaml, &[]).remove(0).unwrap();
        assert!(
            told.contains("T11, T12 and 3 more; picked: none yet"),
            "{told}"
        );
    }
}
