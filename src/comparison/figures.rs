//! Numbers before and now: answers that count something, and metrics.

use super::answers::counting;
use super::{Difference, DifferenceRule, FigureChange, FigureOf, Side};
use crate::evaluation::MetricEvaluation;
use crate::questionnaire::{Kind, NumberKind, NumberSpec, Question, Questionnaire, Unit};

/// The numbers of a questionnaire that are known both times.
pub(super) fn compare(earlier: Side<'_>, later: Side<'_>, questionnaire: &Questionnaire) -> Vec<FigureChange> {
    let same_currency = earlier.assessment.currency == later.assessment.currency;
    let answers = questionnaire.questions.iter().filter_map(|question| {
        let spec = question.number().filter(|spec| same_currency || spec.kind != NumberKind::Money)?;
        answer(earlier, later, question, spec)
    });
    let metrics = questionnaire.metrics.iter().filter_map(|one| {
        let comparable = same_currency || one.unit != Unit::Money;
        let (before, now) = (earlier.evaluation.metric(&one.id)?, later.evaluation.metric(&one.id)?);
        if comparable { metric(before, now) } else { None }
    });
    answers.chain(metrics).collect()
}

fn answer(earlier: Side<'_>, later: Side<'_>, question: &Question, spec: &NumberSpec) -> Option<FigureChange> {
    let (before, now) = (counting(earlier, &question.id)?, counting(later, &question.id)?);
    let (then, today) = (before.value()?.as_number()?, now.value()?.as_number()?);
    let factor = later.selection.assumptions.comparing.count_factor;
    let counts = is_count_over_a_period(question, spec) && then >= 0.0 && today >= 0.0;
    Some(FigureChange {
        id: question.id.clone(),
        of: FigureOf::Question,
        before: then,
        now: today,
        evidence: Some((before.evidence(), now.evidence())),
        difference: counts.then(|| difference_of_counts(factor, then, today)),
    })
}

/// Whether a number counts events over a stated period, the same both times since the question is the same.
fn is_count_over_a_period(question: &Question, spec: &NumberSpec) -> bool {
    let says_a_period = question.period.texts.iter().any(|(_, text)| !text.is_empty());
    debug_assert!(matches!(question.kind, Kind::Number(_)));
    spec.kind == NumberKind::Count && (says_a_period || spec.per.is_some())
}

/// Counts differ clearly when they do by more than `factor`·√(x₁+x₂) (domain.md 6.6; the factor is 2).
fn difference_of_counts(factor: f64, before: f64, now: f64) -> Difference {
    let more_than = factor * (before + now).sqrt();
    Difference { is_clear: (now - before).abs() > more_than, rule: DifferenceRule::Counts { more_than } }
}

fn metric(before: &MetricEvaluation, now: &MetricEvaluation) -> Option<FigureChange> {
    let ends = |one: &MetricEvaluation| Some((one.low?, one.high?));
    let difference = match (ends(before), ends(now)) {
        (Some(then), Some(today)) => {
            let is_clear = then.1 < today.0 || today.1 < then.0;
            Some(Difference { is_clear, rule: DifferenceRule::Intervals })
        }
        _ => None,
    };
    Some(FigureChange {
        id: now.id.clone(),
        of: FigureOf::Metric,
        before: before.number()?,
        now: now.number()?,
        evidence: None,
        difference,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_differ_by_more_than_twice_the_root_of_their_sum() {
        for (before, now, more_than, is_clear) in [
            (120.0, 150.0, 32.863_353_450_309_97, false),
            (120.0, 153.0, 33.045_423_283_716_61, false),
            (120.0, 154.0, 33.105_890_714_493_7, true),
            (154.0, 120.0, 33.105_890_714_493_7, true),
            (0.0, 4.0, 4.0, false),
            (0.0, 5.0, 4.472_135_954_999_58, true),
            (0.0, 0.0, 0.0, false),
        ] {
            let found = difference_of_counts(2.0, before, now);
            assert_eq!(found.is_clear, is_clear, "{before} {now}");
            let DifferenceRule::Counts { more_than: limit } = found.rule else { panic!("a rule of counts") };
            assert!((limit - more_than).abs() < 1e-9, "{limit}");
        }
    }
}
