//! Values worked out in every row of a table from the row and the one before it.

use std::collections::{BTreeMap, HashMap};

use cel::Value as Cel;
use cel::objects::Key;

use super::values;
use crate::assessment::Value;
use crate::questionnaire::Question;
use crate::questionnaire::expression::language;

/// Rows with their computed values; one that cannot be computed is simply not there.
pub(super) fn complete(question: &Question, mut rows: Vec<HashMap<String, Cel>>) -> Vec<Cel> {
    for at in 0..rows.len() {
        for computed in &question.computed {
            let mut context = language().new_inner_scope();
            context.add_variable_from_value("r", Cel::from(rows[at].clone()));
            if let Some(before) = at.checked_sub(1) {
                context.add_variable_from_value("before", Cel::from(rows[before].clone()));
            }
            if let Ok(Cel::Float(number)) = Cel::resolve(&computed.formula.tree, &context)
                && number.is_finite()
            {
                rows[at].insert(computed.id.clone(), Cel::Float(number));
            }
        }
    }
    rows.into_iter().map(Cel::from).collect()
}

/// The computed values of every row of a table's answer, by their ids, in the order of the rows; a value that could not
/// be computed is not there.
///
/// Rows are those of [`Table::read`](super::Table::read): the free rows as they were given, or all fixed ones.
pub fn computed_cells(question: &Question, value: &Value) -> Vec<BTreeMap<String, f64>> {
    if question.computed.is_empty() {
        return Vec::new();
    }
    let rows: Vec<HashMap<String, Cel>> = match value {
        Value::Table(rows) => rows.iter().map(values::row).collect(),
        Value::Cells(given) => {
            question.fixed_rows().iter().map(|row| given.get(&row.id).map(values::row).unwrap_or_default()).collect()
        }
        _ => Vec::new(),
    };
    let ids = || question.computed.iter().map(|computed| computed.id.as_str());
    complete(question, rows)
        .into_iter()
        .map(|row| {
            let Cel::Map(map) = row else { return BTreeMap::new() };
            let number = |id: &str| match map.map.get(&Key::from(id.to_owned())) {
                Some(Cel::Float(number)) => Some((id.to_owned(), *number)),
                _ => None,
            };
            ids().filter_map(number).collect()
        })
        .collect()
}
