//! Where things live.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf, absolute};

use directories::{BaseDirs, ProjectDirs};

use super::other::is_copy;
use super::{JournalError, folder};
use crate::plain::clean;
use crate::roadmap::parse_id;

/// The files of the program, all under one data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    data: PathBuf,
}

/// Says why there is no data directory, and how to name one.
#[derive(Debug, thiserror::Error)]
pub enum NoPlace {
    /// The system knows no home directory.
    #[error(
        "there is no home directory to keep your progress in; name a place with --data-dir DIR"
    )]
    NoHome,
    /// The home directory is not an absolute path, so it would be another one in every directory.
    #[error("the home directory is not an absolute path, so your progress would be in `{}`, wherever that is; name a place with --data-dir DIR", clean(&.0.to_string_lossy()))]
    Relative(PathBuf),
    /// The directory that was named cannot be made absolute.
    #[error("cannot tell where `{}` is: {source}; name a full path with --data-dir DIR", clean(&.path.to_string_lossy()))]
    Given {
        /// The directory as it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Places {
    /// Finds the data directory: the given one, made absolute, else the system's place for it.
    /// Looks at nothing on the disk.
    ///
    /// # Errors
    /// Fails where no directory is given and the system has no home, or only a relative one.
    pub fn find(data_dir: Option<&Path>) -> Result<Self, NoPlace> {
        match data_dir {
            Some(given) => {
                absolute(given)
                    .map(|data| Self { data })
                    .map_err(|source| NoPlace::Given {
                        path: given.to_owned(),
                        source,
                    })
            }
            None => Self::of_system(
                ProjectDirs::from("", "", "roadmap-tui").map(|dirs| dirs.data_dir().to_owned()),
            ),
        }
    }

    fn of_system(data: Option<PathBuf>) -> Result<Self, NoPlace> {
        match data {
            None => Err(NoPlace::NoHome),
            Some(data) if data.is_relative() => Err(NoPlace::Relative(data)),
            Some(data) => Ok(Self { data }),
        }
    }

    /// The data directory.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The journal of a roadmap. The id is a roadmap's, so it holds nothing that a path would
    /// take for more than a name.
    #[must_use]
    pub fn journal(&self, roadmap_id: &str) -> PathBuf {
        self.data
            .join("progress")
            .join(format!("{roadmap_id}.yaml"))
    }

    /// The ids of all roadmaps that have a journal.
    ///
    /// # Errors
    /// Fails where the directory of the journals cannot be read.
    pub fn journals(&self) -> Result<Vec<String>, JournalError> {
        let names = folder::names(&self.data.join("progress"))?;
        Ok(names.iter().filter_map(|name| id(name)).collect())
    }

    /// The files beside the journals that are neither a journal nor another version of one.
    ///
    /// # Errors
    /// Fails where the directory of the journals cannot be read.
    pub fn strangers(&self) -> Result<Vec<PathBuf>, JournalError> {
        let folder = self.data.join("progress");
        let mut strangers = folder::names(&folder)?;
        let ids: Vec<String> = strangers.iter().filter_map(|name| id(name)).collect();
        strangers.retain(|name| {
            let is_known = |id: &String| is_copy(id, &name.to_string_lossy());
            id(name).is_none() && !ids.iter().any(is_known)
        });
        Ok(strangers.iter().map(|name| folder.join(name)).collect())
    }

    /// The directory that holds copies of the journals.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// The directory of what an editor is given to edit.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    /// The files that an editor was given and that are still there.
    ///
    /// # Errors
    /// Fails where their directory cannot be read.
    pub fn texts(&self) -> Result<Vec<PathBuf>, JournalError> {
        let folder = self.drafts();
        let names = folder::names(&folder)?;
        Ok(names.iter().map(|name| folder.join(name)).collect())
    }

    /// The directory of the learner's own roadmaps: the one that they set, where `~` is their home
    /// and a relative one stands in the data directory, else `roadmaps` there.
    #[must_use]
    pub fn roadmaps(&self, set: Option<&Path>) -> PathBuf {
        let set = set.unwrap_or(Path::new("roadmaps"));
        let at_home = set.strip_prefix("~").ok();
        let home = at_home.and_then(|rest| Some(BaseDirs::new()?.home_dir().join(rest)));
        self.data.join(home.as_deref().unwrap_or(set))
    }

    /// The file that remembers where the learner was.
    #[must_use]
    pub fn session(&self) -> PathBuf {
        self.data.join("session.yaml")
    }
}

