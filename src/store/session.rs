//! Where the learner was: a convenience, so nothing here is ever in the way.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process;

use serde::{Deserialize, Serialize};

use super::whole::{self, Lasting};
use super::{folder, regular};

const FORMAT: u32 = 1;
/// How large a session file may be, in bytes.
const CAP: u64 = 1 << 20;
/// How many brackets it may open: the YAML reader's time grows with the square of the depth.
const BRACKETS: usize = 1000;
/// How many roadmap files are remembered.
const RECENT: usize = 10;
/// How many places in roadmaps are remembered.
const PLACES: usize = 100;

/// Where the learner was in one roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name of the screen.
    pub screen: String,
    /// The full id of the selected topic.
    pub topic: Option<String>,
    /// The name of the pane that had the keys.
    pub pane: String,
}

/// Where the learner was when the program was last closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// The roadmap file that was open; none for the one that is built in.
    pub roadmap: Option<PathBuf>,
    /// The names of the parts of screens that are switched off.
    pub hidden: Vec<String>,
    /// The name of the theme that was picked; none where it is the configured one.
    pub theme: Option<String>,
    /// Whether the learner has seen how to begin.
    pub welcomed: bool,
    /// The roadmap files that were opened, the latest first.
    recent: Vec<PathBuf>,
    places: Vec<Visit>,
    own: Own,
}

/// What was done since the session was read: of all else the file may know more by now, since another
/// window writes it, too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Own {
    /// The files that were opened.
    opened: Vec<PathBuf>,
    /// The files that were forgotten.
    forgotten: Vec<PathBuf>,
    /// The ids of the roadmaps that were visited.
    visited: Vec<String>,
    /// Whether something was hidden or shown again.
    has_hidden: bool,
    /// Whether a theme was picked.
    has_picked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Visit {
    roadmap: String,
    place: Place,
}

/// The session as its file has it; the latest visit comes first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u32,
    roadmap: Option<PathBuf>,
    // What says nothing is left out, so that such a file is as it always was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    welcomed: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recent: Vec<PathBuf>,
    #[serde(default)]
    places: Vec<Visit>,
}

