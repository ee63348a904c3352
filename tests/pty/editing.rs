//! Notes in the real program: typed, pasted, and written in the learner's own editor, which has the
//! terminal meanwhile.

use std::fs::{self, File};
use std::path::PathBuf;

use rustix::process::Signal;

use crate::support::escapes::{Piece, foreign, pieces};
use crate::support::{Home, PROGRAM, Terminal, eventually};

/// Says that it has the terminal, and adds a line of the keyboard to its last argument.
const ADDS_A_LINE: &str = "for file; do :; done
stat -c %a \"$file\" >mode
printf 'editing with %s arguments\\n' $#
cat \"$file\"
read -r line
printf '%s\\n' \"$line\" >>\"$file\"
";

/// The text of a topic, in a terminal where an editor is named.
fn on_http(home: &Home, editor: &str) -> Terminal {
    let mut terminal = home.launch().variable("EDITOR", editor).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal
}

fn notes(home: &Home) -> Vec<String> {
    let text = fs::read_to_string(home.journal("backend")).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once("note: "));
    lines
        .map(|(_, note)| note.trim_end_matches('}').to_owned())
        .collect()
}

/// What stands in the directory of drafts.
fn drafts(home: &Home) -> Vec<PathBuf> {
    let folder = home.path().join(".local/share/roadmap-tui/drafts");
    let found = fs::read_dir(folder).into_iter().flatten();
    found.map(|each| each.unwrap().path()).collect()
}

fn quit(terminal: &mut Terminal) {
    terminal.wait_until("saved", |frame| !frame.contains("saving"));
    terminal.send("q");
    assert!(terminal.end().success());
    terminal.is_restored();
}

#[test]
fn a_note_of_several_lines_is_typed_pasted_and_read_again() {
    let home = Home::new();
    let mut terminal = on_http(&home, "vi");
    terminal.send_and_wait("e", "Note on HTTP");
    // ctrl-w takes a word, ctrl-a goes to the beginning of the line.
    terminal.send("304 has no body\rone two\x17");
    terminal.send("\x1b[200~2\r\n  three\x1b[2J\x1b[201~\x01x");
    terminal.wait_for("x  three[2J");
    terminal.send("\x1b");
    terminal.wait_for("Noted on HTTP.");
    quit(&mut terminal);
    assert_eq!(foreign(&terminal.raw()), []);
    assert_eq!(notes(&home), ["\"304 has no body\\none 2\\nx  three[2J\""]);
    let again = home.launch().size(120, 40).start();
    again.wait_for("≡ Your note");
}

#[test]
fn an_editor_gets_the_terminal_as_it_was_and_gives_it_back() {
    let home = Home::new();
    home.script("my tools/edit", ADDS_A_LINE);
    let editor =
        "\"$HOME/my tools/edit\" --wait".replace("$HOME", &home.path().display().to_string());
    let mut terminal = on_http(&home, &editor);
    terminal.send("E");
    let screen = terminal.wait_for("editing with 2 arguments");
    assert!(!screen.contains("/79"), "{screen}");
    terminal.is_restored();
    assert!(terminal.has_settings_of_before());
    let draft = drafts(&home);
    assert_eq!(draft.len(), 1);
    assert_eq!(draft[0].file_name().unwrap(), "web.http.md");
    // Another size while somebody else has the terminal.
    terminal.resize(100, 30);
    terminal.send("from elsewhere\n");
    let frame = terminal.wait_for("Noted on HTTP. u takes it back.");
    assert_eq!(frame.lines().count(), 30);
    assert!(
        frame.contains("from elsewhere") && !frame.contains("editing"),
        "{frame}"
    );
    assert_eq!(
        fs::read_to_string(home.path().join("mode")).unwrap(),
        "600\n"
    );
    // Again, with what the note is now.
    terminal.send_and_wait("E", "editing with 2 arguments");
    terminal.wait_for("from elsewhere");
    terminal.send("and more\n");
    terminal.wait_for("and more");
    quit(&mut terminal);
    assert_eq!(
        notes(&home),
        ["\"from elsewhere\"", "\"from elsewhere\\nand more\""]
    );
    assert_eq!(drafts(&home), <[PathBuf; 0]>::default());
}

#[test]
fn visual_goes_before_editor_and_a_draft_goes_along() {
    let home = Home::new();
    let visual = home.script("visual", ADDS_A_LINE);
    let launch = home.launch().variable("EDITOR", "false");
    let mut terminal = launch.variable("VISUAL", &visual).start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal.send_and_wait("ebegun here", "begun here");
    terminal.send_and_wait("\x1be", "editing with 1 arguments");
    terminal.send_and_wait("ended there\n", "Noted on HTTP.");
    quit(&mut terminal);
    assert_eq!(notes(&home), ["\"begun here\\nended there\""]);
}

