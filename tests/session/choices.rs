//! Choices: what their step says, what is folded away, choosing something else.

use insta::assert_snapshot;
use proptest::prelude::*;
use roadmap_tui::progress::Status::{Done, Learning, Skipped};

use crate::support::Session;

/// A learner among the topics of the first step, after these keys.
fn in_languages(keys: &str) -> Session {
    let mut session = Session::new();
    session.keys("<enter>").keys(keys);
    session
}

/// The rows of the topics pane, without empty ones.
fn topics(session: &mut Session) -> Vec<String> {
    let screen = session.size(40, 40).screen();
    let rows = screen.lines().skip(3).map(str::to_owned);
    rows.take_while(|row| !row.is_empty()).collect()
}

#[test]
fn a_choice_names_its_alternatives_in_the_text_of_its_step() {
    let mut session = Session::new();
    let text = |session: &mut Session| {
        let screen = session.screen();
        let rows = screen
            .lines()
            .skip(3)
            .filter_map(|row| row.rsplit('│').next());
        rows.map(str::trim).collect::<Vec<_>>().join(" ")
    };
    let first = text(&mut session);
    assert!(
        first.contains("Pick 1: JavaScript (Node.js), Java, Python, Go, C#; picked: none yet."),
        "{first}"
    );
    session.keys("jjjjjjjj");
    let projects = text(&mut session);
    assert!(
        projects.contains("Pick 3: Todo API, Notes Application,"),
        "{projects}"
    );
    assert_eq!(session.rows_with("pick 3 · 0/3").len(), 1);
    session.keys("g<enter>jjj<space><esc>jjjj");
    let framework = text(&mut session);
    assert!(framework.contains("picked: Go Developers."), "{framework}");
    // Of the others nothing more is said.
    assert!(!framework.contains("Pick 1: Spring Boot"), "{framework}");
    assert!(framework.contains("Pick 1: net/http,"), "{framework}");
}

#[test]
fn a_choice_inside_a_step_is_told_under_its_own_heading() {
    let mut session = Session::new();
    session.size(150, 60).keys("jjjjj");
    assert_eq!(
        session
            .rows_with("Pick 1: PostgreSQL, MySQL; picked: none yet.")
            .len(),
        1
    );
    session.keys("<enter>j<space><esc>");
    assert_eq!(
        session
            .rows_with("Pick 1: PostgreSQL, MySQL; picked: MySQL.")
            .len(),
        1
    );
}

#[test]
fn what_is_not_picked_is_folded_away_behind_one_row() {
    let mut session = in_languages("jjj<space>");
    assert_eq!(
        topics(&mut session),
        [
            "▸✓ Go                            23 Nov",
            "   4 others: enter shows them"
        ]
    );
    session.keys("j<enter>");
    assert_eq!(
        topics(&mut session),
        [
            " ○ JavaScript (Node.js)",
            " ○ Java",
            " ○ Python",
            " ✓ Go                            23 Nov",
            " ○ C#",
            "▸  enter folds 4 away",
        ]
    );
    session.keys("<enter>");
    assert_eq!(
        topics(&mut session),
        [
            " ✓ Go                            23 Nov",
            "▸  4 others: enter shows them"
        ]
    );
}

#[test]
fn an_alternative_with_a_status_stays_in_view() {
    let mut session = in_languages("xj<space>");
    assert_eq!(
        topics(&mut session),
        [
            " ⊘ JavaScript (Node.js)          23 Nov",
            "▸✓ Java                          23 Nov",
            "   3 others: enter shows them",
        ]
    );
}

#[test]
fn nothing_is_folded_away_before_enough_is_picked() {
    let mut session = Session::new();
    session.keys("jjjjjjjj<enter><space>j<space>");
    assert_eq!(session.rows_with("others").len(), 0);
    session.keys("j<space>");
    assert_eq!(session.rows_with("6 others: enter shows them").len(), 1);
    // A level without a project that is shown has no heading.
    assert_eq!(session.rows_with("Advanced Projects").len(), 0);
    session.keys("u");
    assert_eq!(session.rows_with("others").len(), 0);
    assert_eq!(session.rows_with("Advanced Projects").len(), 1);
}

#[test]
fn ticks_on_the_other_branch_stay_and_count_again_when_it_is_picked_again() {
    let mut session = in_languages("<space><esc>jjjj<enter><space>");
    assert_eq!(session.fraction(), "2/79");
    // Another language: Node.js counts no longer, and its tick stays.
    session.keys("<esc>gl<space>j<space><esc>jjjj");
    assert_eq!(
        session.status("language.javascript"),
        roadmap_tui::progress::Status::Todo
    );
    assert_eq!(session.status("language.java"), Done);
    assert_eq!(session.status("framework.javascript.nodejs"), Done);
    assert_eq!(session.fraction(), "1/79");
    assert_eq!(session.rows_with("✓ Node.js").len(), 1);
    // And back.
    session.keys("g<enter><space>k<space>");
    assert_eq!(session.status("language.javascript"), Done);
    assert_eq!(
        session.status("language.java"),
        roadmap_tui::progress::Status::Todo
    );
    assert_eq!(session.fraction(), "2/79");
}

#[test]
fn a_fold_cannot_be_marked_and_says_why() {
    let mut session = in_languages("<space>j");
    for key in ["<space>", "i", "x"] {
        session.keys(key);
        assert_eq!(
            session.notice(),
            "These are folded away: press enter to see them.",
            "{key}"
        );
    }
    assert_eq!(session.saved.len(), 1);
    assert!(!session.footer().contains("space done"));
}

