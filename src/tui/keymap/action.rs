//! What a key can ask for, named by intent.

use crate::progress::Status;
use crate::tui::screen::Screen;
use crate::tui::screen::roadmap::Filter;
use crate::tui::theme::{Pick, Theme};

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Something on the screen that is shown.
    Screen(ScreenAction),
    /// Something on what lies over the screen.
    Overlay(OverlayAction),
    /// Takes back the latest change.
    Undo,
    /// Brings back what undo took.
    Redo,
    /// Shows a screen.
    Show(Screen),
    /// Shows the next screen, around the end.
    ShowNext,
    /// Shows the screen before, around the beginning.
    ShowPrevious,
    /// Goes to what is recommended next.
    GoToNext,
    /// Goes back to where the learner was before a jump.
    Back,
    /// Puts the whole roadmap back to do.
    ResetAll,
    /// Opens the search.
    Search,
    /// Goes to the next place that the latest search found, around the end.
    NextHit,
    /// Goes to the place before, around the beginning.
    PreviousHit,
    /// Ends going through what was found.
    EndSearch,
    /// Opens the list of commands.
    Palette,
    /// Opens the help.
    Help,
    /// Wears another theme.
    Theme(Pick),
    /// Shows the themes, to look at and to pick one.
    ChooseTheme,
    /// Shows the roadmaps that can be opened.
    Roadmaps,
    /// Shows how to begin.
    Welcome,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
}

impl Action {
    /// Its name, in the list of commands and where keys are set: words joined by `-`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen(action) => action.name(),
            Self::Overlay(action) => action.name(),
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Show(screen) => screen.word(),
            Self::ShowNext => "next-screen",
            Self::ShowPrevious => "previous-screen",
            Self::GoToNext => "next",
            Self::Back => "back",
            Self::ResetAll => "reset-all",
            Self::Search => "search",
            Self::NextHit => "next-hit",
            Self::PreviousHit => "previous-hit",
            Self::EndSearch => "end-search",
            Self::Palette => "commands",
            Self::Help => "help",
            Self::Theme(Pick::Configured) => "theme-configured",
            Self::Theme(Pick::Theme(Theme::Auto)) => "theme-auto",
            Self::Theme(Pick::Theme(Theme::Dark)) => "theme-dark",
            Self::Theme(Pick::Theme(Theme::Light)) => "theme-light",
            Self::Theme(Pick::Theme(Theme::HighContrast)) => "theme-high-contrast",
            Self::Theme(Pick::Theme(Theme::Mono)) => "theme-mono",
            Self::ChooseTheme => "choose-theme",
            Self::Roadmaps => "open-roadmap",
            Self::Welcome => "welcome",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
        }
    }

    /// Whether it only moves on a screen: who calls things by name wants other ones first.
    #[must_use]
    pub const fn is_motion(self) -> bool {
        use ScreenAction::{In, Move, NextPane, Out, PreviousPane};
        matches!(
            self,
            Self::Screen(Move(_) | In | Out | NextPane | PreviousPane)
        )
    }
}

/// What a key can ask a screen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScreenAction {
    /// Through a list or a text.
    Move(Move),
    /// Into what is selected.
    In,
    /// Back out.
    Out,
    /// To the pane on the right, then around.
    NextPane,
    /// To the pane on the left, then around.
    PreviousPane,
    /// This status, or to do again.
    Toggle(Status),
    /// Follows the selected path, or none any more.
    Follow,
    /// Names the learner's repository of a project.
    Repository,
    /// Something with the topic that is selected, on whichever screen.
    Topic(TopicAction),
    /// Silences a mistake's mark for two weeks, or shows it again.
    Silence,
    /// Silences a mistake's mark for good, or shows it again.
    SilenceForGood,
    /// Shows or hides the streak.
    Streak,
    /// Shows or hides the forecast.
    Forecast,
    /// Shows only what has some words.
    FindWords,
    /// Asks which topics to show.
    Filter,
    /// Shows only some topics, or all again.
    Narrow(Filter),
    /// Selects several topics, or one again.
    Range,
    /// Puts what is selected back to do.
    Reset,
}

