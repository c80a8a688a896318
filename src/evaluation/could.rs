//! What the answer to an open question could change beyond the range: the band, and which findings come first.
//!
//! Both err on the side of "could": an item may come to any points its answer allows, and a finding that cannot be judged
//! yet counts with the highest priority it can reach.

use super::facts::Facts;
use super::findings::effort_class;
use super::overall::band_of;
use super::rounding::at_least;
use super::{AreaEvaluation, ItemEvaluation, ItemState, QuestionnaireEvaluation, Standing};
use crate::questionnaire::{Finding, Kind, Questionnaire};

/// How many findings a reader takes in: the first page names three.
const FIRST: usize = 3;

/// The sums a group's score and coverage are made of.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    weight: f64,
    points: f64,
    answered: f64,
    covered: f64,
    total: f64,
}

/// What a questionnaire scores, group by group, summed up so that a single item can be put in.
pub(super) struct Sums<'a> {
    questionnaire: &'a Questionnaire,
    evaluation: &'a QuestionnaireEvaluation,
    groups: Vec<Sum>,
}

/// The groups of items a score is made of and the share of each: the areas that apply, or all items as one group where
/// they make the score themselves.
pub(super) fn groups(evaluation: &QuestionnaireEvaluation) -> Vec<(f64, &[ItemEvaluation])> {
    if !evaluation.items.is_empty() {
        return vec![(1.0, &evaluation.items)];
    }
    let applicable = || evaluation.areas.iter().filter(|area| area.applicable);
    let total: f64 = applicable().map(|area| area.weight).sum();
    applicable().map(|area| (area.weight / total, area.items.as_slice())).collect()
}

/// An item: its group and its place in it.
pub(super) type Place = (usize, usize);

impl<'a> Sums<'a> {
    /// Sums one questionnaire up.
    pub(super) fn of(questionnaire: &'a Questionnaire, evaluation: &'a QuestionnaireEvaluation) -> Self {
        let groups = groups(evaluation).into_iter().map(|(weight, items)| {
            let mut sum = Sum { weight, ..Sum::default() };
            for item in items.iter().filter(|item| item.state != ItemState::NotApplicable) {
                sum.total += item.weight;
                sum.covered += item.weight * item.share;
                if let Some(points) = item.points {
                    sum.points += item.weight * points;
                    sum.answered += item.weight;
                }
            }
            sum
        });
        Self { questionnaire, evaluation, groups: groups.collect() }
    }

    /// Whether these items, once they are answered, could put the score into another band, or into one at all.
    pub(super) fn could_change_band(&self, facts: &Facts<'_>, items: &[Place]) -> bool {
        let ends = [false, true].map(|high| self.band_with(facts, items, high));
        ends.iter().any(|band| *band != self.evaluation.overall.band.as_deref())
    }

    fn band_with(&self, facts: &Facts<'_>, items: &[Place], high: bool) -> Option<&str> {
        let scoring = facts.scoring;
        let (of_group, of_all) = match self.evaluation.items.is_empty() {
            true => (scoring.area_coverage, scoring.overall_coverage),
            false => (scoring.items_coverage, scoring.items_coverage),
        };
        let mut sums = self.groups.clone();
        let groups = groups(self.evaluation);
        for &(group, item) in items {
            let item = &groups[group].1[item];
            let (low, most) = self.extremes(&item.id);
            let sum = &mut sums[group];
            sum.points += item.weight * if high { most } else { low };
            sum.answered += item.weight;
            sum.covered += item.weight * (1.0 - item.share);
        }
        let (mut total, mut covered, mut weights, mut score) = (0.0, 0.0, 0.0, 0.0);
        for sum in sums.iter().filter(|sum| sum.total > 0.0) {
            let coverage = sum.covered / sum.total;
            total += sum.weight;
            covered += sum.weight * coverage;
            if sum.answered > 0.0 && at_least(100.0 * coverage, of_group) {
                weights += sum.weight;
                score += sum.weight * sum.points / sum.answered;
            }
        }
        let enough = weights > 0.0 && at_least(100.0 * covered / total, of_all);
        let band = enough.then(|| band_of(&self.questionnaire.bands, score / weights)).flatten();
        band.map(|band| band.id.as_str())
    }

    /// The least and most points an item can come to.
    fn extremes(&self, item: &str) -> (f64, f64) {
        let choices = match self.questionnaire.question(item).map(|question| &question.kind) {
            Some(Kind::One(choices)) => choices,
            _ => return (0.0, 100.0),
        };
        let points = || choices.iter().filter_map(|choice| choice.points);
        (points().fold(100.0, f64::min), points().fold(0.0, f64::max))
    }
}

/// Findings that are not settled and could come among the first three, each with the open questions it waits for.
pub(super) fn leading<'a>(
    facts: &Facts<'_>,
    questionnaire: &'a Questionnaire,
    evaluation: &'a QuestionnaireEvaluation,
) -> Vec<(&'a str, Vec<&'a str>)> {
    let is_open = |id: &&str| facts.questions.contains_key(id) && facts.standing(id) == Standing::Open;
    let waiting = questionnaire.findings.iter().filter_map(|finding| {
        let unsettled = evaluation.not_evaluable.iter().find(|one| one.id == finding.id);
        let asked: Vec<&str> = match unsettled {
            Some(one) => one.missing.iter().map(String::as_str).filter(is_open).collect(),
            None if evaluation.finding(&finding.id).is_some() => Vec::new(),
            // "I don't know" would make it true.
            None => {
                let names = finding.when.names.iter().map(String::as_str);
                names.filter(is_open).filter(|id| finding.when.asks_whether_unknown(id)).collect()
            }
        };
        (!asked.is_empty() && could_lead(facts, finding, evaluation)).then_some((finding.id.as_str(), asked))
    });
    waiting.collect()
}

/// Whether a finding, were it to fire with the highest priority it can reach, would be among the first three printed.
fn could_lead(facts: &Facts<'_>, finding: &Finding, evaluation: &QuestionnaireEvaluation) -> bool {
    let printed: Vec<_> = evaluation.findings.iter().filter(|one| one.priority.is_some()).collect();
    if printed.len() < FIRST {
        return true;
    }
    let foundations = printed.iter().take_while(|one| one.foundation).count();
    let rival = match finding.foundation {
        true if foundations < FIRST.min(facts.scoring.print.foundations) => return true,
        false if foundations >= FIRST => return false,
        _ => printed[FIRST - 1],
    };
    let area = finding.area.as_ref().and_then(|id| evaluation.area(id));
    rival.priority.is_none_or(|priority| highest_priority(facts, finding, area) >= priority)
}

/// The most a finding's priority can become: the area as weak and as well known as it can still turn out, and painful.
fn highest_priority(facts: &Facts<'_>, finding: &Finding, area: Option<&AreaEvaluation>) -> f64 {
    let scoring = facts.scoring;
    let gap = area.map_or(0.0, |area| {
        let wanted = area.wanted.unwrap_or(scoring.default_wanted);
        area.gap.max(wanted - area.low.unwrap_or(0.0))
    });
    let confidence = area.map_or(scoring.default_confidence, |area| {
        let open = 1.0 - area.coverage.unwrap_or(1.0);
        area.confidence.map_or(1.0, |confidence| (confidence + open).min(1.0))
    });
    let weight = area.map_or(scoring.goal_weight, |area| area.weight) / scoring.weight_unit;
    let effort = f64::from(effort_class(scoring, finding.midpoint_hours()));
    f64::from(finding.severity) * weight * (1.0 + gap / 100.0) * confidence / effort * scoring.pain_factor
}
