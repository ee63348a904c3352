//! The terminal: taken over, drawn on, given back, whatever happens.

mod links;

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::KeyboardEnhancementFlags;
use crossterm::style::Print;
use crossterm::{cursor, event, queue, terminal};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rustix::termios::{
    OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetwinsize, tcsetattr,
};

use super::hyperlink::Regions;

/// The settings that the terminal had before it was taken over; none while it is not.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);
/// Whether the alternate screen was entered since.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Whether hyperlinks were written since.
static LINKED: AtomicBool = AtomicBool::new(false);
/// Whether the mouse was asked for since.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Has the terminal report buttons and the wheel, with the cell as text however far out it is. Not the
/// pointer's way: nothing comes while it only moves.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// Ends that.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Takes back what a program that was killed may have left on: every report of the mouse, the other
/// bytes for arrows and keypad, and rows that do not scroll. The last moves the cursor, which each
/// frame places anyhow.
const LEFT_OVER: &str = "\x1b[?1003l\x1b[?1002l\x1b[?1006l\x1b[?1000l\x1b[?1l\x1b>\x1b[r";

/// How keys are reported where the terminal knows kitty's keyboard protocol. In a text field: what is
/// typed is text, escape is told from the sequences that begin with it, and other keys come with
/// their places on the board.
const TEXT: KeyboardEnhancementFlags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES
    .union(KeyboardEnhancementFlags::REPORT_ALTERNATE_KEYS);
/// Elsewhere: letters come with their places, too, so that commands work on every layout.
const KEYS: KeyboardEnhancementFlags =
    TEXT.union(KeyboardEnhancementFlags::REPORT_ALL_KEYS_AS_ESCAPE_CODES);

/// The terminal while the program has it.
pub struct Terminal {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    next: Buffer,
    /// How keys are to be reported.
    keyboard: KeyboardEnhancementFlags,
    /// How the terminal was told to report them.
    reported: KeyboardEnhancementFlags,
    /// Where the cells that are shown lead to.
    links: Regions,
    /// Whether nothing was drawn since the terminal was taken over.
    is_fresh: bool,
    /// Whether another program had the terminal since anything was drawn.
    was_lent: bool,
    /// Whether the mouse is asked for.
    mouse: bool,
}

impl Terminal {
    /// Takes the terminal over: raw mode now, and with the first frame the alternate screen, a
    /// hidden cursor, marked pastes, focus events and, where that is wanted, the mouse.
    ///
    /// # Errors
    /// Fails where the terminal's settings cannot be read or changed.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        // Which colours are used is the theme's business; left to itself the library would take
        // `NO_COLOR` to mean that bold and reverse must go, too.
        crossterm::style::force_color_output(true);
        let out = BufWriter::with_capacity(64 * 1024, io::stdout());
        let mut this = Self {
            backend: CrosstermBackend::new(out),
            shown: Buffer::default(),
            next: Buffer::default(),
            keyboard: KEYS,
            reported: KEYS,
            links: Regions::default(),
            is_fresh: true,
            was_lent: false,
            mouse,
        };
        this.retake()?;
        Ok(this)
    }

    /// Takes the terminal over again after [`leave`]; the next frame is drawn whole.
    ///
    /// # Errors
    /// As [`Self::enter`].
    pub fn retake(&mut self) -> io::Result<()> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = before.clone();
        raw.make_raw();
        // A read returns at once with what is there: in the middle of an escape sequence the reader
        // would otherwise wait for the rest and see neither a signal nor the terminal's end.
        raw.special_codes[SpecialCodeIndex::VMIN] = 0;
        raw.special_codes[SpecialCodeIndex::VTIME] = 0;
        BEFORE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert(before);
        tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
        // What is queued here could still wait when the program ends, and come out behind what
        // `leave` writes.
        self.is_fresh = true;
        Ok(())
    }

    /// Has what is typed reported as text, or as keys with their places on the board, from the next
    /// frame on; terminals that do not know of it report text in any case.
    pub fn type_text(&mut self, text: bool) {
        self.keyboard = if text { TEXT } else { KEYS };
    }

    /// Lends the terminal to another program, and takes it back as it was before either had it,
    /// whatever that program left. What it gave is given whether or not there is still a terminal to
    /// take back.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> (T, io::Result<()>) {
        let before = BEFORE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        leave();
        let gave = to();
        self.was_lent = true;
        let set = before.map_or(Ok(()), |before| {
            tcsetattr(io::stdin(), OptionalActions::Now, &before)
        });
        (
            gave,
            set.map_err(io::Error::from).and_then(|()| self.retake()),
        )
    }

    /// Asks the terminal to keep a text in the clipboard. Whether it does, it does not say.
    ///
    /// # Errors
    /// Fails where the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.backend, CopyToClipboard::to_clipboard_from(text))?;
        Write::flush(&mut self.backend)
    }

    /// Draws the next frame whole: what the terminal shows is not known any more.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Draws a frame of so many columns and rows: only the cells that changed are written, all of
    /// them at once, and nothing where nothing changed. What is painted comes with where it leads to.
    ///
    /// # Errors
    /// Fails where the terminal cannot be written to.
    pub fn draw(
        &mut self,
        size: (u16, u16),
        paint: impl FnOnce(&mut Buffer) -> Regions,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, size.0, size.1);
        if self.next.area != area {
            self.next.resize(area);
        }
        self.next.reset();
        let regions = paint(&mut self.next);
        let is_fresh = std::mem::take(&mut self.is_fresh);
        if is_fresh {
            self.queue_entry()?;
        } else if self.reported != self.keyboard {
            self.queue_keyboard()?;
        }
        let is_whole = is_fresh || self.shown.area != area;
        if is_whole {
            self.shown = Buffer::empty(area);
            self.links = Regions::default();
        }
        let changes = self.shown.diff(&self.next);
        let changes = links::with_relinked(changes, &self.next, [&self.links, &regions]);
        if changes.is_empty() && !is_whole {
            return Write::flush(&mut self.backend);
        }
        queue!(self.backend, terminal::BeginSynchronizedUpdate)?;
        if is_whole {
            queue!(self.backend, terminal::Clear(terminal::ClearType::All))?;
        }
        // Known before the first of them can get out.
        LINKED.fetch_or(regions.iter().next().is_some(), Ordering::Relaxed);
        links::draw(&mut self.backend, &changes, &regions)?;
        queue!(self.backend, terminal::EndSynchronizedUpdate)?;
        self.links = regions;
        std::mem::swap(&mut self.shown, &mut self.next);
        Write::flush(&mut self.backend)
    }
}

