//! The 90-day plan: actions laid into three months of four weeks until the spare hours are used (domain.md 6.6).

use super::{PlanEvaluation, PlanMonth, PlannedAction};
use crate::assessment::{Moved, PlanPlace};

/// Months of the plan; week 13 is for assessing again.
const MONTHS: usize = 3;

/// Weeks of a month.
const WEEKS: f64 = 4.0;

/// Slack for sums of hours.
const SLACK: f64 = 1e-9;

/// An action that could be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The finding it belongs to.
    pub finding: String,
    /// The middle of the hours it takes.
    pub hours: f64,
    /// Whether an agreed standard rests on it.
    pub standard: bool,
}

/// Hours a month that an agreed option keeps for its tactics.
pub fn reserved(hours: f64, tactics: u32, per_tactic: f64, share: f64) -> f64 {
    (per_tactic * f64::from(tactics)).min(share * hours).max(0.0)
}

/// Lays actions into months; they come in the order of their urgency.
///
/// Those behind agreed standards go first, then those a person moved, then the others, each into the first month with
/// hours enough left, unsplit; what is longer than a month takes consecutive whole months. Without hours nothing is planned.
pub fn plan(hours: Option<f64>, reserved: f64, actions: &[Action], moved: &Moved) -> PlanEvaluation {
    let mut months = Months::of((hours.unwrap_or(0.0) - reserved).max(0.0));
    let mut after: Vec<usize> = Vec::new();
    let place_of = |action: &Action| moved.get(&action.finding).copied();
    // stable: inside each kind the order of urgency holds
    let mut order: Vec<usize> = (0..actions.len()).collect();
    order.sort_by_key(|&index| match (actions[index].standard, place_of(&actions[index])) {
        (_, Some(PlanPlace::After)) => 3,
        (true, None) => 0,
        (_, Some(PlanPlace::Month(_))) => 1,
        (false, None) => 2,
    });
    for index in order {
        let action = &actions[index];
        let from = match place_of(action) {
            Some(PlanPlace::After) => None,
            Some(PlanPlace::Month(month)) => Some(usize::from(month.clamp(1, MONTHS as u8)) - 1),
            None => Some(0),
        };
        if !from.is_some_and(|from| hours.is_some() && months.take(from, index, action.hours)) {
            after.push(index);
        }
    }
    after.sort_unstable();
    PlanEvaluation {
        hours,
        reserved,
        months: months.laid_out(actions, moved),
        after: after
            .into_iter()
            .map(|index| PlannedAction {
                finding: actions[index].finding.clone(),
                hours: actions[index].hours,
                week: 0,
                until: 0,
                standard: actions[index].standard,
                moved: moved.contains_key(&actions[index].finding),
                continued: false,
            })
            .collect(),
    }
}

/// The months while they fill up.
struct Months {
    /// Hours there are in each.
    capacity: f64,
    /// What each holds: the action's index, its hours in this month, whether it goes on from the month before.
    held: [Vec<(usize, f64, bool)>; MONTHS],
}

impl Months {
    fn of(capacity: f64) -> Self {
        Self { capacity, held: Default::default() }
    }

    fn left(&self, month: usize) -> f64 {
        self.capacity - self.held[month].iter().map(|(_, hours, _)| hours).sum::<f64>()
    }

    /// Puts an action into the first month from `from` on that has room for it.
    fn take(&mut self, from: usize, index: usize, hours: f64) -> bool {
        if hours > self.capacity + SLACK {
            return self.take_whole_months(from, index, hours);
        }
        let Some(month) = (from..MONTHS).find(|month| hours <= self.left(*month) + SLACK) else { return false };
        self.held[month].push((index, hours, false));
        true
    }

    /// Puts an action that is longer than a month into consecutive months that hold nothing else yet.
    fn take_whole_months(&mut self, from: usize, index: usize, hours: f64) -> bool {
        if self.capacity <= SLACK {
            return false;
        }
        let needed = ((hours - SLACK) / self.capacity).ceil();
        if needed > MONTHS as f64 {
            return false;
        }
        let needed = needed as usize;
        let is_free = |month: &usize| (*month..*month + needed).all(|month| self.held[month].is_empty());
        let Some(first) = (from..=MONTHS - needed).find(is_free) else { return false };
        let mut rest = hours;
        for month in first..first + needed {
            let here = rest.min(self.capacity);
            self.held[month].push((index, here, month > first));
            rest -= here;
        }
        true
    }

