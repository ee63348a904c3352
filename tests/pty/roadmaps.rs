//! More than one roadmap in the real program: switching, and files that are edited while they are open.

use std::fs;
use std::path::PathBuf;

use crate::support::machine::can_inject;
use crate::support::{Home, Launch, PROGRAM, Terminal};

const SHELF: &str = "Open a roadmap";

/// A roadmap with topics of these titles; the ids are the titles in small letters.
fn roadmap(id: &str, title: &str, topics: &[&str]) -> String {
    let topics = topics.iter().map(|topic| {
        let id = topic.to_lowercase();
        format!("{{id: {id}, title: {topic}}}")
    });
    let topics: Vec<String> = topics.collect();
    format!(
        "format: 1\nid: {id}\ntitle: {title}\nsteps:\n  - {{id: a, title: Basics, topics: [{}]}}\n",
        topics.join(", ")
    )
}

/// Puts a roadmap into the learner's own directory.
fn own(home: &Home, name: &str, text: &str) -> PathBuf {
    home.file(&format!(".local/share/roadmap-tui/roadmaps/{name}"), text)
}

/// Replaces a file as most editors do.
fn edit(file: &std::path::Path, text: &str) {
    let beside = file.with_extension("swap");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, file).unwrap();
}

fn quit(mut terminal: Terminal) {
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
}

fn entries(home: &Home, id: &str) -> usize {
    let text = fs::read_to_string(home.journal(id)).unwrap_or_default();
    text.lines().filter(|line| line.contains("status:")).count()
}

#[test]
fn one_switches_there_and_back_and_the_next_start_opens_what_was_open() {
    let home = Home::new();
    own(
        &home,
        "cook.yaml",
        &roadmap("cook", "Learn to cook", &["Rice", "Soup"]),
    );
    own(&home, "bad.yaml", "format: 1\nid: bad\n");
    let mut terminal = home.launch().size(100, 30).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jlj ", " 1/79");
    terminal.send_and_wait("\u{f}", SHELF);
    // What was just ticked counts, saved or not.
    terminal.wait_for("open · 1/79");
    terminal.wait_for("0/2");
    terminal.wait_for("problem");
    terminal.send_and_wait("jj", "▸Learn to cook");
    terminal.send_and_wait("\r", "Learn to cook is open");
    terminal.send_and_wait("l", "▸○ Rice");
    terminal.send_and_wait("j ", "✓ Soup");
    terminal.wait_until_saved("1/2");

    // Back: where one was.
    terminal.send_and_wait("\u{f}", SHELF);
    terminal.wait_for("1/79");
    terminal.send_and_wait("k", "▸bad.yaml");
    terminal.send_and_wait("\r", "bad.yaml:1:1: ");
    terminal.send_and_wait("k", "▸Backend Developer Roadmap");
    terminal.send_and_wait("\r", "Backend Developer Roadmap is open");
    let frame = terminal.wait_for("▸✓ Functions");
    assert!(frame.contains(" 1/79"), "{frame}");
    terminal.send_and_wait("\u{f}", "1/2");
    terminal.send_and_wait("jj\r", "▸✓ Soup");
    // The terminal was not left in between.
    let raw = terminal.raw();
    let entered = raw.windows(8).filter(|at| at == b"\x1b[?1049h").count();
    assert_eq!(entered, 1);
    assert!(!raw.windows(8).any(|at| at == b"\x1b[?1049l"));
    quit(terminal);
    assert_eq!((entries(&home, "backend"), entries(&home, "cook")), (1, 1));

    let again = home.launch().size(100, 30).start();
    let frame = again.wait_for("▸✓ Soup");
    assert!(frame.contains("Learn to cook"), "{frame}");
    quit(again);
}

#[test]
fn a_tick_right_before_the_switch_is_saved_where_it_belongs() {
    let home = Home::new();
    own(
        &home,
        "cook.yaml",
        &roadmap("cook", "Learn to cook", &["Rice"]),
    );
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("\u{f}", "Learn to cook");
    terminal.send_and_wait("\u{1b}", "enter in");
    // All in one piece.
    terminal.send("jl j x\u{f}j\r");
    terminal.wait_for("Learn to cook is open");
    terminal.send("l ");
    terminal.wait_until_saved("1/1");
    quit(terminal);
    assert_eq!(entries(&home, "backend"), 3);
    assert_eq!(entries(&home, "cook"), 1);
}

