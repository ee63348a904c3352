//! A note while it is written.

use jiff::civil::Date;
use ratatui::layout::{Margin, Rect};

use super::Outcome;
use crate::plain::clean_lines;
use crate::progress::{Change, Version};
use crate::tui::editor::Editor;
use crate::tui::key::Key;
use crate::tui::keymap::OverlayAction;
use crate::tui::layout::centred;
use crate::tui::view::Pen;
use crate::tui::words::{self, note as say};

/// The widest that the box becomes.
const WIDEST: u16 = 84;
/// The highest that it becomes.
const HIGHEST: u16 = 20;
/// From how much room on it is told how much is left.
const LITTLE: usize = 1_000;
/// How long a paste may be to be tried at all. No note is that long.
const LONGEST: usize = 1 << 16;
/// How many bytes may be typed, those among them that are not kept: blank lines at the end. No note is
/// longer than that.
const MOST: usize = 16 << 10;

/// The note, and what it was before.
#[derive(Debug, Clone)]
pub struct State {
    topic: String,
    title: String,
    /// The note when it was opened.
    before: String,
    editor: Editor,
    /// Other versions of it, the latest first.
    versions: Vec<Version>,
    /// Which of them is shown.
    shown: Option<usize>,
    /// What was typed before any of them was shown.
    typed: String,
    /// How much more fits; none where it is too much already.
    left: Option<usize>,
    today: Date,
}

impl State {
    /// The note on a topic as it is now, and its versions.
    #[must_use]
    pub fn new(topic: &str, title: &str, now: &str, versions: Vec<Version>, today: Date) -> Self {
        let before = clean_lines(now);
        let mut others = Vec::<Version>::new();
        for version in versions {
            let text = clean_lines(&version.text);
            let is_known = others.iter().any(|other| other.text == text);
            if text != before && !text.is_empty() && !is_known {
                others.push(Version { text, ..version });
            }
        }
        let mut this = Self {
            topic: topic.to_owned(),
            title: title.to_owned(),
            editor: Editor::new(&before),
            before,
            versions: others,
            shown: None,
            typed: String::new(),
            left: None,
            today,
        };
        this.left = this.room();
        this
    }

    /// The full id of the topic.
    #[must_use]
    pub fn topic(&self) -> &str {
        &self.topic
    }

    /// The note when it was opened.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.before
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.editor.text()
    }

    /// What there is to keep; none where nothing was changed.
    #[must_use]
    pub fn draft(&self) -> Option<Change> {
        let text = self.editor.text();
        (text != self.before).then(|| self.change(text))
    }

    fn change(&self, text: String) -> Change {
        let topic = self.topic.clone();
        Change::Note { topic, text }
    }

    /// Takes what is typed, and the usual keys of a text; none for every other key.
    pub fn typed(&mut self, key: Key) -> Option<Outcome> {
        let before = self.editor.length();
        if !self.editor.typed(key) {
            return None;
        }
        if Editor::inserts(key) {
            return Some(self.check(before));
        }
        // What undo brings back may be too long; to take that back would lead nowhere.
        self.left = self.room();
        Some(Outcome::Stay)
    }

    /// Takes pasted text, all of it or nothing.
    pub fn pasted(&mut self, text: &str) -> Outcome {
        if text.len() > LONGEST {
            return Outcome::Refuse(say::FULL.to_owned());
        }
        let before = self.editor.length();
        self.editor.pasted(text);
        self.check(before)
    }

    /// How much more fits; none where it is too much already.
    fn room(&self) -> Option<usize> {
        let of_what_is_kept = self.change(self.editor.text()).room_left()?;
        let of_what_is_typed = MOST.checked_sub(self.editor.length())?;
        Some(of_what_is_kept.min(of_what_is_typed))
    }

    /// Takes back what made the text longer than a note may be.
    fn check(&mut self, before: usize) -> Outcome {
        self.left = self.room();
        if self.left.is_some() || self.editor.length() <= before {
            return Outcome::Stay;
        }
        self.editor.refuse();
        self.left = self.room();
        Outcome::Refuse(say::FULL.to_owned())
    }

    /// Does what an action asks for in a room of this size.
    pub fn act(&mut self, action: OverlayAction, room: Rect) -> Outcome {
        let outcome = match action {
            OverlayAction::Close | OverlayAction::Accept => self.keep(),
            OverlayAction::Discard => Outcome::Close,
            OverlayAction::Older => self.show_older(),
            OverlayAction::Elsewhere => Outcome::Elsewhere,
            OverlayAction::Move(_) | OverlayAction::ClearText | OverlayAction::Drop => {
                Outcome::Stay
            }
        };
        self.settle(room);
        outcome
    }

    fn keep(&self) -> Outcome {
        match self.draft() {
            None => Outcome::Close,
            Some(change) if change.room_left().is_none() => {
                Outcome::Refuse(say::TOO_LONG.to_owned())
            }
            Some(change) => Outcome::Record(vec![change]),
        }
    }

    /// Shows the version before the one that is shown; after the first of all, what was typed.
    fn show_older(&mut self) -> Outcome {
        if self.versions.is_empty() {
            return Outcome::Refuse(say::NO_OLDER.to_owned());
        }
        let next = if let Some((at, _)) = self.version() {
            at + 1
        } else {
            // Nothing is shown, or that was written on: it is what is typed now.
            self.typed = self.editor.text();
            0
        };
        let version = self.versions.get(next);
        self.shown = version.map(|_| next);
        let text = version.map_or(&self.typed, |version| &version.text);
        self.editor.replace(text);
        self.left = self.room();
        Outcome::Stay
    }

    /// Brings what is in view in line with the cursor.
    pub fn settle(&mut self, room: Rect) {
        self.editor.settle(inside(frame(room)));
    }

    /// The version that is shown, with its number; none once it was written on.
    fn version(&self) -> Option<(usize, &Version)> {
        let at = self.shown?;
        let version = self.versions.get(at)?;
        (version.text == self.editor.text()).then_some((at, version))
    }

    fn title(&self) -> String {
        let (all, title) = (self.versions.len(), &self.title);
        match self.version() {
            Some((at, version)) => say::version(version, at + 1, all, title, self.today),
            None => say::on(title),
        }
    }

    /// What stands at the lower end of the box.
    fn remark(&self) -> String {
        match self.left {
            Some(left) if left < LITTLE => say::left(left),
            None => say::TOO_LONG.to_owned(),
            Some(_) if self.editor.hides().1 => words::MORE_BELOW.to_owned(),
            Some(_) => String::new(),
        }
    }
}

