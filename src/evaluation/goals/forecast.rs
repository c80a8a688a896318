//! Planned improvement: how far a metric could move in the time there is (domain.md 6.2).

use super::Capacity;
use crate::evaluation::Range;
use crate::questionnaire::{GoalClass, GoalNumbers, NumberKind};

/// Quarters no forecast looks beyond: ten years.
const FURTHEST: u32 = 40;

/// What a planned improvement is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// The most it can gain in a quarter: points for practice and coverage, otherwise percent of itself.
    pub cap: f64,
    /// Quarters in which it can gain: those until the deadline, less the lag.
    pub quarters: u32,
    /// What additional spending adds, in the metric's unit.
    pub paid: f64,
}

/// Capacity from the free hours a month: below the first limit low, below the second medium, else high.
pub fn capacity(numbers: &GoalNumbers, hours: f64) -> Capacity {
    match hours {
        hours if hours < numbers.capacity[0] => Capacity::Low,
        hours if hours < numbers.capacity[1] => Capacity::Medium,
        _ => Capacity::High,
    }
}

/// The cap of a class before anything slows it down; nothing for what is not forecast.
pub fn cap(numbers: &GoalNumbers, class: GoalClass, capacity: Capacity) -> Option<f64> {
    let caps = match class {
        GoalClass::Practice => numbers.cap_practice,
        GoalClass::Coverage => numbers.cap_coverage,
        GoalClass::Volume => numbers.cap_volume,
        GoalClass::Rate => numbers.cap_rate,
        GoalClass::Standard | GoalClass::Manual => return None,
    };
    Some(caps[capacity as usize])
}

/// Quarters in which something can move: whole quarters until the deadline, at least one, less the lag.
pub fn quarters(months: i32, lag: f64) -> u32 {
    let whole = (months / 3).max(1);
    (f64::from(whole) - lag.ceil()).clamp(0.0, f64::from(FURTHEST)) as u32
}

/// The improvement planned from a baseline, in the metric's unit, before dilution and calibration; never negative.
pub fn planned(numbers: &GoalNumbers, class: GoalClass, baseline: f64, means: Means) -> f64 {
    let share = means.cap / 100.0;
    let room = (100.0 - baseline).max(0.0);
    let organic = match class {
        GoalClass::Practice | GoalClass::Coverage => (means.cap * f64::from(means.quarters)).min(room),
        GoalClass::Volume => baseline.max(0.0) * ((1.0 + share).powi(means.quarters as i32) - 1.0),
        GoalClass::Rate => {
            let mut rate = baseline;
            for _ in 0..means.quarters {
                let halved = if rate >= numbers.rate_halved_from { 0.5 } else { 1.0 };
                rate += (rate.max(0.0) * share * halved).min(numbers.rate_step);
            }
            (rate - baseline).min(room)
        }
        GoalClass::Standard | GoalClass::Manual => 0.0,
    };
    let paid = if class == GoalClass::Volume && means.quarters > 0 { means.paid } else { 0.0 };
    organic + paid
}

/// What additional money can add: so many enquiries, dearer than today's, and never more than a share of the baseline.
pub fn paid_lift(numbers: &GoalNumbers, baseline: f64, extra: f64, cost: Option<f64>, per_enquiry: f64) -> f64 {
    let Some(cost) = cost.filter(|cost| *cost > 0.0 && extra > 0.0) else { return 0.0 };
    let bought = extra / (numbers.paid_dearer * cost) * per_enquiry;
    bought.min(numbers.paid_share * baseline).max(0.0)
}

/// Down to whole counts and money, and to a tenth of percentages and points: rounded against optimism.
pub fn rounded_down(kind: NumberKind, class: GoalClass, value: f64) -> f64 {
    let tenths = kind == NumberKind::Percent || matches!(class, GoalClass::Practice | GoalClass::Coverage);
    let scale = if tenths { 10.0 } else { 1.0 };
    (value * scale + 1e-9).floor() / scale
}

/// A whole range rounded against optimism.
pub fn range_down(kind: NumberKind, class: GoalClass, range: Range) -> Range {
    let down = |value| rounded_down(kind, class, value);
    Range { low: down(range.low), base: down(range.base), high: down(range.high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    fn numbers() -> GoalNumbers {
        Library::builtin().assumptions.goals.clone()
    }

    #[test]
    fn brightwaters_enquiries_and_repurchases() {
        let means = Means { cap: 7.5, quarters: quarters(12, 1.0), paid: 0.0 };
        assert!((planned(&numbers(), GoalClass::Volume, 40.0, means) - 9.692).abs() < 1e-3);
        let means = Means { cap: 3.75, quarters: quarters(12, 2.0), paid: 0.0 };
        assert!((planned(&numbers(), GoalClass::Rate, 50.0, means) - 3.82).abs() < 5e-3);
    }

    #[test]
    fn a_rate_never_moves_more_than_its_step_and_less_where_little_room_is_left() {
        let by = |baseline, quarters| {
            planned(&numbers(), GoalClass::Rate, baseline, Means { cap: 8.0, quarters, paid: 0.0 })
        };
        assert_eq!(by(50.0, 1), 3.0);
        assert!((by(60.0, 1) - 2.4).abs() < 1e-9);
        assert!((by(59.0, 2) - (3.0 + 2.48)).abs() < 1e-9);
        assert_eq!(by(99.5, 4), 0.5);
        assert_eq!(by(20.0, 0), 0.0);
    }

    #[test]
    fn points_grow_by_their_cap_up_to_a_hundred() {
        let means = Means { cap: 12.0, quarters: 3, paid: 0.0 };
        assert_eq!(planned(&numbers(), GoalClass::Practice, 34.0, means), 36.0);
        assert_eq!(planned(&numbers(), GoalClass::Coverage, 90.0, means), 10.0);
    }

    #[test]
    fn money_adds_what_it_buys_up_to_half_as_much_again() {
        let lift = |extra, cost| paid_lift(&numbers(), 40.0, extra, cost, 1.0);
        assert!((lift(750.0, Some(75.0)) - 8.0).abs() < 1e-9);
        assert_eq!(lift(1e6, Some(75.0)), 20.0);
        for (extra, cost) in [(0.0, Some(75.0)), (750.0, None), (750.0, Some(0.0))] {
            assert_eq!(lift(extra, cost), 0.0);
        }
    }

    #[test]
    fn nothing_is_rounded_up() {
        let down = |kind, class, value| rounded_down(kind, class, value);
        assert_eq!(down(NumberKind::Count, GoalClass::Volume, 43.93), 43.0);
        assert_eq!(down(NumberKind::Count, GoalClass::Volume, 44.0 - 1e-12), 44.0);
        assert_eq!(down(NumberKind::Percent, GoalClass::Rate, 52.67), 52.6);
        assert_eq!(down(NumberKind::Money, GoalClass::Volume, 2499.99), 2499.0);
    }

    #[test]
    fn too_little_time_leaves_no_quarter() {
        assert_eq!(quarters(2, 1.0), 0);
        assert_eq!(quarters(3, 1.0), 0);
        assert_eq!(quarters(6, 1.0), 1);
        assert_eq!(quarters(12, 4.0), 0);
        assert_eq!(quarters(i32::MAX, 0.0), FURTHEST);
    }
}
