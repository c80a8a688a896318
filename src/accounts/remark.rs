//! What is worth knowing about a list that could be read.

use std::collections::HashMap;

use super::account::Account;
use super::words::plain;

/// Something worth knowing about a list; lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// It is not UTF-8, seen first in this line, and was read as Windows-1252.
    NotUtf8(u64),
    /// Characters that the encoding does not have, first in this line.
    Unreadable(u64),
    /// Rows with more or fewer cells than the heading.
    Uneven {
        /// The first one.
        line: u64,
        /// How many there are.
        count: u64,
    },
    /// A heading that stands there more than once; the first one counts.
    HeadingTwice(String),
    /// Columns without a heading, which are left out.
    NoHeading(u64),
    /// A column with both decimal signs; each cell was read by itself.
    BothSigns(String),
    /// Accounts of the same name; all are kept.
    Twice {
        /// The name of the first one.
        name: String,
        /// Where they all stand.
        lines: Vec<u64>,
    },
    /// How many further names stand there more than once.
    MoreTwice(u64),
    /// Accounts without a name.
    Nameless {
        /// The first one.
        line: u64,
        /// How many there are.
        count: u64,
    },
}

/// Headings that stand there twice, and columns without one.
pub(super) fn remark_headings(headings: &[String], remarks: &mut Vec<Remark>) {
    for (at, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        let is_same = |other: &String| plain(other) == plain(heading);
        if headings[..at].iter().filter(|other| is_same(other)).count() == 1 {
            remarks.push(Remark::HeadingTwice(heading.clone()));
        }
    }
    let without = headings.iter().filter(|heading| heading.is_empty()).count() as u64;
    if without > 0 {
        remarks.push(Remark::NoHeading(without));
    }
}

/// Names that stand there more than once, the first few with their lines; and accounts without a name.
pub(super) fn remark_names(accounts: &[Account], remarks: &mut Vec<Remark>) {
    const TOLD: usize = 10;
    let mut first: HashMap<String, (usize, u32)> = HashMap::with_capacity(accounts.len());
    let mut twice: Vec<(usize, Vec<u64>)> = Vec::new();
    let mut more = 0;
    for (at, account) in accounts.iter().enumerate().filter(|(_, account)| !account.name.is_empty()) {
        let entry = first.entry(plain(&account.name)).or_insert((at, 0));
        entry.1 += 1;
        let (one, times) = *entry;
        match twice.iter().position(|(first, _)| *first == one) {
            Some(known) => twice[known].1.push(account.line),
            None if times == 2 && twice.len() < TOLD => twice.push((one, vec![accounts[one].line, account.line])),
            None if times == 2 => more += 1,
            None => {}
        }
    }
    remarks.extend(twice.into_iter().map(|(at, lines)| Remark::Twice { name: accounts[at].name.clone(), lines }));
    if more > 0 {
        remarks.push(Remark::MoreTwice(more));
    }
    let mut nameless = accounts.iter().filter(|account| account.name.is_empty());
    if let Some(one) = nameless.next() {
        remarks.push(Remark::Nameless { line: one.line, count: 1 + nameless.count() as u64 });
    }
}
