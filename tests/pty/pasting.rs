//! Pastes, long ones and evil ones.

use crate::support::escapes::foreign;
use crate::support::{Home, Terminal};

const BEGIN: &str = "\x1b[200~";
const END: &str = "\x1b[201~";

/// A hundred thousand bytes of keys that would mark, move and leave, and of what moves text.
fn evil() -> String {
    " ixu q\r\nG?\x03\x1a\x1b[2J\x1b]0;x\x07\u{9b}31m\u{202e}漢\t".repeat(4_000)
}

/// Pastes a text in pieces, each of which is taken before the next one comes.
fn paste_in_pieces(terminal: &mut Terminal, text: &str) {
    let characters: Vec<char> = format!("{BEGIN}{text}{END}").chars().collect();
    for piece in characters.chunks(17_003) {
        terminal.send(&piece.iter().collect::<String>());
        terminal.wait_until_read();
    }
}

fn paste(terminal: &mut Terminal, text: &str) {
    terminal.send(&format!("{BEGIN}{text}{END}"));
}

#[test]
fn a_paste_of_a_hundred_thousand_bytes_on_the_roadmap_does_nothing() {
    assert!(evil().len() > 100_000);
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    let before = terminal.send_and_wait("l", "space done");
    let frames = terminal.frames();
    for paste in [paste, paste_in_pieces] {
        paste(&mut terminal, &evil());
        terminal.send_and_wait("j", "▸○ Java ");
        terminal.send("k");
        terminal.wait_until("the same screen again", |frame| frame == before);
    }
    assert_eq!(terminal.frames(), frames + 4, "only the keys are drawn");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);
    assert!(!home.journal("backend").exists());
}

#[test]
fn the_search_of_the_help_takes_a_line_without_what_cannot_be_shown() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let first = terminal.wait_for(" 0/79");
    terminal.send_and_wait("?", "Search: ");
    paste(
        &mut terminal,
        "un\x1b\x07\u{9b}\u{202e}\u{200b}do\r\nquit\n",
    );
    let frame = terminal.wait_for("Search: undo ");
    assert_eq!(frame.matches("Search: ").count(), 1, "{frame}");
    assert!(frame.contains("Take back the latest change"), "{frame}");
    terminal.send("\x7f\x7f");
    terminal.wait_for("Search: un ");
    for paste in [paste, paste_in_pieces] {
        terminal.send("\x15");
        terminal.wait_for("Search:  ");
        paste(&mut terminal, &format!("{}{}", "x".repeat(100_000), evil()));
        let frame = terminal.wait_for("xxxx");
        assert_eq!(frame.matches("Search: ").count(), 1, "{frame}");
        assert!(frame.contains("No key does that."), "{frame}");
        // A second one makes the field no less quick.
        paste(&mut terminal, &evil());
        // So much is taken of a line, and no more.
        terminal.send(&"\x7f".repeat(200));
        terminal.wait_for("Search:  ");
        terminal.send("undo");
        terminal.wait_for("Search: undo ");
    }
    terminal.send("\x1b");
    terminal.wait_until("the roadmap", |frame| frame == first);
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);
    assert!(!home.journal("backend").exists());
}
