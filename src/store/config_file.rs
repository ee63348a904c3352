//! The configuration: where it is looked for, and reading it. It is never written.

use std::io::Read;
use std::path::{Path, PathBuf, absolute};

use directories::ProjectDirs;

use super::regular;
use crate::plain::clean;

/// How large a configuration may be, in bytes.
const CAP: u64 = 256 << 10;

/// Says why a configuration cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", clean(&path.to_string_lossy()))]
pub struct ConfigFileError {
    path: PathBuf,
    reason: String,
}

impl ConfigFileError {
    /// What stands in the way, without the name of the file.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// Where the configuration is looked for: the given file, else `config.yaml` in the system's place
/// for it; none where the system has no such place. Looks at nothing on the disk.
#[must_use]
pub fn config_file(given: Option<&Path>) -> Option<PathBuf> {
    if let Some(given) = given {
        return Some(absolute(given).unwrap_or_else(|_| given.to_owned()));
    }
    let folders = ProjectDirs::from("", "", "roadmap-tui")?;
    let file = folders.config_dir().join("config.yaml");
    file.is_absolute().then_some(file)
}

/// Reads a configuration; none where there is no such file.
///
/// # Errors
/// Fails where it is something else than a regular file, where it is larger than any configuration,
/// and where it cannot be read.
pub fn read_config(path: &Path) -> Result<Option<Vec<u8>>, ConfigFileError> {
    let failed = |reason: String| ConfigFileError {
        path: path.to_owned(),
        reason,
    };
    let opened = regular::open(path).map_err(|obstacle| failed(obstacle.to_string()))?;
    let Some(file) = opened else {
        return Ok(None);
    };
    let mut text = Vec::new();
    file.take(CAP + 1)
        .read_to_end(&mut text)
        .map_err(|error| failed(regular::said(&error)))?;
    if text.len() as u64 > CAP {
        return Err(failed(format!(
            "it has more than {} KiB, so it is no configuration",
            CAP >> 10
        )));
    }
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_none_and_an_empty_one_is_empty() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("config.yaml");
        assert_eq!(read_config(&path).unwrap(), None);
        fs::write(&path, "").unwrap();
        assert_eq!(read_config(&path).unwrap().unwrap(), b"");
        fs::write(&path, "mouse: false\n").unwrap();
        assert_eq!(read_config(&path).unwrap().unwrap(), b"mouse: false\n");
    }

    #[test]
    fn what_is_no_configuration_is_refused_with_the_reason() {
        let home = tempfile::tempdir().unwrap();
        let large = home.path().join("large.yaml");
        fs::write(&large, "#".repeat(300_000)).unwrap();
        let reason = |path: &Path| read_config(path).unwrap_err().reason().to_owned();
        assert_eq!(
            reason(&large),
            "it has more than 256 KiB, so it is no configuration"
        );
        assert_eq!(reason(home.path()), "this is a directory, not a file");
        assert_eq!(
            reason(Path::new("/dev/zero")),
            "this is a device, not a file"
        );
    }

    #[test]
    fn a_file_that_is_named_is_made_absolute() {
        let found = config_file(Some(Path::new("my.yaml"))).unwrap();
        assert_eq!(found, std::env::current_dir().unwrap().join("my.yaml"));
    }
}
