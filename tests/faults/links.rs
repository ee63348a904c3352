//! A journal or a folder that is a link to somewhere else.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use crate::support::writer::lines;
use crate::support::{Home, Terminal};

const TOPIC: &str = "fundamentals.variables";

/// Ticks the first topic of the second step.
fn tick(terminal: &mut Terminal) {
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("gjlg", "▸○ Variables");
    terminal.send(" ");
}

/// Opens the program, ticks a topic, leaves and finds it again.
#[track_caller]
fn is_kept(home: &Home) {
    let mut terminal = home.launch().start();
    tick(&mut terminal);
    terminal.wait_until_saved("1/79");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(home.done([TOPIC]), [1]);
    home.launch().start().wait_for(" 1/79");
}

/// A home whose journal has a folder already.
fn home() -> Home {
    let home = Home::new();
    let journal = home.journal("backend");
    fs::create_dir_all(journal.parent().unwrap()).unwrap();
    home
}

#[track_caller]
fn is_link(path: &Path) {
    assert!(fs::symlink_metadata(path).unwrap().is_symlink());
}

#[test]
fn a_link_to_a_journal_stays_one_and_its_file_gets_the_tick() {
    for exists in [true, false] {
        let home = home();
        let journal = home.journal("backend");
        let real = home.path().join("notes/progress.yaml");
        fs::create_dir(real.parent().unwrap()).unwrap();
        if exists {
            fs::write(&real, "# mine").unwrap();
        }
        symlink(&real, &journal).unwrap();
        is_kept(&home);
        is_link(&journal);
        let text = fs::read_to_string(&real).unwrap();
        assert_eq!(text.starts_with("# mine\n"), exists, "{text}");
        assert_eq!(lines(&real).0.len(), 1);
    }
}

#[test]
fn a_link_to_a_folder_stays_one_and_the_folder_gets_the_journal() {
    for (link, below) in [
        (".local/share/roadmap-tui", "progress/backend.yaml"),
        (".local/share/roadmap-tui/progress", "backend.yaml"),
        (".local/share", "roadmap-tui/progress/backend.yaml"),
    ] {
        let home = Home::new();
        let link = home.path().join(link);
        let real = home.path().join("real");
        fs::create_dir(&real).unwrap();
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(&real, &link).unwrap();
        is_kept(&home);
        is_link(&link);
        assert_eq!(lines(&real.join(below)).0.len(), 1);
    }
}

#[test]
fn both_names_of_a_journal_with_two_have_the_tick() {
    let home = home();
    let journal = home.journal("backend");
    let other = home.file("other.yaml", "# mine\n");
    fs::hard_link(&other, &journal).unwrap();
    is_kept(&home);
    assert_eq!(fs::metadata(&journal).unwrap().nlink(), 2);
    assert_eq!(lines(&other).0.len(), 1);
}

/// Ticks a topic that cannot be saved, takes what is in the way out of it, and finds it saved.
#[track_caller]
fn is_kept_once_it_can_be(home: &Home, words: &str, clear: impl FnOnce()) {
    let mut terminal = home.launch().size(200, 24).start();
    tick(&mut terminal);
    let frame = terminal.wait_for("1 change not saved yet: ");
    assert!(frame.contains(words), "{words}\n{frame}");
    terminal.send_and_wait("q", "1 change not saved. Quit again to leave");
    terminal.send_and_wait("j", "1 change not saved yet: ");
    clear();
    terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
    terminal.wait_until_saved("1/79");
    assert_eq!(home.done([TOPIC]), [1]);
}

#[test]
fn a_link_that_leads_to_itself_is_named_and_once_it_is_gone_the_tick_is_saved() {
    let home = home();
    let journal = home.journal("backend");
    symlink(&journal, &journal).unwrap();
    let words = "too many levels of symbolic links";
    is_kept_once_it_can_be(&home, words, || fs::remove_file(&journal).unwrap());
}

#[test]
fn a_link_into_a_folder_that_is_missing_is_named_and_once_it_is_there_the_tick_is_saved() {
    let home = home();
    let journal = home.journal("backend");
    let missing = home.path().join("missing");
    symlink(missing.join("backend.yaml"), &journal).unwrap();
    is_kept_once_it_can_be(&home, "cannot ", || fs::create_dir(&missing).unwrap());
    is_link(&journal);
    assert_eq!(lines(&missing.join("backend.yaml")).0.len(), 1);
}

#[test]
fn a_folder_that_is_a_link_to_nothing_is_named_and_once_it_is_there_the_tick_is_saved() {
    let home = home();
    let journal = home.journal("backend");
    let folder = journal.parent().unwrap();
    let missing = home.path().join("missing");
    fs::remove_dir(folder).unwrap();
    symlink(&missing, folder).unwrap();
    is_kept_once_it_can_be(&home, "cannot create ", || {
        fs::create_dir(&missing).unwrap();
    });
    is_link(folder);
}
