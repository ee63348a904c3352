//! Roadmaps other than the built-in one, journals from elsewhere, sizes.

use roadmap_tui::progress::Status::{Done, Learning};
use roadmap_tui::progress::{Change, Entry};
use roadmap_tui::tui::Msg;

use super::{at_first_point, at_projects, selected};
use crate::support::Session;

/// A change that the journal brings in.
fn arrives(session: &mut Session, change: Change) {
    session.tell(Msg::Read {
        entries: vec![Entry::new(
            "2026-11-23T12:00:00+01:00".parse().unwrap(),
            change,
        )],
        unreadable: Vec::new(),
        read_only: None,
    });
}

/// A roadmap with two topics of a step, a course with a topic and a project in it, and so many
/// points that the portfolio includes.
fn roadmap_of(points: usize) -> String {
    let include: Vec<String> = (1..=points)
        .map(|nth| format!("{{id: p{nth}, title: Point {nth}}}"))
        .collect();
    format!(
        "{{format: 1, id: o, title: Other, steps: [{{id: web, title: Web, topics: [{{id: http, title: HTTP}}, {{id: tls, title: TLS}}]}}],
        courses: [{{id: course, title: Course, topics: [{{id: deep, title: Deep}},
            {{id: build, title: Build it, project: {{level: advanced, brief: B, practises: [course.deep, web.tls], checklist: [{list}]}}}}]}}],
        portfolio: {{aim: [1, 1], include: [{list}]}}}}",
        list = include.join(", "),
    )
}

#[test]
fn a_roadmap_without_projects_says_so_and_how_a_file_adds_them() {
    let yaml =
        "{format: 1, id: a, title: A, steps: [{id: s, title: S, topics: [{id: t, title: T}]}]}";
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut session = Session::with_roadmap(yaml);
        session.size(width, height).keys("2");
        assert!(
            !session
                .rows_with("This roadmap has no projects.")
                .is_empty()
        );
        assert!(
            !session
                .rows_with("`project:` on a topic adds one")
                .is_empty()
        );
        for key in ["<space>", "i", "x", "r", "e"] {
            session.keys(key);
            assert_eq!(session.notice(), "This roadmap has no projects.");
        }
        session.keys("<enter>");
        assert!(
            !session.rows_with("{level:").is_empty(),
            "{}",
            session.screen()
        );
        assert!(!session.rows_with("says nothing of a portfolio").is_empty() || width < 60);
        assert_eq!(session.saved, []);
    }
}

#[test]
fn a_roadmap_without_a_portfolio_still_counts_its_projects() {
    let yaml = "{format: 1, id: a, title: A, steps: [{id: s, title: S, topics: [
        {id: t, title: Thing, project: {level: advanced, brief: Build it}}]}]}";
    let mut session = Session::with_roadmap(yaml);
    session.keys("2j<space>k");
    assert_eq!(session.rows_with("✓ 1 project done").len(), 1);
    assert_eq!(session.rows_with("─ 1 of 1 ─").len(), 1);
    assert_eq!(session.rows_with("`portfolio:`").len(), 1);
}

#[test]
fn a_topic_that_is_in_no_step_cannot_be_jumped_to_and_that_is_said() {
    let mut session = Session::with_roadmap(&roadmap_of(1));
    session.keys("2j<enter>");
    assert_eq!(selected(&mut session), "▸○ Deep (missing)");
    session.keys("<enter>");
    assert_eq!(
        session.notice(),
        "This topic belongs to no step: the roadmap cannot show it."
    );
    session.keys("j<enter>");
    assert_eq!(session.topic(), "web.tls");
    assert_eq!(session.pane(), "topics");
}

#[test]
fn enter_on_a_project_of_the_portfolio_shows_it_here() {
    let mut session = at_projects();
    session.keys("<enter>");
    assert!(selected(&mut session).starts_with("▸○ Todo API adds 5 of 5"));
    session.keys("<enter>");
    assert_eq!(session.rows_with("─ Todo API ─").len(), 1);
    session.keys("<esc>ik<enter>");
    assert_eq!(
        selected(&mut session)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        "▸◐ Todo API ○ ○ ○ ○ ○"
    );
    session.keys("<enter>");
    assert_eq!(session.rows_with("─ Todo API ─").len(), 1);
}

#[test]
fn many_points_stand_in_as_many_blocks_as_they_need() {
    for (width, blocks) in [(120, 3), (80, 4), (40, 5)] {
        let mut session = Session::with_roadmap(&roadmap_of(40));
        session.size(width, 60).keys("2");
        session.others_write("11:00:00", "course.build", Learning);
        session.others_write("11:00:01", "course.build.p40", Done);
        session.keys("<enter>");
        let rows = session.rows_with("◐ Build");
        let rows: Vec<&String> = rows.iter().filter(|row| row.contains(" ○ ")).collect();
        assert_eq!(rows.len(), blocks, "{}", session.screen());
        assert_eq!(
            rows.iter()
                .map(|row| row.matches('○').count())
                .sum::<usize>(),
            39
        );
        assert_eq!(
            rows.iter()
                .map(|row| row.matches('✓').count())
                .sum::<usize>(),
            1
        );
        assert_eq!(
            session.rows_with("shown by 1 project").len(),
            usize::from(width > 60)
        );
    }
}

