//! The texts of the screens with a list: one gets to the beginning and the end of each.

use crate::support::Session;

/// Presses a key until that changes nothing more.
#[track_caller]
fn press_on(session: &mut Session, key: &str) -> String {
    let mut screen = session.screen();
    for _ in 0..40 {
        let next = session.keys(&key.repeat(10)).screen();
        if next == screen {
            return screen;
        }
        screen = next;
    }
    panic!("{key} never comes to an end:\n{screen}");
}

#[test]
fn down_and_up_come_to_the_end_and_the_beginning_of_every_page() {
    for (width, height) in [(80, 24), (40, 12)] {
        for screen in ["2", "3", "5"] {
            let mut session = Session::new();
            session.size(width, height).keys(screen);
            let mut pages = 0;
            loop {
                let list = session.screen();
                session.keys("<enter>");
                let end = press_on(&mut session, "j");
                assert!(!end.contains("more below"), "{end}");
                let up = press_on(&mut session, "k");
                // To the beginning of a text is the same as all the way up.
                session.keys("g");
                assert_eq!(press_on(&mut session, "k"), up);
                pages += 1;
                session.keys("<esc>j");
                if session.screen() == list {
                    break;
                }
            }
            assert!(pages >= 10, "{screen}: {pages}");
        }
    }
}
