//! The projects screen: marking, ticking points, repository and note, jumps to topics and back.

mod others;
mod pictures;

use roadmap_tui::progress::Change;
use roadmap_tui::progress::Status::{Done, Learning, Skipped, Todo};

use crate::support::Session;

/// On the projects screen, at its first row.
fn at_projects() -> Session {
    let mut session = Session::new();
    session.keys("2");
    session
}

/// In the text of Todo API, the first project, scrolled so far that its first point is selected.
fn at_first_point() -> Session {
    let mut session = at_projects();
    session.keys("j<enter>").screen();
    for _ in 0..60 {
        if selected(&mut session).contains("Sign up and log in") {
            return session;
        }
        session.keys("j");
    }
    panic!("no point was selected:\n{}", session.screen());
}

/// The marked row of the text at 120 columns, or else of the list.
fn selected(session: &mut Session) -> String {
    let rows = session.rows_with("▸");
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.split_once('│'))
        .map(|(_, text)| text)
        .collect();
    let marked = texts.into_iter().find(|text| text.starts_with('▸'));
    marked.map_or_else(|| rows.concat(), str::to_owned)
}

/// The title of the text pane, which is that of the selected row.
fn shown(session: &mut Session) -> String {
    let screen = session.screen();
    let row = screen.lines().nth(2).unwrap_or_default();
    let title = row.split_once("┬─ ").map_or("", |(_, title)| title);
    title.split(" ─").next().unwrap_or_default().to_owned()
}

#[test]
fn the_portfolio_comes_first_and_then_every_project_under_its_level() {
    let mut session = at_projects();
    let mut titles = vec![shown(&mut session)];
    for _ in 0..9 {
        session.keys("j");
        titles.push(shown(&mut session));
    }
    let expected = [
        "Portfolio",
        "Todo API",
        "Notes Application",
        "Blog API",
        "E-commerce Backend",
        "Learning Management System",
        "URL Shortener",
        "Chat Application",
        "Food Delivery Backend",
        "Video Streaming Backend",
    ];
    assert_eq!(titles, expected);
    for heading in [
        "Beginner Projects",
        "Intermediate Projects",
        "Advanced Projects",
    ] {
        assert_eq!(session.rows_with(heading).len(), 1, "{heading}");
    }
}

#[test]
fn each_key_marks_the_project_and_the_second_time_takes_it_back() {
    let id = "projects.todo-api";
    for (key, status) in [("<space>", Done), ("i", Learning), ("x", Skipped)] {
        let mut session = at_projects();
        session.keys("j").keys(key);
        assert_eq!(session.status(id), status, "{key}");
        session.keys(key);
        assert_eq!(session.status(id), Todo, "{key}");
    }
    // Also in its text, as long as nothing in that is selected, and on its repository and note.
    let mut session = at_projects();
    session.size(40, 12).keys("j<enter><space>");
    assert_eq!(session.status(id), Done);
    assert_eq!(session.fraction(), "1/79");
}

#[test]
fn a_point_is_ticked_by_space_and_opened_again_by_space() {
    let mut session = at_first_point();
    session.keys("<space>");
    assert_eq!(
        session.notice(),
        "Authentication in Todo API is ticked. u takes it back."
    );
    assert_eq!(session.rows_with("✓ Sign up and log in").len(), 1);
    assert_eq!(
        session.rows_with("○ Todo API").len(),
        1,
        "the project itself stays as it was"
    );
    assert!(session.rows_with("○ Todo API")[0].contains("1/5"));
    let change = session.saved.last().map(|entry| entry.change.clone());
    let topic = "projects.todo-api.authentication".to_owned();
    assert_eq!(
        change,
        Some(Change::Status {
            topic,
            status: Done
        })
    );
    session.keys("<space>");
    assert_eq!(
        session.notice(),
        "Authentication in Todo API is open again."
    );
    assert!(session.rows_with("○ Todo API")[0].contains("0/5"));
}

