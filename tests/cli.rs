//! The command line: whole outputs and the status.

use std::fmt::Write as _;
use std::io;
use std::process::{Command, Stdio};

use crate::support::{Home, output, shown, spawning};

const GOOD: &str = "\
format: 1
id: small
title: Small
steps:
  - id: one
    title: One
    topics:
      - {id: first, title: First}
      - {id: second, title: Second}
";

const BAD: &str = "\
format: 1
id: small
title: Small
steps:
  - id: one
    titel: One
    pick: 3
    topics:
      - {id: first, title: \"\"}
      - {id: first, title: Second, links: [{title: Here, url: \"ftp://example.org\"}]}
";

/// What `check` says of a file with this in it.
fn checked(text: impl AsRef<[u8]>) -> String {
    let home = Home::new();
    home.file("it.yaml", text);
    shown(&home.run(&["check", "it.yaml"]))
}

#[test]
fn help_names_every_command_and_option() {
    insta::assert_snapshot!(shown(&Home::new().run(&["--help"])), @"
    exit status: 0
    stdout:
    Follow the backend developer roadmap in your terminal: see what is next, tick it off, never lose a thing. Started without a command it opens where you stopped

    Usage: roadmap-tui [OPTIONS]
           roadmap-tui <COMMAND>

    Commands:
      check   Check roadmap files and show every problem with its line
      merge   Add what your journal lacks of other journals, such as one from another computer
      doctor  Show where everything is kept, whether all is well, and what to do where it is not
      config  Show the configuration that counts, with defaults and comments, as a file that says the same
      help    Print this message or the help of the given subcommand(s)

    Options:
          --roadmap <FILE>  Open this roadmap file; `builtin` goes back to the roadmap that comes with the program
          --demo            Look around on made-up progress of three months; nothing of it is kept
          --data-dir <DIR>  Keep progress in this directory
          --config <FILE>   Read this configuration instead of the one in its usual place
          --ascii           Draw with ASCII characters only
          --no-mouse        Leave the mouse to the terminal
      -h, --help            Print help
      -V, --version         Print version
    ");
    insta::assert_snapshot!(shown(&Home::new().run(&["check", "--help"])), @"
    exit status: 0
    stdout:
    Check roadmap files and show every problem with its line

    Usage: roadmap-tui check <FILE>...

    Arguments:
      <FILE>...  The roadmap files

    Options:
      -h, --help  Print help
    ");
}

#[test]
fn version_is_the_packages() {
    let version = shown(&Home::new().run(&["--version"]));
    let expected = concat!("roadmap-tui ", env!("CARGO_PKG_VERSION"));
    assert_eq!(version, format!("exit status: 0\nstdout:\n{expected}"));
}

#[test]
fn what_is_no_option_or_command_is_refused_with_what_there_is() {
    let home = Home::new();
    insta::assert_snapshot!(shown(&home.run(&["--roadmpa", "x"])), @"
    exit status: 2
    stderr:
    error: unexpected argument '--roadmpa' found

      tip: a similar argument exists: '--roadmap'

    Usage: roadmap-tui --roadmap <FILE>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(shown(&home.run(&["chekc"])), @"
    exit status: 2
    stderr:
    error: unrecognized subcommand 'chekc'

      tip: a similar subcommand exists: 'check'

    Usage: roadmap-tui [OPTIONS]
           roadmap-tui <COMMAND>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(shown(&home.run(&["check"])), @"
    exit status: 2
    stderr:
    error: the following required arguments were not provided:
      <FILE>...

    Usage: roadmap-tui check <FILE>...

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(shown(&home.run(&["--ascii", "check", "x"])), @"
    exit status: 2
    stderr:
    error: the subcommand 'check' cannot be used with '--ascii'

    Usage: roadmap-tui [OPTIONS]
           roadmap-tui <COMMAND>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(shown(&home.run(&["--\u{1b}]0;x\u{7}\u{202e}"])), @"
    exit status: 2
    stderr:
    error: unexpected argument '--]0;x' found

    Usage: roadmap-tui [OPTIONS]
           roadmap-tui <COMMAND>

    For more information, try '--help'.
    ");
}

#[test]
fn a_good_file_is_well() {
    insta::assert_snapshot!(checked(GOOD), @"
    exit status: 0
    stdout:
    it.yaml: all is well (1 step, 2 topics)
    ");
    let one =
        "{format: 1, id: a, title: A, steps: [{id: s, title: S, topics: [{id: t, title: T}]}]}";
    insta::assert_snapshot!(checked(one), @"
    exit status: 0
    stdout:
    it.yaml: all is well (1 step, 1 topic)
    ");
}

#[test]
fn a_bad_file_is_told_all_its_problems_at_once() {
    insta::assert_snapshot!(checked(BAD), @r#"
    exit status: 1
    stdout:
    it.yaml:5:5: a step without `title`
        5 |   - id: one
          |     ^

    it.yaml:6:5: unknown key `titel` in a step
        6 |     titel: One
          |     ^^^^^ did you mean `title`?
       expected one of: id, title, short, summary, pick, for, extra, groups, topics

    it.yaml:7:11: `pick: 3` in a choice of 2
        7 |     pick: 3
          |           ^
       expected a whole number from 1 to 2

    it.yaml:9:28: a topic with an empty `title`
        9 |       - {id: first, title: ""}
          |                            ^^

    it.yaml:10:14: a second `one.first`
       10 |       - {id: first, title: Second, links: [{title: Here, url: "ftp://example.org"}]}
          |              ^^^^^ the first is in line 9

    it.yaml:10:63: `ftp://example.org` is no http or https address
       10 |       - {id: first, title: Second, links: [{title: Here, url: "ftp://example.org"}]}
          |                                                               ^^^^^^^^^^^^^^^^^^^
       expected an address such as `https://example.org/page`
    "#);
}

#[test]
fn several_files_are_all_checked_and_one_bad_one_fails() {
    let home = Home::new();
    home.file("good.yaml", GOOD);
    home.file("bad.yaml", "format: 2\n");
    let files = [
        "check",
        "good.yaml",
        "missing.yaml",
        "bad.yaml",
        "good.yaml",
    ];
    insta::assert_snapshot!(shown(&home.run(&files)), @"
    exit status: 1
    stdout:
    good.yaml: all is well (1 step, 2 topics)
    missing.yaml: there is no such file
    bad.yaml:1:9: this file is of format 2; this program reads format 1
        1 | format: 2
          |         ^ please update roadmap-tui
    good.yaml: all is well (1 step, 2 topics)
    ");
}

#[test]
fn what_is_no_file_is_named() {
    let home = Home::new();
    std::fs::create_dir(home.path().join("folder")).unwrap();
    let arguments = [
        "check",
        "folder",
        "folder/missing",
        "/dev/null",
        "a\u{1b}[2J\u{202e}b",
    ];
    insta::assert_snapshot!(shown(&home.run(&arguments)), @"
    exit status: 1
    stdout:
    folder: this is a directory, not a file
    folder/missing: there is no such file
    /dev/null: this is a device, not a file
    a[2Jb: there is no such file
    ");
}

#[test]
fn a_fifo_is_refused_without_waiting_for_its_other_end() {
    let home = Home::new();
    let made = output(Command::new("mkfifo").arg(home.path().join("fifo")));
    assert!(made.status.success());
    insta::assert_snapshot!(shown(&home.run(&["check", "fifo"])), @"
    exit status: 1
    stdout:
    fifo: this is a FIFO, not a file
    ");
}

#[test]
fn what_is_no_roadmap_at_all_is_told_so() {
    insta::assert_snapshot!(checked(""), @"
    exit status: 1
    stdout:
    it.yaml:1:1: there is nothing in this file
        1 | 
          | ^ a roadmap begins with `format: 1`
    ");
    insta::assert_snapshot!(checked("Just some text.\n"), @"
    exit status: 1
    stdout:
    it.yaml:1:1: expected a roadmap, found text
        1 | Just some text.
          | ^^^^^^^^^^^^^^^
       expected keys with values: format, id, title, summary, steps, portfolio, courses, paths, mistakes, questions, bottom-line
    ");
    insta::assert_snapshot!(checked(b"\x7fELF\x02\x01\x01\x00\x00\x1b[2J\xff\xfe"), @"
    exit status: 1
    stdout:
    it.yaml:1:8: a NUL byte: this is no text
        1 | ELF[2J��
          |    ^
    ");
    insta::assert_snapshot!(checked(b"title: caf\xe9\n"), @"
    exit status: 1
    stdout:
    it.yaml:1:11: a byte that is not UTF-8
        1 | title: caf�
          |           ^ save the file as UTF-8
    ");
}

#[test]
fn what_is_made_to_exhaust_a_reader_is_refused() {
    insta::assert_snapshot!(checked(vec![b'a'; 10 << 20]), @"
    exit status: 1
    stdout:
    it.yaml: the file has 10 MiB, and the most that is read is 8
    ");
    insta::assert_snapshot!(checked("[".repeat(10_000)), @"
    exit status: 1
    stdout:
    it.yaml:1:256: more than 32 lists and mappings within each other
        1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
          |                                         ^ groups may nest, but not this deep
    ");
    insta::assert_snapshot!(checked("{a: ".repeat(10_000)), @"
    exit status: 1
    stdout:
    it.yaml:1:1021: more than 32 lists and mappings within each other
        1 | …a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a:…
          |                                         ^ groups may nest, but not this deep
    ");
    let mut bomb = "a: &a [x, x]\n".to_owned();
    for (before, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let aliases = vec![format!("*{before}"); 9].join(", ");
        writeln!(bomb, "{next}: &{next} [{aliases}]").unwrap();
    }
    insta::assert_snapshot!(checked(bomb), @"
    exit status: 1
    stdout:
    it.yaml:2:8: an alias
        2 | b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
          |        ^^ a roadmap has no aliases: write it out, or put a text that begins with `*` in quotes
    ");
}

#[test]
fn without_a_terminal_the_program_says_so_and_sends_no_escapes() {
    let home = Home::new();
    let run = shown(&home.run(&[]));
    assert_eq!(shown(&home.run(&["--ascii", "--roadmap", "builtin"])), run);
    assert!(!home.path().join(".local").exists());
    insta::assert_snapshot!(run, @"
    exit status: 1
    stderr:
    roadmap-tui: this program draws on a terminal, and here is none that it can draw on; start it in a terminal window, or see `roadmap-tui --help` for what works without one
    ");
}

#[test]
fn an_output_that_is_closed_is_no_reason_to_panic() {
    let home = Home::new();
    home.file("good.yaml", GOOD);
    home.file("bad.yaml", BAD);
    for (arguments, is_well) in [
        (&["check", "good.yaml"][..], false),
        (&["check", "bad.yaml"], false),
        (&["--help"], true),
        (&["--version"], true),
    ] {
        let child = {
            let _alone = spawning();
            let (reader, writer) = io::pipe().unwrap();
            drop(reader);
            let mut command = home.command(arguments);
            command.stdout(writer).stderr(Stdio::piped());
            command.spawn().unwrap()
        };
        let output = child.wait_with_output().unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(words.lines().count() <= 1, "{words}");
        assert!(!words.contains("panic"), "{words}");
        assert_eq!(output.status.success(), is_well, "{arguments:?}");
    }
}

#[test]
fn errors_that_nobody_hears_are_no_reason_to_panic() {
    let home = Home::new();
    for arguments in [&["--nonsense"][..], &[]] {
        let status = {
            let _alone = spawning();
            let (reader, writer) = io::pipe().unwrap();
            drop(reader);
            let mut command = home.command(arguments);
            command.stdout(Stdio::null()).stderr(writer);
            command.status().unwrap()
        };
        // A panic ends with 101.
        assert!(matches!(status.code(), Some(1 | 2)), "{status}");
    }
}
