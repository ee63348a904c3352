//! Fuzzy matching: how well words fit a text, and which letters of it they are.
//!
//! Case never matters. A plain letter also finds its accented kin ("etudes" finds "Études"), an
//! accented one only itself. Several words may stand in any order; each must be found.

mod letters;

pub use letters::{Alphabet, Letters};

use std::collections::HashSet;
use std::ops::Range;

use nucleo_matcher::chars::{normalize, to_lower_case};
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};
use unicode_normalization::UnicodeNormalization;

use letters::Table;

/// How many different words are looked for; what comes behind them is passed over.
const MOST_WORDS: usize = 12;
/// How many letters of a word are looked for: the matcher's scores have room for those of some
/// thousand.
const MOST_LETTERS: usize = 200;
/// What a word scores at least, by letter and in all, where it is no chance find. Letters side by side
/// in the middle of a word score 20 each but for 4; at the beginning of a word they score more, and
/// every letter that is skipped on the way to the next costs.
const LEAST: (u32, u32) = (18, 4);
/// What it adds that nothing of the text is left over.
const WHOLE: u32 = 8;

/// Words to look for.
#[derive(Debug, Clone, Default)]
pub struct Query {
    words: Vec<Word>,
    letters: Letters,
}

/// One word of a query.
#[derive(Debug, Clone)]
struct Word {
    needle: Utf32String,
    /// Whether accents in the text are passed over.
    normalize: bool,
}

impl Word {
    fn new(word: &str) -> Self {
        let chars: Vec<char> = word.chars().take(MOST_LETTERS).map(to_lower_case).collect();
        let normalize = chars.iter().all(|each| normalize(*each) == *each);
        // A needle that is ASCII must say so, else it is not found in texts that are.
        let needle = if chars.iter().all(char::is_ascii) {
            Utf32String::Ascii(chars.into_iter().collect::<String>().into_boxed_str())
        } else {
            Utf32String::Unicode(chars.into_boxed_slice())
        };
        Self { needle, normalize }
    }

    /// What a text scores; none where it lacks the word.
    fn score(
        &self,
        matcher: &mut Matcher,
        haystack: Utf32Str<'_>,
        compare: Compare,
    ) -> Option<u32> {
        let needle = self.needle.slice(..);
        let score = u32::from(compare(matcher, haystack, needle)?);
        if !self.is_chance(score) {
            return Some(score);
        }
        // What takes the first letters it meets, as is done in all long texts, passes over the word
        // itself behind them.
        let whole = self.whole(matcher, haystack).and_then(|place| {
            let part = haystack.slice(place);
            compare(matcher, part, needle)
        });
        Some(score.max(whole.map_or(0, u32::from)))
    }

    /// Adds the places of its letters in a text; none where that lacks the word.
    fn mark(
        &self,
        matcher: &mut Matcher,
        haystack: Utf32Str<'_>,
        marks: &mut Vec<u32>,
    ) -> Option<()> {
        let (needle, before) = (self.needle.slice(..), marks.len());
        let score = matcher.fuzzy_indices(haystack, needle, marks)?;
        if !self.is_chance(u32::from(score)) {
            return Some(());
        }
        if let Some(place) = self.whole(matcher, haystack) {
            marks.truncate(before);
            let start = u32::try_from(place.start).ok()?;
            matcher.fuzzy_indices(haystack.slice(place), needle, marks)?;
            for mark in marks.iter_mut().skip(before) {
                *mark += start;
            }
        }
        Some(())
    }

