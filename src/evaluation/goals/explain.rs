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
    let per_enquiry = selection.goal_metric(&goal.metric).and_then(|metric| metric.per_enquiry.as_ref());
    let inverse = goal.inverse.and_then(|it| it.money.zip(it.price));
    if let (Some((money, price)), Some(wanted)) = (inverse, goal.wanted) {
        let dearer = selection.assumptions.goals.paid_dearer;
        let missing = wanted - range.base;
        // more of another number takes as many enquiries as bring it about
        let enquiries = money / (price * dearer);
        let is_enquiry = per_enquiry.is_none_or(|_| (enquiries - missing).abs() <= 0.1 * missing);
        let what = if is_enquiry {
            format!("({} − {})", figure(wanted), figure(range.base))
        } else {
            format!("({} − {}) ÷ {}", figure(wanted), figure(range.base), figure(missing / enquiries))
        };
        steps.push(format!("{what} × {} × {} ≈ {}", figure(price), figure(dearer), figure(money)));
    }
    steps
}

/// A number with at most three decimals, without idle zeros.
fn figure(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
