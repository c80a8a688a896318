//! All goals and options of an assessment, before the findings are judged.

use jiff::ToSpan;

use super::goal::{Assumed, Worked, work};
use super::options::{Options, options};
use super::setting::Setting;
use super::{Capacity, Case, GoalEvaluation, OptionEvaluation, PlanEvaluation, Recommendation, TrackRecord, Verdict};
use crate::assessment::{Assessment, Goal, GoalStatus};
use crate::evaluation::AreaEvaluation;
use crate::evaluation::facts::Facts;
use crate::evaluation::judge::Judge;
use crate::questionnaire::Selection;

/// Goals and options as far as they can be told before the findings are known.
pub struct Outlook {
    /// The goals.
    pub goals: Vec<GoalEvaluation>,
    /// The options.
    pub options: Vec<OptionEvaluation>,
    /// Which is recommended.
    pub recommendation: Recommendation,
    /// The plan, once it is [completed](Outlook::complete).
    pub plan: PlanEvaluation,
    /// Spare hours a month, released ones included.
    pub(super) hours: Option<f64>,
}

impl Outlook {
    /// Forecasts every goal; metrics are settled and area scores known.
    pub fn of(
        selection: &Selection,
        assessment: &Assessment,
        record: &TrackRecord,
        facts: &Facts<'_>,
        judge: &Judge<'_>,
        areas: &[Vec<AreaEvaluation>],
    ) -> Self {
        let setting = Setting::gather(selection, assessment, record, facts, judge, areas);
        let Options { mut list, recommendation, assumed } = options(&setting);
        let option = assumed.and_then(|at| list.get(at)).and_then(|one| Some((one.id.clone(), one.rf?)));
        let assumed = option.as_ref().map(|(id, rf)| Assumed { id, rf: *rf });
        let wish = assessment.goals.is_empty().then(|| wish(&setting)).flatten();
        let mut worked: Vec<Worked> = Vec::new();
        for (index, goal) in assessment.goals.iter().enumerate() {
            worked.push(work(&setting, goal, Some(index), None, assumed));
        }
        worked.extend(wish.map(|(goal, months)| work(&setting, &goal, None, months, assumed)));
        let first = worked.iter().find(|one| one.evaluation.stated.is_open() && one.evaluation.range.is_some());
        for option in &mut list {
            let range = first.zip(option.rf).and_then(|(first, rf)| first.range_with(&setting, rf));
            option.goal = first.map(|first| first.evaluation.metric.clone()).zip(range);
        }
        let hours = setting.hours;
        let goals = worked.into_iter().map(|one| one.evaluation).collect();
        Self { goals, options: list, recommendation, plan: PlanEvaluation::default(), hours }
    }

    /// 1 when the wish of an open goal lies beyond its range, 0 when none does; nothing while none can be compared.
    pub fn wanted_beyond_high(&self) -> Option<f64> {
        let mut verdicts =
            self.goals.iter().filter(|goal| goal.stated.is_open()).filter_map(|goal| goal.verdict).peekable();
        verdicts.peek()?;
        Some(if verdicts.any(|verdict| verdict == Verdict::Beyond) { 1.0 } else { 0.0 })
    }
}

/// The goal that the client's wish comes to, and in how many months.
pub fn wish(setting: &Setting<'_, '_>) -> Option<(Goal, Option<i32>)> {
    let metric = setting.used_word(|uses| &uses.goal_metric)?.to_owned();
    let months = setting.used_number(|uses| &uses.goal_months).map(|months| months.floor() as i32);
    let deadline = months.and_then(|months| setting.assessment.date.checked_add(i64::from(months).months()).ok());
    let wanted = setting.used_number(|uses| &uses.goal_value);
    Some((Goal { metric, wanted, deadline, ..Goal::default() }, months))
}

/// The cases an assessment adds to the record: its closed and abandoned goals, with nothing that names the client.
///
/// A closed goal counts when what was planned for it was noted on agreement; an abandoned one counts as no improvement.
pub fn cases_of(selection: &Selection, assessment: &Assessment) -> Vec<Case> {
    let over = |goal: &&Goal| matches!(goal.status, GoalStatus::Closed | GoalStatus::Abandoned);
    if !assessment.goals.iter().any(|goal| over(&goal)) {
        return Vec::new();
    }
    let facts = Facts::gather(selection, assessment);
    let judge = Judge::over(&facts);
    crate::evaluation::settle(selection, &facts, &judge);
    let record = TrackRecord::default();
    let setting = Setting::gather(selection, assessment, &record, &facts, &judge, &[]);
    let capacity = setting.capacity().unwrap_or(Capacity::Low);
    assessment
        .goals
        .iter()
        .filter(over)
        .filter_map(|goal| {
            let metric = selection.goal_metric(&goal.metric)?;
            let abandoned = goal.status == GoalStatus::Abandoned;
            let (planned, baseline) = (goal.planned?, goal.baseline?);
            let actual = if abandoned { baseline } else { goal.actual? };
            Some(Case {
                class: metric.class,
                model: setting.model.clone(),
                capacity,
                planned,
                actual: actual - baseline,
                hit: !abandoned && goal.base.is_some_and(|base| actual >= base - 1e-9),
                abandoned,
            })
        })
        .collect()
}
