//! Made-up progress for looking around: three months on a roadmap, up to now.
//!
//! It follows from the roadmap and the time alone. What it tells is chosen so that every screen has
//! something to show: a choice made, steps half done, topics under way and left out, notes, two
//! projects, a path, a streak, and one mistake in the making.

use jiff::ToSpan;
use jiff::civil::{Date, time};

use crate::progress::{Change, Entry, Stamp, Status};
use crate::roadmap::{Project, Roadmap, Rule, Section, TopicKey};

/// How many days ago it began.
const DAYS: i32 = 91;
/// How many days up to today have something each: the streak.
const STREAK: usize = 6;
/// How many topics are done at most: more than that would not fit into the days.
const MOST_DONE: usize = 90;
/// What the learner wrote, in turn.
const NOTES: [&str; 4] = [
    "It became clear once I had written a small example of my own.",
    "Worth reading again in a month.",
    "Explained it to a friend: the second half still needs work.",
    "The questions below are harder than they look.",
];

/// The entries of three months up to now, the earliest first. None is later than `now`.
#[must_use]
pub fn entries(roadmap: &Roadmap, now: Stamp) -> Vec<Entry> {
    let story = story(roadmap);
    let days = days(story.len(), now.day());
    let mut last = (now.day(), 0);
    let mut entries = Vec::with_capacity(story.len());
    for (change, day) in story.into_iter().zip(days) {
        let nth = if last.0 == day { last.1 + 1 } else { 0 };
        last = (day, nth);
        entries.extend(stamp(day, nth, now).map(|at| Entry::new(at, change)));
    }
    entries
}

/// When the nth thing of a day was done: in the evening, and today this morning.
fn stamp(day: Date, nth: i8, now: Stamp) -> Option<Stamp> {
    let time = if day == now.day() {
        time(7, 15, 0, 0)
    } else {
        time(19, 5, 0, 0).saturating_add((13 * i64::from(nth)).minutes())
    };
    let instant = now.offset().to_timestamp(day.to_datetime(time)).ok()?;
    Some(Stamp::new(instant.min(now.instant()), now.offset()))
}

/// The days on which so many things were done: most of the first months' days, then each of the last.
fn days(count: usize, today: Date) -> Vec<Date> {
    let recent = STREAK.min(count.div_ceil(2));
    let first = count - recent;
    let back = |days: i32| today.saturating_sub(days.days());
    let until = i32::try_from(STREAK).unwrap_or(0);
    // Two or three evenings a week are free, now these and now those, and once there is a week off.
    let is_free = |day: &i32| day * 5 % 11 < 4 || (48..55).contains(day);
    let worked: Vec<i32> = (until..DAYS).rev().filter(|day| !is_free(day)).collect();
    let spread = (0..first).filter_map(|at| worked.get(at * worked.len() / first));
    let streak = (0..i32::try_from(recent).unwrap_or(0)).rev();
    spread.copied().chain(streak).map(back).collect()
}

/// All that was done, in order.
fn story(roadmap: &Roadmap) -> Vec<Change> {
    let needed = needed(roadmap);
    let done = (needed.len() * 55).div_ceil(100).min(MOST_DONE);
    let (past, ahead) = needed.split_at(done.min(needed.len()));
    let mut changes = Vec::new();
    for (at, key) in past.iter().enumerate() {
        learnt(roadmap, *key, at, past.len(), &mut changes);
        if let (0, Some(path)) = (at, roadmap.paths.first()) {
            let path = path.id.clone();
            changes.push(Change::Follow { path });
        }
    }
    let beside = beside(roadmap);
    let is_building = usize::from(beside.iter().any(is_begun));
    let mut changes = woven(changes, beside);
    // The latest is something done; before it stands all that is under way.
    let latest = changes.pop();
    let under_way = ahead.iter().take(at_once(roadmap) - is_building);
    changes.extend(under_way.map(|key| set(&roadmap[*key].id, Status::Learning)));
    changes.extend(latest);
    changes
}

