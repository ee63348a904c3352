//! The roadmap screen: moving, panes, counts, the footer.

use roadmap_tui::progress::{Change, Entry};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;

use crate::support::Session;

/// Where a sentence of keys leads: pane, step and topic.
fn place(session: &mut Session, keys: &str) -> (&'static str, usize, String) {
    session.keys(keys);
    (session.pane(), session.step(), session.topic().to_owned())
}

/// A roadmap of one step with so many topics, `all.t1` and so on.
fn long_step(topics: usize) -> Session {
    let topics: Vec<String> = (1..=topics)
        .map(|nth| format!("{{id: t{nth}, title: Topic {nth}}}"))
        .collect();
    Session::with_roadmap(&format!(
        "{{format: 1, id: long, title: Long, steps: [{{id: all, title: All, topics: [{}]}}]}}",
        topics.join(", ")
    ))
}

#[test]
fn a_new_learner_sees_the_thirteen_steps_and_0_of_79() {
    let mut session = Session::new();
    assert_eq!(session.fraction(), "0/79");
    assert_eq!(session.model.roadmap.steps.len(), 13);
    assert_eq!(
        place(&mut session, ""),
        ("steps", 1, "language.javascript".to_owned())
    );
}

#[test]
fn every_key_that_moves_among_steps_leads_where_it_says() {
    // At 40x12 seven rows of a list are in view.
    let table = [
        ("j", 2),
        ("<down>", 2),
        ("jjk", 2),
        ("jj<up>", 2),
        ("k", 1),
        ("<up>", 1),
        ("G", 13),
        ("<end>", 13),
        ("Gg", 1),
        ("G<home>", 1),
        ("Gj", 13),
        ("<page-down>", 8),
        ("<page-down><page-down>", 13),
        ("G<page-up>", 6),
        ("j<page-up>", 1),
        ("<ctrl-d>", 4),
        ("G<ctrl-u>", 10),
    ];
    for (keys, step) in table {
        let mut session = Session::new();
        session.size(40, 12).keys(keys);
        assert_eq!((session.pane(), session.step()), ("steps", step), "{keys}");
    }
}

#[test]
fn every_key_that_moves_among_topics_leads_where_it_says() {
    let table = [
        ("j", 2),
        ("<down>", 2),
        ("jjk", 2),
        ("jj<up>", 2),
        ("k", 1),
        ("G", 40),
        ("<end>", 40),
        ("Gg", 1),
        ("G<home>", 1),
        ("<page-down>", 8),
        ("G<page-up>", 33),
        ("<ctrl-d>", 4),
        ("G<ctrl-u>", 37),
        ("G<page-down>", 40),
        ("<page-up>", 1),
    ];
    for (keys, topic) in table {
        let mut session = long_step(40);
        session.size(40, 12).keys("<enter>").keys(keys);
        assert_eq!(session.topic(), format!("all.t{topic}"), "{keys}");
    }
}

#[test]
fn every_key_that_scrolls_the_text_shows_the_lines_it_says() {
    let first_line = |keys: &str| {
        let mut session = Session::new();
        session.size(40, 12).keys("<enter><enter>");
        // The text is laid out before a frame is drawn, and keys come one frame after the other.
        for key in keys.split_inclusive(|each| each == '>' || !keys.contains('<')) {
            session.screen();
            session.keys(key);
        }
        session
            .screen()
            .lines()
            .nth(2)
            .unwrap_or_default()
            .to_owned()
    };
    let lines: Vec<String> = (0..12)
        .map(|times| first_line(&"j".repeat(times)))
        .collect();
    assert!(lines[0].contains("to do"), "{lines:?}");
    assert!(lines[2].contains("JavaScript is the language"), "{lines:?}");
    assert_eq!(first_line("<down>"), lines[1]);
    assert_eq!(first_line("jjk"), lines[1]);
    assert_eq!(first_line("<page-down>"), lines[7]);
    assert_eq!(first_line("<page-down><page-up>"), lines[0]);
    assert_eq!(first_line("<ctrl-d>"), lines[3]);
    assert_eq!(first_line("<page-down><ctrl-u>"), lines[4]);
    assert_eq!(first_line("<end><home>"), lines[0]);
    assert_eq!(first_line("Gg"), lines[0]);
    // The end of the text fills the pane, and one row up is seen at once.
    let end = first_line("G");
    assert_eq!(first_line("<end>"), end);
    assert_eq!(first_line("Gj"), end);
    assert_ne!(first_line("Gk"), end);
}

