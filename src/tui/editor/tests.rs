//! Keys in a field of several lines.

use super::*;
use crossterm::event::{KeyCode, KeyModifiers};
use proptest::prelude::*;

/// Two code points and more that are one character each.
const CLUSTERS: &str = "e\u{301}👩‍👩‍👧‍👦🇩🇪";

fn field(text: &str, width: u16) -> Editor {
    let mut editor = Editor::new(text);
    editor.settle(Rect::new(0, 0, width + 1, 5));
    editor
}

/// The text with the cursor as a bar.
fn shown(editor: &Editor) -> String {
    let spot = editor.spot();
    let lines = editor.area.lines().iter().enumerate();
    let lines: Vec<String> = lines
        .map(|(line, text)| {
            let mut text = text.clone();
            if line == spot.line {
                text.insert(spot.byte, '|');
            }
            text
        })
        .collect();
    lines.join("\n")
}

/// Types a text, keys of which are named between angle brackets.
fn keys(editor: &mut Editor, sentence: &str) {
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (key, after) = match named {
            Some((name, after)) => (named_key(name), after),
            None => (Key::char(first), &rest[first.len_utf8()..]),
        };
        assert!(editor.typed(key), "{key}");
        rest = after;
    }
}

fn named_key(name: &str) -> Key {
    name.parse()
        .unwrap_or_else(|_| panic!("no key is called {name}"))
}

#[test]
fn the_keys_of_readline_do_what_they_do() {
    for (text, sentence, expected) in [
        ("one two", "<ctrl-a>", "|one two"),
        ("one two", "<home>X", "X|one two"),
        ("one two", "<ctrl-a><ctrl-e>", "one two|"),
        ("one two", "<ctrl-b><ctrl-b><ctrl-f>", "one tw|o"),
        ("one\ntwo", "<ctrl-a><ctrl-b>", "one|\ntwo"),
        ("one\ntwo", "<ctrl-p><ctrl-f>", "one\n|two"),
        ("one\ntwo", "<ctrl-p>", "one|\ntwo"),
        ("one\ntwo", "<ctrl-p><ctrl-n>", "one\ntwo|"),
        ("one two", "<alt-b>", "one |two"),
        ("one two", "<alt-b><alt-b><alt-f>", "one| two"),
        ("one two", "<ctrl-left><ctrl-left><ctrl-right>", "one| two"),
        ("one\ntwo", "<alt-b><alt-b><alt-f>", "one\n|two"),
        ("one two", "<ctrl-w>", "one |"),
        ("one, two", "<ctrl-w><ctrl-w>", "|"),
        ("one two", "<ctrl-a><alt-d>", "| two"),
        ("one two", "<alt-b><ctrl-k>", "one |"),
        ("one\ntwo", "<ctrl-p><ctrl-k>", "one|two"),
        ("one two", "<alt-b><ctrl-u>", "|two"),
        ("one\ntwo", "<ctrl-a><ctrl-u>", "one|two"),
        ("one two", "<ctrl-a><ctrl-d><delete>", "|e two"),
        ("one two", "<ctrl-h><backspace>", "one t|"),
        ("one\ntwo", "<ctrl-a><backspace>", "one|two"),
        ("one\ntwo", "<ctrl-p><delete>", "one|two"),
        ("onetwo", "<left><left><left><enter>", "one\n|two"),
        ("a", "<tab>b", "a   b|"),
        ("one two", "<ctrl-w><ctrl-a><ctrl-y>", "two|one "),
        ("one\ntwo", "<alt-<>", "|one\ntwo"),
        ("one\ntwo", "<ctrl-home><ctrl-end>", "one\ntwo|"),
        (
            "",
            "<backspace><delete><ctrl-w><ctrl-k><ctrl-u><up><down>",
            "|",
        ),
    ] {
        let mut editor = field(text, 20);
        keys(&mut editor, sentence);
        assert_eq!(shown(&editor), expected, "{text:?} {sentence}");
    }
}

#[test]
fn the_cursor_and_deleting_take_whole_characters() {
    for (sentence, expected) in [
        ("<left>", "e\u{301}👩‍👩‍👧‍👦|🇩🇪"),
        ("<left><left>", "e\u{301}|👩‍👩‍👧‍👦🇩🇪"),
        ("<home><right>", "e\u{301}|👩‍👩‍👧‍👦🇩🇪"),
        ("<backspace>", "e\u{301}👩‍👩‍👧‍👦|"),
        ("<backspace><backspace>", "e\u{301}|"),
        ("<home><delete><delete>", "|🇩🇪"),
    ] {
        let mut editor = field(CLUSTERS, 20);
        keys(&mut editor, sentence);
        assert_eq!(shown(&editor), expected, "{sentence}");
    }
}

