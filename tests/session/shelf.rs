//! More than one roadmap: the list of those that can be opened.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use roadmap_tui::insight::Count;
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::shelf::{Seen, Source};

use crate::support::Session;

fn file(name: &str) -> Source {
    Source::File(PathBuf::from(format!("/home/me/maps/{name}.yaml")))
}

fn good(id: &str, title: &str, done: usize, total: usize) -> Seen {
    Seen::Good {
        id: id.to_owned(),
        title: title.to_owned(),
        count: Count { done, total },
    }
}

/// A learner with one topic done on the built-in roadmap, and the list open before anything is known
/// of the others.
fn opening() -> Session {
    let mut session = Session::new();
    session.size(80, 24).keys("l<space><ctrl-o>");
    session
}

/// The same once all were looked at.
fn looked() -> Session {
    let mut session = opening();
    let found = [
        (
            Source::Builtin,
            good("backend", "Backend Developer Roadmap", 0, 79),
        ),
        (file("cooking"), good("cooking", "Learn to cook", 2, 7)),
        (
            file("my-backend"),
            good("backend", "Backend, my way", 1, 40),
        ),
        (
            file("broken"),
            Seen::Bad {
                problems: 3,
                first: "4:7: `titel` is no key of a topic".to_owned(),
            },
        ),
        (
            file("lost"),
            Seen::Missing("/home/me/maps/lost.yaml: there is no such file".to_owned()),
        ),
    ];
    let sources = found.iter().map(|(source, _)| source.clone());
    session.tell(Msg::Shelf(sources.collect()));
    for (source, seen) in found {
        session.tell(Msg::Seen(source, seen));
    }
    session
}

fn path(name: &str) -> PathBuf {
    Path::new("/home/me/maps").join(format!("{name}.yaml"))
}

#[test]
fn it_opens_at_once_with_what_is_known_and_asks_for_the_rest() {
    let mut session = opening();
    assert_eq!(session.effects, [Effect::LookAtRoadmaps]);
    let rows = session.rows_with("open · 1/79");
    assert_eq!(rows.len(), 1, "{}", session.screen());
    // Where there is no other one, it says how to get one.
    let rows = session.rows_with("Your own: in `roadmaps` in the data directory");
    assert_eq!(rows.len(), 1, "{}", session.screen());
}

#[test]
fn while_one_is_looked_at_its_name_stands_there() {
    let mut session = opening();
    session.tell(Msg::Shelf(vec![Source::Builtin, file("cooking")]));
    assert_eq!(session.rows_with("cooking.yaml").len(), 1);
    assert_eq!(session.rows_with("looking").len(), 1);
    session.keys("j<enter>");
    assert!(
        session.notice().contains("press again"),
        "{}",
        session.notice()
    );
    assert_eq!(session.effects.len(), 1);
}

