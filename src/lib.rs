//! `roadmap-tui`: follow a learning roadmap in the terminal, tick topics off, never lose a thing.
//!
//! # The screen
//!
//! ```text
//!  Backend Developer Roadmap                                ██████░░░░░░ 24/79   tui::view::header
//!  1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !                          tui::screen::Screen
//! ─ Steps ─────────────┬─ Understand How the Web Works ─ 3/8 ┬─ Cookies ──────
//!  ✓  1 Language   1/1 │ ✓ HTTP                       20 Nov │ ◐ learning        tui::screen::roadmap
//! ▸◐  3 Web        3/8 │▸◐ Cookies                           │ Small values …    tui::page (the text)
//! ─────────────────────┴─────────────────────────────────────┴────────────────
//!  Next: finish Cookies, under way for two days                                  insight::next, tui::model::Notice
//!  space done   i learning   x skip   u undo   ? help   q quit                   tui::keymap
//! ```
//!
//! # The rooms
//!
//! Each room may use only those to its right; `tests/architecture.rs` holds the code to it.
//!
//! ```text
//! main → cli ─┬→ config → tui → insight ─┬→ progress ─┬→ roadmap → yaml → plain
//!             ├→ tui::run → store ───────┘            │
//!             ├→ demo ───────────────────┘            │
//!             └→ builtin ─────────────────────────────┘
//! ```
//!
//! | room | what it holds |
//! | --- | --- |
//! | [`plain`] | what text from outside may look like once it is shown |
//! | [`yaml`] | files that people write: their text, and all their problems with line and column |
//! | [`roadmap`] | a roadmap file: its model, its loading, what is wrong with it |
//! | [`builtin`] | the roadmap that the program carries |
//! | [`progress`] | what the learner did: entries, the state they add up to, undo |
//! | [`demo`] | made-up progress for looking around |
//! | [`insight`] | what follows from both: counts, what is next, days and pace, the portfolio, advice |
//! | [`store`] | the disk: where things are, the journal, where the learner was |
//! | [`tui`] | the terminal program: keys → actions → update → effects → drawing |
//! | [`config`] | the configuration: its keys, reading and writing it |
//! | [`cli`] | the command line, one subcommand a file |
//!
//! `roadmap`, `progress` and `insight` know no terminal, no disk and no clock; within `tui` only
//! `run`, `terminal`, `input` and `effect` touch the world. Time is always an argument.
//!
//! The build itself uses `roadmap` and `yaml`: `build.rs` loads the built-in roadmap and packs it, so that
//! start-up reads no YAML.

#![cfg_attr(
    test,
    expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test fails by panicking"
    )
)]

pub mod builtin;
pub mod cli;
pub mod config;
pub mod demo;
pub mod insight;
pub mod plain;
pub mod progress;
pub mod roadmap;
pub mod store;
pub mod tui;
pub mod yaml;
