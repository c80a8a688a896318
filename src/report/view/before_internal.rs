//! Before and after for the consultant: unrounded scores, every rating that differs, and what could not be compared.

use serde::Serialize;

use super::Material;
use super::before::word;
use super::before_figures::{self, Figure};
use crate::assessment::Cell;
use crate::comparison::{AnswerChange, AreaChange, Comparison, NotCompared, NotComparedReason};
use crate::questionnaire::Kind;

/// What the client's version leaves out.
#[derive(Debug, Serialize)]
pub(super) struct Details {
    /// Every part with one decimal.
    areas: Vec<Area>,
    /// Ratings and choices that differ.
    answers: Vec<Rating>,
    /// Numbers that changed and that no rule tells apart.
    figures: Vec<Figure>,
    /// What could not be compared, and why.
    not_compared: Vec<String>,
}

/// A part with its points to one decimal.
#[derive(Debug, Serialize)]
struct Area {
    /// The part.
    title: String,
    /// Its score then, one decimal.
    then: String,
    /// Its score now, one decimal.
    now: String,
    /// The difference in points.
    points: String,
    /// What it is called.
    change: String,
    /// How much of it was answered both times.
    shared: String,
}

/// A rating or a scored choice that differs.
#[derive(Debug, Serialize)]
struct Rating {
    /// The question.
    label: String,
    /// The answer then.
    then: String,
    /// The answer now.
    now: String,
    /// How well both are known.
    evidence: String,
    /// The difference in points.
    change: String,
}

/// Builds it.
pub(super) fn build(material: &Material, comparison: &Comparison) -> Details {
    let all = || comparison.questionnaires.iter();
    Details {
        areas: all()
            .flat_map(|one| &one.areas)
            .filter(|area| area.applies)
            .map(|area| points(material, area))
            .collect(),
        answers: all().flat_map(|one| &one.answers).filter_map(|change| rating(material, change)).collect(),
        figures: before_figures::without_rule(material, comparison),
        not_compared: comparison.not_compared.iter().map(|one| not_compared(material, one)).collect(),
    }
}

fn points(material: &Material, area: &AreaChange) -> Area {
    let show = &material.show;
    let change = area.change;
    let score = |value: Option<f64>| value.map(|value| show.internal_score(value)).unwrap_or_default();
    let signed = |points: f64| {
        let sign = if crate::display::rounded(points, 1) > 0.0 { "+" } else { "" };
        format!("{sign}{}", show.number(points, 1))
    };
    Area {
        title: material.area_title(Some(&area.id)),
        then: score(change.map(|change| change.before)),
        now: score(change.map(|change| change.now)),
        points: change.map(|change| signed(change.points())).unwrap_or_default(),
        change: match change {
            Some(change) => word(material, change),
            None => material.words.get("before.too_little").to_owned(),
        },
        shared: show.percent(100.0 * area.shared, 0),
    }
}

fn rating(material: &Material, change: &AnswerChange) -> Option<Rating> {
    let question = material.selection.question(&change.question)?;
    let mut label = material.text(&question.label).to_owned();
    if let Some(row) = change.row.as_ref().and_then(|id| question.fixed_rows().iter().find(|row| row.id == *id)) {
        label = format!("{label}: {}", material.text(&row.label));
    }
    let column = question.columns().iter().find(|one| change.column.as_ref().is_none_or(|id| one.id == *id));
    let shown = |cell: &Cell| match (&question.kind, cell) {
        (Kind::Rating(labels), Cell::Number(points)) => material.show.rating(labels, *points),
        (Kind::One(choices), Cell::Text(id)) => {
            let choice = choices.iter().find(|choice| choice.id == *id);
            choice.map_or_else(|| id.clone(), |choice| material.text(&choice.label).to_owned())
        }
        (_, cell) => column.map(|column| material.show.cell(column, cell)).unwrap_or_default(),
    };
    let direction = match change.is_better {
        Some(true) => "better",
        Some(false) => "worse",
        None => "other",
    };
    let (then, now) = (material.show.evidence(change.evidence.0), material.show.evidence(change.evidence.1));
    Some(Rating {
        label,
        then: shown(&change.before),
        now: shown(&change.now),
        evidence: if then == now { then } else { format!("{then} → {now}") },
        change: material.words.get(&format!("before.rating.{direction}_{}", change.certainty.id())).to_owned(),
    })
}

fn not_compared(material: &Material, one: &NotCompared) -> String {
    let title = material.selection.questionnaires.iter().find(|other| other.id == one.questionnaire);
    let name = title.map_or(one.questionnaire.as_str(), |questionnaire| material.text(&questionnaire.title));
    match &one.reason {
        NotComparedReason::OtherVersion { before, now } => {
            material.words.fill("before.other_version", &[("questionnaire", name), ("before", before), ("now", now)])
        }
        NotComparedReason::OnlyBefore => material.words.fill("before.only_before", &[("questionnaire", name)]),
        NotComparedReason::OnlyNow => material.words.fill("before.only_now", &[("questionnaire", name)]),
    }
}