#[test]
fn undo_and_redo_name_the_point_the_address_and_the_note() {
    let mut session = at_first_point();
    session.keys("<space>u");
    assert_eq!(
        session.notice(),
        "Undone: Authentication in Todo API is open. ctrl-r brings it back."
    );
    session.keys("<ctrl-r>");
    assert_eq!(
        session.notice(),
        "Redone: Authentication in Todo API is ticked."
    );
    assert_eq!(session.rows_with("✓ Sign up and log in").len(), 1);
    session.keys("rhttps://example.org/todo<enter>u");
    assert_eq!(
        session.notice(),
        "Undone: the repository of Todo API is gone. ctrl-r brings it back."
    );
    session.keys("<ctrl-r>");
    assert_eq!(
        session.notice(),
        "Redone: the repository of Todo API is https://example.org/todo."
    );
    session.keys("emind the indexes<esc>u");
    assert_eq!(
        session.notice(),
        "Undone: the note on Todo API is gone. ctrl-r brings it back."
    );
}

#[test]
fn a_tick_survives_a_restart() {
    let mut session = at_first_point();
    let mut again = session.keys("<space>").restarted();
    assert!(again.rows_with("○ Todo API")[0].contains("1/5"));
}

#[test]
fn enter_goes_to_a_practised_topic_and_backspace_comes_back_to_where_it_was() {
    let mut session = Session::new();
    // Somewhere on the roadmap, to which the way back leads as well.
    session.keys("jjj<enter>j2j<enter>jj");
    assert_eq!(selected(&mut session), "▸○ CRUD Operations (missing)");
    let before = session.screen();
    session.keys("<enter>");
    assert_eq!((session.topic(), session.pane()), ("apis.crud", "topics"));
    assert_eq!(session.rows_with("▸○ CRUD Operations").len(), 1);
    session.keys("<backspace>");
    assert_eq!(session.screen(), before);
    session.keys("1");
    assert_eq!((session.topic(), session.pane()), ("git.commits", "topics"));
}

#[test]
fn a_topic_ticked_on_a_jump_is_met_on_the_way_back_and_still_selected() {
    let mut session = at_projects();
    session.keys("j<enter>jj<enter><space><backspace>");
    assert_eq!(selected(&mut session), "▸✓ CRUD Operations");
    assert_eq!(
        session.rows_with("9 of its 10 topics are still open").len(),
        1
    );
}

#[test]
fn missing_topics_warn_and_the_project_can_be_begun_and_done_all_the_same() {
    let mut session = at_projects();
    session.keys("j");
    let warning = "All its 10 topics are still open: you can begin all the same.";
    assert_eq!(session.rows_with(warning).len(), 1);
    assert_eq!(session.rows_with("(missing)").len(), 10);
    session.keys("i");
    assert_eq!(session.rows_with("you can go on all the same.").len(), 1);
    session.keys("<space>");
    assert_eq!(session.status("projects.todo-api"), Done);
    assert_eq!(
        session.rows_with("All its 10 topics are still open.").len(),
        1
    );
}

#[test]
fn the_repository_is_asked_for_checked_and_shown() {
    for (keys, asked_by) in [("jr", "r on the list"), ("j<enter>r", "r in the text")] {
        let mut session = at_projects();
        session.keys(keys);
        assert_eq!(
            session.rows_with("─ Repository of Todo API ─").len(),
            1,
            "{asked_by}"
        );
        session.keys("ftp://example.org<enter>");
        assert_eq!(session.saved.len(), 0, "{asked_by}");
        session.keys("<ctrl-u>https://example.org/me/todo<enter>G");
        let change = session.saved.last().map(|entry| entry.change.clone());
        let (topic, url) = (
            "projects.todo-api".to_owned(),
            "https://example.org/me/todo".to_owned(),
        );
        assert_eq!(
            change,
            Some(Change::Repository { topic, url }),
            "{asked_by}"
        );
    }
}

#[test]
fn enter_on_repository_and_note_asks_for_them_with_what_they_are_now() {
    let mut session = at_first_point();
    session.keys("rhttps://example.org/me/todo<enter>emind the indexes<esc>");
    for (row, question, now) in [
        (
            "r changes the address:",
            "─ Repository of Todo API ─",
            "https://example.org/me/todo",
        ),
        (
            "mind the indexes",
            "─ Note on Todo API ─",
            "mind the indexes",
        ),
    ] {
        for _ in 0..60 {
            if selected(&mut session).contains(row) {
                break;
            }
            session.keys("j").screen();
        }
        assert!(selected(&mut session).contains(row), "{}", session.screen());
        session.keys("<enter>");
        assert_eq!(session.rows_with(question).len(), 1, "{question}");
        assert!(
            session.rows_with(&format!("│ {now}")).len() == 1,
            "{}",
            session.screen()
        );
        let saved = session.saved.len();
        session.keys("<esc>");
        assert_eq!(session.saved.len(), saved, "nothing was changed");
        // The status of the project can be set from both rows.
        session.keys("i");
        assert_eq!(session.status("projects.todo-api"), Learning);
        session.keys("i");
    }
}

