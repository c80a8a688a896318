//! Many assessments: those in the data folder, one of them by a part of its client's name, and those that follow others.

mod archive;
mod find;
mod follow_up;
mod list;
mod name;
mod track_record;

pub use archive::{archive_folder, move_into};
pub use find::{FindError, find};
pub use follow_up::{Earlier, EarlierError, begin_follow_up, earlier, followers};
pub use list::{Entry, Locked, Portfolio, Unreadable, files, list};
pub use name::new_path;
pub use track_record::{Record, track_record};
