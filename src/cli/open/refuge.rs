//! The end: what becomes of what is not saved.

use std::panic::resume_unwind;
use std::process::ExitCode;
use std::time::Duration;

use crate::cli::tell;
use crate::store;
use crate::tui::{Ending, Unsaved, words};

/// How long the program waits at its end for a place beside the journal.
const PATIENCE: Duration = Duration::from_secs(1);

/// Keeps entries beside the journal that could not take them, else prints them, so that they are not
/// lost; says which.
fn take(unsaved: &Unsaved) {
    let entries = &unsaved.entries;
    let saved = store::save_beside(
        &unsaved.journal,
        &unsaved.roadmap.id,
        &unsaved.roadmap.title,
        entries.clone(),
        PATIENCE,
    );
    if let Some(file) = saved {
        let file = file.display().to_string();
        tell(&words::kept_beside(entries.len(), &file));
        return;
    }
    tell(&words::printed_unsaved(entries.len()));
    for entry in entries {
        tell(&entry.to_string());
    }
}

/// Ends as the terminal program did.
pub(super) fn end(ending: Ending) -> anyhow::Result<ExitCode> {
    ending.unsaved.iter().for_each(take);
    ending.told.iter().for_each(|sentence| tell(sentence));
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