#[test]
fn what_cannot_be_saved_is_not_left_behind() {
    let home = Home::new();
    own(
        &home,
        "cook.yaml",
        &roadmap("cook", "Learn to cook", &["Rice"]),
    );
    fs::create_dir_all(home.journal("backend")).unwrap();
    let mut terminal = home.launch().size(140, 30).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", "1 change not saved yet");
    terminal.send_and_wait("\u{f}", "Learn to cook");
    // At once, and seen although that saving fails is told all the time.
    let frame = terminal.send_and_wait("j\r", "another roadmap can be opened once");
    assert!(frame.contains(SHELF) && frame.contains(" 1/79"), "{frame}");
    fs::remove_dir(home.journal("backend")).unwrap();
    terminal.send("k");
    terminal.wait_until("it is saved", |frame| !frame.contains("not saved yet"));
    terminal.send_and_wait("j\r", "Learn to cook is open");
    quit(terminal);
    assert_eq!(entries(&home, "backend"), 1);
}

#[test]
fn recent_files_are_remembered_and_a_missing_one_can_be_dropped() {
    let home = Home::new();
    let file = home.file("far/one.yaml", roadmap("one", "Number one", &["A"]));
    let mut terminal = home.launch().argument("--roadmap").argument(&file).start();
    terminal.wait_for("Number one");
    terminal.send_and_wait("\u{f}", "0/79");
    terminal.send_and_wait("k\r", "Backend Developer Roadmap is open");
    quit(terminal);

    fs::remove_file(&file).unwrap();
    let mut terminal = home.launch().start();
    terminal.send_and_wait("\u{f}", "cannot be read");
    terminal.send_and_wait("j", "no such file");
    terminal.send("x");
    terminal.wait_until("it is dropped", |frame| !frame.contains("one.yaml"));
    terminal.send_and_wait("\u{1b}", "enter in");
    quit(terminal);
    let session = home.path().join(".local/share/roadmap-tui/session.yaml");
    let session = fs::read_to_string(session).unwrap();
    assert!(!session.contains("one.yaml"), "{session}");
}

/// A start whose roadmap of last time is gone, and the path of that.
fn without_the_last_one(home: &Home) -> (Terminal, PathBuf) {
    let file = home.file("far/one.yaml", roadmap("one", "Number one", &["A"]));
    let terminal = home.launch().argument("--roadmap").argument(&file).start();
    terminal.wait_for("Number one");
    quit(terminal);
    fs::remove_file(&file).unwrap();
    let terminal = home.launch().start();
    terminal.wait_for("one.yaml");
    (terminal, file)
}

/// Starts once more, and complains of no file.
fn starts_without_a_word(home: &Home) {
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    own(
        home,
        "cook.yaml",
        &roadmap("cook", "Learn to cook", &["Rice"]),
    );
    // What is listed last has been looked at.
    terminal.send_and_wait("\u{f}", "0/1");
    for frame in terminal.all_frames() {
        assert!(!frame.contains("one.yaml"), "{frame}");
    }
}

#[test]
fn the_last_roadmap_that_is_gone_is_dropped_for_good() {
    let home = Home::new();
    let (mut terminal, _) = without_the_last_one(&home);
    terminal.send_and_wait("\u{f}", "cannot be read");
    terminal.send("jx");
    terminal.wait_until("it is dropped", |frame| !frame.contains("one.yaml"));
    terminal.send_and_wait("\u{1b}", "enter in");
    quit(terminal);
    starts_without_a_word(&home);
}

#[test]
fn what_stands_in_for_the_last_one_is_chosen_by_enter() {
    let home = Home::new();
    let (mut terminal, file) = without_the_last_one(&home);
    terminal.send_and_wait("\u{f}", "cannot be read");
    terminal.send_and_wait("\r", "Backend Developer Roadmap is open");
    quit(terminal);
    // Even where it is back.
    fs::write(&file, roadmap("one", "Number one", &["A"])).unwrap();
    let terminal = home.launch().start();
    let frame = terminal.wait_for(" 0/79");
    assert!(!frame.contains("one.yaml"), "{frame}");
    quit(terminal);
}

#[test]
fn one_file_with_two_names_is_one_row() {
    let home = Home::new();
    let file = home.file("one.yaml", roadmap("one", "Number one", &["A"]));
    fs::create_dir(home.path().join("sub")).unwrap();
    for name in [file, home.path().join("sub/../one.yaml")] {
        let mut terminal = home.launch().argument("--roadmap").argument(&name).start();
        terminal.wait_for("Number one");
        terminal.send_and_wait("\u{f}", "0/79");
        terminal.wait_until("each file has a row", |frame| {
            frame.matches("Number one").count() == 2 && !frame.contains("looking")
        });
        terminal.send_and_wait("\u{1b}", "enter in");
        quit(terminal);
    }
}

