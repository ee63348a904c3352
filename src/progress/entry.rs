//! One thing the learner did, with its time.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};

use super::{Change, Status, Subject};

/// A moment and the UTC offset of the place where it was: the learner's own day and hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    instant: Timestamp,
    offset: Offset,
}

/// The first moment that is too late for a stamp: the year 9000. What is read and what is made
/// end at the same place, so that a journal can hold every time that the program gives.
const TOO_LATE: Timestamp = Timestamp::constant(221_845_392_000, 0);
/// The last moment of a stamp, in whole milliseconds.
const LAST: Timestamp = Timestamp::constant(221_845_391_999, 999_000_000);

/// Says why a text is no time of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// It is no time with an offset.
    #[error("expected a time with its offset, as in 2026-11-22T21:06:01.123+01:00")]
    NoTime,
    /// It is so late that hardly a later one could follow it.
    #[error("expected a time before the year 9000")]
    TooLate,
}

impl Stamp {
    /// The moment `instant`, cut to milliseconds, at a place with this offset in whole minutes.
    /// From the year 9000 on it is the last moment before.
    #[must_use]
    pub fn new(instant: Timestamp, offset: Offset) -> Self {
        let whole = Timestamp::from_millisecond(instant.as_millisecond());
        Self {
            instant: whole.unwrap_or(instant).min(LAST),
            offset: in_minutes(offset),
        }
    }

    /// The moment itself.
    #[must_use]
    pub const fn instant(self) -> Timestamp {
        self.instant
    }

    /// The UTC offset of the place where it was.
    #[must_use]
    pub const fn offset(self) -> Offset {
        self.offset
    }

    /// The day on the calendar of the place where it was.
    #[must_use]
    pub fn day(self) -> civil::Date {
        self.offset.to_datetime(self.instant).date()
    }

    /// This moment, or a millisecond after `seen` where this one is not later: a clock that was set
    /// back cannot make a new entry lose to an old one. Nothing is later than the last millisecond
    /// before the year 9000.
    #[must_use]
    pub fn later_than(self, seen: Option<Self>) -> Self {
        match seen {
            Some(seen) if seen.instant >= self.instant => Self {
                instant: seen
                    .instant
                    .checked_add(SignedDuration::from_millis(1))
                    .map_or(LAST, |next| next.min(LAST))
                    .max(seen.instant),
                offset: self.offset,
            },
            Some(_) | None => self,
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Times that the program writes have three decimals; a finer one, written by hand, stays whole.
        let whole = self.instant.subsec_nanosecond() % 1_000_000 == 0;
        let printer = DateTimePrinter::new().precision(whole.then_some(3));
        f.write_str(&printer.timestamp_with_offset_to_string(&self.instant, self.offset))
    }
}

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(text: &str) -> Result<Self, StampError> {
        let pieces = DateTimeParser::new()
            .parse_pieces(text)
            .map_err(|_| StampError::NoTime)?;
        let offset = pieces.to_numeric_offset().ok_or(StampError::NoTime)?;
        let time = pieces.time().ok_or(StampError::NoTime)?;
        let instant = offset.to_timestamp(pieces.date().to_datetime(time));
        // What the calendar has no moment for is at one of its two ends.
        let instant = match instant {
            Ok(instant) if instant >= TOO_LATE => return Err(StampError::TooLate),
            Ok(instant) => instant,
            Err(_) if pieces.date().year() > 0 => return Err(StampError::TooLate),
            Err(_) => return Err(StampError::NoTime),
        };
        Ok(Self {
            instant,
            offset: in_minutes(offset),
        })
    }
}

/// An offset as a journal can hold it: with seconds it would be read back as another one.
fn in_minutes(offset: Offset) -> Offset {
    // Towards zero: rounded, the largest one would be larger than any offset may be.
    Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(offset)
}

/// One thing the learner did. Entries are ordered by time, ties by their content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// When it was done.
    pub at: Stamp,
    /// What it set.
    pub change: Change,
    /// The time of the entry about the same subject that this one takes back.
    pub undoes: Option<Stamp>,
}

