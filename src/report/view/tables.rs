//! Tables and quadrants as texts.

use serde::Serialize;

use super::{Material, scales, worked_out};
use crate::assessment::{Cell, Row, Value, is_asked};
use crate::questionnaire::{CellKind, Choice, Column, FixedRow, NumberKind, NumberSpec, Question};

/// A table of texts and numbers.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    /// The headings.
    columns: Vec<Head>,
    /// The rows, each with a cell for every heading.
    rows: Vec<Vec<TableCell>>,
    /// The sums, a text for every heading, empty where nothing is added up; absent where there are none.
    total: Option<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct Head {
    /// What the column holds.
    label: String,
    /// What its numbers count; absent where the heading says it.
    unit: Option<String>,
    /// Whether it holds numbers.
    numeric: bool,
}

#[derive(Debug, Clone, Serialize)]
struct TableCell {
    /// The heading of its column with the unit, for a narrow screen.
    label: String,
    /// What it holds; the unit stands in the heading.
    text: String,
    /// Whether it is a number.
    numeric: bool,
    /// It says that nothing is known, or that there is nothing and need not be.
    quiet: bool,
    /// It says that there is nothing where something is expected.
    strong: bool,
}

/// One of four quadrants.
#[derive(Debug, Serialize)]
pub(super) struct Quadrant {
    /// What the quadrant holds.
    title: String,
    /// Its entries.
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    /// What was said.
    text: String,
    /// What else is known of it.
    also: Vec<String>,
}

/// A table of answers with what is worked out in its rows: in one piece, or in those the outline names.
///
/// Without fixed rows the rows are those that were given. Nothing where no row or no column was asked about.
pub(super) fn shown(
    material: &Material,
    question: &Question,
    fixed: Option<&[FixedRow]>,
    columns: &[Column],
    value: &Value,
) -> Vec<Table> {
    let value = worked_out::completed(question, value, if material.is_internal() { 1 } else { 0 });
    let columns = worked_out::columns(question, columns);
    let (rows, labels): (Vec<&Row>, Option<Vec<String>>) = match (fixed, &value) {
        (None, value) => (value.rows().iter().collect(), None),
        (Some(fixed), Value::Cells(cells)) => {
            let known: Vec<_> = fixed.iter().filter_map(|row| Some((row, cells.get(&row.id)?))).collect();
            let labels = known.iter().map(|(row, _)| material.text(&row.label).to_owned()).collect();
            (known.into_iter().map(|(_, cells)| cells).collect(), Some(labels))
        }
        (Some(_), _) => return Vec::new(),
    };
    let is_worked = |column: &Column| question.computed.iter().any(|one| one.id == column.id);
    let build = |columns: &[&Column]| table(material, columns, &is_worked, &rows, labels.as_deref());
    let pieces: Vec<_> = material.outline.table.iter().filter(|one| one.question == question.id).collect();
    if pieces.is_empty() {
        return build(&columns.iter().collect::<Vec<_>>()).into_iter().collect();
    }
    let find = |id: &String| columns.iter().find(|column| column.id == *id);
    pieces.iter().filter_map(|one| build(&one.columns.iter().filter_map(find).collect::<Vec<_>>())).collect()
}

