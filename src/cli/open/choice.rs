//! Which roadmap is opened, and reading it.

use std::path::{self, Path, PathBuf};

use anyhow::anyhow;

use crate::builtin;
use crate::plain::clean;
use crate::roadmap::{self, Problems, Roadmap};
use crate::store::{RoadmapFileError, Session, Watch};
use crate::tui::shelf::Source;
use crate::tui::words;

/// A roadmap that was read.
pub(super) struct Loaded {
    pub(super) roadmap: Roadmap,
    pub(super) source: Source,
    /// Its file; none for the built-in one.
    pub(super) watch: Option<Watch>,
}

/// Why a roadmap cannot be opened.
pub(super) enum Fault {
    /// The one that the program carries is damaged.
    Damaged,
    /// It cannot be read.
    Unreadable(RoadmapFileError),
    /// It has problems.
    Bad {
        file: PathBuf,
        text: Vec<u8>,
        problems: Problems,
    },
}

impl Fault {
    /// Everything about it, for a terminal that is no screen yet.
    fn at_length(self) -> anyhow::Error {
        match self {
            Self::Damaged | Self::Unreadable(_) => anyhow!(self.in_short()),
            Self::Bad {
                file,
                text,
                problems,
            } => {
                let shown = file.display().to_string();
                let problems = problems.render(&clean(&shown), &text);
                anyhow!("this roadmap cannot be opened\n{problems}")
            }
        }
    }

    /// The same in one line.
    pub(super) fn in_short(&self) -> String {
        match self {
            Self::Damaged => words::shelf::DAMAGED.to_owned(),
            Self::Unreadable(error) => error.to_string(),
            Self::Bad { file, problems, .. } => {
                words::shelf::cannot_open(file, problems.count(), &problems.first())
            }
        }
    }
}

/// Reads a roadmap.
pub(super) fn load(source: Source) -> Result<Loaded, Fault> {
    let (roadmap, watch) = match &source {
        Source::Builtin => (builtin::load().map_err(|_| Fault::Damaged)?, None),
        Source::File(file) => {
            let watch = Watch::open(file).map_err(Fault::Unreadable)?;
            let bad = |problems| Fault::Bad {
                file: file.clone(),
                text: watch.text().to_vec(),
                problems,
            };
            (roadmap::load(watch.text()).map_err(bad)?, Some(watch))
        }
    };
    Ok(Loaded {
        roadmap,
        source,
        watch,
    })
}

/// The roadmap to open.
pub(super) struct Chosen {
    pub(super) loaded: Loaded,
    /// What the next start is to open.
    pub(super) next: Source,
    /// Something to tell about it.
    pub(super) notice: Option<String>,
}

/// Chooses the roadmap that is asked for, else the one of last time, else the built-in one.
pub(super) fn choose(asked: Option<&Path>, session: &Session) -> anyhow::Result<Chosen> {
    let (next, is_asked) = match (asked, &session.roadmap) {
        (Some(word), _) if word == Path::new("builtin") => (Source::Builtin, true),
        (Some(file), _) => (Source::File(path::absolute(file)?), true),
        (None, last) => (Source::from(last.clone()), false),
    };
    let (loaded, notice) = match (load(next.clone()), &next) {
        (Ok(loaded), _) => (loaded, None),
        // It may be back the next time, on a stick that is plugged in again: it stays the choice.
        (Err(_), Source::File(file)) if !is_asked => {
            let builtin = load(Source::Builtin).map_err(Fault::at_length)?;
            let gone = words::last_roadmap_is_gone(&words::shelf::file(file));
            (builtin, Some(gone))
        }
        (Err(fault), Source::File(_) | Source::Builtin) => return Err(fault.at_length()),
    };
    Ok(Chosen {
        loaded,
        next,
        notice,
    })
}
