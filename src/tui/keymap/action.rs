//! What a key can ask for, named by intent.

use crate::progress::Status;
use crate::tui::screen::Screen;

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
    /// Opens the help.
    Help,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
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
    /// Writes a note.
    Note,
    /// Silences a mistake's mark for two weeks, or shows it again.
    Silence,
    /// Silences a mistake's mark for good, or shows it again.
    SilenceForGood,
    /// Shows or hides the streak.
    Streak,
    /// Shows or hides the forecast.
    Forecast,
    /// Searches what the screen has to say.
    Search,
}

impl ScreenAction {
    /// Whether it may change the learner's progress.
    #[must_use]
    pub const fn records(self) -> bool {
        match self {
            Self::Toggle(_)
            | Self::Follow
            | Self::Repository
            | Self::Note
            | Self::Silence
            | Self::SilenceForGood => true,
            Self::Move(_)
            | Self::In
            | Self::Out
            | Self::NextPane
            | Self::PreviousPane
            | Self::Streak
            | Self::Forecast
            | Self::Search => false,
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
