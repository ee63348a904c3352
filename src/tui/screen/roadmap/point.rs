//! The mouse on the roadmap screen.

use ratatui::layout::{Position, Rect};

use super::draw::room_of;
use super::{Pane, Panes, RowKind, State};
use crate::progress::Status;
use crate::tui::keymap::ScreenAction;
use crate::tui::layout::{inner, row_at};
use crate::tui::screen::Subject;
use crate::tui::view::status_cell;

impl State {
    /// Selects what is below the pointer and gives its pane the keys; gives what the click then asks
    /// for: on a status, to tick; on what was selected already, to go in.
    pub fn click(
        &mut self,
        subject: &Subject<'_>,
        at: Position,
        body: Rect,
    ) -> Option<ScreenAction> {
        let (pane, area) = Panes::of(body, self.pane).at(at)?;
        let had_keys = self.pane == pane;
        if !had_keys {
            // The text of a topic stays where the wheel has brought it.
            let top = match self.pane {
                Pane::Steps => 0,
                Pane::Topics | Pane::Detail => self.detail_top,
            };
            self.go_to(pane);
            self.detail_top = top;
        }
        let row = row_at(inner(area), at)?;
        match pane {
            Pane::Steps => self.click_step(subject, row, had_keys),
            Pane::Topics => {
                let line = inner(area).rows().nth(row)?;
                self.click_topic(line, row, at, had_keys)
            }
            Pane::Detail => None,
        }
    }

    fn click_step(
        &mut self,
        subject: &Subject<'_>,
        row: usize,
        had_keys: bool,
    ) -> Option<ScreenAction> {
        let step = self.steps_top + row;
        if step >= subject.roadmap.steps.len() {
            return None;
        }
        if step == self.step {
            return had_keys.then_some(ScreenAction::In);
        }
        self.go_to_step(step);
        self.arrive(subject);
        None
    }

    fn click_topic(
        &mut self,
        line: Rect,
        row: usize,
        at: Position,
        had_keys: bool,
    ) -> Option<ScreenAction> {
        let row = self.topics_top + row;
        let clicked = self.rows().get(row)?;
        if !clicked.kind.is_selectable() || self.is_ranging() && clicked.kind != RowKind::Topic {
            return None;
        }
        let is_tick = clicked.kind == RowKind::Topic
            && status_cell(room_of(line, clicked)) == at
            && !self.is_ranging();
        if is_tick {
            self.stand_on(row);
            return Some(ScreenAction::Toggle(Status::Done));
        }
        if row == self.row() {
            return (had_keys && !self.is_ranging()).then_some(ScreenAction::In);
        }
        self.stand_on(row);
        None
    }

    /// Turns the wheel over a pane: through its list or its text, whichever pane has the keys.
    pub fn wheel(&mut self, subject: &Subject<'_>, at: Position, rows: isize, body: Rect) {
        if let Some((pane, _)) = Panes::of(body, self.pane).at(at) {
            self.jump_in(subject, pane, rows);
        }
    }
}
