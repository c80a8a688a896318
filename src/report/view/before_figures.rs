//! Numbers then and now, and whether they differ by more than chance would have it (domain.md 6.6).

use serde::Serialize;

use super::{Material, evidence};
use crate::comparison::{Comparison, DifferenceRule, FigureChange, FigureOf};
use crate::display::{rounded, sentence_start};
use crate::evaluation::MetricValue;
use crate::questionnaire::{LocalText, Metric, NumberSpec, Question};

/// Numbers then and now.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    /// One line for each number.
    rows: Vec<Figure>,
}

/// A number, then and now.
#[derive(Debug, Serialize)]
pub(super) struct Figure {
    /// What it is.
    label: String,
    /// What it was, with its unit.
    then: String,
    /// What it is, with its unit.
    now: String,
    /// Whether they differ clearly; empty where there is no rule for it.
    change: String,
}

/// The numbers that changed and that a rule can tell apart; nothing when the audience may read none of them.
pub(super) fn build(material: &Material, comparison: &Comparison) -> Option<Figures> {
    let rows = figures(material, comparison, |one| one.difference.is_some());
    (!rows.is_empty()).then_some(Figures { rows })
}

/// The numbers that changed and that no rule tells apart: for the consultant.
pub(super) fn without_rule(material: &Material, comparison: &Comparison) -> Vec<Figure> {
    figures(material, comparison, |one| one.difference.is_none())
}

/// Those of the numbers that changed and that the audience may read.
fn figures(material: &Material, comparison: &Comparison, wanted: impl Fn(&FigureChange) -> bool) -> Vec<Figure> {
    let all = comparison.questionnaires.iter().flat_map(|one| &one.figures);
    let changed = all.filter(|one| rounded(one.before, 2) != rounded(one.now, 2));
    changed.filter(|one| wanted(one)).filter_map(|one| figure(material, one)).collect()
}

fn figure(material: &Material, one: &FigureChange) -> Option<Figure> {
    let (label, then, now) = match one.of {
        FigureOf::Question => answered(material, material.readable(&one.id)?, one)?,
        FigureOf::Metric => computed(material, material.selection.metric(&one.id)?, one)?,
    };
    Some(Figure { label: sentence_start(&label), then, now, change: change(material, one) })
}

fn answered(material: &Material, question: &Question, one: &FigureChange) -> Option<(String, String, String)> {
    // what is counted, and for which time, its name says
    let spec = NumberSpec { per: None, unit: LocalText::default(), ..question.number()?.clone() };
    let shown = |value: f64| material.show.quantity(&spec, value);
    Some((material.text(&question.label).to_owned(), shown(one.before), shown(one.now)))
}

fn computed(material: &Material, metric: &Metric, one: &FigureChange) -> Option<(String, String, String)> {
    // a metric is read by whom may read all that it is made of
    evidence::metric_fact(material, metric)?;
    let shown = |value: f64| {
        let value = MetricValue::Number(value);
        if material.is_internal() {
            material.show.metric(metric, &value)
        } else {
            material.show.client_metric(metric, &value)
        }
    };
    Some((material.text(&metric.label).to_owned(), shown(one.before), shown(one.now)))
}

fn change(material: &Material, one: &FigureChange) -> String {
    let words = material.words;
    let Some(difference) = one.difference else { return String::new() };
    if difference.is_clear {
        let key = if one.now > one.before { "before.figure.more" } else { "before.figure.less" };
        return words.get(key).to_owned();
    }
    match difference.rule {
        DifferenceRule::Counts { more_than } => {
            words.fill("before.figure.within", &[("number", &material.show.number(more_than.floor(), 0))])
        }
        DifferenceRule::Intervals => words.get("before.figure.overlap").to_owned(),
    }
}
