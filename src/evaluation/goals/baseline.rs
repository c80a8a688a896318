//! Where a goal's metric stands today, and how well that is known.

use super::setting::Setting;
use crate::assessment::Evidence;
use crate::questionnaire::GoalMetric;

/// Where a metric stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Baseline {
    /// Its value, in its unit.
    pub value: Option<f64>,
    /// The weakest evidence it rests on.
    pub evidence: Option<Evidence>,
    /// The low and high of the answer whose two ends lie furthest apart.
    pub sources: Option<(f64, f64)>,
    /// Whether those two lie too far apart.
    pub disputed: bool,
    /// Events in three months behind it.
    pub events: Option<f64>,
}

impl Baseline {
    /// Whether a goal can be built on it.
    pub fn is_sound(&self) -> bool {
        self.value.is_some() && !self.disputed
    }
}

/// Reads a metric's baseline from the answers.
pub fn baseline(setting: &Setting<'_, '_>, metric: &GoalMetric) -> Baseline {
    let facts = setting.facts;
    let names = metric.baseline.iter().flat_map(|baseline| &baseline.names).map(String::as_str);
    let leaves = facts.leaves(names);
    // "sources differ by more than 20%" = (high − low) ÷ value of the answer (rulings.md 18)
    let apart = leaves.iter().filter_map(|id| {
        let value = facts.answered(id)?.as_number()?;
        let answer = facts.questions.get(id)?.answer?;
        let (low, high) = (answer.low?, answer.high?);
        Some((low, high, (high - low) / value.abs()))
    });
    let widest = apart.max_by(|a, b| a.2.total_cmp(&b.2));
    Baseline {
        value: setting.number(metric.baseline.as_ref()),
        evidence: leaves.iter().filter_map(|id| facts.evidence(id)).min(),
        sources: widest.map(|(low, high, _)| (low, high)),
        disputed: widest.is_some_and(|(_, _, share)| share > setting.numbers.source_difference + 1e-9),
        events: setting.number(metric.events.as_ref()),
    }
}
