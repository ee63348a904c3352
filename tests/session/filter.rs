//! Filters: only some topics are shown, and nothing is counted otherwise.

use insta::assert_snapshot;
use proptest::prelude::*;
use roadmap_tui::progress::Status::{Done, Learning, Todo};

use crate::support::Session;

/// A learner some way into the third step and the sixth.
fn learner() -> Session {
    let mut session = Session::new();
    session.keys("jj<enter><space>j<space>jij<esc>jjj<enter>");
    session
}

/// The titles in the topics pane that have a status before them, with it.
fn topics(session: &mut Session) -> Vec<String> {
    let (width, height) = session.model.size();
    let pane = session.pane();
    session.keys(if pane == "steps" { "<enter>" } else { "" });
    let screen = session.size(40, 60).screen();
    let back = if pane == "steps" { "<esc>" } else { "" };
    // In a mode of filters `h` goes out where esc would show everything.
    session
        .keys(&back.replace("<esc>", "h"))
        .size(width, height);
    let rows = screen.lines().skip(3);
    rows.filter(|row| {
        ['○', '◐', '✓', '⊘']
            .iter()
            .any(|glyph| row.contains(*glyph))
    })
    .map(|row| row.trim_start_matches(['▸', ' ']).trim_end().to_owned())
    .collect()
}

/// The title of a topic by its full id.
fn title<'a>(session: &'a Session, id: &str) -> &'a str {
    let key = session.model.roadmap.topic(id).unwrap();
    &session.model.roadmap[key].title
}

/// The titles of the topics that are listed in the middle, at a width that has three panes.
fn in_topics_pane(session: &mut Session) -> Vec<String> {
    let screen = session.screen();
    let panes = screen.lines().filter_map(|row| row.split('│').nth(1));
    let rows = panes.filter_map(|row| row.split_once(['○', '◐', '✓', '⊘']));
    let titles = rows.map(|(_, rest)| rest.split("  ").next().unwrap_or_default());
    titles
        .map(|title| title.trim().trim_end_matches(['+', '≡', ' ']).to_owned())
        .collect()
}

