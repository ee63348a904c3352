//! A roadmap's file that is edited while it is open.

use roadmap_tui::progress::Status::{Done, Learning};
use roadmap_tui::roadmap::{self, Edit, Roadmap};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;

use crate::support::Session;

const ROADMAP: &str = "
format: 1
id: r
title: Mine
steps:
  - id: language
    title: Language
    pick: 1
    topics: [{id: go, title: Go}, {id: rust, title: Rust}]
  - id: web
    title: Web
    topics: [{id: http, title: HTTP}, {id: tls, title: TLS}, {id: dns, title: DNS}]
  - id: build
    title: Build
    topics:
      - {id: todo, title: Todo, project: {level: beginner, brief: B., practises: [web.http],
         checklist: [{id: tests, title: Tests}]}}
      - {id: blog, title: Blog, project: {level: beginner, brief: B., practises: [], checklist: []}}
paths:
  - {id: fast, title: Fast, stages: [{id: one, title: One, covers: [web]}, {id: two, title: Two, covers: [build]}]}
questions:
  - {question: Why?, answer: Because.}
  - {question: How?, answer: So.}
";

fn load(text: &str) -> Roadmap {
    roadmap::load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn edit(session: &mut Session, text: &str) {
    session.tell(Msg::RoadmapEdited(Edit::Changed(Box::new(load(text)))));
}

fn learner() -> Session {
    Session::with_roadmap(ROADMAP)
}

#[test]
fn what_is_added_before_moves_nothing_away_from_under_the_learner() {
    let mut session = learner();
    session.keys("jljj<space>");
    assert_eq!(session.topic(), "web.dns");
    assert_eq!(session.fraction(), "1/6");
    let text = ROADMAP
        .replace("{id: http,", "{id: ip, title: IP}, {id: http,")
        .replace(
            "steps:\n",
            "steps:\n  - {id: first, title: First, topics: [{id: a, title: A}]}\n",
        )
        .replace("title: Mine", "title: Mine too");
    edit(&mut session, &text);
    assert_eq!(
        (session.topic(), session.pane(), session.step()),
        ("web.dns", "topics", 3)
    );
    assert_eq!(session.fraction(), "1/8");
    assert_eq!(session.status("web.dns"), Done);
    assert_eq!(
        session.notice(),
        "Mine too was edited: this is how it is now."
    );
    assert!(session.screen().contains("Mine too"));
    session.keys("u");
    assert_eq!(session.fraction(), "0/8");
}

#[test]
fn a_renamed_topic_keeps_its_past_and_its_place() {
    let mut session = learner();
    session.keys("jlji");
    let text = ROADMAP.replace(
        "{id: tls, title: TLS}",
        "{id: ssl, title: SSL, formerly: [web.tls]}",
    );
    edit(&mut session, &text);
    assert_eq!(session.topic(), "web.ssl");
    assert_eq!(session.status("web.ssl"), Learning);
}

#[test]
fn where_the_topic_is_gone_one_stands_beside_and_where_the_step_is_gone_on_another() {
    let mut session = learner();
    session.keys("jlj<space>");
    let text = ROADMAP.replace("{id: tls, title: TLS}, ", "");
    edit(&mut session, &text);
    assert_eq!((session.topic(), session.pane()), ("web.dns", "topics"));
    // Its entry counts again once it is back.
    edit(&mut session, ROADMAP);
    assert_eq!(session.status("web.tls"), Done);
    let only =
        "{format: 1, id: r, title: R, steps: [{id: a, title: A, topics: [{id: b, title: B}]}]}";
    edit(&mut session, only);
    assert_eq!(session.topic(), "a.b");
    session.screen();
    for keys in ["1", "2", "3", "4", "5", "<enter>", "<enter>", "1<space>"] {
        session.keys(keys).screen();
    }
    assert_eq!(session.fraction(), "1/1");
}

#[test]
fn a_choice_that_is_shown_whole_stays_so() {
    let mut session = learner();
    session.keys("l<space>j<enter>");
    assert!(session.screen().contains("○ Rust"), "{}", session.screen());
    let text = ROADMAP.replace("{id: go,", "{id: c, title: C}, {id: go,");
    edit(&mut session, &text);
    let screen = session.screen();
    assert!(
        screen.contains("○ Rust") && screen.contains("○ C"),
        "{screen}"
    );
}

#[test]
fn every_screen_stays_where_it_was() {
    let text = ROADMAP
        .replace("      - {id: todo", "      - {id: aaa, title: Aaa, project: {level: beginner, brief: B., practises: [], checklist: []}}\n      - {id: todo")
        .replace("stages: [", "stages: [{id: zero, title: Zero, covers: [language]}, ")
        .replace("questions:\n", "questions:\n  - {question: When?, answer: Now.}\n");
    for (keys, marked) in [
        ("2jjj", "Blog"),
        ("3jj", "2 Two"),
        ("5G", "How?"),
        ("j", "Web"),
    ] {
        let mut session = learner();
        session.size(100, 40).keys(keys);
        session.screen();
        let before = session.rows_with("▸").join("\n");
        assert!(before.contains(marked), "{keys}: {before}");
        edit(&mut session, &text);
        let after = session.rows_with("▸").join("\n");
        let name = marked.trim_start_matches(['1', '2', ' ']);
        assert!(after.contains(name), "{keys}: {after}");
    }
}

#[test]
fn what_is_hidden_and_what_is_typed_stay() {
    let mut session = learner();
    session.keys("4s2j").screen();
    session.keys("rhttps://exa");
    edit(
        &mut session,
        &ROADMAP.replace("title: Mine", "title: Other"),
    );
    assert!(session.screen().contains("https://exa"));
    session.keys("mple.org<enter>");
    let project = session.model.roadmap.topic("build.todo").unwrap();
    assert_eq!(
        session.model.progress.repository(project),
        Some("https://example.org")
    );
    assert_eq!(session.model.screens.insights.hidden(), ["streak"]);
}

#[test]
fn problems_are_told_for_as_long_as_they_last_and_the_last_good_version_stays() {
    let mut session = learner();
    session.keys("jl<space>");
    session.tell(Msg::RoadmapEdited(Edit::Bad {
        file: "/x/mine.yaml".to_owned(),
        first: "3:1: `titel` is no key of a roadmap".to_owned(),
        count: 2,
    }));
    assert_eq!(
        session.notice(),
        "mine.yaml:3:1: `titel` is no key of a roadmap; the last good version stays, \
         `roadmap-tui check mine.yaml` shows all"
    );
    // A tick says so for once, and then the problem is told again.
    session.keys("j<space>");
    assert!(session.notice().contains("TLS is done"));
    session.keys("k");
    assert!(session.notice().starts_with("mine.yaml:3:1"));
    assert_eq!(session.fraction(), "2/6");
    session.tell(Msg::RoadmapEdited(Edit::Well));
    assert_eq!(session.notice(), "The roadmap's file is as it was before.");
    assert_eq!(session.keys("k").notice(), "");
}

#[test]
fn another_id_is_told_and_not_applied() {
    let mut session = learner();
    session.keys("jl<space>");
    edit(&mut session, &ROADMAP.replace("id: r\n", "id: other\n"));
    assert_eq!(session.model.roadmap.id, "r");
    assert_eq!(session.fraction(), "1/6");
    assert_eq!(
        session.notice(),
        "The file has the id other now, so other progress: open it again with ctrl-o."
    );
    edit(&mut session, ROADMAP);
    assert!(session.notice().contains("was edited"));
}

#[test]
fn a_file_that_is_away_is_told_and_nothing_is_lost() {
    let mut session = learner();
    session.tell(Msg::RoadmapEdited(Edit::Gone(
        "/x/mine.yaml: there is no such file".to_owned(),
    )));
    assert!(
        session
            .notice()
            .starts_with("/x/mine.yaml: there is no such file.")
    );
    session.keys("jl<space>");
    assert_eq!(session.fraction(), "1/6");
    edit(&mut session, ROADMAP);
    assert_eq!(session.keys("k").notice(), "");
}

#[test]
fn a_file_that_was_edited_to_another_id_can_be_opened_again() {
    let mut session = learner();
    session.model.origin.source =
        roadmap_tui::tui::shelf::Source::File(std::path::PathBuf::from("/x/mine.yaml"));
    edit(&mut session, &ROADMAP.replace("id: r\n", "id: other\n"));
    session.keys("<ctrl-o><enter>");
    let source = session.model.origin.source.clone();
    assert_eq!(session.effects.last(), Some(&Effect::OpenRoadmap(source)));
}

#[test]
fn a_step_of_which_nothing_is_shown_has_nothing_selected_after_an_edit_either() {
    let mut session = learner();
    session.keys("jl<space>fdhj");
    assert!(
        session
            .screen()
            .contains("Nothing is done in this step yet.")
    );
    edit(
        &mut session,
        &ROADMAP.replace("title: Blog", "title: A blog"),
    );
    let screen = session.screen();
    assert!(
        screen.contains("Nothing is done in this step yet."),
        "{screen}"
    );
    session.keys("l<space>");
    assert_eq!(session.saved.len(), 1);
}
