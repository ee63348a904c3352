//! What text from outside may look like once it is shown.
//!
//! A roadmap, a journal, a file name or an error's own words may hold what moves the cursor, turns
//! the writing direction or hides letters. [`clean`] is the one place that takes this out; everything
//! that shows text from outside calls it, or holds text that has passed through it.

use std::borrow::Cow;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// How many combining marks may stand on one character. Living languages need three.
const MOST_MARKS: usize = 3;

/// Makes a text harmless on one line of a terminal.
///
/// - A line break of any kind and a tab become a space; CR LF becomes one.
/// - Other control characters and format characters (bidi controls, zero width, tags, soft hyphen,
///   byte-order mark) go. A joiner or an emoji or text selector stays behind a kept character that
///   is not ASCII, since there it shapes what is shown.
/// - At most three combining marks stay on a character, and none at the start, where they would
///   change what the program itself wrote before.
/// - Unassigned characters become U+FFFD: nobody knows how wide a terminal draws them. Private-use
///   characters stay; they take one cell, and who writes them has the font for them.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_printable_ascii(text) {
        return Cow::Borrowed(text);
    }
    let mut cleaner = Cleaner::default();
    let mut seen = 0;
    for (at, character) in text.char_indices() {
        if cleaner.judge(character) != Verdict::Keep {
            break;
        }
        seen = at + character.len_utf8();
    }
    match text.split_at_checked(seen) {
        None | Some((_, "")) => Cow::Borrowed(text),
        Some((kept, rest)) => Cow::Owned(clean_rest(kept, rest)),
    }
}

/// Makes a text of several lines harmless: each line is [`clean`], without spaces at its end; a tab
/// becomes four spaces, since here it indents. No empty lines stay at either end.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', "    ");
    let lines = text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
    let lines: Vec<String> = lines
        .map(|line| clean(line).trim_end().to_owned())
        .collect();
    let is_said = |line: &String| !line.is_empty();
    let first = lines.iter().position(is_said).unwrap_or(lines.len());
    let end = lines
        .iter()
        .rposition(is_said)
        .map_or(first, |last| last + 1);
    lines.get(first..end).unwrap_or_default().join("\n")
}

/// Whether every character is one that any terminal shows as itself.
pub(crate) fn is_printable_ascii(text: &str) -> bool {
    // No early exit, so that the compiler compares many bytes at a time.
    text.bytes()
        .fold(true, |all, byte| all & matches!(byte, 0x20..=0x7e))
}

