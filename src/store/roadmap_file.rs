//! Reading a roadmap file that the learner names.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::journal::{JournalError, file};
use crate::plain::clean;

/// How much of a file is read, in bytes: more than any roadmap may have, so that one that is too
/// large is seen to be.
const MOST: u64 = 16 << 20;

/// Says why a roadmap file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", clean(&path.to_string_lossy()))]
pub struct RoadmapFileError {
    path: PathBuf,
    reason: String,
}

/// Reads a roadmap file; at most 16 MiB of it.
///
/// # Errors
/// Fails where there is no such file, where it is something else than a regular file, and where it
/// cannot be read.
pub fn read_roadmap(path: &Path) -> Result<Vec<u8>, RoadmapFileError> {
    let failed = |reason: String| RoadmapFileError {
        path: path.to_owned(),
        reason,
    };
    let file = file::open(path)
        .map_err(|error| failed(reason(error)))?
        .ok_or_else(|| failed("there is no such file".to_owned()))?;
    let mut text = Vec::new();
    file.take(MOST)
        .read_to_end(&mut text)
        .map_err(|error: io::Error| failed(error.to_string()))?;
    Ok(text)
}

/// The error of opening a file in words that fit a roadmap.
fn reason(error: JournalError) -> String {
    match error {
        JournalError::NotAFile { kind, .. } => format!("this is {kind}, not a file"),
        JournalError::Read { source, .. } => source.to_string(),
        other @ (JournalError::Write { .. }
        | JournalError::Create { .. }
        | JournalError::TooLarge { .. }
        | JournalError::Busy { .. }
        | JournalError::Newer { .. }
        | JournalError::OtherRoadmap { .. }) => other.to_string(),
    }
}
