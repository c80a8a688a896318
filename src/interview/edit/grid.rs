//! Ratings in rows and columns: stage by audience, or fixed rows with one rating each.

use super::rating::point_of_digit;
use super::{Context, Edit, Refusal, Step};
use crate::assessment::{Cell, Change, Value};
use crate::questionnaire::{CellKind, Kind, LocalText, Question, SINGLE_COLUMN};

/// The editor of a grid.
#[derive(Debug, Clone, Default)]
pub struct GridEditor {
    /// The row under the cursor.
    pub row: usize,
    /// The column under the cursor.
    pub column: usize,
}

/// The labels of a grid's points, from 0.
pub fn grid_points(question: &Question) -> &[LocalText] {
    match &question.kind {
        Kind::Grid { points, .. } => points,
        Kind::Rows { columns, .. } => match columns.as_slice() {
            [only] => match &only.kind {
                CellKind::Rating(points) => points,
                _ => &[],
            },
            _ => &[],
        },
        _ => &[],
    }
}

/// The ids of a grid's columns: the audiences, or the one column of fixed rows.
pub fn grid_columns(question: &Question, audiences: &[String]) -> Vec<String> {
    match question.kind {
        Kind::Grid { .. } => audiences.to_vec(),
        _ => vec![SINGLE_COLUMN.to_owned()],
    }
}

impl GridEditor {
    /// Starts at the first open cell, column by column.
    pub fn new(context: &Context<'_>) -> Self {
        let rows = context.question.fixed_rows();
        let columns = grid_columns(context.question, context.audiences);
        let is_open = |row: &str, column: &str| context.value().and_then(|value| value.cell(row, column)).is_none();
        for (at, column) in columns.iter().enumerate() {
            if let Some(row) = rows.iter().position(|row| is_open(&row.id, column)) {
                return Self { row, column: at };
            }
        }
        Self::default()
    }

    /// Follows one edit; a digit rates the cell and goes down.
    pub fn edit(&mut self, edit: &Edit, context: &Context<'_>) -> Step {
        let rows = context.question.fixed_rows().len();
        let columns = grid_columns(context.question, context.audiences).len();
        match edit {
            Edit::Enter => return Step::Go,
            _ if rows == 0 || columns == 0 => {}
            Edit::Up => self.row = self.row.saturating_sub(1),
            Edit::Down => self.row = (self.row + 1).min(rows - 1),
            Edit::Left | Edit::BackTab => self.column = self.column.saturating_sub(1),
            Edit::Right | Edit::Tab => self.column = (self.column + 1).min(columns - 1),
            Edit::Insert(typed) => {
                let Some(point) = point_of_digit(typed, grid_points(context.question).len()) else {
                    return Step::Refused(Refusal::NoSuchChoice);
                };
                return self.set(Some(Cell::Number(point as f64)), true, context);
            }
            Edit::CellUnknown => return self.set(Some(Cell::Unknown), true, context),
            Edit::CellNotApplicable => return self.set(Some(Cell::NotApplicable), true, context),
            Edit::Erase | Edit::Delete => return self.set(None, false, context),
            _ => {}
        }
        Step::Stay
    }

    fn set(&mut self, cell: Option<Cell>, go_down: bool, context: &Context<'_>) -> Step {
        let rows = context.question.fixed_rows();
        let columns = grid_columns(context.question, context.audiences);
        let (Some(row), Some(column)) = (rows.get(self.row), columns.get(self.column)) else { return Step::Stay };
        let mut cells = match context.value() {
            Some(Value::Cells(cells)) => cells.clone(),
            _ => Default::default(),
        };
        let entry = cells.entry(row.id.clone()).or_default();
        match cell {
            Some(cell) => entry.insert(column.clone(), cell),
            None => entry.remove(column),
        };
        if entry.is_empty() {
            cells.remove(&row.id);
        }
        if go_down {
            if self.row + 1 < rows.len() {
                self.row += 1;
            } else if self.column + 1 < columns.len() && !context.first_only() {
                (self.row, self.column) = (0, self.column + 1);
            }
        }
        Step::Record(if cells.is_empty() { Change::Clear } else { context.store(Value::Cells(cells)) })
    }
}
