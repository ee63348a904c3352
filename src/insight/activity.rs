//! Which days had activity, and what they add up to: streaks, and topics a week.
//!
//! Activity of a day is every entry of that day, as its learner's calendar had it, that counts (none
//! that was taken back) and that says that something was done: a topic or a point of a checklist
//! was set to learning, done or skipped, a note or the address of a repository was written. To set
//! something to do again, or to take a note away, is none; nor is to follow a path or to silence a
//! mark. Topics that the roadmap does not have count here: the learner worked on that day. What is
//! dated after today counts nowhere before its day has come.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::week::{Week, days_between, days_on};
use crate::progress::{Change, History, Status};
use crate::roadmap::{Roadmap, TopicKey};

/// Days with activity in a row.
///
/// A day without any breaks the row, but in each week, Monday to Sunday, one such day does not: it
/// is a day of rest, and is not counted. Today breaks nothing: it is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Streak {
    /// How many there are up to today.
    pub current: usize,
    /// How many there were at most.
    pub longest: usize,
}

/// What the learner did on which day, up to today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activity {
    today: Date,
    days: BTreeMap<Date, usize>,
    finished: BTreeMap<Week, usize>,
    streak: Streak,
    later: usize,
}

impl Activity {
    /// Reads a history as it stands on a day.
    #[must_use]
    pub fn of(roadmap: &Roadmap, history: &History, today: Date) -> Self {
        let mut days = BTreeMap::new();
        let mut since: HashMap<TopicKey, Date> = HashMap::new();
        let mut later = 0;
        for entry in history.live() {
            let day = entry.at.day();
            if day > today {
                later += 1;
                continue;
            }
            if is_activity(&entry.change) {
                *days.entry(day).or_default() += 1;
            }
            let Some((topic, status)) = entry.change.status() else {
                continue;
            };
            match (roadmap.topic(topic), status) {
                (Some(key), Status::Done) => {
                    since.entry(key).or_insert(day);
                }
                (Some(key), Status::Todo | Status::Learning | Status::Skipped) => {
                    since.remove(&key);
                }
                (None, _) => {}
            }
        }
        let mut finished = BTreeMap::new();
        for day in since.into_values() {
            *finished.entry(Week::of(day)).or_default() += 1;
        }
        Self {
            streak: streak(&days, today),
            today,
            days,
            finished,
            later,
        }
    }

    /// The day up to which it goes.
    #[must_use]
    pub const fn today(&self) -> Date {
        self.today
    }

    /// The first day with activity.
    #[must_use]
    pub fn first(&self) -> Option<Date> {
        self.days.keys().next().copied()
    }

    /// How much was done on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> usize {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// How many days had any activity.
    #[must_use]
    pub fn days(&self) -> usize {
        self.days.len()
    }

    /// Days in a row.
    #[must_use]
    pub const fn streak(&self) -> Streak {
        self.streak
    }

    /// How many entries are dated after today.
    #[must_use]
    pub const fn later(&self) -> usize {
        self.later
    }

    /// How many topics were finished in a week: those that are done today and became so in it.
    #[must_use]
    pub fn finished_in(&self, week: Week) -> usize {
        self.finished.get(&week).copied().unwrap_or_default()
    }

    /// How many weeks are over that lie as a whole between the first day with activity and today.
    #[must_use]
    pub fn full_weeks(&self) -> usize {
        self.first().map_or(0, |first| {
            let begun = Week::of(days_on(first, 6));
            usize::try_from(Week::of(self.today).since(begun)).unwrap_or(0)
        })
    }

    /// The weeks up to this one, the earliest first: as many as there were since the first day with
    /// activity, and no more than so many.
    #[must_use]
    pub fn weeks(&self, most: usize) -> Vec<Week> {
        let this = Week::of(self.today);
        let all = self.first().map_or(0, |first| {
            usize::try_from(this.since(Week::of(first)) + 1).unwrap_or(0)
        });
        let shown = i64::try_from(all.min(most)).unwrap_or(0);
        (0..shown).rev().map(|ago| this.before(ago)).collect()
    }
}

