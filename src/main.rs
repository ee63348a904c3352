//! Starts roadmap-tui. The only place that asks for the time and for the environment.

use std::env;
use std::process::ExitCode;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use roadmap_tui::cli::{self, Surroundings};
use roadmap_tui::progress::Clock;

fn main() -> ExitCode {
    cli::main(&Surroundings {
        arguments: env::args_os().collect(),
        variable: |name| env::var_os(name),
        clock: Clock {
            instant: Timestamp::now,
            offset: |instant| TimeZone::system().to_offset(instant),
        },
    })
}
