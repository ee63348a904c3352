//! Themes: their grounds, looking at them, picking one.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::Arc;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Color;
use roadmap_tui::tui::key::Key;
use roadmap_tui::tui::keymap::{Action, Keymap};
use roadmap_tui::tui::theme::{Depth, Glyphs, Pick, Role, Theme};

use crate::support::Session;

/// A learner who has a key for the list of themes.
fn session() -> Session {
    let mut session = Session::new();
    let mut keymap = Keymap::default();
    for row in keymap.rows_mut() {
        if row.action == Action::ChooseTheme {
            row.keys = vec![Key::char('T')].into();
        }
    }
    session.model.keymap = Arc::new(keymap);
    session
}

/// Keys to everything that draws in a way of its own.
const PLACES: [&str; 16] = [
    "",
    "l",
    "l<enter>",
    "2",
    "2<enter>",
    "3",
    "3<enter>",
    "4",
    "5",
    "5<enter>",
    "?",
    "2re",
    "T",
    "/sql",
    ":sil",
    "/http<enter>",
];

/// A learner halfway, with topics in every state.
fn halfway() -> Session {
    let mut session = session();
    session.keys("ljjjj jjijxhjl jjijx");
    session
}

/// A roadmap of wide characters, where they begin now in an odd, now in an even column.
fn wide() -> Session {
    let mut yaml = "format: 1\nid: wide\ntitle: x日本語の道\nsteps:\n".to_owned();
    for step in 0..20 {
        let x = "x".repeat(step % 2);
        let _ = writeln!(
            yaml,
            "  - id: s{step}\n    title: {x}言語を学ぶ\n    topics:\n      \
             - {{id: a, title: {x}日本語のデータ構造とアルゴリズム, \
             summary: {x}関係データベースは表に行を保存し問い合わせで読む。何度も読む。}}\n      \
             - {{id: b, title: {x}通信, links: [{{title: {x}通信の手引き, url: \"https://example.org/\"}}]}}"
        );
    }
    let mut session = Session::with_roadmap(&yaml);
    session.model.keymap = self::session().model.keymap;
    session.keys("l<space>jix2");
    session.keys("1e語の覚え書き<esc>");
    session
}

#[test]
fn a_theme_with_colours_of_its_own_leaves_no_cell_without_them() {
    for theme in [Theme::Dark, Theme::Light, Theme::HighContrast] {
        for place in PLACES {
            for (name, mut session) in [("halfway", halfway()), ("wide", wide())] {
                for (width, glyphs) in [
                    (120, Glyphs::UNICODE),
                    (119, Glyphs::UNICODE),
                    (81, Glyphs::ASCII),
                    (44, Glyphs::UNICODE),
                ] {
                    session.model.wardrobe.configured = theme;
                    session.model.look.depth = Depth::True;
                    session.model.look.glyphs = glyphs;
                    session.size(width, 24).keys(place);
                    let bare = cell_without_colours(&mut session);
                    assert_eq!(bare, None, "{theme:?} {place:?} {name} {width}");
                    session.keys("<esc><esc>");
                }
            }
        }
    }
}

/// The first cell whose colours are not those of a role.
fn cell_without_colours(session: &mut Session) -> Option<(Position, Cell)> {
    let buffer = session.buffer();
    let look = session.model.look;
    // A role over another would mix two styles; no such mix is known to be legible.
    let ground = look.ground();
    let known: HashSet<_> = Role::ALL
        .map(|role| look.style(role))
        .map(|style| (style.fg.unwrap(), style.bg.or(ground.bg).unwrap()))
        .into_iter()
        .collect();
    let mut cells = buffer.area.positions().map(|at| (at, buffer[at].clone()));
    cells.find(|(_, cell)| !known.contains(&(cell.fg, cell.bg)))
}

#[test]
fn the_terminals_own_ground_stays_in_the_themes_without_one() {
    for theme in [Theme::Auto, Theme::Mono] {
        for place in PLACES {
            let mut session = halfway();
            session.model.wardrobe.configured = theme;
            session.keys(place);
            let buffer = session.buffer();
            assert!(buffer.content.iter().all(|cell| cell.bg == Color::Reset));
        }
    }
}

