//! The state of one sitting: the current question, what is being typed, what is open beside it.
//!
//! [`Interview::update`] is pure: it takes an [`Action`] and the time, changes the state and gives back [`Effect`]s for
//! the loop to perform; their [`Outcome`] comes back as an action. Nothing here knows a key, a colour or a file.

mod accounts;
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
mod keys;
mod ledger;
mod map;
mod mark;
mod message;
mod more;
mod open;
mod pace;
mod panel;
mod pasted;
mod picker;
mod picture;
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
mod swot_draft;
mod tidy;
mod typing;
mod update;
mod usual;
mod why;
mod wording;

pub use accounts::{
    AccountAct, Accounts, AccountsAsk, AccountsKeys, AccountsNews, AccountsSaid, Browse, FileChoice, Filter, FoundFile,
    ListAt, Mapping, OverList, Progress as ListProgress, ReadList,
};
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
pub use keys::Keys;
pub use ledger::{Changed, Write};
pub use map::{About, Asked, MapAct, MapsEditor, kind_of};
pub use message::*;
pub use more::{Adding, Further};
pub use pace::*;
pub use panel::*;
pub use picker::*;
pub use picture::{Low, Picture, Pictured};
pub use progress::*;
pub use prompt::*;
pub use reveal::*;
pub use review::*;
pub use route::*;
pub use state::*;
pub use swot::*;
pub use tidy::{Becomes, Tidy};
pub use why::*;