    /// Where a text has the word letter by letter, and what stands before it: what a letter is worth
    /// depends on that.
    fn whole(&self, matcher: &Matcher, haystack: Utf32Str<'_>) -> Option<Range<usize>> {
        let is_folded = !matcher.config.ignore_case;
        let fold = |letter: char| match (is_folded, letter.is_ascii()) {
            (true, _) => letter,
            (false, true) => letter.to_ascii_lowercase(),
            (false, false) if self.normalize => to_lower_case(normalize(letter)),
            (false, false) => to_lower_case(letter),
        };
        let (needle, length) = (self.needle.slice(..), self.needle.len());
        let first = needle.chars().next()?;
        let at = match (haystack, needle) {
            (Utf32Str::Ascii(text), Utf32Str::Ascii(word)) => {
                let mut parts = text.windows(length);
                parts.position(|part| {
                    part.first().copied().map(char::from).map(fold) == Some(first)
                        && part.eq_ignore_ascii_case(word)
                })
            }
            (Utf32Str::Unicode(text), word) => {
                let mut parts = text.windows(length);
                parts.position(|part| {
                    let letters = part.iter().map(|letter| fold(*letter));
                    letters.eq(word.chars())
                })
            }
            (Utf32Str::Ascii(_), Utf32Str::Unicode(_)) => None,
        }?;
        Some(at.saturating_sub(1)..at + length)
    }

    /// Whether a score is too low for the letters to have been meant.
    fn is_chance(&self, score: u32) -> bool {
        let letters = u32::try_from(self.needle.len()).unwrap_or(u32::MAX);
        let (each, but_for) = LEAST;
        score + but_for < letters.saturating_mul(each)
    }
}

impl Query {
    /// The words of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        // A terminal may send a letter and its accent one by one. One that makes no letter with what it
        // stands on is passed over.
        let plain: String = text.nfc().filter(|it| !is_accent(*it)).collect();
        let mut seen = HashSet::new();
        let words = plain.split_whitespace().filter(|word| seen.insert(*word));
        let words: Vec<Word> = words.take(MOST_WORDS).map(Word::new).collect();
        let letters = words.iter().flat_map(|word| word.needle.slice(..).chars());
        Self {
            letters: letters.fold(Letters::default(), Letters::with),
            words,
        }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The letters that a text must have to be found.
    #[must_use]
    pub const fn letters(&self) -> Letters {
        self.letters
    }

    /// How well a text of so many letters fits, by what each word scores in it.
    fn fit(&self, length: usize, mut score: impl FnMut(&Word) -> Option<u32>) -> Option<Fit> {
        let mut fit = Fit {
            score: 0,
            is_chance: false,
        };
        let mut letters = 0;
        for word in &self.words {
            let score = score(word)?;
            fit.score += score;
            fit.is_chance |= word.is_chance(score);
            letters += word.needle.len();
        }
        if letters == length {
            fit.score += WHOLE;
        }
        Some(fit)
    }
}

const fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// Compares queries with texts; keeps what it needs for that from one text to the next.
#[derive(Debug, Clone)]
pub struct Fuzzy {
    matcher: Matcher,
    chars: Vec<char>,
    folded: Vec<char>,
    /// A letter in lower case, and so the plain one that it is kin to.
    folds: Table<[char; 2]>,
}

impl Default for Fuzzy {
    fn default() -> Self {
        let fold = |letter| [to_lower_case(letter), to_lower_case(normalize(letter))];
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            chars: Vec::new(),
            folded: Vec::new(),
            folds: Table::new(fold),
        }
    }
}

/// How well a text fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The more the better.
    pub score: u32,
    /// Whether the letters of some word stand so far apart that they were hardly meant.
    pub is_chance: bool,
}

/// How a matcher compares a text with a word.
type Compare = fn(&mut Matcher, Utf32Str<'_>, Utf32Str<'_>) -> Option<u16>;

impl Fuzzy {
    /// How well a text fits; none where it lacks a word.
    pub fn fit(&mut self, query: &Query, text: &str) -> Option<Fit> {
        let haystack = haystack(text, &mut self.chars);
        query.fit(haystack.len(), |word| {
            self.matcher.config.normalize = word.normalize;
            word.score(&mut self.matcher, haystack, Matcher::fuzzy_match)
        })
    }

