//! The whole screen at three sizes. Question every change: alignment, cutting, words.

use insta::assert_snapshot;
use roadmap_tui::progress::Entry;
use roadmap_tui::progress::Status::Done;

use super::{Journal, learner, three_months};
use crate::support::Session;

fn screen(entries: Vec<Entry>, width: u16, height: u16, keys: &str) -> String {
    learner(entries).size(width, height).keys(keys).screen()
}

/// All topics of all steps, five on each Monday.
fn complete() -> Vec<Entry> {
    let session = Session::new();
    let mut journal = Journal::default();
    let mut day: jiff::civil::Date = "2026-06-22".parse().unwrap();
    let all: Vec<_> = session
        .model
        .roadmap
        .steps
        .iter()
        .flat_map(|step| step.topics.keys())
        .collect();
    for topics in all.chunks(5) {
        for key in topics {
            journal.mark(&day.to_string(), &session.model.roadmap[*key].id, Done);
        }
        day += jiff::SignedDuration::from_hours(24 * 7);
    }
    journal.entries
}

#[test]
fn nothing_done_yet_at_120x40() {
    assert_snapshot!(screen(Vec::new(), 120, 40, ""), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Insights ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Days with activity                                         Streak
     None yet. Mark a topic as learning or done on the          None yet: it begins with the first topic that you mark.
     roadmap, and its day shows here.                           Days with activity in a row. In each week, Monday to
     Counted: all that you set to learning, done or skipped,    Sunday, one day of rest breaks nothing; it is not counted.
     and notes and repositories.
                                                                Steps
     Forecast                                                    1 Programming language     ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
     Not enough yet. It needs 3 full weeks, Monday to Sunday,    2 Programming fundamentals ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
     since your first day: 0 so far; and 5 topics done: 0 so     3 How the web works        ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
     far.                                                        4 Git and GitHub           ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/6
                                                                 5 Runtime or framework     ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
                                                                 6 Databases                ░░░░░░░░░░░░░░░░░░░░░░░░░░ 0/11
                                                                 7 API development          ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/7
                                                                 8 Auth and authorization   ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/7
                                                                 9 Real projects            ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/3
                                                                10 Backend internals        ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
                                                                11 Deployment               ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/5
                                                                12 System design            ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/6
                                                                13 Data structures          ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8















    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn nothing_done_yet_at_80x24() {
    assert_snapshot!(screen(Vec::new(), 80, 24, ""), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Insights ──────────────────────────────────────────────────────── more below ─
     Streak
     None yet: it begins with the first topic that you mark.
     Days with activity in a row. In each week, Monday to Sunday, one day of rest
     breaks nothing; it is not counted.

     Days with activity
     None yet. Mark a topic as learning or done on the roadmap, and its day shows
     here.
     Counted: all that you set to learning, done or skipped, and notes and
     repositories.

     Forecast
     Not enough yet. It needs 3 full weeks, Monday to Sunday, since your first day:
     0 so far; and 5 topics done: 0 so far.

     Steps
      1 Programming language     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
      2 Programming fundamentals ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn nothing_done_yet_at_40x12() {
    assert_snapshot!(screen(Vec::new(), 40, 12, ""), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Insights ──────────────── more below ─
     Streak
     None yet: it begins with the first
     topic that you mark.
     Days with activity in a row. In each
     week, Monday to Sunday, one day of
     rest breaks nothing; it is not
     counted.
    ────────────────────────────────────────

     s streak  f forecast  ? help  q quit
    ");
}

#[test]
fn half_way_at_120x40() {
    assert_snapshot!(screen(three_months(), 120, 40, ""), @"
     Backend Developer Roadmap                                               █████████░░░░░░░░░░░░░░░ 31/78 · streak 5 days
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Days with activity                                         Streak
     27 days since 24 Aug                                       5 days; the longest was 11 days.
          Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov    Days with activity in a row. In each week, Monday to
     Mon ·······································░··░·░·░···░░░  Sunday, one day of rest breaks nothing; it is not counted.
     Tue ········································▒·▒······▒░·
     Wed ·······································░··░·░··▓··░░   Topics a week
     Thu ··········································░········░   28 Sep    ██ 2
     Fri ········································░·········█░   5 Oct     ███ 3
     Sat ·············································▒····░░   12 Oct    █ 1
     Sun ···········································░······░·   19 Oct    ████ 4
         · none  ░ 1  ▒ 2-3  ▓ 4-6  █ 7 or more                 26 Oct    0
     Counted: all that you set to learning, done or skipped,    2 Nov     ██ 2
     and notes and repositories.                                9 Nov     █████ 5
                                                                16 Nov    ███ 3
     Done over time                                             this week █ 1
     79│──────────────────────────────────────────
       │                                                        Steps
       │                                                         1 Programming language     ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
       │                                                         2 Programming fundamentals ██████████████████████████  8/8
       │                                       ▁▁▁               3 How the web works        ██████████████████████████  8/8
       │                              ▁▁▁▅▅▅██████               4 Git and GitHub           ██████████████████████████  6/6
       │               ▁▁▁▄▄▄▄▄▄██████████████████               5 Runtime or framework     ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
      0│▁▁▁▄▄▄▄▄▄▇▇▇██████████████████████████████               6 Databases                ░░░░░░░░░░░░░░░░░░░░░░░░░░ 0/11
     31/78 done, by the week since 24 Aug; the line is the       7 API development          ██████████████████████████  7/7
     total of that time.                                         8 Auth and authorization   ███████░░░░░░░░░░░░░░░░░░░  2/7
                                                                 9 Real projects            ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/3
     Forecast                                                   10 Backend internals        ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
     Done between 5 Mar and 30 May 2027, at the pace of the     11 Deployment               ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/5
     last 8 full weeks.                                         12 System design            ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/6
                                                                13 Data structures          ░░░░░░░░░░░░░░░░░░░░░░░░░░  0/7




    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn half_way_at_80x24() {
    assert_snapshot!(screen(three_months(), 80, 24, ""), @"
     Backend Developer Roadmap       █████████░░░░░░░░░░░░░░░ 31/78 · streak 5 days
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ──────────────────────────────────────────────────────── more below ─
     Streak
     5 days; the longest was 11 days.
     Days with activity in a row. In each week, Monday to Sunday, one day of rest
     breaks nothing; it is not counted.

     Days with activity
     27 days since 24 Aug
          Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov
     Mon ·······································░··░·░·░···░░░
     Tue ········································▒·▒······▒░·
     Wed ·······································░··░·░··▓··░░
     Thu ··········································░········░
     Fri ········································░·········█░
     Sat ·············································▒····░░
     Sun ···········································░······░·
         · none  ░ 1  ▒ 2-3  ▓ 4-6  █ 7 or more
     Counted: all that you set to learning, done or skipped, and notes and
     repositories.
    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn half_way_at_40x12() {
    assert_snapshot!(screen(three_months(), 40, 12, ""), @"
     Backend Developer Ro… ███░░░░░ ! 31/78
    ─ Insights ──────────────── more below ─
     Streak
     5 days; the longest was 11 days.
     Days with activity in a row. In each
     week, Monday to Sunday, one day of
     rest breaks nothing; it is not
     counted.

    ────────────────────────────────────────

     s streak  f forecast  ? help  q quit
    ");
}

#[test]
fn half_way_further_down_at_40x12() {
    assert_snapshot!(screen(three_months(), 40, 12, "<page-down><page-down>"), @"
     Backend Developer Ro… ███░░░░░ ! 31/78
    ─ Insights ──────────────── more below ─
     Fri ·····················░·········█░
     Sat ··························▒····░░
     Sun ························░······░·
         · none  ░ 1  ▒ 2-3  ▓ 4-6
         █ 7 or more
     Counted: all that you set to learning,
     done or skipped, and notes and
    ────────────────────────────────────────

     s streak  f forecast  ? help  q quit
    ");
}

#[test]
fn half_way_in_ascii_at_120x40() {
    let mut session = learner(three_months());
    assert_snapshot!(session.ascii().screen(), @"
     Backend Developer Roadmap                                               #########............... 31/78 - streak 5 days
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    - Insights -------------------------------------------------------------------------------------------------------------
     Days with activity                                         Streak
     27 days since 24 Aug                                       5 days; the longest was 11 days.
          Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov    Days with activity in a row. In each week, Monday to
     Mon .......................................-..-.-.-...---  Sunday, one day of rest breaks nothing; it is not counted.
     Tue ........................................+.+......+-.
     Wed .......................................-..-.-..x..--   Topics a week
     Thu ..........................................-........-   28 Sep    ## 2
     Fri ........................................-.........#-   5 Oct     ### 3
     Sat .............................................+....--   12 Oct    # 1
     Sun ...........................................-......-.   19 Oct    #### 4
         . none  - 1  + 2-3  x 4-6  # 7 or more                 26 Oct    0
     Counted: all that you set to learning, done or skipped,    2 Nov     ## 2
     and notes and repositories.                                9 Nov     ##### 5
                                                                16 Nov    ### 3
     Done over time                                             this week # 1
     79|------------------------------------------
       |                                                        Steps
       |                                                         1 Programming language     ..........................  0/1
       |                                                         2 Programming fundamentals ##########################  8/8
       |                                       ...               3 How the web works        ##########################  8/8
       |                              ...:::######               4 Git and GitHub           ##########################  6/6
       |               ...::::::##################               5 Runtime or framework     ..........................  0/1
      0|...::::::#################################               6 Databases                .......................... 0/11
     31/78 done, by the week since 24 Aug; the line is the       7 API development          ##########################  7/7
     total of that time.                                         8 Auth and authorization   #######...................  2/7
                                                                 9 Real projects            ..........................  0/3
     Forecast                                                   10 Backend internals        ..........................  0/8
     Done between 5 Mar and 30 May 2027, at the pace of the     11 Deployment               ..........................  0/5
     last 8 full weeks.                                         12 System design            ..........................  0/6
                                                                13 Data structures          ..........................  0/7




    ------------------------------------------------------------------------------------------------------------------------

     s streak  f forecast  esc out  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn complete_at_120x40() {
    assert_snapshot!(screen(complete(), 120, 40, ""), @"
     Backend Developer Roadmap                                                               ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Days with activity                                         Streak
     21 days since 22 Jun                                       None now; the longest was 1 day.
          Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov    Days with activity in a row. In each week, Monday to
     Mon ······························▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░··  Sunday, one day of rest breaks nothing; it is not counted.
     Tue ····················································
     Wed ····················································   Topics a week
     Thu ····················································   28 Sep    █████ 5
     Fri ····················································   5 Oct     █████ 5
     Sat ····················································   12 Oct    █████ 5
     Sun ····················································   19 Oct    █████ 5
         · none  ░ 1  ▒ 2-3  ▓ 4-6  █ 7 or more                 26 Oct    █████ 5
     Counted: all that you set to learning, done or skipped,    2 Nov     █████ 5
     and notes and repositories.                                9 Nov     █ 1
                                                                16 Nov    0
     Done over time                                             this week 0
     79│────────────────────────────────────▃▃▇▇██████
       │                                ▃▃▇▇██████████          Steps
       │                          ▂▂▂▂▆▆██████████████           1 Programming language     █████████████████████████   1/1
       │                      ▃▃▇▇████████████████████           2 Programming fundamentals █████████████████████████   8/8
       │                  ▃▃▇▇████████████████████████           3 How the web works        █████████████████████████   8/8
       │        ▁▁▃▃▃▃▄▄██████████████████████████████           4 Git and GitHub           █████████████████████████   6/6
       │      ▄▄██████████████████████████████████████           5 Runtime or framework     █████████████████████████   1/1
      0│▁▁▄▄██████████████████████████████████████████           6 Databases                █████████████████████████ 11/11
     79/79 done, by the week since 22 Jun; the line is the       7 API development          █████████████████████████   7/7
     total of that time.                                         8 Auth and authorization   █████████████████████████   7/7
                                                                 9 Real projects            █████████████████████████   3/3
     Forecast                                                   10 Backend internals        █████████████████████████   8/8
     Everything is done.                                        11 Deployment               █████████████████████████   5/5
                                                                12 System design            █████████████████████████   6/6
                                                                13 Data structures          █████████████████████████   8/8




    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn complete_at_80x24() {
    assert_snapshot!(screen(complete(), 80, 24, "G"), @"
     Backend Developer Roadmap                       ████████████████████████ 79/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ─────────────────────────────────────────────────────────────────────

     Forecast
     Everything is done.

     Steps
      1 Programming language     ████████████████████████████████████████   1/1
      2 Programming fundamentals ████████████████████████████████████████   8/8
      3 How the web works        ████████████████████████████████████████   8/8
      4 Git and GitHub           ████████████████████████████████████████   6/6
      5 Runtime or framework     ████████████████████████████████████████   1/1
      6 Databases                ████████████████████████████████████████ 11/11
      7 API development          ████████████████████████████████████████   7/7
      8 Auth and authorization   ████████████████████████████████████████   7/7
      9 Real projects            ████████████████████████████████████████   3/3
     10 Backend internals        ████████████████████████████████████████   8/8
     11 Deployment               ████████████████████████████████████████   5/5
     12 System design            ████████████████████████████████████████   6/6
     13 Data structures          ████████████████████████████████████████   8/8
    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  u undo  ? help  q quit
    ");
}

#[test]
fn complete_at_40x12() {
    assert_snapshot!(screen(complete(), 40, 12, "G"), @"
     Backend Developer Ro… ████████ ! 79/79
    ─ Insights ─────────────────────────────
      7 API development     █████████   7/7
      8 Auth and authoriza… █████████   7/7
      9 Real projects       █████████   3/3
     10 Backend internals   █████████   8/8
     11 Deployment          █████████   5/5
     12 System design       █████████   6/6
     13 Data structures     █████████   8/8
    ────────────────────────────────────────

     s streak  f forecast  ? help  q quit
    ");
}

#[test]
fn a_roadmap_with_nothing_to_count_says_so() {
    let mut session = Session::with_roadmap(
        "{format: 1, id: r, title: R, steps: [{id: a, title: A, extra: true, topics: [{id: a, title: A}]}]}",
    );
    session.size(80, 24).keys("4");
    assert_snapshot!(session.screen(), @"
     R                                                 ░░░░░░░░░░░░░░░░░░░░░░░░ 0/0
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Insights ─────────────────────────────────────────────────────────────────────
     Streak
     None yet: it begins with the first topic that you mark.
     Days with activity in a row. In each week, Monday to Sunday, one day of rest
     breaks nothing; it is not counted.

     Days with activity
     None yet. Mark a topic as learning or done on the roadmap, and its day shows
     here.
     Counted: all that you set to learning, done or skipped, and notes and
     repositories.

     There is nothing to count in this roadmap: all its topics are skipped or
     extra. A roadmap file adds what counts as topics of a step without `extra:
     true`.




    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  ? help  q quit
    ");
}
