//! The path screen: paths with their stages, courses, following.

use insta::assert_snapshot;
use roadmap_tui::progress::Change;
use roadmap_tui::progress::Status::{Done, Learning, Skipped, Todo};

use crate::support::Session;

/// What is seen on the path screen after a sentence of keys on a screen of this size.
fn screen(width: u16, height: u16, keys: &str) -> String {
    let mut session = Session::new();
    session.size(width, height).keys("3").keys(keys).screen()
}

/// A learner who did the first half of what the path covers, and follows it.
fn half_way() -> Session {
    let mut session = Session::new();
    let ids: Vec<String> = session
        .model
        .roadmap
        .topics()
        .iter()
        .map(|topic| topic.id.clone())
        .collect();
    let done = [
        "language.javascript",
        "fundamentals.",
        "git.",
        "namaste-nodejs.e",
        "databases.nosql.",
    ];
    for id in ids
        .iter()
        .filter(|id| done.iter().any(|start| id.starts_with(start)))
    {
        session.others_write("09:00:00", id, Done);
    }
    session.others_write("09:00:00", "auth.jwt", Learning);
    session.keys("3f");
    session
}

/// A learner who did everything.
fn complete() -> Session {
    let mut session = Session::new();
    let ids: Vec<String> = session
        .model
        .roadmap
        .topics()
        .iter()
        .map(|topic| topic.id.clone())
        .collect();
    for id in ids {
        session.others_write("09:00:00", &id, Done);
    }
    session.keys("3");
    session
}

