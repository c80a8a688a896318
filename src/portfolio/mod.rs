//! Many assessments: those in the data folder, and one of them by a part of its client's name.

mod archive;
mod find;
mod list;
mod name;

pub use archive::{archive_folder, move_into};
pub use find::{FindError, find};
pub use list::{Entry, Portfolio, Unreadable, files, list};
pub use name::new_path;