#[test]
fn folds_are_passed_from_step_to_step_like_topics() {
    let mut session = in_languages("<space>jj");
    assert_eq!(
        (session.step(), session.topic()),
        (2, "fundamentals.variables")
    );
    session.keys("k");
    assert_eq!(session.rows_with("▸  4 others: enter shows them").len(), 1);
    session.keys("k");
    assert_eq!(
        (session.step(), session.topic()),
        (1, "language.javascript")
    );
    // The last group of the framework step is folded away: its fold is the last row there.
    session.keys("<esc>jjjjj<enter>gk");
    assert_eq!(session.step(), 5);
    assert_eq!(session.rows_with("▸  4 others: enter shows them").len(), 1);
}

#[test]
fn what_is_selected_is_never_folded_away_under_the_learner() {
    let mut session = in_languages("jj");
    session.others_write("10:00:00", "language.go", Learning);
    assert_eq!(session.topic(), "language.python");
    assert_eq!(session.rows_with("▸○ Python").len(), 1);
    assert_eq!(session.rows_with("3 others: enter shows them").len(), 1);
    session.keys("j");
    assert_eq!(session.topic(), "language.go");
    assert_eq!(session.rows_with("Python").len(), 0);
    assert_eq!(session.rows_with("4 others: enter shows them").len(), 1);
}

#[test]
fn a_fold_that_goes_leaves_the_selection_at_its_topic() {
    let mut session = in_languages("jj<space>j");
    session.others_write("13:00:00", "language.python", Skipped);
    assert_eq!(session.rows_with("▸⊘ Python").len(), 1);
    assert_eq!(session.topic(), "language.python");
}

#[test]
fn groups_fold_away_whole_and_choices_in_them_by_themselves() {
    let mut session = in_languages("<space><esc>jjjj<enter>j<space>");
    assert_snapshot!(topics(&mut session).join("\n"), @"
    JavaScript Developers     pick 1 · 1/1
     ▸✓ Express.js                  23 Nov
        2 others: enter shows them
      4 others: enter shows them
    ");
    session.keys("G<enter>");
    assert_snapshot!(topics(&mut session).join("\n"), @"
     JavaScript Developers     pick 1 · 1/1
       ✓ Express.js                  23 Nov
         2 others: enter shows them
     Java Developers           pick 1 · 0/1
       ○ Spring Boot
     Python Developers         pick 1 · 0/1
       ○ Django
       ○ FastAPI
     Go Developers +           pick 1 · 0/1
       ○ net/http +
       ○ Gin +
       ○ Echo +
     C# Developers +           pick 1 · 0/1
       ○ ASP.NET Core +
       ○ Minimal APIs +
    ▸  enter folds 4 away
    ");
}

#[test]
fn the_text_of_a_fold_says_what_it_is_about_at_120x40() {
    let mut session = in_languages("<space>j");
    assert_snapshot!(session.screen(), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ── pick 1 · 1/1 ─┬─ Learn a Programming Language ───────────
    ▸✓  1 Programming language      1/1 │ ✓ JavaScript (Node.js)          23 Nov │ Pick 1: JavaScript (Node.js), Java,
     ○  2 Programming fundamentals  0/8 │▸  4 others: enter shows them           │ Python, Go, C#; picked: JavaScript
     ○  3 How the web works         0/8 │                                        │ (Node.js).
     ○  4 Git and GitHub            0/6 │                                        │
     ○  5 Runtime or framework      0/1 │                                        │ What you do not pick is not counted. You
     ○  6 Databases                0/11 │                                        │ can pick another at any time: what you
     ○  7 API development           0/7 │                                        │ did stays, and counts again once it is
     ○  8 Auth and authorization    0/7 │                                        │ picked.
     ○  9 Real projects             0/3 │                                        │
     ○ 10 Backend internals         0/8 │                                        │
     ○ 11 Deployment                0/5 │                                        │
     ○ 12 System design             0/6 │                                        │
     ○ 13 Data structures           0/8 │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: Variables, the first open topic of step 2, Programming fundamentals
     enter in  esc out  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_choice_that_is_made_at_80x24() {
    let mut session = in_languages("<space><esc>jjjj<enter><tab>");
    session.size(80, 24).keys("<esc><esc>");
    assert_snapshot!(session.screen(), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Runtime or framework ───── pick 1 · 0/1 ─
     ✓  1 Programming language      1/1 │ JavaScript Developers        pick 1 · 0/1
     ○  2 Programming fundamentals  0/8 │  ▸○ Node.js
     ○  3 How the web works         0/8 │   ○ Express.js
     ○  4 Git and GitHub            0/6 │   ○ NestJS
    ▸○  5 Runtime or framework      0/1 │   4 others: enter shows them
     ○  6 Databases                0/11 │
     ○  7 API development           0/7 │
     ○  8 Auth and authorization    0/7 │
     ○  9 Real projects             0/3 │
     ○ 10 Backend internals         0/8 │
     ○ 11 Deployment                0/5 │
     ○ 12 System design             0/6 │
     ○ 13 Data structures           0/8 │
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: Variables, the first open topic of step 2, Programming fundamentals
     enter in  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_done_something_is_selected_and_in_view(
        keys in prop::collection::vec(prop::sample::select(&[
            "j", "j", "k", "G", "g", "h", "l", "<enter>", "<esc>", "<space>", "<space>", "i", "x", "u",
            "<ctrl-r>", "<page-down>", "<page-up>", "n", "<backspace>", "jjjj",
        ][..]), 1..60),
        painted in any::<bool>(),
    ) {
        let mut session = Session::new();
        session.size(40, 12).keys("<enter>");
        for key in keys {
            session.keys(key);
            if painted || key == "j" {
                prop_assert!(!session.rows_with("▸").is_empty(), "{}", session.screen());
            }
        }
        prop_assert!(!session.rows_with("▸").is_empty(), "{}", session.screen());
    }
}
