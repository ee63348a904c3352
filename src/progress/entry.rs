//! One thing the learner did, with its time.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, Unit, civil};

use super::Status;

/// A moment and the UTC offset of the place where it was: the learner's own day and hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    instant: Timestamp,
    offset: Offset,
}

/// Says that a text is no time with an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time with its offset, as in 2026-11-22T21:06:01.123+01:00")]
pub struct StampError;

impl Stamp {
    /// The moment `instant`, cut to milliseconds, at a place with this offset in whole minutes.
    #[must_use]
    pub fn new(instant: Timestamp, offset: Offset) -> Self {
        let whole = Timestamp::from_millisecond(instant.as_millisecond());
        Self {
            instant: whole.unwrap_or(instant),
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
    /// back cannot make a new entry lose to an old one.
    #[must_use]
    pub fn later_than(self, seen: Option<Self>) -> Self {
        match seen {
            Some(seen) if seen.instant >= self.instant => Self {
                instant: seen
                    .instant
                    .checked_add(SignedDuration::from_millis(1))
                    .unwrap_or(seen.instant),
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
            .map_err(|_| StampError)?;
        let offset = pieces.to_numeric_offset().ok_or(StampError)?;
        let time = pieces.time().ok_or(StampError)?;
        let instant = offset
            .to_timestamp(pieces.date().to_datetime(time))
            .map_err(|_| StampError)?;
        Ok(Self {
            instant,
            offset: in_minutes(offset),
        })
    }
}

/// An offset as a journal can hold it: with seconds it would be read back as another one.
fn in_minutes(offset: Offset) -> Offset {
    offset.round(Unit::Minute).unwrap_or(offset)
}

/// One thing the learner did. Entries are ordered by time, ties by their content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// When it was done.
    pub at: Stamp,
    /// The full id of the topic.
    pub topic: String,
    /// The status that the topic got.
    pub status: Status,
    /// The time of the entry of the same topic that this one takes back.
    pub undoes: Option<Stamp>,
}

impl Entry {
    /// The time of the entry that this one takes back; none where that would not be an earlier one.
    pub(super) fn takes_back(&self) -> Option<Stamp> {
        self.undoes.filter(|target| *target < self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(text: &str) -> Stamp {
        text.parse().unwrap()
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
            assert_eq!(text.parse::<Stamp>(), Err(StampError), "{text:?}");
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
}
