//! The kept seeds of the fuzz targets, and what must hold of any bytes, tried on each.

mod check;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/fuzz/seeds").join(target);
    let mut seeds: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    seeds.sort();
    assert!(seeds.len() >= 5, "too few seeds: {seeds:?}");
    seeds
}

/// Tries each seed, and names those that do not hold.
fn hold(target: &str, check: impl Fn(&[u8])) {
    let fails = |seed: &PathBuf| {
        let bytes = fs::read(seed).unwrap();
        catch_unwind(AssertUnwindSafe(|| check(&bytes))).is_err()
    };
    let failing: Vec<PathBuf> = seeds(target).into_iter().filter(fails).collect();
    assert!(failing.is_empty(), "{failing:#?}");
}

#[test]
fn every_journal_seed_holds() {
    let home = tempfile::tempdir().unwrap();
    hold("journal", |bytes| check::journal(home.path(), bytes));
}

#[test]
fn every_roadmap_seed_holds() {
    hold("roadmap", check::roadmap);
}
