//! Directories: made for the learner alone, and made to last.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

use super::JournalError;

/// Creates a directory and those above it that are missing, each for the learner alone. What
/// exists keeps its mode.
pub(super) fn create(folder: &Path) -> Result<(), JournalError> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent();
    if let Some(above) = above {
        create(above)?;
    }
    let failed = |source| JournalError::Create {
        path: folder.to_owned(),
        source,
    };
    match DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => {
            // A umask can only take bits away; this gives back what a strange one took.
            fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(failed)?;
            above.map_or(Ok(()), sync).map_err(failed)
        }
        // Another program may have been faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::metadata(folder) {
            Ok(found) if found.is_dir() => Ok(()),
            Ok(_) => Err(failed(ErrorKind::NotADirectory.into())),
            Err(error) => Err(failed(error)),
        },
        Err(error) => Err(failed(error)),
    }
}

/// Brings the names in a directory to the disk.
///
/// Some file systems cannot do that, and some directories may be entered but not opened: then the
/// file itself is synced all the same, and that has to do.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|open| open.sync_all()) {
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

/// The names of all that stands in a directory, in order; none where there is no such directory.
pub(super) fn names(folder: &Path) -> Result<Vec<OsString>, JournalError> {
    let list = || -> io::Result<Vec<OsString>> {
        match fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            found => found?
                .map(|each| each.map(|each| each.file_name()))
                .collect(),
        }
    };
    let mut names = list().map_err(|source| JournalError::Read {
        path: folder.to_owned(),
        source,
    })?;
    names.sort();
    Ok(names)
}

/// How many bytes the learner may still write on the disk of a path, which need not exist yet.
///
/// # Errors
/// Fails where the system does not say.
pub fn free_space(path: &Path) -> Result<u64, JournalError> {
    let existing = path.ancestors().find(|above| above.exists());
    let asked = rustix::fs::statvfs(existing.unwrap_or(path));
    let disk = asked.map_err(|error| JournalError::Read {
        path: path.to_owned(),
        source: error.into(),
    })?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn new_directories_are_for_the_learner_alone_and_old_ones_keep_their_mode() {
        let home = tempfile::tempdir().unwrap();
        let old = home.path().join("old");
        fs::create_dir(&old).unwrap();
        fs::set_permissions(&old, Permissions::from_mode(0o755)).unwrap();
        create(&old.join("a/b")).unwrap();
        create(&old.join("a/b")).unwrap();
        assert_eq!(mode(&old), 0o755);
        assert_eq!(mode(&old.join("a")), 0o700);
        assert_eq!(mode(&old.join("a/b")), 0o700);
    }

    #[test]
    fn a_file_in_the_way_is_named() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        fs::write(&file, "mine").unwrap();
        let words = create(&file.join("a")).unwrap_err().to_string();
        assert!(
            words.starts_with(&format!(
                "cannot create {}: not a directory",
                file.display()
            )),
            "{words}"
        );
        assert_eq!(fs::read(&file).unwrap(), b"mine");
    }
}
