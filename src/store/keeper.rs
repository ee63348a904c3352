//! The thread that writes, so that painting never waits for the disk.
//!
//! The program puts its orders on a desk and goes on; the thread takes all that lies there at
//! once, so what was ticked during one write is saved by the next one. An entry leaves the desk
//! when it is on the disk, and not before: whoever finishes finds the rest still lying there.

mod desk;
mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use self::desk::Desk;
use self::worker::Worker;
use super::{Journal, Session};
use crate::progress::Entry;

/// What the keeper has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// The file has changed: this is what is new about it.
    Read {
        /// The entries that others added since the last report.
        entries: Vec<Entry>,
        /// All lines that cannot be read now, by their number, and why.
        unreadable: Vec<(usize, String)>,
        /// Why nothing may be added, where that is so.
        read_only: Option<String>,
    },
    /// Other versions of the journal lie beside it, and these are entries of theirs that it lacks.
    /// They are being saved in it.
    Found {
        /// The names of the files.
        copies: Vec<String>,
        /// The entries.
        entries: Vec<Entry>,
    },
    /// No copy of the journal could be kept before it was first written.
    NoBackup {
        /// What, where and what next, in one sentence.
        reason: String,
    },
    /// These entries are on the disk.
    Saved {
        /// The entries, in the order in which they were given.
        entries: Vec<Entry>,
    },
    /// Saving or reading fails, and goes on failing until [`Report::Recovered`].
    Trouble {
        /// What, where and what next, in one sentence.
        reason: String,
        /// How many entries are kept in memory until they can be saved.
        waiting: usize,
    },
    /// The trouble that was reported last is over.
    Recovered,
}

/// Owns the journal while the terminal program runs. No method but [`Keeper::settle`] and [`Keeper::finish`] ever waits.
#[derive(Debug)]
pub struct Keeper {
    desk: Arc<Desk>,
}

