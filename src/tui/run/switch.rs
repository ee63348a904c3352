//! From one roadmap to another while the terminal stays.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::library::{Library, Opened, message};
use super::note::still_waiting;
use super::whereabouts::place;
use super::{FOR_ALL, PATIENCE, Program, Unsaved, update};
use crate::progress::Entry;
use crate::roadmap::Roadmap;
use crate::store::{Helper, Keeper, Session, Watch, Watcher};
use crate::tui::input::Waker;
use crate::tui::msg::Msg;
use crate::tui::shelf::Source;
use crate::tui::theme::Role;
use crate::tui::words;

/// A roadmap that is being read.
#[derive(Debug)]
pub(super) struct Opening {
    source: Source,
    /// Holds it once it is read.
    read: Slot,
}

type Slot = Arc<Mutex<Option<Opened>>>;

fn lock(slot: &Slot) -> MutexGuard<'_, Option<Opened>> {
    // Nothing here can be left half done.
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a thread needs that reads a roadmap.
struct Order {
    library: Arc<dyn Library>,
    source: Source,
    session: Session,
    /// Where it goes; gone where another one was asked for meanwhile.
    ready: Weak<Mutex<Option<Opened>>>,
    waker: Waker,
}

impl Order {
    fn perform(self) {
        let opened = self.library.open(&self.source, &self.session);
        let Some(slot) = self.ready.upgrade() else {
            return;
        };
        let (opened, fault) = match opened {
            Ok(opened) => (Some(opened), None),
            Err(reason) => (None, Some(reason)),
        };
        *lock(&slot) = opened;
        let source = self.source;
        self.waker.send(Msg::RoadmapRead { source, fault });
    }
}

/// Has the file of a roadmap looked after; what becomes of it is told under this number.
pub(super) fn watch(
    watch: Option<Watch>,
    waker: &Waker,
    number: u32,
) -> io::Result<Option<Watcher>> {
    let Some(watch) = watch else { return Ok(None) };
    let news = waker.numbered(number)?;
    let tell = move |edit| news.send(Msg::RoadmapEdited(edit));
    Watcher::start(watch, tell).map(Some)
}

impl Program {
    /// Has another roadmap read, in a thread of its own: where it lies may hang.
    pub(super) fn open(&mut self, source: Source) {
        // What the learner hid and where they were in it is read from there.
        self.remember();
        if let Err(error) = self.start_to_open(source.clone()) {
            let fault = Some(words::shelf::cannot_switch(&error.to_string()));
            let read = Msg::RoadmapRead { source, fault };
            update(&mut self.model, read, self.clock.now());
        }
    }

    fn start_to_open(&mut self, source: Source) -> io::Result<()> {
        let read = Slot::default();
        let order = Order {
            library: Arc::clone(&self.library),
            source: source.clone(),
            session: self.session.clone(),
            ready: Arc::downgrade(&read),
            waker: self.waker.numbered(FOR_ALL)?,
        };
        self.opening = Some(Opening { source, read });
        Helper::start_once("opener", Order::perform, order)
    }

    /// Shows the roadmap that was read in place of this one.
    pub(super) fn switch(&mut self, source: &Source) {
        let opening = self.opening.take();
        let opening = opening.filter(|opening| opening.source == *source);
        let Some(opened) = opening.and_then(|opening| lock(&opening.read).take()) else {
            return;
        };
        // Nothing has changed so far where there is no thread or no descriptor to be had.
        if let Err(error) = self.replace(opened, source) {
            let words = words::shelf::cannot_switch(&error.to_string());
            self.model.tell(Role::Trouble, words);
        }
    }

    fn replace(&mut self, opened: Opened, source: &Source) -> io::Result<()> {
        let Opened {
            mut model,
            journal,
            watch,
        } = opened;
        let number = self.number.wrapping_add(1).max(FOR_ALL + 1);
        let reports = self.waker.numbered(number)?;
        let watcher = self::watch(watch, &self.waker, number)?;
        let path = journal.path().to_owned();
        let report = move |report| reports.send(message(report));
        let keeper = Keeper::start(journal, self.session_file.clone(), report)?;
        model.follow(&self.model);
        let before = mem::replace(&mut self.model, model);
        // It writes the session, too: only when it has ended may the next one do that.
        let entries = mem::replace(&mut self.keeper, keeper).finish(PATIENCE);
        let path = mem::replace(&mut self.journal, path);
        leave(&mut self.left, path, before.roadmap, entries);
        self.number = number;
        self.watcher = watcher;
        self.model.today = self.clock.now().day();
        self.place = place(&self.model);
        self.session.open(source.file());
        self.write_session();
        self.refresh();
        Ok(())
    }

    /// Ends what works beside the terminal; gives what could not be saved.
    pub(super) fn finish(self) -> Vec<Unsaved> {
        let mut left = self.left;
        let entries = self.keeper.finish(PATIENCE);
        leave(&mut left, self.journal, self.model.roadmap, entries);
        // A text of which nothing is known to be on the disk keeps its file.
        still_waiting(self.handed, |entry| {
            left.iter().any(|unsaved| unsaved.entries.contains(entry))
        });
        left
    }
}

/// Keeps what a journal could not take, to be told at the end.
fn leave(left: &mut Vec<Unsaved>, journal: PathBuf, roadmap: Arc<Roadmap>, entries: Vec<Entry>) {
    if !entries.is_empty() {
        left.push(Unsaved {
            journal,
            roadmap,
            entries,
        });
    }
}
