//! What is asked, how it is scored, what is found, what is advised: pure data, from TOML.

mod assumptions;
pub mod expression;
mod finding;
mod library;
mod load;
mod metric;
mod model;
mod question;
mod route;
mod worth;

pub use assumptions::*;
pub use finding::*;
pub use library::*;
pub use load::{Loaded, Origin, read_source};
pub use metric::*;
pub use model::*;
pub use question::*;
pub use route::*;
pub use worth::*;
