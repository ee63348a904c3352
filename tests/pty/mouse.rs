//! The mouse in a real terminal: which reports are asked for, and what bytes of them do.

use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use crate::support::escapes::{Piece, pieces};
use crate::support::{Home, Launch, PROGRAM, Terminal, eventually};

const ON: &str = "\x1b[?1000h\x1b[?1006h";
const OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// What a terminal sends for a press of the left button and its release.
fn click((x, y): (usize, usize)) -> String {
    format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")
}

/// What it sends for a turn of the wheel, down.
fn wheel((x, y): (usize, usize)) -> String {
    format!("\x1b[<65;{x};{y}M")
}

fn count(terminal: &Terminal, text: &str) -> usize {
    // What has come so far may end within a character.
    String::from_utf8_lossy(&terminal.raw())
        .matches(text)
        .count()
}

/// Waits until a text was sent so many times, or more: a program that is woken may take the terminal
/// back twice.
#[track_caller]
fn times(terminal: &Terminal, text: &str, number: usize) {
    eventually(text, || (count(terminal, text) >= number).then_some(()));
}

/// Every private mode that was switched, in order.
fn modes(terminal: &Terminal) -> Vec<String> {
    let pieces = pieces(&terminal.raw()).into_iter();
    let modes = pieces.filter_map(|piece| match piece {
        Piece::Control(parameters, last @ ('h' | 'l')) => Some(format!("{parameters}{last}")),
        Piece::Control(..) | Piece::Text(_) | Piece::Other(_) => None,
    });
    modes.collect()
}

#[test]
fn buttons_and_wheel_are_asked_for_and_never_the_way_of_the_pointer() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    terminal.wait_for(" 0/79");
    let asked = (MouseProtocolMode::PressRelease, MouseProtocolEncoding::Sgr);
    assert_eq!(terminal.mouse(), asked);
    assert_eq!((count(&terminal, ON), count(&terminal, OFF)), (1, 0));
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
    assert_eq!((count(&terminal, ON), count(&terminal, OFF)), (1, 1));
    for mode in ["?1002h", "?1003h", "?1015h"] {
        assert!(!modes(&terminal).contains(&mode.to_owned()), "{mode}");
    }
}

#[test]
fn a_click_selects_ticks_and_shows_screens() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    let step = terminal.place_of("How the web works");
    terminal.send_and_wait(&click(step), "▸○  3 How the web works");
    let status = terminal.place_of("○ DNS");
    terminal.send_and_wait(&click(status), "▸✓ DNS");
    terminal.wait_until_saved("1/79");
    let name = terminal.place_of("Insights");
    terminal.send_and_wait(&click(name), "Days with activity");
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(home.done(["web.dns"]), [1]);
}

#[test]
fn a_storm_of_two_thousand_turns_of_the_wheel_is_one_frame() {
    let home = Home::new();
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    let before = terminal.frames();
    let steps = terminal.place_of("Databases");
    terminal.send_and_wait(&wheel(steps).repeat(2_000), "▸○ 13 ");
    // What was typed behind it is drawn with it or behind it.
    terminal.send_and_wait("k", "▸○ 12 ");
    let frames = terminal.frames() - before;
    assert!(frames <= 3, "{frames} frames");
}

#[test]
fn where_the_mouse_is_not_wanted_nothing_of_it_is_sent() {
    let (asked, configured) = (Home::new(), Home::new());
    configured.file(".config/roadmap-tui/config.yaml", "mouse: false\n");
    for (home, options) in [(asked, &["--no-mouse"][..]), (configured, &[])] {
        let launch = home.launch();
        let launch = options.iter().fold(launch, Launch::argument);
        let mut terminal = launch.start();
        let before = terminal.wait_for(" 0/79");
        assert_eq!(terminal.mouse().0, MouseProtocolMode::None);
        // A terminal that sends reports all the same is not listened to.
        let step = terminal.place_of("How the web works");
        terminal.send(&click(step));
        terminal.send_and_wait("j", "▸○  2");
        terminal.send("k");
        terminal.wait_until("the same screen again", |frame| frame == before);
        terminal.send("q");
        assert!(terminal.end().success());
        let sent = String::from_utf8(terminal.raw()).unwrap();
        for mode in ["?1000", "?1006"] {
            assert!(!sent.contains(mode), "{options:?}: {mode}");
        }
    }
}

#[test]
fn the_mouse_is_given_back_while_the_program_is_stopped_and_taken_again() {
    let home = Home::new();
    let mut terminal = home.launch_shell("/bin/sh").size(120, 40).start();
    terminal.send(&format!("{PROGRAM}\n"));
    terminal.wait_for(" 0/79");
    terminal.send("\x1a");
    times(&terminal, OFF, 1);
    assert_eq!(terminal.mouse().0, MouseProtocolMode::None);
    terminal.wait_for("Stopped");
    terminal.send("fg\n");
    times(&terminal, ON, 2);
    terminal.wait_for(" 0/79");
    assert_eq!(terminal.mouse().0, MouseProtocolMode::PressRelease);
    terminal.send("q");
    times(&terminal, OFF, 2);
    terminal.send("exit\n");
    terminal.end();
}

#[test]
fn reports_from_outside_of_the_screen_and_broken_ones_do_nothing() {
    let home = Home::new();
    let mut terminal = home.launch().start();
    let before = terminal.wait_for(" 0/79");
    for report in [
        "\x1b[<0;0;0M",
        "\x1b[<0;1;0M",
        "\x1b[<0;65535;65535M",
        "\x1b[<0;81;25M",
        "\x1b[<35;10;10M",
        "\x1b[<2;10;10M",
        "\x1b[<4;10;10M",
        "\x1b[<0;70000;1M",
        "\x1b[<;;M",
    ] {
        terminal.send(report);
        terminal.send_and_wait("j", "▸○  2");
        terminal.send("k");
        terminal.wait_until("the same screen again", |frame| frame == before);
    }
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!home.journal("backend").exists());
}
