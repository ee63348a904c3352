//! Who may use whom and what, read from the sources: the map in `lib.rs`, held to.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, and which others each may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("plain", &[]),
    ("yaml", &["plain"]),
    ("roadmap", &["yaml", "plain"]),
    ("builtin", &["roadmap"]),
    ("progress", &["roadmap", "plain"]),
    ("demo", &["progress", "roadmap"]),
    ("insight", &["progress", "roadmap", "plain"]),
    ("store", &["progress", "roadmap", "plain"]),
    ("tui", &["insight", "progress", "roadmap", "plain"]),
    ("config", &["tui", "yaml", "plain"]),
    (
        "cli",
        &[
            "config", "tui", "store", "builtin", "demo", "insight", "progress", "roadmap", "yaml",
            "plain",
        ],
    ),
];

/// Files that may use a room more than the others of theirs.
const DOORS: &[(&str, &str)] = &[
    ("src/tui/run.rs", "store"),
    ("src/tui/run/note.rs", "store"),
    ("src/tui/run/library.rs", "store"),
    ("src/tui/run/switch.rs", "store"),
    ("src/tui/run/whereabouts.rs", "store"),
];

/// What only some files may do, and why.
const DEEDS: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "Timestamp::now",
            "SystemTime",
            "Zoned::now",
            "TimeZone::system",
        ],
        &["src/main.rs"],
        "time is an argument: only main asks for it",
    ),
    (
        &["Instant::now"],
        &["src/tui/input.rs"],
        "only the wait for a burst of keys measures time",
    ),
    (
        &["env::var", "env::args", "env::current"],
        &["src/main.rs", "src/build.rs"],
        "the environment is an argument: only main asks for it",
    ),
    (
        &["std::fs", "File::", "OpenOptions"],
        &["src/store", "src/build.rs"],
        "the disk is the store's",
    ),
    (
        &["std::thread", "thread::spawn", "mpsc"],
        &[
            "src/store",
            "src/tui/input.rs",
            "src/tui/terminal.rs",
            "src/tui/effect/browser.rs",
        ],
        "threads stand where something waits",
    ),
    (
        &["rustix", "signal_hook", "stdout()", "stdin()"],
        &[
            "src/store",
            "src/tui/input.rs",
            "src/tui/terminal.rs",
            "src/tui/effect.rs",
            "src/tui/effect/editor.rs",
            "src/cli",
        ],
        "the system is met at the edges",
    ),
    (
        &["crossterm", "ratatui"],
        &["src/tui"],
        "the terminal is the tui's",
    ),
];

/// One source file, without its tests.
struct Source {
    path: String,
    lines: Vec<String>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).unwrap();
        let production = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default();
        Source {
            path: file
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned(),
            lines: production.lines().map(without_comment).collect(),
        }
    };
    let tests = |file: &PathBuf| !file.ends_with("tests.rs");
    files.into_iter().filter(tests).map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn without_comment(line: &str) -> String {
    if line.trim_start().starts_with("//") {
        return String::new();
    }
    line.to_owned()
}

impl Source {
    /// The room that the file stands in; none for those at the entrance.
    fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let room = inside.split(['/', '.']).next()?;
        (!matches!(room, "main" | "lib" | "build")).then_some(room)
    }

    /// The rooms that a line uses by their paths from the top of the crate.
    fn uses(line: &str) -> impl Iterator<Item = &str> {
        line.split("crate::").skip(1).flat_map(|after| {
            let end =
                after.find(|each: char| !(each.is_alphanumeric() || each == '_' || each == '{'));
            let first = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
            let list = first
                .strip_prefix('{')
                .map(|_| after.trim_start_matches('{'));
            match list {
                Some(list) => list.split([',', '}']).map(str::trim).collect::<Vec<_>>(),
                None => vec![first],
            }
        })
    }
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_room_uses_only_those_to_its_right() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{}: `{room}` is no room of the map", source.path));
            continue;
        };
        for (number, line) in (1..).zip(&source.lines) {
            for used in Source::uses(line) {
                let used = used.split("::").next().unwrap_or_default();
                let is_room = ROOMS.iter().any(|(name, _)| *name == used);
                let by_door = DOORS.contains(&(source.path.as_str(), used));
                if is_room && used != room && !allowed.contains(&used) && !by_door {
                    faults.push(format!(
                        "{}:{number}: `{room}` may not use `{used}`",
                        source.path
                    ));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn nobody_leaves_a_room_by_the_back_door() {
    let mut faults = Vec::new();
    for source in sources() {
        // `super` as often as a file is deep would be the top of the crate.
        let depth = source.path.matches('/').count();
        let outside = "super::".repeat(depth);
        for (number, line) in (1..).zip(&source.lines) {
            if source.room().is_some() && line.contains(&outside) {
                faults.push(format!(
                    "{}:{number}: use `crate::`, so that the room shows",
                    source.path
                ));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_world_is_met_only_where_it_should_be() {
    let mut faults = Vec::new();
    for source in sources() {
        for (deeds, places, reason) in DEEDS {
            if places.iter().any(|place| source.path.starts_with(place)) {
                continue;
            }
            for (number, line) in (1..).zip(&source.lines) {
                if let Some(deed) = deeds.iter().find(|deed| line.contains(**deed)) {
                    faults.push(format!("{}:{number}: `{deed}`: {reason}", source.path));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn files_stay_short_and_have_no_mod_rs() {
    let mut faults = Vec::new();
    for source in sources() {
        let most = if source.path == "src/main.rs" {
            40
        } else {
            400
        };
        if source.lines.len() > most {
            faults.push(format!(
                "{}: {} lines, of at most {most}",
                source.path,
                source.lines.len()
            ));
        }
        if source.path.ends_with("/mod.rs") {
            faults.push(format!(
                "{}: modules are `foo.rs` beside `foo/`",
                source.path
            ));
        }
    }
    assert_none(&faults);
}

/// The functions of a source with the lines that they take, from the first to the closing brace.
fn functions(source: &Source) -> Vec<(usize, usize)> {
    // `pub(super) const fn` is the longest way in which one begins.
    let is_head = |line: &str| line.split_whitespace().take(3).any(|word| word == "fn");
    let heads = source.lines.iter().enumerate();
    heads
        .filter(|(_, line)| is_head(line))
        .filter_map(|(at, line)| {
            let indent = line.len() - line.trim_start().len();
            let end = format!("{}}}", " ".repeat(indent));
            let length = source.lines[at..].iter().position(|line| *line == end)?;
            Some((at + 1, length + 1))
        })
        .collect()
}

#[test]
fn functions_stay_short() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for source in sources() {
        for (number, length) in functions(&source) {
            seen += 1;
            if length > 60 {
                faults.push(format!(
                    "{}:{number}: {length} lines, of at most 60",
                    source.path
                ));
            }
        }
    }
    assert!(seen > 500, "only {seen} functions were found");
    assert_none(&faults);
}

#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    for (room, _) in ROOMS {
        assert!(
            map.contains(&format!("//! | [`{room}`] |")),
            "{room} is missing in the map"
        );
        assert!(
            map.contains(&format!("pub mod {room};")),
            "{room} is no module"
        );
    }
    assert_eq!(
        map.matches("\npub mod ").count(),
        ROOMS.len(),
        "a module is no room"
    );
}
