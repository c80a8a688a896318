//! What kind of answer a question takes, and the keys that belong to the kind.

use super::choices::{Scales, choices, rating, rows};
use super::columns::{columns, single_cell};
use super::fields::{Fields, did_you_mean};
use super::head::labels;
use super::number::{number, sizes};
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{CellKind, Column, Kind, LocalText, NumberKind};

/// What a question's `type` may say.
#[derive(Clone, Copy)]
enum QuestionType {
    One,
    Many,
    Number(NumberKind),
    Rating,
    Text { long: bool },
    List,
    Date,
    Table,
    Rows,
    Grid,
    Maps,
}

const QUESTION_TYPES: [(&str, QuestionType); 17] = [
    ("one", QuestionType::One),
    ("many", QuestionType::Many),
    ("number", QuestionType::Number(NumberKind::Count)),
    ("percent", QuestionType::Number(NumberKind::Percent)),
    ("money", QuestionType::Number(NumberKind::Money)),
    ("hours", QuestionType::Number(NumberKind::Hours)),
    ("days", QuestionType::Number(NumberKind::Days)),
    ("interval", QuestionType::Number(NumberKind::Interval)),
    ("rating", QuestionType::Rating),
    ("text", QuestionType::Text { long: false }),
    ("long_text", QuestionType::Text { long: true }),
    ("list", QuestionType::List),
    ("date", QuestionType::Date),
    ("table", QuestionType::Table),
    ("rows", QuestionType::Rows),
    ("grid", QuestionType::Grid),
    ("process_map", QuestionType::Maps),
];

/// Every key that belongs to one type or another.
const KEYS_OF_TYPES: [&str; 18] = [
    "choices",
    "exclusive",
    "unit",
    "per",
    "bounds",
    "at_most",
    "whole",
    "scale",
    "points",
    "columns",
    "layout",
    "quadrants",
    "rows",
    "cell",
    "columns_from",
    "computed",
    "funnel",
    "score",
];

/// The kind of a question with all that belongs to it; nothing when the type is missing or unknown.
pub(super) fn kind(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    scales: &Scales,
    label: &LocalText,
) -> Option<Kind> {
    fields.need(reading, "type");
    let Some(question) = fields.word(reading, "type", &QUESTION_TYPES) else {
        for key in KEYS_OF_TYPES {
            fields.find(key);
        }
        return None;
    };
    Some(match question {
        QuestionType::One => Kind::One(choices(reading, fields)),
        QuestionType::Many => many(reading, fields),
        QuestionType::Number(kind) => Kind::Number(number(reading, fields, kind, false)),
        QuestionType::Rating => {
            let points = rating(reading, fields, scales);
            if !points.is_empty() && points.len() != 5 {
                let place = if fields.has("scale") { fields.place("scale") } else { fields.place("points") };
                let message = format!("{} is rated from 0 to 4, but has {} labels", fields.what, points.len());
                reading.missing(place, message, "Give five labels, 0 first");
            }
            Kind::Rating(points)
        }
        QuestionType::Text { long } => Kind::Text { long },
        QuestionType::List => {
            let (least, most) = sizes(reading, fields);
            Kind::List { least, most }
        }
        QuestionType::Date => Kind::Date,
        QuestionType::Table => table(reading, fields, scales),
        QuestionType::Rows => {
            let rows = rows(reading, fields);
            let columns = match (fields.has("cell"), fields.has("columns")) {
                (true, true) => {
                    let message = format!("{} has both 'cell' and 'columns'", fields.what);
                    reading.error(fields.place("cell"), message, "Keep one of the two");
                    fields.find("cell");
                    columns(reading, fields, scales, true)
                }
                (true, false) => single_cell(reading, fields, scales, label),
                (false, true) => columns(reading, fields, scales, true),
                (false, false) => {
                    let message = format!("{} has neither 'cell' nor 'columns'", fields.what);
                    reading.missing(
                        fields.span.clone(),
                        message,
                        "Say what each row holds, such as cell = { type = \"number\" }",
                    );
                    Vec::new()
                }
            };
            Kind::Rows { rows, columns }
        }
        QuestionType::Grid => grid(reading, fields),
        QuestionType::Maps => {
            let halves = choices(reading, fields);
            let (least, most) = sizes(reading, fields);
            Kind::Maps { halves, least, most }
        }
    })
}

fn many(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Kind {
    let choices = choices(reading, fields);
    let exclusive = fields.string(reading, "exclusive");
    if let Some(id) = &exclusive
        && !choices.iter().any(|one| one.id == *id)
    {
        let known: Vec<&str> = choices.iter().map(|one| one.id.as_str()).collect();
        let message = format!("{} has no choice '{id}' that could stand alone", fields.what);
        reading.error(fields.place("exclusive"), message, did_you_mean(id, &known));
    }
    Kind::Many { choices, exclusive }
}

fn table(reading: &mut Reading<'_>, fields: &mut Fields<'_>, scales: &Scales) -> Kind {
    let columns = columns(reading, fields, scales, false);
    let (least, most) = sizes(reading, fields);
    let layout = fields.word(reading, "layout", &[("quadrants", ())]);
    let quadrants = fields.string(reading, "quadrants");
    if layout.is_some() && quadrants.is_none() {
        let message = format!("{} is laid out in quadrants, but does not say by which column", fields.what);
        reading.missing(fields.place("layout"), message, "Add 'quadrants' with the id of a column of four choices");
    }
    if let Some(id) = &quadrants {
        let four = |column: &Column| matches!(&column.kind, CellKind::One(choices) if choices.len() == 4);
        if !columns.iter().any(|column| column.id == *id && four(column)) {
            let message = format!("{} has no column '{id}' of four choices to lay it out by", fields.what);
            reading.error(fields.place("quadrants"), message, "Name a column of type \"one\" with four choices");
        }
    }
    Kind::Table { columns, least, most, quadrants }
}

fn grid(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Kind {
    let rows = rows(reading, fields);
    let columns_from = fields.need_string(reading, "columns_from").unwrap_or_default();
    if !columns_from.is_empty() {
        let (id, span, what) = (columns_from.clone(), fields.place("columns_from"), fields.name("columns_from"));
        reading.references.push(Reference { id, span, what, wanted: Wanted::ListQuestion });
    }
    fields.need(reading, "points");
    let points = labels(reading, fields, "points");
    if points.len() == 1 {
        reading.error(
            fields.place("points"),
            format!("{} rates with one point only", fields.what),
            "Give at least two",
        );
    }
    Kind::Grid { rows, columns_from, points }
}
