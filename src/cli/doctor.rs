//! `roadmap-tui doctor`: where everything lives, whether all is well, and what to do where it is not.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::configured::Configured;
use crate::builtin;
use crate::plain::clean;
use crate::roadmap;
use crate::store::{
    Backups, Journal, Other, Places, Session, conflict_copies, free_space, read_roadmap,
    roadmap_files,
};
use crate::tui::words::{self, counted};

/// With less than this, in bytes, a disk is about to be full.
const LITTLE: u64 = 1 << 20;
/// How many lines that cannot be read are shown of a journal.
const SHOWN: usize = 20;

/// Looks at everything, changes nothing, and writes what it finds.
///
/// # Errors
/// Fails where the output cannot be written.
pub(super) fn run(
    places: &Places,
    configured: &Configured,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let mut report = Report { out, findings: 0 };
    report.data(places)?;
    let listed = places.journals();
    let own = builtin::load().map(|roadmap| roadmap.id);
    let mut ids = match listed {
        Ok(ids) => ids,
        Err(error) => {
            report.finding(&error.to_string(), None)?;
            Vec::new()
        }
    };
    if let Ok(own) = own
        && ids.is_empty()
    {
        ids.push(own);
    }
    for id in ids {
        report.journal(places, &id)?;
    }
    report.strangers(places)?;
    report.texts(places)?;
    report.session(places)?;
    report.roadmaps(&places.roadmaps(configured.config.roadmaps.as_deref()))?;
    report.configuration(configured)?;
    report.end()
}

struct Report<'a, W: Write> {
    out: &'a mut W,
    findings: usize,
}

