//! What keeps the program from opening is told on the terminal as it is.

use crate::support::{Home, Terminal, eventually};

/// Waits for the end of a program that could not open, and gives what it said.
fn said(mut terminal: Terminal) -> String {
    let status = terminal.end();
    assert_eq!((status.exit_code(), status.signal()), (1, None));
    let raw = terminal.raw();
    assert!(!raw.contains(&0x1b), "an escape sequence");
    assert!(terminal.has_settings_of_before());
    String::from_utf8(raw).unwrap().replace("\r\n", "\n")
}

#[test]
fn a_bad_roadmap_is_told_as_check_tells_it() {
    let home = Home::fresh();
    home.file(
        "bad.yaml",
        "format: 1\nid: b\ntitel: \u{1b}[2J\nsteps: []\n",
    );
    std::fs::create_dir(home.path().join("folder")).unwrap();
    for (file, first) in [
        ("bad.yaml", "roadmap-tui: this roadmap cannot be opened\n"),
        ("folder", "roadmap-tui: "),
        ("missing", "roadmap-tui: "),
    ] {
        let path = home.path().join(file);
        let checked = home.run(&["check", path.to_str().unwrap()]);
        let checked = String::from_utf8(checked.stdout).unwrap();
        let launch = home.launch().argument("--roadmap").argument(file);
        let said = said(launch.start());
        assert_eq!(said, format!("{first}{checked}"));
        assert!(!home.path().join(".local").exists(), "nothing is written");
    }
}

#[test]
fn a_roadmap_that_is_missing_for_once_is_opened_again_when_it_is_back() {
    let home = Home::new();
    let text = "format: 1\nid: own\ntitle: My own\nsteps:\n  - {id: a, title: A, topics: [{id: b, title: B}]}\n";
    let file = home.file("own.yaml", text);
    let mut first = home
        .launch()
        .argument("--roadmap")
        .argument("own.yaml")
        .start();
    first.send_and_wait("l", "space done");
    first.send("q");
    assert!(first.end().success());

    std::fs::remove_file(&file).unwrap();
    let mut without = home.launch().size(120, 40).start();
    without.wait_for("cannot be opened now");
    without.send_and_wait("j", "▸○  2");
    without.send("q");
    assert!(without.end().success());

    home.file("own.yaml", text);
    home.launch().start().wait_for("My own");
}

#[test]
fn a_terminal_that_cannot_draw_is_refused_in_one_line() {
    let home = Home::new();
    let said = said(home.launch().variable("TERM", "dumb").start());
    assert!(
        said.starts_with("roadmap-tui: this program draws on a terminal"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_home_that_is_nowhere_in_particular_is_refused() {
    let home = Home::new();
    let said = said(home.launch().variable("HOME", "here").start());
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("is not an absolute path"), "{said}");
    assert!(said.contains("--data-dir DIR"), "{said}");
    assert!(!home.path().join("here").exists());
}

#[test]
fn without_a_home_progress_is_kept_where_the_learner_says() {
    let home = Home::new();
    home.welcome("data");
    let launch = home.launch().without("HOME").argument("--data-dir");
    let mut terminal = launch.argument("data").start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("l ", " 1/79");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(home.path().join("data/progress/backend.yaml").exists());
}

#[test]
fn keys_typed_before_the_first_frame_are_not_lost() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    // Before that the terminal itself would hold them back until enter.
    eventually("raw mode", || {
        (!terminal.has_settings_of_before()).then_some(())
    });
    terminal.send("l q");
    assert!(terminal.end().success());
    assert_eq!(home.done(["language.javascript"]), [1]);
}
