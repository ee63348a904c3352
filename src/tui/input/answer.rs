//! Answers of the terminal to questions that somebody else asked.
//!
//! A program that ran before may have asked for the colours or the name of the terminal and ended
//! before the answer came: `ESC ] 11;rgb:… ESC \`. The library takes the first two bytes for a key
//! with alt, and every letter behind them for a key by itself, `x` and `u` among them.

use crossterm::event::{Event, KeyCode, KeyModifiers};

/// Whether an answer is coming in.
#[derive(Debug, Default)]
pub(super) struct Answer {
    is_open: bool,
}

impl Answer {
    /// Whether an event is part of an answer, and so no key of the learner's.
    pub(super) fn takes(&mut self, event: &Event) -> bool {
        let Event::Key(key) = event else {
            return false;
        };
        let KeyCode::Char(character) = key.code else {
            return self.is_open;
        };
        let (alt, ctrl) = (KeyModifiers::ALT, KeyModifiers::CONTROL);
        // OSC, DCS, APC, PM, SOS.
        let begins = key.modifiers.contains(alt) && "]P_^X".contains(character);
        let ends = match character {
            '\\' => key.modifiers.contains(alt),
            'g' => key.modifiers == ctrl,
            _ => false,
        };
        let was_open = self.is_open;
        self.is_open = begins || (was_open && !ends);
        begins || was_open
    }

    /// Nothing more has come for now. An answer comes at once, and whoever presses such a key with
    /// alt is not to wait for its end.
    pub(super) const fn stop(&mut self) {
        self.is_open = false;
    }
}

/// Takes out of a burst of keys what is left of an answer whose beginning the library does not know
/// and drops: `0;276;0c` of `ESC [ > 0;276;0c`. Nobody types numbers parted by `;` and a letter
/// behind them within one burst; the digits alone would lead from screen to screen.
pub(super) fn drop_reports(keys: &[Option<char>]) -> Vec<bool> {
    let mut kept = vec![true; keys.len()];
    let is_part = |each: &Option<char>| each.is_some_and(|key| key.is_ascii_digit() || key == ';');
    let mut at = 0;
    while let Some(rest) = keys.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.iter().take_while(|each| is_part(each)).count();
        let parts = rest.get(..run).unwrap_or_default();
        let last = rest.get(run).copied().flatten();
        let is_report = parts.contains(&Some(';'))
            && parts.first().is_some_and(|first| *first != Some(';'))
            && last.is_some_and(|letter| letter.is_ascii_alphabetic());
        if is_report && let Some(report) = kept.get_mut(at..=at + run) {
            report.fill(false);
        }
        at += run + 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyEvent;

    /// The keys that the library makes of bytes.
    fn events(bytes: &str) -> Vec<Event> {
        let mut rest = bytes.chars();
        let mut events = Vec::new();
        while let Some(first) = rest.next() {
            let (character, modifiers) = match first {
                '\u{1b}' => (rest.next().unwrap(), KeyModifiers::ALT),
                '\u{7}' => ('g', KeyModifiers::CONTROL),
                other => (other, KeyModifiers::NONE),
            };
            let key = KeyEvent::new(KeyCode::Char(character), modifiers);
            events.push(Event::Key(key));
        }
        events
    }

    /// The characters of the events that are left.
    fn left(answer: &mut Answer, bytes: &str) -> String {
        let events = events(bytes).into_iter();
        let left = events.filter(|event| !answer.takes(event));
        left.filter_map(|event| event.as_key_event()?.code.as_char())
            .collect()
    }

    #[test]
    fn an_answer_is_taken_from_its_first_byte_to_its_last() {
        for text in [
            "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\",
            "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{7}",
            "\u{1b}P>|foot xu\u{1b}\\",
            "\u{1b}_Gi=31;OK\u{1b}\\",
            "\u{1b}^x\u{1b}\\\u{1b}Xx\u{1b}\\",
        ] {
            assert_eq!(left(&mut Answer::default(), &format!("j{text}k")), "jk");
        }
    }

    #[test]
    fn other_keys_are_the_learners() {
        let text = "x]P_^X\\\u{7}\u{1b}j\u{1b}\\u";
        assert_eq!(left(&mut Answer::default(), text), "x]P_^X\\gj\\u");
    }

    #[test]
    fn an_answer_without_an_end_takes_no_later_key() {
        let mut answer = Answer::default();
        assert_eq!(left(&mut answer, "\u{1b}]11;x"), "");
        answer.stop();
        assert_eq!(left(&mut answer, "x"), "x");
    }

    #[test]
    fn numbers_with_semicolons_and_a_letter_are_no_keys() {
        for (typed, left) in [
            ("0;276;0c", ""),
            ("j41;390;0ck", "jk"),
            ("12345", "12345"),
            ("1;2", "1;2"),
            (";2c", ";2c"),
            ("2c", "2c"),
            ("0;1c0;2cx", "x"),
            ("", ""),
        ] {
            let keys: Vec<Option<char>> = typed.chars().map(Some).collect();
            let kept = drop_reports(&keys);
            let rest: String = typed
                .chars()
                .zip(kept)
                .filter(|each| each.1)
                .map(|each| each.0)
                .collect();
            assert_eq!(rest, left, "{typed}");
        }
        assert_eq!(drop_reports(&[Some('1'), Some(';'), None]), [true; 3]);
    }
}
