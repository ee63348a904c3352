//! A real terminal's other end: the program runs on a pseudo-terminal, and what it draws is judged
//! frame by frame. Nothing here waits for a time to pass; everything waits for what is to be seen.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system,
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};

use super::escapes::{Piece, pieces};
use super::home::{DEADLINE, Home, eventually, spawning};

/// What begins a frame.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// What ends it.
const END: &[u8] = b"\x1b[?2026l";

/// What is to be started in a terminal.
pub(crate) struct Launch {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Launch {
    pub(super) fn new(program: &str, home: &Home) -> Self {
        let mut command = CommandBuilder::new(program);
        command.cwd(home.path());
        command.env_clear();
        for (name, value) in home.variables() {
            command.env(name, value);
        }
        Self {
            command,
            size: (80, 24),
        }
    }

    /// Adds a word to the command line.
    pub(crate) fn argument(mut self, argument: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn variable(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Leaves an environment variable out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Gives the terminal so many columns and rows; else it has 80 and 24.
    pub(crate) const fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Starts it.
    pub(crate) fn start(self) -> Terminal {
        let _alone = spawning();
        let (columns, rows) = self.size;
        let PtyPair { slave, master } = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let before = settings(&*master);
        let child = slave.spawn_command(self.command).unwrap();
        // Else the terminal would never be seen to be left by everyone.
        drop(slave);
        let line = Arc::new(Line {
            heard: Mutex::new(Heard {
                raw: Vec::new(),
                shown: 0,
                parser: vt100::Parser::new(cells(rows), cells(columns), 0),
                is_over: false,
                hang_up: false,
            }),
            news: Condvar::new(),
        });
        let mut from = master.try_clone_reader().unwrap();
        let reader = thread::spawn({
            let line = Arc::clone(&line);
            move || line.listen(&mut *from)
        });
        Terminal {
            writer: Some(master.take_writer().unwrap()),
            master: Some(master),
            child,
            status: None,
            line,
            reader: Some(reader),
            before,
        }
    }
}

/// A terminal with a program in it. Going out of scope kills the program.
pub(crate) struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    status: Option<ExitStatus>,
    line: Arc<Line>,
    reader: Option<JoinHandle<()>>,
    /// The terminal's settings before anything was started.
    before: String,
}

impl Terminal {
    /// Types, all at once.
    pub(crate) fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// The last complete frame.
    pub(crate) fn text(&self) -> String {
        self.line.heard().text()
    }

    /// Which reports of the mouse the terminal was asked for last, and in which form.
    pub(crate) fn mouse(&self) -> (vt100::MouseProtocolMode, vt100::MouseProtocolEncoding) {
        let heard = self.line.heard();
        let screen = heard.parser.screen();
        (
            screen.mouse_protocol_mode(),
            screen.mouse_protocol_encoding(),
        )
    }

    /// Whether arrows or keypad send other bytes than they do by themselves.
    pub(crate) fn sends_other_keys(&self) -> bool {
        let heard = self.line.heard();
        let screen = heard.parser.screen();
        screen.application_cursor() || screen.application_keypad()
    }

    /// Where a text is shown first, in columns and rows counted from 1 as the terminal counts them.
    #[track_caller]
    pub(crate) fn place_of(&self, text: &str) -> (usize, usize) {
        let frame = self.text();
        let mut rows = (1..).zip(frame.lines());
        let (row, before) = rows
            .find_map(|(row, line)| Some((row, line.split_once(text)?.0)))
            .unwrap_or_else(|| panic!("{text} is not shown:\n{frame}"));
        // Every character here is one cell wide.
        (before.chars().count() + 1, row)
    }

    /// All bytes that came from the program until now.
    pub(crate) fn raw(&self) -> Vec<u8> {
        self.line.heard().raw.clone()
    }

    /// The most topics that any frame until now showed as done and saved.
    pub(crate) fn most_saved(&self) -> usize {
        let frames = self.all_frames();
        let is_saved = |frame: &&String| {
            let words = ["saving", "not saved"];
            frame.contains("/79") && !words.iter().any(|each| frame.contains(each))
        };
        let counts = frames.iter().filter(is_saved).map(|frame| done(frame));
        counts.max().unwrap_or(0)
    }

    /// All complete frames that came until now, each as the terminal showed it.
    pub(crate) fn all_frames(&self) -> Vec<String> {
        let heard = self.line.heard();
        let (rows, columns) = heard.parser.screen().size();
        let mut shown = Heard {
            raw: Vec::new(),
            shown: 0,
            parser: vt100::Parser::new(rows, columns, 0),
            is_over: false,
            hang_up: false,
        };
        let mut frames = Vec::new();
        let mut rest = &heard.raw[..];
        while let Some(at) = rest.windows(END.len()).position(|at| at == END) {
            let (frame, after) = rest.split_at(at + END.len());
            shown.take(frame);
            frames.push(shown.text());
            rest = after;
        }
        frames
    }

