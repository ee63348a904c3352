//! Every kind of problem, told with its place.

use insta::assert_snapshot;

use super::{all_told, problems};
use roadmap_tui::roadmap::load;

/// Problems of keys and of the kinds of values: what is replaced, by what, and what is told.
const OF_KEYS: &[(&str, &str, &str)] = &[
    (
        "title: Learn a language",
        "titel: Learn",
        "11:5: unknown key `titel` in a step [did you mean `title`?]",
    ),
    (
        "bottom-line: Begin.",
        "<<: x",
        "71:1: unknown key `<<` in a roadmap",
    ),
    (
        "bottom-line: Begin.",
        "[a]: x",
        "71:1: expected a key of a roadmap, found a list",
    ),
    (
        "bottom-line: Begin.",
        "id: x",
        "71:1: a second `id` in a roadmap [its value in line 2 is the first]",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: gin}",
        "33:13: a topic without `title`",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: gin, title: }",
        "33:28: a topic with an empty `title`",
    ),
    (
        "{id: gin, title: Gin}",
        r#"{id: gin, title: "\e "}"#,
        "33:30: a topic with an empty `title`",
    ),
    (
        "{id: gin, title: Gin}",
        "{title: Gin}",
        "33:13: a topic without `id`",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: , title: Gin}",
        "33:16: a topic with an empty `id`",
    ),
    (
        "{id: gin, title: Gin}",
        "gin",
        "33:13: expected a topic, found text",
    ),
    (
        "{id: gin, title: Gin}",
        "",
        "33:13: expected a topic, found nothing",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: gin, title: [Gin]}",
        "33:30: expected text, found a list",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: Gin Gonic, title: Gin}",
        "33:18: `Gin Gonic` is no id [did you mean `gin-gonic`?]",
    ),
    (
        "{id: gin, title: Gin}",
        r#"{id: "gi\en", title: Gin}"#,
        "33:18: `gin` is no id",
    ),
    (
        "{id: gin, title: Gin}",
        "{id: gin, title: Gin, extra: maybe}",
        "33:42: expected `true` or `false`, found `maybe`",
    ),
    (
        "[\"What is a struct?\", \"What is null?\"]",
        "What is null?",
        "21:17: expected a list of checks, found text",
    ),
    (
        "\"What is null?\"]",
        "\"\"]",
        "21:39: an empty text among the checks",
    ),
    ("id: small\n", "", "1:1: a roadmap without `id`"),
    ("format: 1\n", "", "1:1: a roadmap without `format`"),
    ("format: 1\n", "format: one\n", "1:9: unknown format `one`"),
    ("format: 1\n", "format: 0\n", "1:9: unknown format `0`"),
    ("format: 1\n", "format: '1'\n", "1:9: unknown format `1`"),
    ("    title: A path\n", "", "61:5: a path without `title`"),
    (
        "level: advanced",
        "brif: x",
        "45:11: a project without `level`",
    ),
    (
        "level: advanced",
        "level: advance",
        "45:18: unknown level `advance` [did you mean `advanced`?]",
    ),
    (
        "question: Why?, ",
        "",
        "70:5: a question without `question`",
    ),
    (
        "[3, 5]",
        "[5, 3]",
        "52:8: `aim` says from how many to how many projects",
    ),
    (
        "[3, 5]",
        "3 to 5",
        "52:8: `aim` says from how many to how many projects",
    ),
    ("aim: [3, 5]\n  ", "", "51:3: a portfolio without `aim`"),
];

#[test]
fn each_problem_of_keys_is_told_with_its_place() {
    all_told(OF_KEYS);
}

