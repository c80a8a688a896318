//! What a goal's numbers rest on, and how far the rules let it go.

use super::checks::Checked;
use super::goal::{Assumed, Worked, paid};
use super::setting::Setting;
use super::{Blank, Capacity, GoalAssumption, GoalFlag, GoalKind};
use crate::assessment::{Goal, GoalStatus};
use crate::questionnaire::{GoalClass, GoalMetric};

impl Worked {
    /// What the numbers rest on, in the order it is printed.
    pub(super) fn assume(
        &mut self,
        setting: &Setting<'_, '_>,
        metric: &GoalMetric,
        goal: &Goal,
        capacity: Option<Capacity>,
        option: Option<Assumed<'_>>,
    ) {
        if self.evaluation.range.is_none() {
            return;
        }
        let number = |id: &str, number: f64| GoalAssumption { id: id.to_owned(), number: Some(number), word: None };
        let word =
            |id: &str, word: &str, number| GoalAssumption { id: id.to_owned(), number, word: Some(word.to_owned()) };
        let list = &mut self.evaluation.assumptions;
        list.push(word("cap", metric.class.id(), Some(self.cap)));
        list.extend(capacity.map(|capacity| word("capacity", capacity.id(), setting.hours)));
        list.extend(setting.slowdowns.iter().map(|(id, factor)| word("slowdown", id, Some(*factor))));
        if goal.owner_is_new {
            list.push(number("new_owner", setting.numbers.new_owner));
        }
        if self.lag > 0.0 {
            list.push(number("lag", self.lag));
        }
        if goal.search_content && metric.class == GoalClass::Volume && metric.lag.is_none() {
            list.push(number("search_content", setting.numbers.lag_search));
        }
        if metric.slow_sales && setting.slow_sales {
            list.push(number("slow_sales", setting.numbers.lag_slow_sales));
        }
        list.extend(option.map(|option| word("rf", option.id, Some(option.rf))));
        list.push(number("r", self.evaluation.calibration.r));
        let paid = self.evaluation.baseline.map_or(0.0, |baseline| paid(setting, metric, baseline));
        if metric.class == GoalClass::Volume && paid > 0.0 {
            list.push(number("paid", setting.extra));
        }
        list.extend(metric.through.as_ref().map(|through| word("through", through, None)));
    }

    /// How far the rules let it go, and what it lacks for more.
    pub(super) fn status(&mut self, metric: Option<&GoalMetric>, goal: &Goal, checked: &Checked, is_settled: bool) {
        let it = &mut self.evaluation;
        if is_settled {
            it.allowed = goal.status;
            return;
        }
        let replaced = checked.replaced.is_some();
        let defined =
            !goal.definition.trim().is_empty() || metric.is_some_and(|metric| !metric.definition.texts.is_empty());
        let forecast = matches!(it.kind, GoalKind::Practice | GoalKind::Coverage | GoalKind::Volume | GoalKind::Rate);
        let ranged = !forecast || it.range.is_some();
        let ranged = ranged && (it.kind != GoalKind::Standard || it.standard.is_some());
        let needs = [
            (Blank::Definition, defined),
            (Blank::Baseline, replaced || it.baseline.is_some()),
            (Blank::Wanted, replaced || it.wanted.is_some() || it.standard.is_some()),
            (Blank::Deadline, replaced || it.deadline.is_some()),
            (Blank::Owner, !it.owner.is_empty()),
            (Blank::Range, replaced || ranged),
            (Blank::Leading, metric.is_some()),
        ];
        it.blanks = needs.into_iter().filter(|(_, there)| !there).map(|(blank, _)| blank).collect();
        let passed = it.flags.contains(&GoalFlag::DeadlinePassed);
        it.allowed = if checked.draft || it.owner.is_empty() {
            GoalStatus::Draft
        } else if checked.proposed || passed || !it.blanks.is_empty() {
            GoalStatus::Proposed
        } else {
            GoalStatus::Agreed
        };
        it.status = it.stated.min(it.allowed);
    }
}
