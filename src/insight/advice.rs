//! Which mistakes are being made, by the rules that the roadmap gives, and the facts that show it.
//!
//! What was taken back counts nowhere: statuses are those of [`Progress`], and entries those of
//! [`History::live`].

use jiff::civil::Date;

use super::{Completion, Count};
use crate::progress::{Change, Entry, History, Progress, Stamp, Status};
use crate::roadmap::{Lag, Mistake, Part, Project, Roadmap, Rule, TopicKey, TopicRange};

/// A mistake that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its place among the roadmap's mistakes.
    pub mistake: usize,
    /// What shows it: one fact for each of its rules that holds, in their order.
    pub facts: Vec<Fact>,
    /// The topic to go to next, against the first of the facts.
    pub next: Option<TopicKey>,
    /// Whether the learner silenced its mark.
    pub silent: bool,
}

/// What shows that a rule holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// So many topics are being learnt at once.
    Learning {
        /// Which, the one that is longest under way first.
        topics: Vec<TopicKey>,
        /// The section that they stand in; none for the whole roadmap.
        within: Option<Part>,
    },
    /// Topics were done since a project was last worked on.
    SinceProject {
        /// How many.
        topics: usize,
        /// The learner's day of the last work on a project; none where there was none.
        last: Option<Date>,
    },
    /// Later steps are taken up, and nothing of a section.
    PassedOver {
        /// The section.
        section: Part,
        /// How many topics of later steps are learning or done.
        later: usize,
    },
    /// Much of the whole is done, and nothing of a section is taken up.
    LeftToTheEnd {
        /// The section.
        section: Part,
        /// How much is done.
        total: Count,
    },
    /// Projects are done, and a point of the checklist is ticked in none.
    ProjectsWithout {
        /// The projects that are done.
        projects: Vec<TopicKey>,
        /// The last word of the point's id.
        point: String,
    },
    /// Courses are complete, and fewer projects are done than the portfolio aims for.
    CoursesBeforeProjects {
        /// The places of the courses that are complete.
        courses: Vec<usize>,
        /// How many projects are done.
        projects: usize,
        /// How many there should be at least.
        aim: usize,
    },
}

/// The mistakes that are being made on a day, in the order of the roadmap; silenced ones too.
#[must_use]
pub fn advice(
    roadmap: &Roadmap,
    history: &History,
    progress: &Progress,
    completion: &Completion,
    today: Date,
) -> Vec<Held> {
    if roadmap
        .mistakes
        .iter()
        .all(|mistake| mistake.when.is_empty())
    {
        return Vec::new();
    }
    let watch = Watch::new(roadmap, history, progress, completion);
    let mistakes = roadmap.mistakes.iter().enumerate();
    mistakes
        .filter_map(|(at, mistake)| {
            let mut held = watch.judge(at, mistake)?;
            held.silent = progress.is_silent(&mistake.id, today);
            Some(held)
        })
        .collect()
}

/// Whether an entry says that the learner worked on a project: began or finished it or a point of
/// its checklist, or wrote down a note or where its code is.
fn is_project_work(roadmap: &Roadmap, entry: &Entry) -> bool {
    let is_work = match &entry.change {
        Change::Status { status, .. } => status.is_taken_up(),
        Change::Note { text, .. } => !text.is_empty(),
        Change::Repository { url, .. } => !url.is_empty(),
        Change::Follow { .. } | Change::Silence { .. } => false,
    };
    let project = |id: &str| roadmap[roadmap.topic(id)?].project.as_ref();
    let of_project = |id: &str| match (roadmap.topic(id), id.rsplit_once('.')) {
        (Some(_), _) => project(id).is_some(),
        (None, Some((parent, word))) => {
            project(parent).is_some_and(|project| point(project, word).is_some())
        }
        (None, None) => false,
    };
    is_work && entry.change.topic().is_some_and(of_project)
}

/// The full id of the point of a project's checklist whose id ends with a word.
fn point<'a>(project: &'a Project, word: &str) -> Option<&'a str> {
    let mut checklist = project.checklist.iter();
    let point = checklist.find(|point| point.word() == word)?;
    Some(&point.id)
}

/// What the rules are judged by, gathered once for all of them.
struct Watch<'a> {
    roadmap: &'a Roadmap,
    progress: &'a Progress,
    completion: &'a Completion,
    /// The topics that are being learnt, the one that is longest under way first.
    learning: Vec<TopicKey>,
    /// The topics of steps that are learning or done, in the order of the roadmap.
    taken_up: Vec<TopicKey>,
    projects: Vec<TopicKey>,
    projects_done: Vec<TopicKey>,
    /// The learner's day of the last work on a project.
    last: Option<Date>,
    /// How many topics are done since then.
    since: usize,
    /// The places of the courses that are complete.
    courses: Vec<usize>,
}

