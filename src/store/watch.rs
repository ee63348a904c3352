//! A roadmap file that is open, and what became of it since.

use std::fs;
use std::path::{Path, PathBuf};

use super::journal::Mark;
use super::{RoadmapFileError, read_roadmap};
use crate::plain::clean;
use crate::roadmap::{Edit, load};

/// Looks after the file of a roadmap that is open.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    /// What it looked like when it was last read; none where it could not be.
    mark: Option<Mark>,
    /// What was in it when it last had no problem.
    text: Vec<u8>,
    /// At how many looks in a row it could not be read.
    missed: usize,
    /// Whether the last that was told of it was no good news.
    is_troubled: bool,
}

impl Watch {
    /// Reads the file; gives what is in it, too.
    ///
    /// # Errors
    /// Fails where the file cannot be read.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, RoadmapFileError> {
        let path = path.into();
        // The mark comes first, so that no change is missed.
        let mark = mark(&path);
        Ok(Self {
            text: read_roadmap(&path)?,
            path,
            mark,
            missed: 0,
            is_troubled: false,
        })
    }

    /// What was in it when it last had no problem, at first what is in it.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Says what became of the file since the last look; none where that is nothing.
    pub fn look(&mut self) -> Option<Edit> {
        let mark = mark(&self.path);
        if mark.is_some() && mark == self.mark {
            return None;
        }
        match read_roadmap(&self.path) {
            Ok(text) => {
                self.mark = mark;
                self.missed = 0;
                self.read(text)
            }
            Err(error) => {
                self.mark = None;
                self.missed += 1;
                // Some editors move a file away before they write it anew.
                (self.missed == 2).then(|| {
                    self.is_troubled = true;
                    Edit::Gone(error.to_string())
                })
            }
        }
    }

    /// What a text means that was found in the file.
    fn read(&mut self, text: Vec<u8>) -> Option<Edit> {
        if self.text == text {
            return std::mem::take(&mut self.is_troubled).then_some(Edit::Well);
        }
        match load(&text) {
            Ok(roadmap) => {
                self.is_troubled = false;
                self.text = text;
                Some(Edit::Changed(Box::new(roadmap)))
            }
            Err(problems) => {
                self.is_troubled = true;
                Some(Edit::Bad {
                    file: clean(&self.path.to_string_lossy()).into_owned(),
                    first: problems.first(),
                })
            }
        }
    }
}

fn mark(path: &Path) -> Option<Mark> {
    fs::metadata(path).ok().map(|found| Mark::of(&found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roadmap(title: &str) -> String {
        format!(
            "format: 1\nid: r\ntitle: {title}\nsteps:\n  - {{id: a, title: A, topics: [{{id: b, title: B}}]}}\n"
        )
    }

    /// A file that is watched, in a directory of its own.
    struct Watched {
        home: tempfile::TempDir,
        watch: Watch,
    }

    impl Watched {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            fs::write(home.path().join("r.yaml"), roadmap("One")).unwrap();
            let watch = Watch::open(home.path().join("r.yaml")).unwrap();
            assert_eq!(watch.text(), roadmap("One").as_bytes());
            Self { home, watch }
        }

        fn path(&self) -> PathBuf {
            self.home.path().join("r.yaml")
        }

        /// Replaces the file as most editors do, so that it is another one whatever the clock says.
        fn replace(&mut self, text: &str) -> Option<Edit> {
            fs::write(self.home.path().join("new"), text).unwrap();
            fs::rename(self.home.path().join("new"), self.path()).unwrap();
            self.watch.look()
        }

        #[track_caller]
        fn becomes(&mut self, title: &str) {
            let edit = self.replace(&roadmap(title));
            assert!(
                matches!(&edit, Some(Edit::Changed(roadmap)) if roadmap.title == title),
                "{edit:?}"
            );
        }
    }

    #[test]
    fn a_file_that_stays_is_no_news_and_a_changed_one_is_told_once() {
        let mut watched = Watched::new();
        assert_eq!(watched.watch.look(), None);
        watched.becomes("Two");
        assert_eq!(watched.watch.look(), None);
        // Written into the same file.
        fs::write(watched.path(), roadmap("Three hundred")).unwrap();
        assert!(matches!(watched.watch.look(), Some(Edit::Changed(_))));
        assert_eq!(watched.watch.look(), None);
    }

    #[test]
    fn a_file_that_is_written_again_as_it_was_is_no_news() {
        let mut watched = Watched::new();
        assert_eq!(watched.replace(&roadmap("One")), None);
    }

    #[test]
    fn problems_are_told_once_with_their_place_and_are_over_once_it_is_as_before() {
        let mut watched = Watched::new();
        let edit = watched.replace(&roadmap("One").replace("title: B", "titel: B"));
        let Some(Edit::Bad { file, first }) = edit else {
            panic!("{edit:?}");
        };
        assert_eq!(file, watched.path().to_str().unwrap());
        assert!(first.starts_with("5:"), "{first}");
        assert_eq!(watched.watch.look(), None);
        assert_eq!(watched.replace(&roadmap("One")), Some(Edit::Well));
        assert_eq!(watched.replace(&roadmap("One")), None);
        watched.replace("");
        watched.becomes("Two");
    }

    #[test]
    fn every_beginning_of_a_file_is_read_without_a_panic() {
        let mut watched = Watched::new();
        let whole = roadmap("Half");
        // Without the last line break it is whole already.
        for cut in 0..whole.len() - 1 {
            let edit = watched.replace(&whole[..cut]);
            assert!(matches!(edit, Some(Edit::Bad { .. })), "{cut}: {edit:?}");
        }
        watched.becomes("Half");
    }

    #[test]
    fn a_file_that_is_away_for_one_look_is_no_news_and_told_once_where_it_stays_away() {
        let mut watched = Watched::new();
        fs::remove_file(watched.path()).unwrap();
        assert_eq!(watched.watch.look(), None);
        assert_eq!(watched.replace(&roadmap("One")), None);
        fs::remove_file(watched.path()).unwrap();
        assert_eq!(watched.watch.look(), None);
        let edit = watched.watch.look();
        assert!(
            matches!(&edit, Some(Edit::Gone(reason)) if reason.contains("no such file")),
            "{edit:?}"
        );
        assert_eq!(watched.watch.look(), None);
        assert_eq!(watched.replace(&roadmap("One")), Some(Edit::Well));
        fs::remove_file(watched.path()).unwrap();
        fs::create_dir(watched.path()).unwrap();
        assert_eq!(watched.watch.look(), None);
        assert!(matches!(watched.watch.look(), Some(Edit::Gone(_))));
        fs::remove_dir(watched.path()).unwrap();
        watched.becomes("Two");
    }

    #[test]
    fn what_was_bad_and_away_and_is_good_again_is_well() {
        let mut watched = Watched::new();
        assert!(matches!(watched.replace("{"), Some(Edit::Bad { .. })));
        fs::remove_file(watched.path()).unwrap();
        assert_eq!(watched.watch.look(), None);
        assert_eq!(watched.replace(&roadmap("One")), Some(Edit::Well));
    }
}
