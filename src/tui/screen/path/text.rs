//! The text of a path, a stage or a course, as lines of a given width.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::{Counts, Place};
use crate::roadmap::{Course, Path, Section, Stage, Target, Topic, TopicKey, TopicRange};
use crate::tui::page::{Page, PageLine, Stop};
use crate::tui::screen::Subject;
use crate::tui::text::{cut, wrap};
use crate::tui::theme::Role;
use crate::tui::words;

/// From this width on stages stand beside the steps that they draw on.
const BESIDE: usize = 60;
/// How many topics a text lists at most: a stage may cover a roadmap of any size.
const MOST: usize = 500;

/// All lines of the text for a pane of this width.
pub(super) fn lines(
    subject: &Subject<'_>,
    counts: &Counts,
    opened: &BTreeSet<TopicKey>,
    place: Place,
    width: u16,
) -> Vec<PageLine> {
    let mut writer = Writer {
        page: Page::new(subject.look, width),
        width,
        subject,
        counts,
        opened,
        left: MOST,
        left_out: 0,
    };
    let tally = counts.of(place);
    writer
        .page
        .status(tally.status(), &words::step_state(tally.count));
    let roadmap = subject.roadmap;
    match place {
        Place::Path(at) => {
            if let Some(path) = roadmap.paths.get(at) {
                writer.path(path, at);
            }
        }
        Place::Stage(path, at) => {
            let path = roadmap.paths.get(path);
            if let Some(stage) = path.and_then(|path| path.stages.get(at)) {
                writer.stage(stage);
            }
        }
        Place::Course(at) => {
            if let Some(course) = roadmap.courses.get(at) {
                writer.course(course);
            }
        }
    }
    writer.page.into_lines()
}

struct Writer<'a> {
    page: Page<'a>,
    width: u16,
    subject: &'a Subject<'a>,
    counts: &'a Counts,
    opened: &'a BTreeSet<TopicKey>,
    /// How many more topics may be listed.
    left: usize,
    left_out: usize,
}

impl<'a> Writer<'a> {
    fn path(&mut self, path: &Path, at: usize) {
        let roadmap = self.subject.roadmap;
        let followed = self.subject.progress.path(roadmap);
        if path.short.is_some() {
            self.page.heading(&path.title);
        }
        self.page.paragraph(&path.summary);
        let is_followed = followed.is_some_and(|followed| followed.id == path.id);
        let words = if is_followed {
            words::path::YOU_FOLLOW
        } else {
            words::path::TO_FOLLOW
        };
        self.page.paragraph(&self.subject.said(words));
        self.page.heading(words::path::STAGES);
        for (number, stage) in path.stages.iter().enumerate() {
            let tally = self.counts.of(Place::Stage(at, number));
            let title = words::path::stage(path, number, stage);
            let sources = self.sources(stage);
            if self.page.width >= BESIDE {
                self.stage_beside(tally, &title, &sources);
            } else {
                self.stage_above(tally, &title, &sources);
            }
        }
        let outside = self.outside(path);
        if !outside.is_empty() {
            self.page.heading(words::path::OUTSIDE);
            for step in outside {
                self.page
                    .item(self.page.look.glyphs.bullet, Role::Text, &step);
            }
        }
    }

    /// A stage on the left, what it draws on on the right.
    fn stage_beside(&mut self, tally: crate::insight::Tally, title: &str, sources: &[String]) {
        let (look, half) = (self.page.look, self.page.width / 2 - 2);
        let (status, count) = (tally.status(), tally.count.to_string());
        let room = half.saturating_sub(3 + count.width());
        let title = cut(title, room, look.glyphs.ellipsis);
        let gap = " ".repeat(room.saturating_sub(title.width()));
        let wrapped = |source: &String| wrap(source, self.page.width - half - 2);
        let mut sources = sources
            .iter()
            .flat_map(wrapped)
            .collect::<Vec<_>>()
            .into_iter();
        self.page.line(vec![
            (Role::of(status), look.glyphs.status(status).to_owned()),
            (Role::Text, format!(" {title}{gap} ")),
            (Role::Faint, format!("{count}  ")),
            (Role::Text, sources.next().unwrap_or_default()),
        ]);
        for more in sources {
            let indent = " ".repeat(half + 2);
            self.page
                .line(vec![(Role::Text, format!("{indent}{more}"))]);
        }
    }

    /// A stage, and below it what it draws on.
    fn stage_above(&mut self, tally: crate::insight::Tally, title: &str, sources: &[String]) {
        let status = tally.status();
        let sign = self.page.look.glyphs.status(status);
        let title = words::path::covered(title, tally.count);
        self.page.item(sign, Role::of(status), &title);
        self.nest(|page| {
            for source in sources {
                page.text(Role::Faint, source);
            }
        });
    }

    /// The steps and courses that a stage draws on, each once, with their counts.
    fn sources(&self, stage: &Stage) -> Vec<String> {
        let mut sources = Vec::new();
        for target in &stage.covers {
            let source = match *target {
                Target::Section(range) => range.keys().next().and_then(|key| self.step(key)),
                Target::Topic(key) => self.step(key),
                Target::Course(at) => {
                    let course = self.subject.roadmap.courses.get(at);
                    let count = self.counts.of(Place::Course(at)).count;
                    course.map(|course| words::path::covered(&course.title, count))
                }
            };
            if let Some(source) = source.filter(|source| !sources.contains(source)) {
                sources.push(source);
            }
        }
        sources
    }

