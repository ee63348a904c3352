//! Notes: written in place, brought back, written elsewhere, marked in lists.

use std::sync::Arc;

use roadmap_tui::progress::{Change, Entry};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::key::Key;
use roadmap_tui::tui::keymap::{Action, Keymap, OverlayAction};

use crate::support::Session;

/// A learner on HTTP, the first topic of step 3.
fn on_http() -> Session {
    let mut session = Session::new();
    session.keys("jjl").screen();
    session
}

/// The note on HTTP.
fn note(session: &Session) -> &str {
    let key = session.model.roadmap.topic("web.http").unwrap();
    session.model.progress.note(key).unwrap_or_default()
}

fn last_saved(session: &Session) -> &Change {
    &session.saved.last().unwrap().change
}

#[test]
fn a_note_is_written_in_place_and_kept_by_esc() {
    let mut session = on_http();
    session.keys("e304 has no body<enter>  - but an ETag<esc>");
    assert_eq!(session.notice(), "Noted on HTTP. u takes it back.");
    assert_eq!(note(&session), "304 has no body\n  - but an ETag");
    let expected = Change::Note {
        topic: "web.http".to_owned(),
        text: "304 has no body\n  - but an ETag".to_owned(),
    };
    assert_eq!(last_saved(&session), &expected);
    // Below its heading, line by line as it was typed.
    let screen = session.screen();
    let heading = screen.lines().position(|row| row.contains("≡ Your note"));
    let below: Vec<&str> = screen.lines().skip(heading.unwrap() + 1).take(2).collect();
    assert!(below[0].ends_with("│ 304 has no body"), "{screen}");
    assert!(below[1].ends_with("│   - but an ETag"), "{screen}");
    session.keys("u");
    assert_eq!(note(&session), "");
}

#[test]
fn what_is_not_changed_or_discarded_writes_nothing() {
    let mut session = on_http();
    session.keys("e<esc>eone<ctrl-g>e<esc>");
    assert_eq!(session.saved, []);
    session.keys("eone<esc>e two<backspace><backspace><backspace><backspace><esc>");
    assert_eq!(session.saved.len(), 1);
    session.keys("e two<ctrl-g>");
    assert_eq!((note(&session), session.saved.len()), ("one", 1));
}

#[test]
fn an_empty_text_takes_the_note_away() {
    let mut session = on_http();
    session.keys("eone<esc>e<ctrl-u><enter><esc>");
    assert_eq!(
        session.notice(),
        "The note on HTTP is gone. u brings it back."
    );
    assert_eq!(note(&session), "");
    session.keys("u");
    assert_eq!(note(&session), "one");
}

