//! What is best done next, and why.
//!
//! 1. What is under way is finished, the oldest first: what is being learnt, and a project with a
//!    point of its checklist ticked.
//! 2. A project is begun once enough of what it practises is done, as long as projects are needed:
//!    not amid a step, but before a step that is not begun.
//! 3. The first that is open is taken up, by the stages of the path that is followed, then by the
//!    steps: a topic, or a choice that is to be made there.
//!
//! Open is what counts and is not done: neither what is skipped, nor alternatives beside a pick that
//! is made, nor what goes beyond the source of the roadmap.

use std::collections::HashMap;

use super::completion::counts;
use super::coverage::{Coverage, SectionRows};
use super::{Completion, Count};
use crate::progress::{Progress, Stamp, Status};
use crate::roadmap::{Path, Roadmap, Section, Stage, Target, TopicKey, TopicRange};

/// A recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The topic to go to.
    pub topic: TopicKey,
    /// Why it is recommended.
    pub reason: Reason,
}

/// Why something is recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is under way longer than anything else.
    UnderWay {
        /// Since when.
        since: Stamp,
    },
    /// It is an alternative of a choice that is to be made.
    Choice {
        /// The row of the choice in tables with one row a section.
        section: usize,
        /// How much of the choice is made.
        made: Count,
    },
    /// It is the first open topic of all steps.
    Step {
        /// The place of its step.
        step: usize,
    },
    /// It is the first open topic of the path that is followed.
    Stage {
        /// The place of its stage.
        stage: usize,
    },
    /// It is a project for which enough is done.
    Project {
        /// How much of what it practises.
        practised: Count,
    },
}

/// What is best done next; none where nothing is open.
#[must_use]
pub fn next(roadmap: &Roadmap, progress: &Progress, completion: &Completion) -> Option<Next> {
    if let Some(next) = under_way(roadmap, progress) {
        return Some(next);
    }
    let search = Search {
        roadmap,
        progress,
        completion,
        row: 0,
        open: None,
        project: None,
    };
    let steps = search.clone().steps();
    let path = progress.path(roadmap);
    let open = path.and_then(|path| search.path(path)).or(steps.open)?;
    let is_project = roadmap[open.topic].project.is_some();
    let project = steps.project.filter(|_| is_project || !open.amid);
    Some(project.unwrap_or(Next {
        topic: open.topic,
        reason: open.reason,
    }))
}

/// What is under way longest.
fn under_way(roadmap: &Roadmap, progress: &Progress) -> Option<Next> {
    let steps = roadmap.steps.iter().map(|step| step.topics);
    let courses = roadmap.courses.iter().map(|course| course.topics);
    let stages = roadmap.paths.iter().flat_map(|path| &path.stages);
    let ranges = steps.chain(courses).chain(stages.map(|stage| stage.topics));
    let started = ranges
        .flat_map(TopicRange::keys)
        .filter_map(|topic| Some((begun(roadmap, progress, topic)?, topic)));
    let (since, topic) = started.min()?;
    Some(Next {
        topic,
        reason: Reason::UnderWay { since },
    })
}

/// Since when a topic is under way.
fn begun(roadmap: &Roadmap, progress: &Progress, topic: TopicKey) -> Option<Stamp> {
    let standing = progress.standing(topic);
    match standing.status {
        Status::Learning => standing.since,
        Status::Todo => {
            let checklist = &roadmap[topic].project.as_ref()?.checklist;
            let points = checklist.iter().map(|point| progress.point(&point.id));
            let ticked = points.filter(|point| point.status == Status::Done);
            ticked.filter_map(|point| point.since).min()
        }
        Status::Done | Status::Skipped => None,
    }
}

/// Something open.
#[derive(Debug, Clone, Copy)]
struct Open {
    topic: TopicKey,
    reason: Reason,
    /// Whether the step or stage that it stands in is begun.
    amid: bool,
}

