//! Search and commands, typed in the real program.

use crate::support::Home;
use crate::support::escapes::foreign;

#[test]
fn what_is_typed_is_found_marked_and_gone_to() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let first = terminal.wait_for(" 0/79");
    terminal.send_and_wait("/", "Type a few letters");
    terminal.send_and_wait("cook", "▸○ Cookies");
    terminal.has_look("Cook", |cell| cell.bold() && cell.underline());
    terminal.has_look("ies ", |cell| !cell.underline());
    terminal.send_and_wait("\r", " cook: 1 of 2");
    terminal.send_and_wait("n", " cook: 2 of 2");
    terminal.send_and_wait("\x1b", " The search for cook is over.");
    terminal.send("\x7f");
    terminal.wait_until("where it began", |frame| frame == first);
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!home.journal("backend").exists());
}

#[test]
fn a_command_is_found_by_name_and_runs_as_its_key_does() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l", "space done");
    // The first is typed with the line's keys, the second pasted, the third comes all at once.
    terminal.send_and_wait(":oxx\x7f\x7f\x01d\x05ne", "> done ");
    terminal.send_and_wait("\r", " 1/79");
    terminal.wait_until_saved("1/79");
    terminal.send("\x10");
    terminal.send_and_wait("\x1b[200~undo\r\x1b[201~", "> undo ");
    let frame = terminal.send_and_wait("\r", "Undone: JavaScript");
    assert!(frame.contains(" 0/79"), "{frame}");
    terminal.send_and_wait(":follow\r", " Only on the path: 3");
    terminal.send_and_wait("\x1b", "space done");
    terminal.send(":quit\r");
    assert!(terminal.end().success());
    terminal.is_restored();
}

#[test]
fn forty_thousand_bytes_pasted_or_typed_at_once_leave_both_as_quick_as_before() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let first = terminal.wait_for(" 0/79");
    let long = "cookies and \u{202e}http\u{1b}[2J ".repeat(1_700);
    assert!(long.len() > 40_000);
    for open in ["/", ":"] {
        terminal.send_and_wait(open, "│ > ");
        terminal.send(&format!("\x1b[200~{long}\x1b[201~"));
        terminal.wait_for("letters.");
        terminal.send_and_wait("\x15", "│ >  ");
        terminal.send(&"a b".repeat(14_000));
        terminal.wait_for("a ba ba ba");
        terminal.wait_until_read();
        terminal.send_and_wait("\x15sql", "> sql ");
        terminal.send("\x1b");
        terminal.wait_until("the same screen again", |frame| frame == first);
    }
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);
}
