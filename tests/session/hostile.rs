//! Roadmaps and journals full of what terminals choke on.

use ratatui::buffer::Buffer;
use roadmap_tui::plain::clean;
use roadmap_tui::progress::Status::Done;
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::layout::inner;
use roadmap_tui::tui::screen::roadmap::Panes;
use unicode_width::UnicodeWidthStr;

use crate::support::Session;

/// Texts that break careless programs, each with a name.
fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("10,000 letters", "x".repeat(10_000)),
        ("10,000 letters in words", "word ".repeat(2_000)),
        ("wide", "日本語のタイトル".repeat(20)),
        ("odd and wide", format!("a{}", "漢字".repeat(60))),
        (
            "combining flood",
            format!("z{}algo", "\u{301}\u{302}\u{303}\u{30d}".repeat(500)),
        ),
        ("leading mark", "\u{301}\u{20dd}mark".to_owned()),
        (
            "bidi",
            "\u{202e}live\u{202c} \u{2066}שלום\u{2069} \u{200f}عربي".to_owned(),
        ),
        ("ZWJ emoji", "👩‍👩‍👧‍👦 👨🏽‍💻 🏳️‍🌈 ❤️ ☠︎ ".repeat(12)),
        ("flags", "🇩🇪🇫🇷🇯".repeat(30)),
        (
            "zero width",
            "a\u{200b}\u{200d}\u{feff}\u{ad}\u{2060}b".repeat(40),
        ),
        (
            "tabs and breaks",
            "one\ttwo\u{2028}three\u{85}four".to_owned(),
        ),
        ("conjuncts", "क्षत्रिय ﷽ 각 ꧅ ".repeat(15)),
        ("private use", "\u{e000}\u{f8ff}\u{10fffd}".repeat(40)),
    ]
}

/// A text as YAML writes it with escapes.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|each| match each {
            ' ' | 'a'..='z' | 'A'..='Z' | '0'..='9' => each.to_string(),
            other => format!("\\U{:08x}", u32::from(other)),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A roadmap that has a text wherever one can stand.
fn roadmap_of(text: &str) -> String {
    let text = quoted(text);
    format!(
        r#"format: 1
id: hostile
title: {text}
steps:
  - id: one
    title: {text}
    short: {text}
    summary: {text}
    topics:
      - id: first
        title: {text}
        summary: {text}
        checks: [{text}]
        links: [{{title: {text}, url: "https://example.org/{path}"}}]
      - id: project
        title: {text}
        project:
          level: beginner
          brief: {text}
          practises: [one.first]
          checklist: [{{id: point, title: {text}}}]
  - id: two
    title: {text}
    groups:
      - id: outer
        title: {text}
        summary: {text}
        groups:
          - {{id: inner, title: {text}, pick: 1, topics: [{{id: deep, title: {text}}}, {{id: other, title: {text}}}]}}
portfolio:
  summary: {text}
  aim: [1, 1]
  demonstrates: [{{title: {text}, summary: {text}}}]
  include: [{{id: point, title: {text}}}]
courses:
  - id: course
    title: {text}
    summary: {text}
    topics: [{{id: lesson, title: {text}}}]
paths:
  - id: path
    title: {text}
    short: {text}
    summary: {text}
    stages:
      - {{id: stage, title: {text}, covers: [one]}}
mistakes:
  - id: mistake
    title: {text}
    advice: {text}
    when: {{learning-more-than: 1}}
questions:
  - question: {text}
    answer: {text}
bottom-line: {text}
"#,
        path = "a".repeat(1_000)
    )
}

/// Holds that every cell is harmless and that no wide character reaches over what stands behind it.
fn assert_cells_are_sound(buffer: &Buffer, name: &str) {
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            assert!(
                !symbol
                    .chars()
                    .any(|each| each.is_control() || is_directional(each)),
                "{name}: {symbol:?} at {x},{y}"
            );
            let width = u16::try_from(symbol.width()).unwrap();
            assert!(width >= 1, "{name}: {symbol:?} has no width");
            assert!(
                x + width <= buffer.area.width,
                "{name}: {symbol:?} at {x},{y}"
            );
            for behind in x + 1..x + width {
                let under = buffer[(behind, y)].symbol();
                assert_eq!(under, " ", "{name}: under {symbol:?} at {x},{y}");
            }
        }
    }
}

