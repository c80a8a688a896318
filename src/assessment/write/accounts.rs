//! Writes `[accounts]`: the names of a list's columns, and what ranking it came to.

use toml_edit::{Array, DocumentMut, InlineTable, Table, Value};

use super::fields::{date, section, set, set_changed, text};
use super::order::compare_in;
use crate::assessment::read::{ACCOUNT_KEYS, RANKED_KEYS};
use crate::assessment::{AccountList, LackingData, ListedAccount, RankedAccounts};

pub(super) fn write(document: &mut DocumentMut, old: Option<&AccountList>, new: &AccountList) {
    if old.unwrap_or(&AccountList::default()) == new {
        return;
    }
    let top = document.as_table_mut();
    let table = section(top, "accounts", false);
    set_changed(table, "name", old.map(|it| &it.name), &new.name, |it| it.as_deref().map(text));
    set_changed(table, "columns", old.map(|it| &it.columns), &new.columns, |columns| {
        let pairs = columns.iter().map(|(wanted, heading)| (wanted.as_str(), text(heading)));
        (!columns.is_empty()).then(|| Value::InlineTable(pairs.collect::<InlineTable>()))
    });
    set_changed(table, "encoding", old.map(|it| &it.encoding), &new.encoding, |it| it.as_deref().map(text));
    table.sort_values_by(|one, _, other, _| compare_in(&ACCOUNT_KEYS, one.get(), other.get()));
    let ranked = old.and_then(|it| it.ranked.as_ref());
    match &new.ranked {
        Some(new) if ranked != Some(new) => write_ranked(section(table, "ranked", false), new),
        None if ranked.is_some() => {
            table.remove("ranked");
        }
        _ => {}
    }
    if table.is_empty() {
        top.remove("accounts");
    }
}

fn write_ranked(table: &mut Table, new: &RankedAccounts) {
    let count = |number: u64| Some(Value::from(i64::try_from(number).unwrap_or(i64::MAX)));
    set(table, "date", date(new.date));
    set(table, "accounts", count(new.accounts));
    set(table, "a", count(new.a));
    set(table, "b", count(new.b));
    set(table, "c", count(new.c));
    set(table, "needs_data", count(new.needs_data));
    set(table, "below_minimum", count(new.below_minimum));
    set(table, "with_room", new.with_room.and_then(count));
    set(table, "of_rivals", new.of_rivals.and_then(count));
    set(table, "lacking", (!new.lacking.is_empty()).then(|| Value::Array(lacking(&new.lacking))));
    set(table, "first", (!new.first.is_empty()).then(|| Value::Array(first(&new.first))));
    table.sort_values_by(|one, _, other, _| compare_in(&RANKED_KEYS, one.get(), other.get()));
}

fn lacking(all: &[LackingData]) -> Array {
    let one = |one: &LackingData| {
        let accounts = Value::from(i64::try_from(one.accounts).unwrap_or(i64::MAX));
        Value::InlineTable([("what", text(&one.what)), ("accounts", accounts)].into_iter().collect())
    };
    all.iter().map(one).collect()
}

/// One account a line.
fn first(accounts: &[ListedAccount]) -> Array {
    let one = |account: &ListedAccount| {
        let fit = Value::from(i64::try_from(account.fit).unwrap_or(i64::MAX));
        let space = account.space.map(|space| Value::from(i64::try_from(space).unwrap_or(i64::MAX)));
        let pairs = [
            ("class", Some(text(&account.class))),
            ("fit", Some(fit)),
            ("name", Some(text(&account.name))),
            ("space", space),
            ("step", Some(text(&account.step))),
        ];
        let filled = pairs.into_iter().filter_map(|(key, value)| Some((key, value?)));
        Value::InlineTable(filled.filter(|(_, value)| value.as_str() != Some("")).collect())
    };
    let mut array: Array = accounts.iter().map(one).collect();
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n  ");
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}
