//! A note in the learner's own editor, from the file that it is given to the entry.

use std::io;

use super::{Effect, Flow, Program, update};
use crate::plain::clean_lines;
use crate::progress::Change;
use crate::store::Draft;
use crate::tui::effect::editor::{self, Left};
use crate::tui::input::Input;
use crate::tui::msg::Msg;
use crate::tui::terminal::{self, Terminal};
use crate::tui::theme::Role;
use crate::tui::words::note as say;

/// The editor where none is named.
const EDITOR: &str = "vi";

impl Program {
    /// Has a note written in the learner's own editor, which has the terminal meanwhile. The file is
    /// gone afterwards, unless it has a text that could not be kept as the note.
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
        let left = terminal.lend(|| editor::edit(editor, draft.path(), input))?;
        let signal = left.signal;
        self.take_back(topic, text, draft, left);
        let (width, height) = terminal::size();
        self.model.resize(width, height);
        self.keeper.refresh();
        Ok(signal.map_or(Flow::GoOn, |signal| Flow::End(Some(signal))))
    }

    /// Takes what an editor left in a file.
    fn take_back(&mut self, topic: String, before: &str, draft: Draft, left: Left) {
        let read = draft.read().map(|text| clean_lines(&text));
        let change = |text: &String| Change::Note {
            topic: topic.clone(),
            text: text.clone(),
        };
        // Of an editor that had to end as this program has to, what it wrote counts.
        let fault = left.fault.filter(|_| left.signal.is_none());
        let (text, is_kept) = match (read, fault) {
            (Ok(text), None) if change(&text).room_left().is_none() => {
                (Err(say::text_is_in(draft.path(), say::TOO_LONG)), true)
            }
            (Ok(text), None) => (Ok(text), false),
            (Ok(text), Some(fault)) if text != before => {
                (Err(say::text_is_in(draft.path(), &fault)), true)
            }
            (_, Some(fault)) => (Err(fault), false),
            (Err(error), None) => (Err(error.to_string()), true),
        };
        let has_text = text.is_ok();
        let now = self.clock.now();
        let effect = update(&mut self.model, Msg::Edited { topic, text }, now);
        if let Some(Effect::Save(entries)) = effect {
            self.keeper.append(entries);
        } else if let Some(why) = self.model.saving.read_only.clone().filter(|_| has_text) {
            // It takes nothing any more since the editor was started.
            let words = say::text_is_in(draft.path(), &why);
            self.model.tell(Role::Trouble, words);
            return;
        }
        if !is_kept {
            draft.remove();
        }
    }
}
