//! What is said of the configuration.

/// Says that the configuration cannot be read.
#[must_use]
pub fn obstacle(file: &str, reason: &str) -> String {
    format!("{file}: {reason}; until it can be read, all is as by default.")
}

/// Says the first thing that is wrong with the configuration; `problem` begins with its place.
#[must_use]
pub fn problem(file: &str, problem: &str) -> String {
    format!("{file}:{problem}; roadmap-tui config shows all")
}