#[test]
fn all_kinds_at_80x24() {
    assert_snapshot!(looked().screen(), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Programming language ─────── 1/1 ─┬─ JavaScript (Node.js) ─────── more below ─
    ▸✓ JavaScript (Node.js)      23 Nov │ ✓ done on 23 Nov
       4 others: enter shows them       │
                                        │ JavaScript is the language of browsers;
    ┌─ Open a roadmap ─────────────────────────────────────────────────────────────┐
    │ ▸Backend Developer Roadmap                                      open · 1/79  │
    │  Learn to cook                                                          2/7  │
    │  Backend, my way                                                       1/40  │
    │  broken.yaml                                                     3 problems  │
    │  lost.yaml                                                        not there  │
    │                                                                              │
    │ It comes with the program.                                                   │
    │ It has the id of Backend, my way: the two share one progress.                │
    └──────────────────────────────────────────────────────────────────────────────┘
                                        │ · Why can a JavaScript number not hold
                                        │   the id 9007199254740993 exactly?
                                        │ · Which global does Node.js have that
                                        │   browsers lack, and the other way round?
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────

     enter open  x drop  esc close
    ");
}

#[test]
fn all_kinds_at_120x40() {
    assert_snapshot!(looked().keys("jj").size(120, 40).screen(), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ── pick 1 · 1/1 ─┬─ JavaScript (Node.js) ───────────────────
    ▸✓  1 Programming language      1/1 │▸✓ JavaScript (Node.js)          23 Nov │ ✓ done on 23 Nov
     ○  2 Programming fundamentals  0/8 │   4 others: enter shows them           │
     ○  3 How the web works         0/8 │                                        │ JavaScript is the language of browsers;
     ○  4 Git and GitHub            0/6 │                                        │ Node.js runs it on a server, with the V8
     ○  5 Runtime or framework      0/1 │                                        │ engine from Chrome and its own modules
     ○  6 Databases                0/11 │                                        │ for files and networking. Types are
     ○  7 API development           0/7 │                                        │ checked only while the program runs, so
     ○  8 Auth and authorization    0/7 │                                        │ learn === early, and look at TypeScript
     ○  9 Real projects             0/3 │                                        │ later. Packages come from npm.
     ○ 10 Backend internals         0/8 │                                        │
     ○ 11 Deployment                0/5 │                                        │ You know it when you can answer
     ○ 12 System desig┌─ Open a roadmap ─────────────────────────────────────────────────────────────────┐fer when a string
     ○ 13 Data structu│  Backend Developer Roadmap                                          open · 1/79  │
                      │  Learn to cook                                                              2/7  │number not hold
                      │ ▸Backend, my way                                                           1/40  │93 exactly?
                      │  broken.yaml                                                         3 problems  │e.js have that
                      │  lost.yaml                                                            not there  │e other way
                      │                                                                                  │
                      │ /home/me/maps/my-backend.yaml                                                    │
                      │ It has the id of Backend Developer Roadmap: the two share one progress.          │
                      └──────────────────────────────────────────────────────────────────────────────────┘ to Node.js
                                        │                                        │   https://nodejs.org/learn/
                                        │                                        │   getting-started/introduction-to-nodejs
                                        │                                        │ 2 MDN: JavaScript Guide
                                        │                                        │   https://developer.mozilla.org/en-US/
                                        │                                        │   docs/Web/JavaScript/Guide
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────

     enter open  x drop  esc close
    ");
}

#[test]
fn all_kinds_at_40x12() {
    assert_snapshot!(looked().keys("jjj").size(40, 12).screen(), @"
    ┌─ Open a roadmap ─────────────────────┐
    │  Backend Developer Roa… open · 1/79  │
    │  Learn to cook                  2/7  │
    │  Backend, my way               1/40  │
    │ ▸broken.yaml             3 problems  │
    │  lost.yaml                not there  │
    │                                      │
    │ /home/me/maps/broken.yaml            │
    │ 4:7: `titel` is no key of a topic    │
    └──────────────────────────────────────┘

     enter open  x drop  esc close
    ");
}

#[test]
fn enter_opens_and_what_is_open_is_just_shown_again() {
    for (keys, opens) in [
        ("j<enter>", Some(file("cooking"))),
        ("jj<enter>", Some(file("my-backend"))),
        ("Gkkk<right>", Some(file("cooking"))),
        ("<enter>", None),
        ("jgl", None),
        ("j<esc>", None),
        ("j<ctrl-o>", None),
    ] {
        let mut session = looked();
        session.keys(keys);
        let expected = opens.map(Effect::OpenRoadmap);
        assert_eq!(session.effects.get(1), expected.as_ref(), "{keys}");
        assert!(!session.screen().contains("Open a roadmap"), "{keys}");
    }
}

#[test]
fn one_with_problems_says_the_first_with_its_place_and_does_not_open() {
    let mut session = looked();
    session.size(120, 40).keys("jjj<enter>");
    assert_eq!(
        session.notice(),
        "/home/me/maps/broken.yaml:4:7: `titel` is no key of a topic and 2 more"
    );
    assert_eq!(session.effects.len(), 1);
    assert!(session.screen().contains("Open a roadmap"));
}

#[test]
fn one_that_is_gone_says_why_and_can_be_dropped_but_no_other() {
    let mut session = looked();
    session.keys("G<enter>");
    assert!(session.notice().contains("no such file"));
    session.keys("x");
    assert_eq!(
        session.effects.get(1),
        Some(&Effect::ForgetRoadmap(path("lost")))
    );
    assert_eq!(session.rows_with("lost").len(), 0, "{}", session.screen());
    // What stands there now is selected.
    assert_eq!(session.rows_with("│ ▸").len(), 1);
    session.keys("x");
    assert!(session.notice().contains("Only a file that is not there"));
    session.keys("gx");
    assert_eq!(session.effects.len(), 2);
}

#[test]
fn what_is_selected_stays_selected_while_others_arrive() {
    let mut session = looked();
    session.keys("jj");
    let mut sources = vec![file("aaa"), Source::Builtin, file("my-backend")];
    session.tell(Msg::Shelf(sources.clone()));
    let selected = session.rows_with("│ ▸");
    assert!(selected[0].contains("Backend, my way"), "{selected:?}");
    sources.pop();
    session.tell(Msg::Shelf(sources));
    assert_eq!(session.rows_with("│ ▸").len(), 1);
    assert_eq!(session.rows_with("my way").len(), 0);
}

#[test]
fn what_is_known_is_still_known_the_next_time() {
    let mut session = looked();
    session.keys("<esc><ctrl-o>");
    assert_eq!(session.rows_with("Learn to cook").len(), 1);
    assert_eq!(session.rows_with("2/7").len(), 1);
}

#[test]
fn news_of_roadmaps_that_nobody_looks_at_any_more_harm_nothing() {
    let mut session = looked();
    session.keys("<esc>");
    session.tell(Msg::Seen(file("strange"), good("a", "A", 0, 0)));
    assert!(!session.screen().contains("strange"));
}

#[test]
fn hostile_titles_and_names_are_shown_clean() {
    let mut session = opening();
    let source = Source::File(PathBuf::from("/x/\u{1b}[2J\u{202e}.yaml"));
    session.tell(Msg::Shelf(vec![Source::Builtin, source.clone()]));
    session.tell(Msg::Seen(
        source,
        Seen::Bad {
            problems: 1,
            first: "1:1: bad".to_owned(),
        },
    ));
    let screen = session.keys("j").screen();
    assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{screen}");
}

#[test]
fn every_size_draws_it() {
    let mut session = looked();
    for (width, height) in [
        (0, 0),
        (1, 1),
        (20, 5),
        (20, 8),
        (40, 6),
        (300, 5),
        (21, 60),
    ] {
        session.size(width, height).screen();
        session.keys("j").screen();
    }
}

#[test]
fn a_click_opens_and_one_beside_it_closes() {
    let mut session = looked();
    session.wheel_on("Learn to cook", 3);
    assert_eq!(session.rows_with("│ ▸broken").len(), 1);
    session.click_on("Learn to cook");
    assert_eq!(
        session.effects.get(1),
        Some(&Effect::OpenRoadmap(file("cooking")))
    );
    let mut session = looked();
    session.click(1, 1);
    assert!(!session.screen().contains("Open a roadmap"));
    assert_eq!(session.effects.len(), 1);
}