impl<'a> Watch<'a> {
    fn new(
        roadmap: &'a Roadmap,
        history: &History,
        progress: &'a Progress,
        completion: &'a Completion,
    ) -> Self {
        let status = |key: &TopicKey| progress.status(*key);
        let is_project = |key: &TopicKey| roadmap[*key].project.is_some();
        let mut learning: Vec<TopicKey> = roadmap
            .keys()
            .filter(|key| status(key) == Status::Learning)
            .collect();
        learning.sort_by_key(|key| progress.standing(*key).since);
        let steps = roadmap.steps.iter().flat_map(|step| step.topics.keys());
        let projects: Vec<TopicKey> = roadmap.keys().filter(is_project).collect();
        let is_done = |key: &TopicKey| status(key) == Status::Done;
        let mut live = history.live().rev();
        let last = live.find(|entry| is_project_work(roadmap, entry));
        let last: Option<Stamp> = last.map(|entry| entry.at);
        let is_since = |key: &TopicKey| {
            is_done(key) && !is_project(key) && progress.standing(*key).since > last
        };
        let courses = roadmap.courses.iter().enumerate();
        // What goes beyond the source of the roadmap is no part of a course, as in its fraction.
        let is_complete = |topics: TopicRange| {
            let own = || topics.keys().filter(|key| !roadmap[*key].extra);
            let is_closed = |key| matches!(status(&key), Status::Done | Status::Skipped);
            own().all(is_closed) && own().any(|key| is_done(&key))
        };
        Self {
            learning,
            taken_up: steps.filter(|key| status(key).is_taken_up()).collect(),
            projects_done: projects.iter().copied().filter(is_done).collect(),
            projects,
            since: roadmap.keys().filter(is_since).count(),
            last: last.map(Stamp::day),
            courses: courses
                .filter(|(_, course)| is_complete(course.topics))
                .map(|(at, _)| at)
                .collect(),
            roadmap,
            progress,
            completion,
        }
    }

    fn judge(&self, at: usize, mistake: &Mistake) -> Option<Held> {
        let facts: Vec<Fact> = mistake
            .when
            .iter()
            .filter_map(|rule| self.fact(rule))
            .collect();
        Some(Held {
            mistake: at,
            next: self.next(facts.first()?),
            facts,
            silent: false,
        })
    }

    /// What shows that a rule holds; none where it does not.
    fn fact(&self, rule: &Rule) -> Option<Fact> {
        match *rule {
            Rule::LearningMoreThan { most, within } => {
                let is_within =
                    |key: &TopicKey| within.is_none_or(|part| part.topics.contains(*key));
                let topics: Vec<TopicKey> =
                    self.learning.iter().copied().filter(is_within).collect();
                (topics.len() > most).then_some(Fact::Learning { topics, within })
            }
            Rule::TopicsSinceProject { least } => {
                (self.since >= least).then_some(Fact::SinceProject {
                    topics: self.since,
                    last: self.last,
                })
            }
            Rule::Untouched { section, lag } => self.untouched(section, lag),
            Rule::ProjectsWithout { ref point, least } => self.projects_without(point, least),
            Rule::CoursesBeforeProjects { least } => {
                let (aim, _) = self.roadmap.portfolio.as_ref()?.aim;
                let projects = self.projects_done.len();
                let holds = self.courses.len() >= least && projects < aim;
                holds.then(|| Fact::CoursesBeforeProjects {
                    courses: self.courses.clone(),
                    projects,
                    aim,
                })
            }
        }
    }

    fn untouched(&self, section: Part, lag: Lag) -> Option<Fact> {
        let tally = self.completion.section(section.row);
        // What was left out on purpose is not forgotten.
        if tally.begun || tally.count.total == 0 {
            return None;
        }
        match lag {
            Lag::WhileLater(least) => {
                let step = self.roadmap.step_of(section.topics.get(0)?)?;
                let end = self.roadmap.steps.get(step)?.topics.keys().next_back()?;
                let before = self.taken_up.partition_point(|key| *key <= end);
                let later = self.taken_up.len() - before;
                (later >= least).then_some(Fact::PassedOver { section, later })
            }
            Lag::FromPercent(percent) => {
                let total = self.completion.total;
                (total.share_of(100) >= percent).then_some(Fact::LeftToTheEnd { section, total })
            }
        }
    }

