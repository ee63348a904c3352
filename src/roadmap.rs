//! A roadmap: steps, groups, topics and projects, and what stands beside them.
//!
//! [`load`] turns the text of a YAML file into an immutable [`Roadmap`] or into all [`Problems`] of
//! that text.

mod check;
mod decode;
mod edit;
mod id;
mod key;
mod model;
mod rule;

pub use decode::{link_problem, load};
pub use edit::Edit;
pub use id::parse_id;
pub use key::{Target, TopicKey, TopicRange};
pub use model::{
    Course, Format, Level, Link, Mistake, Path, Point, Portfolio, Project, Question, Roadmap,
    Section, Stage, Topic,
};
pub use rule::{Lag, Part, Rule};

pub use crate::yaml::{Place, Problem, Problems};
