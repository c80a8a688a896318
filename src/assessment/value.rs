//! The shapes an answer's value can have.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ProcessMap;
use crate::questionnaire::Column;

/// The shape of an answer's value; the question says how to read it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A choice's id, or a text.
    Text(String),
    /// Any quantity or rating; always finite.
    Number(f64),
    /// A date.
    Date(Date),
    /// Several choices' ids, or a list.
    Texts(Vec<String>),
    /// The rows of a table with free rows; may be empty, which says there are none.
    Table(Vec<Row>),
    /// Fixed rows and grids: row id, then column (or audience) and cell. Rows with one cell use the
    /// column [`SINGLE_COLUMN`](crate::questionnaire::SINGLE_COLUMN).
    Cells(BTreeMap<String, Row>),
    /// Process maps; may be empty, which says there are none.
    Maps(Vec<ProcessMap>),
}

impl Value {
    /// The number, when it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of several choices or a list; empty otherwise.
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Texts(texts) => texts,
            _ => &[],
        }
    }

    /// The free rows; empty otherwise.
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::Table(rows) => rows,
            _ => &[],
        }
    }

    /// The process maps; empty otherwise.
    pub fn maps(&self) -> &[ProcessMap] {
        match self {
            Self::Maps(maps) => maps,
            _ => &[],
        }
    }

    /// The cell of a fixed row or grid.
    pub fn cell(&self, row: &str, column: &str) -> Option<&Cell> {
        match self {
            Self::Cells(rows) => rows.get(row)?.get(column),
            _ => None,
        }
    }
}

/// A row: cells by column id; an absent cell has not been asked yet.
pub type Row = BTreeMap<String, Cell>;

/// Whether a column is asked in a row: one that goes with some choices of another is not, once a different one is made.
pub fn is_asked(column: &Column, row: &Row) -> bool {
    let Some((other, choices)) = &column.only_for else { return true };
    row.get(other).and_then(Cell::as_text).is_none_or(|made| made.is_empty() || choices.iter().any(|one| one == made))
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text or a choice's id; empty says asked, and there is none.
    Text(String),
    /// A quantity or rating.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// The client does not know.
    Unknown,
    /// It does not apply.
    NotApplicable,
}

impl Cell {
    /// Whether it holds a value.
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown | Self::NotApplicable)
    }

    /// The number, when it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
