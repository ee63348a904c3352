//! What the tests share.

mod session;

pub(crate) use session::Session;
