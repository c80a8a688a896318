//! The screen and the keyboard: the terminal loop, the keymap, the theme, one file for each view.
//!
//! [`Screen`] holds the real terminal; [`run_home`] and [`run_interview`] run on any, so that tests can play keys.

mod desk;
mod draw;
mod keymap;
mod layout;
mod look;
mod pen;
mod safe;
mod sitting;
mod theme;
mod view;

pub use desk::{Desk, Events, TerminalEvents};
pub use draw::draw;
pub use keymap::meaning;
pub use safe::safe;
pub use sitting::{run_home, run_interview};
pub use theme::Theme;

use std::io;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use ratatui::DefaultTerminal;

use crate::interview::{Home, HomeStep, Interview};

/// The real terminal, taken over; given back when this is dropped, and on a panic.
pub struct Screen {
    terminal: DefaultTerminal,
    events: TerminalEvents,
    theme: Theme,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When standard output is no terminal, or it cannot be switched.
    pub fn open() -> io::Result<Self> {
        let events = TerminalEvents::new()?;
        let terminal = ratatui::try_init()?;
        execute!(io::stdout(), EnableBracketedPaste)?;
        Ok(Self { terminal, events, theme: Theme::of_environment() })
    }

    /// Shows the first screen until something is chosen.
    ///
    /// # Errors
    /// When the terminal can no longer be read or written.
    pub fn home(&mut self, home: &mut Home, locale: &str) -> io::Result<HomeStep> {
        run_home(&mut self.terminal, &mut self.events, self.theme, locale, home)
    }

    /// Runs one sitting until the person leaves.
    ///
    /// # Errors
    /// When the terminal can no longer be read or written; everything recorded has been saved before.
    pub fn interview(&mut self, interview: Interview, desk: &mut dyn Desk) -> io::Result<Interview> {
        run_interview(&mut self.terminal, &mut self.events, desk, self.theme, interview)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nothing more can be done for a terminal that is gone.
        let _ = execute!(io::stdout(), DisableBracketedPaste);
        ratatui::restore();
    }
}
