//! Answers as values of the expression language, and the calls that ask about a question by name.

use std::collections::HashMap;

use cel::Value as Cel;
use cel::common::types::{CelBool, CelDouble, CelList, CelString};
use cel::common::value::{CowVal, Val};

use super::facts::Facts;
use super::shared_row::SharedRow;
use super::table::{Table, TableRow};
use super::{MetricValue, Standing};
use crate::assessment::{Cell, Row, Value};
use crate::questionnaire::expression::Lookup;
use crate::questionnaire::{Kind, Question};

/// Whether a value has the shape its question wants; what does not counts as open.
pub fn fits(question: &Question, value: &Value) -> bool {
    match (&question.kind, value) {
        (Kind::One(choices), Value::Text(id)) => choices.iter().any(|choice| choice.id == *id),
        (Kind::Text { .. }, Value::Text(_)) | (Kind::Date, Value::Date(_)) | (Kind::List { .. }, Value::Texts(_)) => {
            true
        }
        (Kind::Many { choices, .. }, Value::Texts(ids)) => {
            ids.iter().all(|id| choices.iter().any(|choice| choice.id == *id))
        }
        (Kind::Number(spec), Value::Number(number)) => {
            number.is_finite() && *number >= spec.bounds.0 && *number <= spec.bounds.1
        }
        (Kind::Rating(points), Value::Number(number)) => {
            number.fract() == 0.0 && *number >= 0.0 && (*number as usize) < points.len()
        }
        (Kind::Table { .. }, Value::Table(_)) => true,
        // An empty array reads as an empty list; for a table it says that there are no rows.
        (Kind::Table { .. }, Value::Texts(texts)) => texts.is_empty(),
        (Kind::Rows { .. } | Kind::Grid { .. }, Value::Cells(rows)) => !rows.is_empty(),
        (Kind::Maps { .. }, Value::Maps(_)) => true,
        (Kind::Maps { .. }, Value::Texts(texts)) => texts.is_empty(),
        _ => false,
    }
}

fn boxed(value: Cel) -> Option<Box<dyn Val>> {
    value.try_into().ok()
}

fn text(text: &str) -> Cel {
    Cel::String(std::sync::Arc::new(text.to_owned()))
}

fn cell(cell: &Cell) -> Option<Cel> {
    match cell {
        Cell::Text(words) => Some(text(words)),
        Cell::Number(number) => Some(Cel::Float(*number)),
        Cell::Flag(flag) => Some(Cel::Bool(*flag)),
        Cell::Unknown | Cell::NotApplicable => None,
    }
}

/// A row as expressions see it, without what is computed.
pub(super) fn row(row: &Row) -> HashMap<String, Cel> {
    row.iter().filter_map(|(column, value)| Some((column.clone(), cell(value)?))).collect()
}

/// A list of rows over which loops can run without copying them.
fn shared(rows: Vec<Cel>) -> Option<Box<dyn Val>> {
    let rows: Option<Vec<_>> = rows.into_iter().map(|row| SharedRow::of(boxed(row)?)).collect();
    Some(Box::new(CelList::from(rows?)))
}

/// An answer as expressions see it; see `questionnaires/FORMAT.md` for the shapes.
pub fn for_expressions(question: &Question, value: &Value, table: Option<&Table<'_>>) -> Option<Box<dyn Val>> {
    let list = |items: Vec<Cel>| boxed(Cel::List(items.into()));
    match value {
        Value::Text(words) => Some(Box::new(CelString::from(words.clone()))),
        Value::Number(number) => Some(Box::new(CelDouble::from(*number))),
        Value::Date(date) => Some(Box::new(CelString::from(date.to_string()))),
        Value::Texts(texts) => list(texts.iter().map(|one| text(one)).collect()),
        Value::Table(rows) => shared(super::computed::complete(question, rows.iter().map(row).collect())),
        Value::Maps(maps) => list(maps.iter().map(|map| text(&map.system)).collect()),
        Value::Cells(_) => {
            let table = table?;
            let head = |one: &TableRow<'_>| {
                HashMap::from([("row".to_owned(), text(one.id)), ("label".to_owned(), text(one.label))])
            };
            if matches!(question.kind, Kind::Grid { .. }) {
                let cells = table.rows.iter().flat_map(|one| {
                    one.cells.iter().filter_map(|(column, found)| {
                        let mut fields = head(one);
                        fields.insert("column".to_owned(), text(column));
                        fields.insert("value".to_owned(), cell((*found)?)?);
                        Some(Cel::from(fields))
                    })
                });
                return shared(cells.collect());
            }
            let rows = table.rows.iter().map(|one| {
                let mut fields = head(one);
                fields.extend(one.cells.iter().filter_map(|(id, found)| Some(((*id).to_owned(), cell((*found)?)?))));
                fields
            });
            shared(super::computed::complete(question, rows.collect()))
        }
    }
}

