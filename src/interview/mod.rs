//! The state of one sitting: the current question, what is being typed, what is open beside it.
//!
//! [`Interview::update`] is pure: it takes an [`Action`] and the time, changes the state and gives back [`Effect`]s for
//! the loop to perform; their [`Outcome`] comes back as an action. Nothing here knows a key, a colour or a file.

mod action;
mod earlier;
mod edit;
mod go;
mod home;
mod mark;
mod message;
mod panel;
mod picker;
mod progress;
mod prompt;
mod review;
mod state;
mod update;
mod wording;

pub use action::*;
pub use earlier::EarlierAnswer;
pub use edit::*;
pub use home::*;
pub use message::*;
pub use panel::*;
pub use picker::*;
pub use progress::*;
pub use prompt::*;
pub use review::*;
pub use state::*;
