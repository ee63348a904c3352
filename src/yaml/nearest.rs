//! What was most likely meant.

/// How many slips of the finger still make the same word, for words of this length.
fn most_slips(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// The word that differs least from the one that was found, if any is near enough.
pub(crate) fn nearest<'w>(
    found: &str,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    words
        .into_iter()
        .filter_map(|word| Some((slips(found, word)?, word)))
        .min()
        .map(|(_, word)| word)
}

/// How many letters were added, lost, changed or swapped with their neighbour; none if too many.
fn slips(found: &str, word: &str) -> Option<usize> {
    const LONGEST: usize = 100;
    let most = most_slips(found.len().max(word.len()));
    if found.len().abs_diff(word.len()) > most || word.len() > LONGEST {
        return None;
    }
    // Each row holds the slips from the letters of `found` so far to each beginning of `word`.
    let mut row_before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=word.len()).collect();
    let mut earlier = None;
    for (row, letter) in found.bytes().enumerate() {
        let mut next = vec![row + 1];
        let mut left = row + 1;
        let mut wanted_earlier = None;
        for (column, wanted) in word.bytes().enumerate() {
            let of =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let changed = of(&previous, column) + usize::from(letter != wanted);
            let mut least = changed.min(of(&previous, column + 1) + 1).min(left + 1);
            if earlier == Some(wanted) && wanted_earlier == Some(letter) {
                least = least.min(of(&row_before, column.saturating_sub(1)) + 1);
            }
            next.push(least);
            left = least;
            wanted_earlier = Some(wanted);
        }
        if next.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        row_before = std::mem::replace(&mut previous, next);
        earlier = Some(letter);
    }
    previous.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word() {
        let words = ["id", "title", "summary", "links", "checks", "project"];
        for (found, meant) in [
            ("titel", Some("title")),
            ("sumary", Some("summary")),
            ("Summary", Some("summary")),
            ("summry", Some("summary")),
            ("link", Some("links")),
            ("check", Some("checks")),
            ("ids", Some("id")),
            ("steps", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(found, words), meant, "{found:?}");
        }
    }

    #[test]
    fn slips_are_counted_as_a_typist_would() {
        for (found, word, count) in [
            ("abcd", "abcd", Some(0)),
            ("abdc", "abcd", Some(1)),
            ("abcde", "abxde", Some(1)),
            ("web.htpt", "web.http", Some(1)),
            ("abcde", "vwxyz", None),
            ("a", "abcdefghij", None),
        ] {
            assert_eq!(slips(found, word), count, "{found} {word}");
        }
    }
}
