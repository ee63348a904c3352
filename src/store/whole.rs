//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::folder;

/// Whether the disk is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lasting {
    /// It is on the disk when this returns.
    Synced,
    /// Losing it would lose no progress.
    Sometime,
}

/// Writes a new file and gives it the name `path`; `new` opens it at `beside`, in the same
/// directory. Where that fails, what had the name before still has it.
pub(super) fn write(
    path: &Path,
    beside: &Path,
    new: impl FnOnce(&Path) -> io::Result<File>,
    bytes: &[u8],
    lasting: Lasting,
) -> io::Result<()> {
    let result = new(beside)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            match lasting {
                Lasting::Synced => file.sync_all(),
                Lasting::Sometime => Ok(()),
            }
        })
        .and_then(|()| fs::rename(beside, path));
    if result.is_err() {
        let _ = fs::remove_file(beside);
    }
    result?;
    match (lasting, path.parent()) {
        (Lasting::Synced, Some(parent)) => folder::sync(parent),
        (Lasting::Synced, None) | (Lasting::Sometime, _) => Ok(()),
    }
}