#[test]
fn a_burst_of_keys_scrolls_the_text_as_single_keys_do() {
    for keys in ["G", "Gk", "Gjkk", "<page-down>k"] {
        let [mut burst, mut single] = [(); 2].map(|()| Session::new());
        burst.size(40, 12).keys("<enter><enter>").keys(keys);
        single.size(40, 12).keys("<enter><enter>").screen();
        for key in keys.split_inclusive(|each| each == '>' || !keys.contains('<')) {
            single.keys(key).screen();
        }
        assert_eq!(burst.screen(), single.screen(), "{keys}");
    }
}

#[test]
fn the_end_of_a_text_is_in_view_and_says_no_more_below() {
    let mut session = Session::new();
    session.size(40, 12).keys("<enter><enter>");
    assert_eq!(session.rows_with("more below").len(), 1);
    session.keys("G");
    assert_eq!(session.rows_with("more below").len(), 0);
    assert_eq!(session.rows_with("https://developer.mozilla.org").len(), 1);
}

#[test]
fn enter_right_and_l_go_in_and_esc_left_and_h_go_out() {
    for (into, out) in [("<enter>", "<esc>"), ("<right>", "<left>"), ("l", "h")] {
        let mut session = Session::new();
        let mut panes = vec![session.pane()];
        for key in [into, into, out, out] {
            panes.push(session.keys(key).pane());
        }
        assert_eq!(
            panes,
            ["steps", "topics", "detail", "topics", "steps"],
            "{into}"
        );
    }
}

#[test]
fn tab_and_shift_tab_go_around_the_panes() {
    let mut session = Session::new();
    let there: Vec<_> = (0..3).map(|_| session.keys("<tab>").pane()).collect();
    assert_eq!(there, ["topics", "detail", "steps"]);
    let back: Vec<_> = (0..3).map(|_| session.keys("<shift-tab>").pane()).collect();
    assert_eq!(back, ["detail", "topics", "steps"]);
}

#[test]
fn q_and_ctrl_c_quit_from_every_pane_and_esc_from_none() {
    for pane in ["", "<tab>", "<tab><tab>"] {
        for quit in ["q", "<ctrl-c>"] {
            let mut session = Session::new();
            session.keys(pane).keys("<esc><esc><esc>");
            assert_eq!(session.effects, []);
            session.keys(quit);
            assert_eq!(session.effects, [Effect::Quit], "{quit}");
        }
    }
}

#[test]
fn ctrl_z_asks_for_the_shell() {
    let mut session = Session::new();
    session.keys("<ctrl-z>");
    assert_eq!(session.effects, [Effect::Suspend]);
    session.keys("?<ctrl-z>");
    assert_eq!(session.effects, [Effect::Suspend, Effect::Suspend]);
}

#[test]
fn a_key_without_a_meaning_does_nothing() {
    let mut session = Session::new();
    let before = session.screen();
    session.keys("zZ0<ctrl-x><backspace><F1><esc>");
    assert_eq!(session.screen(), before);
    assert_eq!((session.saved.len(), session.effects.len()), (0, 0));
}

#[test]
fn in_at_the_text_and_out_at_the_steps_say_why_not() {
    let mut session = Session::new();
    session.keys("<esc>");
    assert_eq!(session.notice(), "This is as far out as it goes: q quits.");
    assert_eq!(session.pane(), "steps");
    session.keys("<enter><enter><enter>");
    assert_eq!(
        session.notice(),
        "This is as far in as it goes: esc goes back out."
    );
    assert_eq!(session.pane(), "detail");
}

