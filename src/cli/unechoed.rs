//! A terminal that shows nothing of what is typed, from before a question for something secret until after its answer.

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// While this lives, keys are not shown, not even those pressed before the question has been put.
pub(super) struct Unechoed {
    before: Option<Termios>,
}

impl Unechoed {
    /// Stops showing keys; where the standard input is no terminal, nothing changes.
    pub(super) fn begin() -> Self {
        let before = tcgetattr(std::io::stdin()).ok();
        if let Some(before) = &before {
            let mut silent = before.clone();
            silent.local_modes.remove(LocalModes::ECHO);
            // where that fails, whoever reads the answer hides it again
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &silent);
        }
        Self { before }
    }
}

impl Drop for Unechoed {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, before);
        }
    }
}
