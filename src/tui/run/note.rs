//! A note in a file of its own: while the learner's own editor has it, and where the journal has no room
//! for it.

use std::io::{self, ErrorKind};

use super::{Effect, Flow, Program, update};
use crate::plain::clean_lines;
use crate::progress::{Change, Entry};
use crate::store::{Draft, JournalError};
use crate::tui::effect::editor::{self, Left};
use crate::tui::input::Input;
use crate::tui::msg::Msg;
use crate::tui::terminal::{self, Terminal};
use crate::tui::theme::Role;
use crate::tui::words::note as say;

/// The editor where none is named.
const EDITOR: &str = "vi";

/// A text of an editor that is on its way to the disk as a note.
#[derive(Debug)]
pub(super) struct Handed {
    draft: Draft,
    entries: Vec<Entry>,
}

/// What a text of an editor comes to.
struct Taken {
    /// The note, or why it is none, in a sentence.
    text: Result<String, String>,
    /// Whether the file stays in any case.
    is_kept: bool,
}

impl Program {
    /// Has a note written in the learner's own editor, which has the terminal meanwhile. The file is
    /// gone once its text is on the disk as the note; where it cannot be kept as that, it stays.
    pub(super) fn edit(
        &mut self,
        topic: String,
        text: &str,
        input: &mut Input,
        terminal: &mut Terminal,
    ) -> io::Result<Flow> {
        let draft = match Draft::create(&self.drafts, &topic, text) {
            Ok(draft) => draft,
            Err(error) => {
                self.model.tell(Role::Trouble, error.to_string());
                return Ok(Flow::GoOn);
            }
        };
        let editor = self.model.settings.editor.as_deref().unwrap_or(EDITOR);
        let (left, taken_over) = terminal.lend(|| editor::edit(editor, draft.path(), input));
        let signal = left.signal;
        // Before all else: the terminal may be gone, and what was written is not.
        // The signal that ends the editor with its terminal may come a moment later here.
        let is_ending = signal.is_some() || taken_over.is_err();
        self.take_back(topic, text, draft, &left, is_ending);
        if let Some(signal) = signal {
            return Ok(Flow::End(Some(signal)));
        }
        taken_over?;
        let (width, height) = terminal::size();
        self.model.resize(width, height);
        self.refresh();
        Ok(Flow::GoOn)
    }

    /// Takes what an editor left in a file.
    fn take_back(
        &mut self,
        topic: String,
        before: &str,
        draft: Draft,
        left: &Left,
        is_ending: bool,
    ) {
        let fault = left.fault.as_deref().filter(|_| !is_ending);
        let Taken { text, mut is_kept } = taken(&topic, before, &draft, fault);
        if left.is_running {
            is_kept = true;
            self.told.push(say::editor_goes_on(draft.path()));
        }
        // On the screen it would not be seen any more.
        if let (Err(why), true) = (&text, is_ending && is_kept) {
            self.told.push(why.clone());
        }
        let has_text = text.is_ok();
        let now = self.clock.now();
        let effect = update(&mut self.model, Msg::Edited { topic, text }, now);
        if let Some(Effect::Save(entries)) = effect {
            self.keeper.append(entries.clone());
            if !is_kept {
                self.handed.push(Handed { draft, entries });
            }
        } else if let Some(why) = self.model.saving.read_only.clone().filter(|_| has_text) {
            // It takes nothing any more since the editor was started.
            let words = say::text_is_in(draft.path(), &why);
            if is_ending {
                self.told.push(words.clone());
            }
            self.model.tell(Role::Trouble, words);
        } else if !is_kept {
            draft.remove();
        }
    }

    /// Takes away the files of texts that are on the disk as notes by now: those that wait are not.
    pub(super) fn remove_saved(&mut self) {
        let waiting = &self.model.saving.waiting;
        self.handed = still_waiting(std::mem::take(&mut self.handed), |entry| {
            waiting.contains(entry)
        });
    }

    /// Keeps the note that is being written, as the program ends.
    pub(super) fn keep_draft(&mut self) {
        let effect = update(&mut self.model, Msg::Ending, self.clock.now());
        if let Some(Effect::Save(entries)) = effect {
            self.keeper.append(entries);
        } else if let Some(Effect::KeepBeside { topic, text }) = effect {
            self.keep_beside(&topic, &text);
        }
    }

    /// A file that is all there is of a text.
    fn draft_to_stay(&self, topic: &str, text: &str) -> Result<Draft, JournalError> {
        let draft = Draft::create(&self.drafts, topic, text)?;
        draft.sync().map(|()| draft)
    }

    /// Keeps a note that the journal has no room for in a file of its own.
    pub(super) fn keep_beside(&mut self, topic: &str, text: &str) {
        self.told.push(match self.draft_to_stay(topic, text) {
            Ok(draft) => say::text_is_in(draft.path(), say::TOO_LONG),
            Err(error) => say::printed(&error.to_string(), text),
        });
    }
}

/// What is to be made of what an editor left in a file.
///
/// Of an editor that had to end as this program has to, what it wrote counts: that is no fault.
fn taken(topic: &str, before: &str, draft: &Draft, fault: Option<&str>) -> Taken {
    let kept_as = |why: &str| Taken {
        text: Err(say::text_is_in(draft.path(), why)),
        is_kept: true,
    };
    let fails = |why: &str, is_kept| Taken {
        text: Err(why.to_owned()),
        is_kept,
    };
    let change = |text: &str| Change::Note {
        topic: topic.to_owned(),
        text: text.to_owned(),
    };
    let read = draft.read().map(|text| clean_lines(&text));
    match (read, fault) {
        (Ok(text), None) if change(&text).room_left().is_none() => kept_as(say::TOO_LONG),
        (Ok(text), None) => Taken {
            text: Ok(text),
            is_kept: false,
        },
        (Ok(text), Some(fault)) if text != before => kept_as(fault),
        (Ok(_), Some(fault)) => fails(fault, false),
        (Err(error), Some(fault)) if is_gone(&error) => fails(fault, false),
        // Whatever it is, it is more than can be read here.
        (Err(_), Some(fault)) => kept_as(fault),
        (Err(error), None) => fails(&error.to_string(), true),
    }
}

/// Whether a file cannot be read because there is none any more.
fn is_gone(error: &JournalError) -> bool {
    matches!(error, JournalError::Read { source, .. } if source.kind() == ErrorKind::NotFound)
}

/// Those of some texts of which anything is still on its way; the files of the others go.
pub(super) fn still_waiting(all: Vec<Handed>, waits: impl Fn(&Entry) -> bool) -> Vec<Handed> {
    let (waiting, saved): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|handed| handed.entries.iter().any(&waits));
    for handed in saved {
        handed.draft.remove();
    }
    waiting
}
