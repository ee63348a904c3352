//! What is recommended, in a sentence with its reason.

use jiff::civil::Date;

use super::choice;
use crate::insight::{Next, Reason};
use crate::roadmap::{Roadmap, Section};

/// What is recommended and why.
#[must_use]
pub fn sentence(roadmap: &Roadmap, next: Next, path: &str, today: Date) -> String {
    let title = &roadmap[next.topic].title;
    match next.reason {
        Reason::UnderWay { since } => {
            format!(
                "Next: finish {title}, under way {}",
                span(since.day(), today)
            )
        }
        Reason::Choice { section, made } => {
            let (place, alternatives) = choice_at(roadmap, section);
            format!(
                "Next: choose in {place}, {} of {} made: {alternatives}",
                made.done, made.total
            )
        }
        Reason::Step { step } => {
            let section = roadmap.steps.get(step);
            let step_title = section.map_or("", Section::short_title);
            format!(
                "Next: {title}, the first open topic of step {}, {step_title}",
                step + 1
            )
        }
        Reason::Stage { stage } => {
            format!(
                "Next: {title}, the first open topic of stage {} of {path}",
                stage + 1
            )
        }
        Reason::Project { practised } => format!(
            "Next: build {title}: {} of the {} topics it practises are done",
            practised.done, practised.total
        ),
    }
}

/// How long something is under way: since a day in the past, else since today.
fn span(since: Date, today: Date) -> String {
    let days = (today - since).get_days();
    match days {
        ..=0 => "since today".to_owned(),
        1 => "since yesterday".to_owned(),
        2..=12 => format!("for {} days", number(days)),
        _ => format!("for {days} days"),
    }
}

/// A small number as a word.
const fn number(number: i32) -> &'static str {
    match number {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        _ => "twelve",
    }
}

/// The name of a choice and the names of its alternatives, by its row.
fn choice_at(roadmap: &Roadmap, row: usize) -> (String, String) {
    let section = roadmap.sections().nth(row);
    section.map_or_else(Default::default, |section| {
        (
            place(roadmap, section),
            choice::alternatives(roadmap, section),
        )
    })
}

/// The name of a section; a heading without an id of its own stands behind what it is in.
fn place(roadmap: &Roadmap, section: &Section) -> String {
    let own = section.short_title();
    let around = roadmap
        .sections()
        .find(|around| around.id == section.id && around.topics != section.topics);
    match around {
        Some(around) => format!("{}: {own}", around.short_title()),
        None => own.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::Count;
    use crate::roadmap::load;
    use jiff::civil::date;

    fn told(reason: Reason) -> String {
        let yaml = "{format: 1, id: small, title: Small, steps: [{id: web, title: All of the Web, short: Web, groups: [
            {title: Examples, pick: 1, topics: [{id: http, title: HTTP}, {id: dns, title: DNS}]},
            {id: own, title: Own, pick: 1, groups: [
                {id: a, title: A, topics: [{id: t, title: T}]}, {id: b, title: B, topics: [{id: t, title: T}]}]}]}]}";
        let roadmap = load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let topic = roadmap.topic("web.http").unwrap();
        let next = Next { topic, reason };
        sentence(&roadmap, next, "Some path", date(2026, 11, 23))
    }

    #[test]
    fn every_reason_is_a_sentence() {
        let since = "2026-11-21T23:59:00+01:00".parse().unwrap();
        let count = |done, total| Count { done, total };
        let table = [
            (
                Reason::UnderWay { since },
                "Next: finish HTTP, under way for two days",
            ),
            (
                Reason::Choice {
                    section: 1,
                    made: count(0, 1),
                },
                "Next: choose in Web: Examples, 0 of 1 made: HTTP, DNS",
            ),
            (
                Reason::Choice {
                    section: 2,
                    made: count(0, 1),
                },
                "Next: choose in Own, 0 of 1 made: A, B",
            ),
            (
                Reason::Step { step: 0 },
                "Next: HTTP, the first open topic of step 1, Web",
            ),
            (
                Reason::Stage { stage: 2 },
                "Next: HTTP, the first open topic of stage 3 of Some path",
            ),
            (
                Reason::Project {
                    practised: count(3, 5),
                },
                "Next: build HTTP: 3 of the 5 topics it practises are done",
            ),
        ];
        for (reason, words) in table {
            assert_eq!(told(reason), words);
        }
    }

    #[test]
    fn the_days_under_way_are_those_of_the_calendar() {
        let today = date(2026, 11, 23);
        let table = [
            (date(2027, 1, 1), "since today"),
            (today, "since today"),
            (date(2026, 11, 22), "since yesterday"),
            (date(2026, 11, 11), "for twelve days"),
            (date(2026, 11, 10), "for 13 days"),
            (date(2016, 11, 23), "for 3652 days"),
        ];
        for (since, words) in table {
            assert_eq!(span(since, today), words);
        }
    }
}
