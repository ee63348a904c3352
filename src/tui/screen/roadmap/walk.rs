//! Moving: through a list, from step to step, from pane to pane.

use std::iter;

use super::folds::shows;
use super::outline::row_of;
use super::{Filter, Pane, Row, RowKind, State};
use crate::tui::screen::Subject;

impl State {
    /// Gives a pane the keys. Selecting several topics ends with that.
    pub(super) fn go_to(&mut self, pane: Pane) {
        self.pane = pane;
        self.anchor = None;
        self.detail_top = 0;
    }

    /// Goes to a step.
    pub(super) fn go_to_step(&mut self, step: usize) {
        if step != self.step {
            self.step = step;
            self.anchor = None;
            self.fold = None;
            self.is_bare = false;
            self.topics_top = 0;
        }
        self.detail_top = 0;
    }

    /// Selects a row that can be selected.
    pub(super) fn stand_on(&mut self, row: usize) {
        let Some(row) = self.rows().get(row) else {
            return;
        };
        let (key, fold) = match row.kind {
            RowKind::Topic => (row.key, None),
            RowKind::Fold { section, .. } => (row.key, Some(section)),
            RowKind::Group { .. } | RowKind::Level(_) => return,
        };
        self.fold = fold;
        self.is_bare = false;
        self.detail_top = 0;
        if let (None, Some(slot)) = (fold, self.topics.get_mut(self.step)) {
            *slot = Some(key);
        }
    }

    /// The row so many selectable rows on, or as many as there are.
    fn row_on(&self, by: isize) -> usize {
        let rows = self.rows();
        let is_ranging = self.is_ranging();
        let is_selectable = |at: &usize| {
            let row = rows.get(*at);
            row.is_some_and(|row| {
                row.kind == RowKind::Topic || (row.kind.is_selectable() && !is_ranging)
            })
        };
        let from = self.row();
        let many = by.unsigned_abs();
        let found = if by > 0 {
            (from + 1..rows.len())
                .filter(is_selectable)
                .take(many)
                .last()
        } else {
            (0..from).rev().filter(is_selectable).take(many).last()
        };
        found.unwrap_or(from)
    }

    /// One row up or down; from a step's last topic to the next step's first, and back.
    pub(super) fn step_by(&mut self, subject: &Subject<'_>, by: isize) {
        if self.pane != Pane::Topics {
            return self.jump(subject, by);
        }
        let (from, to) = (self.row(), self.row_on(by));
        if from != to || self.is_ranging() {
            return self.stand_on(to);
        }
        let Some(next) = self.step_on(subject, by) else {
            return;
        };
        self.go_to_step(next);
        self.folds.refresh(subject, &self.outline, next, None);
        let mut rows = self.rows().iter();
        let edge = if by > 0 {
            rows.position(|row| row.kind.is_selectable())
        } else {
            rows.rposition(|row| row.kind.is_selectable())
        };
        if let Some(row) = edge {
            self.stand_on(row);
        }
    }

    /// So many rows up or down within the pane that has the keys, stopping at its ends.
    pub(super) fn jump(&mut self, subject: &Subject<'_>, by: isize) {
        self.jump_in(subject, self.pane, by);
    }

    /// So many rows up or down within a pane, stopping at its ends.
    pub(super) fn jump_in(&mut self, subject: &Subject<'_>, pane: Pane, by: isize) {
        let within =
            |at: usize, rows: usize| at.saturating_add_signed(by).min(rows.saturating_sub(1));
        match pane {
            Pane::Steps => {
                let step = within(self.step, subject.roadmap.steps.len());
                if step != self.step {
                    self.go_to_step(step);
                    self.arrive(subject);
                }
                self.detail_top = 0;
            }
            Pane::Topics => self.stand_on(self.row_on(by)),
            Pane::Detail => self.detail_top = within(self.detail_top, self.detail.len()),
        }
    }

    /// The next step in a direction of which anything is shown.
    fn step_on(&self, subject: &Subject<'_>, by: isize) -> Option<usize> {
        let steps = subject.roadmap.steps.len();
        let beyond = iter::successors(self.step.checked_add_signed(by), |step| {
            step.checked_add_signed(by)
        });
        let mut beyond = beyond.take_while(|step| *step < steps);
        beyond.find(|step| self.folds.leaves(*step))
    }

    /// Narrows the topics down. Where nothing of the step is left, the nearest one is selected of which
    /// something is.
    pub(super) fn narrow(&mut self, subject: &Subject<'_>, filter: Filter) {
        self.folds.narrow(filter);
        self.is_bare = false;
        if !filter.is_on() {
            return self.refresh(subject);
        }
        self.fold = None;
        self.arrive(subject);
        if self.is_bare
            && let Some(step) = [1, -1].iter().find_map(|by| self.step_on(subject, *by))
        {
            self.go_to_step(step);
            self.arrive(subject);
        }
    }

    /// Selects what is nearest where the topic of a step that was selected is not shown any more.
    pub(super) fn arrive(&mut self, subject: &Subject<'_>) {
        self.is_bare = false;
        if !self.outline.has_choice(self.step) && !self.filter().is_on() {
            return;
        }
        self.folds.refresh(subject, &self.outline, self.step, None);
        let (rows, last) = (self.rows(), self.last_topic());
        if last.is_some_and(|key| shows(rows, key)) {
            return;
        }
        let from = last.map_or(0, |key| row_of(rows, key));
        let is_topic = |row: &Row| row.kind == RowKind::Topic;
        let after = rows.iter().skip(from).position(is_topic);
        let found = after
            .map(|on| from + on)
            .or_else(|| rows.iter().rposition(is_topic))
            .or_else(|| rows.iter().position(|row| row.kind.is_selectable()));
        match found {
            Some(row) => self.stand_on(row),
            None => self.is_bare = rows.is_empty(),
        }
    }
}