#[test]
fn an_action_that_cannot_run_says_why_and_changes_nothing() {
    let table = [
        (
            "",
            "<space>",
            "The portfolio is done when its projects are: select one of them.",
        ),
        (
            "",
            "i",
            "The portfolio is done when its projects are: select one of them.",
        ),
        (
            "",
            "x",
            "The portfolio is done when its projects are: select one of them.",
        ),
        (
            "",
            "r",
            "That belongs to a single project: select one first.",
        ),
        (
            "",
            "e",
            "That belongs to a single project: select one first.",
        ),
        ("", "<esc>", "This is as far out as it goes: q quits."),
        ("j", "<esc>", "This is as far out as it goes: q quits."),
        (
            "j<enter>",
            "<space>",
            "A topic is marked on the roadmap: enter goes there, backspace comes back.",
        ),
    ];
    for (place, key, reason) in table {
        let mut session = at_projects();
        session.keys(place).screen();
        session.keys(key);
        assert_eq!(session.notice(), reason, "{place}{key}");
        assert_eq!(session.saved, [], "{place}{key}");
    }
    for (key, reason) in [
        ("i", "A point is ticked or not: space ticks it."),
        ("x", "A point is ticked or not: space ticks it."),
        (
            "<enter>",
            "This is as far in as it goes: space ticks the point.",
        ),
    ] {
        let mut session = at_first_point();
        assert_eq!(session.keys(key).notice(), reason, "{key}");
        assert_eq!(session.saved, [], "{key}");
    }
    let mut session = at_projects();
    session.size(40, 12).keys("j<enter><enter>");
    assert_eq!(
        session.notice(),
        "This is as far in as it goes: esc goes back out."
    );
}

#[test]
fn the_footer_offers_only_what_can_run() {
    let mut session = at_projects();
    assert_eq!(
        session.footer(),
        "enter in  / search  : commands  n next  ? help  q quit"
    );
    session.keys("j");
    assert_eq!(
        session.footer(),
        "space done  i learning  x skip  r repository  e note  enter in  / search  : commands  n next  ? help  q quit"
    );
    session.keys("<enter>");
    assert_eq!(
        session.footer(),
        "r repository  e note  enter in  esc out  / search  : commands  n next  ? help  q quit"
    );
    assert_eq!(
        at_first_point().footer(),
        "space done  r repository  e note  esc out  / search  : commands  n next  ? help  q quit"
    );
}

#[test]
fn a_burst_of_keys_does_what_single_keys_do() {
    for keys in [
        "2r",
        "2jr",
        "2j<space>",
        "2j<enter><space>",
        "2j<enter>jj<enter>",
        "2j<enter><esc>jx",
    ] {
        let [mut burst, mut single] = [(); 2].map(|()| Session::new());
        burst.keys(keys);
        for key in keys.split_inclusive(|each| each == '>' || !keys.contains('<')) {
            single.keys(key).screen();
        }
        assert_eq!(burst.screen(), single.screen(), "{keys}");
        assert_eq!(burst.saved.len(), single.saved.len(), "{keys}");
    }
}

#[test]
fn a_point_that_is_gone_to_is_in_view_with_all_its_text() {
    let mut session = Session::new();
    session.keys("2jj<enter>");
    let point = |session: &mut Session| {
        let screen = session.screen();
        let rows: Vec<String> = screen.lines().map(str::to_owned).collect();
        let at = rows
            .iter()
            .position(|row| row.contains("│▸○ Notes, tags, their join table"));
        at.map(|at| rows[at..].to_vec())
    };
    let found = (0..40).find_map(|_| point(session.keys("j")));
    let rows = found.unwrap();
    assert!(rows[1].contains("for the search"), "{rows:?}");
    // What the portfolio asks of it, to its last word.
    assert!(rows[5].contains("│   count."), "{rows:?}");
    // Where it does not fit, its beginning is shown.
    session.size(40, 8).keys("jk");
    let rows = session.rows_with("▸○ Notes, tags, their join table");
    assert_eq!(rows.len(), 1, "{}", session.screen());
}