#[test]
fn ctrl_c_and_ctrl_backslash_are_the_editors() {
    let home = Home::new();
    let editor = home.script(
        "edit",
        "trap 'echo caught int' INT; trap 'echo caught quit' QUIT
echo editing
while ! read -r line; do :; done
printf '%s\\n' \"$line\" >>\"$1\"
",
    );
    let mut terminal = on_http(&home, &editor.display().to_string());
    terminal.send_and_wait("E", "editing");
    terminal.send_and_wait("\x03", "caught int");
    terminal.send_and_wait("\x1c", "caught quit");
    terminal.send_and_wait("kept\n", "Noted on HTTP.");
    // What came meanwhile does not end the program later, either.
    terminal.send_and_wait("j", "▸○ HTTPS");
    quit(&mut terminal);
    assert_eq!(notes(&home), ["kept"]);
}

#[test]
fn an_editor_that_fails_says_so_and_loses_nothing() {
    for (editor, told) in [
        ("fails", "ended with status 3: the note is as it was."),
        ("killed", "was ended by signal 9: the note is as it was."),
        (
            "no-such-editor -w",
            "no-such-editor could not be started: there is no such program; see `editor` in config.yaml, else VISUAL or EDITOR.",
        ),
        (
            "'torn",
            "`'torn` is no command: see `editor` in config.yaml",
        ),
        (" ", "` ` is no command: see `editor` in config.yaml"),
    ] {
        let home = Home::new();
        home.script("tools/fails", "exit 3\n");
        home.script("tools/killed", "kill -KILL $$\n");
        let launch = home.launch().variable("PATH", home.path().join("tools"));
        let mut terminal = launch.size(120, 24).variable("EDITOR", editor).start();
        terminal.wait_for(" 0/79");
        terminal.send_and_wait("jjl", "▸○ HTTP");
        terminal.send_and_wait("E", told);
        assert_eq!(drafts(&home), <[PathBuf; 0]>::default(), "{editor}");
        quit(&mut terminal);
        assert_eq!(notes(&home), <[String; 0]>::default());
    }
}

#[test]
fn what_an_editor_wrote_before_it_failed_stays_in_its_file() {
    let home = Home::new();
    let writes = home.script("writes", "echo written >\"$1\"; exit 4\n");
    let mut terminal = on_http(&home, &writes.display().to_string());
    terminal.send_and_wait("E", "Your text is in ");
    let kept = drafts(&home);
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), "written\n");
    // Another time it has another name: the first one stays.
    terminal.send("E");
    eventually("a second file", || (drafts(&home).len() == 2).then_some(()));
    terminal.send_and_wait("j", "▸○ HTTPS");
    quit(&mut terminal);
    assert_eq!(notes(&home), <[String; 0]>::default());
}

#[test]
fn what_cannot_be_read_stays_in_its_file_however_the_editor_ended() {
    for (end, told) in [("exit 4", "Your text is in "), ("exit 0", "cannot read ")] {
        let home = Home::new();
        let latin = home.script("latin", &format!("printf 'caf\\351' >\"$1\"; {end}\n"));
        let mut terminal = on_http(&home, &latin.display().to_string());
        terminal.send_and_wait("E", told);
        let kept = drafts(&home);
        assert_eq!(kept.len(), 1, "{end}");
        assert_eq!(fs::read(&kept[0]).unwrap(), b"caf\xe9");
        quit(&mut terminal);
        assert_eq!(notes(&home), <[String; 0]>::default());
    }
}

#[test]
fn the_file_stays_until_its_text_is_on_the_disk_as_the_note() {
    let home = Home::new();
    let editor = home.script("edit", "echo written >\"$1\"\n");
    let mut terminal = on_http(&home, &editor.display().to_string());
    terminal.send(" ");
    terminal.wait_until_saved("1/79");
    let other = File::open(home.journal("backend")).unwrap();
    other.lock().unwrap();
    let frame = terminal.send_and_wait("E", "Noted on HTTP.");
    assert!(frame.contains("saving"), "{frame}");
    assert_eq!(drafts(&home).len(), 1);
    assert_eq!(fs::read_to_string(&drafts(&home)[0]).unwrap(), "written\n");
    drop(other);
    terminal.wait_until("saved", |frame| !frame.contains("saving"));
    eventually("the file to go", || drafts(&home).is_empty().then_some(()));
    assert_eq!(notes(&home), ["written"]);
    quit(&mut terminal);
}

