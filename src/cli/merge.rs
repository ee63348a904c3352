//! `roadmap-tui merge FILE…`: unites journals from elsewhere with ours.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use jiff::civil::Date;

use super::tell;
use crate::builtin;
use crate::plain::clean;
use crate::roadmap::parse_id;
use crate::store::{Backups, Journal, JournalError, Other, Places};
use crate::tui::words::counted;

/// How many lines that cannot be read are shown of a file.
const SHOWN: usize = 10;

/// Adds to the journals what they lack of each file, and writes how much that was. The files stay
/// as they are.
///
/// # Errors
/// Fails where the output cannot be written. A file that cannot be merged is told, fails the whole
/// and does not stop the others.
pub(super) fn run(
    files: &[PathBuf],
    places: &Places,
    today: Date,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let mut status = ExitCode::SUCCESS;
    for file in files {
        match merge(file, places, today) {
            Ok(lines) => {
                for line in lines {
                    writeln!(out, "{line}")?;
                }
            }
            Err(error) => {
                status = ExitCode::FAILURE;
                tell(&format!("roadmap-tui: {error:#}"));
            }
        }
    }
    Ok(status)
}

/// Merges one file and says what came of it, line by line.
fn merge(file: &Path, places: &Places, today: Date) -> anyhow::Result<Vec<String>> {
    let other = Other::read(file)?;
    let shown = file.display().to_string();
    let name = clean(&shown);
    let id = roadmap_id(&other).with_context(|| name.to_string())?;
    let mut journal = Journal::new(places.journal(id), id, title(id))
        .with_backups(Backups::new(places.backups(), id), today);
    // The error's own words have those of the system in them.
    let failed = |error: JournalError| anyhow!("{name}: nothing was added: {error}");
    journal.read().map_err(failed)?;
    let missing = journal.history().lacks(&other.entries);
    journal.append(&missing).map_err(failed)?;
    let path = journal.path().display().to_string();
    let what = came_to(missing.len(), other.entries.len());
    let mut lines = vec![format!("{name}: {what} in {}", clean(&path))];
    if let Some(failure) = journal.take_backup_failure() {
        lines.push(format!("{name}: no backup was made before: {failure}"));
    }
    lines.extend(left_out(&name, &other.unreadable));
    Ok(lines)
}

/// The roadmap whose journal the entries belong to.
fn roadmap_id(other: &Other) -> anyhow::Result<&str> {
    let Some(id) = &other.roadmap else {
        bail!(
            "it does not say for which roadmap it is; \
             begin it with a line such as `- {{format: 1, roadmap: backend}}`"
        );
    };
    parse_id(id).with_context(|| {
        format!(
            "it names the roadmap `{}`, which is no id of one",
            clean(id)
        )
    })
}

fn came_to(missing: usize, all: usize) -> String {
    let all_of_them = counted(all, "entry", "entries");
    match (missing, all) {
        (_, 0) => "it has no entries; nothing was added to what is".to_owned(),
        (0, _) => format!("nothing to add, its {all_of_them} are already"),
        (1, 1) => "added its 1 entry; it is now".to_owned(),
        (missing, all) if missing == all => format!("added all {all_of_them}; they are now"),
        (missing, _) => format!("added {missing} of its {all_of_them}; all of them are now"),
    }
}

/// Names the lines that could not be read.
fn left_out(name: &str, unreadable: &[(usize, String)]) -> Vec<String> {
    let line = |(line, reason): &(usize, String)| {
        format!("{name}:{line}: this line cannot be read and was left out: {reason}")
    };
    let mut lines: Vec<String> = unreadable.iter().take(SHOWN).map(line).collect();
    if unreadable.len() > SHOWN {
        let more = counted(unreadable.len() - SHOWN, "further line", "further lines");
        lines.push(format!("{name}: {more} cannot be read either"));
    }
    lines
}

/// The title that a new journal of a roadmap gets in its first line.
fn title(id: &str) -> String {
    match builtin::load() {
        Ok(roadmap) if roadmap.id == id => roadmap.title,
        Ok(_) | Err(_) => id.to_owned(),
    }
}