impl Session {
    /// Reads a session file. Whatever is wrong with it, it is as if there were none: a missing
    /// file, one that is broken, larger than 1 MiB, of another format or no file at all.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        Self::read(path).unwrap_or_default()
    }

    /// Reads a session file; none where there is none, or something is wrong with it.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        text(path).as_deref().and_then(Self::parse)
    }

    fn parse(text: &str) -> Option<Self> {
        Some(text)
            .filter(|text| text.matches(['{', '[']).count() <= BRACKETS)
            .and_then(|text| serde_yaml::from_str(text).ok())
            .filter(|document: &Document| document.format == FORMAT)
            .map(|document| {
                let mut session = Self {
                    roadmap: document.roadmap,
                    hidden: document.hidden,
                    theme: document.theme,
                    welcomed: document.welcomed,
                    recent: document.recent,
                    places: document.places,
                    own: Own::default(),
                };
                session.places.truncate(PLACES);
                // What is open was opened, though older files do not say so.
                if let Some(file) = &session.roadmap
                    && !session.recent.contains(file)
                {
                    session.recent.insert(0, file.clone());
                }
                session.recent.truncate(RECENT);
                session
            })
    }

    /// Where the learner was in the roadmap with this id.
    #[must_use]
    pub fn place(&self, roadmap_id: &str) -> Option<&Place> {
        let visit = self.places.iter().find(|visit| visit.roadmap == roadmap_id);
        visit.map(|visit| &visit.place)
    }

    /// The roadmap files that were opened, the latest first.
    #[must_use]
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Remembers that a roadmap is open: a file, or the built-in one. Ten files are remembered.
    pub fn open(&mut self, file: Option<PathBuf>) {
        if let Some(file) = &file {
            self.recent.retain(|recent| recent != file);
            self.recent.insert(0, file.clone());
            self.recent.truncate(RECENT);
            self.own.forgotten.retain(|each| each != file);
            self.own.opened.retain(|each| each != file);
            self.own.opened.push(file.clone());
        }
        self.roadmap = file;
    }

    /// Forgets that a file was ever opened. Where it is what the next start would open, that opens this
    /// instead: a file, or the built-in one.
    pub fn forget(&mut self, file: &Path, instead: Option<PathBuf>) {
        self.recent.retain(|recent| recent != file);
        self.own.opened.retain(|each| each != file);
        self.own.forgotten.push(file.to_owned());
        if self.roadmap.as_deref() == Some(file) {
            self.roadmap = instead;
        }
    }

    /// Remembers a place. A hundred roadmaps are remembered, then the one that was not visited
    /// for longest is forgotten.
    pub fn visit(&mut self, roadmap_id: impl Into<String>, place: Place) {
        let roadmap = roadmap_id.into();
        if !self.own.visited.contains(&roadmap) {
            self.own.visited.push(roadmap.clone());
        }
        self.places.retain(|visit| visit.roadmap != roadmap);
        self.places.insert(0, Visit { roadmap, place });
        self.places.truncate(PLACES);
    }

    /// Remembers what is hidden.
    pub fn hide(&mut self, hidden: Vec<String>) {
        self.own.has_hidden |= hidden != self.hidden;
        self.hidden = hidden;
    }

    /// Remembers which theme was picked; none where that of the configuration is.
    pub fn pick(&mut self, theme: Option<String>) {
        self.own.has_picked |= theme != self.theme;
        self.theme = theme;
    }

    /// This session with what another window has written meanwhile.
    fn united(&self, file: &Self) -> Self {
        let own = &self.own;
        let opened = self.recent.iter().filter(|each| own.opened.contains(each));
        let others = file.recent.iter();
        let others =
            others.filter(|each| !own.opened.contains(each) && !own.forgotten.contains(each));
        let visited = |visit: &&Visit| own.visited.contains(&visit.roadmap);
        let ours = self.places.iter().filter(visited);
        let theirs = file.places.iter().filter(|visit| !visited(visit));
        let hidden = if own.has_hidden { self } else { file };
        let theme = if own.has_picked { self } else { file };
        Self {
            hidden: hidden.hidden.clone(),
            theme: theme.theme.clone(),
            welcomed: self.welcomed || file.welcomed,
            recent: opened.chain(others).take(RECENT).cloned().collect(),
            places: ours.chain(theirs).take(PLACES).cloned().collect(),
            ..self.clone()
        }
    }

    /// As the file has it; a path that is no text cannot stand there.
    fn document(self) -> Document {
        let is_text = |path: &PathBuf| path.to_str().is_some();
        let roadmap = self.roadmap.filter(is_text);
        let mut recent = self.recent;
        recent.retain(is_text);
        // That what is open was opened goes without saying.
        if recent.iter().eq(&roadmap) {
            recent.clear();
        }
        Document {
            format: FORMAT,
            roadmap,
            hidden: self.hidden,
            theme: self.theme,
            welcomed: self.welcomed,
            recent,
            places: self.places,
        }
    }

    /// Writes the session file, whole or not at all, unless it says the same already. What another
    /// window has opened and visited meanwhile stays in it. It is not synced: losing it loses no progress.
    ///
    /// # Errors
    /// Fails where the file cannot be written. That may be ignored.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let before = text(path);
        let file = before.as_deref().and_then(Self::parse);
        let now = file.map_or_else(|| self.clone(), |file| self.united(&file));
        let document = now.document();
        let yaml = serde_yaml::to_string(&document).map_err(io::Error::other)?;
        // A symlink stays one: what it leads to is replaced.
        let path = match fs::canonicalize(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
            found => found?,
        };
        match fs::symlink_metadata(&path) {
            Ok(found) if !found.is_file() => return Err(io::Error::other("it is no file")),
            Ok(_) | Err(_) => {}
        }
        if before.is_some_and(|before| before == yaml) {
            return Ok(());
        }
        path.parent()
            .map_or(Ok(()), folder::create)
            .map_err(io::Error::other)?;
        let beside = path.with_extension(format!("{}.new", process::id()));
        whole::write(&path, &beside, create, yaml.as_bytes(), Lasting::Sometime)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !*value
}

