//! The loop: wait, update, perform, draw.

mod library;
mod note;
mod switch;
mod whereabouts;

pub use library::{Library, Opened};

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use self::library::{Glance, look_at_all, message};
use self::note::Handed;
use self::switch::Opening;
use self::whereabouts::place;

use super::effect::{self, Effect, browser};
use super::hyperlink::Regions;
use super::input::{Happened, Input, Waker};
use super::key::Key;
use super::model::Model;
use super::msg::Msg;
use super::shelf::Source;
use super::terminal::{self, Terminal};
use super::theme::Role;
use super::{update, view, words};
use crate::progress::{Clock, Entry};
use crate::roadmap::Roadmap;
use crate::store::{Helper, Keeper, Place, Session, Watcher};

/// How long leaving, for good or for a while, waits for the disk.
const PATIENCE: Duration = Duration::from_secs(3);

/// The number of the messages that do not depend on what is open.
const FOR_ALL: u32 = 0;

/// What the terminal program starts with.
#[derive(Debug)]
pub struct Setup {
    /// The roadmap to show first.
    pub opened: Opened,
    /// What to open on the next start.
    pub source: Source,
    /// Where other roadmaps come from.
    pub library: Arc<dyn Library>,
    /// Where the learner was.
    pub session: Session,
    /// The file that the session is kept in.
    pub session_file: PathBuf,
    /// The directory of what an editor is given to edit.
    pub drafts: PathBuf,
    /// Tells the time.
    pub clock: Clock,
    /// A key that makes the program panic, for tests of what is left then.
    pub panic_on_key: Option<char>,
}

/// How the terminal program ended.
#[derive(Debug)]
pub struct Ending {
    /// The signal that ended it, if one did.
    pub signal: Option<i32>,
    /// What could not be saved.
    pub unsaved: Vec<Unsaved>,
    /// What else is to be told, in sentences: where texts are that are no notes.
    pub told: Vec<String>,
    /// What a panic left, if one ended it: to be raised again once all else is done.
    pub panic: Option<Box<dyn Any + Send>>,
}

/// Entries that one journal could not take.
#[derive(Debug)]
pub struct Unsaved {
    /// The journal.
    pub journal: PathBuf,
    /// The roadmap that it belongs to.
    pub roadmap: Arc<Roadmap>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Runs the terminal program until the learner quits or the terminal is gone. A panic ends it like
/// everything else does: first the disk gets what the learner did.
///
/// # Errors
/// Fails where the terminal cannot be taken over. Once it is, a terminal that cannot be read or
/// written any more ends the program as if it were gone: what is to be saved is saved first.
pub fn run(setup: Setup) -> io::Result<Ending> {
    let mut input = Input::listen()?;
    terminal::leave_on_panic();
    let mut terminal = Terminal::enter(setup.opened.model.settings.mouse)?;
    let mut setup = setup;
    let (width, height) = terminal::size();
    setup.opened.model.resize(width, height);
    let first = draw(&mut terminal, &mut setup.opened.model);
    let mut program = Program::start(setup, &input)?;
    // Of what a panic leaves behind nothing is used but the keeper, which it did not touch.
    let gone = catch_unwind(AssertUnwindSafe(|| {
        let gone = first.and_then(|()| program.go(&mut input, &mut terminal));
        program.keep_draft();
        program.remember();
        gone.unwrap_or(None)
    }));
    if gone.is_err() {
        // The note that is being written was not touched by it, either.
        let _ = catch_unwind(AssertUnwindSafe(|| program.keep_draft()));
    }
    let told = std::mem::take(&mut program.told);
    let unsaved = program.finish();
    drop(terminal);
    let (signal, panic) = match gone {
        Ok(signal) => (signal, None),
        Err(panic) => (None, Some(panic)),
    };
    Ok(Ending {
        signal,
        unsaved,
        told,
        panic,
    })
}

fn draw(terminal: &mut Terminal, model: &mut Model) -> io::Result<()> {
    model.settle();
    terminal.type_text(model.takes_text());
    terminal.draw(model.size(), |buffer| {
        let links = view::draw(model, buffer);
        if model.settings.hyperlinks == Some(true) {
            links
        } else {
            Regions::default()
        }
    })
}

/// The program with what is open in it.
struct Program {
    model: Model,
    keeper: Keeper,
    /// Looks after the roadmap's own file, where it has one.
    watcher: Option<Watcher>,
    /// The roadmap that is being read in order to be opened.
    opening: Option<Opening>,
    /// The journal that the keeper keeps.
    journal: PathBuf,
    /// The number of that keeper's messages: those of one before are for another roadmap.
    number: u32,
    /// What journals that were open before could not take.
    left: Vec<Unsaved>,
    waker: Waker,
    library: Arc<dyn Library>,
    helper: Helper<Glance>,
    session: Session,
    session_file: PathBuf,
    drafts: PathBuf,
    /// Texts of an editor that are not known to be on the disk as notes.
    handed: Vec<Handed>,
    /// What is to be told after the end.
    told: Vec<String>,
    clock: Clock,
    panic_on_key: Option<Key>,
    /// Where the learner was when that was last written down.
    place: Place,
}

/// Whether the program goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    GoOn,
    /// It ends; by the signal that asked for it, if one did.
    End(Option<i32>),
}

