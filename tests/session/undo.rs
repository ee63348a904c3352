//! Taking back and bringing back.

use roadmap_tui::progress::Status::{Done, Learning, Skipped, Todo};

use crate::support::Session;

#[test]
fn undo_takes_back_one_change_after_the_other_and_says_which() {
    let mut session = Session::new();
    session.keys("jj<enter>i<space>jx");
    session.keys("u");
    assert_eq!(
        session.notice(),
        "Undone: HTTPS is to do. ctrl-r brings it back."
    );
    assert_eq!(session.status("web.https"), Todo);
    session.keys("u");
    assert_eq!(
        session.notice(),
        "Undone: HTTP is learning since 23 Nov. ctrl-r brings it back."
    );
    assert_eq!(session.status("web.http"), Learning);
    session.keys("u");
    assert_eq!(session.status("web.http"), Todo);
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn redo_brings_back_what_undo_took_in_order() {
    let mut session = Session::new();
    session.keys("jj<enter><space>jxuu<ctrl-r>");
    assert_eq!(session.notice(), "Redone: HTTP is done on 23 Nov.");
    assert_eq!(
        (session.status("web.http"), session.status("web.https")),
        (Done, Todo)
    );
    session.keys("<ctrl-r>");
    assert_eq!(session.notice(), "Redone: HTTPS is skipped on 23 Nov.");
    assert_eq!(session.status("web.https"), Skipped);
}

#[test]
fn with_nothing_left_undo_and_redo_say_so_and_write_nothing() {
    let mut session = Session::new();
    session.keys("u");
    assert_eq!(session.notice(), "There is nothing to undo.");
    session.keys("<ctrl-r>");
    assert_eq!(session.notice(), "There is nothing to redo.");
    assert_eq!(session.saved, []);
    session.keys("<enter><space>uu");
    assert_eq!(session.notice(), "There is nothing to undo.");
    session.keys("<ctrl-r><ctrl-r>");
    assert_eq!(session.notice(), "There is nothing to redo.");
    assert_eq!(session.saved.len(), 3);
}

#[test]
fn something_new_ends_redo() {
    let mut session = Session::new();
    session.keys("<enter><space>uji<ctrl-r>");
    assert_eq!(session.notice(), "There is nothing to redo.");
    assert_eq!(session.status("language.javascript"), Todo);
}

#[test]
fn undo_and_redo_go_to_the_topic_they_change() {
    let mut session = Session::new();
    session.keys("<enter>j<space><esc>jjj");
    assert_eq!((session.step(), session.topic()), (4, "git.basics"));
    session.keys("u");
    assert_eq!(
        (session.pane(), session.step(), session.topic()),
        ("steps", 1, "language.java")
    );
    session.keys("Gg<enter>G<ctrl-r>");
    assert_eq!(
        (session.pane(), session.step(), session.topic()),
        ("topics", 1, "language.java")
    );
}

#[test]
fn undo_and_redo_go_on_after_a_restart() {
    let mut session = Session::new();
    session.keys("jj<enter><space>j<space>");
    let mut next_day = session.restarted();
    assert_eq!(next_day.fraction(), "2/79");
    next_day.keys("uu");
    assert_eq!(next_day.fraction(), "0/79");
    let mut third_day = next_day.restarted();
    third_day.keys("<ctrl-r>");
    assert_eq!(third_day.status("web.http"), Done);
    assert_eq!(third_day.fraction(), "1/79");
    third_day.keys("<ctrl-r>");
    assert_eq!(third_day.fraction(), "2/79");
}

#[test]
fn an_undone_tick_leaves_no_day_behind() {
    let mut session = Session::new();
    session.keys("jj<enter><space>u");
    assert_eq!(
        session
            .rows_with("▸○ HTTP                                 │ ○ to do")
            .len(),
        1
    );
}

#[test]
fn undo_takes_back_what_another_window_did_last() {
    let mut session = Session::new();
    session.keys("<enter><space>");
    session.others_write("14:00:00", "git.basics", Done);
    session.keys("u");
    assert_eq!(session.topic(), "git.basics");
    assert_eq!(
        (
            session.status("git.basics"),
            session.status("language.javascript")
        ),
        (Todo, Done)
    );
}

#[test]
fn undo_of_a_topic_that_the_roadmap_no_longer_has_names_it() {
    let mut session = Session::new();
    session.others_write("11:00:00", "soap.wsdl", Done);
    session.keys("u");
    assert_eq!(
        session.notice(),
        "Undone: soap.wsdl is no part of this roadmap any more. ctrl-r brings it back."
    );
    assert_eq!(session.topic(), "language.javascript");
}
