//! The demo shows what the program is like, and leaves nothing behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rustix::process::Signal;

use crate::support::{Home, Launch, Terminal, shown};

/// Every file of a home with what is in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// What is in the directory of temporary things.
fn passing(home: &Home) -> usize {
    fs::read_dir(home.path().join("tmp")).unwrap().count()
}

fn launch(home: &Home) -> Launch {
    fs::create_dir_all(home.path().join("tmp")).unwrap();
    let launch = home.launch().argument("--demo").size(120, 40);
    launch.variable("TMPDIR", home.path().join("tmp"))
}

/// The demo, in which something was ticked and saved.
fn ticked(home: &Home) -> Terminal {
    let mut terminal = launch(home).start();
    terminal.wait_for("Demo, not kept: Backend Developer Roadmap");
    terminal.wait_for("nothing is kept");
    terminal.send_and_wait("jjjjjjjjjjl ", "is done.");
    terminal.wait_until("it is saved", |frame| !frame.contains("saving"));
    assert_eq!(passing(home), 1);
    terminal
}

#[test]
fn real_progress_is_neither_shown_nor_touched() {
    let home = Home::new();
    let mut real = home.launch().start();
    real.wait_for(" 0/79");
    real.send("l ");
    real.wait_until_saved("1/79");
    real.send("q");
    assert!(real.end().success());
    let before = files(home.path());
    assert!(before.keys().any(|path| path.ends_with("backend.yaml")));

    let mut terminal = ticked(&home);
    assert!(!terminal.text().contains(" 1/79"), "{}", terminal.text());
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
    assert_eq!(files(home.path()), before);
    assert_eq!(passing(&home), 0);

    home.launch().start().wait_for(" 1/79");
}

#[test]
fn a_signal_and_a_panic_leave_nothing_behind_either() {
    let home = Home::fresh();
    let mut terminal = ticked(&home);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.end().signal(), Some("Terminated"));
    assert_eq!(passing(&home), 0);

    let mut terminal = launch(&home)
        .argument("--panic-on-key")
        .argument("Z")
        .start();
    terminal.wait_for("Demo");
    terminal.send("Z");
    assert!(!terminal.end().success());
    assert_eq!(passing(&home), 0);
    assert!(!home.path().join(".local").exists());
}

#[test]
fn what_cannot_be_saved_in_it_is_no_loss() {
    let home = Home::new();
    let mut terminal = ticked(&home);
    let folder = fs::read_dir(home.path().join("tmp")).unwrap().next();
    let progress = folder.unwrap().unwrap().path().join("progress");
    fs::remove_dir_all(&progress).unwrap();
    fs::write(&progress, "in the way").unwrap();
    fs::write(home.path().join("tmp/other"), "").unwrap();
    terminal.send_and_wait("jx", "not saved yet");
    // Elsewhere one is asked first, and what is left is kept beside the journal or printed.
    terminal.send_and_wait("q", "Quit again to leave");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(
        !terminal.text().contains("not saved"),
        "{}",
        terminal.text()
    );
    assert_eq!(passing(&home), 1, "only what is another's");
}

#[test]
fn a_roadmap_of_ones_own_has_a_demo_too() {
    let home = Home::new();
    home.file(
        "own.yaml",
        "format: 1\nid: own\ntitle: My own\nsteps:\n  - {id: a, title: A, topics: [{id: b, title: B}, {id: c, title: C}]}\n",
    );
    let launch = launch(&home).argument("--roadmap").argument("own.yaml");
    launch.start().wait_for("Demo, not kept: My own");
}

#[test]
fn it_has_a_place_of_its_own_and_takes_no_other() {
    let home = Home::new();
    let words = shown(&home.run(&["--demo", "--data-dir", "x"]));
    assert!(words.contains("cannot be used with '--data-dir"), "{words}");
    assert!(!home.path().join("x").exists());
}

#[test]
fn where_there_is_no_room_for_it_that_is_said() {
    let home = Home::new();
    let mut terminal = home
        .launch()
        .argument("--demo")
        .variable("TMPDIR", home.path().join("nowhere"))
        .start();
    assert_eq!(terminal.end().exit_code(), 1);
    let said = terminal.text();
    assert!(said.contains("cannot make a place for the demo"), "{said}");
}
