//! Waiting: one poll over the keyboard, the signals and the journal's keeper.
//!
//! Nothing here runs on a timer. Each round of [`Input::wait`] goes like this:
//!
//! 1. `poll` sleeps until a key, a signal or a message of the keeper is there.
//! 2. Signals and messages are taken.
//! 3. Is the terminal gone, that is the end. The library is not asked any more: its read from a
//!    terminal that is gone never comes back.
//! 4. The library reads the keyboard and says what was pressed. In the middle of an escape sequence
//!    or a paste it keeps what it has and comes back, because reads return at once (see
//!    [`terminal`]); so signals are heeded there, too.

mod answer;

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use self::answer::{Answer, drop_reports};
use super::key::Key;
use super::msg::Msg;
use super::terminal;

/// How long to wait for one more event of a burst. The library returns events that it has already
/// parsed only to a wait that is longer than none; this one is over at once where there are none.
const NEXT: Duration = Duration::from_micros(20);
/// How often there must have been nothing until it is believed. Where this process is held up just
/// as it begins to wait, the wait is over before the library has looked at what it holds.
const LOOKS: usize = 3;
/// How long a burst may go on before a frame is drawn.
const BURST: Duration = Duration::from_millis(50);

/// What was waited for.
#[derive(Debug)]
pub enum Happened {
    /// Something for the model.
    Msg(Msg),
    /// The program is asked to stop for a while.
    Stop,
    /// The program goes on after it was stopped. This follows [`Happened::Stop`], too, since the
    /// signal that wakes the program is heard like any other: to take the terminal back twice does
    /// no harm, to miss the second of two stops would.
    GoOn,
    /// The program is asked to end, by a signal or, where there is none, because the terminal is
    /// gone.
    End(Option<i32>),
}

/// Where everything comes from that the program reacts to.
#[derive(Debug)]
pub struct Input {
    signals: SignalDelivery<UnixStream, SignalOnly>,
    msgs: Receiver<Msg>,
    /// Readable as soon as there are messages.
    woken: UnixStream,
    /// What every waker has a copy of.
    sender: Sender<Msg>,
    /// The other end of `woken`, of which every waker has a copy.
    wake: UnixStream,
    /// Whether the library may hold events that the keyboard's descriptor no longer shows.
    holds_more: bool,
    answer: Answer,
}

/// Brings messages to the [`Input`], from another thread.
#[derive(Debug)]
pub struct Waker {
    msgs: Sender<Msg>,
    wake: UnixStream,
}

impl Waker {
    /// Hands a message over and ends the wait for it.
    pub fn send(&self, msg: Msg) {
        if self.msgs.send(msg).is_ok() {
            // A full pipe wakes as well as one more byte; a closed one has nobody to wake.
            let _ = (&self.wake).write(&[0]);
        }
    }
}

impl Input {
    /// Listens from now on. To be called before the size of the screen is asked for, so that no
    /// change of it is missed.
    ///
    /// # Errors
    /// Fails where signals cannot be listened to.
    pub fn listen() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let listened = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];
        // A write beyond a limit on file sizes is to fail like any other write, not to end the program.
        signal_hook::flag::register(SIGXFSZ, Arc::default())?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, listened)?;
        let (wake, woken) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        woken.set_nonblocking(true)?;
        let (sender, msgs) = mpsc::channel();
        Ok(Self {
            signals,
            msgs,
            woken,
            sender,
            wake,
            holds_more: false,
            answer: Answer::default(),
        })
    }

    /// Something that can end a wait from another thread. The input keeps one, too: a waker that is
    /// gone does not look like one that wakes without end.
    ///
    /// # Errors
    /// Fails where the system gives no further descriptor.
    pub fn waker(&self) -> io::Result<Waker> {
        Ok(Waker {
            msgs: self.sender.clone(),
            wake: self.wake.try_clone()?,
        })
    }

    /// Waits until something happens and gives all of what did.
    ///
    /// # Errors
    /// Fails where the keyboard cannot be read.
    pub fn wait(&mut self) -> io::Result<Vec<Happened>> {
        let mut happened = Vec::new();
        while happened.is_empty() {
            self.wait_once(&mut happened)?;
        }
        Ok(happened)
    }

    /// One round; it may end with nothing.
    fn wait_once(&mut self, happened: &mut Vec<Happened>) -> io::Result<()> {
        let stdin = io::stdin();
        let mut ready = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(self.signals.get_read(), PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        let at_once = rustix::event::Timespec::default();
        match poll(&mut ready, self.holds_more.then_some(&at_once)) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let [keyboard, signals, woken] = ready.map(|each| each.revents());
        if !signals.is_empty() {
            self.take_signals(happened);
        }
        if !woken.is_empty() {
            let _ = self.woken.read(&mut [0; 256]);
        }
        happened.extend(self.msgs.try_iter().map(Happened::Msg));
        if keyboard.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            happened.push(Happened::End(None));
        } else if self.holds_more || keyboard.contains(PollFlags::IN) {
            self.take_events(happened)?;
        }
        Ok(())
    }

    fn take_signals(&mut self, happened: &mut Vec<Happened>) {
        happened.extend(self.signals.pending().map(|signal| match signal {
            SIGWINCH => resized(),
            SIGTSTP => Happened::Stop,
            SIGCONT => Happened::GoOn,
            ended => Happened::End(Some(ended)),
        }));
    }

    /// Takes the events that wait, for at most the length of a burst.
    fn take_events(&mut self, happened: &mut Vec<Happened>) -> io::Result<()> {
        let began = Instant::now();
        let before = happened.len();
        let mut looks = 0;
        while looks < LOOKS && began.elapsed() < BURST {
            if event::poll(NEXT)? {
                looks = 0;
                let event = event::read()?;
                if !self.answer.takes(&event) {
                    happened.extend(message(event));
                }
            } else {
                looks += 1;
            }
        }
        self.holds_more = looks < LOOKS;
        if !self.holds_more {
            self.answer.stop();
        }
        let burst = happened.split_off(before);
        let keys: Vec<Option<char>> = burst.iter().map(typed).collect();
        let kept = drop_reports(&keys);
        let rest = burst.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept);
        happened.extend(rest.map(|(each, _)| each));
        Ok(())
    }
}

/// The character that was typed, where it was one.
fn typed(happened: &Happened) -> Option<char> {
    match happened {
        Happened::Msg(Msg::Key(key)) => key.typed(),
        Happened::Msg(_) | Happened::Stop | Happened::GoOn | Happened::End(_) => None,
    }
}

fn resized() -> Happened {
    let (width, height) = terminal::size();
    Happened::Msg(Msg::Resized { width, height })
}

/// What an event means for the model; nothing where it means nothing.
fn message(event: Event) -> Option<Happened> {
    let msg = match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => return None,
        Event::Key(key) => Msg::Key(Key::from(key)),
        Event::Paste(text) => Msg::Paste(text),
        Event::FocusGained => Msg::Focused,
        // A new size is known by the signal already.
        Event::Resize(..) | Event::FocusLost | Event::Mouse(_) => return None,
    };
    Some(Happened::Msg(msg))
}
