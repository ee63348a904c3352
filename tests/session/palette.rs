//! The list of commands: everything by name, and why not where it cannot run.

use std::collections::HashSet;

use roadmap_tui::progress::Change;
use roadmap_tui::tui::command::{Command, commands};
use roadmap_tui::tui::keymap::{Action, Context, KEYMAP, ScreenAction};
use roadmap_tui::tui::overlay::Overlay;
use roadmap_tui::tui::theme::Theme;

use crate::support::Session;

/// Keys that lead to places where different things can run.
const PLACES: [&str; 10] = ["", "l", "ll", "jjl<space>", "2", "2jl", "3", "3l", "4", "5"];

fn is_open(session: &Session) -> bool {
    matches!(session.model.overlay, Some(Overlay::Palette(_)))
}

/// All commands as the palette would show them.
fn all(session: &mut Session) -> Vec<Command> {
    session.screen();
    commands(&session.model)
}

#[test]
fn commands_at_120x40() {
    insta::assert_snapshot!(Session::new().size(120, 40).keys("jjl<space>:").screen(), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Understand How the Web Works ─── 1/8 ─┬─ HTTP ───────────────────────────────────
     ○  1 Programming language      0/1 │▸✓ HTTP                          23 Nov │ ✓ done on 23 Nov
     ○  2 Programming fundamentals  0/8 │ ○ HTTPS                                │
    ▸◐  3 How the web works         1/8 │ ○ DNS                                  │ HTTP is the protocol between clients and
     ○  4 Git and GitHub            0/6 │ ○ Browsers                             │ servers: a request names a method such
     ○  5 Runtime or framework      0/1 │ ○ Request-Response Cycle               │ as GET or POST and a path, a response
     ○  6 Databases   ┌─ Commands ───────────────────────────────────────────────────────────────────────┐s 200 or 404. It
     ○  7 API developm│ >                                                                                │uest must bring
     ○  8 Auth and aut│▸done                  Mark the topic as done; again: to do                 space │eeds to know.
     ○  9 Real project│ learning              Mark the topic as being learnt; again: to do             i │hare these
     ○ 10 Backend inte│ skip                  Leave the topic out, it no longer counts; again: to do   x │the wire.
     ○ 11 Deployment  │ note                  Write a note on the topic; lists mark what has one       e │
     ○ 12 System desig│ note-in-editor        Write the note in your own editor                        E │n answer
     ○ 13 Data structu│ open-link             Open a link of the topic in your browser                 o │x status point
                      │ copy-link             Copy the address of a link; the terminal keeps it        y │
                      │ filter                Show only some topics: what is open, done, has a note    f │eat a PUT, but
                      │ select                Select several topics, to mark them at once              v │T?
                      │ reset                 Put the topic, or the step, back to do                   R │t HTTP is
                      │ show-all              Show all topics                                            │
                      │ show-open             Show only what is open: to do or learning                  │
                      │ show-to-do            Show only what is to do                                    │
                      │ show-learning         Show only what you are learning                            │ics
                      │ show-done             Show only what is done                                     │r.org/rfc/rfc9110
                      │ show-skipped          Show only what you skipped                                 │
                      │ show-noted            Show only what has a note                                  │illa.org/en-US/
                      │ roadmap               The roadmap: steps and topics                            1 │Overview
                      │ Mark the topic as done; again: to do                                             │
                      └──────────────────────────────────────────────────────────────────────── 1 of 78 ─┘
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────

     enter run  ctrl-u clear  esc close
    ");
}

#[test]
fn commands_at_80x24() {
    insta::assert_snapshot!(Session::new().size(80, 24).keys(":sil").screen(), @"
    ┌─ Commands ───────────────────────────────────────────────────────────────────┐
    │ > sil                                                                        │
    │▸silence               Silence this mistake for two weeks; again: show it   s │
    │ silence-for-good      Silence this mistake for good; again: show it        S │
    │ skip                  Leave the topic out, it no longer counts; again: t…  x │
    │ suspend               Back to the shell for a while; fg comes back    ctrl-z │
    │ discard               Close it and leave the note as it was           ctrl-g │
    │ show-open             Show only what is open: to do or learning              │
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
    │ Only in the guide: 5                                                         │
    └───────────────────────────────────────────────────────────────────── 1 of 6 ─┘

     enter run  ctrl-u clear  esc close
    ");
}

#[test]
fn commands_at_40x12() {
    insta::assert_snapshot!(Session::new().size(40, 12).keys("<ctrl-p>next").screen(), @"
    ┌─ Commands ───────────────────────────┐
    │ > next                               │
    │▸next                               n │
    │ next-screen                        ] │
    │ next-pane                        tab │
    │ next-hit                           n │
    │ follow                             f │
    │                                      │
    │ Go to what is recommended next       │
    └───────────────────────────── 1 of 5 ─┘

     enter run  ctrl-u clear  esc close
    ");
}

#[test]
fn every_action_of_the_keymap_is_in_it_once() {
    for keys in PLACES {
        let mut session = Session::new();
        let shown: Vec<Action> = all(session.keys(keys))
            .iter()
            .map(|each| each.action)
            .collect();
        let actions: HashSet<Action> = KEYMAP.iter().map(|row| row.action).collect();
        assert_eq!(shown.len(), actions.len());
        assert_eq!(shown.into_iter().collect::<HashSet<_>>(), actions);
    }
}

#[test]
fn each_is_found_by_its_name() {
    for command in all(&mut Session::new()) {
        let mut session = Session::new();
        session.keys(":").keys(command.action.name());
        let Some(Overlay::Palette(palette)) = &session.model.overlay else {
            panic!("the list is closed");
        };
        assert_eq!(palette.selected().unwrap().action, command.action);
    }
}

#[test]
fn what_can_run_does_what_its_key_does() {
    for keys in PLACES {
        for command in all(Session::new().keys(keys)) {
            let key = command.keys.split(' ').next().unwrap_or_default();
            // It opens itself anew, and remembers that.
            if command.refusal.is_some() || key.is_empty() || command.action == Action::Palette {
                continue;
            }
            let (mut by_name, mut by_key) = (Session::new(), Session::new());
            by_name.keys(keys).screen();
            by_key.keys(keys).screen();
            by_name
                .keys(":")
                .keys(command.action.name())
                .keys("<enter>");
            let named = if key.chars().count() == 1 {
                key.to_owned()
            } else {
                format!("<{key}>")
            };
            by_key.keys(&named);
            let name = command.action.name();
            assert_eq!(by_name.screen(), by_key.screen(), "{keys} {name}");
            assert_eq!(by_name.effects, by_key.effects, "{keys} {name}");
            let changes = |session: &Session| -> Vec<Change> {
                session
                    .saved
                    .iter()
                    .map(|entry| entry.change.clone())
                    .collect()
            };
            assert_eq!(changes(&by_name), changes(&by_key), "{keys} {name}");
        }
    }
}

#[test]
fn what_cannot_run_says_why_and_stays() {
    for keys in PLACES {
        for command in all(Session::new().keys(keys)) {
            let Some(reason) = command.refusal else {
                continue;
            };
            let mut session = Session::new();
            session.keys(keys).screen();
            let before = session.saved.clone();
            session
                .keys(":")
                .keys(command.action.name())
                .keys("<enter>");
            assert!(is_open(&session), "{keys} {}", command.action.name());
            assert_eq!(session.notice(), reason);
            assert_eq!(session.saved, before);
        }
    }
}

#[test]
fn what_belongs_elsewhere_names_the_way_there() {
    let mut session = Session::new();
    for (name, reason) in [
        ("follow", "Only on the path: 3"),
        ("silence", "Only in the guide: 5"),
        ("repository", "Only among the projects: 2"),
        ("next-hit", "Only after a search: /"),
        (
            "accept",
            "Only in the search: /, or among the commands: :, or in a line of text, or in a list of choices, or at the beginning, or among the roadmaps: ctrl-o",
        ),
        (
            "select",
            "Several topics are selected where they are listed: enter goes to them.",
        ),
    ] {
        session.keys(":").keys(name).keys("<enter>");
        assert_eq!(session.notice(), reason);
        session.keys("<esc>");
    }
}

#[test]
fn what_can_run_comes_first_and_what_ran_lately_before_all() {
    let mut session = Session::new();
    let order = |session: &mut Session| -> Vec<String> {
        let screen = session.keys(":").screen();
        session.keys("<esc>");
        let rows = screen.lines().filter_map(|row| row.split_once('│'));
        let inside = rows.filter_map(|(_, row)| row.get(..20).or(Some(row)));
        inside
            .map(|row| row.trim_matches(['▸', ' ']).to_owned())
            .collect()
    };
    session.size(84, 24);
    let first = order(&mut session);
    assert!(first[1].starts_with("done"), "{first:?}");
    session.keys(":insights<enter>:guide<enter>:redo<enter>");
    session.keys("1:accept<enter><esc>");
    let lately = order(&mut session);
    let begin = ["redo", "guide", "insights", "done"];
    for (row, name) in lately[1..].iter().zip(begin) {
        assert!(row.starts_with(name), "{lately:?}");
    }
}

#[test]
fn it_asks_of_the_screen_below_what_can_run() {
    let mut session = Session::new();
    session.keys("3:");
    assert_eq!(session.model.contexts()[0], Context::Palette);
    assert_eq!(session.model.screen_contexts()[0], Context::Path);
    session.keys("follow<enter>");
    assert!(!is_open(&session));
    assert!(session.notice().starts_with("Following"));
    // What only a mode of the screen takes belongs to it as well.
    session.keys("/http<enter>:next-hit<enter>");
    assert!(
        session.notice().starts_with("http: 2 of"),
        "{}",
        session.notice()
    );
    // Its key is n now, so that of what is next is none.
    let next = all(&mut session)
        .into_iter()
        .find(|each| each.action == Action::GoToNext);
    assert_eq!(next.unwrap().keys, "");
}

#[test]
fn a_theme_is_worn_while_it_is_selected_and_kept_once_it_runs() {
    let mut session = Session::new();
    let worn = |session: &mut Session| {
        session.screen();
        session.model.look.theme
    };
    for (keys, theme) in [
        (":theme-dark", Theme::Dark),
        ("<ctrl-u>theme-light", Theme::Light),
        ("<ctrl-u>quit", Theme::Auto),
        ("<ctrl-u>theme-dark<esc>", Theme::Auto),
        (":theme-light<enter>", Theme::Light),
    ] {
        assert_eq!(worn(session.keys(keys)), theme, "{keys}");
    }
    // What cannot run is not shown beforehand either.
    let mut session = Session::new();
    session.model.wardrobe.configured = Theme::Dark;
    session.model.wardrobe.colourless = true;
    assert_eq!(worn(session.keys(":theme-light")), Theme::Mono);
}

#[test]
fn no_hit_says_what_to_do() {
    let mut session = Session::new();
    session.keys(":qqqq");
    assert_eq!(
        session
            .rows_with("No command has all of these letters.")
            .len(),
        1
    );
    session.keys("<enter>");
    assert!(is_open(&session));
}

#[test]
fn words_of_the_help_find_a_command_too() {
    let mut session = Session::new();
    session.keys(":take back");
    let Some(Overlay::Palette(palette)) = &session.model.overlay else {
        panic!("the list is closed");
    };
    assert_eq!(palette.selected().unwrap().action, Action::Undo);
    let motion = Action::Screen(ScreenAction::In);
    assert!(motion.is_motion() && !Action::Undo.is_motion());
}
