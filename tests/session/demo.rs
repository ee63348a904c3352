//! The made-up progress of the demo gives every screen something to show.

use insta::assert_snapshot;
use roadmap_tui::demo;
use roadmap_tui::insight::Held;
use roadmap_tui::progress::{Progress, Status};
use roadmap_tui::tui::Msg;

use crate::support::Session;

/// The built-in roadmap with its demo, at noon of 23 November 2026.
fn demo() -> Session {
    let mut session = Session::new();
    let now = "2026-11-23T12:00:00+01:00".parse().unwrap();
    let entries = demo::entries(&session.model.roadmap, now);
    session.model.settings.demo = true;
    session.tell(Msg::Read {
        entries,
        unreadable: Vec::new(),
        read_only: None,
    });
    session
}

#[test]
fn one_mistake_is_being_made_and_no_more() {
    let mut session = demo();
    session.screen();
    let model = &session.model;
    let mistake = |held: &Held| model.roadmap.mistakes[held.mistake].id.as_str();
    let mistakes: Vec<&str> = model.advice.iter().map(mistake).collect();
    assert_eq!(mistakes, ["too-many-technologies"]);
}

#[test]
fn every_status_a_note_a_repository_a_path_and_a_streak_are_there() {
    let mut session = demo();
    session.screen();
    let model = &session.model;
    let progress: &Progress = &model.progress;
    let all = || model.roadmap.keys();
    for status in Status::ALL {
        let count = all().filter(|key| progress.status(*key) == status).count();
        assert!(count >= 3, "{status:?}: {count}");
    }
    let notes = all().filter(|key| progress.note(*key).is_some()).count();
    assert!(notes >= 5, "{notes}");
    assert_eq!(all().filter_map(|key| progress.repository(key)).count(), 1);
    assert!(progress.path(&model.roadmap).is_some());
    assert!(model.next.is_some());
    assert!(model.activity.streak().current >= 6);
    assert!(model.activity.streak().longest >= model.activity.streak().current);
    assert!(model.activity.days() > 50, "{}", model.activity.days());
    let total = model.completion.total;
    assert!((35..45).contains(&total.done), "{total}");
    assert_eq!(model.activity.later(), 0);
}

#[test]
fn the_header_says_that_nothing_is_kept_and_first_of_all() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        let screen = demo().size(width, height).screen();
        let header = screen.lines().next().unwrap().to_owned();
        assert!(header.starts_with(" Demo"), "{header}");
        assert_eq!(header.contains("not kept"), width >= 40, "{header}");
    }
    let without = Session::new().screen();
    assert!(!without.contains("Demo"), "{without}");
}

