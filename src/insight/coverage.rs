//! How much is done of what stages, paths and courses cover: the rule of [`Completion`] over other
//! bounds.
//!
//! - A section counts as it does on the roadmap, so a choice counts its picks.
//! - A topic that is covered by its own name counts as one, be it an alternative or not.
//! - A course, and what a stage has of its own, counts topic by topic.
//! - What is covered twice counts once: as a part of the widest of what covers it.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Completion, Count, Tally};
use crate::progress::{Progress, Status};
use crate::roadmap::{Course, Path, Roadmap, Stage, Target, TopicKey, TopicRange};

/// The rows of sections in tables with one row a section, by the topics within them. Of sections
/// with the same topics, the outermost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionRows(HashMap<TopicRange, usize>);

impl SectionRows {
    /// The rows of a roadmap.
    #[must_use]
    pub fn of(roadmap: &Roadmap) -> Self {
        let mut rows = HashMap::new();
        for (row, section) in roadmap.sections().enumerate() {
            rows.entry(section.topics).or_insert(row);
        }
        Self(rows)
    }

    /// The row of a section.
    #[must_use]
    pub fn row(&self, topics: TopicRange) -> Option<usize> {
        self.0.get(&topics).copied()
    }
}

/// Counts what is covered.
#[derive(Debug, Clone, Copy)]
pub struct Coverage<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// Where the learner stands.
    pub progress: &'a Progress,
    /// The counts of the sections.
    pub completion: &'a Completion,
    /// Where those are.
    pub rows: &'a SectionRows,
}

impl Coverage<'_> {
    /// What is known of all that a path covers.
    #[must_use]
    pub fn path(&self, path: &Path) -> Tally {
        self.all(path.stages.iter().flat_map(pieces).collect())
    }

    /// What is known of a stage.
    #[must_use]
    pub fn stage(&self, stage: &Stage) -> Tally {
        self.all(pieces(stage).collect())
    }

    /// What is known of a course.
    #[must_use]
    pub fn course(&self, course: &Course) -> Tally {
        self.all(vec![Piece::Own(course.topics)])
    }

    fn all(&self, pieces: Vec<Piece>) -> Tally {
        let mut placed: Vec<(usize, usize, Piece)> = pieces
            .into_iter()
            .filter_map(|piece| {
                let (first, last) = self.ends(piece)?;
                Some((first.index(), last.index(), piece))
            })
            .collect();
        // Of what begins at the same topic the widest comes first, and of that the section.
        placed.sort_by_key(|&(first, last, piece)| (first, Reverse(last), piece.rank()));
        let mut counted: Option<usize> = None;
        let mut tally = Tally::default();
        for (_, last, piece) in placed {
            // Sections and courses lie within one another or apart, so this one is within another.
            if counted.is_some_and(|counted| last <= counted) {
                continue;
            }
            counted = Some(last);
            let piece = self.piece(piece);
            tally.count = tally.count + piece.count;
            tally.begun |= piece.begun;
        }
        tally
    }

    /// The first and the last topic of a piece; none where it is empty.
    fn ends(&self, piece: Piece) -> Option<(TopicKey, TopicKey)> {
        let range = match piece {
            Piece::Section(range) | Piece::Own(range) => range,
            Piece::Topic(key) => return Some((key, key)),
            Piece::Course(at) => self.roadmap.courses.get(at)?.topics,
        };
        Some((range.keys().next()?, range.keys().next_back()?))
    }

    fn piece(&self, piece: Piece) -> Tally {
        match piece {
            Piece::Section(range) => self
                .rows
                .row(range)
                .map_or_else(Tally::default, |row| self.completion.section(row)),
            Piece::Topic(key) => self.topics([key].into_iter()),
            Piece::Own(range) => self.own(range),
            Piece::Course(at) => self
                .roadmap
                .courses
                .get(at)
                .map_or_else(Tally::default, |course| self.own(course.topics)),
        }
    }

    fn own(&self, range: TopicRange) -> Tally {
        self.topics(range.keys().filter(|key| !self.roadmap[*key].extra))
    }

    fn topics(&self, keys: impl Iterator<Item = TopicKey>) -> Tally {
        let mut tally = Tally::default();
        for key in keys {
            let status = self.progress.status(key);
            tally.begun |= status.is_taken_up();
            tally.count = tally.count
                + Count {
                    done: usize::from(status == Status::Done),
                    total: usize::from(status != Status::Skipped),
                };
        }
        tally
    }
}

/// One of the things that are covered.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Section(TopicRange),
    Topic(TopicKey),
    Course(usize),
    /// Topics that stand nowhere else.
    Own(TopicRange),
}

