//! The one place where the model changes.

mod mouse;
mod note;
mod quit;
mod roadmaps;

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::effect::Effect;
use super::key::Key;
use super::keymap::{Action, OverlayAction, ScreenAction};
use super::model::Model;
use super::msg::Msg;
use super::overlay::ask::{self, About};
use super::overlay::{self, Overlay};
use super::screen::roadmap::{Pane, ask_to_reset_all};
use super::screen::{Outcome, Screen};
use super::theme::Role;
use super::words;
use crate::progress::{Change, Entry, Progress, Stamp, Status};
use crate::roadmap::Roadmap;

/// Applies one message; what is to be done outside is returned.
pub fn update(model: &mut Model, msg: Msg, now: Stamp) -> Option<Effect> {
    model.today = now.day();
    match msg {
        Msg::Key(key) => return press(model, key, key, now),
        Msg::KeyOfLayout { key, base } => return press(model, key, base, now),
        Msg::Paste(text) => return paste(model, &text, now),
        Msg::Edited { topic, text } => return note::edited(model, topic, text, now),
        Msg::NotOpened { url, reason } => {
            model.tell(Role::Trouble, words::topic::not_opened(&url, &reason));
        }
        Msg::Ending => return note::keep_draft(model, now),
        Msg::Mouse(mouse) => return mouse::point(model, mouse, now),
        Msg::Resized { width, height } => model.resize(width, height),
        Msg::Focused => {}
        Msg::Read {
            entries,
            unreadable,
            read_only,
        } => read(model, entries, &unreadable, read_only),
        Msg::Found { copies, entries } => {
            model.tell(Role::Notice, words::found(entries.len(), &copies));
            model.saving.waiting.extend(entries.iter().cloned());
            model.unite(entries);
        }
        Msg::NoBackup(reason) => model.tell(Role::Notice, words::no_backup(&reason)),
        Msg::Saved(entries) => {
            for entry in &entries {
                model.saving.waiting.remove(entry);
            }
            return roadmaps::go_on(model);
        }
        Msg::Trouble { reason, waiting } => {
            model.saving.held = waiting;
            model.saving.trouble = Some(words::trouble(waiting, &reason));
            return roadmaps::go_on(model);
        }
        Msg::Recovered => {
            model.saving.trouble = None;
            model.saving.held = 0;
            if std::mem::take(&mut model.leaving) {
                model.notice = None;
            }
        }
        Msg::RoadmapEdited(edit) => roadmaps::edited(model, edit),
        Msg::Shelf(volumes) => roadmaps::list(model, volumes),
        Msg::Seen(source, seen) => roadmaps::seen(model, &source, seen),
        Msg::Double(source) => roadmaps::leave_out(model, &source),
        Msg::RoadmapRead { source, fault } => return roadmaps::read(model, &source, fault),
    }
    None
}

/// Takes what was pasted into the text field of what lies over the screen, where that can be seen.
fn paste(model: &mut Model, text: &str, now: Stamp) -> Option<Effect> {
    model.layout()?;
    let outcome = model.overlay.as_mut()?.pasted(text);
    leave_overlay(model, outcome, now)
}

/// Takes a key: what it types goes into a text field, where there is one; else it asks for what the
/// keymap says of it or, where that says nothing, of the key at its place on a Latin board.
fn press(model: &mut Model, key: Key, base: Key, now: Stamp) -> Option<Effect> {
    let contexts = model.contexts();
    let action = model.keymap.action_for(&contexts, key);
    let action = action.or_else(|| model.keymap.action_for(&contexts, base));
    // Where nothing can be shown nothing is changed unseen: only the ways out are left.
    if model.layout().is_none() && !quit::is_way_out(action) {
        return None;
    }
    model.notice = None;
    // Every key withdraws the question, whatever else it does, but a second quit and what may lead to it.
    model.leaving &= quit::may_follow(model, action);
    // A key that the learner gave to a command does no more what it does in a text.
    let is_command = quit::is_way_out(action) || matches!(action, Some(Action::Overlay(_)));
    let is_command = is_command && key.typed().is_none();
    if !is_command && let Some(outcome) = type_in(model, key, base) {
        return leave_overlay(model, outcome, now);
    }
    run(model, action?, now)
}

/// Gives a key to the text field of what lies over the screen, or to its choices.
fn type_in(model: &mut Model, key: Key, base: Key) -> Option<overlay::Outcome> {
    let is_text = model.takes_text();
    let over = model.overlay.as_mut()?;
    if !is_text {
        return over.typed(base);
    }
    // With ctrl or alt it is the place of the key that counts, on whichever layout.
    match over.typed(key) {
        None if key.typed().is_none() && key != base => over.typed(base),
        outcome => outcome,
    }
}

