//! The disk: where things are, the journal, where the learner was.
//!
//! A [`Journal`] is a file that is only ever added to. While the terminal program runs, the
//! [`Keeper`] owns it in a thread of its own, so that painting never waits for the disk.
//! Nothing here asks a clock: times come in the entries.

mod backups;
mod beside;
mod config_file;
mod draft;
mod folder;
mod helper;
mod journal;
mod keeper;
mod other;
mod place;
mod regular;
mod roadmap_file;
mod session;
mod temporary;
mod watch;
mod watcher;
mod whole;

pub use backups::Backups;
pub use beside::save_beside;
pub use config_file::{ConfigFileError, config_file, read_config};
pub use draft::Draft;
pub use folder::free_space;
pub use helper::Helper;
pub use journal::{Journal, JournalError};
pub use keeper::{Keeper, Report};
pub use other::{Other, OtherError, conflict_copies};
pub use place::{NoPlace, Places};
pub use roadmap_file::{RoadmapFileError, read_roadmap, resolve, roadmap_files};
pub use session::{Place, Session};
pub use temporary::Temporary;
pub use watch::Watch;
pub use watcher::Watcher;
