//! Sets single fields of a document, keeping the comments around them.

use jiff::Timestamp;
use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, Datetime, InlineTable, Item, Table, TableLike, Value};

use crate::assessment::Cell;

/// Sets a key, or removes it; what stood before and after the old value, a comment for example, stays.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    let Some(mut value) = value else {
        table.remove(key);
        return;
    };
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// Sets a key when the field behind it changed, or when there is no old state to compare with.
pub(super) fn set_changed<T: PartialEq>(
    table: &mut dyn TableLike,
    key: &str,
    old: Option<&T>,
    new: &T,
    value: impl FnOnce(&T) -> Option<Value>,
) -> bool {
    if old.is_some_and(|old| old == new) {
        return false;
    }
    let value = value(new);
    if value.is_none() && old.is_none() {
        // Without an old state nothing may be taken away: the key may be one that could not be used.
        return false;
    }
    set(table, key, value);
    true
}

/// The section of that name as a table with a header of its own, made when missing.
pub(super) fn section<'a>(parent: &'a mut Table, key: &str, implicit: bool) -> &'a mut Table {
    let comments = comments_around(parent, key);
    let item = parent.entry(key).or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(implicit);
        Item::Table(table)
    });
    let table = as_standard_table(item);
    if let Some(comments) = comments {
        table.decor_mut().set_prefix(format!("\n{comments}"));
    }
    table
}

/// Takes away what stands around an entry of one line, which would otherwise end up inside the header that it gets,
/// and gives the comments in it; nothing for an entry that has a header already.
fn comments_around(parent: &mut Table, key: &str) -> Option<String> {
    let (mut name, item) = parent.get_key_value_mut(key)?;
    let value = item.as_value_mut()?;
    let mut comments = String::new();
    for decor in [name.leaf_decor_mut(), value.decor_mut()] {
        let around = [decor.prefix(), decor.suffix()].map(|raw| raw.and_then(|raw| raw.as_str()).unwrap_or_default());
        for line in around.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty()) {
            comments.push_str(&format!("{line}\n"));
        }
        decor.clear();
    }
    Some(comments)
}

/// Turns an inline or dotted table into one with a header of its own.
pub(super) fn as_standard_table(item: &mut Item) -> &mut Table {
    if !item.is_table() {
        let old = std::mem::take(item);
        *item = Item::Table(old.into_table().unwrap_or_default());
    }
    let Item::Table(table) = item else { unreachable!("just made a table") };
    if table.is_dotted() {
        table.set_dotted(false);
    }
    table
}

/// The entries of an array of tables, made when missing or written in another way.
pub(super) fn entries<'a>(parent: &'a mut Table, key: &str) -> &'a mut ArrayOfTables {
    let item = parent.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        let old = std::mem::take(item);
        *item = Item::ArrayOfTables(old.into_array_of_tables().unwrap_or_default());
    }
    let Item::ArrayOfTables(entries) = item else { unreachable!("just made an array of tables") };
    entries
}

/// A number: without a fraction where it has none.
pub(super) fn number(number: f64) -> Value {
    // whole numbers up to 2^53 are exact in both
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT { Value::from(number as i64) } else { Value::from(number) }
}

pub(super) fn text(text: &str) -> Value {
    Value::from(text)
}

/// A text, when there is one.
pub(super) fn filled(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::from(text))
}

/// A flag, when it is set.
pub(super) fn raised(flag: bool) -> Option<Value> {
    flag.then(|| Value::from(true))
}

pub(super) fn texts(texts: &[String]) -> Value {
    Value::Array(texts.iter().map(String::as_str).collect::<Array>())
}

/// A date; nothing for the years before 0, which TOML cannot write.
pub(super) fn date(date: Date) -> Option<Value> {
    date.to_string().parse::<Datetime>().ok().map(Value::from)
}

/// A point in time; nothing for the years before 0.
pub(super) fn timestamp(time: Timestamp) -> Option<Value> {
    time.to_string().parse::<Datetime>().ok().map(Value::from)
}

pub(super) fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Text(value) => text(value),
        Cell::Number(value) => number(*value),
        Cell::Flag(flag) => Value::from(*flag),
        Cell::Unknown => status("unknown"),
        Cell::NotApplicable => status("na"),
    }
}

fn status(word: &str) -> Value {
    Value::InlineTable(InlineTable::from_iter([("status", word)]))
}
