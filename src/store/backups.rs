//! Copies of a journal: one a day, the last ten of them.
//!
//! The journal is only ever added to, so no fault of this program can take anything out of it. These
//! copies are for all the others: an editor, a sync that went wrong, a slip of the hand.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::whole::{self, Lasting};
use super::{JournalError, folder};

/// How many copies of a journal are kept.
const KEPT: usize = 10;

/// The copies of one journal, in a directory that those of other journals may share.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: PathBuf,
    roadmap_id: String,
}

impl Backups {
    /// The copies of a roadmap's journal. Touches nothing on the disk.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>, roadmap_id: impl Into<String>) -> Self {
        Self {
            folder: folder.into(),
            roadmap_id: roadmap_id.into(),
        }
    }

    /// The directory.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All copies with their days, the earliest first; none where there is no directory yet.
    ///
    /// # Errors
    /// Fails where the directory cannot be read.
    pub fn list(&self) -> Result<Vec<(Date, PathBuf)>, JournalError> {
        let names = folder::names(&self.folder)?;
        let copy = |name: &OsString| {
            let day = self.day(name.to_str()?)?;
            let path = self.folder.join(name);
            let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
            is_file.then_some((day, path))
        };
        let mut copies: Vec<_> = names.iter().filter_map(copy).collect();
        copies.sort();
        Ok(copies)
    }

    /// The day in the name of a copy; none where the file is something else.
    fn day(&self, name: &str) -> Option<Date> {
        let day = name
            .strip_prefix(self.roadmap_id.as_str())?
            .strip_prefix('-')?
            .strip_suffix(".yaml")?;
        // Exactly as it is written here: `backend-2-2026-11-23` is a copy of `backend-2`.
        let date: Date = day.parse().ok()?;
        (date.to_string() == day).then_some(date)
    }

    /// Keeps a text as the copy of a day, unless that day has one, and removes the earliest copies
    /// beyond ten. The copy is on the disk when this returns.
    pub(super) fn keep(&self, text: &[u8], day: Date) -> Result<(), JournalError> {
        folder::create(&self.folder)?;
        let path = self.folder.join(format!("{}-{day}.yaml", self.roadmap_id));
        if fs::symlink_metadata(&path).is_ok() {
            return Ok(());
        }
        let beside = path.with_extension("new");
        whole::write(&path, &beside, open, text, Lasting::Synced).map_err(|source| {
            JournalError::Write {
                path: path.clone(),
                source,
            }
        })?;
        self.prune(&path);
        Ok(())
    }

    /// Removes the earliest copies, and never the one just made: the clock may have been wrong.
    fn prune(&self, newest: &Path) {
        let mut others = self.list().unwrap_or_default();
        others.retain(|(_, path)| path != newest);
        let surplus = (others.len() + 1).saturating_sub(KEPT);
        for (_, path) in others.into_iter().take(surplus) {
            // One copy too many does no harm.
            let _ = fs::remove_file(path);
        }
    }
}