    /// How many frames came until now.
    pub(crate) fn frames(&self) -> usize {
        count(&self.line.heard().raw, BEGIN)
    }

    /// Waits until a complete frame has this text, and gives the frame.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |frame| frame.contains(text))
    }

    /// Waits until a complete frame is as it should be, and gives it.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let mut frame = String::new();
        let found = self.wait_for_news(|heard| {
            frame = heard.text();
            is_so(&frame)
        });
        assert!(found, "waited in vain for: {what}\n{frame}");
        frame
    }

    /// Types, and waits until the next complete frame has this text.
    #[track_caller]
    pub(crate) fn send_and_wait(&mut self, keys: &str, text: &str) -> String {
        self.send(keys);
        self.wait_for(text)
    }

    /// Waits until what the header counts is this and nothing is on its way to the disk any more.
    #[track_caller]
    pub(crate) fn wait_until_saved(&self, fraction: &str) -> String {
        // A streak may stand behind it.
        let header = format!(" {fraction} ");
        self.wait_until(&format!("{fraction}, saved"), |frame| {
            let first = frame.lines().next().unwrap_or_default();
            format!("{first} ").contains(&header) && !frame.contains("saving")
        })
    }

    /// Checks the look of the first place where this text is shown.
    #[track_caller]
    pub(crate) fn has_look(&self, text: &str, is_so: impl Fn(&vt100::Cell) -> bool) {
        let heard = self.line.heard();
        let (row, line) = (0..)
            .zip(heard.text().lines().map(str::to_owned).collect::<Vec<_>>())
            .find(|(_, line)| line.contains(text))
            .unwrap();
        // Every character here is one cell wide.
        let column = line.split(text).next().unwrap().chars().count();
        let column = u16::try_from(column).unwrap();
        let cell = heard.parser.screen().cell(row, column).unwrap();
        assert!(is_so(cell), "{text} at {row}:{column}\n{line}");
    }

    /// Waits until the program has taken everything that was typed.
    #[track_caller]
    pub(crate) fn wait_until_read(&self) {
        eventually("everything that was typed to be read", || {
            (!self.is_ready(PollFlags::IN)).then_some(())
        });
    }

    /// Whether no more fits between the program and whoever should read what it draws.
    pub(crate) fn is_full(&self) -> bool {
        !self.is_ready(PollFlags::OUT)
    }

    /// Whether the program could read or write at once.
    fn is_ready(&self, flags: PollFlags) -> bool {
        let far_end = far_end(&**self.master.as_ref().unwrap());
        // To poll is to have what is still on its way delivered first; to count is not.
        let mut waiting = [PollFd::new(&far_end, flags)];
        poll(&mut waiting, Some(&Timespec::default())) == Ok(1)
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.line
            .heard()
            .parser
            .set_size(cells(rows), cells(columns));
        let master = self.master.as_ref().unwrap();
        master.resize(pty_size((columns, rows))).unwrap();
    }

    /// The number of the process that was started.
    pub(crate) fn process(&self) -> Pid {
        let number = self.child.process_id().unwrap().cast_signed();
        Pid::from_raw(number).unwrap()
    }

    /// Sends a signal to the process that was started.
    pub(crate) fn signal(&self, signal: Signal) {
        assert!(self.status.is_none(), "it has ended already");
        kill_process(self.process(), signal).unwrap();
    }

    /// Ends the program as a power cut would, without a chance to do anything.
    pub(crate) fn kill(mut self) {
        self.signal(Signal::KILL);
        self.end();
    }

    /// Waits until the program has ended, and everybody has left the terminal.
    #[track_caller]
    pub(crate) fn end(&mut self) -> ExitStatus {
        let is_over = self.wait_for_news(|heard| heard.is_over);
        assert!(is_over, "the program does not end:\n{}", self.text());
        self.end_of_process()
    }

    /// Waits until the program has ended, wherever its terminal is.
    #[track_caller]
    pub(crate) fn end_of_process(&mut self) -> ExitStatus {
        let status = eventually("the end of the program", || self.child.try_wait().unwrap());
        self.status = Some(status.clone());
        status
    }

    /// Lets what the program draws lie unread from now on. Such a key is pressed before that the
    /// program draws something: with that the reading end goes.
    #[track_caller]
    pub(crate) fn stop_reading(&mut self, key: &str) {
        self.line.heard().hang_up = true;
        self.send(key);
        self.reader.take().unwrap().join().unwrap();
    }

    /// Closes the terminal while the program runs. The key is one as for [`Self::stop_reading`].
    #[track_caller]
    pub(crate) fn close(&mut self, key: &str) {
        self.stop_reading(key);
        self.close_unread();
    }

    /// Closes the terminal that nobody reads any more.
    pub(crate) fn close_unread(&mut self) {
        self.writer = None;
        self.master = None;
    }

    /// Closes the terminal while the program runs, and waits until the program has ended.
    #[track_caller]
    pub(crate) fn close_and_wait(&mut self, key: &str) -> ExitStatus {
        self.close(key);
        self.end_of_process()
    }

