//! How a goal's numbers came about, step by step, in figures alone.

use super::{GoalEvaluation, GoalKind};
use crate::questionnaire::Selection;

/// The arithmetic of a goal: planned improvement, range, quarters needed; formulas read the same in any language.
pub fn goal_arithmetic(selection: &Selection, goal: &GoalEvaluation) -> Vec<String> {
    let mut steps = Vec::new();
    let assumed = |id: &str| goal.assumptions.iter().find(|one| one.id == id).and_then(|one| one.number);
    let (Some(baseline), Some(range), Some(planned)) = (goal.baseline, goal.unrounded, goal.planned) else {
        return steps;
    };
    let (cap, rf, lag) = (assumed("cap").unwrap_or(0.0), assumed("rf").unwrap_or(1.0), assumed("lag").unwrap_or(0.0));
    let quarters = goal.months.map_or(0, |months| super::forecast::quarters(months, lag));
    let whole = planned / if rf > 0.0 { rf } else { 1.0 };
    let rule = match goal.kind {
        GoalKind::Volume => format!("{} × ((1 + {}%)^{quarters} − 1)", figure(baseline), figure(cap)),
        GoalKind::Rate => format!("{} + {quarters} × {}%", figure(baseline), figure(cap)),
        _ => format!("{quarters} × {}", figure(cap)),
    };
    steps.push(format!("{rule} = {}", figure(whole)));
    let r = goal.calibration;
    for (ratio, value) in [(r.r_low, range.low), (r.r, range.base), (r.r_high, range.high)] {
        steps.push(format!(
            "{} + {} × {} × {} = {}",
            figure(baseline),
            figure(whole),
            figure(rf),
            figure(ratio),
            figure(value)
        ));
    }
    if let (Some(needed), Some(wanted)) = (goal.quarters_needed, goal.wanted) {
        let pace = cap * r.r * rf;
        steps.push(format!(
            "{} + ln({} ÷ {}) ÷ ln(1 + {}%) = {}",
            figure(lag),
            figure(wanted),
            figure(baseline),
            figure(pace),
            figure(needed)
        ));
    }
    let cost = selection.goal_metric(&goal.metric).and_then(|metric| metric.cost.as_ref());
    if let (Some(money), Some(wanted), Some(cost)) = (goal.inverse.and_then(|it| it.money), goal.wanted, cost) {
        let dearer = selection.assumptions.goals.paid_dearer;
        steps.push(format!(
            "({} − {}) × {} × {} ≈ {}",
            figure(wanted),
            figure(range.base),
            cost.source,
            figure(dearer),
            figure(money)
        ));
    }
    steps
}

/// A number with at most three decimals, without idle zeros.
fn figure(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