/// Does what an action asks for, wherever that comes from; where it cannot run now, says why.
fn run(model: &mut Model, action: Action, now: Stamp) -> Option<Effect> {
    if action == Action::GoToNext {
        // Also right after a tick, amid a burst of keys.
        model.recount();
    }
    if matches!(action, Action::Screen(ScreenAction::Topic(_))) {
        // Which topic is selected is known once all that went before is laid out.
        model.settle();
    }
    if let Some(reason) = model.refusal(action) {
        let reason = reason.to_owned();
        model.tell(Role::Notice, reason);
        return None;
    }
    match action {
        Action::Quit => return quit::quit(model),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Undo => return undo(model, now),
        Action::Redo => return redo(model, now),
        Action::Screen(action) => {
            let outcome = model.act(action);
            return take(model, outcome, now);
        }
        Action::Overlay(action) => return on_overlay(model, action, now),
        Action::Search => model.open_search(),
        Action::NextHit => model.next_hit(1),
        Action::PreviousHit => model.next_hit(-1),
        Action::EndSearch => model.end_search(),
        Action::Palette => model.open_palette(),
        Action::Help => model.open_help(),
        Action::ChooseTheme => {
            model.overlay = Some(Overlay::Menu(overlay::themes::menu(model.wardrobe)));
        }
        Action::Theme(pick) => {
            model.wardrobe.picked = pick;
            let words = words::theme::picked(pick, model.wardrobe.configured);
            model.tell(Role::Notice, words);
        }
        Action::Roadmaps => return Some(roadmaps::show(model)),
        Action::Welcome => model.welcome(),
        Action::Show(screen) => model.screens.shown = screen,
        Action::ShowNext => model.screens.shown = model.screens.shown.on(1),
        Action::ShowPrevious => model.screens.shown = model.screens.shown.on(-1),
        Action::GoToNext => {
            if let Some(next) = model.next {
                model.jump(next.topic);
            }
        }
        Action::Back => model.jump_back(),
        Action::ResetAll => {
            let outcome = ask_to_reset_all(&model.subject());
            return take(model, outcome, now);
        }
    }
    None
}

/// Lets what lies over the screen act.
fn on_overlay(model: &mut Model, action: OverlayAction, now: Stamp) -> Option<Effect> {
    let room = model
        .layout()
        .map_or(Rect::ZERO, |layout| layout.above_status());
    let outcome = model.overlay.as_mut()?.act(action, room);
    leave_overlay(model, outcome, now)
}

/// Applies what came of a key on what lies over the screen.
fn leave_overlay(model: &mut Model, outcome: overlay::Outcome, now: Stamp) -> Option<Effect> {
    match outcome {
        overlay::Outcome::Stay => None,
        overlay::Outcome::Close => {
            model.overlay = None;
            model.leaving = false;
            None
        }
        overlay::Outcome::Search(words) => {
            model.overlay = None;
            model.screens.guide.look_for(&words);
            None
        }
        overlay::Outcome::Refuse(reason) => {
            model.tell(Role::Notice, reason);
            None
        }
        overlay::Outcome::Elsewhere => note::elsewhere(model),
        overlay::Outcome::Open(url) => {
            model.overlay = None;
            Some(open(model, url))
        }
        overlay::Outcome::Copy(url) => {
            model.overlay = None;
            Some(copy(model, url))
        }
        overlay::Outcome::Begin(changes) => begin(model, changes, now),
        overlay::Outcome::OpenRoadmap(source) => roadmaps::open(model, source),
        overlay::Outcome::Forget(file) => Some(roadmaps::forget(model, file)),
        overlay::Outcome::Found(found) => {
            model.overlay = None;
            model.accept(found);
            None
        }
        overlay::Outcome::Run(action) => {
            if let Some(Overlay::Palette(_)) = model.overlay.take() {
                model.remember_command(action);
            }
            model.leaving &= action == Action::Quit;
            run(model, action, now)
        }
        overlay::Outcome::Record(changes) => {
            let effect = record(model, changes, now);
            // What was typed stays where it cannot be kept.
            if effect.is_some() {
                model.overlay = None;
            }
            effect
        }
    }
}

/// Records the first choices, and goes to the topic that was chosen.
fn begin(model: &mut Model, changes: Vec<Change>, now: Stamp) -> Option<Effect> {
    model.overlay = None;
    let begun = words::welcome::begun(&model.roadmap, &changes);
    let learning = |change: &Change| match change.status()? {
        (id, Status::Learning) => model.roadmap.topic(id),
        (_, Status::Todo | Status::Done | Status::Skipped) => None,
    };
    let topic = changes.iter().find_map(learning);
    let effect = record(model, changes, now)?;
    if let Some(key) = topic {
        model.screens.shown = Screen::Roadmap;
        model.screens.roadmap.select(&model.roadmap, key);
        model.screens.roadmap.pane = Pane::Topics;
    }
    if let Some(words) = begun {
        model.tell(Role::Notice, words);
    }
    Some(effect)
}

