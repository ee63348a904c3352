//! The browser: asked to open an address, and not waited for.

use std::io;
use std::thread;

/// Opens an address in the browser, in a thread of its own, which says at its end what was wrong.
///
/// # Errors
/// Fails where the system gives no further thread.
pub fn open(
    url: String,
    told: impl FnOnce(String, Option<String>) + Send + 'static,
) -> io::Result<()> {
    thread::Builder::new()
        .name("browser".to_owned())
        .spawn(move || {
            let opened = open::that_detached(&url);
            told(url, opened.err().map(|error| error.to_string()));
        })
        .map(drop)
}
