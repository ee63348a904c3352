//! A thread for what takes a while and changes nothing: reading what may lie anywhere.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;

/// Works off jobs, one after the other, while the program goes on. It never holds up the end: what is
/// not done by then stays undone.
#[derive(Debug)]
pub struct Helper<J> {
    jobs: Sender<J>,
}

impl<J: Send + 'static> Helper<J> {
    /// Starts the thread. A job that panics is given up, and the next one is taken.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn start(name: &str, mut work: impl FnMut(J) + Send + 'static) -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel();
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                for job in waiting {
                    let _ = catch_unwind(AssertUnwindSafe(|| work(job)));
                }
            })?;
        Ok(Self { jobs })
    }

    /// Starts a thread for one job, which holds up no other.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn start_once(name: &str, work: impl FnMut(J) + Send + 'static, job: J) -> io::Result<()> {
        Self::start(name, work).map(|helper| helper.give(job))
    }

    /// Asks for a job to be done; returns at once.
    pub fn give(&self, job: J) {
        // The thread lives as long as this does.
        let _ = self.jobs.send(job);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn jobs_are_done_in_order_and_nobody_waits_for_them() {
        let (gate, opened) = mpsc::channel::<()>();
        let (done, news) = mpsc::channel();
        let helper = Helper::start("test", move |job: usize| {
            let _ = opened.recv();
            assert_ne!(job, 2, "a job that fails");
            let _ = done.send(job);
        })
        .unwrap();
        for job in 1..=3 {
            helper.give(job);
        }
        assert!(news.try_recv().is_err());
        drop(gate);
        let next = || news.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!([next(), next()], [1, 3]);
    }
}
