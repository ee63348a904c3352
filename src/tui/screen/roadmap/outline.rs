//! The rows of the topics pane: topics with the headings over them.

use crate::roadmap::{Level, Roadmap, Section, TopicKey};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The topic, or the first topic below the heading.
    pub key: TopicKey,
    /// How many headings stand over it.
    pub depth: u16,
    /// What it shows.
    pub kind: RowKind,
}

/// What a row shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind {
    /// A topic.
    Topic,
    /// The heading of a group.
    Group {
        /// Its title.
        title: String,
        /// How many of its members are needed, where it is a choice.
        pick: Option<usize>,
        /// Its row in tables with one row a section.
        section: usize,
        /// Whether it goes beyond the roadmap's source.
        extra: bool,
    },
    /// The heading of the projects of one level.
    Level(Level),
}

/// The rows of every step, made once for a roadmap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    steps: Vec<Vec<Row>>,
    sections: Vec<usize>,
}

impl Outline {
    /// The outline of a roadmap.
    #[must_use]
    pub fn of(roadmap: &Roadmap) -> Self {
        let mut outline = Self::default();
        let mut section = 0;
        for step in &roadmap.steps {
            outline.sections.push(section);
            let mut rows = Vec::with_capacity(step.topics.len());
            push_section(roadmap, step, 0, &mut section, &mut rows);
            outline.steps.push(rows);
        }
        outline
    }

    /// The rows of a step.
    #[must_use]
    pub fn rows(&self, step: usize) -> &[Row] {
        self.steps.get(step).map_or(&[], Vec::as_slice)
    }

    /// The row of a step in tables with one row a section.
    #[must_use]
    pub fn section(&self, step: usize) -> usize {
        self.sections.get(step).copied().unwrap_or(usize::MAX)
    }
}

/// Adds the rows of what is in a section; `number` counts sections in the order of
/// [`Roadmap::sections`].
fn push_section(
    roadmap: &Roadmap,
    section: &Section,
    depth: u16,
    number: &mut usize,
    rows: &mut Vec<Row>,
) {
    *number += 1;
    if section.groups.is_empty() {
        push_topics(roadmap, section, depth, rows);
    }
    for group in &section.groups {
        if let Some(key) = group.topics.keys().next() {
            let kind = RowKind::Group {
                title: group.title.clone(),
                pick: group.pick,
                section: *number,
                extra: group.extra,
            };
            rows.push(Row { key, depth, kind });
        }
        push_section(roadmap, group, depth + 1, number, rows);
    }
}

fn push_topics(roadmap: &Roadmap, section: &Section, depth: u16, rows: &mut Vec<Row>) {
    let mut above = None;
    for key in section.topics.keys() {
        let level = roadmap[key].project.as_ref().map(|project| project.level);
        if level != above
            && let Some(level) = level
        {
            let kind = RowKind::Level(level);
            rows.push(Row { key, depth, kind });
        }
        above = level;
        let depth = depth + u16::from(level.is_some());
        rows.push(Row {
            key,
            depth,
            kind: RowKind::Topic,
        });
    }
}

/// The row of a topic; rows are in the order of their keys, headings before their first topic.
pub(super) fn row_of(rows: &[Row], key: TopicKey) -> usize {
    rows.partition_point(|row| row.key < key || (row.key == key && row.kind != RowKind::Topic))
}

