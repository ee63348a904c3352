//! Links: what of the screen leads where.

use crate::support::Session;

/// Two links, one of whose titles takes more than a line; a project with a repository.
const ROADMAP: &str = "{format: 1, id: small, title: Small, steps: [{id: web, title: Web, topics: [
    {id: http, title: HTTP, links: [
        {title: A guide with a title that takes more than a line of a pane, url: 'https://one.example/a/rather/long/way/to/the/page'},
        {title: Bücher, url: 'https://bücher.example/'}]},
    {id: dns, title: DNS}]}]}";

#[test]
fn titles_and_addresses_lead_to_their_pages_and_nothing_else_does() {
    let mut session = Session::with_roadmap(ROADMAP);
    session.size(80, 24).keys("l");
    let (first, second) = (
        "https://one.example/a/rather/long/way/to/the/page",
        "https://b%C3%BCcher.example/",
    );
    let expected = [
        ("A guide with a title that takes more", first),
        ("than a line of a pane", first),
        ("https://one.example/a/rather/long/way/", first),
        ("to/the/page", first),
        ("Bücher", second),
        ("https://bücher.example/", second),
    ];
    let expected = expected.map(|(text, url)| (text.to_owned(), url.to_owned()));
    assert_eq!(session.links(), expected);
    assert_eq!(session.keys("j").links(), []);
}

#[test]
fn what_lies_over_a_link_leads_nowhere() {
    let mut session = Session::with_roadmap(ROADMAP);
    session.size(80, 24).keys("l?");
    let screen = session.screen();
    assert!(!screen.contains("than a line of a pane"), "{screen}");
    let links = session.links();
    assert!(
        links.iter().all(|(text, _)| !text.contains("than a line")),
        "{links:?}"
    );
}
