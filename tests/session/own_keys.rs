//! Keys of one's own: everything that names a key names the one that counts.

use std::sync::Arc;

use roadmap_tui::config;
use roadmap_tui::progress::Status;
use roadmap_tui::tui::effect::Effect;

use crate::support::Session;

/// A learner whose configuration has these keys.
fn session(keys: &str) -> Session {
    let text = format!("keys: {{{keys}}}");
    let (config, problems) = config::load(text.as_bytes());
    assert_eq!(problems.render("config.yaml", text.as_bytes()), "");
    let mut session = Session::new();
    session.model.keymap = Arc::new(config.keymap);
    session
}

#[test]
fn an_action_answers_to_its_new_keys_only() {
    let mut session = session("done: [d, F5], undo: U");
    session.keys("l<space>");
    assert_eq!(session.status("language.javascript"), Status::Todo);
    session.keys("d");
    assert_eq!(session.status("language.javascript"), Status::Done);
    session.keys("u");
    assert_eq!(session.status("language.javascript"), Status::Done);
    session.keys("U");
    assert_eq!(session.status("language.javascript"), Status::Todo);
}

#[test]
fn footer_and_help_show_the_new_keys() {
    let mut session = session("done: [d, F5], undo: U, learning: [], help: F2");
    session.keys("l");
    let footer = session.footer();
    assert!(footer.starts_with("d done  x skip  "), "{footer}");
    assert!(footer.ends_with("F2 help  q quit"), "{footer}");
    session.keys("d");
    assert!(session.footer().contains("U undo"), "{}", session.footer());
    session.keys("?");
    assert!(!session.screen().contains("Search: "));
    session.model.keymap = Arc::new(config::load(b"keys: {done: [d, F5]}").0.keymap);
    session.keys("?");
    let row = &session.rows_with("Mark the topic as done")[0];
    assert!(row.contains("d F5 "), "{row}");
}

#[test]
fn notices_name_the_keys_that_count() {
    let mut session = session("done: d, undo: U, redo: [], quit: Q, in: i, learning: L");
    session.keys("v");
    assert_eq!(
        session.notice(),
        "Several topics are selected where they are listed: i goes to them."
    );
    session.keys("id");
    assert_eq!(
        session.notice(),
        "JavaScript (Node.js) is done. U takes it back."
    );
    session.keys("U");
    assert_eq!(
        session.notice(),
        "Undone: JavaScript (Node.js) is to do. :redo brings it back."
    );
    session.keys("hh");
    assert_eq!(session.notice(), "This is as far out as it goes: Q quits.");
}

#[test]
fn texts_and_rows_name_the_keys_that_count() {
    let mut session =
        session("follow: F, streak: S, forecast: ctrl-f, in: i, learning: L, silence-for-good: []");
    session.keys("3");
    assert_eq!(session.rows_with("F follows this path").len(), 1);
    session.keys("4S<ctrl-f>");
    assert_eq!(session.rows_with("The streak is hidden: S shows").len(), 1);
    assert_eq!(session.rows_with("The forecast is hidden: ctrl-f").len(), 1);
    session.keys("1il");
    assert_eq!(session.rows_with("enter").len(), 0);

    let mut session = self::session("undo: U, show-all: F4");
    session.keys("leA thought.<esc>");
    assert!(
        session.notice().ends_with(". U takes it back."),
        "{}",
        session.notice()
    );
    session.keys("fdhj<enter>");
    assert_eq!(session.rows_with("in this step yet. F4").len(), 1);
    let mut session = self::session("undo: U");
    session.keys(":welcome<enter>28<esc>");
    assert!(
        session.notice().ends_with(". U takes it back."),
        "{}",
        session.notice()
    );
}

#[test]
fn a_key_of_ones_own_that_leaves_does_so_amid_a_text_too() {
    for field in ["/one two", "?one two", ":one two", "jjleone two"] {
        let mut session = session("suspend: ctrl-k");
        session.keys(field).keys("<home><ctrl-k>");
        assert_eq!(session.effects, [Effect::Suspend], "{field}");
        assert!(session.screen().contains("one two"), "{field}");
    }
}
