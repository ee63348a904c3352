//! The guide: mistakes with their facts, and the ways to topics and back.

use roadmap_tui::progress::{Entry, Stamp, Status};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::screen::Screen;

use crate::support::Session;

/// Brings in what was done at noon of days of November 2026: a day, full ids, and their status.
fn did(session: &mut Session, day: u8, ids: &[&str], status: Status) {
    let noon: Stamp = format!("2026-11-{day:02}T12:00:00+01:00").parse().unwrap();
    let mut last = None;
    let entries = ids.iter().map(|id| {
        let at = noon.later_than(last);
        last = Some(at);
        Entry::status(at, *id, status)
    });
    let entries = entries.collect();
    session.tell(Msg::Read {
        entries,
        unreadable: Vec::new(),
        read_only: None,
    });
}

/// The full ids of the topics whose ids begin so.
fn ids(session: &Session, beginning: &str) -> Vec<String> {
    let topics = session.model.roadmap.topics().iter();
    let ids = topics.map(|topic| topic.id.clone());
    ids.filter(|id| id.starts_with(beginning)).collect()
}

/// A learner who worked on a project on 3 November, then did 14 topics, four of them behind the
/// databases, without a look at those.
pub(super) fn half_way() -> Session {
    let mut session = Session::new();
    did(&mut session, 3, &["projects.todo-api"], Status::Learning);
    did(&mut session, 5, &["language.go"], Status::Done);
    for (day, step, count) in [(9, "fundamentals.", 8), (12, "apis.", 5)] {
        let ids = ids(&session, step);
        let ids: Vec<&str> = ids.iter().map(String::as_str).take(count).collect();
        did(&mut session, day, &ids, Status::Done);
    }
    session.keys("5");
    session
}

/// A new learner.
pub(super) fn new() -> Session {
    let mut session = Session::new();
    session.keys("5");
    session
}

/// A learner who did everything.
pub(super) fn complete() -> Session {
    let mut session = Session::new();
    let ids = ids(&session, "");
    let mut ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    ids.push("projects.todo-api.deployment");
    did(&mut session, 20, &ids, Status::Done);
    session.keys("5");
    session
}

#[test]
fn what_holds_stands_first_with_its_mark_and_the_others_keep_their_order() {
    let mut session = half_way();
    let screen = session.screen();
    let rows: Vec<&str> = screen.lines().skip(3).take(7).collect();
    let rows: Vec<&str> = rows
        .iter()
        .map(|row| row.split('│').next().unwrap().trim())
        .collect();
    assert_eq!(
        rows,
        [
            "Mistakes                           2 of 6 hold",
            "▸! Watching tutorials without building projects",
            "! Ignoring databases",
            "Learning too many technologies at once",
            "Skipping deployment",
            "Avoiding DSA entirely",
            "Focusing on certificates instead of skills",
        ]
    );
}

#[test]
fn the_facts_are_told_with_their_day_and_the_way_against_them() {
    let mut session = half_way();
    for words in [
        "! 14 topics since your last project work, on 3 Nov.",
        "One next step",
        "◐ Go on with Todo API",
    ] {
        assert_eq!(session.rows_with(words).len(), 1, "{words}");
    }
    session.size(160, 40).keys("j");
    let fact = "! Nothing of Databases is taken up, while 6 topics of later steps are.";
    assert_eq!(session.rows_with(fact).len(), 1, "{}", session.screen());
    assert_eq!(session.rows_with("○ Begin PostgreSQL").len(), 1);
}

#[test]
fn what_does_not_hold_says_so_and_when_it_would() {
    let table = [
        (
            "",
            "more than 3 topics are under way at once, or when more than 1 topic of Programming language is under way at once",
        ),
        ("j", "12 topics are done since your last work on a project"),
        (
            "jj",
            "4 topics of later steps are taken up and nothing of Databases",
        ),
        ("jjj", "1 project is done and Deployment is ticked in none"),
        (
            "jjjj",
            "70% of the roadmap is done and nothing of Data structures is taken up",
        ),
        ("jjjjj", "1 course is complete before 3 projects are"),
    ];
    for (keys, words) in table {
        let mut session = Session::new();
        session.size(300, 40).keys("5").keys(keys);
        assert_eq!(session.rows_with("It does not hold now.").len(), 1);
        let words = format!("It holds when {words}.");
        assert_eq!(
            session.rows_with(&words).len(),
            1,
            "{words}\n{}",
            session.screen()
        );
    }
}

