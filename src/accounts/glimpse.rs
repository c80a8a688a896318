//! A look at the beginning of a list, before anything is ranked: its headings and its first rows.

use std::ops::ControlFlow;
use std::path::Path;

use super::list::Encoded;
use super::list_error::ListError;
use super::remark::{Remark, remark_headings};
use super::rows::{Rows, headless};

/// How many rows are looked at.
const ROWS: usize = 5;

/// The beginning of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glimpse {
    /// Its headings; a column without one has an empty text.
    pub headings: Vec<String>,
    /// Its first rows, at most five; each as long as it is in the file.
    pub rows: Vec<Vec<String>>,
    /// How it is written.
    pub encoded: Encoded,
    /// What is worth knowing about it already.
    pub remarks: Vec<Remark>,
    /// Whether its first line looks like an account and not like headings.
    pub headless: bool,
}

/// Looks at the beginning of a list; `encoding` is what a person says it is written in.
///
/// The whole file is gone through once, for its characters: which line is not UTF-8 is known only then.
///
/// # Errors
/// When the file cannot be read as a list.
pub fn glimpse(path: &Path, encoding: Option<&str>) -> Result<Glimpse, ListError> {
    let mut rows = Rows::open(path, encoding)?;
    let headings = rows.headings()?;
    let mut first: Vec<Vec<String>> = Vec::new();
    rows.each_until(&mut |_| {}, |record, _| {
        first.push(record.iter().map(str::to_owned).collect());
        if first.len() < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    if first.is_empty() {
        return Err(ListError::Empty { path: path.to_owned() });
    }
    let mut remarks: Vec<Remark> = rows.layout.written.not_utf8.map(Remark::NotUtf8).into_iter().collect();
    remarks.extend(rows.unreadable.map(Remark::Unreadable));
    remark_headings(&headings, &mut remarks);
    Ok(Glimpse { headless: headless(&headings), headings, rows: first, encoded: Encoded::of(rows.layout), remarks })
}
