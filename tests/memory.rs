//! Hostile files of a mebibyte under a limit of 64 MiB on the memory of the process: they end in
//! words, not in an abort.

use std::env;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use roadmap_tui::progress::Progress;
use roadmap_tui::roadmap::load;
use roadmap_tui::store::Journal;

use crate::support::{DEADLINE, Home, PROGRAM, output, output_within, skipped};

const MEBIBYTE: usize = 1 << 20;

/// Sets the limit, and then becomes the program.
const LIMITED: &str = "ulimit -v 65536 && exec \"$@\"";

/// Tells the helper where the journal is.
const JOURNAL: &str = "ROADMAP_TUI_TEST_LARGE_JOURNAL";

/// What a file is called, and what it holds.
type Case = (&'static str, String);

/// A mebibyte of the same.
fn all(unit: &str) -> String {
    unit.repeat(MEBIBYTE / unit.len())
}

/// A mebibyte of lines, each made from its number, between a beginning and an end.
fn lines(begin: &str, line: impl Fn(usize) -> String, end: &str) -> String {
    let mut text = begin.to_owned();
    for number in 0.. {
        if text.len() >= MEBIBYTE {
            break;
        }
        text.push_str(&line(number));
    }
    text + end
}

/// A command that runs under the limit.
fn limited(home: &Home, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("/bin/sh");
    command
        .args(["-c", LIMITED, "sh", program])
        .args(arguments)
        .current_dir(home.path())
        .env_clear()
        .envs(home.variables());
    command
}

/// Whether this system limits the memory of a process.
fn can_be_limited(home: &Home) -> bool {
    let can = output(&mut limited(home, "/bin/true", &[]))
        .status
        .success();
    if !can {
        skipped("the memory of a process cannot be limited here");
    }
    can
}

/// Says what is wrong with how a process ended, if anything is.
fn fault(output: &Output, codes: &[i32]) -> Option<String> {
    let ended_well = output
        .status
        .code()
        .is_some_and(|code| codes.contains(&code));
    let said = String::from_utf8_lossy(&output.stdout);
    let bad = |each: char| each.is_control() && each != '\n';
    let is_clear = !said.trim().is_empty() && !said.contains(bad);
    let (status, error) = (output.status, String::from_utf8_lossy(&output.stderr));
    let is_well = ended_well && is_clear && error.is_empty();
    (!is_well).then(|| format!("{status}: {said:.200}{error:.200}"))
}

const STEPS: &str = "format: 1\nid: h\ntitle: H\nsteps:\n";

fn roadmaps() -> Vec<Case> {
    let topics = |topic: &str| {
        let begin = format!("{STEPS}  - {{id: s, title: S, topics: [\n");
        let topic = topic.to_owned();
        lines(
            &begin,
            move |number| topic.replace('#', &number.to_string()),
            "    ]}\n",
        )
    };
    let member = "      - {id: t#, title: T, formerly: [a#, b, c, d, e, f, g, h]}\n";
    vec![
        ("brackets", all("[")),
        ("maps", all("{a: ")),
        ("maps on lines", all("{a: \n")),
        ("dashes", all("- ")),
        ("dashes on lines", all("- - -\n")),
        ("empty members", format!("steps:\n{}", all("-\n"))),
        ("members without keys", all("- :\n")),
        ("a long text", all("x")),
        ("quotes", all("\"")),
        ("comments", all("#\n")),
        ("nulls", all("- ~\n")),
        ("nulls between brackets", format!("[\n{}]", all(" ~,\n"))),
        ("tiny topics", topics("    {id: t#, title: T},\n")),
        ("topics that are none", topics("    {},\n")),
        (
            "topics in lines",
            lines(
                &format!("{STEPS}  - id: s\n    title: S\n    topics:\n"),
                |number| member.replace('#', &number.to_string()),
                "",
            ),
        ),
        (
            "unknown keys",
            lines("", |number| format!("k{number}: v\n"), ""),
        ),
        (
            "unknown keys between brackets",
            lines("{\n", |number| format!(" {number:x},\n"), "}\n"),
        ),
        ("the same key", all("id: x\n")),
        (
            "aliases",
            lines("a: &a [x]\n", |number| format!("b{number}: *a\n"), ""),
        ),
        (
            "a billion laughs",
            lines(
                "a0: &a0 [x]\n",
                |number| {
                    format!(
                        "a{}: &a{} [{}]\n",
                        number + 1,
                        number + 1,
                        format!("*a{number},").repeat(9)
                    )
                },
                "",
            ),
        ),
    ]
}

#[test]
fn no_roadmap_of_a_mebibyte_needs_more_than_64() {
    let home = Home::new();
    if !can_be_limited(&home) {
        return;
    }
    let mut faults = String::new();
    for (name, text) in roadmaps() {
        let path = home.file("hostile.yaml", text);
        let output = output(&mut limited(
            &home,
            PROGRAM,
            &["check", path.to_str().unwrap()],
        ));
        if let Some(fault) = fault(&output, &[0, 1]) {
            writeln!(faults, "{name}: {fault}").unwrap();
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// Journals, and how many entries they hold.
fn journals() -> Vec<(Case, usize)> {
    let at = |number: usize| {
        let (seconds, minutes) = (number % 60, number / 60 % 60);
        format!(
            "2026-11-22T{:02}:{minutes:02}:{seconds:02}.000+00:00",
            number / 3600
        )
    };
    let entry = move |number| format!("- {{at: \"{}\", topic: a.b, status: done}}\n", at(number));
    let undo = move |number| {
        let end = format!(", undoes: \"{}\"}}", at(number / 2));
        entry(number).replace('}', &end)
    };
    let bomb = {
        let level = |number| {
            format!(
                ", a{number}: &a{number} [{}]",
                format!("*a{},", number - 1).repeat(9)
            )
        };
        let levels: String = (1..20).map(level).collect();
        format!("- {{a0: &a0 [x]{levels}}}\n")
    };
    let otherwise = move |number| entry(number).replace(", ", ",  ");
    let entries = [
        ("entries", lines("", entry, "")),
        ("undos", lines("", undo, "")),
        ("entries written otherwise", lines("", otherwise, "")),
    ];
    let nothing = [
        ("nonsense", all("?\n")),
        ("line breaks", all("\n")),
        ("one line", all("- {at: ")),
        (
            "brackets",
            all(&("- ".to_owned() + &"{a: ".repeat(60) + "\n")),
        ),
        (
            "long lines",
            all(&("- {a: \"".to_owned() + &"\\e".repeat(8_000) + "\"}\n")),
        ),
        ("empty lines", all("- {}\n")),
        ("a billion laughs", all(&bomb)),
        ("formats", all("- {format: 1, roadmap: x}\n")),
        ("newer formats", all("- {format: 2, kinds: [a, b]}\n")),
    ];
    let each_line = entries
        .map(|case| (case.1.lines().count(), case))
        .map(|(count, case)| (case, count));
    let same = (("the same entry", all(&entry(1))), 1);
    each_line
        .into_iter()
        .chain([same])
        .chain(nothing.map(|case| (case, 0)))
        .collect()
}

/// Not a test: reads a journal in a process of its own, and says what it holds.
#[test]
#[ignore = "started by other tests"]
fn helper_reads_a_journal() {
    let Some(path) = env::var_os(JOURNAL) else {
        return;
    };
    let mut journal = Journal::new(Path::new(&path), "small", "Small");
    journal.read().unwrap();
    let history = journal.history();
    let yaml = b"{format: 1, id: small, title: S, steps: [{id: a, title: A, topics: [{id: b, title: B}]}]}";
    let _ = Progress::of(&load(yaml).unwrap(), history);
    let _ = history.undo("2026-11-22T12:00:00Z".parse().unwrap());
    // Not by `println!`, which the test harness would keep to itself.
    let mut out = std::io::stdout();
    writeln!(out, "\nholds {} entries", history.len()).unwrap();
}

#[test]
fn no_journal_of_a_mebibyte_needs_more_than_64() {
    let home = Home::new();
    if !can_be_limited(&home) {
        return;
    }
    let program = env::current_exe().unwrap();
    let arguments = [
        "--exact",
        "memory::helper_reads_a_journal",
        "--ignored",
        "--test-threads=1",
    ];
    let mut faults = String::new();
    for ((name, text), entries) in journals() {
        let path = home.file("hostile.yaml", text);
        let mut command = limited(&home, program.to_str().unwrap(), &arguments);
        // Else the allocator sets address space aside for each thread, more than the limit.
        let command = command.env(JOURNAL, &path).env("MALLOC_ARENA_MAX", "1");
        let output = output_within(5 * DEADLINE, command);
        let held = format!("\nholds {entries} entries\n");
        let holds = String::from_utf8_lossy(&output.stdout).contains(&held);
        let lacks = (!holds).then(|| format!("not {entries} entries"));
        let fault = fault(&output, &[0]).or(lacks);
        if let Some(fault) = fault {
            writeln!(faults, "{name}: {fault}").unwrap();
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
