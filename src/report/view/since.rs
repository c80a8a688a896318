//! What an earlier assessment tells about a goal of this one, and about all parts in one sentence.

use super::{Material, before_goals, goals};
use crate::comparison::{AreaChange, ChangeSize, Comparison, GoalProgress, ProgressWord};
use crate::evaluation::GoalEvaluation;
use crate::report::Earlier;

/// The comparison with the assessment before; nothing where there is none.
fn comparison<'a>(material: &Material<'a>) -> Option<&'a Comparison> {
    match material.earlier {
        Earlier::Compared { comparison, .. } => Some(comparison),
        Earlier::None | Earlier::Missing { .. } => None,
    }
}

/// Where the number of a goal stands now, where the goal was agreed at an earlier assessment.
pub(super) fn now(material: &Material, goal: &GoalEvaluation) -> Option<String> {
    let known = comparison(material)?.goals.iter().find(|one| one.index.is_some() && one.index == goal.index)?;
    let metric = material.selection.goal_metric(&goal.metric);
    known.now.map(|now| goals::amount(material, metric, now, now))
}

/// What has moved clearly since the assessment before, or that it is too early to tell, in a sentence.
///
/// A client reads it: nothing is said of what stands in the way of a comparison.
pub(super) fn sentence(material: &Material) -> Option<String> {
    let comparison = comparison(material)?;
    let areas = || comparison.questionnaires.iter().flat_map(|one| &one.areas);
    let moved = |up: bool| areas().filter(move |area| is_clear(area, up));
    let titles = |up: bool| {
        let titles = moved(up).map(|area| material.show.inside(&material.area_title(Some(&area.id))));
        titles.collect::<Vec<_>>()
    };
    let reached = comparison.goals.iter().filter(|goal| goal.standing == ProgressWord::Reached);
    let reached: Vec<_> = reached.map(|goal| name(material, goal)).collect();
    let words = material.words;
    let said = |key: &str, names: Vec<String>| {
        let all = material.show.names(&names);
        (!names.is_empty()).then(|| words.counted(key, names.len(), &[("names", all.as_str())]))
    };
    let changes = [said("email.up", titles(true)), said("email.down", titles(false)), said("email.reached", reached)];
    let changes: Vec<_> = changes.into_iter().flatten().collect();
    let date = material.show.date(comparison.before);
    let key = match changes.is_empty() {
        false => "email.since",
        true if comparison.goals.iter().any(|goal| goal.standing == ProgressWord::TooEarly) => "email.since_early",
        true if areas().any(|area| area.change.is_some()) => "email.since_none",
        true => return None,
    };
    Some(words.fill(key, &[("date", &date), ("changes", &changes.join(words.get("email.between")))]))
}

fn is_clear(area: &AreaChange, up: bool) -> bool {
    area.change.is_some_and(|change| change.size == ChangeSize::Clear && (change.points() > 0.0) == up)
}

fn name(material: &Material, goal: &GoalProgress) -> String {
    material.show.inside(&before_goals::title(material, goal, material.selection.goal_metric(&goal.metric)))
}
