//! A question that is answered by one line of text.

use ratatui::layout::Rect;

use super::Outcome;
use crate::progress::Change;
use crate::roadmap::link_problem;
use crate::tui::field::Field;
use crate::tui::key::Key;
use crate::tui::keymap::OverlayAction;
use crate::tui::layout::centred;
use crate::tui::theme::Role;
use crate::tui::view::Pen;
use crate::tui::words;

/// The widest that the box becomes.
const WIDEST: u16 = 84;
/// How many characters a line may have.
const LONGEST: usize = 1000;

/// What is asked for, and what it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What the answer sets.
    pub about: About,
    /// The full id of the project or topic; empty for a search.
    pub topic: String,
    /// The title of the box.
    pub title: String,
    /// What the line says first.
    pub now: String,
}

/// What an answer sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The address of the learner's repository.
    Repository,
    /// Words to look for on the screen.
    Search,
}

/// The question and the line while it is typed.
#[derive(Debug, Clone)]
pub struct State {
    question: Question,
    line: Field,
    /// What is wrong with the line, once it was to be kept.
    fault: Option<String>,
}

impl State {
    /// A question with the line as it is now.
    #[must_use]
    pub fn new(question: Question) -> Self {
        let mut line = Field::new(LONGEST);
        line.set(&question.now);
        Self {
            line,
            question,
            fault: None,
        }
    }

    /// Takes what is typed into the line, and the usual keys of a line of text.
    pub fn typed(&mut self, key: Key) -> bool {
        let is_typed = self.line.typed(key);
        if is_typed {
            self.fault = None;
        }
        is_typed
    }

    /// Takes a line of pasted text.
    pub fn pasted(&mut self, text: &str) {
        self.line.pasted(text);
        self.fault = None;
    }

    /// Does what an action asks for.
    pub fn act(&mut self, action: OverlayAction) -> Outcome {
        match action {
            OverlayAction::Close | OverlayAction::Discard => Outcome::Close,
            OverlayAction::ClearText => {
                self.line.clear();
                self.fault = None;
                Outcome::Stay
            }
            OverlayAction::Move(_)
            | OverlayAction::Older
            | OverlayAction::Elsewhere
            | OverlayAction::Drop => Outcome::Stay,
            OverlayAction::Accept => self.accept(),
        }
    }

    fn accept(&mut self) -> Outcome {
        let said = self.line.value().trim().to_owned();
        if said == self.question.now {
            return Outcome::Close;
        }
        let topic = self.question.topic.clone();
        match self.question.about {
            About::Search => Outcome::Search(said),
            About::Repository => match link_problem(&said).filter(|_| !said.is_empty()) {
                None => Outcome::Record(vec![Change::Repository { topic, url: said }]),
                Some(problem) => {
                    self.fault = Some(words::bad_address(&problem));
                    Outcome::Stay
                }
            },
        }
    }
}

/// Draws the box in the middle of a room.
pub fn draw(pen: &mut Pen<'_>, state: &State, room: Rect) {
    let frame = centred(room, WIDEST, 4);
    pen.frame(
        frame,
        &pen.cut(&state.question.title, frame.width.saturating_sub(6)),
        "",
    );
    let inside = frame.inner(ratatui::layout::Margin::new(2, 1));
    if inside.is_empty() {
        return;
    }
    let line = Rect {
        height: 1,
        ..inside
    };
    state.line.draw(pen, line);
    if let Some(row) = inside.rows().nth(1) {
        match &state.fault {
            Some(fault) => pen.text(row, &pen.cut(fault, row.width), Role::Trouble),
            None => pen.text(
                row,
                &pen.cut(words::asked(state.question.about), row.width),
                Role::Faint,
            ),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(about: About, now: &str) -> State {
        State::new(Question {
            about,
            topic: "projects.todo-api".to_owned(),
            title: "Your repository".to_owned(),
            now: now.to_owned(),
        })
    }

    fn typed(state: &mut State, text: &str) {
        for character in text.chars() {
            assert!(state.typed(Key::char(character)));
        }
    }

    fn repository(url: &str) -> Outcome {
        Outcome::Record(vec![Change::Repository {
            topic: "projects.todo-api".to_owned(),
            url: url.to_owned(),
        }])
    }

    #[test]
    fn an_address_that_may_be_opened_is_kept() {
        let mut state = asked(About::Repository, "");
        typed(&mut state, " https://example.org/me/todo ");
        let kept = state.act(OverlayAction::Accept);
        assert_eq!(kept, repository("https://example.org/me/todo"));
    }

    #[test]
    fn any_other_is_refused_with_what_is_wrong_and_can_be_put_right() {
        for (bad, fault) in [
            ("example.org", "is no http or https address"),
            ("javascript:alert(1)", "is no http or https address"),
            ("https://me@example.org/", "has a user name before its host"),
            ("https://a b", "has a space"),
        ] {
            let mut state = asked(About::Repository, "");
            typed(&mut state, bad);
            assert_eq!(state.act(OverlayAction::Accept), Outcome::Stay);
            let told = state.fault.clone().unwrap();
            assert!(told.starts_with(&format!("This {fault}")), "{told}");
            assert_eq!(state.line.value(), bad);
            state.act(OverlayAction::ClearText);
            assert_eq!(state.fault, None);
            typed(&mut state, "https://example.org/");
            assert_eq!(
                state.act(OverlayAction::Accept),
                repository("https://example.org/")
            );
        }
    }

    #[test]
    fn an_empty_line_takes_it_away_and_the_same_line_changes_nothing() {
        let mut state = asked(About::Repository, "https://example.org/");
        assert_eq!(state.clone().act(OverlayAction::Accept), Outcome::Close);
        state.act(OverlayAction::ClearText);
        assert_eq!(state.act(OverlayAction::Accept), repository(""));
        assert_eq!(
            asked(About::Repository, "").act(OverlayAction::Accept),
            Outcome::Close
        );
    }
}
