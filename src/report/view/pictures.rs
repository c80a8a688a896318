//! Tables of answers as bars: what is spent for which goal, what sells how well.

use serde::Serialize;

use super::{Material, balance};
use crate::assessment::{Cell, Row, Value};
use crate::questionnaire::{CellKind, Column, FixedRow, Kind, NumberKind, NumberSpec, Question};
use crate::report::charts;
use crate::report::outline::Picture;

/// A table drawn: one or more columns of bars beside the names of the rows.
#[derive(Debug, Serialize)]
pub(super) struct Drawn {
    /// What to see, in a sentence; empty where the headline of the part says it.
    pub(super) says: String,
    /// What is drawn, for those who do not see it.
    pub(super) spoken: String,
    /// What names the rows.
    pub(super) rows_are: String,
    /// The headings of the columns of bars.
    pub(super) amounts: Vec<String>,
    /// Whether there is a column for the direction.
    pub(super) direction: Option<String>,
    /// Whether there is a column for the mark.
    pub(super) marked: Option<String>,
    /// The rows, in the order they are drawn.
    pub(super) rows: Vec<DrawnRow>,
}

#[derive(Debug, Serialize)]
pub(super) struct DrawnRow {
    /// What the row is.
    pub(super) label: String,
    /// It is what has no goal: drawn in grey, named in bold.
    pub(super) nothing: bool,
    /// One bar for each heading of `amounts`.
    pub(super) bars: Vec<DrawnBar>,
    /// Where it goes; absent where that was not asked.
    pub(super) direction: Option<Direction>,
    /// Whether it bears the mark; absent where that was not asked.
    pub(super) marked: Option<Mark>,
}

#[derive(Debug, Serialize)]
pub(super) struct DrawnBar {
    /// Where the bar ends, in percent; absent when nothing is known.
    share: Option<String>,
    /// The amount with its unit, or that it is not known.
    text: String,
    /// The bar in characters.
    drawn: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Direction {
    /// `up`, `flat` or `down`.
    way: &'static str,
    /// The same in words.
    text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Mark {
    /// Whether it bears the mark.
    yes: bool,
    /// The same in words.
    text: String,
}

/// The drawing of a table, where the outline asks for one and enough is known.
pub(super) fn build(material: &Material, question: &Question, value: &Value) -> Option<Drawn> {
    let picture = material.outline.picture.iter().find(|one| one.question() == question.id)?;
    match (picture, &question.kind) {
        (Picture::Purpose { by, amounts, .. }, Kind::Table { columns, .. }) => {
            purpose(material, columns, value.rows(), by, amounts)
        }
        (Picture::Balance { by, amounts, .. }, Kind::Table { columns, .. }) => {
            balance::build(material, columns, value.rows(), by, amounts)
        }
        (Picture::Shares { name, share, direction, rising, falling, marked, .. }, Kind::Table { columns, .. }) => {
            let how = Shares { name, share, direction, rising, falling, marked };
            shares(material, columns, value.rows(), &how)
        }
        (Picture::Bars { amount, name, .. }, Kind::Table { columns, .. }) => {
            let column = find(columns, amount)?;
            let named = find(columns, name)?;
            let rows = value.rows().iter();
            let known = rows.filter_map(|row| Some((text(row, name)?.to_owned(), number(row, amount))));
            bars(material, material.text(&named.label), column, known.collect())
        }
        (Picture::Bars { amount, .. }, Kind::Rows { rows, columns }) => {
            let column = find(columns, amount)?;
            let Value::Cells(cells) = value else { return None };
            let known = |row: &FixedRow| {
                let number = cells.get(&row.id).and_then(|cells| number(cells, amount));
                (material.text(&row.label).to_owned(), number)
            };
            bars(material, "", column, rows.iter().map(known).collect())
        }
        _ => None,
    }
}

pub(super) fn find<'c>(columns: &'c [Column], id: &str) -> Option<&'c Column> {
    columns.iter().find(|column| column.id == id)
}

pub(super) fn text<'r>(row: &'r Row, column: &str) -> Option<&'r str> {
    row.get(column).and_then(Cell::as_text).map(str::trim)
}

