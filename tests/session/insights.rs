//! The insights: what was done when, how it goes on, and what of it is switched off.

mod numbers;
mod pictures;

use roadmap_tui::progress::Status::{self, Done, Learning, Skipped};
use roadmap_tui::progress::{Change, Entry, Stamp};
use roadmap_tui::tui::Msg;

use crate::support::Session;

/// What was done on a day, a minute after the other from 18:00 on.
#[derive(Default)]
struct Journal {
    entries: Vec<Entry>,
}

impl Journal {
    fn at(&self, day: &str) -> Stamp {
        let day = format!("{day}T18:00:00+01:00").parse().unwrap();
        let last = self.entries.last().map(|entry: &Entry| entry.at);
        last.map_or(day, |last| day.later_than(Some(last)))
    }

    fn mark(&mut self, day: &str, topic: &str, status: Status) -> &mut Self {
        self.entries
            .push(Entry::status(self.at(day), topic, status));
        self
    }

    /// Takes the latest entry back.
    fn undo(&mut self, day: &str) -> &mut Self {
        let last = self.entries.last().unwrap();
        let undo = Entry {
            at: self.at(day),
            undoes: Some(last.at),
            change: Change::Status {
                topic: last.change.topic().unwrap().to_owned(),
                status: Status::Todo,
            },
        };
        self.entries.push(undo);
        self
    }
}

/// The learner of a journal, on the insights screen.
fn learner(entries: Vec<Entry>) -> Session {
    let mut session = Session::new();
    read(&mut session, entries);
    session.keys("4");
    session
}

fn read(session: &mut Session, entries: Vec<Entry>) {
    session.tell(Msg::Read {
        entries,
        unreadable: Vec::new(),
        read_only: None,
    });
}

/// The full ids of the topics of some steps, in their order.
fn topics(steps: &[&str]) -> Vec<String> {
    let session = Session::new();
    let roadmap = &session.model.roadmap;
    let chosen = steps.iter().flat_map(|id| {
        let step = roadmap.steps.iter().find(|step| step.id == *id).unwrap();
        step.topics.keys().map(|key| roadmap[key].id.clone())
    });
    chosen.collect()
}

/// Thirteen weeks, and the Monday that is today. Of 31 topics, so many were finished on each day;
/// what else was done stands below.
fn three_months() -> Vec<Entry> {
    let days = [
        ("2026-08-24", 1),
        ("2026-08-26", 1),
        ("2026-09-01", 2),
        ("2026-09-04", 1),
        ("2026-09-14", 1),
        ("2026-09-15", 1),
        ("2026-09-16", 1),
        ("2026-09-17", 1),
        ("2026-09-27", 1),
        ("2026-09-28", 1),
        ("2026-09-30", 1),
        ("2026-10-10", 3),
        ("2026-10-12", 1),
        ("2026-10-21", 4),
        ("2026-11-03", 2),
        ("2026-11-09", 1),
        ("2026-11-10", 1),
        ("2026-11-11", 1),
        ("2026-11-13", 1),
        ("2026-11-15", 1),
        ("2026-11-16", 1),
        ("2026-11-18", 1),
        ("2026-11-20", 1),
        ("2026-11-23", 1),
    ];
    let mut topics = topics(&["fundamentals", "web", "git", "apis", "auth"]).into_iter();
    let mut journal = Journal::default();
    for (day, count) in days {
        for topic in topics.by_ref().take(count) {
            journal.mark(day, &topic, Done);
        }
        match day {
            "2026-09-15" => {
                journal.mark(day, "algorithms.trees", Skipped);
            }
            "2026-11-03" => {
                journal.mark("2026-11-08", "algorithms.graphs", Done);
                journal.undo("2026-11-08");
            }
            "2026-11-13" => {
                for topic in self::topics(&["internals"]).iter().take(6) {
                    journal.mark(day, topic, Learning);
                }
                journal.mark("2026-11-14", "deployment.docker", Learning);
            }
            "2026-11-18" => {
                let note = Change::Note {
                    topic: "web.http".to_owned(),
                    text: "304 has no body".to_owned(),
                };
                let entry = Entry::new(journal.at("2026-11-19"), note);
                journal.entries.push(entry);
            }
            "2026-11-20" => {
                journal.mark("2026-11-21", "deployment.linux-basics", Learning);
            }
            _ => {}
        }
    }
    journal.entries
}