    /// A point counts in whichever project it is ticked, be that one done or not; but what was left
    /// out shows nothing, as in the portfolio.
    fn projects_without(&self, word: &str, least: usize) -> Option<Fact> {
        if self.projects_done.len() < least {
            return None;
        }
        let is_ticked = |id: &str| self.progress.point(id).status == Status::Done;
        let is_left_out = |key: &TopicKey| self.progress.status(*key) == Status::Skipped;
        let shows = |key: &TopicKey| {
            let project = self.roadmap[*key].project.as_ref();
            let id = project.and_then(|project| point(project, word));
            !is_left_out(key) && id.is_some_and(is_ticked)
        };
        (!self.projects.iter().any(shows)).then(|| Fact::ProjectsWithout {
            projects: self.projects_done.clone(),
            point: word.to_owned(),
        })
    }

    /// Where to go against a fact.
    fn next(&self, fact: &Fact) -> Option<TopicKey> {
        match fact {
            Fact::Learning { topics, .. } => {
                let mut in_steps = topics.iter().copied();
                in_steps.find(|key| self.roadmap.step_of(*key).is_some())
            }
            Fact::SinceProject { .. } | Fact::CoursesBeforeProjects { .. } => {
                let projects = || self.projects.iter().copied();
                self.first(projects(), Status::Learning)
                    .or_else(|| self.first(projects(), Status::Todo))
            }
            Fact::PassedOver { section, .. } | Fact::LeftToTheEnd { section, .. } => {
                let topics = section.topics;
                let own = topics.keys().filter(|key| !self.roadmap[*key].extra);
                self.first(own, Status::Todo)
                    .or_else(|| topics.keys().next())
            }
            Fact::ProjectsWithout { projects, .. } => {
                let level = |key: &TopicKey| self.roadmap[*key].project.as_ref().map(|it| it.level);
                projects.iter().copied().min_by_key(level)
            }
        }
    }

