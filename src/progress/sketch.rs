//! Changes of every kind, made up for tests.

use jiff::civil::date;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Change, Status};

/// A change of any kind about one of a few ids, so that much of it meets.
pub(super) fn change(ids: &'static [&'static str]) -> impl Strategy<Value = Change> {
    let id = || select(ids).prop_map(str::to_owned);
    let text = |texts: &'static [&'static str]| select(texts).prop_map(str::to_owned);
    let status = select(&Status::ALL[..]);
    let note = text(&["", "304 has no body", "a name of its own"]);
    let url = text(&["", "https://example.org/a", "no address"]);
    let path = text(&["", "node", "go"]);
    let day = select(vec![date(2026, 11, 22), date(2026, 12, 6)]);
    prop_oneof![
        3 => (id(), status).prop_map(|(topic, status)| Change::Status { topic, status }),
        1 => (id(), note).prop_map(|(topic, text)| Change::Note { topic, text }),
        1 => (id(), url).prop_map(|(topic, url)| Change::Repository { topic, url }),
        1 => path.prop_map(|path| Change::Follow { path }),
        1 => (id(), option::of(day)).prop_map(|(mistake, until)| Change::Silence { mistake, until }),
    ]
}
