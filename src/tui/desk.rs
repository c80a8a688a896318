//! What the loop needs from outside: a place to save, a writer of reports, a clock, keys.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};
use jiff::{Timestamp, Zoned};

use super::terminal;
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

/// Where keys come from, and what of the terminal lies outside its cells.
pub trait Events {
    /// The next key, paste, click or resize; nothing when there will be no more, which ends the sitting.
    ///
    /// [`Event::FocusGained`] says that the screen may hold anything and is to be drawn anew.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    fn next(&mut self) -> io::Result<Option<Event>>;

    /// Writes the title of the terminal's window.
    fn title(&mut self, _title: &str) {}

    /// Gives the terminal back to the shell until the person comes back; the screen is to be drawn anew then.
    ///
    /// # Errors
    /// When the terminal cannot be taken over again.
    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keys of the real terminal, and signals.
///
/// Threads of their own wait for both: when the terminal is gone, crossterm's reader spins without ever coming back, so the
/// loop must be able to leave without it.
#[derive(Debug)]
pub struct TerminalEvents {
    told: Receiver<Told>,
    mouse: bool,
    title: String,
}

#[derive(Debug)]
enum Told {
    Event(io::Result<Event>),
    /// The process was asked to end.
    End,
    /// The process was asked to stop for a while.
    Stop,
}

/// How often the end of the terminal is looked for.
const HEARTBEAT: Duration = Duration::from_millis(200);

impl TerminalEvents {
    /// Keys until the process is asked to end or the terminal is gone.
    ///
    /// # Errors
    /// When the signals cannot be watched.
    pub fn new(mouse: bool) -> io::Result<Self> {
        let (sender, told) = mpsc::channel();
        #[cfg(unix)]
        watch_signals(sender.clone())?;
        std::thread::spawn(move || {
            loop {
                let event = event::read();
                let is_last = event.is_err();
                if sender.send(Told::Event(event)).is_err() || is_last {
                    return;
                }
            }
        });
        Ok(Self { told, mouse, title: String::new() })
    }
}

#[cfg(unix)]
fn watch_signals(sender: mpsc::Sender<Told>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let told = if signal == SIGTSTP { Told::Stop } else { Told::End };
            if sender.send(told).is_err() {
                return;
            }
        }
    });
    Ok(())
}

impl Events for TerminalEvents {
    fn next(&mut self) -> io::Result<Option<Event>> {
        loop {
            match self.told.recv_timeout(HEARTBEAT) {
                Ok(Told::Event(Ok(Event::Key(key)))) if key.kind == KeyEventKind::Release => {}
                Ok(Told::Event(event)) => return event.map(Some),
                Ok(Told::Stop) => {
                    self.suspend()?;
                    return Ok(Some(Event::FocusGained));
                }
                Ok(Told::End) => return Ok(None),
                Err(RecvTimeoutError::Timeout) if terminal_is_there() => {}
                Err(_) => return Ok(None),
            }
        }
    }

    fn title(&mut self, title: &str) {
        // A title that cannot be set is not worth a word.
        if self.title != title && terminal::set_title(title).is_ok() {
            title.clone_into(&mut self.title);
        }
    }

    fn suspend(&mut self) -> io::Result<()> {
        terminal::leave();
        terminal::stop()?;
        self.title.clear();
        terminal::enter(self.mouse)
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