pub(super) fn number(row: &Row, column: &str) -> Option<f64> {
    row.get(column).and_then(Cell::as_number)
}

pub(super) fn spec(column: &Column) -> Option<&NumberSpec> {
    match &column.kind {
        CellKind::Number(spec) => Some(spec),
        _ => None,
    }
}

/// A bar's length on a scale from zero to `most`, with its words.
pub(super) fn bar(material: &Material, column: &Column, value: Option<f64>, most: f64) -> DrawnBar {
    let share = value.filter(|_| most > 0.0).map(|value| 100.0 * value / most);
    DrawnBar {
        share: share.map(charts::percent),
        text: match (value, spec(column)) {
            (Some(value), Some(spec)) => material.show.quantity(spec, value),
            _ => material.words.get("answers.unknown").to_owned(),
        },
        drawn: charts::short_bar(share),
    }
}

/// Amounts by what they serve: the largest first, what serves nothing last.
fn purpose(material: &Material, columns: &[Column], rows: &[Row], by: &str, amounts: &[String]) -> Option<Drawn> {
    let by = find(columns, by)?;
    let known: Vec<_> = amounts
        .iter()
        .filter_map(|id| find(columns, id).filter(|column| spec(column).is_some()))
        .filter(|column| rows.iter().any(|row| number(row, &column.id).is_some_and(|amount| amount > 0.0)))
        .collect();
    // A group for each goal as it was written, whatever its capitals; a cell nobody asked about belongs to none.
    let mut groups: Vec<(String, Vec<&Row>)> = Vec::new();
    for row in rows {
        let Some(goal) = text(row, &by.id) else { continue };
        let same = groups.iter_mut().find(|(one, _)| one.to_lowercase() == goal.to_lowercase());
        match same {
            Some((_, of_goal)) => of_goal.push(row),
            None => groups.push((goal.to_owned(), vec![row])),
        }
    }
    if known.is_empty() || groups.len() < 2 {
        return None;
    }
    let sum = |of_goal: &[&Row], column: &Column| -> Option<f64> {
        let amounts: Vec<_> = of_goal.iter().filter_map(|row| number(row, &column.id)).collect();
        (!amounts.is_empty()).then(|| amounts.iter().sum())
    };
    let first = known[0];
    groups.sort_by(|(a, rows_a), (b, rows_b)| {
        let amount = |rows: &[&Row]| sum(rows, first).unwrap_or(0.0);
        a.is_empty().cmp(&b.is_empty()).then(amount(rows_b).total_cmp(&amount(rows_a)))
    });
    let most: Vec<_> = known
        .iter()
        .map(|column| groups.iter().filter_map(|(_, rows)| sum(rows, column)).fold(0.0, f64::max))
        .collect();
    let nothing = material.words.get("pictures.no_goal");
    let drawn = groups.iter().map(|(goal, rows)| DrawnRow {
        label: if goal.is_empty() { nothing.to_owned() } else { crate::display::sentence_start(goal) },
        nothing: goal.is_empty(),
        bars: known.iter().zip(&most).map(|(column, most)| bar(material, column, sum(rows, column), *most)).collect(),
        direction: None,
        marked: None,
    });
    let rows: Vec<_> = drawn.collect();
    Some(Drawn {
        says: purposeless(material, &known, &groups).unwrap_or_default(),
        spoken: spoken(material, &rows),
        rows_are: material.text(&by.label).to_owned(),
        amounts: known.iter().map(|column| material.text(&column.label).to_owned()).collect(),
        direction: None,
        marked: None,
        rows,
    })
}

/// "€900 of €3,000 a month and 18 of 32 hours a month serve no stated goal."
fn purposeless(material: &Material, known: &[&Column], groups: &[(String, Vec<&Row>)]) -> Option<String> {
    let sum = |rows: &mut dyn Iterator<Item = &&Row>, column: &Column| -> f64 {
        rows.filter_map(|row| number(row, &column.id)).sum()
    };
    let (_, without) = groups.iter().find(|(goal, _)| goal.is_empty())?;
    let part = |column: &&Column| {
        let part = sum(&mut without.iter(), column);
        let all = sum(&mut groups.iter().flat_map(|(_, rows)| rows), column);
        let spec = spec(column).filter(|_| part > 0.0)?;
        let part = if spec.kind == NumberKind::Money { material.show.money(part) } else { material.show.plain(part) };
        let all = material.show.quantity(spec, all);
        Some(material.words.fill("pictures.part", &[("part", &part), ("all", &all)]))
    };
    let parts: Vec<_> = known.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| material.words.fill("pictures.purposeless", &[("parts", &material.show.names(&parts))]))
}

