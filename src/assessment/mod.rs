//! One client at one date, and the file that holds it.

mod account_list;
mod answer;
mod entry;
mod fit;
mod goal;
mod merge;
mod model;
mod process_map;
mod read;
mod store;
mod value;
mod write;

pub use account_list::{AccountList, LackingData, ListedAccount, RankedAccounts};
pub use answer::{Change, evidence_of_entry};
pub use entry::{Entered, EntryError, check_bounds, parse_date, parse_number};
pub use fit::{Misfit, fit, suit};
pub use goal::*;
pub use merge::{Contradiction, merge};
pub use model::*;
pub use process_map::*;
pub use read::{FORMAT, Reading, locate, read};
pub use store::{
    AssessmentFile, Draft, DraftKeeper, Held, LARGEST, LONGEST_WAIT, LockingError, OpenError, SaveError, SaveNews,
    Saved, Writer, decode, encode, found_draft, load, lock_file, read_bytes, unlock_file,
};
pub use value::*;
pub use write::{FileOrder, update};
