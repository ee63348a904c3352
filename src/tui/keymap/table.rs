//! All keys.

use std::borrow::Cow;

use crossterm::event::KeyCode;

use super::{Action, Binding, Context, Move, OverlayAction, ScreenAction, TopicAction};
use crate::progress::Status;
use crate::tui::key::Key;
use crate::tui::screen;
use crate::tui::screen::roadmap::Filter as Only;
use crate::tui::theme::Pick;

const fn row(
    context: Context,
    keys: &'static [Key],
    action: Action,
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding {
        context,
        keys: Cow::Borrowed(keys),
        action,
        label,
        help,
    }
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const F1: Key = Key::plain(KeyCode::F(1));

/// All keys. Within a context the order is that of footer and help.
#[rustfmt::skip]
pub const KEYMAP: &[Binding] = &{
    use Action::{
        Back, ChooseTheme, EndSearch, GoToNext, Help, NextHit, Overlay, Palette, PreviousHit, Quit,
        Redo, ResetAll, Roadmaps, Screen, Search, Show, ShowNext, ShowPrevious, Suspend, Theme, Undo,
        Welcome,
    };
    use Context::{
        Anywhere, AnyScreen, Ask, Filtered, Found, Guide, Insights, Menu, Path, Projects, Range, Roadmap,
        Shelf,
    };
    use Move::{Down, First, HalfPageDown, HalfPageUp, Last, PageDown, PageUp, Up};
    use OverlayAction::{Accept, ClearText, Close, Discard, Elsewhere, Older};
    use ScreenAction::{
        FindWords, Follow, Forecast, In, Move as Go, Narrow, NextPane, Out, PreviousPane, Repository,
        Reset, Silence, SilenceForGood, Streak, Toggle, Topic,
    };
    use TopicAction::{CopyLink, NoteElsewhere, OpenLink};
    use Status::{Done, Learning, Skipped};
    use crate::tui::theme::Theme::{Auto, Dark, HighContrast, Light, Mono};
    [
        row(Roadmap, &[Key::char(' ')], Screen(Toggle(Done)), "done", "Mark the topic as done; again: to do"),
        row(Roadmap, &[Key::char('i')], Screen(Toggle(Learning)), "learning", "Mark the topic as being learnt; again: to do"),
        row(Roadmap, &[Key::char('x')], Screen(Toggle(Skipped)), "skip", "Leave the topic out, it no longer counts; again: to do"),
        row(Roadmap, &[ENTER, Key::plain(KeyCode::Right), Key::char('l')], Screen(In), "in", "Go in: from steps to topics to the text of a topic"),
        row(Roadmap, &[ESC, Key::plain(KeyCode::Left), Key::char('h')], Screen(Out), "out", "Go back out"),
        row(Roadmap, &[Key::plain(KeyCode::Tab)], Screen(NextPane), "", "To the next pane"),
        row(Roadmap, &[Key::plain(KeyCode::BackTab)], Screen(PreviousPane), "", "To the pane before"),
        row(Roadmap, &[Key::char('e')], Screen(Topic(TopicAction::Note)), "note", "Write a note on the topic; lists mark what has one"),
        row(Roadmap, &[Key::char('E')], Screen(Topic(NoteElsewhere)), "", "Write the note in your own editor"),
        row(Roadmap, &[Key::char('o')], Screen(Topic(OpenLink)), "", "Open a link of the topic in your browser"),
        row(Roadmap, &[Key::char('y')], Screen(Topic(CopyLink)), "", "Copy the address of a link; the terminal keeps it"),
        row(Roadmap, &[Key::char('f')], Screen(ScreenAction::Filter), "filter", "Show only some topics: what is open, done, has a note"),
        row(Roadmap, &[Key::char('v')], Screen(ScreenAction::Range), "select", "Select several topics, to mark them at once"),
        row(Roadmap, &[Key::char('R')], Screen(Reset), "", "Put the topic, or the step, back to do"),
        row(Roadmap, &[], Screen(Narrow(Only::Everything)), "", "Show all topics"),
        row(Roadmap, &[], Screen(Narrow(Only::Open)), "", "Show only what is open: to do or learning"),
        row(Roadmap, &[], Screen(Narrow(Only::Todo)), "", "Show only what is to do"),
        row(Roadmap, &[], Screen(Narrow(Only::Learning)), "", "Show only what you are learning"),
        row(Roadmap, &[], Screen(Narrow(Only::Done)), "", "Show only what is done"),
        row(Roadmap, &[], Screen(Narrow(Only::Skipped)), "", "Show only what you skipped"),
        row(Roadmap, &[], Screen(Narrow(Only::Noted)), "", "Show only what has a note"),
        row(Range, &[Key::char(' ')], Screen(Toggle(Done)), "done", "Mark all of them as done; again: to do"),
        row(Range, &[Key::char('i')], Screen(Toggle(Learning)), "learning", "Mark all of them as being learnt; again: to do"),
        row(Range, &[Key::char('x')], Screen(Toggle(Skipped)), "skip", "Leave all of them out; again: to do"),
        row(Range, &[Key::char('R')], Screen(Reset), "back to do", "Put all of them back to do"),
        row(Range, &[ESC, Key::char('v')], Screen(ScreenAction::Range), "leave", "Select one topic again"),
        row(Filtered, &[ESC], Screen(Narrow(Only::Everything)), "show all", "Show all topics again"),
        row(Projects, &[Key::char(' ')], Screen(Toggle(Done)), "done", "Mark the project or point as done; again: to do"),
        row(Projects, &[Key::char('i')], Screen(Toggle(Learning)), "learning", "Mark the project as begun; again: to do"),
        row(Projects, &[Key::char('x')], Screen(Toggle(Skipped)), "skip", "Leave the project out; again: to do"),
        row(Projects, &[Key::char('r')], Screen(Repository), "repository", "Name your repository of the project"),
        row(Projects, &[Key::char('e')], Screen(Topic(TopicAction::Note)), "note", "Write a note on the project; lists mark what has one"),
        row(Projects, &[Key::char('E')], Screen(Topic(NoteElsewhere)), "", "Write the note in your own editor"),
        row(Projects, &[Key::char('o')], Screen(Topic(OpenLink)), "", "Open a link of the project in your browser"),
        row(Projects, &[Key::char('y')], Screen(Topic(CopyLink)), "", "Copy the address of a link; the terminal keeps it"),
        row(Projects, &[ENTER, Key::plain(KeyCode::Right), Key::char('l')], Screen(In), "in", "Go in: to the text, then to the selected topic"),
        row(Projects, &[ESC, Key::plain(KeyCode::Left), Key::char('h')], Screen(Out), "out", "Go back out"),
        row(Projects, &[Key::plain(KeyCode::Tab)], Screen(NextPane), "", "To the next pane"),
        row(Projects, &[Key::plain(KeyCode::BackTab)], Screen(PreviousPane), "", "To the pane before"),
        row(Path, &[Key::char('f')], Screen(Follow), "follow", "Follow this path for what is next; again: no more"),
        row(Path, &[Key::char(' ')], Screen(Toggle(Done)), "done", "Mark the selected topic as done; again: to do"),
        row(Path, &[Key::char('i')], Screen(Toggle(Learning)), "learning", "Mark the selected topic as being learnt; again: to do"),
        row(Path, &[Key::char('x')], Screen(Toggle(Skipped)), "skip", "Leave the selected topic out; again: to do"),
        row(Path, &[ENTER, Key::plain(KeyCode::Right), Key::char('l')], Screen(In), "in", "Go in: to the text, then to the selected topic"),
        row(Path, &[ESC, Key::plain(KeyCode::Left), Key::char('h')], Screen(Out), "out", "Go back out"),
        row(Path, &[Key::plain(KeyCode::Tab)], Screen(NextPane), "", "To the next pane"),
        row(Path, &[Key::plain(KeyCode::BackTab)], Screen(PreviousPane), "", "To the pane before"),
        row(Path, &[Key::char('e')], Screen(Topic(TopicAction::Note)), "note", "Write a note on the topic; lists mark what has one"),
        row(Path, &[Key::char('E')], Screen(Topic(NoteElsewhere)), "", "Write the note in your own editor"),
        row(Path, &[Key::char('o')], Screen(Topic(OpenLink)), "", "Open a link of the topic in your browser"),
        row(Path, &[Key::char('y')], Screen(Topic(CopyLink)), "", "Copy the address of a link; the terminal keeps it"),
        row(Insights, &[Key::char('s')], Screen(Streak), "streak", "Show or hide the streak"),
        row(Insights, &[Key::char('f')], Screen(Forecast), "forecast", "Show or hide the forecast"),
        row(Insights, &[ESC, Key::plain(KeyCode::Left), Key::char('h')], Screen(Out), "out", "Back to the roadmap"),
        row(Guide, &[Key::char('s')], Screen(Silence), "silence", "Silence this mistake for two weeks; again: show it"),
        row(Guide, &[Key::char('S')], Screen(SilenceForGood), "", "Silence this mistake for good; again: show it"),
        row(Guide, &[ENTER, Key::plain(KeyCode::Right), Key::char('l')], Screen(In), "in", "Go in: to the text, then to what is selected in it"),
        row(Guide, &[ESC, Key::plain(KeyCode::Left), Key::char('h')], Screen(Out), "out", "Go back out"),
        row(Guide, &[Key::char('f')], Screen(FindWords), "filter", "Show only what has some words; with none all of it"),
        row(Guide, &[Key::plain(KeyCode::Tab)], Screen(NextPane), "", "To the next pane"),
        row(Guide, &[Key::plain(KeyCode::BackTab)], Screen(PreviousPane), "", "To the pane before"),
        row(Found, &[Key::char('n')], NextHit, "next hit", "To the next place that was found"),
        row(Found, &[Key::char('N')], PreviousHit, "before", "To the place before"),
        row(Found, &[ESC], EndSearch, "end search", "End the search, and forget what it found"),
        row(AnyScreen, &[DOWN, Key::char('j')], Screen(Go(Down)), "", "One row down"),
        row(AnyScreen, &[UP, Key::char('k')], Screen(Go(Up)), "", "One row up"),
        row(AnyScreen, &[Key::char('g'), Key::plain(KeyCode::Home)], Screen(Go(First)), "", "To the first row"),
        row(AnyScreen, &[Key::char('G'), Key::plain(KeyCode::End)], Screen(Go(Last)), "", "To the last row"),
        row(AnyScreen, &[PAGE_DOWN], Screen(Go(PageDown)), "", "A screenful down"),
        row(AnyScreen, &[PAGE_UP], Screen(Go(PageUp)), "", "A screenful up"),
        row(AnyScreen, &[Key::ctrl('d')], Screen(Go(HalfPageDown)), "", "Half a screenful down"),
        row(AnyScreen, &[Key::ctrl('u')], Screen(Go(HalfPageUp)), "", "Half a screenful up"),
        row(AnyScreen, &[Key::char('1')], Show(screen::Screen::Roadmap), "", "The roadmap: steps and topics"),
        row(AnyScreen, &[Key::char('2')], Show(screen::Screen::Projects), "", "The projects and what they show together"),
        row(AnyScreen, &[Key::char('3')], Show(screen::Screen::Path), "", "Paths and courses: another order"),
        row(AnyScreen, &[Key::char('4')], Show(screen::Screen::Insights), "", "What you did, and how it goes on"),
        row(AnyScreen, &[Key::char('5')], Show(screen::Screen::Guide), "", "Mistakes, advice, questions and answers"),
        row(AnyScreen, &[Key::char(']')], ShowNext, "", "To the next screen"),
        row(AnyScreen, &[Key::char('[')], ShowPrevious, "", "To the screen before"),
        row(AnyScreen, &[Key::char('/')], Search, "search", "Search topics, projects, paths, guide, notes and links"),
        row(AnyScreen, &[Key::char(':'), Key::ctrl('p')], Palette, "commands", "All commands by name; type to find one"),
        row(AnyScreen, &[Key::char('n')], GoToNext, "next", "Go to what is recommended next"),
        row(AnyScreen, &[Key::plain(KeyCode::Backspace)], Back, "", "Back to where you were before a jump"),
        row(AnyScreen, &[], ResetAll, "", "Put the whole roadmap back to do"),
        row(AnyScreen, &[Key::char('u')], Undo, "undo", "Take back the latest change, even after a restart"),
        row(AnyScreen, &[Key::ctrl('r')], Redo, "", "Bring back what undo took"),
        row(AnyScreen, &[Key::ctrl('o')], Roadmaps, "", "Open another roadmap"),
        row(AnyScreen, &[], Welcome, "", "How to begin: a language, an order, five keys"),
        row(AnyScreen, &[Key::char('?'), F1], Help, "help", "Show all keys; type to search them"),
        row(AnyScreen, &[], ChooseTheme, "", "Choose a theme, and see each as you move to it"),
        row(AnyScreen, &[], Theme(Pick::Theme(Auto)), "", "Theme: the terminal's own colours"),
        row(AnyScreen, &[], Theme(Pick::Theme(Dark)), "", "Theme: light on dark"),
        row(AnyScreen, &[], Theme(Pick::Theme(Light)), "", "Theme: dark on light"),
        row(AnyScreen, &[], Theme(Pick::Theme(HighContrast)), "", "Theme: high contrast"),
        row(AnyScreen, &[], Theme(Pick::Theme(Mono)), "", "Theme: no colours"),
        row(AnyScreen, &[], Theme(Pick::Configured), "", "Theme: as configured"),
        row(AnyScreen, &[Key::char('q')], Quit, "quit", "Quit; everything is saved as you go"),
        row(Context::Help, &[ESC, ENTER, F1], Overlay(Close), "close", "Close this help"),
        row(Context::Help, &[DOWN], Overlay(OverlayAction::Move(Down)), "scroll", "One row down"),
        row(Context::Help, &[UP], Overlay(OverlayAction::Move(Up)), "", "One row up"),
        row(Context::Help, &[PAGE_DOWN, Key::ctrl('d')], Overlay(OverlayAction::Move(PageDown)), "", "A screenful down"),
        row(Context::Help, &[PAGE_UP], Overlay(OverlayAction::Move(PageUp)), "", "A screenful up"),
        row(Context::Help, &[Key::ctrl('u')], Overlay(ClearText), "clear", "Empty the search"),
        row(Context::Search, &[ENTER], Overlay(Accept), "go there", "Go there; what else was found can then be gone through"),
        row(Context::Search, &[DOWN, Key::ctrl('n')], Overlay(OverlayAction::Move(Down)), "", "One row down"),
        row(Context::Search, &[UP, Key::ctrl('p')], Overlay(OverlayAction::Move(Up)), "", "One row up"),
        row(Context::Search, &[PAGE_DOWN], Overlay(OverlayAction::Move(PageDown)), "", "A screenful down"),
        row(Context::Search, &[PAGE_UP], Overlay(OverlayAction::Move(PageUp)), "", "A screenful up"),
        row(Context::Search, &[Key::ctrl('u')], Overlay(ClearText), "clear", "Empty the line"),
        row(Context::Search, &[ESC], Overlay(Close), "close", "Back to where you were"),
        row(Context::Palette, &[ENTER], Overlay(Accept), "run", "Run the selected command"),
        row(Context::Palette, &[DOWN, Key::ctrl('n')], Overlay(OverlayAction::Move(Down)), "", "One row down"),
        row(Context::Palette, &[UP, Key::ctrl('p')], Overlay(OverlayAction::Move(Up)), "", "One row up"),
        row(Context::Palette, &[PAGE_DOWN], Overlay(OverlayAction::Move(PageDown)), "", "A screenful down"),
        row(Context::Palette, &[PAGE_UP], Overlay(OverlayAction::Move(PageUp)), "", "A screenful up"),
        row(Context::Palette, &[Key::ctrl('u')], Overlay(ClearText), "clear", "Empty the line"),
        row(Context::Palette, &[ESC], Overlay(Close), "close", "Run nothing"),
        row(Ask, &[ENTER], Overlay(Accept), "keep", "Keep what is typed; an empty line takes it away"),
        row(Ask, &[ESC], Overlay(Close), "cancel", "Leave it as it was"),
        row(Ask, &[Key::ctrl('u')], Overlay(ClearText), "clear", "Empty the line"),
        row(Menu, &[ENTER], Overlay(Accept), "choose", "Take the selected choice, as its letter does"),
        row(Menu, &[DOWN, Key::ctrl('n')], Overlay(OverlayAction::Move(Down)), "", "To the next choice"),
        row(Menu, &[UP, Key::ctrl('p')], Overlay(OverlayAction::Move(Up)), "", "To the choice before"),
        row(Menu, &[Key::plain(KeyCode::Home)], Overlay(OverlayAction::Move(First)), "", "To the first choice"),
        row(Menu, &[Key::plain(KeyCode::End)], Overlay(OverlayAction::Move(Last)), "", "To the last choice"),
        row(Menu, &[PAGE_DOWN], Overlay(OverlayAction::Move(PageDown)), "", "A screenful down"),
        row(Menu, &[PAGE_UP], Overlay(OverlayAction::Move(PageUp)), "", "A screenful up"),
        row(Menu, &[ESC], Overlay(Close), "close", "Choose nothing"),
        row(Context::Note, &[ESC], Overlay(Close), "keep", "Keep the note and close it; an empty one goes"),
        row(Context::Note, &[Key::ctrl('g')], Overlay(Discard), "discard", "Close it and leave the note as it was"),
        row(Context::Note, &[Key::ctrl('r')], Overlay(Older), "older", "Show older versions, and then again what you typed"),
        row(Context::Note, &[Key::alt('e'), Key::plain(KeyCode::F(4))], Overlay(Elsewhere), "editor", "Go on in your own editor"),
        row(Context::Welcome, &[ENTER, Key::char(' ')], Overlay(Accept), "choose", "Take the selected answer; on the last row: begin"),
        row(Context::Welcome, &[DOWN, Key::char('j')], Overlay(OverlayAction::Move(Down)), "", "To the next answer"),
        row(Context::Welcome, &[UP, Key::char('k')], Overlay(OverlayAction::Move(Up)), "", "To the answer before"),
        row(Context::Welcome, &[ESC], Overlay(Close), "begin", "Begin with what is ticked"),
        row(Context::Welcome, &[Key::char('q')], Quit, "quit", "Quit; everything is saved as you go"),
        row(Shelf, &[ENTER, Key::plain(KeyCode::Right), Key::char('l')], Overlay(Accept), "open", "Open the selected roadmap, where you were in it"),
        row(Shelf, &[DOWN, Key::char('j')], Overlay(OverlayAction::Move(Down)), "", "To the next roadmap"),
        row(Shelf, &[UP, Key::char('k')], Overlay(OverlayAction::Move(Up)), "", "To the roadmap before"),
        row(Shelf, &[Key::char('g'), Key::plain(KeyCode::Home)], Overlay(OverlayAction::Move(First)), "", "To the first roadmap"),
        row(Shelf, &[Key::char('G'), Key::plain(KeyCode::End)], Overlay(OverlayAction::Move(Last)), "", "To the last roadmap"),
        row(Shelf, &[PAGE_DOWN], Overlay(OverlayAction::Move(PageDown)), "", "A screenful down"),
        row(Shelf, &[PAGE_UP], Overlay(OverlayAction::Move(PageUp)), "", "A screenful up"),
        row(Shelf, &[Key::char('x')], Overlay(OverlayAction::Drop), "drop", "Drop a file that cannot be read any more from this list"),
        row(Shelf, &[ESC, Key::plain(KeyCode::Left), Key::char('h'), Key::ctrl('o')], Overlay(Close), "close", "Stay with the roadmap that is open"),
        row(Anywhere, &[Key::ctrl('c')], Quit, "", "Quit from wherever you are"),
        row(Anywhere, &[Key::ctrl('z')], Suspend, "", "Back to the shell for a while; fg comes back"),
    ]
};
