//! Journals from elsewhere: read and united with ours, never written.
//!
//! Programs that sync files keep both sides of a conflict as two files, and only a person can tell
//! them apart. A journal is a set of entries, so here the second file has nothing to decide.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::folder;
use super::journal::{CAP, Journal, JournalError, Refusal, Tail, Text};
use super::regular::{self, said};
use crate::plain::clean;
use crate::progress::{Entry, FORMAT};

/// A journal from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The id of the roadmap that it names, in whatever form it has; none where it names none.
    pub roadmap: Option<String>,
    /// What it says.
    pub entries: BTreeSet<Entry>,
    /// The lines that cannot be read, by their number from 1 on, and why; the first thousand.
    pub unreadable: Vec<(usize, String)>,
}

/// Says why a journal from elsewhere cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", clean(&path.to_string_lossy()))]
pub struct OtherError {
    path: PathBuf,
    reason: String,
}

impl Other {
    /// Reads a journal.
    ///
    /// # Errors
    /// Fails where there is no such file, where it is no regular file, where it is larger than any
    /// journal has reason to be, and where a newer version of the program wrote it.
    pub fn read(path: &Path) -> Result<Self, OtherError> {
        let failed = |reason: String| OtherError {
            path: path.to_owned(),
            reason,
        };
        let file = regular::open(path)
            .map_err(|obstacle| failed(obstacle.to_string()))?
            .ok_or_else(|| failed("there is no such file".to_owned()))?;
        let mut bytes = Vec::new();
        file.take(CAP + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| failed(said(&error)))?;
        if bytes.len() as u64 > CAP {
            return Err(failed(format!("it is larger than {} MiB", CAP >> 20)));
        }
        let mut entries = BTreeSet::new();
        let mut text = Text::default();
        // No roadmap has this id, so whichever the file names is told.
        text.read(&bytes, "", Tail::Settled, |entry| {
            entries.insert(entry);
        });
        let roadmap = match text.refusal() {
            None => None,
            Some(Refusal::OtherRoadmap(found)) => Some(found.clone()),
            Some(Refusal::Newer(format)) => {
                return Err(failed(format!(
                    "it has format {format}, newer than {FORMAT}: update roadmap-tui to read it"
                )));
            }
        };
        Ok(Self {
            roadmap,
            entries,
            unreadable: text.unreadable().to_vec(),
        })
    }
}

impl Journal {
    /// The entries of other versions beside this journal that it lacks, and the names of the files
    /// that have them. What cannot be read there, or is of another roadmap, is passed over.
    pub(super) fn lacks_of_copies(&self) -> (Vec<String>, Vec<Entry>) {
        let (mut names, mut all) = (Vec::new(), BTreeSet::new());
        for path in conflict_copies(self.path()).unwrap_or_default() {
            let Ok(other) = Other::read(&path) else {
                continue;
            };
            let is_ours = other.roadmap.is_none_or(|id| id == self.roadmap_id());
            let lacking = self.history().lacks(&other.entries);
            if is_ours && !lacking.is_empty() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                names.push(clean(&name).into_owned());
                all.extend(lacking);
            }
        }
        (names, all.into_iter().collect())
    }
}

/// The files beside a journal that are other versions of it by their names: what Syncthing, Dropbox,
/// Nextcloud and others call the second side of a conflict, and what this program could not save in
/// the journal itself. Where the journal is a symlink, those beside its target are found, too.
///
/// # Errors
/// Fails where a directory cannot be read.
pub fn conflict_copies(journal: &Path) -> Result<Vec<PathBuf>, JournalError> {
    let mut copies = beside(journal)?;
    if let Ok(real) = fs::canonicalize(journal)
        && real != journal
    {
        copies.extend(beside(&real)?);
    }
    // By one path or by another, a file is one file.
    let mut seen = BTreeSet::new();
    copies.sort();
    copies.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    Ok(copies)
}

fn beside(journal: &Path) -> Result<Vec<PathBuf>, JournalError> {
    let (Some(folder), Some(stem)) = (journal.parent(), journal.file_stem()) else {
        return Ok(Vec::new());
    };
    let is_other = |name: &OsString| is_copy(&stem.to_string_lossy(), &name.to_string_lossy());
    let names = folder::names(folder)?.into_iter().filter(is_other);
    Ok(names.map(|name| folder.join(name)).collect())
}

