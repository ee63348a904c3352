//! YAML files that people write: read so that everything in them knows its place, and with all that is
//! wrong told at once, each with its line and a way out.

pub(crate) mod fields;
mod nearest;
mod problem;
pub(crate) mod source;

pub(crate) use nearest::nearest;
pub use problem::{Place, Problem, Problems};
pub(crate) use problem::{Spot, quoted};
