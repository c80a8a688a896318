//! Choices, fixed rows and rating labels.

use std::collections::BTreeMap;

use super::fields::{Fields, did_you_mean};
use super::head::labels;
use super::ids::{Ids, Spelling, elements};
use super::reading::Reading;
use crate::questionnaire::{Choice, FixedRow, LocalText};

/// Rating scales by id.
pub(super) type Scales = BTreeMap<String, Vec<LocalText>>;

/// The choices of a question or column; points on all or none.
pub(super) fn choices(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Choice> {
    let Some(node) = fields.need(reading, "choices") else { return Vec::new() };
    let place = node.span();
    let owner = fields.what.clone();
    let mut ids = Ids::default();
    let mut choices = Vec::new();
    let elements = elements(reading, fields, "choices", "choice", Some(&owner));
    let given = elements.len();
    for mut one in elements {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let label = one.need_text(reading, "label");
        let name = one.name("points");
        let points = one.find("points").and_then(|node| reading.number_within(node, &name, 0.0, 100.0));
        let help = one.text(reading, "help");
        one.finish(reading);
        choices.extend(id.map(|id| Choice { id, label, points, help }));
    }
    if given < 2 {
        reading.missing(place.clone(), format!("{} offers fewer than two choices", fields.what), "Give at least two");
    }
    let without: Vec<String> =
        choices.iter().filter(|one| one.points.is_none()).map(|one| format!("'{}'", one.id)).collect();
    if !without.is_empty() && without.len() < choices.len() {
        let message = format!("{} gives points to some choices, but not to {}", fields.what, without.join(", "));
        reading.error(place, message, "Give points to all choices or to none");
    }
    choices
}

/// The fixed rows of a question.
pub(super) fn rows(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<FixedRow> {
    let Some(node) = fields.need(reading, "rows") else { return Vec::new() };
    let place = node.span();
    let owner = fields.what.clone();
    let mut ids = Ids::default();
    let mut rows = Vec::new();
    let elements = elements(reading, fields, "rows", "row", Some(&owner));
    let given = elements.len();
    for mut one in elements {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let label = one.need_text(reading, "label");
        let help = one.text(reading, "help");
        one.finish(reading);
        rows.extend(id.map(|id| FixedRow { id, label, help }));
    }
    if given == 0 {
        reading.missing(place, format!("{} has no rows", fields.what), "Give at least one");
    }
    rows
}

/// The labels of a rating, from `scale` or `points`.
pub(super) fn rating(reading: &mut Reading<'_>, fields: &mut Fields<'_>, scales: &Scales) -> Vec<LocalText> {
    let scale = fields.string(reading, "scale");
    let points = labels(reading, fields, "points");
    match scale {
        Some(_) if fields.has("points") => {
            reading.error(
                fields.place("points"),
                format!("{} has both 'scale' and 'points'", fields.what),
                "Keep one of the two",
            );
            points
        }
        Some(id) => scales.get(&id).cloned().unwrap_or_else(|| {
            let known: Vec<&str> = scales.keys().map(String::as_str).collect();
            reading.missing(fields.place("scale"), format!("there is no scale '{id}'"), did_you_mean(&id, &known));
            Vec::new()
        }),
        None if fields.has("points") => points,
        None => {
            let remedy = "Name a scale of [[scale]], or give the label of every point";
            reading.missing(fields.span.clone(), format!("{} has neither 'scale' nor 'points'", fields.what), remedy);
            points
        }
    }
}