/// How many topics are under way: one too many, where the roadmap watches for that.
fn at_once(roadmap: &Roadmap) -> usize {
    let rules = roadmap.mistakes.iter().flat_map(|mistake| &mistake.when);
    let most = rules.filter_map(|rule| match rule {
        Rule::LearningMoreThan { most, within: None } => Some(most + 1),
        Rule::LearningMoreThan { .. }
        | Rule::TopicsSinceProject { .. }
        | Rule::Untouched { .. }
        | Rule::ProjectsWithout { .. }
        | Rule::CoursesBeforeProjects { .. } => None,
    });
    most.min().unwrap_or(2).clamp(1, 9)
}

fn set(topic: &str, status: Status) -> Change {
    let topic = topic.to_owned();
    Change::Status { topic, status }
}

/// How one of so many topics was learnt; some were left out, and later some for another day.
fn learnt(roadmap: &Roadmap, key: TopicKey, at: usize, of: usize, changes: &mut Vec<Change>) {
    let topic = &roadmap[key].id;
    if at % 10 == 8 {
        changes.push(set(topic, Status::Skipped));
        return;
    }
    if at * 2 > of && at % 9 == 6 {
        return;
    }
    if at.is_multiple_of(3) {
        changes.push(set(topic, Status::Learning));
    }
    changes.push(set(topic, Status::Done));
    if let (2, Some(text)) = (at % 6, NOTES.get(at / 6 % NOTES.len())) {
        changes.push(Change::Note {
            topic: topic.clone(),
            text: (*text).to_owned(),
        });
    }
}

/// What stands beside the topics of the steps: two projects, of which the last is under way with a
/// repository and a note, and the first topics of a course.
fn beside(roadmap: &Roadmap) -> Vec<Change> {
    let of_steps = roadmap.steps.iter().flat_map(|step| step.topics.keys());
    let mut projects = of_steps
        .filter_map(|key| Some((&roadmap[key].id, roadmap[key].project.as_ref()?)))
        .take(2)
        .peekable();
    let mut changes = Vec::new();
    while let Some((id, project)) = projects.next() {
        changes.push(set(id, Status::Learning));
        if projects.peek().is_some() {
            changes.extend(ticks(project, project.checklist.len()));
            changes.push(set(id, Status::Done));
            continue;
        }
        changes.extend(about(id));
        changes.extend(ticks(project, project.checklist.len() / 2));
    }
    let course = roadmap
        .courses
        .iter()
        .flat_map(|course| course.topics.keys());
    let viewed = course
        .take(3)
        .map(|key| set(&roadmap[key].id, Status::Done));
    woven(changes, viewed.collect())
}

fn is_begun(change: &Change) -> bool {
    let status = change.status();
    status.is_some_and(|(_, status)| status == Status::Learning)
}

fn ticks(project: &Project, count: usize) -> impl Iterator<Item = Change> {
    let points = project.checklist.iter().take(count);
    points.map(|point| set(&point.id, Status::Done))
}

/// A repository and a note of a project.
fn about(id: &str) -> [Change; 2] {
    let name = id.rsplit('.').next().unwrap_or_default();
    let url = format!("https://example.org/me/{name}");
    let text = "Next: the tests, then a first deployment.".to_owned();
    let topic = id.to_owned();
    [
        Change::Repository {
            topic: topic.clone(),
            url,
        },
        Change::Note { topic, text },
    ]
}

/// Both in one, each in its own order: the second begins with the second third of the first.
fn woven(first: Vec<Change>, second: Vec<Change>) -> Vec<Change> {
    let start = first.len() / 3;
    let room = first.len() - start;
    let count = second.len().max(1);
    let mut second = second.into_iter().enumerate().peekable();
    let mut woven = Vec::new();
    for (at, change) in first.into_iter().enumerate() {
        while let Some((_, due)) = second.next_if(|(nth, _)| start + nth * room / count <= at) {
            woven.push(due);
        }
        woven.push(change);
    }
    woven.extend(second.map(|(_, change)| change));
    woven
}

/// The topics of the steps that the learner needs, in order; of a choice, what they chose. Projects
/// are built, not learnt.
fn needed(roadmap: &Roadmap) -> Vec<TopicKey> {
    let mut needed = Vec::new();
    for step in &roadmap.steps {
        take_section(roadmap, step, &mut needed);
    }
    needed
}

