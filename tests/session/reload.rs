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

/// The roadmap with a topic in another step than before.
fn http_has_moved() -> String {
    ROADMAP
        .replace("practises: [web.http]", "practises: []")
        .replace("{id: http, title: HTTP}, ", "")
        .replace(
            "{id: rust, title: Rust}",
            "{id: rust, title: Rust}, {id: http, title: HTTP, formerly: [web.http]}",
        )
}

#[test]
fn a_range_goes_on_while_both_its_ends_are_in_one_step() {
    let mut session = learner();
    session.keys("jljvj");
    edit(
        &mut session,
        &ROADMAP.replace("{id: http,", "{id: ip, title: IP}, {id: http,"),
    );
    session.keys("<space>");
    assert_eq!(session.status("web.tls"), Done);
    assert_eq!(session.status("web.dns"), Done);
    assert_eq!(session.fraction(), "2/7");
    // One end went to another step: what is selected is one topic again.
    let mut session = learner();
    session.keys("jlvj");
    assert!(session.footer().contains("esc leave"));
    edit(&mut session, &http_has_moved());
    assert!(!session.footer().contains("esc leave"));
    session.keys("<space>");
    assert_eq!(session.status("web.tls"), Done);
    assert_ne!(session.status("language.http"), Done);
}

#[test]
fn among_the_steps_the_step_stays_although_its_topic_has_gone_to_another() {
    let mut session = learner();
    session.keys("jl<esc>");
    assert_eq!((session.step(), session.pane()), (2, "steps"));
    edit(&mut session, &http_has_moved());
    assert_eq!((session.step(), session.pane()), (2, "steps"));
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

/// Another edition of the same roadmap, with a topic before all others.
fn edition() -> String {
    ROADMAP.replace("{id: http,", "{id: ip, title: IP}, {id: http,")
}

#[test]
fn a_search_stays_with_what_is_typed_and_selected() {
    let mut session = learner();
    session.keys("/t<down><down>").screen();
    let selected = session.rows_with("│▸");
    edit(&mut session, &edition());
    assert_eq!(session.rows_with("│▸"), selected);
    // The cursor is where it was, and what is typed goes on to be typed.
    session.keys("ls<left><left><left>x");
    assert!(session.screen().contains("> xtls"), "{}", session.screen());
    assert_eq!(session.saved, []);
    session.keys("<delete>").keys("<enter>");
    // What it leads to is where it is now.
    let mut session = learner();
    session.keys("/dns");
    edit(&mut session, &edition());
    session.keys("<enter>");
    assert_eq!(session.topic(), "web.dns");
}

#[test]
fn the_list_of_commands_stays_with_what_is_typed_and_selected() {
    let mut session = learner();
    session.keys(":the<down><down>").screen();
    let selected = session.rows_with("│▸");
    edit(&mut session, &edition());
    assert_eq!(session.rows_with("│▸"), selected);
    session.keys("x");
    assert!(session.screen().contains("> thex"), "{}", session.screen());
    assert_eq!(session.saved, []);
}

#[test]
fn the_welcome_stays_with_what_is_chosen_in_it() {
    let mut session = learner();
    session.model.welcome();
    session.keys("2");
    edit(
        &mut session,
        &ROADMAP.replace("{id: go,", "{id: c, title: C}, {id: go,"),
    );
    assert_eq!(session.rows_with("✓ 3 Rust").len(), 1);
    assert_eq!(session.rows_with("✓ 5 the steps").len(), 1);
    assert_eq!(session.rows_with("▸ ✓ 5 the steps").len(), 1);
    session.keys("<enter><enter>");
    assert_eq!(session.status("language.rust"), Learning);
    // What was chosen and is gone is not chosen any more.
    let mut session = learner();
    session.model.welcome();
    session.keys("2<up>");
    edit(
        &mut session,
        &ROADMAP.replace(", {id: rust, title: Rust}", ""),
    );
    assert_eq!(session.rows_with("✓ 2 Not yet").len(), 1);
    session.keys("<esc>");
    assert_eq!(session.saved, []);
}

#[test]
fn a_menu_stays_and_a_question_closes_only_where_a_topic_of_it_is_gone() {
    let mut session = learner();
    session.keys("jhh<space>").screen();
    assert_eq!(session.rows_with("y Yes").len(), 1);
    edit(&mut session, &edition());
    session.keys("y");
    assert_eq!(session.fraction(), "3/7", "what was asked, and no more");

    let mut session = learner();
    session.keys("jhh<space>");
    edit(
        &mut session,
        &ROADMAP.replace("{id: tls, title: TLS}, ", ""),
    );
    assert_eq!(
        session.notice(),
        "Mine was edited: this is how it is now. The question is closed: a topic of it is gone."
    );
    assert!(session.model.overlay.is_none());

    let mut session = learner();
    session.keys(":choose-theme<enter>");
    let before = session.rows_with("High contrast").len();
    edit(&mut session, &edition());
    assert_eq!((session.rows_with("High contrast").len(), before), (1, 1));
}

#[test]
fn what_is_no_part_of_a_roadmap_goes_along_to_another_one() {
    let mut session = learner();
    session.keys("/dns<enter>:welcome<enter><esc>");
    let before = std::mem::replace(&mut session, learner());
    session.model.follow(&before.model);
    session.keys("/<enter>");
    assert!(session.screen().contains("> dns"), "{}", session.screen());
    session.keys("<esc>:");
    let rows = session.rows_with("│▸");
    assert!(rows[1].contains("▸welcome"), "{rows:?}");
}

#[test]
fn another_id_is_told_again_after_the_file_was_broken() {
    let mut session = learner();
    edit(&mut session, &ROADMAP.replace("id: r\n", "id: other\n"));
    session.tell(Msg::RoadmapEdited(Edit::Gone("/x: gone".to_owned())));
    session.tell(Msg::RoadmapEdited(Edit::Well));
    assert!(session.notice().contains("the id other"));
    session.keys("<ctrl-o><enter>");
    assert!(matches!(
        session.effects.last(),
        Some(Effect::OpenRoadmap(_))
    ));
    session.keys("<esc>");
    edit(&mut session, ROADMAP);
    session.tell(Msg::RoadmapEdited(Edit::Gone("/x: gone".to_owned())));
    session.tell(Msg::RoadmapEdited(Edit::Well));
    assert_eq!(session.notice(), "The roadmap's file is as it was before.");
}

#[test]
fn problems_are_told_for_as_long_as_they_last_and_the_last_good_version_stays() {
    let mut session = learner();
    session.keys("jl<space>");
    session.tell(Msg::RoadmapEdited(Edit::Bad {
        file: "/x/mine.yaml".to_owned(),
        first: "3:1: `titel` is no key of a roadmap".to_owned(),
    }));
    assert_eq!(
        session.notice(),
        "mine.yaml:3:1: `titel` is no key of a roadmap; the last good version stays, \
         `roadmap-tui check /x/mine.yaml` shows all"
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
