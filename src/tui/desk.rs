//! What the loop needs from outside: a place to save, a writer of reports, a clock, keys.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
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
#[derive(Debug, Default)]
pub struct TerminalEvents {
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

/// How often a signal to end is looked for.
const HEARTBEAT: Duration = Duration::from_millis(200);

impl TerminalEvents {
    /// Keys until the process is asked to end.
    ///
    /// # Errors
    /// When the signals cannot be watched.
    pub fn new() -> io::Result<Self> {
        let events = Self::default();
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
            signal_hook::flag::register(signal, std::sync::Arc::clone(&events.stop))?;
        }
        Ok(events)
    }
}

impl Events for TerminalEvents {
    fn next(&mut self) -> io::Result<Option<Event>> {
        loop {
            if self.stop.load(std::sync::atomic::Ordering::Relaxed) {
                return Ok(None);
            }
            if !event::poll(HEARTBEAT)? {
                continue;
            }
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => {}
                event => return Ok(Some(event)),
            }
        }
    }
}

impl Events for VecDeque<Event> {
    fn next(&mut self) -> io::Result<Option<Event>> {
        Ok(self.pop_front())
    }
}