impl Terminal {
    /// Queues what takes the terminal over. A program that was woken may do so twice without giving it
    /// back between: what is kept on a stack is then not pushed once more, since it is taken off once.
    fn queue_entry(&mut self) -> io::Result<()> {
        let was_entered = ENTERED.swap(true, Ordering::Relaxed);
        queue!(
            self.backend,
            terminal::EnterAlternateScreen,
            cursor::Hide,
            event::EnableBracketedPaste,
            event::EnableFocusChange,
        )?;
        if std::mem::take(&mut self.was_lent) {
            queue!(self.backend, Print(LEFT_OVER))?;
        }
        if was_entered {
            self.queue_keyboard()?;
        } else {
            let push = event::PushKeyboardEnhancementFlags(self.keyboard);
            queue!(self.backend, push)?;
            self.reported = self.keyboard;
        }
        if self.mouse {
            MOUSE.store(true, Ordering::Relaxed);
            queue!(self.backend, Print(MOUSE_ON))?;
        }
        Ok(())
    }

    /// Queues how keys are to be reported, in place of what was pushed.
    fn queue_keyboard(&mut self) -> io::Result<()> {
        self.reported = self.keyboard;
        let flags = self.keyboard.bits();
        queue!(self.backend, Print(format_args!("\x1b[={flags};1u")))
    }
}

impl std::fmt::Debug for Terminal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terminal")
            .field("area", &self.shown.area)
            .finish_non_exhaustive()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

/// The size of the terminal, in columns and rows; zero where it does not say.
#[must_use]
pub fn size() -> (u16, u16) {
    tcgetwinsize(io::stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row))
}

/// Gives the terminal back as it was. Each step is tried by itself and none can panic: the terminal
/// may be gone. Without effect where the terminal is not taken over.
pub fn leave() {
    let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(before) = before else {
        return;
    };
    // To leave a screen that was not entered would move the cursor to where it was some time ago.
    if ENTERED.swap(false, Ordering::Relaxed) {
        let mut restore = Vec::new();
        if LINKED.swap(false, Ordering::Relaxed) {
            restore.extend(links::END.as_bytes());
        }
        let _ = queue!(restore, terminal::EndSynchronizedUpdate);
        if MOUSE.swap(false, Ordering::Relaxed) {
            let _ = queue!(restore, Print(MOUSE_OFF));
        }
        let _ = queue!(
            restore,
            event::PopKeyboardEnhancementFlags,
            event::DisableFocusChange,
            event::DisableBracketedPaste,
            terminal::LeaveAlternateScreen,
            cursor::Show,
        );
        let mut out = io::stdout().lock();
        let _ = out.write_all(&restore);
        let _ = out.flush();
    }
    let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
}

/// Makes a panic of this thread give the terminal back before it is reported. One of another thread
/// leaves the terminal to the program, which goes on.
pub fn leave_on_panic() {
    let own = thread::current().id();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == own {
            leave();
            report(panic);
        }
    }));
}
