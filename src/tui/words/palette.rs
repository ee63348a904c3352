//! The words of the list of commands.

/// Title of the box.
pub const COMMANDS: &str = "Commands";
/// What to do where no command is found.
pub const NOTHING: &str =
    "No command has all of these letters. Take some away, or try another word.";

/// Names where a command applies, and the key that leads there.
#[must_use]
pub fn place(title: &str, key: Option<&str>) -> String {
    let mut letters = title.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    let title: String = first.into_iter().chain(letters).collect();
    match key {
        Some(key) => format!("{title}: {key}"),
        None => title,
    }
}

/// Says that a command applies only in other places.
#[must_use]
pub fn only(places: &[String]) -> String {
    format!("Only {}", places.join(", or "))
}

/// How many commands there are, and which one is selected.
#[must_use]
pub fn count(selected: usize, total: usize) -> String {
    format!("{selected} of {total}")
}