#[test]
fn each_fact_has_its_words() {
    let with = |ids: &[&str], status, mistake: &str| {
        let mut session = Session::new();
        did(&mut session, 9, ids, status);
        session.size(300, 40).keys("5");
        let row = format!("▸! {mistake}");
        for _ in 0..6 {
            if session.rows_with(&row).is_empty() {
                session.keys("j");
            }
        }
        assert_eq!(session.rows_with(&row).len(), 1, "{}", session.screen());
        session.screen()
    };
    let topics = ["web.http", "web.dns", "web.cookies", "git.basics"];
    let screen = with(&topics, Status::Learning, "Learning too many");
    assert!(
        screen.contains("! 4 topics are under way at once."),
        "{screen}"
    );
    assert!(screen.contains("◐ Finish HTTP first"), "{screen}");

    let screen = with(&["projects.blog-api"], Status::Done, "Skipping deployment");
    assert!(
        screen.contains("! 1 project is done, and Deployment is ticked in none."),
        "{screen}"
    );
    assert!(screen.contains("✓ Add to Blog API: Deployment"), "{screen}");

    let course = ids(&Session::new(), "namaste-nodejs.");
    let mut done: Vec<&str> = course.iter().map(String::as_str).collect();
    let screen = with(&done, Status::Done, "Focusing on certificates");
    let words = "! You completed Namaste Node.js, and no project is done, of at least 3.";
    assert!(screen.contains(words), "{screen}");
    assert!(screen.contains("○ Begin Todo API"), "{screen}");
    done.push("projects.blog-api");
    let screen = with(&done, Status::Done, "Focusing on certificates");
    let words = "and only 1 project is done, of at least 3.";
    assert!(screen.contains(words), "{screen}");
    done.extend(["web.http", "web.dns"]);
    let screen = with(&done[..10], Status::Done, "Focusing on certificates");
    assert!(!screen.contains("! Watching"), "{screen}");
    done.retain(|id| !id.starts_with("projects."));
    let screen = with(&done, Status::Done, "Watching tutorials");
    assert!(
        screen.contains("! 12 topics done, and no project begun yet."),
        "{screen}"
    );
}

#[test]
fn a_mistake_that_holds_puts_a_quiet_mark_at_the_guide_on_every_screen() {
    let mut session = Session::new();
    assert_eq!(session.rows_with("5 Guide !").len(), 0);
    session.keys("jlijijiji");
    assert_eq!(session.rows_with("5 Guide !").len(), 1);
    for keys in ["2", "3", "4", "5"] {
        assert_eq!(session.keys(keys).rows_with("5 Guide !").len(), 1);
    }
    // Without the names of the screens, or without their row.
    assert_eq!(session.size(40, 20).rows_with("5 Guide !").len(), 1);
    assert_eq!(
        session.keys("1").rows_with("1 Roadmap  2  3  4  5 !").len(),
        1
    );
    assert_eq!(session.size(40, 12).rows_with(" ! 0/79").len(), 1);
    session.keys("u");
    assert_eq!(session.rows_with("!"), Vec::<String>::new());
}

#[test]
fn enter_leads_to_the_next_step_on_the_roadmap_and_backspace_to_the_guide_again() {
    let mut session = half_way();
    session.keys("j<enter><enter>");
    assert_eq!(session.topic(), "databases.sql.postgresql");
    assert_eq!(session.model.screens.shown, Screen::Roadmap);
    session.keys("<backspace>");
    assert_eq!(session.model.screens.shown, Screen::Guide);
    assert_eq!(session.rows_with("▸○ Begin PostgreSQL").len(), 1);
}

