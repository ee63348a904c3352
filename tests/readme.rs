//! The README tells the truth: its picture, its keys, its length, its commands.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use roadmap_tui::tui::keymap::{Action, Binding, Context, Keymap};

use crate::support::{Session, svg};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    fs::read_to_string(path("README.md")).unwrap()
}

/// A learner some weeks in.
fn learner() -> Session {
    let mut session = Session::new();
    session.size(112, 30);
    session.keys("l<space>hjl");
    for _ in 0..8 {
        session.keys("<space>j");
    }
    session.keys("<space>j<space>j<space>jjjji");
    session
}

#[test]
fn the_picture_is_of_the_screen_as_it_is() {
    let file = path("tests/readme/screen.svg");
    let now = svg(&learner().buffer());
    if env::var_os("UPDATE_PICTURE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &now).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == now,
        "the picture is stale: run the tests once with UPDATE_PICTURE=1"
    );
    assert!(readme().contains("(tests/readme/screen.svg)"));
}

/// A key and what it does; on which screen, where that is not the roadmap or all of them.
fn key_cells(row: &Binding) -> String {
    let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
    let place = match row.context {
        Context::Roadmap | Context::AnyScreen | Context::Anywhere => String::new(),
        other => format!("{}: ", other.title()),
    };
    format!("| {} | {place}{} ", keys.join(" "), row.help)
}

/// All keys of the screens, two in a row; those that do the same as on the roadmap stand once.
fn key_table() -> String {
    let keymap = Keymap::default();
    let bindings = |context| {
        let rows = keymap.bindings(context);
        rows.filter(|row| !row.keys.is_empty())
    };
    let is_known =
        |row: &&Binding| bindings(Context::Roadmap).any(|known| known.action == row.action);
    let near = bindings(Context::Roadmap);
    let far = [
        Context::Projects,
        Context::Path,
        Context::Insights,
        Context::Guide,
    ];
    let far = far
        .into_iter()
        .flat_map(bindings)
        .filter(|row| !is_known(row));
    // What the numbers lead to stands above the table.
    let all = [Context::AnyScreen, Context::Anywhere]
        .into_iter()
        .flat_map(bindings)
        .filter(|row| !matches!(row.action, Action::Show(_)));
    let cells: Vec<String> = near.chain(far).chain(all).map(key_cells).collect();
    let mut table =
        String::from("| key | what it does | key | what it does |\n| --- | --- | --- | --- |\n");
    for pair in cells.chunks(2) {
        let empty = String::from("| | ");
        let _ = writeln!(table, "{}{}|", pair[0], pair.get(1).unwrap_or(&empty));
    }
    table
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let table = key_table();
    assert!(
        readme().contains(&table),
        "the README lacks this table:\n{table}"
    );
}

#[test]
fn it_is_short_and_gives_the_two_commands() {
    let readme = readme();
    assert!(
        readme.lines().count() <= 220,
        "{} lines",
        readme.lines().count()
    );
    for command in [
        "cargo run --release",
        "cargo test",
        "cargo install --path .",
    ] {
        assert!(readme.contains(&format!("\n    {command}\n")), "{command}");
    }
}

/// The example of a file under a heading.
fn example(heading: &str) -> String {
    let readme = readme();
    let section = readme.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let example = section.split("```yaml\n").nth(1).unwrap();
    example.split("```").next().unwrap().to_owned()
}

#[test]
fn its_example_of_a_configuration_has_no_problem() {
    let example = example("Configure");
    let (_, problems) = roadmap_tui::config::load(example.as_bytes());
    assert_eq!(problems.render("README.md", example.as_bytes()), "");
}

#[test]
fn its_example_of_a_roadmap_has_no_problem() {
    let example = example("Write a roadmap");
    if let Err(problems) = roadmap_tui::roadmap::load(example.as_bytes()) {
        panic!("{}", problems.render("README.md", example.as_bytes()));
    }
}
