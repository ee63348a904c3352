//! The file of a journal: opening, locking and adding, and never anything else.

use std::fs::{self, File, Metadata, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{Access, access};
use rustix::io::Errno;

use super::super::folder;
use super::super::regular::{self, Obstacle, patient};
use super::{CAP, JournalError};

/// How often the file is opened again because another program replaced it in the meantime.
const ATTEMPTS: usize = 16;

/// How many folders above the file have names in them that this program may have made: its own, the
/// data directory, and what that is in.
const FOLDERS: usize = 3;

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Mark {
    device: u64,
    inode: u64,
    length: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Mark {
    pub(in crate::store) fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Whether this is the same file, however it has changed.
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// What is at a path, through symlinks; none where nothing is.
pub(super) fn look(path: &Path) -> Result<Option<Mark>, JournalError> {
    let found = regular::look(path).map_err(|obstacle| in_the_way(path, obstacle))?;
    Ok(found.map(|metadata| Mark::of(&metadata)))
}

fn in_the_way(path: &Path, obstacle: Obstacle) -> JournalError {
    match obstacle {
        Obstacle::NotAFile(kind) => JournalError::NotAFile {
            path: path.to_owned(),
            kind,
        },
        Obstacle::System(source) => unreadable(path, source),
    }
}

fn unreadable(path: &Path, source: io::Error) -> JournalError {
    JournalError::Read {
        path: path.to_owned(),
        source,
    }
}

fn unwritable(path: &Path, source: io::Error) -> JournalError {
    JournalError::Write {
        path: path.to_owned(),
        source,
    }
}

/// Opens the file to read; none where nothing is.
pub(super) fn open(path: &Path) -> Result<Option<File>, JournalError> {
    regular::open(path).map_err(|obstacle| in_the_way(path, obstacle))
}

/// Asks the system, without touching anything, whether the file could be added to or created.
pub(super) fn may_add(path: &Path) -> Result<(), JournalError> {
    if look(path)?.is_some() {
        return access(path, Access::WRITE_OK).map_err(|error| unwritable(path, error.into()));
    }
    let failed = |place: &Path, source| JournalError::Create {
        path: place.to_owned(),
        source,
    };
    for above in path.ancestors().skip(1) {
        match fs::metadata(above) {
            Ok(found) if !found.is_dir() => {
                return Err(failed(above, ErrorKind::NotADirectory.into()));
            }
            Ok(_) => {
                let wanted = Access::WRITE_OK | Access::EXEC_OK;
                return access(above, wanted).map_err(|error| failed(above, error.into()));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(source) => return Err(failed(above, source)),
        }
    }
    Ok(())
}

/// Opens the file to add to it, creates it where it is missing, and takes its lock.
pub(super) fn open_locked(path: &Path) -> Result<File, JournalError> {
    for _ in 0..ATTEMPTS {
        let Some(file) = open_to_add(path)? else {
            continue;
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(busy(path)),
            // A file system without locks: one write at the end is still one write at the end.
            Err(TryLockError::Error(error)) if has_no_locks(&error) => {}
            Err(TryLockError::Error(source)) => return Err(unwritable(path, source)),
        }
        let metadata = file.metadata().map_err(|error| unreadable(path, error))?;
        regular::check(&metadata).map_err(|obstacle| in_the_way(path, obstacle))?;
        // The lock is on the file that was opened; the path may lead to another one by now.
        if leads_to(path, &file) {
            return Ok(file);
        }
    }
    Err(busy(path))
}

/// Whether a path still leads to an open file. Where that cannot be told, the next attempt to open
/// the path says why.
fn leads_to(path: &Path, file: &File) -> bool {
    let is_same = |metadata: Metadata| {
        let mark = Mark::of(&metadata);
        fs::metadata(path).is_ok_and(|now| Mark::of(&now).is_same_file(&mark))
    };
    file.metadata().is_ok_and(is_same)
}

fn has_no_locks(error: &io::Error) -> bool {
    error.kind() == ErrorKind::Unsupported
        || error.raw_os_error() == Some(Errno::NOLCK.raw_os_error())
}

pub(super) fn busy(path: &Path) -> JournalError {
    JournalError::Busy {
        path: path.to_owned(),
    }
}

/// Opens or creates the file; none where it came or went in the meantime.
fn open_to_add(path: &Path) -> Result<Option<File>, JournalError> {
    let opened = if look(path)?.is_some() {
        patient().append(true).open(path)
    } else {
        return create(path);
    };
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(unwritable(path, source)),
    }
}

fn create(path: &Path) -> Result<Option<File>, JournalError> {
    let failed = |source| JournalError::Create {
        path: path.to_owned(),
        source,
    };
    path.parent().map_or(Ok(()), folder::create)?;
    match patient().append(true).create_new(true).open(path) {
        Ok(file) => {
            // A umask can only take bits away; this gives back what a strange one took.
            let mode = Permissions::from_mode(0o600);
            file.set_permissions(mode).map_err(failed)?;
            Ok(Some(file))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let dangles = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
                && look(path)?.is_none();
            if !dangles {
                return Ok(None);
            }
            // A symlink to what does not exist yet stays one, and its target is created.
            let file = patient().append(true).create(true).open(path);
            file.map(Some).map_err(failed)
        }
        Err(source) => Err(failed(source)),
    }
}

/// Reads the whole file.
pub(super) fn read(path: &Path, mut file: &File) -> Result<(Mark, Vec<u8>), JournalError> {
    let failed = |error| unreadable(path, error);
    // The mark is taken first: what changes while reading makes the next look see another one.
    let mark = Mark::of(&file.metadata().map_err(failed)?);
    if mark.length > CAP {
        return Err(too_large(path));
    }
    let mut text = Vec::with_capacity(usize::try_from(mark.length).unwrap_or_default());
    Read::by_ref(&mut file)
        .take(CAP + 1)
        .read_to_end(&mut text)
        .map_err(failed)?;
    if text.len() as u64 > CAP {
        return Err(too_large(path));
    }
    Ok((mark, text))
}

pub(super) fn too_large(path: &Path) -> JournalError {
    JournalError::TooLarge {
        path: path.to_owned(),
    }
}

/// How an attempt to add ended.
pub(super) enum Added {
    /// Everything is on the disk, and the file is now as this mark says; none where another
    /// program wrote between reading and adding, without asking for the lock.
    Synced(Option<Mark>),
    /// Everything is on the disk, but the path leads to another file by now, or to none.
    Elsewhere,
    /// Nothing was added, as far as the file can tell.
    Nothing(JournalError),
    /// Something was written, it may not last, and it could not be taken back.
    Doubtful(JournalError),
}

/// Writes at the end of a locked file that is `length` long, and brings it to the disk, with its
/// name where that is not known to be there.
pub(super) fn add(
    path: &Path,
    file: &File,
    length: u64,
    bytes: &[u8],
    is_named: bool,
    sync: &mut dyn FnMut(&File) -> io::Result<()>,
) -> Added {
    let (written, result) = write(file, bytes);
    let synced = result
        .and_then(|()| sync(file))
        // The lines of a file are not kept until its name is.
        .and_then(|()| if is_named { Ok(()) } else { sync_name(path) });
    match synced {
        Ok(()) if !leads_to(path, file) => Added::Elsewhere,
        Ok(()) => {
            let mark = file.metadata().map(|metadata| Mark::of(&metadata)).ok();
            let expected = length + bytes.len() as u64;
            Added::Synced(mark.filter(|mark| mark.length == expected))
        }
        Err(error) => {
            let error = unwritable(path, error);
            let ours = bytes.get(..written).unwrap_or_default();
            match cut_back(file, length, ours) {
                Ok(true) => Added::Nothing(error),
                Ok(false) | Err(_) => Added::Doubtful(error),
            }
        }
    }
}

/// Writes as much as can be written, and says how much that was.
fn write(mut file: &File, bytes: &[u8]) -> (usize, io::Result<()>) {
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(0) => return (bytes.len() - rest.len(), Err(ErrorKind::WriteZero.into())),
            Ok(count) => rest = rest.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return (bytes.len() - rest.len(), Err(error)),
        }
    }
    (bytes.len(), Ok(()))
}

/// Takes back what this program has just written, if the file ends with that and nothing else
/// came after it. This is the only place where a journal ever gets shorter.
fn cut_back(file: &File, length: u64, ours: &[u8]) -> io::Result<bool> {
    if ours.is_empty() {
        return Ok(true);
    }
    if file.metadata()?.len() != length + ours.len() as u64 {
        return Ok(false);
    }
    let mut end = vec![0; ours.len()];
    file.read_exact_at(&mut end, length)?;
    if end != ours {
        return Ok(false);
    }
    file.set_len(length).map(|()| true)
}

/// Brings a file's name to the disk, and those of its folders: another process may have made them
/// and been killed before it did so.
fn sync_name(path: &Path) -> io::Result<()> {
    let real = fs::canonicalize(path)?;
    let mut above = real.ancestors().skip(1).take(FOLDERS);
    above.try_for_each(folder::sync)
}
