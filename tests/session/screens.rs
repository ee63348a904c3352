//! Going from screen to screen, and lines of text that are asked for.

use roadmap_tui::tui::keymap::Keymap;
use roadmap_tui::tui::screen::Screen;

use crate::support::Session;

fn shown(session: &Session) -> Screen {
    session.model.screens.shown
}

#[test]
fn numbers_and_brackets_lead_to_every_screen_and_around() {
    let mut session = Session::new();
    for (number, screen) in ["1", "2", "3", "4", "5"].into_iter().zip(Screen::ALL) {
        assert_eq!(shown(session.keys(number)), screen);
        assert!(session.screen().contains(screen.title()), "{screen:?}");
    }
    assert_eq!(shown(session.keys("]")), Screen::Roadmap);
    assert_eq!(shown(session.keys("[")), Screen::Guide);
    assert_eq!(shown(session.keys("[[")), Screen::Path);
    assert_eq!(shown(session.keys("1")), Screen::Roadmap);
}

#[test]
fn every_screen_is_left_by_one_key_and_keeps_the_place_on_the_roadmap() {
    for screen in ["2", "3", "4", "5"] {
        let mut session = Session::new();
        session.keys("jj<enter>j");
        let before = session.screen();
        session.keys(screen);
        assert_ne!(session.screen(), before);
        assert_eq!(session.keys("1").screen(), before);
    }
}

#[test]
fn the_screen_that_is_shown_stands_out_where_all_names_do_not_fit() {
    let mut session = Session::new();
    session.keys("3").size(40, 20);
    let tabs = session.screen().lines().nth(1).unwrap().to_owned();
    assert_eq!(tabs, " 1  2  3 Path  4  5");
    session.size(40, 12);
    assert_eq!(session.rows_with("3 Path"), Vec::<String>::new());
}

#[test]
fn the_help_begins_with_the_keys_of_the_screen_and_names_all_of_them() {
    for (number, screen) in ["1", "2", "3", "4", "5"].into_iter().zip(Screen::ALL) {
        let mut session = Session::new();
        session.size(120, 150).keys(number).keys("?");
        let help = session.screen();
        let (near, _) = help.split_once("Anywhere").unwrap();
        let keymap = Keymap::default();
        let applying = keymap.applying(screen.context().chain());
        for row in applying.filter(|row| !row.keys.is_empty()) {
            assert!(help.contains(row.help), "{}", row.help);
        }
        // Headings stand at the border, keys a cell further in.
        let inside = near
            .lines()
            .filter_map(|line| Some(line.split_once("│ ")?.1));
        let mut headings = inside.filter(|row| !row.starts_with([' ', 'S']));
        let first = headings.next().and_then(|row| row.split_once(" │"));
        let first = first.map(|(heading, _)| heading.trim());
        assert_eq!(first, Some(screen.context().title()));
    }
}

#[test]
fn a_restart_shows_the_screen_of_last_time() {
    let mut session = Session::new();
    session.keys("jj<enter>4");
    let mut again = session.restarted();
    assert_eq!(shown(&again), Screen::Insights);
    assert_eq!(again.keys("1").topic(), session.keys("1").topic());
}
