//! The rules of mistakes: what they load to, and what is told of their problems.

use roadmap_tui::roadmap::{Lag, Part, Roadmap, Rule, load};

use super::{SMALL, problems};

/// The small roadmap with a `when` for its mistake.
fn with_when(when: &str) -> String {
    let from = "advice: Wait.}";
    assert!(SMALL.contains(from));
    SMALL.replacen(from, &format!("advice: Wait., when: {when}}}"), 1)
}

fn small(when: &str) -> Roadmap {
    load(with_when(when).as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The rules that a `when` loads to.
fn rules(when: &str) -> Vec<Rule> {
    small(when).mistakes[0].when.clone()
}

/// The section of an id.
fn part(id: &str) -> Part {
    let roadmap = small("");
    let row = roadmap.sections().position(|section| section.id == id);
    let topics = roadmap.section(row.unwrap()).unwrap().topics;
    Part {
        row: row.unwrap(),
        topics,
    }
}

#[test]
fn each_condition_is_read() {
    let cases = [
        (
            "{learning-more-than: 3}",
            Rule::LearningMoreThan {
                most: 3,
                within: None,
            },
        ),
        (
            "{learning-more-than: 1, within: framework.go}",
            Rule::LearningMoreThan {
                most: 1,
                within: Some(part("framework.go")),
            },
        ),
        (
            "{topics-since-project: 7}",
            Rule::TopicsSinceProject { least: 7 },
        ),
        (
            "{untouched: language, while-later: 4}",
            Rule::Untouched {
                section: part("language"),
                lag: Lag::WhileLater(4),
            },
        ),
        (
            "{from-percent: 70, untouched: projects}",
            Rule::Untouched {
                section: part("projects"),
                lag: Lag::FromPercent(70),
            },
        ),
        (
            "{projects-without: deployment}",
            Rule::ProjectsWithout {
                point: "deployment".to_owned(),
                least: 1,
            },
        ),
        (
            "{projects-without: deployment, at-least: 1}",
            Rule::ProjectsWithout {
                point: "deployment".to_owned(),
                least: 1,
            },
        ),
        (
            "{courses-before-projects: 1}",
            Rule::CoursesBeforeProjects { least: 1 },
        ),
    ];
    for (when, rule) in cases {
        assert_eq!(rules(when), [rule], "{when}");
    }
}

#[test]
fn several_conditions_keep_their_order_and_none_is_none() {
    let both = "[{topics-since-project: 2}, {learning-more-than: 2}]";
    let expected = [
        Rule::TopicsSinceProject { least: 2 },
        Rule::LearningMoreThan {
            most: 2,
            within: None,
        },
    ];
    assert_eq!(rules(both), expected);
    assert_eq!(rules(""), []);
    assert_eq!(rules("[]"), []);
}

#[test]
fn a_group_without_an_id_is_no_part_of_its_parents_rule() {
    // The second group of `framework` has no id: the id names the step, with all its topics.
    assert_eq!(part("framework").topics.len(), 3);
    let found = rules("{learning-more-than: 2, within: framework}");
    let expected = Rule::LearningMoreThan {
        most: 2,
        within: Some(part("framework")),
    };
    assert_eq!(found, [expected]);
}

/// What is said, at which column of line 68, and of what `when`.
const FAULTS: &[(&str, &str)] = &[
    ("soon", "52: expected a condition, found text"),
    ("[soon]", "53: expected a condition, found text"),
    ("{}", "52: a condition that does not say what it is about"),
    (
        "{while-later: 3}",
        "52: a condition that does not say what it is about",
    ),
    (
        "{learning-more-then: 3}",
        "53: unknown key `learning-more-then` in a condition [did you mean `learning-more-than`?]",
    ),
    (
        "{learning-more-than: 3, topics-since-project: 2}",
        "52: a condition with both `learning-more-than` and `topics-since-project` \
         [each is a condition of its own in the list of `when`]",
    ),
    (
        "{learning-more-than: 0}",
        "73: expected a whole number from 1 up, found `0`",
    ),
    (
        "{learning-more-than: many}",
        "73: expected a whole number from 1 up, found `many`",
    ),
    (
        "{learning-more-than: [1]}",
        "73: expected a whole number from 1 up, found a list",
    ),
    (
        "{learning-more-than: 8}",
        "73: `learning-more-than` can never come true (topics: 8)",
    ),
    (
        "{learning-more-than: 18446744073709551615}",
        "73: `learning-more-than` can never come true (topics: 8)",
    ),
    (
        "{learning-more-than: 2, within: language}",
        "73: `learning-more-than` can never come true (topics: 2)",
    ),
    (
        "{learning-more-than: 1, within: langauge}",
        "84: nothing has the id `langauge` [did you mean `language`?]",
    ),
    (
        "{learning-more-than: 1, within: language.go}",
        "84: `language.go` is a topic",
    ),
    (
        "{learning-more-than: 1, within: course}",
        "84: `course` is a course",
    ),
    (
        "{learning-more-than: 1, within: Go}",
        "84: `Go` is no full id",
    ),
    (
        "{topics-since-project: 2, within: language}",
        "86: `within` in a condition without `learning-more-than`",
    ),
    (
        "{topics-since-project: 8}",
        "75: `topics-since-project` can never come true (topics beside the projects: 7)",
    ),
    (
        "{untouched: language}",
        "52: `untouched` with neither `while-later` nor `from-percent`",
    ),
    (
        "{untouched: language, while-later: 1, from-percent: 1}",
        "52: `untouched` with both `while-later` and `from-percent`",
    ),
    (
        "{untouched: web, while-later: 1}",
        "64: nothing has the id `web`",
    ),
    (
        "{untouched: go, while-later: 1}",
        "64: nothing has the id `go` [did you mean `framework.go`?]",
    ),
    (
        "{untouched: language, while-later: 5}",
        "87: `while-later` can never come true (topics in later steps: 4)",
    ),
    (
        "{untouched: projects, while-later: 1}",
        "87: `while-later` can never come true (topics in later steps: 0)",
    ),
    (
        "{untouched: language, from-percent: 0}",
        "88: `from-percent` is a share of the whole roadmap",
    ),
    (
        "{untouched: language, from-percent: 100}",
        "88: `from-percent` is a share of the whole roadmap",
    ),
    (
        "{untouched: language, from-percent: 70%}",
        "88: `from-percent` is a share of the whole roadmap",
    ),
    (
        "{topics-since-project: 1, while-later: 1}",
        "91: `while-later` in a condition without `untouched`",
    ),
    (
        "{topics-since-project: 1, from-percent: 1}",
        "92: `from-percent` in a condition without `untouched`",
    ),
    (
        "{projects-without: deploymnet}",
        "71: no project's checklist has `deploymnet` [did you mean `deployment`?]",
    ),
    (
        "{projects-without: projects.todo-api.deployment}",
        "71: no project's checklist has `projects.todo-api.deployment`",
    ),
    ("{projects-without: }", "69: `` is no full id"),
    (
        "{projects-without: deployment, at-least: 2}",
        "93: `at-least` can never come true (projects: 1)",
    ),
    (
        "{learning-more-than: 1, at-least: 1}",
        "86: `at-least` in a condition without `projects-without`",
    ),
    (
        "{courses-before-projects: 2}",
        "78: `courses-before-projects` can never come true (courses: 1)",
    ),
];

#[test]
fn each_problem_of_a_condition_is_told_with_its_place() {
    let mut untold = Vec::new();
    for (when, told) in FAULTS {
        let found = problems(&with_when(when));
        let told = format!("68:{told}");
        if found.len() != 1 || !found[0].starts_with(&told) {
            untold.push(format!("{when}\n wanted {told}\n found  {found:?}"));
        }
    }
    assert!(untold.is_empty(), "{}", untold.join("\n"));
}

#[test]
fn a_condition_on_what_the_roadmap_lacks_is_a_problem() {
    let lone = "format: 1\nid: a\ntitle: A\nsteps: [{id: b, title: B, topics: [{id: c, title: C}, {id: d, title: D}]}]\n";
    for (when, told) in [
        (
            "{topics-since-project: 1}",
            "5:59: `topics-since-project` in a roadmap without a project",
        ),
        (
            "{courses-before-projects: 1}",
            "5:62: `courses-before-projects` in a roadmap without a portfolio",
        ),
        (
            "{projects-without: deployment}",
            "5:55: no project's checklist has `deployment`",
        ),
    ] {
        let text = format!("{lone}mistakes: [{{id: m, title: M, when: {when}}}]\n");
        assert_eq!(problems(&text), [told]);
    }
}

#[test]
fn mistakes_may_stand_before_the_steps_that_they_name() {
    let (before, after) = SMALL.split_once("steps:\n").unwrap();
    let text = format!(
        "{before}mistakes: [{{id: m, title: M, when: {{untouched: language, while-later: 1}}}}]\nsteps:\n{}",
        after.replace(
            "mistakes:\n  - {id: haste, title: Haste, advice: Wait.}\n",
            ""
        )
    );
    let roadmap = load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(roadmap.mistakes[0].when.len(), 1);
}

#[test]
fn a_file_of_nothing_but_bad_conditions_is_answered() {
    let bad: Vec<String> = (0..20_000)
        .map(|number| {
            format!("  - {{id: m{number}, title: M, when: [{{untouched: gone{number}, while-later: 1}}, {{projects-without: gone{number}}}]}}\n")
        })
        .collect();
    let text = SMALL.replace(
        "  - {id: haste, title: Haste, advice: Wait.}\n",
        &bad.concat(),
    );
    assert_eq!(load(text.as_bytes()).unwrap_err().count(), 40_000);
}
