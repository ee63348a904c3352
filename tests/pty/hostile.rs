//! Hostile roadmaps, by the bytes that reach the terminal.

use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt as _;

use crate::support::escapes::{foreign, text};
use crate::support::{Home, Terminal, output};

/// What moves, hides or turns text, writes to clipboards, titles and links.
const EVIL: &str = "\x1b[2J\x1b]0;x\x07\x1b]52;c;eA==\x1b\\\x1b]8;;file:///\x1b\\\x1bPq\x1b\\\x1b[6n\
    \u{9b}31m\u{9d}0;x\u{9c}\u{90}\u{85}\r\n\t\x08\x7f\u{202e}\u{2066}\u{200e}\u{200b}\u{feff}\u{ad}\
    \u{e0041}\u{2028}";

/// Texts that a roadmap may hold, each with what it begins with once it is shown.
fn texts() -> [String; 5] {
    [
        format!("evil{EVIL}end"),
        format!("long{}", "x".repeat(10_000)),
        format!("flood z{}", "\u{301}\u{302}\u{20dd}".repeat(800)),
        format!("wide{}", "日本語漢字ﾊﾝｶｸ👩‍👩‍👧‍👦🇩🇪❤️¡±☠\u{2010}".repeat(60)),
        format!("turned\u{202e}{}\u{200f}", "שלום عربي".repeat(60)),
    ]
}

/// A text as YAML writes it with escapes.
fn quoted(text: &str) -> String {
    let escaped = text.chars().fold(String::new(), |mut escaped, each| {
        match u32::from(each) {
            _ if each.is_ascii_alphanumeric() || each == ' ' => escaped.push(each),
            code @ ..=0xffff => write!(escaped, "\\u{code:04x}").unwrap(),
            code => write!(escaped, "\\U{code:08x}").unwrap(),
        }
        escaped
    });
    format!("\"{escaped}\"")
}

