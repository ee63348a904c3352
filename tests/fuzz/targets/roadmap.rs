//! Any bytes as a roadmap file.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../seeds/check.rs"]
mod check;

fuzz_target!(|bytes: &[u8]| check::roadmap(bytes));