/// A walk through sections in the order of [`Roadmap::sections`].
#[derive(Debug, Clone)]
struct Search<'a> {
    roadmap: &'a Roadmap,
    progress: &'a Progress,
    completion: &'a Completion,
    /// The row of the next section.
    row: usize,
    /// The first that is open.
    open: Option<Open>,
    /// The first project that is needed and for which enough is done.
    project: Option<Next>,
}

impl<'a> Search<'a> {
    fn steps(mut self) -> Self {
        for (number, step) in self.roadmap.steps.iter().enumerate() {
            let (row, found) = (self.row, self.open.is_some());
            self.section(step, Reason::Step { step: number }, !step.extra);
            if let (Some(open), false) = (&mut self.open, found) {
                open.amid = self.completion.section(row).begun;
            }
        }
        self
    }

    /// The first that is open on a path.
    fn path(mut self, path: &Path) -> Option<Open> {
        let mut sections: HashMap<TopicRange, &'a Section> = HashMap::new();
        for section in self.roadmap.sections() {
            sections.entry(section.topics).or_insert(section);
        }
        let rows = SectionRows::of(self.roadmap);
        for (number, stage) in path.stages.iter().enumerate() {
            self.stage(stage, Reason::Stage { stage: number }, &sections, &rows);
            if let Some(open) = &mut self.open {
                let coverage = Coverage {
                    roadmap: self.roadmap,
                    progress: self.progress,
                    completion: self.completion,
                    rows: &rows,
                };
                open.amid = coverage.stage(stage).begun;
                break;
            }
        }
        self.open
    }

    fn stage(
        &mut self,
        stage: &Stage,
        reason: Reason,
        sections: &HashMap<TopicRange, &'a Section>,
        rows: &SectionRows,
    ) {
        for target in &stage.covers {
            match *target {
                Target::Section(range) => {
                    if let (Some(section), Some(row)) = (sections.get(&range), rows.row(range)) {
                        self.row = row;
                        self.section(section, reason, true);
                    }
                }
                Target::Topic(key) => self.first_of([key].into_iter(), reason),
                Target::Course(at) => {
                    if let Some(course) = self.roadmap.courses.get(at) {
                        self.own(course.topics, reason);
                    }
                }
            }
        }
        self.own(stage.topics, reason);
    }

    /// Topics that stand in no section.
    fn own(&mut self, range: TopicRange, reason: Reason) {
        let roadmap = self.roadmap;
        self.first_of(range.keys().filter(|key| !roadmap[*key].extra), reason);
    }

    fn first_of(&mut self, mut keys: impl Iterator<Item = TopicKey>, reason: Reason) {
        if self.open.is_none() {
            let open = keys.find(|key| self.progress.status(*key) == Status::Todo);
            self.open = open.map(|topic| Open::of(topic, reason));
        }
    }

    /// Looks through a section; where it does not count, only rows are counted on.
    fn section(&mut self, section: &Section, reason: Reason, counted: bool) {
        let row = self.row;
        self.row += 1;
        if section.groups.is_empty() {
            if counted {
                self.topics(section, row, reason);
            }
            return;
        }
        let (mut picked, mut others) = (0, Vec::new());
        for group in &section.groups {
            let tally = self.completion.section(self.row);
            let counts = match section.pick {
                Some(_) => tally.picked,
                None => section.extra || !group.extra,
            };
            picked += usize::from(tally.picked);
            if !tally.picked && tally.count.total > 0 {
                others.push(group);
            }
            self.section(group, reason, counted && counts);
        }
        let to_pick = self.completion.section(row).to_pick;
        if counted && to_pick > 0 && self.open.is_none() {
            let made = Count {
                done: picked,
                total: picked + to_pick,
            };
            let reason = Reason::Choice { section: row, made };
            self.open = self.first_in(&others).map(|topic| Open::of(topic, reason));
        }
    }

    /// The topic to begin with to pick one of these groups.
    fn first_in(&self, groups: &[&Section]) -> Option<TopicKey> {
        let is_open = |key: &TopicKey| self.progress.status(*key) == Status::Todo;
        let (usual, extra): (Vec<&Section>, Vec<&Section>) =
            groups.iter().partition(|group| !group.extra);
        usual.into_iter().chain(extra).find_map(|group| {
            let keys = || group.topics.keys().filter(is_open);
            let usual = keys().find(|key| !self.roadmap[*key].extra);
            usual
                .or_else(|| keys().next())
                .or(group.picked_by.filter(is_open))
        })
    }

