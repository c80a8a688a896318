//! What already works (domain.md 5, "Strengths").

use super::judge::{Judge, Truth};
use super::{FindingEvaluation, StrengthEvaluation};
use crate::questionnaire::{Questionnaire, Strength};

/// Severity from which a finding silences a strength that rests on the same answer.
const SILENCING_SEVERITY: u8 = 3;

/// Strengths that hold and that no fired finding of their area contradicts, by area weight, then id.
pub fn evaluate(
    judge: &Judge<'_>,
    questionnaire: &Questionnaire,
    fired: &[FindingEvaluation],
) -> Vec<StrengthEvaluation> {
    let silenced = |strength: &Strength| {
        fired.iter().any(|finding| {
            finding.severity >= SILENCING_SEVERITY
                && finding.area.as_deref() == Some(&strength.area)
                && strength.when.names.iter().any(|name| finding.names_in_condition.contains(name))
        })
    };
    let mut holding: Vec<&Strength> = questionnaire
        .strengths
        .iter()
        .filter(|strength| judge.truth(&strength.when) == Truth::True && !silenced(strength))
        .collect();
    let weight = |strength: &Strength| questionnaire.area(&strength.area).and_then(|area| area.weight).unwrap_or(0.0);
    holding.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.id.cmp(&b.id)));
    holding
        .into_iter()
        .map(|strength| StrengthEvaluation {
            id: strength.id.clone(),
            area: strength.area.clone(),
            names: judge.names(strength.names.as_ref()),
        })
        .collect()
}
