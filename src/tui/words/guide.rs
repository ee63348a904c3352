//! The words of the guide: what a mistake's rules and facts say.

use jiff::civil::Date;

use super::counted;
use crate::insight::Fact;
use crate::progress::Silence;
use crate::roadmap::{Lag, Part, Portfolio, Roadmap, Rule, TopicKey};

/// The quiet mark of a mistake that is being made.
pub const MARK: &str = "!";
/// Heading over the mistakes, and title of the list.
pub const MISTAKES: &str = "Mistakes";
/// Title of the list.
pub const GUIDE: &str = "Guide";
/// Heading over the reasons.
pub const REASONS: &str = "Reasons";
/// Heading over questions.
pub const QUESTIONS: &str = "Questions";
/// Heading over the last word.
pub const IN_THE_END: &str = "In the end";
/// Row and title of why projects matter.
pub const WHY_PROJECTS: &str = "Why projects matter";
/// Heading over what a portfolio demonstrates.
pub const IT_SHOWS: &str = "What it shows of you";
/// Heading over what the projects include.
pub const IT_INCLUDES: &str = "What its projects include";
/// Heading over the projects.
pub const PROJECTS: &str = "Projects to choose from";
/// Heading over the members of a choice.
pub const ALTERNATIVES: &str = "To choose from";
/// Row and title of the closing word.
pub const BOTTOM_LINE: &str = "The bottom line";
/// Heading over the point of a mistake.
pub const ADVICE: &str = "What to do instead";
/// Heading over where a mistake leads.
pub const NEXT_STEP: &str = "One next step";
/// Heading over the section that a mistake is about.
pub const ABOUT: &str = "It is about";
/// Heading over the topics that are under way.
pub const UNDER_WAY: &str = "Under way, the longest first";
/// Heading over the projects that are done.
pub const DONE_PROJECTS: &str = "Done projects";
/// Said of a mistake that is not being made.
pub const NOT_NOW: &str = "It does not hold now.";
/// Said of a mistake that has no rule.
pub const NOT_WATCHED: &str =
    "This roadmap says no `when` for it, so nothing watches for this mistake.";
/// The note on a silenced mistake in the list.
pub const SILENT: &str = "silent";
/// The row where there is no mistake.
pub const NO_MISTAKES: &str = "None in this roadmap";
/// How a file adds mistakes.
pub const ADD_MISTAKES: &str = "This roadmap names no mistakes. A file adds them under `mistakes:`, \
     each as {id: haste, title: Haste, advice: Slow down., when: {learning-more-than: 3}}.";
/// The row where there is no question.
pub const NO_QUESTIONS: &str = "None in this roadmap";
/// How a file adds questions.
pub const ADD_QUESTIONS: &str = "This roadmap has no questions. A file adds them under \
     `questions:`, each as {question: Why?, answer: Because.}.";
/// Why `s` does nothing.
pub const NO_MISTAKE_HERE: &str = "Only a mistake can be silenced: go to one in the list.";

/// Title of the box in which words to look for are typed.
pub const SEARCH: &str = "Show what has these words";
/// The row where a search finds nothing.
pub const NOTHING_FOUND: &str = "Nothing has these words";
/// What is said there.
pub const NOTHING_FOUND_TEXT: &str = "Neither a title nor a text of the guide has all of these words. \u{e}out\u{f} shows everything again.";

/// Says at the list what was looked for.
#[must_use]
pub fn searched(words: &str) -> String {
    format!("has {words}")
}

/// How many mistakes hold, as a note over their list.
#[must_use]
pub fn holding(count: usize, of: usize) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 of {of} holds"),
        count => format!("{count} of {of} hold"),
    }
}

/// The title of the reason for a choice of one.
#[must_use]
pub fn why_one(title: &str) -> String {
    format!("Why start with one: {title}")
}

/// How many projects are done and how many there should be.
#[must_use]
pub fn aim(portfolio: &Portfolio, done: usize) -> String {
    let wanted = match portfolio.aim {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low} to {high}"),
    };
    let are = if done == 1 { "is" } else { "are" };
    format!("{done} of {wanted} projects {are} done")
}

/// How long a mark is silent.
#[must_use]
pub fn silence(silence: Silence, today: Date) -> String {
    match silence {
        Silence::Until(day) => format!("Its mark is silent until {}.", super::day(day, today)),
        Silence::Forever => "Its mark is silent for good.".to_owned(),
    }
}

/// Names a mistake on the roadmap screen, with the mark where it holds.
#[must_use]
pub fn see(title: &str, holds: bool) -> String {
    let mark = if holds { "! " } else { "" };
    format!("{mark}Guide: {title}")
}