#[test]
fn s_and_f_switch_streak_and_forecast_off_and_on() {
    let mut session = learner(three_months());
    assert_eq!(session.rows_with("streak 5 days").len(), 1);
    assert_eq!(session.rows_with("The longest was").len(), 0);
    session.keys("s");
    assert_eq!(
        session.rows_with("The streak is hidden: s shows it.").len(),
        1
    );
    assert_eq!(session.rows_with("5 days").len(), 0);
    assert_eq!(session.rows_with("the longest was").len(), 0);
    session.keys("f");
    assert_eq!(
        session
            .rows_with("The forecast is hidden: f shows it.")
            .len(),
        1
    );
    assert_eq!(session.rows_with("at the pace").len(), 0);
    let mut again = session.restarted();
    assert_eq!(
        again.model.screens.insights.hidden(),
        ["streak", "forecast"]
    );
    assert_eq!(again.rows_with("is hidden").len(), 2);
    session.keys("sf");
    assert_eq!(session.rows_with("is hidden").len(), 0);
    assert_eq!(session.rows_with("5 days").len(), 2);
    assert_eq!(session.rows_with("at the pace").len(), 1);
}

#[test]
fn what_is_switched_comes_into_view() {
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        let mut session = learner(three_months());
        session.size(width, height).keys("f");
        assert_eq!(session.rows_with("The forecast").len(), 1, "{width}");
        session.keys("s");
        assert_eq!(session.rows_with("The streak").len(), 1, "{width}");
        session.keys("f");
        session.keys("f");
        assert_eq!(session.rows_with("The forecast").len(), 1, "{width}");
    }
}

#[test]
fn the_page_scrolls_from_its_first_line_to_its_last() {
    let mut session = learner(three_months());
    session.size(80, 24);
    assert_eq!(session.rows_with(" Streak").len(), 1);
    assert_eq!(session.rows_with("more below").len(), 1);
    session.keys("j");
    assert_eq!(session.rows_with(" Streak").len(), 0);
    session.keys("G");
    assert_eq!(session.rows_with("13 Data structures").len(), 1);
    assert_eq!(session.rows_with("more below").len(), 0);
    let end = session.screen();
    session.keys("j<page-down>");
    assert_eq!(session.screen(), end);
    session.keys("k");
    assert_eq!(session.rows_with("13 Data structures").len(), 0);
    session.keys("g");
    assert_eq!(session.rows_with(" Streak").len(), 1);
}

#[test]
fn at_every_size_it_is_drawn_within_its_columns() {
    let mut session = learner(three_months());
    for width in 0..=150 {
        for height in [0, 4, 5, 8, 12, 13, 120] {
            let buffer = session.size(width, height).buffer();
            if width < 20 || height < 13 {
                continue;
            }
            assert_eq!(
                session.rows_with("─ Insights ").len(),
                1,
                "{width}x{height}"
            );
            // The last column stays free, and the one between two columns of text.
            let right = (width >= 104).then_some(59);
            for x in right.into_iter().chain([width - 1]) {
                let is_free = |y: &u16| buffer[(x, *y)].symbol() == " ";
                assert!(
                    (3..height - 3).all(|y| is_free(&y)),
                    "{width}x{height}: column {x}"
                );
            }
        }
    }
}

#[test]
fn one_key_leaves_for_the_roadmap() {
    for key in ["<esc>", "<left>", "h", "1"] {
        let mut session = learner(three_months());
        session.keys(key);
        assert_eq!(session.rows_with("─ Steps ─").len(), 1, "{key}");
    }
}

#[test]
fn every_key_of_the_screen_stands_in_its_help() {
    let mut session = learner(Vec::new());
    session.keys("?");
    for words in [
        "Show or hide the streak",
        "Show or hide the forecast",
        "Back to the roadmap",
    ] {
        assert_eq!(session.rows_with(words).len(), 1, "{words}");
    }
}

