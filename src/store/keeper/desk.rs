//! What lies between the program and the thread that writes.

use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::super::Session;
use crate::progress::Entry;

/// What lies between the program and the thread.
#[derive(Debug, Default)]
pub(super) struct Desk {
    orders: Mutex<Orders>,
    ordered: Condvar,
    /// Something was saved, or all has ended.
    settled: Condvar,
}

#[derive(Debug, Default)]
pub(super) struct Orders {
    /// Entries that are not on the disk yet; only the thread takes from the front.
    pub(super) unsaved: Vec<Entry>,
    pub(super) look: bool,
    pub(super) session: Option<Session>,
    /// Something was ordered since the thread last came by.
    is_fresh: bool,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Open,
    /// The program wants to end: what is left is saved, and nothing follows.
    Closing,
    /// Nobody works here any more.
    Ended,
}

/// What the thread takes with it from the desk.
pub(super) struct Job {
    pub(super) batch: Vec<Entry>,
    pub(super) look: bool,
    pub(super) session: Option<Session>,
    /// The program wants to end.
    pub(super) is_last: bool,
    /// Nothing was ordered: the pause after a failure is over.
    pub(super) is_retry: bool,
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Orders> {
        // Nothing here can be left half done, so a panic elsewhere is no reason to stop.
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the thread that no more orders will come.
    pub(super) fn close(&self) {
        self.order(|orders| {
            if orders.stage == Stage::Open {
                orders.stage = Stage::Closing;
            }
        });
    }

    pub(super) fn order(&self, change: impl FnOnce(&mut Orders)) {
        let mut orders = self.lock();
        change(&mut orders);
        orders.is_fresh = true;
        self.ordered.notify_one();
    }

    /// Waits for orders, or until a pause is over; none when all has ended.
    pub(super) fn next(&self, pause: Option<Duration>) -> Option<Job> {
        let nothing_new = |orders: &mut Orders| !orders.is_fresh && orders.stage != Stage::Ended;
        let orders = self.lock();
        let mut orders = match pause {
            None => self
                .ordered
                .wait_while(orders, nothing_new)
                .unwrap_or_else(PoisonError::into_inner),
            Some(pause) => {
                self.ordered
                    .wait_timeout_while(orders, pause, nothing_new)
                    .unwrap_or_else(PoisonError::into_inner)
                    .0
            }
        };
        if orders.stage == Stage::Ended {
            return None;
        }
        let is_retry = !mem::take(&mut orders.is_fresh);
        let is_last = orders.stage == Stage::Closing;
        Some(Job {
            batch: orders.unsaved.clone(),
            look: mem::take(&mut orders.look) || is_retry || is_last,
            session: orders.session.take(),
            is_last,
            is_retry,
        })
    }

    /// Takes entries off the desk that are on the disk.
    pub(super) fn acknowledge(&self, count: usize) {
        let mut orders = self.lock();
        let count = count.min(orders.unsaved.len());
        orders.unsaved.drain(..count);
        self.settled.notify_all();
    }

    /// Waits until nothing is unsaved, at most so long.
    pub(super) fn wait_until_saved(&self, patience: Duration) {
        let is_busy =
            |orders: &mut Orders| !orders.unsaved.is_empty() && orders.stage != Stage::Ended;
        let waited = self
            .settled
            .wait_timeout_while(self.lock(), patience, is_busy);
        drop(waited);
    }

    pub(super) fn waiting(&self) -> usize {
        self.lock().unsaved.len()
    }

    pub(super) fn end(&self) {
        self.lock().stage = Stage::Ended;
        self.settled.notify_all();
    }

    pub(super) fn wait_for_the_end(&self, patience: Duration) -> Vec<Entry> {
        let mut orders = self
            .settled
            .wait_timeout_while(self.lock(), patience, |orders| orders.stage != Stage::Ended)
            .unwrap_or_else(PoisonError::into_inner)
            .0;
        // What is given back is no longer the thread's.
        orders.stage = Stage::Ended;
        self.ordered.notify_one();
        mem::take(&mut orders.unsaved)
    }
}
