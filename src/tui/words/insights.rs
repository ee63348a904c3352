//! The words of the insights screen.

use jiff::civil::Date;

use super::day;
use crate::insight::{BurnUp, Forecast, Streak};

/// Title of the screen.
pub const INSIGHTS: &str = "Insights";
/// Heading over the streak.
pub const STREAK: &str = "Streak";
/// The rule of the streak.
pub const STREAK_RULE: &str = "Days with activity in a row. In each week, Monday to Sunday, one day of rest breaks nothing; it \
     is not counted.";
/// Said while there is no streak at all.
pub const NO_STREAK_YET: &str = "None yet: it begins with the first topic that you mark.";
/// Said where the streak would stand.
pub const STREAK_HIDDEN: &str = "The streak is hidden: \u{e}streak\u{f} shows it.";
/// Heading over the calendar.
pub const DAYS: &str = "Days with activity";
/// Said where the calendar would stand.
pub const NO_DAYS_YET: &str =
    "None yet. Mark a topic as learning or done on the roadmap, and its day shows here.";
/// Says what counts as activity.
pub const ACTIVITY: &str =
    "Counted: all that you set to learning, done or skipped, and notes and repositories.";
/// The days of the week, from Monday on.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// What the shades of the calendar mean, from nothing to much.
pub const SHADES: [&str; 5] = ["none", "1", "2-3", "4-6", "7 or more"];
/// Heading over the topics of each week.
pub const TOPICS_A_WEEK: &str = "Topics a week";
/// The week of today.
pub const THIS_WEEK: &str = "this week";
/// Heading over the chart.
pub const BURN_UP: &str = "Done over time";
/// Heading over the forecast.
pub const FORECAST: &str = "Forecast";
/// Said where the forecast would stand.
pub const FORECAST_HIDDEN: &str = "The forecast is hidden: \u{e}forecast\u{f} shows it.";
/// Said where a roadmap has nothing to count.
pub const NOTHING_TO_COUNT: &str = "There is nothing to count in this roadmap: all its topics are skipped or extra. A roadmap file \
     adds what counts as topics of a step without `extra: true`.";

/// Which shade a day has by how much was done.
#[must_use]
pub const fn shade(amount: usize) -> usize {
    match amount {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        4..=6 => 3,
        7.. => 4,
    }
}

fn days(count: usize) -> String {
    match count {
        1 => "1 day".to_owned(),
        count => format!("{count} days"),
    }
}

/// The streak in the header.
#[must_use]
pub fn streak_in_header(count: usize) -> String {
    format!("streak {}", days(count))
}

/// How long the streak is and was.
#[must_use]
pub fn streak(streak: Streak) -> String {
    let longest = days(streak.longest);
    match streak.current {
        0 => format!("None now; the longest was {longest}."),
        current if current == streak.longest => format!("{}: the longest so far.", days(current)),
        current => format!("{}; the longest was {longest}.", days(current)),
    }
}

/// On how many days something was done.
#[must_use]
pub fn active_days(count: usize, first: Date, today: Date) -> String {
    format!("{} since {}", days(count), day(first, today))
}

/// Says that entries are dated after today.
#[must_use]
pub fn later(count: usize) -> String {
    match count {
        1 => "1 entry is dated after today: it counts here when its day has come.".to_owned(),
        count => {
            format!(
                "{count} entries are dated after today: they count here when their days have come."
            )
        }
    }
}

/// Says what the chart shows.
#[must_use]
pub fn burn_up(found: &BurnUp, today: Date) -> String {
    let Some((first, last)) = found.points.first().zip(found.points.last()) else {
        return String::new();
    };
    let every = match found.stride {
        0 | 1 => "by the week".to_owned(),
        stride => format!("every {stride} weeks"),
    };
    let since = day(first.week.monday(), today);
    let count = last.count;
    format!("{count} done, {every} since {since}; the line is the total of that time.")
}

