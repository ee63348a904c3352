//! Entries folded into where the learner stands.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Change, Entry, History, Stamp, Status};
use crate::roadmap::{Path, Roadmap, TopicKey, link_problem};

/// Where the learner stands with one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// Since when; never set for a topic that no entry speaks of.
    pub since: Option<Stamp>,
}

/// How long the mark of a mistake is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// Until this day.
    Until(Date),
    /// For good.
    Forever,
}

/// Where the learner stands with everything in a roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    standings: Vec<Standing>,
    /// The points of projects' checklists, by their full ids.
    points: HashMap<String, Standing>,
    notes: HashMap<TopicKey, String>,
    repositories: HashMap<TopicKey, String>,
    follows: Option<String>,
    silences: HashMap<String, Silence>,
}

impl Progress {
    /// Folds a history: of each subject, the latest entry that counts decides.
    ///
    /// Entries of topics that the roadmap does not have change nothing here; they stay in the
    /// history and count again when the topic is back.
    #[must_use]
    pub fn of(roadmap: &Roadmap, history: &History) -> Self {
        let mut progress = Self {
            standings: vec![Standing::default(); roadmap.topics().len()],
            ..Self::default()
        };
        for entry in history.live() {
            progress.record(roadmap, entry);
        }
        progress
    }

    /// Adds one entry that is later than all others and takes none of them back: the same as
    /// folding anew, without the cost.
    pub fn record(&mut self, roadmap: &Roadmap, entry: &Entry) {
        match &entry.change {
            Change::Status { topic, status } => {
                let standing = Standing {
                    status: *status,
                    since: Some(entry.at),
                };
                match roadmap.topic(topic) {
                    Some(key) => {
                        if let Some(slot) = self.standings.get_mut(key.index()) {
                            *slot = standing;
                        }
                    }
                    None => {
                        if let Some(point) = point(roadmap, topic) {
                            self.points.insert(point.to_owned(), standing);
                        }
                    }
                }
            }
            Change::Note { topic, text } => set(&mut self.notes, roadmap.topic(topic), text),
            Change::Repository { topic, url } => {
                // A journal may come from anywhere, and an address is opened by another program.
                let url = if link_problem(url).is_some() { "" } else { url };
                set(&mut self.repositories, roadmap.topic(topic), url);
            }
            Change::Follow { path } => {
                self.follows = Some(path.clone()).filter(|path| !path.is_empty());
            }
            Change::Silence { mistake, until } => {
                let silence = until.map_or(Silence::Forever, Silence::Until);
                self.silences.insert(mistake.clone(), silence);
            }
        }
    }

    /// Where the learner stands with a topic.
    #[must_use]
    pub fn standing(&self, key: TopicKey) -> Standing {
        self.standings.get(key.index()).copied().unwrap_or_default()
    }

    /// The status of a topic.
    #[must_use]
    pub fn status(&self, key: TopicKey) -> Status {
        self.standing(key).status
    }

    /// Where the learner stands with a point of a project's checklist, by its full id.
    #[must_use]
    pub fn point(&self, id: &str) -> Standing {
        self.points.get(id).copied().unwrap_or_default()
    }

    /// The learner's note on a topic.
    #[must_use]
    pub fn note(&self, key: TopicKey) -> Option<&str> {
        self.notes.get(&key).map(String::as_str)
    }

    /// The address of the learner's repository for a project.
    #[must_use]
    pub fn repository(&self, key: TopicKey) -> Option<&str> {
        self.repositories.get(&key).map(String::as_str)
    }

    /// The path that the learner follows, where the roadmap has it.
    #[must_use]
    pub fn path<'a>(&self, roadmap: &'a Roadmap) -> Option<&'a Path> {
        let id = self.follows.as_deref()?;
        roadmap.paths.iter().find(|path| path.id == id)
    }

    /// How long the mark of a mistake is silent, as seen on a day; none where it is not.
    #[must_use]
    pub fn silence(&self, mistake: &str, today: Date) -> Option<Silence> {
        let silence = self.silences.get(mistake).copied()?;
        match silence {
            Silence::Until(day) if day <= today => None,
            Silence::Until(_) | Silence::Forever => Some(silence),
        }
    }

    /// Whether the mark of a mistake is silent on a day.
    #[must_use]
    pub fn is_silent(&self, mistake: &str, today: Date) -> bool {
        self.silence(mistake, today).is_some()
    }
}

