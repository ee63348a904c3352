//! Three months, every number checked by hand.

use insta::assert_snapshot;

use super::{learner, three_months};

/// The journal is that of [`three_months`]; today is Monday, 23 November 2026.
///
/// Fraction: 31 topics are done, all of steps without a choice; `trees` is skipped, so 78 are to do.
///
/// Streak, going back: today; Sunday 22 without, the rest of that week; 21, 20, 19 (a note) and 18;
/// Tuesday 17 without, the second of that week: **5 days**. Longest: 9 to 21 November without
/// Thursday 12 and Tuesday 17, each the one rest of its week: 13 - 2 = **11 days**. Before them
/// Sunday 8 (its tick was taken back) and Saturday 7 are two of one week.
///
/// Days with activity: two in each of the first two weeks, none in the third, then 4, 1, 2, 1, 1, 1,
/// 0, 1, 6 (9, 10, 11, 13, 14, 15), 5 (16, 18, 19, 20, 21) and today: **27**.
///
/// Calendar, its last fourteen columns, from 24 August to 23 November. Two: 1 September, 15
/// September (with the skip), 3 November. Three: 10 October. Four: 21 October. Seven: 13 November,
/// one done and six begun. All others one.
///
/// Topics a week: 2, 3, 0, 4, 1 (not shown: eight full weeks are), then 2 (28 and 30 September),
/// 3 (10 October), 1 (12 October), 4 (21 October), 0, 2 (3 November), 5 (9, 10, 11, 13 and 15
/// November), 3 (16, 18, 20 November) and 1 today. With those before it makes 31.
///
/// Chart: done at the ends of weeks is 2, 5, 5, 9, 10, 12, 15, 16, 20, 20, 22, 27, 30 and 31, four
/// cells each. Eight rows are 79, so an eighth of a row is 1.234. In whole eighths that is 1, 4, 4,
/// 7, 8, 9, 12, 12, 16, 16, 17, 21, 24 and 25: from the fifth week on a full row and 0, 1, 4, 4, then
/// two and 0, 0, 1, 5, then three and 0, 1. The total is 79 and, from the fourth week on, 78: both
/// in the first row.
///
/// Forecast: the last eight full weeks added 2, 3, 1, 4, 0, 2, 5 and 3; in order 0 1 2 2 3 3 4 5.
/// Counted from 0, the lower quartile is at place 7/4, three quarters of the way from 1 to 2: 1.75 a
/// week; the upper one at place 21/4, a quarter of the way from 3 to 4: 3.25. Open are 78 - 31 = 47:
/// 47 / 3.25 weeks are 101.2 days, so 102, from 23 November to **5 March**; 47 / 1.75 weeks are 188
/// days, to **30 May**.
#[test]
fn three_months_are_told_in_the_right_numbers() {
    let mut session = learner(three_months());
    session.size(80, 74);
    assert_snapshot!(session.screen(), @"
     Backend Developer Roadmap       █████████░░░░░░░░░░░░░░░ 31/78 · streak 5 days
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide !
    ─ Insights ─────────────────────────────────────────────────────────────────────
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

     Topics a week
     28 Sep    ██ 2
     5 Oct     ███ 3
     12 Oct    █ 1
     19 Oct    ████ 4
     26 Oct    0
     2 Nov     ██ 2
     9 Nov     █████ 5
     16 Nov    ███ 3
     this week █ 1

     Done over time
     79│────────────────────────────────────────────────────────
       │
       │
       │
       │                                                    ▁▁▁▁
       │                                        ▁▁▁▁▅▅▅▅████████
       │                    ▁▁▁▁▄▄▄▄▄▄▄▄████████████████████████
      0│▁▁▁▁▄▄▄▄▄▄▄▄▇▇▇▇████████████████████████████████████████
     31/78 done, by the week since 24 Aug; the line is the total of that time.

     Forecast
     Done between 5 Mar and 30 May 2027, at the pace of the last 8 full weeks.

     Steps
      1 Programming language     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
      2 Programming fundamentals ████████████████████████████████████████  8/8
      3 How the web works        ████████████████████████████████████████  8/8
      4 Git and GitHub           ████████████████████████████████████████  6/6
      5 Runtime or framework     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/1
      6 Databases                ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0/11
      7 API development          ████████████████████████████████████████  7/7
      8 Auth and authorization   ███████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  2/7
      9 Real projects            ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/3
     10 Backend internals        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/8
     11 Deployment               ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/5
     12 System design            ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/6
     13 Data structures          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/7










    ────────────────────────────────────────────────────────────────────────────────

     s streak  f forecast  esc out  / search  : commands  n next  ? help  q quit
    ");
}
