//! A disk without room, at every byte of a save.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use roadmap_tui::store::Draft;
use rustix::process::{Resource, Rlimit, Signal, setrlimit};

use crate::support::machine::{alone, can_mount, can_run, mount};
use crate::support::writer::{entry, journal, lines};
use crate::support::{Home, PROGRAM, Terminal, output};

/// Bytes of the largest page that any machine has: less than that no file system in memory gives.
const PAGE: usize = 64 << 10;

/// The beginning of a journal of so many bytes.
fn journal_of(length: usize) -> String {
    let format = "- {format: 1, roadmap: backend}\n";
    let rest = length - format.len();
    format!("{format}{}{}", "#".repeat(rest % 2), "#\n".repeat(rest / 2))
}

/// How many bytes a save adds to a file that has these.
fn addition(before: &str) -> usize {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("backend.yaml");
    fs::write(&path, before).unwrap();
    journal(&path).append(&[entry("w", 1)]).unwrap();
    fs::read(&path).unwrap().len() - before.len()
}

/// Saves into a file where there is no room, and again where there is.
#[track_caller]
fn no_room_then_room(path: &Path, before: &str, words: &str, set_room: impl Fn(bool)) {
    let _ = fs::remove_file(path);
    if !before.is_empty() {
        fs::write(path, before).unwrap();
    }
    let mut journal = journal(path);
    set_room(false);
    let result = journal.append(&[entry("w", 1)]);
    let after = fs::read_to_string(path).unwrap();
    set_room(true);
    let error = result.unwrap_err().to_string();
    assert!(error.contains(words), "{error}");
    assert!(after == before, "what does not fit is taken back");
    assert!(journal.history().is_empty());
    journal.append(&[entry("w", 1)]).unwrap();
    assert!(fs::read_to_string(path).unwrap().starts_with(before));
    assert_eq!(lines(path), (vec![entry("w", 1)], Vec::new()));
}

