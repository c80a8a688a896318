//! How much the answer to each open question could move the overall score (rulings.md 16).

use std::collections::HashMap;

use super::facts::Facts;
use super::{ItemState, NextQuestion, QuestionnaireEvaluation, Standing};

/// Open questions that feed the score, the widest swing first, equal ones in the order of the conversation.
///
/// The swing is in points of the overall score: 100 × share of the area in the overall × share of the item in its area ÷
/// number of the item's missing inputs, summed over the items the question feeds.
pub fn next_questions(facts: &Facts<'_>, questionnaires: &[QuestionnaireEvaluation]) -> Vec<NextQuestion> {
    let mut swings: HashMap<&str, f64> = HashMap::new();
    for questionnaire in questionnaires {
        let applicable = || questionnaire.areas.iter().filter(|area| area.applicable);
        let total: f64 = applicable().map(|area| area.weight).sum();
        let of_areas = applicable().map(|area| (area.weight / total, area.items.as_slice()));
        for (share, items) in of_areas.chain([(1.0, questionnaire.items.as_slice())]) {
            let items = || items.iter().filter(|item| item.state != ItemState::NotApplicable);
            let of_area: f64 = items().map(|item| item.weight).sum();
            for item in items().filter(|item| item.points.is_none()) {
                let missing: Vec<&str> = match questionnaire.metric(&item.id) {
                    Some(metric) => metric.missing.iter().map(String::as_str).collect(),
                    None => vec![item.id.as_str()],
                };
                let swing = 100.0 * share * item.weight / of_area / missing.len().max(1) as f64;
                for id in missing.into_iter().filter(|id| facts.standing(id) == Standing::Open) {
                    *swings.entry(id).or_default() += swing;
                }
            }
        }
    }
    let place = |id: &str| facts.questions.get(id).map_or(usize::MAX, |fact| fact.place);
    let mut sorted: Vec<_> = swings.into_iter().collect();
    sorted.sort_by(|a, b| {
        let rounded = |swing: f64| (swing * 1e9).round() as i64;
        rounded(b.1).cmp(&rounded(a.1)).then(place(a.0).cmp(&place(b.0)))
    });
    sorted.into_iter().map(|(id, swing)| NextQuestion { id: id.to_owned(), swing }).collect()
}
