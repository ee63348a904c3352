//! Links, by the bytes that reach the terminal and by what is started.

use std::fs;

use crate::support::escapes::foreign;
use crate::support::{Home, Terminal, eventually};

const OPEN: &str = "\x1b]8;;http";
const CLOSE: &str = "\x1b]8;;\x1b\\";

/// The text of a topic with links, in a terminal that takes hyperlinks.
fn on_http(home: &Home) -> Terminal {
    let launch = home.launch().variable("VTE_VERSION", "7600");
    let mut terminal = launch.size(120, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal.wait_for("https://developer.mozilla.org/");
    terminal
}

/// What was sent without its hyperlinks, and those.
fn apart(raw: Vec<u8>) -> (Vec<u8>, Vec<String>) {
    let text = String::from_utf8(raw).unwrap();
    let (mut rest, mut plain, mut links) = (text.as_str(), String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once("\x1b]8;;") {
        let (url, behind) = after.split_once("\x1b\\").unwrap();
        plain.push_str(before);
        links.push(url.to_owned());
        rest = behind;
    }
    plain.push_str(rest);
    (plain.into_bytes(), links)
}

#[test]
fn addresses_are_hyperlinks_that_begin_and_end_within_a_frame() {
    let home = Home::new();
    let mut terminal = on_http(&home);
    terminal.send_and_wait("jjj", "▸○ ");
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
    let raw = terminal.raw();
    let text = String::from_utf8(raw.clone()).unwrap();
    for frame in text.split("\x1b[?2026h").skip(1) {
        let frame = frame.split("\x1b[?2026l").next().unwrap();
        assert_eq!(frame.matches(OPEN).count(), frame.matches(CLOSE).count());
    }
    // Once more before the terminal is given back.
    let (before, _) = text.rsplit_once("\x1b[?2026l").unwrap();
    assert!(before.ends_with(&format!("\x1b[?2026l{CLOSE}")), "{text:?}");
    let (plain, links) = apart(raw);
    assert_eq!(foreign(&plain), []);
    let is_address = |url: &&String| {
        url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let addresses = links.iter().filter(is_address).count();
    let ends = links.iter().filter(|url| url.is_empty()).count();
    assert!(addresses > 2 && ends == addresses + 1, "{links:?}");
}

#[test]
fn links_that_stay_are_not_written_again() {
    let home = Home::new();
    let mut terminal = on_http(&home);
    let before = apart(terminal.raw()).1.len();
    terminal.send_and_wait("i", "learning since");
    terminal.wait_until("saved", |frame| !frame.contains("saving"));
    let after = apart(terminal.raw()).1.len();
    assert_eq!(before, after, "the links did not move");
}

#[test]
fn a_terminal_that_is_not_known_to_take_hyperlinks_gets_none() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);
}

const ROADMAP: &str = "{format: 1, id: small, title: Small, steps: [{id: web, title: Web, topics: [
    {id: http, title: HTTP, links: [{title: A, url: 'https://a.example/b'}]}]}]}";

/// The only topic of a roadmap, where programs are looked for in a directory of the test's.
fn on_a_link(home: &Home) -> Terminal {
    let file = home.file("small.yaml", ROADMAP);
    let tools = home.path().join("tools");
    fs::create_dir_all(&tools).unwrap();
    let launch = home.launch().argument("--roadmap").argument(file);
    let mut terminal = launch.size(120, 24).variable("PATH", tools).start();
    terminal.wait_for(" 0/1");
    terminal.send_and_wait("l", "▸○ HTTP");
    terminal
}

#[test]
fn a_link_is_opened_by_the_browser_without_the_terminal() {
    let home = Home::new();
    let seen = home.path().join("seen");
    let script = format!(
        "for number in 0 1 2; do [ -t $number ] && echo a terminal; done >'{0}.new' 2>&1
echo \"$# $1\" >>'{0}.new'
/bin/mv '{0}.new' '{0}'
",
        seen.display()
    );
    home.script("tools/xdg-open", &script);
    let mut terminal = on_a_link(&home);
    terminal.send_and_wait("o", "Opening a.example in your browser.");
    let said = eventually("the browser", || fs::read_to_string(&seen).ok());
    assert_eq!(said, "1 https://a.example/b\n");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_browser_that_takes_long_is_not_waited_for() {
    let home = Home::new();
    home.script("tools/xdg-open", "exec /bin/sleep 60\n");
    let mut terminal = on_a_link(&home);
    terminal.send_and_wait("o", "Opening a.example in your browser.");
    terminal.send_and_wait(" ", " 1/1");
    terminal.wait_until("saved", |frame| !frame.contains("saving"));
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn where_nothing_opens_a_link_its_address_is_told() {
    let home = Home::new();
    let mut terminal = on_a_link(&home);
    terminal.send_and_wait("o", "https://a.example/b could not be opened here: ");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(foreign(&terminal.raw()), []);
}

#[test]
fn an_address_is_copied_by_the_terminal() {
    let home = Home::new();
    let mut terminal = on_a_link(&home);
    terminal.send_and_wait(
        "y",
        "Sent to the terminal, which may keep it to be pasted: https://a.example/b",
    );
    terminal.send("q");
    assert!(terminal.end().success());
    let raw = String::from_utf8(terminal.raw()).unwrap();
    let copied = "\x1b]52;c;aHR0cHM6Ly9hLmV4YW1wbGUvYg==\x1b\\";
    assert_eq!(raw.matches("\x1b]52;").count(), 1);
    assert_eq!(foreign(raw.replace(copied, "").as_bytes()), []);
}
