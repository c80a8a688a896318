//! What a table shows: its columns, its quadrants, the rows of each.

use crate::assessment::{Cell, Row};
use crate::questionnaire::{CellKind, Choice, Column, Kind, Question};

/// The columns a table shows; the one that sorts rows into quadrants is shown by their place.
pub fn shown_columns(question: &Question) -> Vec<&Column> {
    let quadrants = match &question.kind {
        Kind::Table { quadrants, .. } => quadrants.as_deref(),
        _ => None,
    };
    question.columns().iter().filter(|column| Some(column.id.as_str()) != quadrants).collect()
}

/// The column that sorts rows into quadrants, and its choices.
pub fn quadrants(question: &Question) -> Option<(&str, &[Choice])> {
    let Kind::Table { columns, quadrants: Some(id), .. } = &question.kind else { return None };
    columns.iter().find(|column| column.id == *id).and_then(|column| match &column.kind {
        CellKind::One(choices) => Some((id.as_str(), choices.as_slice())),
        _ => None,
    })
}

/// The indices of a quadrant's rows; of all rows in a table without quadrants.
pub fn rows_of_quadrant(question: &Question, rows: &[Row], quadrant: usize) -> Vec<usize> {
    let Some((column, choices)) = quadrants(question) else { return (0..rows.len()).collect() };
    let wanted = choices.get(quadrant).map(|choice| choice.id.as_str());
    (0..rows.len()).filter(|&at| rows[at].get(column).and_then(Cell::as_text) == wanted).collect()
}

/// The column that names a row: the first text column.
pub fn naming(columns: &[&Column]) -> usize {
    columns.iter().position(|column| matches!(column.kind, CellKind::Text)).unwrap_or(usize::MAX)
}
