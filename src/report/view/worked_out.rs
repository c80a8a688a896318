//! Tables with what is worked out in every row, as columns beside those that were asked.

use crate::assessment::{Cell, Row, Value};
use crate::display::rounded;
use crate::evaluation::computed_cells;
use crate::questionnaire::{CellKind, Column, Computed, LocalText, NumberKind, NumberSpec, Question, Unit};

/// The columns that were asked, then those that are worked out.
pub(super) fn columns(question: &Question, asked: &[Column]) -> Vec<Column> {
    asked.iter().cloned().chain(question.computed.iter().map(column)).collect()
}

/// An answer with the values of the worked-out columns in its rows, rounded to so many decimals; money keeps its cents
/// while it is small.
pub(super) fn completed(question: &Question, value: &Value, decimals: usize) -> Value {
    let mut value = value.clone();
    let worked = computed_cells(question, &value);
    let add = |row: &mut Row, at: usize| {
        for (id, number) in worked.get(at).into_iter().flatten() {
            let unit = question.computed.iter().find(|one| one.id == *id).map(|one| one.unit);
            let decimals = if unit == Some(Unit::Money) && number.abs() < 100.0 { 2 } else { decimals };
            row.insert(id.clone(), Cell::Number(rounded(*number, decimals)));
        }
    };
    match &mut value {
        Value::Table(rows) => rows.iter_mut().enumerate().for_each(|(at, row)| add(row, at)),
        Value::Cells(cells) => {
            for (at, fixed) in question.fixed_rows().iter().enumerate() {
                if let Some(row) = cells.get_mut(&fixed.id) {
                    add(row, at);
                }
            }
        }
        _ => {}
    }
    value
}

/// A worked-out value as a column of numbers.
fn column(computed: &Computed) -> Column {
    let kind = match computed.unit {
        Unit::Percent => NumberKind::Percent,
        Unit::Money => NumberKind::Money,
        Unit::Hours => NumberKind::Hours,
        Unit::Days => NumberKind::Days,
        Unit::Number | Unit::Points | Unit::Text | Unit::List => NumberKind::Count,
    };
    let everything = (f64::NEG_INFINITY, f64::INFINITY);
    let spec =
        NumberSpec { kind, unit: LocalText::default(), per: None, bounds: everything, at_most: None, whole: false };
    Column {
        id: computed.id.clone(),
        label: computed.label.clone(),
        ask: LocalText::default(),
        kind: CellKind::Number(spec),
        required: false,
        suggest_from: None,
        only_for: None,
    }
}