    fn first(&self, mut keys: impl Iterator<Item = TopicKey>, status: Status) -> Option<TopicKey> {
        keys.find(|key| self.progress.status(*key) == status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    fn stamp(text: &str) -> Stamp {
        text.parse().unwrap()
    }

    /// The entries of a journal, written short: an entry a word, each later than the one before,
    /// from 1 November on. `web.http` is done, `~web.http` learning, `-web.http` skipped,
    /// `?web.http` to do again, `web.*` all of a step or course done, `<` takes the latest back,
    /// `@3` goes on at noon of 3 November, `note:` and `code:` before an id write one down.
    fn journal(roadmap: &Roadmap, text: &str) -> History {
        let mut history = History::default();
        let mut now = stamp("2026-11-01T12:00:00+01:00");
        for word in text.split_whitespace() {
            now = now.later_than(Some(now)).later_than(history.latest());
            if let Some(day) = word.strip_prefix('@') {
                now = stamp(&format!("2026-11-{day:0>2}T12:00:00+01:00"));
            } else if word == "<" {
                let undo = history.undo(now);
                history.extend(undo);
            } else {
                for change in changes(roadmap, word) {
                    let entry = Entry::new(now.later_than(history.latest()), change);
                    history.insert(entry);
                }
            }
        }
        history
    }

    fn changes(roadmap: &Roadmap, word: &str) -> Vec<Change> {
        let (status, ids) = match word.split_at(1) {
            ("~", rest) => (Status::Learning, rest),
            ("-", rest) => (Status::Skipped, rest),
            ("?", rest) => (Status::Todo, rest),
            _ => (Status::Done, word),
        };
        match word.split_once(':') {
            Some(("note", topic)) => vec![Change::Note {
                topic: topic.to_owned(),
                text: "It works.".to_owned(),
            }],
            Some(("code", topic)) => vec![Change::Repository {
                topic: topic.to_owned(),
                url: "https://example.org/me".to_owned(),
            }],
            Some(("silence", mistake)) => vec![Change::Silence {
                mistake: mistake.to_owned(),
                until: Some(TODAY.tomorrow().unwrap()),
            }],
            _ => match ids.strip_suffix('*') {
                Some(parent) => {
                    let ids = roadmap.topics().iter().map(|topic| &topic.id);
                    ids.filter(|id| id.starts_with(parent))
                        .map(|id| Entry::status(stamp("2026-11-01T12:00:00Z"), id, status).change)
                        .collect()
                }
                None => vec![Change::Status {
                    topic: ids.to_owned(),
                    status,
                }],
            },
        }
    }

    fn held(roadmap: &Roadmap, text: &str) -> Vec<Held> {
        let history = journal(roadmap, text);
        let progress = Progress::of(roadmap, &history);
        let completion = Completion::of(roadmap, &progress);
        advice(roadmap, &history, &progress, &completion, TODAY)
    }

    /// What one mistake of the built-in roadmap comes to.
    fn of(mistake: &str, text: &str) -> Option<Held> {
        let roadmap = builtin::load().unwrap();
        let at = |held: &Held| roadmap.mistakes[held.mistake].id == mistake;
        held(&roadmap, text).into_iter().find(at)
    }

    fn key(id: &str) -> TopicKey {
        builtin::load().unwrap().topic(id).unwrap()
    }

    fn part(id: &str) -> Part {
        let roadmap = builtin::load().unwrap();
        let row = roadmap.sections().position(|section| section.id == id);
        let row = row.unwrap();
        Part {
            row,
            topics: roadmap.section(row).unwrap().topics,
        }
    }

    const MANY: &str = "too-many-technologies";
    const TUTORIALS: &str = "tutorials-without-projects";
    const DATABASES: &str = "ignoring-databases";
    const DEPLOYMENT: &str = "skipping-deployment";
    const ALGORITHMS: &str = "avoiding-dsa";
    const CERTIFICATES: &str = "certificates-over-skills";

    /// Eleven topics done.
    const ELEVEN: &str = "fundamentals.* git.basics git.commits git.branching";
    /// Seven steps as a whole (49 topics) and six more: 55 of 79, 69 %.
    const FIFTY_FIVE: &str = "fundamentals.* web.* git.* apis.* auth.* internals.* deployment.* \
        language.go databases.sql.tables databases.sql.joins \
        databases.sql.indexes databases.sql.transactions system-design.caching";

    /// For each mistake: a journal in which it is not being made, and the tick with which it is.
    const A_TICK_AWAY: &[(&str, &str, &str)] = &[
        (MANY, "~web.http ~web.dns ~git.basics", "~git.commits"),
        (MANY, "~language.go web.http", "~language.python"),
        (MANY, "~language.go language.python", "~language.python"),
        (TUTORIALS, ELEVEN, "web.http"),
        (
            DATABASES,
            "~apis.rest apis.crud auth.jwt",
            "~projects.todo-api",
        ),
        (DEPLOYMENT, "~projects.todo-api", "projects.todo-api"),
        (
            DEPLOYMENT,
            "projects.todo-api.deployment ~projects.todo-api projects.blog-api",
            "?projects.todo-api.deployment",
        ),
        (
            DEPLOYMENT,
            "projects.todo-api.deployment projects.blog-api",
            "-projects.todo-api",
        ),
        (ALGORITHMS, FIFTY_FIVE, "system-design.scalability"),
        (
            CERTIFICATES,
            "namaste-nodejs.* ?namaste-nodejs.event-loop projects.todo-api projects.blog-api",
            "namaste-nodejs.event-loop",
        ),
        (
            CERTIFICATES,
            "namaste-nodejs.* projects.todo-api projects.blog-api projects.url-shortener",
            "?projects.blog-api",
        ),
    ];

    #[test]
    fn each_mistake_is_a_tick_away_from_being_made_and_a_tick_or_its_undo_from_not() {
        for (mistake, before, tick) in A_TICK_AWAY {
            assert_eq!(of(mistake, before), None, "{mistake}: {before}");
            let after = format!("{before} {tick}");
            assert!(of(mistake, &after).is_some(), "{mistake}: {after}");
            let undone = format!("{after} <");
            assert_eq!(of(mistake, &undone), None, "{mistake}: {undone}");
        }
    }

    #[test]
    fn a_new_learner_makes_no_mistake_and_one_who_did_everything_none_either() {
        let roadmap = builtin::load().unwrap();
        assert_eq!(held(&roadmap, ""), []);
        let ids: Vec<&str> = roadmap
            .topics()
            .iter()
            .map(|topic| topic.id.as_str())
            .collect();
        let all = format!("{} projects.todo-api.deployment", ids.join(" "));
        assert_eq!(held(&roadmap, &all), []);
    }

    #[test]
    fn many_topics_at_once_are_named_from_the_oldest_on_and_that_is_the_one_to_finish() {
        let journal = "@2 ~git.basics @3 ~web.http @4 ~language.go ~apis.rest ~language.java";
        let found = of(MANY, journal).unwrap();
        let ids = [
            "git.basics",
            "web.http",
            "language.go",
            "apis.rest",
            "language.java",
        ];
        let whole = Fact::Learning {
            topics: ids.map(key).to_vec(),
            within: None,
        };
        let languages = Fact::Learning {
            topics: ["language.go", "language.java"].map(key).to_vec(),
            within: Some(part("language")),
        };
        assert_eq!(found.facts, [whole, languages]);
        assert_eq!(found.next, Some(key("git.basics")));
    }

    #[test]
    fn what_is_learnt_in_a_course_counts_but_is_no_step_to_go_to() {
        let courses = "~namaste-nodejs.event-loop ~namaste-nodejs.v8-engine ~web.http ~web.dns";
        assert_eq!(of(MANY, courses).unwrap().next, Some(key("web.http")));
    }

    #[test]
    fn topics_count_from_the_last_work_on_a_project_on_and_its_day_is_told() {
        let works = [
            "~projects.todo-api",
            "projects.todo-api",
            "projects.todo-api.apis",
            "note:projects.todo-api",
            "code:projects.todo-api",
        ];
        for work in works {
            let early = format!("@3 {work} @9 {ELEVEN} web.http");
            let found = of(TUTORIALS, &early).unwrap();
            let fact = Fact::SinceProject {
                topics: 12,
                last: Some(date(2026, 11, 3)),
            };
            assert_eq!(found.facts, [fact], "{work}");
            let between = format!("@3 web.http @5 {work} @9 {ELEVEN}");
            assert_eq!(of(TUTORIALS, &between), None, "{work}");
            let undone = format!("@3 web.http {ELEVEN} {work} <");
            assert!(of(TUTORIALS, &undone).is_some(), "{work}");
        }
        let none = of(TUTORIALS, &format!("{ELEVEN} web.http")).unwrap();
        let fact = Fact::SinceProject {
            topics: 12,
            last: None,
        };
        assert_eq!(none.facts, [fact]);
    }

    #[test]
    fn neither_leaving_a_project_out_nor_a_point_that_no_project_has_is_work_on_one() {
        for other in [
            "-projects.todo-api",
            "?projects.todo-api",
            "projects.todo-api.gone",
            "note:web.dns",
            "silence:avoiding-dsa",
        ] {
            let journal = format!("{ELEVEN} web.http {other}");
            assert!(of(TUTORIALS, &journal).is_some(), "{other}");
        }
    }

    #[test]
    fn the_day_of_project_work_is_the_day_where_the_learner_was() {
        let roadmap = builtin::load().unwrap();
        let mut history = journal(&roadmap, &format!("@20 {ELEVEN} web.http"));
        // In Tokyo it was the third already.
        let tokyo = stamp("2026-11-03T00:30:00+09:00");
        history.insert(Entry::status(tokyo, "projects.todo-api", Status::Done));
        let progress = Progress::of(&roadmap, &history);
        let completion = Completion::of(&roadmap, &progress);
        let found = advice(&roadmap, &history, &progress, &completion, TODAY);
        let last = Some(date(2026, 11, 3));
        let fact = Fact::SinceProject { topics: 12, last };
        assert!(found.iter().any(|held| held.facts == [fact.clone()]));
    }

    #[test]
    fn the_next_project_is_the_one_under_way_or_the_first_that_is_open() {
        let journals = [
            ("", "projects.todo-api"),
            (
                "-projects.todo-api projects.notes-application",
                "projects.blog-api",
            ),
            ("~projects.blog-api", "projects.blog-api"),
        ];
        for (before, next) in journals {
            let found = of(TUTORIALS, &format!("{before} {ELEVEN} web.http"));
            assert_eq!(found.unwrap().next, Some(key(next)), "{before}");
        }
    }

    #[test]
    fn only_topics_of_later_steps_show_that_a_step_was_passed_over() {
        let earlier = format!("{ELEVEN} web.* framework.*");
        assert_eq!(of(DATABASES, &earlier), None);
        let courses = format!("{earlier} namaste-nodejs.*");
        assert_eq!(of(DATABASES, &courses), None);
        let found = of(DATABASES, &format!("{earlier} apis.* -auth.jwt"));
        let found = found.unwrap();
        let fact = Fact::PassedOver {
            section: part("databases"),
            later: 7,
        };
        assert_eq!(found.facts, [fact]);
        assert_eq!(found.next, Some(key("databases.sql.postgresql")));
        let touched = format!("{earlier} apis.* ~databases.nosql.documents");
        assert_eq!(of(DATABASES, &touched), None);
    }

    #[test]
    fn a_group_is_passed_over_by_later_steps_not_by_the_rest_of_its_own() {
        let yaml = "{format: 1, id: small, title: Small, steps: [
            {id: a, title: A, groups: [
                {id: b, title: B, topics: [{id: one, title: One}]},
                {id: c, title: C, topics: [{id: two, title: Two}]}]},
            {id: d, title: D, topics: [{id: three, title: Three}, {id: four, title: Four}]}],
            mistakes: [{id: m, title: M, when: {untouched: a.b, while-later: 2}}]}";
        let roadmap = crate::roadmap::load(yaml.as_bytes()).unwrap();
        assert_eq!(held(&roadmap, "a.c.two d.three"), []);
        assert_eq!(held(&roadmap, "a.c.two d.three ~d.four").len(), 1);
        assert_eq!(held(&roadmap, "a.b.one d.three d.four"), []);
        assert_eq!(held(&roadmap, "-a.b.one d.three d.four"), [], "left out");
    }