/// The id of the point of a checklist that this id names, be it one that its project once had.
fn point<'a>(roadmap: &'a Roadmap, id: &str) -> Option<&'a str> {
    let (project, word) = id.rsplit_once('.')?;
    let checklist = &roadmap[roadmap.topic(project)?].project.as_ref()?.checklist;
    let found = checklist.iter().find(|point| point.word() == word)?;
    Some(&found.id)
}

/// Sets a text of a topic, or takes it away where it is empty.
fn set(texts: &mut HashMap<TopicKey, String>, key: Option<TopicKey>, text: &str) {
    let Some(key) = key else {
        return;
    };
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::sketch;
    use proptest::prelude::*;

    /// Five topics and, under both its ids, a point of a checklist.
    const TOPICS: [&str; 7] = [
        "web.http",
        "web.tls",
        "web.ssl",
        "old.dns",
        "soap.wsdl",
        "web.dns.zone",
        "old.dns.zone",
    ];

    /// `web.ssl` is what `web.tls` was called, `old.dns` what `web.dns` was; there is no `soap`.
    fn roadmap() -> Roadmap {
        let yaml = "{format: 1, id: small, title: Small, steps: [{id: web, title: Web, topics: [
            {id: http, title: HTTP},
            {id: tls, title: TLS, formerly: [web.ssl]},
            {id: dns, title: DNS, formerly: [old.dns], project: {level: beginner, brief: Serve.,
                checklist: [{id: zone, title: A zone}], practises: []}}]}]}";
        crate::roadmap::load(yaml.as_bytes()).unwrap()
    }

    fn stamp(minute: u8) -> Stamp {
        format!("2026-11-22T12:{minute:02}:00Z").parse().unwrap()
    }

    fn entry(minute: u8, topic: &str, status: Status) -> Entry {
        Entry::status(stamp(minute), topic, status)
    }

    /// Where a topic stands after some entries.
    fn standing(entries: &[Entry], topic: &str) -> Standing {
        let roadmap = roadmap();
        let history: History = entries.iter().cloned().collect();
        Progress::of(&roadmap, &history).standing(roadmap.topic(topic).unwrap())
    }

    #[test]
    fn a_topic_that_no_entry_speaks_of_is_to_do_since_never() {
        let entries = [entry(0, "web.http", Status::Done)];
        assert_eq!(standing(&entries, "web.tls"), Standing::default());
        assert_eq!(Standing::default().status, Status::Todo);
        assert_eq!(Standing::default().since, None);
    }

    #[test]
    fn the_latest_entry_of_a_topic_decides_whichever_comes_first() {
        let entries = [
            entry(2, "web.http", Status::Done),
            entry(1, "web.http", Status::Learning),
            entry(3, "web.tls", Status::Skipped),
        ];
        let expected = Standing {
            status: Status::Done,
            since: Some(stamp(2)),
        };
        assert_eq!(standing(&entries, "web.http"), expected);
    }

    #[test]
    fn a_tie_is_decided_by_content_whichever_comes_first() {
        let mut entries = [
            entry(1, "web.http", Status::Skipped),
            entry(1, "web.http", Status::Done),
        ];
        assert_eq!(standing(&entries, "web.http").status, Status::Skipped);
        entries.reverse();
        assert_eq!(standing(&entries, "web.http").status, Status::Skipped);
    }

    #[test]
    fn a_renamed_topic_keeps_what_was_done_under_its_earlier_id() {
        let entries = [
            entry(1, "web.ssl", Status::Done),
            entry(2, "old.dns", Status::Learning),
        ];
        assert_eq!(standing(&entries, "web.tls").status, Status::Done);
        assert_eq!(standing(&entries, "web.dns").status, Status::Learning);
    }

    #[test]
    fn of_a_renamed_topic_the_latest_entry_decides_under_whichever_id() {
        let later_old = [
            entry(1, "web.tls", Status::Done),
            entry(2, "web.ssl", Status::Todo),
        ];
        assert_eq!(standing(&later_old, "web.tls").status, Status::Todo);
        let later_new = [
            entry(1, "web.ssl", Status::Todo),
            entry(2, "web.tls", Status::Done),
        ];
        assert_eq!(standing(&later_new, "web.tls").status, Status::Done);
    }

    #[test]
    fn an_unknown_topic_changes_nothing_and_counts_again_when_it_is_back() {
        let history: History = [entry(1, "soap.wsdl", Status::Done)].into_iter().collect();
        let without = roadmap();
        assert_eq!(
            Progress::of(&without, &history),
            Progress::of(&without, &History::default())
        );
        let with = "{format: 1, id: small, title: Small, steps: [
            {id: soap, title: SOAP, topics: [{id: wsdl, title: WSDL}]}]}";
        let with = crate::roadmap::load(with.as_bytes()).unwrap();
        let key = with.topic("soap.wsdl").unwrap();
        assert_eq!(Progress::of(&with, &history).status(key), Status::Done);
    }

    #[test]
    fn a_step_is_no_topic() {
        let history: History = [entry(1, "web", Status::Done)].into_iter().collect();
        let roadmap = roadmap();
        assert_eq!(
            Progress::of(&roadmap, &history),
            Progress::of(&roadmap, &History::default())
        );
    }

    #[test]
    fn what_was_taken_back_leaves_what_was_before_and_its_day() {
        let mut history: History = [
            entry(1, "web.http", Status::Learning),
            entry(2, "web.http", Status::Done),
        ]
        .into_iter()
        .collect();
        let undo = history.undo(stamp(3));
        history.extend(undo);
        let roadmap = roadmap();
        let key = roadmap.topic("web.http").unwrap();
        let expected = Standing {
            status: Status::Learning,
            since: Some(stamp(1)),
        };
        assert_eq!(Progress::of(&roadmap, &history).standing(key), expected);
    }

    fn entries() -> impl Strategy<Value = Vec<Entry>> {
        let undoes = prop::option::weighted(0.3, 0_u8..20);
        let each = (0_u8..20, sketch::change(&TOPICS), undoes);
        let each = each.prop_map(|(minute, change, undoes)| Entry {
            undoes: undoes.map(stamp),
            ..Entry::new(stamp(minute), change)
        });
        prop::collection::vec(each, 0..30)
    }

    proptest! {
        #[test]
        fn recording_a_later_entry_equals_folding_anew(
            entries in entries(),
            change in sketch::change(&TOPICS),
        ) {
            let roadmap = roadmap();
            let mut history: History = entries.into_iter().collect();
            let mut progress = Progress::of(&roadmap, &history);
            let later = Entry::new(stamp(30).later_than(history.latest()), change);
            progress.record(&roadmap, &later);
            history.insert(later);
            prop_assert_eq!(progress, Progress::of(&roadmap, &history));
        }

        /// Whatever times others wrote, and wherever the clock of this machine stands.
        #[test]
        fn a_new_tick_always_wins(
            entries in entries(),
            ahead in prop::option::of(0..220_000_000_000_i64),
            now in -60_000_000_000..220_000_000_000_i64,
            topic in prop::sample::select(&TOPICS[..4]),
            status in prop::sample::select(&Status::ALL[..]),
        ) {
            let at = |second| Stamp::new(jiff::Timestamp::from_second(second).unwrap(), jiff::tz::Offset::UTC);
            let mut history: History = entries.into_iter().collect();
            for topic in TOPICS {
                history.extend(ahead.map(|ahead| Entry { at: at(ahead), ..entry(0, topic, Status::Skipped) }));
            }
            let roadmap = roadmap();
            let before = Progress::of(&roadmap, &history);
            let ticked = at(now).later_than(history.latest());
            history.insert(Entry { at: ticked, ..entry(0, topic, status) });
            let key = roadmap.topic(topic).unwrap();
            let after = Progress::of(&roadmap, &history);
            prop_assert_eq!(after.standing(key), Standing { status, since: Some(ticked) });
            // And undo takes back that one and no other.
            history.extend(history.undo(at(now)));
            prop_assert_eq!(Progress::of(&roadmap, &history), before);
        }

        #[test]
        fn no_order_of_arrival_changes_the_progress(entries in entries(), at in any::<prop::sample::Index>()) {
            let roadmap = roadmap();
            let history: History = entries.iter().cloned().collect();
            let mut turned = entries;
            if !turned.is_empty() {
                let by = at.index(turned.len());
                turned.rotate_left(by);
                turned.reverse();
            }
            let other: History = turned.into_iter().collect();
            prop_assert_eq!(Progress::of(&roadmap, &history), Progress::of(&roadmap, &other));
        }
    }
}
