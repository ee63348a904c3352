//! The learner's progress file for one roadmap: entries, only ever added.
//!
//! What was read or saved once is kept in memory, so that another program may replace, shorten
//! or delete the file while it is open: the next append adds what it then lacks.

mod error;
mod file;
mod lines;

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

pub use error::JournalError;

use jiff::civil::Date;

use self::file::Added;
pub(super) use self::file::Mark;
pub(super) use self::lines::{Refusal, Tail, Text};
use super::Backups;
use crate::progress::{Entry, History, header};

/// How large a journal may be, in bytes.
pub(super) const CAP: u64 = 64 << 20;

/// How long to wait before the lock is tried again: short at first, then longer.
pub(super) const WAITS: [Duration; 6] = [
    Duration::from_millis(5),
    Duration::from_millis(10),
    Duration::from_millis(20),
    Duration::from_millis(40),
    Duration::from_millis(80),
    Duration::from_millis(100),
];

/// How long another program may hold the lock before that is worth a word.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

type Sync = Box<dyn FnMut(&File) -> io::Result<()> + Send>;

/// A journal file, and the history that it has told so far.
pub struct Journal {
    path: PathBuf,
    roadmap_id: String,
    roadmap_title: String,
    history: History,
    /// What of the history the file lacks, as far as is known.
    missing: BTreeSet<Entry>,
    /// What this journal has saved itself.
    saved: BTreeSet<Entry>,
    /// What stands in the file after a sync that failed: it is written again.
    doubtful: BTreeSet<Entry>,
    /// The file in which that stands.
    doubted: Option<Mark>,
    /// What others have added, until somebody asks.
    arrived: Vec<Entry>,
    text: Text,
    mark: Option<Mark>,
    /// The file whose name is known to be on the disk.
    named: Option<Mark>,
    was_read: bool,
    sync: Sync,
    backups: Option<(Backups, Date)>,
    backup_failure: Option<JournalError>,
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal")
            .field("path", &self.path)
            .field("entries", &self.history.len())
            .finish_non_exhaustive()
    }
}

impl Journal {
    /// The journal of a roadmap, at a path. Touches nothing on the disk.
    #[must_use]
    pub fn new(
        path: impl Into<PathBuf>,
        roadmap_id: impl Into<String>,
        roadmap_title: impl Into<String>,
    ) -> Self {
        Self {
            path: path.into(),
            roadmap_id: roadmap_id.into(),
            roadmap_title: roadmap_title.into(),
            history: History::default(),
            missing: BTreeSet::new(),
            saved: BTreeSet::new(),
            doubtful: BTreeSet::new(),
            doubted: None,
            arrived: Vec::new(),
            text: Text::default(),
            mark: None,
            named: None,
            was_read: false,
            sync: Box::new(File::sync_data),
            backups: None,
            backup_failure: None,
        }
    }

    /// The same journal with another way to bring the file to the disk, for tests that want it
    /// slow or failing.
    #[must_use]
    pub fn with_sync(self, sync: impl FnMut(&File) -> io::Result<()> + Send + 'static) -> Self {
        Self {
            sync: Box::new(sync),
            ..self
        }
    }

    /// The same journal with a copy kept among these, as that of `day`, before the first write.
    #[must_use]
    pub fn with_backups(self, backups: Backups, day: Date) -> Self {
        Self {
            backups: Some((backups, day)),
            ..self
        }
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The id of the roadmap that it is of.
    pub(super) fn roadmap_id(&self) -> &str {
        &self.roadmap_id
    }

    /// Everything that was ever read or saved here.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The lines that cannot be read, by their number from 1 on, and why; the first thousand.
    #[must_use]
    pub fn unreadable(&self) -> &[(usize, String)] {
        self.text.unreadable()
    }

    /// Whether appends are refused, because a newer version or another roadmap has written here.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.text.refusal().is_some()
    }

    /// The error with which appends are refused.
    #[must_use]
    pub fn refusal(&self) -> Option<JournalError> {
        let path = self.path.clone();
        self.text.refusal().map(|refusal| match refusal {
            Refusal::Newer(format) => JournalError::Newer {
                path,
                format: *format,
            },
            Refusal::OtherRoadmap(found) => JournalError::OtherRoadmap {
                path,
                found: found.clone(),
                expected: self.roadmap_id.clone(),
            },
        })
    }

