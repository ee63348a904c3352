//! `roadmap-tui config`: the configuration that counts, as a file that says the same.

use std::io::Write;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::Args;

use super::configured::ConfigFile;
use super::tell;
use crate::plain::clean;

/// Options of showing the configuration.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Show only where the configuration is looked for
    #[arg(long)]
    path: bool,
    #[command(flatten)]
    file: ConfigFile,
}

/// Writes the configuration, and what is wrong with its file.
///
/// # Errors
/// Fails where the output cannot be written, and where there is no place to show.
pub(super) fn run(options: &Options, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    if options.path {
        let path = options.file.path().ok_or_else(|| {
            anyhow!("there is no home directory to look for it in; name one with --config FILE")
        })?;
        let shown = path.display().to_string();
        writeln!(out, "{}", clean(&shown))?;
        return Ok(ExitCode::SUCCESS);
    }
    let configured = options.file.read();
    out.write_all(configured.config.to_yaml().as_bytes())?;
    let Some(told) = configured.told() else {
        return Ok(ExitCode::SUCCESS);
    };
    tell(&told);
    Ok(ExitCode::FAILURE)
}
