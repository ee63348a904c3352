//! Keys within sentences. A sentence names an action between the control characters U+000E and
//! U+000F, which no text from outside can hold, and is told with the action's key as it is now.

use crate::tui::keymap::{Action, Keymap};

/// A sentence with keys in the places of their actions.
#[must_use]
pub fn with_keys(sentence: &str, keymap: &Keymap) -> String {
    let mut parts = sentence.split('\u{e}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('\u{f}').unwrap_or((part, ""));
        let action = Keymap::action_named(name);
        let key = action.and_then(|action| keymap.key_name(action));
        out.push_str(&key.unwrap_or_else(|| by_name(name, keymap)));
        out.push_str(rest);
    }
    out
}

/// How an action without a key is reached: the list of commands leads to it.
fn by_name(name: &str, keymap: &Keymap) -> String {
    match keymap.key_name(Action::Palette) {
        Some(key) if key == ":" => format!(":{name}"),
        Some(key) => format!("{key} {name}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::key::Key;
    use std::fs;
    use std::path::Path;

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
        let brings = |keymap: &Keymap| with_keys("\u{e}redo\u{f} brings it again.", keymap);
        keymap.rebind(Action::Palette, &["F2".parse().unwrap()]);
        assert_eq!(brings(&keymap), "F2 redo brings it again.");
        keymap.rebind(Action::Palette, &[]);
        assert_eq!(brings(&keymap), "redo brings it again.");
    }

    #[test]
    fn every_sentence_names_actions_that_exist() {
        let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui/words");
        let files = fs::read_dir(&words).unwrap();
        // This file takes sentences apart and tells none.
        let files = files
            .map(|each| each.unwrap().path())
            .filter(|path| !path.ends_with("keys.rs"));
        let mut found = 0;
        for path in files.chain([words.with_extension("rs")]) {
            let file = fs::read_to_string(path).unwrap();
            let sentences = file.split("#[cfg(test)]").next().unwrap_or_default();
            for part in sentences.split("\\u{e}").skip(1) {
                let name = part.split_once("\\u{f}").map_or(part, |(name, _)| name);
                assert!(Keymap::action_named(name).is_some(), "{name}");
                found += 1;
            }
        }
        assert!(found > 20, "{found}");
    }
}
