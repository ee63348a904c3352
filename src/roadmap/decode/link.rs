//! Which addresses may be handed to a browser.

use std::fmt;

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    TooLong,
    Space,
    Sign,
    Scheme,
    User,
    Host,
    Port,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooLong => "is longer than 2,000 characters",
            Self::Space => "has a space or an invisible character in it",
            Self::Sign => "has a sign in it that addresses do not have",
            Self::Scheme => "is no http or https address",
            Self::User => "has a user name before its host",
            Self::Host => "names no host",
            Self::Port => "has a port that is no number",
        })
    }
}

const LONGEST: usize = 2_000;

/// What is wrong with an address, if anything is. A roadmap may come from anywhere, and its links
/// are opened by other programs: only what can mean nothing but a page is let through.
pub(super) fn fault(url: &str) -> Option<Fault> {
    if url.len() > LONGEST && url.chars().count() > LONGEST {
        return Some(Fault::TooLong);
    }
    let is_hidden = !crate::plain::is_printable_ascii(url) && crate::plain::clean(url) != url;
    if is_hidden || url.contains(char::is_whitespace) {
        return Some(Fault::Space);
    }
    if url
        .bytes()
        .any(|byte| matches!(byte, b'\\' | b'"' | b'<' | b'>' | b'`'))
    {
        return Some(Fault::Sign);
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some(Fault::Scheme);
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return Some(Fault::Scheme);
    }
    authority_fault(rest.split(['/', '?', '#']).next().unwrap_or_default())
}

/// What is wrong with an address that is to be opened, in words that follow "it"; none where it is
/// an http or https address without spaces, control characters or a user part.
#[must_use]
pub fn link_problem(url: &str) -> Option<String> {
    fault(url).map(|fault| fault.to_string())
}

fn authority_fault(authority: &str) -> Option<Fault> {
    if authority.contains('@') {
        return Some(Fault::User);
    }
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let Some((address, port)) = rest.split_once(']') else {
                return Some(Fault::Host);
            };
            if address.parse::<std::net::Ipv6Addr>().is_err() {
                return Some(Fault::Host);
            }
            ("v6", port)
        }
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let is_host =
        |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '_');
    if host.trim_matches('.').is_empty() || !host.chars().all(is_host) {
        return Some(Fault::Host);
    }
    let is_port = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|port| port.parse::<u16>().is_ok());
    (!is_port).then_some(Fault::Port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_on_the_web_passes() {
        for url in [
            "https://developer.mozilla.org/en-US/docs/Web/HTTP",
            "http://localhost:8080",
            "HTTPS://example.org?q=a@b#c",
            "https://[::1]:80/",
            "https://bücher.example/",
            "https://en.wikipedia.org/wiki/C_(language)",
        ] {
            assert_eq!(fault(url), None, "{url}");
        }
    }

    #[test]
    fn whatever_else_a_browser_might_do_with_it_does_not() {
        let long = format!("https://a/{}", "b".repeat(2_000));
        for (url, why) in [
            ("", Fault::Scheme),
            ("example.org", Fault::Scheme),
            ("javascript://example.org/%0aalert(1)", Fault::Scheme),
            ("file:///etc/passwd", Fault::Scheme),
            ("https:example.org", Fault::Scheme),
            ("https://", Fault::Host),
            ("https:///path", Fault::Host),
            ("https://./", Fault::Host),
            ("https://[::1", Fault::Host),
            ("https://[evil]/", Fault::Host),
            ("https://a;b/", Fault::Host),
            ("https://good.example@evil.example/", Fault::User),
            ("https://good.example\\@evil.example/", Fault::Sign),
            ("https://a/b c", Fault::Space),
            ("https://a/\u{202e}b", Fault::Space),
            ("https://a/\u{a0}b", Fault::Space),
            ("https://a/\u{7}", Fault::Space),
            ("https://a:http/", Fault::Port),
            ("https://a:99999/", Fault::Port),
            (&long, Fault::TooLong),
        ] {
            assert_eq!(fault(url), Some(why), "{url}");
        }
    }
}
