//! Drawing the three panes: only the rows that are in view.

use ratatui::layout::{Margin, Rect};
use unicode_width::UnicodeWidthStr;

use super::detail::Subject;
use super::{Pane, Row, RowKind, State};
use crate::progress::Status;
use crate::tui::layout::{Layout, from_column, inner};
use crate::tui::text::cut;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words;

/// Draws the panes of a layout.
pub fn draw(pen: &mut Pen<'_>, subject: &Subject<'_>, state: &State, layout: &Layout) {
    let panes = Panes { subject, state };
    if let Some(area) = layout.steps {
        panes.steps(pen, area);
    }
    if let Some(area) = layout.topics {
        panes.topics(pen, area);
    }
    if let Some(area) = layout.detail {
        panes.detail(pen, area);
    }
    rules(pen, layout);
}

/// The lines between panes and below them.
fn rules(pen: &mut Pen<'_>, layout: &Layout) {
    let glyphs = pen.look.glyphs;
    if let Some(closing) = layout.closing {
        pen.repeat(closing, glyphs.horizontal, Role::Rule);
    }
    let right_edges = [layout.steps, layout.topics, layout.detail]
        .into_iter()
        .flatten()
        .filter(|area| area.right() < layout.header.width);
    for area in right_edges {
        let x = area.right();
        pen.put(x, area.y, glyphs.tee_down, Role::Rule);
        for y in inner(area).y..area.bottom() {
            pen.put(x, y, glyphs.vertical, Role::Rule);
        }
        if let Some(closing) = layout.closing {
            pen.put(x, closing.y, glyphs.tee_up, Role::Rule);
        }
    }
}

struct Panes<'a> {
    subject: &'a Subject<'a>,
    state: &'a State,
}

impl Panes<'_> {
    fn steps(&self, pen: &mut Pen<'_>, area: Rect) {
        title(pen, area, [words::STEPS; 2], [""; 2]);
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
        }
    }

    fn topics(&self, pen: &mut Pen<'_>, area: Rect) {
        let step = self.state.step;
        if let Some(section) = self.subject.roadmap.steps.get(step) {
            let tally = self
                .subject
                .completion
                .section(self.state.outline.section(step));
            let note = words::pick_and_count(section.pick, tally.count, pen.look);
            let titles = [section.title.as_str(), section.short_title()];
            title(pen, area, titles, [&note, &tally.count.to_string()]);
        }
        let visible = self
            .state
            .outline
            .rows(step)
            .iter()
            .skip(self.state.topics_top);
        for (line, row) in inner(area).rows().zip(visible) {
            self.topic_row(pen, line, row);
        }
    }

    fn topic_row(&self, pen: &mut Pen<'_>, line: Rect, row: &Row) {
        let indented = from_column(line, line.x + row.depth * 2);
        match &row.kind {
            RowKind::Topic => {
                let topic = &self.subject.roadmap[row.key];
                let standing = self.subject.progress.standing(row.key);
                let day = standing
                    .since
                    .filter(|_| standing.status != Status::Todo)
                    .map_or_else(String::new, |at| words::day(at.day(), self.subject.today));
                let selected = self.state.topic() == Some(row.key);
                let title = words::with_extra(&topic.title, topic.extra, pen.look);
                let selection = self.selection(Pane::Topics, selected);
                pen.status_row(indented, selection, standing.status, &title, &day);
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
        }
    }

    fn detail(&self, pen: &mut Pen<'_>, area: Rect) {
        let below = self.state.detail.len() - self.state.detail_top.min(self.state.detail.len());
        let more = if below > usize::from(inner(area).height) {
            words::MORE_BELOW
        } else {
            ""
        };
        title(pen, area, self.subject_titles(), [more, ""]);
        let visible = self.state.detail.iter().skip(self.state.detail_top);
        for (line, text) in inner(area).rows().zip(visible) {
            let mut x = line.x + text.indent;
            for (role, piece) in &text.pieces {
                x = pen.text(from_column(line, x), piece, *role);
            }
        }
        if self.state.pane == Pane::Detail {
            pen.put(area.x, area.y, pen.look.glyphs.marker, Role::Title);
        }
    }

    /// The title of what the text is about, and a shorter one.
    fn subject_titles(&self) -> [&str; 2] {
        let roadmap = self.subject.roadmap;
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

/// A pane's first row: a line with a title on it and, on the right, a note. Of both there is a
/// shorter form, taken where the other does not fit.
fn title(pen: &mut Pen<'_>, pane: Rect, titles: [&str; 2], notes: [&str; 2]) {
    let row = Rect { height: 1, ..pane };
    pen.repeat(row, pen.look.glyphs.horizontal, Role::Rule);
    // Around the words there are an end of the line on either side, and spaces.
    let room = |note: &str| usize::from(row.width).saturating_sub(note.width() + 6);
    let [long, short] = titles;
    let [note, brief] = notes;
    let (title, note) = [(long, note), (short, note)]
        .into_iter()
        .find(|(title, note)| title.width() <= room(note))
        .unwrap_or((short, brief));
    let title = cut(title, room(note), pen.look.glyphs.ellipsis);
    let line = row.inner(Margin::new(1, 0));
    pen.title_on(line, &title);
    pen.note_on(line, note);
}