impl Entry {
    /// An entry that takes nothing back.
    #[must_use]
    pub const fn new(at: Stamp, change: Change) -> Self {
        Self {
            at,
            change,
            undoes: None,
        }
    }

    /// An entry that gives a topic, or a point of a project's checklist, a status.
    #[must_use]
    pub fn status(at: Stamp, topic: impl Into<String>, status: Status) -> Self {
        let topic = topic.into();
        Self::new(at, Change::Status { topic, status })
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        self.change.subject()
    }

    /// The time of the entry that this one takes back; none where that would not be an earlier one.
    pub(super) fn takes_back(&self) -> Option<Stamp> {
        self.undoes.filter(|target| *target < self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    fn stamp(text: &str) -> Stamp {
        text.parse().unwrap()
    }

    /// Berlin, where this machine knows it.
    #[expect(clippy::print_stderr, reason = "says why a test is skipped")]
    fn berlin() -> Option<TimeZone> {
        let zone = TimeZone::get("Europe/Berlin").ok();
        if zone.is_none() {
            eprintln!("skipped: there is no time zone database here");
        }
        zone
    }

    #[test]
    fn a_stamp_reads_and_writes_with_its_offset_and_milliseconds() {
        for text in [
            "2026-11-22T21:06:01.123+01:00",
            "2026-11-22T21:06:01.000-03:30",
            "2024-02-29T23:59:59.999+14:00",
            "2026-11-22T21:06:01.000123+00:00",
        ] {
            assert_eq!(stamp(text).to_string(), text);
        }
        assert_eq!(
            stamp("2026-11-22T21:06:01Z").to_string(),
            "2026-11-22T21:06:01.000+00:00"
        );
    }

    #[test]
    fn what_is_no_time_with_an_offset_is_refused() {
        for text in [
            "",
            "yesterday",
            "2026-11-22",
            "2026-11-22T21:06:01",
            "2026-02-30T00:00:00Z",
            "2026-11-22T25:00:00Z",
        ] {
            assert_eq!(text.parse::<Stamp>(), Err(StampError::NoTime), "{text:?}");
        }
    }

    #[test]
    fn a_day_is_the_day_where_the_learner_was() {
        let late = stamp("2026-11-22T23:30:00-05:00");
        let same_moment = stamp("2026-11-23T05:30:00+01:00");
        assert_eq!(late.instant(), same_moment.instant());
        assert_eq!(late.day(), civil::date(2026, 11, 22));
        assert_eq!(same_moment.day(), civil::date(2026, 11, 23));
    }

    #[test]
    fn an_offset_with_seconds_does_not_move_the_moment() {
        let instant: Timestamp = "1880-01-01T12:00:00Z".parse().unwrap();
        let offset = Offset::from_seconds(3930).unwrap();
        let written = Stamp::new(instant, offset);
        assert_eq!(stamp(&written.to_string()), written);
        let by_hand = stamp("1880-01-01T13:05:30.000+01:05:30");
        assert_eq!(by_hand.instant(), instant);
        assert_eq!(stamp(&by_hand.to_string()), by_hand);
        for end in [
            "2026-11-22T12:00:00.000+25:59:59",
            "2026-11-22T12:00:00.000-25:59:59",
        ] {
            assert_eq!(stamp(&stamp(end).to_string()), stamp(end));
        }
    }

    #[test]
    fn a_clock_set_back_still_gives_later_times() {
        let seen = stamp("2026-11-22T21:06:01.123+01:00");
        let behind = stamp("2025-01-01T00:00:00.000+00:00");
        let next = behind.later_than(Some(seen));
        assert_eq!(next.to_string(), "2026-11-22T20:06:01.124+00:00");
        assert_eq!(seen.later_than(Some(behind)), seen);
        assert_eq!(seen.later_than(None), seen);
    }

    #[test]
    fn a_new_time_is_later_whatever_the_clock_was_set_to() {
        for (seen, now, next) in [
            // An hour back, as by a wrong daylight-saving change; a year; to before computers.
            (
                "2026-11-22T21:06:01.123+01:00",
                "2026-11-22T20:06:01.123+01:00",
                "2026-11-22T21:06:01.124+01:00",
            ),
            (
                "2026-11-22T21:06:01.123+01:00",
                "2025-11-22T21:06:01.123+01:00",
                "2026-11-22T21:06:01.124+01:00",
            ),
            (
                "2026-11-22T21:06:01.123+01:00",
                "0001-01-01T00:00:00.000+00:00",
                "2026-11-22T20:06:01.124+00:00",
            ),
            // Not at all, twice in one millisecond; at the same moment elsewhere.
            (
                "2026-11-22T21:06:01.123+01:00",
                "2026-11-22T21:06:01.123+01:00",
                "2026-11-22T21:06:01.124+01:00",
            ),
            (
                "2026-11-22T21:06:01.123+01:00",
                "2026-11-23T05:06:01.123+09:00",
                "2026-11-23T05:06:01.124+09:00",
            ),
            // Forth, and then back to what it is.
            (
                "2099-01-01T00:00:00.000+00:00",
                "2026-11-22T21:06:01.123+01:00",
                "2099-01-01T01:00:00.001+01:00",
            ),
            // Over midnight, over the leap day, over the end of a year.
            (
                "2028-02-28T23:59:59.999+00:00",
                "2028-02-28T12:00:00.000+00:00",
                "2028-02-29T00:00:00.000+00:00",
            ),
            (
                "2026-12-31T23:59:59.999+00:00",
                "2026-12-31T12:00:00.000+00:00",
                "2027-01-01T00:00:00.000+00:00",
            ),
        ] {
            let (seen, now) = (stamp(seen), stamp(now));
            assert_eq!(now.later_than(Some(seen)).to_string(), next);
            assert!(now.later_than(Some(seen)) > seen);
        }
    }

    #[test]
    fn a_time_from_the_year_9000_on_is_refused_and_never_made() {
        for text in [
            "9000-01-01T00:00:00.000+00:00",
            "9000-01-01T01:00:00.000+01:00",
            "8999-12-31T23:00:00.000-01:00",
            "9999-12-31T23:59:59.999+00:00",
            "9999-12-31T23:59:59.999-12:00",
        ] {
            assert_eq!(text.parse::<Stamp>(), Err(StampError::TooLate), "{text}");
        }
        let last = stamp("8999-12-31T23:59:59.999+00:00");
        assert_eq!(Stamp::new(Timestamp::MAX, Offset::UTC), last);
        assert_eq!(last.later_than(Some(last)), last);
        let finer = stamp("8999-12-31T23:59:59.9995+00:00");
        assert_eq!(last.later_than(Some(finer)), finer);
        // Where it is the year 9000 already, at that moment.
        let east = Stamp::new(Timestamp::MAX, Offset::MAX);
        assert_eq!(stamp(&east.to_string()), east);
    }

    #[test]
    fn the_leap_day_is_a_day_and_only_in_its_year() {
        let day = civil::date(2028, 2, 29);
        for (text, expected) in [
            ("2028-02-29T00:00:00.000+14:00", day),
            ("2028-02-29T23:59:59.999-12:00", day),
            ("2028-02-28T23:59:59.999+00:00", day.yesterday().unwrap()),
            ("2028-03-01T00:00:00.000+00:00", day.tomorrow().unwrap()),
        ] {
            assert_eq!(stamp(text).day(), expected, "{text}");
            assert_eq!(stamp(text).to_string(), text);
        }
        let next_year = "2027-02-29T12:00:00Z".parse::<Stamp>();
        assert_eq!(next_year, Err(StampError::NoTime));
    }

    #[test]
    fn an_hour_that_exists_twice_is_two_hours_of_one_day() {
        let Some(berlin) = berlin() else { return };
        let first: Timestamp = "2026-10-25T00:30:00Z".parse().unwrap();
        let second: Timestamp = "2026-10-25T01:30:00Z".parse().unwrap();
        let [first, second] = [first, second].map(|at| Stamp::new(at, berlin.to_offset(at)));
        assert_eq!(first.to_string(), "2026-10-25T02:30:00.000+02:00");
        assert_eq!(second.to_string(), "2026-10-25T02:30:00.000+01:00");
        // By the text it would be the other way round.
        assert!(first < second && first.to_string() > second.to_string());
        assert_eq!([first.day(), second.day()], [civil::date(2026, 10, 25); 2]);
        assert_eq!(second.later_than(Some(first)), second);
    }

    #[test]
    fn an_hour_that_does_not_exist_is_read_as_the_moment_that_it_names() {
        let Some(berlin) = berlin() else { return };
        let at: Timestamp = "2026-03-29T01:30:00Z".parse().unwrap();
        let ticked = Stamp::new(at, berlin.to_offset(at));
        assert_eq!(ticked.to_string(), "2026-03-29T03:30:00.000+02:00");
        // By hand, or by a clock that did not know yet.
        let skipped = stamp("2026-03-29T02:30:00+01:00");
        assert_eq!(skipped.instant(), at);
        assert_eq!(skipped.day(), ticked.day());
    }

    #[test]
    fn every_hour_of_a_year_is_in_the_day_of_the_calendar_there() {
        let Some(berlin) = berlin() else { return };
        let mut at: Timestamp = "2028-01-01T00:30:00Z".parse().unwrap();
        let mut last: Option<Stamp> = None;
        for _ in 0..366 * 24 {
            let ticked = Stamp::new(at, berlin.to_offset(at));
            assert_eq!(ticked.day(), at.to_zoned(berlin.clone()).date(), "{ticked}");
            assert_eq!(stamp(&ticked.to_string()), ticked);
            assert!(last.is_none_or(|last| last < ticked && last.day() <= ticked.day()));
            last = Some(ticked);
            at = at.checked_add(SignedDuration::from_hours(1)).unwrap();
        }
    }

    #[test]
    fn a_traveller_has_days_of_each_place_in_the_order_of_what_was_done() {
        // From Berlin to Tokyo, over the date line to Honolulu, and home.
        let journey = [
            ("2026-11-22T20:00:00.000+01:00", 22),
            ("2026-11-23T09:00:00.000+09:00", 23),
            ("2026-11-23T13:00:00.000+09:00", 23),
            ("2026-11-22T19:00:00.000-10:00", 22),
            ("2026-11-22T23:59:00.000-10:00", 22),
            ("2026-11-23T12:00:00.000+01:00", 23),
        ];
        let stamps = journey.map(|(text, _)| stamp(text));
        assert!(stamps.is_sorted(), "{stamps:?}");
        assert!(!journey.is_sorted(), "the texts are in another order");
        assert_eq!(stamps.map(|at| at.day().day()), journey.map(|(_, day)| day));
    }

    /// Times from one end of the calendar to the other.
    fn any_stamp() -> impl Strategy<Value = Stamp> {
        let ends = [Timestamp::MIN, Timestamp::MAX].map(Timestamp::as_millisecond);
        let instant = prop_oneof![
            4 => 1_700_000_000_000..1_900_000_000_000_i64,
            1 => ends[0]..=ends[1],
            1 => LAST.as_millisecond() - 3..=LAST.as_millisecond(),
        ];
        (instant, -25 * 60..25 * 60_i32).prop_map(|(instant, minutes)| {
            let offset = Offset::from_seconds(minutes * 60).unwrap();
            Stamp::new(Timestamp::from_millisecond(instant).unwrap(), offset)
        })
    }

    proptest! {
        #[test]
        fn a_new_time_is_later_than_any_and_can_be_written(seen in any_stamp(), now in any_stamp()) {
            let next = now.later_than(Some(seen));
            prop_assert_eq!(next.to_string().parse(), Ok(next));
            prop_assert_eq!(next.offset(), now.offset());
            prop_assert!(next.instant() > seen.instant() || seen.instant() == LAST);
            prop_assert!(next.instant() >= now.instant());
        }

        #[test]
        fn times_are_ordered_by_the_moment(one in any_stamp(), other in any_stamp()) {
            if one.instant() != other.instant() {
                prop_assert_eq!(one.cmp(&other), one.instant().cmp(&other.instant()));
            }
        }
    }
}
