//! Starts roadmap-tui.

fn main() {}