    /// Reads what is there, without the lock; a missing file is an empty journal. Does nothing
    /// where the file has not changed.
    ///
    /// An unterminated last line that cannot be read is reported by the first reading. Later it
    /// may be another window in the middle of a write: then it is reported once it has stayed the
    /// same until the next reading, or once an append holds the lock.
    ///
    /// # Errors
    /// Fails where the path is no regular file, or cannot be read; what was read before stays.
    pub fn read(&mut self) -> Result<(), JournalError> {
        let now = file::look(&self.path)?;
        if now.is_some() && now == self.mark && self.text.is_settled() {
            return Ok(());
        }
        let Some(open) = file::open(&self.path)? else {
            self.take_in(&[], Tail::Settled);
            self.mark = None;
            return Ok(());
        };
        let (mark, text) = file::read(&self.path, &open)?;
        let tail = if self.was_read {
            Tail::MayGrow
        } else {
            Tail::Settled
        };
        self.take_in(&text, tail);
        self.mark = Some(mark);
        Ok(())
    }

    /// Asks the system, without touching anything, whether entries could be saved.
    ///
    /// # Errors
    /// Fails with what stands in the way.
    pub fn probe(&self) -> Result<(), JournalError> {
        match self.refusal() {
            // That is told as what it is, not as something that may pass.
            Some(_) => Ok(()),
            None => file::may_add(&self.path),
        }
    }

