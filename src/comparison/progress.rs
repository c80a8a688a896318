//! How far each goal has come: (now − baseline) ÷ (target − baseline) (domain.md 6.6).

use jiff::civil::Date;

use super::season::days_between;
use super::{GoalProgress, LoweredTarget, ProgressWord, Side};
use crate::assessment::{Assessment, Goal, GoalStatus};
use crate::evaluation::{GoalEvaluation, evaluate};
use crate::questionnaire::{Better, Comparing, GoalMetric};

/// Days of a quarter, for lags.
const QUARTER: f64 = 91.0;

/// The progress of the goals that were agreed: those of the later assessment, then those only the earlier one has.
pub(super) fn compare(earlier: Side<'_>, later: Side<'_>) -> Vec<GoalProgress> {
    let was_agreed = |goal: &&Goal| !matches!(goal.status, GoalStatus::Draft | GoalStatus::Proposed);
    let mut goals: Vec<(&Goal, Option<usize>)> =
        later.assessment.goals.iter().enumerate().map(|(at, goal)| (goal, Some(at))).collect();
    let left = earlier.assessment.goals.iter().filter(|goal| {
        goal.status == GoalStatus::Agreed && !later.assessment.goals.iter().any(|other| is_same(goal, other))
    });
    goals.extend(left.map(|goal| (goal, None)));
    goals.retain(|(goal, _)| was_agreed(goal));
    let drafts: Vec<Goal> = goals.iter().map(|(goal, _)| as_draft(goal)).collect();
    let (before, now) = (standings(earlier, &drafts), standings(later, &drafts));
    let mut progress = Vec::new();
    for (at, (goal, index)) in goals.into_iter().enumerate() {
        progress.push(progress_of(earlier, later, goal, index, before.get(at), now.get(at)));
    }
    progress
}

/// Whether two entries are one goal, carried from one file to the next.
fn is_same(one: &Goal, other: &Goal) -> bool {
    let same_day = match (one.agreed, other.agreed) {
        (Some(one), Some(other)) => one == other,
        _ => one.deadline == other.deadline,
    };
    one.metric == other.metric && same_day
}

/// The goal without what was frozen, so that evaluating it says where its metric stands.
fn as_draft(goal: &Goal) -> Goal {
    Goal {
        metric: goal.metric.clone(),
        wanted: goal.wanted,
        deadline: goal.deadline,
        owner: goal.owner.clone(),
        owner_is_new: goal.owner_is_new,
        search_content: goal.search_content,
        ..Goal::default()
    }
}

/// Whether the metric is counted the same way both times: by the same version of its questionnaire.
fn is_comparable(earlier: Side<'_>, later: Side<'_>, metric: &str) -> bool {
    let version = |side: Side<'_>| {
        let mut all = side.selection.questionnaires.iter();
        all.find(|one| one.goals.metrics.iter().any(|other| other.id == metric)).map(|one| one.reference())
    };
    version(earlier) == version(later)
}

fn standings(side: Side<'_>, drafts: &[Goal]) -> Vec<GoalEvaluation> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let mut assessment: Assessment = side.assessment.clone();
    assessment.set_goals(drafts.to_vec());
    evaluate(side.selection, &assessment).goals
}

