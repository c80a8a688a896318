//! The screen and the keyboard: the terminal loop, the keymap, the theme, one file for each view.
//!
//! [`Screen`] holds the real terminal; [`run_home`] and [`run_interview`] run on any, so that tests can play keys.

mod ask;
mod canvas;
mod desk;
mod draw;
mod keeping;
mod keymap;
mod layout;
mod look;
mod mouse;
mod palette;
mod pen;
mod safe;
mod setup;
mod sitting;
mod terminal;
mod theme;
mod view;

pub(crate) use ask::stored;
pub use desk::{Desk, Events, Next, Seen, TerminalEvents};
pub use draw::{Drawn, draw};
pub(crate) use keeping::{save_elsewhere, settle, take_over};
pub use keymap::{Keymap, keys_in_markdown, meaning};
pub use mouse::Hit;
pub use safe::safe;
pub use setup::Setup;
pub(crate) use sitting::follow;
pub use sitting::{run_home, run_interview};
pub use theme::{Colours, Theme};
pub(crate) use view::{map_told, named_step, word_of_way};

use std::io;

use ratatui::Terminal;

use crate::interview::{Home, HomeStep, Interview, Message};
use canvas::Canvas;

/// A message of the interview in words, for whoever has no screen.
pub(crate) fn message(message: &Message, interview: &Interview) -> String {
    let setup = Theme::new(false).into();
    view::say(message, &look::Look::new(interview, &setup))
}

/// The real terminal, taken over; given back when this is dropped, and on a panic.
pub struct Screen {
    terminal: Terminal<Canvas>,
    events: TerminalEvents,
    setup: Setup,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When standard output is no terminal, or it cannot be switched.
    pub fn open(setup: Setup) -> io::Result<Self> {
        let events = TerminalEvents::new(setup.mouse)?;
        terminal::leave_on_panic();
        terminal::enter(setup.mouse)?;
        let terminal = Terminal::new(Canvas::new()).inspect_err(|_| terminal::leave())?;
        Ok(Self { terminal, events, setup })
    }

    /// Shows the first screen until something is chosen.
    ///
    /// # Errors
    /// When the terminal can no longer be read or written.
    pub fn home(&mut self, home: &mut Home, locale: &str) -> io::Result<HomeStep> {
        let step = run_home(&mut self.terminal, &mut self.events, self.setup.clone(), locale, home);
        // what is said once has been said now
        self.setup.notice = None;
        step
    }

    /// Runs one sitting until the person leaves.
    ///
    /// # Errors
    /// When the terminal can no longer be read or written; everything recorded has been saved before.
    pub fn interview(&mut self, interview: Interview, desk: &mut dyn Desk) -> io::Result<Interview> {
        let interview = run_interview(&mut self.terminal, &mut self.events, desk, self.setup.clone(), interview);
        self.setup.notice = None;
        interview
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        terminal::leave();
        terminal::tell_panics();
    }
}
