//! Standing where one stopped, and going on with an edited roadmap.

use roadmap_tui::progress::Status::Done;

use roadmap_tui::tui::screen::Screen;

use crate::support::Session;

#[test]
fn a_restart_stands_where_the_learner_stopped() {
    for keys in ["", "jj", "jj<enter>jj<space>", "jjjjjjjj<enter>jji<enter>"] {
        let mut session = Session::new();
        session.keys(keys).keys("z");
        let screen = session.screen();
        assert_eq!(session.restarted().screen(), screen, "{keys}");
    }
}

#[test]
fn a_restart_keeps_every_status() {
    let mut session = Session::new();
    session.keys("<enter>i<space>jxjijiiju");
    let again = session.restarted();
    assert_eq!(again.model.progress, session.model.progress);
}

#[test]
fn a_place_that_does_not_exist_any_more_is_passed_over() {
    let mut session = Session::new();
    session
        .model
        .resume(Screen::Roadmap, Some("soap.wsdl"), "cellar");
    assert_eq!(
        (session.pane(), session.topic()),
        ("steps", "language.javascript")
    );
    session.model.resume(Screen::Roadmap, None, "detail");
    assert_eq!(
        (session.pane(), session.topic()),
        ("detail", "language.javascript")
    );
}

#[test]
fn a_topic_of_no_step_is_passed_over() {
    let mut session = Session::new();
    let course = session.model.roadmap.courses[0]
        .topics
        .keys()
        .next()
        .unwrap();
    let id = session.model.roadmap[course].id.clone();
    session.model.resume(Screen::Roadmap, Some(&id), "topics");
    assert_eq!(
        (session.pane(), session.topic()),
        ("topics", "language.javascript")
    );
}

#[test]
fn a_renamed_topic_keeps_its_place_and_its_past() {
    let mut session = Session::with_roadmap(
        "{format: 1, id: r, title: R, steps: [{id: web, title: Web, topics: [
          {id: tls, title: TLS}, {id: http, title: HTTP, formerly: [web.hypertext, old.http]}]}]}",
    );
    session
        .model
        .resume(Screen::Roadmap, Some("web.hypertext"), "topics");
    assert_eq!(session.topic(), "web.http");
    session.others_write("10:00:00", "old.http", Done);
    assert_eq!(session.fraction(), "1/2");
    assert_eq!(session.status("web.http"), Done);
}
