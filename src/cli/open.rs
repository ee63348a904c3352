//! `roadmap-tui`: opens the terminal program where the learner stopped.

use std::io::{self, IsTerminal};
use std::panic::resume_unwind;
use std::path::{self, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;

use super::{Data, Surroundings, tell};
use crate::builtin;
use crate::plain::clean;
use crate::progress::Entry;
use crate::roadmap::{self, Roadmap};
use crate::store::{self, Backups, Journal, Session};
use crate::tui::screen::Screen;
use crate::tui::theme::{Glyphs, Look, Role, Theme};
use crate::tui::{self, Ending, Model, Msg, Setup, words};

/// How long the program waits at its end for a place beside the journal.
const PATIENCE: Duration = Duration::from_secs(1);

/// Options of opening the terminal program.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Open this roadmap file; `builtin` goes back to the roadmap that comes with the program
    #[arg(long, value_name = "FILE")]
    roadmap: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
    /// Panic where this key is pressed: there for the tests of what a panic leaves behind
    #[arg(long, hide = true, value_name = "KEY")]
    panic_on_key: Option<char>,
}

/// Opens the terminal program and stays until it ends.
///
/// # Errors
/// Fails where there is no terminal, no place for the data, or where the roadmap that was asked for
/// cannot be loaded.
pub(super) fn run(options: &Options, surroundings: &Surroundings) -> anyhow::Result<ExitCode> {
    need_terminal(surroundings)?;
    let places = options.data.places()?;
    let session = Session::load(&places.session());
    let Chosen {
        roadmap,
        file,
        notice,
    } = choose(options.roadmap.as_deref(), &session)?;
    let mut journal = Journal::new(places.journal(&roadmap.id), &roadmap.id, &roadmap.title);
    // Where this fails, the keeper's first look says so, and goes on saying it while it lasts.
    let _ = journal.read();
    let look = look(options, surroundings);
    let now = surroundings.clock.guess(journal.history().latest());
    let backups = Backups::new(places.backups(), &roadmap.id);
    let journal = journal.with_backups(backups, now.day());
    let refuge = Refuge {
        journal: journal.path().to_owned(),
        roadmap_id: roadmap.id.clone(),
        roadmap_title: roadmap.title.clone(),
    };
    let mut model = Model::new(
        Arc::new(roadmap),
        journal.history().clone(),
        look,
        now.day(),
    );
    tui::update(&mut model, journal_message(&journal), now);
    if let Some(notice) = notice {
        model.tell(Role::Notice, notice);
    }
    model.screens.insights.hide(&session.hidden);
    if let Some(place) = session.place(&model.roadmap.id) {
        let screen = Screen::from_word(&place.screen).unwrap_or_default();
        model.resume(screen, place.topic.as_deref(), &place.pane);
    }
    let ending = tui::run(Setup {
        model,
        journal,
        roadmap_file: file,
        session,
        session_file: places.session(),
        clock: surroundings.clock,
        panic_on_key: options.panic_on_key,
    })
    .context("cannot use this terminal")?;
    end(ending, &refuge)
}

/// What the model is to know of the journal besides its entries.
fn journal_message(journal: &Journal) -> Msg {
    Msg::Read {
        entries: Vec::new(),
        unreadable: journal.unreadable().iter().map(|(line, _)| *line).collect(),
        read_only: journal.refusal().map(|refusal| refusal.to_string()),
    }
}

/// Refuses to start where there is no terminal to draw on.
fn need_terminal(surroundings: &Surroundings) -> anyhow::Result<()> {
    let dumb = surroundings.text("TERM").is_some_and(|term| term == "dumb");
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() || dumb {
        bail!(
            "this program draws on a terminal, and here is none that it can draw on; \
             start it in a terminal window, or see `roadmap-tui --help` for what works without one"
        );
    }
    Ok(())
}

/// The roadmap to open.
struct Chosen {
    roadmap: Roadmap,
    /// The file it comes from; none for the built-in one.
    file: Option<PathBuf>,
    /// Something to tell about it.
    notice: Option<String>,
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
fn choose(asked: Option<&Path>, session: &Session) -> anyhow::Result<Chosen> {
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

/// How things are drawn: by `NO_COLOR`, `--ascii` and the locale.
fn look(options: &Options, surroundings: &Surroundings) -> Look {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| surroundings.text(name))
        .unwrap_or_default()
        .to_lowercase();
    let utf8 = locale.contains("utf-8") || locale.contains("utf8");
    Look {
        theme: if surroundings.text("NO_COLOR").is_some() {
            Theme::Mono
        } else {
            Theme::Terminal
        },
        glyphs: if options.ascii || !utf8 {
            Glyphs::ASCII
        } else {
            Glyphs::UNICODE
        },
    }
}

/// Where entries go that the journal could not take.
struct Refuge {
    journal: PathBuf,
    roadmap_id: String,
    roadmap_title: String,
}

impl Refuge {
    /// Keeps them beside the journal, else prints them, so that they are not lost; says which.
    fn take(&self, entries: &[Entry]) {
        let saved = store::save_beside(
            &self.journal,
            &self.roadmap_id,
            &self.roadmap_title,
            entries.to_vec(),
            PATIENCE,
        );
        if let Some(file) = saved {
            tell(&words::kept_beside(
                entries.len(),
                &file.display().to_string(),
            ));
            return;
        }
        tell(&words::printed_unsaved(entries.len()));
        for entry in entries {
            tell(&entry.to_string());
        }
    }
}

/// Ends as the terminal program did.
fn end(ending: Ending, refuge: &Refuge) -> anyhow::Result<ExitCode> {
    if !ending.unsaved.is_empty() {
        refuge.take(&ending.unsaved);
    }
    if let Some(panic) = ending.panic {
        resume_unwind(panic);
    }
    if let Some(signal) = ending.signal {
        signal_hook::low_level::emulate_default_handler(signal)?;
    }
    Ok(if ending.unsaved.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
