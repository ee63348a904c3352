//! What a file without problems loads to.

use super::{SMALL, ids, key, problems, small};
use roadmap_tui::roadmap::{Level, Target, load};

#[test]
fn topics_have_full_ids_in_the_order_of_steps_courses_and_paths() {
    assert_eq!(
        ids(&small()),
        [
            "language.go",
            "language.csharp",
            "framework.go.gin",
            "framework.go.echo",
            "framework.aspnet",
            "projects.todo-api",
            "course.go",
            "node.two.own"
        ]
    );
}

#[test]
fn the_order_of_the_keys_of_a_file_does_not_matter() {
    let (before, after) = SMALL.split_once("steps:\n").unwrap_or_default();
    let (steps, beside) = after.split_once("portfolio:\n").unwrap_or_default();
    let turned = format!("portfolio:\n{beside}steps:\n{steps}{before}");
    assert_eq!(load(turned.as_bytes()), Ok(small()));
}

#[test]
fn a_marked_group_marks_what_is_in_it() {
    let roadmap = small();
    let extra: Vec<&str> = roadmap
        .topics()
        .iter()
        .filter(|topic| topic.extra)
        .map(|topic| topic.id.as_str())
        .collect();
    assert_eq!(extra, ["framework.go.gin", "framework.go.echo"]);
}

#[test]
fn references_lead_to_what_they_name() {
    let roadmap = small();
    let go = key(&roadmap, "language.go");
    assert_eq!(roadmap.steps[1].groups[0].picked_by, Some(go));
    assert_eq!(roadmap.steps[1].groups[1].picked_by, None);
    assert_eq!(
        roadmap.paths[0].stages[0].covers,
        [
            Target::Section(roadmap.steps[0].topics),
            Target::Topic(go),
            Target::Course(0)
        ]
    );
    let project = roadmap[key(&roadmap, "projects.todo-api")].project.clone();
    let project = project.unwrap_or_else(|| panic!("no project"));
    assert_eq!(project.level, Level::Advanced);
    assert_eq!(project.practises, [go, key(&roadmap, "framework.go.gin")]);
    assert_eq!(project.checklist[0].id, "projects.todo-api.deployment");
}

#[test]
fn a_topic_is_found_by_its_former_ids() {
    let roadmap = small();
    let csharp = key(&roadmap, "language.csharp");
    assert_eq!(key(&roadmap, "language.c-sharp"), csharp);
    assert_eq!(key(&roadmap, "csharp"), csharp);
}

#[test]
fn a_heading_without_an_id_leaves_no_trace_in_ids() {
    let roadmap = small();
    let heading = &roadmap.steps[1].groups[1];
    assert_eq!(heading.id, "framework");
    assert_eq!(heading.topics.len(), 1);
    assert_eq!(
        roadmap.find("framework"),
        Some(Target::Section(roadmap.steps[1].topics))
    );
}

#[test]
fn paragraphs_are_kept_and_lines_are_joined() {
    assert_eq!(small().summary, "First line goes on.\nSecond paragraph.");
    let text = SMALL.replace(
        "bottom-line: Begin.",
        "bottom-line: |\n  One\n  line.\n\n\n  Next.",
    );
    let roadmap = load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(roadmap.bottom_line, "One line.\nNext.");
}

#[test]
fn the_model_holds_harmless_text_only() {
    let text = SMALL
        .replace("title: Gin", r#"title: " G\e[31m\u202ei\tn\n ""#)
        .replace("advice: Wait.", r#"advice: "W\x07ait\n\nNow""#);
    let roadmap = load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(roadmap[key(&roadmap, "framework.go.gin")].title, "G[31mi n");
    assert_eq!(roadmap.mistakes[0].advice, "Wait\nNow");
}

#[test]
fn a_text_may_look_like_anything_else() {
    for title in ["3.10", "yes", "null", "2026-01-01", "0x1f", "'~'"] {
        let text = SMALL.replace("title: Gin", &format!("title: {title}"));
        let roadmap = load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let gin = &roadmap[key(&roadmap, "framework.go.gin")];
        assert_eq!(gin.title, title.trim_matches('\''));
    }
}

#[test]
fn what_may_be_missing_may_be_empty() {
    let empty = "\nsummary:\ncourses:\npaths: []\nquestions:\nportfolio:\nsteps:\n  - {id: a, title: A, short: , topics: [{id: b, title: B, links: , checks: , extra: }]}\n";
    assert_eq!(
        problems(&format!("format: 1\nid: x\ntitle: X{empty}")),
        Vec::<String>::new()
    );
}