fn table(
    material: &Material,
    columns: &[&Column],
    is_worked: &dyn Fn(&Column) -> bool,
    rows: &[&Row],
    labels: Option<&[String]>,
) -> Option<Table> {
    // A column nobody was asked about says nothing.
    let asked: Vec<&Column> =
        columns.iter().copied().filter(|column| rows.iter().any(|row| row.contains_key(&column.id))).collect();
    if rows.is_empty() || asked.is_empty() {
        return None;
    }
    let mut heads: Vec<_> = asked.iter().map(|column| head(material, column)).collect();
    let cell = |row: &Row, column: &Column| {
        let cell = table_cell(material, column, row);
        // What cannot be worked out was not asked either: the first row has none before it.
        if is_worked(column) && !row.contains_key(&column.id) {
            TableCell { text: String::new(), numeric: true, ..cell }
        } else {
            cell
        }
    };
    let mut lines: Vec<Vec<_>> =
        rows.iter().map(|row| asked.iter().map(|column| cell(row, column)).collect()).collect();
    let mut total = total(material, &asked, is_worked, rows);
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
    // The first column names the rows, and so does the word for the sum.
    if let Some(first) = total.as_mut().and_then(|total| total.first_mut()).filter(|first| first.is_empty()) {
        material.words.get("answers.total").clone_into(first);
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
        let rest = if same { unit[label.len()..].trim().to_owned() } else { unit };
        // "Hours to set up" needs no "hours".
        let said = label.to_lowercase().split_whitespace().any(|word| word == rest.to_lowercase());
        if said { String::new() } else { rest }
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
    let is_empty = cell.is_none_or(|cell| cell.as_text().is_some_and(|text| text.trim().is_empty()));
    let (text, quiet) = match cell {
        // What goes with another choice was not forgotten.
        _ if is_empty && !is_asked(column, row) => (words.get("answers.not_asked").to_owned(), true),
        None => (words.get("answers.open").to_owned(), true),
        Some(Cell::Unknown) => (words.get("answers.unknown").to_owned(), true),
        Some(Cell::NotApplicable) => (words.get("answers.na").to_owned(), true),
        Some(Cell::Text(text)) if text.trim().is_empty() => (words.get("answers.none").to_owned(), true),
        Some(Cell::Text(text)) => match &column.kind {
            CellKind::One(choices) => (choice(material, choices, text), false),
            _ => (text.clone(), false),
        },
        Some(Cell::Number(value)) if scales::points(column).is_some() => {
            (material.rating(scales::points(column).unwrap_or_default(), *value), false)
        }
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
fn total(
    material: &Material,
    columns: &[&Column],
    is_worked: &dyn Fn(&Column) -> bool,
    rows: &[&Row],
) -> Option<Vec<String>> {
    if rows.len() < 2 {
        return None;
    }
    let sum = |column: &&Column| {
        let spec = number(column).filter(|_| !is_worked(column))?;
        matches!(spec.kind, NumberKind::Money | NumberKind::Hours).then_some(())?;
        rows.iter().map(|row| row.get(&column.id).and_then(Cell::as_number)).sum::<Option<f64>>()
    };
    let sums: Vec<_> = columns.iter().map(sum).collect();
    if sums.iter().all(Option::is_none) {
        return None;
    }
    Some(sums.iter().map(|sum| sum.map(|sum| material.show.plain(sum)).unwrap_or_default()).collect())
}

/// How many rows are named in a headline; more are counted.
const NAMED: usize = 3;

/// What a table with free rows comes to: its first yes or no counted, else its first count, hours or money added up, else
/// the names of its rows, else their number.
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
    let counted = |fits: fn(&NumberSpec) -> bool| {
        columns.iter().find_map(|column| {
            let spec = number(column).filter(|spec| fits(spec))?;
            let sum = rows.iter().map(|row| row.get(&column.id).and_then(Cell::as_number)).sum::<Option<f64>>()?;
            Some(material.show.quantity(spec, sum))
        })
    };
    // Numbers that count nothing by name, weights for example, come to nothing when they are added up.
    let is_named =
        |spec: &NumberSpec| spec.kind == NumberKind::Count && spec.unit.texts.iter().any(|(_, text)| !text.is_empty());
    let sum = counted(is_named).or_else(|| counted(|spec| matches!(spec.kind, NumberKind::Hours | NumberKind::Money)));
    if let Some(quantity) = sum.filter(|_| all > 1) {
        return words.fill("answers.sum", &[("quantity", &quantity)]);
    }
    let names = columns.iter().find(|column| matches!(column.kind, CellKind::Text)).map(|column| {
        let name = |row: &Row| {
            let text = row.get(&column.id).and_then(Cell::as_text).map(str::trim);
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        rows.iter().filter_map(name).collect::<Vec<String>>()
    });
    match names.filter(|names| names.len() == all && all <= NAMED) {
        Some(names) => crate::display::sentence_start(&material.show.names(&names)),
        None => words.counted("answers.table", all, &[]),
    }
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
