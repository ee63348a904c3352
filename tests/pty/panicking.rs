//! A panic of the program's own: the terminal is given back, and nothing that was ticked is lost.

use std::fs::{self, File};

use crate::support::{Home, Terminal};

const MESSAGE: &str = "this key was to make the program panic";

/// The program, which panics when `P` is pressed.
fn fragile(home: &Home, data: Option<&str>) -> Terminal {
    let mut launch = home.launch().size(120, 24);
    launch = launch.argument("--panic-on-key").argument("P");
    if let Some(data) = data {
        launch = launch.argument("--data-dir").argument(data);
    }
    let terminal = launch.start();
    terminal.wait_for(" 0/79");
    terminal
}

/// Waits for the end by a panic, and gives what is on the ordinary screen then.
#[track_caller]
fn panicked(terminal: &mut Terminal) -> String {
    let status = terminal.end();
    assert_eq!((status.exit_code(), status.signal()), (101, None));
    terminal.is_restored();
    let left = terminal.text();
    assert!(left.contains("panicked at "), "{left}");
    assert_eq!(left.matches(MESSAGE).count(), 1, "{left}");
    left
}

#[test]
fn a_panic_gives_the_terminal_back_and_keeps_ticks_that_are_on_their_way() {
    // In one piece with the ticks, and after a frame.
    for (first, last) in [("jl j P", ""), ("jl j ", "P"), ("jl j j", "jkP")] {
        let home = Home::new();
        let mut terminal = fragile(&home, None);
        terminal.send(first);
        if !last.is_empty() {
            terminal.wait_for("✓ Functions ");
        }
        terminal.send(last);
        panicked(&mut terminal);
        let done = home.done(["fundamentals.variables", "fundamentals.functions"]);
        assert_eq!(done, [1, 1], "{first:?} {last:?}");
        home.launch().start().wait_for(" 2/79");
    }
}

#[test]
fn a_panic_waits_for_a_disk_that_is_held_up() {
    let home = Home::new();
    let path = home.journal("backend");
    home.file(path.to_str().unwrap(), "");
    let mut terminal = fragile(&home, None);
    let journal = File::options().append(true).open(&path).unwrap();
    // As long as another program holds the lock nothing can be added.
    journal.lock().unwrap();
    terminal.send_and_wait("l ", " 1/79");
    terminal.send("P");
    // The message stands there at once, whatever the disk does.
    terminal.wait_for(MESSAGE);
    terminal.is_restored();
    assert_eq!(fs::read(&path).unwrap(), b"");
    journal.unlock().unwrap();
    let left = panicked(&mut terminal);
    assert!(!left.contains("could not be saved"), "{left}");
    assert_eq!(home.done(["language.javascript"]), [1]);
}

#[test]
fn what_cannot_be_saved_is_printed_after_a_panic_too() {
    let home = Home::new();
    home.file("obstacle", "mine");
    let mut terminal = fragile(&home, Some("obstacle/data"));
    terminal.send_and_wait("l ", "1 change not saved yet");
    terminal.send("P");
    let left = panicked(&mut terminal);
    let (before, after) = left.split_once(MESSAGE).unwrap();
    assert!(!before.contains("could not be saved"), "{left}");
    assert!(after.contains("1 change could not be saved."), "{left}");
    let entry = "topic: language.javascript, status: done}";
    assert!(after.contains(entry), "{left}");
}
