//! What the thread that writes does.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::super::journal::{PATIENCE, WAITS};
use super::super::{Journal, JournalError};
use super::Report;
use super::desk::{Desk, Job};
use crate::progress::Entry;

/// How long to wait after a failure before saving is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// How the last job ended, and so how long to wait for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Well,
    Failing,
    /// Another program holds the lock: how often that was so, and how long it took so far.
    Busy {
        times: usize,
        waited: Duration,
    },
}

impl State {
    fn wait(times: usize) -> Duration {
        let last = WAITS.last().copied().unwrap_or(PATIENCE);
        WAITS.get(times).copied().unwrap_or(last)
    }

    /// The state after the lock was not to be had once more.
    fn busy_again(self, job: &Job) -> Self {
        match self {
            Self::Busy { times, waited } if job.is_retry => Self::Busy {
                times: times + 1,
                waited: waited + Self::wait(times),
            },
            Self::Busy { .. } => self,
            Self::Well | Self::Failing => Self::Busy {
                times: 0,
                waited: Duration::ZERO,
            },
        }
    }
}

/// The thread's own things: the journal, and what it has told so far.
pub(super) struct Worker<R: FnMut(Report)> {
    journal: Journal,
    session: PathBuf,
    report: R,
    desk: Arc<Desk>,
    state: State,
    unreadable: Vec<(usize, String)>,
    read_only: Option<String>,
    trouble: Option<(String, usize)>,
    /// Whether other versions of the journal were looked for.
    gathered: bool,
}

impl<R: FnMut(Report)> Worker<R> {
    pub(super) fn new(mut journal: Journal, session: PathBuf, report: R, desk: Arc<Desk>) -> Self {
        journal.take_arrived();
        Self {
            unreadable: journal.unreadable().to_vec(),
            read_only: journal.refusal().map(|refusal| refusal.to_string()),
            journal,
            session,
            report,
            desk,
            state: State::Well,
            trouble: None,
            gathered: false,
        }
    }

    /// Works until the program ends.
    pub(super) fn run(mut self) {
        while let Some(job) = self.desk.next(self.pause()) {
            let done = catch_unwind(AssertUnwindSafe(|| self.perform(&job)));
            if done.is_err() {
                self.survive();
            }
            if job.is_last && self.is_done() {
                return;
            }
        }
    }

    /// How long to wait for orders; without end where there is nothing to try again.
    fn pause(&self) -> Option<Duration> {
        if self.desk.waiting() == 0 {
            return None;
        }
        match self.state {
            // What came since the last job is an order, and wakes the thread by itself.
            State::Well => None,
            State::Failing => Some(RETRY),
            State::Busy { times, .. } => Some(State::wait(times)),
        }
    }

    /// Whether more trying would lead nowhere, once the program wants to end.
    fn is_done(&self) -> bool {
        match self.state {
            State::Well => self.desk.waiting() == 0,
            State::Failing => true,
            State::Busy { .. } => false,
        }
    }

    fn perform(&mut self, job: &Job) {
        let result = self.save_or_look(job);
        self.tell_news(&job.batch);
        match result {
            Ok(false) => {}
            Ok(true) => {
                self.recover();
                self.tell_no_backup();
                // Whoever is about to leave does not wait for that.
                if !job.is_last {
                    self.gather();
                }
            }
            Err(JournalError::Busy { path }) => {
                self.state = self.state.busy_again(job);
                if matches!(self.state, State::Busy { waited, .. } if waited >= PATIENCE) {
                    self.complain(JournalError::Busy { path }.to_string());
                }
            }
            Err(error) => {
                self.state = State::Failing;
                self.complain(error.to_string());
            }
        }
        if let Some(session) = &job.session {
            // Where the learner was is a convenience: it is not worth a word.
            let _ = session.save(&self.session);
        }
    }

    /// Saves what waits, else looks if asked to; false where there was nothing to do.
    fn save_or_look(&mut self, job: &Job) -> Result<bool, JournalError> {
        if !job.batch.is_empty() {
            self.journal.try_append(&job.batch)?;
            self.desk.acknowledge(job.batch.len());
            (self.report)(Report::Saved {
                entries: job.batch.clone(),
            });
        } else if job.look {
            self.journal.read()?;
            self.journal.probe()?;
            // Another program has put an older file in its place: what was acknowledged goes back.
            let lost = self.journal.lost();
            if !lost.is_empty() {
                self.desk.order(|orders| orders.unsaved.extend(lost));
            }
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Looks once for other versions of the journal, and has saved what it lacks of them.
    fn gather(&mut self) {
        let is_writable = self.journal.refusal().is_none();
        if std::mem::replace(&mut self.gathered, true) || !is_writable {
            return;
        }
        let (copies, entries) = self.journal.lacks_of_copies();
        if entries.is_empty() {
            return;
        }
        (self.report)(Report::Found {
            copies,
            entries: entries.clone(),
        });
        self.desk.order(|orders| orders.unsaved.extend(entries));
    }

    fn tell_no_backup(&mut self) {
        if let Some(failure) = self.journal.take_backup_failure() {
            let reason = failure.to_string();
            (self.report)(Report::NoBackup { reason });
        }
    }

    /// Tells what others did to the file.
    fn tell_news(&mut self, ours: &[Entry]) {
        let mut entries = self.journal.take_arrived();
        // After a failure that could not be taken back our own are found in the file.
        if !entries.is_empty() {
            let ours: BTreeSet<&Entry> = ours.iter().collect();
            entries.retain(|entry| !ours.contains(entry));
        }
        let read_only = self.journal.refusal().map(|refusal| refusal.to_string());
        let is_same = self.unreadable == self.journal.unreadable() && self.read_only == read_only;
        if entries.is_empty() && is_same {
            return;
        }
        self.unreadable = self.journal.unreadable().to_vec();
        self.read_only.clone_from(&read_only);
        (self.report)(Report::Read {
            entries,
            unreadable: self.unreadable.clone(),
            read_only,
        });
    }

    fn complain(&mut self, reason: String) {
        let trouble = (reason, self.desk.waiting());
        if self.trouble.as_ref() != Some(&trouble) {
            let (reason, waiting) = trouble.clone();
            self.trouble = Some(trouble);
            (self.report)(Report::Trouble { reason, waiting });
        }
    }

    fn recover(&mut self) {
        self.state = State::Well;
        if self.trouble.take().is_some() {
            (self.report)(Report::Recovered);
        }
    }

    /// Goes on after a panic: what is unsaved still lies on the desk, and the file is read anew.
    fn survive(&mut self) {
        self.state = State::Failing;
        self.journal.forget();
        let reason = "saving stopped by a fault in roadmap-tui: please report it".to_owned();
        // Telling may be what panicked; there is nobody else to tell.
        let _ = catch_unwind(AssertUnwindSafe(|| self.complain(reason)));
    }
}

impl<R: FnMut(Report)> Drop for Worker<R> {
    fn drop(&mut self) {
        self.desk.end();
    }
}
