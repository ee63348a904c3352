//! The keys: one table that update, footer, help and README read.

mod action;
mod table;

pub use action::{Action, Move, OverlayAction, ScreenAction};
pub use table::KEYMAP;

use super::key::Key;

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The roadmap screen.
    Roadmap,
    /// The projects screen.
    Projects,
    /// The path screen.
    Path,
    /// The insights screen.
    Insights,
    /// The guide screen.
    Guide,
    /// Every screen.
    AnyScreen,
    /// The help, which has a text field.
    Help,
    /// A question that is answered by a line of text.
    Ask,
    /// Wherever the learner is.
    Anywhere,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 9] = [
        Self::Roadmap,
        Self::Projects,
        Self::Path,
        Self::Insights,
        Self::Guide,
        Self::AnyScreen,
        Self::Help,
        Self::Ask,
        Self::Anywhere,
    ];

    /// The heading over its keys in help and README.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Roadmap => "On the roadmap",
            Self::Projects => "Among the projects",
            Self::Path => "On the path",
            Self::Insights => "Among the insights",
            Self::Guide => "In the guide",
            Self::AnyScreen => "On every screen",
            Self::Help => "In this help",
            Self::Ask => "In a line of text",
            Self::Anywhere => "Anywhere",
        }
    }

    /// The contexts whose keys apply in it, the nearest first.
    #[must_use]
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Roadmap => &[Self::Roadmap, Self::AnyScreen, Self::Anywhere],
            Self::Projects => &[Self::Projects, Self::AnyScreen, Self::Anywhere],
            Self::Path => &[Self::Path, Self::AnyScreen, Self::Anywhere],
            Self::Insights => &[Self::Insights, Self::AnyScreen, Self::Anywhere],
            Self::Guide => &[Self::Guide, Self::AnyScreen, Self::Anywhere],
            Self::AnyScreen => &[Self::AnyScreen, Self::Anywhere],
            Self::Help => &[Self::Help, Self::Anywhere],
            Self::Ask => &[Self::Ask, Self::Anywhere],
            Self::Anywhere => &[Self::Anywhere],
        }
    }
}

/// One row of the keymap.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it applies.
    pub context: Context,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// The word in the footer; empty where the footer leaves it out.
    pub label: &'static str,
    /// What the help says.
    pub help: &'static str,
}

impl Binding {
    /// The names of all its keys, as the help shows them.
    #[must_use]
    pub fn key_names(&self) -> String {
        let names: Vec<String> = self.keys.iter().map(Key::to_string).collect();
        names.join(" ")
    }
}

/// The rows of one context.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |row| row.context == context)
}

/// The rows that apply in a context, the nearest first.
pub fn applying(context: Context) -> impl Iterator<Item = &'static Binding> {
    context.chain().iter().copied().flat_map(bindings)
}

/// What a key asks for in a context, or else in one around it.
#[must_use]
pub fn action_for(context: Context, key: Key) -> Option<Action> {
    applying(context)
        .find(|row| row.keys.contains(&key))
        .map(|row| row.action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_stands_twice_where_it_could_be_meant_twice() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for key in applying(context).flat_map(|row| row.keys) {
                assert!(seen.insert(key), "{key} stands twice in {context:?}");
            }
        }
    }

    #[test]
    fn every_row_has_a_key_and_words() {
        for row in KEYMAP {
            assert!(!row.keys.is_empty(), "{:?}", row.action);
            assert!(!row.help.is_empty(), "{:?}", row.action);
        }
    }

    #[test]
    fn no_letter_is_bound_where_letters_are_typed() {
        let typing = [Context::Help, Context::Ask];
        for key in typing
            .into_iter()
            .flat_map(bindings)
            .flat_map(|row| row.keys)
        {
            assert_eq!(
                key.typed(),
                None,
                "{key} could not be typed into the search"
            );
        }
    }

    #[test]
    fn keys_of_the_context_come_before_those_of_anywhere() {
        assert_eq!(
            action_for(Context::Roadmap, Key::char('u')),
            Some(Action::Undo)
        );
        assert_eq!(action_for(Context::Help, Key::char('u')), None);
        assert_eq!(
            action_for(Context::Help, Key::ctrl('c')),
            Some(Action::Quit)
        );
    }
}
