//! The rows of the topics pane: topics with the headings over them.

use std::collections::BTreeSet;

use super::Filter;
use crate::insight::{is_beside, is_made, picked_groups};
use crate::progress::{Progress, Status};
use crate::roadmap::{Level, Roadmap, Section, TopicKey};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The topic, the first topic below the heading, or the last of the choice that is folded.
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
    /// Stands for the alternatives beside those that are picked.
    Fold {
        /// The row of the choice in tables with one row a section.
        section: usize,
        /// How many there are.
        others: usize,
        /// Whether they are shown above.
        open: bool,
    },
}

impl RowKind {
    /// Rows of one key stand in this order.
    const fn rank(&self) -> u8 {
        match self {
            Self::Group { .. } | Self::Level(_) => 0,
            Self::Topic => 1,
            Self::Fold { .. } => 2,
        }
    }

    /// Whether it can be selected.
    pub(super) const fn is_selectable(&self) -> bool {
        self.rank() > 0
    }
}

/// What is folded away: in a choice that is made, every alternative without a status.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folding<'a> {
    /// Where the learner stands.
    pub progress: &'a Progress,
    /// The choices that are shown whole, by their rows in tables with one row a section.
    pub open: &'a BTreeSet<usize>,
    /// The topic that is shown in any case.
    pub kept: Option<TopicKey>,
}

impl Folding<'_> {
    fn hides(&self, section: usize, keys: impl FnOnce(TopicKey) -> bool) -> bool {
        !self.open.contains(&section) && !self.kept.is_some_and(keys)
    }
}

/// The rows of every step, made once for a roadmap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    steps: Vec<Vec<Row>>,
    sections: Vec<usize>,
    /// Whether there is a choice in a step.
    choices: Vec<bool>,
}

impl Outline {
    /// The outline of a roadmap.
    #[must_use]
    pub fn of(roadmap: &Roadmap) -> Self {
        let mut outline = Self::default();
        let mut section = 0;
        for step in &roadmap.steps {
            outline.sections.push(section);
            outline.choices.push(has_choice(step));
            let mut writer = Writer::new(roadmap, section, None);
            writer.rows.reserve(step.topics.len());
            writer.section(step, 0);
            section = writer.number;
            outline.steps.push(writer.rows);
        }
        outline
    }

    /// Whether there is a choice in a step, so that something of it may be folded away.
    pub(super) fn has_choice(&self, step: usize) -> bool {
        self.choices.get(step).copied().unwrap_or_default()
    }

    /// The rows of a step without what is folded away.
    pub(super) fn folded(&self, roadmap: &Roadmap, step: usize, folding: Folding<'_>) -> Vec<Row> {
        let mut writer = Writer::new(roadmap, self.section(step), Some(folding));
        if let Some(step) = roadmap.steps.get(step) {
            writer.section(step, 0);
        }
        writer.rows
    }

    /// The rows of a step that a filter leaves.
    pub(super) fn filtered(
        &self,
        roadmap: &Roadmap,
        step: usize,
        filter: Filter,
        folding: Folding<'_>,
    ) -> Vec<Row> {
        const NONE: &BTreeSet<usize> = &BTreeSet::new();
        let open = match filter {
            // Beside a choice that is made nothing is open.
            Filter::Open => NONE,
            Filter::Everything
            | Filter::Todo
            | Filter::Learning
            | Filter::Done
            | Filter::Skipped
            | Filter::Noted => folding.open,
        };
        let mut rows = if filter.folds() {
            self.folded(roadmap, step, Folding { open, ..folding })
        } else {
            self.rows(step).to_vec()
        };
        filter.thin(&mut rows, folding.progress, folding.kept);
        rows
    }

    /// Of each step, whether a filter shows anything in it.
    pub(super) fn left_by(
        &self,
        roadmap: &Roadmap,
        progress: &Progress,
        filter: Filter,
    ) -> Vec<bool> {
        const NONE: &BTreeSet<usize> = &BTreeSet::new();
        let folding = Folding {
            progress,
            open: NONE,
            kept: None,
        };
        let steps = roadmap.steps.iter().enumerate();
        steps
            .map(|(nth, step)| {
                let found = step.topics.keys().any(|key| filter.shows(progress, key));
                let is_folded = found && filter == Filter::Open && self.has_choice(nth);
                let rows = || self.filtered(roadmap, nth, filter, folding);
                found && (!is_folded || !rows().is_empty())
            })
            .collect()
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

fn has_choice(section: &Section) -> bool {
    section.pick.is_some() || section.groups.iter().any(has_choice)
}

/// How many sections a section is, with those within.
fn size(section: &Section) -> usize {
    1 + section.groups.iter().map(size).sum::<usize>()
}

/// Writes rows.
struct Writer<'a> {
    roadmap: &'a Roadmap,
    folding: Option<Folding<'a>>,
    /// Counts sections in the order of [`Roadmap::sections`].
    number: usize,
    rows: Vec<Row>,
}

impl<'a> Writer<'a> {
    const fn new(roadmap: &'a Roadmap, number: usize, folding: Option<Folding<'a>>) -> Self {
        Self {
            roadmap,
            folding,
            number,
            rows: Vec::new(),
        }
    }

