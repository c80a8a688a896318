//! One client at one date, and the file that holds it.

mod model;

pub use model::*;
