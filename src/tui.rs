//! The terminal program, built as keys → actions → update → effects → drawing.
//!
//! ```text
//! input::wait → Msg → update(&mut Model) → Option<Effect>, performed by run
//!                        └ settle, then view::draw(&Model), once for all that came at once
//! ```

pub mod book;
pub mod command;
pub mod editor;
pub mod effect;
pub mod field;
pub mod found;
pub mod hyperlink;
pub mod input;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod list;
pub mod model;
pub mod mouse;
pub mod msg;
pub mod overlay;
pub mod page;
mod run;
pub mod screen;
pub mod settings;
pub mod shelf;
pub mod terminal;
pub mod text;
pub mod theme;
mod update;
pub mod view;
pub mod words;

pub use model::Model;
pub use msg::Msg;
pub use run::{Ending, Library, Opened, Setup, Unsaved, run};
pub use update::update;