#[test]
fn a_file_that_takes_its_time_holds_up_neither_keys_nor_saving() {
    if !can_inject() {
        return;
    }
    let home = Home::new();
    let file = own(
        &home,
        "cook.yaml",
        &roadmap("cook", "Learn to cook", &["Rice"]),
    );
    let late = "inject=openat:delay_enter=3000000";
    let path = file.to_str().unwrap();
    let words = [
        "-f",
        "-qq",
        "-o",
        "log",
        "-P",
        path,
        "-e",
        "trace=openat",
        "-e",
        late,
    ];
    let launch = words
        .into_iter()
        .fold(home.launch_shell("strace"), Launch::argument);
    let mut terminal = launch.argument(PROGRAM).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("\u{f}", "Learn to cook");
    terminal.send_and_wait("j\r", "opening");
    terminal.send_and_wait("k", "▸Backend Developer Roadmap");
    // Back, since it takes too long, and on with what was open.
    terminal.send_and_wait("\u{1b}", "enter in");
    terminal.send("l ");
    let frame = terminal.wait_until_saved("1/79");
    assert!(frame.contains("Backend Developer Roadmap"), "{frame}");
    terminal.send_and_wait("\u{f}", SHELF);
    terminal.send_and_wait("j\r", "Learn to cook is open");
    // Now the file is looked at with every key.
    edit(&file, &roadmap("cook", "Learn to fry", &["Rice"]));
    terminal.send("l ");
    terminal.wait_for("Learn to fry was edited");
    let frames = terminal.all_frames();
    let header = |frame: &str| frame.lines().next().unwrap_or_default().contains(" 1/1");
    let is_saved = |frame: &&String| header(frame) && !frame.contains("saving");
    let frame = frames.iter().find(is_saved).unwrap();
    assert!(frame.contains("Learn to cook"), "{frame}");
    quit(terminal);
}

#[test]
fn the_configuration_names_the_directory_of_roadmaps() {
    let home = Home::new();
    home.file(
        "maps/cook.yaml",
        roadmap("cook", "Learn to cook", &["Rice"]),
    );
    home.file(".config/roadmap-tui/config.yaml", "roadmaps: ~/maps\n");
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("\u{f}", "Learn to cook");
}

#[test]
fn an_edited_file_is_shown_with_the_next_key_at_the_same_place() {
    let home = Home::new();
    let file = home.file("one.yaml", roadmap("one", "Number one", &["A", "B", "C"]));
    let mut terminal = home.launch().argument("--roadmap").argument(&file).start();
    terminal.wait_for("Number one");
    terminal.send_and_wait("lj ", "▸✓ B");
    terminal.wait_until_saved("1/3");
    edit(&file, &roadmap("one", "Number two", &["Z", "A", "B", "C"]));
    // The window has the keyboard again.
    terminal.send_and_wait("\u{1b}[I", "Number two was edited");
    let frame = terminal.wait_for("▸✓ B");
    assert!(frame.contains(" 1/4") && frame.contains("○ Z"), "{frame}");

    // Half of it, as when an editor is just writing.
    let whole = roadmap("one", "Number three", &["Z", "A", "B", "C"]);
    edit(&file, whole.split_at(whole.len() - 20).0);
    terminal.send("k");
    let frame = terminal.wait_for("one.yaml:5:");
    assert!(
        frame.contains("▸○ A") && frame.contains("Number two"),
        "{frame}"
    );
    terminal.send_and_wait(" ", "✓ A");
    edit(&file, &whole);
    terminal.send_and_wait("j", "Number three");
    terminal.wait_until_saved("2/4");

    // Away, and not back at the next look either.
    fs::remove_file(&file).unwrap();
    terminal.send_and_wait("k", "▸✓ A");
    terminal.send("j");
    terminal.wait_for("▸✓ B");
    terminal.send("k");
    terminal.wait_for("no such file");
    edit(&file, &roadmap("other", "Number three", &["A"]));
    terminal.send_and_wait("j", "open it again with ctrl-o");
    terminal.send_and_wait("\u{f}", SHELF);
    terminal.send_and_wait("\r", " 0/1");
    quit(terminal);
    assert_eq!((entries(&home, "one"), entries(&home, "other")), (2, 0));
}

#[test]
fn a_file_that_is_written_while_keys_are_typed_never_harms_anything() {
    let home = Home::new();
    let whole = roadmap("one", "Number one", &["A", "B", "C", "D", "E"]);
    let file = home.file("one.yaml", &whole);
    let mut terminal = home.launch().argument("--roadmap").argument(&file).start();
    terminal.wait_for(" 0/5");
    terminal.send("l");
    for cut in (0..whole.len()).step_by(7) {
        // Not by a rename: what is read may be half written.
        fs::write(&file, &whole[..cut]).unwrap();
        terminal.send(if cut % 2 == 0 { "j" } else { "k" });
    }
    edit(&file, &whole);
    terminal.send_and_wait("g", "▸○ A");
    terminal.send(" ");
    terminal.wait_until_saved("1/5");
    quit(terminal);
    assert_eq!(entries(&home, "one"), 1);
}