#[test]
fn what_joins_with_its_neighbour_takes_the_cursor_along() {
    let mut editor = field("\u{1f1e9}\u{1f1ea}", 20);
    // A first half of a flag before two halves pairs anew with the first of them.
    keys(&mut editor, "<home>\u{1f1eb}");
    assert_eq!(shown(&editor), "\u{1f1eb}\u{1f1e9}|\u{1f1ea}");
    let mut editor = field("", 20);
    // One code point at a time, as a terminal without marked pastes sends it.
    keys(&mut editor, CLUSTERS);
    assert_eq!(editor.text(), CLUSTERS);
}

#[test]
fn what_would_not_be_shown_is_not_typed() {
    let mut editor = field("a", 20);
    keys(&mut editor, "\u{200b}\u{202e}\u{200d}\u{1b}b\u{feff}");
    assert_eq!(shown(&editor), "ab|");
}

#[test]
fn up_and_down_go_by_rows_and_keep_their_column() {
    let mut editor = field("one two three\nx\nfour five six", 9);
    // The rows are "one two ", "three", "x", "four five", "six".
    keys(&mut editor, "<up>");
    assert_eq!(shown(&editor), "one two three\nx\nfou|r five six");
    keys(&mut editor, "<up>");
    assert_eq!(shown(&editor), "one two three\nx|\nfour five six");
    keys(&mut editor, "<up>");
    assert_eq!(shown(&editor), "one two thr|ee\nx\nfour five six");
    keys(&mut editor, "<up>");
    assert_eq!(shown(&editor), "one| two three\nx\nfour five six");
    keys(&mut editor, "<up>");
    assert_eq!(shown(&editor), "|one two three\nx\nfour five six");
    keys(&mut editor, "<end><up>");
    assert_eq!(shown(&editor), "one t|wo three\nx\nfour five six");
    keys(&mut editor, "<page-down>");
    assert_eq!(shown(&editor), "one two three\nx\nfour five six|");
}

#[test]
fn whatever_changes_the_text_gives_up_and_down_a_new_column() {
    type Change = fn(&mut Editor);
    let changes: [(Change, &str); 3] = [
        (|editor| editor.pasted("y"), "xy|\nlonger"),
        (|editor| editor.replace("a\nlong"), "a|\nlong"),
        (|editor| keys(editor, "y"), "xy|\nlonger"),
    ];
    for (change, expected) in changes {
        // Up from the end of the longer line, so that its column is kept to.
        let mut editor = field("x\nlonger", 20);
        keys(&mut editor, "<up>");
        change(&mut editor);
        if editor.spot().line == 0 {
            keys(&mut editor, "<down>");
            assert_eq!(shown(&editor), "xy\nlo|nger");
        }
        keys(&mut editor, "<up>");
        assert_eq!(shown(&editor), expected);
    }
}

#[test]
fn undo_takes_back_a_word_a_paste_or_a_deletion() {
    let mut editor = field("", 20);
    keys(&mut editor, "one two");
    editor.pasted("three\r\n\tfour\u{1b}\u{202e}\rfive");
    assert_eq!(shown(&editor), "one twothree\n    four\nfive|");
    keys(&mut editor, "<ctrl-w>");
    let mut states = Vec::new();
    while !editor.steps.is_empty() {
        keys(&mut editor, "<alt-u>");
        states.push(shown(&editor));
    }
    assert_eq!(
        states,
        ["one twothree\n    four\nfive|", "one two|", "one |", "|",]
    );
    keys(&mut editor, "<ctrl-_><alt-r><alt-r><alt-r>");
    assert_eq!(shown(&editor), "one twothree\n    four\nfive|");
    keys(&mut editor, "<alt-u>!<alt-r>");
    assert_eq!(shown(&editor), "one two!|", "something new ends redo");
}

#[test]
fn another_text_comes_and_goes_in_one_step() {
    for text in ["", "of one line", "of\ntwo"] {
        let mut editor = field("what was typed\nbefore", 20);
        editor.replace(text);
        assert_eq!(editor.text(), text);
        keys(&mut editor, "<alt-u>");
        assert_eq!(editor.text(), "what was typed\nbefore");
        editor.replace(text);
        editor.replace("again");
        assert_eq!(shown(&editor), "again|");
    }
}

