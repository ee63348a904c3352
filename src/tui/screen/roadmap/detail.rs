//! The text of what is selected, as lines of a given width.

use jiff::civil;

use super::{Pane, State};
use crate::insight::Completion;
use crate::progress::{Progress, Status};
use crate::roadmap::{Project, Roadmap, Section, Topic, TopicKey};
use crate::tui::text::{wrap, wrap_address};
use crate::tui::theme::{Look, Role};
use crate::tui::words;

/// What the text is made from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// Where the learner stands.
    pub progress: &'a Progress,
    /// The counts.
    pub completion: &'a Completion,
    /// How things are drawn.
    pub look: &'a Look,
    /// The learner's day.
    pub today: civil::Date,
}

/// One line: an indent, and pieces of text with their roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DetailLine {
    /// Cells before the text.
    pub indent: u16,
    /// The pieces, side by side.
    pub pieces: Vec<(Role, String)>,
}

/// All lines of the text for a pane of this width: of the step while the steps have the keys, else
/// of the topic.
pub(super) fn lines(subject: &Subject<'_>, state: &State, width: u16) -> Vec<DetailLine> {
    // One cell stays free on either side.
    let mut page = Page {
        look: subject.look,
        width: usize::from(width.saturating_sub(2)),
        lines: Vec::new(),
    };
    match (state.pane, state.topic()) {
        (Pane::Steps, _) => {
            if let Some(step) = subject.roadmap.steps.get(state.step) {
                page.step(subject, step, state.outline.section(state.step));
            }
        }
        (Pane::Topics | Pane::Detail, Some(key)) => page.topic(subject, key),
        (Pane::Topics | Pane::Detail, None) => {}
    }
    page.lines
}

struct Page<'a> {
    look: &'a Look,
    width: usize,
    lines: Vec<DetailLine>,
}

impl Page<'_> {
    fn step(&mut self, subject: &Subject<'_>, step: &Section, row: usize) {
        let tally = subject.completion.section(row);
        let status = tally.status();
        let count = tally.count;
        self.status(status, &words::step_state(count));
        self.paragraph(&step.summary);
        if step.pick.is_some() {
            self.paragraph(&words::choice(step));
        }
        for group in &step.groups {
            if !group.summary.is_empty() {
                self.heading(&group.title);
                self.text(Role::Text, &group.summary);
            }
        }
    }

    fn topic(&mut self, subject: &Subject<'_>, key: TopicKey) {
        let topic = &subject.roadmap[key];
        let standing = subject.progress.standing(key);
        self.status(
            standing.status,
            &words::topic_state(standing, subject.today),
        );
        if topic.extra {
            self.text(Role::Faint, words::BEYOND);
        }
        self.paragraph(&topic.summary);
        if let Some(project) = &topic.project {
            self.project(subject, project);
        }
        self.checks(topic);
        self.links(topic);
    }

    fn project(&mut self, subject: &Subject<'_>, project: &Project) {
        self.heading(words::WHAT_TO_BUILD);
        self.text(Role::Text, &project.brief);
        if !project.checklist.is_empty() {
            self.heading(words::COMPLETE_WITH);
        }
        for point in &project.checklist {
            self.item(self.look.glyphs.bullet, Role::Text, &point.title);
        }
        if !project.practises.is_empty() {
            self.heading(words::PRACTISES);
        }
        for &key in &project.practises {
            let status = subject.progress.status(key);
            let title = &subject.roadmap[key].title;
            self.item(self.look.glyphs.status(status), Role::of(status), title);
        }
    }

    fn checks(&mut self, topic: &Topic) {
        if !topic.checks.is_empty() {
            self.heading(words::YOU_KNOW_IT_WHEN);
        }
        for check in &topic.checks {
            self.item(self.look.glyphs.bullet, Role::Text, check);
        }
    }

    fn links(&mut self, topic: &Topic) {
        if !topic.links.is_empty() {
            self.heading(words::LINKS);
        }
        for (number, link) in (1..).zip(&topic.links) {
            self.item(&format!("{number}"), Role::Text, &link.title);
            for line in wrap_address(&link.url, self.width.saturating_sub(2)) {
                self.lines.push(DetailLine {
                    indent: 3,
                    pieces: vec![(Role::Link, line)],
                });
            }
        }
    }

    fn status(&mut self, status: Status, words: &str) {
        let glyph = self.look.glyphs.status(status).to_owned();
        self.lines.push(DetailLine {
            indent: 1,
            pieces: vec![(Role::of(status), glyph), (Role::Text, format!(" {words}"))],
        });
    }

    fn heading(&mut self, words: &str) {
        self.lines.push(DetailLine::default());
        self.text(Role::Heading, words);
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.lines.push(DetailLine::default());
            self.text(Role::Text, text);
        }
    }

    fn text(&mut self, role: Role, text: &str) {
        let lines = wrap(text, self.width).into_iter().map(|line| DetailLine {
            indent: 1,
            pieces: vec![(role, line)],
        });
        self.lines.extend(lines);
    }

    /// A text with a sign before its first line, which the others line up with.
    fn item(&mut self, sign: &str, role: Role, text: &str) {
        for (nth, line) in wrap(text, self.width.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            self.lines.push(if nth == 0 {
                DetailLine {
                    indent: 1,
                    pieces: vec![(role, format!("{sign} ")), (Role::Text, line)],
                }
            } else {
                DetailLine {
                    indent: 3,
                    pieces: vec![(Role::Text, line)],
                }
            });
        }
    }
}