    /// The topics that stand directly in a section.
    fn topics(&mut self, section: &Section, row: usize, reason: Reason) {
        let (roadmap, progress) = (self.roadmap, self.progress);
        let made = self.completion.section(row).count;
        if made.is_complete() {
            return;
        }
        let open = || {
            section.topics.keys().filter(|key| {
                progress.status(*key) == Status::Todo && counts(roadmap, section, *key)
            })
        };
        if self.open.is_none() {
            let usual = open().find(|key| !roadmap[*key].extra);
            let reason = match section.pick {
                Some(_) => Reason::Choice { section: row, made },
                None => reason,
            };
            self.open = usual
                .or_else(|| open().next())
                .map(|topic| Open::of(topic, reason));
        }
        if self.project.is_none() {
            self.project = open().find_map(|topic| self.ready_project(topic));
        }
    }

    /// A project for which at least three fifths of what it practises are done.
    fn ready_project(&self, topic: TopicKey) -> Option<Next> {
        let project = self.roadmap[topic].project.as_ref()?;
        let statuses = project
            .practises
            .iter()
            .map(|key| self.progress.status(*key));
        let practised = statuses.fold(Count::default(), |count, status| Count {
            done: count.done + usize::from(status == Status::Done),
            total: count.total + usize::from(status != Status::Skipped),
        });
        let is_enough = practised.total > 0 && practised.done * 5 >= practised.total * 3;
        is_enough.then_some(Next {
            topic,
            reason: Reason::Project { practised },
        })
    }
}