    /// Adds the rows of what is in a section.
    fn section(&mut self, section: &Section, depth: u16) {
        let row = self.number;
        self.number += 1;
        let folding = self.folding.filter(|by| is_made(by.progress, section));
        let others = if section.groups.is_empty() {
            self.topics(section, row, depth, folding)
        } else {
            self.groups(section, row, depth, folding)
        };
        if let (Some(folding), Some(key)) = (folding, section.topics.keys().next_back())
            && others > 0
        {
            let kind = RowKind::Fold {
                section: row,
                others,
                open: folding.open.contains(&row),
            };
            self.rows.push(Row { key, depth, kind });
        }
    }

    /// Adds groups; gives how many are or could be folded away.
    fn groups(
        &mut self,
        section: &Section,
        row: usize,
        depth: u16,
        folding: Option<Folding<'_>>,
    ) -> usize {
        let picked = folding.map_or_else(Vec::new, |by| picked_groups(by.progress, section));
        let mut others = 0;
        for group in &section.groups {
            if let Some(folding) = folding.filter(|by| is_beside(by.progress, &picked, group)) {
                let hides = folding.hides(row, |key| group.topics.contains(key));
                others += usize::from(hides || folding.open.contains(&row));
                if hides {
                    self.number += size(group);
                    continue;
                }
            }
            if let Some(key) = group.topics.keys().next() {
                let kind = RowKind::Group {
                    title: group.title.clone(),
                    pick: group.pick,
                    section: self.number,
                    extra: group.extra,
                };
                self.rows.push(Row { key, depth, kind });
            }
            self.section(group, depth + 1);
        }
        others
    }

    /// Adds topics; gives how many are or could be folded away.
    fn topics(
        &mut self,
        section: &Section,
        row: usize,
        depth: u16,
        folding: Option<Folding<'_>>,
    ) -> usize {
        let (mut above, mut others) = (None, 0);
        for key in section.topics.keys() {
            if let Some(folding) = folding.filter(|by| by.progress.status(key) == Status::Todo) {
                let hides = folding.hides(row, |kept| kept == key);
                others += usize::from(hides || folding.open.contains(&row));
                if hides {
                    continue;
                }
            }
            let project = self.roadmap[key].project.as_ref();
            let level = project.map(|project| project.level);
            if level != above
                && let Some(level) = level
            {
                let kind = RowKind::Level(level);
                self.rows.push(Row { key, depth, kind });
            }
            above = level;
            let depth = depth + u16::from(level.is_some());
            let kind = RowKind::Topic;
            self.rows.push(Row { key, depth, kind });
        }
        others
    }
}

/// The row of a topic, or where it would stand; rows are in the order of their keys, headings before
/// their first topic, folds behind their last.
pub(super) fn row_of(rows: &[Row], key: TopicKey) -> usize {
    rows.partition_point(|row| (row.key, row.kind.rank()) < (key, RowKind::Topic.rank()))
}

/// The row of the fold of a choice, by that one's row in tables with one row a section.
pub(super) fn row_of_fold(rows: &[Row], choice: usize) -> Option<usize> {
    rows.iter()
        .position(|row| matches!(row.kind, RowKind::Fold { section, .. } if section == choice))
}

/// The first of the headings that stand right above a row.
pub(super) fn first_heading(rows: &[Row], row: usize) -> usize {
    let above = rows.get(..row).unwrap_or_default();
    row - above
        .iter()
        .rev()
        .take_while(|row| !row.kind.is_selectable())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::progress::{Entry, History, Stamp};
    use crate::roadmap::load;
    use proptest::prelude::*;

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
                RowKind::Fold {
                    section,
                    others,
                    open,
                } => format!("{indent}({section}) {others} open: {open}"),
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

    /// Where a learner stands with some topics.
    fn standing(roadmap: &Roadmap, statuses: &[(&str, Status)]) -> Progress {
        let at: Stamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let entries = statuses.iter().map(|(id, status)| {
            assert!(roadmap.topic(id).is_some(), "{id}");
            Entry::status(at, *id, *status)
        });
        Progress::of(roadmap, &entries.collect::<History>())
    }

    const CHOICE: &str = "
        {id: s, title: S, pick: 1, groups: [
            {id: x, title: X, pick: 1, topics: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]},
            {id: y, title: Y, groups: [{id: z, title: Z, topics: [{id: d, title: D}]}]},
            {id: w, title: W, topics: [{id: e, title: E}]}]}";

