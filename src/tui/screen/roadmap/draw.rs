//! Drawing the three panes: only the rows that are in view.

use ratatui::layout::Rect;

use super::{Pane, Panes, Row, RowKind, State};
use crate::progress::Status;
use crate::tui::layout::{Layout, from_column, inner};
use crate::tui::page::Page;
use crate::tui::screen::Subject;
use crate::tui::theme::Role;
use crate::tui::view::{Pen, page_lines, pane_title, rules};
use crate::tui::words;

/// Draws the panes of a layout.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, state: &State, layout: &Layout) {
    let places = Panes::of(layout.body, state.pane);
    let panes = Drawing { subject, state };
    if let Some(area) = places.steps {
        panes.steps(pen, area);
    }
    if let Some(area) = places.topics {
        panes.topics(pen, area);
    }
    if let Some(area) = places.detail {
        panes.detail(pen, area);
    }
    rules(pen, places.shown(), layout);
}

/// What is left of a line for a row below headings.
pub(super) fn room_of(line: Rect, row: &Row) -> Rect {
    from_column(line, line.x + row.depth * 2)
}

struct Drawing<'a> {
    subject: &'a Subject<'a>,
    state: &'a State,
}

impl Drawing<'_> {
    fn steps(&self, pen: &mut Pen<'_>, area: Rect) {
        pane_title(pen, area, [words::STEPS; 2], [""; 2]);
        let steps = &self.subject.roadmap.steps;
        let digits = steps.len().to_string().len();
        let visible = steps.iter().enumerate().skip(self.state.steps_top);
        for (line, (number, step)) in inner(area).rows().zip(visible) {
            let tally = self
                .subject
                .completion
                .section(self.state.outline.section(number));
            pen.status_row(
                line,
                self.selection(Pane::Steps, number == self.state.step),
                tally.status(),
                &format!("{:>digits$} {}", number + 1, step.short_title()),
                &tally.count.to_string(),
            );
            if number != self.state.step && !self.state.folds.leaves(number) {
                pen.restyle(line, Role::Faint);
            }
        }
    }

    fn topics(&self, pen: &mut Pen<'_>, area: Rect) {
        let step = self.state.step;
        if let Some(section) = self.subject.roadmap.steps.get(step) {
            let tally = self
                .subject
                .completion
                .section(self.state.outline.section(step));
            let (mut note, mut brief) = (
                words::pick_and_count(section.pick, tally.count, pen.look),
                tally.count.to_string(),
            );
            if self.state.is_ranging() {
                note = words::range::selected(self.state.selected());
                brief.clone_from(&note);
            }
            let titles = [section.title.as_str(), section.short_title()];
            pane_title(pen, area, titles, [&note, &brief]);
        }
        let visible = self.state.rows().iter().skip(self.state.topics_top);
        for (line, row) in inner(area).rows().zip(visible) {
            self.topic_row(pen, line, row);
        }
        if self.state.is_bare {
            let mut page = Page::new(pen.look, area.width);
            let words = words::filter::nothing(self.state.filter());
            page.text(Role::Text, &self.subject.said(words));
            page_lines(pen, inner(area), &page.into_lines(), 0);
        }
    }

    fn topic_row(&self, pen: &mut Pen<'_>, line: Rect, row: &Row) {
        let indented = room_of(line, row);
        match &row.kind {
            RowKind::Topic => {
                let topic = &self.subject.roadmap[row.key];
                let standing = self.subject.progress.standing(row.key);
                let day = standing
                    .since
                    .filter(|_| standing.status != Status::Todo)
                    .map_or_else(String::new, |at| words::day(at.day(), self.subject.today));
                let has_note = self.subject.progress.note(row.key).is_some();
                let note = words::with_note(has_note, &day, pen.look);
                let selected = self.state.topic() == Some(row.key) && self.state.fold.is_none();
                let title = words::with_extra(&topic.title, topic.extra, pen.look);
                let selection = self.selection(Pane::Topics, selected);
                let in_range = || self.state.is_in_range(row.key).then_some(Role::Selected);
                let selection = selection.or_else(in_range);
                pen.status_row(indented, selection, standing.status, &title, &note);
            }
            RowKind::Group {
                title,
                pick,
                section,
                extra,
            } => {
                let count = self.subject.completion.section(*section).count;
                let title = words::with_extra(title, *extra, pen.look);
                let note = words::pick_and_count(*pick, count, pen.look);
                pen.heading_row(indented, &title, &note);
            }
            RowKind::Level(level) => pen.heading_row(indented, words::level(*level), ""),
            RowKind::Fold {
                section,
                others,
                open,
            } => {
                let selected = self.state.fold == Some(*section);
                // In line with the titles of the topics above.
                let words = format!(
                    "  {}",
                    self.subject.said(&words::choice::fold(*others, *open))
                );
                let selection = self.selection(Pane::Topics, selected);
                pen.plain_row(indented, selection, &words, "");
            }
        }
    }

    fn detail(&self, pen: &mut Pen<'_>, area: Rect) {
        let below = self.state.detail.len() - self.state.detail_top.min(self.state.detail.len());
        let more = if below > usize::from(inner(area).height) {
            words::MORE_BELOW
        } else {
            ""
        };
        pane_title(pen, area, self.subject_titles(), [more, ""]);
        page_lines(pen, inner(area), &self.state.detail, self.state.detail_top);
        if self.state.pane == Pane::Detail {
            pen.put(area.x, area.y, pen.look.glyphs.marker, Role::Title);
        }
    }

    /// The title of what the text is about, and a shorter one.
    fn subject_titles(&self) -> [&str; 2] {
        let roadmap = self.subject.roadmap;
        if let Some(choice) = self.state.selected_fold() {
            let section = roadmap.sections().nth(choice);
            return section.map_or([""; 2], |choice| [&choice.title, choice.short_title()]);
        }
        match (self.state.pane, self.state.topic()) {
            (Pane::Topics | Pane::Detail, Some(key)) => [roadmap[key].title.as_str(); 2],
            (Pane::Steps, _) | (Pane::Topics | Pane::Detail, None) => roadmap
                .steps
                .get(self.state.step)
                .map_or([""; 2], |step| [&step.title, step.short_title()]),
        }
    }

    /// How a row is marked.
    fn selection(&self, pane: Pane, selected: bool) -> Option<Role> {
        selected.then_some(if self.state.pane == pane {
            Role::Cursor
        } else {
            Role::Selected
        })
    }
}
