//! What this machine lets a test do. Where it lets it not, the test says so and is over.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::home::{DEADLINE, output, output_within};

/// Tells a test that it runs in a process of its own.
const ALONE: &str = "ROADMAP_TUI_TEST_ALONE";

/// Whether a command succeeds here.
fn works(words: &[&str]) -> bool {
    Command::new(words[0])
        .args(&words[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Says why a test is skipped, where the test harness does not keep it to itself.
pub(crate) fn skip(reason: &str) {
    let _ = writeln!(io::stderr(), "skipped, because here {reason}");
}

/// Whether a command succeeds here; else says that the test is skipped.
pub(crate) fn can_run(words: &[&str]) -> bool {
    let can = works(words);
    if !can {
        skip(&format!("`{}` does not work", words.join(" ")));
    }
    can
}

/// Mounts something for this process and its children; it needs a process of its own for that.
pub(crate) fn mount(words: &[&str], place: &Path) {
    fs::create_dir_all(place).unwrap();
    let mounted = output(Command::new("mount").args(words).arg(place));
    assert!(mounted.status.success(), "{mounted:?}");
}

/// Whether system calls can be made to fail.
pub(crate) fn can_inject() -> bool {
    let inject = ["strace", "-qq", "-o", "/dev/null", "-e"];
    let inject = [&inject[..], &["inject=fsync:error=EIO:when=1", "true"]].concat();
    can_run(&inject)
}

/// Whether something can be mounted for one process alone.
pub(crate) fn can_mount() -> bool {
    let mount = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
    can_run(&mount)
}

/// Whether a file system on a disk of its own can be made and mounted.
pub(crate) fn can_make_disks() -> bool {
    let can_make = can_run(&["mkfs.ext4", "-V"]) && can_run(&["python3", "-V"]);
    can_make && can_run(&["losetup", "-f"]) && can_mount()
}

/// Whether a program can be run as somebody else.
pub(crate) fn can_be_another() -> bool {
    let another = [&AS_ANOTHER[..], &["true"]].concat();
    can_run(&another)
}

/// The words before a command that run it as a user without any rights.
pub(crate) const AS_ANOTHER: [&str; 4] = [
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
];

/// Whether this is a process of its own, started by these words; else runs the test in one, for what
/// belongs to a whole process or would outlive a test that fails.
pub(crate) fn alone(by: &[&str], test: &str) -> bool {
    if env::var_os(ALONE).is_some_and(|asked| asked == test) {
        return true;
    }
    let this = env::current_exe().unwrap();
    let mut command = Command::new(by.first().map_or(this.as_os_str(), |first| first.as_ref()));
    if let [_, rest @ ..] = by {
        command.args(rest).arg(this);
    }
    command.args(["--exact", test, "--include-ignored", "--nocapture"]);
    command.env(ALONE, test).stdin(Stdio::null());
    // It may be a test of many rounds.
    let output = output_within(5 * DEADLINE, &mut command);
    let words = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}\n{errors}");
    assert!(words.contains("1 passed"), "{words}\n{errors}");
    // It may say why it was skipped.
    let _ = write!(io::stderr(), "{errors}");
    false
}