impl Piece {
    const fn rank(self) -> u8 {
        match self {
            Self::Section(_) => 0,
            Self::Course(_) | Self::Own(_) => 1,
            Self::Topic(_) => 2,
        }
    }
}

fn pieces(stage: &Stage) -> impl Iterator<Item = Piece> {
    let covered = stage.covers.iter().map(|target| match *target {
        Target::Section(range) => Piece::Section(range),
        Target::Topic(key) => Piece::Topic(key),
        Target::Course(at) => Piece::Course(at),
    });
    covered.chain([Piece::Own(stage.topics)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::insight::sketch::progress;
    use crate::roadmap::load;
    use proptest::prelude::*;

    /// Steps: a choice, a plain one, one of groups with a choice in it; a course; an extra topic in
    /// each of the last two. `{}` is where stages go.
    const STEPS: &str = "{format: 1, id: small, title: Small, steps: [
        {id: lang, title: L, pick: 1, topics: [{id: js, title: JS}, {id: go, title: Go}]},
        {id: web, title: W, topics: [{id: http, title: H}, {id: dns, title: D}, {id: more, title: M, extra: true}]},
        {id: data, title: D, groups: [
            {id: db, title: DB, pick: 1, topics: [{id: a, title: A}, {id: b, title: B}]},
            {id: sql, title: S, topics: [{id: joins, title: J}, {id: keys, title: K}]}]}],
        courses: [{id: course, title: C, topics: [{id: one, title: 1}, {id: two, title: 2, extra: true}]}],
        paths: [{id: path, title: P, stages: [STAGES]}]}";

    fn small(stages: &str) -> Roadmap {
        let yaml = STEPS.replace("STAGES", stages);
        load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{yaml}\n{problems}"))
    }

    /// Where a learner stands with some topics done, some learning and some skipped.
    fn standing(roadmap: &Roadmap, done: &[&str], learning: &[&str], skipped: &[&str]) -> Progress {
        let statuses: Vec<Status> = roadmap
            .topics()
            .iter()
            .map(|topic| match topic.id.as_str() {
                id if done.contains(&id) => Status::Done,
                id if learning.contains(&id) => Status::Learning,
                id if skipped.contains(&id) => Status::Skipped,
                _ => Status::Todo,
            })
            .collect();
        progress(roadmap, &statuses)
    }

    /// What the first path comes to: its own tally, then that of each stage.
    fn tallies(roadmap: &Roadmap, progress: &Progress) -> Vec<Tally> {
        let completion = Completion::of(roadmap, progress);
        let rows = SectionRows::of(roadmap);
        let coverage = Coverage {
            roadmap,
            progress,
            completion: &completion,
            rows: &rows,
        };
        let path = &roadmap.paths[0];
        let stages = path.stages.iter().map(|stage| coverage.stage(stage));
        [coverage.path(path)].into_iter().chain(stages).collect()
    }

    /// The fraction of a single stage that covers this, with these topics done.
    fn fraction(covers: &str, done: &[&str]) -> String {
        let roadmap = small(&format!("{{id: s, title: S, covers: [{covers}]}}"));
        let tallies = tallies(&roadmap, &standing(&roadmap, done, &[], &[]));
        assert_eq!(tallies[0], tallies[1], "{covers}");
        tallies[0].count.to_string()
    }

    #[test]
    fn a_covered_section_counts_as_it_does_on_the_roadmap() {
        assert_eq!(fraction("web", &["web.http", "web.more"]), "1/2");
        assert_eq!(fraction("lang", &[]), "0/1");
        assert_eq!(fraction("lang", &["lang.js", "lang.go"]), "1/1");
        assert_eq!(fraction("data", &["data.db.b", "data.sql.keys"]), "2/3");
        assert_eq!(fraction("data.db", &["data.db.b"]), "1/1");
    }

    #[test]
    fn an_alternative_that_is_covered_by_its_name_counts_as_that_topic() {
        assert_eq!(fraction("lang.js", &["lang.go"]), "0/1");
        assert_eq!(fraction("lang.js", &["lang.js"]), "1/1");
        assert_eq!(fraction("lang.js, lang.go", &["lang.go"]), "1/2");
        assert_eq!(fraction("web.more", &["web.more"]), "1/1");
    }

    #[test]
    fn a_course_counts_by_its_topics_without_what_goes_beyond() {
        assert_eq!(fraction("course", &[]), "0/1");
        assert_eq!(fraction("course", &["course.one", "course.two"]), "1/1");
    }

    #[test]
    fn what_is_covered_twice_counts_once() {
        for covers in ["web, web.http", "web.http, web, web.dns"] {
            assert_eq!(fraction(covers, &["web.http"]), "1/2", "{covers}");
        }
        assert_eq!(fraction("data.sql, data", &["data.sql.joins"]), "1/3");
        assert_eq!(fraction("lang, lang.js", &["lang.go"]), "1/1");
        assert_eq!(fraction("course, course.one", &["course.one"]), "1/1");
    }

    #[test]
    fn a_path_counts_once_what_two_of_its_stages_cover() {
        let roadmap = small(
            "{id: a, title: A, covers: [web], topics: [{id: own, title: O}]}, \
             {id: b, title: B, covers: [web.http, lang]}",
        );
        let done = standing(&roadmap, &["web.http", "path.a.own"], &[], &[]);
        let counts: Vec<String> = tallies(&roadmap, &done)
            .iter()
            .map(|tally| tally.count.to_string())
            .collect();
        assert_eq!(counts, ["2/4", "2/3", "1/2"]);
    }

    #[test]
    fn what_is_skipped_is_not_counted_and_what_is_learnt_makes_a_stage_begun() {
        let roadmap = small("{id: s, title: S, covers: [web, lang.js, course]}");
        let progress = standing(&roadmap, &[], &["course.one"], &["web.dns", "lang.js"]);
        let tally = tallies(&roadmap, &progress)[1];
        assert_eq!(tally.count.to_string(), "0/2");
        assert_eq!(tally.status(), Status::Learning);
        let all = standing(
            &roadmap,
            &[],
            &[],
            &["web.dns", "web.http", "lang.js", "course.one"],
        );
        assert_eq!(tallies(&roadmap, &all)[1].status(), Status::Skipped);
    }

    #[test]
    fn the_stages_of_the_built_in_path_count_what_they_cover() {
        let roadmap = builtin::load().unwrap();
        let tallies = tallies(&roadmap, &Progress::default());
        let totals: Vec<usize> = tallies.iter().map(|tally| tally.count.total).collect();
        // JavaScript and 8 of step 2, Git, the course, Express, NoSQL (1 of 2, and 4 topics), SQL
        // (1 of 2, and 5), auth, 3 projects, deployment, algorithms, system design.
        assert_eq!(totals, [66, 9, 6, 10, 1, 5, 6, 7, 3, 5, 8, 6]);
    }

    /// Everything on the built-in roadmap that a stage may cover.
    fn targets(roadmap: &Roadmap) -> Vec<Target> {
        let sections = roadmap
            .sections()
            .map(|section| Target::Section(section.topics));
        let topics = roadmap.steps.iter().flat_map(|step| step.topics.keys());
        let course = [Target::Course(0)];
        sections
            .chain(topics.map(Target::Topic))
            .chain(course)
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn done_is_at_most_total_and_no_tick_lowers_it(
            statuses in prop::collection::vec(prop::sample::select(&Status::ALL[..]), 160),
            covered in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
            ticked in prop::collection::vec(any::<prop::sample::Index>(), 10),
        ) {
            let mut roadmap = builtin::load().unwrap();
            let targets = targets(&roadmap);
            let covers = covered.iter().map(|index| *index.get(&targets)).collect();
            roadmap.paths[0].stages[0].covers = covers;
            let before = tallies(&roadmap, &progress(&roadmap, &statuses));
            let topics = roadmap.topics().len();
            for index in ticked {
                let mut statuses = statuses.clone();
                statuses[index.index(topics)] = Status::Done;
                let after = tallies(&roadmap, &progress(&roadmap, &statuses));
                for (before, after) in before.iter().zip(after) {
                    prop_assert!(after.count.done <= after.count.total);
                    prop_assert!(after.count.done >= before.count.done);
                }
            }
        }

        #[test]
        fn all_is_done_exactly_when_every_covered_topic_that_counts_is(
            statuses in prop::collection::vec(prop::sample::select(&Status::ALL[..]), 160),
            covered in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        ) {
            let mut roadmap = builtin::load().unwrap();
            let keys: Vec<TopicKey> = roadmap.steps.iter().flat_map(|step| step.topics.keys()).collect();
            let covered: Vec<TopicKey> = covered.iter().map(|index| *index.get(&keys)).collect();
            let stage = &mut roadmap.paths[0].stages[0];
            stage.covers = covered.iter().map(|key| Target::Topic(*key)).collect();
            let progress = progress(&roadmap, &statuses);
            let tally = tallies(&roadmap, &progress)[1];
            let is_open = |key: &TopicKey| matches!(progress.status(*key), Status::Todo | Status::Learning);
            prop_assert_eq!(tally.count.is_complete(), !covered.iter().any(is_open));
        }
    }
}