/// The box in the middle of a room.
fn frame(room: Rect) -> Rect {
    centred(room, WIDEST, HIGHEST)
}

fn inside(frame: Rect) -> Rect {
    frame.inner(Margin::new(2, 1))
}

/// Draws the note in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let frame = frame(room);
    let width = frame.width.saturating_sub(6);
    let title = pen.cut(&state.title(), width);
    let remark = pen.cut(&state.remark(), width);
    pen.frame(frame, &title, &remark);
    state.editor.draw(pen, inside(frame));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    const ROOM: Rect = Rect::new(0, 0, 80, 20);

    fn note(now: &str, versions: &[&str]) -> State {
        let at = "2026-11-20T12:00:00Z".parse().unwrap();
        let version = |text: &&str| Version {
            at,
            text: (*text).to_owned(),
        };
        let versions = versions.iter().map(version).collect();
        let today = jiff::civil::date(2026, 11, 23);
        let mut state = State::new("web.http", "HTTP", now, versions, today);
        state.settle(ROOM);
        state
    }

    fn typed(state: &mut State, text: &str) {
        for character in text.chars() {
            let key = match character {
                '\n' => Key::plain(KeyCode::Enter),
                other => Key::char(other),
            };
            assert_eq!(state.typed(key), Some(Outcome::Stay));
        }
    }

    fn kept(text: &str) -> Outcome {
        Outcome::Record(vec![Change::Note {
            topic: "web.http".to_owned(),
            text: text.to_owned(),
        }])
    }

    #[test]
    fn closing_keeps_what_changed_and_discarding_does_not() {
        let mut state = note("one", &["one"]);
        assert_eq!(state.act(OverlayAction::Close, ROOM), Outcome::Close);
        typed(&mut state, "\ntwo  \n");
        assert_eq!(state.act(OverlayAction::Close, ROOM), kept("one\ntwo"));
        assert_eq!(state.act(OverlayAction::Discard, ROOM), Outcome::Close);
        state.typed(Key::ctrl('u'));
        for _ in 0..20 {
            state.typed(Key::plain(KeyCode::Backspace));
        }
        assert_eq!(state.act(OverlayAction::Close, ROOM), kept(""));
    }

    #[test]
    fn a_note_that_is_written_back_as_it_was_changes_nothing() {
        let mut state = note("one", &[]);
        typed(&mut state, "!  \n\n");
        for _ in 0..5 {
            state.typed(Key::plain(KeyCode::Backspace));
        }
        assert_eq!(state.draft(), None);
    }

    #[test]
    fn older_versions_come_one_after_the_other_and_then_what_was_typed() {
        let mut state = note("now", &["now", "third", "second", "third", "first"]);
        typed(&mut state, "!");
        let mut seen = Vec::new();
        for _ in 0..5 {
            state.act(OverlayAction::Older, ROOM);
            seen.push((state.text(), state.title()));
        }
        let texts: Vec<_> = seen.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["third", "second", "first", "now!", "third"]);
        assert_eq!(seen[1].1, "Version of 20 Nov, 2 of 3: HTTP");
        assert_eq!(seen[3].1, "Note on HTTP");
        assert_eq!(state.act(OverlayAction::Close, ROOM), kept("third"));
        // Written on, a version is what is typed; what was typed before is an undo away.
        typed(&mut state, "?");
        assert_eq!(state.title(), "Note on HTTP");
        for expected in ["third", "second", "first", "third?"] {
            state.act(OverlayAction::Older, ROOM);
            assert_eq!(state.text(), expected);
        }
        let mut alone = note("now", &["now"]);
        let refused = Outcome::Refuse(say::NO_OLDER.to_owned());
        assert_eq!(alone.act(OverlayAction::Older, ROOM), refused);
    }

    #[test]
    fn a_note_is_as_long_as_can_be_read_back_and_says_so_before_more_is_typed() {
        let mut state = note("", &[]);
        let full = Outcome::Refuse(say::FULL.to_owned());
        assert_eq!(state.pasted(&"x".repeat(17_000)), full);
        assert_eq!(state.pasted(&"x".repeat(1_000_000)), full);
        assert_eq!(state.text(), "");
        assert_eq!(state.pasted(&"x".repeat(15_000)), Outcome::Stay);
        state.settle(ROOM);
        assert_eq!(state.remark(), "");
        assert_eq!(state.pasted(&"日".repeat(300)), Outcome::Stay);
        let left = state.left.unwrap();
        assert_eq!(state.remark(), format!("room for {left} more"));
        typed(&mut state, &"y".repeat(left));
        let text = state.text();
        assert_eq!(state.typed(Key::char('z')), Some(full));
        assert_eq!(state.text(), text);
        let Some(change) = state.draft() else {
            panic!("it was changed");
        };
        assert_eq!(change.room_left(), Some(0));
        state.typed(Key::plain(KeyCode::Backspace));
        typed(&mut state, "z");
    }

    /// A note that is too long: what had stood at the end of a line, and was not kept, is between now.
    fn joined() -> State {
        let mut state = note("", &[]);
        let text = format!("{}{}\nb", "\"".repeat(8_000), " ".repeat(400));
        assert_eq!(state.pasted(&text), Outcome::Stay);
        assert!(state.left.is_some());
        state.typed(Key::ctrl('a'));
        state.typed(Key::plain(KeyCode::Backspace));
        assert_eq!(state.left, None);
        state
    }

    #[test]
    fn undo_is_not_refused_although_it_brings_back_what_is_too_long() {
        let mut state = joined();
        state.typed(Key::ctrl('e'));
        state.typed(Key::plain(KeyCode::Backspace));
        let shorter = state.text();
        let undo = Key {
            code: KeyCode::Char('u'),
            modifiers: KeyModifiers::ALT,
        };
        assert_eq!(state.typed(undo), Some(Outcome::Stay));
        assert_eq!(
            state.text(),
            format!("{}b", joined().text().trim_end_matches('b'))
        );
        assert_ne!(state.text(), shorter);
        assert_eq!(state.typed(undo), Some(Outcome::Stay));
        assert!(state.text().ends_with("\"\nb"), "the line is broken again");
        assert!(state.left.is_some());
    }

    #[test]
    fn what_is_too_long_takes_no_more_and_is_not_kept() {
        let mut state = joined();
        let text = state.text();
        let full = Outcome::Refuse(say::FULL.to_owned());
        assert_eq!(state.typed(Key::char('z')), Some(full));
        assert_eq!(state.text(), text);
        let too_long = Outcome::Refuse(say::TOO_LONG.to_owned());
        assert_eq!(state.act(OverlayAction::Close, ROOM), too_long);
    }

    #[test]
    fn blank_lines_are_bounded_like_all_else() {
        let mut state = note("", &[]);
        let full = Outcome::Refuse(say::FULL.to_owned());
        assert_eq!(state.pasted(&"\n".repeat(40_000)), full);
        typed(&mut state, "begin");
        assert_eq!(state.pasted(&"\n".repeat(7_000)), Outcome::Stay);
        assert_eq!(state.pasted(&"\n".repeat(10_000)), full);
        typed(&mut state, "end");
        assert_eq!(state.text(), format!("begin{}end", "\n".repeat(7_000)));
    }

    #[test]
    fn a_version_gives_its_name_back_once_it_is_written_on_or_gone() {
        let undo = Key {
            code: KeyCode::Char('u'),
            modifiers: KeyModifiers::ALT,
        };
        let mut state = note("now", &["now", "first"]);
        for (key, title) in [
            (Key::char('!'), "Note on HTTP"),
            (
                Key::plain(KeyCode::Backspace),
                "Version of 20 Nov, 1 of 1: HTTP",
            ),
            (undo, "Note on HTTP"),
        ] {
            if state.shown.is_none() {
                state.act(OverlayAction::Older, ROOM);
            }
            state.typed(key);
            assert_eq!(state.title(), title, "{key}");
        }
    }
}
