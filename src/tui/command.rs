//! Everything that can be asked for by name, with its keys and why it cannot run now.

use std::collections::HashSet;

use super::keymap::{Action, Binding, Context, Keymap};
use super::model::Model;
use super::words::{palette as say, with_keys};

/// One action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What it asks for.
    pub action: Action,
    /// What it does.
    pub help: &'static str,
    /// The names of its keys; empty where it has none here.
    pub keys: String,
    /// Why it cannot run now; none where it can.
    pub refusal: Option<String>,
}

/// Every action of the keymap, each once, in its order; as seen from the screen that is shown.
#[must_use]
pub fn commands(model: &Model) -> Vec<Command> {
    let here = model.screen_contexts();
    let keymap = &model.keymap;
    let mut seen = HashSet::new();
    let rows = keymap.rows().iter();
    let actions = rows
        .map(|row| row.action)
        .filter(|action| seen.insert(*action));
    let near = |action| keymap.applying(&here).find(|row| row.action == action);
    let command = |action: Action| match near(action) {
        Some(row) => Some(Command {
            action,
            help: row.help,
            keys: keys(keymap, &here, row),
            refusal: model
                .refusal(action)
                .map(|reason| with_keys(reason, keymap)),
        }),
        None => far(keymap, action),
    };
    actions.filter_map(command).collect()
}

/// The names of the keys of a row that no nearer row takes.
fn keys(keymap: &Keymap, here: &[Context], row: &Binding) -> String {
    let keys = row.keys.iter();
    let own = keys.filter(|key| keymap.action_for(here, **key) == Some(row.action));
    let names: Vec<String> = own.map(ToString::to_string).collect();
    names.join(" ")
}

/// An action that applies only elsewhere, with where that is.
fn far(keymap: &Keymap, action: Action) -> Option<Command> {
    let rows = || keymap.rows().iter().filter(|row| row.action == action);
    let first = rows().next()?;
    let places: Vec<String> = rows()
        .map(|row| {
            let way = way_to(row.context).and_then(|action| keymap.key_name(action));
            say::place(row.context.title(), way.as_deref())
        })
        .collect();
    Some(Command {
        action,
        help: first.help,
        keys: first.key_names(),
        refusal: Some(say::only(&places)),
    })
}

/// What leads to where a context applies.
fn way_to(context: Context) -> Option<Action> {
    use super::screen::Screen;
    match context {
        Context::Roadmap | Context::Range | Context::Filtered => {
            Some(Action::Show(Screen::Roadmap))
        }
        Context::Projects => Some(Action::Show(Screen::Projects)),
        Context::Path => Some(Action::Show(Screen::Path)),
        Context::Insights => Some(Action::Show(Screen::Insights)),
        Context::Guide => Some(Action::Show(Screen::Guide)),
        Context::Help => Some(Action::Help),
        Context::Search | Context::Found => Some(Action::Search),
        Context::Palette => Some(Action::Palette),
        Context::Welcome => Some(Action::Welcome),
        Context::Shelf => Some(Action::Roadmaps),
        Context::Ask | Context::Menu | Context::Note | Context::AnyScreen | Context::Anywhere => {
            None
        }
    }
}
