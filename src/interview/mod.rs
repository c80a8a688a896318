//! The state of one sitting: the current question, what is being typed, what is open beside it.
//!
//! [`Interview::update`] is pure: it takes an [`Action`] and the time, changes the state and gives back [`Effect`]s for
//! the loop to perform; their [`Outcome`] comes back as an action. Nothing here knows a key, a colour or a file.

mod action;
mod agreement;
mod call;
mod clock;
mod close;
mod edit;
mod go;
mod home;
mod mark;
mod message;
mod pace;
mod panel;
mod picker;
mod progress;
mod prompt;
mod reveal;
mod review;
mod route;
mod share;
mod state;
mod swot;
mod update;
mod why;
mod wording;

pub use action::*;
pub use agreement::*;
pub use call::{Call, CallKeys, CallScreen};
pub use clock::*;
pub use close::*;
pub use edit::*;
pub use home::*;
pub use message::*;
pub use pace::*;
pub use panel::*;
pub use picker::*;
pub use progress::*;
pub use prompt::*;
pub use reveal::*;
pub use review::*;
pub use route::*;
pub use state::*;
pub use swot::*;
pub use why::*;
