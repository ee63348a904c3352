//! The real program in a real terminal.

mod beside;
mod clocks;
mod demo;
mod editing;
mod ending;
mod finding;
mod hiding;
mod hostile;
mod keeping;
mod leaving;
mod links;
mod looks;
mod mouse;
mod panicking;
mod pasting;
mod protocols;
mod resizing;
mod roadmaps;
mod screens;
mod starting;
mod stopping;
mod themes;
mod trouble;
mod typing;
mod welcome;
