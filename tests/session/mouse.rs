//! The mouse: clicks and the wheel, on every screen, at every size.

use proptest::prelude::*;
use roadmap_tui::progress::Status::{Done, Todo};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::mouse::{Deed, Mouse};
use roadmap_tui::tui::screen::Screen;

use crate::support::Session;

#[test]
fn a_click_selects_and_gives_its_pane_the_keys() {
    let mut session = Session::new();
    session.click_on("How the web works");
    assert_eq!((session.step(), session.pane()), (3, "steps"));
    session.click_on("DNS");
    assert_eq!((session.topic(), session.pane()), ("web.dns", "topics"));
    session.click_on("You know it when");
    assert_eq!((session.topic(), session.pane()), ("web.dns", "detail"));
    session.click_on("Git and GitHub");
    assert_eq!((session.step(), session.pane()), (4, "steps"));
    assert_eq!(session.saved, []);
}

#[test]
fn a_click_on_what_is_selected_goes_in() {
    let mut session = Session::new();
    for (place, pane) in [
        ("How the web works", "steps"),
        ("How the web works", "topics"),
        ("HTTPS", "topics"),
        ("HTTPS", "detail"),
    ] {
        session.click_on(place);
        assert_eq!(session.pane(), pane, "{place}");
    }
    assert_eq!(session.topic(), "web.https");
}

#[test]
fn a_click_on_a_status_ticks_and_another_takes_it_back() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut session = Session::new();
        session.size(width, height).keys("jj<enter>");
        session.click_on("○ DNS");
        assert_eq!(session.status("web.dns"), Done, "{width}");
        assert_eq!(session.topic(), "web.dns");
        session.click_on("✓ DNS");
        assert_eq!(session.status("web.dns"), Todo, "{width}");
        assert_eq!(session.pane(), "topics");
    }
}

#[test]
fn a_click_on_a_status_below_headings_ticks_too() {
    let mut session = Session::new();
    session.keys("jjjjj").click_on("○ Joins");
    assert_eq!(session.status("databases.sql.joins"), Done);
    // The heading itself is nothing to select, only a place in its pane.
    session.keys("h").click_on("NoSQL");
    assert_eq!(
        (session.topic(), session.pane()),
        ("databases.sql.joins", "topics")
    );
}

#[test]
fn a_click_on_a_row_of_folded_topics_selects_it_and_another_shows_them() {
    let mut session = Session::new();
    session.keys("<enter><space>");
    session.click_on("4 others").click_on("4 others");
    assert_eq!(session.rows_with("○ Java ").len(), 1);
}

#[test]
fn a_click_on_the_name_or_number_of_a_screen_shows_it() {
    for width in [120, 40] {
        let mut session = Session::new();
        session.size(width, 24);
        for (place, screen) in [
            ("2", Screen::Projects),
            ("3", Screen::Path),
            ("4", Screen::Insights),
            ("5", Screen::Guide),
            ("1", Screen::Roadmap),
        ] {
            let row = session.screen().lines().nth(1).unwrap().to_owned();
            let x = row.find(place).unwrap();
            session.click(u16::try_from(x).unwrap(), 1);
            assert_eq!(session.model.screens.shown, screen, "{width}");
        }
    }
    let mut session = Session::new();
    session.click_on("Insights");
    assert_eq!(session.model.screens.shown, Screen::Insights);
    session.click(119, 1);
    assert_eq!(
        session.model.screens.shown,
        Screen::Insights,
        "beside the names"
    );
}

#[test]
fn the_wheel_moves_through_the_list_below_the_pointer() {
    let mut session = Session::new();
    session.wheel_on("Git and GitHub", 3);
    assert_eq!((session.step(), session.pane()), (4, "steps"));
    session.wheel_on("Commit", 3);
    assert_eq!(session.pane(), "steps", "the keys stay where they are");
    session.wheel(5, 8, -300);
    assert_eq!(session.step(), 1);
    session.wheel(5, 8, 300);
    assert_eq!(session.step(), 13);
    // It stops at the end of the step, and does nothing beside the list and the text.
    session.wheel(50, 8, 300).wheel(5, 1, -3).wheel(5, 39, -3);
    assert_eq!(session.step(), 13);
}

