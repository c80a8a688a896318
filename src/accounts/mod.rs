//! A list of accounts, ranked by how well each company suits: criteria with weights, conditions that are never waived,
//! white space (domain.md 2.5 and 3, "Accounts"; rulings.md 19).
//!
//! ```text
//! answers ──▶ Profile ─┐
//!                      ├─▶ judge, row by row ─▶ Account ─▶ rank ─▶ Ranking
//! CSV ──▶ list ────────┘
//! ```
//!
//! Everything but [`list`] is pure. A row is read, judged and let go: what stays of it is its name and its figures.

mod account;
mod columns;
mod counts;
mod criterion;
mod encoding;
mod gate;
mod judge;
pub mod list;
mod number;
mod oddity;
mod profile;
mod rank;
mod remark;
mod separator;
mod words;

pub use account::{Account, Class, Lacking, Standing, Step};
pub use columns::{Missing, Part};
pub use counts::Counts;
pub use criterion::{Criterion, Trait};
pub use gate::{Gate, Operator, Verdict};
pub use list::{Encoded, List, ListError};
pub use number::{DecimalSign, parse_cell};
pub use oddity::{OddKind, Oddities, Oddity};
pub use profile::{Profile, ProfileError, Unused};
pub use rank::{Ranking, rank};
pub use remark::Remark;
pub use words::Words;
