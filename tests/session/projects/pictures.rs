//! The projects screen at three sizes, empty, half-way and complete.

use insta::assert_snapshot;
use roadmap_tui::progress::Status::{self, Done, Learning};

use crate::support::Session;

const POINTS: [&str; 5] = [
    "authentication",
    "databases",
    "apis",
    "authorization",
    "deployment",
];

/// What is seen on the projects screen after a sentence of keys.
fn screen(session: &mut Session, (width, height): (u16, u16), keys: &str) -> String {
    session.size(width, height).keys("2").keys(keys).screen()
}

/// Brings in statuses, a second apart.
fn write(session: &mut Session, entries: &[(String, Status)]) {
    for (second, (id, status)) in entries.iter().enumerate() {
        let time = format!("10:{:02}:{:02}", second / 60, second % 60);
        session.others_write(&time, &format!("projects.{id}"), *status);
    }
}

/// A learner with one project done but not deployed, and one under way.
fn half_way() -> Session {
    let mut session = Session::new();
    let mut entries = vec![
        ("todo-api".to_owned(), Done),
        ("url-shortener".to_owned(), Learning),
    ];
    let shown = POINTS
        .iter()
        .take(4)
        .map(|point| format!("todo-api.{point}"));
    entries.extend(shown.map(|id| (id, Done)));
    entries.push(("url-shortener.databases".to_owned(), Done));
    write(&mut session, &entries);
    for topic in ["web.http", "apis.rest", "apis.crud", "auth.authentication"] {
        session.others_write("09:00:00", topic, Done);
    }
    session.others_write("09:00:01", "apis.filtering", Learning);
    session
}

/// A learner with all nine projects done and every point ticked.
fn complete() -> Session {
    let mut session = Session::new();
    let roadmap = std::sync::Arc::clone(&session.model.roadmap);
    let topics = roadmap
        .topics()
        .iter()
        .filter(|topic| topic.project.is_some());
    let ids = topics.filter_map(|topic| topic.id.strip_prefix("projects."));
    let entries: Vec<(String, Status)> = ids
        .flat_map(|id| {
            let points = POINTS.map(|point| format!("{id}.{point}"));
            points.into_iter().chain([id.to_owned()])
        })
        .map(|id| (id, Done))
        .collect();
    write(&mut session, &entries);
    session
}

