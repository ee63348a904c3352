//! A home of a test's own, and the program started in it with nothing from outside.

use std::fmt::Write as _;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::terminal::Launch;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_roadmap-tui");

/// The data directory within a home.
const DATA: &str = ".local/share/roadmap-tui";

/// How long anything may take. Only a test that fails waits that long.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// Held while a process is started: a terminal that is just being opened would otherwise be
/// inherited by the process of another test, and never be seen to close.
pub(crate) fn spawning() -> MutexGuard<'static, ()> {
    static SPAWNING: Mutex<()> = Mutex::new(());
    SPAWNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until there is something, for what nobody reports.
#[track_caller]
pub(crate) fn eventually<T>(what: &str, mut find: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = find() {
            return found;
        }
        assert!(began.elapsed() < DEADLINE, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(1));
    }
}

/// Says why a test cannot show here what it is there for.
#[expect(clippy::print_stderr, reason = "a test has no other way to say so")]
pub(crate) fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// A learner's home directory.
pub(crate) struct Home {
    folder: TempDir,
    /// Whether the learner has seen how to begin: so it is said where the program is launched first.
    is_welcomed: bool,
}

/// A session file of a learner who has seen how to begin.
const WELCOMED: &str = "format: 1\nroadmap: null\nwelcomed: true\nplaces: []\n";

impl Home {
    /// One of a learner who has seen how to begin, and has done nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            is_welcomed: true,
            ..Self::fresh()
        }
    }

    /// An empty one, where the program was never started.
    pub(crate) fn fresh() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            is_welcomed: false,
        }
    }

    /// Says in a data directory that the learner has seen how to begin, unless it has a session.
    pub(crate) fn welcome(&self, data: &str) {
        let name = format!("{data}/session.yaml");
        if self.is_welcomed && !self.path().join(&name).exists() {
            self.file(&name, WELCOMED);
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file in it.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// Writes a shell script in it, which can be run.
    pub(crate) fn script(&self, name: &str, text: &str) -> PathBuf {
        // A process that is just being started would hold the file open, and it could not be run.
        let _alone = spawning();
        let path = self.file(name, format!("#!/bin/sh\n{text}"));
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// The environment of everything that is started here.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("HOME", self.path().display().to_string()),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("TZ", "UTC".to_owned()),
        ]
    }

    /// The program, to be started in a terminal.
    pub(crate) fn launch(&self) -> Launch {
        self.welcome(DATA);
        Launch::new(PROGRAM, self)
    }

    /// A shell, to be started in a terminal.
    pub(crate) fn launch_shell(&self, shell: &str) -> Launch {
        self.welcome(DATA);
        Launch::new(shell, self)
    }

    /// The program, to be started without a terminal.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .envs(self.variables())
            .stdin(Stdio::null());
        command
    }

    /// Runs the program without a terminal.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        output(&mut self.command(arguments))
    }

    /// The journal of a roadmap.
    pub(crate) fn journal(&self, roadmap_id: &str) -> PathBuf {
        self.path()
            .join(".local/share/roadmap-tui/progress")
            .join(format!("{roadmap_id}.yaml"))
    }

    /// How often each of these topics stands in the journal of the built-in roadmap as done.
    pub(crate) fn done<const N: usize>(&self, topics: [&str; N]) -> [usize; N] {
        let text = fs::read_to_string(self.journal("backend")).unwrap_or_default();
        topics.map(|topic| {
            let end = format!("topic: {topic}, status: done}}");
            text.lines().filter(|line| line.ends_with(&end)).count()
        })
    }
}

/// Runs a command to its end, which must come soon.
#[track_caller]
pub(crate) fn output(command: &mut Command) -> Output {
    output_within(DEADLINE, command)
}

/// Runs a command to its end, which must come by then.
#[track_caller]
pub(crate) fn output_within(deadline: Duration, command: &mut Command) -> Output {
    let child = {
        let _alone = spawning();
        command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let (send, ended) = mpsc::channel();
    thread::spawn(move || send.send(child.wait_with_output()));
    let output = ended.recv_timeout(deadline);
    output.unwrap().unwrap()
}

/// Everything that a run of the program came to.
pub(crate) fn shown(output: &Output) -> String {
    let mut text = output.status.to_string();
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        if !bytes.is_empty() {
            let words = String::from_utf8(bytes.clone()).unwrap();
            assert!(
                !words.contains(|each: char| each.is_control() && each != '\n'),
                "{words:?}"
            );
            write!(text, "\n{name}:\n{}", words.trim_end_matches('\n')).unwrap();
        }
    }
    text
}
