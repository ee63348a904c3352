//! What is recommended next: always in view on the roadmap, one key away.

use roadmap_tui::progress::Status::{Done, Learning};

use crate::support::Session;

#[test]
fn a_new_learner_is_told_to_choose_a_language() {
    let mut session = Session::new();
    assert_eq!(
        session.status_row(),
        "Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#"
    );
}

#[test]
fn what_is_next_follows_a_tick_at_once() {
    let mut session = Session::new();
    session.keys("<enter><space>");
    // The notice of the tick has the row, until the next key.
    assert_eq!(
        session.status_row(),
        "JavaScript (Node.js) is done. u takes it back."
    );
    session.keys("<esc>");
    assert_eq!(
        session.status_row(),
        "Next: Variables, the first open topic of step 2, Programming fundamentals"
    );
    session.keys("j<enter>ji<esc>");
    assert_eq!(
        session.status_row(),
        "Next: finish Functions, under way since today"
    );
    session.keys("uk");
    assert!(session.status_row().starts_with("Next: Variables,"));
}

#[test]
fn what_is_under_way_since_days_says_so() {
    let mut session = Session::new();
    let entry = roadmap_tui::progress::Entry::status(
        "2026-11-21T09:00:00+01:00".parse().unwrap(),
        "web.cookies",
        Learning,
    );
    session.tell(roadmap_tui::tui::Msg::Read {
        entries: vec![entry],
        unreadable: Vec::new(),
        read_only: None,
    });
    assert_eq!(
        session.status_row(),
        "Next: finish Cookies, under way for two days"
    );
}

#[test]
fn n_goes_there_from_every_screen_and_backspace_goes_back() {
    for key in ["1", "2", "3", "4", "5"] {
        let mut session = Session::new();
        session.others_write("09:00:00", "web.cookies", Learning);
        session.screen();
        session.keys(key).keys("n");
        assert_eq!(
            (session.topic(), session.pane()),
            ("web.cookies", "topics"),
            "{key}"
        );
        assert_eq!(session.rows_with("▸◐ Cookies").len(), 1, "{key}");
        session.keys("<backspace>");
        assert_eq!(session.model.screens.shown.word(), {
            let words = ["roadmap", "projects", "path", "insights", "guide"];
            words[key.parse::<usize>().unwrap() - 1]
        });
        assert_eq!(session.topic(), "language.javascript", "{key}");
    }
}

#[test]
fn what_is_next_stands_on_the_roadmap_screen_alone() {
    for key in ["2", "3", "4", "5"] {
        let mut session = Session::new();
        session.keys(key);
        assert_eq!(session.rows_with("Next: ").len(), 0, "{key}");
    }
}

#[test]
fn the_help_has_the_screen_to_itself() {
    let mut session = Session::new();
    session.keys("?");
    assert_eq!(session.status_row(), "");
    session.keys("<esc>");
    assert!(session.status_row().starts_with("Next: "));
}

#[test]
fn a_screen_without_a_row_for_notices_leaves_it_to_the_keys() {
    let mut session = Session::new();
    assert_eq!(session.size(40, 8).rows_with("Next: choose").len(), 1);
    assert_eq!(session.size(40, 7).rows_with("Next: ").len(), 0);
    session.keys("n");
    assert_eq!(session.pane(), "topics");
}

#[test]
fn a_followed_path_leads_to_the_topics_of_its_course_on_the_path_screen() {
    let mut session = Session::new();
    session.keys("3f1");
    assert_eq!(
        session.status_row(),
        "Next: JavaScript (Node.js), the first open topic of stage 1 of Node.js path"
    );
    let ids: Vec<String> = session
        .model
        .roadmap
        .topics()
        .iter()
        .map(|topic| topic.id.clone())
        .collect();
    let before = ["language.javascript", "fundamentals.", "git."];
    for id in ids
        .iter()
        .filter(|id| before.iter().any(|start| id.starts_with(start)))
    {
        session.others_write("09:00:00", id, Done);
    }
    session.screen();
    session.keys("n");
    assert_eq!(session.model.screens.shown.word(), "path");
    assert_eq!(session.rows_with("▸○ Node.js Internals").len(), 1);
    // Its text is there to be read.
    assert_eq!(session.rows_with("Node.js is V8, libuv and").len(), 1);
    session.keys("<space>");
    assert_eq!(session.status("namaste-nodejs.nodejs-internals"), Done);
    session.keys("n<space>");
    assert_eq!(session.status("namaste-nodejs.event-loop"), Done);
}

#[test]
fn where_nothing_is_open_n_says_so() {
    let mut session = Session::with_roadmap(
        "{format: 1, id: small, title: Small, steps: [{id: s, title: S, topics: [{id: t, title: T}]}]}",
    );
    assert_eq!(
        session.status_row(),
        "Next: T, the first open topic of step 1, S"
    );
    session.keys("<enter><space>").screen();
    assert!(!session.footer().contains("next"));
    session.keys("n");
    assert_eq!(session.notice(), "Nothing is open: there is no next.");
    session.keys("<esc>");
    assert_eq!(session.status_row(), "");
}
