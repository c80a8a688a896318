//! Ratings and grids as shares and shades.

use serde::Serialize;

use super::Material;
use crate::assessment::{Cell, Value};
use crate::questionnaire::{CellKind, Column, FixedRow, LocalText};
use crate::report::charts;

/// One fixed row with a rating.
#[derive(Debug, Serialize)]
pub(super) struct Rating {
    /// What was rated.
    label: String,
    /// The level in words, or that it is not known.
    text: String,
    /// Where the bar ends, in percent; absent when it is not rated.
    share: Option<String>,
    /// The points of the rating; absent where it has none.
    points: Option<String>,
    /// How many steps the bar has.
    most: usize,
    /// The bar in characters.
    drawn: String,
}

/// Stages crossed with groups of people.
#[derive(Debug, Serialize)]
pub(super) struct Grid {
    /// The groups of people.
    columns: Vec<String>,
    /// One line for each stage.
    rows: Vec<GridRow>,
}

#[derive(Debug, Serialize)]
struct GridRow {
    /// The stage.
    label: String,
    /// One cell for each group, in the order of `columns`.
    cells: Vec<GridCell>,
}

#[derive(Debug, Serialize)]
struct GridCell {
    /// The group.
    column: String,
    /// What is there, in words.
    text: String,
    /// 0 to 4, the darker the more; absent when nothing is known.
    shade: Option<u8>,
    /// The same in characters.
    drawn: String,
}

/// The labels of a column of ratings.
pub(super) fn points(column: &Column) -> Option<&[LocalText]> {
    match &column.kind {
        CellKind::Rating(points) => Some(points),
        _ => None,
    }
}

/// Fixed rows with one rating each, and a sentence that sums them up; nothing when none is rated.
pub(super) fn ratings(
    material: &Material,
    rows: &[FixedRow],
    column: &Column,
    value: &Value,
) -> Option<(Vec<Rating>, String)> {
    let labels = points(column)?;
    let most = labels.len().saturating_sub(1).max(1);
    let rated: Vec<_> =
        rows.iter().map(|row| (material.text(&row.label).to_owned(), value.cell(&row.id, &column.id))).collect();
    let known: Vec<_> =
        rated.iter().filter_map(|(label, cell)| Some((label.clone(), cell.and_then(Cell::as_number)?))).collect();
    if known.is_empty() {
        return None;
    }
    let view = rated.iter().map(|(label, cell)| {
        let points = cell.and_then(Cell::as_number);
        Rating {
            label: label.clone(),
            text: match points {
                Some(points) => material.rating(labels, points),
                None => absent(material, *cell),
            },
            share: points.map(|points| charts::percent(100.0 * points / steps(most))),
            points: points.map(|points| material.show.plain(points)),
            most,
            drawn: drawn(points, most),
        }
    });
    Some((view.collect(), extremes(material, &known, "answers.ratings")))
}

/// An answer with its points out of 100, on a bar of so many steps.
pub(super) fn scored(label: &str, text: &str, points: f64, most: usize) -> Rating {
    Rating {
        label: label.to_owned(),
        text: text.to_owned(),
        share: Some(charts::percent(points)),
        points: None,
        most,
        drawn: drawn(Some((points / 100.0 * steps(most)).round()), most),
    }
}

fn steps(most: usize) -> f64 {
    u32::try_from(most).map_or(f64::INFINITY, f64::from)
}

fn absent(material: &Material, cell: Option<&Cell>) -> String {
    let key = match cell {
        Some(Cell::NotApplicable) => "answers.na",
        Some(_) => "answers.unknown",
        None => "answers.open",
    };
    material.words.get(key).to_owned()
}

/// `■■□□`: one sign a step.
fn drawn(points: Option<f64>, most: usize) -> String {
    let filled = |at: usize| points.is_some_and(|points| points >= steps(at));
    (1..=most).map(|at| if filled(at) { '■' } else { '□' }).collect()
}

/// "Product gets the most attention, people and process the least."
fn extremes(material: &Material, known: &[(String, f64)], key: &str) -> String {
    if let [(only, _)] = known {
        let name = material.show.inside(only);
        return material.words.fill("answers.single", &[("name", &name)]);
    }
    let best = known.iter().map(|(_, points)| *points).fold(f64::NEG_INFINITY, f64::max);
    let least = known.iter().map(|(_, points)| *points).fold(f64::INFINITY, f64::min);
    if best <= least {
        return material.words.get(&format!("{key}_equal")).to_owned();
    }
    let at = |wanted: f64| {
        let names = known.iter().filter(|(_, points)| *points == wanted);
        let names = names.map(|(label, _)| material.show.inside(label));
        material.show.names(&names.collect::<Vec<_>>())
    };
    let text = material.words.fill(key, &[("high", &at(best)), ("low", &at(least))]);
    crate::display::sentence_start(&text)
}

/// Stages crossed with groups, and a sentence that sums them up; nothing without columns or cells.
pub(super) fn grid(
    material: &Material,
    rows: &[FixedRow],
    columns: &[String],
    labels: &[LocalText],
    value: &Value,
) -> Option<(Grid, String)> {
    let most = labels.len().saturating_sub(1).max(1);
    let cell = |row: &FixedRow, column: &String| {
        let cell = value.cell(&row.id, column);
        let points = cell.and_then(Cell::as_number);
        GridCell {
            column: column.clone(),
            text: points.map_or_else(|| absent(material, cell), |points| material.rating(labels, points)),
            shade: points.map(|points| shade(points / steps(most))),
            drawn: drawn(points, most),
        }
    };
    let sums: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let known: Vec<_> = columns.iter().filter_map(|column| value.cell(&row.id, column)?.as_number()).collect();
            let share = known.iter().sum::<f64>() / steps(known.len());
            (!known.is_empty())
                .then(|| (material.words.fill("list.quoted", &[("name", material.text(&row.label))]), share))
        })
        .collect();
    if sums.is_empty() {
        return None;
    }
    let view = Grid {
        columns: columns.to_vec(),
        rows: rows
            .iter()
            .map(|row| GridRow {
                label: material.text(&row.label).to_owned(),
                cells: columns.iter().map(|column| cell(row, column)).collect(),
            })
            .collect(),
    };
    Some((view, extremes(material, &sums, "answers.grid")))
}

/// One of five shades for a share of the best.
fn shade(share: f64) -> u8 {
    // 0 to 4 by the clamp.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let shade = (4.0 * share.clamp(0.0, 1.0)).round() as u8;
    shade
}