/// A roadmap with a text wherever one can stand.
fn roadmap(text: &str) -> String {
    let t = quoted(text);
    format!(
        "format: 1
id: hostile
title: {t}
summary: {t}
steps:
  - id: one
    title: {t}
    short: {t}
    summary: {t}
    groups:
      - id: outer
        title: {t}
        summary: {t}
        topics:
          - id: first
            title: {t}
            summary: {t}
            checks: [{t}, {t}]
            links: [{{title: {t}, url: \"https://example.org/\"}}]
          - id: project
            title: {t}
            project: {{level: beginner, brief: {t}, practises: [one.outer.first], checklist: [{{id: c, title: {t}, summary: {t}}}]}}
portfolio: {{aim: [1, 2], include: [{{id: i, title: {t}, summary: {t}}}], demonstrates: [{{id: d, title: {t}}}]}}
courses: [{{id: course, title: {t}, summary: {t}, topics: [{{id: a, title: {t}}}]}}]
paths: [{{id: path, title: {t}, summary: {t}, stages: [{{id: s, title: {t}, covers: [one]}}]}}]
mistakes: [{{id: m, title: {t}, advice: {t}}}]
questions: [{{question: {t}, answer: {t}}}]
bottom-line: {t}
"
    )
}

/// Holds that nothing but frames was sent, and in them nothing that turns or hides text.
#[track_caller]
fn is_harmless(raw: &[u8]) {
    assert_eq!(foreign(raw), []);
    let hidden = |each: &char| {
        matches!(*each, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}'
            | '\u{e0000}'..='\u{e007f}')
    };
    let hidden: Vec<char> = text(raw).chars().filter(hidden).collect();
    assert_eq!(hidden, ['\0'; 0]);
}

/// Looks at everything, marks, takes back, and quits.
fn walk(home: &Home, file: &std::path::Path) -> Terminal {
    let launch = home.launch().argument("--roadmap").argument(file);
    let mut terminal = launch.size(120, 40).start();
    terminal.wait_for(" 0/2");
    terminal.send_and_wait("l", "space done");
    terminal.send_and_wait(" ", " 1/2");
    terminal.send_and_wait("j", "skip");
    for (columns, rows) in [(59, 12), (21, 6), (120, 40)] {
        terminal.resize(columns, rows);
        terminal.send("lGgh");
        terminal.wait_for(" 1/2");
    }
    terminal.send_and_wait("u", " 0/2");
    terminal.send_and_wait("?", "Search: ");
    terminal.send("\x1b");
    terminal.wait_until("no help", |frame| !frame.contains("Search: "));
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
    terminal
}

#[test]
fn whatever_a_roadmap_holds_reaches_the_terminal_as_plain_text() {
    for text in texts() {
        let home = Home::new();
        let file = home.file("hostile.yaml", roadmap(&text));
        let terminal = walk(&home, &file);
        is_harmless(&terminal.raw());
        let beginning: String = text.chars().take(4).collect();
        let raw = terminal.raw();
        assert!(self::text(&raw).contains(&beginning), "{beginning}");
    }
}

#[test]
fn a_hundred_thousand_topics_are_walked_through() {
    let home = Home::new();
    let mut yaml = "format: 1\nid: long\ntitle: Long\nsteps:\n".to_owned();
    yaml.push_str("  - id: s\n    title: All\n    topics:\n");
    for number in 1..=100_000 {
        writeln!(yaml, "      - {{id: t{number}, title: Topic {number}}}").unwrap();
    }
    let file = home.file("long.yaml", yaml);
    let mut terminal = home.launch().argument("--roadmap").argument(file).start();
    terminal.wait_for(" 0/100000");
    terminal.send_and_wait("lG", "▸○ Topic 100000");
    terminal.send_and_wait(" ", " 1/100000");
    terminal.send_and_wait("u", "Undone");
    terminal.send_and_wait("g", "▸○ Topic 1 ");
    terminal.send("q");
    assert!(terminal.end().success());
    is_harmless(&terminal.raw());
}

/// Everything that a run of the program said, which must be plain lines.
#[track_caller]
fn said(home: &Home, arguments: &[&str]) -> String {
    let output = output(&mut home.command(arguments));
    let said = [output.stdout, output.stderr].concat();
    let lines = String::from_utf8(said).unwrap();
    is_harmless(lines.replace('\n', "").as_bytes());
    lines
}

#[test]
fn what_is_said_about_a_hostile_file_is_plain_text() {
    for text in texts() {
        let home = Home::new();
        let quoted = quoted(&text);
        // YAML takes no longer keys.
        let key = self::quoted(&text.chars().take(120).collect::<String>());
        let good = roadmap(&text);
        let name = "hostile.yaml";
        for (file, expected) in [
            (good.clone(), "all is well"),
            (
                good.replace("id: first", &format!("id: {quoted}")),
                "is no id",
            ),
            (
                good.replace("level: beginner", &format!("level: {quoted}")),
                "unknown level",
            ),
            (
                good.replace("[one]", &format!("[{quoted}]")),
                "is no full id",
            ),
            (good.replace("summary:", &format!("{key}:")), "unknown key"),
            (
                good.replace("\"https://example.org/\"", &quoted),
                "an address such as",
            ),
            (format!("format: {quoted}\n"), "unknown format"),
            (format!("format: 1\n# {text}\nid: [}}"), "hostile.yaml:"),
            (format!("{text}: {text}"), "hostile.yaml:"),
        ] {
            home.file(name, file);
            let said = said(&home, &["check", name]);
            assert!(said.contains(expected), "{expected}: {said}");
        }
    }
}

#[test]
fn what_is_said_about_hostile_words_of_the_command_line_is_plain_text() {
    for text in texts() {
        let home = Home::new();
        let word = text.replace('\0', "");
        for arguments in [
            &["check", &word][..],
            &[&word],
            &[&format!("--{word}")],
            &[&format!("--ascii={word}")],
            &["--panic-on-key", &word],
            &["check", &format!("--{word}"), &word],
        ] {
            let said = said(&home, arguments);
            let beginning: String = text.chars().take(4).collect();
            assert!(said.contains(&beginning), "{arguments:?}\n{said}");
        }
        // What needs a terminal tells it there.
        let path = std::ffi::OsStr::from_bytes(word.as_bytes());
        for option in ["--roadmap", "--data-dir"] {
            let launch = home.launch().argument(option).argument(path);
            let mut terminal = launch.argument("--roadmap").argument("missing").start();
            assert_eq!(terminal.end().signal(), None);
            let raw = String::from_utf8(terminal.raw()).unwrap();
            is_harmless(raw.replace("\r\n", "").as_bytes());
        }
    }
}
