//! What the tests share.

pub(crate) mod escapes;
mod home;
pub(crate) mod machine;
mod picture;
mod session;
mod terminal;
pub(crate) mod writer;

pub(crate) use home::{
    DEADLINE, Home, PROGRAM, eventually, output, output_within, shown, skipped, spawning,
};
pub(crate) use picture::svg;
pub(crate) use session::Session;
pub(crate) use terminal::{Launch, Terminal, done, gone_terminal};
