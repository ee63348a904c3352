//! What reaches the terminal, byte by byte.

use crate::support::escapes::{foreign, looks, text};
use crate::support::{Home, Terminal};

/// Everything that was sent, after a look at everything and the end.
fn all_bytes(mut terminal: Terminal) -> Vec<u8> {
    terminal.send("q");
    terminal.end();
    terminal.raw()
}

#[test]
fn the_terminal_is_asked_nothing_and_sent_nothing_but_its_frames() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jl ", " 1/79");
    terminal.send_and_wait("?", "Search: ");
    terminal.send("\x1b");
    terminal.wait_until("no help", |frame| !frame.contains("Search: "));
    terminal.resize(80, 24);
    terminal.send_and_wait("jx", "is skipped");
    let raw = all_bytes(terminal);
    assert_eq!(foreign(&raw), []);
    for query in [
        "\x1b[6n",
        "\x1b[c",
        "\x1b[>c",
        "\x1b]11;?",
        "\x1b[?u",
        "\x1bP",
    ] {
        let found = raw.windows(query.len()).any(|at| at == query.as_bytes());
        assert!(!found, "{query:?}");
    }
}

/// What moves, hides or turns text, in YAML's spelling.
const EVIL: &str = r"\e]0;x\a\e[2J\u009b31m\u202e\u2066\u200b\u0085\u009d\e[6n\r\n\t";

fn is_harmless(raw: &[u8]) {
    assert_eq!(foreign(raw), []);
    let shown = text(raw);
    let hidden: Vec<char> = shown
        .chars()
        .filter(|each| "\u{202e}\u{2066}\u{200b}\u{2028}\u{feff}".contains(*each))
        .collect();
    assert_eq!(hidden, ['\0'; 0]);
}

#[test]
fn no_control_character_of_a_roadmap_reaches_the_terminal() {
    let home = Home::new();
    let yaml = format!(
        r#"format: 1
id: evil
title: "A{EVIL}title"
summary: "A{EVIL}summary"
steps:
  - id: step
    title: "B{EVIL}title"
    summary: "B{EVIL}summary"
    groups:
      - id: group
        title: "C{EVIL}title"
        summary: "C{EVIL}summary"
        topics:
          - id: topic
            title: "D{EVIL}title"
            summary: "D{EVIL}summary"
            links: [{{title: "E{EVIL}title", url: "https://example.org/"}}]
            checks: ["F{EVIL}title"]
"#
    );
    let file = home.file("evil.yaml", yaml);
    let mut terminal = home
        .launch()
        .argument("--roadmap")
        .argument(file)
        .size(120, 40)
        .start();
    terminal.wait_for(" 0/1");
    terminal.wait_for("C]0;x");
    terminal.send_and_wait("l", "F]0;x");
    terminal.send_and_wait(" ", " 1/1");
    terminal.send_and_wait("u", "Undone: D]0;x");
    is_harmless(&all_bytes(terminal));
}

#[test]
fn no_control_character_of_a_journal_reaches_the_terminal() {
    let home = Home::new();
    let lines = [
        r#"- {at: "2026-11-22T21:06:01.123+01:00", topic: "gone EVIL", status: done}"#,
        r#"- {at: "2026-11-22T21:06:02 EVIL", topic: a, status: done}"#,
        r#"- {at: "2026-11-22T21:06:02.123+01:00", topic: a, status: "EVIL"}"#,
        "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}",
    ];
    let text = lines.join("\n").replace("EVIL", EVIL);
    let path = home.journal("backend");
    home.file(path.to_str().unwrap(), text + "\n");
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for("3 lines of your journal cannot be read");
    terminal.send_and_wait("u", "Undone: gone ");
    is_harmless(&all_bytes(terminal));
}

#[test]
fn no_control_character_of_another_roadmaps_journal_reaches_the_terminal() {
    let home = Home::new();
    let path = home.journal("backend");
    home.file(
        path.to_str().unwrap(),
        format!("- {{format: 1, roadmap: \"other{EVIL}\"}}\n"),
    );
    let mut terminal = home.launch().size(200, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "is the journal of the roadmap `other]0;x");
    is_harmless(&all_bytes(terminal));
}

/// The program with topics in every state.
fn colourful(home: &Home, variables: &[(&str, &str)], arguments: &[&str]) -> Terminal {
    let mut launch = home.launch().size(120, 40);
    for (name, value) in variables {
        launch = launch.variable(name, value);
    }
    for argument in arguments {
        launch = launch.argument(argument);
    }
    let mut terminal = launch.start();
    terminal.wait_for(" 0/79");
    terminal.send("ljjjj jjijx");
    terminal.wait_until_saved("1/78");
    terminal
}

/// Whether a number of a look is that of a colour.
fn is_colour(number: u16) -> bool {
    matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107)
}

#[test]
fn without_colour_bold_and_reverse_are_left() {
    let home = Home::new();
    let terminal = colourful(&home, &[("NO_COLOR", "1")], &[]);
    terminal.wait_for("▸⊘ Functions");
    terminal.has_look("Functions   ", vt100::Cell::inverse);
    terminal.has_look("Learn Programming Fundamentals", |cell| {
        cell.bold() && !cell.dim()
    });
    terminal.has_look("0/7 ─┬", |cell| !cell.dim());
    terminal.has_look("│", vt100::Cell::dim);
    let numbers = looks(&all_bytes(terminal));
    assert!(!numbers.iter().copied().any(is_colour), "{numbers:?}");
}

#[test]
fn colours_are_of_the_terminals_own_sixteen() {
    for variables in [&[][..], &[("NO_COLOR", "")]] {
        let home = Home::new();
        let numbers = looks(&all_bytes(colourful(&home, variables, &[])));
        assert!(numbers.iter().copied().any(is_colour), "{variables:?}");
        let chosen = numbers.windows(3).filter(|at| matches!(at[0], 38 | 48));
        for chosen in chosen {
            assert!(chosen[1] == 5 && chosen[2] < 16, "{chosen:?}");
        }
    }
}

#[test]
fn where_the_locale_or_the_learner_says_so_every_byte_is_ascii() {
    let cases = [
        (&[("LANG", "C")][..], &[][..]),
        (&[("LC_ALL", "POSIX")], &[]),
        (&[("LANG", "")], &[]),
        (&[], &["--ascii"]),
    ];
    for (variables, arguments) in cases {
        let home = Home::new();
        let mut terminal = colourful(&home, variables, arguments);
        terminal.send_and_wait("?", "Search: ");
        terminal.send("\x1b");
        terminal.wait_until("no help", |frame| !frame.contains("Search: "));
        let raw = all_bytes(terminal);
        assert!(raw.is_ascii(), "{variables:?} {arguments:?}");
        assert_eq!(foreign(&raw), []);
    }
}

#[test]
fn a_roadmap_in_another_script_is_drawn_in_ascii_where_that_is_all_there_is() {
    let home = Home::new();
    let yaml = "{format: 1, id: e, title: Études, steps: [{id: s, title: 数据库, topics: [{id: t, title: Müßig}]}]}";
    let file = home.file("e.yaml", yaml);
    let launch = home.launch().argument("--ascii").argument("--roadmap");
    let mut terminal = launch.argument(file).start();
    terminal.wait_for("?tudes");
    terminal.send_and_wait("l ", "M??ig is done");
    assert!(all_bytes(terminal).is_ascii());
}
