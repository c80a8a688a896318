//! Sheets of rules.

use super::fields::Fields;
use super::head::labels;
use super::ids::{Ids, Spelling, elements};
use super::reading::Reading;
use crate::questionnaire::{CellKind, Column, Kind, LocalText, Question, Sheet};

/// The sheets, in order.
pub(super) fn sheets(reading: &mut Reading<'_>, fields: &mut Fields<'_>, questions: &[Question]) -> Vec<Sheet> {
    let mut ids = Ids::default();
    let mut sheets = Vec::new();
    for mut one in elements(reading, fields, "sheet", "sheet", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let title = one.need_text(reading, "title");
        let text = one.text(reading, "text");
        one.need(reading, "columns");
        let columns = labels(reading, &mut one, "columns");
        let rows = rows(reading, &mut one, columns.len());
        let signed_by = labels(reading, &mut one, "signed_by");
        let agreed_in = agreed_in(reading, &mut one, columns.len(), questions);
        one.finish(reading);
        sheets.extend(id.map(|id| Sheet { id, title, text, columns, rows, signed_by, agreed_in }));
    }
    sheets
}

/// The table in which a client changes the rows.
fn agreed_in(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    width: usize,
    questions: &[Question],
) -> Option<String> {
    let id = fields.string(reading, "agreed_in")?;
    let is_text = |column: &Column| matches!(column.kind, CellKind::Text);
    let fits = |one: &Question| match &one.kind {
        Kind::Table { columns, .. } => columns.len() == width && columns.iter().all(is_text),
        _ => false,
    };
    if questions.iter().any(|one| one.id == id && fits(one)) {
        return Some(id);
    }
    let message = format!("{} is '{id}', which is no table of {width} texts here", fields.name("agreed_in"));
    reading.error(fields.place("agreed_in"), message, "Name a table with as many text columns as the sheet");
    None
}

fn rows(reading: &mut Reading<'_>, fields: &mut Fields<'_>, width: usize) -> Vec<Vec<LocalText>> {
    let name = fields.name("rows");
    fields.need(reading, "rows");
    let mut rows = Vec::new();
    for node in fields.list(reading, "rows") {
        let cells = reading.list(node, &name).unwrap_or_default();
        let row: Vec<LocalText> = cells.iter().map(|cell| reading.text(cell, &name, false)).collect();
        if row.len() != width {
            let message = format!("a row of {} has {} cells, but there are {width} columns", fields.what, row.len());
            reading.error(node.span(), message, "Give every row one text for each column");
        }
        rows.push(row);
    }
    rows
}
