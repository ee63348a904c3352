//! Links: what of the screen leads where.

use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::keymap::{Action, ScreenAction, TopicAction};

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

const FIRST: &str = "https://one.example/a/rather/long/way/to/the/page";
const SECOND: &str = "https://bücher.example/";

#[test]
fn with_several_links_one_is_chosen_by_its_number_or_by_enter() {
    for (keys, url) in [
        ("o1", FIRST),
        ("o2", SECOND),
        ("o<enter>", FIRST),
        ("o<down><enter>", SECOND),
    ] {
        let mut session = Session::with_roadmap(ROADMAP);
        session.keys("l").keys(keys);
        assert_eq!(session.effects, [Effect::Open(url.to_owned())], "{keys}");
        assert!(session.model.overlay.is_none());
    }
    let mut session = Session::with_roadmap(ROADMAP);
    session.keys("lo<esc>o9");
    assert_eq!(session.effects, []);
    assert_eq!(session.rows_with("─ Open in your browser ─").len(), 1);
}

#[test]
fn opening_says_the_host_and_failing_the_whole_address() {
    let mut session = Session::with_roadmap(ROADMAP);
    session.keys("lo1");
    assert_eq!(session.notice(), "Opening one.example in your browser.");
    session.tell(Msg::NotOpened {
        url: FIRST.to_owned(),
        reason: "there is no browser".to_owned(),
    });
    assert_eq!(
        session.notice(),
        "https://one.example/a/rather/long/way/to/the/page could not be opened here: there is no browser"
    );
}

#[test]
fn an_address_is_copied_as_it_is_written() {
    let mut session = Session::with_roadmap(ROADMAP);
    session.keys("ly2");
    assert_eq!(session.effects, [Effect::Copy(SECOND.to_owned())]);
    assert_eq!(
        session.notice(),
        "Sent to the terminal, which may keep it to be pasted: https://bücher.example/"
    );
}

#[test]
fn a_topic_without_links_says_so() {
    let mut session = Session::with_roadmap(ROADMAP);
    for key in ["o", "y"] {
        session.keys("lj").keys(key);
        assert_eq!(session.notice(), "There are no links here.");
    }
    // The list of commands can tell it before.
    let open = Action::Screen(ScreenAction::Topic(TopicAction::OpenLink));
    assert_eq!(
        session.model.refusal(open),
        Some("There are no links here.")
    );
    let mut session = Session::with_roadmap(ROADMAP);
    session.keys("l");
    assert_eq!(session.model.refusal(open), None);
    assert_eq!(session.effects, []);
}

#[test]
fn the_only_link_is_opened_at_once() {
    let yaml = ROADMAP.replace(
        "{id: dns, title: DNS}",
        "{id: dns, title: DNS, links: [{title: A, url: 'https://a.example:8080/b'}]}",
    );
    let mut session = Session::with_roadmap(&yaml);
    session.keys("ljo");
    assert_eq!(
        session.effects,
        [Effect::Open("https://a.example:8080/b".to_owned())]
    );
    assert_eq!(session.notice(), "Opening a.example:8080 in your browser.");
}

#[test]
fn the_learners_repository_is_a_link_of_the_project() {
    let mut session = Session::new();
    session.keys("2jrhttps://example.org/me/todo<enter>o");
    let rows = session.rows_with("https://example.org/me/todo");
    assert!(
        rows.iter().any(|row| row.contains("Your repository")),
        "{}",
        session.screen()
    );
    session.keys("<end><enter>");
    let opened = Effect::Open("https://example.org/me/todo".to_owned());
    assert_eq!(session.effects, [opened]);
}

#[test]
fn a_course_and_the_topics_of_a_path_have_links() {
    let mut session = Session::new();
    session.keys("3G").screen();
    session.keys("o").screen();
    let is_open = !session.effects.is_empty() || session.model.overlay.is_some();
    assert!(is_open, "{}", session.notice());
    let mut session = Session::new();
    session.keys("3j<enter>o").screen();
    let is_open = !session.effects.is_empty() || session.model.overlay.is_some();
    assert!(is_open, "{}", session.notice());
}

#[test]
fn the_links_of_a_topic_at_80x24() {
    let mut session = Session::with_roadmap(ROADMAP);
    insta::assert_snapshot!(session.size(80, 24).keys("lo").screen(), @r"
     Small                                             ░░░░░░░░░░░░░░░░░░░░░░░░ 0/2
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Web ──────────────────────── 0/2 ─┬─ HTTP ────────────────────────────────────
    ▸○ HTTP                             │ ○ to do
     ○ DNS                              │
                                        │ Links
                                        │ 1 A guide with a title that takes more
                                        │   than a line of a pane
                                        │   https://one.example/a/rather/long/way/
    ┌─ Open in your browser ───────────────────────────────────────────────────────┐
    │ ▸ 1 A guide with a title that takes mor… https://one.example/a/rather/long/… │
    │   2 Bücher                                           https://bücher.example/ │
    └──────────────────────────────────────────────────────────────────────────────┘
                                        │
                                        │
                                        │
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────

     enter choose  esc close
    ");
}

#[test]
fn the_links_of_a_topic_at_40x12() {
    let mut session = Session::with_roadmap(ROADMAP);
    insta::assert_snapshot!(session.size(40, 12).keys("ly").screen(), @r"
     Small                     ░░░░░░░░ 0/2
    ─ Web ──────────────────────────── 0/2 ─
    ▸○ HTTP
    ┌─ Copy the address ───────────────────┐
    │ ▸ 1 A guide with a … https://one.ex… │
    │   2 Bücher   https://bücher.example/ │
    └──────────────────────────────────────┘


    ────────────────────────────────────────

     enter choose  esc close
    ");
}
