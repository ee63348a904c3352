//! Keys of the learner's own.

use std::collections::HashMap;

use super::{Action, Binding, Context, KEYMAP, Keymap};
use crate::tui::key::Key;

/// The key that quits from wherever the learner is, whatever else they choose.
pub const ALWAYS_QUITS: Key = Key::ctrl('c');

/// A key that would mean two things in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// The key.
    pub key: Key,
    /// The place.
    pub context: Context,
    /// What it would mean.
    pub actions: [Action; 2],
}

/// Whether the keys of a row are the program's own business.
fn is_fixed(row: &Binding) -> bool {
    row.keys.contains(&ALWAYS_QUITS)
}

impl Keymap {
    /// The action of this name; none where no row has it.
    #[must_use]
    pub fn action_named(name: &str) -> Option<Action> {
        let mut actions = KEYMAP.iter().map(|row| row.action);
        actions.find(|action| action.name() == name)
    }

    /// Gives an action other keys wherever it has some; without any only the list of commands leads
    /// to it.
    pub fn rebind(&mut self, action: Action, keys: &[Key]) {
        let rows = self.rows.iter_mut().filter(|row| !is_fixed(row));
        for row in rows.filter(|row| row.action == action) {
            row.keys = keys.to_vec().into();
        }
    }

    /// The keys that an action has wherever it has any; none where they differ from place to place.
    #[must_use]
    pub fn keys_everywhere(&self, action: Action) -> Option<&[Key]> {
        let rows = self.rows.iter().filter(|row| !is_fixed(row));
        let mut keys = rows
            .filter(|row| row.action == action)
            .map(|row| &*row.keys);
        let first = keys.next()?;
        keys.all(|other| other == first).then_some(first)
    }

    /// Whether an action has a row where letters are typed.
    #[must_use]
    pub fn is_reached_amid_letters(&self, action: Action) -> bool {
        let rows = self.rows.iter().filter(|row| !is_fixed(row));
        rows.filter(|row| row.action == action)
            .any(|row| row.context.takes_letters())
    }

    /// Every key that would mean two things in one place.
    #[must_use]
    pub fn clashes(&self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for context in Context::ALL {
            let mut meant: HashMap<Key, Action> = HashMap::new();
            for row in self.applying(context.chain()) {
                for key in row.keys.iter() {
                    let before = *meant.entry(*key).or_insert(row.action);
                    if before != row.action {
                        clashes.push(Clash {
                            key: *key,
                            context,
                            actions: [before, row.action],
                        });
                    }
                }
            }
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Status;
    use crate::tui::keymap::ScreenAction;

    const DONE: Action = Action::Screen(ScreenAction::Toggle(Status::Done));

    #[test]
    fn an_action_gets_its_keys_wherever_it_has_some() {
        let mut keymap = Keymap::default();
        keymap.rebind(DONE, &[Key::char('d')]);
        for context in [Context::Roadmap, Context::Projects, Context::Path] {
            let action = |key| keymap.action_for(context.chain(), key);
            assert_eq!(action(Key::char('d')), Some(DONE));
            assert_eq!(action(Key::char(' ')), None);
        }
        assert_eq!(keymap.keys_everywhere(DONE), Some(&[Key::char('d')][..]));
        assert_eq!(keymap.clashes(), []);
    }

    #[test]
    fn nothing_takes_away_the_key_that_always_quits() {
        let mut keymap = Keymap::default();
        keymap.rebind(Action::Quit, &[]);
        let quits = keymap.action_for(Context::Help.chain(), ALWAYS_QUITS);
        assert_eq!(quits, Some(Action::Quit));
        let action = keymap.action_for(Context::Roadmap.chain(), Key::char('q'));
        assert_eq!(action, None);
    }

    #[test]
    fn a_key_of_two_meanings_is_found_also_around_a_context() {
        let mut keymap = Keymap::default();
        keymap.rebind(DONE, &[Key::char('u')]);
        let clashes = keymap.clashes();
        let contexts: Vec<Context> = clashes.iter().map(|clash| clash.context).collect();
        assert_eq!(
            contexts,
            [Context::Roadmap, Context::Projects, Context::Path]
        );
        assert_eq!(clashes[0].actions, [DONE, Action::Undo]);
    }

    #[test]
    fn every_action_is_found_by_its_name() {
        for row in KEYMAP {
            assert_eq!(Keymap::action_named(row.action.name()), Some(row.action));
        }
        assert_eq!(Keymap::action_named("fly"), None);
    }
}
