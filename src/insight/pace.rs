//! How the roadmap fills up, and when it will be full at the learner's own pace.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::week::{Week, days_on};
use super::{Activity, Completion, Count};
use crate::progress::{History, Progress};
use crate::roadmap::Roadmap;

/// From how many weeks the pace is taken: enough to even out a holiday, few enough to follow a
/// change of habits.
const WEEKS: usize = 8;
/// How many full weeks a forecast needs.
const LEAST_WEEKS: usize = 3;
/// How many topics done a forecast needs.
const LEAST_TOPICS: usize = 5;
/// Days of ten years: what is further off is no date to plan by.
const HORIZON: i64 = 3653;

/// What was counted at the end of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The week.
    pub week: Week,
    /// What of the whole roadmap was done at its end, and how much there was to do.
    pub count: Count,
}

/// What was done over time, with the total.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BurnUp {
    /// At the ends of weeks from the first with activity on, the earliest first; the last is this
    /// week as it stands today.
    pub points: Vec<Point>,
    /// How many weeks there are from one point to the next.
    pub stride: usize,
    /// By how much the done part grew in each of the last full weeks, the earliest first: eight at
    /// most.
    pub gains: Vec<usize>,
}

impl BurnUp {
    /// Follows a history up to the day of its activity, in at most so many points. Entries count
    /// from their learner's day on; where that goes back, as on a flight to the west, the order of
    /// time decides what was last.
    #[must_use]
    pub fn of(roadmap: &Roadmap, history: &History, activity: &Activity, most: usize) -> Self {
        let Some(first) = activity.first() else {
            return Self::default();
        };
        let (first, this) = (Week::of(first), Week::of(activity.today()));
        let weeks = usize::try_from(this.since(first) + 1).unwrap_or(usize::MAX);
        let stride = weeks.div_ceil(most.max(1));
        let ago = |weeks: usize| this.before(i64::try_from(weeks).unwrap_or(i64::MAX));
        let shown: Vec<Week> = (0..weeks).step_by(stride).map(ago).collect();
        let full = activity.full_weeks().min(WEEKS);
        let asked = shown.iter().copied().chain((0..=full + 1).map(ago));
        let counts = counts(roadmap, history, activity.today(), asked.collect());
        let count = |week: &Week| counts.get(week).copied().unwrap_or_default();
        let point = |week: &Week| Point {
            week: *week,
            count: count(week),
        };
        // What was done and is not any more was no step ahead: of each week only that is left which
        // no later one had less of.
        let mut lasting = count(&this).done;
        let mut gains = Vec::new();
        for weeks in 1..=full {
            lasting = lasting.min(count(&ago(weeks)).done);
            let before = lasting.min(count(&ago(weeks + 1)).done);
            gains.push(lasting - before);
        }
        gains.reverse();
        Self {
            points: shown.iter().rev().map(point).collect(),
            stride,
            gains,
        }
    }
}

/// What was counted at the ends of weeks: one walk through the history, which counts anew only
/// where something has changed.
fn counts(
    roadmap: &Roadmap,
    history: &History,
    today: Date,
    mut weeks: BTreeSet<Week>,
) -> BTreeMap<Week, Count> {
    let mut progress = Progress::of(roadmap, &History::default());
    let mut counts = BTreeMap::new();
    let mut count = Completion::of(roadmap, &progress).total;
    let mut stale = false;
    let mut reach = |week: Option<Week>, progress: &Progress, stale: &mut bool| {
        while let Some(end) = weeks.first().copied()
            && week.is_none_or(|week| end < week)
        {
            if std::mem::take(stale) {
                count = Completion::of(roadmap, progress).total;
            }
            counts.insert(end, count);
            weeks.pop_first();
        }
    };
    for entry in history.live().filter(|entry| entry.at.day() <= today) {
        reach(Some(Week::of(entry.at.day())), &progress, &mut stale);
        progress.record(roadmap, entry);
        stale = true;
    }
    reach(None, &progress, &mut stale);
    counts
}

/// When everything will be done.
///
/// The pace is that of the last full weeks, eight at most: by how much the counted part grew in
/// each. The range is that of their middle half. A week of the upper quartile, repeated, gives the
/// first date, a week of the lower quartile the last. Quartiles, because weekly counts are few and
/// uneven: one week of holidays or one long weekend moves a mean and a deviation, but hardly a
/// quartile. They lie between two weeks where they must (by the line between them, type 7 of
/// Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). Where most weeks are empty,
/// the upper quartile is nought although something gets done: the first date is then that of the
/// mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecast {
    /// The roadmap has nothing to count.
    NothingToCount,
    /// Nothing is open.
    Complete,
    /// There is too little to go by.
    NotEnough {
        /// The full weeks so far.
        weeks: usize,
        /// Of how many that are needed.
        of_weeks: usize,
        /// What is done so far.
        topics: usize,
        /// Of how much that is needed.
        of_topics: usize,
    },
    /// Nothing was added in the last weeks.
    Never {
        /// How many weeks those are.
        weeks: usize,
    },
    /// Between two days.
    Between {
        /// The first.
        from: Date,
        /// The last.
        to: Date,
        /// How many weeks the pace is taken from.
        weeks: usize,
    },
    /// Not before a day; in slow weeks next to nothing is done, so the last day is out of sight.
    NotBefore {
        /// The first day.
        from: Date,
        /// How many weeks the pace is taken from.
        weeks: usize,
    },
    /// In more than ten years.
    OutOfSight {
        /// How many weeks the pace is taken from.
        weeks: usize,
    },
}