#[test]
fn a_text_that_is_too_long_for_a_note_stays_in_its_file() {
    let home = Home::new();
    let editor = home.script("edit", "head -c 20000 /dev/zero | tr '\\0' x >\"$1\"\n");
    let mut terminal = on_http(&home, &editor.display().to_string());
    terminal.send_and_wait("E", "Your text is in ");
    let kept = drafts(&home);
    assert_eq!(fs::metadata(&kept[0]).unwrap().len(), 20_000);
    quit(&mut terminal);
    assert_eq!(notes(&home), <[String; 0]>::default());
}

#[test]
fn an_editor_that_leaves_the_terminal_in_disorder_does_not_leave_it_so_for_good() {
    let home = Home::new();
    let editor = home.script(
        "edit",
        "stty raw -echo; printf '\\033[?25l\\033[?1049h\\033[?1002h\\033[?1003h\\033[?1h\\033=\\033[3;5r'
echo x >>\"$1\"
",
    );
    let mut terminal = on_http(&home, &editor.display().to_string());
    let before = terminal.mouse();
    terminal.send_and_wait("E", "Noted on HTTP.");
    assert_eq!(terminal.mouse(), before);
    assert!(!terminal.sends_other_keys());
    let mut sent = pieces(&terminal.raw()).into_iter().rev();
    let region = sent.find_map(|piece| match piece {
        Piece::Control(rows, 'r') => Some(rows),
        Piece::Control(..) | Piece::Text(_) | Piece::Other(_) => None,
    });
    assert_eq!(region.as_deref(), Some(""), "all rows scroll again");
    quit(&mut terminal);
}

/// The program as a job of a shell, in an editor that says when it goes on.
fn in_editor(home: &Home, script: &str) -> Terminal {
    let editor = home.script("edit", script);
    let launch = home.launch_shell("sh").argument("-i");
    let launch = launch.variable("PS1", "ready> ").variable("EDITOR", editor);
    let mut terminal = launch.start();
    terminal.wait_for("ready>");
    terminal.send(&format!("{PROGRAM}\n"));
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal.send("E");
    terminal
}

#[track_caller]
fn goes_on(mut terminal: Terminal, home: &Home) {
    terminal.wait_until("the shell", |screen| {
        screen.contains("Stopped") && screen.trim_end().ends_with("ready>")
    });
    terminal.send("fg\n");
    // What is typed to the shell must not reach the editor.
    terminal.wait_until("fg", |screen| screen.contains("ready> fg"));
    terminal.send_and_wait("after fg\n", "Noted on HTTP.");
    terminal.wait_until("saved", |frame| !frame.contains("saving"));
    terminal.send("q");
    terminal.wait_until("the shell", |screen| {
        screen.trim_end().ends_with("ready>") && !screen.contains("/79")
    });
    terminal.send("exit\n");
    assert!(terminal.end().success());
    terminal.is_restored();
    assert_eq!(notes(home), ["\"after fg\""]);
}

#[test]
fn ctrl_z_in_the_editor_stops_the_whole_job_and_fg_brings_it_back() {
    let home = Home::new();
    let mut terminal = in_editor(&home, ADDS_A_LINE);
    terminal.wait_for("editing with 1 arguments");
    terminal.send("\x1a");
    goes_on(terminal, &home);
}

#[test]
fn an_editor_that_stops_only_itself_stops_the_whole_job() {
    let home = Home::new();
    let terminal = in_editor(&home, &format!("kill -STOP $$\n{ADDS_A_LINE}"));
    goes_on(terminal, &home);
}

#[test]
fn without_a_shell_an_editor_that_stops_goes_on_at_once() {
    let home = Home::new();
    let editor = home.script("edit", &format!("kill -STOP $$\n{ADDS_A_LINE}"));
    let mut terminal = on_http(&home, &editor.display().to_string());
    terminal.send_and_wait("E", "editing with 1 arguments");
    terminal.send_and_wait("on\n", "Noted on HTTP.");
    quit(&mut terminal);
}

