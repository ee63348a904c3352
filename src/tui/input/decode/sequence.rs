//! One key or sequence at the beginning of some bytes.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::kitty::{self, Held};
use super::{ESC, Heard, Piece};

/// The first piece of some bytes, of which there is at least one.
pub(super) fn piece(bytes: &[u8]) -> Piece {
    match bytes {
        [] | [ESC] | [ESC, b'[' | b'O' | b']' | b'P' | b'_' | b'^' | b'X'] => Piece::Torn,
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', rest @ ..] => single_shift(rest),
        // Strings: OSC, DCS, APC, PM, SOS.
        [ESC, opener @ (b']' | b'P' | b'_' | b'^' | b'X'), ..] => Piece::String(*opener),
        [ESC, ESC, ..] => whole(1, KeyCode::Esc, KeyModifiers::NONE),
        [ESC, rest @ ..] => match typed(rest) {
            Piece::Whole(used, what) => Piece::Whole(used + 1, what.map(with_alt)),
            other => other,
        },
        other => typed(other),
    }
}

/// What an escape byte and another mean where they begin nothing.
pub(super) fn with_escape(byte: u8) -> Option<Heard> {
    match typed(&[byte]) {
        Piece::Whole(_, what) => what.map(with_alt),
        Piece::String(_) | Piece::Paste(_) | Piece::Torn => None,
    }
}

/// The parameters, and what else stands before the last byte, that some bytes begin with.
pub(super) fn parameters(bytes: &[u8]) -> &[u8] {
    let inside = |byte: &&u8| matches!(byte, 0x20..=0x3f);
    let length = bytes.iter().take_while(inside).count();
    bytes.get(..length).unwrap_or_default()
}

/// Whether a byte ends a sequence.
pub(super) const fn is_last(byte: u8) -> bool {
    matches!(byte, 0x40..=0x7e)
}

/// A key by itself, after so many bytes.
const fn whole(used: usize, code: KeyCode, modifiers: KeyModifiers) -> Piece {
    Piece::Whole(used, Some(Heard::key(code, modifiers)))
}

fn with_alt(heard: Heard) -> Heard {
    match heard {
        Heard::Key(key, base) => {
            let modifiers = key.modifiers | KeyModifiers::ALT;
            Heard::Key(KeyEvent { modifiers, ..key }, base)
        }
        other @ Heard::Other(_) => other,
    }
}

/// A character or a control character.
fn typed(bytes: &[u8]) -> Piece {
    let Some(first) = bytes.first().copied() else {
        return Piece::Torn;
    };
    let (none, ctrl) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
    let (code, modifiers) = match first {
        b'\r' => (KeyCode::Enter, none),
        b'\t' => (KeyCode::Tab, none),
        0x7f => (KeyCode::Backspace, none),
        0 => (KeyCode::Char(' '), ctrl),
        1..=0x1a => (KeyCode::Char(char::from(first - 1 + b'a')), ctrl),
        0x1b..=0x1f => (KeyCode::Char(char::from(first - 0x1c + b'4')), ctrl),
        0x20..=0x7e => (KeyCode::Char(char::from(first)), none),
        0x80.. => return beyond_ascii(bytes),
    };
    whole(1, code, modifiers)
}

/// A character of several bytes. What is none, or a control character, is passed over.
fn beyond_ascii(bytes: &[u8]) -> Piece {
    let most = bytes.get(..4).unwrap_or(bytes);
    let valid = match str::from_utf8(most) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            let valid = most.get(..error.valid_up_to()).unwrap_or_default();
            str::from_utf8(valid).unwrap_or_default()
        }
        Err(error) if error.error_len().is_none() => return Piece::Torn,
        Err(_) => return Piece::Whole(1, None),
    };
    let Some(character) = valid.chars().next() else {
        return Piece::Whole(1, None);
    };
    let key = Heard::key(KeyCode::Char(character), KeyModifiers::NONE);
    let what = (!character.is_control()).then_some(key);
    Piece::Whole(character.len_utf8(), what)
}

/// What follows `ESC O`: keys of a keypad, or arrows in another mode; in some terminals with what is
/// held down.
fn single_shift(bytes: &[u8]) -> Piece {
    let inside = |byte: &&u8| matches!(byte, b'0'..=b'9' | b';');
    let length = bytes.iter().take_while(inside).count();
    let (held, rest) = bytes.split_at(length);
    match rest {
        [] => Piece::Torn,
        [last @ 0x20..=0x7e, ..] => Piece::Whole(length + 3, shifted(held, *last)),
        // No byte of a sequence: it begins something else.
        _ if held.is_empty() => Piece::Whole(2, with_escape(b'O')),
        _ => Piece::Whole(length + 2, None),
    }
}

