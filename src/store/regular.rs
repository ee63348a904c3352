//! Regular files, and nothing that only looks like one: a FIFO would be waited for without end, a
//! device may do anything.

use std::fmt;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

use crate::plain::clean;

/// What stands in the way of opening a file.
#[derive(Debug)]
pub(super) enum Obstacle {
    /// Something else has the name; this is what it is.
    NotAFile(&'static str),
    /// The system's own words.
    System(io::Error),
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile(kind) => write!(f, "this is {kind}, not a file"),
            Self::System(error) => f.write_str(&said(error)),
        }
    }
}

/// What is at a path, through symlinks; none where nothing is.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>, Obstacle> {
    match fs::metadata(path) {
        Ok(metadata) => check(&metadata).map(|()| Some(metadata)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Obstacle::System(error)),
    }
}

/// Refuses what is no regular file.
pub(super) fn check(metadata: &Metadata) -> Result<(), Obstacle> {
    if metadata.is_file() {
        return Ok(());
    }
    Err(Obstacle::NotAFile(kind(metadata.file_type())))
}

fn kind(file: FileType) -> &'static str {
    if file.is_dir() {
        "a directory"
    } else if file.is_fifo() {
        "a FIFO"
    } else if file.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

/// Options to read that neither wait for a FIFO's other end nor make a terminal ours, should the
/// path become one of those after it was looked at. What they create is for the learner alone.
pub(super) fn patient() -> OpenOptions {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = OpenOptions::new();
    options
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .mode(0o600);
    options
}

/// Opens a file to read; none where nothing is.
pub(super) fn open(path: &Path) -> Result<Option<File>, Obstacle> {
    if look(path)?.is_none() {
        return Ok(None);
    }
    match patient().open(path) {
        Ok(file) => {
            let metadata = file.metadata().map_err(Obstacle::System)?;
            check(&metadata).map(|()| Some(file))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Obstacle::System(error)),
    }
}

/// The system's words as part of a sentence.
pub(super) fn said(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    let said: String = first.into_iter().chain(letters).collect();
    clean(&said).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_way_is_said_as_part_of_a_sentence() {
        let denied = Obstacle::System(io::Error::from_raw_os_error(13));
        assert_eq!(denied.to_string(), "permission denied");
        let folder = open(Path::new("/")).unwrap_err();
        assert_eq!(folder.to_string(), "this is a directory, not a file");
        let device = open(Path::new("/dev/null")).unwrap_err();
        assert_eq!(device.to_string(), "this is a device, not a file");
        assert!(open(Path::new("/nothing/here")).unwrap().is_none());
    }
}
