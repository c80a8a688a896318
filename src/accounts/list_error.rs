//! Why a list could not be read.

use std::io;
use std::path::PathBuf;

use super::columns::Missing;

/// Most columns of a list: far more than a spreadsheet of companies has, and few enough to compare their names.
pub(super) const MOST_COLUMNS: usize = 1_000;

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file could not be read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// It is a folder, a device or a pipe.
    #[error("{path} is not a file")]
    NoFile {
        /// What was named.
        path: PathBuf,
    },
    /// It is a spreadsheet's own file.
    #[error("{path} is a spreadsheet's own file, not CSV")]
    Workbook {
        /// The file.
        path: PathBuf,
    },
    /// It is no text.
    #[error("{path} is not a text: line {line} holds a zero byte")]
    NotText {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
    },
    /// The encoding is not known.
    #[error("'{name}' is not the name of an encoding")]
    NoEncoding {
        /// What was said.
        name: String,
    },
    /// It has no rows.
    #[error("{path} holds no accounts: it is empty, or ends after its first line")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// It has more columns than any list of companies.
    #[error("the first line of {path} has {columns} columns; at most {MOST_COLUMNS} are read")]
    TooWide {
        /// The file.
        path: PathBuf,
        /// How many it has.
        columns: usize,
    },
    /// A quotation mark is never closed.
    #[error("{path}: a quotation mark in the row that begins in line {line} is never closed")]
    Unclosed {
        /// The file.
        path: PathBuf,
        /// Where the row begins.
        line: u64,
    },
    /// Columns are missing.
    #[error("{path} lacks columns")]
    MissingColumns {
        /// The file.
        path: PathBuf,
        /// Which.
        missing: Vec<Missing>,
        /// Those that are there.
        headings: Vec<String>,
        /// Whether its first line looks like an account and not like headings.
        headless: bool,
    },
    /// It is not as it was when it was ranked.
    #[error("{path} has changed since it was ranked: line {line} is another company's")]
    Changed {
        /// The file.
        path: PathBuf,
        /// Where the account stood.
        line: u64,
    },
}