#[test]
fn moving_past_the_last_topic_goes_on_to_the_next_step_and_back() {
    let mut session = Session::new();
    assert_eq!(
        place(&mut session, "<enter>Gj"),
        ("topics", 2, "fundamentals.variables".to_owned())
    );
    assert_eq!(
        place(&mut session, "k"),
        ("topics", 1, "language.csharp".to_owned())
    );
}

#[test]
fn moving_past_the_ends_of_the_roadmap_stays_there() {
    let mut session = Session::new();
    assert_eq!(place(&mut session, "<enter>k").2, "language.javascript");
    let (_, step, last) = place(&mut session, "<esc>G<enter>G");
    assert_eq!(place(&mut session, "j"), ("topics", step, last));
}

#[test]
fn pages_and_ends_stay_within_the_step() {
    for keys in ["G<page-down>", "G<ctrl-d>", "GG", "<end><end>"] {
        assert_eq!(
            place(&mut Session::new(), &format!("<enter>{keys}")).1,
            1,
            "{keys}"
        );
    }
}

#[test]
fn j_and_k_in_order_pass_every_topic_of_the_roadmap_once() {
    let mut session = Session::new();
    session.keys("<enter>");
    let steps = session.model.roadmap.steps.iter();
    let all: Vec<String> = steps
        .flat_map(|step| step.topics.keys())
        .map(|key| session.model.roadmap[key].id.clone())
        .collect();
    let walk = |session: &mut Session, key: &str| -> Vec<String> {
        let mut seen = vec![session.topic().to_owned()];
        while session.keys(key).topic() != seen[seen.len() - 1] {
            seen.push(session.topic().to_owned());
        }
        seen
    };
    assert_eq!(walk(&mut session, "j"), all);
    let mut back = walk(&mut session, "k");
    back.reverse();
    assert_eq!(back, all);
}

#[test]
fn each_step_remembers_its_topic() {
    let mut session = Session::new();
    assert_eq!(
        place(&mut session, "<enter>jj<esc>j").2,
        "fundamentals.variables"
    );
    assert_eq!(place(&mut session, "<enter>j<esc>k").2, "language.python");
    assert_eq!(place(&mut session, "j").2, "fundamentals.functions");
}

#[test]
fn headings_come_into_view_with_the_first_topic_below_them() {
    let mut session = Session::new();
    session.size(40, 12).keys("jjjjj<enter>");
    assert_eq!(session.rows_with("SQL Databases").len(), 1);
    session.keys("G");
    assert_eq!(session.rows_with(" SQL Databases").len(), 0);
    session.keys("g");
    let rows = session.screen();
    let rows: Vec<&str> = rows.lines().skip(2).take(3).map(str::trim_start).collect();
    assert!(rows[0].starts_with("SQL Databases"), "{rows:?}");
    assert!(rows[1].starts_with("Examples"), "{rows:?}");
    assert!(rows[2].starts_with("▸○ PostgreSQL"), "{rows:?}");
}

#[test]
fn headings_come_into_view_when_their_first_topic_is_reached_from_below() {
    let mut session = Session::new();
    session.size(40, 12).keys("jjjjj<enter>G");
    while session.topic() != "databases.nosql.mongodb" {
        session.keys("k");
        session.screen();
    }
    let rows = session.screen();
    let at = rows
        .lines()
        .position(|row| row.contains("▸○ MongoDB"))
        .unwrap();
    let above: Vec<&str> = rows.lines().skip(at - 2).take(2).collect();
    assert!(above[0].contains("NoSQL Databases"), "{above:?}");
    assert!(above[1].contains("Examples"), "{above:?}");
}

