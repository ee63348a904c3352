//! The help: all keys, searched by typing.

use insta::assert_snapshot;

use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::key::Key;
use roadmap_tui::tui::keymap::{Action, KEYMAP, Keymap};
use roadmap_tui::tui::overlay::Overlay;
use roadmap_tui::tui::words::MOUSE;

use crate::support::Session;

#[test]
fn the_help_shows_all_keys_at_120x40() {
    assert_snapshot!(Session::new().size(120, 40).keys("?").screen(), @"
     Backend Developer┌─ Keys ───────────────────────────────────────────────────────────────────────────┐░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Proj│ Search:                                                                          │
    ─ Steps ──────────│                                                                                  │nguage ───────────
    ▸○  1 Programming │ On the roadmap                                                                   │
     ○  2 Programming │  space              Mark the topic as done; again: to do                         │
     ○  3 How the web │  i                  Mark the topic as being learnt; again: to do                 │to start with:
     ○  4 Git and GitH│  x                  Leave the topic out, it no longer counts; again: to do       │o a second one
     ○  5 Runtime or f│  enter right l      Go in: from steps to topics to the text of a topic           │the first. Many
     ○  6 Databases   │  esc left h         Go back out                                                  │pt, because the
     ○  7 API developm│  tab                To the next pane                                             │ the server
     ○  8 Auth and aut│  shift-tab          To the pane before                                           │ritten in the
     ○  9 Real project│  e                  Write a note on the topic; lists mark what has one           │ of the five, and
     ○ 10 Backend inte│  E                  Write the note in your own editor                            │ve built
     ○ 11 Deployment  │  o                  Open a link of the topic in your browser                     │
     ○ 12 System desig│  y                  Copy the address of a link; the terminal keeps it            │
     ○ 13 Data structu│  f                  Show only some topics: what is open, done, has a note        │e.js), Java,
                      │  v                  Select several topics, to mark them at once                  │ none yet.
                      │  R                  Put the topic, or the step, back to do                       │
                      │ On every screen                                                                  │ not counted. You
                      │  down j             One row down                                                 │ time: what you
                      │  up k               One row up                                                   │gain once it is
                      │  g home             To the first row                                             │
                      │  G end              To the last row                                              │
                      │  page-down          A screenful down                                             │y technologies at
                      │  page-up            A screenful up                                               │
                      │  ctrl-d             Half a screenful down                                        │
                      │  ctrl-u             Half a screenful up                                          │
                      │  1                  The roadmap: steps and topics                                │
                      │  2                  The projects and what they show together                     │
                      │  3                  Paths and courses: another order                             │
                      │  4                  What you did, and how it goes on                             │
                      │  5                  Mistakes, advice, questions and answers                      │
                      │  ]                  To the next screen                                           │
                      │  [                  To the screen before                                         │
                      │  /                  Search topics, projects, paths, guide, notes and links       │
                      │  : ctrl-p           All commands by name; type to find one                       │
                      │  n                  Go to what is recommended next                               │
    ──────────────────└───────────────────────────────────────────────────────────────────── more below ─┘──────────────────

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn the_help_shows_all_keys_at_80x24() {
    assert_snapshot!(Session::new().size(80, 24).keys("?").screen(), @"
    ┌─ Keys ───────────────────────────────────────────────────────────────────────┐
    │ Search:                                                                      │
    │                                                                              │
    │ On the roadmap                                                               │
    │  space              Mark the topic as done; again: to do                     │
    │  i                  Mark the topic as being learnt; again: to do             │
    │  x                  Leave the topic out, it no longer counts; again: to do   │
    │  enter right l      Go in: from steps to topics to the text of a topic       │
    │  esc left h         Go back out                                              │
    │  tab                To the next pane                                         │
    │  shift-tab          To the pane before                                       │
    │  e                  Write a note on the topic; lists mark what has one       │
    │  E                  Write the note in your own editor                        │
    │  o                  Open a link of the topic in your browser                 │
    │  y                  Copy the address of a link; the terminal keeps it        │
    │  f                  Show only some topics: what is open, done, has a note    │
    │  v                  Select several topics, to mark them at once              │
    │  R                  Put the topic, or the step, back to do                   │
    │ On every screen                                                              │
    │  down j             One row down                                             │
    │  up k               One row up                                               │
    └───────────────────────────────────────────────────────────────── more below ─┘

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn the_help_shows_all_keys_at_40x12() {
    assert_snapshot!(Session::new().size(40, 12).keys("?").screen(), @"
    ┌─ Keys ───────────────────────────────┐
    │ Search:                              │
    │ On the roadmap                       │
    │  space                               │
    │    Mark the topic as done; again: to │
    │    do                                │
    │  i                                   │
    │    Mark the topic as being learnt;   │
    │    again: to do                      │
    └───────────────────────── more below ─┘

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn the_help_shows_what_the_search_leaves_under_its_headings_at_120x40() {
    assert_snapshot!(Session::new().size(120, 40).keys("?undo").screen(), @"
     Backend Developer┌─ Keys ───────────────────────────────────────────────────────────────────────────┐░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Proj│ Search: undo                                                                     │
    ─ Steps ──────────│                                                                                  │nguage ───────────
    ▸○  1 Programming │ On every screen                                                                  │
     ○  2 Programming │  u                  Take back the latest change, even after a restart            │
     ○  3 How the web │  ctrl-r             Bring back what undo took                                    │to start with:
     ○  4 Git and GitH│                                                                                  │o a second one
     ○  5 Runtime or f│                                                                                  │the first. Many
     ○  6 Databases   │                                                                                  │pt, because the
     ○  7 API developm│                                                                                  │ the server
     ○  8 Auth and aut│                                                                                  │ritten in the
     ○  9 Real project│                                                                                  │ of the five, and
     ○ 10 Backend inte│                                                                                  │ve built
     ○ 11 Deployment  │                                                                                  │
     ○ 12 System desig│                                                                                  │
     ○ 13 Data structu│                                                                                  │e.js), Java,
                      │                                                                                  │ none yet.
                      │                                                                                  │
                      │                                                                                  │ not counted. You
                      │                                                                                  │ time: what you
                      │                                                                                  │gain once it is
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │y technologies at
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
    ──────────────────└──────────────────────────────────────────────────────────────────────────────────┘──────────────────

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn the_help_shows_what_the_search_leaves_under_its_headings_at_80x24() {
    assert_snapshot!(Session::new().size(80, 24).keys("?undo").screen(), @"
    ┌─ Keys ───────────────────────────────────────────────────────────────────────┐
    │ Search: undo                                                                 │
    │                                                                              │
    │ On every screen                                                              │
    │  u                  Take back the latest change, even after a restart        │
    │  ctrl-r             Bring back what undo took                                │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn the_help_shows_what_the_search_leaves_under_its_headings_at_40x12() {
    assert_snapshot!(Session::new().size(40, 12).keys("?undo").screen(), @"
    ┌─ Keys ───────────────────────────────┐
    │ Search: undo                         │
    │ On every screen                      │
    │  u                                   │
    │    Take back the latest change, even │
    │    after a restart                   │
    │  ctrl-r                              │
    │    Bring back what undo took         │
    │                                      │
    └──────────────────────────────────────┘

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn a_search_that_finds_nothing_says_so_at_120x40() {
    assert_snapshot!(Session::new().size(120, 40).keys("?qjk?").screen(), @"
     Backend Developer┌─ Keys ───────────────────────────────────────────────────────────────────────────┐░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Proj│ Search: qjk?                                                                     │
    ─ Steps ──────────│                                                                                  │nguage ───────────
    ▸○  1 Programming │ No key does that. ctrl-u empties the search.                                     │
     ○  2 Programming │                                                                                  │
     ○  3 How the web │                                                                                  │to start with:
     ○  4 Git and GitH│                                                                                  │o a second one
     ○  5 Runtime or f│                                                                                  │the first. Many
     ○  6 Databases   │                                                                                  │pt, because the
     ○  7 API developm│                                                                                  │ the server
     ○  8 Auth and aut│                                                                                  │ritten in the
     ○  9 Real project│                                                                                  │ of the five, and
     ○ 10 Backend inte│                                                                                  │ve built
     ○ 11 Deployment  │                                                                                  │
     ○ 12 System desig│                                                                                  │
     ○ 13 Data structu│                                                                                  │e.js), Java,
                      │                                                                                  │ none yet.
                      │                                                                                  │
                      │                                                                                  │ not counted. You
                      │                                                                                  │ time: what you
                      │                                                                                  │gain once it is
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │y technologies at
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
    ──────────────────└──────────────────────────────────────────────────────────────────────────────────┘──────────────────

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn a_search_that_finds_nothing_says_so_at_80x24() {
    assert_snapshot!(Session::new().size(80, 24).keys("?qjk?").screen(), @"
    ┌─ Keys ───────────────────────────────────────────────────────────────────────┐
    │ Search: qjk?                                                                 │
    │                                                                              │
    │ No key does that. ctrl-u empties the search.                                 │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘

     esc close  down scroll  ctrl-u clear
    ");
}

#[test]
fn a_search_that_finds_nothing_says_so_at_40x12() {
    assert_snapshot!(Session::new().size(40, 12).keys("?qjk?").screen(), @"
    ┌─ Keys ───────────────────────────────┐
    │ Search: qjk?                         │
    │ No key does that. ctrl-u empties the │
    │ search.                              │
    │                                      │
    │                                      │
    │                                      │
    │                                      │
    │                                      │
    └──────────────────────────────────────┘

     esc close  down scroll  ctrl-u clear
    ");
}

/// What the search holds, as it is shown.
fn search(session: &mut Session) -> String {
    let rows = session.rows_with("Search: ");
    let shown = rows[0].split("Search: ").nth(1).unwrap_or_default();
    shown
        .split('│')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_owned()
}

#[test]
fn letters_go_into_the_search_whatever_they_mean_elsewhere() {
    let mut session = Session::new();
    session.keys("?q j?Guix h");
    assert_eq!(search(&mut session), "q j?Guix h");
    assert_eq!((session.effects.len(), session.saved.len()), (0, 0));
    session.keys("<backspace><backspace>");
    assert_eq!(search(&mut session), "q j?Guix");
    session.keys("<ctrl-u>");
    assert_eq!(search(&mut session), "");
    session.keys("<backspace>");
    assert_eq!(search(&mut session), "");
}

#[test]
fn esc_enter_and_f1_close_the_help_and_nothing_else() {
    for close in ["<esc>", "<enter>", "<F1>"] {
        let mut session = Session::new();
        session.keys("jj<enter>j");
        let before = session.screen();
        session.keys("?undo").keys(close);
        assert_eq!(session.screen(), before, "{close}");
        assert_eq!(session.effects, []);
    }
}

#[test]
fn f1_and_question_mark_open_the_help_without_an_old_search() {
    for open in ["?", "<F1>"] {
        let mut session = Session::new();
        session.keys(open).keys("undo<esc>").keys(open);
        assert_eq!(search(&mut session), "");
    }
}

#[test]
fn ctrl_c_quits_from_the_help() {
    let mut session = Session::new();
    session.keys("?q<ctrl-c>");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn the_search_finds_words_keys_and_labels_in_any_case_and_order() {
    let found = |search: &str| {
        let mut session = Session::new();
        session.keys("?").keys(search);
        let rows = session.screen();
        let rows = rows.lines().filter(|row| row.contains("│  "));
        rows.filter(|row| row.contains("Take back the latest"))
            .count()
    };
    for search in ["undo", "UNDO", "latest take", "back  restart", "u take"] {
        assert_eq!(found(search), 1, "{search}");
    }
    assert_eq!(found("latest zebra"), 0);
}

#[test]
fn a_paste_ends_at_its_first_line_break_of_any_kind() {
    for paste in ["undo\nredo", "undo\r\nredo", "undo\rredo"] {
        let mut session = Session::new();
        session.keys("?").tell(Msg::Paste(paste.to_owned()));
        assert_eq!(search(&mut session), "undo", "{paste:?}");
    }
}

#[test]
fn a_paste_goes_into_the_search_as_one_clean_line() {
    let mut session = Session::new();
    session
        .keys("?x")
        .tell(Msg::Paste("un\u{1b}[31mdo\u{202e}\t!\nq\n".to_owned()));
    assert_eq!(search(&mut session), "xun[31mdo !");
    assert_eq!(session.effects, []);
}

#[test]
fn a_search_longer_than_its_field_shows_its_end() {
    let mut session = Session::new();
    session.size(40, 12).keys("?");
    session.tell(Msg::Paste(format!("{}end", "日".repeat(60))));
    let shown = search(&mut session);
    assert!(shown.ends_with("日end"), "{shown}");
    assert!(session.rows_with("Search: ")[0].ends_with('│'));
}

#[test]
fn every_row_of_the_help_can_be_scrolled_to() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (80, 8), (80, 5), (20, 5)] {
        for down in ["<down>", "<page-down>", "<ctrl-d>"] {
            let mut session = Session::new();
            session.size(width, height).keys("?");
            let mut seen = String::new();
            let mut is_end = false;
            while !is_end {
                let screen = session.screen();
                seen.push_str(&screen);
                session.keys(down);
                is_end = session.screen() == screen;
            }
            for name in ["space", "ctrl-r", "page-u", "ctrl-c", "ctrl-z"] {
                assert!(
                    seen.contains(&format!("│  {name}")),
                    "{name} {down} {width}x{height}"
                );
            }
            assert_eq!(session.rows_with("more below"), Vec::<String>::new());
        }
    }
}

#[test]
fn scrolling_up_answers_at_once_after_scrolling_past_the_end() {
    let mut session = Session::new();
    session.size(80, 24).keys("?");
    session.keys(&"<page-down>".repeat(9));
    let end = session.screen();
    session.keys("<up>");
    assert_ne!(session.screen(), end);
    session.keys(&"<page-up>".repeat(8));
    assert_eq!(
        session.screen(),
        Session::new().size(80, 24).keys("?").screen()
    );
}

#[test]
fn a_screen_that_grows_leaves_no_empty_rows_in_the_help() {
    let mut session = Session::new();
    session
        .size(80, 12)
        .keys("?")
        .keys(&"<page-down>".repeat(9))
        .size(80, 200);
    assert_eq!(
        session.screen(),
        Session::new().size(80, 200).keys("?").screen()
    );
}

/// All that the list of the help says, its rows joined by spaces.
fn said(session: &mut Session) -> String {
    let screen = session.screen();
    let inside = screen
        .lines()
        .filter_map(|row| row.split_once('│')?.1.rsplit_once('│'));
    let words = inside.flat_map(|(row, _)| row.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn no_sentence_and_no_key_of_the_help_is_cut_at_any_width() {
    for width in 40..=121 {
        let mut session = Session::new();
        let said = said(session.size(width, 400).keys("?"));
        for row in KEYMAP.iter().filter(|row| !row.keys.is_empty()) {
            let together = format!("{} {}", row.key_names(), row.help);
            assert!(said.contains(&together), "{together} at {width}:\n{said}");
        }
        for line in MOUSE {
            assert!(said.contains(line), "{line} at {width}");
        }
    }
}

#[test]
fn many_keys_of_ones_own_leave_the_words_whole() {
    let mut keymap = Keymap::default();
    let keys = ["ctrl-shift-page-down", "alt-backspace", "F12", "ctrl-x"];
    for row in keymap.rows_mut() {
        if row.action == Action::Undo {
            row.keys = keys.map(|key| key.parse().unwrap()).to_vec().into();
        }
    }
    for width in [40, 59, 60, 70, 80, 120] {
        let mut session = Session::new();
        session.model.keymap = std::sync::Arc::new(keymap.clone());
        let said = said(session.size(width, 400).keys("?undo"));
        let names = keys.map(|key| key.parse::<Key>().unwrap().to_string());
        let together = format!("{} Take back the latest change", names.join(" "));
        assert!(said.contains(&together), "{width}: {said}");
    }
}

#[test]
fn the_keys_of_a_line_work_in_the_search_of_the_help() {
    let mut session = Session::new();
    session.keys("?one undo<ctrl-w>");
    assert_eq!(search(&mut session), "one");
    session.keys("<left><left><left>X");
    assert_eq!(search(&mut session), "oXne");
    session.tell(Msg::Paste("\r\n  latest\n".to_owned()));
    assert_eq!(search(&mut session), "oXlatestne");
    session.keys("<ctrl-u>");
    for _ in 0..3 {
        session.tell(Msg::Paste("日".repeat(60)));
    }
    let Some(Overlay::Help(help)) = &session.model.overlay else {
        panic!("the help is closed");
    };
    assert_eq!(help.search().chars().count(), 100);
}

#[test]
fn marks_and_moves_below_the_help_wait_until_it_is_closed() {
    let mut session = Session::new();
    session.keys("<enter>? xj<esc>");
    assert_eq!(
        (session.saved.len(), session.topic()),
        (0, "language.javascript")
    );
}
