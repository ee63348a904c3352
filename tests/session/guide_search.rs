//! Searching the guide.

use roadmap_tui::tui::Msg;

use super::guide::half_way;
use crate::support::Session;

/// The rows of the list, without empty ones.
fn list(session: &mut Session) -> Vec<String> {
    let screen = session.size(40, 40).screen();
    let rows = screen
        .lines()
        .skip(3)
        .map(|row| row.trim_matches([' ', '▸']));
    rows.map(str::to_owned)
        .take_while(|row| !row.is_empty())
        .collect()
}

fn searched(words: &str) -> Session {
    let mut session = Session::new();
    session.keys("5f");
    session.tell(Msg::Paste(words.to_owned()));
    session.keys("<enter>");
    session
}

#[test]
fn what_has_all_the_words_in_title_or_text_is_left_below_its_heading() {
    // `EXPLAIN` stands in the text of that mistake alone.
    assert_eq!(
        list(&mut searched("statement explain")),
        ["Mistakes", "Ignoring databases"]
    );
    let found = list(&mut searched("CERTIFICATE"));
    assert!(
        found.contains(&"Focusing on certificates instead of…".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"Why projects matter".to_owned()),
        "{found:?}"
    );
    assert!(!found.iter().any(|row| row == "In the end"), "{found:?}");
}

#[test]
fn the_words_are_named_and_esc_or_an_empty_search_shows_everything_again() {
    let mut session = Session::new();
    let all = list(session.keys("5"));
    let mut session = searched("explain");
    assert_eq!(session.rows_with("has explain").len(), 1);
    session.keys("<esc>");
    assert_eq!(list(&mut session), all);
    assert!(session.keys("<esc>").notice().contains("as far out"));
    let mut session = searched("explain");
    session.keys("f<ctrl-u><enter>");
    assert_eq!(list(&mut session), all);
    let mut session = searched("explain");
    session.keys("fxyz<esc>");
    assert_eq!(session.rows_with("has explain").len(), 1, "left as it was");
}

#[test]
fn a_search_that_finds_nothing_says_how_to_go_on() {
    let mut session = searched("xyzzy");
    assert_eq!(list(&mut session), ["Nothing has these words"]);
    session.size(120, 40);
    assert_eq!(session.rows_with("shows everything again").len(), 1);
    assert!(session.keys("s").notice().starts_with("Only a mistake"));
}

#[test]
fn what_is_found_is_read_and_left_like_anything_else() {
    let mut session = searched("explain");
    session.keys("<enter>");
    assert!(
        session
            .size(120, 40)
            .screen()
            .contains("It does not hold now.")
    );
    session.keys("<esc>");
    assert_eq!(session.rows_with("has explain").len(), 1);
}

#[test]
fn a_journal_that_takes_nothing_can_be_searched_all_the_same() {
    let mut session = Session::new();
    session.tell(Msg::Read {
        entries: Vec::new(),
        unreadable: Vec::new(),
        read_only: Some("newer".to_owned()),
    });
    session.keys("5fexplain<enter>");
    assert_eq!(session.rows_with("has explain").len(), 1);
}

#[test]
fn what_is_left_follows_what_the_learner_does() {
    let mut session = half_way();
    session.keys("sf");
    session.tell(Msg::Paste("silent until".to_owned()));
    session.keys("<enter>");
    let found = list(&mut session);
    assert_eq!(found.len(), 2, "{found:?}");
    session.keys("u");
    assert_eq!(list(&mut session), ["Nothing has these words"]);
    session.keys("<ctrl-r>");
    assert_eq!(list(&mut session), found);
}
