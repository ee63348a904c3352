//! What the program is told.

use super::key::Key;
use super::mouse::Mouse;
use super::shelf::{Seen, Source, Volume};
use crate::progress::Entry;
use crate::roadmap::Edit;

/// One thing that happened outside.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A key was pressed on a board whose layout is not Latin.
    KeyOfLayout {
        /// What it types.
        key: Key,
        /// The key at its place on a Latin board: what it means as a command.
        base: Key,
    },
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size, in cells.
    Resized {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The learner's own editor has ended.
    Edited {
        /// The full id of the topic whose note it was about.
        topic: String,
        /// What it left, or why that counts for nothing, in a sentence.
        text: Result<String, String>,
    },
    /// An address could not be opened.
    NotOpened {
        /// The address.
        url: String,
        /// Why not.
        reason: String,
    },
    /// The program ends, whyever: what is not finished is kept as it is.
    Ending,
    /// The terminal has the keyboard again; others may have written meanwhile.
    Focused,
    /// The journal was read.
    Read {
        /// What is new in it.
        entries: Vec<Entry>,
        /// The numbers of all lines that cannot be read.
        unreadable: Vec<usize>,
        /// Why nothing can be added to it, where that is so.
        read_only: Option<String>,
    },
    /// Other versions of the journal were found beside it; what it lacked is being saved in it.
    Found {
        /// The names of the files.
        copies: Vec<String>,
        /// What the journal lacked.
        entries: Vec<Entry>,
    },
    /// No backup of the journal could be made; this is why.
    NoBackup(String),
    /// These entries of the learner's are on the disk.
    Saved(Vec<Entry>),
    /// The journal cannot be read or written for now.
    Trouble {
        /// What is wrong, where, and what next, in one sentence.
        reason: String,
        /// How many entries wait to be saved.
        waiting: usize,
    },
    /// The journal can be read and written again.
    Recovered,
    /// The file of the open roadmap was edited.
    RoadmapEdited(Edit),
    /// These roadmaps can be opened, or could be before.
    Shelf(Vec<Volume>),
    /// One of them was looked at.
    Seen(Source, Seen),
    /// One of them is another of them by another name.
    Double(Source),
    /// A roadmap that was to be opened was read.
    RoadmapRead {
        /// Where it comes from.
        source: Source,
        /// Why it cannot be opened, in a sentence or two; none where it can.
        fault: Option<String>,
    },
}
