//! All tests from outside, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod architecture;
mod cli;
mod config;
mod faults;
mod journal;
mod memory;
mod merge;
mod pty;
mod readme;
mod roadmap;
mod seeds;
mod session;
mod support;
mod sync;
