//! The state of one sitting: the current question, what is being typed, what is open beside it.
//!
//! [`Interview::update`] is pure: it takes an [`Action`] and the time, changes the state and gives back [`Effect`]s for
//! the loop to perform; their [`Outcome`] comes back as an action. Nothing here knows a key, a colour or a file.

mod action;
mod agreement;
mod branch;
mod call;
mod clock;
mod close;
mod earlier;
mod edit;
mod field;
mod go;
mod goals;
mod home;
mod ledger;
mod mark;
mod message;
mod open;
mod pace;
mod panel;
mod pasted;
mod picker;
mod places;
mod progress;
mod prompt;
mod reading;
mod reveal;
mod review;
mod route;
mod scratch;
mod share;
mod state;
mod swot;
mod tidy;
mod typing;
mod update;
mod why;
mod wording;

pub use action::*;
pub use agreement::*;
pub use branch::*;
pub use call::{Call, CallKeys, CallScreen};
pub use clock::*;
pub use close::*;
pub use earlier::EarlierAnswer;
pub use edit::*;
pub use goals::{GoalAct, GoalField, GoalForm, GoalNews, Goals};
pub use home::*;
pub use ledger::{Changed, Write};
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
pub use tidy::{Becomes, Tidy};
pub use why::*;
