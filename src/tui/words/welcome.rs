//! The words of how to begin.

use crate::progress::{Change, Status};
use crate::roadmap::Roadmap;

/// The choice of nothing for now.
pub const NOT_YET: &str = "Not yet: I look around first";
/// Over the orders.
pub const ORDER: &str = "What is next goes by";
/// The order of the roadmap itself.
pub const BY_STEPS: &str = "the steps, from the first to the last";
/// Over the keys.
pub const KEYS: &str = "Keys to know from here on";
/// What closes the box.
pub const BEGIN: &str = "Begin";

/// Says what is in front of the learner.
#[must_use]
pub fn about(steps: usize) -> String {
    let steps = if steps == 1 {
        "One step".to_owned()
    } else {
        format!("{steps} steps")
    };
    format!("{steps}, at your pace. All of this can be changed at any time.")
}

/// Asks which member of a choice the learner takes up.
#[must_use]
pub fn which(step: &str) -> String {
    format!("{step}: which one do you begin with?")
}

/// Says what was begun: a topic, an order, or both; none where nothing was.
#[must_use]
pub fn begun(roadmap: &Roadmap, changes: &[Change]) -> Option<String> {
    let title = |change: &Change| match change {
        Change::Status {
            topic,
            status: Status::Learning,
        } => Some(roadmap[roadmap.topic(topic)?].title.as_str()),
        Change::Follow { path } => {
            let path = roadmap.paths.iter().find(|each| each.id == *path)?;
            Some(super::path::name(path))
        }
        Change::Status { .. }
        | Change::Note { .. }
        | Change::Repository { .. }
        | Change::Silence { .. } => None,
    };
    let titles: Vec<&str> = changes.iter().filter_map(title).collect();
    let both = titles.join(" and ");
    let words = format!("You begin with {both}. \u{e}undo\u{f} takes it back.");
    (!titles.is_empty()).then_some(words)
}
