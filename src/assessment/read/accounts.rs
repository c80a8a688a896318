//! Reads `[accounts]`: the names of a list's columns, and what ranking it came to.

use toml::de::DeTable;

use super::fields::Reader;
use crate::assessment::{AccountList, LackingData, ListedAccount, RankedAccounts};

/// The keys of `[accounts]`, in the order they are written.
pub(in crate::assessment) const ACCOUNT_KEYS: [&str; 4] = ["name", "columns", "encoding", "ranked"];

/// The keys of `[accounts.ranked]`.
pub(in crate::assessment) const RANKED_KEYS: [&str; 11] =
    ["date", "accounts", "a", "b", "c", "needs_data", "below_minimum", "with_room", "of_rivals", "lacking", "first"];

impl Reader<'_> {
    pub(super) fn account_list(&mut self, document: &DeTable<'_>) -> AccountList {
        let mut list = AccountList::default();
        let Some(field) = document.get("accounts") else { return list };
        let Some(table) = self.table(field, "'accounts'") else { return list };
        self.known_keys(table, &ACCOUNT_KEYS, "in [accounts]");
        list.name = self.text(table, "name");
        list.encoding = self.text(table, "encoding");
        if let Some(field) = table.get("columns")
            && let Some(columns) = self.table(field, "'columns' in [accounts]")
        {
            for key in columns.keys() {
                let wanted = key.get_ref().to_string();
                if let Some(heading) = self.text(columns, &wanted) {
                    list.columns.insert(wanted, heading);
                }
            }
        }
        if let Some(field) = table.get("ranked")
            && let Some(ranked) = self.table(field, "'ranked' in [accounts]")
        {
            list.ranked = self.ranked(ranked);
        }
        list
    }

    /// Nothing without a date: then nobody knows when it was true.
    fn ranked(&mut self, table: &DeTable<'_>) -> Option<RankedAccounts> {
        self.known_keys(table, &RANKED_KEYS, "in [accounts.ranked]");
        let mut count = |key: &str| self.count(table, key);
        let mut ranked = RankedAccounts {
            accounts: count("accounts"),
            a: count("a"),
            b: count("b"),
            c: count("c"),
            needs_data: count("needs_data"),
            below_minimum: count("below_minimum"),
            ..RankedAccounts::default()
        };
        ranked.with_room = self.some_count(table, "with_room");
        ranked.of_rivals = self.some_count(table, "of_rivals");
        ranked.lacking = self.entries(table, "lacking", |reader, table| {
            reader.known_keys(table, &["what", "accounts"], "in 'lacking' of [accounts.ranked]");
            LackingData {
                what: reader.text(table, "what").unwrap_or_default(),
                accounts: reader.count(table, "accounts"),
            }
        });
        ranked.first = self.entries(table, "first", Self::listed);
        ranked.date = self.date(table, "date")?;
        Some(ranked)
    }

    fn listed(&mut self, table: &DeTable<'_>) -> ListedAccount {
        self.known_keys(table, &["name", "class", "fit", "space", "step"], "in 'first' of [accounts.ranked]");
        let steps = [("cross_sell", "cross_sell"), ("rival_message", "rival_message"), ("entice", "entice")];
        let classes = [("A", "A"), ("B", "B"), ("C", "C")];
        ListedAccount {
            name: self.text(table, "name").unwrap_or_default(),
            class: self.word(table, "class", &classes).unwrap_or_default().to_owned(),
            fit: self.count(table, "fit"),
            space: self.some_count(table, "space"),
            step: self.word(table, "step", &steps).unwrap_or_default().to_owned(),
        }
    }

    /// How many; what is less than nothing counts as none.
    fn count(&mut self, table: &DeTable<'_>, key: &str) -> u64 {
        self.some_count(table, key).unwrap_or(0)
    }

    fn some_count(&mut self, table: &DeTable<'_>, key: &str) -> Option<u64> {
        self.number(table, key).map(|number| number.max(0.0) as u64)
    }
}
