//! Which three gaps the first page names (domain.md 7).

use std::cmp::Ordering;

use crate::evaluation::{FindingEvaluation, QuestionnaireEvaluation};
use crate::questionnaire::Questionnaire;

/// Chooses up to three findings: one that hurts or blocks the goal, one of the weakest area, one foundation.
///
/// (a) The highest-priority finding resting on an answer with a pain flag, else one in the areas of the goal's number,
/// else any. (b) The highest-priority finding of the lowest printed area. (c) The highest-priority foundation. All in
/// different areas where that is possible.
pub(crate) fn key_gaps<'a>(
    questionnaire: &Questionnaire,
    evaluation: &'a QuestionnaireEvaluation,
    goal_areas: &[String],
    allowed: impl Fn(&FindingEvaluation) -> bool,
) -> Vec<&'a FindingEvaluation> {
    let mut candidates: Vec<_> =
        evaluation.findings.iter().filter(|finding| finding.priority.is_some() && allowed(finding)).collect();
    candidates.sort_by(|a, b| by_priority(questionnaire, a, b));

    let in_goal = |finding: &&&FindingEvaluation| finding.area.as_ref().is_some_and(|area| goal_areas.contains(area));
    let mut chosen: Vec<&FindingEvaluation> = Vec::with_capacity(3);
    let first = candidates.iter().find(|finding| finding.pain).or_else(|| candidates.iter().find(in_goal));
    chosen.extend(first.or(candidates.first()).copied());

    let lowest = lowest_first(evaluation);
    let of_area = |area: &str, chosen: &[&FindingEvaluation]| {
        let fits = |finding: &&&FindingEvaluation| finding.area.as_deref() == Some(area) && !has(chosen, finding);
        candidates.iter().find(fits).copied()
    };
    let second = lowest
        .iter()
        .filter(|area| !takes(&chosen, Some(area)))
        .find_map(|area| of_area(area, &chosen))
        .or_else(|| lowest.iter().find_map(|area| of_area(area, &chosen)));
    chosen.extend(second);

    let foundations = || candidates.iter().filter(|finding| finding.foundation && !has(&chosen, finding));
    let third = foundations().find(|finding| !takes(&chosen, finding.area.as_deref())).or_else(|| foundations().next());
    let third = third.copied();
    chosen.extend(third);
    chosen
}

/// Areas whose score is printed, the lowest first; equal ones in the questionnaire's order.
fn lowest_first(evaluation: &QuestionnaireEvaluation) -> Vec<&str> {
    let mut areas: Vec<_> =
        evaluation.areas.iter().filter(|area| area.printed).filter_map(|area| Some((area.score?, &*area.id))).collect();
    areas.sort_by(|a, b| a.0.total_cmp(&b.0));
    areas.into_iter().map(|(_, id)| id).collect()
}

fn has(chosen: &[&FindingEvaluation], finding: &FindingEvaluation) -> bool {
    chosen.iter().any(|one| one.id == finding.id)
}

fn takes(chosen: &[&FindingEvaluation], area: Option<&str>) -> bool {
    chosen.iter().any(|one| one.area.as_deref() == area)
}

/// Highest priority first; ties as rulings.md 10 settles them.
pub(crate) fn by_priority(questionnaire: &Questionnaire, a: &FindingEvaluation, b: &FindingEvaluation) -> Ordering {
    let rounded = |finding: &FindingEvaluation| (finding.priority.unwrap_or(0.0) * 1e9).round();
    let hours = |finding: &FindingEvaluation| {
        questionnaire.finding(&finding.id).map_or(f64::INFINITY, |one| one.midpoint_hours())
    };
    rounded(b)
        .total_cmp(&rounded(a))
        .then(b.severity.cmp(&a.severity))
        .then(hours(a).total_cmp(&hours(b)))
        .then_with(|| a.id.cmp(&b.id))
}
