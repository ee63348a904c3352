//! The mouse: what is below the pointer takes it, what lies over the screen before the screen.

use ratatui::layout::{Position, Rect};

use super::quit::is_palette;
use super::{leave_overlay, run};
use crate::progress::Stamp;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::mouse::{Deed, Mouse};
use crate::tui::view::tabs;

/// Applies what was done with the mouse. Where nothing can be shown, or outside of what is, it means
/// nothing.
pub(super) fn point(model: &mut Model, mouse: Mouse, now: Stamp) -> Option<Effect> {
    let layout = model.layout()?;
    let (width, height) = model.size();
    let is_inside = Rect::new(0, 0, width, height).contains(mouse.at);
    if !is_inside || !model.settings.mouse {
        return None;
    }
    if mouse.deed == Deed::Click {
        // As any key does.
        model.notice = None;
        model.leaving &= is_palette(model);
    }
    if let Some(overlay) = &mut model.overlay {
        let outcome = overlay.point(mouse, layout.above_status());
        return leave_overlay(model, outcome, now);
    }
    match mouse.deed {
        Deed::Wheel(rows) => {
            model.wheel(mouse.at, rows, layout.body);
            None
        }
        Deed::Click => {
            let action = match layout.tabs.filter(|row| row.contains(mouse.at)) {
                Some(row) => tab(model, mouse.at, row)?,
                None => Action::Screen(model.click(mouse.at, layout.body)?),
            };
            run(model, action, now)
        }
    }
}

/// What a click on the row of screens asks for.
fn tab(model: &Model, at: Position, row: Rect) -> Option<Action> {
    let mut places = tabs::places(model, row).into_iter();
    let (screen, _) = places.find(|(_, place)| place.contains(at))?;
    Some(Action::Show(screen))
}