    /// The same in a fraction of the time; the score may be lower than it could be.
    pub fn rough_fit(&mut self, query: &Query, text: &str) -> Option<Fit> {
        let compare = Matcher::fuzzy_match_greedy;
        if text.is_ascii() {
            let haystack = Utf32Str::Ascii(text.as_bytes());
            return query.fit(text.len(), |word| {
                word.score(&mut self.matcher, haystack, compare)
            });
        }
        // The matcher would look each letter up several times.
        self.matcher.config.ignore_case = false;
        self.matcher.config.normalize = false;
        let mut is_plain = None;
        let fit = query.fit(text.chars().count(), |word| {
            if is_plain != Some(word.normalize) {
                is_plain = Some(word.normalize);
                let fold = |letter: char| {
                    if letter.is_ascii() {
                        return letter.to_ascii_lowercase();
                    }
                    let [lower, plain] = self.folds.get(letter);
                    if word.normalize { plain } else { lower }
                };
                self.folded.clear();
                self.folded.extend(text.chars().map(fold));
            }
            let folded = Utf32Str::Unicode(&self.folded);
            word.score(&mut self.matcher, folded, compare)
        });
        self.matcher.config.ignore_case = true;
        fit
    }

    /// Which characters of a text are letters of the query, by their places, in order; none where
    /// it lacks a word.
    pub fn marks(&mut self, query: &Query, text: &str) -> Vec<usize> {
        let haystack = haystack(text, &mut self.chars);
        let mut marks = Vec::new();
        for word in &query.words {
            self.matcher.config.normalize = word.normalize;
            if word.mark(&mut self.matcher, haystack, &mut marks).is_none() {
                return Vec::new();
            }
        }
        marks.sort_unstable();
        marks.dedup();
        marks.into_iter().map(|mark| mark as usize).collect()
    }
}

