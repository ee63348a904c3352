//! `roadmap-tui`: opens the terminal program where the learner stopped.

mod choice;
mod library;
mod refuge;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Args;

use self::choice::choose;
use self::library::Shelf;
use self::refuge::end;
use super::configured::ConfigFile;
use super::{Data, Surroundings};
use crate::config::Config;
use crate::store::{Places, Session, Temporary};
use crate::tui::hyperlink::takes_hyperlinks;
use crate::tui::model::Greeting;
use crate::tui::settings::Settings;
use crate::tui::theme::{Depth, Glyphs, Look, Role};
use crate::tui::{self, Opened, Setup};

/// Options of opening the terminal program.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Open this roadmap file; `builtin` goes back to the roadmap that comes with the program
    #[arg(long, value_name = "FILE")]
    roadmap: Option<PathBuf>,
    /// Look around on made-up progress of three months; nothing of it is kept
    #[arg(long, conflicts_with = "data_dir")]
    demo: bool,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    config: ConfigFile,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
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
    let demo = options.demo.then(Temporary::new).transpose();
    let demo = demo.context("cannot make a place for the demo")?;
    let places = match &demo {
        Some(demo) => Places::find(Some(demo.path()))?,
        None => options.data.places()?,
    };
    let session = Session::load(&places.session());
    let chosen = choose(options.roadmap.as_deref(), &session)?;
    let configured = options.config.read();
    let shelf = Shelf {
        roadmaps: places.roadmaps(configured.config.roadmaps.as_deref()),
        look: look(options, &configured.config, surroundings),
        colourless: surroundings.text("NO_COLOR").is_some(),
        keymap: Arc::new(configured.config.keymap.clone()),
        settings: Settings {
            demo: demo.is_some(),
            ..settings(options, &configured.config, surroundings)
        },
        clock: surroundings.clock,
        places,
    };
    let mut opened = shelf.open_loaded(chosen.loaded, &session);
    let stands_in = opened.model.origin.source != chosen.next;
    opened.model.origin.missing = chosen.next.file().filter(|_| stands_in);
    greet(&mut opened);
    let notice = chosen.notice.or_else(|| configured.notice());
    if let Some(notice) = notice {
        opened.model.tell(Role::Notice, notice);
    }
    let ending = tui::run(Setup {
        opened,
        source: chosen.next,
        session,
        session_file: shelf.places.session(),
        drafts: shelf.places.drafts(),
        library: Arc::new(shelf),
        clock: surroundings.clock,
        panic_on_key: options.panic_on_key,
    });
    let mut ending = ending.context("cannot use this terminal")?;
    // A signal would end the program before this goes by itself.
    if demo.is_some() {
        drop(demo);
        ending.unsaved.clear();
        ending.told.clear();
    }
    end(ending)
}

/// Shows how to begin to whom that is new: nothing was done yet, and nothing is there to worry about.
fn greet(opened: &mut Opened) {
    let Opened { model, journal, .. } = opened;
    let saving = &model.saving;
    let is_sound = saving.read_only.is_none() && saving.unreadable.is_empty();
    if !model.history.is_empty() && !model.settings.demo {
        // Who has done something here needs no welcome in another roadmap either.
        model.greeting = Greeting::Given;
    }
    let is_new = model.greeting == Greeting::Due && !model.settings.demo;
    if is_new && is_sound && journal.read().is_ok() {
        model.welcome();
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

/// What is set; what is left open goes by the environment.
fn settings(options: &Options, config: &Config, surroundings: &Surroundings) -> Settings {
    let mut settings = config.settings();
    settings.mouse &= !options.no_mouse;
    settings
        .hyperlinks
        .get_or_insert_with(|| takes_hyperlinks(|name| surroundings.text(name)));
    let mut named = ["VISUAL", "EDITOR"].into_iter();
    settings.editor = settings
        .editor
        .or_else(|| named.find_map(|name| surroundings.text(name)));
    settings
}

/// How things are drawn: by `--ascii`, the configuration, and what the terminal can show.
fn look(options: &Options, config: &Config, surroundings: &Surroundings) -> Look {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| surroundings.text(name))
        .unwrap_or_default()
        .to_lowercase();
    let utf8 = locale.contains("utf-8") || locale.contains("utf8");
    let says = |name| surroundings.text(name).unwrap_or_default();
    Look {
        theme: config.theme,
        depth: Depth::of(&says("COLORTERM"), &says("TERM"), &says("TERM_PROGRAM")),
        glyphs: if options.ascii || config.ascii.decided().unwrap_or(!utf8) {
            Glyphs::ASCII
        } else {
            Glyphs::UNICODE
        },
    }
}
