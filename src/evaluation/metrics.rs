//! Computes metrics, or says why they are missing (domain.md 3, rulings.md 3 to 5).

use super::facts::{Facts, metric_names};
use super::judge::{Judge, Truth};
use super::visibility;
use super::{ItemState, MetricEvaluation, MissingReason, Standing};
use crate::assessment::Evidence;
use crate::questionnaire::expression::Expression;
use crate::questionnaire::{Metric, Scoring};

/// Weight of evidence, 0 to 1.
pub fn evidence_weight(scoring: &Scoring, evidence: Evidence) -> f64 {
    scoring.evidence[evidence as usize]
}

/// Half width of an answer's own uncertainty, in points.
pub fn spread(scoring: &Scoring, evidence: Evidence) -> f64 {
    scoring.spread[evidence as usize]
}

/// Computes one metric; everything it rests on has been settled before.
pub fn compute(facts: &Facts<'_>, judge: &Judge<'_>, metric: &Metric) -> MetricEvaluation {
    let leaves = facts.leaves([metric.id.as_str()]);
    let known: Vec<Evidence> = leaves.iter().filter_map(|id| facts.evidence(id)).collect();
    let evidence = match metric.evidence {
        Some(fixed) => evidence_weight(facts.scoring, fixed),
        None => mean_of(&known, |one| evidence_weight(facts.scoring, one)),
    };
    let mut result = MetricEvaluation {
        id: metric.id.clone(),
        value: None,
        low: None,
        high: None,
        reason: None,
        missing: Vec::new(),
        evidence,
        weakest: metric.evidence.or_else(|| known.iter().copied().min()),
    };
    let contradicted = contradicted(facts, &leaves);
    if !contradicted.is_empty() {
        result.reason = Some(MissingReason::Contradiction);
        result.missing = contradicted;
        return result;
    }
    let needed = metric.needs.as_ref().map(|needs| judge.truth(needs));
    let hidden = leaves.iter().any(|id| facts.standing(id) == Standing::Hidden);
    if needed == Some(Truth::False) && !hidden {
        result.reason = Some(MissingReason::Needs);
        result.missing = unfinished(facts, metric, &leaves);
        return result;
    }
    // What may not yet be computed, or what rests on something hidden, is missing for the same reasons as any other.
    result.value = judge.compute(&metric.formula).filter(|_| needed.is_none_or(|needed| needed == Truth::True));
    if result.value.is_none() {
        result.missing = unfinished(facts, metric, &leaves);
        result.reason = Some(reason(facts, metric, &leaves));
    } else if let Some((low, high)) = &metric.interval {
        result.low = judge.number(low);
        result.high = judge.number(high);
    }
    result
}

/// The mean of a number over evidences; 0 when there are none.
pub fn mean_of(known: &[Evidence], number: impl Fn(Evidence) -> f64) -> f64 {
    if known.is_empty() { 0.0 } else { known.iter().map(|one| number(*one)).sum::<f64>() / known.len() as f64 }
}

/// Questions of contradictory pairs that are both among the leaves.
fn contradicted(facts: &Facts<'_>, leaves: &[&str]) -> Vec<String> {
    let pairs = leaves.iter().filter_map(|id| visibility::contradiction(facts, id));
    let both = pairs.filter(|pair| leaves.contains(&pair.at_most.as_str()));
    both.flat_map(|pair| [pair.at_most, pair.question]).collect()
}

/// Questions that would have to be answered, or finished, before the metric can be computed.
fn unfinished(facts: &Facts<'_>, metric: &Metric, leaves: &[&str]) -> Vec<String> {
    let open = |id: &&&str| match facts.standing(id) {
        Standing::Open | Standing::Unknown | Standing::Owed => true,
        Standing::Answered => lacking_row(facts, metric, id).is_some() || has_gaps(facts, id),
        Standing::NotApplicable | Standing::Hidden => false,
    };
    leaves.iter().filter(open).map(|id| (*id).to_owned()).collect()
}

