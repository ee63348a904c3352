//! More than one roadmap: the list of those that can be opened.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use roadmap_tui::insight::Count;
use roadmap_tui::progress::Status;
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::shelf::{Seen, Source, Volume};

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

/// News of a list: the files of the learner's own directory, then those that were opened before.
fn shelf(own: &[Source], recent: &[Source]) -> Msg {
    let own = own.iter().map(|source| Volume::new(source.clone(), false));
    let recent = recent
        .iter()
        .map(|source| Volume::new(source.clone(), true));
    Msg::Shelf(own.chain(recent).collect())
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
            Seen::Unreadable("there is no such file".to_owned()),
        ),
    ];
    let sources: Vec<Source> = found.iter().map(|(source, _)| source.clone()).collect();
    session.tell(shelf(&sources[..4], &sources[4..]));
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
    let rows = session.rows_with("Your own: in roadmaps, or with --roadmap FILE.");
    assert_eq!(rows.len(), 1, "{}", session.screen());
    // By the name of the directory that counts.
    let mut session = Session::new();
    session.model.origin.folder = PathBuf::from("/home/me/my maps");
    session.keys("<ctrl-o>");
    assert_eq!(session.rows_with("in /home/me/my maps, or").len(), 1);
}

#[test]
fn while_one_is_looked_at_its_name_stands_there() {
    let mut session = opening();
    session.tell(shelf(&[Source::Builtin, file("cooking")], &[]));
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
    ┌─ Open a roadmap ─────────────────────────────────────────────────────────────┐
    │ ▸Backend Developer Roadmap                                      open · 1/79  │
    │  Learn to cook                                                          2/7  │
    │  Backend, my way                                                       1/40  │
    │  broken.yaml                                                     3 problems  │
    │  lost.yaml                                                   cannot be read  │
    │                                                                              │
    │ It comes with the program.                                                   │
    │ It has the id of Backend, my way: the two share one progress.                │
    │                                                                              │
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
     ○ 11 Deployment  ┌─ Open a roadmap ─────────────────────────────────────────────────────────────────┐n answer
     ○ 12 System desig│  Backend Developer Roadmap                                          open · 1/79  │fer when a string
     ○ 13 Data structu│  Learn to cook                                                              2/7  │
                      │ ▸Backend, my way                                                           1/40  │number not hold
                      │  broken.yaml                                                         3 problems  │93 exactly?
                      │  lost.yaml                                                       cannot be read  │e.js have that
                      │                                                                                  │e other way
                      │ /home/me/maps/my-backend.yaml                                                    │
                      │ It has the id of Backend Developer Roadmap: the two share one progress.          │
                      │                                                                                  │
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
    │  lost.yaml           cannot be read  │
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
        let expected = opens.clone().map(Effect::OpenRoadmap);
        assert_eq!(session.effects.get(1), expected.as_ref(), "{keys}");
        let is_open = session.screen().contains("Open a roadmap");
        assert_eq!(is_open, opens.is_some(), "{keys}");
        assert_eq!(
            session.rows_with("opening").len(),
            usize::from(is_open),
            "{keys}"
        );
    }
}

fn read(name: &str, fault: Option<&str>) -> Msg {
    Msg::RoadmapRead {
        source: file(name),
        fault: fault.map(str::to_owned),
    }
}

#[test]
fn while_one_is_opened_keys_are_answered_and_the_way_back_is_open() {
    let mut session = looked();
    session.keys("j<enter><enter>");
    assert_eq!(session.effects.len(), 2, "asked for once");
    session.keys("j");
    assert_eq!(session.rows_with("▸Backend, my way").len(), 1);
    // Who moves on in the list is not to be taken away from it.
    assert_eq!(session.rows_with("opening").len(), 0);
    session.tell(read("cooking", None));
    assert!(session.screen().contains("Open a roadmap"));
    // Another one instead: what was asked for before means nothing any more.
    session.keys("<enter>").tell(read("cooking", None));
    assert_eq!(session.rows_with("opening").len(), 1);
    assert_eq!(session.effects.len(), 3);
    session.tell(read("my-backend", None));
    assert_eq!(
        session.effects.get(3),
        Some(&Effect::SwitchTo(file("my-backend")))
    );
    assert!(!session.screen().contains("Open a roadmap"));

    let mut session = looked();
    session.keys("j<enter><esc>/x").tell(read("cooking", None));
    assert_eq!(session.effects.len(), 2);
    assert!(session.screen().contains("> x"), "{}", session.screen());
}

#[test]
fn one_that_cannot_be_opened_says_why_and_the_list_stays() {
    let mut session = looked();
    session
        .keys("j<enter>")
        .tell(read("cooking", Some("It is gone.")));
    assert_eq!(session.notice(), "It is gone.");
    assert_eq!(session.rows_with("opening").len(), 0);
    session.keys("<enter>");
    assert_eq!(session.effects.len(), 3);
}