#[test]
fn the_portfolio_of_a_new_learner_at_120x40() {
    assert_snapshot!(screen(&mut Session::new(), (120, 40), ""), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Projects ─────────────────────── 0 of 3 to 5 ─┬─ Portfolio ────────────────────────────────────────────── more below ─
    ▸Portfolio                                      │ ○ 0 of 3 to 5 projects done
     Beginner Projects                          0/3 │
       ○ Todo API                               0/5 │ A certificate says that you finished a course; a project lets a
       ○ Notes Application                      0/5 │ stranger read your code, call your API and ask why you built it so.
       ○ Blog API                               0/5 │ Three to five projects, finished and deployed, are enough: a
     Intermediate Projects                      0/3 │ recruiter will hardly look at more, and often for a few minutes only.
       ○ E-commerce Backend                     0/5 │ Give each a README with the purpose, a live address, the steps to run
       ○ Learning Management System             0/5 │ it and the decisions you would defend. In an interview they are also
       ○ URL Shortener                          0/5 │ the safest ground, since nobody knows them better than you.
     Advanced Projects                          0/3 │
       ○ Chat Application                       0/5 │ What your projects show
       ○ Food Delivery Backend                  0/5 │ No project is begun yet.
       ○ Video Streaming Backend                0/5 │
                                                    │ 1 Authentication: no project shows it yet
                                                    │ 2 Databases: no project shows it yet
                                                    │ 3 APIs: no project shows it yet
                                                    │ 4 Authorization: no project shows it yet
                                                    │ 5 Deployment: no project shows it yet
                                                    │
                                                    │ What is lacking
                                                    │ · 3 more projects, done to the end
                                                    │ · Authentication, Databases, APIs, Authorization and Deployment,
                                                    │   which no project shows yet
                                                    │
                                                    │ What would fill most gaps
                                                    │ ○ Todo API adds 5 of 5: Authentication, Databases, APIs,
                                                    │   Authorization and Deployment. It is the easiest that adds so much:
                                                    │   a beginner project.
                                                    │
                                                    │ What a good portfolio demonstrates
                                                    │ · Technical Skills
                                                    │   The code answers for itself: a sensible schema, validated input,
                                                    │   right status codes, tests that run in CI. A reader can see which
                                                    │   tools you have really used, and how well.
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     enter in  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_portfolio_half_way_at_120x40() {
    assert_snapshot!(screen(&mut half_way(), (120, 40), ""), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 5/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Projects ─────────────────────── 1 of 3 to 5 ─┬─ Portfolio ────────────────────────────────────────────── more below ─
    ▸Portfolio                                      │ ◐ 1 of 3 to 5 projects done, 1 under way
     Beginner Projects                          1/3 │
       ✓ Todo API                               4/5 │ A certificate says that you finished a course; a project lets a
       ○ Notes Application                      0/5 │ stranger read your code, call your API and ask why you built it so.
       ○ Blog API                               0/5 │ Three to five projects, finished and deployed, are enough: a
     Intermediate Projects                      0/3 │ recruiter will hardly look at more, and often for a few minutes only.
       ○ E-commerce Backend                     0/5 │ Give each a README with the purpose, a live address, the steps to run
       ○ Learning Management System             0/5 │ it and the decisions you would defend. In an interview they are also
       ◐ URL Shortener                          1/5 │ the safest ground, since nobody knows them better than you.
     Advanced Projects                          0/3 │
       ○ Chat Application                       0/5 │ What your projects show
       ○ Food Delivery Backend                  0/5 │                 1 2 3 4 5
       ○ Video Streaming Backend                0/5 │ ✓ Todo API      ✓ ✓ ✓ ✓ ○
                                                    │ ◐ URL Shortener ○ ✓ ○ ○ ○
                                                    │ ✓ shown, ○ not yet, · not asked of it
                                                    │
                                                    │ 1 Authentication: shown by 1 project
                                                    │ 2 Databases: shown by 2 projects
                                                    │ 3 APIs: shown by 1 project
                                                    │ 4 Authorization: shown by 1 project
                                                    │ 5 Deployment: no project shows it yet
                                                    │
                                                    │ What is lacking
                                                    │ · 2 more projects, done to the end
                                                    │ · Deployment, which no project shows yet
                                                    │
                                                    │ What would fill most gaps
                                                    │ ◐ URL Shortener adds 1 of 1: Deployment. It is under way already.
                                                    │
                                                    │ What a good portfolio demonstrates
                                                    │ · Technical Skills
                                                    │   The code answers for itself: a sensible schema, validated input,
                                                    │   right status codes, tests that run in CI. A reader can see which
                                                    │   tools you have really used, and how well.
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     enter in  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_portfolio_half_way_at_80x24() {
    assert_snapshot!(screen(&mut half_way(), (80, 24), "<enter><page-down>"), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 5/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Projects ─────── 1 of 3 to 5 ─┬─ Portfolio ────────────────────── more below ─
    ▸Portfolio                      │ ✓ shown, ○ not yet, · not asked of it
     Beginner Projects          1/3 │
       ✓ Todo API               4/5 │ 1 Authentication: shown by 1 project
       ○ Notes Application      0/5 │ 2 Databases: shown by 2 projects
       ○ Blog API               0/5 │ 3 APIs: shown by 1 project
     Intermediate Projects      0/3 │ 4 Authorization: shown by 1 project
       ○ E-commerce Backend     0/5 │ 5 Deployment: no project shows it yet
       ○ Learning Management S… 0/5 │
       ◐ URL Shortener          1/5 │ What is lacking
     Advanced Projects          0/3 │ · 2 more projects, done to the end
       ○ Chat Application       0/5 │ · Deployment, which no project shows yet
       ○ Food Delivery Backend  0/5 │
       ○ Video Streaming Backe… 0/5 │ What would fill most gaps
                                    │▸◐ URL Shortener adds 1 of 1: Deployment. It
                                    │   is under way already.
                                    │
                                    │ What a good portfolio demonstrates
                                    │ · Technical Skills
    ────────────────────────────────┴───────────────────────────────────────────────

     enter in  esc out  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_portfolio_half_way_at_40x12() {
    assert_snapshot!(screen(&mut half_way(), (40, 12), "<enter><page-down><page-down>"), @"
     Backend Developer Roa… █░░░░░░░ ! 5/79
    ─ Portfolio ─────────────── more below ─
     them better than you.

     What your projects show
                     1 2 3 4 5
    ▸✓ Todo API      ✓ ✓ ✓ ✓ ○
     ◐ URL Shortener ○ ✓ ○ ○ ○
     ✓ shown, ○ not yet, · not asked of it
    ────────────────────────────────────────

     enter in  esc out  ? help  q quit
    ");
}

#[test]
fn the_portfolio_half_way_in_ascii_at_40x12() {
    assert_snapshot!(screen(half_way().ascii(), (40, 12), "<enter><page-down><page-down>"), @"
     Backend Developer Roa~ #....... ! 5/79
    - Portfolio --------------- more below -
     them better than you.

     What your projects show
                     1 2 3 4 5
    >x Todo API      x x x x o
     ~ URL Shortener o x o o o
     x shown, o not yet, - not asked of it
    ----------------------------------------

     enter in  esc out  ? help  q quit
    ");
}

#[test]
fn the_portfolio_complete_at_80x24() {
    assert_snapshot!(screen(&mut complete(), (80, 24), "<enter><page-down>"), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 3/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Projects ──────────── 9 done ─┬─ Portfolio ────────────────────── more below ─
    ▸Portfolio                      │▸✓ Blog API                   ✓ ✓ ✓ ✓ ✓
     Beginner Projects          3/3 │ ✓ E-commerce Backend         ✓ ✓ ✓ ✓ ✓
       ✓ Todo API               5/5 │ ✓ Learning Management System ✓ ✓ ✓ ✓ ✓
       ✓ Notes Application      5/5 │ ✓ URL Shortener              ✓ ✓ ✓ ✓ ✓
       ✓ Blog API               5/5 │ ✓ Chat Application           ✓ ✓ ✓ ✓ ✓
     Intermediate Projects      3/3 │ ✓ Food Delivery Backend      ✓ ✓ ✓ ✓ ✓
       ✓ E-commerce Backend     5/5 │ ✓ Video Streaming Backend    ✓ ✓ ✓ ✓ ✓
       ✓ Learning Management S… 5/5 │ ✓ shown, ○ not yet, · not asked of it
       ✓ URL Shortener          5/5 │
     Advanced Projects          3/3 │ 1 Authentication: shown by 9 projects
       ✓ Chat Application       5/5 │ 2 Databases: shown by 9 projects
       ✓ Food Delivery Backend  5/5 │ 3 APIs: shown by 9 projects
       ✓ Video Streaming Backe… 5/5 │ 4 Authorization: shown by 9 projects
                                    │ 5 Deployment: shown by 9 projects
                                    │
                                    │ What is lacking
                                    │ Nothing: there are enough projects, and each
                                    │ point is shown.
    ────────────────────────────────┴───────────────────────────────────────────────

     enter in  esc out  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_list_of_a_new_learner_at_40x12() {
    assert_snapshot!(screen(&mut Session::new(), (40, 12), ""), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Projects ─────────────── 0 of 3 to 5 ─
    ▸Portfolio
     Beginner Projects                  0/3
       ○ Todo API                       0/5
       ○ Notes Application              0/5
       ○ Blog API                       0/5
     Intermediate Projects              0/3
       ○ E-commerce Backend             0/5
    ────────────────────────────────────────

     enter in  / search  ? help  q quit
    ");
}

#[test]
fn the_list_complete_at_40x12() {
    assert_snapshot!(screen(&mut complete(), (40, 12), "G"), @"
     Backend Developer Roa… █░░░░░░░ ! 3/79
    ─ Projects ──────────────────── 9 done ─
       ✓ E-commerce Backend             5/5
       ✓ Learning Management System     5/5
       ✓ URL Shortener                  5/5
     Advanced Projects                  3/3
       ✓ Chat Application               5/5
       ✓ Food Delivery Backend          5/5
      ▸✓ Video Streaming Backend        5/5
    ────────────────────────────────────────

     space done  i learning  ? help  q quit
    ");
}

#[test]
fn a_project_half_way_at_120x40() {
    let mut session = half_way();
    session.keys("2jrhttps://example.org/me/todo-api<enter>emind the indexes<esc>");
    assert_snapshot!(screen(&mut session, (120, 40), "<enter>Gkk"), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 5/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Projects ─────────────────────── 1 of 3 to 5 ─┬─ Todo API ─────────────────────────────────────────────── more below ─
     Portfolio                                      │   validated input, fitting status codes and one shape of error. The
     Beginner Projects                          1/3 │   endpoints are documented so that a stranger can call them, in
      ▸✓ Todo API                             ≡ 4/5 │   OpenAPI or in the README.
       ○ Notes Application                      0/5 │▸✓ Every query is limited to the caller's own tasks; a stranger's task
       ○ Blog API                               0/5 │   id answers 404
     Intermediate Projects                      0/3 │   The server decides for each request what this user may do: one user
       ○ E-commerce Backend                     0/5 │   cannot read or change another's records by altering an id, and at
       ○ Learning Management System             0/5 │   least two roles differ. Hiding a button in the interface does not
       ◐ URL Shortener                          1/5 │   count.
     Advanced Projects                          0/3 │ ○ Runs at a public HTTPS address, with the database URL taken from
       ○ Chat Application                       0/5 │   the environment
       ○ Food Delivery Backend                  0/5 │   It runs at a public HTTPS address, takes its settings from
       ○ Video Streaming Backend                0/5 │   environment variables, and a push or one documented command brings
                                                    │   out a new version. No secret stands in the repository or in its
                                                    │   history.
                                                    │
                                                    │ Your repository
                                                    │ · r changes the address:
                                                    │   https://example.org/me/todo-api
                                                    │
                                                    │ ≡ Your note
                                                    │ · mind the indexes
                                                    │
                                                    │ You know it when you can answer
                                                    │ · Which status codes do your create, update and delete answer with,
                                                    │   and why?
                                                    │ · What does a user get who asks for somebody else's task by its id?
                                                    │ · Which fields of a task must a client never be able to set?
                                                    │
                                                    │ Links
                                                    │ 1 MDN: HTTP response status codes
                                                    │   https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status
                                                    │ 2 OpenAPI Specification
                                                    │   https://spec.openapis.org/oas/latest.html
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     space done  r repository  e note  esc out  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn a_project_of_a_new_learner_at_80x24() {
    assert_snapshot!(screen(&mut Session::new(), (80, 24), "j<enter><page-down>"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Projects ─────── 0 of 3 to 5 ─┬─ Todo API ─────────────────────── more below ─
     Portfolio                      │ impossible date gets a 400 or 422 that names
     Beginner Projects          0/3 │ each bad field, always in the same shape. It
      ▸○ Todo API               0/5 │ is finished when automated tests cover every
       ○ Notes Application      0/5 │ endpoint, including a stranger asking for
       ○ Blog API               0/5 │ your task, and the API answers over HTTPS at
     Intermediate Projects      0/3 │ a public address.
       ○ E-commerce Backend     0/5 │
       ○ Learning Management S… 0/5 │ It practises
       ○ URL Shortener          0/5 │ All its 10 topics are still open: you can
     Advanced Projects          0/3 │ begin all the same.
       ○ Chat Application       0/5 │▸○ HTTP (missing)
       ○ Food Delivery Backend  0/5 │ ○ REST APIs (missing)
       ○ Video Streaming Backe… 0/5 │ ○ CRUD Operations (missing)
                                    │ ○ Request Validation (missing)
                                    │ ○ Filtering (missing)
                                    │ ○ Pagination (missing)
                                    │ ○ Tables (missing)
                                    │ ○ Authentication (missing)
    ────────────────────────────────┴───────────────────────────────────────────────

     r repository  e note  enter in  esc out  / search  : commands  ? help  q quit
    ");
}

#[test]
fn a_project_complete_at_40x12() {
    assert_snapshot!(screen(&mut complete(), (40, 12), "j<enter>"), @"
     Backend Developer Roa… █░░░░░░░ ! 3/79
    ▸ Todo API ──────────────── more below ─
     ✓ done on 23 Nov · beginner project

     A small JSON API in which each user
     keeps a private list of tasks. It
     leads you once through the whole of
     backend work, from routes and
     validation to a table, tests and a
    ────────────────────────────────────────

     space done  i learning  ? help  q quit
    ");
}

#[test]
fn the_portfolio_complete_at_120x40() {
    assert_snapshot!(screen(&mut complete(), (120, 40), ""), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 3/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Projects ──────────────────────────── 9 done ─┬─ Portfolio ────────────────────────────────────────────── more below ─
    ▸Portfolio                                      │ ✓ 9 projects done; 3 to 5 would do
     Beginner Projects                          3/3 │
       ✓ Todo API                               5/5 │ A certificate says that you finished a course; a project lets a
       ✓ Notes Application                      5/5 │ stranger read your code, call your API and ask why you built it so.
       ✓ Blog API                               5/5 │ Three to five projects, finished and deployed, are enough: a
     Intermediate Projects                      3/3 │ recruiter will hardly look at more, and often for a few minutes only.
       ✓ E-commerce Backend                     5/5 │ Give each a README with the purpose, a live address, the steps to run
       ✓ Learning Management System             5/5 │ it and the decisions you would defend. In an interview they are also
       ✓ URL Shortener                          5/5 │ the safest ground, since nobody knows them better than you.
     Advanced Projects                          3/3 │
       ✓ Chat Application                       5/5 │ What your projects show
       ✓ Food Delivery Backend                  5/5 │                              1 2 3 4 5
       ✓ Video Streaming Backend                5/5 │ ✓ Todo API                   ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Notes Application          ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Blog API                   ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ E-commerce Backend         ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Learning Management System ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ URL Shortener              ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Chat Application           ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Food Delivery Backend      ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ Video Streaming Backend    ✓ ✓ ✓ ✓ ✓
                                                    │ ✓ shown, ○ not yet, · not asked of it
                                                    │
                                                    │ 1 Authentication: shown by 9 projects
                                                    │ 2 Databases: shown by 9 projects
                                                    │ 3 APIs: shown by 9 projects
                                                    │ 4 Authorization: shown by 9 projects
                                                    │ 5 Deployment: shown by 9 projects
                                                    │
                                                    │ What is lacking
                                                    │ Nothing: there are enough projects, and each point is shown.
                                                    │
                                                    │ What a good portfolio demonstrates
                                                    │ · Technical Skills
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     enter in  / search  : commands  n next  u undo  ? help  q quit
    ");
}