#[test]
fn the_menu_of_filters_at_80x24() {
    let mut session = learner();
    assert_snapshot!(session.size(80, 24).keys("f").screen(), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 2/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Learn Databases ─────────── 0/11 ─┬─ PostgreSQL ───────────────── more below ─
     SQL Databases                  0/6 │ ○ to do
       Examples            pick 1 · 0/1 │
        ▸○ PostgreSQL                   │ PostgreSQL is an open-source relational
         ○ MySQL     ┌─ Show ────────────────────────────────────┐e to the SQL
       Topics to lear│ ▸ a all topics                            │columns,
         ○ Tables    │   o only what is open: to do or learning  │tial indexes.
         ○ Relationsh│   t only what is to do                    │transactional, so
         ○ Joins     │   l only what you are learning            │oll back as a
         ○ Indexes   │   d only what is done                     │s a server
         ○ Transactio│   s only what you skipped                 │p a small pool of
     NoSQL Databases │   n only what has a note                  │
       Examples      └───────────────────────────────────────────┘
         ○ MongoDB                      │ You know it when you can answer
         ○ Redis                        │ · Why does a service use a connection
       Topics to learn              0/4 │   pool instead of connecting per request?
         ○ Collections                  │ · What is VACUUM for, given that an
         ○ Documents                    │   UPDATE writes a new row version?
         ○ Data Modeling                │ · When would you choose a jsonb column
    ────────────────────────────────────┴───────────────────────────────────────────

     enter choose  esc close
    ");
}

#[test]
fn only_what_is_open_at_120x40() {
    let mut session = learner();
    assert_snapshot!(session.keys("kkkfo").screen(), @"
     Backend Developer Roadmap · only open                                                    █░░░░░░░░░░░░░░░░░░░░░░░ 2/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Runtime or framework ── pick 1 · 0/1 ─┬─ Echo ───────────────────────────────────
     ○  1 Programming language      0/1 │ JavaScript Developers     pick 1 · 0/1 │ ○ to do
     ○  2 Programming fundamentals  0/8 │   ○ Node.js                            │ + goes beyond the roadmap's source
     ◐  3 How the web works         2/8 │   ○ Express.js                         │
     ○  4 Git and GitHub            0/6 │   ○ NestJS                             │ Echo is a Go framework whose handlers
    ▸○  5 Runtime or framework      0/1 │ Java Developers           pick 1 · 0/1 │ return an error; one central
     ○  6 Databases                0/11 │   ○ Spring Boot                        │ HTTPErrorHandler turns it into the
     ○  7 API development           0/7 │ Python Developers         pick 1 · 0/1 │ response. CORS, gzip and rate-limit
     ○  8 Auth and authorization    0/7 │   ○ Django                             │ middleware are included, but you must
     ○  9 Real projects             0/3 │   ○ FastAPI                            │ register a Validator yourself. Version 5
     ○ 10 Backend internals         0/8 │ Go Developers +           pick 1 · 0/1 │ changed the handler's argument from
     ○ 11 Deployment                0/5 │   ○ net/http +                         │ echo.Context to *echo.Context, so check
     ○ 12 System design             0/6 │   ○ Gin +                              │ which one a tutorial uses.
     ○ 13 Data structures           0/8 │  ▸○ Echo +                             │
                                        │ C# Developers +           pick 1 · 0/1 │ You know it when you can answer
                                        │   ○ ASP.NET Core +                     │ · Where does an error returned by a
                                        │   ○ Minimal APIs +                     │   handler end up?
                                        │                                        │ · What must you register before
                                        │                                        │   c.Validate() works?
                                        │                                        │ · Why is it risky to bind a request
                                        │                                        │   straight into a database model?
                                        │                                        │
                                        │                                        │ Links
                                        │                                        │ 1 Echo documentation
                                        │                                        │   https://echo.labstack.com/
                                        │                                        │ 2 Echo on GitHub
                                        │                                        │   https://github.com/labstack/echo
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: finish DNS, under way since today
     esc show all  space done  i learning  x skip  enter in  e note  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn only_what_is_done_at_80x24() {
    let mut session = learner();
    assert_snapshot!(session.size(80, 24).keys("fd").screen(), @"
     Backend Developer Roadmap · only done            █░░░░░░░░░░░░░░░░░░░░░░░ 2/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ How the web works ────────── 2/8 ─┬─ HTTPS ────────────────────── more below ─
     ✓ HTTP                      23 Nov │ ✓ done on 23 Nov
    ▸✓ HTTPS                     23 Nov │
                                        │ HTTPS is HTTP inside TLS, by default on
                                        │ port 443. A certificate proves that the
                                        │ server speaks for its domain name; path,
                                        │ headers and body are then encrypted and
                                        │ protected against change. TLS often ends
                                        │ at a proxy; the app behind it learns the
                                        │ original scheme from X-Forwarded-Proto.
                                        │
                                        │ You know it when you can answer
                                        │ · What does a certificate prove, and what
                                        │   does it not prove?
                                        │ · What can someone on the same Wi-Fi
                                        │   still see of an HTTPS request?
                                        │ · What does the Strict-Transport-Security
                                        │   header tell a browser?
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: finish DNS, under way since today
     esc show all  space done  i learning  x skip  enter in  e note  ? help  q quit
    ");
}

#[test]
fn a_step_of_which_nothing_is_shown_says_so_at_40x12() {
    let mut session = learner();
    assert_snapshot!(session.size(40, 12).keys("fdhj<enter>").screen(), @"
     Backend Dev… · only done █░░░░░░░ 2/79
    ─ Learn Git and GitHub ─────────── 0/6 ─
     Nothing is done in this step yet. esc
     shows everything.





    ────────────────────────────────────────
     Next: finish DNS, under way since tod…
     esc show all  ? help  q quit
    ");
}

#[test]
fn a_filter_shows_what_it_says_and_counts_stay() {
    let mut session = Session::new();
    session.keys("jj<enter><space>ji<esc>");
    let fraction = session.fraction();
    for (key, shown) in [
        ("d", vec!["✓ HTTP"]),
        ("l", vec!["◐ HTTPS"]),
        ("s", vec![]),
        ("n", vec![]),
    ] {
        session.keys("f").keys(key);
        let all = topics(&mut session);
        let titles: Vec<&str> = all
            .iter()
            .map(|row| row.split("  ").next().unwrap())
            .collect();
        assert_eq!(titles, shown, "{key}");
        assert_eq!(session.fraction(), fraction);
    }
    session.keys("fo");
    let open = topics(&mut session);
    assert!(open.iter().all(|row| !row.contains('✓')), "{open:?}");
    assert_eq!(open.len(), 7);
    session.keys("fa");
    assert_eq!(topics(&mut session).len(), 8);
}

#[test]
fn the_header_names_the_filter_and_esc_shows_everything() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut session = Session::new();
        session.size(width, height).keys("jj<enter>fo");
        let header = |session: &mut Session| session.screen().lines().next().unwrap().to_owned();
        assert!(header(&mut session).contains("· only open"), "{width}");
        assert!(header(&mut session).contains("0/79"), "{width}");
        // To the left one still goes out.
        session.keys("h");
        assert_eq!(session.pane(), "steps");
        session.keys("l<esc>");
        assert!(!header(&mut session).contains("only"), "{width}");
        assert_eq!(session.pane(), "topics");
        session.keys("<esc>");
        assert_eq!(session.pane(), "steps");
    }
}

#[test]
fn other_screens_know_nothing_of_the_filter() {
    let mut session = Session::new();
    session.keys("fo2");
    assert!(!session.screen().contains("only open"));
    session.keys("1");
    assert!(session.screen().contains("only open"));
}

#[test]
fn a_topic_that_loses_its_place_stays_until_one_moves_away() {
    let mut session = Session::new();
    session.keys("jj<enter>fo<space>");
    assert_eq!(session.topic(), "web.http");
    assert_eq!(session.rows_with("▸✓ HTTP ").len(), 1);
    session.keys("<space>");
    assert_eq!(session.status("web.http"), Todo);
    session.keys("<space>j");
    assert_eq!(session.rows_with(" ✓ HTTP ").len(), 0);
    session.keys("jk");
    assert_eq!(session.topic(), "web.https", "HTTP is not there any more");
}

#[test]
fn headings_without_a_topic_go() {
    let mut session = Session::new();
    session.size(120, 60).keys("jjjjj<enter>G<space>fd");
    let screen = session.screen();
    assert!(screen.contains(" NoSQL Databases"), "{screen}");
    assert!(!screen.contains(" SQL Databases"), "{screen}");
}

#[test]
fn past_the_end_comes_the_next_step_that_has_something_shown() {
    let mut session = learner();
    // Done are topics of step 3 alone; then one of step 8.
    session.keys("hjj<enter><space>fd");
    assert_eq!(session.step(), 8);
    session.keys("k");
    assert_eq!((session.step(), session.topic()), (3, "web.https"));
    session.keys("jj");
    assert_eq!(session.step(), 8);
    session.keys("j");
    assert_eq!(session.step(), 8, "nothing further is done");
}

#[test]
fn a_filter_goes_to_the_nearest_topic_and_step_that_it_shows() {
    let mut session = Session::new();
    session.keys("jj<enter>jj<space>fd");
    assert_eq!(session.topic(), "web.dns");
    session.keys("<esc>gfd");
    assert_eq!(session.topic(), "web.dns");
    let mut elsewhere = Session::new();
    elsewhere.keys("jj<enter>jj<space>hjjjjfd");
    assert_eq!((elsewhere.step(), elsewhere.topic()), (3, "web.dns"));
}

#[test]
fn where_nothing_at_all_is_shown_there_is_nothing_to_mark() {
    let mut session = Session::new();
    session.keys("<enter>fn");
    assert!(
        session
            .screen()
            .contains("No topic of this step has a note.")
    );
    for key in ["<space>", "i", "x", "R", "v"] {
        session.keys(key);
        assert_eq!(session.saved, [], "{key}");
        assert_ne!(session.notice(), "", "{key}");
    }
    session.keys("jkgG<tab>");
    assert_eq!(session.saved, []);
    session.keys("<tab><esc>");
    assert_eq!(session.topic(), "language.javascript");
}

#[test]
fn what_is_undone_comes_back_into_an_empty_step() {
    let mut session = Session::new();
    session.keys("<enter><space>fdu");
    session.keys("hjk<enter>");
    assert!(
        session
            .screen()
            .contains("Nothing is done in this step yet.")
    );
    session.keys("<ctrl-r>");
    assert_eq!(session.rows_with("▸✓ JavaScript").len(), 1);
}

#[test]
fn a_jump_shows_its_topic_whatever_the_filter() {
    let mut session = Session::new();
    session.keys("jj<enter>fdn");
    let topic = session.topic().to_owned();
    assert_eq!(session.status(&topic), Todo);
    let title = session.model.roadmap[session.model.roadmap.topic(&topic).unwrap()]
        .title
        .clone();
    assert_eq!(session.rows_with(&format!("▸○ {title}")).len(), 1);
}

#[test]
fn a_jump_to_a_step_selects_only_what_the_filter_shows() {
    // The second topic of the step is done, and the first was selected there.
    for keys in ["", "<enter>"] {
        let mut session = Session::new();
        session.keys("jj<enter>j<space>khgg<enter><space>fd");
        assert_eq!(session.step(), 1);
        session.keys("/how the web works<enter>").keys(keys);
        let screen = session.screen();
        assert_eq!(session.topic(), "web.https", "{screen}");
        assert!(!screen.contains("○ HTTP "), "{screen}");
        session.keys("e");
        assert!(!session.screen().contains("Note on HTTP "), "{keys}");
    }
    // And where none is shown, none is selected.
    let mut session = Session::new();
    session.keys("<enter><space>fd/how the web works<enter><enter>");
    assert!(
        session
            .screen()
            .contains("Nothing is done in this step yet.")
    );
    session.keys("<space>");
    assert_eq!(session.saved.len(), 1);
}

#[test]
fn alternatives_that_are_done_are_shown_beside_the_pick() {
    let mut session = Session::new();
    session.keys("<enter><space>j<enter>gj<space>jx");
    session.keys("fd");
    assert_eq!(topics(&mut session).len(), 2, "both that are done");
    session.keys("fs");
    assert_eq!(topics(&mut session).len(), 1, "the one that was left out");
}

#[test]
fn beside_a_choice_that_is_made_nothing_is_open() {
    let mut session = Session::new();
    session.keys("<enter>i");
    session.keys("fo");
    assert_eq!(
        topics(&mut session).len(),
        1,
        "the language that is being learnt"
    );
    session.keys("<space>fo");
    assert_ne!(session.step(), 1, "its step has nothing open any more");
    session.keys("hg<enter>");
    assert!(session.screen().contains("Nothing is open in this step."));
    // What is to do is said of topics: those that were not picked are among them.
    session.keys("ft");
    assert_eq!(session.rows_with("4 others: enter shows them").len(), 1);
    session.keys("<enter>");
    assert_eq!(topics(&mut session).len(), 4);
}

#[test]
fn a_filter_is_not_undone_and_ends_with_the_program() {
    let mut session = Session::new();
    session.keys("jj<enter>fo<space>u");
    assert!(session.screen().contains("only open"));
    assert_eq!(session.status("web.http"), Todo);
    assert!(!session.restarted().screen().contains("only open"));
}

#[test]
fn a_note_is_what_the_filter_for_notes_looks_for() {
    let mut session = Session::new();
    session.keys("2<down>eRead the brief.<esc>1");
    session.keys("fn");
    assert_eq!(session.step(), 9);
    assert_eq!(topics(&mut session).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_filter_changes_a_count(
        marks in prop::collection::vec((0_usize..137, prop::sample::select(&[" ", "i", "x"][..])), 0..30),
        filters in prop::collection::vec(prop::sample::select(&["o", "t", "l", "d", "s", "n", "a"][..]), 1..5),
        walk in "[jkhlgG]{0,20}",
    ) {
        let mut session = Session::new();
        session.keys("<enter>");
        for (down, mark) in marks {
            session.keys(&"j".repeat(down % 11)).keys(mark);
        }
        session.buffer();
        let before = session.model.completion.total;
        for filter in filters {
            session.keys("f").keys(filter).keys(&walk);
            session.buffer();
            prop_assert_eq!(session.model.completion.total, before);
        }
    }

    #[test]
    fn with_a_filter_on_nothing_is_marked_that_is_not_shown(
        keys in prop::collection::vec(prop::sample::select(
            &["j", "k", "h", "l", "g", "G", " ", "i", "x", "u", "<enter>", "<esc>", "fo", "fd", "ft", "fl", "n", "v", "R", "<tab>"][..]), 0..40),
    ) {
        let mut session = Session::new();
        session.keys("<enter>").size(120, 60);
        for key in keys {
            let before = in_topics_pane(&mut session);
            // Among the steps it is the whole step that is marked.
            let marks_topics = session.pane() != "steps" && session.model.overlay.is_none();
            let saved = session.saved.len();
            session.keys(key);
            let titles: Vec<&str> = session.saved[saved..]
                .iter()
                .filter(|entry| marks_topics && entry.undoes.is_none())
                .map(|entry| title(&session, entry.change.topic().unwrap()))
                .collect();
            for title in titles {
                prop_assert!(before.contains(&title.to_owned()), "{title} is marked: {before:?}");
            }
            let shown = in_topics_pane(&mut session);
            let screen = session.screen();
            if let Ok(selected) = session.model.screens.roadmap.chosen()
                && session.model.overlay.is_none()
            {
                let title = &session.model.roadmap[selected].title;
                prop_assert!(shown.contains(title), "{title} is selected:\n{screen}");
            }
        }
    }
}

#[test]
fn learning_is_open_too() {
    let mut session = Session::new();
    session.keys("jj<enter>ifo");
    assert_eq!(session.status("web.http"), Learning);
    assert_eq!(topics(&mut session).len(), 8);
    session.keys("g<space>j");
    assert_eq!(session.status("web.http"), Done);
    assert_eq!(topics(&mut session).len(), 7);
}