fn text(path: &Path) -> Option<String> {
    let mut text = String::new();
    let read = regular::open(path)
        .ok()??
        .take(CAP + 1)
        .read_to_string(&mut text);
    let length = read.ok()? as u64;
    (length <= CAP).then_some(text)
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    match options.open(path) {
        // Left behind by an earlier process with the same number.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)
        }
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn place(topic: &str) -> Place {
        Place {
            screen: "roadmap".to_owned(),
            topic: Some(topic.to_owned()),
            pane: "topics".to_owned(),
        }
    }

    fn session() -> Session {
        let mut session = Session::default();
        session.open(Some(PathBuf::from("/x/frontend: {.yaml")));
        session.visit("frontend", place("html.forms"));
        session.visit("backend", place("web.http"));
        session
    }

    /// What the next start makes of a session.
    fn as_read(session: Session) -> Session {
        Session {
            own: Own::default(),
            ..session
        }
    }

    fn files<const N: usize>(names: [&str; N]) -> [PathBuf; N] {
        names.map(|name| PathBuf::from(format!("/x/{name}.yaml")))
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("deep/er/session.yaml");
        session().save(&path).unwrap();
        let loaded = Session::load(&path);
        assert_eq!(loaded, as_read(session()));
        assert_eq!(loaded.place("frontend"), Some(&place("html.forms")));
        assert_eq!(loaded.place("data"), None);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let names = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(names, 1);
    }

    #[test]
    fn what_is_hidden_is_kept_and_where_nothing_is_the_file_is_as_before() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let mut session = session();
        session.save(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains("hidden"), "{text}");
        session.hide(vec!["streak".to_owned(), "forecast".to_owned()]);
        session.save(&path).unwrap();
        assert_eq!(Session::load(&path), as_read(session));
        // As it was written before anything could be hidden.
        fs::write(&path, text).unwrap();
        assert_eq!(Session::load(&path).hidden, [""; 0]);
        assert!(Session::load(&path).place("backend").is_some());
    }

    #[test]
    fn a_file_of_the_version_before_is_read() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let text = "format: 1\nroadmap: /x/a.yaml\nplaces:\n- roadmap: a\n  place:\n    \
            screen: roadmap\n    topic: b.c\n    pane: topics\n";
        fs::write(&path, text).unwrap();
        let session = Session::read(&path).unwrap();
        assert!(!session.welcomed);
        // What was open is found again once another one is.
        assert_eq!(session.recent, files(["a"]));
        assert_eq!(session.place("a").unwrap().topic.as_deref(), Some("b.c"));
        // And written as it was.
        session.save(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }

    #[test]
    fn the_latest_ten_files_are_kept_each_once() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let mut session = Session {
            welcomed: true,
            ..Session::default()
        };
        for number in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5] {
            session.open(Some(PathBuf::from(format!("/x/{number}.yaml"))));
        }
        let kept = files(["5", "10", "9", "8", "7", "6", "4", "3", "2", "1"]);
        assert_eq!(session.recent, kept);
        session.open(None);
        assert_eq!((&session.roadmap, session.recent.len()), (&None, 10));
        session.save(&path).unwrap();
        assert_eq!(Session::load(&path), as_read(session));
    }

    #[test]
    fn what_another_window_opens_and_visits_stays_and_what_is_forgotten_stays_so() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let mut before = Session::default();
        for file in files(["2", "1"]) {
            before.open(Some(file));
        }
        before.visit("old", place("a"));
        before.save(&path).unwrap();
        let (mut one, mut other) = (Session::load(&path), Session::load(&path));
        other.open(files(["3"]).into_iter().next());
        other.visit("other", place("b"));
        other.visit("old", place("c"));
        other.save(&path).unwrap();
        one.open(None);
        one.forget(&files(["2"])[0], None);
        one.visit("one", place("d"));
        one.save(&path).unwrap();
        let now = Session::load(&path);
        assert_eq!(
            (&now.roadmap, now.recent()),
            (&None, &files(["3", "1"])[..])
        );
        for (id, topic) in [("one", "d"), ("other", "b"), ("old", "c")] {
            assert_eq!(now.place(id), Some(&place(topic)), "{id}");
        }
        // It comes back to the other one's list as little as to this one's.
        one.save(&path).unwrap();
        assert_eq!(Session::load(&path), now);
        // Ten of this one's own are no reason to lose the other's latest.
        let mut full = Session::load(&path);
        full.open(files(["9"]).into_iter().next());
        for number in 10..19 {
            other.open(Some(PathBuf::from(format!("/x/{number}.yaml"))));
        }
        other.save(&path).unwrap();
        full.save(&path).unwrap();
        let now = Session::load(&path);
        assert_eq!(now.recent().len(), RECENT);
        assert_eq!(now.recent()[..2], files(["9", "18"]));
    }

    #[test]
    fn what_one_window_hides_and_picks_another_does_not_take_back() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let mut one = Session::load(&path);
        let mut other = one.clone();
        one.hide(vec!["streak".to_owned()]);
        one.pick(Some("dark".to_owned()));
        one.save(&path).unwrap();
        other.visit("other", place("a"));
        other.save(&path).unwrap();
        let now = Session::load(&path);
        assert_eq!(now.hidden, ["streak"]);
        assert_eq!(now.theme.as_deref(), Some("dark"));
        // What it changes itself counts.
        other.pick(Some("light".to_owned()));
        other.hide(vec!["forecast".to_owned()]);
        other.hide(Vec::new());
        other.save(&path).unwrap();
        let now = Session::load(&path);
        assert_eq!(now.hidden, [""; 0]);
        assert_eq!(now.theme.as_deref(), Some("light"));
    }

    #[test]
    fn a_name_that_is_no_text_is_left_out_and_all_else_is_saved() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        let mut session = Session::default();
        session.open(files(["1"]).into_iter().next());
        session.open(Some(PathBuf::from(OsStr::from_bytes(b"/x/\xff.yaml"))));
        session.visit("backend", place("a"));
        session.save(&path).unwrap();
        let now = Session::load(&path);
        assert_eq!((&now.roadmap, now.recent()), (&None, &files(["1"])[..]));
        assert!(now.place("backend").is_some());
    }

    #[test]
    fn a_file_that_is_forgotten_is_not_opened_by_the_next_start_either() {
        let [lost, open] = files(["lost", "open"]);
        let mut session = Session::default();
        session.open(Some(open.clone()));
        session.open(Some(lost.clone()));
        session.forget(&open, None);
        assert_eq!(session.roadmap.as_ref(), Some(&lost));
        session.forget(&lost, Some(open.clone()));
        assert_eq!(session.roadmap, Some(open));
        assert!(session.recent().is_empty());
    }

    #[test]
    fn whatever_is_no_session_is_as_none() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        assert_eq!(Session::load(&path), Session::default());
        assert_eq!(Session::load(home.path()), Session::default());
        assert_eq!(Session::load(Path::new("/dev/zero")), Session::default());
        for text in [
            "",
            "nonsense",
            "format: 2\nroadmap: null\n",
            "format: 1\nroadmap: null\nmood: good\n",
            "format: 1\nroadmap: [",
            &format!("format: 1\nroadmap: null\n{}", "#\n".repeat(1 << 19)),
            &"{a: ".repeat(100_000),
        ] {
            fs::write(&path, text).unwrap();
            assert_eq!(Session::load(&path), Session::default());
        }
        fs::write(&path, b"format: 1\nroadmap: \xff\n").unwrap();
        assert_eq!(Session::load(&path), Session::default());
    }

    #[test]
    fn saving_the_same_again_touches_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("session.yaml");
        session().save(&path).unwrap();
        let inode = fs::metadata(&path).unwrap().ino();
        session().save(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().ino(), inode);
    }

    #[test]
    fn the_latest_hundred_places_are_kept() {
        let mut session = session();
        for number in 0..99 {
            session.visit(format!("r{number}"), place("a"));
        }
        assert_eq!(session.places.len(), PLACES);
        assert_eq!(session.place("frontend"), None);
        assert!(session.place("backend").is_some());
        session.visit("backend", place("b"));
        session.visit("new", place("c"));
        assert_eq!(session.place("backend"), Some(&place("b")));
        assert_eq!(session.place("r0"), None);
    }

    #[test]
    fn a_symlink_stays_one_and_what_is_no_file_stays() {
        let home = tempfile::tempdir().unwrap();
        let (real, link) = (home.path().join("real"), home.path().join("link"));
        fs::write(&real, "old").unwrap();
        symlink(&real, &link).unwrap();
        session().save(&link).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(Session::load(&real), as_read(session()));
        assert!(session().save(home.path()).is_err());
        assert!(session().save(&real.join("x")).is_err());
    }
}