    #[test]
    fn the_end_is_near_by_what_counts_of_the_whole() {
        let journal = format!("{FIFTY_FIVE} system-design.scalability");
        let found = of(ALGORITHMS, &journal).unwrap();
        let fact = Fact::LeftToTheEnd {
            section: part("algorithms"),
            total: Count {
                done: 56,
                total: 79,
            },
        };
        assert_eq!(found.facts, [fact]);
        assert_eq!(found.next, Some(key("algorithms.arrays")));
        assert_eq!(
            of(ALGORITHMS, &format!("{journal} ~algorithms.trees")),
            None
        );
    }

    #[test]
    fn the_easiest_of_the_done_projects_is_the_one_to_deploy() {
        let found = of(DEPLOYMENT, "projects.chat-application projects.blog-api").unwrap();
        let fact = Fact::ProjectsWithout {
            projects: ["projects.blog-api", "projects.chat-application"]
                .map(key)
                .to_vec(),
            point: "deployment".to_owned(),
        };
        assert_eq!(found.facts, [fact]);
        assert_eq!(found.next, Some(key("projects.blog-api")));
    }

    #[test]
    fn a_course_that_is_skipped_as_a_whole_is_not_complete() {
        assert_eq!(of(CERTIFICATES, "-namaste-nodejs.*"), None);
        let found = of(CERTIFICATES, "namaste-nodejs.* -namaste-nodejs.v8-engine").unwrap();
        let fact = Fact::CoursesBeforeProjects {
            courses: vec![0],
            projects: 0,
            aim: 3,
        };
        assert_eq!(found.facts, [fact]);
    }