/// The row of an answered table that lacks a cell the metric needs.
fn lacking_row(facts: &Facts<'_>, metric: &Metric, table: &str) -> Option<String> {
    let read = facts.table(table)?;
    let question = facts.questions.get(table)?.question;
    let columns = needed_columns(facts, metric);
    let of_table = columns.iter().filter(|(of, _)| of == table);
    of_table.flat_map(|(_, column)| question.columns_behind(column)).find_map(|column| read.row_lacking(column))
}

/// Columns a metric needs, through the metrics it names.
fn needed_columns(facts: &Facts<'_>, metric: &Metric) -> Vec<(String, String)> {
    let mut columns = Vec::new();
    let mut pending = vec![metric];
    let mut seen = Vec::new();
    while let Some(one) = pending.pop() {
        if seen.contains(&one.id.as_str()) {
            continue;
        }
        seen.push(one.id.as_str());
        columns.extend(one.formula.columns.iter().cloned());
        pending.extend(metric_names(one).iter().filter_map(|name| facts.metrics.get(name)).map(|fact| fact.metric));
    }
    columns
}

/// Whether fixed rows or a grid still have cells to fill.
fn has_gaps(facts: &Facts<'_>, id: &str) -> bool {
    let Some(fact) = facts.questions.get(id) else { return false };
    if fact.question.fixed_rows().is_empty() {
        return false;
    }
    facts.table(id).is_some_and(|table| table.known() < table.applicable())
}

fn reason(facts: &Facts<'_>, metric: &Metric, leaves: &[&str]) -> MissingReason {
    let standing = |id: &&str| facts.standing(id);
    if leaves.iter().any(|id| matches!(standing(id), Standing::NotApplicable | Standing::Hidden)) {
        return MissingReason::NotApplicable;
    }
    if leaves.iter().any(|id| standing(id) != Standing::Answered) {
        return MissingReason::Inputs;
    }
    for id in leaves {
        if let Some(row) = lacking_row(facts, metric, id) {
            return MissingReason::Cell { question: (*id).to_owned(), row };
        }
    }
    if leaves.iter().any(|id| has_gaps(facts, id)) { MissingReason::Inputs } else { MissingReason::Undefined }
}

/// How a metric stands as an item of an area (rulings.md 3).
pub fn item_state(facts: &Facts<'_>, result: &MetricEvaluation) -> ItemState {
    if result.value.is_some() {
        return ItemState::Answered;
    }
    match result.reason {
        Some(MissingReason::NotApplicable) => return ItemState::NotApplicable,
        Some(MissingReason::Contradiction) => return ItemState::Open,
        _ => {}
    }
    if result.missing.is_empty() {
        return ItemState::NotApplicable;
    }
    let unknown = |id: &String| match facts.table(id) {
        None => facts.standing(id) == Standing::Unknown,
        Some(table) => table.has_unknown(),
    };
    if result.missing.iter().any(unknown) { ItemState::Unknown } else { ItemState::Open }
}

/// Questions that keep a condition from being judged, in the order of the conversation; empty when only names that do
/// not apply or are hidden do (rulings.md 2).
pub fn missing_for(facts: &Facts<'_>, condition: &Expression) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for name in &condition.names {
        if let Some(fact) = facts.metrics.get(name.as_str()) {
            missing.extend(fact.result.get().into_iter().flat_map(|result| result.missing.iter().cloned()));
        } else {
            match facts.standing(name) {
                Standing::Open | Standing::Unknown | Standing::Owed => missing.push(name.clone()),
                Standing::Answered if has_gaps(facts, name) || lacks_column(facts, condition, name) => {
                    missing.push(name.clone());
                }
                _ => {}
            }
        }
    }
    missing.sort_by_key(|id| facts.questions.get(id.as_str()).map_or(usize::MAX, |fact| fact.place));
    missing.dedup();
    missing
}

fn lacks_column(facts: &Facts<'_>, condition: &Expression, table: &str) -> bool {
    let (Some(read), Some(fact)) = (facts.table(table), facts.questions.get(table)) else { return false };
    let of_table = condition.columns.iter().filter(|(of, _)| of == table);
    of_table
        .flat_map(|(_, column)| fact.question.columns_behind(column))
        .any(|column| read.row_lacking(column).is_some())
}
