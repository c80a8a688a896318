//! Scores before and now, over what was answered both times.

use super::{AreaChange, ChangeSize, ScoreChange, Side};
use crate::evaluation::{AreaEvaluation, ItemEvaluation, ItemState, QuestionnaireEvaluation};
use crate::questionnaire::{Assumptions, Comparing, Questionnaire};

/// Rounding of a sum must not decide what a change is called.
const EPSILON: f64 = 1e-9;

/// Compares the scored areas of a questionnaire.
pub(super) fn compare(earlier: Side<'_>, later: Side<'_>, questionnaire: &Questionnaire) -> Vec<AreaChange> {
    let of = |side: Side<'_>| side.evaluation.questionnaires.iter().find(|one| one.id == questionnaire.id).cloned();
    let (Some(before), Some(now)) = (of(earlier), of(later)) else { return Vec::new() };
    let assumptions = &later.selection.assumptions;
    now.areas.iter().filter_map(|area| Some(area_change(assumptions, before_of(&before, area)?, area))).collect()
}

fn before_of<'a>(before: &'a QuestionnaireEvaluation, area: &AreaEvaluation) -> Option<&'a AreaEvaluation> {
    before.area(&area.id)
}

fn area_change(assumptions: &Assumptions, before: &AreaEvaluation, now: &AreaEvaluation) -> AreaChange {
    let pairs = now.items.iter().filter_map(|item| {
        let old = before.items.iter().find(|old| old.id == item.id)?;
        Some((old, item))
    });
    let (mut applicable, mut shared, mut weight, mut sums) = (0.0, 0.0, 0.0, (0.0, 0.0));
    for (old, new) in pairs {
        if old.state == ItemState::NotApplicable && new.state == ItemState::NotApplicable {
            continue;
        }
        applicable += new.weight;
        if let (Some(then), Some(today)) = (counted(old), counted(new)) {
            // a table rated in part counts as far as the smaller part
            shared += new.weight * old.share.min(new.share);
            weight += new.weight;
            sums = (sums.0 + new.weight * then, sums.1 + new.weight * today);
        }
    }
    let shared = if applicable > 0.0 { shared / applicable } else { 0.0 };
    let enough = weight > 0.0 && 100.0 * shared >= assumptions.scoring.area_coverage - EPSILON;
    AreaChange {
        id: now.id.clone(),
        weight: now.weight,
        printed: (printed(before), printed(now)),
        shared,
        applies: applicable > 0.0,
        change: enough.then(|| score_change(&assumptions.comparing, sums.0 / weight, sums.1 / weight)),
    }
}

fn counted(item: &ItemEvaluation) -> Option<f64> {
    item.points.filter(|_| item.state == ItemState::Answered)
}

fn printed(area: &AreaEvaluation) -> Option<f64> {
    area.score.filter(|_| area.printed)
}

fn score_change(comparing: &Comparing, before: f64, now: f64) -> ScoreChange {
    let points = (now - before).abs() + EPSILON;
    let size = match points {
        points if points < comparing.some_change => ChangeSize::NotClear,
        points if points < comparing.clear_change => ChangeSize::Some,
        _ => ChangeSize::Clear,
    };
    ScoreChange { before, now, size }
}

/// The score over the areas that could be compared, each with its weight; `None` when they carry too little of it.
pub(super) fn overall(areas: &[AreaChange], assumptions: &Assumptions) -> Option<ScoreChange> {
    let applicable: f64 = areas.iter().filter(|area| area.applies).map(|area| area.weight).sum();
    let shared: f64 = areas.iter().map(|area| area.weight * area.shared).sum();
    let compared = || areas.iter().filter_map(|area| Some((area.weight, area.change?)));
    let weight: f64 = compared().map(|(weight, _)| weight).sum();
    if weight <= 0.0 || 100.0 * shared / applicable < assumptions.scoring.overall_coverage - EPSILON {
        return None;
    }
    let mean =
        |of: &dyn Fn(ScoreChange) -> f64| compared().map(|(weight, change)| weight * of(change)).sum::<f64>() / weight;
    Some(score_change(&assumptions.comparing, mean(&|change| change.before), mean(&|change| change.now)))
}
