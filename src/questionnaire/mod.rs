//! What is asked, how it is scored, what is found, what is advised: pure data, from TOML.

mod assumptions;
mod check;
pub mod expression;
mod finding;
mod following;
mod funnel;
mod goal;
mod library;
mod load;
mod metric;
mod model;
mod question;
mod route;
mod swot;
#[cfg(test)]
mod tests;
mod versions;
mod worth;

pub use assumptions::*;
pub use check::check;
pub use finding::*;
pub use following::*;
pub use funnel::*;
pub use goal::*;
pub use library::*;
pub use load::{Loaded, Origin, read_source};
pub use metric::*;
pub use model::*;
pub use question::*;
pub use route::*;
pub use swot::*;
pub use versions::*;
pub use worth::*;
