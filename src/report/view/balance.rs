//! How evenly effort is spread: amounts added up by the choices of a column, those that get nothing too.

use super::Material;
use super::pictures::{Drawn, DrawnRow, bar, find, number, spec, spoken, text};
use crate::assessment::Row;
use crate::questionnaire::{CellKind, Column};

/// The bars; nothing while no row says what it belongs to and what it takes.
pub(super) fn build(
    material: &Material,
    columns: &[Column],
    rows: &[Row],
    by: &str,
    amounts: &[String],
) -> Option<Drawn> {
    let by = find(columns, by)?;
    let CellKind::One(choices) = &by.kind else { return None };
    let amounts: Vec<&Column> = amounts
        .iter()
        .filter_map(|id| find(columns, id).filter(|column| spec(column).is_some()))
        .filter(|column| rows.iter().any(|row| number(row, &column.id).is_some_and(|amount| amount > 0.0)))
        .collect();
    let first = *amounts.first()?;
    let sum = |choice: &str, column: &Column| -> f64 {
        let own = rows.iter().filter(|row| text(row, &by.id) == Some(choice));
        own.filter_map(|row| number(row, &column.id)).sum()
    };
    let most = |column: &Column| choices.iter().map(|choice| sum(&choice.id, column)).fold(0.0, f64::max);
    if most(first) <= 0.0 {
        return None;
    }
    let drawn: Vec<DrawnRow> = choices
        .iter()
        .map(|choice| DrawnRow {
            label: material.text(&choice.label).to_owned(),
            nothing: false,
            bars: amounts
                .iter()
                .map(|column| bar(material, column, Some(sum(&choice.id, column)), most(column)))
                .collect(),
            direction: None,
            marked: None,
        })
        .collect();
    let largest = choices.iter().fold(None, |best: Option<(&str, f64)>, choice| {
        let amount = sum(&choice.id, first);
        match best {
            Some((_, most)) if most >= amount => best,
            _ => Some((material.text(&choice.label), amount)),
        }
    });
    let all: f64 = choices.iter().map(|choice| sum(&choice.id, first)).sum();
    let (label, amount) = largest?;
    let whole = spec(first).map(|spec| material.show.quantity(spec, all)).unwrap_or_default();
    let values = [("family", label), ("part", &*material.show.plain(amount)), ("all", &*whole)];
    Some(Drawn {
        says: material.words.fill("pictures.balance", &values),
        spoken: spoken(material, &drawn),
        rows_are: material.text(&by.label).to_owned(),
        amounts: amounts.iter().map(|column| material.text(&column.label).to_owned()).collect(),
        direction: None,
        marked: None,
        rows: drawn,
    })
}
