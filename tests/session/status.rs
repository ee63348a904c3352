//! Marking topics, what is said of it, and what it does to the counts.

use roadmap_tui::progress::Status::{self, Done, Learning, Skipped, Todo};

use crate::support::Session;

/// At HTTP, the first topic of step 3.
fn at_http() -> Session {
    let mut session = Session::new();
    session.keys("jj<enter>");
    session
}

#[test]
fn each_key_sets_its_status_and_takes_it_back_the_second_time() {
    let starts = [
        ("", Todo),
        ("i", Learning),
        ("<space>", Done),
        ("x", Skipped),
    ];
    let keys = [("<space>", Done), ("i", Learning), ("x", Skipped)];
    for (start, from) in starts {
        for (key, to) in keys {
            let mut session = at_http();
            session.keys(start);
            assert_eq!(session.status("web.http"), from);
            session.keys(key);
            let expected = if from == to { Todo } else { to };
            assert_eq!(session.status("web.http"), expected, "{key} on {from:?}");
        }
    }
}

#[test]
fn each_status_has_its_sign_its_day_and_its_words() {
    let table = [
        (
            "i",
            "▸◐ HTTP                          23 Nov │ ◐ learning since 23 Nov",
            "HTTP: under way.",
        ),
        (
            "<space>",
            "▸✓ HTTP                          23 Nov │ ✓ done on 23 Nov",
            "HTTP is done. u takes it back.",
        ),
        (
            "x",
            "▸⊘ HTTP                          23 Nov │ ⊘ skipped on 23 Nov",
            "HTTP is skipped and no longer counts.",
        ),
        (
            "ii",
            "▸○ HTTP                                 │ ○ to do",
            "HTTP is to do again.",
        ),
    ];
    for (keys, row, notice) in table {
        let mut session = at_http();
        session.keys(keys);
        assert_eq!(session.rows_with(row).len(), 1, "{}", session.screen());
        assert_eq!(session.notice(), notice);
        assert_eq!(session.status_row(), notice);
    }
}

#[test]
fn a_notice_is_gone_with_the_next_key() {
    let mut session = at_http();
    session.keys("<space>j");
    assert_eq!(session.notice(), "");
    assert!(session.status_row().starts_with("Next: "));
    session.keys("<space>z");
    assert_eq!(session.notice(), "");
}

#[test]
fn marking_works_in_the_text_as_among_the_topics() {
    let mut session = at_http();
    session.keys("<enter><space>");
    assert_eq!(session.status("web.http"), Done);
    assert_eq!(session.pane(), "detail");
}

#[test]
fn every_mark_is_one_entry_and_each_is_later_than_the_one_before() {
    let mut session = at_http();
    session.keys("i<space>jx");
    let told: Vec<(&str, Status)> = session
        .saved
        .iter()
        .map(|entry| entry.change.status().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            ("web.http", Learning),
            ("web.http", Done),
            ("web.https", Skipped)
        ]
    );
    assert!(session.saved.is_sorted_by(|a, b| a.at < b.at));
}

#[test]
fn a_step_has_the_sign_of_what_its_topics_come_to() {
    let mut session = Session::new();
    let mut row = |keys: &str| {
        session.keys(keys);
        session.rows_with("4 Git and GitHub")[0]
            .chars()
            .take(37)
            .collect::<String>()
    };
    assert_eq!(row(""), " ○  4 Git and GitHub            0/6 │");
    assert_eq!(row("jjj<enter>i"), "▸◐  4 Git and GitHub            0/6 │");
    assert_eq!(row("<space>"), "▸◐  4 Git and GitHub            1/6 │");
    assert_eq!(
        row("j<space>j<space>j<space>j<space>"),
        "▸◐  4 Git and GitHub            5/6 │"
    );
    assert_eq!(row("jx"), "▸✓  4 Git and GitHub            5/5 │");
    assert_eq!(row("gxjxjxjxjx"), "▸⊘  4 Git and GitHub            0/0 │");
}

#[test]
fn picking_java_makes_spring_boot_the_counted_framework() {
    let mut session = Session::new();
    session.keys("<enter>j<space><esc>jjjj<enter>");
    assert_eq!(session.fraction(), "1/79");
    assert_eq!(session.topic(), "framework.java.spring-boot");
    // Express.js belongs to another language: it is ticked, but not counted.
    session.keys("j<enter>gj<space>");
    assert_eq!(session.status("framework.javascript.express"), Done);
    assert_eq!(session.fraction(), "1/79");
    session.keys("jj");
    assert_eq!(session.topic(), "framework.java.spring-boot");
    session.keys("<space>");
    assert_eq!(session.fraction(), "2/79");
    assert_eq!(
        session
            .rows_with("✓  5 Runtime or framework      1/1")
            .len(),
        1
    );
}

#[test]
fn without_a_language_the_framework_that_is_begun_counts() {
    let mut session = Session::new();
    session.keys("jjjj<enter>j<space>");
    assert_eq!(session.fraction(), "1/79");
}

#[test]
fn more_than_the_picked_number_changes_nothing() {
    let mut session = Session::new();
    // What is beside the pick is folded away: it is opened to tick more of it.
    session.keys("<enter><space>j<enter>gj<space>j<space>");
    assert_eq!(session.fraction(), "1/79");
    session.keys("<esc>jjjjjjjj<enter><space>j<space>j<space>j<enter>gjjj<space>");
    assert_eq!(session.status("projects.ecommerce-backend"), Done);
    assert_eq!(session.fraction(), "4/79");
}

#[test]
fn a_skipped_topic_leaves_the_total_until_it_is_to_do_again() {
    let mut session = at_http();
    session.keys("x");
    assert_eq!(session.fraction(), "0/78");
    session.keys("x");
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn a_skipped_alternative_leaves_the_total_as_it_is() {
    let mut session = Session::new();
    session.keys("<enter>xjx");
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn everything_done_is_79_of_79_and_only_then_is_the_bar_full() {
    let mut session = Session::new();
    session.keys("<enter>");
    let steps = session.model.roadmap.steps.clone();
    let topics: usize = steps.iter().map(|step| step.topics.len()).sum();
    for nth in 0..topics {
        let (full, cells) = session.bar();
        let fraction = session.fraction();
        assert!(
            fraction.ends_with("/79"),
            "extras changed the total: {fraction}"
        );
        assert_eq!(
            full == cells,
            fraction == "79/79",
            "{fraction} after {nth} topics"
        );
        assert_eq!(
            full > 0,
            fraction != "0/79",
            "{fraction} after {nth} topics"
        );
        session.keys("<space>j");
    }
    assert_eq!(session.fraction(), "79/79");
    assert_eq!(session.bar(), (24, 24));
    // The last topic is one of the data structures, all of which are needed.
    session.keys("i");
    assert_eq!(session.fraction(), "78/79");
    assert_eq!(session.bar(), (23, 24));
}

#[test]
fn what_goes_beyond_the_source_never_changes_the_79() {
    let mut session = Session::new();
    session.keys("jjjj<enter>");
    let roadmap = std::sync::Arc::clone(&session.model.roadmap);
    let extras = roadmap.topics().iter().filter(|topic| topic.extra);
    assert!(extras.clone().count() >= 5);
    for topic in extras {
        for (time, status) in [
            ("12:00:01", Learning),
            ("12:00:02", Skipped),
            ("12:00:03", Done),
        ] {
            session.others_write(time, &topic.id, status);
            assert!(
                session.fraction().ends_with("/79"),
                "{} {status:?}",
                topic.id
            );
        }
    }
}