/// What shows that a mistake is being made.
#[must_use]
pub fn fact(roadmap: &Roadmap, fact: &Fact, today: Date) -> String {
    match fact {
        Fact::Learning { topics, within } => {
            let count = counted(topics.len(), "topic", "topics");
            let of =
                within.map_or_else(String::new, |part| format!(" of {}", title(roadmap, part)));
            format!("{count}{of} {} under way at once.", are(topics.len()))
        }
        Fact::SinceProject { topics, last } => {
            let count = counted(*topics, "topic", "topics");
            match last {
                Some(day) => format!(
                    "{count} since your last project work, on {}.",
                    super::day(*day, today)
                ),
                None => format!("{count} done, and no project begun yet."),
            }
        }
        Fact::PassedOver { section, later } => {
            let count = counted(*later, "topic", "topics");
            let title = title(roadmap, *section);
            format!(
                "Nothing of {title} is taken up, while {count} of later steps {}.",
                are(*later)
            )
        }
        Fact::LeftToTheEnd { section, total } => {
            let title = title(roadmap, *section);
            format!("{total} is done, and nothing of {title} is taken up.")
        }
        Fact::ProjectsWithout { projects, point } => {
            let count = counted(projects.len(), "project", "projects");
            let title = point_title(roadmap, point);
            format!(
                "{count} {} done, and {title} is ticked in none.",
                are(projects.len())
            )
        }
        Fact::CoursesBeforeProjects {
            courses,
            projects,
            aim,
        } => {
            let titles = courses.iter().filter_map(|at| roadmap.courses.get(*at));
            let titles: Vec<&str> = titles.map(|course| course.title.as_str()).collect();
            let done = match projects {
                0 => "no project is".to_owned(),
                &count => format!(
                    "only {} {}",
                    counted(count, "project", "projects"),
                    are(count)
                ),
            };
            format!(
                "You completed {}, and {done} done, of at least {aim}.",
                titles.join(" and ")
            )
        }
    }
}

/// Where to go against a fact.
#[must_use]
pub fn next_step(roadmap: &Roadmap, fact: &Fact, key: TopicKey, is_under_way: bool) -> String {
    let title = &roadmap[key].title;
    match fact {
        Fact::Learning { .. } => format!("Finish {title} first"),
        Fact::ProjectsWithout { point, .. } => {
            format!("Add to {title}: {}", point_title(roadmap, point))
        }
        Fact::SinceProject { .. } | Fact::CoursesBeforeProjects { .. } if is_under_way => {
            format!("Go on with {title}")
        }
        Fact::SinceProject { .. }
        | Fact::CoursesBeforeProjects { .. }
        | Fact::PassedOver { .. }
        | Fact::LeftToTheEnd { .. } => format!("Begin {title}"),
    }
}

/// When a mistake holds, by its rules.
#[must_use]
pub fn would_hold(roadmap: &Roadmap, rules: &[Rule]) -> String {
    let cases: Vec<String> = rules.iter().map(|rule| case(roadmap, rule)).collect();
    format!("It holds when {}.", cases.join(", or when "))
}

fn case(roadmap: &Roadmap, rule: &Rule) -> String {
    match *rule {
        Rule::LearningMoreThan { most, within } => {
            let count = counted(most, "topic", "topics");
            let of =
                within.map_or_else(String::new, |part| format!(" of {}", title(roadmap, part)));
            format!("more than {count}{of} {} under way at once", are(most))
        }
        Rule::TopicsSinceProject { least } => {
            let count = counted(least, "topic", "topics");
            format!(
                "{count} {} done since your last work on a project",
                are(least)
            )
        }
        Rule::Untouched { section, lag } => {
            let title = title(roadmap, section);
            match lag {
                Lag::WhileLater(least) => {
                    let count = counted(least, "topic", "topics");
                    format!(
                        "{count} of later steps {} taken up and nothing of {title}",
                        are(least)
                    )
                }
                Lag::FromPercent(percent) => {
                    format!("{percent}% of the roadmap is done and nothing of {title} is taken up")
                }
            }
        }
        Rule::ProjectsWithout { ref point, least } => {
            let count = counted(least, "project", "projects");
            let title = point_title(roadmap, point);
            format!("{count} {} done and {title} is ticked in none", are(least))
        }
        Rule::CoursesBeforeProjects { least } => {
            let count = counted(least, "course", "courses");
            let aim = roadmap
                .portfolio
                .as_ref()
                .map_or(1, |portfolio| portfolio.aim.0);
            let projects = counted(aim, "project", "projects");
            format!(
                "{count} {} complete before {projects} {}",
                are(least),
                are(aim)
            )
        }
    }
}

/// The title of a section, short.
fn title(roadmap: &Roadmap, part: Part) -> &str {
    let section = roadmap.section(part.row);
    section.map_or("", |section| section.short_title())
}

/// The title of a point of the checklists: the portfolio's where it has the point, else that of the
/// first project with it.
fn point_title<'a>(roadmap: &'a Roadmap, word: &'a str) -> &'a str {
    let included = roadmap
        .portfolio
        .iter()
        .flat_map(|portfolio| &portfolio.include);
    let projects = roadmap
        .topics()
        .iter()
        .filter_map(|topic| topic.project.as_ref());
    let points = included.chain(projects.flat_map(|project| &project.checklist));
    let mut named = points.filter(|point| point.word() == word);
    named.next().map_or(word, |point| &point.title)
}

const fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
