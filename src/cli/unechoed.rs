//! A terminal that shows nothing of what is typed, from before a question for something secret until after its answer.

use std::io::{self, stdin};
use std::sync::{Mutex, OnceLock, PoisonError};

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::signals::Listening;

/// The terminal as it is to be given back, while it is silent.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// While this lives, keys are not shown, not even those pressed before the question has been put; when the process is asked to end
/// meanwhile, the terminal is given back first.
pub(super) struct Unechoed {
    /// One inside another has nothing to give back.
    is_outermost: bool,
}

impl Unechoed {
    /// Stops showing keys; where the standard input is no terminal, nothing changes.
    pub(super) fn begin() -> Self {
        let mut kept = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = tcgetattr(stdin()).ok().filter(|_| kept.is_none()) else {
            return Self { is_outermost: false };
        };
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        *kept = Some(before);
        drop(kept);
        watch();
        // where that fails, whoever reads the answer hides it again
        let _ = tcsetattr(stdin(), OptionalActions::Now, &silent);
        Self { is_outermost: true }
    }
}

impl Drop for Unechoed {
    fn drop(&mut self) {
        if self.is_outermost {
            give_back();
        }
    }
}

/// Gives the terminal back as it was before the first question; whether there was anything to give back.
fn give_back() -> bool {
    let mut kept = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(before) = kept.take() else { return false };
    let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
    true
}

/// Gives the terminal back when the process is asked to end, and lets it end as it would have; for the rest of its life.
fn watch() {
    static WATCHED: OnceLock<io::Result<()>> = OnceLock::new();
    WATCHED.get_or_init(|| {
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT])?;
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if give_back() || !Listening::anybody() {
                    let _ = emulate_default_handler(signal);
                }
            }
        });
        Ok(())
    });
}