/// Applies what came of an action on a screen.
fn take(model: &mut Model, outcome: Outcome, now: Stamp) -> Option<Effect> {
    match outcome {
        Outcome::Stay => None,
        Outcome::Refuse(reason) => {
            model.tell(Role::Notice, reason);
            None
        }
        Outcome::Show(screen) => {
            model.screens.shown = screen;
            None
        }
        Outcome::GoTo(key) => {
            model.jump(key);
            None
        }
        Outcome::Ask(question) => {
            // A search changes nothing, so a journal that takes nothing is no reason against it.
            let is_search = question.about == About::Search;
            match model.saving.read_only.clone().filter(|_| !is_search) {
                Some(reason) => model.tell(Role::Notice, reason),
                None => model.overlay = Some(Overlay::Ask(ask::State::new(question))),
            }
            None
        }
        Outcome::Record(changes) => record(model, changes, now),
        Outcome::Note(note) => {
            match model.saving.read_only.clone() {
                Some(reason) => model.tell(Role::Notice, reason),
                None => model.overlay = Some(Overlay::Note(note)),
            }
            None
        }
        Outcome::Choose(menu) => {
            model.overlay = Some(Overlay::Menu(menu));
            None
        }
        Outcome::Edit { topic, text } => Some(Effect::Edit { topic, text }),
        Outcome::Open(url) => Some(open(model, url)),
        Outcome::Copy(url) => Some(copy(model, url)),
    }
}

fn open(model: &mut Model, url: String) -> Effect {
    model.tell(Role::Notice, words::topic::opening(&url));
    Effect::Open(url)
}

fn copy(model: &mut Model, url: String) -> Effect {
    model.tell(Role::Notice, words::topic::copied(&url));
    Effect::Copy(url)
}

/// Records changes as one deed, of one time, unless the journal takes none.
fn record(model: &mut Model, changes: Vec<Change>, now: Stamp) -> Option<Effect> {
    if let Some(reason) = model.saving.read_only.clone() {
        model.tell(Role::Notice, reason);
        return None;
    }
    let words = match changes.as_slice() {
        [] => return None,
        [change] => words::deed::recorded(&model.roadmap, change, model.today),
        many => words::deed::recorded_together(many),
    };
    let at = model.stamp(now);
    let entries = changes.into_iter().map(|change| Entry::new(at, change));
    let entries: Vec<Entry> = entries.collect();
    model.record(&entries);
    model.tell(Role::Notice, words);
    Some(save(model, entries))
}

fn undo(model: &mut Model, now: Stamp) -> Option<Effect> {
    let entries = model.history.undo(now);
    if entries.is_empty() {
        model.tell(Role::Notice, words::NOTHING_TO_UNDO);
        return None;
    }
    let effect = take_back(model, entries, words::deed::undone);
    Some(effect)
}

fn redo(model: &mut Model, now: Stamp) -> Option<Effect> {
    let entries = model.history.redo(now);
    if entries.is_empty() {
        model.tell(Role::Notice, words::NOTHING_TO_REDO);
        return None;
    }
    let effect = take_back(model, entries, words::deed::redone);
    Some(effect)
}

/// What is said after entries were recorded that take something back.
type Said = fn(&Roadmap, &Progress, &[Entry], Date) -> String;

/// Records what undo or redo made, goes to its first topic and says how things stand now.
fn take_back(model: &mut Model, entries: Vec<Entry>, said: Said) -> Effect {
    model.record(&entries);
    let topics = entries.iter().filter_map(|entry| entry.change.topic());
    let first = topics.filter_map(|id| model.roadmap.topic(id)).min();
    if let Some(key) = first {
        model.screens.roadmap.select(&model.roadmap, key);
    }
    let words = said(&model.roadmap, &model.progress, &entries, model.today);
    model.tell(Role::Notice, words);
    save(model, entries)
}

/// Asks for what was recorded to be put on the disk.
fn save(model: &mut Model, entries: Vec<Entry>) -> Effect {
    model.saving.waiting.extend(entries.iter().cloned());
    Effect::Save(entries)
}

/// Takes in what others wrote, and what of the journal cannot be read or added to.
fn read(model: &mut Model, entries: Vec<Entry>, unreadable: &[usize], read_only: Option<String>) {
    model.unite(entries);
    if !unreadable.is_empty() && unreadable != model.saving.unreadable {
        let words = words::unreadable(unreadable);
        model.tell(Role::Notice, words);
    }
    unreadable.clone_into(&mut model.saving.unreadable);
    model.saving.read_only = read_only;
}