impl Program {
    /// Starts what works beside the terminal.
    fn start(setup: Setup, input: &Input) -> io::Result<Self> {
        let Opened {
            model,
            journal,
            watch,
        } = setup.opened;
        let (waker, number) = (input.waker(FOR_ALL)?, FOR_ALL + 1);
        let reports = waker.numbered(number)?;
        let path = journal.path().to_owned();
        let report = move |report| reports.send(message(report));
        let library = Arc::clone(&setup.library);
        let news = waker.numbered(FOR_ALL)?;
        let glance = move |glance| look_at_all(&*library, &news, &glance);
        let mut program = Self {
            watcher: switch::watch(watch, &waker, number)?,
            opening: None,
            keeper: Keeper::start(journal, setup.session_file.clone(), report)?,
            journal: path,
            number,
            left: Vec::new(),
            waker,
            library: setup.library,
            helper: Helper::start("helper", glance)?,
            place: place(&model),
            model,
            session: setup.session,
            session_file: setup.session_file,
            drafts: setup.drafts,
            handed: Vec::new(),
            told: Vec::new(),
            clock: setup.clock,
            panic_on_key: setup.panic_on_key.map(Key::char),
        };
        // The first look says at once if there is no saving here, before something is ticked.
        program.refresh();
        if Source::from(program.session.roadmap.clone()) != setup.source {
            program.session.open(setup.source.file());
            program.write_session();
        }
        Ok(program)
    }

    /// Goes on until the end; gives the signal that asked for it.
    fn go(&mut self, input: &mut Input, terminal: &mut Terminal) -> io::Result<Option<i32>> {
        // The first frame went by a guess of the day, since to know it takes longer than all the rest.
        let today = self.clock.now().day();
        if today != self.model.today {
            self.model.today = today;
            draw(terminal, &mut self.model)?;
        }
        loop {
            let happened = input.wait()?;
            let mut look_for_others = false;
            for each in happened {
                look_for_others |= matches!(
                    each,
                    Happened::Msg(
                        Msg::Key(_) | Msg::KeyOfLayout { .. } | Msg::Mouse(_) | Msg::Focused
                    )
                );
                match each {
                    Happened::Msg(msg) => {
                        if let Flow::End(signal) = self.take(msg, input, terminal)? {
                            return Ok(signal);
                        }
                    }
                    Happened::News(number, msg) => {
                        let is_meant = [FOR_ALL, self.number].contains(&number);
                        if is_meant && let Flow::End(signal) = self.take(msg, input, terminal)? {
                            return Ok(signal);
                        }
                    }
                    Happened::Stop => {
                        self.settle();
                        effect::stop();
                        self.go_on(terminal)?;
                    }
                    Happened::GoOn => self.go_on(terminal)?,
                    Happened::End(signal) => return Ok(signal),
                }
            }
            draw(terminal, &mut self.model)?;
            if look_for_others {
                self.refresh();
            }
        }
    }

    /// Asks for a look at what others did to the journal and to the roadmap's own file.
    fn refresh(&self) {
        self.keeper.refresh();
        if let Some(watcher) = &self.watcher {
            watcher.look();
        }
    }

    /// Takes a message in and does what follows from it.
    fn take(&mut self, msg: Msg, input: &mut Input, terminal: &mut Terminal) -> io::Result<Flow> {
        if let Msg::Key(key) = msg
            && self.panic_on_key == Some(key)
        {
            panic!("this key was to make the program panic");
        }
        if matches!(msg, Msg::Resized { .. }) {
            // A terminal that shrank and grew again at once has lost what it cut off.
            terminal.forget();
        }
        let is_saved = matches!(msg, Msg::Saved(_));
        let effect = update(&mut self.model, msg, self.clock.now());
        if is_saved {
            self.remove_saved();
        }
        match effect {
            Some(effect) => self.perform(effect, input, terminal),
            None => Ok(Flow::GoOn),
        }
    }

    fn perform(
        &mut self,
        effect: Effect,
        input: &mut Input,
        terminal: &mut Terminal,
    ) -> io::Result<Flow> {
        match effect {
            Effect::Quit => return Ok(Flow::End(None)),
            Effect::Edit { topic, text } => return self.edit(topic, &text, input, terminal),
            Effect::KeepBeside { topic, text } => self.keep_beside(&topic, &text),
            Effect::Open(url) => {
                if let Err(error) = open(url.clone(), input) {
                    let words = words::topic::not_opened(&url, &error.to_string());
                    self.model.tell(Role::Trouble, words);
                }
            }
            Effect::Copy(url) => terminal.copy(&url)?,
            Effect::Save(entries) => {
                self.keeper.append(entries);
                self.remember();
            }
            Effect::LookAtRoadmaps => self.helper.give(Glance {
                open: self.model.origin.source.clone(),
                recent: self.session.recent().to_vec(),
            }),
            Effect::OpenRoadmap(source) => self.open(source),
            Effect::SwitchTo(source) => self.switch(&source),
            Effect::ForgetRoadmap(file) => {
                let open = self.model.origin.source.file();
                self.session.forget(&file, open);
                self.write_session();
            }
            Effect::Suspend if effect::has_shell() => {
                self.settle();
                effect::suspend();
                self.go_on(terminal)?;
            }
            Effect::Suspend => self.model.tell(Role::Notice, words::NO_SHELL),
        }
        Ok(Flow::GoOn)
    }

    /// Lets the disk catch up before the program is stopped, and with it the thread that saves.
    fn settle(&self) {
        if self.model.saving.is_under_way() {
            self.keeper.settle(PATIENCE);
        }
    }

    /// Takes the terminal back after the program was stopped.
    fn go_on(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        terminal.retake()?;
        let (width, height) = terminal::size();
        self.model.resize(width, height);
        self.refresh();
        Ok(())
    }
}

/// Opens an address in the browser; where that fails, it is told.
fn open(url: String, input: &Input) -> io::Result<()> {
    let waker = input.waker(FOR_ALL)?;
    browser::open(url, move |url, reason| {
        if let Some(reason) = reason {
            waker.send(Msg::NotOpened { url, reason });
        }
    })
}
