//! The end: what becomes of what is not saved.

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::cli::tell;
use crate::progress::Entry;
use crate::store;
use crate::tui::{Ending, words};

/// How long the program waits at its end for a place beside the journal.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where entries go that the journal could not take.
pub(super) struct Refuge {
    pub(super) journal: PathBuf,
    pub(super) roadmap_id: String,
    pub(super) roadmap_title: String,
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
pub(super) fn end(ending: Ending, refuge: &Refuge) -> anyhow::Result<ExitCode> {
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