/// The roadmap whose journal has this name.
fn id(name: &OsStr) -> Option<String> {
    let stem = name.to_str()?.strip_suffix(".yaml")?;
    parse_id(stem).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_directory_is_taken_as_it_is() {
        let places = Places::find(Some(Path::new("/x/y"))).unwrap();
        assert_eq!(places.data(), Path::new("/x/y"));
        assert_eq!(
            places.journal("backend"),
            Path::new("/x/y/progress/backend.yaml")
        );
        assert_eq!(places.session(), Path::new("/x/y/session.yaml"));
    }

    #[test]
    fn roadmaps_are_where_the_learner_says() {
        let places = Places::find(Some(Path::new("/x/y"))).unwrap();
        let at = |set: Option<&str>| places.roadmaps(set.map(Path::new));
        assert_eq!(at(None), Path::new("/x/y/roadmaps"));
        assert_eq!(at(Some("/z")), Path::new("/z"));
        assert_eq!(at(Some("mine")), Path::new("/x/y/mine"));
        let home = BaseDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(at(Some("~/maps")), home.join("maps"));
        assert_eq!(at(Some("~maps")), Path::new("/x/y/~maps"));
    }

    #[test]
    fn a_relative_directory_is_made_absolute() {
        let places = Places::find(Some(Path::new("here"))).unwrap();
        assert_eq!(places.data(), std::env::current_dir().unwrap().join("here"));
    }

    #[test]
    fn no_home_a_relative_one_and_an_empty_name_are_refused_with_what_to_do() {
        for refused in [
            Places::of_system(None),
            Places::of_system(Some(PathBuf::from("home/\u{1b}x"))),
            Places::find(Some(Path::new(""))),
        ] {
            let words = refused.unwrap_err().to_string();
            assert!(words.contains("--data-dir DIR"), "{words}");
            assert!(!words.contains(char::is_control), "{words}");
        }
    }

    #[test]
    fn the_system_place_is_used_where_none_is_given() {
        let home = PathBuf::from("/home/me/.local/share/roadmap-tui");
        let places = Places::of_system(Some(home.clone())).unwrap();
        assert_eq!(places.data(), home);
    }

    #[test]
    fn the_environment_says_where_the_system_place_is() {
        const ALONE: &str = "ROADMAP_TUI_ALONE";
        if let Some(expected) = std::env::var_os(ALONE) {
            let found = Places::find(None).map(|places| places.data);
            assert_eq!(found.unwrap_or_default(), expected);
            return;
        }
        // Variables belong to a whole process, so each case gets one of its own.
        for (home, data, expected) in [
            ("/h", "", "/h/.local/share/roadmap-tui"),
            ("/h", "/d", "/d/roadmap-tui"),
            ("/h", "d", "/h/.local/share/roadmap-tui"),
            ("h", "", ""),
        ] {
            let test = "store::place::tests::the_environment_says_where_the_system_place_is";
            let output = std::process::Command::new(std::env::current_exe().unwrap())
                .args([test, "--exact"])
                .env("HOME", home)
                .env("XDG_DATA_HOME", data)
                .env(ALONE, expected)
                .output()
                .unwrap();
            let words = String::from_utf8_lossy(&output.stdout);
            assert!(words.contains("1 passed"), "{words}");
        }
    }
}
