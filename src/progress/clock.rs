//! Time as an argument.

use jiff::Timestamp;
use jiff::tz::Offset;

use super::Stamp;

/// Tells the time and the learner's place. The two are apart because the second may take a while:
/// the system's list of time zones is read for it.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The moment.
    pub instant: fn() -> Timestamp,
    /// The UTC offset of the learner's place at a moment.
    pub offset: fn(Timestamp) -> Offset,
}

impl Clock {
    /// The moment at the learner's place.
    #[must_use]
    pub fn now(&self) -> Stamp {
        let instant = (self.instant)();
        Stamp::new(instant, (self.offset)(instant))
    }

    /// The moment, as if the learner were where they were at `last`, or at the prime meridian: at
    /// once, and good enough for a first look.
    #[must_use]
    pub fn guess(&self, last: Option<Stamp>) -> Stamp {
        let offset = last.map_or(Offset::UTC, Stamp::offset);
        Stamp::new((self.instant)(), offset)
    }
}
