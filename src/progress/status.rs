//! The four states of a topic.

use serde::Deserialize;

/// Where a learner stands with a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not begun.
    #[default]
    Todo,
    /// Under way.
    Learning,
    /// Finished.
    Done,
    /// Left out on purpose: it does not count.
    Skipped,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Todo, Self::Learning, Self::Done, Self::Skipped];

    /// The word for it in a journal.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Learning => "learning",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// The status that a word of a journal names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// What comes of asking for a status: that one, or to do again where it stood already.
    #[must_use]
    pub fn toggled(self, wanted: Self) -> Self {
        if self == wanted { Self::Todo } else { wanted }
    }

    /// Whether the learner has begun or finished it, which picks it where it is one of a choice.
    #[must_use]
    pub const fn is_taken_up(self) -> bool {
        match self {
            Self::Learning | Self::Done => true,
            Self::Todo | Self::Skipped => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_ask_for_what_is_so_already_takes_it_back() {
        for status in Status::ALL {
            assert_eq!(status.toggled(status), Status::Todo);
            assert_eq!(Status::Todo.toggled(status), status);
        }
        assert_eq!(Status::Learning.toggled(Status::Done), Status::Done);
        assert_eq!(Status::Done.toggled(Status::Skipped), Status::Skipped);
    }
}