/// What is drawn with now.
fn worn(session: &mut Session) -> Theme {
    session.screen();
    session.model.look.theme
}

#[test]
fn moving_over_the_themes_shows_each_and_esc_restores() {
    let mut session = session();
    session.keys("T");
    assert_eq!(worn(&mut session), Theme::Auto);
    for theme in Theme::ALL {
        session.keys("<down>");
        assert_eq!(worn(&mut session), theme);
    }
    session.keys("<esc>");
    assert_eq!(worn(&mut session), Theme::Auto);
    assert_eq!(session.model.wardrobe.picked, Pick::Configured);
}

#[test]
fn a_theme_that_is_picked_stays_until_it_is_as_configured_again() {
    let mut session = session();
    session.model.wardrobe.configured = Theme::Dark;
    session.keys("T<down><down><down><enter>");
    assert_eq!(session.notice(), "The theme is light from now on.");
    assert_eq!(worn(&mut session), Theme::Light);
    // The one that was picked is the one to begin with.
    session.keys("T");
    assert_eq!(worn(&mut session), Theme::Light);
    session.keys("c");
    assert_eq!(session.notice(), "The theme is as configured: dark.");
    assert_eq!(worn(&mut session), Theme::Dark);
}

#[test]
fn where_no_colour_is_wanted_no_theme_can_be_picked() {
    let mut session = session();
    session.model.wardrobe.configured = Theme::Dark;
    session.model.wardrobe.colourless = true;
    session.keys("T");
    assert_eq!(
        session.notice(),
        "NO_COLOR is set, so everything stays without colours."
    );
    assert_eq!(worn(&mut session), Theme::Mono);
}

#[test]
fn the_list_of_themes() {
    let mut session = session();
    session.model.wardrobe.configured = Theme::Dark;
    session.size(40, 12).keys("T");
    insta::assert_snapshot!(session.screen(), @"
     B┌─ Choose a theme ─────────────────┐9
    ─ │ Each is shown as you move to it. │──
    ▸○│                                  │1
     ○│ ▸ c As configured           dark │8
     ○│   a The terminal's own colours   │8
     ○│   d Light on dark                │6
     ○│   l Dark on light                │1
     ○│   h High contrast                │1
     ○│   m No colours                   │7
    ──└──────────────────────────────────┘──

     enter choose  esc close
    ");
    session.size(80, 24);
    insta::assert_snapshot!(session.screen(), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ───── pick 1 · 0/1 ─
    ▸○  1 Programming language      0/1 │▸○ JavaScript (Node.js)
     ○  2 Programming fundamentals  0/8 │ ○ Java
     ○  3 How the web works         0/8 │ ○ Python
     ○  4 Git and GitHub  ┌─ Choose a theme ─────────────────┐
     ○  5 Runtime or frame│ Each is shown as you move to it. │
     ○  6 Databases       │                                  │
     ○  7 API development │ ▸ c As configured           dark │
     ○  8 Auth and authori│   a The terminal's own colours   │
     ○  9 Real projects   │   d Light on dark                │
     ○ 10 Backend internal│   l Dark on light                │
     ○ 11 Deployment      │   h High contrast                │
     ○ 12 System design   │   m No colours                   │
     ○ 13 Data structures └──────────────────────────────────┘
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────

     enter choose  esc close
    ");
}

#[test]
fn the_list_of_commands_shows_a_theme_only_once_it_is_looked_for() {
    let mut session = session();
    session.keys(":theme-light<enter>");
    session.model.wardrobe.picked = Pick::Theme(Theme::Dark);
    let theme = |session: &mut Session| {
        let _ = session.buffer();
        session.model.look.theme
    };
    // The command that was run last comes first.
    assert_eq!(theme(session.keys(":")), Theme::Dark);
    assert_eq!(session.rows_with("▸theme-light").len(), 1);
    assert_eq!(theme(session.keys("<down><up>")), Theme::Light);
    assert_eq!(theme(session.keys("<ctrl-u>")), Theme::Dark);
    assert_eq!(theme(session.keys("theme-h")), Theme::HighContrast);
    assert_eq!(theme(session.keys("<ctrl-u>")), Theme::Dark);
    assert_eq!(theme(session.keys("<esc>")), Theme::Dark);
}
