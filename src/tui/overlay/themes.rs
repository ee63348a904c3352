//! The list of themes.

use super::menu::{Choice, Item, State};
use crate::tui::keymap::Action;
use crate::tui::theme::{Pick, Theme, Wardrobe};
use crate::tui::words;

/// A menu of all themes with the one selected that was picked.
#[must_use]
pub fn menu(wardrobe: Wardrobe) -> State {
    let item = |pick: Pick| {
        let choice = Choice::Run(Action::Theme(pick));
        let mut item = Item::new(letter(pick), words::theme::name(pick), choice);
        if pick == Pick::Configured {
            wardrobe.configured.name().clone_into(&mut item.note);
        }
        item
    };
    let items = Pick::ALL.map(item).to_vec();
    let mut menu = State::new(words::theme::CHOOSE, words::theme::CHOOSE_REMARK, items);
    let mut picks = Pick::ALL.iter();
    if let Some(at) = picks.position(|pick| *pick == wardrobe.picked) {
        menu.select(at);
    }
    menu
}

const fn letter(pick: Pick) -> char {
    match pick {
        Pick::Configured => 'c',
        Pick::Theme(Theme::Auto) => 'a',
        Pick::Theme(Theme::Dark) => 'd',
        Pick::Theme(Theme::Light) => 'l',
        Pick::Theme(Theme::HighContrast) => 'h',
        Pick::Theme(Theme::Mono) => 'm',
    }
}
