//! The stable JSON of `gapwise score --json` (design.md 5): format 1.
//!
//! Kept apart from the evaluation's own types, so that those can change without breaking what reads this.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::failure::Failure;
use super::goals_json;
use super::printable::printable_json;
use crate::evaluation::{
    AreaEvaluation, Evaluation, GapClass, MetricEvaluation, MetricValue, MissingReason, Overall,
    QuestionnaireEvaluation, Range, WorthEvaluation,
};
use crate::questionnaire::{Metric, Selection, Unit};

#[derive(Serialize)]
struct Score<'a> {
    format: u32,
    questionnaires: Vec<Questionnaire<'a>>,
    goals: Vec<goals_json::Goal<'a>>,
    options: Vec<goals_json::OptionJson<'a>>,
    plan: Vec<goals_json::Planned<'a>>,
    worth: Worth<'a>,
    next_questions: Vec<NextQuestion<'a>>,
}

#[derive(Serialize)]
struct Questionnaire<'a> {
    id: &'a str,
    version: &'a str,
    overall: OverallJson<'a>,
    areas: Vec<Area<'a>>,
    metrics: Vec<MetricJson<'a>>,
    strengths: Vec<Strength<'a>>,
    findings: Vec<Finding<'a>>,
    not_evaluable: Vec<NotEvaluable<'a>>,
}

#[derive(Serialize)]
struct OverallJson<'a> {
    score: Option<f64>,
    band: Option<&'a str>,
    low: Option<f64>,
    high: Option<f64>,
    coverage: f64,
    confidence: f64,
    confidence_word: &'static str,
    equal_weight_score: Option<f64>,
}

#[derive(Serialize)]
struct Area<'a> {
    id: &'a str,
    weight: f64,
    score: Option<f64>,
    printed: bool,
    low: Option<f64>,
    high: Option<f64>,
    coverage: Option<f64>,
    confidence: Option<f64>,
    wanted: Option<f64>,
    gap: f64,
    gap_class: Option<&'static str>,
}

#[derive(Serialize)]
struct MetricJson<'a> {
    id: &'a str,
    value: Option<Json>,
    unit: Option<&'static str>,
    low: Option<f64>,
    high: Option<f64>,
    reason: Option<String>,
    missing: &'a [String],
}

#[derive(Serialize)]
struct Strength<'a> {
    id: &'a str,
    area: &'a str,
}

#[derive(Serialize)]
struct Finding<'a> {
    id: &'a str,
    area: Option<&'a str>,
    severity: u8,
    priority: Option<f64>,
    label: &'static str,
}

#[derive(Serialize)]
struct NotEvaluable<'a> {
    id: &'a str,
    missing: &'a [String],
}

#[derive(Serialize)]
struct NextQuestion<'a> {
    id: &'a str,
    swing: f64,
}

/// An evaluation as JSON.
pub(super) fn text(selection: &Selection, evaluation: &Evaluation) -> Result<String, Failure> {
    let score = Score {
        format: 1,
        questionnaires: evaluation.questionnaires.iter().map(|one| questionnaire(selection, one)).collect(),
        goals: goals_json::goals(evaluation),
        options: goals_json::options(evaluation),
        plan: goals_json::plan(evaluation),
        worth: Worth(&evaluation.worth),
        next_questions: evaluation
            .next_questions
            .iter()
            .filter(|one| one.swing > 0.0)
            .map(|one| NextQuestion { id: &one.id, swing: one.swing })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&score);
    text.map(|text| printable_json(&text) + "\n")
        .map_err(|error| Failure::work(format!("the scores could not be written: {error}"), ""))
}

fn questionnaire<'a>(selection: &'a Selection, one: &'a QuestionnaireEvaluation) -> Questionnaire<'a> {
    let finding = |one: &'a crate::evaluation::FindingEvaluation| Finding {
        id: &one.id,
        area: one.area.as_deref(),
        severity: one.severity,
        priority: one.priority,
        label: one.label.id(),
    };
    Questionnaire {
        id: &one.id,
        version: &one.version,
        overall: overall(&one.overall),
        areas: one.areas.iter().map(area).collect(),
        metrics: one.metrics.iter().map(|metric| metric_json(selection.metric(&metric.id), metric)).collect(),
        strengths: one.strengths.iter().map(|one| Strength { id: &one.id, area: &one.area }).collect(),
        findings: one.findings.iter().map(finding).collect(),
        not_evaluable: one
            .not_evaluable
            .iter()
            .map(|one| NotEvaluable { id: &one.id, missing: &one.missing })
            .collect(),
    }
}

fn overall(one: &Overall) -> OverallJson<'_> {
    OverallJson {
        score: one.score,
        band: one.band.as_deref(),
        low: one.low,
        high: one.high,
        coverage: one.coverage,
        confidence: one.confidence,
        confidence_word: one.confidence_word.id(),
        equal_weight_score: one.equal_weight_score,
    }
}

fn area(one: &AreaEvaluation) -> Area<'_> {
    Area {
        id: &one.id,
        weight: one.weight,
        score: one.score,
        printed: one.printed,
        low: one.low,
        high: one.high,
        coverage: one.coverage,
        confidence: one.confidence,
        wanted: one.wanted,
        gap: one.gap,
        gap_class: one.gap_class.map(GapClass::id),
    }
}

fn metric_json<'a>(metric: Option<&Metric>, one: &'a MetricEvaluation) -> MetricJson<'a> {
    MetricJson {
        id: &one.id,
        value: one.value.as_ref().map(|value| match value {
            MetricValue::Number(number) => Json::from(*number),
            MetricValue::Text(text) => Json::from(text.as_str()),
            MetricValue::List(list) => Json::from(list.clone()),
        }),
        unit: metric.map(|metric| match metric.unit {
            Unit::Percent => "percent",
            Unit::Number | Unit::Points => "number",
            Unit::Money => "money",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Text => "text",
            Unit::List => "list",
        }),
        low: one.low,
        high: one.high,
        reason: one.reason.as_ref().map(|reason| why_missing(metric, reason)),
        missing: &one.missing,
    }
}

/// Why a metric is missing, in plain words.
pub(super) fn why_missing(metric: Option<&Metric>, reason: &MissingReason) -> String {
    match reason {
        MissingReason::Inputs => "an input is not known yet".to_owned(),
        MissingReason::Cell { question, row } => format!("the row '{row}' of {question} lacks a cell"),
        MissingReason::NotApplicable => "it does not apply".to_owned(),
        MissingReason::Contradiction => "two of its inputs contradict each other".to_owned(),
        MissingReason::Needs => metric.map(|metric| metric.needs_text.get("en").to_owned()).unwrap_or_default(),
        MissingReason::Undefined => "there is nothing to compute it from".to_owned(),
    }
}

/// Each part by its id, in the questionnaire's order, then total, profit and whether a part is missing.
struct Worth<'a>(&'a WorthEvaluation);

#[derive(Serialize)]
struct RangeJson {
    low: f64,
    base: f64,
    high: f64,
}

impl Serialize for Worth<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let range = |range: Option<Range>| range.map(|it| RangeJson { low: it.low, base: it.base, high: it.high });
        let mut map = serializer.serialize_map(None)?;
        for (id, part) in &self.0.parts {
            map.serialize_entry(id, &range(*part))?;
        }
        map.serialize_entry("total", &range(self.0.total))?;
        map.serialize_entry("profit", &range(self.0.profit))?;
        map.serialize_entry("partial", &self.0.partial)?;
        map.end()
    }
}
