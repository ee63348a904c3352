//! Keys in the long form: `CSI key:shifted:base ; modifiers:event u`, kitty's keyboard protocol.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Heard;

/// What is held down with a key, and whether that is pressed or let go.
pub(super) struct Held {
    pub(super) modifiers: KeyModifiers,
    pub(super) is_down: bool,
}

impl Held {
    /// Reads `modifiers:event`; both may be missing. Locks are no modifiers.
    pub(super) fn read(text: Option<&str>) -> Option<Self> {
        let mut parts = text.unwrap_or_default().split(':');
        let mut number = |otherwise: u32| match parts.next() {
            None | Some("") => Some(otherwise),
            Some(text) => text.parse().ok(),
        };
        let (mask, event) = (number(1)?, number(1)?);
        let bits = mask.saturating_sub(1);
        let mut modifiers = KeyModifiers::NONE;
        for (bit, modifier) in [
            (1, KeyModifiers::SHIFT),
            (2, KeyModifiers::ALT),
            (4, KeyModifiers::CONTROL),
            (8, KeyModifiers::SUPER),
            (16, KeyModifiers::HYPER),
            (32, KeyModifiers::META),
        ] {
            modifiers.set(modifier, bits & bit > 0);
        }
        Some(Self {
            modifiers,
            is_down: event != 3,
        })
    }
}

/// Reads a key, given without `CSI` and `u`; none for one that is let go or types and does nothing
/// by itself.
pub(super) fn key(text: &str) -> Option<Heard> {
    let mut fields = text.split(';');
    let mut codes = fields.next()?.split(':');
    let held = Held::read(fields.next())?;
    let mut code = || codes.next()?.parse::<u32>().ok();
    let (own, shifted, base) = (code()?, code(), code());
    if !held.is_down {
        return None;
    }
    let mut modifiers = held.modifiers;
    let is_shifted = modifiers.contains(KeyModifiers::SHIFT);
    let mut own = named(own, is_shifted)?;
    if let (KeyCode::Char(plain), Some(other)) = (own, shifted) {
        let other = char::from_u32(other).filter(|each| !each.is_control())?;
        // Without shift some terminals tell so what AltGr makes of the key; caps lock, too, which
        // counts for nothing.
        if is_shifted || !plain.to_uppercase().eq([other]) {
            own = KeyCode::Char(other);
            modifiers -= KeyModifiers::SHIFT;
        }
    }
    let base = base.and_then(char::from_u32).filter(char::is_ascii_graphic);
    let base = match own {
        KeyCode::Char(types) if !types.is_ascii() => base,
        _ => None,
    };
    let base = base.map(|base| {
        let typed = if is_shifted { with_shift(base) } else { base };
        KeyEvent::new(KeyCode::Char(typed), modifiers - KeyModifiers::SHIFT)
    });
    Some(Heard::Key(KeyEvent::new(own, modifiers), base))
}

/// The key of a code point, or of a number that the protocol gives to a key without one.
fn named(code: u32, is_shifted: bool) -> Option<KeyCode> {
    Some(match code {
        9 if is_shifted => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        57376..=57398 => KeyCode::F(u8::try_from(code - 57376).ok()? + 13),
        // The number pad.
        57399..=57408 => KeyCode::Char(char::from_digit(code - 57399, 10)?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        // All others of the protocol's own: locks, modifiers, media keys.
        57344..=63743 => return None,
        code => KeyCode::Char(char::from_u32(code).filter(|each| !each.is_control())?),
    })
}

/// What a key of the PC-101 board types with shift.
fn with_shift(base: char) -> char {
    const PLAIN: &str = "`1234567890-=[]\\;',./";
    const SHIFTED: &str = "~!@#$%^&*()_+{}|:\"<>?";
    let pairs = PLAIN.chars().zip(SHIFTED.chars());
    let found = pairs.into_iter().find(|(plain, _)| *plain == base);
    found.map_or(base.to_ascii_uppercase(), |(_, shifted)| shifted)
}