#[test]
fn the_wheel_scrolls_a_text_and_a_click_into_it_leaves_it_there() {
    let mut session = Session::new();
    session.size(120, 16).keys("jj<enter>");
    let before = session.screen();
    session.wheel(100, 8, 3);
    let scrolled = session.screen();
    assert_ne!(before, scrolled);
    session.click(100, 8);
    assert_eq!(session.pane(), "detail");
    let text = |screen: &str| {
        let row = screen.lines().nth(8).unwrap();
        row.rsplit('│').next().unwrap().to_owned()
    };
    assert_eq!(text(&session.screen()), text(&scrolled));
    session.wheel(100, 8, -30);
    session.keys("h");
    assert_eq!(text(&session.screen()), text(&before));
}

#[test]
fn in_a_range_a_click_selects_up_to_its_row() {
    let mut session = Session::new();
    session.keys("jj<enter>v").click_on("○ DNS");
    assert!(session.screen().contains("3 selected"));
    assert_eq!(session.saved, []);
    session.keys("<space>");
    assert_eq!(session.fraction(), "3/79");
}

#[test]
fn projects_and_their_points_are_ticked_on_their_status() {
    let mut session = Session::new();
    session.size(120, 60).keys("2").click_on("Todo API");
    assert_eq!(session.saved, []);
    session.click_on("○ Sign up and log in");
    assert_eq!(session.rows_with("✓ Sign up and log in").len(), 1);
    // On its words, or below them, it is only selected.
    session.click_on("hashes").click_on("Users can sign up");
    assert_eq!(session.saved.len(), 1);
    session.click_on("○ Todo API").click_on("✓ Todo API");
    assert_eq!(session.saved.len(), 3);
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn a_topic_in_a_text_is_selected_by_a_click_and_gone_to_by_another() {
    for (screen, before, topic) in [
        ("2", "Todo API", "REST APIs"),
        ("3", "JavaScript Fundamentals", "Variables"),
    ] {
        let mut session = Session::new();
        session.size(120, 60).keys(screen).click_on(before);
        session.click_on(topic);
        assert_ne!(session.model.screens.shown, Screen::Roadmap, "{topic}");
        session.click_on(topic);
        assert_eq!(session.model.screens.shown, Screen::Roadmap, "{topic}");
        assert_eq!(session.rows_with(&format!("▸○ {topic}")).len(), 1);
        assert_eq!(session.saved, []);
    }
}

#[test]
fn topics_of_a_path_are_ticked_on_their_status_and_its_stages_are_not() {
    let mut session = Session::new();
    session
        .size(120, 60)
        .keys("3")
        .click_on("JavaScript Fundamentals");
    session.click_on("○ Variables");
    assert_eq!(session.saved.len(), 1);
    let (x, y) = session.place_of("JavaScript Fundamentals");
    session.click(x - 2, y).click(x - 2, y);
    assert_eq!(session.saved.len(), 1);
}

#[test]
fn the_guide_and_the_insights_scroll() {
    for screen in ["4", "5"] {
        let mut session = Session::new();
        session.size(120, 16).keys(screen);
        let (first, x) = (session.screen(), 100);
        session.wheel(x, 8, 3);
        assert_ne!(session.screen(), first, "{screen}");
        session.wheel(x, 8, -3);
        assert_eq!(session.screen(), first, "{screen}");
    }
    let mut session = Session::new();
    session
        .keys("5")
        .click_on("The bottom line")
        .click_on("The bottom line");
    assert_eq!(session.saved, []);
}

#[test]
fn a_click_in_a_menu_chooses_and_one_beside_it_closes_it() {
    let mut session = Session::new();
    session.keys("jj<enter>f").click_on("only what is done");
    assert!(session.screen().contains("· only done"));
    session.keys("f").click(0, 20);
    assert!(session.model.overlay.is_none());
    assert!(session.screen().contains("· only done"));
    session.keys("<esc>h<space>").click_on("No");
    assert!(session.model.overlay.is_none());
    assert_eq!(session.saved, []);
    session.keys("<space>").click_on("Yes");
    assert_eq!(session.fraction(), "8/79");
}

#[test]
fn a_click_beside_the_help_closes_it_unless_something_is_typed() {
    let mut session = Session::new();
    session.size(120, 16).keys("?");
    let first = session.screen();
    session.wheel(60, 8, 3);
    assert_ne!(session.screen(), first);
    session.wheel(60, 8, -3);
    assert_eq!(session.screen(), first);
    session.keys("undo").click(0, 8);
    assert!(session.model.overlay.is_some());
    session.keys("<ctrl-u>").click(60, 8);
    assert!(session.model.overlay.is_some(), "inside");
    session.click(0, 8);
    assert!(session.model.overlay.is_none());
}

#[test]
fn a_click_beside_search_or_commands_closes_them_unless_something_is_typed() {
    for open in ["/", ":"] {
        let mut session = Session::new();
        session.keys(open).keys("co").click(0, 8);
        assert!(session.model.overlay.is_some(), "{open}");
        // The hint, the frame and the row below the list are within.
        session.keys("<ctrl-u>").click_on("┌─ ").click_on("└─");
        assert!(session.model.overlay.is_some(), "{open}");
        session.click(0, 8);
        assert!(session.model.overlay.is_none(), "{open}");
        assert_eq!((session.saved.len(), session.effects.len()), (0, 0));
    }
}

#[test]
fn what_is_typed_is_never_lost_by_a_click() {
    let mut session = Session::new();
    session
        .keys("2<down>eHalf a note")
        .click(0, 0)
        .click(60, 20)
        .wheel(60, 20, 3);
    session.keys("<esc>");
    assert!(
        session.notice().starts_with("Noted on"),
        "{}",
        session.notice()
    );
}

#[test]
fn hits_of_the_search_and_commands_are_chosen_by_a_click() {
    let mut session = Session::new();
    session
        .keys("/dns")
        .click(0, 0)
        .wheel(60, 20, 3)
        .wheel(60, 20, -9);
    session.click_on("▸○ DNS");
    assert_eq!(session.topic(), "web.dns");
    session.keys(":insights").click_on("What you did, and");
    assert_eq!(session.model.screens.shown, Screen::Insights);
}

#[test]
fn without_the_mouse_nothing_happens() {
    let mut session = Session::new();
    session.model.settings.mouse = false;
    let before = session.screen();
    session
        .click_on("How the web works")
        .wheel(5, 8, 3)
        .click(20, 1);
    assert_eq!(session.screen(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_clicked_at_whatever_size_the_screen_holds(
        width in 0_u16..140,
        height in 0_u16..50,
        deeds in prop::collection::vec(
            (0_u16..150, 0_u16..60, prop::sample::select(&[0_isize, 3, -3, 300, isize::MAX, isize::MIN][..])), 0..40),
        keys in prop::collection::vec(prop::sample::select(
            &["1", "2", "3", "4", "5", "f", "?", "v", "l", "h", "R", "e", " ", "<esc>"][..]), 40),
    ) {
        let mut session = Session::new();
        session.size(width, height);
        for ((x, y, rows), key) in deeds.into_iter().zip(keys) {
            session.keys(key);
            let deed = if rows == 0 { Deed::Click } else { Deed::Wheel(rows) };
            session.tell(Msg::Mouse(Mouse { at: (x, y).into(), deed }));
            session.buffer();
        }
        for at in [(u16::MAX, u16::MAX), (0, u16::MAX), (u16::MAX, 0)] {
            session.tell(Msg::Mouse(Mouse { at: at.into(), deed: Deed::Click }));
        }
        session.buffer();
    }

    #[test]
    fn a_click_selects_the_row_that_is_drawn_there(
        step in 0_usize..13,
        width in prop::sample::select(&[120_u16, 80, 40][..]),
        y in 3_u16..22,
    ) {
        let mut session = Session::new();
        session.size(width, 24).keys(&"j".repeat(step)).keys("<enter>");
        let (x, pane) = if width == 120 { (45, 1) } else { (8, 0) };
        let (shown, before) = (session.screen(), session.topic().to_owned());
        session.click(x, y);
        let row = shown.lines().nth(usize::from(y)).unwrap_or_default();
        let row = row.split('│').nth(pane).unwrap_or_default();
        let key = session.model.screens.roadmap.topic();
        let title = key.map_or("", |key| session.model.roadmap[key].title.as_str());
        let title: String = title.chars().take(10).collect();
        if ["○ ", "✓ "].iter().any(|glyph| row.contains(glyph)) {
            prop_assert!(row.contains(&title) && !title.is_empty(), "{title}: {row}");
        } else {
            // A heading, a fold or an empty line selects no other topic.
            prop_assert_eq!(session.topic(), before, "{}", row);
        }
    }
}
