//! A journal in a repository whose union merge driver brings two clones together.

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use roadmap_tui::progress::{Entry, Line, header};

use super::{DEVICES, Sum, journal, play, steps};
use crate::support::{output, skipped};

/// Whether there is a git to try it with.
fn is_there() -> bool {
    let found = Command::new("git").arg("--version").output().is_ok();
    if !found {
        skipped("there is no git here");
    }
    found
}

/// Runs git as somebody without settings of their own, and gives what it wrote.
#[track_caller]
fn git(home: &Path, folder: &str, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command
        .args(arguments)
        .current_dir(home.join(folder))
        .env_clear()
        .env("HOME", home)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LC_ALL", "C")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "Learner");
        command.env(format!("GIT_{role}_EMAIL"), "learner@example.org");
    }
    let output = output(&mut command);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Keeps everything that is in a clone, with this journal, if any.
fn commit(home: &Path, clone: &str, text: Option<&str>) {
    if let Some(text) = text {
        fs::write(home.join(clone).join("small.yaml"), text).unwrap();
    }
    git(home, clone, &["add", "."]);
    let commit = ["commit", "--quiet", "--allow-empty", "-m", "Learn"];
    git(home, clone, &commit);
}

/// What git makes of a journal that went two ways from a common one, or from none.
fn merged(before: Option<&str>, ours: &str, theirs: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::create_dir(home.join("desk")).unwrap();
    git(home, "desk", &["init", "--quiet", "--initial-branch=main"]);
    fs::write(home.join("desk/.gitattributes"), "*.yaml merge=union\n").unwrap();
    commit(home, "desk", before);
    git(home, ".", &["clone", "--quiet", "desk", "laptop"]);
    commit(home, "desk", Some(ours));
    commit(home, "laptop", Some(theirs));
    let pull = [
        "pull",
        "--quiet",
        "--no-rebase",
        "--no-edit",
        "../laptop",
        "main",
    ];
    git(home, "desk", &pull);
    assert_eq!(git(home, "desk", &["status", "--porcelain"]), "");
    fs::read_to_string(home.join("desk/small.yaml")).unwrap()
}

fn head() -> String {
    header("small", "Small")
}

fn line(minute: u8, topic: &str, status: &str) -> String {
    format!(
        "- {{at: \"2026-11-22T12:{minute:02}:00.000+00:00\", topic: {topic}, status: {status}}}\n"
    )
}

fn undo(minute: u8, topic: &str, status: &str, undone: u8) -> String {
    let end = format!(", undoes: \"2026-11-22T12:{undone:02}:00.000+00:00\"}}");
    line(minute, topic, status).replace('}', &end)
}

fn entry(line: &str) -> Entry {
    match Line::parse(line.trim_end().as_bytes()) {
        Ok(Line::Entry(entry)) => entry,
        other => panic!("{line}: {other:?}"),
    }
}

/// Checks that both ways of merging two texts give the union of what both tell.
fn is_union(before: Option<&str>, ours: &str, theirs: &str) {
    let home = tempfile::tempdir().unwrap();
    let paths = [("ours", ours), ("theirs", theirs)].map(|(name, text)| {
        let path = home.path().join(name);
        fs::write(&path, text).unwrap();
        path
    });
    let expected = Sum::of_all(&paths);
    assert!(!expected.entries.is_empty());
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
        let text = merged(before, ours, theirs);
        let path = home.path().join("merged");
        fs::write(&path, &text).unwrap();
        assert_eq!(Sum::of(&journal(&path)), expected, "{text}");
    }
}

#[test]
fn what_two_clones_added_is_all_there() {
    if !is_there() {
        return;
    }
    let before = head() + &line(0, "a.one", "learning");
    let ours = before.clone() + &line(1, "a.one", "done") + &line(4, "a.two", "done");
    let theirs = before.clone() + &line(2, "a.two", "learning") + &line(3, "a.new", "done");
    is_union(Some(&before), &ours, &theirs);
    // The same tick on both, between others of each.
    let same = line(5, "a.one", "skipped");
    is_union(Some(&before), &(ours + &same), &(theirs + &same));
}

