//! Files that something has happened to.

use proptest::prelude::*;

use super::SMALL;
use roadmap_tui::roadmap::{Place, load};

/// Something that goes wrong while a file is written or carried.
#[derive(Debug, Clone)]
enum Mishap {
    LoseLine(usize),
    RepeatLine(usize),
    SwapLines(usize, usize),
    LoseByte(usize),
    ChangeByte(usize, u8),
    Insert(usize, &'static str),
    Cut(usize),
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let signs = prop::sample::select(vec![
        ":", ": ", "- ", "\n", "\t", "  ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!",
        "|\n", ">", "%", "@", "`", ",", "~", "?", "\r", "---\n", "é", "\u{202e}", "\u{feff}", "\\",
    ]);
    let at = 0..SMALL.len();
    prop_oneof![
        at.clone().prop_map(Mishap::LoseLine),
        at.clone().prop_map(Mishap::RepeatLine),
        (at.clone(), at.clone()).prop_map(|(one, other)| Mishap::SwapLines(one, other)),
        at.clone().prop_map(Mishap::LoseByte),
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Mishap::ChangeByte(at, byte)),
        (at.clone(), signs).prop_map(|(at, sign)| Mishap::Insert(at, sign)),
        at.prop_map(Mishap::Cut),
    ]
}

fn happen(text: &mut Vec<u8>, mishap: &Mishap) {
    let mut lines: Vec<Vec<u8>> = text
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let (count, length) = (lines.len().max(1), text.len().max(1));
    match *mishap {
        _ if text.is_empty() => return,
        Mishap::LoseLine(at) => drop(lines.remove(at % count)),
        Mishap::RepeatLine(at) => lines.insert(at % count, lines[at % count].clone()),
        Mishap::SwapLines(one, other) => lines.swap(one % count, other % count),
        Mishap::LoseByte(at) => {
            text.remove(at % length);
            return;
        }
        Mishap::ChangeByte(at, byte) => {
            text[at % length] = byte;
            return;
        }
        Mishap::Insert(at, sign) => {
            let at = at % length;
            text.splice(at..at, sign.bytes());
            return;
        }
        Mishap::Cut(at) => {
            text.truncate(at % length);
            return;
        }
    }
    *text = lines.concat();
}

/// Whether a reader who counts lines and characters comes to a place.
fn is_within(place: Place, text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(&text)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    text.split('\n')
        .nth(place.line as usize - 1)
        .is_some_and(|line| (1..=line.chars().count() + 1).contains(&(place.column as usize)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn no_mishap_makes_it_panic_or_leaves_the_writer_without_a_place(mishaps in prop::collection::vec(mishap(), 1..6)) {
        let mut text = SMALL.as_bytes().to_vec();
        for mishap in &mishaps {
            happen(&mut text, mishap);
        }
        if let Err(problems) = load(&text) {
            let shown = problems.render("a", &text);
            let calm = !shown.chars().any(|character| character.is_control() && character != '\n');
            prop_assert!(calm, "{:?}", shown);
            prop_assert!(problems.count() > 0);
            for problem in problems.as_slice() {
                let is_within = problem.place.is_some_and(|place| is_within(place, &text));
                prop_assert!(is_within, "{:?}", problem);
            }
        }
    }
}
