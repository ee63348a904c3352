//! Quitting, and the question before it.

use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::overlay::Overlay;
use crate::tui::theme::Role;
use crate::tui::words;

/// Whether an action leads out of the program, for good or for a while.
pub(super) const fn is_way_out(action: Option<Action>) -> bool {
    matches!(action, Some(Action::Quit | Action::Suspend))
}

/// Whether a second quit may still come of an action, so that the question stands: it is one, or it
/// happens among the commands, where one can be chosen.
pub(super) const fn may_follow(model: &Model, action: Option<Action>) -> bool {
    matches!(action, Some(Action::Quit | Action::Palette)) || is_palette(model)
}

/// Whether the list of commands is open.
pub(super) const fn is_palette(model: &Model) -> bool {
    matches!(model.overlay, Some(Overlay::Palette(_)))
}

/// Ends the program; asks once more where something is not saved and saving fails.
pub(super) fn quit(model: &mut Model) -> Option<Effect> {
    let asked = std::mem::take(&mut model.leaving);
    let saving = &model.saving;
    if asked || saving.trouble.is_none() || saving.unsaved() == 0 {
        return Some(Effect::Quit);
    }
    model.leaving = true;
    let question = words::leave_unsaved(model.saving.unsaved());
    model.tell(Role::Trouble, question);
    None
}