impl Keeper {
    /// Starts the thread. Reports come from that thread; what the journal has read until now is
    /// taken as known and not reported.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn start(
        journal: Journal,
        session: PathBuf,
        report: impl FnMut(Report) + Send + 'static,
    ) -> io::Result<Self> {
        let desk = Arc::new(Desk::default());
        let worker = Worker::new(journal, session, report, Arc::clone(&desk));
        thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || worker.run())?;
        Ok(Self { desk })
    }

    /// Asks for these entries to be saved.
    pub fn append(&self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.desk.order(|orders| orders.unsaved.extend(entries));
        }
    }

    /// Asks for a look at what others have added.
    pub fn refresh(&self) {
        self.desk.order(|orders| orders.look = true);
    }

    /// Asks for the session to be saved, after the entries.
    pub fn remember(&self, session: Session) {
        self.desk.order(|orders| orders.session = Some(session));
    }

    /// Waits until all that was given is on the disk, at most as long as told.
    pub fn settle(&self, patience: Duration) {
        self.desk.wait_until_saved(patience);
    }

    /// Asks for what is left to be saved, waits for that as long as told, and gives back the
    /// entries that are not known to be on the disk.
    #[must_use]
    pub fn finish(self, patience: Duration) -> Vec<Entry> {
        self.desk.close();
        self.desk.wait_for_the_end(patience)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.desk.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Status;
    use crate::store::{Place, Session};
    use std::fs::{self, File};
    use std::path::Path;
    use std::sync::mpsc::{self, Receiver, Sender};

    use tempfile::TempDir;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn entry(number: usize) -> Entry {
        Entry::status(
            format!("2026-11-22T21:06:01.{number:03}+01:00")
                .parse()
                .unwrap(),
            format!("web.t{number}"),
            Status::Done,
        )
    }

    fn entries(numbers: impl IntoIterator<Item = usize>) -> Vec<Entry> {
        numbers.into_iter().map(entry).collect()
    }

    fn on_disk(path: &Path) -> Vec<Entry> {
        let mut journal = at(path);
        journal.read().unwrap();
        journal.history().iter().cloned().collect()
    }

    fn at(path: &Path) -> Journal {
        Journal::new(path, "backend", "Backend Developer Roadmap")
    }

    /// A keeper at work in a directory of its own, and what it tells.
    struct Desk {
        home: TempDir,
        path: PathBuf,
        keeper: Keeper,
        reports: Receiver<Report>,
    }

    impl Desk {
        fn new() -> Self {
            Self::with(|journal| journal)
        }

        fn with(change: impl FnOnce(Journal) -> Journal) -> Self {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("data/progress/backend.yaml");
            let (keeper, reports) = keep(change(at(&path)), home.path());
            Self {
                home,
                path,
                keeper,
                reports,
            }
        }

        /// An empty journal that another program holds until this is dropped.
        fn locked_by_another(&self) -> File {
            fs::create_dir_all(self.path.parent().unwrap()).unwrap();
            fs::write(&self.path, "").unwrap();
            let other = File::open(&self.path).unwrap();
            other.lock().unwrap();
            other
        }

        fn next(&self) -> Report {
            self.reports.recv_timeout(DEADLINE).unwrap()
        }

        fn is_saved(&self, numbers: impl IntoIterator<Item = usize>) {
            let entries = entries(numbers);
            assert_eq!(self.next(), Report::Saved { entries });
        }

        fn is_in_trouble(&self, words: &str, count: usize) {
            let report = self.next();
            assert!(
                matches!(&report, Report::Trouble { reason, waiting }
                    if reason.contains(words) && *waiting == count),
                "{report:?}"
            );
        }
    }

    fn keep(journal: Journal, home: &Path) -> (Keeper, Receiver<Report>) {
        let (send, reports) = mpsc::channel();
        let session = home.join("data/session.yaml");
        let keeper = Keeper::start(journal, session, move |report| {
            let _ = send.send(report);
        });
        (keeper.unwrap(), reports)
    }

    /// A sync that tells when it begins, and ends when it is told to.
    fn gate() -> (
        impl FnOnce(Journal) -> Journal,
        Receiver<()>,
        Sender<io::Result<()>>,
    ) {
        let (begun, begins) = mpsc::channel();
        let (open, opens) = mpsc::channel::<io::Result<()>>();
        let gated = |journal: Journal| {
            journal.with_sync(move |_| {
                begun.send(()).map_err(io::Error::other)?;
                opens.recv().map_err(io::Error::other)?
            })
        };
        (gated, begins, open)
    }

    #[test]
    fn an_entry_is_acknowledged_once_it_is_synced_and_nobody_waits_until_then() {
        let (gated, begins, open) = gate();
        let desk = Desk::with(gated);
        desk.keeper.append(entries([1]));
        begins.recv_timeout(DEADLINE).unwrap();
        // These come back although the disk does not.
        desk.keeper.append(entries([2]));
        desk.keeper.refresh();
        desk.keeper.remember(Session::default());
        assert!(desk.reports.try_recv().is_err());
        open.send(Ok(())).unwrap();
        desk.is_saved([1]);
        open.send(Ok(())).unwrap();
        desk.is_saved([2]);
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(on_disk(&desk.path), entries([1, 2]));
    }

    #[test]
    fn settling_waits_for_the_disk_and_no_longer() {
        let (gated, begins, open) = gate();
        let desk = Desk::with(gated);
        desk.keeper.settle(DEADLINE);
        desk.keeper.append(entries([1]));
        begins.recv_timeout(DEADLINE).unwrap();
        desk.keeper.settle(Duration::from_millis(1));
        assert_eq!(desk.reports.try_recv().ok(), None);
        open.send(Ok(())).unwrap();
        desk.keeper.settle(DEADLINE);
        assert_eq!(desk.keeper.desk.waiting(), 0);
    }

    #[test]
    fn what_comes_during_a_write_is_saved_by_one_more() {
        let (gated, begins, open) = gate();
        let desk = Desk::with(gated);
        desk.keeper.append(entries([1]));
        begins.recv_timeout(DEADLINE).unwrap();
        for number in 2..100 {
            desk.keeper.append(entries([number]));
        }
        open.send(Ok(())).unwrap();
        desk.is_saved([1]);
        open.send(Ok(())).unwrap();
        desk.is_saved(2..100);
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(begins.try_iter().count(), 1);
    }

    #[test]
    fn what_others_add_is_told_once_however_often_one_asks() {
        let desk = Desk::new();
        at(&desk.path).append(&entries([5])).unwrap();
        for _ in 0..1000 {
            desk.keeper.refresh();
        }
        let news = |numbers: &[usize]| Report::Read {
            entries: entries(numbers.iter().copied()),
            unreadable: Vec::new(),
            read_only: None,
        };
        assert_eq!(desk.next(), news(&[5]));
        at(&desk.path).append(&entries([6])).unwrap();
        desk.keeper.append(entries([7]));
        // The last of the thousand may still come first.
        let reports = [desk.next(), desk.next()];
        assert!(reports.contains(&news(&[6])), "{reports:?}");
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(desk.reports.iter().count(), 0);
    }

    #[test]
    fn what_the_journal_had_read_before_is_no_news() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("backend.yaml");
        fs::write(&path, format!("torn\n{}\n", entry(1))).unwrap();
        let mut journal = at(&path);
        journal.read().unwrap();
        let (keeper, reports) = keep(journal, home.path());
        keeper.refresh();
        assert_eq!(keeper.finish(DEADLINE), []);
        assert_eq!(reports.iter().count(), 0);
    }

    #[test]
    fn a_line_that_cannot_be_read_and_a_newer_format_are_told() {
        let desk = Desk::new();
        at(&desk.path).append(&entries([1])).unwrap();
        let mut text = fs::read_to_string(&desk.path).unwrap();
        text.push_str("torn\n- {format: 2, roadmap: backend}\n");
        fs::write(&desk.path, &text).unwrap();
        desk.keeper.refresh();
        let report = desk.next();
        assert!(
            matches!(&report, Report::Read { unreadable, read_only: Some(reason), .. }
                if unreadable.len() == 1 && reason.contains("newer")),
            "{report:?}"
        );
        desk.keeper.append(entries([2]));
        desk.is_in_trouble("update roadmap-tui", 1);
        assert_eq!(desk.keeper.finish(DEADLINE), entries([2]));
        assert_eq!(fs::read_to_string(&desk.path).unwrap(), text);
    }

    #[test]
    fn a_failure_is_told_with_what_waits_and_is_over_once_saving_works() {
        let desk = Desk::new();
        let data = desk.home.path().join("data");
        fs::write(&data, "in the way").unwrap();
        desk.keeper.append(entries([1]));
        desk.is_in_trouble("not a directory", 1);
        desk.keeper.append(entries([2]));
        desk.is_in_trouble("not a directory", 2);
        fs::remove_file(&data).unwrap();
        // Nobody asks: the keeper tries again by itself.
        desk.is_saved([1, 2]);
        assert_eq!(desk.next(), Report::Recovered);
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(on_disk(&desk.path), entries([1, 2]));
    }

    #[test]
    fn a_failed_sync_is_no_acknowledgement() {
        let (gated, _begins, open) = gate();
        let desk = Desk::with(gated);
        desk.keeper.append(entries([1]));
        open.send(Err(io::Error::from_raw_os_error(5))).unwrap();
        desk.is_in_trouble("input/output error", 1);
        open.send(Ok(())).unwrap();
        desk.keeper.refresh();
        desk.is_saved([1]);
        assert_eq!(desk.next(), Report::Recovered);
    }

    #[test]
    fn a_look_that_fails_is_trouble_until_the_next_one() {
        let desk = Desk::new();
        fs::create_dir_all(&desk.path).unwrap();
        desk.keeper.refresh();
        desk.is_in_trouble("is a directory", 0);
        fs::remove_dir(&desk.path).unwrap();
        desk.keeper.refresh();
        assert_eq!(desk.next(), Report::Recovered);
    }

    #[test]
    fn a_lock_that_another_program_holds_is_told_and_waited_for() {
        let desk = Desk::new();
        let other = desk.locked_by_another();
        desk.keeper.append(entries([1]));
        desk.is_in_trouble("another program holds the journal", 1);
        drop(other);
        desk.is_saved([1]);
        assert_eq!(desk.next(), Report::Recovered);
    }

    #[test]
    fn a_lock_that_stays_held_does_not_hold_up_the_end() {
        let desk = Desk::new();
        let _other = desk.locked_by_another();
        desk.keeper.append(entries([1]));
        let unsaved = desk.keeper.finish(Duration::from_millis(50));
        assert_eq!(unsaved, entries([1]));
        // The thread has gone, and its end of the channel with it.
        while desk.reports.recv_timeout(DEADLINE).is_ok() {}
        assert_eq!(fs::read(&desk.path).unwrap(), b"");
    }

    #[test]
    fn what_cannot_be_saved_is_given_back() {
        let (gated, begins, open) = gate();
        let desk = Desk::with(gated);
        desk.keeper.append(entries([1]));
        begins.recv_timeout(DEADLINE).unwrap();
        desk.keeper.append(entries([2]));
        open.send(Ok(())).unwrap();
        begins.recv_timeout(DEADLINE).unwrap();
        assert_eq!(
            desk.keeper.finish(Duration::from_millis(20)),
            entries([2]),
            "a disk that does not answer"
        );
        drop(open);

        let desk =
            Desk::with(|journal| journal.with_sync(|_| Err(io::Error::from_raw_os_error(28))));
        desk.keeper.append(entries([1, 2]));
        assert_eq!(desk.keeper.finish(DEADLINE), entries([1, 2]), "a full disk");
        assert_eq!(on_disk(&desk.path), []);
    }

    #[test]
    fn what_is_left_is_saved_at_the_end_even_where_nobody_waits() {
        let desk = Desk::new();
        desk.keeper.append(entries([1]));
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(on_disk(&desk.path), entries([1]));

        let desk = Desk::new();
        desk.keeper.append(entries([1]));
        drop(desk.keeper);
        while desk.reports.recv_timeout(DEADLINE).is_ok() {}
        assert_eq!(on_disk(&desk.path), entries([1]));
    }

    #[test]
    fn opening_looking_and_ending_writes_nothing() {
        let desk = Desk::new();
        desk.keeper.refresh();
        desk.keeper.append(Vec::new());
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(fs::read_dir(desk.home.path()).unwrap().count(), 0);
        assert_eq!(desk.reports.iter().count(), 0);
    }

    #[test]
    fn what_was_acknowledged_goes_back_into_a_file_that_lost_it() {
        let desk = Desk::new();
        at(&desk.path).append(&entries([1])).unwrap();
        let old = fs::read(&desk.path).unwrap();
        desk.keeper.append(entries([2]));
        desk.is_saved([2]);
        desk.next();
        fs::write(&desk.path, &old).unwrap();
        desk.keeper.refresh();
        desk.is_saved([2]);
        assert_eq!(on_disk(&desk.path), entries([1, 2]));
        fs::write(&desk.path, &old).unwrap();
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(on_disk(&desk.path), entries([1, 2]));
    }

    #[test]
    fn a_file_that_lost_what_others_wrote_is_left_alone() {
        let desk = Desk::new();
        at(&desk.path).append(&entries([1])).unwrap();
        desk.keeper.refresh();
        desk.next();
        fs::write(&desk.path, "").unwrap();
        desk.keeper.refresh();
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(fs::read(&desk.path).unwrap(), b"");
    }

    #[test]
    fn a_panic_is_told_and_what_waits_is_saved_later() {
        let mut syncs = 0;
        let desk = Desk::with(|journal| {
            journal.with_sync(move |_| {
                syncs += 1;
                assert!(syncs > 1, "a fault made for this test");
                Ok(())
            })
        });
        desk.keeper.append(entries([1]));
        desk.is_in_trouble("a fault in roadmap-tui", 1);
        desk.keeper.refresh();
        desk.is_saved([1]);
        assert_eq!(desk.next(), Report::Recovered);
        assert_eq!(on_disk(&desk.path), entries([1]));
    }

    #[test]
    fn a_listener_that_panics_does_not_stop_saving() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("backend.yaml");
        let deaf = |_| panic!("a fault made for this test");
        let keeper = Keeper::start(at(&path), home.path().join("session.yaml"), deaf).unwrap();
        keeper.append(entries([1]));
        keeper.append(entries([2]));
        assert_eq!(keeper.finish(DEADLINE), []);
        assert_eq!(on_disk(&path), entries([1, 2]));
    }

    #[test]
    fn the_session_is_remembered_even_where_entries_cannot_be_saved() {
        let desk =
            Desk::with(|journal| journal.with_sync(|_| Err(io::Error::from_raw_os_error(28))));
        let mut session = Session::default();
        session.visit("backend", Place::default());
        desk.keeper.append(entries([1]));
        desk.keeper.remember(session.clone());
        assert_eq!(desk.keeper.finish(DEADLINE), entries([1]));
        let saved = Session::load(&desk.home.path().join("data/session.yaml"));
        assert_eq!(saved.place("backend"), Some(&Place::default()));
    }

    #[test]
    fn other_versions_beside_the_journal_are_told_saved_and_then_known() {
        let desk = Desk::new();
        at(&desk.path).append(&entries([1])).unwrap();
        let copy = desk.path.with_file_name("backend (1).yaml");
        at(&copy).append(&entries([1, 2, 3])).unwrap();
        let foreign = desk.path.with_file_name("backend (2).yaml");
        let mut other = Journal::new(&foreign, "frontend", "Frontend");
        other.append(&entries([9])).unwrap();
        let before = fs::read(&copy).unwrap();
        desk.keeper.refresh();
        assert!(matches!(desk.next(), Report::Read { .. }));
        assert_eq!(
            desk.next(),
            Report::Found {
                copies: vec!["backend (1).yaml".to_owned()],
                entries: entries([2, 3]),
            }
        );
        desk.is_saved([2, 3]);
        assert_eq!(on_disk(&desk.path), entries([1, 2, 3]));
        assert_eq!(fs::read(&copy).unwrap(), before);
        let (keeper, reports) = keep(
            {
                let mut journal = at(&desk.path);
                journal.read().unwrap();
                journal
            },
            desk.home.path(),
        );
        keeper.refresh();
        assert_eq!(keeper.finish(DEADLINE), []);
        assert_eq!(reports.iter().count(), 0);
    }

    #[test]
    fn other_versions_of_a_journal_that_takes_nothing_are_left_alone() {
        let desk = Desk::new();
        at(&desk.path.with_file_name("backend (1).yaml"))
            .append(&entries([2]))
            .unwrap();
        fs::write(&desk.path, "- {format: 2, roadmap: backend}\n").unwrap();
        desk.keeper.refresh();
        assert!(matches!(
            desk.next(),
            Report::Read {
                read_only: Some(_),
                ..
            }
        ));
        assert_eq!(desk.keeper.finish(DEADLINE), []);
        assert_eq!(desk.reports.iter().count(), 0);
    }

    #[test]
    fn a_backup_that_fails_is_told_after_the_change_is_saved() {
        let desk = Desk::with(|journal| {
            let file = journal.path().with_extension("obstacle");
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "").unwrap();
            fs::write(journal.path(), format!("{}\n", entry(1))).unwrap();
            let day = jiff::civil::date(2026, 11, 23);
            journal.with_backups(crate::store::Backups::new(file.join("x"), "backend"), day)
        });
        desk.keeper.append(entries([2]));
        desk.is_saved([2]);
        assert!(matches!(desk.next(), Report::Read { .. }));
        let told = desk.next();
        assert!(
            matches!(&told, Report::NoBackup { reason } if reason.contains("not a directory")),
            "{told:?}"
        );
    }
}
