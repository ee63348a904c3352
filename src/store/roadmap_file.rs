//! Reading a roadmap file that the learner names.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{folder, regular};
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

impl RoadmapFileError {
    /// Why, without the file.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// How many files of a directory are taken for roadmaps.
const MOST_FILES: usize = 200;

/// The roadmap files of a directory, in the order of their names; none where there is no such
/// directory.
#[must_use]
pub fn roadmap_files(folder: &Path) -> Vec<PathBuf> {
    let is_roadmap = |path: &Path| {
        let extension = path.extension().and_then(OsStr::to_str);
        matches!(extension, Some("yaml" | "yml"))
    };
    let names = folder::names(folder).unwrap_or_default();
    let files = names.iter().map(|name| folder.join(name));
    let files = files.filter(|path| is_roadmap(path));
    files.take(MOST_FILES).collect()
}

/// What a name of a file leads to, so that two names of one file are seen to be that; none where there
/// is nothing.
#[must_use]
pub fn resolve(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
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
