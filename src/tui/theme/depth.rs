//! How many colours a terminal shows, and what becomes of a colour there.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// Sixteen, which the terminal's user chose.
    #[default]
    Sixteen,
    /// 256, of which all but the first sixteen are the same everywhere.
    Indexed,
    /// All that a screen can show.
    True,
}

impl Depth {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sixteen, Self::Indexed, Self::True];

    /// What a terminal is able to by what it says of itself, in `COLORTERM`, `TERM` and
    /// `TERM_PROGRAM`.
    #[must_use]
    pub fn of(colorterm: &str, term: &str, program: &str) -> Self {
        // GNU screen passes on what the terminal around it says, and takes the numbers of a colour for
        // looks. tmux may go by the same name, and says which it is.
        let is_screen = term.starts_with("screen") && program != "tmux";
        let is_true = matches!(colorterm, "truecolor" | "24bit");
        if (is_true || term.ends_with("-direct")) && !is_screen {
            Self::True
        } else if is_true || term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

/// A colour, and which of the sixteen stands for it where there are no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    rgb: [u8; 3],
    of_sixteen: u8,
}

impl Paint {
    /// The colour `0xRRGGBB`.
    pub(super) const fn new(rgb: u32, of_sixteen: u8) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self {
            rgb: [red, green, blue],
            of_sixteen,
        }
    }

    /// What the terminal is told.
    pub(super) fn at(self, depth: Depth) -> Color {
        let [red, green, blue] = self.rgb;
        match depth {
            Depth::Sixteen => Color::Indexed(self.of_sixteen),
            Depth::Indexed => Color::Indexed(nearest(self.rgb)),
            Depth::True => Color::Rgb(red, green, blue),
        }
    }
}

/// The steps of red, green and blue in the cube of 216 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour behind a number of the 256; none for the sixteen, which are the user's.
pub(super) fn indexed(number: u8) -> Option<[u8; 3]> {
    let step = |at: u8| STEPS.get(usize::from(at)).copied();
    match number {
        ..16 => None,
        16..232 => {
            let at = number - 16;
            Some([step(at / 36)?, step(at / 6 % 6)?, step(at % 6)?])
        }
        232.. => Some([8 + 10 * (number - 232); 3]),
    }
}

/// The number of the colour that differs least, of those that are the same everywhere.
fn nearest(rgb: [u8; 3]) -> u8 {
    let distance = |number: &u8| {
        let found = indexed(*number).unwrap_or_default();
        let parts = found.into_iter().zip(rgb);
        parts
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum::<u32>()
    };
    (16..=255).min_by_key(distance).unwrap_or(16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        for (colorterm, term, program, depth) in [
            ("truecolor", "xterm-256color", "", Depth::True),
            ("24bit", "tmux-256color", "tmux", Depth::True),
            ("24bit", "screen", "tmux", Depth::True),
            ("24bit", "screen", "", Depth::Indexed),
            (
                "truecolor",
                "screen.xterm-256color",
                "iTerm.app",
                Depth::Indexed,
            ),
            ("", "screen", "", Depth::Sixteen),
            ("", "xterm-direct", "", Depth::True),
            ("", "xterm-256color", "", Depth::Indexed),
            ("yes", "screen.xterm-256color", "", Depth::Indexed),
            ("", "xterm", "", Depth::Sixteen),
            ("", "linux", "", Depth::Sixteen),
            ("", "", "", Depth::Sixteen),
        ] {
            let found = Depth::of(colorterm, term, program);
            assert_eq!(found, depth, "{colorterm} {term} {program}");
        }
    }

    #[test]
    fn a_colour_is_told_as_exactly_as_the_terminal_takes_it() {
        let paint = Paint::new(0x00_5f_af_ff, 12);
        assert_eq!(paint.at(Depth::True), Color::Rgb(0x5f, 0xaf, 0xff));
        assert_eq!(paint.at(Depth::Indexed), Color::Indexed(75));
        assert_eq!(paint.at(Depth::Sixteen), Color::Indexed(12));
    }

    #[test]
    fn every_colour_of_the_256_is_nearest_to_itself() {
        for number in 16..=255 {
            let rgb = indexed(number).unwrap();
            let found = nearest(rgb);
            assert_eq!(indexed(found), Some(rgb), "{number}");
        }
    }
}
