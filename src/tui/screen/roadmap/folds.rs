//! Which choices are shown whole, which topics are shown at all, and the rows of the selected step that
//! this leaves.

use std::collections::BTreeSet;

use super::Filter;
use super::outline::{Folding, Outline, Row, RowKind, row_of, row_of_fold};
use crate::roadmap::TopicKey;
use crate::tui::screen::Subject;

/// What the rows were made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Made {
    step: usize,
    filter: Filter,
    /// How many entries the learner's history had.
    entries: usize,
    /// The topic that is shown only because it is selected.
    kept: Option<TopicKey>,
}

/// In which steps a filter shows anything.
#[derive(Debug, Clone, Default)]
struct Left {
    filter: Filter,
    /// How many entries the learner's history had.
    entries: usize,
    steps: Vec<bool>,
}

/// The folds and the filter of a roadmap. Rows are made anew only where something changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Folds {
    open: BTreeSet<usize>,
    filter: Filter,
    made: Option<Made>,
    rows: Vec<Row>,
    left: Left,
}

impl Folds {
    /// The rows of a step.
    pub(super) fn rows<'a>(&'a self, outline: &'a Outline, step: usize) -> &'a [Row] {
        if self.made.is_some_and(|made| made.step == step) {
            &self.rows
        } else {
            outline.rows(step)
        }
    }

    /// What is shown.
    pub(super) const fn filter(&self) -> Filter {
        self.filter
    }

    /// Shows other topics from now on.
    pub(super) fn narrow(&mut self, filter: Filter) {
        self.filter = filter;
        self.made = None;
    }

    /// Whether anything of a step is shown.
    pub(super) fn leaves(&self, step: usize) -> bool {
        !self.filter.is_on() || self.left.steps.get(step).copied().unwrap_or_default()
    }

    /// Brings the rows of a step in line with what is done. The selected topic is always among them.
    pub(super) fn refresh(
        &mut self,
        subject: &Subject<'_>,
        outline: &Outline,
        step: usize,
        selected: Option<TopicKey>,
    ) {
        if self.filter.is_on() {
            self.look_at_steps(subject, outline);
        } else if !outline.has_choice(step) {
            return;
        }
        let entries = subject.history.len();
        let fresh = self.made.is_some_and(|made| {
            let is_kept_for = made.kept.is_none() || made.kept == selected;
            let is_same = (made.step, made.filter) == (step, self.filter);
            is_same && made.entries == entries && is_kept_for
        });
        if !fresh {
            self.make(subject, outline, step, None);
        }
        if selected.is_some_and(|key| !shows(&self.rows, key)) {
            self.make(subject, outline, step, selected);
        }
    }

    fn make(
        &mut self,
        subject: &Subject<'_>,
        outline: &Outline,
        step: usize,
        kept: Option<TopicKey>,
    ) {
        let folding = Folding {
            progress: subject.progress,
            open: &self.open,
            kept,
        };
        self.rows = outline.filtered(subject.roadmap, step, self.filter, folding);
        self.made = Some(Made {
            step,
            filter: self.filter,
            entries: subject.history.len(),
            kept,
        });
    }

    fn look_at_steps(&mut self, subject: &Subject<'_>, outline: &Outline) {
        let (filter, entries) = (self.filter, subject.history.len());
        let left = &self.left;
        if (left.filter, left.entries) != (filter, entries) || left.steps.is_empty() {
            self.left = Left {
                filter,
                entries,
                steps: outline.left_by(subject.roadmap, subject.progress, filter),
            };
        }
    }

    /// Folds of which these are open, and what is shown.
    pub(super) fn opened(open: impl Iterator<Item = usize>, filter: Filter) -> Self {
        Self {
            open: open.collect(),
            filter,
            ..Self::default()
        }
    }

    /// The choices that are shown whole.
    pub(super) fn open(&self) -> impl Iterator<Item = usize> {
        self.open.iter().copied()
    }

    /// Shows a choice whole, or folds it again.
    pub(super) fn toggle(&mut self, choice: usize) {
        if !self.open.remove(&choice) {
            self.open.insert(choice);
        }
        self.made = None;
    }
}

/// Whether a topic is among the rows.
pub(super) fn shows(rows: &[Row], key: TopicKey) -> bool {
    let row = rows.get(row_of(rows, key));
    row.is_some_and(|row| row.key == key && row.kind == RowKind::Topic)
}

/// Whether the fold of a choice is among the rows.
pub(super) fn has_fold(rows: &[Row], choice: usize) -> bool {
    row_of_fold(rows, choice).is_some()
}
