//! Taking the terminal over and giving it back, whatever happens.

use std::io::{self, Write, stdout};
use std::sync::{Mutex, PoisonError};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// Remembers the terminal's title, as xterm and its many followers do; others ignore it.
const KEEP_TITLE: &str = "\x1b[22;2t";
/// Puts the remembered title back.
const PUT_TITLE_BACK: &str = "\x1b[23;2t";

/// Takes the terminal over.
pub(super) fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    let mut out = stdout();
    out.write_all(KEEP_TITLE.as_bytes())?;
    queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()
}

/// Gives the terminal back as it was, as far as it still listens; nothing is said to one that is gone.
pub(super) fn leave() {
    // Every step is tried: one that fails must not keep the others from giving back what they can.
    let mut out = stdout();
    let _ = execute!(out, EndSynchronizedUpdate, DisableMouseCapture, DisableBracketedPaste);
    let _ = execute!(out, SetTitle(""), LeaveAlternateScreen, Show);
    let _ = out.write_all(PUT_TITLE_BACK.as_bytes());
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// What threads that panicked had to say, until the terminal is given back.
static SAID: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Gives the terminal back before a panic of this thread is told on it; one of another thread, beside which this one goes on,
/// is told when the terminal has been given back.
pub(super) fn leave_on_panic() {
    let before = std::panic::take_hook();
    let owner = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == owner {
            leave();
            before(panic);
        } else {
            let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
            // One that fails again and again has said enough.
            if said.len() < 3 {
                said.push(panic.to_string());
            }
        }
    }));
}

/// Tells what threads that panicked had to say.
pub(super) fn tell_panics() {
    for said in SAID.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        let _ = writeln!(io::stderr(), "{}", super::safe(&said.replace('\n', " ")));
    }
}

/// Writes the title of the terminal's window.
pub(super) fn set_title(title: &str) -> io::Result<()> {
    execute!(stdout(), SetTitle(super::safe::safe(title)))
}

/// Stops this process as Ctrl+Z does for others; comes back when it is continued.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

/// There is no stopping here.
#[cfg(not(unix))]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}
