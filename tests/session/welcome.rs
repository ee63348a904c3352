//! How to begin: one screen of choices, shown once.

use std::sync::Arc;

use insta::assert_snapshot;
use roadmap_tui::config;
use roadmap_tui::progress::Change;
use roadmap_tui::progress::Status::{Done, Learning, Todo};
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::model::Greeting;

use crate::support::Session;

/// A learner who starts for the first time.
fn new() -> Session {
    let mut session = Session::new();
    session.size(80, 24);
    session.model.welcome();
    session
}

fn is_open(session: &mut Session) -> bool {
    session.screen().contains("Keys to know")
}

#[test]
fn the_first_screen_at_80x24() {
    assert_snapshot!(new().screen(), @"
    ┌─ Backend Developer Roadmap ──────────────────────────────────────────────────┐
    │ 13 steps, at your pace. All of this can be changed at any time.              │
    │ Programming language: which one do you begin with?                           │
    │     1 JavaScript (Node.js)                                                   │
    │     2 Java                                                                   │
    │     3 Python                                                                 │
    │     4 Go                                                                     │
    │     5 C#                                                                     │
    │ ▸ ✓ 6 Not yet: I look around first                                           │
    │ What is next goes by                                                         │
    │   ✓ 7 the steps, from the first to the last                                  │
    │     8 Node.js path                                                           │
    │                                                                              │
    │ Keys to know from here on                                                    │
    │   space   Mark the topic as done                                             │
    │   enter   Go in: from steps to topics to the text of a topic                 │
    │   n       Go to what is recommended next                                     │
    │   /       Search topics, projects, paths, guide, notes and links             │
    │   ?       Show all keys                                                      │
    │                                                                              │
    │   Begin                                                                      │
    └──────────────────────────────────────────────────────────────────────────────┘

     enter choose  esc begin  q quit
    ");
}

#[test]
fn the_first_screen_at_120x40() {
    assert_snapshot!(new().size(120, 40).screen(), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ── pick 1 · 0/1 ─┬─ Learn a Programming Language ───────────
    ▸○  1 Programming language      0/1 │▸○ JavaScript (Node.js)                 │ ○ 0 of 1 done
     ○  2 Programming fundamentals  0/8 │ ○ Java                                 │
     ○  3 How the web works         0/8 │ ○ Python                               │ One language is enough to start with:
     ○  4 Git and GitHub            0/6 │ ○ Go                                   │ the ideas carry over, so a second one
     ○  5 Runtime or f┌─ Backend Developer Roadmap ──────────────────────────────────────────────────────┐the first. Many
     ○  6 Databases   │ 13 steps, at your pace. All of this can be changed at any time.                  │pt, because the
     ○  7 API developm│                                                                                  │ the server
     ○  8 Auth and aut│ Programming language: which one do you begin with?                               │ritten in the
     ○  9 Real project│     1 JavaScript (Node.js)                                                       │ of the five, and
     ○ 10 Backend inte│     2 Java                                                                       │ve built
     ○ 11 Deployment  │     3 Python                                                                     │
     ○ 12 System desig│     4 Go                                                                         │
     ○ 13 Data structu│     5 C#                                                                         │e.js), Java,
                      │ ▸ ✓ 6 Not yet: I look around first                                               │ none yet.
                      │                                                                                  │
                      │ What is next goes by                                                             │ not counted. You
                      │   ✓ 7 the steps, from the first to the last                                      │ time: what you
                      │     8 Node.js path                                                               │gain once it is
                      │                                                                                  │
                      │ Keys to know from here on                                                        │
                      │   space   Mark the topic as done                                                 │y technologies at
                      │   enter   Go in: from steps to topics to the text of a topic                     │
                      │   n       Go to what is recommended next                                         │
                      │   /       Search topics, projects, paths, guide, notes and links                 │
                      │   ?       Show all keys                                                          │
                      │                                                                                  │
                      │   Begin                                                                          │
                      └──────────────────────────────────────────────────────────────────────────────────┘
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────

     enter choose  esc begin  q quit
    ");
}

#[test]
fn the_first_screen_at_40x12_and_its_end() {
    let mut session = new();
    session.size(40, 12);
    assert_snapshot!(session.screen(), @"
    ┌─ Backend Developer Roadmap ──────────┐
    │ Programming language: which one do … │
    │     1 JavaScript (Node.js)           │
    │     2 Java                           │
    │     3 Python                         │
    │     4 Go                             │
    │     5 C#                             │
    │ ▸ ✓ 6 Not yet: I look around first   │
    │ What is next goes by                 │
    └───────────────────────── more below ─┘

     enter choose  esc begin  q quit
    ");
    assert_snapshot!(session.keys("jjjjj").screen(), @"
    ┌─ Backend Developer Roadmap ──────────┐
    │     8 Node.js path                   │
    │ Keys to know from here on            │
    │   space   Mark the topic as done     │
    │   enter   Go in: from steps to topi… │
    │   n       Go to what is recommended… │
    │   /       Search topics, projects, … │
    │   ?       Show all keys              │
    │ ▸ Begin                              │
    └──────────────────────────────────────┘

     enter choose  esc begin  q quit
    ");
}

#[test]
fn escape_and_enter_at_the_end_begin_with_nothing_chosen() {
    for keys in [
        "<esc>",
        "jjjjjj<enter>",
        "<enter><enter><enter>",
        "<space><space><space>",
    ] {
        let mut session = new();
        session.keys(keys);
        assert!(!is_open(&mut session), "{keys}");
        assert_eq!(session.saved, [], "{keys}");
        assert!(session.model.greeting == Greeting::Given);
        assert_eq!(
            (session.pane(), session.fraction().as_str()),
            ("steps", "0/79")
        );
    }
}

#[test]
fn a_language_and_a_path_are_one_deed_and_undone_by_one_key() {
    // Moved to and taken; by digits; by enter from question to question.
    for keys in [
        "kkkk<enter>j<enter><enter>",
        "28<esc>",
        "<up><up><up><up><space><down><space><space>",
    ] {
        let mut session = new();
        session.keys(keys);
        let stamps: Vec<_> = session.saved.iter().map(|entry| entry.at).collect();
        assert_eq!(stamps.len(), 2, "{keys}");
        assert_eq!(stamps[0], stamps[1]);
        assert_eq!(session.status("language.java"), Learning);
        let follows = |session: &Session| {
            session
                .model
                .progress
                .path(&session.model.roadmap)
                .is_some()
        };
        assert!(follows(&session));
        assert_eq!(
            session.notice(),
            "You begin with Java and Node.js path. u takes it back."
        );
        assert_eq!(
            (session.topic(), session.pane()),
            ("language.java", "topics")
        );
        session.keys("u");
        assert_eq!(session.status("language.java"), Todo);
        assert!(!follows(&session));
    }
}

#[test]
fn a_choice_can_be_changed_before_one_begins() {
    let mut session = new();
    session.keys("123").keys("6").keys("<esc>");
    assert_eq!(session.saved, []);
    let mut session = new();
    session.keys("12345<esc>");
    assert_eq!(session.saved.len(), 1);
    assert_eq!(session.status("language.csharp"), Learning);
}

#[test]
fn digits_without_an_answer_and_other_keys_do_nothing() {
    let mut session = new();
    let before = session.screen();
    assert_eq!(session.keys("90zxu").screen(), before);
}

#[test]
fn one_can_quit_from_it() {
    for keys in ["q", "<ctrl-c>"] {
        let mut session = new();
        session.keys(keys);
        assert_eq!(session.effects, [Effect::Quit], "{keys}");
        assert!(session.model.greeting == Greeting::Given);
    }
}

#[test]
fn later_it_shows_what_is_chosen_and_changes_it() {
    let mut session = new();
    session.keys("38<esc>").model.welcome();
    let rows = session.rows_with("✓ ");
    assert!(
        rows[0].contains("3 Python") && rows[1].contains("8 Node.js path"),
        "{rows:?}"
    );
    assert_eq!(session.keys("<esc>").saved.len(), 2, "nothing new");
    session.model.welcome();
    session.keys("57<esc>");
    assert_eq!(session.status("language.python"), Todo);
    assert_eq!(session.status("language.csharp"), Learning);
    let last = &session.saved.last().unwrap().change;
    assert_eq!(
        *last,
        Change::Follow {
            path: String::new()
        }
    );
}

#[test]
fn what_is_done_stays_done_whatever_is_chosen() {
    let mut session = Session::new();
    session.keys("l<space>").model.welcome();
    session.keys("2<esc>");
    assert_eq!(session.status("language.javascript"), Done);
    assert_eq!(session.status("language.java"), Learning);
}

#[test]
fn a_roadmap_without_choice_or_path_has_the_keys_alone() {
    let mut session = Session::with_roadmap(
        "{format: 1, id: r, title: Small, steps: [{id: web, title: Web, topics: [{id: http, title: HTTP}]}]}",
    );
    session.size(80, 24).model.welcome();
    assert_snapshot!(session.screen(), @"
     Small                                             ░░░░░░░░░░░░░░░░░░░░░░░░ 0/1
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Web ─────────────────────────────── 0/1 ─
    ▸○ 1 Web                        0/1 │▸○ HTTP
                                        │
    ┌─ Small ──────────────────────────────────────────────────────────────────────┐
    │ One step, at your pace. All of this can be changed at any time.              │
    │                                                                              │
    │ Keys to know from here on                                                    │
    │   space   Mark the topic as done                                             │
    │   enter   Go in: from steps to topics to the text of a topic                 │
    │   n       Go to what is recommended next                                     │
    │   /       Search topics, projects, paths, guide, notes and links             │
    │   ?       Show all keys                                                      │
    │                                                                              │
    │ ▸ Begin                                                                      │
    └──────────────────────────────────────────────────────────────────────────────┘
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────

     enter choose  esc begin  q quit
    ");
    session.keys("<enter>");
    assert!(!is_open(&mut session));
}

#[test]
fn its_keys_are_those_of_the_keymap() {
    use roadmap_tui::tui::key::Key;
    use roadmap_tui::tui::keymap::Action;
    let mut session = Session::new();
    let keymap = std::sync::Arc::make_mut(&mut session.model.keymap);
    let rows = keymap.rows_mut().iter_mut();
    for row in rows.filter(|row| row.action == Action::GoToNext) {
        row.keys = vec![Key::char('w')].into();
    }
    session.model.welcome();
    assert_eq!(
        session.rows_with("w       Go to what is recommended").len(),
        1
    );
}

#[test]
fn a_journal_that_takes_nothing_does_not_keep_it_open() {
    let mut session = new();
    session.model.saving.read_only = Some("Only read.".to_owned());
    session.keys("1<esc>");
    assert!(!is_open(&mut session));
    assert_eq!((session.notice(), session.saved.len()), ("Only read.", 0));
}

#[test]
fn it_is_an_action_without_a_key() {
    use roadmap_tui::tui::keymap::{Action, Keymap};
    let keymap = Keymap::default();
    let row = keymap
        .rows()
        .iter()
        .find(|row| row.action == Action::Welcome)
        .unwrap();
    assert!(row.keys.is_empty());
    assert_eq!(row.action.name(), "welcome");
}

#[test]
fn every_size_draws_it() {
    new().draw_at_odd_sizes();
}

#[test]
fn a_click_chooses_and_beside_an_answer_nothing_happens() {
    let mut session = new();
    session.click_on("Keys to know").click_on("Python");
    assert_eq!(session.rows_with("✓ 3 Python").len(), 1);
    session.click_on("Begin");
    assert!(!is_open(&mut session));
    assert_eq!(session.status("language.python"), Learning);
    let mut session = new();
    session.size(40, 12).wheel_on("Java", 3);
    assert_eq!(session.rows_with("▸ ✓ 7").len(), 1, "{}", session.screen());
}

#[test]
fn of_several_that_are_taken_up_the_one_begun_last_is_the_answer() {
    let mut session = Session::new();
    session.size(80, 24);
    session.keys("l<space>/python<enter>i<esc>");
    assert_eq!(session.status("language.python"), Learning);
    session.keys(":welcome<enter>");
    assert_eq!(session.rows_with("✓ 3 Python").len(), 1);
    session.keys("4<esc>");
    assert_eq!(session.status("language.javascript"), Done);
    assert_eq!(session.status("language.python"), Todo);
    assert_eq!(session.status("language.go"), Learning);
}

#[test]
fn the_name_of_a_key_is_shown_whole_however_long_it_is() {
    let mut session = Session::new();
    session.size(80, 24);
    let (config, _) = config::load(b"keys: {help: ctrl-page-down}");
    session.model.keymap = Arc::new(config.keymap);
    session.model.welcome();
    let row = "ctrl-page-down   Show all keys";
    assert_eq!(session.rows_with(row).len(), 1, "{}", session.screen());
    assert_eq!(
        session.rows_with("space            Mark the topic").len(),
        1
    );
}
