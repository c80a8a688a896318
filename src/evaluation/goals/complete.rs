//! What follows the findings: which actions serve a goal, when a standard holds, and the plan.

use std::cmp::Ordering;

use super::plan::{Action, plan, reserved};
use super::{GoalEvaluation, GoalKind, OptionEvaluation, Outlook, PlanEvaluation};
use crate::assessment::{Assessment, GoalStatus};
use crate::evaluation::{Evaluation, FindingEvaluation, QuestionnaireEvaluation};
use crate::questionnaire::{Finding, Selection};

/// Days a month of the plan is taken to be.
const DAYS_OF_A_MONTH: u32 = 30;

impl Outlook {
    /// Links the goals with the findings that fired, and lays the actions into the plan.
    pub fn complete(
        &mut self,
        selection: &Selection,
        assessment: &Assessment,
        questionnaires: &[QuestionnaireEvaluation],
    ) {
        let fired = by_urgency(selection, questionnaires);
        for goal in &mut self.goals {
            let Some(metric) = selection.goal_metric(&goal.metric) else { continue };
            let serves = |one: &&(&FindingEvaluation, &Finding)| {
                one.0.area.as_ref().is_some_and(|area| metric.areas.contains(area))
            };
            goal.findings = fired.iter().filter(serves).map(|(one, _)| one.id.clone()).collect();
        }
        let actions = actions(&self.goals, &fired);
        let tactics = self.options.iter().find(|option| option.chosen).map_or(0, |option| option.tactics);
        let kept = kept(selection, self.hours, tactics);
        self.plan = plan(self.hours, kept, &actions, &assessment.moved);
        self.date_standards(&fired, kept);
    }

    /// From which day on each standard holds: as long as its action takes to show, and later when its hours come later.
    fn date_standards(&mut self, fired: &[(&FindingEvaluation, &Finding)], kept: f64) {
        let monthly = self.hours.map_or(0.0, |hours| (hours - kept).max(0.0));
        for goal in &mut self.goals {
            let agreed = goal.status == GoalStatus::Agreed;
            let Some(standard) = &mut goal.standard else { continue };
            let action = fired.iter().find(|(one, _)| Some(&one.id) == standard.finding.as_ref());
            let Some((_, finding)) = action else {
                standard.finding = None;
                continue;
            };
            standard.hours = finding.midpoint_hours();
            let of_action = |month: &&super::PlanMonth| month.actions.iter().any(|one| one.finding == finding.id);
            let planned = self.plan.months.iter().rev().find(of_action).map(|month| u32::from(month.month));
            let month = match planned.filter(|_| agreed) {
                Some(month) => Some(month),
                None if agreed => None,
                // not agreed yet: as if its action came first
                None => months_for(standard.hours, monthly),
            };
            standard.fits = month.is_some();
            let late = month.map_or(self.plan.months.len() as u32, |month| month.saturating_sub(1));
            standard.day = finding.days + DAYS_OF_A_MONTH * late;
        }
    }
}

/// The plan as it would be if the client chose an option: what its activities leave of the hours goes to the actions.
pub fn plan_with(
    selection: &Selection,
    assessment: &Assessment,
    evaluation: &Evaluation,
    option: &OptionEvaluation,
) -> PlanEvaluation {
    let fired = by_urgency(selection, &evaluation.questionnaires);
    let hours = evaluation.plan.hours;
    plan(hours, kept(selection, hours, option.tactics), &actions(&evaluation.goals, &fired), &assessment.moved)
}

/// Hours a month kept for the activities of an option.
fn kept(selection: &Selection, hours: Option<f64>, tactics: u32) -> f64 {
    let numbers = &selection.assumptions.goals;
    hours.map_or(0.0, |hours| reserved(hours, tactics, numbers.hours_per_tactic, numbers.reserved_share))
}

/// What could be done, and which of it an agreed standard rests on.
fn actions(goals: &[GoalEvaluation], fired: &[(&FindingEvaluation, &Finding)]) -> Vec<Action> {
    let agreed = goals.iter().filter(|goal| goal.status == GoalStatus::Agreed && goal.kind == GoalKind::Standard);
    let standards: Vec<&String> = agreed.filter_map(|goal| goal.standard.as_ref()?.finding.as_ref()).collect();
    let action = |(one, finding): &(&FindingEvaluation, &Finding)| Action {
        finding: one.id.clone(),
        hours: finding.midpoint_hours(),
        standard: standards.contains(&&one.id),
    };
    fired.iter().map(action).collect()
}

/// Months an action takes when it comes first; nothing when it is longer than the plan.
fn months_for(hours: f64, monthly: f64) -> Option<u32> {
    let months = ((hours - 1e-9) / monthly).ceil().max(1.0);
    (monthly > 0.0 && months <= 3.0).then_some(months as u32)
}

/// Fired findings with an action, the most urgent first, of all questionnaires together (rulings.md 10).
fn by_urgency<'a>(
    selection: &'a Selection,
    questionnaires: &'a [QuestionnaireEvaluation],
) -> Vec<(&'a FindingEvaluation, &'a Finding)> {
    let fired = questionnaires.iter().flat_map(|one| &one.findings).filter(|one| one.priority.is_some());
    let mut fired: Vec<_> = fired.filter_map(|one| Some((one, selection.finding(&one.id)?))).collect();
    let rounded = |one: &FindingEvaluation| (one.priority.unwrap_or(0.0) * 1e9).round() as i64;
    fired.sort_by(|(a, first), (b, second)| {
        let hours = first.midpoint_hours().partial_cmp(&second.midpoint_hours()).unwrap_or(Ordering::Equal);
        rounded(b).cmp(&rounded(a)).then(b.severity.cmp(&a.severity)).then(hours).then(a.id.cmp(&b.id))
    });
    fired
}
