//! Notes that are written elsewhere, and those that are not finished.

use super::{record, save};
use crate::plain::clean_lines;
use crate::progress::{Change, Entry, Stamp};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::Overlay;
use crate::tui::theme::Role;
use crate::tui::words;

/// Gives the note that is being written to the learner's own editor, unless the journal takes none.
pub(super) fn elsewhere(model: &mut Model) -> Option<Effect> {
    if let Some(reason) = model.saving.read_only.clone() {
        model.tell(Role::Notice, reason);
        return None;
    }
    let Some(Overlay::Note(note)) = &model.overlay else {
        return None;
    };
    Some(Effect::Edit {
        topic: note.topic().to_owned(),
        text: note.text(),
    })
}

/// Keeps what the learner's own editor left. Where that failed, the note that was being written here
/// is written on.
pub(super) fn edited(
    model: &mut Model,
    topic: String,
    text: Result<String, String>,
    now: Stamp,
) -> Option<Effect> {
    let text = match text {
        Ok(text) => clean_lines(&text),
        Err(reason) => {
            model.tell(Role::Trouble, reason);
            return None;
        }
    };
    if is_known(model, &topic, &text) {
        model.overlay = None;
        model.tell(Role::Notice, words::note::UNCHANGED);
        return None;
    }
    let effect = record(model, vec![Change::Note { topic, text }], now);
    if effect.is_some() {
        model.overlay = None;
    }
    effect
}

/// Whether a text that an editor left is what the note is, or was when one began to write on it here:
/// what others have noted since stays then.
fn is_known(model: &Model, topic: &str, text: &str) -> bool {
    let key = model.roadmap.topic(topic);
    let now = key.and_then(|key| model.progress.note(key));
    if let Some(Overlay::Note(note)) = &model.overlay
        && note.topic() == topic
        && note.before() == text
    {
        return true;
    }
    clean_lines(now.unwrap_or_default()) == text
}

/// Keeps the note that is being written, however the program ends. A journal that takes nothing is
/// no reason against it: what it does not take is kept elsewhere, like a text that it could not read
/// back.
pub(super) fn keep_draft(model: &mut Model, now: Stamp) -> Option<Effect> {
    let Some(Overlay::Note(note)) = model.overlay.take() else {
        return None;
    };
    let change = note.draft()?;
    if let (Change::Note { topic, text }, None) = (&change, change.room_left()) {
        return Some(Effect::KeepBeside {
            topic: topic.clone(),
            text: text.clone(),
        });
    }
    let entries = vec![Entry::new(model.stamp(now), change)];
    model.record(&entries);
    Some(save(model, entries))
}