    /// The rows of the only step, with these choices open and this topic kept.
    fn folded(statuses: &[(&str, Status)], open: &[usize], kept: Option<&str>) -> Vec<String> {
        let (roadmap, outline) = outline(CHOICE);
        let progress = standing(&roadmap, statuses);
        let folding = Folding {
            progress: &progress,
            open: &open.iter().copied().collect(),
            kept: kept.and_then(|id| roadmap.topic(id)),
        };
        let outline = Outline {
            steps: vec![outline.folded(&roadmap, 0, folding)],
            ..outline
        };
        drawn(&roadmap, &outline, 0)
    }

    #[test]
    fn nothing_is_folded_where_nothing_is_picked() {
        let all = [
            "[1] X pick 1",
            "  A",
            "  B",
            "  C",
            "[2] Y",
            "  [3] Z",
            "    D",
            "[4] W",
            "  E",
        ];
        assert_eq!(folded(&[], &[], None), all);
        assert_eq!(folded(&[("s.x.a", Status::Skipped)], &[], None), all);
    }

    #[test]
    fn what_is_beside_a_pick_stands_behind_one_row_for_each_choice() {
        let picked = [("s.x.b", Status::Learning)];
        assert_eq!(
            folded(&picked, &[], None),
            [
                "[1] X pick 1",
                "  B",
                "  (1) 2 open: false",
                "(0) 2 open: false"
            ]
        );
        assert_eq!(
            folded(&picked, &[1], None),
            [
                "[1] X pick 1",
                "  A",
                "  B",
                "  C",
                "  (1) 2 open: true",
                "(0) 2 open: false"
            ]
        );
        // Numbers of sections go on where groups are folded away.
        assert_eq!(
            folded(&[("s.w.e", Status::Done)], &[], None),
            ["[4] W", "  E", "(0) 2 open: false"]
        );
    }

    #[test]
    fn what_has_a_status_or_is_kept_is_never_folded_away() {
        let picked = [("s.x.b", Status::Done), ("s.x.c", Status::Skipped)];
        assert_eq!(
            folded(&picked, &[], Some("s.x.a")),
            ["[1] X pick 1", "  A", "  B", "  C", "(0) 2 open: false"]
        );
        assert_eq!(
            folded(&picked, &[], Some("s.y.z.d")),
            [
                "[1] X pick 1",
                "  B",
                "  C",
                "  (1) 1 open: false",
                "[2] Y",
                "  [3] Z",
                "    D",
                "(0) 1 open: false",
            ]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_topic_is_a_row_or_folded_away_with_nothing_done(
            statuses in prop::collection::vec(prop::sample::select(&Status::ALL[..]), 160),
            kept in any::<prop::sample::Index>(),
        ) {
            let roadmap = builtin::load().unwrap();
            let outline = Outline::of(&roadmap);
            // Every other topic stays to do.
            let statuses: Vec<(&str, Status)> = roadmap.topics().iter().zip(statuses).step_by(2)
                .map(|(topic, status)| (topic.id.as_str(), status)).collect();
            let progress = standing(&roadmap, &statuses);
            let keys: Vec<TopicKey> = roadmap.steps.iter().flat_map(|step| step.topics.keys()).collect();
            let kept = Some(*kept.get(&keys));
            for (nth, step) in roadmap.steps.iter().enumerate() {
                let rows = outline.folded(&roadmap, nth, Folding { progress: &progress, open: &BTreeSet::new(), kept });
                for key in step.topics.keys() {
                    let row = rows.get(row_of(&rows, key));
                    let is_shown = row.is_some_and(|row| row.key == key && row.kind == RowKind::Topic);
                    let may_go = progress.status(key) == Status::Todo && Some(key) != kept;
                    prop_assert!(is_shown || may_go, "{}", roadmap[key].id);
                    prop_assert!(is_shown || outline.has_choice(nth));
                }
                let open: BTreeSet<usize> = (0..100).collect();
                let whole = outline.folded(&roadmap, nth, Folding { progress: &progress, open: &open, kept });
                let without_folds = whole.into_iter().filter(|row| row.kind.rank() < 2);
                prop_assert!(without_folds.eq(outline.rows(nth).iter().cloned()));
            }
        }
    }
}
