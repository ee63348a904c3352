//! Every size of the screen, and walks of random keys.

use proptest::prelude::*;
use ratatui::layout::Rect;
use roadmap_tui::tui::layout::{Layout, inner};
use roadmap_tui::tui::screen::roadmap::{Pane, Panes};

use crate::support::Session;

const PANES: [&str; 3] = ["jjjjj", "<tab>", "<tab>"];

/// Draws, and holds that the selected row is in view in every list that is shown.
fn draw(session: &mut Session) {
    let buffer = session.buffer();
    if session.model.overlay.is_some() {
        return;
    }
    let Some(layout) = session.model.layout() else {
        return;
    };
    let panes = Panes::of(layout.body, session.model.screens.roadmap.pane);
    for list in [panes.steps, panes.topics].into_iter().flatten() {
        let list: Rect = inner(list);
        let marker = session.model.look.glyphs.marker;
        let rows = list.positions().filter(|at| buffer[*at].symbol() == marker);
        assert_eq!(
            rows.count(),
            1,
            "{:?}\n{}",
            session.model.size(),
            session.screen()
        );
    }
}

fn draw_at(session: &mut Session, sizes: impl Iterator<Item = (u16, u16)>) {
    for (width, height) in sizes {
        session.size(width, height);
        draw(session);
    }
}

/// All widths at the heights where something changes, and all heights at such widths.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let heights = [0, 1, 4, 5, 7, 8, 11, 12, 24];
    let widths = [0, 1, 19, 20, 35, 36, 59, 60, 99, 100, 130];
    let across = heights
        .into_iter()
        .flat_map(|height| (0..=130).map(move |width| (width, height)));
    let down = widths
        .into_iter()
        .flat_map(|width| (0..=45).map(move |height| (width, height)));
    across.chain(down)
}

#[test]
fn every_size_draws_in_every_pane_with_the_selection_in_view() {
    let mut session = Session::new();
    for keys in PANES {
        session.keys(keys);
        draw_at(&mut session, sizes());
    }
}

#[test]
fn the_last_topic_is_in_view_at_every_size() {
    let mut session = Session::new();
    session.keys("jjjjj<enter>G");
    draw_at(&mut session, sizes());
}

#[test]
fn every_size_draws_the_help() {
    for keys in ["?", "?undo", "?nothing of the sort"] {
        let mut session = Session::new();
        session.keys(keys);
        draw_at(&mut session, sizes().step_by(2));
    }
}

#[test]
fn every_size_draws_the_search_and_the_commands() {
    for keys in [
        "/",
        "/sql<down><down>",
        "/qqq",
        ":",
        ":next<down>",
        ":qqq",
        "/http<enter>",
    ] {
        let mut session = Session::new();
        session.keys(keys);
        draw_at(&mut session, sizes().step_by(3));
    }
}

#[test]
fn every_size_draws_a_notice_and_ascii_signs() {
    let mut session = Session::new();
    session.ascii().slow_disk().keys("<enter><space>");
    draw_at(&mut session, sizes().step_by(3));
}

#[test]
fn sizes_that_no_terminal_has_draw_too() {
    for keys in PANES {
        let mut session = Session::new();
        session.keys(keys);
        draw_at(
            &mut session,
            [(500, 200), (1000, 500), (u16::MAX, u16::MAX)].into_iter(),
        );
        assert_eq!(session.model.size(), (1000, 500));
    }
}

#[test]
fn growing_and_shrinking_returns_to_the_same_picture() {
    for keys in ["jjjjj<enter>jjj", "<enter><enter>", "jjj"] {
        let mut session = Session::new();
        let before = session.keys(keys).size(80, 24).screen();
        session.size(20, 5).screen();
        session.size(200, 60).screen();
        assert_eq!(session.size(80, 24).screen(), before, "{keys}");
    }
}

#[test]
fn the_pane_with_the_keys_is_shown_at_every_width() {
    for (pane, keys) in [
        (Pane::Steps, ""),
        (Pane::Topics, "<tab>"),
        (Pane::Detail, "<tab><tab>"),
    ] {
        for width in [20, 59, 60, 99, 100, 130] {
            let mut session = Session::new();
            session.size(width, 24).keys(keys);
            let layout = Layout::of(width, 24).unwrap();
            let shown = Panes::of(layout.body, session.model.screens.roadmap.pane);
            assert!(shown.pane(pane).is_some());
            let marked = session.rows_with("▸").len();
            assert!(marked > 0, "{width} {keys}");
        }
    }
}

/// One thing that happens to the program.
#[derive(Debug, Clone)]
enum Move {
    Keys(&'static str),
    Size(u16, u16),
    Restart,
}

const KEYS: [&str; 29] = [
    "j",
    "k",
    "j",
    "k",
    "<down>",
    "<up>",
    "g",
    "G",
    "<home>",
    "<end>",
    "<page-down>",
    "<page-up>",
    "<ctrl-d>",
    "<ctrl-u>",
    "<tab>",
    "<shift-tab>",
    "<enter>",
    "l",
    "<esc>",
    "h",
    "<space>",
    "<space>",
    "i",
    "x",
    "u",
    "<ctrl-r>",
    "?",
    "?un<page-down>",
    "z",
];

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let each = prop_oneof![
        30 => prop::sample::select(&KEYS[..]).prop_map(Move::Keys),
        3 => (0_u16..131, 0_u16..46).prop_map(|(width, height)| Move::Size(width, height)),
        1 => Just(Move::Restart),
    ];
    prop::collection::vec(each, 0..200)
}

/// Holds that what was saved and where the learner was are all there is to know.
fn assert_equals_its_restart(session: &mut Session) {
    let mut again = session.restarted();
    assert_eq!(again.topic(), session.topic());
    assert_eq!(again.pane(), session.pane());
    assert_eq!(again.model.progress, session.model.progress);
    assert_eq!(again.fraction(), session.size(80, 24).fraction());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_random_walk_keeps_its_promises(moves in moves()) {
        let mut session = Session::new();
        session.size(60, 14);
        for each in moves {
            match each {
                Move::Keys(keys) => { session.keys(keys); }
                Move::Size(width, height) => { session.size(width, height); }
                Move::Restart => session = session.restarted(),
            }
            draw(&mut session);
            let count = session.model.completion.total;
            prop_assert!(count.done <= count.total && count.total <= 79);
        }
        session.keys("<F1><F1>");
        session.model.overlay = None;
        session.size(80, 24);
        let mut again = session.restarted();
        again.size(80, 24);
        prop_assert_eq!(again.fraction(), session.fraction());
        assert_equals_its_restart(&mut session);
    }

    /// Keys that come at once are drawn once: the picture is the same.
    #[test]
    fn a_burst_of_keys_ends_where_single_keys_do(keys in prop::collection::vec(prop::sample::select(&KEYS[..]), 0..40)) {
        let [mut burst, mut single] = [(); 2].map(|()| {
            let mut session = Session::new();
            session.size(80, 24);
            session
        });
        burst.keys(&keys.concat());
        for key in keys {
            single.keys(key);
            single.screen();
        }
        prop_assert_eq!(burst.topic(), single.topic());
        prop_assert_eq!(burst.pane(), single.pane());
        prop_assert_eq!(burst.saved, single.saved);
    }
}