fn is_directional(each: char) -> bool {
    matches!(each, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Holds that the lines between panes stand in their columns from top to bottom.
fn assert_rules_are_straight(session: &Session, buffer: &Buffer, name: &str) {
    let Some(layout) = session.model.layout() else {
        return;
    };
    let panes = Panes::of(layout.body, session.model.screens.roadmap.pane);
    for pane in panes.shown() {
        if pane.right() == buffer.area.width {
            continue;
        }
        for y in inner(pane).y..pane.bottom() {
            let symbol = buffer[(pane.right(), y)].symbol();
            assert_eq!(symbol, "│", "{name}: at {},{y}\n{buffer:?}", pane.right());
        }
    }
}

const SIZES: [(u16, u16); 7] = [
    (120, 40),
    (121, 13),
    (100, 24),
    (80, 24),
    (61, 9),
    (40, 12),
    (20, 5),
];

/// Goes through panes and steps, marks and takes back, and looks at every picture.
fn look_around(session: &mut Session, name: &str) {
    for keys in [
        "",
        "<enter>",
        "<space>",
        "j",
        "<enter>",
        "G",
        "<esc><esc>j",
        "<enter>",
        "jx",
        "u",
    ] {
        session.keys(keys);
        for (width, height) in SIZES {
            session.size(width, height);
            let buffer = session.buffer();
            assert_cells_are_sound(&buffer, name);
            assert_rules_are_straight(session, &buffer, name);
        }
    }
}

#[test]
fn hostile_texts_stay_in_their_columns() {
    for (name, text) in texts() {
        let mut session = Session::with_roadmap(&roadmap_of(&text));
        look_around(&mut session, name);
    }
}

/// The ways to everything else that draws a text of the roadmap.
const EVERYWHERE: [&str; 22] = [
    "2",
    "2j",
    "2j<enter>",
    "2j<enter>G",
    "2jr",
    "2je",
    "3",
    "3<enter>",
    "3j",
    "3G",
    "3G<enter>",
    "4",
    "5",
    "5<enter>",
    "5G",
    "5G<enter>",
    "l?",
    "3?",
    "le",
    "l<space>2 3",
    "lijili5",
    "lijili5<enter>",
];

#[test]
fn hostile_texts_stay_in_their_columns_on_every_screen_and_in_every_box() {
    for (at, (name, text)) in texts().into_iter().enumerate() {
        let is_ascii = at % 2 == 1;
        let mut session = Session::with_roadmap(&roadmap_of(&text));
        if is_ascii {
            session.ascii();
        }
        for keys in EVERYWHERE {
            session.size(120, 40).keys(keys);
            for (width, height) in [(81, 24), (40, 12)] {
                session.size(width, height);
                let buffer = session.buffer();
                let place = format!("{name}: {keys} at {width}x{height}");
                assert_cells_are_sound(&buffer, &place);
                let mut cells = buffer.content.iter();
                assert!(
                    !is_ascii || cells.all(|cell| cell.symbol().is_ascii()),
                    "{place}"
                );
            }
            session.keys("<esc><esc><esc>");
        }
    }
}

#[test]
fn counts_and_the_fraction_stay_whole_beside_hostile_titles() {
    for (name, text) in texts() {
        let mut session = Session::with_roadmap(&roadmap_of(&text));
        for (width, height) in SIZES {
            session.size(width, height);
            assert_eq!(session.fraction(), "0/3", "{name} {width}x{height}");
            let counted = session.rows_with(" 0/2").len();
            assert!(
                counted >= 1,
                "{name} {width}x{height}\n{}",
                session.screen()
            );
        }
    }
}

#[test]
fn the_frame_of_the_help_is_whole_over_wide_characters() {
    for shift in ["", "a"] {
        let text = format!("{shift}{}", "漢字".repeat(60));
        let mut session = Session::with_roadmap(&roadmap_of(&text));
        session.keys("<enter>?");
        for width in 84..=130 {
            session.size(width, 40);
            let buffer = session.buffer();
            assert_cells_are_sound(&buffer, "help");
            let rows = session.rows_with("│ Search: ");
            assert_eq!(rows.len(), 1, "{width}\n{}", session.screen());
        }
    }
}

#[test]
fn a_hostile_search_stays_in_its_field() {
    for (name, text) in texts() {
        let mut session = Session::new();
        session.keys("?").tell(Msg::Paste(text));
        for (width, height) in SIZES {
            session.size(width, height);
            assert_cells_are_sound(&session.buffer(), name);
            let row = session.rows_with("Search: ").remove(0);
            assert!(row.contains('│'), "{name}: {row}");
        }
    }
}

#[test]
fn hostile_words_of_the_disk_and_ids_of_the_journal_stay_on_their_row() {
    for (name, text) in texts() {
        let mut session = Session::new();
        session.others_write("11:00:00", &text, Done).keys("u");
        assert_eq!(clean(session.notice()), session.notice(), "{name}");
        assert_sound_and_straight(&mut session, name);
        session.keys("<enter><space>");
        // The store cleans what it reports.
        let reason = clean(&text).into_owned();
        session.tell(Msg::Trouble { reason, waiting: 1 });
        assert_sound_and_straight(&mut session, name);
    }
}

fn assert_sound_and_straight(session: &mut Session, name: &str) {
    for (width, height) in SIZES {
        session.size(width, height);
        let buffer = session.buffer();
        assert_cells_are_sound(&buffer, name);
        assert_rules_are_straight(session, &buffer, name);
    }
}

#[test]
fn hostile_titles_are_ascii_on_an_ascii_terminal() {
    for (name, text) in texts() {
        let mut session = Session::with_roadmap(&roadmap_of(&text));
        session.ascii().keys("<enter><space>");
        for (width, height) in SIZES {
            assert!(session.size(width, height).screen().is_ascii(), "{name}");
        }
    }
}

#[test]
fn a_roadmap_of_a_thousand_steps_keeps_its_columns() {
    let steps: Vec<String> = (1..=1000)
        .map(|nth| format!("{{id: s{nth}, title: Step {nth}, topics: [{{id: t, title: T}}]}}"))
        .collect();
    let yaml = format!(
        "{{format: 1, id: many, title: Many, steps: [{}]}}",
        steps.join(", ")
    );
    let mut session = Session::with_roadmap(&yaml);
    assert_eq!(session.fraction(), "0/1000");
    assert_eq!(session.rows_with(" ○    2 Step 2 ").len(), 1);
    session.keys("G");
    assert_eq!(session.rows_with("▸○ 1000 Step 1000").len(), 1);
}