impl<W: Write> Report<'_, W> {
    fn heading(&mut self, what: &str, path: &Path) -> io::Result<()> {
        let shown = path.display().to_string();
        writeln!(self.out, "{what}: {}", clean(&shown))
    }

    fn fact(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "    {}", clean(text))
    }

    /// Something that is not as it should be, and what to do about it.
    fn finding(&mut self, text: &str, next: Option<&str>) -> io::Result<()> {
        self.findings += 1;
        writeln!(self.out, "  ! {}", clean(text))?;
        next.map_or(Ok(()), |next| writeln!(self.out, "    {}", clean(next)))
    }

    fn data(&mut self, places: &Places) -> io::Result<()> {
        self.heading("Data directory", places.data())?;
        if !places.data().exists() {
            self.fact("it does not exist yet; your first change creates it")?;
        }
        match free_space(places.data()) {
            Ok(free) if free < LITTLE => self.finding(
                &format!("the disk is full: {} KiB are left", free >> 10),
                Some("Free some space. What cannot be saved stays in memory and is tried again."),
            ),
            Ok(free) => self.fact(&format!("{} MiB are free on its disk", free >> 20)),
            Err(error) => self.finding(&error.to_string(), None),
        }
    }

    fn journal(&mut self, places: &Places, id: &str) -> io::Result<()> {
        let mut journal = Journal::new(places.journal(id), id, id);
        self.heading("Journal", &places.journal(id))?;
        let read = journal.read();
        if let Err(error) = &read {
            self.finding(&error.to_string(), None)?;
        } else {
            self.contents(&journal)?;
        }
        match journal.refusal() {
            _ if read.is_err() => {}
            Some(refusal) => self.finding(&format!("nothing can be added: {refusal}"), None)?,
            None => match journal.probe() {
                Ok(()) if journal.path().exists() => self.fact("it can be read and added to")?,
                Ok(()) => self.fact("it can be created")?,
                Err(error) => self.finding(&error.to_string(), None)?,
            },
        }
        if journal.is_held() {
            self.finding(
                "another program holds its lock now",
                Some("That is so for a moment while a window saves. If it stays, close the other programs that use it."),
            )?;
        }
        self.copies(&journal)?;
        self.backups(&Backups::new(places.backups(), id))
    }

    fn contents(&mut self, journal: &Journal) -> io::Result<()> {
        let history = journal.history();
        match history.latest() {
            None => self.fact("nothing is recorded yet")?,
            Some(latest) => self.fact(&format!(
                "{}, the latest of {}",
                counted(history.len(), "entry", "entries"),
                latest.day()
            ))?,
        }
        let unreadable = journal.unreadable();
        for (line, reason) in unreadable.iter().take(SHOWN) {
            self.finding(&format!("line {line} cannot be read: {reason}"), None)?;
        }
        if unreadable.len() > SHOWN {
            let more = counted(unreadable.len() - SHOWN, "more line", "more lines");
            self.finding(&format!("{more} cannot be read"), None)?;
        }
        if unreadable.is_empty() {
            return Ok(());
        }
        self.fact(
            "Such a line stays as it is and stops nothing else. Correct it, put `#` before it, or delete it.",
        )
    }

    fn copies(&mut self, journal: &Journal) -> io::Result<()> {
        let copies = match conflict_copies(journal.path()) {
            Ok(copies) => copies,
            Err(error) => return self.finding(&error.to_string(), None),
        };
        for copy in copies {
            let shown = copy.display().to_string();
            match Other::read(&copy) {
                Err(error) => self.finding(&format!("a conflict copy: {error}"), None)?,
                Ok(other) => match journal.history().lacks(&other.entries).len() {
                    0 => self.fact(&format!(
                        "a conflict copy, {shown}: all of it is in the journal, you may delete it"
                    ))?,
                    missing => self.finding(
                        &format!(
                            "a conflict copy, {shown}: the journal lacks {missing} of its {}",
                            counted(other.entries.len(), "entry", "entries")
                        ),
                        Some("They join it on the next start, or with `roadmap-tui merge` and this file."),
                    )?,
                },
            }
        }
        Ok(())
    }

    fn backups(&mut self, backups: &Backups) -> io::Result<()> {
        match backups.list() {
            Ok(copies) => match copies.last() {
                None => self.fact("no backups yet; the first is made before a change to a journal that has entries"),
                Some((day, path)) => {
                    let shown = path.display().to_string();
                    let count = counted(copies.len(), "backup", "backups");
                    self.fact(&format!("{count}, the latest of {day}: {shown}"))
                }
            },
            Err(error) => self.finding(&error.to_string(), None),
        }
    }

    /// Files between the journals whose names say nothing.
    fn strangers(&mut self, places: &Places) -> io::Result<()> {
        for path in places.strangers().unwrap_or_default() {
            let shown = path.display().to_string();
            writeln!(self.out, "Something else: {}", clean(&shown))?;
            self.fact("its name is not that of a journal, so it is left alone; if it is a copy of one, `roadmap-tui merge` takes it in")?;
        }
        Ok(())
    }

    /// What an editor left that could not be kept as a note.
    fn texts(&mut self, places: &Places) -> io::Result<()> {
        for path in places.texts().unwrap_or_default() {
            self.heading("Text of a note", &path)?;
            self.finding(
                "it was not kept as a note, or an editor has it open",
                Some("Copy what you need of it into the note, and delete the file."),
            )?;
        }
        Ok(())
    }

    fn session(&mut self, places: &Places) -> io::Result<()> {
        let path = places.session();
        self.heading("Where you were", &path)?;
        let session = Session::read(&path);
        match (&session, path.exists()) {
            (Some(_), _) => self.fact("it can be read")?,
            (None, false) => self.fact("nothing is remembered yet")?,
            (None, true) => self.finding(
                "it cannot be read, so the program opens at the beginning",
                Some("Delete it; it holds no progress."),
            )?,
        }
        let Some(file) = session.and_then(|session| session.roadmap) else {
            return writeln!(self.out, "Roadmap: the built-in one");
        };
        self.heading("Roadmap", &file)?;
        let loads = read_roadmap(&file).map(|text| roadmap::load(&text).is_ok());
        match loads {
            Ok(true) => self.fact("it can be opened"),
            Ok(false) => self.finding(
                "it has problems and cannot be opened",
                Some("`roadmap-tui check` with this file shows them."),
            ),
            Err(error) => self.finding(
                &error.to_string(),
                Some("Until it is back, the built-in roadmap is opened."),
            ),
        }
    }

    /// The directory of the learner's own roadmaps, and which of them cannot be opened.
    fn roadmaps(&mut self, folder: &Path) -> io::Result<()> {
        self.heading("Your own roadmaps", folder)?;
        let files = roadmap_files(folder);
        if files.is_empty() {
            return self.fact("there are none; the program lists what you put there");
        }
        self.fact(&format!(
            "{}, which the program lists",
            counted(files.len(), "file", "files")
        ))?;
        for file in files {
            let name = words::shelf::file_name(&file);
            match read_roadmap(&file).map(|text| roadmap::load(&text).is_ok()) {
                Ok(true) => {}
                Ok(false) => self.finding(
                    &format!("{name} has problems and cannot be opened"),
                    Some("`roadmap-tui check` with this file shows them."),
                )?,
                Err(error) => self.finding(&error.to_string(), None)?,
            }
        }
        Ok(())
    }

    fn configuration(&mut self, configured: &Configured) -> io::Result<()> {
        match &configured.file {
            None => writeln!(self.out, "Configuration: there is no home directory for it")?,
            Some(file) => self.heading("Configuration", file)?,
        }
        let Some(told) = configured.told() else {
            return self.fact(if configured.is_read() {
                "all is well with it"
            } else {
                "there is none, so all is as by default; `roadmap-tui config` shows what can be set"
            });
        };
        if !configured.is_read() {
            return self.finding(&told, Some("Until it can be read, all is as by default."));
        }
        let faults = counted(configured.faults(), "problem", "problems");
        self.finding(&format!("it has {faults}; all else in it counts"), None)?;
        let mut lines = told.lines().filter(|line| !line.is_empty());
        lines.try_for_each(|line| self.fact(line))
    }

    fn end(self) -> anyhow::Result<ExitCode> {
        if self.findings == 0 {
            writeln!(self.out, "\nAll is well.")?;
            return Ok(ExitCode::SUCCESS);
        }
        let words = counted(self.findings, "thing needs", "things need");
        writeln!(self.out, "\n{words} a look: the lines with `!`.")?;
        Ok(ExitCode::FAILURE)
    }
}
