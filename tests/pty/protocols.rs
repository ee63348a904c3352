//! What terminals send besides keys: focus, keys in the long form, answers nobody asked for.

use crate::support::escapes::{Piece, pieces};
use crate::support::{Home, Terminal};

/// The program on the topics of the second step, on the second of them.
fn on_functions(home: &Home) -> (Terminal, String) {
    let mut terminal = home.launch().size(120, 40).start();
    terminal.wait_for(" 0/79");
    let frame = terminal.send_and_wait("jlj", "▸○ Functions");
    (terminal, frame)
}

#[test]
fn a_key_that_is_let_go_does_nothing_and_one_that_is_pressed_or_repeated_acts() {
    let home = Home::new();
    let (mut terminal, _) = on_functions(&home);
    terminal.send("\x1b[106;1:3u\x1b[32;1:3u\x1b[113;1:3u\x1b[57352;1:3u");
    // Each of the others acts once: pressed, repeated, with caps lock on, with num lock on.
    terminal.send("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;65u\x1b[106;129u");
    terminal.wait_for("▸○ Recursion");
    // To the last one, with shift; and with the arrow in its long form back.
    terminal.send_and_wait("\x1b[103;2u", "▸○ Asynchronous");
    terminal.send_and_wait("\x1b[1;1:1A", "▸○ Error Handling");
    // With alt, super or hyper they are other keys.
    terminal.send("\x1b[32;3u\x1b[32;9u\x1b[120;17u\x1b[113;9u\x1b[57441;2u");
    terminal.send_and_wait("\x1b[32u", " 1/79");
    terminal.wait_until_saved("1/79");
    terminal.send("\x1b[99;5u");
    assert!(terminal.end().success());
    assert_eq!(home.done(["fundamentals.error-handling"]), [1]);
}

/// Late answers of terminals: to questions about the device, the cursor, colours, the clipboard, the
/// name of the terminal, its size, its pictures and modes.
const ANSWERS: [&str; 18] = [
    "\x1b[?62;22c",
    "\x1b[>0;276;0c",
    "\x1b[24;80R",
    "\x1b[0n",
    "\x1b[8;24;80t",
    "\x1b[?1u",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "\x1b]4;1;rgb:ffff/0000/0000\x1b\\",
    "\x1b]52;c;eCB1aXE=\x1b\\",
    "\x1bP>|XTerm(370) x i u q\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1bP1$r0 q\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<35;10;10M",
];

#[test]
fn answers_to_questions_that_others_asked_press_no_key() {
    let home = Home::new();
    let (mut terminal, before) = on_functions(&home);
    for answer in ANSWERS {
        terminal.send(answer);
        terminal.wait_until_read();
        // Were a key of it taken, this would lead elsewhere.
        terminal.send_and_wait("j", "▸○ Arrays");
        terminal.send("k");
        terminal.wait_until(answer, |frame| frame == before);
    }
    terminal.send(&ANSWERS.concat());
    terminal.send_and_wait("j", "▸○ Arrays");
    terminal.send("k");
    terminal.wait_until("the same screen again", |frame| frame == before);
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!home.journal("backend").exists());
}

#[test]
fn a_window_that_gains_and_loses_the_keyboard_a_thousand_times_stays_as_it_is() {
    let home = Home::new();
    let (mut terminal, before) = on_functions(&home);
    let frames = terminal.frames();
    terminal.send(&"\x1b[I\x1b[O".repeat(1_000));
    terminal.send_and_wait("j", "▸○ Arrays");
    assert_eq!(terminal.frames(), frames + 1, "nothing else is drawn");
    terminal.send("k");
    terminal.wait_until("the same screen again", |frame| frame == before);
}

/// What was said to the terminal about how keys are to be reported.
fn reports(raw: &[u8]) -> Vec<String> {
    let is_such = |piece| match piece {
        Piece::Control(parameters, 'u') => Some(parameters),
        Piece::Control(..) | Piece::Text(_) | Piece::Other(_) => None,
    };
    pieces(raw).into_iter().filter_map(is_such).collect()
}

#[test]
fn on_a_board_that_is_not_latin_commands_go_by_the_place_of_a_key_and_text_by_its_letter() {
    let home = Home::new();
    let (mut terminal, _) = on_functions(&home);
    assert_eq!(reports(&terminal.raw()), [">13"]);
    // On a Russian board: j, k, G by shift, ctrl-u, and space.
    terminal.send_and_wait("\x1b[1086::106u", "▸○ Arrays");
    terminal.send_and_wait("\x1b[1083::107u", "▸○ Functions");
    terminal.send_and_wait("\x1b[1087:1055:103;2u", "▸○ Asynchronous");
    terminal.send_and_wait("\x1b[1075::117;5u", "▸○ Variables");
    terminal.send_and_wait("\x1b[32u", " 1/79");
    // The question mark is on the 7 there; in a text field letters are letters.
    terminal.send_and_wait("\x1b[55:63:55;2u", "Search: ");
    assert_eq!(reports(&terminal.raw()), [">13", "=5;1"]);
    terminal.send_and_wait("о\x1b[1086::106u", "Search: оо ");
    terminal.send("\x1b[27u");
    terminal.wait_until("no help", |frame| !frame.contains("Search: "));
    terminal.send_and_wait("\x1b[1086::106u", "▸○ ");
    terminal.wait_until_saved("1/79");
    terminal.send("\x1b[1089::99;5u");
    assert!(terminal.end().success());
    assert_eq!(reports(&terminal.raw()), [">13", "=5;1", "=13;1", "<1"]);
}
