//! What a ranking says to the questions that ask for its counts, and what is kept of it for the report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::account::{Account, Lacking, Standing};
use super::list::RankedList;
use super::said::lacking;
use crate::assessment::{LackingData, ListedAccount, RankedAccounts};
use crate::display::printed_fit;
use crate::questionnaire::AccountUses;

/// How many of the first accounts are kept.
const KEPT: usize = 20;

/// How many of the facts that are missing most are kept.
const LACKING: usize = 5;

/// The questions that a ranking answers, with their numbers; what the list has no column for stays open.
pub fn figures(uses: &AccountUses, ranked: &RankedList) -> Vec<(String, f64)> {
    let (list, counts) = (&ranked.list, &ranked.ranking.counts);
    let all = [
        (&uses.a_accounts, Some(counts.suited as f64)),
        (&uses.white_space_accounts, list.has_spending.then_some(counts.with_room as f64)),
        (&uses.rival_accounts, list.has_suppliers.then_some(counts.of_rivals as f64)),
        (&uses.needs_data, counts.needs_data_share()),
    ];
    all.into_iter().filter_map(|(id, value)| Some((id.clone()?, value?))).collect()
}

/// What the report prints of a ranking made that day.
pub fn kept(ranked: &RankedList, date: Date) -> RankedAccounts {
    let (list, counts) = (&ranked.list, &ranked.ranking.counts);
    RankedAccounts {
        date,
        accounts: counts.accounts,
        a: counts.a,
        b: counts.b,
        c: counts.c,
        needs_data: counts.needs_data,
        below_minimum: counts.below_minimum,
        with_room: list.has_spending.then_some(counts.with_room),
        of_rivals: list.has_suppliers.then_some(counts.of_rivals),
        lacking: most_lacking(ranked),
        first: ranked.ranking.accounts.iter().take(KEPT).filter_map(listed).collect(),
    }
}

fn listed(account: &Account) -> Option<ListedAccount> {
    Some(ListedAccount {
        name: account.name.clone(),
        class: account.class()?.letter().to_owned(),
        fit: printed_fit(account.fit?, 0) as u64,
        space: account.white_space.map(|space| space.round() as u64),
        step: account.step()?.id().to_owned(),
    })
}

/// What is missing most where too little is known to rank: the first facts to gather.
fn most_lacking(ranked: &RankedList) -> Vec<LackingData> {
    let unranked = ranked.ranking.accounts.iter().filter(|account| account.standing == Standing::NeedsData);
    let mut counts: BTreeMap<(bool, u16), u64> = BTreeMap::new();
    for lacks in unranked.flat_map(|account| &account.lacks) {
        let entry = match lacks {
            Lacking::Criterion(at) => (false, *at),
            Lacking::Gate(at) => (true, *at),
        };
        *counts.entry(entry).or_default() += 1;
    }
    let mut named: Vec<LackingData> = Vec::new();
    for ((is_gate, at), accounts) in counts {
        let what = lacking(&ranked.profile, if is_gate { Lacking::Gate(at) } else { Lacking::Criterion(at) });
        match named.iter_mut().find(|known| known.what == what) {
            // one column can be both a trait and a condition
            Some(known) => known.accounts = known.accounts.max(accounts),
            None => named.push(LackingData { what, accounts }),
        }
    }
    named.sort_by_key(|one| std::cmp::Reverse(one.accounts));
    named.truncate(LACKING);
    named
}