    #[test]
    fn a_course_is_complete_without_what_goes_beyond_the_source() {
        let yaml = "{format: 1, id: small, title: Small, steps: [
            {id: web, title: Web, topics: [{id: http, title: HTTP}]}],
            portfolio: {aim: [1, 2]},
            courses: [{id: course, title: C, topics: [
                {id: one, title: 1}, {id: two, title: 2, extra: true}]}],
            mistakes: [{id: papers, title: P, when: {courses-before-projects: 1}}]}";
        let roadmap = crate::roadmap::load(yaml.as_bytes())
            .unwrap_or_else(|problems| panic!("{yaml}\n{problems}"));
        assert_eq!(held(&roadmap, "course.two"), []);
        assert_eq!(held(&roadmap, "course.one").len(), 1);
    }

    #[test]
    fn a_silenced_mistake_is_still_told_and_flagged_until_its_day() {
        let roadmap = builtin::load().unwrap();
        let history = journal(
            &roadmap,
            "~language.go ~language.java silence:too-many-technologies",
        );
        let progress = Progress::of(&roadmap, &history);
        let completion = Completion::of(&roadmap, &progress);
        for (today, silent) in [(TODAY, true), (TODAY.tomorrow().unwrap(), false)] {
            let found = advice(&roadmap, &history, &progress, &completion, today);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].silent, silent, "{today}");
        }
    }

    #[test]
    fn several_mistakes_stand_in_the_order_of_the_roadmap() {
        let roadmap = builtin::load().unwrap();
        let journal = "namaste-nodejs.* apis.* ~language.go ~language.java";
        let places: Vec<usize> = held(&roadmap, journal)
            .iter()
            .map(|held| held.mistake)
            .collect();
        assert_eq!(places, [0, 1, 2, 5]);
    }
}
