//! Weeks of the calendar, Monday to Sunday.

use jiff::SignedDuration;
use jiff::civil::{Date, date};

/// A week of the calendar. Weeks are ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(i64);

/// The Monday of week 0.
const FIRST: Date = date(1970, 1, 5);

/// Seconds of a day of the calendar.
const DAY: i64 = 86_400;

/// How many days come after `earlier` up to `later`.
pub(super) fn days_between(earlier: Date, later: Date) -> i64 {
    later.duration_since(earlier).as_secs() / DAY
}

/// The day so many days on; at an end of the calendar that end.
pub(super) fn days_on(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_secs(days.saturating_mul(DAY)))
}

impl Week {
    /// The week of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(days_between(FIRST, day).div_euclid(7))
    }

    /// Its first day.
    #[must_use]
    pub fn monday(self) -> Date {
        self.day(0)
    }

    /// One of its days: 0 is Monday, 6 Sunday.
    #[must_use]
    pub fn day(self, nth: i64) -> Date {
        days_on(FIRST, self.0.saturating_mul(7).saturating_add(nth))
    }

    /// The week so many weeks earlier.
    #[must_use]
    pub const fn before(self, weeks: i64) -> Self {
        Self(self.0.saturating_sub(weeks))
    }

    /// How many weeks come after `earlier` up to this one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    #[test]
    fn a_week_goes_from_monday_to_sunday() {
        let week = Week::of(date(2026, 11, 23));
        assert_eq!(week.monday(), date(2026, 11, 23));
        assert_eq!(Week::of(date(2026, 11, 29)), week);
        assert_eq!(Week::of(date(2026, 11, 22)), week.before(1));
        assert_eq!(week.since(Week::of(date(2026, 11, 1))), 4);
        assert_eq!(week.day(6), date(2026, 11, 29));
    }

    #[test]
    fn the_ends_of_the_calendar_are_days_too() {
        assert_eq!(Week::of(Date::MAX).day(6), Date::MAX);
        assert!(Week::of(Date::MIN).monday() <= Date::MIN);
        assert_eq!(days_on(Date::MAX, i64::MAX), Date::MAX);
    }

    proptest! {
        #[test]
        fn every_day_is_in_its_week(days in -700_000_i64..700_000) {
            let day = days_on(FIRST, days);
            let week = Week::of(day);
            prop_assert_eq!(week.monday().weekday(), Weekday::Monday);
            let nth = days_between(week.monday(), day);
            prop_assert!((0..7).contains(&nth));
            prop_assert_eq!(week.day(nth), day);
        }
    }
}
