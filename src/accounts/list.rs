//! Reads a list of accounts from a CSV file, row by row, so that its length does not matter.
//!
//! The file is gone through twice: for its characters, and to judge its rows. How its columns write decimals is known
//! for certain only at the end; what its first rows say is nearly always right, and otherwise its rows are judged once
//! more. Nothing but the judged accounts is kept.

use std::ops::ControlFlow;
use std::path::Path;

use super::account::Account;
use super::columns::{self, Columns};
use super::judge::Judge;
pub use super::list_error::ListError;
use super::number::DecimalSign;
use super::oddity::{Oddities, Oddity};
use super::profile::Profile;
use super::rank::{Ranking, rank};
use super::remark::{Remark, remark_headings, remark_names};
use super::rows::{Layout, Rows, headless};
use super::signs::Evidence;
use super::words::Words;
use crate::assessment::AccountList;

/// How many of the first rows say how the columns write decimals, until all rows have.
const FIRST_ROWS: usize = 1_000;

/// A list that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Its accounts in the order of the file, judged and not yet ranked.
    pub accounts: Vec<Account>,
    /// Its headings.
    pub headings: Vec<String>,
    /// The heading of the column of names, when there is one.
    pub names: Option<String>,
    /// Whether it has both columns of spending.
    pub has_spending: bool,
    /// Whether it has the column of suppliers.
    pub has_suppliers: bool,
    /// How it is written.
    pub encoded: Encoded,
    /// What is worth knowing about the file.
    pub remarks: Vec<Remark>,
    /// Cells that could not be used.
    pub oddities: Vec<Oddity>,
    /// How to read a row of it again.
    pub(super) reading: Reading,
}

/// How the rows of a list were read, for one of them to be read again.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) layout: Layout,
    pub(super) columns: Columns,
    pub(super) signs: Vec<DecimalSign>,
}

/// A list that has been read and ranked, with what it was ranked by.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedList {
    /// What it was ranked by.
    pub profile: Profile,
    /// What was found in the file; its accounts are in the ranking.
    pub list: List,
    /// Its accounts in order.
    pub ranking: Ranking,
}

impl RankedList {
    /// Ranks a list.
    pub fn of(profile: Profile, mut list: List) -> Self {
        let ranking = rank(std::mem::take(&mut list.accounts), profile.slots);
        Self { profile, list, ranking }
    }
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoded {
    /// The name of its encoding, for example `UTF-8`.
    pub encoding: &'static str,
    /// What separates its columns.
    pub separator: char,
}

impl Encoded {
    pub(super) fn of(layout: Layout) -> Self {
        Self { encoding: layout.written.encoding.name(), separator: layout.by }
    }
}

/// Reads and judges a list; `encoding` is what a person says it is written in; `progress` hears bytes done and to do.
///
/// # Errors
/// When the file cannot be read as a list with the columns that are wanted.
pub fn read(
    path: &Path,
    profile: &Profile,
    mapping: &AccountList,
    words: &Words,
    encoding: Option<&str>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<List, ListError> {
    let mut rows = Rows::open(path, encoding)?;
    let layout = rows.layout;
    let mut remarks: Vec<Remark> = layout.written.not_utf8.map(Remark::NotUtf8).into_iter().collect();
    let headings = rows.headings()?;
    // Without a word in its first line there is no column to ask for.
    if headings.iter().all(|heading| heading.trim().is_empty()) {
        return Err(ListError::Empty { path: path.to_owned() });
    }
    let columns = columns::find(&headings, profile, mapping, words).map_err(|missing| ListError::MissingColumns {
        path: path.to_owned(),
        missing,
        headless: headless(&headings),
        headings: headings.clone(),
    })?;
    remark_headings(&headings, &mut remarks);

    let size = std::fs::metadata(path).map_err(|cause| ListError::Unreadable { path: path.to_owned(), cause })?.len();
    let nothing = Evidence::new(columns.of_numbers(profile));
    let mut first = nothing.clone();
    let mut left = FIRST_ROWS;
    rows.each_until(&mut |_| {}, |record, _| {
        first.note(record);
        left -= 1;
        if left > 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    let mut signs = first.signs(headings.len(), layout.by);
    let mut judge = |signs: &[DecimalSign], progress: &mut dyn FnMut(u64)| {
        let oddities = Oddities::default();
        let judge = Judge { profile, words, columns: &columns, headings: &headings, signs, oddities };
        judged(&mut rows, judge, nothing.clone(), progress)
    };
    let mut found = judge(&signs, &mut |done| progress(done, size))?;
    let certain = found.evidence.signs(headings.len(), layout.by);
    if certain != signs {
        signs = certain;
        drop(found);
        found = judge(&signs, &mut |done| progress(size + done, 2 * size))?;
    }
    let Judged { accounts, oddities, uneven, evidence } = found;
    if accounts.is_empty() {
        return Err(ListError::Empty { path: path.to_owned() });
    }
    remarks.extend(evidence.with_both_signs().map(|column| Remark::BothSigns(headings[column].clone())));
    remarks.extend(rows.unreadable.map(Remark::Unreadable));
    if let Some((line, count)) = uneven {
        remarks.push(Remark::Uneven { line, count });
    }
    remark_names(&accounts, &mut remarks);
    let names = columns.name.map(|column| headings[column].clone());
    let encoded = Encoded::of(layout);
    let has_spending = columns.current.is_some() && columns.potential.is_some();
    let has_suppliers = columns.rival.is_some();
    let reading = Reading { layout, columns, signs };
    Ok(List { accounts, headings, names, has_spending, has_suppliers, encoded, remarks, oddities, reading })
}

/// What one way through the rows gave.
struct Judged {
    accounts: Vec<Account>,
    oddities: Vec<Oddity>,
    /// The first row with more or fewer cells than the heading, and how many there are.
    uneven: Option<(u64, u64)>,
    evidence: Evidence,
}

/// Judges all rows, and gathers what they say about the decimal signs.
fn judged(
    rows: &mut Rows,
    mut judge: Judge,
    mut evidence: Evidence,
    progress: &mut dyn FnMut(u64),
) -> Result<Judged, ListError> {
    let mut accounts: Vec<Account> = Vec::new();
    let mut uneven: Option<(u64, u64)> = None;
    rows.each_until(progress, |record, line| {
        if record.len() != judge.headings.len() {
            uneven.get_or_insert((line, 0)).1 += 1;
        }
        evidence.note(record);
        accounts.push(judge.judge(|column| record.get(column).unwrap_or_default(), line));
        ControlFlow::Continue(())
    })?;
    Ok(Judged { accounts, oddities: judge.oddities.0, uneven, evidence })
}