/// The key that the last byte behind `ESC O` names.
fn shifted(held: &[u8], last: u8) -> Option<Heard> {
    let held = str::from_utf8(held).ok()?.rsplit(';').next();
    let held = Held::read(held)?;
    let code = match last {
        b'M' => KeyCode::Enter,
        // Behind `ESC [` this is where the cursor is.
        b'R' => KeyCode::F(3),
        last => named_by_letter(last)?,
    };
    Some(Heard::key(code, held.modifiers))
}

/// The key that the last letter of a sequence names.
const fn named_by_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The key that the number of a sequence with `~` names.
const fn named_by_number(number: u32) -> Option<KeyCode> {
    #[expect(clippy::cast_possible_truncation, reason = "the numbers are small")]
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23..=26 => KeyCode::F(number as u8 - 12),
        28 | 29 => KeyCode::F(number as u8 - 13),
        31..=34 => KeyCode::F(number as u8 - 14),
        _ => return None,
    })
}

/// What follows `ESC [`: parameters, intermediate bytes, a final byte.
fn control(bytes: &[u8]) -> Piece {
    let (parameters, rest) = bytes.split_at(parameters(bytes).len());
    let used = parameters.len() + 3;
    match (parameters, rest) {
        (_, []) | ([], [b'[']) => Piece::Torn,
        // The Linux console's first five function keys.
        ([], [b'[', letter @ b'A'..=b'E', ..]) => {
            whole(4, KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE)
        }
        ([], [b'[', ..]) => Piece::Whole(used, None),
        // The mouse in an older form, as nobody asked for: three bytes follow.
        ([], [b'M', ..]) if rest.len() < 4 => Piece::Torn,
        ([], [b'M', ..]) => Piece::Whole(used + 3, None),
        (b"200", [b'~', ..]) => Piece::Paste(used),
        (_, [last, ..]) if is_last(*last) => Piece::Whole(used, meaning(parameters, *last)),
        // No byte of a sequence: it begins something else.
        ([], _) => Piece::Whole(2, with_escape(b'[')),
        (_, _) => Piece::Whole(used - 1, None),
    }
}

/// What a control sequence means, if anything.
fn meaning(parameters: &[u8], last: u8) -> Option<Heard> {
    let text = str::from_utf8(parameters).ok()?;
    match (last, text.strip_prefix('<')) {
        (b'M' | b'm', Some(report)) => mouse(report, last == b'M'),
        (_, Some(_)) => None,
        (b'I', None) if text.is_empty() => Some(Heard::Other(Event::FocusGained)),
        (b'O', None) if text.is_empty() => Some(Heard::Other(Event::FocusLost)),
        (b'Z', None) if text.is_empty() => Some(Heard::key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        (b'u', None) => kitty::key(text),
        (last, None) => {
            let mut parts = text.split(';');
            let number = parts.next().filter(|first| !first.is_empty());
            let number = number.map_or(Ok(1), str::parse).ok()?;
            let held = Held::read(parts.next())?;
            let code = match last {
                b'~' => named_by_number(number)?,
                last if number == 1 => named_by_letter(last)?,
                _ => return None,
            };
            held.is_down.then(|| Heard::key(code, held.modifiers))
        }
    }
}

/// A report of the mouse: button, column and row, the last two from 1.
fn mouse(report: &str, is_press: bool) -> Option<Heard> {
    let mut numbers = report.split(';').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let (button, column, row) = (next()?, next()?, next()?);
    // What is held down stands in three bits of the button's number.
    let what = button & !0b1_1100;
    let kind = match (what, is_press) {
        (0, true) => MouseEventKind::Down(MouseButton::Left),
        (1, true) => MouseEventKind::Down(MouseButton::Middle),
        (2, true) => MouseEventKind::Down(MouseButton::Right),
        (0, false) => MouseEventKind::Up(MouseButton::Left),
        (1, false) => MouseEventKind::Up(MouseButton::Middle),
        (2, false) => MouseEventKind::Up(MouseButton::Right),
        (64, true) => MouseEventKind::ScrollUp,
        (65, true) => MouseEventKind::ScrollDown,
        (66, true) => MouseEventKind::ScrollLeft,
        (67, true) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, button & 4 > 0);
    modifiers.set(KeyModifiers::ALT, button & 8 > 0);
    modifiers.set(KeyModifiers::CONTROL, button & 16 > 0);
    Some(Heard::Other(Event::Mouse(MouseEvent {
        kind,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
        modifiers,
    })))
}