#[test]
fn letters_that_are_keys_elsewhere_are_typed_and_the_status_stays() {
    let mut session = on_http();
    session.keys("e qixu?1/:nE<enter>j<esc>");
    assert_eq!(note(&session), " qixu?1/:nE\nj");
    assert_eq!(session.effects, []);
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn several_lines_are_pasted_clean_and_all_of_them() {
    let mut session = on_http();
    session.keys("e");
    session.tell(Msg::Paste(
        "one\u{1b}[2J\r\ttwo\u{202e}\r\nthree\n".to_owned(),
    ));
    session.keys("!<esc>");
    assert_eq!(note(&session), "one[2J\n    two\nthree\n!");
}

#[test]
fn a_paste_that_is_too_long_is_left_out_and_says_so() {
    let mut session = on_http();
    session.keys("ekept ");
    session.tell(Msg::Paste("x".repeat(20_000)));
    assert!(
        session.notice().starts_with("The note is full"),
        "{}",
        session.notice()
    );
    session.keys("<esc>");
    assert_eq!(note(&session), "kept");
}

#[test]
fn older_versions_are_shown_one_by_one_and_brought_back() {
    let mut session = on_http();
    session.keys("efirst<esc>e<ctrl-u>second<esc>e<ctrl-u>third<esc>e!");
    for (title, text) in [
        ("─ Version of 23 Nov, 1 of 2: HTTP ─", "│ second"),
        ("─ Version of 23 Nov, 2 of 2: HTTP ─", "│ first"),
        ("─ Note on HTTP ─", "│ third!"),
        ("─ Version of 23 Nov, 1 of 2: HTTP ─", "│ second"),
    ] {
        session.keys("<ctrl-r>");
        assert_eq!(session.rows_with(title).len(), 1, "{}", session.screen());
        assert_eq!(session.rows_with(text).len(), 1, "{}", session.screen());
    }
    session.keys("<esc>");
    assert_eq!(note(&session), "second");
    // Brought back, it is an entry like any other.
    session.keys("u");
    assert_eq!(note(&session), "third");
}

#[test]
fn a_note_without_other_versions_says_so() {
    let mut session = on_http();
    session.keys("e<ctrl-r>");
    assert_eq!(session.notice(), "There is no other version of this note.");
}

#[test]
fn a_key_that_the_learner_gave_to_a_command_does_it_also_in_the_text() {
    let mut session = on_http();
    let mut keymap = Keymap::default();
    keymap.rebind(Action::Overlay(OverlayAction::Discard), &[Key::ctrl('k')]);
    session.model.keymap = Arc::new(keymap);
    session.keys("eone<ctrl-k>");
    assert!(session.model.overlay.is_none());
    assert_eq!(session.saved, []);
}

#[test]
fn on_another_layout_letters_are_typed_and_keys_with_ctrl_go_by_their_place() {
    let mut session = on_http();
    session.keys("eone two");
    for (key, base) in [
        (Key::ctrl('ц'), Key::ctrl('w')),
        (Key::char('ц'), Key::char('w')),
    ] {
        session.tell(Msg::KeyOfLayout { key, base });
    }
    session.keys("<esc>");
    assert_eq!(note(&session), "one ц");
}

#[test]
fn what_is_not_finished_is_kept_when_the_program_ends() {
    let mut session = on_http();
    session.keys("eone<esc>e two<ctrl-c>");
    assert_eq!(session.effects, [Effect::Quit]);
    session.tell(Msg::Ending);
    assert_eq!(note(&session), "one two");
    let mut session = on_http();
    session.keys("eone<esc>e<ctrl-c>").tell(Msg::Ending);
    assert_eq!(session.saved.len(), 1, "nothing was changed");
    session.keys("?").tell(Msg::Ending);
    assert_eq!(session.saved.len(), 1);
}

#[test]
fn what_is_not_finished_is_kept_even_if_the_journal_takes_nothing_any_more() {
    let mut session = on_http();
    session.keys("eone");
    session.tell(Msg::Read {
        entries: Vec::new(),
        unreadable: Vec::new(),
        read_only: Some("It is of a newer version.".to_owned()),
    });
    for key in ["<esc>", "<F4>"] {
        session.keys(key);
        assert_eq!(session.notice(), "It is of a newer version.");
        assert_eq!(session.rows_with("│ one").len(), 1, "what was typed stays");
    }
    assert_eq!(session.effects, []);
    session.tell(Msg::Ending);
    assert_eq!(session.saved.len(), 1);
}

#[test]
fn a_journal_that_takes_nothing_opens_no_note() {
    let mut session = on_http();
    session.tell(Msg::Read {
        entries: Vec::new(),
        unreadable: Vec::new(),
        read_only: Some("It is of a newer version.".to_owned()),
    });
    for key in ["e", "E"] {
        session.keys(key);
        assert_eq!(session.notice(), "It is of a newer version.");
        assert!(session.model.overlay.is_none() && session.effects.is_empty());
    }
}

#[test]
fn where_no_topic_is_selected_the_keys_say_why() {
    let mut session = Session::new();
    for key in ["e", "E", "o", "y"] {
        session.keys(key);
        assert_eq!(
            session.notice(),
            "That belongs to a single topic: press enter to go to the topics."
        );
        session.keys("2").keys(key);
        assert_eq!(
            session.notice(),
            "That belongs to a single project: select one first."
        );
        session.keys("3").keys(key);
        assert_eq!(
            session.notice(),
            "That belongs to a topic: go in with enter and select one in the text."
        );
        session.keys("1");
    }
    assert!(session.model.overlay.is_none());
}

#[test]
fn topics_of_the_path_and_projects_have_notes_as_well() {
    let mut session = Session::new();
    session.keys("2jea project<esc>");
    assert_eq!(session.notice(), "Noted on Todo API. u takes it back.");
    assert!(session.rows_with("○ Todo API")[0].contains("≡ 0/5"));
    session.keys("3j<enter>ea topic<esc>");
    let Change::Note { topic, text } = last_saved(&session).clone() else {
        panic!("no note");
    };
    assert_eq!(text, "a topic");
    let title = session.model.roadmap[session.model.roadmap.topic(&topic).unwrap()]
        .title
        .clone();
    let marked = format!("○ {title} ≡");
    assert_eq!(session.rows_with(&marked).len(), 1, "{}", session.screen());
}

#[test]
fn lists_mark_the_topics_that_have_a_note() {
    let mut session = on_http();
    session.keys("eone<esc>");
    assert!(session.rows_with("▸○ HTTP")[0].contains(" ≡ "));
    session.keys("<space>");
    assert!(session.rows_with("▸✓ HTTP")[0].contains("≡ 23 Nov"));
    assert_eq!(session.rows_with("≡").len(), 2, "{}", session.screen());
    session.ascii();
    assert!(session.rows_with(">x HTTP")[0].contains("= 23 Nov"));
    session.keys("e<ctrl-u><esc>");
    assert_eq!(session.rows_with("=").len(), 0);
}

#[test]
fn the_editor_begins_with_the_note_and_what_it_leaves_is_kept() {
    let mut session = on_http();
    session.keys("eone<esc>E");
    let topic = || "web.http".to_owned();
    let begun = Effect::Edit {
        topic: topic(),
        text: "one".to_owned(),
    };
    assert_eq!(session.effects, [begun]);
    session.tell(Msg::Edited {
        topic: topic(),
        text: Ok("one\ntwo\u{1b}  \n\n".to_owned()),
    });
    assert_eq!(note(&session), "one\ntwo");
    assert_eq!(session.notice(), "Noted on HTTP. u takes it back.");
    let saved = session.saved.len();
    session.tell(Msg::Edited {
        topic: topic(),
        text: Ok("one\ntwo\n".to_owned()),
    });
    assert_eq!(session.notice(), "The note is as it was.");
    session.tell(Msg::Edited {
        topic: topic(),
        text: Err("vim ended with status 1.".to_owned()),
    });
    assert_eq!(session.notice(), "vim ended with status 1.");
    assert_eq!(session.saved.len(), saved);
}

#[test]
fn a_note_goes_on_in_the_editor_and_is_still_there_where_that_fails() {
    for key in ["<alt-e>", "<F4>"] {
        let mut session = on_http();
        session.keys("ebegun here").keys(key);
        let topic = || "web.http".to_owned();
        let begun = Effect::Edit {
            topic: topic(),
            text: "begun here".to_owned(),
        };
        assert_eq!(session.effects, [begun]);
        session.tell(Msg::Edited {
            topic: topic(),
            text: Err("vim ended with status 1.".to_owned()),
        });
        assert_eq!(session.rows_with("│ begun here").len(), 1);
        session.keys("<F4>").tell(Msg::Edited {
            topic: topic(),
            text: Ok("begun here, ended there".to_owned()),
        });
        assert!(session.model.overlay.is_none());
        assert_eq!(note(&session), "begun here, ended there");
    }
}

#[test]
fn what_becomes_too_long_is_kept_beside_when_the_program_ends() {
    let mut session = on_http();
    session.keys("e");
    let text = format!("{}{}", "\"".repeat(8_000), " ".repeat(400));
    session.tell(Msg::Paste(format!("{text}\nb")));
    session.keys("<ctrl-a><backspace>").tell(Msg::Ending);
    let kept = Effect::KeepBeside {
        topic: "web.http".to_owned(),
        text: format!("{text}b"),
    };
    assert_eq!(session.effects, [kept]);
    assert_eq!((note(&session), session.saved.len()), ("", 0));
}

#[test]
fn an_editor_that_changed_nothing_leaves_what_others_wrote_meanwhile() {
    for (typed, left, expected) in [
        ("", "one", "theirs"),
        (" two", "one two", "one two"),
        (" two", "one", "theirs"),
    ] {
        let mut session = on_http();
        session.keys("eone<esc>e").keys(typed);
        let topic = || "web.http".to_owned();
        let text = "theirs".to_owned();
        let change = Change::Note {
            topic: topic(),
            text,
        };
        let at = "2026-11-23T12:30:00+01:00".parse().unwrap();
        session.tell(Msg::Read {
            entries: vec![Entry::new(at, change)],
            unreadable: Vec::new(),
            read_only: None,
        });
        session.keys("<F4>").tell(Msg::Edited {
            topic: topic(),
            text: Ok(format!("{left}\n")),
        });
        assert_eq!(note(&session), expected, "{typed}, {left}");
        assert!(session.model.overlay.is_none());
    }
}

#[test]
fn what_another_window_wrote_meanwhile_is_one_of_the_versions() {
    let mut session = on_http();
    session.keys("e");
    let change = Change::Note {
        topic: "web.http".to_owned(),
        text: "from there".to_owned(),
    };
    let at = "2026-11-23T12:03:00+01:00".parse().unwrap();
    session.tell(Msg::Read {
        entries: vec![Entry::new(at, change)],
        unreadable: Vec::new(),
        read_only: None,
    });
    session.keys("<esc>");
    assert_eq!(note(&session), "from there", "nothing was typed here");
    session.keys("e here<esc>e<ctrl-r>");
    assert_eq!(session.rows_with("│ from there").len(), 1);
}

/// A note with what is hard to draw, the cursor on the family.
fn written() -> Session {
    let mut session = on_http();
    session.keys("e");
    session.tell(Msg::Paste(
        "A response is cached by its validators: ETag and Last-Modified. 日本語 is wide.\n\n  - x\u{301} is one\n  - 👩‍👩‍👧‍👦 too".to_owned(),
    ));
    session.keys("<left><left><left><left><left>");
    session
}

#[test]
fn a_note_at_120x40() {
    insta::assert_snapshot!(written().screen(), @r"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Understand How the Web Works ─── 0/8 ─┬─ HTTP ───────────────────────────────────
     ○  1 Programming language      0/1 │▸○ HTTP                                 │ ○ to do
     ○  2 Programming fundamentals  0/8 │ ○ HTTPS                                │
    ▸○  3 How the web works         0/8 │ ○ DNS                                  │ HTTP is the protocol between clients and
     ○  4 Git and GitHub            0/6 │ ○ Browsers                             │ servers: a request names a method such
     ○  5 Runtime or framework      0/1 │ ○ Request-Response Cycle               │ as GET or POST and a path, a response
     ○  6 Databases                0/11 │ ○ Headers                              │ carries a status such as 200 or 404. It
     ○  7 API developm┌─ Note on HTTP ───────────────────────────────────────────────────────────────────┐uest must bring
     ○  8 Auth and aut│ A response is cached by its validators: ETag and Last-Modified. 日本語 is wide.  │eeds to know.
     ○  9 Real project│                                                                                  │hare these
     ○ 10 Backend inte│   - x́ is one                                                                     │the wire.
     ○ 11 Deployment  │   - 👩‍👩‍👧‍👦 too                                                                       │
     ○ 12 System desig│                                                                                  │n answer
     ○ 13 Data structu│                                                                                  │x status point
                      │                                                                                  │
                      │                                                                                  │eat a PUT, but
                      │                                                                                  │T?
                      │                                                                                  │t HTTP is
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │
                      │                                                                                  │ics
                      │                                                                                  │r.org/rfc/rfc9110
                      │                                                                                  │
                      │                                                                                  │illa.org/en-US/
                      │                                                                                  │Overview
                      └──────────────────────────────────────────────────────────────────────────────────┘
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────

     esc keep  ctrl-g discard  ctrl-r older  alt-e editor
    ");
}

#[test]
fn a_note_at_80x24() {
    insta::assert_snapshot!(written().size(80, 24).screen(), @r"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
    ┌─ Note on HTTP ───────────────────────────────────────────────────────────────┐
    │ A response is cached by its validators: ETag and Last-Modified. 日本語 is    │
    │ wide.                                                                        │
    │                                                                              │
    │   - x́ is one                                                                 │
    │   - 👩‍👩‍👧‍👦 too                                                                   │
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
    ────────────────────────────────────┴───────────────────────────────────────────

     esc keep  ctrl-g discard  ctrl-r older  alt-e editor
    ");
}

#[test]
fn a_note_at_40x12() {
    insta::assert_snapshot!(written().size(40, 12).screen(), @r"
    ┌─ Note on HTTP ───────────────────────┐
    │ A response is cached by its          │
    │ validators: ETag and Last-Modified.  │
    │ 日本語 is wide.                      │
    │                                      │
    │   - x́ is one                         │
    │   - 👩‍👩‍👧‍👦 too                           │
    │                                      │
    │                                      │
    └──────────────────────────────────────┘

     esc keep  ctrl-g discard  ctrl-r older
    ");
}

#[test]
fn every_size_draws_a_note_with_its_cursor() {
    use ratatui::layout::Position;
    use ratatui::style::Modifier;
    let mut session = written();
    for width in (0..130).step_by(7) {
        for height in [0, 4, 5, 7, 8, 12, 24, 45] {
            session.size(width, height);
            let buffer = session.buffer();
            let symbol = |at| buffer[at].symbol();
            let corner = |each| buffer.area.positions().find(|at| symbol(*at) == each);
            // The screen below has no corners, but a row that is marked like the cursor.
            let inside = corner("┌").zip(corner("┘")).map_or(0, |(first, last)| {
                let inside = buffer.area.positions().filter(|at| {
                    (first.x + 1..last.x).contains(&at.x) && (first.y + 1..last.y).contains(&at.y)
                });
                let is_cursor = |at: &Position| buffer[*at].modifier.contains(Modifier::REVERSED);
                inside.filter(is_cursor).count()
            });
            // The family is two cells wide.
            let expected = if session.model.layout().is_some() {
                2
            } else {
                0
            };
            assert_eq!(inside, expected, "{width}x{height}\n{}", session.screen());
        }
    }
}
