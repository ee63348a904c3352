//! What the bytes of a terminal mean.
//!
//! This is ours because the library's reader knows only what a key types, not the key at its place
//! on the board, which terminals that speak kitty's keyboard protocol report beside it; and because
//! here every sequence ends where the standard (ECMA-48) says it does, whether it is known or not:
//! no answer of a terminal leaves letters behind that would press keys.
//!
//! Sources: ECMA-48 §5.4 (control sequences), §5.6 (strings); xterm's control sequences (keys,
//! mouse, pastes); kitty's keyboard protocol.

mod kitty;
mod sequence;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long after an escape byte the rest of a sequence may come. Nobody presses a key so soon after
/// escape; a slow line may well part the two.
const ESCAPE: Duration = Duration::from_millis(25);
/// How long a string of the terminal may pause. Nobody is to wait longer for their keys.
const STRING: Duration = Duration::from_millis(200);
/// How long a sequence may be, in bytes.
const LONGEST: usize = 256;
/// How much of a paste is kept, in bytes.
const LARGEST: usize = 8 << 20;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTED: &[u8] = b"\x1b[201~";

/// What was heard of the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// A key, and the one at its place on a Latin board where the terminal says so and that differs.
    Key(KeyEvent, Option<KeyEvent>),
    /// Something else.
    Other(Event),
}

impl Heard {
    /// A key without another name.
    const fn key(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self::Key(KeyEvent::new(code, modifiers), None)
    }
}

/// What goes on between one byte and the next.
#[derive(Debug, Default)]
enum State {
    /// Keys and sequences.
    #[default]
    Ground,
    /// A string of the terminal, up to its end; whether the byte before was an escape.
    String(bool),
    /// A paste, up to its end: what came so far, and how much of that cannot be its end.
    Paste(Vec<u8>, usize),
}

/// One piece of what was sent.
enum Piece {
    /// So many bytes, and what they mean, if anything.
    Whole(usize, Option<Heard>),
    /// So many bytes begin a string.
    String(usize),
    /// So many bytes begin a paste.
    Paste(usize),
    /// More is to come.
    Torn,
}

/// Turns bytes into what they mean, however they are parted.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    /// The beginning of a piece that is not whole.
    rest: Vec<u8>,
}

impl Decoder {
    /// Takes bytes in; adds what they mean.
    pub(super) fn take(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) {
        let mut all = std::mem::take(&mut self.rest);
        all.extend_from_slice(bytes);
        let mut left = all.as_slice();
        while !left.is_empty() {
            let used = match &mut self.state {
                State::Ground => self.piece(left, heard),
                State::String(_) => self.string(left),
                State::Paste(..) => self.paste(left, heard),
            };
            if used == 0 {
                self.rest = left.to_vec();
                return;
            }
            left = left.get(used..).unwrap_or_default();
        }
    }

    /// How long to wait for more until what is there is taken for all; none where nothing is open, or
    /// where it may stay open.
    pub(super) fn patience(&self) -> Option<Duration> {
        match (&self.state, self.rest.as_slice()) {
            (State::String(_), _) => Some(STRING),
            (State::Ground, [ESC]) => Some(ESCAPE),
            (State::Ground | State::Paste(..), _) => None,
        }
    }

    /// Nothing more has come: an escape byte was the key, and a string has no end.
    pub(super) fn wait_no_longer(&mut self, heard: &mut Vec<Heard>) {
        match (&self.state, self.rest.as_slice()) {
            (State::String(_), _) => self.state = State::Ground,
            (State::Ground, [ESC]) => {
                self.rest.clear();
                heard.push(Heard::key(KeyCode::Esc, KeyModifiers::NONE));
            }
            (State::Ground | State::Paste(..), _) => {}
        }
    }

    /// Takes one key or sequence; gives how many bytes that were, none where it is not whole.
    fn piece(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) -> usize {
        match sequence::piece(bytes) {
            Piece::Whole(used, what) => {
                heard.extend(what);
                used
            }
            Piece::String(used) => {
                self.state = State::String(false);
                used
            }
            Piece::Paste(used) => {
                self.state = State::Paste(Vec::new(), 0);
                used
            }
            // What is too long to be anything is passed over.
            Piece::Torn if bytes.len() > LONGEST => bytes.len(),
            Piece::Torn => 0,
        }
    }

    /// Passes over a string: up to `BEL`, or `ESC \`.
    fn string(&mut self, bytes: &[u8]) -> usize {
        let State::String(escaped) = &mut self.state else {
            return 0;
        };
        for (at, byte) in bytes.iter().enumerate() {
            match (*escaped, *byte) {
                (true, b'\\') | (false, BEL) => {
                    self.state = State::Ground;
                    return at + 1;
                }
                (_, byte) => *escaped = byte == ESC,
            }
        }
        bytes.len()
    }

