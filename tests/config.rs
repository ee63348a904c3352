//! The configuration: read, shown, told of, and never written.

use std::fs;
use std::process::Command;

use crate::support::{Home, shown};

/// Where it is looked for.
const PLACE: &str = ".config/roadmap-tui/config.yaml";

/// Two things that are wrong, and one that is right.
const FAULTY: &str = "theme: mono\ntehme: dark\nmouse: maybe\n";

/// What a run said, with the home as `~`.
fn said(home: &Home, arguments: &[&str]) -> String {
    let words = shown(&home.run(arguments));
    words.replace(&home.path().display().to_string(), "~")
}

#[test]
fn what_config_prints_is_a_configuration_that_prints_the_same() {
    let home = Home::new();
    let printed = home.run(&["config"]);
    assert!(printed.status.success());
    for text in [
        String::from_utf8(printed.stdout).unwrap(),
        "theme: mono\nascii: true\nmouse: false\nhyperlinks: never\nreduced-motion: true\n\
         roadmaps: ~/my \"roadmaps\"\neditor: 'vi -c \"set \\ nu\"'\n"
            .to_owned(),
    ] {
        home.file(PLACE, &text);
        let first = home.run(&["config"]);
        assert_eq!(String::from_utf8(first.stderr).unwrap(), "");
        assert!(first.status.success());
        home.file("other.yaml", &first.stdout);
        let second = home.run(&["config", "--config", "other.yaml"]);
        assert_eq!(first.stdout, second.stdout);
        assert_eq!(fs::read_to_string(home.path().join(PLACE)).unwrap(), text);
    }
}

#[test]
fn all_problems_go_to_stderr_and_what_is_right_counts() {
    let home = Home::new();
    home.file(PLACE, FAULTY);
    let output = home.run(&["config"]);
    let printed = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(printed.contains("\ntheme: mono\n"), "{printed}");
    assert!(printed.contains("\nmouse: true\n"), "{printed}");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    insta::assert_snapshot!(told.replace(&home.path().display().to_string(), "~"), @"
    ~/.config/roadmap-tui/config.yaml:2:1: unknown key `tehme` in the configuration
        2 | tehme: dark
          | ^^^^^ did you mean `theme`?
       expected one of: theme, ascii, mouse, hyperlinks, reduced-motion, roadmaps, editor, keys

    ~/.config/roadmap-tui/config.yaml:3:8: expected `true` or `false`, found `maybe`
        3 | mouse: maybe
          |        ^^^^^
    ");
}

#[test]
fn config_path_says_where_it_is_looked_for() {
    let home = Home::new();
    insta::assert_snapshot!(said(&home, &["config", "--path"]), @"
    exit status: 0
    stdout:
    ~/.config/roadmap-tui/config.yaml
    ");
    insta::assert_snapshot!(said(&home, &["config", "--path", "--config", "my.yaml"]), @"
    exit status: 0
    stdout:
    ~/my.yaml
    ");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_read_is_told_and_not_waited_for() {
    let home = Home::new();
    let none = said(&home, &["config", "--config", "none.yaml"]);
    assert!(
        none.ends_with("~/none.yaml: there is no such file"),
        "{none}"
    );
    fs::create_dir_all(home.path().join(PLACE)).unwrap();
    let last = |arguments: &[&str]| said(&home, arguments).lines().last().unwrap().to_owned();
    insta::assert_snapshot!(last(&["config"]), @"~/.config/roadmap-tui/config.yaml: this is a directory, not a file");
    let doctor = said(&home, &["doctor"]);
    let told = "  ! ~/.config/roadmap-tui/config.yaml: this is a directory, not a file\n";
    assert!(doctor.contains(told), "{doctor}");
    fs::remove_dir(home.path().join(PLACE)).unwrap();
    let made = Command::new("mkfifo").arg(home.path().join(PLACE)).status();
    assert!(made.unwrap().success());
    insta::assert_snapshot!(last(&["config"]), @"~/.config/roadmap-tui/config.yaml: this is a FIFO, not a file");
    fs::remove_file(home.path().join(PLACE)).unwrap();
    home.file(PLACE, "#".repeat(300_000));
    insta::assert_snapshot!(last(&["config"]), @"~/.config/roadmap-tui/config.yaml: it has more than 256 KiB, so it is no configuration");
}

#[test]
fn the_doctor_names_the_file_and_its_problems() {
    let home = Home::new();
    home.file(PLACE, FAULTY);
    let words = said(&home, &["doctor"]);
    let from = words.find("Configuration").unwrap();
    insta::assert_snapshot!(words[from..], @"
    Configuration: ~/.config/roadmap-tui/config.yaml
      ! it has 2 problems; all else in it counts
        ~/.config/roadmap-tui/config.yaml:2:1: unknown key `tehme` in the configuration
            2 | tehme: dark
              | ^^^^^ did you mean `theme`?
           expected one of: theme, ascii, mouse, hyperlinks, reduced-motion, roadmaps, editor, keys
        ~/.config/roadmap-tui/config.yaml:3:8: expected `true` or `false`, found `maybe`
            3 | mouse: maybe
              |        ^^^^^

    1 thing needs a look: the lines with `!`.
    ");
    home.file("good.yaml", "mouse: false\n");
    let words = said(&home, &["doctor", "--config", "good.yaml"]);
    let from = words.find("Configuration").unwrap();
    insta::assert_snapshot!(words[from..], @"
    Configuration: ~/good.yaml
        all is well with it

    All is well.
    ");
}

#[test]
fn the_program_opens_with_what_is_right_and_says_what_is_not() {
    let home = Home::new();
    home.file(PLACE, FAULTY);
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(
        "config.yaml:2:1: unknown key `tehme` in the configuration; roadmap-tui config shows all",
    );
    // The theme, which is right, counts.
    terminal.send_and_wait("jl ", " 1/79");
    terminal.wait_until_saved("1/79");
    let colours = |cell: &vt100::Cell| cell.fgcolor() != vt100::Color::Default;
    terminal.has_look("✓", |cell| !colours(cell));
    terminal.send("q");
    assert!(terminal.end().success());
    assert_eq!(fs::read_to_string(home.path().join(PLACE)).unwrap(), FAULTY);
}

#[test]
fn the_program_opens_where_the_configuration_is_a_fifo() {
    let home = Home::new();
    fs::create_dir_all(home.path().join(PLACE).parent().unwrap()).unwrap();
    let made = Command::new("mkfifo").arg(home.path().join(PLACE)).status();
    assert!(made.unwrap().success());
    let terminal = home.launch().size(120, 40).start();
    terminal.wait_for("config.yaml: this is a FIFO, not a file");
}

#[test]
fn a_named_configuration_counts_instead_of_the_usual_one() {
    let home = Home::new();
    home.file(PLACE, FAULTY);
    let file = home.file("my.yaml", "ascii: always\n");
    let launch = home.launch().argument("--config").argument(file);
    let terminal = launch.size(120, 40).start();
    terminal.wait_for(">o  1 ");
}
