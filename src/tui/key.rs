//! One key press, and its name.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with the modifiers that matter. Shift is part of the character that it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Held down with it.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key by itself.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A character as it is typed.
    #[must_use]
    pub const fn char(character: char) -> Self {
        Self::plain(KeyCode::Char(character))
    }

    /// A letter with ctrl held down.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A letter with alt held down.
    #[must_use]
    pub const fn alt(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::ALT,
        }
    }

    /// The character that this key types into a text field.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if self.modifiers.is_empty() => Some(character),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(mut event: KeyEvent) -> Self {
        if event.code == KeyCode::Tab && event.modifiers.contains(KeyModifiers::SHIFT) {
            event.code = KeyCode::BackTab;
        }
        let modifiers = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => event.modifiers - KeyModifiers::SHIFT,
            _ => event.modifiers,
        };
        // With ctrl a terminal may report the letter in either case; with shift some report the
        // letter without it.
        let code = match event.code {
            KeyCode::Char(letter) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::SHIFT) => {
                KeyCode::Char(upper(letter).unwrap_or(letter))
            }
            code => code,
        };
        Self { code, modifiers }
    }
}

/// The letter that shift makes of another; none where the two are not one to one.
fn upper(letter: char) -> Option<char> {
    let mut upper = letter.to_uppercase().filter(|upper| *upper != letter);
    match (upper.next(), upper.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

impl fmt::Display for Key {
    /// Writes the name that footer, help and README use: `space`, `ctrl-r`, `G`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            f.write_str("ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            f.write_str("alt-")?;
        }
        // With shift a character is another one, and tab has a name of its own.
        let has_shift = !matches!(self.code, KeyCode::Char(_) | KeyCode::BackTab);
        if has_shift && self.modifiers.contains(KeyModifiers::SHIFT) {
            f.write_str("shift-")?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(character) => write!(f, "{character}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other}"),
        }
    }
}

/// The keys that are called by a name.
const NAMED: [(&str, KeyCode); 16] = [
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("page-up", KeyCode::PageUp),
    ("page-down", KeyCode::PageDown),
];

/// Says why a word is the name of no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// No key is called like this.
    #[error("no key is called like this")]
    Unknown,
    /// Shift stands before a character that has no upper case: what a key types with shift, if
    /// anything else, depends on the board.
    #[error("shift counts for nothing before this character")]
    Shifted,
    /// With ctrl a letter is the same with shift and without.
    #[error("shift counts for nothing with ctrl and a letter")]
    ShiftedCtrl,
}

impl FromStr for Key {
    type Err = NoKey;

    /// Reads a name as footer, help and README write it.
    fn from_str(name: &str) -> Result<Self, NoKey> {
        let (mut modifiers, mut rest) = (KeyModifiers::NONE, name);
        let code = loop {
            if let Some(code) = code(rest) {
                break code;
            }
            let held = [
                ("ctrl-", KeyModifiers::CONTROL),
                ("alt-", KeyModifiers::ALT),
                ("shift-", KeyModifiers::SHIFT),
            ];
            let taken = held
                .into_iter()
                .find_map(|(word, held)| Some((rest.strip_prefix(word)?, held)));
            let Some((after, held)) = taken.filter(|(_, held)| !modifiers.contains(*held)) else {
                return Err(NoKey::Unknown);
            };
            modifiers |= held;
            rest = after;
        };
        if modifiers.contains(KeyModifiers::SHIFT)
            && let KeyCode::Char(character) = code
        {
            if !character.is_uppercase() && upper(character).is_none() {
                return Err(NoKey::Shifted);
            }
            if modifiers.contains(KeyModifiers::CONTROL) {
                return Err(NoKey::ShiftedCtrl);
            }
        }
        Ok(KeyEvent::new(code, modifiers).into())
    }
}

/// The key behind a name without what is held down with it.
fn code(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return (!only.is_control() && only != ' ').then_some(KeyCode::Char(only));
    }
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix('F')?.parse().ok()?;
    let is_plain = name.len() == number.to_string().len() + 1;
    (is_plain && (1..=35).contains(&number)).then_some(KeyCode::F(number))
}

/// The names of keys, to find what was meant by one that is none.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shift_is_part_of_the_character() {
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(event), Key::char('G'));
        assert_eq!(Key::from(event).typed(), Some('G'));
        let event = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(event), Key::char('G'));
    }

    #[test]
    fn a_letter_with_ctrl_types_nothing() {
        let event = KeyEvent::new(KeyCode::Char('R'), KeyModifiers::CONTROL);
        assert_eq!(Key::from(event), Key::ctrl('r'));
        assert_eq!(Key::from(event).typed(), None);
        assert_eq!(Key::from(event).to_string(), "ctrl-r");
    }

    #[test]
    fn names_are_read_and_what_is_none_is_refused() {
        for (name, key) in [
            ("space", Key::char(' ')),
            ("G", Key::char('G')),
            ("-", Key::char('-')),
            ("о", Key::char('о')),
            ("ctrl-r", Key::ctrl('r')),
            ("ctrl--", Key::ctrl('-')),
            ("shift-tab", Key::plain(KeyCode::BackTab)),
            ("shift-g", Key::char('G')),
            ("shift-G", Key::char('G')),
            ("shift-о", Key::char('О')),
            ("alt-shift-x", Key::alt('X')),
            ("F12", Key::plain(KeyCode::F(12))),
            ("page-down", Key::plain(KeyCode::PageDown)),
        ] {
            assert_eq!(name.parse(), Ok(key), "{name}");
        }
        let alt = KeyEvent::new(KeyCode::Up, KeyModifiers::ALT | KeyModifiers::SHIFT);
        assert_eq!("alt-shift-up".parse(), Ok(Key::from(alt)));
        for name in [
            "",
            " ",
            "ctrl",
            "ctrl-",
            "ctrl-ctrl-r",
            "strg-r",
            "F0",
            "F036",
            "F36",
            "pgdn",
            "\t",
            "gg",
        ] {
            assert_eq!(name.parse::<Key>(), Err(NoKey::Unknown), "{name:?}");
        }
        for (name, why) in [
            ("shift-7", NoKey::Shifted),
            ("shift-space", NoKey::Shifted),
            ("alt-shift-ß", NoKey::Shifted),
            ("ctrl-shift-7", NoKey::Shifted),
            ("ctrl-shift-t", NoKey::ShiftedCtrl),
            ("shift-ctrl-T", NoKey::ShiftedCtrl),
        ] {
            assert_eq!(name.parse::<Key>(), Err(why), "{name:?}");
        }
    }

    fn keys() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            any::<char>()
                .prop_filter("a key", |each| !each.is_control())
                .prop_map(KeyCode::Char),
            (1_u8..=35).prop_map(KeyCode::F),
            prop::sample::select(NAMED.map(|(_, code)| code).to_vec()),
        ];
        (code, 0_u8..8).prop_map(|(code, held)| {
            let held = KeyModifiers::from_bits_truncate(held);
            KeyEvent::new(code, held).into()
        })
    }

    proptest! {
        #[test]
        fn every_key_is_read_by_the_name_that_is_shown(key in keys()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }
    }
}
