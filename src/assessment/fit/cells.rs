//! Whether the cells of a table suit its columns and rows.

use std::collections::BTreeMap;

use super::Found;
use crate::assessment::entry::check_bounds;
use crate::assessment::{Assessment, Cell, Row, Value};
use crate::problem::nearest;
use crate::questionnaire::{CellKind, Column, FixedRow, Kind, Question, SINGLE_COLUMN};

/// The entries of the list a grid takes its columns from; nothing for other questions.
pub(super) fn grid_columns(question: &Question, assessment: &Assessment) -> Vec<String> {
    match &question.kind {
        Kind::Grid { columns_from, .. } => {
            assessment.value(columns_from).map(Value::texts).unwrap_or_default().to_vec()
        }
        _ => Vec::new(),
    }
}

/// Gives a value the shape its question wants, where the file's says the same.
///
/// `value = []` is an empty table; `row = { status = "unknown" }` says so of each cell of the row.
pub(super) fn suit(question: &Question, value: &mut Value, audiences: &[String]) {
    if matches!(value, Value::Texts(texts) if texts.is_empty()) {
        match question.kind {
            Kind::Table { .. } => *value = Value::Table(Vec::new()),
            Kind::Maps { .. } => *value = Value::Maps(Vec::new()),
            Kind::Rows { .. } | Kind::Grid { .. } => *value = Value::Cells(BTreeMap::new()),
            _ => {}
        }
    }
    let columns: Vec<String> = match &question.kind {
        Kind::Rows { columns, .. } => columns.iter().map(|column| column.id.clone()).collect(),
        Kind::Grid { .. } => audiences.to_vec(),
        _ => return,
    };
    let Value::Cells(rows) = value else { return };
    for row in rows.values_mut() {
        let whole = row.get(SINGLE_COLUMN).filter(|cell| row.len() == 1 && !cell.is_known()).cloned();
        if let Some(cell) = whole.filter(|_| !columns.is_empty() && !columns.iter().any(|id| id == SINGLE_COLUMN)) {
            *row = columns.iter().map(|column| (column.clone(), cell.clone())).collect();
        }
    }
}

impl Found<'_> {
    pub(super) fn table(&mut self, columns: &[Column], most: usize, rows: &[Row]) {
        if rows.len() > most {
            let message = format!("the table '{}' has {} rows", self.question.id, rows.len());
            self.error(&["value"], message, format!("There can be at most {most}"));
        }
        for (at, row) in rows.iter().enumerate() {
            self.row(&["value", &at.to_string()], columns, row);
        }
    }

    pub(super) fn fixed_rows(&mut self, rows: &[FixedRow], columns: &[Column], cells: &BTreeMap<String, Row>) {
        let single = matches!(columns, [only] if only.id == SINGLE_COLUMN);
        for (id, row) in cells {
            if !self.is_row(id, rows) {
                continue;
            }
            match (single, row.get(SINGLE_COLUMN).filter(|_| row.len() == 1)) {
                (true, Some(cell)) => self.cell(&["value", id], &columns[0], cell),
                (false, None) => self.row(&["value", id], columns, row),
                (true, None) => self.error(&["value", id], format!("the row '{id}' has one cell"), "Write row = value"),
                (false, Some(_)) => {
                    let example = columns.first().map_or("column", |column| column.id.as_str());
                    let remedy = format!("Write {id} = {{ {example} = … }}");
                    self.error(&["value", id], format!("the row '{id}' has several cells"), remedy);
                }
            }
        }
    }

    /// Columns that no audience has at present are parked, not wrong.
    pub(super) fn grid(&mut self, rows: &[FixedRow], points: usize, cells: &BTreeMap<String, Row>) {
        for (id, row) in cells {
            if !self.is_row(id, rows) {
                continue;
            }
            for (column, cell) in row {
                match cell {
                    Cell::Number(number) => self.rating(&["value", id, column], *number, points),
                    Cell::Unknown | Cell::NotApplicable => {}
                    Cell::Text(_) | Cell::Flag(_) => {
                        let remedy = format!("It takes a whole number from 0 to {}", points.saturating_sub(1));
                        self.error(&["value", id, column], "this cell has the wrong type", remedy);
                    }
                }
            }
        }
    }

    /// Whether it is one of the rows; reported when not.
    fn is_row(&mut self, id: &str, rows: &[FixedRow]) -> bool {
        let known = rows.iter().any(|row| row.id == id);
        if !known {
            let remedy = did_you_mean(id, rows.iter().map(|row| row.id.as_str()));
            self.warn(&["value", id], format!("'{}' has no row '{id}'", self.question.id), remedy);
        }
        known
    }

    fn row(&mut self, path: &[&str], columns: &[Column], row: &Row) {
        for (id, cell) in row {
            let path = [path, &[id.as_str()]].concat();
            match columns.iter().find(|column| column.id == *id) {
                Some(column) => self.cell(&path, column, cell),
                None => {
                    let remedy = did_you_mean(id, columns.iter().map(|column| column.id.as_str()));
                    self.warn(&path, format!("'{}' has no column '{id}'", self.question.id), remedy);
                }
            }
        }
    }

    fn cell(&mut self, path: &[&str], column: &Column, cell: &Cell) {
        match (&column.kind, cell) {
            (_, Cell::Unknown | Cell::NotApplicable)
            | (CellKind::Text, Cell::Text(_))
            | (CellKind::YesNo, Cell::Flag(_)) => {}
            (CellKind::Number(spec), Cell::Number(number)) => {
                if let Err(reason) = check_bounds(*number, spec) {
                    self.error(path, format!("the cell '{}' is not possible", column.id), reason.to_string());
                }
            }
            (CellKind::One(choices), Cell::Text(choice)) => self.choice(path, choice, choices),
            (CellKind::Rating(points), Cell::Number(number)) => self.rating(path, *number, points.len()),
            (kind, _) => {
                let wanted = match kind {
                    CellKind::Text => "a text in quotation marks",
                    CellKind::Number(_) => "a number",
                    CellKind::One(_) => "the id of a choice",
                    CellKind::YesNo => "true or false",
                    CellKind::Rating(_) => "a rating",
                };
                self.error(path, format!("the cell '{}' has the wrong type", column.id), format!("It takes {wanted}"));
            }
        }
    }
}

fn did_you_mean<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("Did you mean '{near}'? It is kept and not used"),
        None => "It is kept and not used".to_owned(),
    }
}
