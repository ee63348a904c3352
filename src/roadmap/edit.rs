//! What can become of a roadmap file while it is open.

use super::Roadmap;

/// What became of the file of an open roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// There is another roadmap in it now.
    Changed(Box<Roadmap>),
    /// It has problems now.
    Bad {
        /// The file.
        file: String,
        /// The first one with its place: `line:column: what was found`.
        first: String,
    },
    /// It cannot be read, and could not be at the look before; this is why.
    Gone(String),
    /// It is again what it was when it last had no problem.
    Well,
}
