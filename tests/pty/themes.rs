//! Themes as the terminal is told of them, and what of them is kept.

use std::fs;

use crate::support::escapes::looks;
use crate::support::{Home, Terminal};

const CONFIG: &str = ".config/roadmap-tui/config.yaml";
const SESSION: &str = ".local/share/roadmap-tui/session.yaml";

/// The numbers of the looks of a run with these variables.
fn told(home: &Home, variables: &[(&str, &str)]) -> Vec<u16> {
    let mut launch = home.launch().size(120, 40);
    for (name, value) in variables {
        launch = launch.variable(name, value);
    }
    let mut terminal: Terminal = launch.start();
    terminal.wait_for(" 0/79");
    terminal.send("q");
    terminal.end();
    looks(&terminal.raw())
}

fn has(numbers: &[u16], wanted: &[u16]) -> bool {
    numbers.windows(wanted.len()).any(|at| at == wanted)
}

#[test]
fn a_theme_is_told_in_as_many_colours_as_the_terminal_has() {
    let home = Home::new();
    home.file(CONFIG, "theme: dark\n");
    let numbers = told(&home, &[("COLORTERM", "truecolor")]);
    assert!(has(&numbers, &[48, 2, 22, 24, 29]), "{numbers:?}");
    let numbers = told(&home, &[]);
    assert!(has(&numbers, &[48, 5, 234]), "{numbers:?}");
    assert!(!has(&numbers, &[48, 2]), "{numbers:?}");
    let numbers = told(&home, &[("TERM", "linux")]);
    let mut indexed = numbers
        .windows(3)
        .filter(|at| [[38, 5], [48, 5]].contains(&[at[0], at[1]]));
    assert!(indexed.all(|at| at[2] < 16), "{numbers:?}");
    assert!(has(&numbers, &[48, 5, 0]), "{numbers:?}");
}

#[test]
fn no_color_goes_before_theme_and_pick() {
    let home = Home::new();
    home.file(CONFIG, "theme: dark\n");
    home.file(
        SESSION,
        "format: 1\nroadmap: null\ntheme: light\nplaces: []\n",
    );
    let numbers = told(&home, &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
    let is_colour = |number: &u16| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107);
    assert!(!numbers.iter().any(is_colour), "{numbers:?}");
    // What was picked is not forgotten by that.
    let kept = fs::read_to_string(home.path().join(SESSION)).unwrap();
    assert!(kept.contains("theme: light"), "{kept}");
}

#[test]
fn what_was_picked_goes_before_what_is_configured_also_after_a_restart() {
    let home = Home::new();
    home.file(CONFIG, "theme: dark\n");
    home.file(
        SESSION,
        "format: 1\nroadmap: null\ntheme: light\nplaces: []\n",
    );
    let numbers = told(&home, &[("COLORTERM", "truecolor")]);
    assert!(has(&numbers, &[48, 2, 251, 251, 248]), "{numbers:?}");
    assert!(!has(&numbers, &[48, 2, 22, 24, 29]), "{numbers:?}");
}

#[test]
fn a_theme_is_picked_by_a_key_of_ones_own_and_kept() {
    let home = Home::new();
    home.file(CONFIG, "theme: dark\nkeys: {choose-theme: T}\n");
    let launch = || home.launch().size(120, 40).variable("COLORTERM", "24bit");
    let mut terminal = launch().start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("T", "Choose a theme");
    terminal.send_and_wait("l", "The theme is light from now on.");
    terminal.send("q");
    assert!(terminal.end().success());
    let mut terminal = launch().start();
    terminal.wait_for(" 0/79");
    let light = looks(&terminal.raw());
    assert!(has(&light, &[48, 2, 251, 251, 248]), "{light:?}");
    terminal.send_and_wait("T", "Choose a theme");
    terminal.send_and_wait("c", "The theme is as configured: dark.");
    terminal.send("q");
    assert!(terminal.end().success());
    let kept = fs::read_to_string(home.path().join(SESSION)).unwrap();
    assert!(!kept.contains("theme"), "{kept}");
}
