//! Waiting: one poll over the keyboard, the signals and the journal's keeper.
//!
//! Nothing here runs on a timer. Each round of [`Input::wait`] goes like this:
//!
//! 1. `poll` sleeps until a key, a signal or a message of the keeper is there; for a moment only,
//!    where what came may be a key or the beginning of more.
//! 2. Signals and messages are taken.
//! 3. Is the terminal gone, that is the end.
//! 4. The keyboard is read: reads return at once with what is there (see [`terminal`]). What is in
//!    the middle of an escape sequence or a paste is kept by `decode`, so that signals are heeded
//!    there, too.

mod decode;

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEvent};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{
    SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use self::decode::{Decoder, Heard};
use super::key::Key;
use super::mouse::Mouse;
use super::msg::Msg;
use super::terminal;

/// How long a burst may go on before a frame is drawn.
const BURST: Duration = Duration::from_millis(50);
/// How many bytes are read at once.
const PIECE: usize = 16 << 10;

/// What was waited for.
#[derive(Debug)]
pub enum Happened {
    /// Something for the model.
    Msg(Msg),
    /// A message of another thread, with the number of the waker that brought it.
    News(u32, Msg),
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
    msgs: Receiver<(u32, Msg)>,
    /// Readable as soon as there are messages.
    woken: UnixStream,
    /// What every waker has a copy of.
    sender: Sender<(u32, Msg)>,
    /// The other end of `woken`, of which every waker has a copy.
    wake: UnixStream,
    decoder: Decoder,
}

/// Brings messages to the [`Input`], from another thread.
#[derive(Debug)]
pub struct Waker {
    number: u32,
    msgs: Sender<(u32, Msg)>,
    wake: UnixStream,
}

impl Waker {
    /// Another one, whose messages have another number.
    ///
    /// # Errors
    /// Fails where the system gives no further descriptor.
    pub fn numbered(&self, number: u32) -> io::Result<Self> {
        Ok(Self {
            number,
            msgs: self.msgs.clone(),
            wake: self.wake.try_clone()?,
        })
    }

    /// Hands a message over and ends the wait for it.
    pub fn send(&self, msg: Msg) {
        if self.msgs.send((self.number, msg)).is_ok() {
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
        let listened = [
            SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH,
        ];
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
            decoder: Decoder::default(),
        })
    }

    /// Something that can end a wait from another thread. The input keeps one, too: a waker that is
    /// gone does not look like one that wakes without end. Its number tells its messages from those
    /// of others.
    ///
    /// # Errors
    /// Fails where the system gives no further descriptor.
    pub fn waker(&self, number: u32) -> io::Result<Waker> {
        Ok(Waker {
            number,
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
        let patience = self.decoder.patience(Instant::now());
        let patience = patience.and_then(|time| Timespec::try_from(time).ok());
        match poll(&mut ready, patience.as_ref()) {
            Ok(0) => {
                let mut heard = Vec::new();
                self.decoder.wait_no_longer(&mut heard);
                happened.extend(heard.into_iter().filter_map(message));
                return Ok(());
            }
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
        let msgs = self.msgs.try_iter();
        happened.extend(msgs.map(|(number, msg)| Happened::News(number, msg)));
        if keyboard.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            happened.push(Happened::End(None));
        } else if keyboard.contains(PollFlags::IN) {
            self.take_keys(happened)?;
        }
        Ok(())
    }

    fn take_signals(&mut self, happened: &mut Vec<Happened>) {
        happened.extend(self.signals.pending().filter_map(|signal| match signal {
            SIGWINCH => Some(resized()),
            SIGTSTP => Some(Happened::Stop),
            SIGCONT => Some(Happened::GoOn),
            // That matters only while an editor is waited for.
            SIGCHLD => None,
            ended => Some(Happened::End(Some(ended))),
        }));
    }

    /// Waits for signals and gives all that came, and looks at nothing else: somebody else has the
    /// terminal. None where that long none came.
    ///
    /// # Errors
    /// Fails where signals cannot be waited for.
    pub fn signals(&mut self, patience: Option<Timespec>) -> io::Result<Vec<i32>> {
        let mut ready = [PollFd::new(self.signals.get_read(), PollFlags::IN)];
        match poll(&mut ready, patience.as_ref()) {
            Ok(_) | Err(Errno::INTR) => Ok(self.signals.pending().collect()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what waits, for at most the length of a burst: what is left is there in the next round.
    fn take_keys(&mut self, happened: &mut Vec<Happened>) -> io::Result<()> {
        let began = Instant::now();
        let mut bytes = [0; PIECE];
        let mut heard = Vec::new();
        while began.elapsed() < BURST {
            match rustix::io::read(io::stdin(), &mut bytes) {
                Ok(0) | Err(Errno::AGAIN) => break,
                Ok(length) => {
                    let read = bytes.get(..length).unwrap_or_default();
                    self.decoder.take(read, Instant::now(), &mut heard);
                }
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        happened.extend(joined(heard.into_iter().filter_map(message)));
        Ok(())
    }
}

/// A burst with every turn of the wheel as one, however many steps it has: each of them would be laid
/// out for by itself.
fn joined(burst: impl Iterator<Item = Happened>) -> Vec<Happened> {
    let mut joined: Vec<Happened> = Vec::new();
    for each in burst {
        if let (Some(Happened::Msg(Msg::Mouse(last))), Happened::Msg(Msg::Mouse(next))) =
            (joined.last_mut(), &each)
            && last.joins(*next)
        {
            continue;
        }
        joined.push(each);
    }
    joined
}

fn resized() -> Happened {
    let (width, height) = terminal::size();
    Happened::Msg(Msg::Resized { width, height })
}

/// What was heard means for the model; nothing where it means nothing.
fn message(heard: Heard) -> Option<Happened> {
    let event = match heard {
        Heard::Key(key, base) => return Some(Happened::Msg(pressed(key, base))),
        Heard::Other(event) => event,
    };
    let msg = match event {
        Event::Paste(text) => Msg::Paste(text),
        Event::FocusGained => Msg::Focused,
        Event::Mouse(event) => Msg::Mouse(Mouse::of(event)?),
        // A new size is known by the signal already.
        Event::Key(_) | Event::Resize(..) | Event::FocusLost => return None,
    };
    Some(Happened::Msg(msg))
}

fn pressed(key: KeyEvent, base: Option<KeyEvent>) -> Msg {
    let key = Key::from(key);
    match base {
        None => Msg::Key(key),
        Some(base) => Msg::KeyOfLayout {
            key,
            base: Key::from(base),
        },
    }
}
