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
mod salvage;
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
pub use salvage::{Salvage, salvage};
pub use store::{
    AssessmentFile, Draft, DraftKeeper, Held, Hindrance, LARGEST, LONGEST_WAIT, LockingError, NO_ANSWER, OpenError,
    Remains, RemainsKind, RemainsState, SaveError, SaveNews, Saved, TakeOverError, Writer, decode, encode, found_draft,
    fresh_bytes, load, lock_file, place_of_draft, put_in_place, read_bytes, remains, unlock_file,
};
pub use value::*;
pub use write::{FileOrder, update};