    /// The step of a topic, with its count.
    fn step(&self, key: TopicKey) -> Option<String> {
        let number = self.subject.roadmap.step_of(key)?;
        let step = self.subject.roadmap.steps.get(number)?;
        let title = words::path::step(number, step);
        Some(self.counted(&title, step))
    }

    /// A title with the count of its section.
    fn counted(&self, title: &str, section: &Section) -> String {
        let row = self.counts.rows.row(section.topics);
        match row.map(|row| self.subject.completion.section(row)) {
            Some(tally) => words::path::covered(title, tally.count),
            None => title.to_owned(),
        }
    }

    /// The steps that no stage of a path draws on.
    fn outside(&self, path: &Path) -> Vec<String> {
        let roadmap = self.subject.roadmap;
        let covers = path.stages.iter().flat_map(|stage| &stage.covers);
        let drawn_on: BTreeSet<usize> = covers
            .filter_map(|target| match *target {
                Target::Section(range) => roadmap.step_of(range.keys().next()?),
                Target::Topic(key) => roadmap.step_of(key),
                Target::Course(_) => None,
            })
            .collect();
        let steps = roadmap.steps.iter().enumerate();
        steps
            .filter(|(number, _)| !drawn_on.contains(number))
            .map(|(number, step)| self.counted(&words::path::step(number, step), step))
            .collect()
    }

    fn stage(&mut self, stage: &Stage) {
        self.page.paragraph(&stage.summary);
        // Sections and courses have headings of their own.
        if matches!(stage.covers.first(), Some(Target::Topic(_))) {
            self.page.heading(words::path::COVERS);
        }
        for target in &stage.covers {
            match *target {
                Target::Section(range) => {
                    if let Some(section) = section_of(&self.subject.roadmap.steps, range) {
                        self.section(section);
                    }
                }
                Target::Topic(key) => self.topic(key),
                Target::Course(at) => {
                    if let Some(course) = self.subject.roadmap.courses.get(at) {
                        let count = self.counts.of(Place::Course(at)).count;
                        self.page
                            .heading(&words::path::covered(&course.title, count));
                        self.topics(course.topics);
                    }
                }
            }
        }
        self.own_topics(stage.topics);
        self.end();
    }

    fn course(&mut self, course: &Course) {
        self.page.paragraph(&course.summary);
        self.page.paragraph(words::path::BESIDE);
        if !course.links.is_empty() {
            self.page.heading(words::LINKS);
            self.page.links(&course.links);
        }
        self.own_topics(course.topics);
        self.end();
        if !course.valuable_during.is_empty() {
            self.page.heading(words::path::VALUABLE);
        }
        for point in &course.valuable_during {
            self.page
                .item(self.page.look.glyphs.bullet, Role::Text, &point.title);
            self.nest(|page| page.text(Role::Faint, &point.summary));
        }
    }

    fn own_topics(&mut self, range: TopicRange) {
        if !range.is_empty() {
            self.page.heading(words::path::OWN_TOPICS);
            self.topics(range);
        }
    }

    /// Says how much was left out.
    fn end(&mut self) {
        if self.left_out > 0 {
            self.page.paragraph(&words::path::more(self.left_out));
        }
    }

    /// A section with its count, and all in it.
    fn section(&mut self, section: &Section) {
        if self.left == 0 {
            self.left_out += section.topics.len();
            return;
        }
        let title = self.counted(&section.title, section);
        self.page.heading(&title);
        if let Some(choice) =
            words::choice::told(self.subject.roadmap, self.subject.progress, section)
        {
            self.page.text(Role::Faint, &choice);
        }
        if section.groups.is_empty() {
            self.topics(section.topics);
        }
        for group in &section.groups {
            self.section(group);
        }
    }

    fn topics(&mut self, range: TopicRange) {
        for key in range.keys() {
            if self.left == 0 {
                let listed = range.position(key).unwrap_or_default();
                self.left_out += range.len() - listed;
                return;
            }
            self.topic(key);
        }
    }

    fn topic(&mut self, key: TopicKey) {
        if self.left == 0 {
            self.left_out += 1;
            return;
        }
        self.left -= 1;
        let (look, roadmap) = (self.page.look, self.subject.roadmap);
        let topic = &roadmap[key];
        let status = self.subject.progress.status(key);
        let title = words::with_extra(&topic.title, topic.extra, look);
        let title = match self.subject.progress.note(key) {
            Some(_) => format!("{title} {}", look.glyphs.note),
            None => title,
        };
        let sign = look.glyphs.status(status);
        let stop = Stop::Topic(key);
        self.page.stop(stop, sign, Role::of(status), &title);
        if self.opened.contains(&key) {
            self.nest(|page| write_topic(page, topic));
        }
    }

    /// Writes lines that are indented.
    fn nest(&mut self, write: impl FnOnce(&mut Page<'a>)) {
        let mut page = Page::new(self.subject.look, self.width.saturating_sub(2));
        write(&mut page);
        self.page.nest(page.into_lines());
    }
}

/// The text of a topic that has no place on the roadmap screen.
fn write_topic(page: &mut Page<'_>, topic: &Topic) {
    if !topic.summary.is_empty() {
        page.text(Role::Text, &topic.summary);
    }
    page.checks_and_links(topic);
    page.gap();
}

/// The outermost section with these topics.
fn section_of(sections: &[Section], range: TopicRange) -> Option<&Section> {
    let first = range.keys().next()?;
    let section = sections
        .iter()
        .find(|section| section.topics.contains(first))?;
    if section.topics == range {
        return Some(section);
    }
    section_of(&section.groups, range)
}
