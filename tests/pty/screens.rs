//! What is said on the other screens reaches the journal and is there again after a restart.

use std::fs;

use crate::support::Home;
use crate::support::escapes::foreign;

#[test]
fn a_repository_a_note_a_path_and_a_silence_are_kept_by_the_real_program() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("2j", "▸○ Todo API");
    terminal.send_and_wait("r", "an empty line takes it away");
    terminal.send_and_wait("ftp://x\r", "is no http or https address");
    terminal.send("\x15https://example.org/me/todo\r");
    terminal.wait_for("The repository of Todo API is https://example.org/me/todo");
    terminal.send_and_wait("e", "Note on Todo API");
    terminal.send_and_wait("Zwei Stunden für die Prüfung", "die Prüfung");
    terminal.send_and_wait("\x1b", "Noted on Todo API.");
    terminal.send_and_wait("3f", "Following Node.js path");
    terminal.send_and_wait("5s", "silent until");
    terminal.wait_until_saved("0/79");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);

    let text = fs::read_to_string(home.journal("backend")).unwrap();
    for said in [
        "topic: projects.todo-api, repository: \"https://example.org/me/todo\"}",
        "topic: projects.todo-api, note: \"Zwei Stunden für die Prüfung\"}",
        "follow: node}",
        "silence: too-many-technologies, until: \"",
    ] {
        assert_eq!(text.matches(said).count(), 1, "{said}\n{text}");
    }

    let mut again = home.launch().size(120, 40).start();
    again.wait_for("5 Guide");
    again.wait_for("silent");
    again.send_and_wait("3", "followed");
    again.send_and_wait("2j", "▸○ Todo API");
    let frame = again.send_and_wait("\rG", "https://example.org/me/todo");
    assert!(frame.contains("Zwei Stunden für die Prüfung"), "{frame}");
    again.send("q");
    assert!(again.end().success());
}

#[test]
fn each_screen_is_opened_again_where_it_was_left() {
    let home = Home::new();
    for (key, shown) in [
        ("2", "Projects ──"),
        ("3", "Path ──"),
        ("4", "Insights ──"),
        ("5", "Guide ──"),
    ] {
        let mut terminal = home.launch().start();
        terminal.wait_for(" 0/79");
        terminal.send_and_wait(key, shown);
        terminal.send("q");
        assert!(terminal.end().success());
        home.launch().start().wait_for(shown);
    }
}