/// Problems of steps, groups and topics: what is replaced, by what, and what is told.
const OF_SECTIONS: &[(&str, &str, &str)] = &[
    (
        "pick: 1\n    topics",
        "pick: 0\n    topics",
        "13:11: expected a whole number from 1 up, found `0`",
    ),
    (
        "pick: 1\n    topics",
        "pick: '1'\n    topics",
        "13:11: expected a whole number from 1 up, found `1` in quotes",
    ),
    (
        "pick: 1\n    topics",
        "pick: -1\n    topics",
        "13:11: expected a whole number from 1 up, found `-1`",
    ),
    (
        "pick: 1\n    topics",
        "pick: 3\n    topics",
        "13:11: `pick: 3` in a choice of 2",
    ),
    (
        "    pick: 1\n    groups",
        "    pick: 3\n    groups",
        "25:11: `pick: 3` in a choice of 2",
    ),
    (
        "    groups:\n      - id: go",
        "    topics: [{id: a, title: A}]\n    groups:\n      - id: go",
        "26:13: a step with both `groups` and `topics`",
    ),
    (
        "topics: [{id: aspnet, title: ASP.NET}]",
        "short: X",
        "37:13: a group with neither `groups` nor `topics`",
    ),
    (
        "topics: [{id: aspnet, title: ASP.NET}]",
        "topics: []",
        "38:21: a group with no topics",
    ),
    (
        "topics: [{id: aspnet, title: ASP.NET}]",
        "topics: aspnet",
        "38:21: expected a list of topics, found text",
    ),
    (
        "topics: [{id: aspnet, title: ASP.NET}]",
        "topics: {id: aspnet, title: A}",
        "38:21: expected a list of topics, found keys with values",
    ),
    (
        "for: language.go",
        "for: language",
        "29:14: `language` is a step or group",
    ),
    (
        "for: language.go",
        "for: course",
        "29:14: `course` is a course",
    ),
    (
        "for: language.go",
        "for: language.goo",
        "29:14: nothing has the id `language.goo` [did you mean `language.go`?]",
    ),
    ("for: language.go", "for: Go", "29:14: `Go` is no full id"),
    (
        "short: Language",
        "for: language.go",
        "12:10: `for` outside a choice",
    ),
    (
        "  - id: framework\n    title: Learn a framework\n    pick: 1\n",
        "  - id: framework\n    title: Learn a framework\n",
        "28:14: `for` outside a choice",
    ),
    (
        "    stages:\n      - {id: one",
        "    stages: []\n    other:\n      - {id: one",
        "64:13: a path with no stages",
    ),
];

#[test]
fn each_problem_of_sections_is_told_with_its_place() {
    all_told(OF_SECTIONS);
}

/// Problems that only the whole file shows: what is replaced, by what, and what is told.
const ACROSS_THE_FILE: &[(&str, &str, &str)] = &[
    (
        "{id: echo,",
        "{id: gin,",
        "34:18: a second `framework.go.gin` [the first is in line 33]",
    ),
    (
        "{id: aspnet,",
        "{id: go,",
        "38:27: a second `framework.go` [the first is in line 27]",
    ),
    (
        "id: framework",
        "id: language",
        "23:9: a second `language` [the first is in line 10]",
    ),
    (
        "id: course",
        "id: language",
        "56:9: a second `language` [the first is in line 10]",
    ),
    (
        "id: node",
        "id: course",
        "61:9: a second `course` [the first is in line 56]",
    ),
    (
        "{id: two",
        "{id: one",
        "66:14: a second `node.one` [the first is in line 65]",
    ),
    (
        "{id: haste, title: Haste, advice: Wait.}",
        "{id: a, title: A}\n  - {id: a, title: A}",
        "69:10: a second `a` among the mistakes [the first is in line 68]",
    ),
    (
        "{id: deployment, title: It runs, summary: Somewhere.}",
        "{id: a, title: A}\n            - {id: a, title: A}",
        "50:20: a second `a` among the checklist [the first is in line 49]",
    ),
    (
        "practises: [language.go",
        "practises: [language.og",
        "47:23: nothing has the id `language.og` [did you mean `language.go`?]",
    ),
    (
        "practises: [language.go",
        "practises: [gin",
        "47:23: nothing has the id `gin` [did you mean `framework.go.gin`?]",
    ),
    (
        "practises: [language.go",
        "practises: [language",
        "47:23: `language` is a step or group",
    ),
    (
        "covers: [language,",
        "covers: [langauge,",
        "65:40: nothing has the id `langauge` [did you mean `language`?]",
    ),
    (
        "covers: [language,",
        "covers: [zzz,",
        "65:40: nothing has the id `zzz`",
    ),
    (
        "formerly: [language.c-sharp",
        "formerly: [language.go",
        "22:20: `language.go` is the id of something in line 15",
    ),
    (
        "formerly: [language.c-sharp",
        "formerly: [framework.go",
        "22:20: `framework.go` is the id of something in line 27",
    ),
    (
        "formerly: [language.c-sharp",
        "formerly: [csharp",
        "22:28: `csharp` is a former id of the topic in line 16 already",
    ),
    (
        "formerly: [language.c-sharp",
        "formerly: [C#",
        "22:20: `C#` is no full id",
    ),
    (
        "https://learn",
        "ftp://learn",
        "20:43: `ftp://learn.microsoft.com/dotnet/csharp/` is no http or https address",
    ),
    (
        "https://learn",
        "https://me@learn",
        "20:43: `https://me@learn.microsoft.com/dotnet/csharp/` has a user name",
    ),
    (
        ", url: \"https://learn.microsoft.com/dotnet/csharp/\"",
        "",
        "20:13: a link without `url`",
    ),
];