#[test]
fn the_header_names_the_streak_only_where_it_is_one_and_fits() {
    let mut session = Session::new();
    session.keys("<enter><space>");
    assert_eq!(session.rows_with("streak").len(), 0, "one day is no streak");
    let mut session = learner(three_months());
    session.keys("1");
    for (width, named) in [(120, 1), (74, 1), (73, 0), (40, 0)] {
        session.size(width, 24);
        assert_eq!(
            session.rows_with("31/78 · streak 5 days").len(),
            named,
            "{width}"
        );
        assert_eq!(session.rows_with("31/78").len(), 1, "{width}");
    }
}

#[test]
fn a_new_day_changes_what_is_shown_without_a_new_entry() {
    let mut session = learner(three_months());
    assert_eq!(session.rows_with("31/78 · streak 5 days").len(), 1);
    // Yesterday was a day of rest, the first of its week; the day after is a second one.
    for (today, named) in [("2026-11-25", 1), ("2026-11-26", 0)] {
        session.model.today = today.parse().unwrap();
        assert_eq!(session.rows_with("· streak").len(), named, "{today}");
    }
}

#[test]
fn a_tick_and_its_undoing_show_at_once() {
    let mut session = learner(Vec::new());
    let before = session.screen();
    session.keys("1<enter><space>4");
    assert_eq!(session.rows_with("1 day: the longest so far.").len(), 1);
    session.keys("u");
    // What undo says stands in a row of its own.
    let after = session.screen();
    let rows = |screen: &str| {
        screen
            .lines()
            .take(38)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&after), rows(&before));
}

#[test]
fn what_another_window_adds_shows_at_once_though_no_count_changes() {
    let mut journal = Journal::default();
    journal.mark("2026-11-22", "web.http", Learning);
    let mut session = learner(journal.entries);
    assert_eq!(session.rows_with("1 day since 22 Nov").len(), 1);
    let mut other = Journal::default();
    other.mark("2026-11-20", "web.http", Learning);
    read(&mut session, other.entries);
    assert_eq!(session.rows_with("2 days since 20 Nov").len(), 1);
}

#[test]
fn entries_after_today_are_named_and_count_nowhere() {
    let mut journal = Journal::default();
    journal.mark("2026-11-22", "web.http", Done);
    journal.mark("2026-11-24", "web.dns", Done);
    journal.mark("2031-01-01", "web.https", Done);
    let mut session = learner(journal.entries);
    assert_eq!(
        session.rows_with("2 entries are dated after today").len(),
        1
    );
    assert_eq!(session.rows_with("1 day since 22 Nov").len(), 1);
    assert_eq!(session.rows_with("1/79 done, by the week").len(), 1);
    assert_eq!(session.rows_with("1 day: the longest so far.").len(), 1);
}

#[test]
fn a_journal_of_ten_years_and_a_thousand_entries_in_one_second_are_drawn() {
    let all = topics(&["fundamentals", "web", "git", "apis", "auth"]);
    let mut journal = Journal::default();
    let mut day: jiff::civil::Date = "2016-11-23".parse().unwrap();
    let mut ticks = all.iter().cycle();
    while day < jiff::civil::date(2026, 11, 23) {
        journal.mark(&day.to_string(), ticks.next().unwrap(), Learning);
        day = day.tomorrow().unwrap();
    }
    let second: Stamp = "2026-11-23T09:00:00+01:00".parse().unwrap();
    for nth in 0..1000 {
        let topic = format!("web.t{nth}");
        journal.entries.push(Entry::status(second, topic, Done));
    }
    let mut session = learner(journal.entries);
    // 3652 days until yesterday, and today.
    assert_eq!(session.rows_with("3653 days: the longest so far.").len(), 1);
    assert_eq!(session.rows_with("3653 days since 23 Nov 2016").len(), 1);
    // 522 weeks and a day in 54 columns.
    assert_eq!(
        session.rows_with("0/79 done, every 10 weeks since").len(),
        1
    );
    let today = session.rows_with("Mon ");
    assert!(
        today[0].contains("▒▒█") || today[0].contains("░░█"),
        "{today:?}"
    );
}
