//! How much the answer to each open question could move the overall score (rulings.md 16), and what else it could change.

use std::collections::HashMap;

use super::could::{self, Place, Sums, groups};
use super::facts::Facts;
use super::{ItemState, NextQuestion, QuestionnaireEvaluation, Standing};
use crate::questionnaire::Selection;

/// What is known of one open question.
#[derive(Default)]
struct Stake {
    swing: f64,
    /// The questionnaire, and the items of it that wait for this question alone.
    alone: Vec<(usize, Place)>,
    findings: Vec<String>,
}

/// Open questions that feed the score, the widest swing first, equal ones in the order of the conversation; then those
/// that feed no score and could bring a finding among the first three.
///
/// The swing is in points of the overall score: 100 × share of the area in the overall × share of the item in its area ÷
/// number of the item's missing inputs, summed over the items the question feeds.
pub fn next_questions(
    facts: &Facts<'_>,
    selection: &Selection,
    evaluations: &[QuestionnaireEvaluation],
) -> Vec<NextQuestion> {
    let mut stakes: HashMap<&str, Stake> = HashMap::new();
    for (at, evaluation) in evaluations.iter().enumerate() {
        add_swings(facts, at, evaluation, &mut stakes);
    }
    let pairs = selection.questionnaires.iter().zip(evaluations);
    let sums: Vec<Sums<'_>> = pairs.clone().map(|(model, evaluation)| Sums::of(model, evaluation)).collect();
    for (model, evaluation) in pairs {
        for (finding, questions) in could::leading(facts, model, evaluation) {
            for question in questions {
                stakes.entry(question).or_default().findings.push(finding.to_owned());
            }
        }
    }
    let place = |id: &str| facts.questions.get(id).map_or(usize::MAX, |fact| fact.place);
    let mut sorted: Vec<_> = stakes.into_iter().collect();
    sorted.sort_by(|a, b| {
        let rounded = |stake: &Stake| (stake.swing * 1e9).round() as i64;
        rounded(&b.1).cmp(&rounded(&a.1)).then(place(a.0).cmp(&place(b.0)))
    });
    let next = sorted.into_iter().map(|(id, stake)| NextQuestion {
        id: id.to_owned(),
        swing: stake.swing,
        band: sums.iter().enumerate().any(|(at, sums)| {
            let items: Vec<Place> = stake.alone.iter().filter(|(of, _)| *of == at).map(|(_, item)| *item).collect();
            !items.is_empty() && sums.could_change_band(facts, &items)
        }),
        findings: stake.findings,
    });
    next.collect()
}

fn add_swings<'a>(
    facts: &Facts<'_>,
    at: usize,
    evaluation: &'a QuestionnaireEvaluation,
    stakes: &mut HashMap<&'a str, Stake>,
) {
    for (group_at, (share, items)) in groups(evaluation).into_iter().enumerate() {
        let items = || items.iter().enumerate().filter(|(_, item)| item.state != ItemState::NotApplicable);
        let of_group: f64 = items().map(|(_, item)| item.weight).sum();
        for (item_at, item) in items().filter(|(_, item)| item.points.is_none()) {
            let missing: Vec<&str> = match evaluation.metric(&item.id) {
                Some(metric) => metric.missing.iter().map(String::as_str).collect(),
                None => vec![item.id.as_str()],
            };
            let swing = 100.0 * share * item.weight / of_group / missing.len().max(1) as f64;
            for id in missing.iter().filter(|id| facts.standing(id) == Standing::Open) {
                let stake = stakes.entry(id).or_default();
                stake.swing += swing;
                if missing.len() == 1 {
                    stake.alone.push((at, (group_at, item_at)));
                }
            }
        }
    }
}
