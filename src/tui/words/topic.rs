//! What is said of the selected topic's note and links.

/// Why nothing is done on the steps.
pub const STEP_IS_NONE: &str =
    "That belongs to a single topic: press \u{e}in\u{f} to go to the topics.";
/// Why nothing is done where no topic is selected.
pub const NONE_SELECTED: &str = "That belongs to a topic: select one first.";
/// Why nothing is done on a screen without topics.
pub const NONE_ON_THIS_SCREEN: &str = "That belongs to a topic, and this screen has none.";
/// Why no link is opened or copied.
pub const NO_LINKS: &str = "There are no links here.";
/// Title of the choice of a link to open.
pub const OPEN: &str = "Open in your browser";
/// Title of the choice of an address to copy.
pub const COPY: &str = "Copy the address";

/// Says that an address is being opened.
#[must_use]
pub fn opening(url: &str) -> String {
    format!("Opening {} in your browser.", host(url))
}

/// Says that an address could not be opened: it can be typed.
#[must_use]
pub fn not_opened(url: &str, reason: &str) -> String {
    format!("{url} could not be opened here: {reason}")
}

/// Says that an address was copied, as far as the program can know.
#[must_use]
pub fn copied(url: &str) -> String {
    format!("Sent to the terminal, which may keep it to be pasted: {url}")
}

/// Where an address leads to: its host, and the port where it names one.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_named_by_its_host() {
        for (url, expected) in [
            (
                "https://developer.mozilla.org/en-US/",
                "developer.mozilla.org",
            ),
            ("http://localhost:8080?a=b", "localhost:8080"),
            ("https://example.org#part", "example.org"),
            ("https://[::1]/", "[::1]"),
        ] {
            assert_eq!(host(url), expected);
        }
    }
}
