//! Goals, options and plan in the JSON of `gapwise score --json` (design.md 5).

use serde::Serialize;

use crate::evaluation::{Evaluation, GoalAssumption, GoalEvaluation, OptionEvaluation, PlannedAction, Verdict};

#[derive(Serialize)]
pub(super) struct Goal<'a> {
    metric: &'a str,
    kind: &'static str,
    baseline: Option<f64>,
    wanted: Option<f64>,
    low: Option<f64>,
    base: Option<f64>,
    high: Option<f64>,
    verdict: Option<&'static str>,
    deadline: Option<String>,
    quarters_needed: Option<f64>,
    confidence: &'static str,
    status: &'static str,
    assumptions: Vec<Assumption<'a>>,
}

#[derive(Serialize)]
pub(super) struct Assumption<'a> {
    id: &'a str,
    value: Option<f64>,
    word: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct OptionJson<'a> {
    id: &'a str,
    tactics: u32,
    rf: Option<f64>,
    recommended: bool,
}

#[derive(Serialize)]
pub(super) struct Planned<'a> {
    /// 1 to 12, the week it begins in; null for what comes after.
    week: Option<u8>,
    finding: &'a str,
    hours: f64,
}

pub(super) fn goals(evaluation: &Evaluation) -> Vec<Goal<'_>> {
    evaluation.goals.iter().map(goal).collect()
}

fn goal(one: &GoalEvaluation) -> Goal<'_> {
    Goal {
        metric: &one.metric,
        kind: one.kind.id(),
        baseline: one.baseline,
        wanted: one.wanted,
        low: one.unrounded.map(|range| range.low),
        base: one.unrounded.map(|range| range.base),
        high: one.unrounded.map(|range| range.high),
        verdict: one.verdict.map(Verdict::id),
        deadline: one.deadline.map(|date| date.to_string()),
        quarters_needed: one.quarters_needed,
        confidence: one.confidence.id(),
        status: one.status.id(),
        assumptions: one.assumptions.iter().map(assumption).collect(),
    }
}

fn assumption(one: &GoalAssumption) -> Assumption<'_> {
    Assumption { id: &one.id, value: one.number, word: one.word.as_deref() }
}

pub(super) fn options(evaluation: &Evaluation) -> Vec<OptionJson<'_>> {
    evaluation.options.iter().map(option).collect()
}

fn option(one: &OptionEvaluation) -> OptionJson<'_> {
    OptionJson { id: &one.id, tactics: one.tactics, rf: one.rf, recommended: one.recommended }
}

/// The actions in the order they are done; one that is longer than a month comes once, with all its hours.
pub(super) fn plan(evaluation: &Evaluation) -> Vec<Planned<'_>> {
    let plan = &evaluation.plan;
    let whole = |action: &PlannedAction| -> f64 {
        let all = plan.months.iter().flat_map(|month| &month.actions).chain(&plan.after);
        all.filter(|other| other.finding == action.finding).map(|other| other.hours).sum()
    };
    plan.order()
        .map(|action| Planned {
            week: Some(action.week).filter(|week| *week > 0),
            finding: &action.finding,
            hours: whole(action),
        })
        .collect()
}