impl Forecast {
    /// What is to be expected of a count on a day, from the growth of the last full weeks.
    #[must_use]
    pub fn of(count: Count, gains: &[usize], today: Date) -> Self {
        let weeks = gains.len();
        if count.total == 0 {
            return Self::NothingToCount;
        }
        if count.is_complete() {
            return Self::Complete;
        }
        if weeks < LEAST_WEEKS || count.done < LEAST_TOPICS {
            return Self::NotEnough {
                weeks: weeks.min(LEAST_WEEKS),
                of_weeks: LEAST_WEEKS,
                topics: count.done.min(LEAST_TOPICS),
                of_topics: LEAST_TOPICS,
            };
        }
        let sum: usize = gains.iter().sum();
        if sum == 0 {
            return Self::Never { weeks };
        }
        let open = count.total - count.done;
        let [upper, lower] = [3, 1].map(|nth| days(open, quartile(gains, nth)));
        let mean = days(open, (sum, weeks));
        let from = upper.into_iter().chain(mean).min();
        let day = |days| days_on(today, days);
        match (from.map(day), lower.map(day)) {
            (Some(from), Some(to)) => Self::Between { from, to, weeks },
            (Some(from), None) => Self::NotBefore { from, weeks },
            (None, _) => Self::OutOfSight { weeks },
        }
    }
}

/// The first or third quartile as a fraction.
fn quartile(values: &[usize], nth: usize) -> (usize, usize) {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let place = nth * sorted.len().saturating_sub(1);
    let value = |at: usize| sorted.get(at).or(sorted.last()).copied().unwrap_or(0);
    let part = place % 4;
    let quarters = value(place / 4) * (4 - part) + value(place / 4 + 1) * part;
    (quarters, 4)
}

