//! What the loop needs from outside: a place to save, a writer of reports, a clock, keys.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

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

    /// Writes the reports and says where they are.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn render_report(&mut self, assessment: &Assessment) -> Result<Vec<PathBuf>, String>;

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
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            match self.received.recv_timeout(HEARTBEAT) {
                Ok(Ok(Event::Key(key))) if key.kind == KeyEventKind::Release => {}
                Ok(event) => return event.map(Some),
                Err(RecvTimeoutError::Timeout) if terminal_is_there() => {}
                Err(_) => return Ok(None),
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
