//! Choices by number or word, and the cells of tables.

use rust_i18n::t;

use crate::assessment::{Cell, parse_number};
use crate::questionnaire::{CellKind, Choice, Column, LocalText};

/// The choice that a number, a label, an id or the beginning of one of them means; nothing when none or several fit.
pub(super) fn place_of_choice(choices: &[Choice], text: &str, locale: &str) -> Option<usize> {
    let labels: Vec<(&str, &str)> = choices.iter().map(|one| (one.label.get(locale), one.id.as_str())).collect();
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|at| *at < choices.len());
    }
    place_of_word(&labels, text)
}

/// The point that a digit, a label or the beginning of one means.
pub(super) fn place_of_point(points: &[LocalText], text: &str, locale: &str) -> Option<usize> {
    let labels: Vec<(&str, &str)> = points.iter().map(|point| (point.get(locale), "")).collect();
    if let Ok(number) = text.parse::<usize>() {
        return (number < points.len()).then_some(number);
    }
    place_of_word(&labels, text)
}

fn place_of_word(labels: &[(&str, &str)], text: &str) -> Option<usize> {
    let text = text.trim().to_lowercase();
    let exact = |(label, id): &(&str, &str)| label.to_lowercase() == text || *id == text;
    if let Some(at) = labels.iter().position(exact) {
        return Some(at);
    }
    let begins = |(label, id): &(&str, &str)| label.to_lowercase().starts_with(&text) || id.starts_with(&text);
    let mut found = labels.iter().enumerate().filter(|(_, one)| begins(one)).map(|(at, _)| at);
    let first = found.next().filter(|_| !text.is_empty())?;
    found.next().is_none().then_some(first)
}

/// Reads what was typed for a cell.
///
/// # Errors
/// Why it cannot be taken; an empty reason says that it is none of the choices.
pub(super) fn typed_cell(column: &Column, text: &str, locale: &str) -> Result<Cell, String> {
    match &column.kind {
        CellKind::Text => Ok(Cell::Text(text.replace('\n', " "))),
        CellKind::Number(spec) => match parse_number(text, spec) {
            Ok(entered) => Ok(Cell::Number(entered.value)),
            Err(error) => Err(error.to_string()),
        },
        CellKind::One(choices) => {
            let at = place_of_choice(choices, text, locale).ok_or_else(String::new)?;
            Ok(Cell::Text(choices[at].id.clone()))
        }
        CellKind::YesNo => match text.to_lowercase().as_str() {
            "y" | "yes" | "1" => Ok(Cell::Flag(true)),
            "n" | "no" | "0" => Ok(Cell::Flag(false)),
            _ => Err(String::new()),
        },
        CellKind::Rating(points) => {
            Ok(Cell::Number(place_of_point(points, text, locale).ok_or_else(String::new)? as f64))
        }
    }
}

/// What a cell takes, in words: its choices numbered, the points of a rating.
pub(super) fn takes(column: &Column, locale: &str) -> String {
    match &column.kind {
        CellKind::Text | CellKind::Number(_) => String::new(),
        CellKind::YesNo => format!("{}, {}", t!("tui.yes", locale = locale), t!("tui.no", locale = locale)),
        CellKind::One(choices) => {
            let said = choices.iter().enumerate().map(|(at, one)| format!("{} {}", at + 1, one.label.get(locale)));
            said.collect::<Vec<_>>().join(", ")
        }
        CellKind::Rating(points) => points_in_words(points, locale),
    }
}

/// The points of a rating in one line.
pub(super) fn points_in_words(points: &[LocalText], locale: &str) -> String {
    let said = points.iter().enumerate().map(|(at, point)| format!("{at} {}", point.get(locale)));
    said.collect::<Vec<_>>().join(", ")
}
