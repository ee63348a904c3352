//! The words of filters.

use crate::tui::screen::roadmap::Filter;

/// Title of the menu.
pub const SHOW: &str = "Show";

/// What a filter is called in the menu.
#[must_use]
pub const fn name(filter: Filter) -> &'static str {
    match filter {
        Filter::Everything => "all topics",
        Filter::Open => "only what is open: to do or learning",
        Filter::Todo => "only what is to do",
        Filter::Learning => "only what you are learning",
        Filter::Done => "only what is done",
        Filter::Skipped => "only what you skipped",
        Filter::Noted => "only what has a note",
    }
}

/// The letter that takes a filter in the menu.
#[must_use]
pub const fn key(filter: Filter) -> char {
    match filter {
        Filter::Everything => 'a',
        Filter::Open => 'o',
        Filter::Todo => 't',
        Filter::Learning => 'l',
        Filter::Done => 'd',
        Filter::Skipped => 's',
        Filter::Noted => 'n',
    }
}

/// What stands in the header while a filter is on.
#[must_use]
pub const fn in_header(filter: Filter) -> &'static str {
    match filter {
        Filter::Everything => "",
        Filter::Open => "only open",
        Filter::Todo => "only to do",
        Filter::Learning => "only learning",
        Filter::Done => "only done",
        Filter::Skipped => "only skipped",
        Filter::Noted => "only with a note",
    }
}

/// Says in a step of which a filter shows nothing that this is so, and the way out.
#[must_use]
pub const fn nothing(filter: Filter) -> &'static str {
    match filter {
        Filter::Everything => "There is nothing in this step.",
        Filter::Open => "Nothing is open in this step. \u{e}show-all\u{f} shows everything.",
        Filter::Todo => "Nothing is to do in this step. \u{e}show-all\u{f} shows everything.",
        Filter::Learning => {
            "You are learning nothing of this step now. \u{e}show-all\u{f} shows everything."
        }
        Filter::Done => "Nothing is done in this step yet. \u{e}show-all\u{f} shows everything.",
        Filter::Skipped => "You skipped nothing in this step. \u{e}show-all\u{f} shows everything.",
        Filter::Noted => "No topic of this step has a note. \u{e}show-all\u{f} shows everything.",
    }
}