/// Whether a change says that something was done.
fn is_activity(change: &Change) -> bool {
    match change {
        Change::Status { status, .. } => *status != Status::Todo,
        Change::Note { text, .. } => !text.is_empty(),
        Change::Repository { url, .. } => !url.is_empty(),
        Change::Follow { .. } | Change::Silence { .. } => false,
    }
}

/// More days without activity than this, one after the other, have two of one week among them.
const RESTS: i64 = 2;

/// The row of days that goes back from a day as far as the rule allows.
#[derive(Default)]
struct Row {
    /// The place of its first day among all days with activity.
    start: usize,
    /// The latest week with a day of rest, and the place of the first day with activity after it.
    rest: Option<(Week, usize)>,
}

impl Row {
    /// Passes the days without activity after `last` and before `next`, which has the place `at`.
    fn pass(&mut self, last: Date, next: Date, at: usize) {
        let rests = days_between(last, next) - 1;
        if rests > RESTS {
            *self = Self {
                start: at,
                rest: None,
            };
            return;
        }
        for rest in 1..=rests {
            let week = Week::of(days_on(last, rest));
            if let Some((_, after)) = self.rest.filter(|(other, _)| *other == week) {
                self.start = self.start.max(after);
            }
            self.rest = Some((week, at));
        }
    }
}

