//! A text in a pane: lines of a given width, some of which can be selected.

use std::sync::Arc;

use super::text::{wrap, wrap_address};
use super::theme::{Look, Role};
use super::words;
use crate::plain::clean_lines;
use crate::progress::Status;
use crate::roadmap::{Link, Topic, TopicKey};

/// What a line of a page stands for, where it can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A topic; enter goes to it.
    Topic(TopicKey),
    /// A point of a project's checklist, by its full id.
    Point(String),
    /// The learner's repository of a project.
    Repository(TopicKey),
    /// The learner's note on a topic.
    Note(TopicKey),
}

/// One line: an indent, and pieces of text with their roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageLine {
    /// Cells before the text.
    pub indent: u16,
    /// The pieces, side by side.
    pub pieces: Vec<(Role, String)>,
    /// What the line stands for, where it can be selected.
    pub stop: Option<Stop>,
    /// The address that the line leads to, from which of its pieces on.
    pub link: Option<(usize, Arc<str>)>,
}

/// A page while it is written.
#[derive(Debug)]
pub struct Page<'a> {
    /// How things are drawn.
    pub look: &'a Look,
    /// Cells of a line, its indent not among them.
    pub width: usize,
    lines: Vec<PageLine>,
}

impl<'a> Page<'a> {
    /// An empty page for a pane of this width: one cell stays free on either side.
    #[must_use]
    pub fn new(look: &'a Look, width: u16) -> Self {
        Self {
            look,
            width: usize::from(width.saturating_sub(2)),
            lines: Vec::new(),
        }
    }

    /// The lines.
    #[must_use]
    pub fn into_lines(self) -> Vec<PageLine> {
        self.lines
    }

    /// A glyph and words for a status.
    pub fn status(&mut self, status: Status, words: &str) {
        let glyph = self.look.glyphs.status(status).to_owned();
        self.line(vec![
            (Role::of(status), glyph),
            (Role::Text, format!(" {words}")),
        ]);
    }

    /// One line of pieces, which are not wrapped.
    pub fn line(&mut self, pieces: Vec<(Role, String)>) {
        self.lines.push(PageLine {
            indent: 1,
            pieces,
            ..PageLine::default()
        });
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.lines.push(PageLine::default());
    }

    /// An empty line and a heading.
    pub fn heading(&mut self, words: &str) {
        self.gap();
        self.text(Role::Heading, words);
    }

    /// An empty line and a text; nothing for an empty one.
    pub fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.gap();
            self.text(Role::Text, text);
        }
    }

    /// A wrapped text.
    pub fn text(&mut self, role: Role, text: &str) {
        for line in wrap(text, self.width) {
            self.line(vec![(role, line)]);
        }
    }

    /// A text with a sign before its first line, which the others line up with.
    pub fn item(&mut self, sign: &str, role: Role, text: &str) {
        self.stop(None, sign, role, text);
    }

    /// What the learner wrote, line by line, each lined up as it was.
    pub fn note(&mut self, text: &str) {
        for line in clean_lines(text).lines() {
            self.note_line(line, 1);
        }
    }

    /// The same below a sign, as something that can be selected.
    pub fn note_stop(&mut self, stop: Stop, sign: &str, text: &str) {
        let text = clean_lines(text);
        let mut lines = text.lines();
        self.stop(stop, sign, Role::Text, lines.next().unwrap_or_default());
        for line in lines {
            self.note_line(line, 3);
        }
    }

    fn note_line(&mut self, line: &str, indent: u16) {
        let said = line.trim_start();
        if said.is_empty() {
            return self.gap();
        }
        // So far in that something of it is still to be seen.
        let room = self.width.saturating_sub(usize::from(indent - 1));
        let spaces = (line.len() - said.len()).min(room / 2);
        let indent = indent + u16::try_from(spaces).unwrap_or(0);
        for line in wrap(said, room - spaces) {
            self.lines.push(PageLine {
                indent,
                pieces: vec![(Role::Text, line)],
                ..PageLine::default()
            });
        }
    }

    /// An item that can be selected.
    pub fn stop(&mut self, stop: impl Into<Option<Stop>>, sign: &str, role: Role, text: &str) {
        let mut stop = stop.into();
        for (nth, line) in wrap(text, self.width.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let text = (Role::Text, line);
            let (indent, pieces) = match nth {
                0 => (1, vec![(role, format!("{sign} ")), text]),
                _ => (3, vec![text]),
            };
            self.lines.push(PageLine {
                indent,
                pieces,
                stop: stop.take(),
                link: None,
            });
        }
    }

    /// A line of pieces that can be selected; they are not wrapped.
    pub fn stop_line(&mut self, stop: Stop, pieces: Vec<(Role, String)>) {
        self.lines.push(PageLine {
            indent: 1,
            pieces,
            stop: Some(stop),
            link: None,
        });
    }

    /// What is said of an item, below it and lined up with its text.
    pub fn aside(&mut self, text: &str) {
        for line in wrap(text, self.width.saturating_sub(2)) {
            self.lines.push(PageLine {
                indent: 3,
                pieces: vec![(Role::Faint, line)],
                ..PageLine::default()
            });
        }
    }

    /// Lines of another page, further in.
    pub fn nest(&mut self, lines: Vec<PageLine>) {
        self.lines.extend(lines.into_iter().map(|line| PageLine {
            indent: line.indent + 2,
            ..line
        }));
    }

    /// How one knows that one knows a topic, and where to read about it.
    pub fn checks_and_links(&mut self, topic: &Topic) {
        if !topic.checks.is_empty() {
            self.heading(words::YOU_KNOW_IT_WHEN);
        }
        for check in &topic.checks {
            self.item(self.look.glyphs.bullet, Role::Text, check);
        }
        if !topic.links.is_empty() {
            self.heading(words::LINKS);
            self.links(&topic.links);
        }
    }

    /// The links of a topic, numbered, with their addresses.
    pub fn links(&mut self, links: &[Link]) {
        for (number, link) in (1..).zip(links) {
            let first = self.lines.len();
            self.item(&format!("{number}"), Role::Text, &link.title);
            let url: Arc<str> = link.url.as_str().into();
            for (nth, line) in self.lines.iter_mut().skip(first).enumerate() {
                // Before the first line of the title stands the number.
                line.link = Some((usize::from(nth == 0), Arc::clone(&url)));
            }
            self.address(&link.url);
        }
    }

    /// An address, in as many lines as it takes.
    pub fn address(&mut self, url: &str) {
        let target: Arc<str> = url.into();
        for line in wrap_address(url, self.width.saturating_sub(2)) {
            self.lines.push(PageLine {
                indent: 3,
                pieces: vec![(Role::Link, line)],
                stop: None,
                link: Some((0, Arc::clone(&target))),
            });
        }
    }
}
