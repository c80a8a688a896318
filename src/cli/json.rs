//! Answers as JSON: `4000`, `"b2b"`, `["time"]`, rows as arrays of objects, `{"status": "unknown"}`.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::entered::{number, suited};
use crate::assessment::{
    Assessment, Cell, Change, MapNode, NodeKind, ProcessMap, Row, Value, parse_date, parse_number,
};
use crate::questionnaire::{CellKind, Column, Kind, Question, SINGLE_COLUMN};

/// What JSON says to a question; nothing for `null`.
///
/// # Errors
/// The reason why it does not fit.
pub(super) fn read(question: &Question, data: &Json, assessment: &Assessment) -> Result<Option<Change>, String> {
    if let Some(change) = status(data)? {
        return Ok(Some(change));
    }
    let value = match (&question.kind, data) {
        (_, Json::Null) => return Ok(None),
        (Kind::Number(_), Json::String(text)) => return number(question, text, assessment.mode).map(Some),
        (Kind::Number(_), Json::Number(digits)) => return number(question, &plain(digits)?, assessment.mode).map(Some),
        (Kind::Rating(_), Json::Number(_)) => Value::Number(finite(data)?),
        (Kind::One(_) | Kind::Text { .. }, Json::String(text)) => Value::Text(text.clone()),
        (Kind::Date, Json::String(text)) => Value::Date(parse_date(text).map_err(|error| error.to_string())?),
        (Kind::Many { .. } | Kind::List { .. }, Json::Array(entries)) => Value::Texts(texts(entries)?),
        (Kind::Table { columns, .. }, Json::Array(entries)) => {
            let rows = entries.iter().enumerate().map(|(at, entry)| match entry {
                Json::Object(cells) => row(cells, columns).map_err(|reason| format!("row {}: {reason}", at + 1)),
                _ => Err(format!("row {} is not an object", at + 1)),
            });
            Value::Table(rows.collect::<Result<_, _>>()?)
        }
        (Kind::Rows { columns, .. }, _) => Value::Cells(fixed(data, |cells| row(cells, columns))?),
        (Kind::Grid { .. }, _) => Value::Cells(fixed(data, grid_row)?),
        (Kind::Maps { .. }, Json::Array(entries)) => {
            Value::Maps(entries.iter().map(process_map).collect::<Result<_, _>>()?)
        }
        (kind, _) => return Err(format!("{} is wanted", wanted(kind))),
    };
    suited(question, value, assessment).map(|value| Some(Change::value(value)))
}

/// The change that `{"status": …}` stands for.
fn status(data: &Json) -> Result<Option<Change>, String> {
    let Json::Object(fields) = data else { return Ok(None) };
    let Some(status) = fields.get("status").and_then(Json::as_str) else { return Ok(None) };
    let text = |key: &str| fields.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    let by = match fields.get("by").and_then(Json::as_str) {
        Some(date) => Some(parse_date(date).map_err(|error| error.to_string())?),
        None => None,
    };
    match status {
        "unknown" => Ok(Some(Change::Unknown)),
        "na" => Ok(Some(Change::NotApplicable { reason: text("reason") })),
        "owed" => Ok(Some(Change::Owed { who: text("who"), by })),
        other => Err(format!("'{other}' is not a status: it is unknown, na or owed")),
    }
}

/// `{row: …}`, or an array of objects that each name their `row`.
fn fixed(
    data: &Json,
    read: impl Fn(&Map<String, Json>) -> Result<Row, String>,
) -> Result<BTreeMap<String, Row>, String> {
    let one = |id: &str, cells: &Json| {
        let cells = match cells {
            Json::Object(cells) if cells.get("status").is_none_or(|status| !status.is_string()) => cells.clone(),
            single => Map::from_iter([(SINGLE_COLUMN.to_owned(), single.clone())]),
        };
        read(&cells).map(|row| (id.to_owned(), row)).map_err(|reason| format!("row {id}: {reason}"))
    };
    match data {
        Json::Object(rows) => {
            // a null is a row that has not been asked
            let rows = rows.iter().filter(|(_, cells)| !cells.is_null());
            rows.map(|(id, cells)| one(id, cells)).collect()
        }
        Json::Array(entries) => {
            let mut rows: BTreeMap<String, Row> = BTreeMap::new();
            for entry in entries {
                let mut cells = entry.as_object().ok_or("each row is an object")?.clone();
                let Some(Json::String(id)) = cells.remove("row") else {
                    return Err("each row names itself: {\"row\": …}".to_owned());
                };
                // the long form of a grid: {"row": …, "column": …, "value": …}
                if let (Some(Json::String(column)), Some(value)) =
                    (cells.get("column").cloned(), cells.get(SINGLE_COLUMN))
                {
                    cells = Map::from_iter([(column, value.clone())]);
                }
                let (id, row) = one(&id, &Json::Object(cells))?;
                rows.entry(id).or_default().extend(row);
            }
            Ok(rows)
        }
        _ => Err("rows are wanted, for example {\"product\": 3}".to_owned()),
    }
}

