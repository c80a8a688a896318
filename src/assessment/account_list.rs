//! What is kept about a list of accounts: how its columns are called, and what ranking it came to.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// What a person has said about a list's columns, and what came of ranking it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountList {
    /// The heading of the column with the companies' names, where that was said.
    pub name: Option<String>,
    /// The list's heading for a column that the answers call otherwise; an empty one says that the list has none.
    pub columns: BTreeMap<String, String>,
    /// What the list is written in, where that was said; otherwise it is found out each time.
    pub encoding: Option<String>,
    /// What the latest ranking came to.
    pub ranked: Option<RankedAccounts>,
}

/// What a ranking came to; the report prints it, so that it need not read the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RankedAccounts {
    /// When.
    pub date: Date,
    /// How many accounts the list has.
    pub accounts: u64,
    /// On the A list.
    pub a: u64,
    /// On the B list.
    pub b: u64,
    /// On the C list.
    pub c: u64,
    /// With too little data to rank.
    pub needs_data: u64,
    /// Below the minimum.
    pub below_minimum: u64,
    /// Ranked customers that could spend more; nothing where the list does not say what they spend.
    pub with_room: Option<u64>,
    /// Ranked customers of rivals; nothing where the list does not say who supplies them.
    pub of_rivals: Option<u64>,
    /// What is missing most of the accounts that could not be ranked, the most frequent first.
    pub lacking: Vec<LackingData>,
    /// The first ones, in order.
    pub first: Vec<ListedAccount>,
}

/// Something that is not known of accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LackingData {
    /// The trait, or the column of a condition.
    pub what: String,
    /// Of how many accounts that could not be ranked.
    pub accounts: u64,
}

/// One of the first accounts of a ranking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedAccount {
    /// Its name.
    pub name: String,
    /// A, B or C.
    pub class: String,
    /// How well it suits, 0 to 100, as it is printed.
    pub fit: u64,
    /// What it could spend and does not, in whole units of money; nothing when that is not known.
    pub space: Option<u64>,
    /// The next step: `cross_sell`, `rival_message` or `entice`.
    pub step: String,
}
