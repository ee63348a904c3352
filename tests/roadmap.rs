//! Roadmap files: what they load to, and what is told of their problems.

mod loading;
mod mishaps;
mod outside;
mod problems;
mod rules;

use roadmap_tui::roadmap::{Roadmap, TopicKey, load};

/// A roadmap with one of everything.
const SMALL: &str = r#"format: 1
id: small
title: A small roadmap
summary: >-
  First line
  goes on.

  Second paragraph.
steps:
  - id: language
    title: Learn a language
    short: Language
    pick: 1
    topics:
      - {id: go, title: Go}
      - id: csharp
        title: C#
        summary: A language.
        links:
          - {title: "Microsoft: C#", url: "https://learn.microsoft.com/dotnet/csharp/"}
        checks: ["What is a struct?", "What is null?"]
        formerly: [language.c-sharp, csharp]
  - id: framework
    title: Learn a framework
    pick: 1
    groups:
      - id: go
        title: For Go
        for: language.go
        pick: 1
        extra: true
        topics:
          - {id: gin, title: Gin}
          - {id: echo, title: Echo, extra: false}
      - title: A heading
        groups:
          - title: Another heading
            topics: [{id: aspnet, title: ASP.NET}]
  - id: projects
    title: Build
    topics:
      - id: todo-api
        title: Todo API
        project:
          level: advanced
          brief: Build it.
          practises: [language.go, framework.go.gin]
          checklist:
            - {id: deployment, title: It runs, summary: Somewhere.}
portfolio:
  summary: Show it.
  aim: [3, 5]
  demonstrates: [{title: Skill}]
  include: [{id: apis, title: APIs}]
courses:
  - id: course
    title: A course
    topics: [{id: go, title: Go again}]
    valuable-during: [{title: Interviews}]
paths:
  - id: node
    title: A path
    short: Path
    stages:
      - {id: one, title: One, covers: [language, language.go, course]}
      - {id: two, title: Two, topics: [{id: own, title: Its own}]}
mistakes:
  - {id: haste, title: Haste, advice: Wait.}
questions:
  - {question: Why?, answer: Because.}
bottom-line: Begin.
"#;

fn small() -> Roadmap {
    load(SMALL.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn ids(roadmap: &Roadmap) -> Vec<&str> {
    roadmap
        .topics()
        .iter()
        .map(|topic| topic.id.as_str())
        .collect()
}

fn key(roadmap: &Roadmap, id: &str) -> TopicKey {
    roadmap.topic(id).unwrap_or_else(|| panic!("no topic {id}"))
}

/// Every problem of a text as one line each: place, what was found, what was expected, the hint.
fn problems(text: &str) -> Vec<String> {
    let told = |part: &Option<String>| part.as_ref().map(|part| format!(" [{part}]"));
    match load(text.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .as_slice()
            .iter()
            .map(|problem| format!("{problem}{}", told(&problem.hint).unwrap_or_default()))
            .collect(),
    }
}

/// The problems of the small roadmap with one thing in it replaced.
fn with(from: &str, to: &str) -> Vec<String> {
    assert!(SMALL.contains(from), "{from}");
    problems(&SMALL.replacen(from, to, 1))
}

/// Holds that each change to the small roadmap is answered with the problem beside it.
fn all_told(cases: &[(&str, &str, &str)]) {
    let mut untold = Vec::new();
    for (from, to, told) in cases {
        let found = with(from, to);
        if !found.iter().any(|line| line.starts_with(told)) {
            untold.push(format!(
                "{to:?}\n wanted {told}\n found  {}",
                found.join("\n        ")
            ));
        }
    }
    assert!(untold.is_empty(), "{}", untold.join("\n"));
}
