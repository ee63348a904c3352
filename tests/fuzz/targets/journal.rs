//! Any bytes as a journal file.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

#[path = "../../seeds/check.rs"]
mod check;

/// In memory where there is such a place.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    TempDir::new_in("/dev/shm")
        .or_else(|_| TempDir::new())
        .unwrap()
});

fuzz_target!(|bytes: &[u8]| check::journal(FOLDER.path(), bytes));