/// `{"system": …, "half": …, "nodes": [{"id": …, "kind": …, "text": …, "next": …}]}`.
fn process_map(entry: &Json) -> Result<ProcessMap, String> {
    let text = |of: &Json, key: &str| of.get(key).and_then(Json::as_str).map(str::to_owned);
    let nodes = entry.get("nodes").and_then(Json::as_array).ok_or("each process has its nodes: {\"nodes\": […]}")?;
    let node = |node: &Json| {
        let word = text(node, "kind").unwrap_or_else(|| NodeKind::Task.id().to_owned());
        let kind = NodeKind::ALL.into_iter().find(|kind| kind.id() == word);
        Ok(MapNode {
            id: text(node, "id").ok_or("each step has an id")?,
            kind: kind.ok_or_else(|| format!("'{word}' is no kind of step: start, task, decision or end"))?,
            text: text(node, "text").unwrap_or_default(),
            owner: text(node, "owner").unwrap_or_default(),
            metric: text(node, "metric").unwrap_or_default(),
            next: text(node, "next"),
            yes: text(node, "yes"),
            no: text(node, "no"),
        })
    };
    Ok(ProcessMap {
        system: text(entry, "system").unwrap_or_default(),
        half: text(entry, "half").unwrap_or_default(),
        nodes: nodes.iter().map(node).collect::<Result<_, String>>()?,
    })
}

fn row(cells: &Map<String, Json>, columns: &[Column]) -> Result<Row, String> {
    let mut row = Row::new();
    for (id, data) in cells {
        let kind = columns.iter().find(|column| column.id == *id).map(|column| &column.kind);
        if let Some(cell) = cell(data, kind).map_err(|reason| format!("{id}: {reason}"))? {
            row.insert(id.clone(), cell);
        }
    }
    Ok(row)
}

fn grid_row(cells: &Map<String, Json>) -> Result<Row, String> {
    row(cells, &[])
}

/// A cell; nothing for `null`, which is one that has not been asked.
fn cell(data: &Json, kind: Option<&CellKind>) -> Result<Option<Cell>, String> {
    Ok(Some(match (data, kind) {
        (Json::Null, _) => return Ok(None),
        (Json::Object(fields), _) => match fields.get("status").and_then(Json::as_str) {
            Some("unknown") => Cell::Unknown,
            Some("na") => Cell::NotApplicable,
            _ => return Err("a cell without a value is {\"status\": \"unknown\"} or {\"status\": \"na\"}".to_owned()),
        },
        (Json::String(text), Some(CellKind::Number(spec))) => {
            Cell::Number(parse_number(text, spec).map_err(|error| error.to_string())?.value)
        }
        (Json::String(text), _) => Cell::Text(text.clone()),
        (Json::Number(_), _) => Cell::Number(finite(data)?),
        (Json::Bool(flag), _) => Cell::Flag(*flag),
        (Json::Array(_), _) => return Err("a list does not fit into a cell".to_owned()),
    }))
}

fn texts(entries: &[Json]) -> Result<Vec<String>, String> {
    let text = |entry: &Json| entry.as_str().map(str::to_owned).ok_or_else(|| format!("{entry} is not a text"));
    entries.iter().map(text).collect()
}

fn finite(data: &Json) -> Result<f64, String> {
    data.as_f64()
        .filter(|number| number.is_finite())
        .ok_or_else(|| format!("{data} is not a number anyone could count"))
}

/// A JSON number as digits; `1e3` is not how people type.
fn plain(digits: &serde_json::Number) -> Result<String, String> {
    let number = digits.as_f64().filter(|number| number.is_finite());
    number.map(|number| number.to_string()).ok_or_else(|| format!("{digits} is not a number anyone could count"))
}

fn wanted(kind: &Kind) -> &'static str {
    match kind {
        Kind::One(_) => "a choice's id",
        Kind::Many { .. } => "an array of choices' ids",
        Kind::Number(_) => "a number",
        Kind::Rating(_) => "a rating from 0",
        Kind::Text { .. } => "a text",
        Kind::List { .. } => "an array of texts",
        Kind::Date => "a date such as \"2026-11-22\"",
        Kind::Table { .. } => "an array of objects",
        Kind::Rows { .. } | Kind::Grid { .. } => "an object of rows",
        Kind::Maps { .. } => "an array of processes, each an object with its nodes",
    }
}