#[test]
fn what_is_selected_in_a_text_stays_so_whatever_becomes_of_the_lines_above() {
    let mut session = at_first_point();
    for (width, height) in [(80, 24), (61, 13), (200, 60), (40, 12), (120, 40)] {
        session.size(width, height);
        assert_eq!(
            session.rows_with("▸○ Sign up and log in").len(),
            1,
            "{width}x{height}"
        );
    }
    // Of two rows that stand for the same project, the one that was selected.
    let mut portfolio = at_projects();
    portfolio.keys("ji").keys("k<enter>jj");
    assert!(
        selected(&mut portfolio).starts_with("▸◐ Todo API adds"),
        "{}",
        portfolio.screen()
    );
    for (width, height) in [(62, 40), (120, 40)] {
        portfolio.size(width, height);
        assert!(
            selected(&mut portfolio).starts_with("▸◐ Todo API adds"),
            "{}",
            portfolio.screen()
        );
    }
    // Two windows: the other one names a repository, and skips a topic, so that its row is longer.
    session.size(61, 13);
    session.others_write("11:00:00", "apis.request-validation", Learning);
    assert_eq!(session.rows_with("▸○ Sign up and log in").len(), 1);
    session.keys("<space>");
    assert_eq!(session.rows_with("▸✓ Sign up and log in").len(), 1);
}

#[test]
fn notes_and_addresses_of_a_hostile_journal_are_harmless() {
    let topic = || "projects.todo-api".to_owned();
    let mut session = at_projects();
    let text = "a\u{1b}[2Jb\u{202e}c\nd\u{9b}".to_owned();
    arrives(
        &mut session,
        Change::Note {
            topic: topic(),
            text,
        },
    );
    let url = "javascript:alert(1)".to_owned();
    arrives(
        &mut session,
        Change::Repository {
            topic: topic(),
            url,
        },
    );
    session.size(120, 200).keys("j");
    assert_eq!(
        session.rows_with("· a[2Jbc").len(),
        1,
        "{}",
        session.screen()
    );
    assert_eq!(session.rows_with("javascript:").len(), 0);
    assert_eq!(session.rows_with("none yet: r names it").len(), 1);
    session.keys("e");
    assert_eq!(session.rows_with("│ a[2Jbc ").len(), 1);
    assert_eq!(session.rows_with("│ d ").len(), 1);
    session.keys("<esc>");
    assert_eq!(session.saved, []);
}

#[test]
fn a_journal_that_takes_nothing_refuses_questions_and_their_answers() {
    let newer = |session: &mut Session| {
        session.tell(Msg::Read {
            entries: Vec::new(),
            unreadable: Vec::new(),
            read_only: Some("It is of a newer version.".to_owned()),
        });
    };
    // Enter on the note; first with the question open before the journal is known.
    for is_open in [true, false] {
        let mut session = at_projects();
        session.size(120, 200).keys("j<enter>");
        for _ in 0..60 {
            if !selected(&mut session).contains("none yet: e writes one") {
                session.keys("j");
            }
        }
        if is_open {
            session.keys("<enter>mind");
        }
        newer(&mut session);
        session.keys(if is_open { "<esc>" } else { "<enter>" });
        assert_eq!(session.notice(), "It is of a newer version.");
        assert_eq!(session.saved, []);
        assert_eq!(
            session.rows_with("│ mind").len(),
            usize::from(is_open),
            "what was typed stays"
        );
    }
}

#[test]
fn every_size_draws_the_list_the_portfolio_and_a_project() {
    let mut session = at_projects();
    for (time, id) in [
        ("11:00:00", "todo-api"),
        ("11:00:01", "todo-api.apis"),
        ("11:00:02", "blog-api"),
    ] {
        session.others_write(time, &format!("projects.{id}"), Done);
    }
    let walks = ["", "<enter>", "<esc>j<enter>", "G"];
    for keys in walks {
        session.size(120, 40).keys(keys);
        for width in (0..130).step_by(3) {
            for height in [0, 4, 5, 7, 8, 12, 13, 24, 45] {
                session.size(width, height);
                let buffer = session.buffer();
                let marker = session.model.look.glyphs.marker;
                let shown = buffer.content.iter().filter(|cell| cell.symbol() == marker);
                // One row of each pane that is shown, or the title of a text with nothing to select.
                let expected = match (session.model.layout(), width) {
                    (None, _) => 0,
                    (Some(_), ..60) => 1,
                    (Some(_), _) => 2 - usize::from(keys.is_empty()),
                };
                assert_eq!(
                    shown.count(),
                    expected,
                    "{width}x{height} {keys}\n{}",
                    session.screen()
                );
            }
        }
    }
}
