//! How much is done, by one rule for everything that is counted.
//!
//! - A section counts its topics: done of all that are not skipped. A nested group adds its count.
//! - A choice with `pick: n` counts n: `min(n, done)` of n, or of as many as are left unskipped.
//! - A choice among groups counts as the picked groups do. The topic that a group names with `for`
//!   picks it once it is learning or done; where none is picked so, groups with something learning
//!   or done in them are. Each pick still to be made is one open item. Of more picked groups than
//!   are needed, those with most done count, the earlier one on a tie.
//! - What goes beyond the source of the roadmap (`extra`) counts only as an alternative of a choice
//!   and within a section that is extra as a whole.

use std::cmp::Reverse;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use super::choice::is_named;
use crate::progress::{Progress, Status};
use crate::roadmap::{Roadmap, Section, TopicKey};

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How many are done; never more than `total`.
    pub done: usize,
    /// How many there are to do.
    pub total: usize,
}

impl Count {
    /// Whether nothing is open.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.done >= self.total
    }

    /// How many of `cells` equal parts are done, rounded down: all of them only when nothing is open.
    #[must_use]
    pub fn share_of(self, cells: usize) -> usize {
        if self.total == 0 {
            return 0;
        }
        // In 128 bits no product of two sizes overflows; the quotient is at most `cells`.
        let share = self.done as u128 * cells as u128 / self.total as u128;
        usize::try_from(share).unwrap_or(cells)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.done, self.total)
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            total: self.total + other.total,
        }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Self::add)
    }
}

/// What is known of one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// What counts of it.
    pub count: Count,
    /// Whether anything in it is learning or done, counted or not.
    pub begun: bool,
    /// Whether it counts as a pick, where it is an alternative of a choice among groups.
    pub picked: bool,
    /// How many picks are still to be made, where it is a choice among groups.
    pub to_pick: usize,
}

impl Tally {
    /// The section's state in the words for a topic's: done when nothing is open, learning when
    /// something is begun, skipped when all of it was left out.
    #[must_use]
    pub const fn status(self) -> Status {
        match (self.count.total, self.count.is_complete(), self.begun) {
            (0, _, false) => Status::Skipped,
            (_, true, _) => Status::Done,
            (_, false, true) => Status::Learning,
            (_, false, false) => Status::Todo,
        }
    }
}

/// How much of a roadmap is done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completion {
    /// All steps together.
    pub total: Count,
    /// One row a section, in the order of [`Roadmap::sections`].
    sections: Vec<Tally>,
}

impl Completion {
    /// Counts a whole roadmap.
    #[must_use]
    pub fn of(roadmap: &Roadmap, progress: &Progress) -> Self {
        let mut counting = Counting {
            progress,
            roadmap,
            sections: Vec::new(),
        };
        let total = roadmap
            .steps
            .iter()
            .map(|step| (step, counting.section(step)))
            .filter(|(step, _)| !step.extra)
            .map(|(_, tally)| tally.count)
            .sum();
        Self {
            total,
            sections: counting.sections,
        }
    }

    /// What is known of a section, by its row in the order of [`Roadmap::sections`].
    #[must_use]
    pub fn section(&self, row: usize) -> Tally {
        self.sections.get(row).copied().unwrap_or_default()
    }
}

struct Counting<'a> {
    progress: &'a Progress,
    roadmap: &'a Roadmap,
    sections: Vec<Tally>,
}

