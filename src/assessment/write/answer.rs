//! Writes the answers.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value as Toml};

use super::fields::{
    as_standard_table, cell, date, filled, number, raised, section, set, set_changed, text, texts, timestamp,
};
use super::maps::maps;
use super::order::{FileOrder, compare_in};
use crate::assessment::read::KEYS;
use crate::assessment::{Answer, Assessment, Row, Status, Value};
use crate::questionnaire::SINGLE_COLUMN;

/// What is needed to write one answer besides itself.
struct Context<'a> {
    rows: &'a [String],
    columns: &'a [String],
}

/// Writes the answers that changed, and removes those that are no more.
pub(super) fn write_all(document: &mut DocumentMut, old: Option<&Assessment>, new: &Assessment, order: &FileOrder) {
    let before = |id: &str| old.and_then(|old| old.answer(id)).filter(|answer| !answer.is_blank());
    let gone: Vec<&String> = old
        .iter()
        .flat_map(|old| old.answers.keys())
        .filter(|id| before(id).is_some() && new.answer(id).is_none_or(Answer::is_blank))
        .collect();
    let changed: Vec<(&String, &Answer)> =
        new.answers.iter().filter(|(id, answer)| !answer.is_blank() && before(id) != Some(*answer)).collect();
    if gone.is_empty() && changed.is_empty() {
        return;
    }
    let answers = section(document.as_table_mut(), "answers", true);
    for (id, answer) in changed {
        let context = Context { rows: order.rows(id), columns: order.columns(id, new) };
        write_one(section(answers, id, true), before(id), answer, &context);
    }
    for id in gone {
        remove(document, id, order);
    }
}

/// Removes an answer; the comments above it go on to the next one.
fn remove(document: &mut DocumentMut, id: &str, order: &FileOrder) {
    let answers = section(document.as_table_mut(), "answers", true);
    let Some(Item::Table(removed)) = answers.remove(id) else { return };
    let comments = removed.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().trim_end();
    if !comments.contains('#') {
        return;
    }
    let next = answers.iter().map(|(key, _)| key).filter(|key| order.compare(key, id).is_gt());
    let next = next.min_by(|one, other| order.compare(one, other)).map(str::to_owned);
    let next = next.and_then(|key| answers.get_mut(&key)).and_then(Item::as_table_mut);
    match next.filter(|table| !table.is_implicit()) {
        Some(table) => {
            let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n");
            let prefix = format!("{comments}\n{prefix}");
            table.decor_mut().set_prefix(prefix);
        }
        None => {
            let trailing = document.trailing().as_str().unwrap_or_default();
            let trailing = format!("{comments}\n{trailing}");
            document.set_trailing(trailing);
        }
    }
}

fn write_one(table: &mut Table, old: Option<&Answer>, new: &Answer, context: &Context<'_>) {
    if old.is_none_or(|old| old.status != new.status) {
        write_status(table, old.and_then(Answer::value), &new.status, context);
    }
    set_changed(table, "evidence", old.map(|it| &it.evidence), &new.evidence, |it| it.map(|it| text(it.id())));
    set_changed(table, "low", old.map(|it| &it.low), &new.low, |it| it.map(number));
    set_changed(table, "high", old.map(|it| &it.high), &new.high, |it| it.map(number));
    set_changed(table, "quote", old.map(|it| &it.quote), &new.quote, |it| it.as_deref().map(text));
    set_changed(table, "shareable", old.map(|it| &it.shareable), &new.shareable, |it| raised(*it));
    set_changed(table, "pain", old.map(|it| &it.pain), &new.pain, |it| raised(*it));
    set_changed(table, "note", old.map(|it| &it.note), &new.note, |it| it.as_deref().map(text));
    set_changed(table, "later", old.map(|it| &it.later), &new.later, |it| raised(*it));
    set_changed(table, "at", old.map(|it| &it.at), &new.at, |it| it.and_then(timestamp));
    table.sort_values_by(|one, _, other, _| compare_in(&KEYS, one.get(), other.get()));
    // `[answers.x.value]` stands alone when there is nothing else to say
    let only_a_table = table.iter().all(|(_, item)| item.is_table() || item.is_array_of_tables());
    table.set_implicit(only_a_table);
}

