//! Whole screens of the guide at three sizes: a new learner, two mistakes, everything done.

use insta::assert_snapshot;

use super::guide::{complete, half_way, new};

#[test]
fn the_guide_of_a_new_learner_at_120x40() {
    assert_snapshot!(new().size(120, 40).screen(), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Guide ────────────────────────────────────────┬─ Learning too many technologies at once ──────────────────────────────
     Mistakes                                       │ It does not hold now.
    ▸  Learning too many technologies at once       │ It holds when more than 3 topics are under way at once, or when more
       Watching tutorials without building projects │ than 1 topic of Programming language is under way at once.
       Ignoring databases                           │
       Skipping deployment                          │ What to do instead
       Avoiding DSA entirely                        │ Job advertisements list a dozen tools, so it seems safer to touch all
       Focusing on certificates instead of skills   │ of them. The cost is that you stay a beginner in each, and forget the
     Reasons                                        │ first while starting the fifth. This week, write down one language,
       Why projects matter                          │ one framework and one database, and put everything else on a list for
       Why start with one: Programming language     │ later. Keep to the three until a project built with them is online.
       Why start with one: Runtime or framework     │
     Questions                                      │ It is about
       How do I become a backend developer, and wh… │ · Learn a Programming Language
       Is Node.js a good choice for backend develo… │
       Do I need data structures and algorithms as… │
       How many projects should I have in my portf… │
       What does Namaste Node.js concentrate on?    │
     In the end                                     │
       The bottom line                              │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_guide_of_a_new_learner_at_80x24() {
    assert_snapshot!(new().size(80, 24).screen(), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Guide ────────────────────────┬─ Learning too many technologies at once ──────
     Mistakes                       │ Learning too many technologies at once
    ▸  Learning too many technolog… │
       Watching tutorials without … │ It does not hold now.
       Ignoring databases           │ It holds when more than 3 topics are under
       Skipping deployment          │ way at once, or when more than 1 topic of
       Avoiding DSA entirely        │ Programming language is under way at once.
       Focusing on certificates in… │
     Reasons                        │ What to do instead
       Why projects matter          │ Job advertisements list a dozen tools, so it
       Why start with one: Program… │ seems safer to touch all of them. The cost is
       Why start with one: Runtime… │ that you stay a beginner in each, and forget
     Questions                      │ the first while starting the fifth. This
       How do I become a backend d… │ week, write down one language, one framework
       Is Node.js a good choice fo… │ and one database, and put everything else on
       Do I need data structures a… │ a list for later. Keep to the three until a
       How many projects should I … │ project built with them is online.
       What does Namaste Node.js c… │
     In the end                     │ It is about
    ────────────────────────────────┴───────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_guide_of_a_new_learner_at_40x12() {
    assert_snapshot!(new().size(40, 12).screen(), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Guide ────────────────────────────────
     Mistakes
    ▸  Learning too many technologies at o…
       Watching tutorials without building…
       Ignoring databases
       Skipping deployment
       Avoiding DSA entirely
       Focusing on certificates instead of…
    ────────────────────────────────────────

     s silence  enter in  ? help  q quit
    ");
}

#[test]
fn the_guide_of_two_mistakes_at_120x40() {
    assert_snapshot!(half_way().size(120, 40).screen(), @"
     Backend Developer Roadmap                                                               ████░░░░░░░░░░░░░░░░░░░░ 14/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Guide ────────────────────────────────────────┬─ ! Watching tutorials without building projects ──────────────────────
     Mistakes                           2 of 6 hold │ ! 14 topics since your last project work, on 3 Nov.
    ▸! Watching tutorials without building projects │
     ! Ignoring databases                           │ What to do instead
       Learning too many technologies at once       │ Following along feels like progress, because somebody else has
       Skipping deployment                          │ already solved every problem on the screen. You notice the gap only
       Avoiding DSA entirely                        │ before an empty file. This week, close the video after each part and
       Focusing on certificates instead of skills   │ rebuild it from memory, then add one feature that was not shown.
     Reasons                                        │ Count what you have built, not the hours you have watched.
       Why projects matter                          │
       Why start with one: Programming language     │ One next step
       Why start with one: Runtime or framework     │ ◐ Go on with Todo API
     Questions                                      │
       How do I become a backend developer, and wh… │
       Is Node.js a good choice for backend develo… │
       Do I need data structures and algorithms as… │
       How many projects should I have in my portf… │
       What does Namaste Node.js concentrate on?    │
     In the end                                     │
       The bottom line                              │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_guide_of_two_mistakes_at_80x24() {
    assert_snapshot!(half_way().size(80, 24).screen(), @"
     Backend Developer Roadmap                       ████░░░░░░░░░░░░░░░░░░░░ 14/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Guide ────────────────────────┬─ ! Watching tutorials without building pr… ───
     Mistakes           2 of 6 hold │ Watching tutorials without building projects
    ▸! Watching tutorials without … │
     ! Ignoring databases           │ ! 14 topics since your last project work, on
       Learning too many technolog… │   3 Nov.
       Skipping deployment          │
       Avoiding DSA entirely        │ What to do instead
       Focusing on certificates in… │ Following along feels like progress, because
     Reasons                        │ somebody else has already solved every
       Why projects matter          │ problem on the screen. You notice the gap
       Why start with one: Program… │ only before an empty file. This week, close
       Why start with one: Runtime… │ the video after each part and rebuild it from
     Questions                      │ memory, then add one feature that was not
       How do I become a backend d… │ shown. Count what you have built, not the
       Is Node.js a good choice fo… │ hours you have watched.
       Do I need data structures a… │
       How many projects should I … │ One next step
       What does Namaste Node.js c… │ ◐ Go on with Todo API
     In the end                     │
    ────────────────────────────────┴───────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_guide_of_two_mistakes_at_40x12() {
    assert_snapshot!(half_way().size(40, 12).screen(), @"
     Backend Developer Ro… █░░░░░░░ ! 14/79
    ─ Guide ────────────────────────────────
     Mistakes                   2 of 6 hold
    ▸! Watching tutorials without building…
     ! Ignoring databases
       Learning too many technologies at o…
       Skipping deployment
       Avoiding DSA entirely
       Focusing on certificates instead of…
    ────────────────────────────────────────

     s silence  enter in  ? help  q quit
    ");
}

#[test]
fn the_guide_of_everything_done_at_120x40() {
    assert_snapshot!(complete().size(120, 40).screen(), @"
     Backend Developer Roadmap                                                               ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Guide ────────────────────────────────────────┬─ Learning too many technologies at once ──────────────────────────────
     Mistakes                                       │ It does not hold now.
    ▸  Learning too many technologies at once       │ It holds when more than 3 topics are under way at once, or when more
       Watching tutorials without building projects │ than 1 topic of Programming language is under way at once.
       Ignoring databases                           │
       Skipping deployment                          │ What to do instead
       Avoiding DSA entirely                        │ Job advertisements list a dozen tools, so it seems safer to touch all
       Focusing on certificates instead of skills   │ of them. The cost is that you stay a beginner in each, and forget the
     Reasons                                        │ first while starting the fifth. This week, write down one language,
       Why projects matter                          │ one framework and one database, and put everything else on a list for
       Why start with one: Programming language     │ later. Keep to the three until a project built with them is online.
       Why start with one: Runtime or framework     │
     Questions                                      │ It is about
       How do I become a backend developer, and wh… │ · Learn a Programming Language
       Is Node.js a good choice for backend develo… │
       Do I need data structures and algorithms as… │
       How many projects should I have in my portf… │
       What does Namaste Node.js concentrate on?    │
     In the end                                     │
       The bottom line                              │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
    ────────────────────────────────────────────────┴───────────────────────────────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn the_guide_of_everything_done_at_80x24() {
    assert_snapshot!(complete().size(80, 24).screen(), @"
     Backend Developer Roadmap                       ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Guide ────────────────────────┬─ Learning too many technologies at once ──────
     Mistakes                       │ Learning too many technologies at once
    ▸  Learning too many technolog… │
       Watching tutorials without … │ It does not hold now.
       Ignoring databases           │ It holds when more than 3 topics are under
       Skipping deployment          │ way at once, or when more than 1 topic of
       Avoiding DSA entirely        │ Programming language is under way at once.
       Focusing on certificates in… │
     Reasons                        │ What to do instead
       Why projects matter          │ Job advertisements list a dozen tools, so it
       Why start with one: Program… │ seems safer to touch all of them. The cost is
       Why start with one: Runtime… │ that you stay a beginner in each, and forget
     Questions                      │ the first while starting the fifth. This
       How do I become a backend d… │ week, write down one language, one framework
       Is Node.js a good choice fo… │ and one database, and put everything else on
       Do I need data structures a… │ a list for later. Keep to the three until a
       How many projects should I … │ project built with them is online.
       What does Namaste Node.js c… │
     In the end                     │ It is about
    ────────────────────────────────┴───────────────────────────────────────────────

     s silence  enter in  f filter  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn the_guide_of_everything_done_at_40x12() {
    assert_snapshot!(complete().size(40, 12).screen(), @"
     Backend Developer Road… ████████ 79/79
    ─ Guide ────────────────────────────────
     Mistakes
    ▸  Learning too many technologies at o…
       Watching tutorials without building…
       Ignoring databases
       Skipping deployment
       Avoiding DSA entirely
       Focusing on certificates instead of…
    ────────────────────────────────────────

     s silence  enter in  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_mistake_that_holds_at_40x12() {
    assert_snapshot!(half_way().size(40, 12).keys("<enter>").screen(), @"
     Backend Developer Ro… █░░░░░░░ ! 14/79
    ▸ ! Watching tutorials without buil… ───
     Watching tutorials without building
     projects

     ! 14 topics since your last project
       work, on 3 Nov.

     What to do instead
    ────────────────────────────────────────

     s silence  esc out  ? help  q quit
    ");
}

#[test]
fn the_reasons_at_80x24() {
    assert_snapshot!(half_way().size(80, 24).keys("jjjjjj").screen(), @"
     Backend Developer Roadmap                       ████░░░░░░░░░░░░░░░░░░░░ 14/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Guide ────────────────────────┬─ Why projects matter ──────────── more below ─
     Mistakes           2 of 6 hold │ 0 of 3 to 5 projects are done
     ! Watching tutorials without … │
     ! Ignoring databases           │ A certificate says that you finished a
       Learning too many technolog… │ course; a project lets a stranger read your
       Skipping deployment          │ code, call your API and ask why you built it
       Avoiding DSA entirely        │ so. Three to five projects, finished and
       Focusing on certificates in… │ deployed, are enough: a recruiter will hardly
     Reasons                        │ look at more, and often for a few minutes
    ▸  Why projects matter          │ only. Give each a README with the purpose, a
       Why start with one: Program… │ live address, the steps to run it and the
       Why start with one: Runtime… │ decisions you would defend. In an interview
     Questions                      │ they are also the safest ground, since nobody
       How do I become a backend d… │ knows them better than you.
       Is Node.js a good choice fo… │
       Do I need data structures a… │ What it shows of you
       How many projects should I … │ · Technical Skills: The code answers for
       What does Namaste Node.js c… │   itself: a sensible schema, validated input,
     In the end                     │   right status codes, tests that run in CI. A
    ────────────────────────────────┴───────────────────────────────────────────────

     enter in  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
    assert_snapshot!(half_way().size(80, 24).keys("jjjjjjj").screen(), @"
     Backend Developer Roadmap                       ████░░░░░░░░░░░░░░░░░░░░ 14/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Guide ────────────────────────┬─ Why start with one: Programming language ────
     Mistakes           2 of 6 hold │ One language is enough to start with: the
     ! Watching tutorials without … │ ideas carry over, so a second one comes much
     ! Ignoring databases           │ faster than the first. Many beginners take
       Learning too many technolog… │ JavaScript, because the page in the browser
       Skipping deployment          │ and the server behind it can then be written
       Avoiding DSA entirely        │ in the same language. Pick one of the five,
       Focusing on certificates in… │ and keep to it until you have built
     Reasons                        │ something.
       Why projects matter          │
    ▸  Why start with one: Program… │ Pick 1: JavaScript (Node.js), Java, Python,
       Why start with one: Runtime… │ Go, C#; picked: Go.
     Questions                      │
       How do I become a backend d… │ To choose from
       Is Node.js a good choice fo… │ ○ JavaScript (Node.js)
       Do I need data structures a… │ ○ Java
       How many projects should I … │ ○ Python
       What does Namaste Node.js c… │ ✓ Go
     In the end                     │ ○ C#
    ────────────────────────────────┴───────────────────────────────────────────────

     enter in  f filter  / search  : commands  n next  u undo  ? help  q quit
    ");
}