impl ScreenAction {
    /// Its name among those of all actions.
    const fn name(self) -> &'static str {
        match self {
            Self::Move(by) => by.name(),
            Self::In => "in",
            Self::Out => "out",
            Self::NextPane => "next-pane",
            Self::PreviousPane => "previous-pane",
            Self::Toggle(Status::Todo) => "to-do",
            Self::Toggle(Status::Learning) => "learning",
            Self::Toggle(Status::Done) => "done",
            Self::Toggle(Status::Skipped) => "skip",
            Self::Follow => "follow",
            Self::Repository => "repository",
            Self::Topic(action) => action.name(),
            Self::Silence => "silence",
            Self::SilenceForGood => "silence-for-good",
            Self::Streak => "streak",
            Self::Forecast => "forecast",
            Self::FindWords => "find-words",
            Self::Filter => "filter",
            Self::Narrow(Filter::Everything) => "show-all",
            Self::Narrow(Filter::Open) => "show-open",
            Self::Narrow(Filter::Todo) => "show-to-do",
            Self::Narrow(Filter::Learning) => "show-learning",
            Self::Narrow(Filter::Done) => "show-done",
            Self::Narrow(Filter::Skipped) => "show-skipped",
            Self::Narrow(Filter::Noted) => "show-noted",
            Self::Range => "select",
            Self::Reset => "reset",
        }
    }

    /// Whether it may change the learner's progress.
    #[must_use]
    pub const fn records(self) -> bool {
        match self {
            Self::Toggle(_)
            | Self::Follow
            | Self::Repository
            | Self::Topic(TopicAction::Note | TopicAction::NoteElsewhere)
            | Self::Silence
            | Self::SilenceForGood
            | Self::Reset => true,
            Self::Move(_)
            | Self::In
            | Self::Out
            | Self::NextPane
            | Self::PreviousPane
            | Self::Topic(TopicAction::OpenLink | TopicAction::CopyLink)
            | Self::Streak
            | Self::Forecast
            | Self::FindWords
            | Self::Filter
            | Self::Narrow(_)
            | Self::Range => false,
        }
    }
}

/// What a key can ask for the topic that is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TopicAction {
    /// Writes a note.
    Note,
    /// Writes a note in the learner's own editor.
    NoteElsewhere,
    /// Opens one of its links in the browser.
    OpenLink,
    /// Copies the address of one of its links.
    CopyLink,
}

impl TopicAction {
    /// Its name among those of all actions.
    const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::NoteElsewhere => "note-in-editor",
            Self::OpenLink => "open-link",
            Self::CopyLink => "copy-link",
        }
    }
}

/// What a key can ask an overlay for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OverlayAction {
    /// Through its list.
    Move(Move),
    /// Takes what was typed.
    Accept,
    /// Closes it.
    Close,
    /// Empties its text field.
    ClearText,
    /// Closes it and leaves everything as it was before.
    Discard,
    /// Shows the text before in its text field.
    Older,
    /// Gives its text to the learner's own editor.
    Elsewhere,
    /// Drops what is selected from its list.
    Drop,
}

impl OverlayAction {
    /// Its name among those of all actions.
    const fn name(self) -> &'static str {
        match self {
            Self::Move(Move::Up) => "list-up",
            Self::Move(Move::Down) => "list-down",
            Self::Move(Move::First) => "list-first",
            Self::Move(Move::Last) => "list-last",
            Self::Move(Move::PageUp) => "list-page-up",
            Self::Move(Move::PageDown) => "list-page-down",
            Self::Move(Move::HalfPageUp) => "list-half-page-up",
            Self::Move(Move::HalfPageDown) => "list-half-page-down",
            Self::Accept => "accept",
            Self::Close => "close",
            Self::ClearText => "clear-text",
            Self::Discard => "discard",
            Self::Older => "older-text",
            Self::Elsewhere => "edit-elsewhere",
            Self::Drop => "drop",
        }
    }
}

/// A way through a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Half a screenful up.
    HalfPageUp,
    /// Half a screenful down.
    HalfPageDown,
}

impl Move {
    /// Its name among those of all actions.
    const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::First => "first",
            Self::Last => "last",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::HalfPageUp => "half-page-up",
            Self::HalfPageDown => "half-page-down",
        }
    }

    /// By how many rows it goes where `page` rows are shown.
    #[must_use]
    pub fn rows(self, page: usize) -> isize {
        let page = isize::try_from(page.max(1)).unwrap_or(isize::MAX);
        match self {
            Self::Up => -1,
            Self::Down => 1,
            Self::First => isize::MIN,
            Self::Last => isize::MAX,
            Self::PageUp => -page,
            Self::PageDown => page,
            Self::HalfPageUp => -(page / 2).max(1),
            Self::HalfPageDown => (page / 2).max(1),
        }
    }
}
