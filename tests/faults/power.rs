//! The power goes: nothing that was not synced is on the disk when it comes back.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use roadmap_tui::progress::Entry;
use rustix::process::Signal;

use crate::support::machine::{alone, can_make_disks, mount, skip};
use crate::support::writer::{Writer, entries, entry, journal, lines};
use crate::support::{Home, eventually};

/// Cuts a file system off from its disk, without writing out what it holds in memory
/// (`FS_IOC_SHUTDOWN`), as often as it is told to, and says whether that went well.
const CUT: &str = "\
import fcntl, os, struct, sys
for line in sys.stdin:
    word = 'cut'
    place = os.open(sys.argv[1], os.O_RDONLY)
    try:
        fcntl.ioctl(place, 0x8004587D, struct.pack('I', 2))
    except OSError as error:
        word = error
    os.close(place)
    print(word, flush=True)
";

/// A disk in a file, mounted for this process alone, and what cuts its power.
struct Disk {
    image: PathBuf,
    place: PathBuf,
    switch: Child,
    answers: BufReader<ChildStdout>,
}

impl Disk {
    fn new(home: &Path) -> Self {
        let image = home.join("image");
        fs::File::create(&image).unwrap().set_len(32 << 20).unwrap();
        run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image));
        let place = home.join("disk");
        let mut python = Command::new("python3");
        python.args(["-c", CUT]).arg(&place);
        python.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut switch = python.spawn().unwrap();
        let answers = BufReader::new(switch.stdout.take().unwrap());
        let this = Self {
            image,
            place,
            switch,
            answers,
        };
        this.mount();
        this
    }

    fn mount(&self) {
        mount(&["-o", "loop", self.image.to_str().unwrap()], &self.place);
    }

    fn unmount(&self) {
        run(Command::new("umount").arg(&self.place));
    }

    /// Cuts the power; false where this system cannot do that.
    fn cut(&mut self) -> bool {
        self.switch
            .stdin
            .as_ref()
            .unwrap()
            .write_all(b"now\n")
            .unwrap();
        let mut word = String::new();
        self.answers.read_line(&mut word).unwrap();
        word == "cut\n"
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.switch.kill();
        let _ = self.switch.wait();
        let _ = Command::new("umount").arg("-l").arg(&self.place).status();
    }
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {done:?}");
}

/// Waits for no thing: the moment is to be another one each time.
fn a_while(round: usize) {
    let round = u64::try_from(round).unwrap();
    thread::sleep(Duration::from_micros(round * 7919 % 30_000));
}

/// A process saves entries, and the power is cut after some of them; gives all that it had said were
/// saved before the cut, or nothing where the power cannot be cut.
fn writer_without_power(disk: &mut Disk, path: &Path, round: usize) -> Option<Vec<Entry>> {
    let name = format!("r{round}");
    let mut writer = Writer::start(path, &name, 1000, 1);
    writer.go();
    let (told, is_cut) = (AtomicUsize::new(0), AtomicBool::new(false));
    let saved = thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(count) = writer.saved() {
                told.store(count, Ordering::SeqCst);
            }
        });
        let told = || told.load(Ordering::SeqCst);
        eventually("some entries to be saved", || {
            (told() >= round % 4).then_some(())
        });
        a_while(round);
        let saved = told();
        is_cut.store(disk.cut(), Ordering::SeqCst);
        saved
    });
    assert!(!writer.end().success(), "it goes on without a disk");
    is_cut.into_inner().then(|| entries(&name, saved))
}

/// The program is typed at and the power is cut; gives how many ticks it had shown as saved before
/// the cut.
fn program_without_power(disk: &mut Disk, data: &Path, round: usize) -> usize {
    let home = Home::new();
    let launch = home.launch().argument("--data-dir").argument(data);
    let mut terminal = launch.start();
    // Nothing was done here before.
    terminal.send_and_wait("\u{1b}", " 0/79");
    terminal.send("gjlg j j ");
    eventually("some ticks to be saved", || {
        (terminal.most_saved() >= round % 4).then_some(())
    });
    a_while(round);
    terminal.send("j j ");
    let saved = terminal.most_saved();
    assert!(disk.cut());
    terminal.signal(Signal::KILL);
    terminal.end();
    saved
}

/// Cuts the power as often as that.
fn cuts(rounds: usize) {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::new(home.path());
    let path = disk.place.join("data/progress/backend.yaml");
    let mut acknowledged = BTreeSet::new();
    let (mut before, mut ticks) = (Vec::new(), 0);
    for round in 1..=rounds {
        let Some(saved) = writer_without_power(&mut disk, &path, round) else {
            assert_eq!(round, 1, "the power can be cut no more");
            skip("the power of a disk cannot be cut");
            return;
        };
        acknowledged.extend(saved);
        disk.unmount();
        disk.mount();
        let data = disk.place.join(format!("data{round}"));
        let saved = program_without_power(&mut disk, &data, round);
        disk.unmount();
        disk.mount();

        ticks += saved;
        let found = lines(&data.join("progress/backend.yaml")).0;
        assert!(
            found.len() >= saved,
            "{round}: {saved} were saved: {found:?}"
        );
        let now = fs::read(&path).unwrap_or_default();
        assert!(now.starts_with(&before), "{round}: old bytes have changed");
        before = now;
        let (found, torn) = lines(&path);
        let each: BTreeSet<Entry> = found.iter().cloned().collect();
        assert_eq!(each.len(), found.len(), "{round}: an entry is doubled");
        let lost: Vec<_> = acknowledged.difference(&each).collect();
        assert_eq!(lost, Vec::<&Entry>::new(), "{round}");
        assert!(torn.len() <= round, "{round}: {torn:?}");
    }
    assert!(acknowledged.len() >= rounds && ticks >= rounds);
    journal(&path).append(&[entry("next", 0)]).unwrap();
    assert_eq!(lines(&path).0.last(), Some(&entry("next", 0)));
}

#[test]
fn whatever_is_shown_as_saved_survives_a_power_cut() {
    let this = "faults::power::whatever_is_shown_as_saved_survives_a_power_cut";
    if can_make_disks() && alone(&["unshare", "-m"], this) {
        cuts(3);
    }
}

#[test]
#[ignore = "slow: fifty power cuts"]
fn whatever_is_shown_as_saved_survives_fifty_power_cuts() {
    let this = "faults::power::whatever_is_shown_as_saved_survives_fifty_power_cuts";
    if can_make_disks() && alone(&["unshare", "-m"], this) {
        cuts(25);
    }
}
