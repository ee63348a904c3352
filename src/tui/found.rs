//! What an accepted search found, to go through one place after another.

use std::collections::HashSet;

use crate::insight::Lead;

/// The places, the best first, and the one where the learner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was looked for.
    pub text: String,
    places: Vec<Lead>,
    at: usize,
    /// Whether the learner is there, and has not gone elsewhere since.
    pub is_here: bool,
}

impl Found {
    /// The places of hits, each once, standing at that of one of them, where the learner goes; none where there is no hit.
    #[must_use]
    pub fn new(text: &str, hits: &[Lead], at: usize) -> Option<Self> {
        let here = hits.get(at)?;
        let mut seen = HashSet::new();
        let places = hits.iter().copied().filter(|lead| seen.insert(*lead));
        let places: Vec<Lead> = places.collect();
        let at = places.iter().position(|lead| lead == here)?;
        Some(Self {
            text: text.to_owned(),
            places,
            at,
            is_here: true,
        })
    }

    /// The place that it stands at.
    #[must_use]
    pub fn place(&self) -> Option<Lead> {
        self.places.get(self.at).copied()
    }

    /// Its number, counted from 1, and how many there are.
    #[must_use]
    pub const fn number(&self) -> (usize, usize) {
        (self.at + 1, self.places.len())
    }

    /// So many places on, around the ends.
    pub fn step(&mut self, by: isize) {
        let count = self.places.len().max(1);
        let at = self
            .at
            .checked_add_signed(by.rem_euclid(count.cast_signed()));
        self.at = at.unwrap_or_default() % count;
        self.is_here = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_comes_once_and_around_the_ends() {
        let hits = [Lead::Step(3), Lead::Step(1), Lead::Step(3), Lead::Step(2)];
        let mut found = Found::new("x", &hits, 2).unwrap();
        assert_eq!(
            (found.place(), found.number()),
            (Some(Lead::Step(3)), (1, 3))
        );
        for (by, step, number) in [(1, 1, 2), (1, 2, 3), (1, 3, 1), (-1, 2, 3), (-1, 1, 2)] {
            found.step(by);
            assert_eq!(found.place(), Some(Lead::Step(step)));
            assert_eq!(found.number(), (number, 3));
        }
    }

    #[test]
    fn without_a_hit_there_is_nothing_to_go_through() {
        assert_eq!(Found::new("x", &[], 0), None);
        assert_eq!(Found::new("x", &[Lead::Step(1)], 1), None);
    }
}
