//! Reading a roadmap file that the learner names.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::regular;
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
    let file = regular::open(path)
        .map_err(|obstacle| failed(obstacle.to_string()))?
        .ok_or_else(|| failed("there is no such file".to_owned()))?;
    let mut text = Vec::new();
    file.take(MOST)
        .read_to_end(&mut text)
        .map_err(|error| failed(regular::said(&error)))?;
    Ok(text)
}
