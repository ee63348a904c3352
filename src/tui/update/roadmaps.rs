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
            seen: Some(seen),
            ..Volume::new(source.clone(), true)
        }),
    }
    let is_edited = model.origin.trouble.is_some() || model.origin.missing.is_some();
    let folder = model.origin.folder.clone();
    let state = shelf::State::new(model.origin.volumes.clone(), source, is_edited, folder);
    model.overlay = Some(Overlay::Shelf(state));
    Effect::LookAtRoadmaps
}

/// Takes in which roadmaps there are; what was known of them stays until they are looked at.
pub(super) fn list(model: &mut Model, mut volumes: Vec<Volume>) {
    let known = std::mem::take(&mut model.origin.volumes);
    let open = &model.origin.source;
    // What is open is there, wherever it may be.
    if !volumes.iter().any(|each| each.source == *open) {
        volumes.push(Volume::new(open.clone(), true));
    }
    for volume in &mut volumes {
        let mut known = known.iter();
        let known = known.find(|each| each.source == volume.source);
        volume.seen = known.and_then(|each| each.seen.clone());
    }
    model.origin.volumes = volumes;
    refresh(model);
}

/// Leaves one out of the list, since it is there already by another name.
pub(super) fn leave_out(model: &mut Model, source: &Source) {
    model.origin.volumes.retain(|each| each.source != *source);
    refresh(model);
}

/// Opens another roadmap, unless what was done in this one cannot be saved.
pub(super) fn open(model: &mut Model, source: Source) -> Option<Effect> {
    if let Some(reason) = obstacle(model) {
        model.tell(Role::Trouble, reason);
        return None;
    }
    if let Some(Overlay::Shelf(shelf)) = &mut model.overlay {
        shelf.wait_for(source.clone());
    }
    Some(Effect::OpenRoadmap(source))
}

/// Why this roadmap cannot be left now; none where it can.
fn obstacle(model: &Model) -> Option<String> {
    let saving = &model.saving;
    let unsaved = saving.unsaved();
    (saving.trouble.is_some() && unsaved > 0).then(|| say::not_before_saved(unsaved))
}

/// Goes on with a roadmap that was read, if it is still waited for.
pub(super) fn read(model: &mut Model, source: &Source, fault: Option<String>) -> Option<Effect> {
    let Some(Overlay::Shelf(shelf)) = &mut model.overlay else {
        return None;
    };
    if !shelf.is_waiting_for(source) {
        return None;
    }
    if let Some(reason) = fault {
        shelf.wait_no_more();
        model.tell(Role::Trouble, reason);
        return None;
    }
    shelf.has_arrived();
    go_on(model)
}

/// Switches to the roadmap that was read, once all that was done in this one is saved.
pub(super) fn go_on(model: &mut Model) -> Option<Effect> {
    let (obstacle, unsaved) = (obstacle(model), model.saving.unsaved());
    let Some(Overlay::Shelf(shelf)) = &mut model.overlay else {
        return None;
    };
    let (source, is_read) = shelf.awaited()?;
    if let Some(reason) = obstacle {
        shelf.wait_no_more();
        model.tell(Role::Trouble, reason);
        return None;
    }
    if !is_read || unsaved > 0 {
        return None;
    }
    model.overlay = None;
    Some(Effect::SwitchTo(source))
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
    leave_out(model, &source);
    model.origin.missing.take_if(|missing| *missing == file);
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
            model.origin.other = Some(words.clone());
            model.origin.trouble = Some(words);
        }
        Edit::Changed(roadmap) => {
            (model.origin.trouble, model.origin.other) = (None, None);
            let was_asking = model.overlay.is_some();
            model.reload(*roadmap);
            let is_closed = was_asking && model.overlay.is_none();
            let words = say::reloaded(&model.roadmap.title, is_closed);
            model.tell(Role::Notice, words);
        }
        Edit::Bad { file, first } => model.origin.trouble = Some(say::bad(&file, &first)),
        Edit::Gone(reason) => model.origin.trouble = Some(say::gone(&reason)),
        // As it was when it last had no problem, be that shown or not.
        Edit::Well => {
            model.origin.trouble.clone_from(&model.origin.other);
            if model.origin.other.is_none() {
                model.tell(Role::Notice, say::WELL);
            }
        }
    }
}