/// Whether a file's name is that of another version of the journal `<stem>.yaml`.
pub(super) fn is_copy(stem: &str, name: &str) -> bool {
    let middle = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_suffix(".yaml"));
    middle.is_some_and(|middle| {
        // Syncthing; Nextcloud and ownCloud once; what this program could not save.
        [".sync-conflict-", "_conflict-", UNSAVED]
            .iter()
            .any(|mark| middle.starts_with(mark))
            // Dropbox, Nextcloud, Google Drive: a note in brackets.
            || (middle.starts_with(" (") && middle.ends_with(')'))
            // iCloud: a number.
            || middle.strip_prefix(' ').is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
    })
}

/// What stands between the journal's name and a number where its entries had to be kept beside it.
pub(super) const UNSAVED: &str = ".unsaved-";

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    const LINE: &str = r#"- {at: "2026-11-22T21:06:01.123+01:00", topic: web.http, status: done}"#;

    #[test]
    fn other_versions_are_known_by_their_names() {
        for name in [
            "backend.sync-conflict-20261123-101530-ABCDEF7.yaml",
            "backend (conflicted copy 2026-11-23 101530).yaml",
            "backend (Anna's conflicted copy 2026-11-23).yaml",
            "backend (Case Conflict).yaml",
            "backend (1).yaml",
            "backend_conflict-20261123-101530.yaml",
            "backend 2.yaml",
            "backend.unsaved-4711-1.yaml",
        ] {
            assert!(is_copy("backend", name), "{name}");
        }
        for name in [
            "backend.yaml",
            "backend-2.yaml",
            "backend-2 (1).yaml",
            "backend.new",
            "backend .yaml",
            "backend (1).yml",
            ".syncthing.backend.yaml.tmp",
            "backends (1).yaml",
            "frontend.sync-conflict-20261123-101530-ABCDEF7.yaml",
        ] {
            assert!(!is_copy("backend", name), "{name}");
        }
    }

    #[test]
    fn a_journal_from_elsewhere_says_what_it_holds() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("copy.yaml");
        fs::write(
            &path,
            format!("- {{format: 1, roadmap: backend}}\n{LINE}\ntorn\n{LINE}\n"),
        )
        .unwrap();
        let other = Other::read(&path).unwrap();
        assert_eq!(other.roadmap.as_deref(), Some("backend"));
        assert_eq!(other.entries.len(), 1);
        assert_eq!(other.unreadable.len(), 1);
        assert_eq!(other.unreadable[0].0, 3);
        fs::write(&path, LINE).unwrap();
        assert_eq!(Other::read(&path).unwrap().roadmap, None);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_reason() {
        let home = tempfile::tempdir().unwrap();
        let newer = home.path().join("newer.yaml");
        fs::write(&newer, "- {format: 2, roadmap: backend}\n").unwrap();
        for (path, reason) in [
            (newer, "it has format 2, newer than 1: update roadmap-tui"),
            (home.path().join("none"), "there is no such file"),
            (home.path().to_owned(), "this is a directory, not a file"),
        ] {
            let words = Other::read(&path).unwrap_err().to_string();
            let expected = format!("{}: {reason}", path.display());
            assert!(words.starts_with(&expected), "{words}");
        }
    }

    #[test]
    fn copies_beside_a_journal_and_beside_its_target_are_found_once() {
        let home = tempfile::tempdir().unwrap();
        let (here, there) = (home.path().join("here"), home.path().join("there"));
        fs::create_dir(&here).unwrap();
        let journal = here.join("backend.yaml");
        assert_eq!(
            conflict_copies(&journal).unwrap(),
            [""; 0].map(PathBuf::from)
        );
        assert_eq!(
            conflict_copies(&there.join("backend.yaml")).unwrap(),
            [""; 0].map(PathBuf::from)
        );
        fs::create_dir(&there).unwrap();
        fs::write(there.join("backend.yaml"), "").unwrap();
        symlink(there.join("backend.yaml"), &journal).unwrap();
        let copies = [here.join("backend (1).yaml"), there.join("backend 2.yaml")];
        for copy in &copies {
            fs::write(copy, "").unwrap();
        }
        symlink(&copies[1], here.join("backend (2).yaml")).unwrap();
        let found = conflict_copies(&journal).unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
