//! The same place in a roadmap that was edited.

use super::{Leaf, State};
use crate::roadmap::Roadmap;

impl State {
    /// This place in another edition of the roadmap.
    #[must_use]
    pub fn moved(&self, from: &Roadmap, to: &Roadmap) -> Self {
        Self {
            book: self.book.moved(|leaf| same(from, to, *leaf)),
            search: self.search.clone(),
            kept: None,
        }
    }
}

fn same(from: &Roadmap, to: &Roadmap, leaf: Leaf) -> Option<Leaf> {
    match leaf {
        Leaf::Mistake(at) => {
            let id = &from.mistakes.get(at)?.id;
            let at = to.mistakes.iter().position(|mistake| mistake.id == *id)?;
            Some(Leaf::Mistake(at))
        }
        Leaf::Choice(at) => {
            let id = &from.steps.get(at)?.id;
            let at = to.steps.iter().position(|step| step.id == *id)?;
            Some(Leaf::Choice(at))
        }
        Leaf::Question(at) => {
            let text = &from.questions.get(at)?.question;
            let is_same = |at: &usize| to.questions.get(*at).is_some_and(|it| it.question == *text);
            (0..to.questions.len()).find(is_same).map(Leaf::Question)
        }
        Leaf::NoMistakes
        | Leaf::Portfolio
        | Leaf::NoQuestions
        | Leaf::BottomLine
        | Leaf::NothingFound => Some(leaf),
    }
}
