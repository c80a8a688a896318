//! Standards: decided, not forecast (domain.md 6.2).

use super::StandardEvaluation;
use super::setting::Setting;
use crate::questionnaire::{Better, GoalMetric};

/// Whether a value is better than another, by more than rounding.
pub fn is_better(better: Better, value: f64, than: f64) -> bool {
    match better {
        Better::Higher => value > than + 1e-9,
        Better::Lower => value < than - 1e-9,
    }
}

/// A standard: the wish, else the next breakpoint; nothing where neither is better than today.
pub fn standard(
    setting: &Setting<'_, '_>,
    metric: &GoalMetric,
    baseline: f64,
    wanted: Option<f64>,
) -> Option<StandardEvaluation> {
    let is_step = |value: &f64| is_better(metric.better, *value, baseline);
    let value = wanted.filter(|value| is_step(value)).or_else(|| metric.breakpoints.iter().copied().find(is_step))?;
    let numbers = setting.numbers;
    Some(StandardEvaluation {
        value,
        kept_of_ten: numbers.standard_kept,
        day: numbers.standard_day,
        finding: metric.finding.clone(),
        hours: 0.0,
        fits: setting.hours.is_some(),
    })
}
