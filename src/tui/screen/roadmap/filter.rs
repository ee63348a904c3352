//! Which topics the learner wants to see.

use super::outline::{Row, RowKind};
use crate::progress::{Progress, Status};
use crate::roadmap::TopicKey;
use crate::tui::keymap::{Action, ScreenAction};
use crate::tui::overlay::menu::{self, Choice, Item};
use crate::tui::words;

/// What the topics pane is narrowed down to. Counts are always those of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Filter {
    /// Every topic.
    #[default]
    Everything,
    /// What is to do or being learnt; not what stands beside a choice that is made.
    Open,
    /// What is to do.
    Todo,
    /// What is being learnt.
    Learning,
    /// What is done.
    Done,
    /// What was left out.
    Skipped,
    /// What the learner wrote a note on.
    Noted,
}

impl Filter {
    /// Every filter, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Everything,
        Self::Open,
        Self::Todo,
        Self::Learning,
        Self::Done,
        Self::Skipped,
        Self::Noted,
    ];

    /// Whether it leaves something out.
    #[must_use]
    pub fn is_on(self) -> bool {
        self != Self::Everything
    }

    /// Whether it shows a topic.
    #[must_use]
    pub fn shows(self, progress: &Progress, key: TopicKey) -> bool {
        let status = || progress.status(key);
        match self {
            Self::Everything => true,
            Self::Open => matches!(status(), Status::Todo | Status::Learning),
            Self::Todo => status() == Status::Todo,
            Self::Learning => status() == Status::Learning,
            Self::Done => status() == Status::Done,
            Self::Skipped => status() == Status::Skipped,
            Self::Noted => progress.note(key).is_some(),
        }
    }

    /// Whether what is folded away is left there: what is not to do stands in no fold, so that a
    /// filter for it has no use for one.
    pub(super) const fn folds(self) -> bool {
        matches!(self, Self::Everything | Self::Open | Self::Todo)
    }

    /// Whether a row for what is folded away has a place among what it shows.
    const fn shows_folds(self) -> bool {
        matches!(self, Self::Everything | Self::Todo)
    }

    /// Takes out what is not shown, and the headings below which nothing is left. One topic is kept in
    /// any case.
    pub(super) fn thin(self, rows: &mut Vec<Row>, progress: &Progress, kept: Option<TopicKey>) {
        if !self.is_on() {
            return;
        }
        rows.retain(|row| match row.kind {
            RowKind::Topic => Some(row.key) == kept || self.shows(progress, row.key),
            RowKind::Fold { .. } => self.shows_folds(),
            RowKind::Group { .. } | RowKind::Level(_) => true,
        });
        // What stands below a heading is further in than it is.
        let mut below = 0;
        let mut stays: Vec<bool> = rows
            .iter()
            .rev()
            .map(|row| {
                let stays = row.kind.is_selectable() || below > row.depth;
                if stays {
                    below = row.depth;
                }
                stays
            })
            .collect();
        rows.retain(|_| stays.pop().unwrap_or_default());
    }
}

/// The menu of all filters; the one that is on is selected.
pub(super) fn menu(now: Filter) -> menu::State {
    let items = Filter::ALL.map(|filter| {
        let choice = Choice::Run(Action::Screen(ScreenAction::Narrow(filter)));
        Item::new(
            words::filter::key(filter),
            words::filter::name(filter),
            choice,
        )
    });
    let at = Filter::ALL.iter().position(|filter| *filter == now);
    let mut menu = menu::State::new(words::filter::SHOW, "", items.to_vec());
    menu.select(at.unwrap_or_default());
    menu
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::progress::{Change, Entry, History, Stamp};
    use crate::roadmap::Roadmap;
    use crate::tui::screen::roadmap::Outline;
    use crate::tui::screen::roadmap::outline::Folding;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn progress(roadmap: &Roadmap, statuses: &[Status], written: &[usize]) -> Progress {
        let at: Stamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let topics = roadmap.topics();
        let id = |nth: usize| topics[nth % topics.len()].id.clone();
        let statuses = statuses.iter().enumerate();
        let set = statuses.map(|(nth, status)| Entry::status(at, id(nth), *status));
        let notes = written.iter().map(|nth| {
            let text = "a note".to_owned();
            Entry::new(
                at,
                Change::Note {
                    topic: id(*nth),
                    text,
                },
            )
        });
        let history: History = set.chain(notes).collect();
        Progress::of(roadmap, &history)
    }

    #[test]
    fn each_filter_shows_what_it_says() {
        let roadmap = builtin::load().unwrap();
        let progress = progress(&roadmap, &Status::ALL, &[1]);
        let [todo, learning, done, skipped] =
            [0, 1, 2, 3].map(|nth| roadmap.topic(&roadmap.topics()[nth].id).unwrap());
        for (filter, shown) in [
            (Filter::Everything, &[todo, learning, done, skipped][..]),
            (Filter::Open, &[todo, learning]),
            (Filter::Todo, &[todo]),
            (Filter::Learning, &[learning]),
            (Filter::Done, &[done]),
            (Filter::Skipped, &[skipped]),
            (Filter::Noted, &[learning]),
        ] {
            let all = [todo, learning, done, skipped].into_iter();
            let found: Vec<_> = all.filter(|key| filter.shows(&progress, *key)).collect();
            assert_eq!(found, shown, "{filter:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_left_are_the_topics_that_are_shown_below_headings_of_theirs(
            statuses in prop::collection::vec(prop::sample::select(&Status::ALL[..]), 137),
            noted in prop::collection::vec(0_usize..137, 0..20),
            filter in prop::sample::select(&Filter::ALL[..]),
            kept in any::<prop::sample::Index>(),
        ) {
            let roadmap = builtin::load().unwrap();
            let outline = Outline::of(&roadmap);
            let progress = progress(&roadmap, &statuses, &noted);
            for (nth, step) in roadmap.steps.iter().enumerate() {
                let keys: Vec<TopicKey> = step.topics.keys().collect();
                let kept = Some(*kept.get(&keys));
                let open = BTreeSet::new();
                let folding = Folding { progress: &progress, open: &open, kept };
                let rows = outline.filtered(&roadmap, nth, filter, folding);
                let topics: Vec<TopicKey> = rows.iter()
                    .filter(|row| row.kind == RowKind::Topic).map(|row| row.key).collect();
                for key in &keys {
                    let is_shown = topics.contains(key);
                    let may_be_folded = progress.status(*key) == Status::Todo && filter.folds();
                    let wanted = filter.shows(&progress, *key) || Some(*key) == kept;
                    prop_assert!(!is_shown || wanted, "{filter:?}: {}", roadmap[*key].id);
                    prop_assert!(is_shown || !wanted || may_be_folded, "{filter:?}: {}", roadmap[*key].id);
                }
                // No heading stands alone, and those that stay are in the order of the whole.
                for (at, row) in rows.iter().enumerate() {
                    let next = rows.get(at + 1);
                    let has_more = next.is_some_and(|next| next.depth > row.depth);
                    prop_assert!(row.kind.is_selectable() || has_more, "{filter:?}");
                }
                let whole = outline.rows(nth);
                let mut left = whole.iter();
                for row in rows.iter().filter(|row| !matches!(row.kind, RowKind::Fold { .. })) {
                    // The heading of a level has the key of the first project that is shown.
                    let is_same = |each: &Row| {
                        each.kind == row.kind && (each.key == row.key || !row.kind.is_selectable())
                    };
                    prop_assert!(left.any(is_same), "{filter:?}");
                }
            }
        }
    }
}
