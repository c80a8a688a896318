//! What has become of the goals: how much of the way from the start to the target has been gone (domain.md 6.6).

use serde::Serialize;

use super::Material;
use super::goals::{amount, sentence};
use crate::comparison::{Comparison, GoalProgress, ProgressWord};
use crate::display::sentence_start;
use crate::questionnaire::{GoalMetric, LocalText, NumberSpec, Selection};
use crate::report::charts::ThenNow;

/// The goals that were agreed, then and now.
#[derive(Debug, Serialize)]
pub(super) struct Goals {
    /// One line for each goal.
    rows: Vec<Row>,
    /// What to do where a goal does not move, and where it cannot yet.
    remarks: Vec<String>,
}

/// A goal, then and now.
#[derive(Debug, Serialize)]
struct Row {
    /// The goal.
    title: String,
    /// Where it began, with its unit.
    start: String,
    /// Where it stood then.
    then: String,
    /// Where it stands now.
    now: String,
    /// What was agreed.
    target: String,
    /// How it stands, in words.
    standing: String,
    /// How much of the way has been gone; empty where that cannot be said yet.
    way: String,
    /// Then and now on the way to the target, to be drawn.
    drawn: ThenNow,
    /// The drawing in words.
    spoken: String,
}

/// Builds the table; nothing without goals that were agreed.
///
/// A client reads only of goals whose standing is known: what is missing is the consultant's to find.
pub(super) fn build(material: &Material, comparison: &Comparison, earlier: &Selection) -> Option<Goals> {
    let shown = |goal: &&GoalProgress| material.is_internal() || goal.standing != ProgressWord::NotKnown;
    let goals: Vec<_> = comparison.goals.iter().filter(shown).collect();
    let metric = |goal: &GoalProgress| {
        material.selection.goal_metric(&goal.metric).or_else(|| earlier.goal_metric(&goal.metric))
    };
    let rows: Vec<_> = goals.iter().map(|goal| row(material, goal, metric(goal))).collect();
    let remarks = goals.iter().flat_map(|goal| remarks(material, goal, metric(goal))).collect();
    (!rows.is_empty()).then_some(Goals { rows, remarks })
}

fn row(material: &Material, goal: &GoalProgress, metric: Option<&GoalMetric>) -> Row {
    let words = material.words;
    let title = title(material, goal, metric);
    let value = |value: Option<f64>| value.map(|value| bare(material, metric, value)).unwrap_or_default();
    let (start, then) = (value(goal.baseline), value(goal.before));
    let (now, target) = (value(goal.now), value(goal.target));
    let standing = words.get(&format!("before.standing.{}", goal.standing.id())).to_owned();
    // before an effect can show, a share of the way would say more than is known
    let is_judged = !matches!(goal.standing, ProgressWord::TooEarly | ProgressWord::NotKnown);
    let share = goal.share.filter(|_| is_judged);
    // beyond the goal, how far beyond is no news
    let partly = share.filter(|share| *share < 1.0);
    let start_to_target = goal.baseline.zip(goal.target).filter(|(start, target)| start != target);
    let then_share = goal.before.zip(start_to_target).map(|(then, (start, target))| (then - start) / (target - start));
    let values =
        [("goal", title.as_str()), ("start", &start), ("now", &now), ("target", &target), ("standing", &standing)];
    let key = if now.is_empty() { "before.goal_spoken_none" } else { "before.goal_spoken" };
    Row {
        spoken: words.fill(key, &values),
        way: partly.map(|share| material.show.percent(100.0 * share, 0)).unwrap_or_default(),
        drawn: ThenNow::of(
            then_share.filter(|_| is_judged).map(|share| 100.0 * share),
            share.map(|share| 100.0 * share),
        ),
        title,
        start,
        then,
        now,
        target,
        standing,
    }
}

/// A value without what is counted: the goal's name has just said that.
fn bare(material: &Material, metric: Option<&GoalMetric>, value: f64) -> String {
    let Some(metric) = metric else { return material.show.plain(value) };
    let spec = NumberSpec { per: None, unit: LocalText::default(), ..metric.spec.clone() };
    material.show.quantity(&spec, crate::display::rounded(value, 1))
}

pub(super) fn title(material: &Material, goal: &GoalProgress, metric: Option<&GoalMetric>) -> String {
    sentence_start(metric.map_or(goal.metric.as_str(), |metric| material.text(&metric.label)))
}

fn remarks(material: &Material, goal: &GoalProgress, metric: Option<&GoalMetric>) -> Vec<String> {
    let leading = metric.map(|metric| material.text(&metric.leading)).unwrap_or_default();
    let lowered = goal.lowered.filter(|_| material.is_internal());
    let said = [
        (goal.standing == ProgressWord::TooEarly && !leading.is_empty(), "before.goal_early"),
        (goal.standing == ProgressWord::TooEarly && leading.is_empty(), "before.goal_early_none"),
        (goal.change_tactic, "before.goal_tactic"),
        (goal.is_due && material.is_internal(), "before.goal_due"),
        (lowered.is_some_and(|lowered| lowered.has_reason), "before.goal_lowered_why"),
        (lowered.is_some_and(|lowered| !lowered.has_reason), "before.goal_lowered"),
    ];
    let title = title(material, goal, metric);
    let ends = lowered.map(|ends| (amount(material, metric, ends.from, ends.from), bare(material, metric, ends.to)));
    let (from, to) = ends.unwrap_or_default();
    let values = [("goal", title.as_str()), ("leading", leading), ("from", &from), ("to", &to)];
    let line = |key: &str| sentence(&material.words.fill(key, &values));
    said.into_iter().filter(|(applies, _)| *applies).map(|(_, key)| line(key)).collect()
}
