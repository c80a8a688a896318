//! What is worth knowing about a list that could be read.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

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
    let mut twice = same_names(accounts);
    // in the order in which a name was met again
    twice.sort_unstable_by_key(|places| places[1]);
    remarks.extend(twice.iter().take(TOLD).map(|places| Remark::Twice {
        name: accounts[places[0]].name.clone(),
        lines: places.iter().map(|&at| accounts[at].line).collect(),
    }));
    if twice.len() > TOLD {
        remarks.push(Remark::MoreTwice((twice.len() - TOLD) as u64));
    }
    let mut nameless = accounts.iter().filter(|account| account.name.is_empty());
    if let Some(one) = nameless.next() {
        remarks.push(Remark::Nameless { line: one.line, count: 1 + nameless.count() as u64 });
    }
}

/// Where the same name stands at least twice, each time in the order of the list.
///
/// Most lists name each company once. So the names are first compared by a number made of them, which needs no copy of
/// every name; only those with the same number are compared themselves.
fn same_names(accounts: &[Account]) -> Vec<Vec<usize>> {
    let named = accounts.iter().enumerate().filter(|(_, account)| !account.name.is_empty());
    let mut hashes: Vec<(u64, usize)> = named.map(|(at, account)| (hash(&account.name), at)).collect();
    hashes.sort_unstable();
    let mut found = Vec::new();
    for same in hashes.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &(_, at) in same {
            names.entry(plain(&accounts[at].name)).or_default().push(at);
        }
        found.extend(names.into_values().filter(|places| places.len() > 1));
    }
    found
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(plain(name).as_bytes());
    hasher.finish()
}