/// When everything will be done, or why that cannot be said.
#[must_use]
pub fn forecast(forecast: Forecast) -> String {
    match forecast {
        Forecast::NothingToCount => NOTHING_TO_COUNT.to_owned(),
        Forecast::Complete => "Everything is done.".to_owned(),
        Forecast::NotEnough {
            weeks,
            of_weeks,
            topics,
            of_topics,
        } => {
            let weeks_needed = (weeks < of_weeks).then(|| {
                format!(
                    "{of_weeks} full weeks, Monday to Sunday, since your first day: {weeks} so far"
                )
            });
            let topics_needed =
                (topics < of_topics).then(|| format!("{of_topics} topics done: {topics} so far"));
            let needed: Vec<String> = weeks_needed.into_iter().chain(topics_needed).collect();
            format!("Not enough yet. It needs {}.", needed.join("; and "))
        }
        Forecast::Never { weeks } => format!(
            "At this pace it will not finish: what is done did not grow in the last {weeks} full weeks."
        ),
        Forecast::Between { from, to, weeks } => {
            format!("Done {}, {}.", between(from, to), pace(weeks))
        }
        Forecast::NotBefore { from, weeks } => format!(
            "Not before {}, {}; they were too uneven to say how late.",
            from.strftime("%-d %b %Y"),
            pace(weeks)
        ),
        Forecast::OutOfSight { weeks } => format!("In more than ten years, {}.", pace(weeks)),
    }
}

fn pace(weeks: usize) -> String {
    format!("at the pace of the last {weeks} full weeks")
}

/// A range of days, with the year where it is needed.
fn between(from: Date, to: Date) -> String {
    let whole = |day: Date| day.strftime("%-d %b %Y").to_string();
    if from == to {
        return format!("about {}", whole(to));
    }
    let first = if from.year() == to.year() {
        from.strftime("%-d %b").to_string()
    } else {
        whole(from)
    };
    format!("between {first} and {}", whole(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_range_names_a_year_once_where_it_is_one() {
        for (from, to, words) in [
            (
                date(2027, 3, 3),
                date(2027, 5, 20),
                "between 3 Mar and 20 May 2027",
            ),
            (
                date(2026, 12, 3),
                date(2027, 1, 2),
                "between 3 Dec 2026 and 2 Jan 2027",
            ),
            (date(2027, 3, 3), date(2027, 3, 3), "about 3 Mar 2027"),
        ] {
            assert_eq!(between(from, to), words);
        }
    }

    #[test]
    fn a_forecast_without_a_date_says_what_is_missing() {
        let not_enough = |weeks, topics| {
            forecast(Forecast::NotEnough {
                weeks,
                of_weeks: 3,
                topics,
                of_topics: 5,
            })
        };
        assert_eq!(
            not_enough(1, 2),
            "Not enough yet. It needs 3 full weeks, Monday to Sunday, since your first day: 1 so \
             far; and 5 topics done: 2 so far."
        );
        assert_eq!(
            not_enough(3, 2),
            "Not enough yet. It needs 5 topics done: 2 so far."
        );
        assert!(not_enough(1, 5).ends_with("since your first day: 1 so far."));
        assert_eq!(
            forecast(Forecast::Never { weeks: 8 }),
            "At this pace it will not finish: what is done did not grow in the last 8 full weeks."
        );
        assert_eq!(forecast(Forecast::Complete), "Everything is done.");
        assert_eq!(
            forecast(Forecast::OutOfSight { weeks: 3 }),
            "In more than ten years, at the pace of the last 3 full weeks."
        );
        let from = date(2028, 7, 31);
        assert_eq!(
            forecast(Forecast::NotBefore { from, weeks: 8 }),
            "Not before 31 Jul 2028, at the pace of the last 8 full weeks; they were too uneven to \
             say how late."
        );
    }

    #[test]
    fn a_streak_is_told_with_the_longest() {
        let told = |current, longest| streak(Streak { current, longest });
        assert_eq!(told(6, 12), "6 days; the longest was 12 days.");
        assert_eq!(told(1, 1), "1 day: the longest so far.");
        assert_eq!(told(0, 1), "None now; the longest was 1 day.");
    }

    #[test]
    fn shades_are_what_their_legend_says() {
        for (amount, words) in [
            (0, "none"),
            (1, "1"),
            (2, "2-3"),
            (3, "2-3"),
            (4, "4-6"),
            (6, "4-6"),
            (7, "7 or more"),
            (1000, "7 or more"),
        ] {
            assert_eq!(SHADES[shade(amount)], words, "{amount}");
        }
    }
}