impl Counting<'_> {
    /// Counts a section and the groups within it, one row for each.
    fn section(&mut self, section: &Section) -> Tally {
        let row = self.sections.len();
        self.sections.push(Tally::default());
        let tally = if section.groups.is_empty() {
            self.topics(section)
        } else {
            self.groups(section)
        };
        if let Some(slot) = self.sections.get_mut(row) {
            *slot = tally;
        }
        tally
    }

    fn topics(&self, section: &Section) -> Tally {
        let (mut open, mut done, mut begun) = (0, 0, false);
        for key in section.topics.keys() {
            let status = self.progress.status(key);
            begun |= status.is_taken_up();
            if counts(self.roadmap, section, key) {
                open += usize::from(status != Status::Skipped);
                done += usize::from(status == Status::Done);
            }
        }
        let total = section.pick.map_or(open, |pick| pick.min(open));
        Tally {
            count: Count {
                done: done.min(total),
                total,
            },
            begun,
            ..Tally::default()
        }
    }

    fn groups(&mut self, section: &Section) -> Tally {
        let groups: Vec<Counted> = section
            .groups
            .iter()
            .map(|group| Counted {
                row: self.sections.len(),
                group,
                tally: self.section(group),
            })
            .collect();
        let (count, to_pick) = match section.pick {
            Some(pick) => self.choice(pick, &groups),
            None => (all_groups(section, &groups), 0),
        };
        Tally {
            count,
            begun: groups.iter().any(|each| each.tally.begun),
            to_pick,
            ..Tally::default()
        }
    }

    /// What a choice among groups comes to, and how many picks are still to be made.
    fn choice(&mut self, pick: usize, groups: &[Counted<'_>]) -> (Count, usize) {
        let named = |each: &Counted<'_>| is_named(self.progress, each.group);
        let by_name = groups.iter().any(named);
        let (mut picked, rest): (Vec<_>, Vec<_>) = groups.iter().partition(|each| {
            if by_name {
                named(each)
            } else {
                each.tally.begun
            }
        });
        picked.sort_by_key(|each| Reverse(each.tally.count.done));
        picked.truncate(pick);
        for each in &picked {
            if let Some(tally) = self.sections.get_mut(each.row) {
                tally.picked = true;
            }
        }
        let left = rest.iter().filter(|each| each.tally.count.total > 0);
        let to_pick = (pick - picked.len()).min(left.count());
        let open = Count {
            done: 0,
            total: to_pick,
        };
        let counted: Count = picked.iter().map(|each| each.tally.count).sum();
        (counted + open, to_pick)
    }
}

/// A group that is counted.
struct Counted<'a> {
    row: usize,
    group: &'a Section,
    tally: Tally,
}