/// The first of the headings that stand right above a row.
pub(super) fn first_heading(rows: &[Row], row: usize) -> usize {
    let above = rows.get(..row).unwrap_or_default();
    row - above
        .iter()
        .rev()
        .take_while(|row| row.kind != RowKind::Topic)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::roadmap::load;

    fn outline(steps: &str) -> (Roadmap, Outline) {
        let yaml = format!("{{format: 1, id: small, title: Small, steps: [{steps}]}}");
        let roadmap = load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let outline = Outline::of(&roadmap);
        (roadmap, outline)
    }

    /// The rows of a step as text, headings with their section in brackets.
    fn drawn(roadmap: &Roadmap, outline: &Outline, step: usize) -> Vec<String> {
        let rows = outline.rows(step).iter().map(|row| {
            let indent = "  ".repeat(usize::from(row.depth));
            match &row.kind {
                RowKind::Topic => format!("{indent}{}", roadmap[row.key].title),
                RowKind::Group {
                    title,
                    pick,
                    section,
                    extra,
                } => {
                    let pick = pick.map_or_else(String::new, |pick| format!(" pick {pick}"));
                    let extra = if *extra { " +" } else { "" };
                    format!("{indent}[{section}] {title}{extra}{pick}")
                }
                RowKind::Level(level) => format!("{indent}<{}>", level.word()),
            }
        });
        rows.collect()
    }

    const NESTED: &str = "
        {id: one, title: One, topics: [{id: a, title: A}, {id: b, title: B}]},
        {id: two, title: Two, groups: [
            {id: x, title: X, groups: [
                {id: p, title: P, pick: 1, topics: [{id: c, title: C}, {id: d, title: D}]},
                {id: q, title: Q, extra: true, topics: [{id: e, title: E}]}]},
            {id: y, title: Y, topics: [{id: f, title: F}]}]},
        {id: three, title: Three, topics: [{id: g, title: G}]}";

    #[test]
    fn a_step_without_groups_has_a_row_a_topic() {
        let (roadmap, outline) = outline(NESTED);
        assert_eq!(drawn(&roadmap, &outline, 0), ["A", "B"]);
    }

    #[test]
    fn headings_stand_over_their_topics_at_their_depth() {
        let (roadmap, outline) = outline(NESTED);
        assert_eq!(
            drawn(&roadmap, &outline, 1),
            [
                "[2] X",
                "  [3] P pick 1",
                "    C",
                "    D",
                "  [4] Q +",
                "    E",
                "[5] Y",
                "  F",
            ]
        );
    }

    #[test]
    fn each_level_has_one_heading_over_its_projects() {
        let project = |id: &str, level: &str| {
            format!(
                "{{id: {id}, title: {id}, project: {{level: {level}, brief: B, practises: [], \
                 checklist: [{{id: p, title: P}}]}}}}"
            )
        };
        let topics = [
            project("a", "beginner"),
            project("b", "beginner"),
            project("c", "advanced"),
            "{id: d, title: d}".to_owned(),
        ];
        let step = format!("{{id: s, title: S, topics: [{}]}}", topics.join(", "));
        let (roadmap, outline) = outline(&step);
        assert_eq!(
            drawn(&roadmap, &outline, 0),
            ["<beginner>", "  a", "  b", "<advanced>", "  c", "d"]
        );
    }

    #[test]
    fn sections_are_numbered_as_the_roadmap_lists_them() {
        for (roadmap, outline) in [outline(NESTED), {
            let roadmap = builtin::load().unwrap();
            let outline = Outline::of(&roadmap);
            (roadmap, outline)
        }] {
            let sections: Vec<&Section> = roadmap.sections().collect();
            for (nth, step) in roadmap.steps.iter().enumerate() {
                assert_eq!(sections[outline.section(nth)].id, step.id);
                for row in outline.rows(nth) {
                    if let RowKind::Group { title, section, .. } = &row.kind {
                        assert_eq!(&sections[*section].title, title);
                        assert!(sections[*section].topics.contains(row.key));
                    }
                }
            }
        }
    }

    #[test]
    fn every_topic_of_a_step_has_one_row_and_is_found_there() {
        let roadmap = builtin::load().unwrap();
        let outline = Outline::of(&roadmap);
        for (nth, step) in roadmap.steps.iter().enumerate() {
            let rows = outline.rows(nth);
            let topics = rows.iter().filter(|row| row.kind == RowKind::Topic);
            assert!(topics.map(|row| row.key).eq(step.topics.keys()));
            for key in step.topics.keys() {
                let row = &rows[row_of(rows, key)];
                assert_eq!((row.key, &row.kind), (key, &RowKind::Topic));
            }
        }
    }

    #[test]
    fn only_headings_right_above_a_row_belong_to_it() {
        let (_, outline) = outline(NESTED);
        let rows = outline.rows(1);
        let first: Vec<usize> = (0..rows.len())
            .map(|row| first_heading(rows, row))
            .collect();
        assert_eq!(first, [0, 0, 0, 3, 4, 4, 6, 6]);
    }

    #[test]
    fn a_step_that_does_not_exist_has_no_rows_and_no_section() {
        let (_, outline) = outline(NESTED);
        assert_eq!(outline.rows(3), []);
        assert_eq!(outline.section(3), usize::MAX);
    }
}