#[test]
fn one_switches_once_everything_is_saved_and_not_where_it_cannot_be() {
    let mut session = looked();
    session.slow_disk().keys("<esc>i<ctrl-o>j<enter>");
    session.tell(read("cooking", None));
    assert_eq!(session.rows_with("opening").len(), 1);
    session.disk_saves_one();
    let switches = Effect::SwitchTo(file("cooking"));
    assert_eq!(session.effects.last(), Some(&switches));

    let trouble = || Msg::Trouble {
        reason: "/x: the disk is full".to_owned(),
        waiting: 1,
    };
    let why = "1 change not saved yet: another roadmap can be opened once that is done.";
    let mut session = looked();
    session.slow_disk().keys("<esc>i<ctrl-o>j<enter>");
    let asked = session.effects.len();
    session.tell(trouble());
    assert_eq!(session.notice(), why);
    assert_eq!(session.rows_with("opening").len(), 0);
    // At once where that is known before; the trouble is told again with the next key.
    session.keys("k");
    assert!(session.notice().contains("the disk is full"));
    session.keys("j<enter>");
    assert_eq!(session.notice(), why);
    assert_eq!(session.effects.len(), asked);
    assert!(session.screen().contains("Open a roadmap"));
}

#[test]
fn what_was_done_last_is_there_in_another_file_with_the_same_journal() {
    let mut session = Session::new();
    session.keys("l<space>");
    // It was read before that was on the disk.
    let mut next = Session::new().model;
    next.follow(&session.model);
    session.model = next;
    assert_eq!(session.status("language.javascript"), Status::Done);
    assert_eq!(session.fraction(), "1/79");
}

#[test]
fn what_stands_in_for_one_that_is_gone_can_be_chosen_for_good() {
    let mut session = Session::new();
    session.model.origin.missing = Some(path("lost"));
    session.keys("<ctrl-o><enter>");
    let opens = Effect::OpenRoadmap(Source::Builtin);
    assert_eq!(session.effects.last(), Some(&opens));
    let mut session = looked();
    session.model.origin.missing = Some(path("lost"));
    session.keys("Gx<esc><ctrl-o>");
    assert_eq!(session.model.origin.missing, None);
    let effects = session.effects.len();
    session.keys("g<enter>");
    assert_eq!(session.effects.len(), effects, "nothing is left to choose");
}

#[test]
fn one_file_with_two_names_is_listed_once() {
    let mut session = looked();
    session.tell(Msg::Double(file("my-backend")));
    assert_eq!(session.rows_with("my way").len(), 0);
}

#[test]
fn what_there_is_to_say_has_all_the_rows_and_is_never_cut_unseen() {
    let mut session = looked();
    let first = "4:7: `titel` is no key of a topic, which takes id, title, summary, links, checks, \
                 notes and more";
    let first = first.to_owned();
    session.tell(Msg::Seen(file("broken"), Seen::Bad { problems: 3, first }));
    session.keys("jjj");
    let screen = session.screen();
    assert!(screen.contains("notes and more"), "{screen}");
    let screen = session.size(40, 12).screen();
    assert!(
        screen.contains("4:7: `titel` is no key of a topic, …"),
        "{screen}"
    );
    let long = file(&"long-".repeat(20));
    session.tell(shelf(&[long], &[])).keys("g");
    let cut = "│ /home/me/maps/long-long-long-long-l… │";
    assert_eq!(session.rows_with(cut).len(), 1, "{}", session.screen());
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
    assert_eq!(
        session.notice(),
        "/home/me/maps/lost.yaml: there is no such file"
    );
    session.keys("x");
    assert_eq!(
        session.effects.get(1),
        Some(&Effect::ForgetRoadmap(path("lost")))
    );
    assert_eq!(session.rows_with("lost").len(), 0, "{}", session.screen());
    // What stands there now is selected.
    assert_eq!(session.rows_with("│ ▸").len(), 1);
    session.keys("x");
    assert!(session.notice().contains("Only a file that was opened"));
    session.keys("gx");
    assert_eq!(session.effects.len(), 2);
}

#[test]
fn what_lies_in_the_own_directory_and_cannot_be_read_is_not_offered_to_be_dropped() {
    let mut session = looked();
    let folder = Seen::Unreadable("is a directory".to_owned());
    session.tell(Msg::Seen(file("my-backend"), folder));
    session.keys("jj");
    assert_eq!(session.rows_with("cannot be read").len(), 2);
    assert_eq!(session.rows_with("│ is a directory  ").len(), 1);
    session.keys("x");
    assert!(session.notice().contains("Only a file that was opened"));
    assert_eq!(session.effects.len(), 1);
    session.keys("G");
    let says = "there is no such file; x drops it from this list";
    assert_eq!(session.rows_with(says).len(), 1);
}

#[test]
fn what_is_selected_stays_selected_while_others_arrive() {
    let mut session = looked();
    session.keys("jj");
    let mut sources = vec![file("aaa"), Source::Builtin, file("my-backend")];
    session.tell(shelf(&sources, &[]));
    let selected = session.rows_with("│ ▸");
    assert!(selected[0].contains("Backend, my way"), "{selected:?}");
    sources.pop();
    session.tell(shelf(&sources, &[]));
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
    session.tell(Msg::Seen(file("strange"), good("strange", "strange", 0, 0)));
    session.keys("<ctrl-o>");
    assert_eq!(session.rows_with("Learn to cook").len(), 1);
    assert!(!session.screen().contains("strange"));
}

#[test]
fn hostile_titles_and_names_are_shown_clean() {
    let mut session = opening();
    let source = Source::File(PathBuf::from("/x/\u{1b}[2J\u{202e}.yaml"));
    session.tell(shelf(&[Source::Builtin, source.clone()], &[]));
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
    looked().draw_at_odd_sizes();
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
