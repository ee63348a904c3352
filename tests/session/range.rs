//! Several topics at once: ranges, whole steps, and putting back to do.

use insta::assert_snapshot;
use proptest::prelude::*;
use roadmap_tui::progress::Status::{Done, Learning, Skipped, Todo};

use crate::support::Session;

/// A learner at the first topic of the third step.
fn at_http() -> Session {
    let mut session = Session::new();
    session.keys("jj<enter>");
    session
}

#[test]
fn three_topics_selected_at_120x40() {
    let mut session = at_http();
    assert_snapshot!(session.keys("jvjj").screen(), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ How the web works ─────── 3 selected ─┬─ Browsers ───────────────────────────────
     ○  1 Programming language      0/1 │ ○ HTTP                                 │ ○ to do
     ○  2 Programming fundamentals  0/8 │▸○ HTTPS                                │
    ▸○  3 How the web works         0/8 │▸○ DNS                                  │ A browser fetches the HTML, then the
     ○  4 Git and GitHub            0/6 │▸○ Browsers                             │ styles, scripts and images it names,
     ○  5 Runtime or framework      0/1 │ ○ Request-Response Cycle               │ builds the DOM and runs the JavaScript.
     ○  6 Databases                0/11 │ ○ Headers                              │ It also caches, stores cookies and keeps
     ○  7 API development           0/7 │ ○ Cookies                              │ scripts from reading other origins
     ○  8 Auth and authorization    0/7 │ ○ Sessions                             │ unless CORS headers allow it. Those
     ○  9 Real projects             0/3 │                                        │ rules protect its user, not your server:
     ○ 10 Backend internals         0/8 │                                        │ curl ignores all of them.
     ○ 11 Deployment                0/5 │                                        │
     ○ 12 System design             0/6 │                                        │ You know it when you can answer
     ○ 13 Data structures           0/8 │                                        │ · Why does a request fail with a CORS
                                        │                                        │   error in the browser and work in curl?
                                        │                                        │ · Which three parts make up an origin?
                                        │                                        │ · Why must the server check a form again
                                        │                                        │   that the browser has checked?
                                        │                                        │
                                        │                                        │ Links
                                        │                                        │ 1 MDN: How browsers work
                                        │                                        │   https://developer.mozilla.org/en-US/
                                        │                                        │   docs/Web/Performance/Guides/
                                        │                                        │   How_browsers_work
                                        │                                        │ 2 MDN: Cross-Origin Resource Sharing
                                        │                                        │   (CORS)
                                        │                                        │   https://developer.mozilla.org/en-US/
                                        │                                        │   docs/Web/HTTP/Guides/CORS
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     3 topics selected: move for more, then mark them all at once.
     space done  i learning  x skip  R back to do  esc leave  e note  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn three_topics_selected_at_80x24() {
    let mut session = at_http();
    assert_snapshot!(session.size(80, 24).keys("jvjj").screen(), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ How the web works ─── 3 selected ─┬─ Browsers ─────────────────── more below ─
     ○ HTTP                             │ ○ to do
    ▸○ HTTPS                            │
    ▸○ DNS                              │ A browser fetches the HTML, then the
    ▸○ Browsers                         │ styles, scripts and images it names,
     ○ Request-Response Cycle           │ builds the DOM and runs the JavaScript.
     ○ Headers                          │ It also caches, stores cookies and keeps
     ○ Cookies                          │ scripts from reading other origins unless
     ○ Sessions                         │ CORS headers allow it. Those rules
                                        │ protect its user, not your server: curl
                                        │ ignores all of them.
                                        │
                                        │ You know it when you can answer
                                        │ · Why does a request fail with a CORS
                                        │   error in the browser and work in curl?
                                        │ · Which three parts make up an origin?
                                        │ · Why must the server check a form again
                                        │   that the browser has checked?
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     3 topics selected: move for more, then mark them all at once.
     space done  i learning  x skip  R back to do  esc leave  e note  ? help  q quit
    ");
}

#[test]
fn three_topics_selected_at_40x12() {
    let mut session = at_http();
    assert_snapshot!(session.size(40, 12).keys("jvjj").screen(), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ How the web works ─────── 3 selected ─
     ○ HTTP
    ▸○ HTTPS
    ▸○ DNS
    ▸○ Browsers
     ○ Request-Response Cycle
     ○ Headers
     ○ Cookies
    ────────────────────────────────────────
     3 topics selected: move for more, the…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn a_step_is_marked_after_a_question_at_80x24() {
    let mut session = Session::new();
    assert_snapshot!(session.size(80, 24).keys("<space>").screen(), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ───── pick 1 · 0/1 ─
    ▸○  1 Programming language      0/1 │▸○ JavaScript (Node.js)
     ○  2 Programming fundamentals  0/8 │ ○ Java
     ○  3 How the web works         0/8 │ ○ Python
     ○  4 Git and GitHub            0/6 │ ○ Go
     ○  5 Runtime or framework      0/1 │ ○ C#
     ○  6 Databas┌─ Mark 5 topics of Programming language as done? ───┐
     ○  7 API dev│ Only 1 of its topics is needed. It can be undone.  │
     ○  8 Auth an│                                                    │
     ○  9 Real pr│ ▸ y Yes                                            │
     ○ 10 Backend│   n No                                             │
     ○ 11 Deploym└────────────────────────────────────────────────────┘
     ○ 12 System design             0/6 │
     ○ 13 Data structures           0/8 │
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────

     enter choose  esc close
    ");
}

#[test]
fn a_range_is_marked_at_once_and_taken_back_at_once() {
    let mut session = at_http();
    session.keys("<space>jvjj<space>");
    assert_eq!(session.notice(), "3 are done. u takes it back.");
    assert_eq!(session.fraction(), "4/79");
    let stamps: Vec<_> = session.saved.iter().skip(1).map(|entry| entry.at).collect();
    assert!(stamps.len() == 3 && stamps.iter().all(|at| *at == stamps[0]));
    session.keys("u");
    assert_eq!(session.fraction(), "1/79");
    session.keys("<ctrl-r>");
    assert_eq!(session.fraction(), "4/79");
}

#[test]
fn both_ends_belong_to_it_whichever_way_it_goes() {
    for (keys, marked) in [
        ("jvjj<space>", ["web.https", "web.dns", "web.browsers"]),
        ("jjjvkk<space>", ["web.https", "web.dns", "web.browsers"]),
        ("jjvjkkj<space>", ["web.dns"; 3]),
    ] {
        let mut session = at_http();
        session.keys(keys);
        let mut done: Vec<&str> = session
            .saved
            .iter()
            .map(|entry| entry.change.topic().unwrap())
            .collect();
        done.sort_unstable();
        let mut marked = marked.to_vec();
        marked.sort_unstable();
        marked.dedup();
        assert_eq!(done, marked, "{keys}");
    }
}

#[test]
fn what_all_of_them_have_is_taken_from_all() {
    let mut session = at_http();
    session.keys("vj<space>");
    assert_eq!(session.status("web.https"), Done);
    session.keys("vk<space>");
    assert_eq!(session.notice(), "2 are to do again. u takes it back.");
    assert_eq!(session.status("web.http"), Todo);
    // Where one has it and one has not, both have it in the end.
    session.keys("<space>vji");
    assert_eq!(session.status("web.http"), Learning);
    assert_eq!(session.status("web.https"), Learning);
}

#[test]
fn a_range_ends_by_esc_by_v_and_by_leaving_the_pane() {
    for key in ["<esc>", "v", "<tab>", "h", "<space>"] {
        let mut session = at_http();
        session.keys("vj");
        assert!(session.screen().contains("2 selected"), "{key}");
        session.keys(key);
        assert!(!session.screen().contains("selected"), "{key}");
    }
}

#[test]
fn a_range_ends_by_a_jump_to_its_own_step() {
    let mut session = at_http();
    session.keys("vj/how the web works<enter>");
    assert_eq!((session.pane(), session.step()), ("steps", 3));
    session.keys("<space>");
    assert_eq!(session.saved, []);
    assert!(
        session
            .screen()
            .contains("Mark 8 topics of How the web works as done?")
    );
}

#[test]
fn esc_leaves_the_range_before_the_filter_and_the_pane() {
    let mut session = at_http();
    session.keys("fovj<esc>");
    assert!(session.screen().contains("only open"));
    session.keys("<esc>");
    assert!(!session.screen().contains("only open"));
    assert_eq!(session.pane(), "topics");
    session.keys("<esc>");
    assert_eq!(session.pane(), "steps");
}

#[test]
fn headings_are_passed_over_and_the_range_stays_within_its_step() {
    let mut session = Session::new();
    session.keys("jjjjj<enter>vG");
    assert_eq!(session.step(), 6);
    session.keys("jjj");
    assert_eq!(session.step(), 6);
    let topics = session.model.roadmap.steps[5].topics.keys().count();
    session.keys("<space>");
    assert_eq!(session.saved.len(), topics);
    session.keys("vkkkkkkkkkkkkkkkkkkkkkkkk");
    assert_eq!(session.step(), 6);
}

#[test]
fn a_row_that_stands_for_folded_topics_is_passed_over() {
    let mut session = Session::new();
    session.keys("<enter><space>vjj");
    assert_eq!(session.topic(), "language.javascript");
    assert!(session.screen().contains("1 selected"));
    session.keys("<esc>jv");
    assert_eq!(
        session.notice(),
        "These are folded away: press enter to see them."
    );
}

#[test]
fn several_are_selected_only_where_topics_are_listed() {
    let mut session = Session::new();
    session.keys("v");
    assert!(
        session.notice().contains("enter goes to them"),
        "{}",
        session.notice()
    );
    session.keys("<enter><enter>v");
    assert!(
        session.notice().contains("esc goes back to them"),
        "{}",
        session.notice()
    );
    session.keys("<esc>vj<enter>");
    assert!(
        session.notice().contains("v selects one again"),
        "{}",
        session.notice()
    );
    assert!(session.screen().contains("2 selected"));
}

#[test]
fn only_what_the_filter_shows_is_in_a_range() {
    let mut session = at_http();
    session.keys("j<space>kfovj");
    assert!(session.screen().contains("2 selected"));
    session.keys("x");
    assert_eq!(session.status("web.https"), Done);
    assert_eq!(session.status("web.dns"), Skipped);
}

#[test]
fn a_whole_step_is_marked_after_yes_and_not_after_no() {
    for no in ["n", "<esc>", "<down><enter>"] {
        let mut session = Session::new();
        session.keys("jj<space>").keys(no);
        assert_eq!(session.saved, [], "{no}");
        assert!(session.model.overlay.is_none(), "{no}");
    }
    for yes in ["y", "<enter>"] {
        let mut session = Session::new();
        session.keys("jj<space>");
        assert!(
            session
                .screen()
                .contains("Mark 8 topics of How the web works as done?")
        );
        session.keys(yes);
        assert_eq!(session.fraction(), "8/79", "{yes}");
        assert_eq!(session.notice(), "8 are done. u takes it back.");
        session.keys("u");
        assert_eq!(session.fraction(), "0/79", "{yes}");
    }
}

#[test]
fn what_is_settled_stays_so_when_a_step_is_marked() {
    let mut session = at_http();
    session.keys("<space>jxh").keys("i");
    assert!(
        session
            .screen()
            .contains("Mark 6 topics of How the web works as being learnt?")
    );
    session.keys("y<space>");
    assert!(
        session
            .screen()
            .contains("Mark 6 topics of How the web works as done?")
    );
    session.keys("y");
    assert_eq!(session.status("web.https"), Skipped);
    assert_eq!(session.fraction(), "7/78");
    session.keys("<space>");
    assert!(
        session
            .screen()
            .contains("Put 7 topics of How the web works back to do?")
    );
    session.keys("y");
    assert_eq!(session.status("web.https"), Skipped);
    assert_eq!(session.fraction(), "0/78");
}

#[test]
fn a_step_that_is_a_choice_says_how_many_are_needed() {
    let mut session = Session::new();
    session.keys("<space>");
    assert!(
        session
            .screen()
            .contains("Mark 5 topics of Programming language as done?")
    );
    assert!(session.screen().contains("Only 1 of its topics is needed."));
    session.keys("njjjjj<space>");
    assert!(
        session
            .screen()
            .contains("Only 11 of its topics are needed.")
    );
}

#[test]
fn what_goes_beyond_the_source_is_left_out_of_a_step() {
    let mut session = Session::new();
    session.keys("jjjj<space>y");
    let roadmap = std::sync::Arc::clone(&session.model.roadmap);
    let extras = roadmap
        .topics()
        .iter()
        .filter(|topic| topic.extra && topic.id.starts_with("framework."));
    let mut count = 0;
    for topic in extras {
        count += 1;
        assert_eq!(session.status(&topic.id), Todo, "{}", topic.id);
    }
    assert!(count > 0 && !session.saved.is_empty());
}

#[test]
fn nothing_to_mark_in_a_step_says_so() {
    let mut session = Session::new();
    session.keys("jj<space>yx");
    assert_eq!(
        session.notice(),
        "No topic of this step is open, and none has this status."
    );
    assert!(session.model.overlay.is_none());
}

#[test]
fn a_topic_or_several_are_put_back_to_do() {
    let mut session = at_http();
    session.keys("R");
    assert_eq!(
        session.notice(),
        "All of this is to do already: there is nothing to put back."
    );
    session.keys("<space>R");
    assert_eq!(session.status("web.http"), Todo);
    session.keys("<space>jxjijgvjjR");
    assert_eq!(session.notice(), "3 are to do again. u takes it back.");
    session.keys("u");
    assert_eq!(session.status("web.https"), Skipped);
    assert_eq!(session.status("web.dns"), Learning);
}

#[test]
fn a_step_is_put_back_after_a_question_and_its_checklists_with_it() {
    let mut session = Session::new();
    // The first project with a point of its checklist and a note.
    session.keys("2<down><space>eMine<esc><enter>");
    while !session.rows_with("▸○ ").is_empty() && session.saved.len() < 3 {
        session.keys("j<space>");
    }
    session.keys("1");
    let before = session.saved.len();
    session.keys("ggjjjjjjjj");
    assert_eq!(session.step(), 9);
    session.keys("R");
    assert!(
        session
            .screen()
            .contains("Put 1 topic and 1 point of Real projects back to do?"),
        "{}",
        session.screen()
    );
    session.keys("y");
    assert_eq!(session.saved.len(), before + 2);
    assert_eq!(session.fraction(), "0/79");
    assert!(
        session
            .saved
            .iter()
            .skip(before)
            .all(|entry| entry.change.status().is_some()),
        "the note stays"
    );
    session.keys("u");
    assert_eq!(session.fraction(), "1/79");
}

#[test]
fn a_journal_that_takes_nothing_refuses_it_all() {
    for keys in ["jj<space>", "jjR", "jj<enter>vj<space>", "jj<enter>vjR"] {
        let mut session = Session::new();
        session.tell(roadmap_tui::tui::Msg::Read {
            entries: Vec::new(),
            unreadable: Vec::new(),
            read_only: Some("It is of a newer version.".to_owned()),
        });
        session.keys(keys);
        assert_eq!(session.notice(), "It is of a newer version.", "{keys}");
        assert!(
            session.saved.is_empty() && session.model.overlay.is_none(),
            "{keys}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn one_undo_takes_back_what_was_done_at_once(
        before in prop::collection::vec(prop::sample::select(&["j", "k", " ", "i", "x", "h", "l"][..]), 0..20),
        range in "[jk]{0,12}",
        mark in prop::sample::select(&[" ", "i", "x", "R"][..]),
    ) {
        let mut session = Session::new();
        session.keys("<enter>");
        for key in before {
            session.keys(key);
        }
        session.keys("<esc>n");
        session.buffer();
        let roadmap = std::sync::Arc::clone(&session.model.roadmap);
        let statuses = |session: &Session| -> Vec<_> {
            roadmap.keys().map(|key| session.model.progress.status(key)).collect()
        };
        let saved = session.saved.len();
        let now = statuses(&session);
        session.keys("v").keys(&range).keys(mark);
        if session.saved.len() > saved {
            session.keys("u");
        }
        prop_assert_eq!(statuses(&session), now);
    }
}