/// The columns of a drawing of shares.
struct Shares<'o> {
    name: &'o str,
    share: &'o str,
    direction: &'o str,
    rising: &'o str,
    falling: &'o str,
    marked: &'o str,
}

fn shares(material: &Material, columns: &[Column], rows: &[Row], how: &Shares) -> Option<Drawn> {
    let (name, share) = (find(columns, how.name)?, find(columns, how.share)?);
    let mut named: Vec<_> =
        rows.iter().filter(|row| text(row, how.name).is_some_and(|name| !name.is_empty())).collect();
    if !named.iter().any(|row| number(row, how.share).is_some()) {
        return None;
    }
    let amount = |row: &Row| number(row, how.share).unwrap_or(f64::NEG_INFINITY);
    named.sort_by(|a, b| amount(b).total_cmp(&amount(a)));
    let said = |column: &str| {
        let asked = named.iter().any(|row| row.get(column).is_some_and(Cell::is_known));
        find(columns, column).filter(|_| asked)
    };
    let (direction, marked) = (said(how.direction), said(how.marked));
    let most = named.iter().filter_map(|row| number(row, how.share)).fold(0.0, f64::max);
    let draw = |row: &&Row| DrawnRow {
        label: text(row, how.name).unwrap_or_default().to_owned(),
        nothing: false,
        bars: vec![bar(material, share, number(row, how.share), most)],
        direction: direction.and_then(|column| {
            let choice = text(row, how.direction)?;
            let way = match choice {
                choice if choice == how.rising => "up",
                choice if choice == how.falling => "down",
                _ => "flat",
            };
            Some(Direction { way, text: material.show.cell(column, row.get(how.direction)?) })
        }),
        marked: marked.and_then(|column| match row.get(how.marked)? {
            cell @ Cell::Flag(yes) => Some(Mark { yes: *yes, text: material.show.cell(column, cell) }),
            _ => None,
        }),
    };
    let drawn: Vec<_> = named.iter().map(draw).collect();
    let label = |column: &Column| material.text(&column.label).to_owned();
    Some(Drawn {
        says: String::new(),
        spoken: spoken(material, &drawn),
        rows_are: label(name),
        amounts: vec![label(share)],
        direction: direction.map(label),
        marked: marked.map(label),
        rows: drawn,
    })
}

fn bars(material: &Material, rows_are: &str, column: &Column, known: Vec<(String, Option<f64>)>) -> Option<Drawn> {
    let most = known.iter().filter_map(|(_, amount)| *amount).fold(0.0, f64::max);
    if spec(column).is_none() || known.len() < 2 || most <= 0.0 {
        return None;
    }
    let draw = |(label, amount): (String, Option<f64>)| DrawnRow {
        label,
        nothing: false,
        bars: vec![bar(material, column, amount, most)],
        direction: None,
        marked: None,
    };
    let rows: Vec<_> = known.into_iter().map(draw).collect();
    Some(Drawn {
        says: String::new(),
        spoken: spoken(material, &rows),
        rows_are: rows_are.to_owned(),
        amounts: vec![material.text(&column.label).to_owned()],
        direction: None,
        marked: None,
        rows,
    })
}

/// Every row in words: "machines: 55%; beans: 35%".
pub(super) fn spoken(material: &Material, rows: &[DrawnRow]) -> String {
    let words = |row: &DrawnRow| {
        let values: Vec<_> = row.bars.iter().map(|bar| bar.text.clone()).collect();
        material.words.fill("pictures.spoken", &[("label", &row.label), ("values", &material.show.names(&values))])
    };
    rows.iter().map(words).collect::<Vec<_>>().join("; ")
}
