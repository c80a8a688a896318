//! What is asked, how it is scored, what is found, what is advised: pure data, from TOML.

mod assumptions;
pub mod expression;
mod library;
mod load;
mod model;
mod question;

pub use assumptions::*;
pub use library::*;
pub use load::{Loaded, Origin, read_source};
pub use model::*;
pub use question::*;