#[test]
fn a_limit_on_files_at_any_byte_of_a_save_leaves_what_was_there() {
    let this = "faults::full::a_limit_on_files_at_any_byte_of_a_save_leaves_what_was_there";
    if !alone(&[], this) {
        return;
    }
    signal_hook::flag::register(Signal::XFSZ.as_raw(), Arc::default()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("backend.yaml");
    for before in [String::new(), journal_of(100)] {
        for room in 0..addition(&before) {
            let most = u64::try_from(before.len() + room).unwrap();
            no_room_then_room(&path, &before, "file too large", |has_room| {
                let current = (!has_room).then_some(most);
                let maximum = None;
                setrlimit(Resource::Fsize, Rlimit { current, maximum }).unwrap();
            });
        }
    }
}

#[test]
fn of_a_text_for_an_editor_that_does_not_fit_nothing_stays() {
    let this = "faults::full::of_a_text_for_an_editor_that_does_not_fit_nothing_stays";
    if !alone(&[], this) {
        return;
    }
    signal_hook::flag::register(Signal::XFSZ.as_raw(), Arc::default()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let text = "four";
    for most in 0..=4 {
        let current = Some(most);
        let maximum = None;
        setrlimit(Resource::Fsize, Rlimit { current, maximum }).unwrap();
        let error = Draft::create(home.path(), "web.http", text).unwrap_err();
        assert!(error.to_string().contains("file too large"), "{error}");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "{most}");
    }
}

/// A file system in memory of two pages, and what takes one of them.
fn small_disk(home: &Path) -> (PathBuf, PathBuf) {
    let disk = home.join("disk");
    let size = format!("size={}", 2 * PAGE);
    mount(&["-t", "tmpfs", "-o", &size, "tmpfs"], &disk);
    let filler = disk.join("filler");
    (disk, filler)
}

#[test]
fn a_disk_that_is_full_at_any_byte_of_a_save_leaves_what_was_there() {
    let this = "faults::full::a_disk_that_is_full_at_any_byte_of_a_save_leaves_what_was_there";
    if !can_mount() || !alone(&["unshare", "-m"], this) {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let (disk, filler) = small_disk(home.path());
    let path = disk.join("backend.yaml");
    for room in 0..addition(&journal_of(100)) {
        let before = journal_of(PAGE - room);
        no_room_then_room(&path, &before, "free some space", |has_room| {
            if has_room {
                fs::remove_file(&filler).unwrap();
            } else {
                fs::write(&filler, vec![1; PAGE]).unwrap();
            }
        });
    }
}

/// Three topics are ticked, the last is not saved; quitting asks; then there is room, and no key is
/// pressed until everything is saved.
fn goes_on(mut terminal: Terminal, journal: &Path, words: &str, set_room: impl FnOnce(&Terminal)) {
    terminal.wait_for(" 0/79");
    terminal.send("gjlg");
    terminal.send_and_wait(" ", "✓ Variables");
    terminal.send_and_wait("j ", "✓ Functions");
    terminal.send_and_wait("j ", "✓ Arrays");
    let frame = terminal.wait_for(" not saved yet: ");
    assert!(frame.contains(words), "{frame}");
    assert!(!frame.contains("saving"), "{frame}");
    terminal.send_and_wait("q", "not saved. Quit again to leave");
    terminal.send_and_wait("k", " not saved yet: ");
    let before = fs::read(journal).unwrap();
    set_room(&terminal);
    terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
    terminal.wait_until_saved("3/79");
    let (found, torn) = lines(journal);
    let topics: Vec<_> = found
        .into_iter()
        .map(|entry| entry.change.topic().unwrap().to_owned())
        .collect();
    let expected = ["variables", "functions", "arrays"];
    assert_eq!(topics, expected.map(|id| format!("fundamentals.{id}")));
    assert_eq!(torn, Vec::<String>::new());
    assert!(fs::read(journal).unwrap().starts_with(&before));
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_full_disk_is_named_and_once_there_is_room_everything_is_saved() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let disk = home.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let script = format!(
        "mount -t tmpfs -o size={} tmpfs disk && head -c {PAGE} /dev/zero >disk/filler && \
         mkdir -p disk/data/progress && cp journal disk/data/progress/backend.yaml && \
         exec {PROGRAM} --data-dir disk/data",
        2 * PAGE,
    );
    // There is room for one tick and a part of the next.
    home.file("journal", journal_of(PAGE - 120));
    let launch = home.launch_shell("unshare").argument("-m");
    let launch = launch.argument("sh").argument("-c").argument(script);
    let mut terminal = launch.size(200, 24).start();
    // Nothing was done here before.
    terminal.wait_for("Keys to know");
    terminal.send("\u{1b}");
    terminal.wait_until("the steps", |frame| !frame.contains("Keys to know"));
    // What is mounted for the program alone is seen through it.
    let process = terminal.process().as_raw_nonzero();
    let seen = PathBuf::from(format!("/proc/{process}/root{}", disk.display()));
    let journal = seen.join("data/progress/backend.yaml");
    let words = "no space left on device; free some space";
    goes_on(terminal, &journal, words, |_| {
        fs::remove_file(seen.join("filler")).unwrap();
    });
}

#[test]
fn a_limit_on_files_ends_no_program_and_once_it_is_gone_everything_is_saved() {
    if !can_run(&["prlimit", "--fsize=1000:", "true"]) {
        return;
    }
    let home = Home::new();
    // There is room for the head of the journal, one tick and a part of the next.
    let launch = home.launch_shell("prlimit").argument("--fsize=250:");
    let terminal = launch.argument(PROGRAM).size(200, 24).start();
    let words = "file too large; raise the limit on the size of files (ulimit -f)";
    goes_on(terminal, &home.journal("backend"), words, |terminal| {
        let process = terminal.process().as_raw_nonzero();
        let mut command = std::process::Command::new("prlimit");
        command.args(["--pid", &process.to_string(), "--fsize=unlimited:"]);
        let raised = output(&mut command);
        assert!(raised.status.success(), "{raised:?}");
    });
}
