//! Beginning anew: everything back to do, from the list of commands.

use roadmap_tui::progress::Status;

use crate::support::Session;

#[test]
fn everything_is_put_back_to_do_at_once_after_a_question_and_brought_back_by_one_undo() {
    let mut session = Session::new();
    session.keys("l<space>jj<space>2ji3");
    let before = session.fraction();
    let marked: Vec<_> = session.saved.clone();
    session.keys(":reset-all<enter>");
    let screen = session.screen();
    assert!(screen.contains("back to do?"), "{screen}");
    assert!(screen.contains("Put 3 topics"), "{screen}");
    assert_eq!(session.saved, marked, "nothing is done before the answer");
    session.keys("y");
    assert_eq!(session.fraction(), "0/79");
    let resets = &session.saved[marked.len()..];
    assert_eq!(resets.len(), 3);
    // One time for all: one deed, one undo.
    assert!(resets.iter().all(|entry| entry.at == resets[0].at));
    let topic = marked[0].change.topic().unwrap().to_owned();
    assert_eq!(session.status(&topic), Status::Todo);
    session.keys("u");
    assert_eq!(session.fraction(), before);
    assert_ne!(session.status(&topic), Status::Todo);
}

#[test]
fn whoever_says_no_keeps_everything() {
    for no in ["n", "<esc>", "<down><enter>"] {
        let mut session = Session::new();
        session.keys("l<space>");
        let before = session.fraction();
        session.keys(":reset-all<enter>").keys(no);
        assert!(session.model.overlay.is_none(), "{no}");
        assert_eq!((session.saved.len(), session.fraction()), (1, before));
    }
}

#[test]
fn where_nothing_is_marked_it_says_so() {
    let mut session = Session::new();
    session.keys(":reset-all<enter>");
    assert!(session.model.overlay.is_none());
    assert!(!session.notice().is_empty());
    assert_eq!(session.saved, []);
}
