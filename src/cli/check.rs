//! `roadmap-tui check FILE…`: all problems of roadmap files.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::plain::clean;
use crate::tui::words::counted;
use crate::{roadmap, store};

/// Checks each file and writes its problems, or that all is well.
///
/// # Errors
/// Fails where the output cannot be written.
pub(super) fn run(files: &[PathBuf], out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let mut all_well = true;
    for file in files {
        let shown = file.display().to_string();
        let name = clean(&shown);
        match store::read_roadmap(file) {
            Err(error) => {
                all_well = false;
                writeln!(out, "{error}")?;
            }
            Ok(text) => match roadmap::load(&text) {
                Ok(loaded) => {
                    let topics: usize = loaded.steps.iter().map(|step| step.topics.len()).sum();
                    writeln!(
                        out,
                        "{name}: all is well ({}, {})",
                        counted(loaded.steps.len(), "step", "steps"),
                        counted(topics, "topic", "topics"),
                    )?;
                }
                Err(problems) => {
                    all_well = false;
                    write!(out, "{}", problems.render(&name, &text))?;
                }
            },
        }
    }
    Ok(if all_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
