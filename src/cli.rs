//! The command line: one subcommand a file, each `run(arguments, …, out)`.

mod check;
mod config;
mod configured;
mod doctor;
mod merge;
mod open;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use self::configured::ConfigFile;
use crate::plain::clean;
use crate::progress::Clock;
use crate::store::{NoPlace, Places};

/// What the program knows of the world when it starts.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The words of the command line, the program's own name first.
    pub arguments: Vec<OsString>,
    /// Gives the value of an environment variable.
    pub variable: fn(&str) -> Option<OsString>,
    /// Tells the time.
    pub clock: Clock,
}

impl Surroundings {
    /// The text of an environment variable; none where it is unset or empty.
    fn text(&self, name: &str) -> Option<String> {
        (self.variable)(name)
            .map(|value| value.to_string_lossy().into_owned())
            .filter(|value| !value.is_empty())
    }
}

/// Follow the backend developer roadmap in your terminal: see what is next, tick it off, never lose
/// a thing. Started without a command it opens where you stopped.
#[derive(Debug, Parser)]
#[command(name = "roadmap-tui", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    open: open::Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check roadmap files and show every problem with its line
    Check {
        /// The roadmap files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Add what your journal lacks of other journals, such as one from another computer
    Merge {
        /// The journals; they stay as they are
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        data: Data,
    },
    /// Show where everything is kept, whether all is well, and what to do where it is not
    Doctor {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Show the configuration that counts, with defaults and comments, as a file that says the same
    Config(config::Options),
}

/// Where the learner's data are.
#[derive(Debug, Args)]
struct Data {
    /// Keep progress in this directory
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

impl Data {
    fn places(&self) -> Result<Places, NoPlace> {
        Places::find(self.data_dir.as_deref())
    }
}

/// Runs the command line; every error is told in one place and gives a failing status.
#[must_use]
pub fn main(surroundings: &Surroundings) -> ExitCode {
    let arguments = match Arguments::try_parse_from(&surroundings.arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            if error.use_stderr() {
                // It repeats words of the command line, which may hold anything.
                tell(&error.render().to_string());
            } else {
                // Help and version are errors to the parser, too.
                let _ = error.print();
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    run(arguments, surroundings).unwrap_or_else(|error| {
        // Whoever reads the output, such as `head`, has seen enough: that is no news to them.
        let has_left = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
        if !error.downcast_ref().is_some_and(has_left) {
            tell(&format!("roadmap-tui: {error:#}"));
        }
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments, surroundings: &Surroundings) -> anyhow::Result<ExitCode> {
    let out = &mut io::stdout();
    match arguments.command {
        Some(Command::Check { files }) => check::run(&files, out),
        Some(Command::Merge { files, data }) => {
            let today = surroundings.clock.now().day();
            merge::run(&files, &data.places()?, today, out)
        }
        Some(Command::Doctor { data, config }) => doctor::run(&data.places()?, &config.read(), out),
        Some(Command::Config(options)) => config::run(&options, out),
        None => open::run(&arguments.open, surroundings),
    }
}

/// Writes to stderr, line by line without anything that could change the terminal; a stderr that is
/// gone is no reason to fail.
fn tell(text: &str) {
    let mut stderr = io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(stderr, "{}", clean(line));
    }
}