#[test]
fn a_screen_that_is_too_small_says_which_size_it_needs() {
    for (width, height) in [(19, 24), (80, 4), (10, 1)] {
        assert_eq!(
            Session::new().size(width, height).screen().trim_end(),
            "needs 20x5"
        );
    }
    assert!(Session::new().size(20, 5).screen().contains("Backend"));
}

#[test]
fn keys_on_a_screen_that_is_too_small_change_nothing_unseen() {
    let mut session = Session::new();
    session.keys("<enter><space>");
    let (seen, told) = (session.screen(), session.notice().to_owned());
    session.size(19, 5).keys("j<space>ixuh<ctrl-r>?<esc>");
    assert_eq!(session.saved.len(), 1);
    assert_eq!(session.notice(), told);
    assert_eq!(session.size(120, 40).screen(), seen);
    session.keys("?un").size(20, 4).keys("do<esc><ctrl-u>");
    session.tell(Msg::Paste("do".to_owned()));
    assert_eq!(session.size(120, 40).rows_with("Search: un ").len(), 1);
}

#[test]
fn a_screen_that_is_too_small_is_left_all_the_same() {
    for (keys, effect) in [
        ("q", Effect::Quit),
        ("<ctrl-c>", Effect::Quit),
        ("<ctrl-z>", Effect::Suspend),
    ] {
        let mut session = Session::new();
        session.size(1, 1).keys(keys);
        assert_eq!(session.effects, [effect]);
    }
}

#[test]
fn an_ascii_terminal_gets_ascii_only() {
    for keys in ["", "<tab><space>jijx", "jjjj<tab><tab>", "?", "?zzz"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5), (5, 2)] {
            let mut session = Session::new();
            let screen = session.ascii().size(width, height).keys(keys).screen();
            assert!(screen.is_ascii(), "{screen}");
        }
    }
}

#[test]
fn every_sign_of_the_program_has_an_ascii_form() {
    let mut session = Session::new();
    session.ascii().keys("jj<enter>ijxj<space>").keys("<esc>");
    // What has none is shown as a question mark; the only one here is that of the help.
    assert_eq!(session.screen().matches('?').count(), 1);
    assert_eq!(session.rows_with("│").len(), 0);
    assert!(session.rows_with(">~  3 How the web works").len() == 1);
    for topic in ["~ HTTP ", "- HTTPS ", "x DNS ", "o Browsers "] {
        assert_eq!(session.rows_with(topic).len(), 1, "{topic}");
    }
}

#[test]
fn the_text_of_another_topic_or_step_begins_at_its_top() {
    let mut session = Session::new();
    session.size(120, 12).keys("<enter><enter>G<esc>j<enter>");
    assert_eq!(session.rows_with("│ ○ to do").len(), 1);
    session.size(40, 12).keys("G<esc><enter>");
    assert_eq!(session.rows_with("○ to do").len(), 1);
}

#[test]
fn what_the_learner_wrote_about_a_topic_stands_in_its_text() {
    let mut session = Session::new();
    let about = |topic: &str| topic.to_owned();
    let at = "2026-11-23T11:00:00+01:00".parse().unwrap();
    let entries = vec![
        Entry::new(
            at,
            Change::Note {
                topic: about("web.http"),
                text: "304 has no \u{1b}[2Jbody".to_owned(),
            },
        ),
        Entry::new(
            at,
            Change::Repository {
                topic: about("projects.todo-api"),
                url: "https://example.org/me/todo".to_owned(),
            },
        ),
    ];
    session.tell(Msg::Read {
        entries,
        unreadable: Vec::new(),
        read_only: None,
    });
    session.keys("jj<enter>");
    assert_eq!(session.rows_with("Your note").len(), 1);
    assert_eq!(session.rows_with("304 has no [2Jbody").len(), 1);
    session.keys("jGk");
    assert_eq!(session.rows_with("Your note").len(), 0);
    session.keys("<esc>jjjjjj<enter>");
    assert_eq!(session.topic(), "projects.todo-api");
    assert_eq!(session.rows_with("https://example.org/me/todo").len(), 1);
}
