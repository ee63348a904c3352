//! The versions of a note: nothing that was ever noted is lost.

use std::collections::HashSet;

use super::{Change, History, Stamp};
use crate::roadmap::{Roadmap, TopicKey};

/// What a note said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was written; the last time, where it was written more than once.
    pub at: Stamp,
    /// The text; never empty.
    pub text: String,
}

/// All versions of the note on a topic, the latest first: each text once, also those that were
/// taken back, and those from when the topic had another id.
#[must_use]
pub fn note_versions(roadmap: &Roadmap, history: &History, key: TopicKey) -> Vec<Version> {
    let mut seen = HashSet::new();
    let written = history.iter().rev().filter(|entry| entry.undoes.is_none());
    let notes = written.filter_map(|entry| match &entry.change {
        Change::Note { topic, text } if !text.is_empty() => {
            (roadmap.topic(topic) == Some(key)).then_some((entry.at, text))
        }
        Change::Note { .. }
        | Change::Status { .. }
        | Change::Repository { .. }
        | Change::Follow { .. }
        | Change::Silence { .. } => None,
    });
    let new = notes.filter(|(_, text)| seen.insert(*text));
    new.map(|(at, text)| Version {
        at,
        text: text.clone(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Entry, Status};

    fn note(history: &mut History, topic: &str, text: &str) {
        let now: Stamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let (topic, text) = (topic.to_owned(), text.to_owned());
        let at = now.later_than(history.latest());
        history.insert(Entry::new(at, Change::Note { topic, text }));
    }

    fn versions(history: &History) -> Vec<String> {
        let yaml = "{format: 1, id: small, title: Small, steps: [{id: web, title: Web, topics: [
            {id: http, title: HTTP}, {id: tls, title: TLS, formerly: [web.ssl]}]}]}";
        let roadmap = crate::roadmap::load(yaml.as_bytes()).unwrap();
        let key = roadmap.topic("web.tls").unwrap();
        let versions = note_versions(&roadmap, history, key);
        versions.into_iter().map(|version| version.text).collect()
    }

    #[test]
    fn each_text_stands_once_the_latest_first_whatever_became_of_it() {
        let mut history = History::default();
        assert!(versions(&history).is_empty());
        for (topic, text) in [
            ("web.ssl", "under the old name"),
            ("web.tls", "one"),
            ("web.http", "of another topic"),
            ("web.tls", ""),
            ("web.tls", "two"),
            ("web.tls", "one"),
            ("web.tls", "three"),
        ] {
            note(&mut history, topic, text);
        }
        let at = "2026-11-22T13:00:00Z".parse().unwrap();
        history.insert(Entry::status(at, "web.tls", Status::Done));
        history.extend(history.undo(at));
        history.extend(history.undo(at));
        assert_eq!(
            versions(&history),
            ["three", "one", "two", "under the old name"]
        );
    }

    #[test]
    fn an_undo_is_no_version_of_its_own() {
        let mut history = History::default();
        note(&mut history, "web.tls", "one");
        note(&mut history, "web.tls", "two");
        let at = "2026-11-22T13:00:00Z".parse().unwrap();
        history.extend(history.undo(at));
        assert_eq!(versions(&history), ["two", "one"]);
    }
}
