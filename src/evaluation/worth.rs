//! What small improvements could be worth in a year (domain.md 3, rulings.md 15): never called a loss or a promise.

use super::facts::Facts;
use super::judge::Judge;
use super::metrics;
use super::{Range, WorthEvaluation};
use crate::questionnaire::{AssumedValue, Assumptions, Questionnaire};

/// Computes all parts of all questionnaires.
pub fn evaluate<'q>(
    facts: &Facts<'_>,
    judge: &Judge<'_>,
    assumptions: &Assumptions,
    questionnaires: impl Iterator<Item = &'q Questionnaire>,
) -> WorthEvaluation {
    let mut result = WorthEvaluation::default();
    let mut groups: Vec<(&str, Range)> = Vec::new();
    for worth in questionnaires.map(|one| &one.worth) {
        for part in &worth.parts {
            let shares = match assumptions.get(&part.shares).map(|one| &one.value) {
                Some(AssumedValue::Cases { low, base, high }) => Range { low: *low, base: *base, high: *high },
                _ => continue,
            };
            let range = judge.number(&part.formula).map(|amount| shares.times(amount));
            match range {
                Some(range) => match groups.iter_mut().find(|(group, _)| *group == part.group) {
                    Some((_, known)) => *known = known.larger(range),
                    None => groups.push((&part.group, range)),
                },
                // A part that does not apply is simply left out.
                None => result.partial |= !metrics::missing_for(facts, &part.formula).is_empty(),
            }
            result.parts.push((part.id.clone(), range));
        }
        if let Some(question) = &worth.question
            && let Some(amount) = judge.number(&question.formula).filter(|amount| *amount > 0.0)
        {
            result.question = Some((amount, judge.names(question.names.as_ref())));
        }
        if !groups.is_empty() {
            let total = groups.iter().fold(Range::default(), |sum, (_, range)| sum.plus(*range));
            result.total = Some(total);
            let margin = worth.margin.as_ref().and_then(|margin| judge.number(margin));
            result.profit = margin.map(|margin| total.times(margin / 100.0)).or(result.profit);
        }
    }
    result
}

impl Range {
    /// Each case multiplied by a number.
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, base: self.base * factor, high: self.high * factor }
    }

    /// Case by case the larger.
    fn larger(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), base: self.base.max(other.base), high: self.high.max(other.high) }
    }

    /// Case by case the sum.
    fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, base: self.base + other.base, high: self.high + other.high }
    }
}
