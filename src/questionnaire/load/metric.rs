//! Metrics.

use std::collections::BTreeMap;

use super::curve::curve;
use super::fields::Fields;
use super::ids::{Ids, Spelling, elements};
use super::number::PERIODS;
use super::question::{Parts, area};
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::assessment::Evidence;
use crate::questionnaire::{LocalText, Metric, MetricScore, ScoredBy, Unit};

/// What a unit may say.
pub(super) const UNITS: [(&str, Unit); 9] = [
    ("percent", Unit::Percent),
    ("number", Unit::Number),
    ("points", Unit::Points),
    ("share", Unit::Number),
    ("money", Unit::Money),
    ("hours", Unit::Hours),
    ("days", Unit::Days),
    ("text", Unit::Text),
    ("list", Unit::List),
];

/// The metrics of a questionnaire, in order; their ids join those of the questions.
pub(super) fn metrics(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    ids: &mut Ids,
    around: &Parts<'_>,
) -> Vec<Metric> {
    let mut metrics = Vec::new();
    for mut one in elements(reading, fields, "metric", "metric", None) {
        let id = ids.read(reading, &mut one, Spelling::Name);
        let metric = metric(reading, &mut one, id.clone(), around);
        one.finish(reading);
        match metric {
            Some(metric) => metrics.push(metric),
            None => reading.lost.ids.extend(id),
        }
    }
    metrics
}

fn metric(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    id: Option<String>,
    around: &Parts<'_>,
) -> Option<Metric> {
    let label = fields.need_text(reading, "label");
    fields.need(reading, "unit");
    let unit = fields.word(reading, "unit", &UNITS);
    let per = fields.word(reading, "per", &PERIODS);
    let formula = fields.need_expression(reading, "formula");
    let needs = fields.expression(reading, "needs");
    let needs_text =
        if needs.is_some() { fields.need_text(reading, "needs_text") } else { fields.text(reading, "needs_text") };
    let interval = fields.inner(reading, "interval").and_then(|mut inner| {
        let ends = (inner.need_expression(reading, "low"), inner.need_expression(reading, "high"));
        inner.finish(reading);
        ends.0.zip(ends.1)
    });
    let score = fields.inner(reading, "score").and_then(|mut inner| {
        let score = score(reading, &mut inner, around);
        inner.finish(reading);
        score
    });
    if score.is_some() && matches!(unit, Some(Unit::Text | Unit::List)) {
        let message = format!("{} is scored, but is not a number", fields.what);
        reading.error(fields.place("score"), message, "Leave the score out, or score a number made from it");
    }
    let evidence = fields.word(reading, "evidence", &Evidence::ALL.map(|one| (one.id(), one)));
    let explain = fields.need_text(reading, "explain");
    let texts = texts(reading, fields);
    if !texts.is_empty() && unit.is_some_and(|unit| unit != Unit::Text) {
        let message = format!("{} has 'texts', but its values are no texts", fields.what);
        reading.error(fields.place("texts"), message, "Leave 'texts' out, or give the metric the unit \"text\"");
    }
    let what = fields.name("context_internal");
    let mut context_internal = Vec::new();
    for (id, span) in fields.words(reading, "context_internal") {
        reading.references.push(Reference { id: id.clone(), span, what: what.clone(), wanted: Wanted::Benchmark });
        context_internal.push(id);
    }
    Some(Metric {
        span: fields.place("id"),
        id: id?,
        label,
        unit: unit.unwrap_or(Unit::Number),
        per,
        formula: formula?,
        needs,
        needs_text,
        interval,
        score,
        evidence,
        explain,
        texts,
        context_internal,
    })
}

fn score(reading: &mut Reading<'_>, fields: &mut Fields<'_>, around: &Parts<'_>) -> Option<MetricScore> {
    let id = area(reading, fields, around.areas, true);
    let weight = fields.need_weight(reading, "weight");
    let curve = curve(reading, fields);
    let covers = fields.string(reading, "covers");
    if let Some(id) = &covers {
        let (id, span, what) = (id.clone(), fields.place("covers"), fields.name("covers"));
        reading.references.push(Reference { id, span, what, wanted: Wanted::Table });
    }
    if let Some(id) = &id
        && around.scored_by == ScoredBy::Areas
        && around.areas.iter().any(|one| one.id == *id && one.weight.is_none())
    {
        let message = format!("{} counts in the area '{id}', which has no weight", fields.what);
        reading.error(fields.place("area"), message, "Give the area a weight, or leave the score out");
    }
    Some(MetricScore { area: id?, weight: weight?, curve, covers })
}

fn texts(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> BTreeMap<String, LocalText> {
    let name = fields.name("texts");
    let Some(table) = fields.find("texts").and_then(|node| reading.table(node, &name)) else { return BTreeMap::new() };
    table.iter().map(|(value, text)| (value.get_ref().to_string(), reading.text(text, &name, true))).collect()
}
