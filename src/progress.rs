//! What the learner did, and the state that it adds up to.
//!
//! A [`History`] is a set of [`Entry`]s. Everything else is a pure function of that set, so
//! merging two histories is their union, and no order of arrival changes the result.

mod change;
mod clock;
mod entry;
mod fates;
mod fold;
mod history;
mod line;
mod notes;
#[cfg(test)]
mod sketch;
mod status;
mod undo;

pub use change::{Change, Subject};
pub use clock::Clock;
pub use entry::{Entry, Stamp, StampError};
pub use fold::{Progress, Silence, Standing};
pub use history::History;
pub use line::{FORMAT, Line, Unreadable, header};
pub use notes::{Version, note_versions};
pub use status::Status;
