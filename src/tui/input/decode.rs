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

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long after an escape byte, or one more, the rest of a sequence may come. Nobody presses a key so
/// soon after escape; a slow line may well part the two.
const ESCAPE: Duration = Duration::from_millis(25);
/// How long the next byte of what is a sequence for certain, or a string in all, may take. Longer than a
/// lost packet takes to be sent again, and no longer than anybody would wait for their keys.
const SEQUENCE: Duration = Duration::from_secs(1);
/// How long a paste may pause.
const PAUSE: Duration = Duration::from_secs(5);
/// How long a sequence may be, in bytes.
const LONGEST: usize = 256;
/// How long a string may be, in bytes: a clipboard is sent in one.
const STRING: usize = 1 << 20;
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
    /// A sequence that is too long to be anything, up to its end.
    TooLong(Instant),
    /// A string of the terminal, up to its end.
    String(Open),
    /// A paste, up to its end: what came so far, and how much of that cannot be its end.
    Paste(Vec<u8>, usize),
}

/// A string that is not at its end.
#[derive(Debug)]
struct Open {
    /// The byte behind the escape byte that began it.
    opener: u8,
    since: Instant,
    /// How many bytes of it came.
    length: usize,
}

/// One piece of what was sent.
enum Piece {
    /// So many bytes, and what they mean, if anything.
    Whole(usize, Option<Heard>),
    /// An escape byte and this one begin a string.
    String(u8),
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
    /// Until when what is open may stay so; none where nothing is, or where it may.
    until: Option<Instant>,
}

impl Decoder {
    /// Takes bytes in that are read now; adds what they mean.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant, heard: &mut Vec<Heard>) {
        let mut all = std::mem::take(&mut self.rest);
        all.extend_from_slice(bytes);
        let mut left = all.as_slice();
        while !left.is_empty() {
            let used = match &mut self.state {
                State::Ground => self.piece(left, now, heard),
                State::TooLong(_) => Some(self.too_long(left)),
                State::String(_) => self.string(left, heard),
                State::Paste(..) => Some(self.paste(left, heard)),
            };
            let Some(used) = used else {
                self.rest = left.to_vec();
                break;
            };
            left = left.get(used..).unwrap_or_default();
        }
        self.until = match (&self.state, self.rest.as_slice()) {
            (State::TooLong(since) | State::String(Open { since, .. }), _) => {
                Some(*since + SEQUENCE)
            }
            (State::Paste(..), _) => Some(now + PAUSE),
            (State::Ground, [ESC] | [ESC, _]) => Some(now + ESCAPE),
            (State::Ground, [ESC, ..]) => Some(now + SEQUENCE),
            (State::Ground, _) => None,
        };
    }

    /// How long to wait from now for more until what is there is taken for all; none where nothing is
    /// open, or where it may stay open.
    pub(super) fn patience(&self, now: Instant) -> Option<Duration> {
        self.until.map(|until| until.saturating_duration_since(now))
    }

    /// Nothing more has come: an escape byte was the key, or held alt down; what has no end has none,
    /// and a paste is what came of it.
    pub(super) fn wait_no_longer(&mut self, heard: &mut Vec<Heard>) {
        self.until = None;
        if let State::String(open) = &self.state
            && open.length == 0
        {
            heard.extend(sequence::with_escape(open.opener));
        }
        if let State::Paste(text, _) = std::mem::take(&mut self.state) {
            heard.push(pasted(without_end(&text)));
        }
        match *self.rest.as_slice() {
            [ESC] => heard.push(Heard::key(KeyCode::Esc, KeyModifiers::NONE)),
            [ESC, byte] => heard.extend(sequence::with_escape(byte)),
            [ESC, ..] => {}
            // A character that is not whole can wait.
            _ => return,
        }
        self.rest.clear();
    }

    /// Takes one key or sequence; gives how many bytes that were, none where it is not whole.
    fn piece(&mut self, bytes: &[u8], now: Instant, heard: &mut Vec<Heard>) -> Option<usize> {
        match sequence::piece(bytes) {
            Piece::Whole(used, what) => {
                heard.extend(what);
                Some(used)
            }
            Piece::String(opener) => {
                self.state = State::String(Open {
                    opener,
                    since: now,
                    length: 0,
                });
                Some(2)
            }
            Piece::Paste(used) => {
                self.state = State::Paste(Vec::new(), 0);
                Some(used)
            }
            Piece::Torn if bytes.len() > LONGEST => {
                self.state = State::TooLong(now);
                Some(bytes.len())
            }
            Piece::Torn => None,
        }
    }

    /// Passes over the rest of a sequence, its last byte with it; any other byte begins something else.
    fn too_long(&mut self, bytes: &[u8]) -> usize {
        let length = sequence::parameters(bytes).len();
        let last = bytes.get(length);
        if last.is_some() {
            self.state = State::Ground;
        }
        length + usize::from(last.is_some_and(|last| sequence::is_last(*last)))
    }

    /// Passes over a string: up to `BEL`, or `ESC \`. Any other control character is none of it, and
    /// where nothing else came it was none. Gives none where an escape byte waits for the next.
    fn string(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) -> Option<usize> {
        let State::String(open) = &mut self.state else {
            return Some(0);
        };
        let inside = |byte: &&u8| !byte.is_ascii_control();
        let length = bytes.iter().take_while(inside).count();
        open.length += length;
        let (used, is_over) = match bytes.get(length..).unwrap_or_default() {
            [] => (length, open.length > STRING),
            [BEL, ..] => (length + 1, true),
            [ESC, b'\\', ..] => (length + 2, true),
            [ESC] if length == 0 => return None,
            [ESC] => (length, false),
            [_, ..] => {
                if open.length == 0 {
                    heard.extend(sequence::with_escape(open.opener));
                }
                (length, true)
            }
        };
        if is_over {
            self.state = State::Ground;
        }
        Some(used)
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
        heard.push(pasted(text));
        self.state = State::Ground;
        (end + PASTED.len()).saturating_sub(before)
    }
}