fn streak(days: &BTreeMap<Date, usize>, today: Date) -> Streak {
    let mut row = Row::default();
    let (mut longest, mut last) = (0, None);
    for (at, &day) in days.keys().enumerate() {
        if let Some(last) = last {
            row.pass(last, day, at);
        }
        longest = longest.max(at + 1 - row.start);
        last = Some(day);
    }
    if let Some(last) = last {
        row.pass(last, today, days.len());
    }
    Streak {
        current: days.len() - row.start,
        longest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::progress::{Entry, Stamp};
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 23);

    fn entry(time: &str, topic: &str, status: Status) -> Entry {
        Entry::status(time.parse().unwrap(), topic, status)
    }

    fn activity(entries: impl IntoIterator<Item = Entry>) -> Activity {
        let history: History = entries.into_iter().collect();
        Activity::of(&builtin::load().unwrap(), &history, TODAY)
    }

    /// The streak of days written from a Monday on, `x` with activity and `.` without, a space
    /// between weeks; the last one is today.
    fn streak_of(picture: &str) -> (usize, usize) {
        let mut days = BTreeMap::new();
        let marks: Vec<char> = picture.chars().filter(|mark| *mark != ' ').collect();
        let monday = date(2026, 1, 5);
        for (nth, mark) in (0..).zip(&marks) {
            if *mark == 'x' {
                days.insert(days_on(monday, nth), 1);
            }
        }
        let today = days_on(monday, i64::try_from(marks.len()).unwrap() - 1);
        let streak = streak(&days, today);
        (streak.current, streak.longest)
    }

    #[test]
    fn a_streak_allows_one_day_of_rest_in_each_week() {
        for (picture, current, longest) in [
            (".", 0, 0),
            ("x", 1, 1),
            ("xxx", 3, 3),
            // Today is not over.
            ("xx.", 2, 2),
            // One day of rest, which does not count; and the second of the same week.
            ("x.x", 2, 2),
            ("xx..", 2, 2),
            ("xx...", 0, 2),
            ("x.x.x", 2, 2),
            ("xxx.x.x", 2, 4),
            // From the day after the first rest on there is only one in that week.
            ("xxxxxx. x.x.x", 2, 8),
            ("xxxxxxx .xx.xxx xx", 7, 9),
            // Each week has a rest of its own, also side by side.
            ("xxxxxx. .xxxxxx x", 13, 13),
            ("xxxxx.. xxxxxxx", 7, 7),
            ("xxxxxx. ..xxxxx", 5, 6),
            ("x.xxxxx xxx.xxx xxxxxx. xxx", 21, 21),
            // The rest of this week is used up once yesterday was the second day without.
            ("xxxxxxx x..", 8, 8),
            ("xxxxxxx x...", 0, 8),
            ("xxxxxxx .x..", 1, 8),
            ("x...... ....... .", 0, 1),
            ("xx..... x", 1, 2),
        ] {
            assert_eq!(streak_of(picture), (current, longest), "{picture}");
        }
    }

    proptest! {
        /// Told in another way: a row is as good as its days without activity are one a week.
        #[test]
        fn a_streak_is_the_longest_row_that_keeps_the_rule(picture in "[x.]{1,40}") {
            let marks: Vec<char> = picture.chars().collect();
            let count = |from: usize, to: usize| {
                let keeps = (from / 7..=to / 7).all(|week| {
                    let days = (from..to).filter(|day| day / 7 == week);
                    days.filter(|day| marks[*day] == '.').count() <= 1
                });
                keeps.then(|| marks[from..to].iter().filter(|mark| **mark == 'x').count())
            };
            let best = |to: usize| (0..=to).filter_map(|from| count(from, to)).max().unwrap();
            let last = marks.len() - usize::from(marks[marks.len() - 1] == '.');
            let expected = (best(last), (0..=marks.len()).map(best).max().unwrap());
            prop_assert_eq!(streak_of(&picture), expected);
        }
    }

    #[test]
    fn activity_is_what_was_done_and_not_what_was_taken_away() {
        let at = |minute: u8| -> Stamp {
            format!("2026-11-20T12:{minute:02}:00+01:00")
                .parse()
                .unwrap()
        };
        let note = |text: &str| Change::Note {
            topic: "web.http".to_owned(),
            text: text.to_owned(),
        };
        let repository = |url: &str| Change::Repository {
            topic: "projects.todo-api".to_owned(),
            url: url.to_owned(),
        };
        let changes = [
            note("304 has no body"),
            note(""),
            repository("https://example.org/x"),
            repository(""),
            Change::Follow {
                path: "node".to_owned(),
            },
            Change::Silence {
                mistake: "tutorials".to_owned(),
                until: None,
            },
        ];
        let mut entries: Vec<Entry> = (0..)
            .zip(changes)
            .map(|(minute, change)| Entry::new(at(minute), change))
            .collect();
        for (minute, status) in (30..).zip(Status::ALL) {
            entries.push(Entry::status(at(minute), "web.http", status));
        }
        // Of no topic in this roadmap, and of a point of a checklist.
        entries.push(Entry::status(at(40), "soap.wsdl", Status::Done));
        let point = "projects.todo-api.deployment";
        entries.push(Entry::status(at(41), point, Status::Done));
        // The note, the address, learning, done, skipped, and those two.
        assert_eq!(activity(entries).on(date(2026, 11, 20)), 7);
    }

    #[test]
    fn what_was_taken_back_is_no_activity() {
        let mut history: History = [
            entry("2026-11-20T12:00:00Z", "web.http", Status::Done),
            entry("2026-11-20T12:01:00Z", "web.dns", Status::Done),
        ]
        .into_iter()
        .collect();
        for _ in 0..2 {
            let undo = history.undo("2026-11-22T12:00:00Z".parse().unwrap());
            history.extend(undo);
        }
        let roadmap = builtin::load().unwrap();
        let expected = Activity {
            today: TODAY,
            ..Activity::default()
        };
        assert_eq!(Activity::of(&roadmap, &history, TODAY), expected);
    }

    #[test]
    fn a_day_is_the_learners_own() {
        let found = activity([
            entry("2026-11-20T23:30:00-05:00", "web.http", Status::Done),
            entry("2026-11-21T00:30:00+01:00", "web.dns", Status::Done),
        ]);
        assert_eq!(
            (
                found.on(date(2026, 11, 20)),
                found.on(date(2026, 11, 21)),
                found.days()
            ),
            (1, 1, 2)
        );
    }

    #[test]
    fn what_is_dated_after_today_waits_for_its_day() {
        let entries = [
            entry("2026-11-23T12:00:00+01:00", "web.http", Status::Done),
            entry("2026-11-24T12:00:00+01:00", "web.dns", Status::Done),
            entry("2031-01-01T12:00:00+01:00", "web.http", Status::Todo),
        ];
        let found = activity(entries);
        assert_eq!((found.days(), found.later()), (1, 2));
        assert_eq!(found.finished_in(Week::of(TODAY)), 1);
        assert_eq!(
            found.streak(),
            Streak {
                current: 1,
                longest: 1
            }
        );
    }

    #[test]
    fn a_topic_counts_in_the_week_in_which_it_became_done_for_good() {
        let found = activity([
            // Done, and done again by another device: it was done already.
            entry("2026-11-02T12:00:00+01:00", "web.http", Status::Done),
            entry("2026-11-12T12:00:00+01:00", "web.http", Status::Done),
            // Done, to do again, done later.
            entry("2026-11-03T12:00:00+01:00", "web.dns", Status::Done),
            entry("2026-11-04T12:00:00+01:00", "web.dns", Status::Todo),
            entry("2026-11-22T12:00:00+01:00", "web.dns", Status::Done),
            // Done, and skipped in the end.
            entry("2026-11-04T12:00:00+01:00", "web.https", Status::Done),
            entry("2026-11-05T12:00:00+01:00", "web.https", Status::Skipped),
            // No topic of this roadmap.
            entry("2026-11-04T12:00:00+01:00", "soap.wsdl", Status::Done),
        ]);
        let weeks = found.weeks(8);
        assert_eq!(
            weeks
                .iter()
                .map(|week| (week.monday(), found.finished_in(*week)))
                .collect::<Vec<_>>(),
            [
                (date(2026, 11, 2), 1),
                (date(2026, 11, 9), 0),
                (date(2026, 11, 16), 1),
                (date(2026, 11, 23), 0),
            ]
        );
        assert_eq!(found.weeks(2), weeks[2..]);
        assert_eq!(found.full_weeks(), 3);
    }

    #[test]
    fn a_week_that_began_before_the_first_day_is_no_full_one() {
        for (first, weeks) in [
            ("2026-11-23", 0),
            ("2026-11-17", 0),
            ("2026-11-16", 1),
            ("2026-11-15", 1),
            ("2026-11-10", 1),
            ("2026-11-09", 2),
        ] {
            let time = format!("{first}T12:00:00+01:00");
            let found = activity([entry(&time, "web.http", Status::Done)]);
            assert_eq!(found.full_weeks(), weeks, "{first}");
        }
    }

    #[test]
    fn a_thousand_entries_in_one_second_are_a_thousand() {
        let entries = (0..1000).map(|nth| {
            let topic = format!("web.t{nth}");
            entry("2026-11-20T12:00:00.000+01:00", &topic, Status::Done)
        });
        let found = activity(entries);
        assert_eq!((found.on(date(2026, 11, 20)), found.days()), (1000, 1));
    }

    #[test]
    fn a_history_of_ten_years_and_one_from_the_ends_of_the_calendar_are_read() {
        let entries = (0..3653).map(|ago| {
            let day = days_on(TODAY, -ago);
            entry(&format!("{day}T12:00:00+01:00"), "web.http", Status::Done)
        });
        let streak = activity(entries).streak();
        assert_eq!((streak.current, streak.longest), (3653, 3653));
        let found = activity([
            entry("-009999-01-03T00:00:00Z", "web.http", Status::Done),
            entry("8999-12-31T23:00:00Z", "web.dns", Status::Done),
        ]);
        assert_eq!((found.days(), found.later()), (1, 1));
        assert_eq!(found.weeks(53).len(), 53);
        assert_eq!(
            found.streak(),
            Streak {
                current: 0,
                longest: 1
            }
        );
        assert!(found.full_weeks() > 500_000);
        let empty = activity([]);
        assert_eq!(
            (
                empty.weeks(53),
                empty.full_weeks(),
                empty.first(),
                empty.streak()
            ),
            (Vec::new(), 0, None, Streak::default())
        );
    }
}