    /// The months with weeks: actions in order of urgency, a quarter of the month's hours a week.
    fn laid_out(mut self, actions: &[Action], moved: &Moved) -> Vec<PlanMonth> {
        let weekly = self.capacity / WEEKS;
        let mut months = Vec::with_capacity(MONTHS);
        for (month, held) in self.held.iter_mut().enumerate() {
            // what goes on from the month before comes first, then standards, then by urgency
            held.sort_by_key(|(index, _, continued)| (!continued, !actions[*index].standard, *index));
            let mut used = 0.0;
            let week_of = |spent: f64| (spent / weekly).clamp(0.0, WEEKS) as u8;
            let first = month as u8 * WEEKS as u8 + 1;
            let laid = held.iter().map(|(index, hours, continued)| {
                let action = &actions[*index];
                let begins = week_of(used + SLACK).min(WEEKS as u8 - 1);
                used += hours;
                let ends = (((used - SLACK) / weekly).ceil().clamp(1.0, WEEKS) as u8).max(begins + 1) - 1;
                PlannedAction {
                    finding: action.finding.clone(),
                    hours: *hours,
                    week: first + begins,
                    until: first + ends,
                    standard: action.standard,
                    moved: moved.contains_key(&action.finding),
                    continued: *continued,
                }
            });
            let laid: Vec<PlannedAction> = laid.collect();
            months.push(PlanMonth { month: month as u8 + 1, hours: used, actions: laid });
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actions(list: &[(&str, f64)]) -> Vec<Action> {
        list.iter().map(|(id, hours)| Action { finding: (*id).to_owned(), hours: *hours, standard: false }).collect()
    }

    fn months(plan: &PlanEvaluation) -> Vec<Vec<&str>> {
        plan.months.iter().map(|month| month.actions.iter().map(|one| one.finding.as_str()).collect()).collect()
    }

    fn after(plan: &PlanEvaluation) -> Vec<&str> {
        plan.after.iter().map(|one| one.finding.as_str()).collect()
    }

    #[test]
    fn an_action_goes_into_the_first_month_with_room_and_is_not_split() {
        let plan = plan(Some(10.0), 0.0, &actions(&[("a", 6.0), ("b", 6.0), ("c", 4.0), ("d", 5.0)]), &Moved::new());
        assert_eq!(months(&plan), [vec!["a", "c"], vec!["b"], vec!["d"]]);
        let weeks: Vec<_> = plan.order().map(|one| (one.week, one.until)).collect();
        assert_eq!(weeks, [(1, 3), (3, 4), (5, 7), (9, 10)]);
    }

    #[test]
    fn what_is_longer_than_a_month_takes_whole_ones() {
        let plan = plan(Some(10.0), 0.0, &actions(&[("a", 1.0), ("long", 14.0), ("b", 7.0)]), &Moved::new());
        assert_eq!(months(&plan), [vec!["a", "b"], vec!["long"], vec!["long"]]);
        assert_eq!(plan.months[1].hours, 10.0);
        assert!(plan.months[2].actions[0].continued);
        assert_eq!(plan.order().count(), 3);
    }

    #[test]
    fn moving_an_action_replans_the_others() {
        let list = actions(&[("a", 6.0), ("b", 6.0), ("c", 6.0), ("d", 6.0)]);
        let moved = Moved::from([("c".to_owned(), PlanPlace::Month(1)), ("a".to_owned(), PlanPlace::After)]);
        let plan = plan(Some(10.0), 0.0, &list, &moved);
        assert_eq!((months(&plan), after(&plan)), (vec![vec!["c"], vec!["b"], vec!["d"]], vec!["a"]));
    }

    #[test]
    fn standards_go_first() {
        let mut list = actions(&[("a", 6.0), ("b", 6.0)]);
        list[1].standard = true;
        assert_eq!(months(&plan(Some(10.0), 0.0, &list, &Moved::new()))[0], ["b"]);
    }

    #[test]
    fn without_hours_nothing_is_planned() {
        for hours in [None, Some(0.0)] {
            let plan = plan(hours, 0.0, &actions(&[("a", 1.0), ("b", 2.0)]), &Moved::new());
            assert_eq!(after(&plan), ["a", "b"], "{hours:?}");
        }
    }

    #[test]
    fn an_option_keeps_at_most_half_of_the_hours() {
        assert_eq!(reserved(28.0, 1, 12.0, 0.5), 12.0);
        assert_eq!(reserved(28.0, 3, 12.0, 0.5), 14.0);
    }
}
