//! What a finding rests on: the answers and metrics its condition names, each with unit, status and evidence.

use serde::Serialize;

use super::Material;
use crate::assessment::{Evidence, Status};
use crate::evaluation::{FindingEvaluation, MetricEvaluation};
use crate::questionnaire::Metric;

/// One thing a finding rests on.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Fact {
    /// What it is.
    pub(super) label: String,
    /// What it came to.
    pub(super) value: String,
    /// How well it is known.
    pub(super) mark: String,
}

/// Everything a finding's condition names that the audience may read.
pub(super) fn build(material: &Material, fired: &FindingEvaluation) -> Vec<Fact> {
    fired.names_in_condition.iter().filter_map(|name| fact(material, name)).collect()
}

/// One answer or metric that the audience may read.
pub(super) fn fact(material: &Material, name: &str) -> Option<Fact> {
    if let Some(metric) = material.selection.metric(name) {
        return metric_fact(material, metric);
    }
    let question = material.readable(name)?;
    let answer = material.answer(name)?;
    let (value, mark) = match &answer.status {
        Status::Answered(_) => {
            let line = material.answer_line(question, answer)?;
            // A number nobody has looked up is said as one; with its ends it says so already.
            let plain = question.number().is_some() && answer.low.is_none() && answer.high.is_none();
            let line = if plain && answer.evidence() == Evidence::Guess {
                material.words.fill("evidence.guess", &[("value", &line)])
            } else {
                line
            };
            (line, material.show.evidence(answer.evidence()))
        }
        Status::Unknown => (material.words.get("evidence.unknown").to_owned(), String::new()),
        Status::NotApplicable { .. } | Status::Owed { .. } | Status::Open => return None,
    };
    Some(Fact { label: material.text(&question.label).to_owned(), value, mark })
}

pub(super) fn metric_fact(material: &Material, metric: &Metric) -> Option<Fact> {
    // A metric says as much as what it is made of: all of that must be readable.
    let behind = material.questions_behind(&metric.id);
    if !behind.iter().all(|question| material.readable(question).is_some()) {
        return None;
    }
    let computed = material.evaluation.metric(&metric.id)?;
    let value = value(material, metric, computed)?;
    let calculated = material.show.calculated();
    let mark = match computed.weakest {
        Some(weakest @ (Evidence::Guess | Evidence::Stated)) if material.is_internal() => {
            format!("{calculated}, {}", material.show.evidence(weakest))
        }
        _ => calculated,
    };
    Some(Fact { label: material.text(&metric.label).to_owned(), value, mark })
}

/// A metric's value with its interval, whole for clients.
pub(super) fn value(material: &Material, metric: &Metric, computed: &MetricEvaluation) -> Option<String> {
    let show = &material.show;
    let value = computed.value.as_ref()?;
    let line = if material.is_internal() { show.metric(metric, value) } else { show.client_metric(metric, value) };
    let (Some(low), Some(high)) = (computed.low, computed.high) else { return Some(line) };
    let range = if material.is_internal() {
        show.metric_range(metric, low, high)
    } else {
        show.client_metric_range(metric, low, high)
    };
    Some(material.words.fill("evidence.interval", &[("value", &line), ("range", &range)]))
}
