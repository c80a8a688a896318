//! One file for each part of the screen.

mod boxed;
mod choices;
mod earlier;
mod finish;
mod grid;
mod header;
mod help;
mod hints;
mod home;
mod keybar;
mod list;
mod number;
mod outline;
mod picker;
mod prompt;
mod quadrants;
mod question;
mod review;
mod standing;
mod table;
mod text;

pub use finish::finish;
pub use header::{header, message};
pub use help::help;
pub use hints::{hints, line_between};
pub use home::home;
pub use keybar::{bar, key_bar};
pub use outline::{folded, outline};
pub use picker::picker;
pub use question::{question, wording};
pub use review::review;
