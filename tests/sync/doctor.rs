//! `roadmap-tui doctor`.

use std::fs;

use super::{journal, said};
use crate::support::Home;

/// What the doctor says, without what differs from disk to disk.
fn examined(home: &Home) -> String {
    let words = said(home, &home.run(&["doctor"]));
    let is_free = |line: &&str| !line.ends_with("MiB are free on its disk");
    words.lines().filter(is_free).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_learner_is_well_and_nothing_is_written() {
    let home = Home::new();
    insta::assert_snapshot!(examined(&home), @"
    exit status: 0
    stdout:
    Data directory: ~/.local/share/roadmap-tui
        it does not exist yet; your first change creates it
    Journal: ~/.local/share/roadmap-tui/progress/backend.yaml
        nothing is recorded yet
        it can be created
        no backups yet; the first is made before a change to a journal that has entries
    Where you were: ~/.local/share/roadmap-tui/session.yaml
        nothing is remembered yet
    Roadmap: the built-in one
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    All is well.
    ");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_learner_some_days_in_is_well() {
    let home = Home::new();
    for day in ["web.http", "web.dns"] {
        home.file("more.yaml", journal(6, &[day]));
        assert!(home.run(&["merge", "more.yaml"]).status.success());
    }
    let copy = home.journal("backend").with_file_name("backend (1).yaml");
    fs::copy(home.journal("backend"), copy).unwrap();
    let words = examined(&home);
    let day = words
        .split("the latest of ")
        .last()
        .unwrap()
        .split(':')
        .next()
        .unwrap();
    insta::assert_snapshot!(words.replace(day, "DAY"), @"
    exit status: 0
    stdout:
    Data directory: ~/.local/share/roadmap-tui
    Journal: ~/.local/share/roadmap-tui/progress/backend.yaml
        2 entries, the latest of 2026-11-22
        it can be read and added to
        a conflict copy, ~/.local/share/roadmap-tui/progress/backend (1).yaml: all of it is in the journal, you may delete it
        1 backup, the latest of DAY: ~/.local/share/roadmap-tui/backups/backend-DAY.yaml
    Where you were: ~/.local/share/roadmap-tui/session.yaml
        nothing is remembered yet
    Roadmap: the built-in one
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    All is well.
    ");
}

#[test]
fn a_text_that_was_not_kept_as_a_note_is_named() {
    let home = Home::new();
    home.file(
        ".local/share/roadmap-tui/drafts/web.http.md",
        "304 has no body",
    );
    let words = examined(&home);
    insta::assert_snapshot!(words, @"
    exit status: 1
    stdout:
    Data directory: ~/.local/share/roadmap-tui
    Journal: ~/.local/share/roadmap-tui/progress/backend.yaml
        nothing is recorded yet
        it can be created
        no backups yet; the first is made before a change to a journal that has entries
    Text of a note: ~/.local/share/roadmap-tui/drafts/web.http.md
      ! it was not kept as a note, or an editor has it open
        Copy what you need of it into the note, and delete the file.
    Where you were: ~/.local/share/roadmap-tui/session.yaml
        nothing is remembered yet
    Roadmap: the built-in one
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    1 thing needs a look: the lines with `!`.
    ");
}

#[test]
fn everything_that_is_wrong_is_named_with_what_to_do() {
    let home = Home::new();
    let folder = ".local/share/roadmap-tui";
    let text = journal(6, &["web.http"]) + "torn \u{1b}[2J\n" + "- {at: \"2026";
    home.file(&format!("{folder}/progress/backend.yaml"), text);
    home.file(
        &format!("{folder}/progress/backend.sync-conflict-20261123-101530-ABCDEF7.yaml"),
        journal(6, &["web.http", "web.dns"]),
    );
    home.file(
        &format!("{folder}/progress/backend (2).yaml"),
        "- {format: 3, roadmap: backend}\n",
    );
    home.file(&format!("{folder}/progress/backend-HOST.yaml"), "");
    home.file(
        &format!("{folder}/progress/frontend.yaml"),
        "- {format: 2, roadmap: frontend}\n",
    );
    fs::create_dir(home.path().join(folder).join("progress/data.yaml")).unwrap();
    home.file(&format!("{folder}/backups"), "in the way");
    home.file(&format!("{folder}/session.yaml"), "format: one\n");
    insta::assert_snapshot!(examined(&home), @"
    exit status: 1
    stdout:
    Data directory: ~/.local/share/roadmap-tui
    Journal: ~/.local/share/roadmap-tui/progress/backend.yaml
        1 entry, the latest of 2026-11-22
      ! line 3 cannot be read: it does not begin with `- {`
      ! line 4 cannot be read: found unexpected end of stream at column 13, while scanning a quoted scalar at column 8
        Such a line stays as it is and stops nothing else. Correct it, put `#` before it, or delete it.
        it can be read and added to
      ! a conflict copy: ~/.local/share/roadmap-tui/progress/backend (2).yaml: it has format 3, newer than 1: update roadmap-tui to read it
      ! a conflict copy, ~/.local/share/roadmap-tui/progress/backend.sync-conflict-20261123-101530-ABCDEF7.yaml: the journal lacks 1 of its 2 entries
        They join it on the next start, or with `roadmap-tui merge` and this file.
      ! cannot read ~/.local/share/roadmap-tui/backups: not a directory; choose another place with --data-dir DIR
    Journal: ~/.local/share/roadmap-tui/progress/data.yaml
      ! ~/.local/share/roadmap-tui/progress/data.yaml is a directory, not a file: move it away, or choose another place with --data-dir DIR
      ! cannot read ~/.local/share/roadmap-tui/backups: not a directory; choose another place with --data-dir DIR
    Journal: ~/.local/share/roadmap-tui/progress/frontend.yaml
        nothing is recorded yet
      ! nothing can be added: ~/.local/share/roadmap-tui/progress/frontend.yaml has format 2, newer than 1: update roadmap-tui to add to it
      ! cannot read ~/.local/share/roadmap-tui/backups: not a directory; choose another place with --data-dir DIR
    Something else: ~/.local/share/roadmap-tui/progress/backend-HOST.yaml
        its name is not that of a journal, so it is left alone; if it is a copy of one, `roadmap-tui merge` takes it in
    Where you were: ~/.local/share/roadmap-tui/session.yaml
      ! it cannot be read, so the program opens at the beginning
        Delete it; it holds no progress.
    Roadmap: the built-in one
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    10 things need a look: the lines with `!`.
    ");
}

#[test]
fn a_roadmap_of_ones_own_is_looked_at() {
    let home = Home::new();
    let session = |file: &str| {
        let file = home.path().join(file);
        home.file(
            ".local/share/roadmap-tui/session.yaml",
            format!("format: 1\nroadmap: {}\n", file.display()),
        );
        let words = examined(&home);
        words.split_once("Roadmap: ").unwrap().1.to_owned()
    };
    home.file("bad.yaml", "format: 1\n");
    home.file(
        "good.yaml",
        "{format: 1, id: a, title: A, steps: [{id: b, title: B, topics: [{id: c, title: C}]}]}",
    );
    insta::assert_snapshot!(session("good.yaml"), @"
    ~/good.yaml
        it can be opened
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    All is well.
    ");
    insta::assert_snapshot!(session("bad.yaml"), @"
    ~/bad.yaml
      ! it has problems and cannot be opened
        `roadmap-tui check` with this file shows them.
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    1 thing needs a look: the lines with `!`.
    ");
    insta::assert_snapshot!(session("gone.yaml"), @"
    ~/gone.yaml
      ! ~/gone.yaml: there is no such file
        Until it is back, the built-in roadmap is opened.
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        there are none; the program lists what you put there
    Configuration: ~/.config/roadmap-tui/config.yaml
        there is none, so all is as by default; `roadmap-tui config` shows what can be set

    1 thing needs a look: the lines with `!`.
    ");
}

#[test]
fn a_lock_that_another_program_holds_is_seen() {
    let home = Home::new();
    let path = home.file(
        ".local/share/roadmap-tui/progress/backend.yaml",
        journal(6, &["web.http"]),
    );
    let other = fs::File::open(path).unwrap();
    other.lock().unwrap();
    let words = examined(&home);
    assert!(
        words.contains("  ! another program holds its lock now\n"),
        "{words}"
    );
    other.unlock().unwrap();
    assert!(examined(&home).ends_with("All is well."));
}

#[test]
fn own_roadmaps_are_counted_and_what_is_wrong_with_one_is_named() {
    let home = Home::new();
    let own = ".local/share/roadmap-tui/roadmaps";
    home.file(
        &format!("{own}/good.yaml"),
        "{format: 1, id: own, title: Own, steps: [{id: a, title: A, topics: [{id: b, title: B}]}]}",
    );
    home.file(&format!("{own}/bad.yaml"), "{format: 1}");
    let words = examined(&home);
    let start = words.find("Your own roadmaps").unwrap();
    let end = words.find("Configuration").unwrap();
    insta::assert_snapshot!(words[start..end], @"
    Your own roadmaps: ~/.local/share/roadmap-tui/roadmaps
        2 files, which the program lists
      ! bad.yaml has problems and cannot be opened
        `roadmap-tui check` with this file shows them.
    ");
}