#[test]
fn the_path_of_a_new_learner_at_120x40() {
    assert_snapshot!(screen(120, 40, ""), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Path ─────────────────────────────────────────┬─ Node.js path ────────────────────────────────────────────────────────
    ▸○ Node.js path                            0/66 │ ○ 0 of 66 done
       ○  1 JavaScript Fundamentals             0/9 │
       ○  2 Git & GitHub                        0/6 │ Recommended Learning Path with Namaste Node.js
       ○  3 Namaste Node.js                    0/10 │
       ○  4 Express.js                          0/1 │ The roadmap in one particular order, for those who settle on
       ○  5 MongoDB                             0/5 │ JavaScript and Node.js: eleven stages, from the language to system
       ○  6 PostgreSQL                          0/6 │ design. The course is its third stage, and can be replaced by the
       ○  7 Authentication & Authorization      0/7 │ Node.js documentation and your own practice. The web basics of step 3
       ○  8 Backend Projects                    0/3 │ are not a stage of their own: take them before Express.js.
       ○  9 Deployment                          0/5 │
       ○ 10 DSA                                 0/8 │ f follows this path: what is next then goes by its order.
       ○ 11 System Design                       0/6 │
     Courses                                        │ Stages, and the steps they draw on
     ○ Namaste Node.js                         0/10 │ ○  1 JavaScript Fundamentals 0/9  1 Programming language 0/1
                                                    │                                   2 Programming fundamentals 0/8
                                                    │ ○  2 Git & GitHub            0/6  4 Git and GitHub 0/6
                                                    │ ○  3 Namaste Node.js        0/10  Namaste Node.js 0/10
                                                    │ ○  4 Express.js              0/1  5 Runtime or framework 0/1
                                                    │ ○  5 MongoDB                 0/5  6 Databases 0/11
                                                    │ ○  6 PostgreSQL              0/6  6 Databases 0/11
                                                    │ ○  7 Authentication & Autho… 0/7  8 Auth and authorization 0/7
                                                    │ ○  8 Backend Projects        0/3  9 Real projects 0/3
                                                    │ ○  9 Deployment              0/5  11 Deployment 0/5
                                                    │ ○ 10 DSA                     0/8  13 Data structures 0/8
                                                    │ ○ 11 System Design           0/6  12 System design 0/6
                                                    │
                                                    │ Steps outside this path
                                                    │ · 3 How the web works 0/8
                                                    │ · 7 API development 0/7
                                                    │ · 10 Backend internals 0/8
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     f follow  enter in  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_path_of_a_new_learner_at_80x24() {
    assert_snapshot!(screen(80, 24, ""), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Path ─────────────────────────┬─ Node.js path ─────────────────── more below ─
    ▸○ Node.js path            0/66 │ ○ 0 of 66 done
       ○  1 JavaScript Fundame… 0/9 │
       ○  2 Git & GitHub        0/6 │ Recommended Learning Path with Namaste
       ○  3 Namaste Node.js    0/10 │ Node.js
       ○  4 Express.js          0/1 │
       ○  5 MongoDB             0/5 │ The roadmap in one particular order, for
       ○  6 PostgreSQL          0/6 │ those who settle on JavaScript and Node.js:
       ○  7 Authentication & A… 0/7 │ eleven stages, from the language to system
       ○  8 Backend Projects    0/3 │ design. The course is its third stage, and
       ○  9 Deployment          0/5 │ can be replaced by the Node.js documentation
       ○ 10 DSA                 0/8 │ and your own practice. The web basics of step
       ○ 11 System Design       0/6 │ 3 are not a stage of their own: take them
     Courses                        │ before Express.js.
     ○ Namaste Node.js         0/10 │
                                    │ f follows this path: what is next then goes
                                    │ by its order.
                                    │
                                    │ Stages, and the steps they draw on
    ────────────────────────────────┴───────────────────────────────────────────────

     f follow  enter in  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_path_of_a_new_learner_at_40x12() {
    assert_snapshot!(screen(40, 12, ""), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Path ─────────────────────────────────
    ▸○ Node.js path                    0/66
       ○  1 JavaScript Fundamentals     0/9
       ○  2 Git & GitHub                0/6
       ○  3 Namaste Node.js            0/10
       ○  4 Express.js                  0/1
       ○  5 MongoDB                     0/5
       ○  6 PostgreSQL                  0/6
    ────────────────────────────────────────

     f follow  enter in  ? help  q quit
    ");
}

#[test]
fn a_stage_with_what_it_covers_at_80x24() {
    assert_snapshot!(screen(80, 24, "jjjjj<enter>jj"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Path ─────────────────────────┬─ 5 MongoDB ────────────────────── more below ─
     ○ Node.js path            0/66 │ ○ 0 of 5 done
       ○  1 JavaScript Fundame… 0/9 │
       ○  2 Git & GitHub        0/6 │ Documents map directly to JavaScript objects,
       ○  3 Namaste Node.js    0/10 │ so you can store data without mapping it to
       ○  4 Express.js          0/1 │ tables. You also meet the first question of
      ▸○  5 MongoDB             0/5 │ data modeling: embed or reference?
       ○  6 PostgreSQL          0/6 │
       ○  7 Authentication & A… 0/7 │ NoSQL Databases 0/5
       ○  8 Backend Projects    0/3 │
       ○  9 Deployment          0/5 │ Examples 0/1
       ○ 10 DSA                 0/8 │ Pick 1: MongoDB, Redis; picked: none yet.
       ○ 11 System Design       0/6 │ ○ MongoDB
     Courses                        │ ○ Redis
     ○ Namaste Node.js         0/10 │
                                    │ Topics to learn 0/4
                                    │▸○ Collections
                                    │ ○ Documents
                                    │ ○ Data Modeling
    ────────────────────────────────┴───────────────────────────────────────────────

     f follow  space done  i learning  x skip  enter in  esc out  ? help  q quit
    ");
}

#[test]
fn a_stage_with_what_it_covers_at_40x12() {
    assert_snapshot!(screen(40, 12, "j<enter>"), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ▸ 1 JavaScript Fundamentals ────────────
     ○ 0 of 9 done

     Functions, closures, objects, arrays
     and promises, written without looking
     them up. Most of what follows is
     written in it, so gaps here cost time
     at every later stage.
    ────────────────────────────────────────

     f follow  esc out  ? help  q quit
    ");
}

#[test]
fn a_path_half_way_at_120x40() {
    assert_snapshot!(half_way().screen(), @"
     Backend Developer Roadmap                                                               ██████░░░░░░░░░░░░░░░░░░ 20/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Path ─────────────────────────────────────────┬─ Node.js path ────────────────────────────────────────────────────────
    ▸◐ Node.js path                followed · 21/66 │ ◐ 21 of 66 done
       ✓  1 JavaScript Fundamentals             9/9 │
       ✓  2 Git & GitHub                        6/6 │ Recommended Learning Path with Namaste Node.js
       ◐  3 Namaste Node.js                    1/10 │
       ○  4 Express.js                          0/1 │ The roadmap in one particular order, for those who settle on
       ✓  5 MongoDB                             5/5 │ JavaScript and Node.js: eleven stages, from the language to system
       ○  6 PostgreSQL                          0/6 │ design. The course is its third stage, and can be replaced by the
       ◐  7 Authentication & Authorization      0/7 │ Node.js documentation and your own practice. The web basics of step 3
       ○  8 Backend Projects                    0/3 │ are not a stage of their own: take them before Express.js.
       ○  9 Deployment                          0/5 │
       ○ 10 DSA                                 0/8 │ You follow this path: what is next goes by its order. f ends that.
       ○ 11 System Design                       0/6 │
     Courses                                        │ Stages, and the steps they draw on
     ◐ Namaste Node.js                         1/10 │ ✓  1 JavaScript Fundamentals 9/9  1 Programming language 1/1
                                                    │                                   2 Programming fundamentals 8/8
                                                    │ ✓  2 Git & GitHub            6/6  4 Git and GitHub 6/6
                                                    │ ◐  3 Namaste Node.js        1/10  Namaste Node.js 1/10
                                                    │ ○  4 Express.js              0/1  5 Runtime or framework 0/1
                                                    │ ✓  5 MongoDB                 5/5  6 Databases 5/11
                                                    │ ○  6 PostgreSQL              0/6  6 Databases 5/11
                                                    │ ◐  7 Authentication & Autho… 0/7  8 Auth and authorization 0/7
                                                    │ ○  8 Backend Projects        0/3  9 Real projects 0/3
                                                    │ ○  9 Deployment              0/5  11 Deployment 0/5
                                                    │ ○ 10 DSA                     0/8  13 Data structures 0/8
                                                    │ ○ 11 System Design           0/6  12 System design 0/6
                                                    │
                                                    │ Steps outside this path
                                                    │ · 3 How the web works 0/8
                                                    │ · 7 API development 0/7
                                                    │ · 10 Backend internals 0/8
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────
     Following Node.js path: what is next goes by its order.
     f follow  enter in  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn a_path_half_way_at_80x24() {
    assert_snapshot!(half_way().size(80, 24).screen(), @"
     Backend Developer Roadmap                       ██████░░░░░░░░░░░░░░░░░░ 20/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Path ─────────────────────────┬─ Node.js path ─────────────────── more below ─
    ▸◐ Node.js pa… followed · 21/66 │ ◐ 21 of 66 done
       ✓  1 JavaScript Fundame… 9/9 │
       ✓  2 Git & GitHub        6/6 │ Recommended Learning Path with Namaste
       ◐  3 Namaste Node.js    1/10 │ Node.js
       ○  4 Express.js          0/1 │
       ✓  5 MongoDB             5/5 │ The roadmap in one particular order, for
       ○  6 PostgreSQL          0/6 │ those who settle on JavaScript and Node.js:
       ◐  7 Authentication & A… 0/7 │ eleven stages, from the language to system
       ○  8 Backend Projects    0/3 │ design. The course is its third stage, and
       ○  9 Deployment          0/5 │ can be replaced by the Node.js documentation
       ○ 10 DSA                 0/8 │ and your own practice. The web basics of step
       ○ 11 System Design       0/6 │ 3 are not a stage of their own: take them
     Courses                        │ before Express.js.
     ◐ Namaste Node.js         1/10 │
                                    │ You follow this path: what is next goes by
                                    │ its order. f ends that.
                                    │
                                    │ Stages, and the steps they draw on
    ────────────────────────────────┴───────────────────────────────────────────────
     Following Node.js path: what is next goes by its order.
     f follow  enter in  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn a_path_half_way_at_40x12() {
    assert_snapshot!(half_way().size(40, 12).screen(), @"
     Backend Developer Ro… ██░░░░░░ ! 20/79
    ─ Path ─────────────────────────────────
    ▸◐ Node.js path        followed · 21/66
       ✓  1 JavaScript Fundamentals     9/9
       ✓  2 Git & GitHub                6/6
       ◐  3 Namaste Node.js            1/10
       ○  4 Express.js                  0/1
       ✓  5 MongoDB                     5/5
       ○  6 PostgreSQL                  0/6
    ────────────────────────────────────────
     Following Node.js path: what is next …
     f follow  enter in  ? help  q quit
    ");
}

#[test]
fn a_complete_path_at_120x40() {
    assert_snapshot!(complete().screen(), @"
     Backend Developer Roadmap                                                               ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Path ─────────────────────────────────────────┬─ Node.js path ────────────────────────────────────────────────────────
    ▸✓ Node.js path                           66/66 │ ✓ 66 of 66 done
       ✓  1 JavaScript Fundamentals             9/9 │
       ✓  2 Git & GitHub                        6/6 │ Recommended Learning Path with Namaste Node.js
       ✓  3 Namaste Node.js                   10/10 │
       ✓  4 Express.js                          1/1 │ The roadmap in one particular order, for those who settle on
       ✓  5 MongoDB                             5/5 │ JavaScript and Node.js: eleven stages, from the language to system
       ✓  6 PostgreSQL                          6/6 │ design. The course is its third stage, and can be replaced by the
       ✓  7 Authentication & Authorization      7/7 │ Node.js documentation and your own practice. The web basics of step 3
       ✓  8 Backend Projects                    3/3 │ are not a stage of their own: take them before Express.js.
       ✓  9 Deployment                          5/5 │
       ✓ 10 DSA                                 8/8 │ f follows this path: what is next then goes by its order.
       ✓ 11 System Design                       6/6 │
     Courses                                        │ Stages, and the steps they draw on
     ✓ Namaste Node.js                        10/10 │ ✓  1 JavaScript Fundamentals 9/9  1 Programming language 1/1
                                                    │                                   2 Programming fundamentals 8/8
                                                    │ ✓  2 Git & GitHub            6/6  4 Git and GitHub 6/6
                                                    │ ✓  3 Namaste Node.js       10/10  Namaste Node.js 10/10
                                                    │ ✓  4 Express.js              1/1  5 Runtime or framework 1/1
                                                    │ ✓  5 MongoDB                 5/5  6 Databases 11/11
                                                    │ ✓  6 PostgreSQL              6/6  6 Databases 11/11
                                                    │ ✓  7 Authentication & Autho… 7/7  8 Auth and authorization 7/7
                                                    │ ✓  8 Backend Projects        3/3  9 Real projects 3/3
                                                    │ ✓  9 Deployment              5/5  11 Deployment 5/5
                                                    │ ✓ 10 DSA                     8/8  13 Data structures 8/8
                                                    │ ✓ 11 System Design           6/6  12 System design 6/6
                                                    │
                                                    │ Steps outside this path
                                                    │ · 3 How the web works 8/8
                                                    │ · 7 API development 7/7
                                                    │ · 10 Backend internals 8/8
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     f follow  enter in  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn a_complete_path_at_80x24() {
    assert_snapshot!(complete().size(80, 24).screen(), @"
     Backend Developer Roadmap                       ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Path ─────────────────────────┬─ Node.js path ─────────────────── more below ─
    ▸✓ Node.js path           66/66 │ ✓ 66 of 66 done
       ✓  1 JavaScript Fundame… 9/9 │
       ✓  2 Git & GitHub        6/6 │ Recommended Learning Path with Namaste
       ✓  3 Namaste Node.js   10/10 │ Node.js
       ✓  4 Express.js          1/1 │
       ✓  5 MongoDB             5/5 │ The roadmap in one particular order, for
       ✓  6 PostgreSQL          6/6 │ those who settle on JavaScript and Node.js:
       ✓  7 Authentication & A… 7/7 │ eleven stages, from the language to system
       ✓  8 Backend Projects    3/3 │ design. The course is its third stage, and
       ✓  9 Deployment          5/5 │ can be replaced by the Node.js documentation
       ✓ 10 DSA                 8/8 │ and your own practice. The web basics of step
       ✓ 11 System Design       6/6 │ 3 are not a stage of their own: take them
     Courses                        │ before Express.js.
     ✓ Namaste Node.js        10/10 │
                                    │ f follows this path: what is next then goes
                                    │ by its order.
                                    │
                                    │ Stages, and the steps they draw on
    ────────────────────────────────┴───────────────────────────────────────────────

     f follow  enter in  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn a_complete_path_at_40x12() {
    assert_snapshot!(complete().size(40, 12).screen(), @"
     Backend Developer Ro… ████████ ! 79/79
    ─ Path ─────────────────────────────────
    ▸✓ Node.js path                   66/66
       ✓  1 JavaScript Fundamentals     9/9
       ✓  2 Git & GitHub                6/6
       ✓  3 Namaste Node.js           10/10
       ✓  4 Express.js                  1/1
       ✓  5 MongoDB                     5/5
       ✓  6 PostgreSQL                  6/6
    ────────────────────────────────────────

     f follow  enter in  ? help  q quit
    ");
}

#[test]
fn a_topic_of_the_course_with_its_text_at_120x40() {
    assert_snapshot!(screen(120, 40, "G<enter>j<enter><space>"), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Path ─────────────────────────────────────────┬─ Namaste Node.js ──────────────────────────────────────── more below ─
     ◐ Node.js path                            1/66 │ ◐ 1 of 10 done
       ○  1 JavaScript Fundamentals             0/9 │
       ○  2 Git & GitHub                        0/6 │ A course by NamasteDev for people who chose Node.js, with its weight
       ◐  3 Namaste Node.js                    1/10 │ on what happens underneath: the engine, the event loop and the
       ○  4 Express.js                          0/1 │ reasons behind a design, more than framework syntax. It is one option
       ○  5 MongoDB                             0/5 │ among several; nothing in this roadmap requires it, and the sources
       ○  6 PostgreSQL                          0/6 │ linked below let you study the same topics without it.
       ○  7 Authentication & Authorization      0/7 │
       ○  8 Backend Projects                    0/3 │ Its topics stand beside the roadmap and are not in its total.
       ○  9 Deployment                          0/5 │
       ○ 10 DSA                                 0/8 │ Links
       ○ 11 System Design                       0/6 │ 1 NamasteDev: home page
     Courses                                        │   https://namastedev.com/
    ▸◐ Namaste Node.js                         1/10 │
                                                    │ Its own topics
                                                    │ ○ Node.js Internals
                                                    │▸✓ Event Loop
                                                    │   Each turn of libuv's loop has phases: timers, poll for I/O, check
                                                    │   for setImmediate, close callbacks. After every callback Node.js
                                                    │   first empties the process.nextTick queue and then the promise
                                                    │   microtasks, so a nextTick that keeps scheduling itself starves all
                                                    │   I/O. With this order in mind you can work out what most programs
                                                    │   log.
                                                    │
                                                    │   You know it when you can answer
                                                    │   · Inside an I/O callback, which runs first: setTimeout with 0 ms or
                                                    │     setImmediate?
                                                    │   · After a callback, which is emptied first: nextTick queue or
                                                    │     promise microtasks?
                                                    │   · Why can a timer set to 10 ms fire after 200 ms?
                                                    │
                                                    │   Links
                                                    │   1 Node.js: The event loop, timers and nextTick
                                                    │     https://nodejs.org/learn/asynchronous-work/
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────
     Event Loop is done. u takes it back.
     space done  i learning  x skip  enter in  esc out  e note  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn a_tick_here_is_a_tick_there() {
    let mut session = Session::new();
    session.keys("3j<enter>j<space>ji");
    assert_eq!(session.status("fundamentals.variables"), Done);
    assert_eq!(session.status("fundamentals.functions"), Learning);
    assert_eq!(
        session
            .rows_with(" 1 JavaScript Fundamentals             1/9")
            .len(),
        1
    );
    session.keys("x");
    assert_eq!(session.status("fundamentals.functions"), Skipped);
    session.keys("x");
    assert_eq!(session.status("fundamentals.functions"), Todo);
    session.keys("1j<enter>");
    assert_eq!(session.rows_with("▸✓ Variables").len(), 1);
    session.keys("<space>3");
    assert_eq!(
        session
            .rows_with(" 1 JavaScript Fundamentals             0/9")
            .len(),
        1
    );
}

#[test]
fn enter_goes_to_a_topic_on_the_roadmap_and_backspace_comes_back() {
    let mut session = Session::new();
    session.keys("3j<enter>j<enter>");
    assert_eq!(session.model.screens.shown.word(), "roadmap");
    assert_eq!(session.topic(), "fundamentals.variables");
    session.keys("<backspace>");
    assert_eq!(session.rows_with("▸○ Variables").len(), 1);
}

#[test]
fn a_topic_of_a_course_shows_its_text_in_place_and_the_selection_stays_on_it() {
    let mut session = Session::new();
    session.keys("3G<enter>");
    while session.rows_with("▸○ Event Loop").is_empty() {
        session.keys("j");
    }
    session.keys("<enter>");
    assert_eq!(session.rows_with("▸○ Event Loop").len(), 1);
    assert_eq!(
        session
            .rows_with("Each turn of libuv's loop has phases")
            .len(),
        1
    );
    // The text is laid out anew for another width; the selection stays.
    session.size(80, 40);
    assert_eq!(session.rows_with("▸○ Event Loop").len(), 1);
    session.keys("<space><enter>");
    assert_eq!(session.rows_with("▸✓ Event Loop").len(), 1);
    assert_eq!(session.rows_with("Each turn of libuv's").len(), 0);
}

#[test]
fn a_path_is_followed_from_itself_and_from_its_stages_and_no_more() {
    let mut session = Session::new();
    session.keys("3f");
    let follow = |path: &str| Change::Follow {
        path: path.to_owned(),
    };
    assert_eq!(session.saved[0].change, follow("node"));
    assert_eq!(
        session.notice(),
        "Following Node.js path: what is next goes by its order."
    );
    assert_eq!(session.rows_with("followed · 0/66").len(), 1);
    session.keys("jjjf");
    assert_eq!(session.saved[1].change, follow(""));
    assert_eq!(session.rows_with("followed ·").len(), 0);
    let mut session = session.restarted();
    session.keys("jj<enter>f").keys("<esc>");
    assert_eq!(session.rows_with("followed · 0/66").len(), 1);
    assert_eq!(session.restarted().rows_with("followed · 0/66").len(), 1);
}

#[test]
fn following_can_be_undone_and_says_so() {
    let mut session = Session::new();
    session.keys("3fu");
    assert_eq!(
        session.notice(),
        "Undone: no path is followed. ctrl-r brings it back."
    );
    assert_eq!(session.rows_with("followed ·").len(), 0);
    session.keys("<ctrl-r>");
    assert_eq!(session.notice(), "Redone: Node.js path is followed.");
    assert_eq!(session.rows_with("followed · 0/66").len(), 1);
}

#[test]
fn what_cannot_be_done_says_why() {
    let table = [
        (
            "<space>",
            "Press enter to go to the topics: they are what is marked.",
        ),
        ("<enter><space>", "There is no topic here to mark."),
        (
            "<enter><enter>",
            "This is as far in as it goes: esc goes back out.",
        ),
        ("<esc>", "This is as far out as it goes: q quits."),
        (
            "Gf",
            "A course is not followed: select a path or one of its stages.",
        ),
    ];
    for (keys, words) in table {
        let mut session = Session::new();
        session.keys("3").screen();
        session.keys(keys);
        assert_eq!(session.notice(), words, "{keys}");
        assert_eq!(session.saved, [], "{keys}");
    }
}

#[test]
fn a_roadmap_without_paths_and_courses_says_how_a_file_adds_them() {
    let mut session = Session::with_roadmap(
        "{format: 1, id: small, title: Small, steps: [{id: s, title: S, topics: [{id: t, title: T}]}]}",
    );
    session.keys("3");
    let words =
        "This roadmap has no path and no course: its file adds them under `paths:` and `courses:`.";
    assert_eq!(session.rows_with(words).len(), 1);
    for key in ["f", "<space>", "<enter>"] {
        session.keys(key);
        assert_eq!(session.notice(), words, "{key}");
    }
    assert_eq!(session.saved, []);
    // And fits where it is narrow.
    assert_eq!(session.size(40, 12).rows_with("and `courses:`.").len(), 1);
}

#[test]
fn a_roadmap_without_a_course_or_without_a_path_says_so_in_the_list() {
    let steps = "steps: [{id: s, title: S, topics: [{id: t, title: T}]}]";
    let path = "paths: [{id: p, title: P, stages: [{id: one, title: One, covers: [s]}]}]";
    let mut session = Session::with_roadmap(&format!(
        "{{format: 1, id: small, title: Small, {steps}, {path}}}"
    ));
    assert_eq!(
        session
            .keys("3")
            .rows_with("No course: `courses:` adds one")
            .len(),
        1
    );
    let course = "courses: [{id: c, title: C, topics: [{id: t, title: T}]}]";
    let mut session = Session::with_roadmap(&format!(
        "{{format: 1, id: small, title: Small, {steps}, {course}}}"
    ));
    assert_eq!(
        session
            .keys("3")
            .rows_with("No path: `paths:` adds one")
            .len(),
        1
    );
}

#[test]
fn a_stage_that_covers_thousands_of_topics_lists_the_first_and_counts_all() {
    let topics: Vec<String> = (1..=3000)
        .map(|nth| format!("{{id: t{nth}, title: T{nth}}}"))
        .collect();
    let mut session = Session::with_roadmap(&format!(
        "{{format: 1, id: big, title: Big, steps: [{{id: s, title: S, topics: [{}]}}], \
         paths: [{{id: p, title: P, stages: [{{id: one, title: One, covers: [s]}}]}}]}}",
        topics.join(",\n")
    ));
    session.keys("3j<enter>G");
    assert_eq!(session.rows_with("○ T500").len(), 1);
    assert_eq!(session.rows_with("and 2500 more: see the roadmap").len(), 1);
    assert_eq!(session.rows_with("1 One").len(), 2);
    assert_eq!(session.rows_with("0/3000").len(), 3);
}

#[test]
fn a_followed_path_keeps_its_name_where_it_and_its_note_have_no_room_together() {
    let mut session = Session::new();
    session.size(20, 5).keys("3f");
    assert_eq!(session.rows_with("Node.js path").len(), 1);
    assert!(session.rows_with("followed").is_empty());
    session.size(36, 8);
    assert_eq!(session.rows_with("followed · 0/66").len(), 1);
}
