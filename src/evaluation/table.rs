//! Tables of every kind read alike: rows with cells, some of them missing.

use crate::assessment::{Cell, Value};
use crate::questionnaire::expression::{mean, standard_deviation};
use crate::questionnaire::{Kind, Question};

/// A table as it was answered.
#[derive(Debug)]
pub struct Table<'a> {
    /// Its rows, fixed ones in the questionnaire's order.
    pub rows: Vec<TableRow<'a>>,
}

/// A row of a table.
#[derive(Debug)]
pub struct TableRow<'a> {
    /// Its id, or its name where rows are free.
    pub id: &'a str,
    /// What a person reads.
    pub label: &'a str,
    /// Each cell that could be answered, and what is there.
    pub cells: Vec<(&'a str, Option<&'a Cell>)>,
}

impl<'a> Table<'a> {
    /// Reads an answer. A grid has the columns given, or those it was answered with.
    pub fn read(question: &'a Question, value: &'a Value, grid_columns: Option<&'a [String]>) -> Self {
        let rows = match value {
            Value::Table(rows) => {
                let naming = question.columns().first().map_or("name", |column| column.id.as_str());
                rows.iter()
                    .map(|row| {
                        let name = row.get(naming).and_then(Cell::as_text).unwrap_or_default();
                        let cells = question.columns().iter().map(|one| (one.id.as_str(), row.get(&one.id)));
                        TableRow { id: name, label: name, cells: cells.collect() }
                    })
                    .collect()
            }
            Value::Cells(given) => {
                let mut columns: Vec<&str> = question.columns().iter().map(|column| column.id.as_str()).collect();
                if let Kind::Grid { .. } = question.kind {
                    match grid_columns {
                        Some(names) => columns = names.iter().map(String::as_str).collect(),
                        None => {
                            columns = given.values().flat_map(|row| row.keys().map(String::as_str)).collect();
                            columns.sort_unstable();
                            columns.dedup();
                        }
                    }
                }
                let of_row = |row: &'a crate::questionnaire::FixedRow| {
                    let cells = columns.iter().map(|column| (*column, value.cell(&row.id, column)));
                    let label = row.label.texts.first().map_or(row.id.as_str(), |(_, text)| text.as_str());
                    TableRow { id: &row.id, label, cells: cells.collect() }
                };
                question.fixed_rows().iter().map(of_row).collect()
            }
            _ => Vec::new(),
        };
        Self { rows }
    }

    /// All cells, row after row.
    fn cells(&self) -> impl Iterator<Item = Option<&Cell>> {
        self.rows.iter().flat_map(|row| row.cells.iter().map(|(_, cell)| *cell))
    }

    /// Cells that apply.
    pub fn applicable(&self) -> usize {
        self.cells().filter(|cell| !matches!(cell, Some(Cell::NotApplicable))).count()
    }

    /// Cells with a value.
    pub fn known(&self) -> usize {
        self.cells().flatten().filter(|cell| cell.is_known()).count()
    }

    /// Whether a cell the client does not know is among them.
    pub fn has_unknown(&self) -> bool {
        self.cells().any(|cell| matches!(cell, Some(Cell::Unknown)))
    }

    /// One cell of a fixed row, by its only column unless one is named.
    pub fn cell(&self, row: &str, column: Option<&str>) -> Option<&Cell> {
        let row = self.rows.iter().find(|one| one.id == row)?;
        let found = row.cells.iter().find(|(id, _)| column.is_none_or(|wanted| wanted == *id))?;
        found.1
    }

    /// The cells of a column, when every row has a value there.
    fn column(&self, column: &str) -> Option<Vec<&Cell>> {
        let of_row = |row: &'_ TableRow<'a>| row.cells.iter().position(|(id, _)| *id == column);
        self.rows.iter().map(|row| row.cells[of_row(row)?].1.filter(|cell| cell.is_known())).collect()
    }

    /// The first row that lacks a value in a column: its name, or its number where it has none.
    pub fn row_lacking(&self, column: &str) -> Option<String> {
        let lacks = |row: &TableRow<'_>| {
            let cell = row.cells.iter().find(|(id, _)| *id == column).and_then(|(_, cell)| *cell);
            !cell.is_some_and(Cell::is_known)
        };
        let at = self.rows.iter().position(lacks)?;
        let name = self.rows[at].label;
        Some(if name.is_empty() { (at + 1).to_string() } else { name.to_owned() })
    }

    /// The numbers of a column; of yes/no cells 1 and 0.
    fn numbers(&self, column: &str) -> Option<Vec<f64>> {
        self.column(column)?
            .into_iter()
            .map(|cell| match cell {
                Cell::Number(number) => Some(*number),
                Cell::Flag(flag) => Some(f64::from(u8::from(*flag))),
                _ => None,
            })
            .collect()
    }

    fn known_numbers(&self) -> Vec<f64> {
        self.cells().flatten().filter_map(Cell::as_number).collect()
    }

    /// What a function over the table gives; `None` says missing.
    pub fn number(&self, function: &str, rest: &[&str]) -> Option<f64> {
        let smallest = |list: Vec<f64>| list.into_iter().reduce(f64::min);
        match (function, rest) {
            ("sum_of", [column]) => self.numbers(column).map(|list| list.iter().sum()),
            ("mean_of", [column]) => mean(&self.numbers(column)?),
            ("min_of", [column]) => smallest(self.numbers(column)?),
            ("max_of", [column]) => self.numbers(column)?.into_iter().reduce(f64::max),
            ("stdev_of", [column]) => standard_deviation(&self.numbers(column)?),
            ("count_of", [column, wanted]) => self.count_of(column, wanted),
            ("share_of", [column, wanted]) => {
                let share = 100.0 * self.count_of(column, wanted)? / self.rows.len() as f64;
                share.is_finite().then_some(share)
            }
            ("sum_known", []) => Some(self.known_numbers().iter().sum()),
            ("mean_known", []) => mean(&self.known_numbers()),
            ("min_known", []) => smallest(self.known_numbers()),
            ("stdev_known", []) => standard_deviation(&self.known_numbers()),
            ("known_cells", []) => Some(self.known() as f64),
            ("cells", []) => Some(self.applicable() as f64),
            ("sum_rows", rows) => self.sum_rows(rows),
            _ => None,
        }
    }

    fn count_of(&self, column: &str, wanted: &str) -> Option<f64> {
        let matches = |cell: &&&Cell| match cell {
            Cell::Text(text) => text == wanted,
            Cell::Number(number) => wanted.parse() == Ok(*number),
            Cell::Flag(flag) => wanted.parse() == Ok(*flag),
            Cell::Unknown | Cell::NotApplicable => false,
        };
        Some(self.column(column)?.iter().filter(matches).count() as f64)
    }

    /// The sum over whole rows; missing unless every cell that applies is answered.
    fn sum_rows(&self, wanted: &[&str]) -> Option<f64> {
        let rows = self.rows.iter().filter(|row| wanted.contains(&row.id));
        let mut sum = 0.0;
        for (_, cell) in rows.flat_map(|row| &row.cells) {
            match cell {
                Some(Cell::Number(number)) => sum += number,
                Some(Cell::NotApplicable) => {}
                _ => return None,
            }
        }
        Some(sum)
    }
}
