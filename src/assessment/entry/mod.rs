//! Numbers and dates as people type them while they listen.

mod date;
mod errors;
mod number;
mod scan;

pub use date::parse_date;
pub use errors::EntryError;
pub use number::{Entered, check_bounds, parse_number};

#[cfg(test)]
mod tests;
