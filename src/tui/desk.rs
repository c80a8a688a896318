//! What the loop needs from outside: a place to save, a writer of reports, a clock, keys.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use jiff::{Timestamp, Zoned};

use crate::assessment::Assessment;

/// Performs what an interview asks of the world; the command line has one, tests have another.
pub trait Desk {
    /// Writes the assessment to its file.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn save(&mut self, assessment: &Assessment) -> Result<(), String>;

    /// Writes the reports and says where they are, the client's first.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String>;

    /// Renders the report as Markdown, to be read on the screen.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn preview(&mut self, _assessment: &Assessment, _internal: bool) -> Result<String, String> {
        Err(String::new())
    }

    /// Shows a file in whatever shows such files.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn open_file(&mut self, _path: &Path) -> Result<(), String> {
        Ok(())
    }

    /// Puts a text where it can be pasted from.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn copy(&mut self, _text: &str) -> Result<(), String> {
        Ok(())
    }

    /// The time.
    fn now(&self) -> Zoned {
        Timestamp::now().to_zoned(jiff::tz::TimeZone::system())
    }
}

/// Where keys come from.
pub trait Events {
    /// The next key, paste or resize; nothing when there will be no more, which ends the sitting.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    fn next(&mut self) -> io::Result<Option<Event>>;

    /// The same, but waits no longer than that; a script never makes anybody wait.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    fn next_within(&mut self, _most: Option<Duration>) -> io::Result<Next> {
        Ok(self.next()?.map_or(Next::End, Next::Event))
    }
}

/// What came of waiting for a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A key, a paste, a resize.
    Event(Event),
    /// Nothing, for as long as one was to wait.
    Quiet,
    /// There will be no more.
    End,
}

/// Keys of the real terminal.
///
/// A thread of its own reads them: when the terminal is gone, crossterm's reader spins without ever coming back, so the loop
/// must be able to leave without it.
#[derive(Debug)]
pub struct TerminalEvents {
    stop: Arc<AtomicBool>,
    received: Receiver<io::Result<Event>>,
}

/// How often a signal to end, or the end of the terminal, is looked for.
const HEARTBEAT: Duration = Duration::from_millis(200);

impl TerminalEvents {
    /// Keys until the process is asked to end or the terminal is gone.
    ///
    /// # Errors
    /// When the signals cannot be watched.
    pub fn new() -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
            signal_hook::flag::register(signal, Arc::clone(&stop))?;
        }
        let (sender, received) = mpsc::channel();
        std::thread::spawn(move || {
            loop {
                let event = event::read();
                let is_last = event.is_err();
                if sender.send(event).is_err() || is_last {
                    return;
                }
            }
        });
        Ok(Self { stop, received })
    }
}

impl Events for TerminalEvents {
    fn next(&mut self) -> io::Result<Option<Event>> {
        match self.next_within(None)? {
            Next::Event(event) => Ok(Some(event)),
            Next::Quiet | Next::End => Ok(None),
        }
    }

    fn next_within(&mut self, most: Option<Duration>) -> io::Result<Next> {
        let begun = Instant::now();
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Ok(Next::End);
            }
            let left = most.map(|most| most.saturating_sub(begun.elapsed()));
            if left == Some(Duration::ZERO) {
                return Ok(Next::Quiet);
            }
            match self.received.recv_timeout(left.map_or(HEARTBEAT, |left| left.min(HEARTBEAT))) {
                Ok(Ok(Event::Key(key))) if key.kind == KeyEventKind::Release => {}
                Ok(event) => return event.map(Next::Event),
                Err(RecvTimeoutError::Timeout) if terminal_is_there() => {}
                Err(_) => return Ok(Next::End),
            }
        }
    }
}

/// Whether the terminal still answers; one that was closed does not.
fn terminal_is_there() -> bool {
    #[cfg(unix)]
    return rustix::termios::tcgetwinsize(io::stdout()).is_ok();
    #[cfg(not(unix))]
    true
}

impl Events for VecDeque<Event> {
    fn next(&mut self) -> io::Result<Option<Event>> {
        Ok(self.pop_front())
    }
}
