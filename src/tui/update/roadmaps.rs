//! Other roadmaps, and the file of the one that is open.

use std::path::PathBuf;

use crate::roadmap::Edit;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::overlay::{Overlay, shelf};
use crate::tui::shelf::{Seen, Source, Volume};
use crate::tui::theme::Role;
use crate::tui::words::shelf as say;

/// Shows the roadmaps that can be opened, as far as they are known, and asks for a look at all.
pub(super) fn show(model: &mut Model) -> Effect {
    let source = model.origin.source.clone();
    let seen = model.seen();
    let volumes = &mut model.origin.volumes;
    match volumes.iter_mut().find(|each| each.source == source) {
        Some(volume) => volume.seen = Some(seen),
        None => volumes.push(Volume {
            source: source.clone(),
            seen: Some(seen),
        }),
    }
    let is_edited = model.origin.trouble.is_some();
    let state = shelf::State::new(model.origin.volumes.clone(), source, is_edited);
    model.overlay = Some(Overlay::Shelf(state));
    Effect::LookAtRoadmaps
}

/// Takes in which roadmaps there are; what was known of them stays until they are looked at.
pub(super) fn list(model: &mut Model, sources: &[Source]) {
    let known = std::mem::take(&mut model.origin.volumes);
    let open = model.origin.source.clone();
    let all = sources.iter().cloned();
    // What is open is there, wherever it may be.
    let more = (!sources.contains(&open)).then_some(open);
    let volumes = all.chain(more).map(|source| Volume {
        seen: known
            .iter()
            .find(|each| each.source == source)
            .and_then(|each| each.seen.clone()),
        source,
    });
    model.origin.volumes = volumes.collect();
    refresh(model);
}

/// Takes in what was found when one was looked at.
pub(super) fn seen(model: &mut Model, source: &Source, seen: Seen) {
    // Of what is open more is known here than on the disk.
    let seen = if *source == model.origin.source {
        model.seen()
    } else {
        seen
    };
    let mut volumes = model.origin.volumes.iter_mut();
    if let Some(volume) = volumes.find(|each| each.source == *source) {
        volume.seen = Some(seen);
    }
    refresh(model);
}

/// Drops a file from the list.
pub(super) fn forget(model: &mut Model, file: PathBuf) -> Effect {
    let source = Source::File(file.clone());
    model.origin.volumes.retain(|each| each.source != source);
    refresh(model);
    Effect::ForgetRoadmap(file)
}

fn refresh(model: &mut Model) {
    if let Some(Overlay::Shelf(shelf)) = &mut model.overlay {
        shelf.show(&model.origin.volumes);
    }
}

/// Follows what became of the file of the roadmap that is open.
pub(super) fn edited(model: &mut Model, edit: Edit) {
    // What is to be told now is newer than the last notice, though no question.
    if !model.leaving {
        model.notice = None;
    }
    match edit {
        Edit::Changed(roadmap) if roadmap.id != model.roadmap.id => {
            let key = model.keymap.key_name(Action::Roadmaps);
            let words = say::other_id(&roadmap.id, key.as_deref());
            model.origin.trouble = Some(words);
        }
        Edit::Changed(roadmap) => {
            model.origin.trouble = None;
            let was_asking = model.overlay.is_some();
            model.reload(*roadmap);
            let is_closed = was_asking && model.overlay.is_none();
            let words = say::reloaded(&model.roadmap.title, is_closed);
            model.tell(Role::Notice, words);
        }
        Edit::Bad { file, first, .. } => model.origin.trouble = Some(say::bad(&file, &first)),
        Edit::Gone(reason) => model.origin.trouble = Some(say::gone(&reason)),
        Edit::Well => {
            model.origin.trouble = None;
            model.tell(Role::Notice, say::WELL);
        }
    }
}
