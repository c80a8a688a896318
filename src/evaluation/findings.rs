//! Which findings fire, how urgent each is, in which order they are printed (domain.md 4 and 5, rulings.md 10 and 11).

use std::cmp::Ordering;

use super::facts::Facts;
use super::judge::{Judge, Truth};
use super::metrics;
use super::{AreaEvaluation, FindingEvaluation, Label, MetricValue, NotEvaluable, PriorityFactors, Standing};
use crate::questionnaire::{Finding, Questionnaire, Scoring};

/// What became of a questionnaire's findings.
#[derive(Debug, Default)]
pub struct Judged {
    /// Fired ones in print order, don't-know findings last.
    pub fired: Vec<FindingEvaluation>,
    /// Those that could not be judged.
    pub not_evaluable: Vec<NotEvaluable>,
}

/// Judges every finding of a questionnaire.
pub fn evaluate(
    facts: &Facts<'_>,
    judge: &Judge<'_>,
    questionnaire: &Questionnaire,
    areas: &[AreaEvaluation],
) -> Judged {
    let mut judged = Judged::default();
    for finding in &questionnaire.findings {
        match judge.truth(&finding.when) {
            Truth::True => judged.fired.push(fired(facts, judge, finding, areas)),
            Truth::False => {}
            Truth::Unknown => {
                let missing = metrics::missing_for(facts, &finding.when);
                if !missing.is_empty() {
                    judged.not_evaluable.push(NotEvaluable { id: finding.id.clone(), missing });
                }
            }
        }
    }
    print_order(&mut judged.fired, questionnaire, facts.scoring.print.foundations);
    judged.fired.extend(dont_know(facts, questionnaire));
    judged
}

fn fired(facts: &Facts<'_>, judge: &Judge<'_>, finding: &Finding, areas: &[AreaEvaluation]) -> FindingEvaluation {
    let scoring = facts.scoring;
    let area = finding.area.as_ref().and_then(|id| areas.iter().find(|area| area.id == *id));
    let effort_class = effort_class(scoring, finding.midpoint_hours());
    let pain = facts
        .leaves(finding.when.names.iter().map(String::as_str))
        .into_iter()
        .any(|id| facts.questions.get(id).and_then(|fact| fact.answer).is_some_and(|answer| answer.pain));
    let factors = PriorityFactors {
        severity: f64::from(finding.severity),
        weight: area.map_or(scoring.goal_weight, |area| area.weight) / scoring.weight_unit,
        gap: 1.0 + area.map_or(0.0, |area| area.gap) / 100.0,
        confidence: area.and_then(|area| area.confidence).unwrap_or(scoring.default_confidence),
        effort_class,
        pain: if pain { scoring.pain_factor } else { 1.0 },
    };
    FindingEvaluation {
        id: finding.id.clone(),
        area: finding.area.clone(),
        severity: finding.severity,
        priority: Some(factors.product()),
        factors: Some(factors),
        label: label(scoring, effort_class, finding.severity),
        names: judge.names(finding.names.as_ref()),
        p: match facts.metrics.get(finding.p.as_str()).and_then(|fact| fact.result.get()).map(|result| &result.value) {
            Some(Some(MetricValue::Text(which))) => which.clone(),
            _ => finding.p.clone(),
        },
        foundation: finding.foundation,
        pain,
        names_in_condition: finding.when.names.clone(),
        dont_know: None,
    }
}

impl PriorityFactors {
    /// The priority they make.
    pub fn product(&self) -> f64 {
        self.severity * self.weight * self.gap * self.confidence / f64::from(self.effort_class) * self.pain
    }
}

pub(super) fn effort_class(scoring: &Scoring, hours: f64) -> u8 {
    let above = scoring.effort_limits.iter().filter(|limit| hours > **limit).count();
    // There are three limits.
    1 + above as u8
}

fn label(scoring: &Scoring, effort_class: u8, severity: u8) -> Label {
    if effort_class <= scoring.quick_win.0 && severity >= scoring.quick_win.1 {
        Label::QuickWin
    } else if effort_class >= scoring.big_bet.0 && severity >= scoring.big_bet.1 {
        Label::BigBet
    } else {
        Label::Later
    }
}

/// By priority, then severity, fewer hours, id; then up to `foundations` foundations are moved to the front.
fn print_order(fired: &mut Vec<FindingEvaluation>, questionnaire: &Questionnaire, foundations: usize) {
    let hours = |id: &str| questionnaire.finding(id).map_or(0.0, Finding::midpoint_hours);
    let rounded = |one: &FindingEvaluation| one.priority.map_or(0, |priority| (priority * 1e9).round() as i64);
    fired.sort_by(|a, b| {
        rounded(b)
            .cmp(&rounded(a))
            .then(b.severity.cmp(&a.severity))
            .then(hours(&a.id).partial_cmp(&hours(&b.id)).unwrap_or(Ordering::Equal))
            .then(a.id.cmp(&b.id))
    });
    let mut first = Vec::new();
    let mut rest = Vec::new();
    for one in fired.drain(..) {
        if one.foundation && first.len() < foundations { first.push(one) } else { rest.push(one) }
    }
    first.extend(rest);
    *fired = first;
}

/// Questions that are unknown, where that is a finding and no finding of the questionnaire asks for it.
fn dont_know(facts: &Facts<'_>, questionnaire: &Questionnaire) -> Vec<FindingEvaluation> {
    let is_unknown = |id: &str| match facts.standing(id) {
        Standing::Unknown => true,
        Standing::Answered => {
            facts.questions.get(id).is_some_and(|fact| fact.question.is_table())
                && facts.table(id).is_some_and(|table| table.has_unknown())
        }
        _ => false,
    };
    questionnaire
        .questions
        .iter()
        .filter(|question| question.flags.unknown_is_finding && is_unknown(&question.id))
        .filter(|question| !questionnaire.findings.iter().any(|one| one.when.asks_whether_unknown(&question.id)))
        .map(|question| FindingEvaluation {
            id: format!("DK_{}", question.id),
            area: Some(question.area.clone()),
            severity: 1,
            priority: None,
            factors: None,
            label: Label::Later,
            names: Vec::new(),
            p: String::new(),
            foundation: false,
            pain: false,
            names_in_condition: vec![question.id.clone()],
            dont_know: Some(question.id.clone()),
        })
        .collect()
}
