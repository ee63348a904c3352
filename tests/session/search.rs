//! The search: what is typed finds it, enter goes there, and one comes back.

use ratatui::style::Modifier;
use roadmap_tui::progress::Status::Done;
use roadmap_tui::progress::{Change, Entry};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::overlay::Overlay;
use roadmap_tui::tui::screen::Screen;

use crate::support::Session;

/// A learner with a note and something done.
fn learner() -> Session {
    let mut session = Session::new();
    session.keys("jjl<space>jjji");
    session.keys("2jeCookies for the login; see the joins.<esc>1");
    session
}

/// Whether the search lies over the screen.
fn is_open(session: &Session) -> bool {
    matches!(session.model.overlay, Some(Overlay::Search(_)))
}

#[test]
fn hits_with_status_place_and_kind_at_120x40() {
    insta::assert_snapshot!(learner().size(120, 40).keys("/cookie").screen(), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Understand How the Web Works ─── 1/8 ─┬─ Browsers ───────────────────────────────
     ○  1 Programming language      0/1 │ ✓ HTTP                          23 Nov │ ◐ learning since 23 Nov
     ○  2 Programming fundamentals  0/8 │ ○ HTTPS                                │
    ▸◐  3 How the web works         1/8 │ ○ DNS                                  │ A browser fetches the HTML, then the
     ○  4 Git and GitHub            0/6 │▸◐ Browsers                      23 Nov │ styles, scripts and images it names,
     ○  5 Runtime or framework      0/1 │ ○ Request-Response Cycle               │ builds the DOM and runs the JavaScript.
     ○  6 Databases   ┌─ Search ─────────────────────────────────────────────────────────────────────────┐cookies and keeps
     ○  7 API developm│ > cookie                                                                         │her origins
     ○  8 Auth and aut│▸○ Cookies                                                    3 How the web works │ow it. Those
     ○  9 Real project│ ○ Cookies for the login; see the joins.        note · Todo API · 9 Real projects │ not your server:
     ○ 10 Backend inte│ ○ MDN: Using HTTP cookies                   link · Cookies · 3 How the web works │m.
     ○ 11 Deployment  │ ○ MDN: Using HTTP cookies                  link · Sessions · 3 How the web works │
     ○ 12 System desig│ ○ MDN: Set-Cookie header                    link · Cookies · 3 How the web works │n answer
     ○ 13 Data structu│                                                                                  │il with a CORS
                      │                                                                                  │and work in curl?
                      │                                                                                  │e up an origin?
                      │                                                                                  │heck a form again
                      │                                                                                  │checked?
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │k
                      │                                                                                  │illa.org/en-US/
                      │                                                                                  │Guides/
                      │                                                                                  │
                      │                                                                                  │ource Sharing
                      │                                                                                  │
                      │ 3 How the web works                                                              │illa.org/en-US/
                      └───────────────────────────────────────────────────────────────────────── 1 of 5 ─┘CORS
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────

     enter go there  ctrl-u clear  esc close
    ");
}

#[test]
fn hits_with_status_place_and_kind_at_80x24() {
    insta::assert_snapshot!(learner().size(80, 24).keys("/joins<down>").screen(), @"
    ┌─ Search ─────────────────────────────────────────────────────────────────────┐
    │ > joins                                                                      │
    │ ○ Joins                                                          6 Databases │
    │▸○ Cookies for the login; see the joins.    note · Todo API · 9 Real projects │
    │ ○ PostgreSQL manual: Joins Between Tables         link · Joins · 6 Databases │
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
    │ note · Todo API · 9 Real projects                                            │
    └───────────────────────────────────────────────────────────────────── 2 of 3 ─┘

     enter go there  ctrl-u clear  esc close
    ");
}

#[test]
fn hits_with_status_place_and_kind_at_40x12() {
    insta::assert_snapshot!(learner().size(40, 12).keys("/postgres").screen(), @"
    ┌─ Search ─────────────────────────────┐
    │ > postgres                           │
    │▸○ PostgreSQL             6 Databases │
    │   PostgreSQL       stage · Node.js … │
    │ ○ PostgreSQL manual    link · step 6 │
    │ ○ PostgreSQL manual:…  link · step 6 │
    │ ○ PostgreSQL manual:…  link · step 6 │
    │ ○ PostgreSQL manual:…  link · step 6 │
    │ 6 Databases                          │
    └──────────────────────────── 1 of 30 ─┘

     enter go there  ctrl-u clear  esc close
    ");
}

#[test]
fn hits_in_ascii_at_80x24() {
    insta::assert_snapshot!(learner().ascii().size(80, 24).keys("/cookie").screen(), @"
    +- Search ---------------------------------------------------------------------+
    | > cookie                                                                     |
    |>o Cookies                                                3 How the web works |
    | o Cookies for the login; see the joins.    note - Todo API - 9 Real projects |
    | o MDN: Using HTTP cookies               link - Cookies - 3 How the web works |
    | o MDN: Using HTTP cookies              link - Sessions - 3 How the web works |
    | o MDN: Set-Cookie header                link - Cookies - 3 How the web works |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    | 3 How the web works                                                          |
    +--------------------------------------------------------------------- 1 of 5 -+

     enter go there  ctrl-u clear  esc close
    ");
}

#[test]
fn before_anything_is_typed_it_says_what_can_be_found_at_40x12() {
    insta::assert_snapshot!(Session::new().size(40, 12).keys("/").screen(), @"
    ┌─ Search ─────────────────────────────┐
    │ >                                    │
    │ Type a few letters of a topic,       │
    │ project, path, question, note or     │
    │ link: they need not stand side by    │
    │ side, and several words may stand in │
    │ any order.                           │
    │                                      │
    │                                      │
    └──────────────────────────────────────┘

     enter go there  ctrl-u clear  esc close
    ");
}

#[test]
fn where_nothing_is_found_it_says_what_to_do_at_80x24() {
    let mut session = Session::new();
    session.size(80, 24).keys("/qqq");
    assert_eq!(
        session.rows_with("Nothing has all of these letters.").len(),
        1
    );
    session.keys("<enter>");
    assert!(is_open(&session));
    assert!(session.notice().starts_with("Nothing has all"));
    session.keys("<backspace><backspace><backspace>cookie");
    assert_eq!(session.rows_with("○ Cookies").len(), 1);
}

#[test]
fn enter_goes_to_what_is_selected() {
    for (keys, screen, seen) in [
        ("/cookies", Screen::Roadmap, "▸○ Cookies"),
        ("/how the web", Screen::Roadmap, "▸○  3"),
        ("/sql databases", Screen::Roadmap, "▸○ PostgreSQL"),
        ("/todo api", Screen::Projects, "▸○ Todo API"),
        ("/namaste node", Screen::Path, "Namaste"),
        ("/too many tech", Screen::Guide, "▸  Learning too many"),
        ("/mdn set-cookie", Screen::Roadmap, "▸○ Cookies"),
    ] {
        let mut session = Session::new();
        session.keys(keys).keys("<enter>");
        assert!(!is_open(&session), "{keys}");
        assert_eq!(session.model.screens.shown, screen, "{keys}");
        assert!(!session.rows_with(seen).is_empty(), "{keys}");
        assert_eq!(session.effects, [], "{keys}");
        assert_eq!(session.saved, [], "{keys}");
    }
}

#[test]
fn a_note_leads_to_its_topic() {
    let mut session = learner();
    session.keys("/for the login<enter>");
    assert_eq!(session.model.screens.shown, Screen::Roadmap);
    let project = session.topic().to_owned();
    assert!(project.starts_with("projects."), "{project}");
}

#[test]
fn stages_and_questions_are_gone_to() {
    let mut session = Session::new();
    let roadmap = std::sync::Arc::clone(&session.model.roadmap);
    for stage in &roadmap.paths[0].stages {
        session.keys(&format!("/{}", stage.title));
        let mut tries = 0;
        while session
            .rows_with("▸  ")
            .iter()
            .all(|row| !row.contains("stage "))
        {
            session.keys("<down>");
            tries += 1;
            assert!(tries < 20, "{}", session.screen());
        }
        session.keys("<enter>");
        assert_eq!(session.model.screens.shown, Screen::Path);
        let selected = session.rows_with("▸").join("\n");
        let begin: String = stage.title.chars().take(12).collect();
        assert!(selected.contains(&begin), "{selected}");
    }
    for question in &roadmap.questions {
        session.keys(&format!("/{}<enter>", question.question));
        assert_eq!(session.model.screens.shown, Screen::Guide);
        let text = session.screen();
        let begin: String = question.answer.chars().take(20).collect();
        assert!(text.contains(&begin), "{text}");
    }
}

#[test]
fn going_to_something_in_the_guide_shows_all_of_it_again() {
    let mut session = Session::new();
    session.keys("5fdatabases<enter>1/too many tech<enter>");
    assert_eq!(session.rows_with("has databases").len(), 0);
    assert_eq!(session.rows_with("▸  Learning too many").len(), 1);
}

#[test]
fn esc_closes_and_one_is_where_one_was() {
    for keys in ["", "jjl", "jjll", "2jl", "3jj", "4", "5jjl"] {
        let mut session = Session::new();
        let before = session.keys(keys).keys("z").screen();
        session.keys("/cookies<down><esc>");
        assert_eq!(session.screen(), before, "{keys}");
        assert_eq!(session.model.found, None);
    }
}

#[test]
fn backspace_leads_back_to_where_the_search_began() {
    for keys in ["", "jjl", "jjll", "2jjl", "3jjl", "4", "5jjj"] {
        for text in [
            "cookies",
            "todo api",
            "namaste node",
            "bottleneck",
            "ignoring databases",
        ] {
            let mut session = Session::new();
            let before = session.keys(keys).keys("z").screen();
            session
                .keys("/")
                .keys(text)
                .keys("<enter>nn<backspace><esc>z");
            assert_eq!(session.screen(), before, "{keys} {text}");
        }
    }
}

#[test]
fn n_goes_on_to_what_else_was_found_until_esc() {
    let mut session = Session::new();
    session.keys("/http<enter>");
    let first = session.topic().to_owned();
    assert!(session.status_row().starts_with("http: 1 of "));
    let (_, count) = session.model.found.clone().unwrap().number();
    assert!(count > 3);
    session.keys("n");
    assert_ne!(session.topic(), first);
    // The status line names it for as long as it goes on, also when nothing else is told.
    assert_eq!(
        session.keys("z").status_row(),
        format!("http: 2 of {count}")
    );
    session.keys("NN");
    assert_eq!(session.status_row(), format!("http: {count} of {count}"));
    session.keys("n");
    assert_eq!(session.topic(), first);
    session.keys("<esc>");
    assert_eq!(session.topic(), first, "esc only ends the search");
    assert_eq!(
        session.notice(),
        "The search for http is over. backspace leads back to where you were."
    );
    session.keys("n");
    assert_eq!(session.topic(), "language.javascript");
    assert!(session.keys("z").status_row().starts_with("Next: "));
}

#[test]
fn after_another_jump_the_status_line_names_no_hit_and_the_next_one_comes_back_from_there() {
    let mut session = Session::new();
    session.keys("/http<enter>n:next<enter>");
    assert_eq!(session.topic(), "language.javascript");
    let row = session.keys("z").status_row();
    assert!(
        row.starts_with("http: ") && row.contains(" found. n goes on"),
        "{row}"
    );
    session.keys("n");
    assert!(session.status_row().starts_with("http: 3 of "));
    session.keys("<backspace>");
    assert_eq!(session.topic(), "language.javascript");
}

#[test]
fn back_from_the_only_hit_one_is_told_the_way_to_it() {
    let mut session = Session::new();
    session.keys("/ignoring databases<enter>").screen();
    let (_, count) = session.model.found.clone().unwrap().number();
    assert_eq!(count, 1);
    session.keys("<backspace>z");
    assert_eq!(
        session.status_row(),
        "ignoring databases: 1 found. n leads there again."
    );
}

#[test]
fn without_a_search_n_is_what_is_next_and_the_footer_says_which() {
    let mut session = Session::new();
    assert!(session.footer().contains("n next  "));
    session.keys("/http<enter>");
    let footer = session.footer();
    assert!(
        footer.starts_with("n next hit  N before  esc end search"),
        "{footer}"
    );
    assert!(
        !footer.contains("n next  ") && !footer.contains("esc out"),
        "{footer}"
    );
    session.keys("<esc>N");
    assert_eq!(session.notice(), "");
}

#[test]
fn each_place_is_gone_to_once_however_many_of_its_texts_were_found() {
    let mut session = Session::new();
    session.keys("/cookie<enter>");
    // The topic and two of its links are one place, a link of another topic is the second.
    assert_eq!(session.model.found.clone().unwrap().number(), (1, 2));
    assert_eq!(session.topic(), "web.cookies");
    assert_eq!(session.keys("n").topic(), "web.sessions");
}

#[test]
fn the_latest_search_can_be_done_again() {
    let mut session = Session::new();
    session.keys("/cookie<enter><esc>/");
    assert_eq!(session.rows_with("enter looks for cookie again.").len(), 1);
    session.keys("<enter>");
    assert!(is_open(&session));
    assert_eq!(session.rows_with("> cookie").len(), 1);
    assert_eq!(session.keys("s<enter>").model.searched, "cookies");
}

#[test]
fn what_is_typed_at_once_finds_what_it_finds_letter_by_letter() {
    let mut slow = Session::new();
    slow.keys("/");
    for letter in "sessions web".chars() {
        slow.keys(&letter.to_string());
        slow.screen();
    }
    let mut fast = Session::new();
    fast.keys("/sessions web");
    assert_eq!(fast.screen(), slow.screen());
    // Enter belongs to what is typed by then, drawn or not.
    let mut at_once = Session::new();
    at_once.keys("/cookies<enter>");
    assert_eq!(at_once.topic(), "web.cookies");
}

#[test]
fn the_keys_of_a_line_and_pastes_work() {
    let mut session = Session::new();
    session.keys("/kie<ctrl-a>coo");
    assert_eq!(session.rows_with("○ Cookies").len(), 1);
    session.keys("<ctrl-e> and more<ctrl-w><ctrl-w>");
    assert_eq!(session.rows_with("> cookie").len(), 1);
    session.keys("<ctrl-u>");
    assert_eq!(session.rows_with("Type a few letters").len(), 1);
    session.tell(Msg::Paste("\n cookies\r\nand more".to_owned()));
    assert_eq!(session.rows_with("> cookies").len(), 1);
    session.keys("<enter>");
    assert_eq!(session.topic(), "web.cookies");
}

#[test]
fn a_paste_of_forty_thousand_bytes_is_as_much_as_a_line_holds() {
    let mut session = Session::new();
    session.keys("/");
    for text in ["cookies and http ".repeat(2400), "a".repeat(40_000)] {
        session.tell(Msg::Paste(text));
        let seen = session.rows_with("Nothing has all of these letters.");
        assert_eq!(seen.len(), 1, "{}", session.screen());
        session.keys("<ctrl-u>");
    }
}

#[test]
fn notes_are_found_as_they_are_by_now_and_shown_harmless() {
    let mut session = Session::new();
    session.keys("2jeold words<esc>/old words");
    assert_eq!(session.rows_with("▸○ old words").len(), 1);
    session.keys("<esc>e<ctrl-u>new words<esc>/old words");
    assert_eq!(session.rows_with("note ").len(), 0);
    assert_eq!(session.rows_with("Nothing has all").len(), 1);
    // Another program may have written anything into a note.
    let text = "be\u{1b}]52;c;eA==\u{7}ware\u{202e} of \u{9b}31mthis".to_owned();
    let topic = "web.http".to_owned();
    session.tell(Msg::Read {
        entries: vec![Entry::new(
            "2026-11-23T11:00:00+01:00".parse().unwrap(),
            Change::Note { topic, text },
        )],
        unreadable: Vec::new(),
        read_only: None,
    });
    session.keys("<esc>/of this");
    assert_eq!(session.rows_with("○ be]52;c;eA==ware of 31mthis ").len(), 1);
    let is_harmful = |shown: char| shown.is_control() && shown != '\n' || shown == '\u{202e}';
    assert!(!session.screen().contains(is_harmful));
}

#[test]
fn enter_with_nothing_to_look_for_says_what_to_do() {
    let mut session = Session::new();
    session.keys("/<enter>");
    assert!(is_open(&session));
    assert_eq!(
        session.notice(),
        "Type a few letters of what you look for first."
    );
}

#[test]
fn the_status_of_a_hit_is_that_of_its_topic() {
    let mut session = Session::new();
    session.keys("/cookies<enter><space>/cookies");
    assert_eq!(session.status("web.cookies"), Done);
    assert_eq!(session.rows_with("▸✓ Cookies").len(), 1);
}

/// The letters on the screen that are marked as looked for, row by row.
fn marked(session: &mut Session) -> Vec<String> {
    let buffer = session.buffer();
    let rows = (0..buffer.area.height).map(|y| {
        let cells = (0..buffer.area.width).map(|x| &buffer[(x, y)]);
        let marked = cells.filter(|cell| {
            let modifiers = cell.style().add_modifier;
            modifiers.contains(Modifier::BOLD | Modifier::UNDERLINED)
        });
        marked.map(|cell| cell.symbol().to_lowercase()).collect()
    });
    rows.filter(|row: &String| !row.is_empty()).collect()
}

#[test]
fn the_letters_that_were_looked_for_are_marked_and_no_others() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for text in ["cookie", "sess", "psql", "mdnhttp", "nodejs"] {
            let mut session = Session::new();
            session.size(width, height).keys("/").keys(text);
            let rows = marked(&mut session);
            assert!(!rows.is_empty(), "{text}");
            for row in rows {
                assert!(text.starts_with(&row) || row == text, "{row} for {text}");
            }
        }
    }
    assert_eq!(marked(Session::new().keys("/")), Vec::<String>::new());
}

#[test]
fn the_search_scrolls_to_the_last_hit_and_back() {
    let mut session = Session::new();
    session.size(80, 24).keys("/sql");
    let first = session.screen();
    for _ in 0..60 {
        session.keys("<down>");
        assert_eq!(session.rows_with("│▸").len(), 1);
    }
    let last = session.screen();
    let note = last.lines().find(|row| row.starts_with('└')).unwrap();
    let words: Vec<&str> = note.split_whitespace().collect();
    assert_eq!(words[1], words[3], "{note}");
    session.keys("<page-up><page-up><page-up>");
    assert_eq!(session.screen(), first);
}