    /// Takes pasted text, up to the sequence that ends it.
    fn paste(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) -> usize {
        let State::Paste(text, passed) = &mut self.state else {
            return 0;
        };
        let before = text.len();
        text.extend_from_slice(bytes);
        let open = text.get(*passed..).unwrap_or_default();
        let end = open.windows(PASTED.len()).position(|part| part == PASTED);
        let Some(end) = end.map(|at| *passed + at) else {
            // Too much is cut in the middle; its end is still looked for.
            if text.len() > LARGEST {
                text.drain(LARGEST / 2..text.len() - PASTED.len());
            }
            *passed = text.len().saturating_sub(PASTED.len() - 1);
            return bytes.len();
        };
        text.truncate(end);
        let text = String::from_utf8_lossy(text).into_owned();
        heard.push(Heard::Other(Event::Paste(text)));
        self.state = State::Ground;
        (end + PASTED.len()).saturating_sub(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    use proptest::prelude::*;

    use crate::tui::key::Key;

    /// What bytes mean, each key by its name, with the one at its place behind a slash.
    fn heard(bytes: &[u8]) -> Vec<String> {
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        decoder.take(bytes, &mut heard);
        decoder.wait_no_longer(&mut heard);
        heard.iter().map(name).collect()
    }

    fn name(heard: &Heard) -> String {
        match heard {
            Heard::Key(key, None) => Key::from(*key).to_string(),
            Heard::Key(key, Some(base)) => format!("{}/{}", Key::from(*key), Key::from(*base)),
            Heard::Other(event) => format!("{event:?}"),
        }
    }

    #[test]
    fn keys_are_what_terminals_send_for_them() {
        for (bytes, keys) in [
            ("a Gé漢👩", "a space G é 漢 👩"),
            (
                "\r\t\u{7f}\u{1}\u{1a}\u{8}\n",
                "enter tab backspace ctrl-a ctrl-z ctrl-h ctrl-j",
            ),
            ("\u{1b}", "esc"),
            ("\u{1b}\u{1b}", "esc esc"),
            (
                "\u{1b}j\u{1b}\r\u{1b}\u{7f}\u{1b}é",
                "alt-j alt-enter alt-backspace alt-é",
            ),
            (
                "\u{1b}[A\u{1b}[B\u{1b}[C\u{1b}[D\u{1b}[H\u{1b}[F",
                "up down right left home end",
            ),
            ("\u{1b}OA\u{1b}OH\u{1b}OP\u{1b}OS", "up home F1 F4"),
            ("\u{1b}[1;5C\u{1b}[1;3A", "ctrl-right alt-up"),
            (
                "\u{1b}[3~\u{1b}[5~\u{1b}[6~\u{1b}[1~\u{1b}[8~",
                "delete page-up page-down home end",
            ),
            (
                "\u{1b}[15~\u{1b}[17~\u{1b}[24~\u{1b}[[A\u{1b}[P",
                "F5 F6 F12 F1 F1",
            ),
            ("\u{1b}[Z\u{1b}[9;2u", "shift-tab shift-tab"),
        ] {
            assert_eq!(heard(bytes.as_bytes()).join(" "), keys, "{bytes:?}");
        }
    }

    #[test]
    fn keys_in_the_long_form_are_the_same_keys() {
        for (bytes, keys) in [
            ("\u{1b}[106u\u{1b}[106;1:1u\u{1b}[106;1:2u", "j j j"),
            ("\u{1b}[106;65u\u{1b}[106;129u", "j j"),
            ("\u{1b}[103:71;2u\u{1b}[103;2u", "G G"),
            ("\u{1b}[47:63;2u", "?"),
            (
                "\u{1b}[27u\u{1b}[13u\u{1b}[9u\u{1b}[127u\u{1b}[32u",
                "esc enter tab backspace space",
            ),
            ("\u{1b}[99;5u\u{1b}[120;3u", "ctrl-c alt-x"),
            (
                "\u{1b}[57404u\u{1b}[57414u\u{1b}[57419u\u{1b}[57423u",
                "5 enter up home",
            ),
            // Let go, and keys that are only held.
            (
                "\u{1b}[106;1:3u\u{1b}[57441;2u\u{1b}[57358u\u{1b}[1;1:3A",
                "",
            ),
        ] {
            assert_eq!(heard(bytes.as_bytes()).join(" "), keys, "{bytes:?}");
        }
    }

    #[test]
    fn the_key_at_its_place_is_told_where_what_it_types_is_not_latin() {
        for (bytes, keys) in [
            ("\u{1b}[1086::106u", "о/j"),
            ("\u{1b}[1086:1054:106;2u", "О/J"),
            ("\u{1b}[1089::99;5u", "ctrl-с/ctrl-c"),
            ("\u{1b}[1102:1070:46;2u", "Ю/>"),
            // A letter of another Latin board is what it types.
            ("\u{1b}[122::121u", "z"),
            ("\u{1b}[1086u", "о"),
        ] {
            assert_eq!(heard(bytes.as_bytes()).join(" "), keys, "{bytes:?}");
        }
    }

    #[test]
    fn a_mouse_a_paste_and_the_focus_are_told() {
        let press = MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: 9,
            row: 0,
            modifiers: KeyModifiers::NONE,
        };
        let wheel = MouseEvent {
            kind: MouseEventKind::ScrollDown,
            modifiers: KeyModifiers::CONTROL,
            ..press
        };
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        let bytes = b"\x1b[<0;10;1M\x1b[<81;10;1M\x1b[I\x1b[O\x1b[200~a\r\x1bb\x1b[201~j";
        decoder.take(bytes, &mut heard);
        let events = [
            Event::Mouse(press),
            Event::Mouse(wheel),
            Event::FocusGained,
            Event::FocusLost,
            Event::Paste("a\r\u{1b}b".to_owned()),
        ];
        let mut expected = events.map(Heard::Other).to_vec();
        expected.push(Heard::key(KeyCode::Char('j'), KeyModifiers::NONE));
        assert_eq!(heard, expected);
    }

    #[test]
    fn whatever_else_is_sent_presses_no_key() {
        for answer in [
            "\u{1b}[?62;22c",
            "\u{1b}[>0;276;0c",
            "\u{1b}[24;80R",
            "\u{1b}[0n",
            "\u{1b}[8;24;80t",
            "\u{1b}[?1u",
            "\u{1b}[?2026;2$y",
            "\u{1b}[<0;0;0M",
            "\u{1b}[<9;;1M",
            "\u{1b}[M !!",
            "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\",
            "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{7}",
            "\u{1b}P>|foot xu\u{1b}\\",
            "\u{1b}_Gi=31;OK\u{1b}\\",
            "\u{1b}^x\u{1b}\\\u{1b}Xx\u{1b}\\",
            "\u{1b}[201~",
            "\u{85}",
        ] {
            let bytes = format!("j{answer}k");
            assert_eq!(heard(bytes.as_bytes()), ["j", "k"], "{answer:?}");
        }
        assert_eq!(heard(b"j\xff\xc3k"), ["j", "k"]);
        let long = format!("\u{1b}[{}mk", "1;".repeat(1_000_000));
        assert!(heard(long.as_bytes()).len() < 100);
    }

    #[test]
    fn an_escape_waits_for_the_rest_and_a_string_not_for_ever() {
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        decoder.take(b"\x1b", &mut heard);
        assert_eq!((heard.len(), decoder.patience()), (0, Some(ESCAPE)));
        decoder.take(b"[A", &mut heard);
        assert_eq!(heard.iter().map(name).collect::<Vec<_>>(), ["up"]);
        assert_eq!(decoder.patience(), None);
        decoder.take(b"\x1b]11;x", &mut heard);
        assert_eq!(decoder.patience(), Some(STRING));
        decoder.wait_no_longer(&mut heard);
        decoder.take(b"x", &mut heard);
        assert_eq!(heard.iter().map(name).collect::<Vec<_>>(), ["up", "x"]);
    }

    #[test]
    fn a_paste_without_end_is_bounded_and_a_long_one_is_taken() {
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        decoder.take(b"\x1b[200~", &mut heard);
        let piece = "x".repeat(1 << 20);
        for _ in 0..40 {
            decoder.take(piece.as_bytes(), &mut heard);
        }
        decoder.take(b"\x1b[201", &mut heard);
        assert_eq!(heard, []);
        decoder.take(b"~j", &mut heard);
        let Some(Heard::Other(Event::Paste(text))) = heard.first() else {
            panic!("{}", heard.len());
        };
        assert!(text.len() <= LARGEST + PASTED.len());
        assert_eq!(heard.len(), 2);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_where_bytes_are_parted(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "j", "é", "👩", "\u{1b}[A", "\u{1b}OP", "\u{1b}[1086::106u", "\u{1b}[<0;3;4M",
                "\u{1b}[200~ab\u{1b}[201~", "\u{1b}]0;x\u{7}", "\u{1b}x", "\u{1b}[?1;2c", "\r", "\u{1b}[[B",
            ]), 0..12),
            cuts in prop::collection::vec(1_usize..7, 1..8),
        ) {
            let bytes = pieces.concat().into_bytes();
            let whole = heard(&bytes);
            let (mut decoder, mut parts) = (Decoder::default(), Vec::new());
            let (mut left, mut cuts) = (bytes.as_slice(), cuts.iter().cycle());
            while !left.is_empty() {
                let (now, later) = left.split_at((*cuts.next().unwrap()).min(left.len()));
                decoder.take(now, &mut parts);
                left = later;
            }
            decoder.wait_no_longer(&mut parts);
            prop_assert_eq!(parts.iter().map(name).collect::<Vec<_>>(), whole);
        }

        #[test]
        fn no_bytes_make_it_panic_or_keep_what_is_long(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
            decoder.take(&bytes, &mut heard);
            decoder.wait_no_longer(&mut heard);
            prop_assert!(decoder.rest.len() <= LONGEST);
        }
    }
}
