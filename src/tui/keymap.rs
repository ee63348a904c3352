//! The keys: one table that update, footer, help and README read.

mod action;
mod own;
mod table;

pub use action::{Action, Move, OverlayAction, ScreenAction, TopicAction};
pub use own::{ALWAYS_QUITS, Clash};
pub use table::KEYMAP;

use std::borrow::Cow;

use super::key::Key;

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The roadmap screen while several topics are being selected.
    Range,
    /// The roadmap screen while not all topics are shown.
    Filtered,
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
    /// Every screen while one goes through what a search found.
    Found,
    /// Every screen.
    AnyScreen,
    /// The help, which has a text field.
    Help,
    /// The search, which has a text field.
    Search,
    /// The list of commands, which has a text field.
    Palette,
    /// A question that is answered by a line of text.
    Ask,
    /// A list of choices.
    Menu,
    /// A note while it is written.
    Note,
    /// How to begin.
    Welcome,
    /// The roadmaps that can be opened.
    Shelf,
    /// Wherever the learner is.
    Anywhere,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 18] = [
        Self::Roadmap,
        Self::Range,
        Self::Filtered,
        Self::Projects,
        Self::Path,
        Self::Insights,
        Self::Guide,
        Self::Found,
        Self::AnyScreen,
        Self::Help,
        Self::Search,
        Self::Palette,
        Self::Ask,
        Self::Menu,
        Self::Note,
        Self::Welcome,
        Self::Shelf,
        Self::Anywhere,
    ];

    /// The heading over its keys in help and README.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Range => "While several topics are selected",
            Self::Filtered => "While only some topics are shown",
            Self::Roadmap => "On the roadmap",
            Self::Projects => "Among the projects",
            Self::Path => "On the path",
            Self::Insights => "Among the insights",
            Self::Guide => "In the guide",
            Self::Found => "After a search",
            Self::AnyScreen => "On every screen",
            Self::Help => "In this help",
            Self::Search => "In the search",
            Self::Palette => "Among the commands",
            Self::Ask => "In a line of text",
            Self::Menu => "In a list of choices",
            Self::Note => "In a note",
            Self::Welcome => "At the beginning",
            Self::Shelf => "Among the roadmaps",
            Self::Anywhere => "Anywhere",
        }
    }

    /// Whether letters are typed there, or in some place where its keys apply, too.
    #[must_use]
    pub const fn takes_letters(self) -> bool {
        match self {
            Self::Help
            | Self::Search
            | Self::Palette
            | Self::Ask
            | Self::Menu
            | Self::Note
            | Self::Anywhere => true,
            Self::Range
            | Self::Filtered
            | Self::Roadmap
            | Self::Projects
            | Self::Path
            | Self::Insights
            | Self::Guide
            | Self::Found
            | Self::AnyScreen
            | Self::Welcome
            | Self::Shelf => false,
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
            // They stand before those of the screen and may take their keys.
            Self::Range => &[Self::Range],
            Self::Filtered => &[Self::Filtered],
            Self::Found => &[Self::Found],
            Self::AnyScreen => &[Self::AnyScreen, Self::Anywhere],
            Self::Help => &[Self::Help, Self::Anywhere],
            Self::Search => &[Self::Search, Self::Anywhere],
            Self::Palette => &[Self::Palette, Self::Anywhere],
            Self::Ask => &[Self::Ask, Self::Anywhere],
            Self::Menu => &[Self::Menu, Self::Anywhere],
            Self::Note => &[Self::Note, Self::Anywhere],
            Self::Welcome => &[Self::Welcome, Self::Anywhere],
            Self::Shelf => &[Self::Shelf, Self::Anywhere],
            Self::Anywhere => &[Self::Anywhere],
        }
    }
}

/// One row of the keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where it applies.
    pub context: Context,
    /// The keys, the one to show first; none where only the list of commands leads to it.
    pub keys: Cow<'static, [Key]>,
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

/// The keys as they are: the table, or what the learner made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            rows: KEYMAP.to_vec(),
        }
    }
}

impl Keymap {
    /// Every row, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Binding] {
        &self.rows
    }

    /// Every row, to give it other keys.
    pub fn rows_mut(&mut self) -> &mut [Binding] {
        &mut self.rows
    }

    /// The rows of one context.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.rows.iter().filter(move |row| row.context == context)
    }

    /// The rows that apply in some contexts, in the order of those.
    pub fn applying(&self, contexts: &[Context]) -> impl Iterator<Item = &Binding> {
        contexts.iter().flat_map(|context| self.bindings(*context))
    }

    /// The row of a key in the first of some contexts that knows it.
    #[must_use]
    pub fn binding_for(&self, contexts: &[Context], key: Key) -> Option<&Binding> {
        self.applying(contexts).find(|row| row.keys.contains(&key))
    }

    /// What a key asks for in the first of some contexts that knows it.
    #[must_use]
    pub fn action_for(&self, contexts: &[Context], key: Key) -> Option<Action> {
        self.binding_for(contexts, key).map(|row| row.action)
    }

    /// The name of the key to show for an action; none where it has no key.
    #[must_use]
    pub fn key_name(&self, action: Action) -> Option<String> {
        let mut rows = self.rows.iter().filter(|row| row.action == action);
        rows.find_map(|row| row.keys.first()).map(Key::to_string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_stands_twice_where_it_could_be_meant_twice() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            let keymap = Keymap::default();
            for key in keymap
                .applying(context.chain())
                .flat_map(|row| row.keys.iter())
            {
                assert!(seen.insert(*key), "{key} stands twice in {context:?}");
            }
        }
    }

    #[test]
    fn every_row_has_words_and_a_name() {
        for row in KEYMAP {
            assert!(!row.help.is_empty(), "{:?}", row.action);
            let is_plain = |name: &str| name.bytes().all(|each| matches!(each, b'a'..=b'z' | b'-'));
            let name = row.action.name();
            assert!(!name.is_empty() && is_plain(name), "{name}");
        }
    }

    #[test]
    fn no_two_actions_have_one_name() {
        for row in KEYMAP {
            for other in KEYMAP {
                let is_same = row.action.name() == other.action.name();
                assert_eq!(is_same, row.action == other.action, "{row:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_key_to_show_for_an_action_is_its_first() {
        let keymap = Keymap::default();
        assert_eq!(keymap.key_name(Action::Help).as_deref(), Some("?"));
        let done = Action::Screen(ScreenAction::Toggle(crate::progress::Status::Done));
        assert_eq!(keymap.key_name(done).as_deref(), Some("space"));
    }

    #[test]
    fn no_letter_is_bound_where_letters_are_typed() {
        let keymap = Keymap::default();
        let rows = keymap.rows().iter();
        let typing = rows.filter(|row| row.context.takes_letters());
        for key in typing.flat_map(|row| row.keys.iter()) {
            assert_eq!(
                key.typed(),
                None,
                "{key} could not be typed into the search"
            );
        }
    }

    #[test]
    fn keys_of_the_context_come_before_those_of_anywhere() {
        let keymap = Keymap::default();
        let asked = |context: Context, key| keymap.action_for(context.chain(), key);
        assert_eq!(asked(Context::Roadmap, Key::char('u')), Some(Action::Undo));
        assert_eq!(asked(Context::Help, Key::char('u')), None);
        assert_eq!(asked(Context::Help, Key::ctrl('c')), Some(Action::Quit));
    }
}