#[test]
fn the_steps_at_80x24() {
    assert_snapshot!(demo().size(80, 24).screen(), @"
     Demo, not kept: Backend Developer Roadmap       ███████████░░░░░░░░░░░░░ 37/75
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Steps ────────────────────────────┬─ Programming language ───── pick 1 · 1/1 ─
    ▸✓  1 Programming language      1/1 │▸✓ JavaScript (Node.js)             25 Aug
     ✓  2 Programming fundamentals  7/7 │   4 others: enter shows them
     ✓  3 How the web works         8/8 │
     ✓  4 Git and GitHub            5/5 │
     ✓  5 Runtime or framework      1/1 │
     ◐  6 Databases                8/10 │
     ✓  7 API development           6/6 │
     ◐  8 Auth and authorization    0/7 │
     ◐  9 Real projects             1/3 │
     ○ 10 Backend internals         0/8 │
     ○ 11 Deployment                0/5 │
     ○ 12 System design             0/6 │
     ○ 13 Data structures           0/8 │
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: finish Notes Application, under way for 26 days
     enter in  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_insights_at_80x24() {
    assert_snapshot!(demo().size(80, 24).keys("4").screen(), @"
     Demo, not kept: Backend Developer Roadmap       ███████████░░░░░░░░░░░░░ 37/75
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ──────────────────────────────────────────────────────── more below ─
     Streak
     9 days: the longest so far.
     Days with activity in a row. In each week, Monday to Sunday, one day of rest
     breaks nothing; it is not counted.

     Days with activity
     55 days since 25 Aug
          Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov
     Mon ··········································░░░··▒░░▒·░
     Tue ·······································▒░░▒···░░··░░
     Wed ··········································░▒·▒··▒░░░
     Thu ········································▒▒▒··░▒░░··░
     Fri ·······································▒░··░·░··░▒▒░
     Sat ········································▒░░░··░▒▒··░
     Sun ·······································░░··▒·▒░··░░░
         · none  ░ 1  ▒ 2-3  ▓ 4-6  █ 7 or more
     Counted: all that you set to learning, done or skipped, and notes and
     repositories.
    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_projects_at_40x12() {
    assert_snapshot!(demo().size(40, 12).keys("2").screen(), @"
     Demo, not kept: Back… ███░░░░░ ! 37/75
    ─ Projects ─────────────── 1 of 3 to 5 ─
    ▸Portfolio
     Beginner Projects                  1/3
       ✓ Todo API                       5/5
       ◐ Notes Application            ≡ 2/5
       ○ Blog API                       0/5
     Intermediate Projects              0/3
       ○ E-commerce Backend             0/5
    ────────────────────────────────────────

     enter in  / search  ? help  q quit
    ");
}

#[test]
fn the_path_at_120x40() {
    assert_snapshot!(demo().size(120, 40).keys("3").screen(), @"
     Demo, not kept: Backend Developer Roadmap                               ███████████░░░░░░░░░░░░░ 37/75 · streak 9 days
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Path ─────────────────────────────────────────┬─ Node.js path ────────────────────────────────────────────────────────
    ▸◐ Node.js path                followed · 25/63 │ ◐ 25 of 63 done
       ✓  1 JavaScript Fundamentals             8/8 │
       ✓  2 Git & GitHub                        5/5 │ Recommended Learning Path with Namaste Node.js
       ◐  3 Namaste Node.js                    3/10 │
       ○  4 Express.js                          0/1 │ The roadmap in one particular order, for those who settle on
       ◐  5 MongoDB                             4/5 │ JavaScript and Node.js: eleven stages, from the language to system
       ◐  6 PostgreSQL                          4/5 │ design. The course is its third stage, and can be replaced by the
       ◐  7 Authentication & Authorization      0/7 │ Node.js documentation and your own practice. The web basics of step 3
       ◐  8 Backend Projects                    1/3 │ are not a stage of their own: take them before Express.js.
       ○  9 Deployment                          0/5 │
       ○ 10 DSA                                 0/8 │ You follow this path: what is next goes by its order. f ends that.
       ○ 11 System Design                       0/6 │
     Courses                                        │ Stages, and the steps they draw on
     ◐ Namaste Node.js                         3/10 │ ✓  1 JavaScript Fundamentals 8/8  1 Programming language 1/1
                                                    │                                   2 Programming fundamentals 7/7
                                                    │ ✓  2 Git & GitHub            5/5  4 Git and GitHub 5/5
                                                    │ ◐  3 Namaste Node.js        3/10  Namaste Node.js 3/10
                                                    │ ○  4 Express.js              0/1  5 Runtime or framework 1/1
                                                    │ ◐  5 MongoDB                 4/5  6 Databases 8/10
                                                    │ ◐  6 PostgreSQL              4/5  6 Databases 8/10
                                                    │ ◐  7 Authentication & Autho… 0/7  8 Auth and authorization 0/7
                                                    │ ◐  8 Backend Projects        1/3  9 Real projects 1/3
                                                    │ ○  9 Deployment              0/5  11 Deployment 0/5
                                                    │ ○ 10 DSA                     0/8  13 Data structures 0/8
                                                    │ ○ 11 System Design           0/6  12 System design 0/6
                                                    │
                                                    │ Steps outside this path
                                                    │ · 3 How the web works 8/8
                                                    │ · 7 API development 6/6
                                                    │ · 10 Backend internals 0/8
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     f follow  enter in  / search  : commands  n next  u undo  ? help  q quit
    ");
}
