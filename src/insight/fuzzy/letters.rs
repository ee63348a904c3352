//! Which letters texts have: what a letter is kin to is looked up once.

use std::borrow::Cow;
use std::iter::once;

use nucleo_matcher::chars::{normalize, to_lower_case};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How many letters a table remembers; those that fall on one place take turns there. Letters of ASCII,
/// which stand among all others, are better not asked for.
const ROOM: usize = 1024;

/// Which letters a text has, roughly: a text without one of a query's is told apart at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Letters(u64);

impl Letters {
    /// A letter in lower case, and the plain one that it is kin to.
    fn of(letter: char) -> Self {
        Self::default()
            .with(to_lower_case(letter))
            .with(to_lower_case(normalize(letter)))
    }

    /// These and one more, in lower case.
    pub(super) fn with(self, letter: char) -> Self {
        let bit = match u8::try_from(letter) {
            Ok(byte) if byte.is_ascii() => ascii_bit(byte),
            Ok(_) | Err(_) => 1 << (40 + u32::from(letter) % 24),
        };
        Self(self.0 | bit)
    }

    /// Whether all of others are among these.
    #[must_use]
    pub const fn cover(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }
}

/// Remembers what was worked out for letters.
#[derive(Debug, Clone)]
pub(super) struct Table<T> {
    known: Vec<(char, T)>,
    of: fn(char) -> T,
}

impl<T: Copy> Table<T> {
    /// A table of what is worked out so.
    pub(super) fn new(of: fn(char) -> T) -> Self {
        Self {
            known: vec![('\0', of('\0')); ROOM],
            of,
        }
    }

    /// What is worked out for a letter.
    pub(super) fn get(&mut self, letter: char) -> T {
        match self.known.get_mut(letter as usize % ROOM) {
            Some((known, value)) => {
                if *known != letter {
                    (*known, *value) = (letter, (self.of)(letter));
                }
                *value
            }
            None => (self.of)(letter),
        }
    }
}

/// Tells the letters of many texts.
#[derive(Debug, Clone)]
pub struct Alphabet {
    known: Table<Letters>,
    /// Which letters may make one with those beside them.
    joining: Table<bool>,
}

impl Default for Alphabet {
    fn default() -> Self {
        Self {
            known: Table::new(Letters::of),
            joining: Table::new(is_joining),
        }
    }
}

/// Whether a letter may make one with those beside it, as an accent does.
fn is_joining(letter: char) -> bool {
    let is_whole = is_nfc_quick(once(letter)) == IsNormalized::Yes;
    !is_whole || canonical_combining_class(letter) != 0
}

impl Alphabet {
    /// A text with each letter and its accents in one character, where there is one: what looks alike
    /// is found alike.
    pub fn composed<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if text.is_ascii()
            || !text
                .chars()
                .any(|it| !it.is_ascii() && self.joining.get(it))
        {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.nfc().collect())
    }

    /// The letters of a text, and those that they are kin to.
    pub fn letters(&mut self, text: &str) -> Letters {
        if text.is_ascii() {
            let bits = text.bytes().fold(0, |bits, byte| bits | ascii_bit(byte));
            return Letters(bits);
        }
        let bits = |letter| match u8::try_from(letter) {
            Ok(byte) if byte.is_ascii() => ascii_bit(byte),
            Ok(_) | Err(_) => self.known.get(letter).0,
        };
        Letters(text.chars().map(bits).fold(0, |all, each| all | each))
    }
}

const fn ascii_bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'A'..=b'Z' => 1 << (byte - b'A'),
        b'0'..=b'9' => 1 << (byte - b'0' + 26),
        _ => 1 << (byte % 4 + 36),
    }
}