/// What the groups of a section that is no choice come to.
fn all_groups(section: &Section, groups: &[Counted<'_>]) -> Count {
    groups
        .iter()
        .filter(|each| section.extra || !each.group.extra)
        .map(|each| each.tally.count)
        .sum()
}

/// Whether a topic that stands directly in a section is counted there.
pub(super) fn counts(roadmap: &Roadmap, section: &Section, key: TopicKey) -> bool {
    section.extra || section.pick.is_some() || !roadmap[key].extra
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::insight::sketch::{Sketch, sketch};
    use proptest::prelude::*;

    impl Sketch {
        fn count(&self) -> Count {
            Completion::of(&self.roadmap, &self.progress()).total
        }

        /// Of each choice among groups, which count, by their place; and whether nothing is open.
        fn picks_and_end(&self) -> (Vec<Vec<usize>>, bool) {
            let progress = self.progress();
            let completion = Completion::of(&self.roadmap, &progress);
            let mut judge = Judge {
                sketch: self,
                progress,
                completion,
                row: 0,
                picks: Vec::new(),
            };
            let mut ended = true;
            for step in &self.roadmap.steps {
                let step_ended = judge.has_ended(step);
                ended &= step_ended || step.extra;
            }
            (judge.picks, ended)
        }
    }

    /// Says in its own way whether anything is left to do.
    struct Judge<'a> {
        sketch: &'a Sketch,
        progress: Progress,
        completion: Completion,
        row: usize,
        picks: Vec<Vec<usize>>,
    }

    impl Judge<'_> {
        fn has_ended(&mut self, section: &Section) -> bool {
            self.row += 1;
            let statuses: Vec<(Status, bool)> = section
                .topics
                .keys()
                .map(|key| (self.progress.status(key), self.sketch.roadmap[key].extra))
                .collect();
            if section.groups.is_empty() {
                let is_open = |status: Status| !matches!(status, Status::Done | Status::Skipped);
                let done = statuses
                    .iter()
                    .filter(|each| each.0 == Status::Done)
                    .count();
                return match section.pick {
                    Some(pick) => done >= pick || !statuses.iter().any(|each| is_open(each.0)),
                    None => !statuses
                        .iter()
                        .any(|&(status, extra)| is_open(status) && (section.extra || !extra)),
                };
            }
            let mut groups = Vec::new();
            for group in &section.groups {
                let tally = self.completion.section(self.row);
                groups.push((group, tally, self.has_ended(group)));
            }
            match section.pick {
                Some(pick) => self.choice_has_ended(pick, &groups),
                None => groups
                    .iter()
                    .all(|(group, _, ended)| *ended || (group.extra && !section.extra)),
            }
        }

        fn choice_has_ended(&mut self, pick: usize, groups: &[(&Section, Tally, bool)]) -> bool {
            let named: Vec<usize> = (0..groups.len())
                .filter(|&nth| {
                    let by = groups[nth].0.picked_by;
                    by.is_some_and(|key| self.progress.status(key).is_taken_up())
                })
                .collect();
            let begun = (0..groups.len())
                .filter(|&nth| groups[nth].1.begun)
                .collect();
            let candidates: Vec<usize> = if named.is_empty() { begun } else { named };
            let mut best = candidates.clone();
            best.sort_by_key(|&nth| (usize::MAX - groups[nth].1.count.done, nth));
            best.truncate(pick);
            best.sort_unstable();
            let is_full = best.len() == pick
                || (0..groups.len())
                    .all(|nth| candidates.contains(&nth) || groups[nth].1.count.total == 0);
            let ended = is_full && best.iter().all(|&nth| groups[nth].2);
            self.picks.push(best);
            ended
        }
    }

    /// Holds that each sketch counts as the text beside it says.
    fn all_count(table: &[(&str, &str)]) {
        for (sketch, count) in table {
            assert_eq!(Sketch::of(sketch).count().to_string(), *count, "{sketch}");
        }
    }

    #[test]
    fn an_ordinary_section_counts_what_is_done_of_what_is_not_skipped() {
        all_count(&[
            ("(o o o)", "0/3"),
            ("(d l o)", "1/3"),
            ("(d - o)", "1/2"),
            ("(d - -)", "1/1"),
            ("(- -)", "0/0"),
            ("(d o) (d d o)", "3/5"),
        ]);
    }

    #[test]
    fn a_choice_counts_as_many_as_it_asks_for() {
        all_count(&[
            ("1(o o o)", "0/1"),
            ("1(d o o)", "1/1"),
            ("1(d d d)", "1/1"),
            ("2(d o o)", "1/2"),
            ("2(d l o)", "1/2"),
            ("2(d d d)", "2/2"),
        ]);
    }

    #[test]
    fn a_choice_of_which_too_few_are_left_counts_those() {
        all_count(&[
            ("1(- - o)", "0/1"),
            ("2(- - o)", "0/1"),
            ("2(- - d)", "1/1"),
            ("1(- - -)", "0/0"),
        ]);
    }

    #[test]
    fn nested_groups_add_up() {
        all_count(&[
            ("[(d o) (o o o)]", "1/5"),
            ("[[1(d o) (d - o)] (o)]", "2/4"),
            ("[[[(d)]]]", "1/1"),
        ]);
    }

    #[test]
    fn a_choice_among_groups_counts_as_the_begun_group_does() {
        all_count(&[
            ("1[(o o) (o o o)]", "0/1"),
            ("1[(o o) (l o o)]", "0/3"),
            ("1[(o d) (o o o)]", "1/2"),
            ("1[1(o d) (o o o)]", "1/1"),
            ("2[(o d) (o o o) (o)]", "1/3"),
            ("2[(o d) (d o o) (o)]", "2/5"),
            ("1[[(d) (o)] (o o o)]", "1/2"),
        ]);
    }

    #[test]
    fn of_more_begun_groups_than_needed_those_with_most_done_count_and_the_earlier_on_a_tie() {
        all_count(&[
            ("1[(l o o) (d o)]", "1/2"),
            ("1[(d o) (d o o)]", "1/2"),
            ("1[(d o o) (d o)]", "1/3"),
            ("2[(l) (d d o) (d o)]", "3/5"),
        ]);
    }

    #[test]
    fn the_group_named_by_for_is_picked_once_its_topic_is_taken_up() {
        all_count(&[
            ("1(o o) 1[(o o)@0 (o o o)@1]", "0/2"),
            ("1(l o) 1[(o o)@0 (o o o)@1]", "0/3"),
            ("1(o d) 1[(o o)@0 (o o o)@1]", "1/4"),
            ("1(- o) 1[(o o)@0 (o o o)@1]", "0/2"),
        ]);
    }

    #[test]
    fn for_wins_over_content_and_content_over_nothing() {
        all_count(&[
            ("1(o d) 1[(d d)@0 (o o o)@1]", "1/4"),
            ("1(o o) 1[(d d)@0 (o o o)@1]", "2/3"),
            ("1(d d) 1[(d d)@0 (o o o)@1]", "3/3"),
            ("1(o d) 1[(d d)@0 (o o o)]", "3/3"),
        ]);
    }

    #[test]
    fn groups_of_which_everything_is_skipped_are_no_open_pick() {
        all_count(&[
            ("1[(- -) (- -)]", "0/0"),
            ("1[(- -) (o o)]", "0/1"),
            ("2[(- -) (d o)]", "1/2"),
            ("1(d) 1[(- -)@0 (o)]", "1/1"),
        ]);
    }

    #[test]
    fn what_goes_beyond_the_source_counts_only_as_an_alternative_or_in_its_own_place() {
        all_count(&[
            ("(d o d+)", "1/2"),
            ("(d -+)", "1/1"),
            ("1(o o d+)", "1/1"),
            ("[(o) (d d)+]", "0/1"),
            ("1[(o) (d o)+]", "1/2"),
            ("1[(o) 1(d+ o+)+]", "1/1"),
            ("(o) (d d)+", "0/1"),
        ]);
        let extra_step = Sketch::of("(o) (d o)+");
        let completion = Completion::of(&extra_step.roadmap, &extra_step.progress());
        assert_eq!(completion.section(1).count.to_string(), "1/2");
    }

    #[test]
    fn a_section_has_the_status_of_what_it_comes_to() {
        let table = [
            ("(o o)", Status::Todo),
            ("(o -)", Status::Todo),
            ("(l o)", Status::Learning),
            ("(d o)", Status::Learning),
            ("(d d)", Status::Done),
            ("(d -)", Status::Done),
            ("1(d o)", Status::Done),
            ("2(l -)", Status::Learning),
            ("(- -)", Status::Skipped),
            ("1[(o) (l)]", Status::Learning),
        ];
        for (sketch, status) in table {
            let sketched = Sketch::of(sketch);
            let completion = Completion::of(&sketched.roadmap, &sketched.progress());
            assert_eq!(completion.section(0).status(), status, "{sketch}");
        }
    }

    #[test]
    fn sections_have_their_rows_in_the_order_of_the_roadmap() {
        let sketch = Sketch::of("[(d) [(o o) (d o o)]] (d d d)");
        let completion = Completion::of(&sketch.roadmap, &sketch.progress());
        let rows: Vec<String> = (0..=sketch.roadmap.sections().count())
            .map(|row| completion.section(row).count.to_string())
            .collect();
        assert_eq!(rows, ["2/6", "1/1", "1/5", "0/2", "1/3", "3/3", "0/0"]);
    }

    #[test]
    fn a_share_is_rounded_down() {
        let share = |done, total, cells| Count { done, total }.share_of(cells);
        assert_eq!(share(78, 79, 24), 23);
        assert_eq!(share(79, 79, 24), 24);
        assert_eq!(share(1, 79, 24), 0);
        assert_eq!(share(0, 0, 24), 0);
        assert_eq!(share(usize::MAX - 1, usize::MAX, 100), 99);
    }

    #[test]
    fn a_new_learner_has_0_of_79() {
        let roadmap = builtin::load().unwrap();
        let steps: Vec<usize> = roadmap
            .sections()
            .enumerate()
            .filter(|(_, section)| !section.id.contains('.'))
            .map(|(row, _)| Completion::of(&roadmap, &Progress::default()).section(row))
            .map(|tally| tally.count.total)
            .collect();
        let total = Completion::of(&roadmap, &Progress::default()).total;
        assert_eq!(total.to_string(), "0/79");
        assert_eq!(steps, [1, 8, 8, 6, 1, 11, 7, 7, 3, 8, 5, 6, 8]);
    }

    proptest! {
        #[test]
        fn done_is_at_most_total_and_equals_it_exactly_when_nothing_is_open(text in sketch()) {
            let sketch = Sketch::of(&text);
            let completion = Completion::of(&sketch.roadmap, &sketch.progress());
            for row in 0..sketch.roadmap.sections().count() {
                let count = completion.section(row).count;
                prop_assert!(count.done <= count.total);
            }
            let count = completion.total;
            prop_assert!(count.done <= count.total);
            prop_assert_eq!(count.done == count.total, sketch.picks_and_end().1, "{}", count);
        }

        #[test]
        fn a_tick_that_changes_no_pick_lowers_neither_done_nor_the_share(text in sketch()) {
            let sketch = Sketch::of(&text);
            let (before, picks) = (sketch.count(), sketch.picks_and_end().0);
            for nth in 0..sketch.statuses.len() {
                let ticked = sketch.ticked(nth);
                if sketch.statuses[nth] == Status::Skipped || ticked.picks_and_end().0 != picks {
                    continue;
                }
                let after = ticked.count();
                prop_assert!(after.done >= before.done, "topic {}: {} {}", nth, before, after);
                prop_assert!(
                    after.done * before.total >= before.done * after.total,
                    "topic {}: {} {}", nth, before, after
                );
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn on_the_built_in_roadmap_no_tick_ever_lowers_done(
            statuses in prop::collection::vec(prop::sample::select(&Status::ALL[..]), 160),
            chosen in prop::collection::vec(any::<prop::sample::Index>(), 20),
        ) {
            let sketch = Sketch { roadmap: builtin::load().unwrap(), statuses };
            let before = sketch.count();
            let topics = sketch.roadmap.topics().len();
            for index in chosen {
                let after = sketch.ticked(index.index(topics)).count();
                prop_assert!(after.done >= before.done, "{} {}", before, after);
            }
        }
    }
}
