//! A place that is gone again when the program ends.

use std::fs::Permissions;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;

/// A directory of its own, for the learner alone; removed with all that is in it once this is dropped.
#[derive(Debug)]
pub struct Temporary {
    folder: TempDir,
}

impl Temporary {
    /// Makes one where the system keeps such things.
    ///
    /// # Errors
    /// Fails where it cannot be made.
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("roadmap-tui-demo-")
            .permissions(Permissions::from_mode(0o700))
            .tempdir()?;
        Ok(Self { folder })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn it_is_for_the_learner_alone_and_goes_with_all_that_is_in_it() {
        let place = Temporary::new().unwrap();
        let path = place.path().to_owned();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        fs::create_dir(path.join("progress")).unwrap();
        fs::write(path.join("progress/a.yaml"), "a").unwrap();
        drop(place);
        assert!(!path.exists());
    }
}