/// A metric's value as expressions see it.
pub fn of_metric(value: &MetricValue) -> Option<Box<dyn Val>> {
    match value {
        MetricValue::Number(number) => Some(Box::new(CelDouble::from(*number))),
        MetricValue::Text(words) => Some(Box::new(CelString::from(words.clone()))),
        MetricValue::List(items) => boxed(Cel::List(items.iter().map(|one| text(one)).collect::<Vec<_>>().into())),
    }
}

fn number<'b>(number: f64) -> CowVal<'b, 'b> {
    CowVal::owned(CelDouble::from(number))
}

fn truth<'b>(flag: bool) -> CowVal<'b, 'b> {
    CowVal::owned(CelBool::from(flag))
}

/// Answers a call about a question; `None` says missing.
pub fn answer_lookup<'b>(facts: &'b Facts<'_>, key: &str) -> Option<CowVal<'b, 'b>> {
    let (function, about, rest) = Lookup::parts(key)?;
    match function {
        "unknown" => return Some(truth(facts.standing(about) == Standing::Unknown)),
        "answered" => return Some(truth(facts.standing(about) == Standing::Answered)),
        "known_answered" => return known(facts, about, Standing::Answered),
        "known_unknown" => return known(facts, about, Standing::Unknown),
        "wanted_beyond_high" => return facts.wanted_beyond_high.get().copied().map(number),
        "score_of" => return facts.area_scores.get()?.get(about).copied().map(number),
        _ => {}
    }
    if let Some(metric) = facts.metrics.get(about) {
        return match metric.result.get()?.value.as_ref()? {
            MetricValue::List(items) => Some(number(items.len() as f64)),
            _ => None,
        };
    }
    let value = facts.answered(about)?;
    let question = facts.questions.get(about)?.question;
    if function == "count" && !question.fixed_rows().is_empty() {
        return Some(number(question.fixed_rows().len() as f64));
    }
    if function == "count" {
        return Some(number(value.texts().len().max(value.rows().len()).max(value.maps().len()) as f64));
    }
    if function == "dead_ends" {
        return Some(number(value.maps().iter().map(|map| map.dead_ends().len()).sum::<usize>() as f64));
    }
    let table = facts.table(about)?;
    let rest: Vec<&str> = rest.collect();
    match (function, rest.as_slice()) {
        ("cell", [row]) => table.cell(row, None).and_then(cell).and_then(boxed).map(CowVal::Owned),
        ("cell", [row, column]) => table.cell(row, Some(column)).and_then(cell).and_then(boxed).map(CowVal::Owned),
        (function, rest) => table.number(function, rest).map(number),
    }
}

/// How many questions of a questionnaire whose "unknown" is a finding stand like that; missing while none has been asked.
fn known<'b>(facts: &Facts<'_>, questionnaire: &str, wanted: Standing) -> Option<CowVal<'b, 'b>> {
    let standings: Vec<_> = facts.counted_as_known(questionnaire).into_iter().map(|id| facts.standing(id)).collect();
    let asked = standings.iter().any(|one| matches!(one, Standing::Answered | Standing::Unknown));
    asked.then(|| number(standings.iter().filter(|one| **one == wanted).count() as f64))
}
