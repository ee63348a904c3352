//! A place that may not be written to: why is shown, and once it may, everything is saved.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::getuid;

use crate::support::machine::{AS_ANOTHER, can_be_another, can_mount};
use crate::support::writer::lines;
use crate::support::{Home, Launch, PROGRAM, Terminal, output};

/// The user who follows the roadmap where the tests are run by one who may do everything.
const LEARNER: u32 = 65534;

/// An entry of the day before.
const OLD: &str = "- {format: 1, roadmap: backend}\n\
    - {at: \"2026-11-21T08:00:00Z\", topic: web.http, status: done}\n";

/// What is in the way, and how it is put right.
struct Obstacle {
    /// Whether there is a journal already.
    has_journal: bool,
    /// Puts it in the way of the journal with this path.
    raise: fn(&Path),
    /// Takes it out of the way.
    clear: fn(&Path),
    /// What is said of it.
    words: &'static str,
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn owner(path: &Path, owner: u32) {
    chown(path, Some(owner), Some(owner)).unwrap();
}

fn folder(journal: &Path) -> &Path {
    journal.parent().unwrap()
}

const ANYBODYS: &[Obstacle] = &[
    Obstacle {
        has_journal: false,
        raise: |journal| mode(folder(journal), 0o500),
        clear: |journal| mode(folder(journal), 0o700),
        words: "cannot create ",
    },
    Obstacle {
        has_journal: true,
        raise: |journal| mode(journal, 0o400),
        clear: |journal| mode(journal, 0o600),
        words: "cannot write ",
    },
    Obstacle {
        has_journal: true,
        raise: |journal| mode(journal, 0o200),
        clear: |journal| mode(journal, 0o600),
        words: "permission denied; check whose it is and its permissions",
    },
    Obstacle {
        has_journal: true,
        raise: |journal| mode(folder(journal), 0o600),
        clear: |journal| mode(folder(journal), 0o700),
        words: "cannot read ",
    },
];

/// Those that only somebody who may do everything can raise.
const ANOTHERS: &[Obstacle] = &[
    Obstacle {
        has_journal: false,
        raise: |journal| {
            owner(folder(journal), 0);
            mode(folder(journal), 0o700);
        },
        clear: |journal| owner(folder(journal), LEARNER),
        words: "cannot read ",
    },
    Obstacle {
        has_journal: false,
        raise: |journal| {
            owner(folder(journal), 0);
            mode(folder(journal), 0o755);
        },
        clear: |journal| owner(folder(journal), LEARNER),
        words: "cannot create ",
    },
    Obstacle {
        has_journal: true,
        raise: |journal| {
            owner(journal, 0);
            mode(journal, 0o644);
        },
        clear: |journal| owner(journal, LEARNER),
        words: "cannot write ",
    },
];

/// Makes everything on the way to the journal the learner's own.
fn settle_in(home: &Home, journal: &Path, has_journal: bool) {
    fs::create_dir_all(folder(journal)).unwrap();
    if has_journal {
        fs::write(journal, OLD).unwrap();
    }
    if getuid().is_root() {
        let theirs = |path: &&Path| path.starts_with(home.path());
        let paths = journal.ancestors().take_while(theirs);
        paths
            .filter(|path| path.exists())
            .for_each(|path| owner(path, LEARNER));
    }
}

/// The program, run by a learner who may not do everything.
fn start(home: &Home) -> Terminal {
    let launch = if getuid().is_root() {
        // The way to where the program is built may be closed to others.
        let program = home.path().join("program");
        fs::copy(PROGRAM, &program).unwrap();
        let [by, rest @ ..] = AS_ANOTHER;
        let launch = home.launch_shell(by);
        let launch = rest.into_iter().fold(launch, Launch::argument);
        launch.argument(program)
    } else {
        home.launch()
    };
    launch.size(200, 24).start()
}

/// Two topics are ticked and cannot be saved, which is said, and asked about before leaving.
#[track_caller]
fn is_refused(terminal: &mut Terminal, words: &str) {
    terminal.wait_for("/79");
    terminal.send_and_wait("gjlg", "▸○ Variables");
    terminal.send_and_wait(" ", "✓ Variables");
    terminal.send_and_wait("j ", "✓ Functions");
    let frame = terminal.wait_for("2 changes not saved yet: ");
    assert!(frame.contains(words), "{words}\n{frame}");
    assert!(!frame.contains("saving"), "{frame}");
    terminal.send_and_wait("q", "2 changes not saved. Quit again to leave");
    terminal.send_and_wait("j", "2 changes not saved yet: ");
}

/// Without a key being pressed both are saved, after what was there before.
#[track_caller]
fn is_saved(terminal: &mut Terminal, journal: &Path, has_journal: bool) {
    terminal.wait_until("no trouble", |frame| !frame.contains("not saved"));
    let done = 2 + usize::from(has_journal);
    terminal.wait_until_saved(&format!("{done}/79"));
    let text = fs::read_to_string(journal).unwrap();
    assert!(!has_journal || text.starts_with(OLD), "{text}");
    let (found, torn) = lines(journal);
    let topics: Vec<_> = found
        .into_iter()
        .map(|entry| entry.change.topic().unwrap().to_owned())
        .collect();
    let new = ["fundamentals.variables", "fundamentals.functions"];
    let old = has_journal.then_some("web.http");
    let expected: Vec<_> = old.into_iter().chain(new).collect();
    assert_eq!(
        (topics, torn),
        (expected.iter().map(ToString::to_string).collect(), vec![])
    );
    terminal.send("q");
    assert!(terminal.end().success());
}

/// All obstacles at once, because what fails is tried again only after a while.
fn all(obstacles: &[Obstacle]) {
    let mut rows: Vec<(Home, PathBuf, Terminal, &Obstacle)> = Vec::new();
    for obstacle in obstacles {
        let home = Home::new();
        let journal = home.journal("backend");
        settle_in(&home, &journal, obstacle.has_journal);
        (obstacle.raise)(&journal);
        let terminal = start(&home);
        rows.push((home, journal, terminal, obstacle));
    }
    for (_, _, terminal, obstacle) in &mut rows {
        is_refused(terminal, obstacle.words);
    }
    for (_, journal, _, obstacle) in &rows {
        (obstacle.clear)(journal);
    }
    for (_, journal, terminal, obstacle) in &mut rows {
        is_saved(terminal, journal, obstacle.has_journal);
    }
}

#[test]
fn what_may_not_be_written_is_named_and_once_it_may_everything_is_saved() {
    if !getuid().is_root() || can_be_another() {
        all(ANYBODYS);
    }
}

#[test]
fn what_belongs_to_somebody_else_is_named_and_once_it_does_not_everything_is_saved() {
    if getuid().is_root() && can_be_another() {
        all(ANOTHERS);
    }
}

#[test]
fn a_journal_in_a_folder_that_may_not_be_written_is_written_all_the_same() {
    if getuid().is_root() && !can_be_another() {
        return;
    }
    let home = Home::new();
    let journal = home.journal("backend");
    settle_in(&home, &journal, true);
    mode(folder(&journal), 0o500);
    let mut terminal = start(&home);
    terminal.wait_for(" 1/79");
    terminal.send("gjlg j ");
    is_saved(&mut terminal, &journal, true);
    mode(folder(&journal), 0o700);
}

#[test]
fn a_file_system_that_may_not_be_written_is_named_and_once_it_may_everything_is_saved() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let disk = home.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let script = format!(
        "mount -t tmpfs tmpfs disk && mkdir -p disk/data/progress && \
         cp journal disk/data/progress/backend.yaml && mount -o remount,ro disk && \
         exec {PROGRAM} --data-dir disk/data"
    );
    home.file("journal", OLD);
    let launch = home.launch_shell("unshare").argument("-m");
    let launch = launch.argument("sh").argument("-c").argument(script);
    let mut terminal = launch.size(200, 24).start();
    is_refused(
        &mut terminal,
        "read-only file system; choose another place with --data-dir DIR",
    );
    // What is mounted for the program alone is seen and changed through it.
    let process = terminal.process().as_raw_nonzero();
    let mut command = Command::new("nsenter");
    command.args(["-m", "-t", &process.to_string()]);
    command.args(["mount", "-o", "remount,rw"]).arg(&disk);
    let changed = output(&mut command);
    assert!(changed.status.success(), "{changed:?}");
    let seen = format!("/proc/{process}/root{}", disk.display());
    let journal = Path::new(&seen).join("data/progress/backend.yaml");
    is_saved(&mut terminal, &journal, true);
}
