//! From one roadmap to another while the terminal stays.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;

use super::library::{Opened, message};
use super::note::still_waiting;
use super::{FOR_ALL, PATIENCE, Program, Unsaved, place};
use crate::progress::Entry;
use crate::roadmap::Roadmap;
use crate::store::Keeper;
use crate::tui::shelf::Source;
use crate::tui::theme::Role;
use crate::tui::words;

impl Program {
    /// Opens another roadmap in place of this one, once all that is done in this one is saved.
    pub(super) fn open(&mut self, source: &Source) -> io::Result<()> {
        self.keeper.settle(PATIENCE);
        let unsaved = self.keeper.unsaved();
        if unsaved > 0 {
            let words = words::shelf::not_before_saved(unsaved);
            self.model.tell(Role::Trouble, words);
            return Ok(());
        }
        self.remember();
        match self.library.open(source, &self.session) {
            Ok(opened) => self.replace(opened, source),
            Err(reason) => {
                self.model.tell(Role::Trouble, reason);
                Ok(())
            }
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
        let path = journal.path().to_owned();
        let report = move |report| reports.send(message(report));
        let keeper = Keeper::start(journal, self.session_file.clone(), watch, report)?;
        model.follow(&self.model);
        let before = mem::replace(&mut self.model, model);
        // It writes the session, too: only when it has ended may the next one do that.
        let entries = mem::replace(&mut self.keeper, keeper).finish(PATIENCE);
        let path = mem::replace(&mut self.journal, path);
        self.leave(path, before.roadmap, entries);
        self.number = number;
        self.model.today = self.clock.now().day();
        self.place = place(&self.model);
        self.session.open(source.file());
        self.write_session();
        self.keeper.refresh();
        Ok(())
    }

    /// Keeps what a journal could not take, to be told at the end.
    fn leave(&mut self, journal: PathBuf, roadmap: Arc<Roadmap>, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.left.push(Unsaved {
                journal,
                roadmap,
                entries,
            });
        }
    }

    /// Ends what works beside the terminal; gives what could not be saved.
    pub(super) fn finish(self) -> Vec<Unsaved> {
        let mut left = self.left;
        let entries = self.keeper.finish(PATIENCE);
        if !entries.is_empty() {
            left.push(Unsaved {
                journal: self.journal,
                roadmap: self.model.roadmap,
                entries,
            });
        }
        // A text of which nothing is known to be on the disk keeps its file.
        still_waiting(self.handed, |entry| {
            left.iter().any(|unsaved| unsaved.entries.contains(entry))
        });
        left
    }
}
