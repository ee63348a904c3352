//! The last resort: entries that the journal could not take are kept beside it.

use std::path::{Path, PathBuf};
use std::process;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::Journal;
use super::other::UNSAVED;
use crate::progress::Entry;

/// How many files of one process are tried until one does not exist yet.
const ATTEMPTS: usize = 100;

/// Keeps entries in a new file beside their journal, where the next start finds them and adds them
/// to it; gives the file. That works where the journal itself cannot be written or another program
/// holds it. None where nothing can be written there either, or not within that time: a disk that
/// hangs is not waited for.
#[must_use]
pub fn save_beside(
    journal: &Path,
    roadmap_id: &str,
    roadmap_title: &str,
    entries: Vec<Entry>,
    patience: Duration,
) -> Option<PathBuf> {
    let path = (1..=ATTEMPTS)
        .map(|number| {
            let mark = format!("{UNSAVED}{}-{number}.yaml", process::id());
            let mut name = journal.file_stem().unwrap_or_default().to_owned();
            name.push(mark);
            journal.with_file_name(name)
        })
        .find(|path| !path.exists())?;
    let mut file = Journal::new(&path, roadmap_id, roadmap_title);
    let (send, saved) = mpsc::channel();
    thread::Builder::new()
        .name("beside".to_owned())
        .spawn(move || send.send(file.append(&entries)))
        .ok()?;
    saved.recv_timeout(patience).ok()?.ok().map(|()| path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Status;
    use crate::store::{Other, conflict_copies};
    use std::fs;

    const PATIENCE: Duration = Duration::from_secs(20);

    fn entries() -> Vec<Entry> {
        vec![Entry::status(
            "2026-11-22T21:06:01.001+01:00".parse().unwrap(),
            "web.http",
            Status::Done,
        )]
    }

    #[test]
    fn what_is_kept_beside_a_journal_is_found_as_another_version_of_it() {
        let home = tempfile::tempdir().unwrap();
        let journal = home.path().join("progress/backend.yaml");
        let save = || save_beside(&journal, "backend", "Backend", entries(), PATIENCE).unwrap();
        let files = [save(), save()];
        assert_ne!(files[0], files[1]);
        assert_eq!(conflict_copies(&journal).unwrap(), files);
        for file in &files {
            let other = Other::read(file).unwrap();
            assert_eq!(other.roadmap.as_deref(), Some("backend"));
            assert!(other.entries.iter().eq(&entries()));
        }
        assert!(!journal.exists());
    }

    #[test]
    fn where_nothing_can_be_written_there_is_no_file() {
        let home = tempfile::tempdir().unwrap();
        let obstacle = home.path().join("progress");
        fs::write(&obstacle, "mine").unwrap();
        let journal = obstacle.join("backend.yaml");
        let saved = save_beside(&journal, "backend", "Backend", entries(), PATIENCE);
        assert_eq!(saved, None);
        assert_eq!(fs::read(&obstacle).unwrap(), b"mine");
    }
}