impl Open {
    const fn of(topic: TopicKey, reason: Reason) -> Self {
        Self {
            topic,
            reason,
            amid: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::insight::sketch::{Sketch, progress, sketch};
    use crate::progress::{Change, Entry, History};
    use crate::roadmap::load;
    use proptest::prelude::*;

    /// A learner on a roadmap, an entry a minute.
    struct Learner {
        roadmap: Roadmap,
        history: History,
    }

    impl Learner {
        fn on(yaml: &str) -> Self {
            let yaml = format!("{{format: 1, id: small, title: Small, {yaml}}}");
            let roadmap = load(yaml.as_bytes());
            Self {
                roadmap: roadmap.unwrap_or_else(|problems| panic!("{yaml}\n{problems}")),
                history: History::default(),
            }
        }

        fn on_the_built_in() -> Self {
            Self {
                roadmap: builtin::load().unwrap(),
                history: History::default(),
            }
        }

        fn records(mut self, change: Change) -> Self {
            let minute = self.history.len();
            let (hour, minute) = (minute / 60, minute % 60);
            let at = format!("2026-11-22T{hour:02}:{minute:02}:00Z");
            self.history.insert(Entry::new(at.parse().unwrap(), change));
            self
        }

        fn marks(self, topics: &str, status: Status) -> Self {
            topics.split_whitespace().fold(self, |learner, topic| {
                assert!(learner.roadmap.topic(topic).is_some(), "{topic}");
                learner.records(Change::Status {
                    topic: topic.to_owned(),
                    status,
                })
            })
        }

        fn point(self, id: &str, status: Status) -> Self {
            self.records(Change::Status {
                topic: id.to_owned(),
                status,
            })
        }

        fn did(self, topics: &str) -> Self {
            self.marks(topics, Status::Done)
        }

        /// Everything of these steps, alternatives too.
        fn did_steps(self, steps: std::ops::Range<usize>) -> Self {
            let keys = self.roadmap.steps[steps]
                .iter()
                .flat_map(|step| step.topics.keys());
            let ids: Vec<String> = keys.map(|key| self.roadmap[key].id.clone()).collect();
            self.did(&ids.join(" "))
        }

        fn follows(self, path: &str) -> Self {
            self.records(Change::Follow {
                path: path.to_owned(),
            })
        }

        fn next(&self) -> Option<Next> {
            let progress = Progress::of(&self.roadmap, &self.history);
            let completion = Completion::of(&self.roadmap, &progress);
            next(&self.roadmap, &progress, &completion)
        }

        /// The recommendation in short.
        fn told(&self) -> String {
            let Some(next) = self.next() else {
                return "nothing".to_owned();
            };
            let titles: Vec<&str> = self
                .roadmap
                .sections()
                .map(|each| each.title.as_str())
                .collect();
            let reason = match next.reason {
                Reason::UnderWay { since } => format!("since {}", since.instant()),
                Reason::Choice { section, made } => format!("choice {} {made}", titles[section]),
                Reason::Step { step } => format!("step {}", step + 1),
                Reason::Stage { stage } => format!("stage {}", stage + 1),
                Reason::Project { practised } => format!("practised {practised}"),
            };
            format!("{}: {reason}", self.roadmap[next.topic].id)
        }
    }

    const STEPS: &str = "steps: [
        {id: lang, title: Lang, pick: 1, topics: [{id: js, title: JS}, {id: go, title: Go}]},
        {id: web, title: Web, topics: [{id: http, title: H}, {id: more, title: M, extra: true}, {id: dns, title: D}]},
        {id: frame, title: Frame, pick: 1, groups: [
            {id: js, title: For JS, for: lang.js, pick: 1, topics: [{id: a, title: A}, {id: b, title: B}]},
            {id: go, title: For Go, for: lang.go, topics: [{id: c, title: C}, {id: d, title: D}]}]},
        {id: projects, title: Projects, pick: 1, topics: [
            {id: p, title: P, project: {level: beginner, brief: B, checklist: [{id: z, title: Z}],
                practises: [web.http, web.dns, frame.js.a, last.x, last.y]}},
            {id: q, title: Q, project: {level: beginner, brief: B, checklist: [{id: z, title: Z}], practises: []}}]},
        {id: last, title: Last, topics: [{id: x, title: X}, {id: y, title: Y}]}],
        courses: [{id: course, title: C, topics: [{id: one, title: 1}]}],
        paths: [{id: path, title: P, stages: [
            {id: first, title: F, covers: [last.y, lang.go]},
            {id: second, title: S, covers: [course, frame], topics: [{id: own, title: O}]}]}]";

    fn small() -> Learner {
        Learner::on(STEPS)
    }

    #[test]
    fn what_is_under_way_comes_first_and_the_oldest_of_it() {
        let learner = small().marks("web.dns projects.q web.http", Status::Learning);
        assert_eq!(learner.told(), "web.dns: since 2026-11-22T00:00:00Z");
        let learner = learner.did("web.dns");
        assert_eq!(learner.told(), "projects.q: since 2026-11-22T00:01:00Z");
        let learner = small().marks("course.one", Status::Learning);
        assert_eq!(learner.told(), "course.one: since 2026-11-22T00:00:00Z");
    }

    #[test]
    fn a_choice_is_recommended_where_one_comes_to_it() {
        assert_eq!(small().told(), "lang.js: choice Lang 0/1");
        let skipped = small().marks("lang.js", Status::Skipped);
        assert_eq!(skipped.told(), "lang.go: choice Lang 0/1");
        let after_the_web = small().did("lang.js web.http web.dns");
        assert_eq!(after_the_web.told(), "frame.js.a: choice For JS 0/1");
        assert_eq!(
            after_the_web.did("frame.js.b").told(),
            "projects.p: choice Projects 0/1"
        );
    }

    #[test]
    fn a_choice_among_groups_is_recommended_by_the_first_of_the_first() {
        let learner = small()
            .marks("lang.js lang.go", Status::Skipped)
            .did("web.http web.dns");
        assert_eq!(learner.told(), "frame.js.a: choice Frame 0/1");
        let learner = learner.marks("frame.js.a frame.js.b", Status::Skipped);
        assert_eq!(learner.told(), "frame.go.c: choice Frame 0/1");
        // What is begun in a group picks it, and the rest of it is open topics.
        assert_eq!(learner.did("frame.go.c").told(), "frame.go.d: step 3");
    }

    #[test]
    fn of_a_choice_what_goes_beyond_is_recommended_last() {
        let extra = "steps: [{id: s, title: S, pick: 1, topics: [{id: a, title: A, extra: true}, {id: b, title: B}]}]";
        assert_eq!(Learner::on(extra).told(), "s.b: choice S 0/1");
        let skipped = Learner::on(extra).marks("s.b", Status::Skipped);
        assert_eq!(skipped.told(), "s.a: choice S 0/1");
        let groups = "steps: [{id: s, title: S, pick: 1, groups: [
            {id: a, title: A, extra: true, topics: [{id: t, title: T}]},
            {id: b, title: B, topics: [{id: t, title: T}]}]}]";
        assert_eq!(Learner::on(groups).told(), "s.b.t: choice S 0/1");
    }

    #[test]
    fn the_first_open_topic_by_steps_is_recommended_else() {
        let learner = small().did("lang.go");
        assert_eq!(learner.told(), "web.http: step 2");
        assert_eq!(learner.did("web.http").told(), "web.dns: step 2");
    }

    #[test]
    fn the_stages_of_a_followed_path_go_before_the_steps() {
        let learner = small().follows("path");
        assert_eq!(learner.told(), "last.y: stage 1");
        // An alternative that the path names is open there whatever else is picked.
        let learner = learner.did("lang.js last.y");
        assert_eq!(learner.told(), "lang.go: stage 1");
        let learner = learner.did("lang.go");
        assert_eq!(learner.told(), "course.one: stage 2");
        let learner = learner.did("course.one");
        assert_eq!(learner.told(), "frame.js.a: choice For JS 0/1");
        let learner = learner.did("frame.js.a frame.go.c frame.go.d");
        assert_eq!(learner.told(), "path.second.own: stage 2");
        let learner = learner.did("path.second.own");
        assert_eq!(learner.told(), "web.http: step 2");
        assert_eq!(learner.follows("").told(), "web.http: step 2");
    }

    #[test]
    fn a_path_that_is_not_there_is_passed_over() {
        assert_eq!(small().follows("gone").told(), "lang.js: choice Lang 0/1");
    }

    #[test]
    fn a_project_is_recommended_once_three_fifths_of_what_it_practises_are_done() {
        let learner = small().did("lang.go frame.go.c frame.go.d web.http web.dns");
        assert_eq!(learner.told(), "projects.p: choice Projects 0/1");
        let learner = learner.did("frame.js.a");
        assert_eq!(learner.told(), "projects.p: practised 3/5");
        // Of what is left out nothing is asked.
        let learner = small()
            .did("lang.go frame.go.c frame.go.d web.http web.dns")
            .marks("last.x last.y", Status::Skipped);
        assert_eq!(learner.told(), "projects.p: practised 2/3");
    }

    #[test]
    fn a_project_with_a_point_ticked_is_under_way_since_then() {
        let learner = small().point("projects.q.z", Status::Done);
        assert_eq!(learner.told(), "projects.q: since 2026-11-22T00:00:00Z");
        let learner = learner.marks("web.dns", Status::Learning);
        assert_eq!(learner.told(), "projects.q: since 2026-11-22T00:00:00Z");
        let learner = learner.point("projects.q.z", Status::Todo);
        assert_eq!(learner.told(), "web.dns: since 2026-11-22T00:01:00Z");
        let left_out = small()
            .point("projects.q.z", Status::Done)
            .marks("projects.q", Status::Skipped);
        assert_eq!(left_out.told(), "lang.js: choice Lang 0/1");
    }

    #[test]
    fn a_project_goes_before_a_step_that_is_not_begun_but_not_amid_one() {
        let ready = "web.http web.dns last.x";
        assert_eq!(small().did(ready).told(), "projects.p: practised 3/5");
        let amid = small().did("lang.js frame.js.a web.http last.x");
        assert_eq!(amid.told(), "web.dns: step 2");
    }

    #[test]
    fn no_project_is_recommended_that_is_not_needed() {
        let learner = small().did("lang.js web.http web.dns frame.js.a projects.q");
        assert_eq!(learner.told(), "last.x: step 5");
        let learner = small()
            .did("lang.js web.http web.dns frame.js.a")
            .marks("projects.p", Status::Skipped);
        assert_eq!(learner.told(), "projects.q: choice Projects 0/1");
    }

    #[test]
    fn nothing_is_recommended_where_nothing_is_open() {
        let learner = small().did_steps(0..5);
        assert_eq!(learner.told(), "nothing");
        assert_eq!(learner.follows("path").told(), "course.one: stage 2");
        let extra = "steps: [{id: s, title: S, extra: true, topics: [{id: a, title: A}]}]";
        assert_eq!(Learner::on(extra).told(), "nothing");
    }

    #[test]
    fn on_the_built_in_roadmap_a_learner_is_led_from_the_language_to_the_end() {
        let learner = Learner::on_the_built_in();
        assert_eq!(
            learner.told(),
            "language.javascript: choice Learn a Programming Language 0/1"
        );
        let learner = learner.did("language.java");
        assert_eq!(learner.told(), "fundamentals.variables: step 2");
        let learner = learner.did_steps(1..4);
        assert_eq!(
            learner.told(),
            "framework.java.spring-boot: choice Java Developers 0/1"
        );
        let learner = learner.did_steps(4..5);
        assert_eq!(
            learner.told(),
            "databases.sql.postgresql: choice Examples 0/1"
        );
        let learner = learner.did_steps(5..6).did("apis.rest");
        assert_eq!(learner.told(), "apis.crud: step 7");
        let learner = learner.did_steps(6..7);
        assert_eq!(learner.told(), "projects.todo-api: practised 7/10");
        let learner = learner.did("projects.todo-api");
        assert_eq!(learner.told(), "projects.notes-application: practised 7/9");
        assert_eq!(learner.did_steps(7..13).told(), "nothing");
    }

    #[test]
    fn the_built_in_path_leads_through_its_stages() {
        let learner = Learner::on_the_built_in().follows("node");
        assert_eq!(learner.told(), "language.javascript: stage 1");
        let learner = learner.did("language.javascript").did_steps(1..2);
        assert_eq!(learner.told(), "git.basics: stage 2");
        let learner = learner.did_steps(3..4);
        assert_eq!(learner.told(), "namaste-nodejs.nodejs-internals: stage 3");
    }

    /// Whether a recommendation is one that may be given.
    fn is_sound(roadmap: &Roadmap, progress: &Progress) -> Result<(), TestCaseError> {
        let completion = Completion::of(roadmap, progress);
        match next(roadmap, progress, &completion) {
            Some(next) => {
                let expected = match next.reason {
                    Reason::UnderWay { .. } => Status::Learning,
                    _ => Status::Todo,
                };
                prop_assert_eq!(progress.status(next.topic), expected);
                let under_way = matches!(next.reason, Reason::UnderWay { .. });
                prop_assert!(under_way || !completion.total.is_complete());
            }
            None => prop_assert!(completion.total.is_complete(), "{}", completion.total),
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn something_open_is_recommended_as_long_as_anything_is(text in sketch()) {
            // A group that can be picked only by a topic that is left out leads nowhere.
            let text = text.split('@').enumerate().map(|(nth, part)| match nth {
                0 => part,
                _ => part.trim_start_matches(|each: char| each.is_ascii_digit()),
            });
            let sketch = Sketch::of(&text.collect::<String>());
            is_sound(&sketch.roadmap, &sketch.progress())?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn on_the_built_in_roadmap_too(
            statuses in prop::collection::vec(prop::sample::select(&[
                Status::Todo, Status::Done, Status::Done, Status::Done, Status::Skipped,
            ][..]), 160),
            learning in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        ) {
            let roadmap = builtin::load().unwrap();
            let mut statuses = statuses;
            if let Some(index) = learning {
                statuses[index.index(roadmap.topics().len())] = Status::Learning;
            }
            is_sound(&roadmap, &progress(&roadmap, &statuses))?;
        }
    }
}
