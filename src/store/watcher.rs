//! A roadmap file that is looked at in a thread of its own: a disk that hangs holds up nothing else.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Helper, Watch};
use crate::roadmap::Edit;

/// Looks after the file of a roadmap that is open, while the program goes on. It never holds up the end.
#[derive(Debug)]
pub struct Watcher {
    helper: Helper<()>,
    /// Whether a look was asked for that has not begun.
    is_asked: Arc<AtomicBool>,
}

impl Watcher {
    /// Starts the thread; what became of the file is told from there.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn start(
        mut watch: Watch,
        mut report: impl FnMut(Edit) + Send + 'static,
    ) -> io::Result<Self> {
        let is_asked = Arc::new(AtomicBool::new(false));
        let begun = Arc::clone(&is_asked);
        let look = move |()| {
            // First, so that what changes from here on is seen by another look.
            begun.store(false, Ordering::SeqCst);
            if let Some(edit) = watch.look() {
                report(edit);
            }
        };
        let helper = Helper::start("watcher", look)?;
        Ok(Self { helper, is_asked })
    }

    /// Asks for a look; returns at once. However often that is asked for during one look, one more
    /// follows.
    pub fn look(&self) {
        if !self.is_asked.swap(true, Ordering::SeqCst) {
            self.helper.give(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::mpsc::{self, RecvTimeoutError};
    use std::time::Duration;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn roadmap(title: &str) -> String {
        format!(
            "{{format: 1, id: r, title: {title}, steps: [{{id: a, title: A, topics: [{{id: b, title: B}}]}}]}}"
        )
    }

    #[test]
    fn an_edited_roadmap_is_told_and_nobody_waits_for_the_look() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("r.yaml");
        fs::write(&file, roadmap("One")).unwrap();
        let (send, reports) = mpsc::channel();
        let (gate, opened) = mpsc::channel::<()>();
        let watcher = Watcher::start(Watch::open(&file).unwrap(), move |edit| {
            let _ = opened.recv();
            let _ = send.send(edit);
        });
        let watcher = watcher.unwrap();
        let next = || match reports.recv_timeout(DEADLINE) {
            Ok(Edit::Changed(roadmap)) => roadmap.title,
            other => panic!("{other:?}"),
        };
        fs::write(&file, roadmap("Another")).unwrap();
        for _ in 0..1000 {
            watcher.look();
        }
        assert!(reports.try_recv().is_err());
        gate.send(()).unwrap();
        assert_eq!(next(), "Another");
        fs::write(&file, roadmap("A third one")).unwrap();
        watcher.look();
        gate.send(()).unwrap();
        assert_eq!(next(), "A third one");
        drop(watcher);
        let end = reports.recv_timeout(DEADLINE);
        assert_eq!(end.unwrap_err(), RecvTimeoutError::Disconnected);
    }
}
