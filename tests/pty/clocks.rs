//! Whatever the clock and the time zone say, a tick is saved and wins.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use jiff::Timestamp;
use roadmap_tui::progress::{Entry, Line, Stamp, Status};

use crate::support::{Home, Terminal, skipped};

/// All entries of the journal in the order of the file; every other line must say nothing.
fn entries(home: &Home) -> Vec<Entry> {
    let text = fs::read_to_string(home.journal("backend")).unwrap();
    let read = |line: &str| match Line::parse(line.as_bytes()) {
        Ok(Line::Entry(entry)) => Some(entry),
        Ok(_) => None,
        Err(reason) => panic!("{line}: {reason}"),
    };
    text.lines().filter_map(read).collect()
}

fn quit(mut terminal: Terminal) {
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
}

/// Ticks the first topic with this time zone, and gives the time that the journal then has.
fn ticked_in(zone: Option<&OsStr>) -> Stamp {
    let home = Home::new();
    let launch = match zone {
        Some(zone) => home.launch().variable("TZ", zone),
        None => home.launch().without("TZ"),
    };
    let before = Stamp::new(Timestamp::now(), jiff::tz::Offset::UTC);
    let mut terminal = launch.start();
    terminal.wait_for(" 0/79");
    terminal.send("l ");
    let frame = terminal.wait_until_saved("1/79");
    assert!(!frame.contains("cannot"), "{frame}");
    quit(terminal);
    let [entry] = &entries(&home)[..] else {
        panic!("one tick, one entry");
    };
    let expected = ("language.javascript", Status::Done);
    assert_eq!(entry.change.status().unwrap(), expected);
    // The zone says what the clock on the wall shows, never which moment it is.
    let now = before.instant()..=Timestamp::now();
    assert!(now.contains(&entry.at.instant()), "{zone:?}: {}", entry.at);
    entry.at
}

#[test]
fn a_time_zone_that_makes_no_sense_keeps_no_tick_from_being_saved() {
    let zones = [
        "",
        "Nonsense/Nowhere",
        ":/etc/passwd",
        "/etc/passwd",
        "../../etc/passwd",
        ":/",
        "/dev/null",
        "\u{1b}[2J",
        "+25:00",
        "CET-1CEST,M99.9.9,M10.5.0/3",
    ];
    for zone in zones {
        let at = ticked_in(Some(OsStr::new(zone)));
        assert_eq!(at.offset(), jiff::tz::Offset::UTC, "{zone:?}");
    }
    let long = "x".repeat(100_000);
    for zone in [OsStr::from_bytes(b"Europe/\xff\xfe"), OsStr::new(&long)] {
        ticked_in(Some(zone));
    }
    ticked_in(None);
}

#[test]
fn a_tick_has_the_offset_of_the_time_zone() {
    // A rule of its own needs no list of zones.
    let at = ticked_in(Some(OsStr::new("XXX-5:45")));
    assert!(at.to_string().ends_with("+05:45"), "{at}");
    if fs::metadata("/usr/share/zoneinfo/Asia/Kolkata").is_err() {
        skipped("there is no time zone database here");
        return;
    }
    for zone in [
        "Asia/Kolkata",
        ":Asia/Kolkata",
        "/usr/share/zoneinfo/Asia/Kolkata",
    ] {
        let at = ticked_in(Some(OsStr::new(zone)));
        assert!(at.to_string().ends_with("+05:30"), "{at}");
    }
}

#[test]
fn a_journal_from_the_future_takes_ticks_that_win_and_undo_takes_back_the_newest() {
    let home = Home::new();
    // Another machine's clock was wrong; then this one's zone was another.
    let future = "\
        - {format: 1, roadmap: backend}\n\
        - {at: \"2099-06-01T12:00:00.000+14:00\", topic: language.java, status: done}\n\
        - {at: \"2099-06-01T09:00:00.000-02:00\", topic: language.javascript, status: done}\n";
    let path = home.journal("backend");
    home.file(path.to_str().unwrap(), future);
    let mut terminal = home.launch().start();
    terminal.wait_for(" 1/79");
    terminal.send_and_wait("l", "▸✓ JavaScript (Node.js)");
    // No longer done: of one language that is needed Java is left; then that is gone, too.
    terminal.send_and_wait(" ", "▸○ JavaScript (Node.js)");
    terminal.send_and_wait("j ", "▸○ Java");
    terminal.wait_until_saved("0/79");
    quit(terminal);

    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("u", " 1/79");
    terminal.wait_for("▸✓ Java ");
    terminal.wait_until_saved("1/79");
    quit(terminal);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with(future), "{text}");
    let [_, before, script, java, undo] = &entries(&home)[..] else {
        panic!("{text}");
    };
    assert_eq!(
        script.change.status().unwrap(),
        ("language.javascript", Status::Todo)
    );
    assert_eq!(
        (java.change.topic(), undo.change.topic()),
        (Some("language.java"), Some("language.java"))
    );
    assert_eq!(
        (undo.change.status().unwrap().1, undo.undoes),
        (Status::Done, Some(java.at))
    );
    let times = [before, script, java, undo].map(|entry| entry.at.instant());
    assert!(times.is_sorted_by(|one, next| one < next), "{text}");
}

#[test]
fn an_entry_at_the_end_of_time_is_told_and_changes_nothing() {
    let home = Home::new();
    let path = home.journal("backend");
    let text = "\
        - {format: 1, roadmap: backend}\n\
        - {at: \"9999-12-31T00:00:00.000+00:00\", topic: language.javascript, status: skipped}\n";
    home.file(path.to_str().unwrap(), text);
    let mut terminal = home.launch().size(120, 24).start();
    terminal.wait_for("Line 2 of your journal cannot be read");
    terminal.send_and_wait("l", "▸○ JavaScript (Node.js)");
    terminal.send(" ");
    terminal.wait_until_saved("1/79");
    quit(terminal);
    let now = fs::read_to_string(&path).unwrap();
    assert!(now.starts_with(text), "{now}");
    assert_eq!(home.done(["language.javascript"]), [1]);
}
