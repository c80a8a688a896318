//! Which three gaps the first page names (domain.md 7).

use std::cmp::Ordering;

use crate::evaluation::{FindingEvaluation, QuestionnaireEvaluation};
use crate::questionnaire::{Finding, Questionnaire};

/// Chooses up to three findings: one that hurts or blocks the goal, one of the weakest area, one foundation.
///
/// (a) The highest-priority finding resting on an answer with a pain flag, else one in the areas of the goal's number,
/// else any. (b) The highest-priority finding of the lowest printed area. (c) The highest-priority foundation. All in
/// different areas where that is possible. Several questionnaires are one to choose from: ids of areas and findings are
/// unique across them.
pub(crate) fn key_gaps<'a>(
    of: &[(&Questionnaire, &'a QuestionnaireEvaluation)],
    goal_areas: &[String],
    allowed: impl Fn(&FindingEvaluation) -> bool,
) -> Vec<&'a FindingEvaluation> {
    let mut candidates = Vec::new();
    for (questionnaire, evaluation) in of {
        let fired = evaluation.findings.iter().filter(|finding| finding.priority.is_some() && allowed(finding));
        candidates.extend(fired.map(|fired| (questionnaire.finding(&fired.id), fired)));
    }
    candidates.sort_by(|(a, first), (b, second)| ordered(*a, first, *b, second));
    let candidates: Vec<_> = candidates.into_iter().map(|(_, fired)| fired).collect();

    let in_goal = |finding: &&&FindingEvaluation| finding.area.as_ref().is_some_and(|area| goal_areas.contains(area));
    let mut chosen: Vec<&FindingEvaluation> = Vec::with_capacity(3);
    let first = candidates.iter().find(|finding| finding.pain).or_else(|| candidates.iter().find(in_goal));
    chosen.extend(first.or(candidates.first()).copied());

    let lowest = lowest_first(of);
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

/// Areas whose score is printed, the lowest first; equal ones in the order of the questionnaires.
fn lowest_first<'a>(of: &[(&Questionnaire, &'a QuestionnaireEvaluation)]) -> Vec<&'a str> {
    let all = of.iter().flat_map(|(_, evaluation)| &evaluation.areas);
    let mut areas: Vec<_> = all.filter(|area| area.printed).filter_map(|area| Some((area.score?, &*area.id))).collect();
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
pub(crate) fn by_priority(a: (&Finding, &FindingEvaluation), b: (&Finding, &FindingEvaluation)) -> Ordering {
    ordered(Some(a.0), a.1, Some(b.0), b.1)
}

fn ordered(
    finding_a: Option<&Finding>,
    a: &FindingEvaluation,
    finding_b: Option<&Finding>,
    b: &FindingEvaluation,
) -> Ordering {
    let rounded = |finding: &FindingEvaluation| (finding.priority.unwrap_or(0.0) * 1e9).round();
    let hours = |finding: Option<&Finding>| finding.map_or(f64::INFINITY, Finding::midpoint_hours);
    rounded(b)
        .total_cmp(&rounded(a))
        .then(b.severity.cmp(&a.severity))
        .then(hours(finding_a).total_cmp(&hours(finding_b)))
        .then_with(|| a.id.cmp(&b.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{AreaEvaluation, ConfidenceWord, Label, Overall};
    use crate::questionnaire::Library;

    fn finding(id: &str, area: &str, priority: f64) -> FindingEvaluation {
        FindingEvaluation {
            id: id.to_owned(),
            area: Some(area.to_owned()),
            severity: 2,
            priority: Some(priority),
            factors: None,
            label: Label::Later,
            names: Vec::new(),
            p: String::new(),
            foundation: false,
            pain: false,
            names_in_condition: Vec::new(),
            dont_know: None,
        }
    }

    fn area(id: &str, score: f64) -> AreaEvaluation {
        AreaEvaluation {
            id: id.to_owned(),
            weight: 10.0,
            score: Some(score),
            applicable: true,
            printed: true,
            low: None,
            high: None,
            coverage: Some(1.0),
            confidence: Some(0.8),
            wanted: None,
            gap: 0.0,
            gap_class: None,
            items: Vec::new(),
        }
    }

    fn chosen(findings: Vec<FindingEvaluation>, areas: Vec<AreaEvaluation>, goal: &[&str]) -> Vec<String> {
        let library = Library::builtin();
        let questionnaire = library.newest("gap-analysis").unwrap();
        let overall = Overall {
            score: None,
            band: None,
            low: None,
            high: None,
            coverage: 1.0,
            confidence: 1.0,
            confidence_word: ConfidenceWord::High,
            equal_weight_score: None,
            band_depends_on_weights: false,
        };
        let evaluation = QuestionnaireEvaluation {
            id: "gap-analysis".to_owned(),
            version: String::new(),
            overall,
            areas,
            items: Vec::new(),
            lowest: Vec::new(),
            metrics: Vec::new(),
            strengths: Vec::new(),
            findings,
            not_evaluable: Vec::new(),
            consistency: Vec::new(),
            suggested_next: None,
        };
        let goal: Vec<_> = goal.iter().map(|area| (*area).to_owned()).collect();
        key_gaps(&[(questionnaire, &evaluation)], &goal, |_| true).iter().map(|one| one.id.clone()).collect()
    }

    #[test]
    fn pain_then_the_weakest_area_then_a_foundation() {
        let findings = || {
            vec![
                FindingEvaluation { foundation: true, ..finding("F1", "measurement", 4.0) },
                FindingEvaluation { pain: true, ..finding("P1", "retention", 3.0) },
                finding("H1", "strategy", 6.0),
                finding("A1", "alignment", 2.0),
                FindingEvaluation { foundation: true, ..finding("F2", "alignment", 1.0) },
            ]
        };
        let areas = |retention, alignment, strategy| {
            vec![area("retention", retention), area("alignment", alignment), area("strategy", strategy)]
        };
        // The weakest area is taken by the pain, so the next lowest speaks.
        assert_eq!(chosen(findings(), areas(19.0, 28.0, 37.0), &[]), ["P1", "A1", "F1"]);
        assert_eq!(chosen(findings(), areas(40.0, 28.0, 20.0), &[]), ["P1", "H1", "F1"]);
        // Without pain the goal's areas come first, and without a goal any.
        let calm = |goal: &[&str]| {
            let calm = findings().into_iter().map(|one| FindingEvaluation { pain: false, ..one }).collect();
            chosen(calm, areas(40.0, 28.0, 20.0), goal)
        };
        assert_eq!(calm(&["alignment"]), ["A1", "H1", "F1"]);
        assert_eq!(calm(&[]), ["H1", "A1", "F1"]);
        assert_eq!(calm(&["audience"]), ["H1", "A1", "F1"]);
    }

    #[test]
    fn an_area_is_named_twice_only_where_nothing_else_is_left() {
        let one_area = vec![finding("A", "content", 3.0), finding("B", "content", 2.0)];
        assert_eq!(chosen(one_area, vec![area("content", 10.0)], &[]), ["A", "B"]);
        let taken = vec![
            FindingEvaluation { pain: true, foundation: true, ..finding("A", "content", 3.0) },
            FindingEvaluation { foundation: true, ..finding("B", "content", 2.0) },
        ];
        assert_eq!(chosen(taken, Vec::new(), &[]), ["A", "B"]);
        assert_eq!(chosen(Vec::new(), Vec::new(), &[]), Vec::<String>::new());
    }
}
