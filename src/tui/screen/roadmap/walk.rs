//! Moving: through a list, from step to step, from pane to pane.

use super::folds::shows;
use super::{Pane, RowKind, State};
use crate::tui::screen::Subject;

impl State {
    pub(super) fn go_to(&mut self, pane: Pane) {
        self.pane = pane;
        self.detail_top = 0;
    }

    pub(super) fn go_to_step(&mut self, step: usize) {
        if step != self.step {
            self.step = step;
            self.fold = None;
            self.topics_top = 0;
        }
        self.detail_top = 0;
    }

    /// Selects a row that can be selected.
    fn stand_on(&mut self, row: usize) {
        let Some(row) = self.rows().get(row) else {
            return;
        };
        let (key, fold) = match row.kind {
            RowKind::Topic => (row.key, None),
            RowKind::Fold { section, .. } => (row.key, Some(section)),
            RowKind::Group { .. } | RowKind::Level(_) => return,
        };
        self.fold = fold;
        self.detail_top = 0;
        if let (None, Some(slot)) = (fold, self.topics.get_mut(self.step)) {
            *slot = Some(key);
        }
    }

    /// The row so many selectable rows on, or as many as there are.
    fn row_on(&self, by: isize) -> usize {
        let rows = self.rows();
        let is_selectable = |at: &usize| rows.get(*at).is_some_and(|row| row.kind.is_selectable());
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
        if from != to {
            return self.stand_on(to);
        }
        let next = self.step.checked_add_signed(by);
        let Some(next) = next.filter(|next| *next < subject.roadmap.steps.len()) else {
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

    /// So many rows up or down within the pane, stopping at its ends.
    pub(super) fn jump(&mut self, subject: &Subject<'_>, by: isize) {
        let within =
            |at: usize, rows: usize| at.saturating_add_signed(by).min(rows.saturating_sub(1));
        match self.pane {
            Pane::Steps => {
                let step = within(self.step, subject.roadmap.steps.len());
                if step != self.step {
                    self.go_to_step(step);
                    self.leave_folded(subject);
                }
                self.detail_top = 0;
            }
            Pane::Topics => self.stand_on(self.row_on(by)),
            Pane::Detail => self.detail_top = within(self.detail_top, self.detail.len()),
        }
    }

    /// Selects the first topic of a step where the one that was is folded away by now.
    fn leave_folded(&mut self, subject: &Subject<'_>) {
        if !self.outline.has_choice(self.step) {
            return;
        }
        self.folds.refresh(subject, &self.outline, self.step, None);
        let rows = self.rows();
        if self.topic().is_some_and(|key| !shows(rows, key))
            && let Some(first) = rows.iter().position(|row| row.kind == RowKind::Topic)
        {
            self.stand_on(first);
        }
    }
}
