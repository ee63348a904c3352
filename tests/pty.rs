//! The real program in a real terminal.

mod keeping;
mod leaving;
mod looks;
mod starting;
mod stopping;
mod trouble;
mod typing;
