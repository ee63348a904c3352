//! What an entry says.

use jiff::civil::Date;

use super::Status;

/// One thing that an entry sets. The latest entry of a [`Subject`] that counts decides it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// A topic, or a point of a project's checklist, gets a status.
    Status {
        /// The full id.
        topic: String,
        /// The status.
        status: Status,
    },
    /// A topic gets a note.
    Note {
        /// The full id.
        topic: String,
        /// The note; empty where it goes.
        text: String,
    },
    /// A project gets the address of the learner's own repository.
    Repository {
        /// The full id of the project.
        topic: String,
        /// An address that [`link_problem`](crate::roadmap::link_problem) finds no fault with; empty where it goes.
        url: String,
    },
    /// A path is followed.
    Follow {
        /// The id of the path; empty where none is followed any more.
        path: String,
    },
    /// The mark of a mistake is silenced.
    Silence {
        /// The id of the mistake.
        mistake: String,
        /// The first day on which it is shown again; none where it is silent for good.
        until: Option<Date>,
    },
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject<'a> {
    /// The status of a topic or of a point.
    Status(&'a str),
    /// The note on a topic.
    Note(&'a str),
    /// The repository of a project.
    Repository(&'a str),
    /// The path that is followed.
    Path,
    /// The silence about a mistake.
    Mistake(&'a str),
}

impl Change {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        match self {
            Self::Status { topic, .. } => Subject::Status(topic),
            Self::Note { topic, .. } => Subject::Note(topic),
            Self::Repository { topic, .. } => Subject::Repository(topic),
            Self::Follow { .. } => Subject::Path,
            Self::Silence { mistake, .. } => Subject::Mistake(mistake),
        }
    }

    /// The full id of the topic or point that it is about; none where it is about something else.
    #[must_use]
    pub fn topic(&self) -> Option<&str> {
        match self {
            Self::Status { topic, .. }
            | Self::Note { topic, .. }
            | Self::Repository { topic, .. } => Some(topic),
            Self::Follow { .. } | Self::Silence { .. } => None,
        }
    }

    /// The status that it sets, and of what; none where it sets something else.
    #[must_use]
    pub fn status(&self) -> Option<(&str, Status)> {
        match self {
            Self::Status { topic, status } => Some((topic, *status)),
            Self::Note { .. }
            | Self::Repository { .. }
            | Self::Follow { .. }
            | Self::Silence { .. } => None,
        }
    }

    /// The same subject as it was before anything was said about it, on a day.
    pub(super) fn nothing(&self, day: Date) -> Self {
        match self.subject().least() {
            Self::Silence { mistake, .. } => Self::Silence {
                mistake,
                until: Some(day),
            },
            least => least,
        }
    }
}

impl Subject<'_> {
    /// The change that no other about this subject comes before: one that sets nothing, or, of a
    /// silence, the one for good.
    pub(super) fn least(self) -> Change {
        match self {
            Self::Status(topic) => Change::Status {
                topic: topic.to_owned(),
                status: Status::Todo,
            },
            Self::Note(topic) => Change::Note {
                topic: topic.to_owned(),
                text: String::new(),
            },
            Self::Repository(topic) => Change::Repository {
                topic: topic.to_owned(),
                url: String::new(),
            },
            Self::Path => Change::Follow {
                path: String::new(),
            },
            Self::Mistake(mistake) => Change::Silence {
                mistake: mistake.to_owned(),
                until: None,
            },
        }
    }
}
