//! What is asked, how it is scored, what is found, what is advised: pure data, from TOML.

mod assumptions;
pub mod expression;
mod library;
mod model;
mod question;

pub use assumptions::*;
pub use library::*;
pub use model::*;
pub use question::*;
