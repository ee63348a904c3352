//! Keys within sentences. A sentence names an action between the control characters U+000E and
//! U+000F, which no text from outside can hold, and is told with the action's key as it is now.

use crate::tui::keymap::Keymap;

/// A sentence with keys in the places of their actions.
#[must_use]
pub fn with_keys(sentence: &str, keymap: &Keymap) -> String {
    let mut parts = sentence.split('\u{e}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('\u{f}').unwrap_or((part, ""));
        let action = Keymap::action_named(name);
        // Without a key the list of commands leads to it, which `:` opens.
        let key = action.and_then(|action| keymap.key_name(action));
        out.push_str(&key.unwrap_or_else(|| format!(":{name}")));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::key::Key;
    use crate::tui::keymap::Action;

    #[test]
    fn a_sentence_names_the_keys_that_actions_have() {
        let mut keymap = Keymap::default();
        let sentence = "Done. \u{e}undo\u{f} takes it back, \u{e}redo\u{f} brings it again.";
        assert_eq!(
            with_keys(sentence, &keymap),
            "Done. u takes it back, ctrl-r brings it again."
        );
        keymap.rebind(Action::Undo, &[Key::char('U')]);
        keymap.rebind(Action::Redo, &[]);
        assert_eq!(
            with_keys(sentence, &keymap),
            "Done. U takes it back, :redo brings it again."
        );
        assert_eq!(with_keys("{undo} u", &keymap), "{undo} u");
    }

    #[test]
    fn every_sentence_names_actions_that_exist() {
        for file in [
            include_str!("../words.rs"),
            include_str!("choice.rs"),
            include_str!("deed.rs"),
            include_str!("guide.rs"),
            include_str!("insights.rs"),
            include_str!("path.rs"),
            include_str!("projects.rs"),
            include_str!("topic.rs"),
        ] {
            for part in file.split("\\u{e}").skip(1) {
                let name = part.split_once("\\u{f}").map_or(part, |(name, _)| name);
                assert!(Keymap::action_named(name).is_some(), "{name}");
            }
        }
    }
}
