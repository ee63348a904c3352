//! Ids and addresses that would reach outside of a roadmap.

use super::{all_told, with};

/// Ids that would be paths, options or anything but a name: what is replaced, by what, and what is
/// told. That of the roadmap names its journal.
const OF_IDS: &[(&str, &str, &str)] = &[
    (
        "id: small",
        "id: '../x'",
        "2:5: `../x` is no id [did you mean `x`?]",
    ),
    ("id: small", "id: '..'", "2:5: `..` is no id"),
    ("id: small", "id: '.'", "2:5: `.` is no id"),
    (
        "id: small",
        "id: 'a/b'",
        "2:5: `a/b` is no id [did you mean `a-b`?]",
    ),
    (
        "id: small",
        "id: '/etc/passwd'",
        "2:5: `/etc/passwd` is no id [did you mean `etc-passwd`?]",
    ),
    (
        "id: small",
        "id: '-a'",
        "2:5: `-a` is no id [did you mean `a`?]",
    ),
    (
        "id: small",
        "id: 'con.yaml'",
        "2:5: `con.yaml` is no id [did you mean `con-yaml`?]",
    ),
    (
        "id: small",
        "id: 'a b'",
        "2:5: `a b` is no id [did you mean `a-b`?]",
    ),
    ("id: small", "id: '~'", "2:5: `~` is no id"),
    (
        "id: small",
        r#"id: "a\0b""#,
        "2:5: `ab` is no id [did you mean `a-b`?]",
    ),
    (
        "{id: gin,",
        "{id: '../gin',",
        "33:18: `../gin` is no id [did you mean `gin`?]",
    ),
];

#[test]
fn each_id_that_is_more_than_a_name_is_told_with_its_place() {
    all_told(OF_IDS);
}

/// Addresses that lead elsewhere than to a page: what stands for the address, and what is told.
const OF_ADDRESSES: &[(&str, &str)] = &[
    ("javascript:alert(1)", "is no http or https address"),
    ("javascript://a/%0aalert(1)", "is no http or https address"),
    ("file:///etc/passwd", "is no http or https address"),
    ("data:text/html,x", "is no http or https address"),
    ("mailto:a@example.org", "is no http or https address"),
    ("//example.org/", "is no http or https address"),
    ("/etc/passwd", "is no http or https address"),
    ("-https://example.org/", "is no http or https address"),
    ("--new-window", "is no http or https address"),
    ("https://good@evil/", "has a user name before its host"),
    ("https://good:word@evil/", "has a user name before its host"),
    (
        "https://a/b c",
        "has a space or an invisible character in it",
    ),
    (
        "https://a/\\e[2J",
        "has a space or an invisible character in it",
    ),
    (
        "https://a/\\0",
        "has a space or an invisible character in it",
    ),
    (
        "https://a/\\u202eb",
        "has a space or an invisible character in it",
    ),
    (
        "https://a/\\u200bb",
        "has a space or an invisible character in it",
    ),
    (
        "https://a/\\\\b",
        "has a sign in it that addresses do not have",
    ),
    (
        "https://-/\\\"",
        "has a sign in it that addresses do not have",
    ),
    ("https://", "names no host"),
];

#[test]
fn each_address_that_is_no_page_is_told_with_its_place() {
    let from = "https://learn.microsoft.com/dotnet/csharp/";
    for (address, fault) in OF_ADDRESSES {
        let found = with(from, address);
        assert_eq!(found.len(), 1, "{address}: {found:?}");
        assert!(found[0].starts_with("20:43: "), "{address}: {found:?}");
        assert!(found[0].ends_with(fault), "{address}: {found:?}");
    }
}