#[test]
fn each_problem_across_the_file_is_told_with_its_place() {
    all_told(ACROSS_THE_FILE);
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_file() {
    let text = "\
format: 1
id: My Roadmap
title: ''
steps:
  - id: web
    title: Web
    pick: 5
    topics:
      - id: http
        sumary: It carries pages.
      - {id: http, title: HTTP, links: [{title: RFC, url: example.org}]}
paths:
  - {id: p, title: P, stages: [{id: s, title: S, covers: [web.htpt]}]}
";
    let found = load(text.as_bytes()).unwrap_err();
    assert_snapshot!(found.render("my.yaml", text.as_bytes()), @r"
    my.yaml:2:5: `My Roadmap` is no id
        2 | id: My Roadmap
          |     ^^^^^^^^^^ did you mean `my-roadmap`?
       expected lower-case letters and digits in words joined by `-`

    my.yaml:3:8: a roadmap with an empty `title`
        3 | title: ''
          |        ^^

    my.yaml:7:11: `pick: 5` in a choice of 2
        7 |     pick: 5
          |           ^
       expected a whole number from 1 to 2

    my.yaml:9:9: a topic without `title`
        9 |       - id: http
          |         ^

    my.yaml:10:9: unknown key `sumary` in a topic
       10 |         sumary: It carries pages.
          |         ^^^^^^ did you mean `summary`?
       expected one of: id, title, summary, links, checks, formerly, extra, project

    my.yaml:11:14: a second `web.http`
       11 |       - {id: http, title: HTTP, links: [{title: RFC, url: example.org}]}
          |              ^^^^ the first is in line 9

    my.yaml:11:59: `example.org` is no http or https address
       11 |       - {id: http, title: HTTP, links: [{title: RFC, url: example.org}]}
          |                                                           ^^^^^^^^^^^
       expected an address such as `https://example.org/page`

    my.yaml:13:59: nothing has the id `web.htpt`
       13 |   - {id: p, title: P, stages: [{id: s, title: S, covers: [web.htpt]}]}
          |                                                           ^^^^^^^^ did you mean `web.http`?
    ");
}

#[test]
fn a_newer_format_asks_for_an_update_and_says_nothing_else() {
    let text = "novelty: {}\nformat: 2\n";
    let found = load(text.as_bytes()).unwrap_err();
    assert_snapshot!(found.render("new.yaml", text.as_bytes()), @r"
    new.yaml:2:9: this file is of format 2; this program reads format 1
        2 | format: 2
          |         ^ please update roadmap-tui
    ");
}

#[test]
fn a_file_that_is_no_roadmap_at_all_is_told_in_few_words() {
    assert_eq!(problems("- a\n"), ["1:1: expected a roadmap, found a list"]);
    assert_eq!(problems("hello\n"), ["1:1: expected a roadmap, found text"]);
    assert_eq!(problems("a: 1\n").len(), 5);
}

#[test]
fn missing_ids_make_no_further_problems() {
    let text = "format: 1\nid: a\ntitle: A\nsteps:\n  - {title: B, topics: [{id: x, title: X}]}\n  - {title: C, topics: [{id: x, title: X}]}\n";
    assert_eq!(
        problems(text),
        ["5:5: a step without `id`", "6:5: a step without `id`"]
    );
}

#[test]
fn a_file_of_nothing_but_problems_is_answered() {
    let unknown: Vec<String> = (0..100_000)
        .map(|number| format!("k{number}: x\n"))
        .collect();
    let found = load(unknown.concat().as_bytes()).unwrap_err();
    assert_eq!(found.count(), 100_004);
    let doubles = "      - {id: a, title: A}\n".repeat(50_000);
    let text = format!(
        "format: 1\nid: a\ntitle: A\nsteps:\n  - id: b\n    title: B\n    topics:\n{doubles}"
    );
    let found = load(text.as_bytes()).unwrap_err();
    assert_eq!(found.count(), 49_999);
    assert!(
        found
            .render("a", text.as_bytes())
            .ends_with("and 49949 more\n")
    );
    let topics: Vec<String> = (0..20_000).map(|number| format!("      - {{id: t{number}, title: A, formerly: [x.y{number}], project: {{level: beginner, practises: [b.u{number}, gone]}}}}\n")).collect();
    let text = format!(
        "format: 1\nid: a\ntitle: A\nsteps:\n  - id: b\n    title: B\n    topics:\n{}",
        topics.concat()
    );
    let found = load(text.as_bytes()).unwrap_err();
    assert_eq!(found.count(), 40_000);
}
