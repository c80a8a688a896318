//! What the loop needs from outside: a place to save, a writer of reports, a clock, keys.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use jiff::{Timestamp, Zoned};

use super::terminal;
use crate::assessment::{Assessment, Draft, SaveNews};
use crate::interview::{AccountsAsk, AccountsNews};

/// Performs what an interview asks of the world; the command line has one, tests have another.
pub trait Desk {
    /// Writes the assessment to its file.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn save(&mut self, assessment: &Assessment) -> Result<(), String>;

    /// Takes the assessment to be saved, at once or on a thread of its own; gives the outcome when it is known already.
    fn hand_in(&mut self, assessment: &Assessment) -> Option<SaveNews> {
        let now = self.now().time();
        Some(match self.save(assessment) {
            Ok(()) => SaveNews::Saved(now, None),
            Err(reason) => SaveNews::NotSaved { since: now, reason },
        })
    }

    /// What became of what was handed in, once.
    fn save_news(&mut self) -> Option<SaveNews> {
        None
    }

    /// Whether something handed in is not on the disk yet.
    fn is_saving(&self) -> bool {
        false
    }

    /// Waits until what was handed in has been tried, and gives what came of it.
    fn settle(&mut self) -> Option<SaveNews> {
        None
    }

    /// Saves to another file from now on; gives its path.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn save_elsewhere(&mut self, _path: &str, _assessment: &Assessment) -> Result<PathBuf, String> {
        Err(String::new())
    }

    /// Why nothing can be written in this sitting, when nothing can.
    fn read_only(&self) -> Option<String> {
        None
    }

    /// What has become of a file that is only read, since it was last asked.
    fn look(&mut self) -> Option<Seen> {
        None
    }

    /// Makes a sitting that only reads one that writes; gives what the file holds now.
    ///
    /// # Errors
    /// The reason, as a person reads it.
    fn take_over(&mut self) -> Result<Assessment, String> {
        Err(String::new())
    }

    /// The file everything is saved in.
    fn place(&self) -> Option<PathBuf> {
        None
    }

    /// Keeps what is being typed, or lets go of what was kept; comes back at once.
    fn keep_draft(&mut self, _draft: Option<Draft>) {}

    /// Typing that an earlier sitting could not store.
    fn found_draft(&mut self) -> Option<Draft> {
        None
    }

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

    /// Does something about a list of accounts, at once or on a thread of its own; gives what is known already.
    ///
    /// `locale` is the language of whoever will read what comes of it.
    fn accounts(&mut self, _ask: AccountsAsk, _locale: &str) -> Option<AccountsNews> {
        None
    }

    /// What became of something asked about lists of accounts, one piece at a time.
    fn accounts_news(&mut self) -> Option<AccountsNews> {
        None
    }

    /// Whether news of a list of accounts is to be expected.
    fn awaits_accounts(&self) -> bool {
        false
    }

    /// The time.
    fn now(&self) -> Zoned {
        Timestamp::now().to_zoned(jiff::tz::TimeZone::system())
    }
}

/// What has become of a file that is only read.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// It holds something else now.
    Changed(Box<Assessment>),
    /// Nobody has it any more.
    Free,
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

/// How long after a signal the loop may take to hear of it.
const UNHEARD: Duration = Duration::from_millis(800);

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
            let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                loop {
                    let event = event::read();
                    crate::fault::asked_for("keys");
                    let is_last = event.is_err();
                    if sender.send(Told::Event(event)).is_err() || is_last {
                        return;
                    }
                }
            }));
            // Without a keyboard nobody could go on, nor leave.
            if ended.is_err() {
                let _ = sender.send(Told::End);
            }
        });
        Ok(Self { told, mouse, title: String::new() })
    }
}

#[cfg(unix)]
fn watch_signals(sender: mpsc::Sender<Told>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP])?;
    // the thread ends with the sitting, and the last answers are still to be saved then: nobody else ends the process
    std::mem::forget(crate::signals::Listening::begin());
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let told = if signal == SIGTSTP { Told::Stop } else { Told::End };
            if sender.send(told).is_err() {
                return;
            }
            if signal != SIGTSTP {
                std::thread::spawn(end_unheard);
            }
        }
    });
    Ok(())
}

/// Whether the loop has heard that it is to end.
static HEARD: AtomicBool = AtomicBool::new(false);

/// Ends the process when the loop cannot: it hangs in a terminal that takes nothing any more. Whatever was answered or typed
/// has long been handed to the threads that save.
#[cfg(unix)]
fn end_unheard() {
    std::thread::sleep(UNHEARD);
    if !HEARD.load(Ordering::Relaxed) {
        std::process::exit(1);
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
            let left = most.map(|most| most.saturating_sub(begun.elapsed()));
            if left == Some(Duration::ZERO) {
                return Ok(Next::Quiet);
            }
            match self.told.recv_timeout(left.map_or(HEARTBEAT, |left| left.min(HEARTBEAT))) {
                Ok(Told::Event(Ok(Event::Key(key)))) if key.kind == KeyEventKind::Release => {}
                Ok(Told::Event(Ok(event))) => return Ok(Next::Event(event)),
                // A terminal that cannot be read is gone; the sitting ends as if it had been left.
                Ok(Told::Event(Err(_))) => return Ok(Next::End),
                Ok(Told::Stop) => {
                    self.suspend()?;
                    return Ok(Next::Event(Event::FocusGained));
                }
                Ok(Told::End) => {
                    HEARD.store(true, Ordering::Relaxed);
                    return Ok(Next::End);
                }
                Err(RecvTimeoutError::Timeout) if terminal_is_there() => {}
                Err(_) => return Ok(Next::End),
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