    /// Checks that the terminal is as it was before the program was started.
    #[track_caller]
    pub(crate) fn is_restored(&self) {
        let after = settings(&**self.master.as_ref().unwrap());
        assert_eq!(after, self.before, "the terminal's settings");
        let heard = self.line.heard();
        let screen = heard.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are not marked");
        let mouse = screen.mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None, "the mouse is left");
        for (on, off) in [(&b"\x1b[?1004h"[..], &b"\x1b[?1004l"[..]), (BEGIN, END)] {
            let on = rfind(&heard.raw, on);
            let off = rfind(&heard.raw, off);
            assert!(on.is_some() && on < off, "a mode is still on");
        }
        let pushed = keyboards_pushed(&heard.raw);
        assert_eq!(pushed, 0, "ways to report keys that are still pushed");
    }

    /// Whether the terminal has the settings now that it had before the program was started.
    pub(crate) fn has_settings_of_before(&self) -> bool {
        settings(&**self.master.as_ref().unwrap()) == self.before
    }

    /// Waits until something that came makes it so; false where the deadline passed or nothing more
    /// can come.
    fn wait_for_news(&self, mut is_so: impl FnMut(&mut Heard) -> bool) -> bool {
        let heard = self.line.heard();
        let waiting = |heard: &mut Heard| !is_so(heard) && !heard.is_over;
        let waited = self.line.news.wait_timeout_while(heard, DEADLINE, waiting);
        let mut heard = waited.unwrap_or_else(PoisonError::into_inner).0;
        is_so(&mut heard)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.status.is_none() {
            let _ = kill_process(self.process(), Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

/// What comes from the program.
struct Line {
    heard: Mutex<Heard>,
    news: Condvar,
}

struct Heard {
    raw: Vec<u8>,
    /// How many of the bytes are shown: all but a frame that is not complete.
    shown: usize,
    parser: vt100::Parser,
    /// Everybody has left the terminal.
    is_over: bool,
    /// What comes next is the last to be listened to.
    hang_up: bool,
}

impl Line {
    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listen(&self, from: &mut dyn Read) {
        let mut buffer = [0; 4096];
        loop {
            let count = from.read(&mut buffer).unwrap_or_default();
            let mut heard = self.heard();
            heard.take(&buffer[..count]);
            heard.is_over = count == 0;
            self.news.notify_all();
            if heard.is_over || heard.hang_up {
                return;
            }
        }
    }
}

impl Heard {
    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        // What begins a frame may itself have come in two parts.
        let from = self.shown.saturating_sub(BEGIN.len());
        let begin = rfind(&self.raw[from..], BEGIN).map(|at| from + at);
        let is_open = begin.is_some_and(|at| count(&self.raw[at..], END) == 0);
        let end = match begin {
            Some(begin) if is_open => begin.max(self.shown),
            Some(_) | None => self.raw.len(),
        };
        self.parser.process(&self.raw[self.shown..end]);
        self.shown = end;
    }

    fn text(&self) -> String {
        let screen = self.parser.screen();
        let rows = screen.rows(0, screen.size().1.get());
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }
}

/// The program's end of a terminal, once more.
fn far_end(master: &dyn MasterPty) -> OwnedFd {
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK;
    rustix::fs::open(master.tty_name().unwrap(), flags, Mode::empty()).unwrap()
}

/// The program's end of a terminal that is gone.
pub(crate) fn gone_terminal() -> OwnedFd {
    let _alone = spawning();
    let pair = native_pty_system().openpty(pty_size((80, 24))).unwrap();
    far_end(&*pair.master)
}

/// How many topics of the built-in roadmap a frame shows as done.
pub(crate) fn done(frame: &str) -> usize {
    let header = frame.lines().next().unwrap();
    let (before, _) = header.rsplit_once("/79").unwrap();
    let count = before.split_whitespace().last().unwrap();
    count.parse().unwrap()
}

/// The terminal's settings, to compare.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

const fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// A count of cells as the parser takes it, which knows no terminal without a size and has room for
/// every cell.
fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count.min(1000)).unwrap_or(NonZeroU16::MIN)
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|at| *at == part).count()
}

/// How many ways to report keys were put on the terminal's stack and not taken off again. What was
/// sent need not be UTF-8 as a whole: other programs write, too.
fn keyboards_pushed(bytes: &[u8]) -> isize {
    let text = String::from_utf8_lossy(bytes);
    let change = |piece| match piece {
        Piece::Control(parameters, 'u') if parameters.starts_with('>') => 1,
        Piece::Control(parameters, 'u') if parameters.starts_with('<') => {
            -parameters[1..].parse().unwrap_or(1)
        }
        Piece::Control(..) | Piece::Text(_) | Piece::Other(_) => 0,
    };
    pieces(text.as_bytes()).into_iter().map(change).sum()
}

fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|at| at == part)
}