/// A text as the matcher takes it: its characters one by one, where they are not bytes.
fn haystack<'a>(text: &'a str, chars: &'a mut Vec<char>) -> Utf32Str<'a> {
    if text.is_ascii() {
        return Utf32Str::Ascii(text.as_bytes());
    }
    chars.clear();
    chars.extend(text.chars());
    Utf32Str::Unicode(chars)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The letters of a text that a query marks.
    fn marked(query: &str, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let marks = Fuzzy::default().marks(&Query::new(query), text);
        marks.into_iter().map(|at| chars[at]).collect()
    }

    fn fit(query: &str, text: &str) -> Option<Fit> {
        let query = Query::new(query);
        let fit = Fuzzy::default().fit(&query, text);
        assert!(
            fit.is_none() || Alphabet::default().letters(text).cover(query.letters()),
            "the letters say otherwise"
        );
        fit
    }

    #[test]
    fn letters_are_found_in_their_order_in_whatever_case() {
        for (query, text, letters) in [
            ("cook", "Cookies", "Cook"),
            ("COOK", "Cookies", "Cook"),
            ("ckies", "Cookies", "Ckies"),
            ("etudes", "Études", "Études"),
            ("e", "É", "É"),
            ("etudes", "E\u{301}tudes", "Etudes"),
            ("études", "Études", "Études"),
            ("e\u{301}tudes", "Études", "Études"),
            ("ЗАПРОС", "Язык запросов", "запрос"),
            ("日語", "日本語", "日語"),
            ("c++", "C and C++", "C++"),
            ("$^!'", "a $ ^ ! '", "$^!'"),
            ("\\", "a\\b", "\\"),
        ] {
            assert_eq!(marked(query, text), letters, "{query} in {text}");
            assert!(fit(query, text).is_some(), "{query} in {text}");
        }
    }

    #[test]
    fn what_lacks_a_letter_or_has_them_in_another_order_is_not_found() {
        for (query, text) in [
            ("cookiez", "Cookies"),
            ("seikooc", "Cookies"),
            ("études", "Etudes"),
            ("cookies and more", "Cookies"),
            ("x", ""),
        ] {
            assert_eq!(fit(query, text), None, "{query} in {text}");
            assert_eq!(marked(query, text), "");
        }
    }

    #[test]
    fn words_may_stand_in_any_order() {
        for query in ["sql joins", "joins sql", "  joins   sql  ", "sql sql joins"] {
            assert!(fit(query, "SQL: inner and outer joins").is_some());
            assert_eq!(marked(query, "SQL: inner and outer joins"), "SQLjoins");
        }
        assert!(Query::new(" \t ").is_empty());
    }

    #[test]
    fn the_nearer_together_the_better_and_the_whole_best() {
        let score = |text: &str| fit("git", text).map_or(0, |fit| fit.score);
        let texts = ["Git", "Git basics", "Going in time", "The digits"];
        let scores = texts.map(score);
        assert!(scores.is_sorted_by(|one, other| one > other), "{scores:?}");
    }

    #[test]
    fn letters_far_apart_are_a_chance_find() {
        for (query, text, is_chance) in [
            ("cookie", "Cookies", false),
            ("ookie", "Cookies", false),
            ("ookis", "Cookies", false),
            ("rdb", "Relational databases", false),
            ("dbases", "Relational databases", false),
            ("kts", "Kubernetes", false),
            ("s", "Databases", false),
            ("cookie", "In fact no other work did it alone", true),
            ("etudes", "Are the students", true),
            ("etudes stud", "Are the students", true),
        ] {
            let found = fit(query, text).map(|fit| fit.is_chance);
            assert_eq!(found, Some(is_chance), "{query} in {text}");
        }
    }

    #[test]
    fn very_many_words_and_very_long_ones_are_looked_for_as_far_as_that_makes_sense() {
        let long: String = ('\u{4e00}'..)
            .take(1000)
            .flat_map(|each| [each, ' '])
            .collect();
        assert_eq!(Query::new(&long).words.len(), MOST_WORDS);
        let word = "x".repeat(40_000);
        assert_eq!(fit(&word, "x"), None);
        assert_eq!(marked(&word, &word), "x".repeat(MOST_LETTERS));
        assert_eq!(fit(&word, &word), fit(&word, &"x".repeat(39_999)));
    }

    /// The letters that a letter may be found as.
    fn kin(letter: char) -> [char; 2] {
        [to_lower_case(letter), to_lower_case(normalize(letter))]
    }

    proptest! {
        #[test]
        fn marked_letters_spell_the_word(word in "[a-zA-Zéö日0-9]{1,6}", text in "[ -~éÖ日]{0,20}", cuts in prop::collection::vec(0_usize..20, 6)) {
            // A text that has the letters, with others between.
            let mut text: Vec<char> = text.chars().collect();
            let mut at = 0;
            for (letter, cut) in word.chars().zip(cuts) {
                at = (at + cut % 4).min(text.len());
                text.insert(at, letter);
                at += 1;
            }
            let text: String = text.into_iter().collect();
            let letters = marked(&word, &text);
            prop_assert_eq!(letters.chars().count(), word.chars().count());
            for (found, wanted) in letters.chars().zip(word.chars()) {
                prop_assert!(kin(found).contains(&to_lower_case(wanted)), "{} in {}", word, text);
            }
            prop_assert!(fit(&word, &text).is_some());
        }

        #[test]
        fn what_a_longer_query_finds_the_shorter_finds_too(query in "[abcé ]{1,8}", text in "[abcéÉ ]{0,12}") {
            let shorter: String = query.chars().take(query.chars().count() - 1).collect();
            if fit(&query, &text).is_some() {
                prop_assert!(fit(&shorter, &text).is_some());
            }
        }

        #[test]
        fn a_rough_fit_finds_the_same_and_scores_no_better(query in "[abcé ]{1,6}", text in "[abcdÉ ]{0,12}") {
            let query = Query::new(&query);
            let mut fuzzy = Fuzzy::default();
            let (fine, rough) = (fuzzy.fit(&query, &text), fuzzy.rough_fit(&query, &text));
            prop_assert_eq!(fine.is_some(), rough.is_some());
            prop_assert!(rough.map(|fit| fit.score) <= fine.map(|fit| fit.score));
        }
    }
}
