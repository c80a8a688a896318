//! One cell of a table: what a key means to it, and what a typed text comes to.

use super::{Refusal, rating::point_of_digit};
use crate::assessment::Cell;
use crate::assessment::parse_number;
use crate::questionnaire::{CellKind, Column};

/// What a typed character means to a cell that nothing is being typed into.
#[derive(Debug, Clone, PartialEq)]
pub enum CellKey {
    /// It decides the cell at once.
    Set(Cell),
    /// It begins a text or number.
    Type,
    /// It means nothing here.
    Nothing,
}

/// Reads a character in a cell: the first letter of a choice, a digit of a rating, `y` or `n`; space goes through them.
pub fn key_in_cell(column: &Column, cell: Option<&Cell>, typed: &str, locale: &str) -> CellKey {
    match &column.kind {
        CellKind::Text | CellKind::Number(_) => CellKey::Type,
        CellKind::YesNo => match (typed.to_lowercase().as_str(), cell) {
            ("y" | "1", _) => CellKey::Set(Cell::Flag(true)),
            ("n" | "0", _) => CellKey::Set(Cell::Flag(false)),
            (" ", _) => CellKey::Set(Cell::Flag(cell != Some(&Cell::Flag(true)))),
            _ => CellKey::Nothing,
        },
        CellKind::Rating(points) => point_of_digit(typed, points.len())
            .map_or(CellKey::Nothing, |point| CellKey::Set(Cell::Number(point as f64))),
        CellKind::One(choices) => {
            let at = cell.and_then(Cell::as_text).and_then(|id| choices.iter().position(|choice| choice.id == id));
            let typed = typed.to_lowercase();
            let count = choices.len();
            let from = at.map_or(0, |at| at + 1);
            // Several choices with the same first letter take turns; so does everything with the space bar. Where no
            // label begins with the letter, an id may.
            let in_turn = || (0..count).map(|offset| &choices[(from + offset) % count]);
            in_turn()
                .find(|choice| typed == " " || choice.label.get(locale).to_lowercase().starts_with(&typed))
                .or_else(|| in_turn().find(|choice| choice.id.to_lowercase().starts_with(&typed)))
                .map_or(CellKey::Nothing, |choice| CellKey::Set(Cell::Text(choice.id.clone())))
        }
    }
}

/// Reads what was typed into a cell; nothing typed into a number leaves it open.
pub fn typed_cell(column: &Column, typed: &str) -> Result<Option<Cell>, Refusal> {
    let typed = typed.trim();
    match &column.kind {
        CellKind::Number(_) if typed.is_empty() => Ok(None),
        CellKind::Number(spec) => parse_number(typed, spec)
            .map(|entered| Some(Cell::Number(entered.value)))
            .map_err(|error| Refusal::Number(error.to_string())),
        _ => Ok(Some(Cell::Text(typed.to_owned()))),
    }
}

/// What a cell shows while it is changed rather than replaced.
pub fn text_of_cell(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