    /// Whether another program holds the lock now; false where that cannot be told.
    #[must_use]
    pub fn is_held(&self) -> bool {
        let open = file::open(&self.path).ok().flatten();
        open.is_some_and(|open| matches!(open.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// Saves entries: when this returns, they are on the disk. What others have added since is
    /// read, and what the file lacks of the history is added too. Waits about a second where
    /// another program holds the lock.
    ///
    /// # Errors
    /// Fails where the file cannot be written; then none of the entries counts as saved, and what
    /// was there before is untouched.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), JournalError> {
        let mut waits = WAITS.iter().chain(WAITS.last().into_iter().cycle());
        let mut waited = Duration::ZERO;
        loop {
            match self.try_append(entries) {
                Err(JournalError::Busy { .. }) if waited < PATIENCE => {
                    let wait = waits.next().copied().unwrap_or(PATIENCE);
                    thread::sleep(wait);
                    waited += wait;
                }
                result => return result,
            }
        }
    }

    /// Saves entries, or fails at once where another program holds the lock.
    pub(super) fn try_append(&mut self, entries: &[Entry]) -> Result<(), JournalError> {
        if entries.is_empty() && self.missing.is_empty() {
            return Ok(());
        }
        // The lock goes with the file, on every way out.
        let open = file::open_locked(&self.path)?;
        let (mark, text) = file::read(&self.path, &open)?;
        self.take_in(&text, Tail::Settled);
        self.mark = Some(mark);
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        // What stands in another file that was put there is brought to the disk with what is added now.
        if self.doubted.is_none_or(|file| !file.is_same_file(&mark)) {
            self.doubtful.clear();
            self.doubted = None;
        }
        let batch = self.batch(entries);
        let bytes = self.bytes(&batch);
        let length = text.len() as u64;
        if length + bytes.len() as u64 > CAP {
            return Err(file::too_large(&self.path));
        }
        self.back_up(&text);
        self.mark = None;
        let is_named = self.named.is_some_and(|named| named.is_same_file(&mark));
        let sync = &mut self.sync;
        match file::add(&self.path, &open, length, &bytes, is_named, sync) {
            Added::Synced(now) => {
                self.named = Some(mark);
                self.take_saved(entries, batch, &[text, bytes].concat(), now);
                Ok(())
            }
            // Another program put its file there in the meantime: the entries go into that one.
            Added::Elsewhere => Err(file::busy(&self.path)),
            Added::Nothing(error) => Err(error),
            Added::Doubtful(error) => {
                self.doubtful.extend(batch);
                self.doubted = Some(mark);
                Err(error)
            }
        }
    }

    /// Keeps a copy of what is there before this journal writes for the first time. That this fails
    /// is told, and is no reason not to save.
    fn back_up(&mut self, text: &[u8]) {
        if let Some((backups, day)) = self.backups.take()
            && !text.is_empty()
        {
            self.backup_failure = backups.keep(text, day).err();
        }
    }

    /// Hands over why no copy could be kept, once.
    pub fn take_backup_failure(&mut self) -> Option<JournalError> {
        self.backup_failure.take()
    }

    /// Which entries the file gets: those that are new, and those that it lacks.
    fn batch(&self, entries: &[Entry]) -> BTreeSet<Entry> {
        let is_known = |entry: &&Entry| self.history.contains(entry);
        let new = entries.iter().filter(|entry| !is_known(entry));
        let doubtful = self.doubtful.iter().filter(is_known);
        new.chain(&self.missing).chain(doubtful).cloned().collect()
    }

    /// The text that goes to the end of the file, from the line break that its last line may lack.
    fn bytes(&self, batch: &BTreeSet<Entry>) -> Vec<u8> {
        let mut text = String::new();
        if batch.is_empty() {
            return text.into_bytes();
        }
        if self.text.is_open() {
            text.push('\n');
        }
        // A file whose first write was torn may lack its format, too.
        if !self.text.has_format() {
            text.push_str(&header(&self.roadmap_id, &self.roadmap_title));
        }
        for entry in batch {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{entry}");
        }
        text.into_bytes()
    }

    fn take_saved(
        &mut self,
        entries: &[Entry],
        batch: BTreeSet<Entry>,
        text: &[u8],
        mark: Option<Mark>,
    ) {
        self.doubtful.clear();
        self.saved.extend(entries.iter().cloned());
        self.history.extend(batch.iter().cloned());
        // Until they are seen in the text: another program may have written into it just now.
        self.missing = batch;
        if mark.is_some() {
            self.take_in(text, Tail::Settled);
            self.mark = mark;
        }
    }

    /// Reads the text of the file from where it was left, or anew where it is another one.
    fn take_in(&mut self, text: &[u8], tail: Tail) {
        if !self.text.continues_in(text) {
            self.forget();
        }
        self.was_read = true;
        let Self {
            history,
            missing,
            arrived,
            ..
        } = self;
        self.text.read(text, &self.roadmap_id, tail, |entry| {
            missing.remove(&entry);
            if history.insert(entry.clone()) {
                arrived.push(entry);
            }
        });
    }

    /// Forgets the file, not the history: all of it is to be looked for again.
    pub(super) fn forget(&mut self) {
        self.text = Text::default();
        self.mark = None;
        // A new file may well have the number of the one that was deleted.
        self.named = None;
        self.missing = self.history.iter().cloned().collect();
    }

    /// What was saved here and was no longer in the file when that was last read.
    pub(super) fn lost(&self) -> Vec<Entry> {
        self.missing.intersection(&self.saved).cloned().collect()
    }

    /// Hands over what others have added since this was last asked.
    pub(super) fn take_arrived(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.arrived)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Status;
    use std::fs::{self, OpenOptions, Permissions};
    use std::io::Write as _;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    use std::sync::mpsc;

    use proptest::prelude::*;
    use rustix::process::{Resource, Rlimit, Signal};
    use tempfile::TempDir;

    fn entry(number: usize) -> Entry {
        Entry::status(
            format!("2026-11-22T21:06:01.{number:03}+01:00")
                .parse()
                .unwrap(),
            format!("web.t{number}"),
            Status::Done,
        )
    }

    fn entries(numbers: impl IntoIterator<Item = usize>) -> Vec<Entry> {
        numbers.into_iter().map(entry).collect()
    }

    fn home() -> (TempDir, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("data/progress/backend.yaml");
        (home, path)
    }

    fn at(path: &Path) -> Journal {
        Journal::new(path, "backend", "Backend Developer Roadmap")
    }

    fn opened(path: &Path) -> Journal {
        let mut journal = at(path);
        journal.read().unwrap();
        journal
    }

    fn told(journal: &Journal) -> Vec<Entry> {
        journal.history().iter().cloned().collect()
    }

    /// What a program that opens the file anew finds in it.
    fn on_disk(path: &Path) -> Vec<Entry> {
        told(&opened(path))
    }

    fn put(path: &Path, text: impl AsRef<[u8]>) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn add(path: &Path, text: &str) {
        let mut file = OpenOptions::new().append(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn replace(path: &Path, text: impl AsRef<[u8]>) {
        let beside = path.with_extension("new");
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, path).unwrap();
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    /// Whether this is a process of its own. Else runs the test in one, for what belongs to a
    /// whole process.
    fn alone(test: &str) -> bool {
        if std::env::var_os("ROADMAP_TUI_ALONE").is_some() {
            return true;
        }
        let output = Command::new(std::env::current_exe().unwrap())
            .args([&format!("store::journal::tests::{test}"), "--exact"])
            .env("ROADMAP_TUI_ALONE", "1")
            .output()
            .unwrap();
        let words = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{words}");
        assert!(words.contains("1 passed"), "{words}");
        false
    }

    #[test]
    fn what_is_appended_is_read_again() {
        let (_home, path) = home();
        let mut journal = opened(&path);
        journal.append(&entries([1, 2])).unwrap();
        journal.append(&entries([3])).unwrap();
        assert_eq!(told(&journal), entries(1..4));
        assert_eq!(on_disk(&path), entries(1..4));
        insta::assert_snapshot!(fs::read_to_string(&path).unwrap(), @r#"
        # What you did on "Backend Developer Roadmap". roadmap-tui only ever adds lines; you may, too.
        - {format: 1, roadmap: backend}
        - {at: "2026-11-22T21:06:01.001+01:00", topic: web.t1, status: done}
        - {at: "2026-11-22T21:06:01.002+01:00", topic: web.t2, status: done}
        - {at: "2026-11-22T21:06:01.003+01:00", topic: web.t3, status: done}
        "#);
    }

    #[test]
    fn reading_or_appending_nothing_writes_nothing() {
        let (home, path) = home();
        opened(&path).append(&[]).unwrap();
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn an_entry_that_is_there_is_not_written_twice() {
        let (_home, path) = home();
        at(&path).append(&entries([1, 1])).unwrap();
        let text = fs::read(&path).unwrap();
        at(&path).append(&entries([1])).unwrap();
        opened(&path).append(&entries([1])).unwrap();
        assert_eq!(fs::read(&path).unwrap(), text);
    }

    #[test]
    fn new_files_are_for_the_learner_alone_whatever_the_umask() {
        if alone("new_files_are_for_the_learner_alone_whatever_the_umask") {
            for umask in [0, 0o022, 0o077, 0o777] {
                let (_home, path) = home();
                let old = rustix::process::umask(umask.into());
                at(&path).append(&entries([1])).unwrap();
                rustix::process::umask(old);
                assert_eq!(mode(&path), 0o600);
                let folder = path.parent().unwrap();
                assert_eq!(mode(folder), 0o700);
                assert_eq!(mode(folder.parent().unwrap()), 0o700);
            }
        }
    }

    #[test]
    fn what_exists_keeps_its_mode() {
        let (_home, path) = home();
        put(&path, "");
        fs::set_permissions(&path, Permissions::from_mode(0o664)).unwrap();
        let folder = mode(path.parent().unwrap());
        at(&path).append(&entries([1])).unwrap();
        assert_eq!(mode(&path), 0o664);
        assert_eq!(mode(path.parent().unwrap()), folder);
        assert_eq!(on_disk(&path), entries([1]));
    }

    #[test]
    fn a_symlink_stays_one_even_where_it_leads_to_nothing_yet() {
        let (home, path) = home();
        let real = home.path().join("real.yaml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(&real, &path).unwrap();
        let mut journal = opened(&path);
        journal.append(&entries([1])).unwrap();
        journal.append(&entries([2])).unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert!(fs::symlink_metadata(&real).unwrap().is_file());
        assert_eq!(on_disk(&real), entries([1, 2]));
    }

    #[test]
    fn what_is_no_file_is_refused_by_name_and_without_waiting() {
        let (home, _) = home();
        let fifo = home.path().join("fifo");
        assert!(
            Command::new("mkfifo")
                .arg(&fifo)
                .status()
                .unwrap()
                .success()
        );
        let socket = home.path().join("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        let link = home.path().join("link");
        symlink(&fifo, &link).unwrap();
        for (path, kind) in [
            (fifo, "a FIFO"),
            (link, "a FIFO"),
            (socket, "a socket"),
            (home.path().to_owned(), "a directory"),
            (PathBuf::from("/dev/full"), "a device"),
            (PathBuf::from("/dev/zero"), "a device"),
        ] {
            let (send, answer) = mpsc::channel();
            let place = path.clone();
            thread::spawn(move || {
                let mut journal = at(&place);
                let errors = [journal.read(), journal.append(&entries([1]))];
                send.send(errors.map(|result| result.unwrap_err().to_string()))
            });
            for words in answer.recv_timeout(Duration::from_secs(10)).unwrap() {
                let start = format!("{} is {kind}, not a file", path.display());
                assert!(words.starts_with(&start), "{words}");
            }
        }
    }

    #[test]
    fn a_torn_last_line_is_reported_and_kept_and_the_next_stands_alone() {
        let (_home, path) = home();
        at(&path).append(&entries([1])).unwrap();
        add(&path, "- {at: \"2026");
        let before = fs::read(&path).unwrap();
        let mut journal = opened(&path);
        assert_eq!(told(&journal), entries([1]));
        assert_eq!(journal.unreadable().first().map(|torn| torn.0), Some(4));
        journal.append(&entries([2])).unwrap();
        let after = [before, format!("\n{}\n", entry(2)).into_bytes()].concat();
        assert_eq!(fs::read(&path).unwrap(), after);
        assert_eq!(journal.unreadable().len(), 1);
        assert_eq!(on_disk(&path), entries([1, 2]));
    }

    #[test]
    fn a_torn_end_seen_later_may_still_grow_until_it_has_stayed() {
        let (_home, path) = home();
        at(&path).append(&entries([1])).unwrap();
        let mut journal = opened(&path);
        let line = entry(2).to_string();
        let (first, second) = line.split_at(20);
        add(&path, first);
        journal.read().unwrap();
        assert_eq!(journal.unreadable(), []);
        add(&path, second);
        journal.read().unwrap();
        assert_eq!(told(&journal), entries([1, 2]));
        add(&path, "\n- {at");
        journal.read().unwrap();
        assert_eq!(journal.unreadable(), []);
        journal.read().unwrap();
        assert_eq!(journal.unreadable().len(), 1);
    }

    #[test]
    fn an_unterminated_last_line_that_can_be_read_counts() {
        let (_home, path) = home();
        put(&path, entry(1).to_string());
        let mut journal = opened(&path);
        assert_eq!(told(&journal), entries([1]));
        journal.append(&entries([2])).unwrap();
        assert_eq!(
            (on_disk(&path), journal.unreadable()),
            (entries([1, 2]), &[][..])
        );
        assert!(fs::read_to_string(&path).unwrap().contains("- {format: 1"));
    }

    #[test]
    fn whatever_the_file_holds_is_still_there_after_an_append() {
        for text in [
            &b"\xef\xbb\xbf# marked\r\n- {format: 1, roadmap: backend}\r\n"[..],
            b"\n\n   \n# a remark",
            b"\xff\xfe\x00\n<<<<<<< HEAD\n",
            b"\n",
            b"\0",
        ] {
            let (_home, path) = home();
            put(&path, text);
            at(&path).append(&entries([1])).unwrap();
            assert!(fs::read(&path).unwrap().starts_with(text));
            assert_eq!(on_disk(&path), entries([1]));
        }
    }

    #[test]
    fn a_crash_at_any_byte_loses_nothing_that_was_there_before() {
        let (_home, path) = home();
        for before in [vec![], entries([1])] {
            let _ = fs::remove_file(&path);
            at(&path).append(&before).unwrap();
            let start = fs::read(&path).unwrap_or_default();
            at(&path).append(&entries([2, 3])).unwrap();
            let whole = fs::read(&path).unwrap();
            for length in start.len()..=whole.len() {
                let torn = whole.get(..length).unwrap();
                put(&path, torn);
                let mut journal = opened(&path);
                assert!(before.iter().all(|entry| journal.history().contains(entry)));
                assert!(journal.unreadable().len() <= 1);
                let survived = told(&journal);
                journal.append(&entries([4])).unwrap();
                assert!(fs::read(&path).unwrap().starts_with(torn));
                assert_eq!(on_disk(&path), [survived, entries([4])].concat());
                let text = fs::read_to_string(&path).unwrap();
                assert!(
                    text.contains("\n- {format: 1, roadmap: backend}\n"),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_was_not_synced_is_taken_back_and_can_be_saved_later() {
        let (_home, path) = home();
        at(&path).append(&entries([1])).unwrap();
        let before = fs::read(&path).unwrap();
        let mut results = vec![Ok(()), Err(io::Error::from_raw_os_error(5))];
        let mut journal = at(&path).with_sync(move |_| results.pop().unwrap());
        let words = journal.append(&entries([2])).unwrap_err().to_string();
        assert_eq!(
            words,
            format!("cannot write {}: input/output error", path.display())
        );
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(told(&journal), entries([1]));
        journal.append(&entries([2])).unwrap();
        assert_eq!(on_disk(&path), entries([1, 2]));
    }

    #[test]
    fn what_another_program_wrote_is_never_cut() {
        let (_home, path) = home();
        let other = path.clone();
        let mut syncs = 0;
        let mut journal = at(&path).with_sync(move |_| {
            syncs += 1;
            if syncs > 1 {
                return Ok(());
            }
            add(&other, &format!("{}\n", entry(9)));
            Err(io::Error::from_raw_os_error(5))
        });
        assert!(journal.append(&entries([1])).is_err());
        assert_eq!(on_disk(&path), entries([1, 9]));
        // What stands there may not have reached the disk, so it is written once more.
        journal.append(&entries([1])).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("web.t1,").count(), 2);
        assert_eq!(on_disk(&path), entries([1, 9]));
    }

    #[test]
    fn what_was_written_in_doubt_is_not_doubled_in_a_file_that_came_in_its_place() {
        let (_home, path) = home();
        let (other, mut is_first) = (path.clone(), true);
        let mut journal = at(&path).with_sync(move |_| {
            if !std::mem::take(&mut is_first) {
                return Ok(());
            }
            add(&other, &format!("{}\n", entry(9)));
            replace(&other, format!("{}\n", entry(1)));
            Err(io::Error::from_raw_os_error(5))
        });
        assert!(journal.append(&entries([1, 2])).is_err());
        journal.append(&entries([1, 2])).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("web.t1,").count(), 1, "{text}");
        assert_eq!(on_disk(&path), entries([1, 2]));
    }

    #[test]
    fn a_write_that_is_too_short_is_taken_back_wherever_it_ends() {
        if alone("a_write_that_is_too_short_is_taken_back_wherever_it_ends") {
            let full = std::sync::Arc::default();
            signal_hook::flag::register(Signal::XFSZ.as_raw(), full).unwrap();
            let (_home, path) = home();
            let mut journal = at(&path);
            journal.append(&entries([1])).unwrap();
            let before = fs::read(&path).unwrap();
            let length = before.len() as u64;
            for room in 0..entry(2).to_string().len() as u64 {
                let limit = |current| Rlimit {
                    current,
                    maximum: None,
                };
                rustix::process::setrlimit(Resource::Fsize, limit(Some(length + room))).unwrap();
                let error = journal.append(&entries([2])).unwrap_err();
                rustix::process::setrlimit(Resource::Fsize, limit(None)).unwrap();
                assert!(error.to_string().contains("file too large"), "{error}");
                assert_eq!(fs::read(&path).unwrap(), before);
            }
            journal.append(&entries([2])).unwrap();
            assert_eq!(on_disk(&path), entries([1, 2]));
        }
    }

    #[test]
    fn a_file_where_a_directory_should_be_is_an_error_and_stays() {
        let (home, path) = home();
        let data = home.path().join("data");
        fs::write(&data, "mine").unwrap();
        let words = at(&path).append(&entries([1])).unwrap_err().to_string();
        assert!(words.contains("not a directory"), "{words}");
        assert_eq!(fs::read(&data).unwrap(), b"mine");
    }

    #[test]
    fn a_file_replaced_while_open_keeps_both_sides() {
        let (_home, path) = home();
        let mut journal = at(&path);
        journal.append(&entries([1, 2, 3])).unwrap();
        replace(&path, format!("{}\n{}", entry(2), entry(7)));
        journal.append(&entries([4])).unwrap();
        assert_eq!(told(&journal), entries([1, 2, 3, 4, 7]));
        assert_eq!(on_disk(&path), entries([1, 2, 3, 4, 7]));
        assert_eq!(
            fs::read_to_string(&path)
                .unwrap()
                .matches("web.t2,")
                .count(),
            1
        );
    }

    #[test]
    fn a_file_replaced_during_a_write_still_gets_the_entry() {
        let (_home, path) = home();
        at(&path).append(&entries([1])).unwrap();
        let (other, mut is_first) = (path.clone(), true);
        let mut journal = at(&path).with_sync(move |_| {
            if std::mem::take(&mut is_first) {
                replace(&other, format!("{}\n", entry(9)));
            }
            Ok(())
        });
        journal.append(&entries([2])).unwrap();
        assert_eq!(on_disk(&path), entries([1, 2, 9]));
    }

    #[test]
    fn a_file_changed_in_place_keeps_both_sides() {
        let (_home, path) = home();
        let mut journal = at(&path);
        journal.append(&entries([1, 2])).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        // The same length, so that only the text itself tells.
        fs::write(&path, text.replace("t1,", "t5,")).unwrap();
        journal.append(&entries([3])).unwrap();
        let topics: Vec<_> = on_disk(&path)
            .into_iter()
            .map(|each| each.change.topic().unwrap().to_owned())
            .collect();
        assert_eq!(topics, ["web.t1", "web.t5", "web.t2", "web.t3"]);
    }

    #[test]
    fn a_file_cut_or_deleted_while_open_gets_everything_again() {
        let (_home, path) = home();
        let mut journal = at(&path);
        journal.append(&entries([1, 2])).unwrap();
        let text = fs::read(&path).unwrap();
        for length in 0..text.len() {
            put(&path, text.get(..length).unwrap());
            journal.append(&entries([3])).unwrap();
            assert_eq!(on_disk(&path), entries([1, 2, 3]), "{length}");
        }
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
        journal.read().unwrap();
        assert_eq!(journal.lost(), entries([1, 2, 3]));
        journal.append(&entries([4])).unwrap();
        assert_eq!(on_disk(&path), entries([1, 2, 3, 4]));
    }

    #[test]
    fn a_newer_or_another_roadmaps_journal_is_read_and_not_written() {
        for (line, reason) in [
            (
                "- {format: 2, roadmap: backend}",
                "has format 2, newer than 1: update",
            ),
            (
                "- {format: 2, roadmap: backend, device: desk}",
                "has format 2",
            ),
            (
                "- {format: 1, roadmap: frontend}",
                "of the roadmap `frontend`, not of `backend`",
            ),
        ] {
            let (_home, path) = home();
            let text = format!("{line}\n{}\n", entry(1));
            put(&path, &text);
            let mut journal = opened(&path);
            assert!(journal.is_read_only());
            assert_eq!(told(&journal), entries([1]));
            let words = journal.append(&entries([2])).unwrap_err().to_string();
            assert!(words.contains(reason), "{words}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn two_journals_of_one_file_see_each_other() {
        let (_home, path) = home();
        let (mut one, mut two) = (opened(&path), opened(&path));
        for number in 0..10 {
            one.append(&entries([2 * number])).unwrap();
            two.append(&entries([2 * number + 1])).unwrap();
        }
        assert_eq!(told(&two), entries(0..20));
        one.read().unwrap();
        assert_eq!(told(&one), entries(0..20));
        assert_eq!(one.take_arrived(), entries((1..20).step_by(2)));
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 22);
    }

    #[test]
    fn many_writers_at_once_lose_nothing() {
        let (_home, path) = home();
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let mut journal = at(&path);
                thread::spawn(move || {
                    for number in 0..25 {
                        journal.append(&entries([writer * 25 + number])).unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        assert_eq!(on_disk(&path), entries(0..100));
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 102);
    }

    #[test]
    fn a_lock_that_stays_held_is_an_error_and_not_a_hang() {
        let (_home, path) = home();
        put(&path, "");
        let other = File::open(&path).unwrap();
        other.lock().unwrap();
        let words = at(&path).append(&entries([1])).unwrap_err().to_string();
        assert!(
            words.starts_with("another program holds the journal"),
            "{words}"
        );
        assert_eq!(fs::read(&path).unwrap(), b"");
    }

    #[test]
    fn a_file_of_unlikely_size_is_refused() {
        let (_home, path) = home();
        put(&path, "");
        let file = OpenOptions::new().write(true).open(&path).unwrap();
        file.set_len(CAP + 1).unwrap();
        for result in [at(&path).read(), at(&path).append(&entries([1]))] {
            let words = result.unwrap_err().to_string();
            assert!(words.contains("is larger than 64 MiB"), "{words}");
        }
        file.set_len(CAP).unwrap();
        assert!(at(&path).append(&entries([1])).is_err());
        assert_eq!(fs::metadata(&path).unwrap().len(), CAP);
    }

    #[test]
    fn a_failed_reading_forgets_nothing() {
        let (_home, path) = home();
        let mut journal = at(&path);
        journal.append(&entries([1])).unwrap();
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(journal.read().is_err());
        assert_eq!(told(&journal), entries([1]));
    }

    /// What may happen to a file while two windows have it open.
    #[derive(Debug, Clone)]
    enum Event {
        One,
        Two,
        Look,
        Tear,
        Cut(usize),
        Swap(usize),
        Delete,
    }

    fn events() -> impl Strategy<Value = Vec<Event>> {
        let event = prop_oneof![
            3 => Just(Event::One),
            3 => Just(Event::Two),
            2 => Just(Event::Look),
            1 => Just(Event::Tear),
            1 => (0..400_usize).prop_map(Event::Cut),
            1 => (0..4_usize).prop_map(Event::Swap),
            1 => Just(Event::Delete),
        ];
        proptest::collection::vec(event, 0..20)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever others do to the file, an append leaves all that was seen or saved in it.
        #[test]
        fn an_append_leaves_everything_in_the_file(events in events()) {
            let (_home, path) = home();
            put(&path, "");
            let quick = || at(&path).with_sync(|_| Ok(()));
            let (mut one, mut two) = (quick(), quick());
            let mut versions = vec![Vec::new()];
            for (number, event) in events.into_iter().enumerate() {
                let now = fs::read(&path).unwrap_or_default();
                match event {
                    Event::One => one.append(&entries([number])).unwrap(),
                    Event::Two => two.append(&entries([number])).unwrap(),
                    Event::Look => one.read().unwrap(),
                    Event::Tear => put(&path, [&now, &b"- {at: \"20"[..]].concat()),
                    Event::Cut(length) => put(&path, now.get(..length).unwrap_or(&now)),
                    Event::Swap(back) => {
                        let old = versions.iter().rev().nth(back);
                        replace(&path, old.cloned().unwrap_or_default());
                    }
                    Event::Delete => {
                        let _ = fs::remove_file(&path);
                    }
                }
                let is_append = matches!(event, Event::One | Event::Two);
                let text = fs::read(&path).unwrap_or_default();
                prop_assert!(!is_append || text.starts_with(&now));
                versions.push(text);
            }
            let mut seen = told(&one);
            seen.extend(told(&two));
            one.append(&entries([900])).unwrap();
            two.append(&entries([901])).unwrap();
            let disk = opened(&path);
            prop_assert!(seen.iter().all(|entry| disk.history().contains(entry)));
            one.read().unwrap();
            prop_assert_eq!(one.history(), disk.history());
            prop_assert_eq!(two.history(), disk.history());
        }
    }
}