fn take_section(roadmap: &Roadmap, section: &Section, needed: &mut Vec<TopicKey>) {
    if section.groups.is_empty() {
        let plain = |key: &TopicKey| !roadmap[*key].extra && roadmap[*key].project.is_none();
        let topics = section.topics.keys().filter(plain);
        needed.extend(topics.take(section.pick.unwrap_or(usize::MAX)));
        return;
    }
    let is_picked = |group: &&Section| group.picked_by.is_some_and(|by| needed.contains(&by));
    let (picked, others): (Vec<_>, Vec<_>) = section.groups.iter().partition(is_picked);
    // Without a choice the groups stay in their order.
    let groups: Vec<&Section> = match section.pick {
        Some(pick) => picked.into_iter().chain(others).take(pick).collect(),
        None => section.groups.iter().collect(),
    };
    for group in groups.into_iter().filter(|group| !group.extra) {
        take_section(roadmap, group, needed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{History, Progress};
    use crate::roadmap::load;

    fn now() -> Stamp {
        "2026-11-23T12:00:00+01:00".parse().unwrap()
    }

    fn roadmap(steps: &str) -> Roadmap {
        let yaml = format!("{{format: 1, id: r, title: R, steps: [{steps}]}}");
        load(yaml.as_bytes()).unwrap()
    }

    /// The statuses of all topics, in the order of the file.
    fn statuses(roadmap: &Roadmap) -> Vec<Status> {
        let history: History = entries(roadmap, now()).into_iter().collect();
        let progress = Progress::of(roadmap, &history);
        roadmap.keys().map(|key| progress.status(key)).collect()
    }

    #[test]
    fn entries_are_in_order_and_none_is_later_than_now() {
        let roadmap = crate::roadmap::load(include_bytes!("../roadmap/backend.yaml")).unwrap();
        for now in [
            "2026-11-23T12:00:00+01:00",
            "2026-11-23T00:00:00+14:00",
            "2028-02-29T23:59:59.999-12:00",
            "2026-01-01T03:00:00+00:00",
        ] {
            let now: Stamp = now.parse().unwrap();
            let all = entries(&roadmap, now);
            assert_eq!(all, entries(&roadmap, now));
            assert!(all.iter().all(|entry| entry.at <= now), "{now}");
            assert!(all.is_sorted_by(|one, next| one.at < next.at), "{now}");
            assert_eq!(all.last().unwrap().at.day(), now.day());
            let days = now.day().since(all.first().unwrap().at.day()).unwrap();
            assert!((85..=91).contains(&days.get_days()), "{days}");
        }
    }

    #[test]
    fn at_the_ends_of_the_calendar_nothing_panics() {
        let roadmap = roadmap("{id: a, title: A, topics: [{id: b, title: B}]}");
        for now in ["0001-01-02T00:00:00+14:00", "8999-12-31T23:59:59+00:00"] {
            let now: Stamp = now.parse().unwrap();
            assert!(entries(&roadmap, now).iter().all(|entry| entry.at <= now));
        }
    }

    #[test]
    fn of_a_choice_the_first_is_taken_and_the_group_that_it_picks() {
        use Status::{Done, Learning, Todo};
        let roadmap = roadmap(
            "{id: l, title: L, pick: 1, topics: [{id: a, title: A}, {id: b, title: B}]},
             {id: f, title: F, pick: 1, groups: [
               {id: x, title: X, for: l.b, topics: [{id: x, title: X}]},
               {id: y, title: Y, for: l.a, topics: [{id: y, title: Y}]}]},
             {id: e, title: E, topics: [{id: z, title: Z, extra: true}, {id: o, title: O}]}",
        );
        assert_eq!(statuses(&roadmap), [Done, Todo, Todo, Done, Todo, Learning]);
    }

    #[test]
    fn the_smallest_roadmap_and_one_of_projects_alone_have_something_to_show() {
        let small = roadmap("{id: a, title: A, topics: [{id: b, title: B}]}");
        assert_eq!(statuses(&small), [Status::Done]);
        let project = "project: {level: beginner, brief: B., practises: [], checklist: [
            {id: c, title: C}, {id: d, title: D}]}";
        let projects = roadmap(&format!(
            "{{id: a, title: A, topics: [{{id: b, title: B, {project}}}]}}"
        ));
        assert_eq!(statuses(&projects), [Status::Learning]);
    }
}
