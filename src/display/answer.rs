//! Answers and table cells in one line.

use rust_i18n::t;

use super::Display;
use crate::assessment::{Cell, Status, Value};
use crate::questionnaire::{CellKind, Choice, Column, Kind, LocalText, Question};

impl Display<'_> {
    /// An answer's value in one line: labels of choices, quantities with units, "6 rows" for tables.
    ///
    /// Grids say how many cells are known; [`Display::grid_answer`] also says of how many.
    pub fn answer(&self, question: &Question, value: &Value) -> String {
        match value {
            Value::Text(text) => match &question.kind {
                Kind::One(choices) => self.choice(choices, text),
                _ => text.lines().next().unwrap_or_default().to_owned(),
            },
            Value::Number(number) => match &question.kind {
                Kind::Rating(labels) => self.rating(labels, *number),
                Kind::Number(spec) => self.with_period(self.quantity(spec, *number), question),
                _ => self.plain(*number),
            },
            Value::Date(date) => self.date(*date),
            Value::Texts(texts) => match &question.kind {
                Kind::Many { choices, .. } => {
                    self.names_or_none(&texts.iter().map(|id| self.choice(choices, id)).collect::<Vec<_>>())
                }
                _ => self.names_or_none(texts),
            },
            Value::Table(rows) => self.how_many(rows.len(), "row"),
            Value::Maps(maps) => self.names_or_none(&maps.iter().map(|map| map.system.clone()).collect::<Vec<_>>()),
            Value::Cells(rows) => match &question.kind {
                Kind::Rows { rows: all, .. } => {
                    let begun = all.iter().filter(|row| rows.get(&row.id).is_some_and(|cells| !cells.is_empty()));
                    self.how_many_of(begun.count(), all.len(), "rows")
                }
                _ => self.how_many(known_cells(value), "cell"),
            },
        }
    }

    /// A grid's answer in one line, "9 of 12 cells", given the entries that are its columns.
    pub fn grid_answer(&self, question: &Question, value: &Value, columns: &[String]) -> String {
        let cells = || question.fixed_rows().iter().flat_map(|row| columns.iter().map(move |column| (row, column)));
        let cell = |row: &str, column: &str| value.cell(row, column);
        let known = cells().filter(|(row, column)| cell(&row.id, column).is_some_and(Cell::is_known)).count();
        let applicable = cells().filter(|(row, column)| cell(&row.id, column) != Some(&Cell::NotApplicable)).count();
        self.how_many_of(known, applicable, "cells")
    }

    /// A cell of a table in one line.
    pub fn cell(&self, column: &Column, cell: &Cell) -> String {
        match (cell, &column.kind) {
            (Cell::Text(text), _) if text.is_empty() => self.word("none"),
            (Cell::Text(id), CellKind::One(choices)) => self.choice(choices, id),
            (Cell::Text(text), _) => text.lines().next().unwrap_or_default().to_owned(),
            (Cell::Number(points), CellKind::Rating(labels)) => self.rating(labels, *points),
            (Cell::Number(number), CellKind::Number(spec)) => self.quantity(spec, *number),
            _ => self.bare_cell(cell),
        }
    }

    /// A cell of a grid in one line: the points with their label.
    pub fn grid_cell(&self, points: &[LocalText], cell: &Cell) -> String {
        match cell {
            Cell::Number(number) => self.rating(points, *number),
            _ => self.bare_cell(cell),
        }
    }

    /// A rating with its label: "1: only in heads".
    pub fn rating(&self, labels: &[LocalText], points: f64) -> String {
        let number = self.plain(points);
        // Equality of small whole floats is exact; anything between two points has no label.
        let label = labels.iter().zip(0_u32..).find(|(_, at)| f64::from(*at) == points);
        let Some((label, _)) = label else { return number };
        let label = self.inside(label.get(self.locale));
        t!("display.answer.rating", locale = self.locale, points = number, label = label).into_owned()
    }

    fn bare_cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => self.plain(*number),
            Cell::Flag(true) => self.word("yes"),
            Cell::Flag(false) => self.word("no"),
            Cell::Unknown => self.status(&Status::Unknown),
            Cell::NotApplicable => self.status(&Status::NotApplicable { reason: String::new() }),
        }
    }

    /// A choice's label, or its id where an older questionnaire had other choices.
    fn choice(&self, choices: &[Choice], id: &str) -> String {
        choices.iter().find(|choice| choice.id == id).map_or(id, |choice| choice.label.get(self.locale)).to_owned()
    }

    fn with_period(&self, answer: String, question: &Question) -> String {
        match question.period.get(self.locale) {
            "" => answer,
            period => t!("display.answer.period", locale = self.locale, answer = answer, period = period).into_owned(),
        }
    }

    fn how_many(&self, count: usize, noun: &str) -> String {
        if count == 0 {
            return self.word("none");
        }
        let key = if count == 1 { format!("display.answer.{noun}") } else { format!("display.answer.{noun}s") };
        t!(key, locale = self.locale, number = self.count(count)).into_owned()
    }

    fn how_many_of(&self, count: usize, all: usize, nouns: &str) -> String {
        let key = format!("display.answer.{nouns}_of");
        t!(key, locale = self.locale, number = self.count(count), all = self.count(all)).into_owned()
    }

    fn count(&self, count: usize) -> String {
        self.number(count as f64, 0)
    }
}

/// The cells of fixed rows or a grid that hold a value.
fn known_cells(value: &Value) -> usize {
    match value {
        Value::Cells(rows) => rows.values().flat_map(|row| row.values()).filter(|cell| cell.is_known()).count(),
        _ => 0,
    }
}
