//! The keys: one table that update, footer, help and README read.

use crossterm::event::KeyCode;

use super::key::Key;

/// What a key can ask for, named by intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Half a screenful up.
    HalfPageUp,
    /// Half a screenful down.
    HalfPageDown,
    /// Into what is selected.
    In,
    /// Back out.
    Out,
    /// To the pane on the right, then around.
    NextPane,
    /// To the pane on the left, then around.
    PreviousPane,
    /// Done, or to do again.
    ToggleDone,
    /// Learning, or to do again.
    ToggleLearning,
    /// Skipped, or to do again.
    ToggleSkipped,
    /// Takes back the latest change.
    Undo,
    /// Brings back what undo took.
    Redo,
    /// Opens the help.
    Help,
    /// Closes what lies over the screen.
    Close,
    /// Empties the text field.
    ClearText,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Wherever the learner is.
    Anywhere,
    /// The roadmap screen.
    Roadmap,
    /// The help, which has a text field.
    Help,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 3] = [Self::Roadmap, Self::Help, Self::Anywhere];

    /// The heading over its keys in help and README.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Roadmap => "On the roadmap",
            Self::Help => "In this help",
            Self::Anywhere => "Anywhere",
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

const fn row(
    context: Context,
    keys: &'static [Key],
    action: Action,
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding {
        context,
        keys,
        action,
        label,
        help,
    }
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const F1: Key = Key::plain(KeyCode::F(1));

/// All keys. Within a context the order is that of footer and help.
pub const KEYMAP: &[Binding] = &{
    use Action::{
        ClearText, Close, Down, First, HalfPageDown, HalfPageUp, Help, In, Last, NextPane, Out,
        PageDown, PageUp, PreviousPane, Quit, Redo, Suspend, ToggleDone, ToggleLearning,
        ToggleSkipped, Undo, Up,
    };
    use Context::{Anywhere, Roadmap};
    [
        row(
            Roadmap,
            &[Key::char(' ')],
            ToggleDone,
            "done",
            "Mark the topic as done; again: to do",
        ),
        row(
            Roadmap,
            &[Key::char('i')],
            ToggleLearning,
            "learning",
            "Mark the topic as being learnt; again: to do",
        ),
        row(
            Roadmap,
            &[Key::char('x')],
            ToggleSkipped,
            "skip",
            "Leave the topic out, it no longer counts; again: to do",
        ),
        row(
            Roadmap,
            &[Key::char('u')],
            Undo,
            "undo",
            "Take back the latest change, even after a restart",
        ),
        row(
            Roadmap,
            &[Key::ctrl('r')],
            Redo,
            "",
            "Bring back what undo took",
        ),
        row(
            Roadmap,
            &[ENTER, Key::plain(KeyCode::Right), Key::char('l')],
            In,
            "in",
            "Go in: from steps to topics to the text of a topic",
        ),
        row(
            Roadmap,
            &[ESC, Key::plain(KeyCode::Left), Key::char('h')],
            Out,
            "out",
            "Go back out",
        ),
        row(
            Roadmap,
            &[DOWN, Key::char('j')],
            Down,
            "",
            "One row down; from a step's last topic to the next step",
        ),
        row(Roadmap, &[UP, Key::char('k')], Up, "", "One row up"),
        row(
            Roadmap,
            &[Key::char('g'), Key::plain(KeyCode::Home)],
            First,
            "",
            "To the first row",
        ),
        row(
            Roadmap,
            &[Key::char('G'), Key::plain(KeyCode::End)],
            Last,
            "",
            "To the last row",
        ),
        row(Roadmap, &[PAGE_DOWN], PageDown, "", "A screenful down"),
        row(Roadmap, &[PAGE_UP], PageUp, "", "A screenful up"),
        row(
            Roadmap,
            &[Key::ctrl('d')],
            HalfPageDown,
            "",
            "Half a screenful down",
        ),
        row(
            Roadmap,
            &[Key::ctrl('u')],
            HalfPageUp,
            "",
            "Half a screenful up",
        ),
        row(
            Roadmap,
            &[Key::plain(KeyCode::Tab)],
            NextPane,
            "",
            "To the next pane",
        ),
        row(
            Roadmap,
            &[Key::plain(KeyCode::BackTab)],
            PreviousPane,
            "",
            "To the pane before",
        ),
        row(
            Roadmap,
            &[Key::char('?'), F1],
            Help,
            "help",
            "Show all keys; type to search them",
        ),
        row(
            Roadmap,
            &[Key::char('q')],
            Quit,
            "quit",
            "Quit; everything is saved as you go",
        ),
        row(
            Context::Help,
            &[ESC, ENTER, F1],
            Close,
            "close",
            "Close this help",
        ),
        row(Context::Help, &[DOWN], Down, "scroll", "One row down"),
        row(Context::Help, &[UP], Up, "", "One row up"),
        row(
            Context::Help,
            &[PAGE_DOWN, Key::ctrl('d')],
            PageDown,
            "",
            "A screenful down",
        ),
        row(Context::Help, &[PAGE_UP], PageUp, "", "A screenful up"),
        row(
            Context::Help,
            &[Key::ctrl('u')],
            ClearText,
            "clear",
            "Empty the search",
        ),
        row(
            Anywhere,
            &[Key::ctrl('c')],
            Quit,
            "",
            "Quit from wherever you are",
        ),
        row(
            Anywhere,
            &[Key::ctrl('z')],
            Suspend,
            "",
            "Back to the shell for a while; fg comes back",
        ),
    ]
};

/// The rows of one context.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |row| row.context == context)
}

/// What a key asks for in a context, or else anywhere.
#[must_use]
pub fn action_for(context: Context, key: Key) -> Option<Action> {
    bindings(context)
        .chain(bindings(Context::Anywhere))
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
            let anywhere = bindings(Context::Anywhere).filter(|_| context != Context::Anywhere);
            for key in bindings(context).chain(anywhere).flat_map(|row| row.keys) {
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
        for key in bindings(Context::Help).flat_map(|row| row.keys) {
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
