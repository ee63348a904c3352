//! Roadmaps with statuses, written short, for the tests of this room.

use jiff::Timestamp;
use jiff::tz::Offset;
use proptest::prelude::*;

use crate::progress::{Entry, History, Progress, Stamp, Status};
use crate::roadmap::{Roadmap, load};

/// A roadmap with statuses, written short: `2(d o l+)` is a choice of two among three topics,
/// one done, one to do, one learning that is extra; `-` is skipped. `[…]` holds groups. Behind
/// a section stand `+` where it is extra and `@n` where the roadmap's topic n picks it.
pub(super) struct Sketch {
    pub(super) roadmap: Roadmap,
    pub(super) statuses: Vec<Status>,
}

/// Turns a sketch into YAML, piece by piece.
struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    statuses: Vec<Status>,
}

impl Reader<'_> {
    fn eat(&mut self, wanted: char) -> bool {
        self.rest.next_if_eq(&wanted).is_some()
    }

    fn number(&mut self) -> Option<usize> {
        let digits: String =
            std::iter::from_fn(|| self.rest.next_if(char::is_ascii_digit)).collect();
        digits.parse().ok()
    }

    fn section(&mut self, id: usize) -> String {
        let pick = self.number();
        let holds_groups = self.eat('[');
        assert!(holds_groups || self.eat('('));
        let mut members = Vec::new();
        while !self.eat(if holds_groups { ']' } else { ')' }) {
            if !self.eat(' ') {
                members.push(if holds_groups {
                    self.section(members.len())
                } else {
                    self.topic(members.len())
                });
            }
        }
        let extra = self.eat('+');
        let by = self.eat('@').then(|| {
            self.number()
                .unwrap_or_else(|| panic!("`@` stands before the number of a topic"))
        });
        let pick = pick.map_or_else(String::new, |pick| format!("pick: {pick}, "));
        let by = by.map_or_else(String::new, |by| format!("for: s0.t{by}, "));
        let kind = if holds_groups { "groups" } else { "topics" };
        let members = members.join(", ");
        format!("{{id: s{id}, title: S, {pick}{by}extra: {extra}, {kind}: [{members}]}}")
    }

    fn topic(&mut self, id: usize) -> String {
        self.statuses.push(match self.rest.next() {
            Some('o') => Status::Todo,
            Some('l') => Status::Learning,
            Some('d') => Status::Done,
            Some('-') => Status::Skipped,
            other => panic!("{other:?} is no status"),
        });
        format!("{{id: t{id}, title: T, extra: {}}}", self.eat('+'))
    }
}

impl Sketch {
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader {
            rest: text.chars().peekable(),
            statuses: Vec::new(),
        };
        let mut steps = Vec::new();
        while reader.rest.peek().is_some() {
            if !reader.eat(' ') {
                steps.push(reader.section(steps.len()));
            }
        }
        let steps = steps.join(",\n");
        let yaml = format!("{{format: 1, id: sketch, title: T, steps: [\n{steps}]}}");
        let roadmap = load(yaml.as_bytes());
        Self {
            roadmap: roadmap.unwrap_or_else(|problems| panic!("{text}\n{yaml}\n{problems}")),
            statuses: reader.statuses,
        }
    }

    pub(super) fn progress(&self) -> Progress {
        progress(&self.roadmap, &self.statuses)
    }

    /// The sketch with one topic done.
    pub(super) fn ticked(&self, nth: usize) -> Self {
        let mut statuses = self.statuses.clone();
        statuses[nth] = Status::Done;
        Self {
            roadmap: self.roadmap.clone(),
            statuses,
        }
    }
}

/// The progress of a learner who gave each topic its status, in their order.
pub(super) fn progress(roadmap: &Roadmap, statuses: &[Status]) -> Progress {
    let now = Stamp::new(Timestamp::UNIX_EPOCH, Offset::UTC);
    let mut history = History::default();
    for (topic, &status) in roadmap.topics().iter().zip(statuses) {
        history.insert(Entry::status(
            now.later_than(history.latest()),
            topic.id.clone(),
            status,
        ));
    }
    Progress::of(roadmap, &history)
}

fn topic() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["o", "o", "l", "d", "d", "-", "o+", "d+", "-+"][..])
}

/// A section as a sketch; at most three levels of groups.
fn section() -> impl Strategy<Value = String> {
    let pick = |pick: Option<usize>, members: usize| {
        pick.map_or_else(String::new, |pick| (1 + pick % members).to_string())
    };
    let leaf = (
        prop::option::of(0_usize..3),
        prop::collection::vec(topic(), 1..4),
    );
    let leaf = leaf.prop_map(move |(needed, topics)| {
        format!("{}({})", pick(needed, topics.len()), topics.join(" "))
    });
    leaf.prop_recursive(3, 8, 3, move |inner| {
        let group = (
            inner,
            prop::bool::weighted(0.2),
            prop::option::of(0_usize..3),
        );
        let groups = prop::collection::vec(group, 1..4);
        (prop::option::of(0_usize..3), groups).prop_map(move |(needed, groups)| {
            let groups: Vec<String> = groups
                .iter()
                .map(|(text, extra, by)| {
                    let by = by.filter(|_| needed.is_some());
                    let by = by.map_or_else(String::new, |by| format!("@{by}"));
                    format!("{text}{}{by}", if *extra { "+" } else { "" })
                })
                .collect();
            format!("{}[{}]", pick(needed, groups.len()), groups.join(" "))
        })
    })
}

/// A whole roadmap; the first step's three topics are those that pick groups.
pub(super) fn sketch() -> impl Strategy<Value = String> {
    let first = prop::collection::vec(topic(), 3);
    let more = prop::collection::vec((section(), prop::bool::weighted(0.1)), 0..4);
    (first, more).prop_map(|(first, more)| {
        let more = more.into_iter().map(|(step, extra)| {
            let extra = if extra { "+" } else { "" };
            format!(" {step}{extra}")
        });
        format!("1({}){}", first.join(" "), more.collect::<String>())
    })
}