fn pasted(text: &[u8]) -> Heard {
    Heard::Other(Event::Paste(String::from_utf8_lossy(text).into_owned()))
}

/// A text without the first bytes of what was to end it.
fn without_end(text: &[u8]) -> &[u8] {
    let parts = (1..PASTED.len())
        .rev()
        .filter_map(|length| PASTED.get(..length));
    let mut texts = parts.filter_map(|part| text.strip_suffix(part));
    texts.next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    use proptest::prelude::*;

    use crate::tui::key::Key;

    /// What bytes mean, each key by its name, with the one at its place behind a slash.
    fn heard(bytes: &[u8]) -> Vec<String> {
        let mut line = Line::new();
        line.send(bytes);
        line.wait(SEQUENCE);
        line.names()
    }

    /// What comes over a line, at times that a test tells.
    struct Line {
        decoder: Decoder,
        heard: Vec<Heard>,
        now: Instant,
    }

    impl Line {
        fn new() -> Self {
            Self {
                decoder: Decoder::default(),
                heard: Vec::new(),
                now: Instant::now(),
            }
        }

        fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
            let bytes = bytes.as_ref();
            self.decoder.take(bytes, self.now, &mut self.heard);
            self
        }

        /// Lets time pass in which nothing is sent.
        fn wait(&mut self, time: Duration) -> &mut Self {
            let until = self.now + time;
            while let Some(patience) = self.decoder.patience(self.now)
                && self.now + patience <= until
            {
                self.now += patience;
                self.decoder.wait_no_longer(&mut self.heard);
            }
            self.now = until;
            self
        }

        /// What was heard until now.
        fn names(&self) -> Vec<String> {
            self.heard.iter().map(name).collect()
        }
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
            (
                "\u{1b}OA\u{1b}OH\u{1b}OP\u{1b}OR\u{1b}OS\u{1b}OM",
                "up home F1 F3 F4 enter",
            ),
            // As some terminals send them with shift, ctrl and alt held down.
            (
                "\u{1b}O2P\u{1b}O5Q\u{1b}O8R\u{1b}O1;3S",
                "shift-F1 ctrl-F2 ctrl-alt-shift-F3 alt-F4",
            ),
            // What is no sequence is what was typed: with alt, and behind it.
            ("\u{1b}O\u{1b}[A\u{1b}O\rj", "alt-O up alt-O enter j"),
            ("\u{1b}[\u{1b}[A\u{1b}[\rj", "alt-[ up alt-[ enter j"),
            (
                "\u{1b}]\u{3}\u{1b}P\r\u{1b}X\u{1b}[A\u{1b}_\u{1b}j",
                "alt-] ctrl-c alt-P enter alt-X up alt-_ alt-j",
            ),
            ("\u{1b}[1;5C\u{1b}[1;3A", "ctrl-right alt-up"),
            (
                "\u{1b}[3~\u{1b}[5~\u{1b}[6~\u{1b}[1~\u{1b}[8~",
                "delete page-up page-down home end",
            ),
            (
                "\u{1b}[15~\u{1b}[17~\u{1b}[24~\u{1b}[[A\u{1b}[P",
                "F5 F6 F12 F1 F1",
            ),
            (
                "\u{1b}[25~\u{1b}[26~\u{1b}[28~\u{1b}[29~\u{1b}[31~\u{1b}[34~\u{1b}[27~\u{1b}[30~",
                "F13 F14 F15 F16 F17 F20",
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
            (
                "\u{1b}[57376u\u{1b}[57387;5u\u{1b}[57398u",
                "F13 ctrl-F24 F35",
            ),
            // What AltGr makes of a key comes without shift; what caps lock does, too.
            (
                "\u{1b}[57:93u\u{1b}[113:64;3u\u{1b}[101:8364u\u{1b}[106:74;65u\u{1b}[246:214u",
                "] alt-@ € j ö",
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
        let mut line = Line::new();
        let bytes = b"\x1b[<0;10;1M\x1b[<81;10;1M\x1b[I\x1b[O\x1b[200~a\r\x1bb\x1b[201~j";
        line.send(bytes);
        let events = [
            Event::Mouse(press),
            Event::Mouse(wheel),
            Event::FocusGained,
            Event::FocusLost,
            Event::Paste("a\r\u{1b}b".to_owned()),
        ];
        let mut expected = events.map(Heard::Other).to_vec();
        expected.push(Heard::key(KeyCode::Char('j'), KeyModifiers::NONE));
        assert_eq!(line.heard, expected);
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
    fn an_escape_waits_for_the_rest_for_a_moment() {
        let mut line = Line::new();
        line.send("\u{1b}").wait(ESCAPE / 2).send("[A");
        assert_eq!(line.names(), ["up"]);
        assert_eq!(line.decoder.patience(line.now), None);
        line.send("\u{1b}").wait(ESCAPE).send("[A");
        assert_eq!(line.names(), ["up", "esc", "[", "A"]);
    }

    #[test]
    fn what_may_begin_a_sequence_is_a_key_with_alt_where_nothing_follows() {
        for opener in ["[", "O", "]", "P", "_", "^", "X"] {
            let mut line = Line::new();
            line.send("\u{1b}").send(opener).wait(ESCAPE / 2);
            assert_eq!(line.names(), <[&str; 0]>::default());
            line.wait(ESCAPE).send("j");
            assert_eq!(line.names(), [format!("alt-{opener}").as_str(), "j"]);
        }
        let mut line = Line::new();
        line.send("\u{1b}]").send("\u{1b}").wait(SEQUENCE);
        assert_eq!(line.names(), ["alt-]", "esc"]);
    }

    #[test]
    fn the_beginning_of_a_sequence_swallows_no_key_that_comes_later() {
        for torn in [
            &b"\x1b[1;5"[..],
            b"\x1bO5",
            b"\x1b[[",
            b"\x1b[M ",
            b"\x1b[<0;1",
            b"\x1b\xf0\x9f",
        ] {
            let mut line = Line::new();
            line.send(torn).wait(SEQUENCE).send("j");
            assert_eq!(line.names(), ["j"], "{torn:?}");
        }
    }

    #[test]
    fn a_string_ends_after_a_while_however_much_comes() {
        let mut line = Line::new();
        line.send("\u{1b}]1");
        for _ in 0..40 {
            line.wait(SEQUENCE / 20).send("x");
        }
        assert_eq!(line.names().len(), 21, "as many as came later");
        // What waited longer to be read came in time.
        let mut line = Line::new();
        line.send("\u{1b}]11;");
        line.now += SEQUENCE * 2;
        line.send("x\u{7}j");
        assert_eq!(line.names(), ["j"]);
        // Many at once.
        let mut line = Line::new();
        line.send("\u{1b}]11;");
        line.send("x".repeat(STRING)).send("jj");
        assert_eq!(line.names(), ["j", "j"]);
    }

    #[test]
    fn a_string_takes_no_key_that_is_none_of_it() {
        for (sent, keys) in [
            ("\u{1b}]11;x\u{3}j", "ctrl-c j"),
            ("\u{1b}P1\rj", "enter j"),
            ("\u{1b}_x\u{1b}[Aj", "up j"),
            ("\u{1b}_x\u{1b}", "esc"),
            ("\u{1b}_x\u{1b}\u{1b}", "esc esc"),
            ("\u{1b}]x\u{1b}]y\u{7}\u{1b}]\u{1b}\\j", "j"),
        ] {
            assert_eq!(heard(sent.as_bytes()).join(" "), keys, "{sent:?}");
            let mut line = Line::new();
            for byte in sent.bytes() {
                line.send([byte]);
            }
            line.wait(SEQUENCE);
            assert_eq!(line.names().join(" "), keys, "{sent:?} in pieces");
        }
    }

    #[test]
    fn a_sequence_that_is_too_long_is_passed_over_up_to_its_end() {
        for (rest, keys) in [("1;1mj", "j"), ("\u{1b}[Aj", "up j"), ("11\rj", "enter j")] {
            for begin in ["\u{1b}[", "\u{1b}O"] {
                let mut line = Line::new();
                let numbers = "1;".repeat(LONGEST);
                line.send(begin).send(&numbers).send(&numbers).send(rest);
                assert_eq!(line.names().join(" "), keys, "{begin:?} {rest:?}");
                assert_eq!(line.decoder.patience(line.now), None);
            }
        }
        let mut line = Line::new();
        line.send(format!("\u{1b}[{}", "1;".repeat(LONGEST)));
        line.wait(SEQUENCE).send("1j");
        assert_eq!(line.names(), ["1", "j"]);
    }

    #[test]
    fn a_paste_without_end_is_bounded_and_a_long_one_is_taken() {
        let mut line = Line::new();
        line.send("\u{1b}[200~");
        let piece = "x".repeat(1 << 20);
        for _ in 0..40 {
            line.send(&piece);
        }
        line.send("\u{1b}[201");
        assert_eq!(line.heard, []);
        line.send("~j");
        let Some(Heard::Other(Event::Paste(text))) = line.heard.first() else {
            panic!("{}", line.heard.len());
        };
        assert!(text.len() <= LARGEST + PASTED.len());
        assert_eq!(line.heard.len(), 2);
    }

    #[test]
    fn a_paste_whose_end_is_lost_ends_with_what_came() {
        let mut line = Line::new();
        line.send("\u{1b}[200~ab").wait(PAUSE / 2).send("c\r");
        line.wait(PAUSE / 2).send("\u{1b}[20");
        assert_eq!(line.heard, []);
        line.wait(PAUSE).send("\u{3}");
        let names = [name(&pasted(b"abc\r")), "ctrl-c".to_owned()];
        assert_eq!(line.names(), names);
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
            let mut line = Line::new();
            let (mut left, mut cuts) = (bytes.as_slice(), cuts.iter().cycle());
            while !left.is_empty() {
                let (now, later) = left.split_at((*cuts.next().unwrap()).min(left.len()));
                line.send(now);
                left = later;
            }
            line.wait(SEQUENCE);
            prop_assert_eq!(line.names(), whole);
        }

        #[test]
        fn no_bytes_make_it_panic_or_keep_what_is_long(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let mut line = Line::new();
            line.send(&bytes);
            prop_assert!(line.decoder.rest.len() <= LONGEST);
            line.wait(PAUSE);
            prop_assert_eq!(line.decoder.patience(line.now), None);
        }
    }
}
