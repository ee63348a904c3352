//! Where roadmaps come from while the program is open.

use std::collections::HashSet;
use std::fmt::Debug;
use std::path::PathBuf;

use crate::store::{self, Journal, Report, Session, Watch};
use crate::tui::input::Waker;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::shelf::{Seen, Source, Volume};

/// Knows the roadmaps that can be opened. The terminal program is given one, since it knows of no
/// built-in roadmap itself.
pub trait Library: Debug + Send + Sync {
    /// The roadmaps that are there without having been opened: the built-in one, and the files of
    /// the learner's own directory.
    fn list(&self) -> Vec<Source>;

    /// Looks at a roadmap and at what is done of it.
    fn look(&self, source: &Source) -> Seen;

    /// Opens a roadmap where the learner was in it.
    ///
    /// # Errors
    /// Fails where it cannot be opened, and says why in a sentence or two.
    fn open(&self, source: &Source, session: &Session) -> Result<Opened, String>;
}

/// A roadmap that is open.
#[derive(Debug)]
pub struct Opened {
    /// The state to show.
    pub model: Model,
    /// Its journal, already read.
    pub journal: Journal,
    /// Its own file; none for the built-in roadmap.
    pub watch: Option<Watch>,
}

/// What to look at, besides the roadmaps that are there anyway.
#[derive(Debug)]
pub(super) struct Glance {
    /// What is open.
    pub(super) open: Source,
    /// The files that were opened lately.
    pub(super) recent: Vec<PathBuf>,
}

/// Looks at all roadmaps, one after the other, and tells of each at once.
pub(super) fn look_at_all(library: &dyn Library, waker: &Waker, glance: &Glance) {
    let mut sources = library.list();
    let own = sources.len();
    for file in &glance.recent {
        let source = Source::File(file.clone());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let volumes = sources.iter().enumerate();
    let volumes = volumes.map(|(at, source)| Volume::new(source.clone(), at >= own));
    waker.send(Msg::Shelf(volumes.collect()));
    // What needs no disk comes first, since one may hang. Of one file with several names that stays by
    // which it is open.
    sources.sort_by_key(|source| (source.file().is_some(), *source != glance.open));
    let mut met = HashSet::new();
    for source in sources {
        let file = source.file().and_then(|file| store::resolve(&file));
        if file.is_some_and(|file| !met.insert(file)) {
            waker.send(Msg::Double(source));
        } else {
            let seen = library.look(&source);
            waker.send(Msg::Seen(source, seen));
        }
    }
}

/// What a report of the keeper means for the model.
pub(super) fn message(report: Report) -> Msg {
    match report {
        Report::Read {
            entries,
            unreadable,
            read_only,
        } => Msg::Read {
            entries,
            unreadable: unreadable.into_iter().map(|(line, _)| line).collect(),
            read_only,
        },
        Report::Found { copies, entries } => Msg::Found { copies, entries },
        Report::NoBackup { reason } => Msg::NoBackup(reason),
        Report::Saved { entries } => Msg::Saved(entries),
        Report::Trouble { reason, waiting } => Msg::Trouble { reason, waiting },
        Report::Recovered => Msg::Recovered,
    }
}
