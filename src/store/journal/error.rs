//! What can go wrong with a journal, in words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::super::regular::said;
use crate::plain::clean;
use crate::progress::FORMAT;

/// Says what could not be done with a journal, where, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The file, or a directory that matters to it, cannot be read.
    #[error("cannot read {}: {}", shown(.path), words(.source))]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file cannot be written, locked or synced.
    #[error("cannot write {}: {}", shown(.path), words(.source))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or directory cannot be created.
    #[error("cannot create {}: {}", shown(.path), words(.source))]
    Create {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Something else than a file has the journal's name.
    #[error("{} is {kind}, not a file: move it away, or choose another place with --data-dir DIR", shown(.path))]
    NotAFile {
        /// The path.
        path: PathBuf,
        /// What it is.
        kind: &'static str,
    },
    /// The file is, or would become, larger than any journal has reason to be.
    #[error("{} is larger than {} MiB: move it away to begin a new one, nothing in it is lost", shown(.path), super::CAP >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// Another program holds the lock, and went on holding it.
    #[error("another program holds the journal {}: close it, or wait", shown(.path))]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program wrote the journal.
    #[error("{} has format {format}, newer than {FORMAT}: update roadmap-tui to add to it", shown(.path))]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its format.
        format: u64,
    },
    /// The journal is of another roadmap.
    #[error("{} is the journal of the roadmap `{}`, not of `{expected}`: move it to its own place", shown(.path), clean(.found))]
    OtherRoadmap {
        /// The file.
        path: PathBuf,
        /// The id of the roadmap that it names.
        found: String,
        /// The id of the roadmap that was meant.
        expected: String,
    },
}

fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// The system's words as part of a sentence, and what may help.
fn words(error: &io::Error) -> String {
    let said = said(error);
    match advice(error.kind()) {
        Some(advice) => format!("{said}; {advice}"),
        None => said,
    }
}

fn advice(kind: ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::PermissionDenied => Some("check whose it is and its permissions"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("free some space"),
        ErrorKind::FileTooLarge => Some("raise the limit on the size of files (ulimit -f)"),
        ErrorKind::NotADirectory | ErrorKind::ReadOnlyFilesystem => {
            Some("choose another place with --data-dir DIR")
        }
        // The system's kinds are an open list.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(source: io::Error) -> String {
        JournalError::Write {
            path: PathBuf::from("/x/progress/backend.yaml"),
            source,
        }
        .to_string()
    }

    #[test]
    fn an_error_says_what_where_and_what_next() {
        insta::assert_snapshot!(
            write(io::Error::from_raw_os_error(13)),
            @"cannot write /x/progress/backend.yaml: permission denied; check whose it is and its permissions"
        );
        insta::assert_snapshot!(
            write(io::Error::from_raw_os_error(28)),
            @"cannot write /x/progress/backend.yaml: no space left on device; free some space"
        );
        insta::assert_snapshot!(
            write(io::Error::from_raw_os_error(5)),
            @"cannot write /x/progress/backend.yaml: input/output error"
        );
    }

    #[test]
    fn nothing_from_outside_reaches_the_terminal_raw() {
        let path = PathBuf::from("/x/\u{1b}]0;y\u{7}.yaml");
        for error in [
            JournalError::Busy { path: path.clone() },
            JournalError::OtherRoadmap {
                path,
                found: "\u{1b}[2J".to_owned(),
                expected: "backend".to_owned(),
            },
        ] {
            let words = error.to_string();
            assert!(!words.contains(char::is_control), "{words:?}");
        }
    }
}
