//! `roadmap-tui merge`.

use std::fs;

use super::{journal, kept, said, sorted};
use crate::support::Home;

#[test]
fn what_a_journal_lacks_is_added_and_counted() {
    let home = Home::new();
    home.file("desk.yaml", journal(6, &["web.http", "web.dns"]));
    let laptop = journal(6, &["web.http"]) + &journal(9, &["web.cookies", "git.commits"]);
    home.file("laptop.yaml", &laptop);
    insta::assert_snapshot!(said(&home, &home.run(&["merge", "desk.yaml", "laptop.yaml"])), @"
    exit status: 0
    stdout:
    desk.yaml: added all 2 entries; they are now in ~/.local/share/roadmap-tui/progress/backend.yaml
    laptop.yaml: added 2 of its 3 entries; all of them are now in ~/.local/share/roadmap-tui/progress/backend.yaml
    ");
    let all = journal(6, &["web.http", "web.dns"]) + &journal(9, &["web.cookies", "git.commits"]);
    assert_eq!(kept(&home), sorted(&all));
    let text = fs::read(home.journal("backend")).unwrap();
    insta::assert_snapshot!(said(&home, &home.run(&["merge", "laptop.yaml", "desk.yaml"])), @"
    exit status: 0
    stdout:
    laptop.yaml: nothing to add, its 3 entries are already in ~/.local/share/roadmap-tui/progress/backend.yaml
    desk.yaml: nothing to add, its 2 entries are already in ~/.local/share/roadmap-tui/progress/backend.yaml
    ");
    assert_eq!(fs::read(home.journal("backend")).unwrap(), text);
    // The files are the learner's.
    assert_eq!(
        fs::read(home.path().join("laptop.yaml")).unwrap(),
        laptop.as_bytes()
    );
}

#[test]
fn the_order_of_files_does_not_matter() {
    let files = [
        ("a.yaml", journal(6, &["web.http", "web.dns"])),
        ("b.yaml", journal(6, &["web.dns", "web.http"])),
        ("c.yaml", journal(5, &["git.commits"])),
    ];
    let merged = |order: [usize; 3]| {
        let home = Home::new();
        for (name, text) in &files {
            home.file(name, text);
        }
        let names = order.map(|at| files[at].0);
        assert!(
            home.run(&[&["merge"], &names[..]].concat())
                .status
                .success()
        );
        kept(&home)
    };
    let first = merged([0, 1, 2]);
    assert_eq!(first.len(), 5);
    assert_eq!(merged([2, 1, 0]), first);
    assert_eq!(merged([1, 2, 0]), first);
}

#[test]
fn lines_that_cannot_be_read_are_named_and_left_out() {
    let home = Home::new();
    let text = journal(6, &["web.http"]);
    home.file(
        "torn.yaml",
        format!("{text}- {{at: \u{1b}[2J\n- {{at: \"2026"),
    );
    insta::assert_snapshot!(said(&home, &home.run(&["merge", "torn.yaml"])), @"
    exit status: 0
    stdout:
    torn.yaml: added its 1 entry; it is now in ~/.local/share/roadmap-tui/progress/backend.yaml
    torn.yaml:3: this line cannot be read and was left out: control characters are not allowed at position 7
    torn.yaml:4: this line cannot be read and was left out: found unexpected end of stream at column 13, while scanning a quoted scalar at column 8
    ");
    assert_eq!(kept(&home), sorted(&text));
    home.file("junk.yaml", format!("{text}{}", "?\n".repeat(30)));
    let words = said(&home, &home.run(&["merge", "junk.yaml"]));
    assert_eq!(words.matches("was left out").count(), 10, "{words}");
    assert!(
        words.ends_with("junk.yaml: 20 further lines cannot be read either"),
        "{words}"
    );
}

#[test]
fn what_is_no_journal_is_refused_and_stops_no_other_file() {
    let home = Home::new();
    home.file("good.yaml", journal(6, &["web.http"]));
    home.file("path.yaml", "- {format: 1, roadmap: ../../x}\n");
    home.file(
        "nobody.yaml",
        journal(6, &["web.dns"]).lines().nth(1).unwrap(),
    );
    home.file("newer.yaml", "- {format: 2, roadmap: backend}\n");
    home.file("empty.yaml", "");
    fs::create_dir(home.path().join("folder")).unwrap();
    let files = [
        "merge",
        "path.yaml",
        "nobody.yaml",
        "newer.yaml",
        "empty.yaml",
        "folder",
        "\u{1b}]0;x\u{7}gone",
        "good.yaml",
    ];
    insta::assert_snapshot!(said(&home, &home.run(&files)), @"
    exit status: 1
    stdout:
    good.yaml: added its 1 entry; it is now in ~/.local/share/roadmap-tui/progress/backend.yaml
    stderr:
    roadmap-tui: path.yaml: it names the roadmap `../../x`, which is no id of one
    roadmap-tui: nobody.yaml: it does not say for which roadmap it is; begin it with a line such as `- {format: 1, roadmap: backend}`
    roadmap-tui: newer.yaml: it has format 2, newer than 1: update roadmap-tui to read it
    roadmap-tui: empty.yaml: it does not say for which roadmap it is; begin it with a line such as `- {format: 1, roadmap: backend}`
    roadmap-tui: folder: this is a directory, not a file
    roadmap-tui: ]0;xgone: there is no such file
    ");
    assert_eq!(kept(&home).len(), 1);
    assert_eq!(
        fs::read_dir(home.journal("backend").parent().unwrap())
            .unwrap()
            .count(),
        1
    );
}

#[test]
fn the_journal_of_another_roadmap_goes_to_its_own_place() {
    let home = Home::new();
    home.file("other.yaml", "- {format: 1, roadmap: cooking}\n- {at: \"2026-11-22T21:06:01.000+01:00\", topic: basics.rice, status: done}\n");
    insta::assert_snapshot!(said(&home, &home.run(&["merge", "other.yaml", "--data-dir", "here"])), @"
    exit status: 0
    stdout:
    other.yaml: added its 1 entry; it is now in ~/here/progress/cooking.yaml
    ");
    insta::assert_snapshot!(fs::read_to_string(home.path().join("here/progress/cooking.yaml")).unwrap(), @r#"
    # What you did on "cooking". roadmap-tui only ever adds lines; you may, too.
    - {format: 1, roadmap: cooking}
    - {at: "2026-11-22T21:06:01.000+01:00", topic: basics.rice, status: done}
    "#);
}

#[test]
fn a_journal_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let home = Home::new();
    home.file("desk.yaml", journal(6, &["web.http"]));
    home.file(".local", "in the way");
    insta::assert_snapshot!(said(&home, &home.run(&["merge", "desk.yaml"])), @"
    exit status: 1
    stderr:
    roadmap-tui: desk.yaml: nothing was added: cannot read ~/.local/share/roadmap-tui/progress/backend.yaml: not a directory; choose another place with --data-dir DIR
    ");
}

#[test]
fn a_backup_is_made_before_a_merge_changes_what_is_there() {
    let home = Home::new();
    home.file("desk.yaml", journal(6, &["web.http"]));
    home.file("laptop.yaml", journal(7, &["web.dns"]));
    assert!(home.run(&["merge", "desk.yaml"]).status.success());
    let before = fs::read(home.journal("backend")).unwrap();
    assert!(home.run(&["merge", "laptop.yaml"]).status.success());
    let folder = home.path().join(".local/share/roadmap-tui/backups");
    let copies: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|copy| copy.unwrap().path())
        .collect();
    assert_eq!(copies.len(), 1);
    assert_eq!(fs::read(&copies[0]).unwrap(), before);
}