/// Opens the file that becomes a copy. Who holds the journal's lock is alone here; what stands
/// there was left behind by a program that was ended in the middle.
fn open(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Entry, Status};
    use crate::store::Journal;
    use jiff::ToSpan;
    use jiff::civil::date;
    use std::os::unix::fs::PermissionsExt;

    fn names(backups: &Backups) -> Vec<String> {
        let name =
            |(_, path): (Date, PathBuf)| path.file_name().unwrap().to_string_lossy().into_owned();
        backups.list().unwrap().into_iter().map(name).collect()
    }

    fn home() -> (tempfile::TempDir, Backups) {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::new(home.path().join("data/backups"), "backend");
        (home, backups)
    }

    #[test]
    fn a_day_has_one_copy_the_first() {
        let (_home, backups) = home();
        assert_eq!(names(&backups), [""; 0]);
        let day = date(2026, 11, 23);
        backups.keep(b"first", day).unwrap();
        backups.keep(b"second", day).unwrap();
        assert_eq!(names(&backups), ["backend-2026-11-23.yaml"]);
        let path = &backups.list().unwrap()[0].1;
        assert_eq!(fs::read(path).unwrap(), b"first");
        assert_eq!(
            fs::metadata(path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(fs::read_dir(backups.folder()).unwrap().count(), 1);
    }

    #[test]
    fn the_last_ten_are_kept_and_no_other_file_goes() {
        let (_home, backups) = home();
        let other = Backups::new(backups.folder(), "backend-2");
        other.keep(b"x", date(2020, 1, 1)).unwrap();
        fs::write(backups.folder().join("backend-old.yaml"), "mine").unwrap();
        let first = date(2026, 2, 25);
        for day in 0..14 {
            backups.keep(b"x", first + day.days()).unwrap();
        }
        let kept = names(&backups);
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept[0], "backend-2026-03-01.yaml");
        assert_eq!(names(&other), ["backend-2-2020-01-01.yaml"]);
        assert!(backups.folder().join("backend-old.yaml").exists());
    }

    #[test]
    fn a_clock_that_was_ahead_does_not_cost_todays_copy() {
        let (_home, backups) = home();
        for day in 1..=12 {
            backups.keep(b"x", date(2099, 1, day)).unwrap();
        }
        backups.keep(b"today", date(2026, 11, 23)).unwrap();
        let kept = names(&backups);
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept[0], "backend-2026-11-23.yaml");
    }

    #[test]
    fn what_an_ended_program_left_behind_is_no_obstacle() {
        let (_home, backups) = home();
        fs::create_dir_all(backups.folder()).unwrap();
        fs::write(backups.folder().join("backend-2026-11-23.new"), "to").unwrap();
        backups.keep(b"whole", date(2026, 11, 23)).unwrap();
        assert_eq!(names(&backups), ["backend-2026-11-23.yaml"]);
        assert_eq!(fs::read(&backups.list().unwrap()[0].1).unwrap(), b"whole");
    }

    fn entry(topic: &str, second: u8) -> Entry {
        Entry::status(
            format!("2026-11-23T21:06:{second:02}+01:00")
                .parse()
                .unwrap(),
            topic,
            Status::Done,
        )
    }

    #[test]
    fn a_journal_is_copied_as_it_was_before_a_run_wrote_to_it_first() {
        let (home, backups) = home();
        let path = home.path().join("data/progress/backend.yaml");
        let run = |day| {
            let mut journal = Journal::new(&path, "backend", "Backend");
            journal.read().unwrap();
            journal.with_backups(backups.clone(), day)
        };
        let monday = date(2026, 11, 23);
        let mut first = run(monday);
        first.append(&[entry("web.a", 1)]).unwrap();
        first.append(&[entry("web.b", 2)]).unwrap();
        // There was nothing to copy, and a run copies once.
        assert_eq!(names(&backups), [""; 0]);
        let before = fs::read(&path).unwrap();
        run(monday).append(&[]).unwrap();
        assert_eq!(names(&backups), [""; 0], "without a write");
        let mut second = run(monday);
        second.append(&[entry("web.c", 3)]).unwrap();
        second.append(&[entry("web.d", 4)]).unwrap();
        run(monday).append(&[entry("web.e", 5)]).unwrap();
        assert_eq!(names(&backups), ["backend-2026-11-23.yaml"]);
        assert_eq!(fs::read(&backups.list().unwrap()[0].1).unwrap(), before);
        let before = fs::read(&path).unwrap();
        run(date(2026, 11, 24))
            .append(&[entry("web.f", 6)])
            .unwrap();
        assert_eq!(fs::read(&backups.list().unwrap()[1].1).unwrap(), before);
    }

    #[test]
    fn where_no_copy_can_be_kept_the_change_is_saved_all_the_same() {
        let (home, backups) = home();
        let path = home.path().join("progress/backend.yaml");
        let mut journal = Journal::new(&path, "backend", "Backend");
        journal.append(&[entry("web.a", 1)]).unwrap();
        fs::write(home.path().join("data"), "in the way").unwrap();
        let mut journal = journal.with_backups(backups, date(2026, 11, 23));
        journal.append(&[entry("web.b", 2)]).unwrap();
        let failure = journal.take_backup_failure().unwrap().to_string();
        assert!(failure.contains("not a directory"), "{failure}");
        assert!(journal.take_backup_failure().is_none());
        let mut again = Journal::new(&path, "backend", "Backend");
        again.read().unwrap();
        assert_eq!(again.history().len(), 2);
    }
}
