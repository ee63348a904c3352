//! A text in a file of its own, for another program to edit.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::{JournalError, folder, regular};

/// How many files of one name are tried until one does not exist yet.
const ATTEMPTS: usize = 100;
/// How many bytes of a name are taken: with a number and its ending encrypted home directories, which
/// allow the least, take that too.
const NAME: usize = 120;
/// How much of the file is read. What is longer is longer than any note may be.
const LONGEST: u64 = 1 << 20;

/// The file, for the learner alone.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
}

impl Draft {
    /// Writes a text to a new file of a directory. Files that are there already stay: a text may be
    /// in them that could not be kept elsewhere.
    ///
    /// # Errors
    /// Fails where the directory or the file cannot be made or written.
    pub fn create(folder: &Path, name: &str, text: &str) -> Result<Self, JournalError> {
        folder::create(folder)?;
        let name = name.get(..name.floor_char_boundary(NAME)).unwrap_or(name);
        let mut last = None;
        for number in 1..=ATTEMPTS {
            let path = folder.join(match number {
                1 => format!("{name}.md"),
                number => format!("{name}-{number}.md"),
            });
            match write_new(&path, text) {
                Ok(()) => return Ok(Self { path }),
                Err(source) => {
                    let is_taken = source.kind() == ErrorKind::AlreadyExists;
                    last = Some(JournalError::Create { path, source });
                    if !is_taken {
                        break;
                    }
                }
            }
        }
        Err(last.unwrap_or_else(|| JournalError::Create {
            path: folder.to_owned(),
            source: ErrorKind::AlreadyExists.into(),
        }))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text that it has now, whoever wrote it, or put another file in its place.
    ///
    /// # Errors
    /// Fails where there is no such file any more, or none that can be read as text.
    pub fn read(&self) -> Result<String, JournalError> {
        let failed = |source| JournalError::Read {
            path: self.path.clone(),
            source,
        };
        let file = match regular::open(&self.path) {
            Ok(Some(file)) => file,
            Ok(None) => return Err(failed(ErrorKind::NotFound.into())),
            Err(obstacle) => return Err(failed(io::Error::other(obstacle.to_string()))),
        };
        let mut text = String::new();
        let read = file.take(LONGEST).read_to_string(&mut text);
        read.map_err(failed)?;
        Ok(text)
    }

    /// Brings the file and its name to the disk.
    ///
    /// # Errors
    /// Fails where the system cannot.
    pub fn sync(&self) -> Result<(), JournalError> {
        let synced = File::open(&self.path).and_then(|file| file.sync_all());
        let named = || self.path.parent().map_or(Ok(()), folder::sync);
        synced
            .and_then(|()| named())
            .map_err(|source| JournalError::Write {
                path: self.path.clone(),
                source,
            })
    }

    /// Takes the file away, and its directory where nothing else is in it.
    pub fn remove(self) {
        // One that stays does no harm: the next one has another name.
        let _ = fs::remove_file(&self.path);
        if let Some(folder) = self.path.parent() {
            // Refused by the system while there are others in it.
            let _ = fs::remove_dir(folder);
        }
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file: File = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    let filled = fill(&mut file, text);
    if filled.is_err() {
        // What is not whole would be taken for a text that somebody wanted to keep.
        let _ = fs::remove_file(path);
    }
    filled
}

fn fill(file: &mut File, text: &str) -> io::Result<()> {
    // A umask can only take bits away; this gives back what a strange one took.
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_for_the_learner_alone_and_leaves_nothing_behind() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data/drafts");
        let draft = Draft::create(&folder, "web.http", "one\ntwo").unwrap();
        assert_eq!(draft.path(), folder.join("web.http.md"));
        let mode = fs::metadata(draft.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o600);
        assert_eq!(draft.read().unwrap(), "one\ntwo\n");
        let other = Draft::create(&folder, "web.http", "").unwrap();
        draft.remove();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        other.remove();
        assert!(!folder.exists());
    }

    #[test]
    fn what_stands_there_already_is_not_written_over() {
        let home = tempfile::tempdir().unwrap();
        let first = Draft::create(home.path(), "a", "kept").unwrap();
        let second = Draft::create(home.path(), "a", "").unwrap();
        assert_eq!(second.path(), home.path().join("a-2.md"));
        assert_eq!(first.read().unwrap(), "kept\n");
        assert_eq!(second.read().unwrap(), "");
    }

    #[test]
    fn a_name_that_is_too_long_for_a_file_is_cut() {
        let home = tempfile::tempdir().unwrap();
        for name in ["a".repeat(302), "ä".repeat(151)] {
            for _ in 0..2 {
                let draft = Draft::create(home.path(), &name, "text").unwrap();
                assert_eq!(draft.read().unwrap(), "text\n");
                let file = draft.path().file_name().unwrap().to_string_lossy();
                assert!((120..200).contains(&file.len()), "{file}");
            }
        }
    }

    #[test]
    fn what_was_put_in_its_place_is_read() {
        let home = tempfile::tempdir().unwrap();
        let draft = Draft::create(home.path(), "a", "old").unwrap();
        let beside = home.path().join("beside");
        fs::write(&beside, "new").unwrap();
        fs::rename(&beside, draft.path()).unwrap();
        assert_eq!(draft.read().unwrap(), "new");
        fs::write(draft.path(), b"\xff\xfe").unwrap();
        assert!(draft.read().is_err());
        fs::remove_file(draft.path()).unwrap();
        assert!(draft.read().is_err());
        fs::create_dir(draft.path()).unwrap();
        assert!(draft.read().is_err());
    }
}
