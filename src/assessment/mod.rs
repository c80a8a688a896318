//! One client at one date, and the file that holds it.

mod model;
mod record_stub;

pub use model::*;
pub use record_stub::*;
