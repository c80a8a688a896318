//! Tables, ratings, grids and quadrants as texts and shades.

use serde::Serialize;

use super::Material;
use crate::assessment::{Cell, Row, Value};
use crate::questionnaire::{CellKind, Choice, Column, FixedRow, LocalText, NumberKind, NumberSpec};
use crate::report::charts;

/// A table of texts and numbers.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    columns: Vec<Head>,
    rows: Vec<Vec<TableCell>>,
    total: Option<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct Head {
    label: String,
    unit: Option<String>,
    numeric: bool,
}

#[derive(Debug, Clone, Serialize)]
struct TableCell {
    label: String,
    text: String,
    numeric: bool,
    /// It says that nothing is known, or that there is nothing and need not be.
    quiet: bool,
    /// It says that there is nothing where something is expected.
    strong: bool,
}

/// One fixed row with a rating.
#[derive(Debug, Serialize)]
pub(super) struct Rating {
    label: String,
    text: String,
    /// Where the bar ends, in percent; absent when it is not rated.
    share: Option<String>,
    points: Option<String>,
    most: usize,
    drawn: String,
}

/// Stages crossed with groups of people.
#[derive(Debug, Serialize)]
pub(super) struct Grid {
    columns: Vec<String>,
    rows: Vec<GridRow>,
}

#[derive(Debug, Serialize)]
struct GridRow {
    label: String,
    cells: Vec<GridCell>,
}

#[derive(Debug, Serialize)]
struct GridCell {
    column: String,
    text: String,
    /// 0 to 4, the darker the more; absent when nothing is known.
    shade: Option<u8>,
    drawn: String,
}

/// One of four quadrants.
#[derive(Debug, Serialize)]
pub(super) struct Quadrant {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    text: String,
    also: Vec<String>,
}

/// A table with free rows; nothing when it has none.
pub(super) fn free_table(material: &Material, columns: &[Column], value: &Value) -> Option<Table> {
    let rows: Vec<&Row> = value.rows().iter().collect();
    table(material, columns, &rows, None)
}

/// A table with fixed rows and several columns.
pub(super) fn fixed_table(material: &Material, fixed: &[FixedRow], columns: &[Column], value: &Value) -> Option<Table> {
    let Value::Cells(cells) = value else { return None };
    let known: Vec<_> = fixed.iter().filter_map(|row| Some((row, cells.get(&row.id)?))).collect();
    let labels: Vec<_> = known.iter().map(|(row, _)| material.text(&row.label).to_owned()).collect();
    let rows: Vec<_> = known.iter().map(|(_, cells)| *cells).collect();
    table(material, columns, &rows, Some(&labels))
}

fn table(material: &Material, columns: &[Column], rows: &[&Row], labels: Option<&[String]>) -> Option<Table> {
    // A column nobody was asked about says nothing.
    let asked: Vec<_> = columns.iter().filter(|column| rows.iter().any(|row| row.contains_key(&column.id))).collect();
    if rows.is_empty() || asked.is_empty() {
        return None;
    }
    let mut heads: Vec<_> = asked.iter().map(|column| head(material, column)).collect();
    let mut lines: Vec<Vec<_>> =
        rows.iter().map(|row| asked.iter().map(|column| table_cell(material, column, row)).collect()).collect();
    let mut total = total(material, &asked, rows);
    if let Some(labels) = labels {
        heads.insert(0, Head { label: String::new(), unit: None, numeric: false });
        for (line, label) in lines.iter_mut().zip(labels) {
            line.insert(
                0,
                TableCell { label: String::new(), text: label.clone(), numeric: false, quiet: false, strong: false },
            );
        }
        if let Some(total) = &mut total {
            total.insert(0, String::new());
        }
    }
    Some(Table { columns: heads, rows: lines, total })
}

fn head(material: &Material, column: &Column) -> Head {
    let spec = number(column);
    let label = material.text(&column.label);
    Head { label: label.to_owned(), unit: unit(material, column), numeric: spec.is_some() }
}

/// The unit of a column's numbers, without what its heading says already.
fn unit(material: &Material, column: &Column) -> Option<String> {
    let label = material.text(&column.label);
    let unit = number(column).map(|spec| material.show.unit(spec)).map(|unit| {
        // "Hours" and "hours a month" make "Hours, a month".
        let same = unit.get(..label.len()).is_some_and(|start| start.to_lowercase() == label.to_lowercase());
        if same { unit[label.len()..].trim().to_owned() } else { unit }
    });
    unit.filter(|unit| !unit.is_empty())
}

fn number(column: &Column) -> Option<&NumberSpec> {
    match &column.kind {
        CellKind::Number(spec) => Some(spec),
        _ => None,
    }
}

fn table_cell(material: &Material, column: &Column, row: &Row) -> TableCell {
    let words = material.words;
    let cell = row.get(&column.id);
    let (text, quiet) = match cell {
        None => (words.get("answers.open").to_owned(), true),
        Some(Cell::Unknown) => (words.get("answers.unknown").to_owned(), true),
        Some(Cell::NotApplicable) => (words.get("answers.na").to_owned(), true),
        Some(Cell::Text(text)) if text.trim().is_empty() => (words.get("answers.none").to_owned(), true),
        Some(Cell::Text(text)) => match &column.kind {
            CellKind::One(choices) => (choice(material, choices, text), false),
            _ => (text.clone(), false),
        },
        // The head names the unit.
        Some(Cell::Number(value)) if number(column).is_some() => (material.show.plain(*value), false),
        Some(cell) => (material.show.cell(column, cell), false),
    };
    let strong = column.required && matches!(cell, Some(Cell::Text(text)) if text.trim().is_empty());
    let label = material.text(&column.label);
    TableCell {
        // On a narrow screen the label stands beside the cell and has to name the unit.
        label: unit(material, column).map_or_else(|| label.to_owned(), |unit| format!("{label}, {unit}")),
        numeric: number(column).is_some() && !quiet,
        text,
        quiet: quiet && !strong,
        strong,
    }
}

