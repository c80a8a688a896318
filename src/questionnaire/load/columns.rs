//! The columns of tables, and the one cell of fixed rows.

use super::choices::{Scales, choices, rating};
use super::fields::{Fields, did_you_mean};
use super::ids::{Ids, Spelling, elements};
use super::number::number;
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{CellKind, Column, LocalText, NumberKind, SINGLE_COLUMN};

/// What a cell's `type` may say.
#[derive(Clone, Copy)]
enum CellType {
    Text,
    Number(NumberKind),
    One,
    YesNo,
    Rating,
}

const CELL_TYPES: [(&str, CellType); 9] = [
    ("text", CellType::Text),
    ("number", CellType::Number(NumberKind::Count)),
    ("percent", CellType::Number(NumberKind::Percent)),
    ("money", CellType::Number(NumberKind::Money)),
    ("hours", CellType::Number(NumberKind::Hours)),
    ("days", CellType::Number(NumberKind::Days)),
    ("one", CellType::One),
    ("yes_no", CellType::YesNo),
    ("rating", CellType::Rating),
];

/// The columns of a table; `fixed_rows` says that rows have an id and a label of their own.
pub(super) fn columns(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    scales: &Scales,
    fixed_rows: bool,
) -> Vec<Column> {
    let Some(node) = fields.need(reading, "columns") else { return Vec::new() };
    let place = node.span();
    let owner = fields.what.clone();
    let mut ids = Ids::default();
    let mut columns = Vec::new();
    let elements = elements(reading, fields, "columns", "column", Some(&owner));
    let given = elements.len();
    for mut one in elements {
        let id = ids.read(reading, &mut one, Spelling::Name);
        if fixed_rows && matches!(id.as_deref(), Some("row" | "label")) {
            let message = format!("{} has the name of a part every fixed row has", one.what);
            reading.error(one.place("id"), message, "Call it something else");
        }
        let label = one.need_text(reading, "label");
        let kind = cell_kind(reading, &mut one, scales);
        let ask = one.text(reading, "ask");
        let required = one.flag(reading, "required");
        let suggest_from = suggest_from(reading, &mut one);
        let only_for = only_for(reading, &mut one, &columns);
        one.finish(reading);
        if let (Some(id), Some(kind)) = (id, kind) {
            columns.push(Column { id, label, ask, kind, required, suggest_from, only_for });
        }
    }
    if given == 0 {
        reading.missing(place, format!("{} has no columns", fields.what), "Give at least one");
    }
    columns
}

/// The one column of fixed rows that have one cell each, from the key `cell`.
pub(super) fn single_cell(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    scales: &Scales,
    label: &LocalText,
) -> Vec<Column> {
    let Some(mut cell) = fields.inner(reading, "cell") else { return Vec::new() };
    let kind = cell_kind(reading, &mut cell, scales);
    let ask = cell.text(reading, "ask");
    let required = cell.flag(reading, "required");
    cell.finish(reading);
    let column = |kind| Column {
        id: SINGLE_COLUMN.to_owned(),
        label: label.clone(),
        ask,
        kind,
        required,
        suggest_from: None,
        only_for: None,
    };
    kind.map(column).into_iter().collect()
}

fn cell_kind(reading: &mut Reading<'_>, fields: &mut Fields<'_>, scales: &Scales) -> Option<CellKind> {
    fields.need(reading, "type");
    let Some(cell) = fields.word(reading, "type", &CELL_TYPES) else {
        // Which keys belong here is not known without a type: accept those of every type.
        for key in ["choices", "unit", "per", "bounds", "whole", "scale", "points"] {
            fields.find(key);
        }
        return None;
    };
    Some(match cell {
        CellType::Text => CellKind::Text,
        CellType::Number(kind) => CellKind::Number(number(reading, fields, kind, true)),
        CellType::One => CellKind::One(choices(reading, fields)),
        CellType::YesNo => CellKind::YesNo,
        CellType::Rating => {
            let points = rating(reading, fields, scales);
            if points.len() == 1 {
                reading.error(
                    fields.span.clone(),
                    format!("{} rates with one point only", fields.what),
                    "Give at least two",
                );
            }
            CellKind::Rating(points)
        }
    })
}

/// The column of choices, one of those before it, that says in which rows a column is asked: `{ kind = ["map"] }`.
fn only_for(reading: &mut Reading<'_>, fields: &mut Fields<'_>, before: &[Column]) -> Option<(String, Vec<String>)> {
    let name = fields.name("only_for");
    let choices = before.iter().filter_map(|column| match &column.kind {
        CellKind::One(choices) => Some((column.id.as_str(), choices)),
        _ => None,
    });
    let choices: Vec<_> = choices.collect();
    let node = fields.find("only_for")?;
    let Some((column, wanted)) = node.get_ref().as_table().and_then(|table| table.iter().next()) else {
        reading.error(node.span(), format!("{name} names no column"), "Write { column = [\"choice\"] }");
        return None;
    };
    let id = column.get_ref().to_string();
    let Some((_, choices)) = choices.iter().find(|(one, _)| *one == id) else {
        let known: Vec<&str> = choices.iter().map(|(one, _)| *one).collect();
        let message = format!("{name} names '{id}', which is no column of choices before it");
        reading.error(column.span(), message, did_you_mean(&id, &known));
        return None;
    };
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    let mut taken = Vec::new();
    for one in reading.list(wanted, &name).unwrap_or_default() {
        let Some(text) = reading.string(one, &name) else { continue };
        if ids.contains(&text) {
            taken.push(text.to_owned());
        } else {
            reading.error(one.span(), format!("'{id}' has no choice '{text}'"), did_you_mean(text, &ids));
        }
    }
    (!taken.is_empty()).then_some((id, taken))
}

fn suggest_from(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<(String, String)> {
    let text = fields.string(reading, "suggest_from")?;
    let (span, what) = (fields.place("suggest_from"), fields.name("suggest_from"));
    let Some((table, column)) = text.split_once('.') else {
        reading.error(span, format!("{what} is '{text}'"), "Write question.column, such as \"ga_tactics.name\"");
        return None;
    };
    let wanted = Wanted::Columns(vec![(column.to_owned(), span.clone())]);
    reading.references.push(Reference { id: table.to_owned(), span, what, wanted });
    Some((table.to_owned(), column.to_owned()))
}