#[test]
fn an_edit_that_is_refused_has_not_been() {
    let mut editor = field("", 20);
    keys(&mut editor, "ab");
    editor.refuse();
    assert_eq!(shown(&editor), "a|");
    keys(&mut editor, "c<alt-u>");
    assert_eq!(shown(&editor), "a|");
    keys(&mut editor, "<alt-u>");
    assert_eq!(shown(&editor), "|");
    editor.refuse();
    assert_eq!(shown(&editor), "|");
}

#[test]
fn the_row_of_the_cursor_is_in_view() {
    let text: Vec<String> = (0..20).map(|line| line.to_string()).collect();
    let mut editor = field(&text.join("\n"), 20);
    let room = Rect::new(0, 0, 21, 5);
    assert_eq!((editor.top, editor.hides()), (15, (true, false)));
    keys(&mut editor, "<ctrl-home>");
    editor.settle(room);
    assert_eq!((editor.top, editor.hides()), (0, (false, true)));
    keys(&mut editor, "<page-down>");
    editor.settle(room);
    assert_eq!((editor.spot().line, editor.top), (5, 1));
}

fn any_key() -> impl Strategy<Value = Key> {
    let character = prop_oneof![
        4 => proptest::sample::select(" ae\u{301}\u{200d}\u{fe0f}👩💻🇩🇪日ﾞ\u{d4e}!क्षि".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    let code = proptest::sample::select(vec![
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Enter,
        KeyCode::Tab,
    ]);
    let modifiers = proptest::sample::select(vec![
        KeyModifiers::NONE,
        KeyModifiers::CONTROL,
        KeyModifiers::ALT,
        KeyModifiers::SHIFT,
    ]);
    let letter = proptest::sample::select("abefpnwukdhyjr_<>/7".chars().collect::<Vec<_>>());
    prop_oneof![
        6 => character.prop_map(Key::char),
        4 => (code, modifiers.clone()).prop_map(|(code, modifiers)| Key { code, modifiers }),
        3 => (letter, modifiers).prop_map(|(letter, modifiers)| Key { code: KeyCode::Char(letter), modifiers }),
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_the_cursor_stands_between_characters(
        text in "(\\PC|[ \n日a\u{301}\u{200d}👩🇩🇪ﾞ\u{d4e}]){0,30}",
        typed in proptest::collection::vec(any_key(), 0..40),
        pasted in "(\\PC|\\pC|[\n\r\u{301}\u{200d}]){0,10}",
        width in 1_u16..12,
    ) {
        let mut editor = field(&text, width);
        for (nth, key) in typed.into_iter().enumerate() {
            editor.typed(key);
            if nth == 7 {
                editor.pasted(&pasted);
            }
            let spot = editor.spot();
            let line = editor.line(spot.line);
            let is_between = spot.byte == line.len()
                || line.grapheme_indices(true).any(|(at, _)| at == spot.byte);
            prop_assert!(is_between, "{:?} in {:?} after {}", spot, line, key);
            let rows = editor.rows();
            let row = &rows[row_of(&rows, spot)];
            prop_assert!(row.line == spot.line && row.bytes.start <= spot.byte);
            let text = editor.text();
            prop_assert_eq!(&clean_lines(&text), &text);
        }
        editor.settle(Rect::new(0, 0, width + 1, 3));
        let look = crate::tui::theme::Look {
            depth: crate::tui::theme::Depth::Sixteen,
            theme: crate::tui::theme::Theme::Mono,
            glyphs: crate::tui::theme::Glyphs::UNICODE,
        };
        let mut buffer = ratatui::buffer::Buffer::empty(Rect::new(0, 0, width + 3, 4));
        editor.draw(&mut Pen::new(&mut buffer, &look), Rect::new(1, 0, width + 1, 3));
        let reversed = buffer.content.iter().filter(|cell| {
            cell.modifier.contains(ratatui::style::Modifier::REVERSED)
        });
        let is_seen = reversed.count() >= 1;
        prop_assert!(is_seen, "{}", shown(&editor));
        while !editor.steps.is_empty() {
            editor.typed(Key { code: KeyCode::Char('u'), modifiers: KeyModifiers::ALT });
        }
        prop_assert_eq!(editor.text(), clean_lines(&text));
    }
}
