//! What was sent to a terminal, taken apart.

/// What a program may send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A character that is shown.
    Text(char),
    /// `ESC [`, its parameters and its last character.
    Control(String, char),
    /// Any other control character or escape sequence.
    Other(String),
}

/// Takes the bytes apart. They must be UTF-8.
pub(crate) fn pieces(raw: &[u8]) -> Vec<Piece> {
    let text = std::str::from_utf8(raw).unwrap();
    let mut pieces = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(first) = rest.next() {
        pieces.push(match first {
            '\u{1b}' if rest.next_if_eq(&'[').is_some() => {
                let mut parameters = String::new();
                while let Some(next) = rest.next_if(|next| (' '..='?').contains(next)) {
                    parameters.push(next);
                }
                Piece::Control(parameters, rest.next().unwrap_or_default())
            }
            '\u{1b}' => Piece::Other(format!("\u{1b}{}", rest.next().unwrap_or_default())),
            control if control.is_control() => Piece::Other(control.to_string()),
            shown => Piece::Text(shown),
        });
    }
    pieces
}

/// Everything but text, colours, moves of the cursor, clearing, and the few modes that the program
/// uses: queries, titles, clipboards, links, bells and line breaks.
pub(crate) fn foreign(raw: &[u8]) -> Vec<Piece> {
    let known = |piece: &Piece| match piece {
        Piece::Text(_) => true,
        Piece::Control(parameters, last) => match last {
            'H' | 'm' => parameters
                .chars()
                .all(|each| each.is_ascii_digit() || each == ';'),
            'J' => parameters == "2",
            // How keys are reported.
            'u' => matches!(parameters.as_str(), ">13" | "=5;1" | "=13;1" | "<1"),
            'h' | 'l' => matches!(
                parameters.as_str(),
                "?25" | "?1000" | "?1004" | "?1006" | "?1049" | "?2004" | "?2026"
            ),
            _ => false,
        },
        Piece::Other(_) => false,
    };
    let pieces = pieces(raw);
    pieces.into_iter().filter(|piece| !known(piece)).collect()
}

/// The numbers of all colours and other looks that were asked for.
pub(crate) fn looks(raw: &[u8]) -> Vec<u16> {
    let pieces = pieces(raw);
    let parameters = pieces.iter().filter_map(|piece| match piece {
        Piece::Control(parameters, 'm') => Some(parameters.as_str()),
        Piece::Control(..) | Piece::Text(_) | Piece::Other(_) => None,
    });
    parameters
        .flat_map(|parameters| parameters.split([';', ':']))
        .map(|number| number.parse().unwrap_or_default())
        .collect()
}

/// The characters that were shown.
pub(crate) fn text(raw: &[u8]) -> String {
    let pieces = pieces(raw);
    let shown = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(shown) => Some(shown),
        Piece::Control(..) | Piece::Other(_) => None,
    });
    shown.collect()
}