#[test]
fn each_reason_leads_to_its_topics() {
    let mut session = Session::new();
    // Behind the six mistakes: projects, then one language, then one framework.
    session.keys("5jjjjjj<enter><page-down><page-down><enter>");
    assert!(
        session.topic().starts_with("projects."),
        "{}",
        session.topic()
    );
    session.keys("5<esc>j<enter>j<enter>");
    assert_eq!(session.topic(), "language.java");
    session.keys("5<esc>j<enter>jj<enter>");
    assert_eq!(
        session.model.roadmap.topic("framework.python.django"),
        session.model.roadmap.topic(session.topic())
    );
}

#[test]
fn there_is_no_further_in_or_out_than_the_text_and_the_list() {
    let mut session = Session::new();
    session.keys("5<esc>");
    assert_eq!(session.notice(), "This is as far out as it goes: q quits.");
    session.keys("G<enter><enter>");
    assert_eq!(
        session.notice(),
        "This is as far in as it goes: esc goes back out."
    );
    session.keys("<esc>");
    assert_eq!(session.notice(), "");
}

#[test]
fn the_text_of_a_step_names_the_mistakes_about_it_and_marks_those_that_hold() {
    let mut session = Session::new();
    assert_eq!(
        session
            .rows_with("│ Guide: Learning too many technologies")
            .len(),
        1
    );
    session.keys("jjjjj");
    assert_eq!(session.rows_with("│ Guide: Ignoring databases").len(), 1);
    let mut session = half_way();
    session.keys("1gjjjjj");
    assert_eq!(session.rows_with("│ ! Guide: Ignoring databases").len(), 1);
    session.keys("j");
    assert_eq!(session.rows_with("Guide:").len(), 0);
}

#[test]
fn a_roadmap_without_mistakes_and_questions_says_how_a_file_adds_them() {
    let yaml = "{format: 1, id: bare, title: Bare, steps: [{id: a, title: A, topics: [{id: b, title: B}]}]}";
    let mut session = Session::with_roadmap(yaml);
    session.size(120, 14).keys("5");
    insta::assert_snapshot!(session.screen(), @"
     Bare                                                                                      ░░░░░░░░░░░░░░░░░░░░░░░░ 0/1
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Guide ────────────────────────────────────────┬─ None in this roadmap ────────────────────────────────────────────────
     Mistakes                                       │ This roadmap names no mistakes. A file adds them under `mistakes:`,
    ▸  None in this roadmap                         │ each as {id: haste, title: Haste, advice: Slow down., when:
     Questions                                      │ {learning-more-than: 3}}.
       None in this roadmap                         │
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
    session.keys("j");
    assert_eq!(
        session
            .rows_with("A file adds them under `questions:`")
            .len(),
        1
    );
    session.keys("s");
    assert_eq!(
        session.notice(),
        "Only a mistake can be silenced: go to one in the list."
    );
}

#[test]
fn a_mistake_without_a_rule_is_told_as_one_that_nothing_watches_for() {
    let yaml = "{format: 1, id: bare, title: Bare, steps: [{id: a, title: A, topics: [{id: b, title: B}]}],
        mistakes: [{id: haste, title: Haste, advice: Wait.}]}";
    let mut session = Session::with_roadmap(yaml);
    session.keys("5");
    let words = "This roadmap says no `when` for it, so nothing watches for this mistake.";
    assert_eq!(session.rows_with("Haste").len(), 2);
    assert_eq!(
        session.rows_with(&words[..40]).len(),
        1,
        "{}",
        session.screen()
    );
}

#[test]
fn the_guide_draws_at_every_size_with_what_has_the_keys_in_view() {
    for keys in ["", "jjjj", "G", "<enter>", "j<enter>", "jjjjjj<enter>G"] {
        let mut session = half_way();
        session.keys(keys);
        for width in (0..=130).step_by(5) {
            for height in (0..=42).step_by(3) {
                session.size(width, height);
                let marked = session.rows_with("▸").len();
                let fits = session.model.layout().is_some();
                assert_eq!(marked > 0, fits, "{width}x{height} {keys}");
            }
        }
    }
}