fn choice(material: &Material, choices: &[Choice], id: &str) -> String {
    choices.iter().find(|one| one.id == id).map_or(id, |one| material.text(&one.label)).to_owned()
}

/// Sums of money and hours, where every row has one; they are what a reader would add up.
fn total(material: &Material, columns: &[&Column], rows: &[&Row]) -> Option<Vec<String>> {
    if rows.len() < 2 {
        return None;
    }
    let sum = |column: &&Column| {
        let spec = number(column)?;
        matches!(spec.kind, NumberKind::Money | NumberKind::Hours).then_some(())?;
        rows.iter().map(|row| row.get(&column.id).and_then(Cell::as_number)).sum::<Option<f64>>()
    };
    let sums: Vec<_> = columns.iter().map(sum).collect();
    if sums.iter().all(Option::is_none) {
        return None;
    }
    let mut line: Vec<_> = sums.iter().map(|sum| sum.map(|sum| material.show.plain(sum)).unwrap_or_default()).collect();
    if let Some(first) = line.first_mut().filter(|first| first.is_empty()) {
        *first = material.words.get("answers.total").to_owned();
    }
    Some(line)
}

/// What a table with free rows comes to: its first yes or no counted, else its first count added up, else its rows.
pub(super) fn summed_up(material: &Material, columns: &[Column], rows: &[Row]) -> String {
    let words = material.words;
    let all = rows.len();
    for column in columns.iter().filter(|column| matches!(column.kind, CellKind::YesNo)) {
        let flags: Option<Vec<_>> = rows
            .iter()
            .map(|row| match row.get(&column.id) {
                Some(Cell::Flag(flag)) => Some(*flag),
                _ => None,
            })
            .collect();
        if let Some(flags) = flags.filter(|_| all > 1) {
            let yes = words.number(flags.iter().filter(|flag| **flag).count());
            let label = material.text(&column.label);
            return words.fill("answers.flags", &[("label", label), ("yes", &yes), ("all", &words.number(all))]);
        }
    }
    let counted = columns.iter().find_map(|column| {
        let spec = number(column).filter(|spec| spec.kind == NumberKind::Count)?;
        let sum = rows.iter().map(|row| row.get(&column.id).and_then(Cell::as_number)).sum::<Option<f64>>()?;
        Some(material.show.quantity(spec, sum))
    });
    match counted.filter(|_| all > 1) {
        Some(quantity) => words.fill("answers.sum", &[("quantity", &quantity)]),
        None => words.counted("answers.table", all, &[]),
    }
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
    let best = known.iter().map(|(_, points)| *points).fold(f64::NEG_INFINITY, f64::max);
    let least = known.iter().map(|(_, points)| *points).fold(f64::INFINITY, f64::min);
    if best <= least {
        return material.words.get(&format!("{key}_equal")).to_owned();
    }
    let at = |wanted: f64| {
        let names = known.iter().filter(|(_, points)| *points == wanted).enumerate();
        let locale = &material.assessment.locale;
        let names = names.map(|(_, (label, _))| super::areas::lower_first(label, locale));
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
            (!known.is_empty()).then(|| (format!("“{}”", material.text(&row.label)), share))
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

/// Entries sorted into the quadrants of a choice column, and how many there are; nothing without any.
pub(super) fn quadrants(
    material: &Material,
    columns: &[Column],
    by: &str,
    value: &Value,
) -> Option<(Vec<Quadrant>, usize)> {
    let key = columns.iter().find(|column| column.id == by)?;
    let CellKind::One(choices) = &key.kind else { return None };
    let main = columns.iter().find(|column| matches!(column.kind, CellKind::Text))?;
    let entry = |row: &Row| {
        let text = row.get(&main.id).and_then(Cell::as_text).filter(|text| !text.trim().is_empty())?;
        let also = columns.iter().filter(|column| column.id != by && column.id != main.id);
        let also = also.filter_map(|column| {
            let cell = row.get(&column.id).filter(|cell| cell.is_known())?;
            if cell.as_text().is_some_and(|text| text.trim().is_empty()) {
                return None;
            }
            let said = material.show.cell(column, cell);
            Some(match column.kind {
                CellKind::One(_) => said,
                _ => format!("{}: {said}", material.text(&column.label)),
            })
        });
        Some(Entry { text: text.to_owned(), also: also.collect() })
    };
    let quadrants: Vec<_> = choices
        .iter()
        .map(|choice| Quadrant {
            title: material.text(&choice.label).to_owned(),
            entries: value
                .rows()
                .iter()
                .filter(|row| row.get(by).and_then(Cell::as_text) == Some(&choice.id))
                .filter_map(entry)
                .collect(),
        })
        .collect();
    let count = quadrants.iter().map(|one| one.entries.len()).sum();
    (count > 0).then_some((quadrants, count))
}