fn write_status(table: &mut Table, old: Option<&Value>, status: &Status, context: &Context<'_>) {
    let mut fields: [(&str, Option<Toml>); 4] = [("status", None), ("reason", None), ("who", None), ("by", None)];
    match status {
        Status::Open | Status::Answered(_) => {}
        Status::Unknown => fields[0].1 = Some(text("unknown")),
        Status::NotApplicable { reason } => {
            fields[0].1 = Some(text("na"));
            fields[1].1 = filled(reason);
        }
        Status::Owed { who, by } => {
            fields[0].1 = Some(text("owed"));
            fields[2].1 = filled(who);
            fields[3].1 = by.and_then(date);
        }
    }
    for (key, value) in fields {
        set(table, key, value);
    }
    match status {
        Status::Answered(value) => write_value(table, old, value, context),
        _ => {
            table.remove("value");
        }
    }
}

fn write_value(table: &mut Table, old: Option<&Value>, value: &Value, context: &Context<'_>) {
    match value {
        Value::Text(value) => set(table, "value", Some(text(value))),
        Value::Number(value) => set(table, "value", Some(number(*value))),
        Value::Date(value) => set(table, "value", date(*value)),
        Value::Texts(values) => set(table, "value", Some(texts(values))),
        Value::Table(rows) if rows.is_empty() => set(table, "value", Some(Toml::Array(Array::new()))),
        Value::Table(rows) => {
            let old = old.filter(|_| table.get("value").is_some_and(Item::is_array_of_tables));
            if old.is_none() {
                table.insert("value", Item::ArrayOfTables(ArrayOfTables::new()));
            }
            if let Some(tables) = table.get_mut("value").and_then(Item::as_array_of_tables_mut) {
                write_rows(tables, old.map_or(&[], Value::rows), rows, context.columns);
            }
        }
        Value::Maps(all) => {
            table.insert("value", maps(all));
        }
        Value::Cells(rows) => {
            let old = match old {
                Some(Value::Cells(old)) if table.get("value").is_some_and(Item::is_table_like) => Some(old),
                _ => None,
            };
            if old.is_none() {
                table.insert("value", Item::Table(Table::new()));
            }
            let Some(item) = table.get_mut("value") else { return };
            let cells = as_standard_table(item);
            for row in old.iter().flat_map(|old| old.keys()).filter(|row| !rows.contains_key(*row)) {
                cells.remove(row);
            }
            for (row, new) in rows {
                if old.and_then(|old| old.get(row)) != Some(new) {
                    set(cells, row, Some(fixed_row(new, context.columns)));
                }
            }
            cells.sort_values_by(|one, _, other, _| compare_in(context.rows, one.get(), other.get()));
        }
    }
}

/// Writes free rows, leaving those that did not change.
fn write_rows(tables: &mut ArrayOfTables, old: &[Row], new: &[Row], columns: &[String]) {
    while tables.len() > new.len() {
        tables.remove(tables.len() - 1);
    }
    for (index, row) in new.iter().enumerate() {
        if tables.len() <= index {
            tables.push(Table::new());
        }
        let before = old.get(index);
        if let Some(table) = tables.get_mut(index).filter(|_| before != Some(row)) {
            write_row(table, before, row);
            table.sort_values_by(|one, _, other, _| compare_in(columns, one.get(), other.get()));
        }
    }
}

fn write_row(table: &mut dyn TableLike, old: Option<&Row>, new: &Row) {
    for column in old.iter().flat_map(|old| old.keys()).filter(|column| !new.contains_key(*column)) {
        table.remove(column);
    }
    for (column, value) in new {
        if old.and_then(|old| old.get(column)) != Some(value) {
            set(table, column, Some(cell(value)));
        }
    }
}

/// `row = cell` for one cell a row, otherwise `row = { column = cell }`.
fn fixed_row(row: &Row, columns: &[String]) -> Toml {
    if let (1, Some(only)) = (row.len(), row.get(SINGLE_COLUMN)) {
        return cell(only);
    }
    let mut names: Vec<&String> = row.keys().collect();
    names.sort_by(|one, other| compare_in(columns, one, other));
    let cells = names.into_iter().filter_map(|name| Some((name.as_str(), cell(row.get(name)?))));
    Toml::InlineTable(cells.collect::<InlineTable>())
}