#[test]
fn a_file_that_both_clones_created_is_one_journal() {
    if !is_there() {
        return;
    }
    let ours = head() + &line(1, "a.one", "done");
    let theirs = head() + &line(2, "a.two", "done") + &line(3, "a.one", "todo");
    is_union(None, &ours, &theirs);
    let other_title = theirs.replace("\"Small\"", "\"Another title\"");
    is_union(None, &ours, &other_title);
}

#[test]
fn a_last_line_without_its_end_takes_no_other_with_it() {
    if !is_there() {
        return;
    }
    let before = head() + &line(0, "a.one", "learning");
    let longer = before.clone() + &line(1, "a.two", "done");
    let torn = before.clone() + "- {at: \"2026-11-22T12:0";
    let unended = (before.clone() + &line(2, "a.new", "done"))
        .trim_end()
        .to_owned();
    for (ours, theirs) in [(&torn, &longer), (&unended, &longer), (&torn, &unended)] {
        is_union(Some(&before), ours, theirs);
        // It was torn before they parted.
        let mended = format!("{ours}\n{}", line(7, "a.one", "done"));
        let too = format!("{ours}\n{}", line(8, "a.two", "done"));
        is_union(Some(ours), &mended, &too);
    }
    is_union(None, &torn, &longer);
}

#[test]
fn of_what_one_clone_did_and_the_other_undid_the_last_word_counts() {
    if !is_there() {
        return;
    }
    let done = line(0, "a.one", "done");
    let before = head() + &done;
    let undone = before.clone() + &undo(1, "a.one", "todo", 0);
    let too = before.clone() + &undo(2, "a.one", "todo", 0);
    let back = too.clone() + &undo(4, "a.one", "done", 2);
    is_union(Some(&before), &undone, &too);
    is_union(Some(&before), &undone, &back);
    is_union(
        Some(&before),
        &undone,
        &(before.clone() + &line(3, "a.one", "learning")),
    );
    // One redo on one clone brings back what both had undone before.
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("merged.yaml");
    fs::write(&path, merged(Some(&before), &undone, &back)).unwrap();
    let journal = journal(&path);
    let live: Vec<&Entry> = journal.history().live().collect();
    assert_eq!(live, [&entry(&done)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Without repositories, to try many: what the driver itself makes of three texts.
    #[test]
    fn the_union_driver_makes_the_union_of_any_two_journals(
        common in steps(), ways in steps(), cut in any::<prop::sample::Index>(),
    ) {
        if !is_there() {
            return Ok(());
        }
        let home = tempfile::tempdir().unwrap();
        let name = |name: &str| home.path().join(name);
        // Three devices begin with one journal, and go on for themselves.
        play(home.path(), &common);
        let before = fs::read_to_string(name("0.yaml")).unwrap_or_default();
        let folder = name("later");
        fs::create_dir(&folder).unwrap();
        for number in 0..DEVICES {
            fs::write(folder.join(format!("{number}.yaml")), &before).unwrap();
        }
        let paths = play(&folder, &ways);
        let ours = fs::read_to_string(&paths[0]).unwrap();
        let mut theirs = fs::read_to_string(&paths[1]).unwrap();
        // Torn somewhere in what was added.
        let added = theirs.len() - before.len();
        theirs.truncate(before.len() + cut.index(added + 1));
        let parts = [("ours", &ours), ("before", &before), ("theirs", &theirs)];
        for (file, text) in parts {
            fs::write(name(file), text).unwrap();
        }
        let expected = Sum::of_all(&[name("ours"), name("theirs")]);
        for files in [["ours", "before", "theirs"], ["theirs", "before", "ours"]] {
            let arguments = [&["merge-file", "--stdout", "--union"][..], &files].concat();
            let text = git(home.path(), ".", &arguments);
            fs::write(name("merged"), &text).unwrap();
            prop_assert_eq!(&Sum::of(&journal(name("merged"))), &expected, "{}", text);
        }
    }
}
