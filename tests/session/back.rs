//! Back to where a jump began, as it was.

use crate::support::Session;

/// Goes somewhere by the search and back; what is seen then, and what was seen before.
fn there_and_back(session: &mut Session, text: &str) -> (String, String) {
    let before = session.keys("z").screen();
    session.keys("/").keys(text).keys("<enter>");
    assert_ne!(session.screen(), before, "{text}");
    let after = session.keys("<backspace><esc>z").screen();
    (after, before)
}

#[test]
fn back_leads_to_the_rows_and_the_lines_that_were_in_view() {
    for keys in [
        // A text that was scrolled, on the roadmap and beside it.
        "jjljll<page-down>",
        "2jl<page-down>",
        "3jjl<page-down>jj",
        "5jjl<page-down>",
        // A choice whose fold is selected, a list that was scrolled up again.
        "jjjjlG",
        "2Gkkkkkk",
        "3Gkkkk",
        "5Gkkkkkk",
        "Gllkkkkkk",
    ] {
        for text in ["cookies", "todo api", "namaste node", "ignoring databases"] {
            for (width, height) in [(120, 20), (80, 14), (40, 12)] {
                let mut session = Session::new();
                session.size(width, height).keys(keys);
                let (after, before) = there_and_back(&mut session, text);
                assert_eq!(after, before, "{keys} {text}");
            }
        }
    }
}

#[test]
fn back_leads_to_the_guide_with_its_words() {
    let mut session = Session::new();
    session.keys("5fdatabases<enter>j");
    let (after, before) = there_and_back(&mut session, "too many tech");
    assert_eq!(after, before);
    assert!(!session.rows_with("databases").is_empty());
    assert_eq!(session.rows_with("Learning too many").len(), 0);
}

#[test]
fn back_leads_to_a_filter_that_leaves_nothing() {
    let mut session = Session::new();
    session.keys("jjlff<down><down><down><enter>");
    let (after, before) = there_and_back(&mut session, "todo api");
    assert_eq!(after, before);
}

#[test]
fn whoever_went_back_can_go_on_through_what_was_found_and_back_again() {
    let mut session = Session::new();
    let before = session.keys("jjz").screen();
    let places = session.keys("/http<enter>").model.found.clone();
    let (_, count) = places.unwrap().number();
    session.keys("z<backspace>z");
    assert_eq!(
        session.status_row(),
        format!("http: {count} found. n goes on through them.")
    );
    session.keys("nz");
    assert_eq!(session.status_row(), format!("http: 2 of {count}"));
    session.keys("<backspace>");
    assert_eq!(session.notice(), "");
    assert_eq!(session.keys("<esc>z").screen(), before);
}

#[test]
fn the_end_of_a_search_promises_a_way_back_only_where_there_is_one() {
    let mut session = Session::new();
    session.keys("/http<enter><esc>");
    assert_eq!(
        session.notice(),
        "The search for http is over. backspace leads back to where you were."
    );
    session.keys("<backspace>/http<enter><backspace><esc>");
    assert_eq!(session.notice(), "The search for http is over.");
    session.keys("<backspace>");
    assert!(
        session.notice().starts_with("There was no jump"),
        "{}",
        session.notice()
    );
}
