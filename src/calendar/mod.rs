//! Follow-up dates for a calendar program (RFC 5545); the same assessment gives the same bytes.
//!
//! `dates` says what happens when, `ics` writes it. Identifiers and stamps derive from the assessment, so that importing a
//! newer file changes the entries of an older one and does not double them. No crate writes it: the one at hand folds some lines
//! at 76 octets and stamps entries with the time of day.

mod dates;
mod ics;

pub use dates::dates;
pub use ics::write;

use jiff::Timestamp;
use jiff::civil::Date;

/// A calendar of one assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// What all identifiers begin with; says nothing about the client.
    pub identity: String,
    /// When the assessment was last changed.
    pub stamp: Timestamp,
    /// The entries, by date.
    pub entries: Vec<Entry>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from the others of its calendar; stable from file to file.
    pub key: String,
    /// The day it is on, or begins to repeat.
    pub date: Date,
    /// A time of its own; the whole day without.
    pub weekly: Option<Weekly>,
    /// Its title.
    pub summary: String,
    /// What is done, and by whom; may be empty.
    pub description: String,
}

/// An entry that comes back every week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// The hour it begins at, in whatever time zone the calendar is opened.
    pub hour: u8,
    /// How long it takes.
    pub minutes: u16,
    /// How many times, at least once.
    pub times: u16,
}
