//! When not to set an outcome goal, checked in order (domain.md 6.1).

use super::setting::Setting;
use crate::evaluation::judge::Truth;
use crate::questionnaire::{Builtin, GoalCheck, GoalClass, Instead};

/// What the builtin checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Looked {
    /// Whether the baseline is known and its sources agree.
    pub baseline_is_sound: bool,
    /// Events in three months behind it.
    pub events: Option<f64>,
    /// Whether somebody owns it.
    pub has_owner: bool,
}

/// What the checks came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    /// The first check that puts another goal in its place: id and what it does.
    pub replaced: Option<(String, Instead)>,
    /// Checks that hold it back or add a condition, by id, in order.
    pub conditions: Vec<String>,
    /// Whether one of them keeps it a draft.
    pub draft: bool,
    /// Whether one of them keeps it proposed.
    pub proposed: bool,
}

/// Goes through the checks of all questionnaires in their order.
pub fn check(setting: &Setting<'_, '_>, class: GoalClass, looked: Looked) -> Checked {
    let mut checks: Vec<&GoalCheck> =
        setting.selection.questionnaires.iter().flat_map(|one| &one.goals.checks).collect();
    checks.sort_by(|a, b| a.order.total_cmp(&b.order));
    let mut result = Checked::default();
    for check in checks.into_iter().filter(|check| check.classes.contains(&class)) {
        if !applies(setting, check, looked) {
            continue;
        }
        match check.instead {
            instead if instead.replaces() => {
                if result.replaced.is_none() {
                    result.replaced = Some((check.id.clone(), instead));
                }
                continue;
            }
            Instead::Draft => result.draft = true,
            Instead::Proposed => result.proposed = true,
            _ => {}
        }
        result.conditions.push(check.id.clone());
    }
    result
}

fn applies(setting: &Setting<'_, '_>, check: &GoalCheck, looked: Looked) -> bool {
    let numbers = setting.numbers;
    match check.builtin {
        Some(Builtin::Baseline) => !looked.baseline_is_sound,
        Some(Builtin::Events) => looked.events.is_some_and(|events| events < numbers.few_events),
        Some(Builtin::Hours) => setting.hours.is_some_and(|hours| hours < numbers.least_hours),
        Some(Builtin::Owner) => !looked.has_owner,
        None => check.when.as_ref().is_some_and(|when| setting.judge.truth(when) == Truth::True),
    }
}
