//! Which roadmap is opened.

use std::path::{self, Path, PathBuf};

use anyhow::{Context as _, anyhow};

use crate::builtin;
use crate::plain::clean;
use crate::roadmap::{self, Roadmap};
use crate::store::{self, Session};
use crate::tui::words;

/// The roadmap to open.
pub(super) struct Chosen {
    pub(super) roadmap: Roadmap,
    /// The file it comes from; none for the built-in one.
    pub(super) file: Option<PathBuf>,
    /// Something to tell about it.
    pub(super) notice: Option<String>,
}

impl Chosen {
    fn builtin() -> anyhow::Result<Self> {
        Ok(Self {
            roadmap: builtin::load()
                .context("the built-in roadmap is damaged: install roadmap-tui again")?,
            file: None,
            notice: None,
        })
    }
}

/// Chooses the roadmap that is asked for, else the one of last time, else the built-in one.
pub(super) fn choose(asked: Option<&Path>, session: &Session) -> anyhow::Result<Chosen> {
    let (file, asked) = match (asked, &session.roadmap) {
        (Some(word), _) if word == Path::new("builtin") => return Chosen::builtin(),
        (Some(file), _) => (path::absolute(file)?, true),
        (None, Some(last)) => (last.clone(), false),
        (None, None) => return Chosen::builtin(),
    };
    match load(&file) {
        Ok(roadmap) => Ok(Chosen {
            roadmap,
            file: Some(file),
            notice: None,
        }),
        Err(error) if asked => Err(error),
        // It may be back the next time, on a stick that is plugged in again: it stays the choice.
        Err(_) => Ok(Chosen {
            file: Some(file.clone()),
            notice: Some(words::last_roadmap_is_gone(&clean(
                &file.display().to_string(),
            ))),
            ..Chosen::builtin()?
        }),
    }
}

/// Loads a roadmap file; the error has all its problems.
fn load(file: &Path) -> anyhow::Result<Roadmap> {
    let text = store::read_roadmap(file)?;
    roadmap::load(&text).map_err(|problems| {
        let shown = file.display().to_string();
        anyhow!(
            "this roadmap cannot be opened\n{}",
            problems.render(&clean(&shown), &text)
        )
    })
}