fn progress_of(
    earlier: Side<'_>,
    later: Side<'_>,
    goal: &Goal,
    index: Option<usize>,
    before: Option<&GoalEvaluation>,
    now: Option<&GoalEvaluation>,
) -> GoalProgress {
    let comparing = &later.selection.assumptions.comparing;
    let metric = later.selection.goal_metric(&goal.metric).or_else(|| earlier.selection.goal_metric(&goal.metric));
    let then = earlier.assessment.goals.iter().find(|other| is_same(goal, other));
    let (first, last) = (earlier.assessment.date, later.assessment.date);
    let closed = goal.status == GoalStatus::Closed;
    let agreed = goal.agreed.unwrap_or(first);
    let baseline = goal.baseline.or_else(|| before.filter(|_| agreed == first).and_then(|one| one.baseline));
    let target = goal.target(lower_is_better(metric));
    let comparable = is_comparable(earlier, later, &goal.metric);
    let value = if closed { goal.actual } else { now.filter(|_| comparable).and_then(|one| one.baseline) };
    let before = before.filter(|_| agreed <= first).and_then(|one| one.baseline);
    let lag = now.map_or(0.0, |goal| goal.lag);
    let word = |value: Option<f64>, on: Date| match share(baseline, target, value) {
        Some(_) if !closed && is_too_early(agreed, on, lag) => ProgressWord::TooEarly,
        Some(share) => called(comparing, share),
        None => ProgressWord::NotKnown,
    };
    let standing = match goal.status {
        GoalStatus::Abandoned => ProgressWord::Abandoned,
        _ => word(value, last),
    };
    let was_stalled = agreed < first && is_stuck(word(before, first));
    GoalProgress {
        metric: goal.metric.clone(),
        index,
        owner: goal.owner.clone(),
        deadline: goal.deadline,
        is_due: goal.status == GoalStatus::Agreed && goal.deadline.is_some_and(|deadline| deadline <= last),
        is_closed: !goal.status.is_open(),
        baseline,
        target,
        before,
        now: value,
        share: share(baseline, target, value),
        standing,
        change_tactic: goal.status == GoalStatus::Agreed && was_stalled && is_stuck(standing),
        lowered: then.and_then(|then| lowered(then, goal, metric)),
    }
}

fn share(baseline: Option<f64>, target: Option<f64>, value: Option<f64>) -> Option<f64> {
    let (baseline, target, value) = (baseline?, target?, value?);
    let share = (value - baseline) / (target - baseline);
    share.is_finite().then_some(share)
}

fn called(comparing: &Comparing, share: f64) -> ProgressWord {
    // 0.1 + 0.2 must reach 0.3
    match share + 1e-9 {
        share if share >= 1.0 => ProgressWord::Reached,
        share if share >= comparing.on_track => ProgressWord::OnTrack,
        share if share >= comparing.behind => ProgressWord::Behind,
        share if share >= 0.0 => ProgressWord::Stalled,
        _ => ProgressWord::Worse,
    }
}

fn is_stuck(word: ProgressWord) -> bool {
    matches!(word, ProgressWord::Stalled | ProgressWord::Worse)
}

fn is_too_early(agreed: Date, on: Date, lag: f64) -> bool {
    (days_between(agreed, on) as f64) < lag * QUARTER
}

fn lowered(then: &Goal, now: &Goal, metric: Option<&GoalMetric>) -> Option<LoweredTarget> {
    let lower = lower_is_better(metric);
    let (from, to) = (then.target(lower)?, now.target(lower)?);
    let has_reason = !now.reason.trim().is_empty();
    now.is_easier_than(then, lower).then_some(LoweredTarget { from, to, has_reason })
}

fn lower_is_better(metric: Option<&GoalMetric>) -> bool {
    metric.is_some_and(|metric| metric.better == Better::Lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    #[test]
    fn progress_has_a_word_for_every_share() {
        let comparing = Library::builtin().assumptions.comparing;
        for (now, word) in [
            (50.0, ProgressWord::Reached),
            (46.0, ProgressWord::Reached),
            (45.9, ProgressWord::OnTrack),
            (44.2, ProgressWord::OnTrack),
            (44.1, ProgressWord::Behind),
            (41.8, ProgressWord::Behind),
            (41.7, ProgressWord::Stalled),
            (40.0, ProgressWord::Stalled),
            (39.9, ProgressWord::Worse),
        ] {
            let share = share(Some(40.0), Some(46.0), Some(now)).unwrap();
            assert_eq!(called(&comparing, share), word, "{now}");
        }
        // a reply time gets better downwards
        assert_eq!(share(Some(30.0), Some(24.0), Some(27.0)), Some(0.5));
        assert_eq!(share(Some(30.0), Some(30.0), Some(27.0)), None);
        assert_eq!(share(None, Some(30.0), Some(27.0)), None);
    }
}
