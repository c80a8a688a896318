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
mod detail;
mod encoding;
mod gate;
mod glimpse;
mod judge;
pub mod list;
mod list_error;
mod number;
mod oddity;
mod profile;
mod rank;
mod recorded;
mod remark;
mod rows;
mod said;
mod separator;
mod signs;
mod words;

pub use account::{Account, Class, Lacking, Standing, Step};
pub use columns::{Missing, Part, Wanted, wanted};
pub use counts::Counts;
pub use criterion::{Criterion, Trait};
pub use detail::{Detail, Judged};
pub use gate::{Gate, Operator, Verdict};
pub use glimpse::{Glimpse, glimpse};
pub use list::{Encoded, List, RankedList};
pub use list_error::ListError;
pub use number::{DecimalSign, parse_cell};
pub use oddity::{OddKind, Oddities, Oddity};
pub use profile::{Profile, ProfileError, Unused};
pub use rank::{FIT_SHARE, Ranking, rank};
pub use recorded::{figures, kept};
pub use remark::Remark;
pub use said::{called, reasons, remark, remarks, said_counts, trouble};
pub use words::{Words, plain};