fn clean_rest(kept: &str, rest: &str) -> String {
    let mut out = String::with_capacity(kept.len() + rest.len());
    out.push_str(kept);
    let mut cleaner = Cleaner::default();
    for character in kept.chars() {
        cleaner.judge(character);
    }
    for character in rest.chars() {
        match cleaner.judge(character) {
            Verdict::Keep => out.push(character),
            Verdict::Drop => {}
            Verdict::Space => out.push(' '),
            Verdict::Unknown => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Drop,
    Space,
    Unknown,
}

/// What the last kept character was, as far as it decides about the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Last {
    #[default]
    Nothing,
    Ascii,
    Other,
    Selector,
    Joiner,
}

#[derive(Debug, Default)]
struct Cleaner {
    last: Last,
    marks: usize,
    after_return: bool,
}

impl Cleaner {
    /// Decides about the next character and remembers what is kept.
    fn judge(&mut self, character: char) -> Verdict {
        let after_return = std::mem::replace(&mut self.after_return, character == '\r');
        match character {
            ' '..='~' => self.keep(Last::Ascii),
            '\n' if after_return => Verdict::Drop,
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                self.keep(Last::Ascii);
                Verdict::Space
            }
            '\u{200c}' | '\u{200d}' if matches!(self.last, Last::Other | Last::Selector) => {
                self.keep(Last::Joiner)
            }
            '\u{fe0e}' | '\u{fe0f}' if self.last == Last::Other => self.keep(Last::Selector),
            '\u{fe0e}' | '\u{fe0f}' => Verdict::Drop,
            _ => self.judge_by_category(character),
        }
    }

    fn judge_by_category(&mut self, character: char) -> Verdict {
        match character.general_category() {
            GeneralCategory::Control | GeneralCategory::Format => Verdict::Drop,
            GeneralCategory::Unassigned | GeneralCategory::Surrogate => {
                self.keep(Last::Other);
                Verdict::Unknown
            }
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => {
                if self.last == Last::Nothing || self.marks == MOST_MARKS {
                    return Verdict::Drop;
                }
                self.marks += 1;
                self.last = Last::Other;
                Verdict::Keep
            }
            _ => self.keep(Last::Other),
        }
    }

    fn keep(&mut self, kept: Last) -> Verdict {
        self.last = kept;
        // A joiner or selector is no base of its own: marks around it stand on the same character.
        if !matches!(kept, Last::Joiner | Last::Selector) {
            self.marks = 0;
        }
        Verdict::Keep
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_shows_as_itself_is_borrowed() {
        for text in [
            "",
            "C# & C++",
            "Études",
            "数据库",
            "a\u{301}",
            "👩\u{200d}🚀",
            "❤\u{fe0f}\u{200d}🔥",
            "می\u{200c}خواهم",
        ] {
            assert!(
                matches!(clean(text), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn what_moves_hides_or_turns_is_taken_out() {
        let cases = [
            ("a\u{1b}[31mb", "a[31mb"),
            ("a\u{9b}b\u{7f}c\0d", "abcd"),
            ("one\ntwo\tthree\r\nfour\rfive", "one two three four five"),
            ("a\u{85}b\u{2028}c\u{2029}d", "a b c d"),
            ("user\u{202e}gnp.exe", "usergnp.exe"),
            ("\u{2066}a\u{2069}", "a"),
            ("\u{feff}soft\u{ad}hyphen", "softhyphen"),
            ("zero\u{200b}width\u{2060}", "zerowidth"),
            ("a\u{200d}b\u{200c}c", "abc"),
            ("a\u{fe0f}", "a"),
            ("é\u{200d}\u{200d}\u{fe0f}x", "é\u{200d}x"),
            ("🏴\u{e0067}\u{e0062}\u{e007f}", "🏴"),
        ];
        for (text, cleaned) in cases {
            assert_eq!(clean(text), cleaned, "{text:?}");
        }
    }

    #[test]
    fn a_text_of_several_lines_keeps_its_lines_and_its_indent() {
        for (text, cleaned) in [
            ("", ""),
            (" \n\t\n", ""),
            ("one", "one"),
            ("one\r\ntwo\rthree\u{2028}four\n", "one\ntwo\nthree\nfour"),
            ("\n\n  a  \n\n\tb\u{1b}[2J\n\n", "  a\n\n    b[2J"),
            ("a\n\u{301}b\u{202e}", "a\nb"),
        ] {
            assert_eq!(clean_lines(text), cleaned, "{text:?}");
            assert_eq!(clean_lines(cleaned), cleaned, "{text:?}");
        }
    }

    #[test]
    fn marks_are_kept_on_a_character_but_not_in_a_pile_or_at_the_start() {
        assert_eq!(clean("\u{301}a"), "a");
        assert_eq!(
            clean("z\u{300}\u{301}\u{302}\u{303}\u{304}y"),
            "z\u{300}\u{301}\u{302}y"
        );
        assert_eq!(
            clean("z\u{300}\u{301}\u{302}\u{200b}\u{303}"),
            "z\u{300}\u{301}\u{302}"
        );
        assert_eq!(
            clean("é\u{300}\u{301}\u{302}\u{200d}\u{303}"),
            "é\u{300}\u{301}\u{302}\u{200d}"
        );
    }

    #[test]
    fn what_nobody_knows_the_width_of_is_replaced() {
        assert_eq!(clean("a\u{ffff}b\u{378}"), "a\u{fffd}b\u{fffd}");
        assert_eq!(clean("\u{e0b0}"), "\u{e0b0}");
    }

    proptest! {
        #[test]
        fn cleaned_text_is_harmless_and_stays_as_it_is(text in "(\\PC|\\pC|[\u{300}-\u{310}\u{200c}\u{200d}\u{fe0f}\r\n]){0,40}") {
            let cleaned = clean(&text).into_owned();
            let controls = cleaned.chars().any(char::is_control);
            prop_assert!(!controls);
            let hides = cleaned.contains(['\u{202e}', '\u{200b}', '\u{2028}', '\u{feff}']);
            prop_assert!(!hides);
            let is_stable = matches!(clean(&cleaned), Cow::Borrowed(_));
            prop_assert!(is_stable, "{:?}", cleaned);
        }

        #[test]
        fn printable_ascii_is_never_lost(text in "[ -~\u{0}-\u{1f}\u{300}]{0,40}") {
            let printable = |text: &str| text.chars().filter(|c| ('!'..='~').contains(c)).collect::<String>();
            prop_assert_eq!(printable(&clean(&text)), printable(&text));
        }
    }
}
