//! The figures of a questionnaire that tell most, chosen by the outline: texts, rates with their intervals, amounts.

use serde::Serialize;

use super::Material;
use super::evidence;
use super::findings::{self, Context};
use crate::display::sentence_start;
use crate::questionnaire::{Questionnaire, Unit};
use crate::report::outline::KeyFigure as Wanted;

/// One figure that tells much.
#[derive(Debug, Serialize)]
pub(super) struct KeyFigure {
    /// What it is.
    label: String,
    /// What it came to, with its unit and, where few cases stand behind it, its likely range.
    value: String,
    /// What has to be said with it, for example how it was found; absent where nothing has.
    with: Option<String>,
    /// How well it is known.
    mark: String,
    /// How it is made, in a sentence.
    how: String,
    /// Cited figures to see it beside; for the client only those that may be printed.
    context: Vec<Context>,
}

/// The figures the outline names for a questionnaire, as far as they are known and may be read.
pub(super) fn build(material: &Material, questionnaire: &Questionnaire) -> Vec<KeyFigure> {
    let outline = material.outline.system.iter().filter(|one| one.questionnaire == questionnaire.id);
    outline.flat_map(|one| &one.figures).filter_map(|wanted| figure(material, wanted)).collect()
}

fn figure(material: &Material, wanted: &Wanted) -> Option<KeyFigure> {
    let metric = material.selection.metric(&wanted.metric)?;
    let fact = evidence::metric_fact(material, metric)?;
    let with = material.selection.metric(&wanted.with).and_then(|metric| evidence::metric_fact(material, metric));
    let is_text = matches!(metric.unit, Unit::Text | Unit::List);
    let context = wanted.context.iter().filter_map(|id| material.selection.benchmark(id));
    let context = context.filter(|one| material.is_internal() || !one.internal);
    Some(KeyFigure {
        label: fact.label,
        value: if is_text { sentence_start(&fact.value) } else { fact.value },
        with: with.map(|fact| fact.value),
        mark: fact.mark,
        how: material.text(&metric.explain).to_owned(),
        context: context.filter_map(|one| findings::context(material, one)).collect(),
    })
}