#[test]
fn a_signal_that_ends_the_program_ends_the_editor_and_keeps_what_it_wrote() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = Home::new();
        let editor = home.script(
            "edit",
            "echo written >>\"$1\"; echo editing; read -r line\n",
        );
        let mut terminal = on_http(&home, &editor.display().to_string());
        terminal.send_and_wait("E", "editing");
        terminal.signal(signal);
        let status = terminal.end();
        assert!(status.signal().is_some(), "{status:?}");
        terminal.is_restored();
        assert_eq!(notes(&home), ["written"]);
        assert_eq!(drafts(&home), <[PathBuf; 0]>::default());
    }
}

#[test]
fn what_an_editor_wrote_is_kept_where_its_terminal_is_closed() {
    // One that reads from the terminal may see its end before it is told to end.
    let waits = "while :; do sleep 0.1; done";
    let at_end = "trap 'echo at the end >>\"$1\"; exit 1' HUP";
    for (on_end, waits) in [("", "read -r line"), (at_end, waits)] {
        let home = Home::new();
        let script = format!("{on_end}\necho written >>\"$1\"; echo editing; {waits}\n");
        let editor = home.script("edit", &script);
        let mut terminal = on_http(&home, &editor.display().to_string());
        terminal.send_and_wait("E", "editing");
        terminal.close_and_wait("x");
        let expected = if on_end.is_empty() {
            "written"
        } else {
            "\"written\\nat the end\""
        };
        assert_eq!(notes(&home), [expected]);
        assert_eq!(drafts(&home), <[PathBuf; 0]>::default());
    }
}

#[test]
fn an_editor_that_does_not_end_keeps_its_file() {
    let home = Home::new();
    let editor = home.script(
        "edit",
        "trap '' TERM HUP; echo written >>\"$1\"; echo editing; read -r line; echo later >>\"$1\"\n",
    );
    let mut terminal = on_http(&home, &editor.display().to_string());
    terminal.send_and_wait("E", "editing");
    terminal.signal(Signal::TERM);
    terminal.end_of_process();
    terminal.wait_for("Your editor still has ");
    assert_eq!(notes(&home), ["written"]);
    let kept = drafts(&home);
    assert_eq!(kept.len(), 1);
    terminal.send("\n");
    terminal.end();
    let text = fs::read_to_string(&kept[0]).unwrap();
    assert_eq!(text, "written\nlater\n");
}

/// The program with a note that is being written.
fn with_draft(home: &Home) -> Terminal {
    let launch = home.launch().argument("--panic-on-key").argument("P");
    let mut terminal = launch.start();
    terminal.wait_for(" 0/79");
    terminal.send_and_wait("jjl", "▸○ HTTP");
    terminal.send_and_wait("e", "Note on HTTP");
    terminal.send_and_wait("not finished", "not finished");
    terminal
}

/// A way to end the program.
type End = fn(&mut Terminal);

#[test]
fn a_note_that_is_not_finished_is_kept_however_the_program_ends() {
    let ends: [(&str, End); 6] = [
        ("ctrl-c", |terminal| terminal.send("\x03")),
        ("a panic", |terminal| terminal.send("P")),
        ("SIGTERM", |terminal| terminal.signal(Signal::TERM)),
        ("SIGHUP", |terminal| terminal.signal(Signal::HUP)),
        ("SIGINT", |terminal| terminal.signal(Signal::INT)),
        ("SIGQUIT", |terminal| terminal.signal(Signal::QUIT)),
    ];
    for (name, end) in ends {
        let home = Home::new();
        let mut terminal = with_draft(&home);
        end(&mut terminal);
        terminal.end();
        terminal.is_restored();
        assert_eq!(notes(&home), ["\"not finished\""], "{name}");
    }
    let home = Home::new();
    let mut terminal = with_draft(&home);
    terminal.close_and_wait("!");
    assert_eq!(notes(&home), ["\"not finished!\""]);
}

#[test]
fn a_note_that_became_too_long_is_in_a_file_after_the_end() {
    let home = Home::new();
    let mut terminal = on_http(&home, "vi");
    terminal.send_and_wait("e", "Note on HTTP");
    // What ends a line is not kept; within it, it is.
    let (quotes, spaces) = ("\"".repeat(8_000), " ".repeat(400));
    terminal.send(&format!("\x1b[200~{quotes}{spaces}\nb\x1b[201~"));
    terminal.send_and_wait("\x01\x7f", "too long");
    terminal.send("\x03");
    assert!(terminal.end().success());
    terminal.wait_for("Your text is in ");
    let kept = drafts(&home);
    assert_eq!(kept.len(), 1);
    let text = fs::read_to_string(&kept[0]).unwrap();
    assert_eq!(text, format!("{quotes}{spaces}b\n"));
    assert_eq!(notes(&home), <[String; 0]>::default());
}
