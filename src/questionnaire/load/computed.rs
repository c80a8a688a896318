//! Values worked out in every row of a table.

use cel::IdedExpr;
use cel::common::ast::Expr;

use super::fields::Fields;
use super::ids::{Ids, Spelling, elements};
use super::metric::UNITS;
use super::reading::Reading;
use crate::questionnaire::expression::children;
use crate::questionnaire::{Computed, Kind, Unit};

/// The rows a formula can name: its own, and the one before it.
const ROWS: [&str; 2] = ["r", "before"];

/// The key `computed` of a table or of fixed rows, in order.
pub(super) fn computed(reading: &mut Reading<'_>, fields: &mut Fields<'_>, kind: &Kind) -> Vec<Computed> {
    let columns = match kind {
        Kind::Table { columns, .. } | Kind::Rows { columns, .. } => columns.as_slice(),
        _ => &[],
    };
    let owner = fields.what.clone();
    let mut ids = Ids::default();
    let mut list: Vec<Computed> = Vec::new();
    for mut one in elements(reading, fields, "computed", "computed value", Some(&owner)) {
        let id = ids.read(reading, &mut one, Spelling::Name);
        let taken = |id: &str| columns.iter().any(|column| column.id == id) || matches!(id, "row" | "label");
        if id.as_deref().is_some_and(taken) {
            let message = format!("{} has the name of a column", one.what);
            reading.error(one.place("id"), message, "Call it something else");
        }
        let label = one.need_text(reading, "label");
        one.need(reading, "unit");
        let unit = one.word(reading, "unit", &UNITS).unwrap_or(Unit::Number);
        if matches!(unit, Unit::Text | Unit::List) {
            let message = format!("{} must be a number", one.what);
            reading.error(one.place("unit"), message, "Give it the unit of a number");
        }
        let formula = one.need_expression(reading, "formula");
        let explain = one.need_text(reading, "explain");
        let stray = formula.iter().flat_map(|formula| &formula.names).find(|name| !ROWS.contains(&name.as_str()));
        if let Some(name) = stray {
            let message = format!("{} names '{name}', but is worked out from its row alone", one.what);
            reading.error(
                one.place("formula"),
                message,
                "Write r.column for this row, before.column for the one before",
            );
        }
        one.finish(reading);
        if let (Some(id), Some(formula)) = (id, formula) {
            let mut inputs: Vec<String> = Vec::new();
            for column in named_columns(&formula.parsed) {
                let behind = list.iter().find(|known| known.id == column).map(|known| known.inputs.clone());
                for input in behind.unwrap_or_else(|| vec![column]) {
                    if !inputs.contains(&input) {
                        inputs.push(input);
                    }
                }
            }
            list.push(Computed { id, label, unit, formula, inputs, explain });
        }
    }
    if columns.is_empty() && !list.is_empty() {
        let message = format!("{owner} has computed values, but no columns to work them out from");
        reading.error(fields.place("computed"), message, "They belong to tables and fixed rows");
    }
    list
}

/// Columns named as `r.column` or `before.column`; `has(…)` asks for a cell without needing it.
fn named_columns(node: &IdedExpr) -> Vec<String> {
    let mut found = Vec::new();
    if let Expr::Select(select) = &node.expr
        && !select.test
        && let Expr::Ident(row) = &select.operand.expr
        && ROWS.contains(&row.as_str())
    {
        found.push(select.field.clone());
    }
    children(node).into_iter().for_each(|child| found.extend(named_columns(child)));
    found
}