/// In how many days so much is done at a weekly pace, which is a fraction; none where that is
/// more than ten years.
fn days(open: usize, (pace, of): (usize, usize)) -> Option<i64> {
    // In 128 bits no product of sizes of a roadmap overflows.
    let days = (open as u128 * 7 * of as u128).checked_div(pace as u128)?;
    let whole = days * pace as u128 == open as u128 * 7 * of as u128;
    let days = i64::try_from(days).ok()? + i64::from(!whole);
    (days <= HORIZON).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::progress::{Entry, Status};
    use crate::roadmap::load;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 23);

    fn roadmap() -> Roadmap {
        let yaml = "{format: 1, id: r, title: R, steps: [
            {id: a, title: A, topics: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}]},
            {id: b, title: B, pick: 1, groups: [
                {id: small, title: S, topics: [{id: a, title: A}]},
                {id: large, title: L, topics: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]}]}";
        load(yaml.as_bytes()).unwrap()
    }

    fn entry(day: &str, topic: &str, status: Status) -> Entry {
        let time = format!("{day}T12:00:00+01:00");
        Entry::status(time.parse().unwrap(), topic, status)
    }

    fn burn_up(roadmap: &Roadmap, entries: &[Entry], most: usize) -> BurnUp {
        let history: History = entries.iter().cloned().collect();
        let activity = Activity::of(roadmap, &history, TODAY);
        BurnUp::of(roadmap, &history, &activity, most)
    }

    fn shown(found: &BurnUp) -> Vec<String> {
        let point = |point: &Point| format!("{} {}", point.week.monday(), point.count);
        found.points.iter().map(point).collect()
    }

    fn journal() -> Vec<Entry> {
        use Status::{Done, Learning, Skipped, Todo};
        vec![
            entry("2026-10-20", "a.a", Done),
            // In the same week, the last day.
            entry("2026-10-25", "a.b", Done),
            // The small group is picked, and with it 1 of the choice.
            entry("2026-10-26", "b.small.a", Learning),
            entry("2026-11-03", "a.b", Todo),
            entry("2026-11-04", "a.c", Skipped),
            entry("2026-11-10", "b.small.a", Todo),
            entry("2026-11-10", "b.large.a", Done),
            entry("2026-11-20", "a.b", Done),
            entry("2026-11-23", "a.d", Done),
            // After today.
            entry("2026-11-24", "b.large.b", Done),
        ]
    }

    #[test]
    fn each_week_ends_with_what_was_counted_then() {
        let found = burn_up(&roadmap(), &journal(), 50);
        assert_eq!(
            shown(&found),
            [
                "2026-10-19 2/5",
                "2026-10-26 2/5",
                "2026-11-02 1/4",
                "2026-11-09 2/6",
                "2026-11-16 3/6",
                "2026-11-23 4/6",
            ]
        );
        // The first week is no full one. What was taken back in the third was not to last; the
        // fourth, fifth and this one add one each.
        assert_eq!((found.stride, found.gains), (1, vec![0, 0, 1, 1]));
    }

    #[test]
    fn what_was_not_to_last_was_no_step_ahead() {
        let found = burn_up(
            &roadmap(),
            &[
                entry("2026-10-26", "a.a", Status::Done),
                entry("2026-11-02", "a.b", Status::Done),
                entry("2026-11-09", "a.b", Status::Todo),
                entry("2026-11-16", "a.c", Status::Done),
            ],
            50,
        );
        let done: Vec<usize> = found.points.iter().map(|point| point.count.done).collect();
        assert_eq!((done, found.gains), (vec![1, 2, 1, 2, 2], vec![1, 0, 0, 1]));
    }

    #[test]
    fn many_weeks_are_told_in_few_points_that_end_with_this_week() {
        let all = burn_up(&roadmap(), &journal(), 6);
        for (most, stride, expected) in
            [(5, 2, [1, 3, 5].as_slice()), (2, 3, &[2, 5]), (1, 6, &[5])]
        {
            let found = burn_up(&roadmap(), &journal(), most);
            let expected: Vec<Point> = expected.iter().map(|at| all.points[*at]).collect();
            assert_eq!((found.points, found.stride), (expected, stride), "{most}");
            assert_eq!(found.gains, all.gains);
        }
        assert_eq!(burn_up(&roadmap(), &journal(), 0).points.len(), 1);
        assert_eq!(burn_up(&roadmap(), &[], 50), BurnUp::default());
    }

    #[test]
    fn ten_years_and_the_ends_of_the_calendar_are_told_in_as_many_points_as_asked() {
        let roadmap = builtin::load().unwrap();
        let topics = roadmap.topics();
        let entries: Vec<Entry> = (0..3653_usize)
            .map(|ago| {
                let day = days_on(TODAY, -i64::try_from(ago).unwrap());
                let topic = &topics[ago % topics.len()].id;
                entry(&day.to_string(), topic, Status::Done)
            })
            .collect();
        let found = burn_up(&roadmap, &entries, 50);
        // 522 weeks and a day: eleven weeks to a point.
        assert_eq!((found.points.len(), found.stride), (48, 11));
        assert_eq!(found.points.last().unwrap().week, Week::of(TODAY));
        assert!(found.points.last().unwrap().count.is_complete());
        assert_eq!(found.gains, [0; 8]);
        let found = burn_up(
            &roadmap,
            &[entry("-009999-01-04", "web.http", Status::Done)],
            50,
        );
        assert_eq!(found.points.len(), 50);
        assert!(found.points.iter().all(|point| point.count.done == 1));
    }

    #[test]
    fn what_came_last_decides_also_where_the_days_go_back() {
        let entries = [
            Entry::status(
                "2026-11-16T02:00:00+14:00".parse().unwrap(),
                "a.a",
                Status::Done,
            ),
            Entry::status(
                "2026-11-15T02:00:00-11:00".parse().unwrap(),
                "a.a",
                Status::Todo,
            ),
        ];
        let found = burn_up(&roadmap(), &entries, 50);
        assert_eq!(shown(&found).last().unwrap(), "2026-11-23 0/5");
    }

    proptest! {
        /// Told in another way: the history as of each day, folded anew.
        #[test]
        fn each_point_is_the_history_folded_as_of_that_day(
            steps in prop::collection::vec((0_i64..60, 0_usize..8, 0_usize..4), 1..30),
        ) {
            let roadmap = roadmap();
            let history: History = steps.into_iter().map(|(ago, topic, status)| {
                let day = days_on(TODAY, 5 - ago).to_string();
                entry(&day, &roadmap.topics()[topic % roadmap.topics().len()].id, Status::ALL[status])
            }).collect();
            let activity = Activity::of(&roadmap, &history, TODAY);
            let found = BurnUp::of(&roadmap, &history, &activity, 50);
            for point in &found.points {
                let end = point.week.day(6).min(TODAY);
                let then: History = history.iter().filter(|entry| entry.at.day() <= end).cloned().collect();
                let progress = Progress::of(&roadmap, &then);
                prop_assert_eq!(point.count, Completion::of(&roadmap, &progress).total);
                prop_assert!(point.count.done <= point.count.total);
            }
            let gained: usize = found.gains.iter().sum();
            let done = found.points.last().map_or(0, |point| point.count.done);
            prop_assert!(gained <= done);
        }
    }

    fn forecast(done: usize, gains: &[usize]) -> Forecast {
        Forecast::of(Count { done, total: 79 }, gains, TODAY)
    }

    #[test]
    fn quartiles_lie_between_values_where_they_must() {
        for (values, lower, upper) in [
            (&[1, 2, 3][..], 6, 10),
            (&[3, 1, 2, 4], 7, 13),
            (&[5, 1, 4, 2, 3], 8, 16),
            (&[0, 1, 2, 2, 3, 3, 4, 5], 7, 13),
            (&[7], 28, 28),
            (&[], 0, 0),
        ] {
            assert_eq!(quartile(values, 1), (lower, 4), "{values:?}");
            assert_eq!(quartile(values, 3), (upper, 4), "{values:?}");
        }
    }

    #[test]
    fn a_forecast_is_a_range_of_days_by_the_middle_half_of_the_last_weeks() {
        // 48 open. The quartiles of 0 1 2 2 3 3 4 5 are 1.75 and 3.25 a week: 27.43 weeks are 192
        // days, 14.77 weeks are 104, the last of them begun.
        let expected = Forecast::Between {
            from: date(2027, 3, 7),
            to: date(2027, 6, 3),
            weeks: 8,
        };
        assert_eq!(forecast(31, &[2, 3, 1, 4, 0, 2, 5, 3]), expected);
        // Each week the same: one day. 70 open, 10 a week.
        let expected = Forecast::Between {
            from: date(2027, 1, 11),
            to: date(2027, 1, 11),
            weeks: 3,
        };
        assert_eq!(forecast(9, &[10, 10, 10]), expected);
    }

    #[test]
    fn most_weeks_empty_leaves_the_last_day_open() {
        // The mean is half a topic a week: 44 open take 88 weeks, 616 days.
        let expected = Forecast::NotBefore {
            from: date(2028, 7, 31),
            weeks: 8,
        };
        assert_eq!(forecast(35, &[0, 0, 0, 0, 4, 0, 0, 0]), expected);
    }

    #[test]
    fn what_takes_more_than_ten_years_has_no_date() {
        let far = |total| Forecast::of(Count { done: 5, total }, &[1, 1, 1], TODAY);
        // 521 weeks are 3647 days, 522 are 3654.
        let last = days_on(TODAY, 3647);
        let expected = Forecast::Between {
            from: last,
            to: last,
            weeks: 3,
        };
        assert_eq!(far(526), expected);
        assert_eq!(far(527), Forecast::OutOfSight { weeks: 3 });
        assert_eq!(far(usize::MAX), Forecast::OutOfSight { weeks: 3 });
        let slow = Forecast::of(
            Count {
                done: 5,
                total: 405,
            },
            &[0, 1, 2],
            TODAY,
        );
        // 400 open: at 1.5 a week 1867 days, at 0.5 a week 5600.
        let from = days_on(TODAY, 1867);
        assert_eq!(slow, Forecast::NotBefore { from, weeks: 3 });
    }

    #[test]
    fn without_a_date_a_forecast_says_why() {
        let not_enough = |weeks, topics| Forecast::NotEnough {
            weeks,
            of_weeks: 3,
            topics,
            of_topics: 5,
        };
        assert_eq!(forecast(0, &[]), not_enough(0, 0));
        assert_eq!(forecast(9, &[4, 5]), not_enough(2, 5));
        assert_eq!(forecast(4, &[1, 1, 1, 1]), not_enough(3, 4));
        assert_eq!(forecast(30, &[0; 8]), Forecast::Never { weeks: 8 });
        assert_eq!(forecast(79, &[]), Forecast::Complete);
        assert_eq!(
            Forecast::of(Count::default(), &[1; 8], TODAY),
            Forecast::NothingToCount
        );
    }

    proptest! {
        #[test]
        fn a_forecast_is_never_before_tomorrow_nor_the_wrong_way_round(
            done in 0_usize..79,
            gains in prop::collection::vec(0_usize..20, 0..9),
        ) {
            let latest = days_on(TODAY, HORIZON);
            match forecast(done, &gains) {
                Forecast::Between { from, to, .. } => {
                    prop_assert!(TODAY < from && from <= to && to <= latest);
                }
                Forecast::NotBefore { from, .. } => prop_assert!(TODAY < from && from <= latest),
                Forecast::Never { .. } => prop_assert!(gains.iter().all(|gain| *gain == 0)),
                Forecast::NotEnough { .. } => prop_assert!(done < 5 || gains.len() < 3),
                Forecast::OutOfSight { .. } => {}
                Forecast::NothingToCount | Forecast::Complete => prop_assert!(false),
            }
        }
    }
}
