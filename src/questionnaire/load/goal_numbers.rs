//! The assumptions that goals are forecast with, read once by their ids.

use super::assumptions::Placed;
use super::scoring::Values;
use crate::problem::Problem;
use crate::questionnaire::GoalNumbers;

/// More quarters, hours or cases than any forecast speaks of.
const MANY: f64 = 10_000.0;

/// Reads them; what is missing or impossible is reported.
pub(super) fn goal_numbers(list: &[Placed], problems: &mut Vec<Problem>) -> GoalNumbers {
    let mut values = Values { list, problems };
    GoalNumbers {
        cap_practice: values.several("goal.cap.practice", 0.0, 100.0),
        cap_coverage: values.several("goal.cap.coverage", 0.0, 100.0),
        cap_volume: values.several("goal.cap.volume", 0.0, 100.0),
        cap_rate: values.several("goal.cap.rate", 0.0, 100.0),
        rate_step: values.percent("goal.rate.step"),
        rate_halved_from: values.percent("goal.rate.halved_from"),
        capacity: values.several("goal.capacity.hours", 0.0, MANY),
        lag_volume: values.number("goal.lag.volume", 0.0, 40.0),
        lag_rate: values.number("goal.lag.rate", 0.0, 40.0),
        lag_search: values.number("goal.lag.search", 0.0, 40.0),
        lag_slow_sales: values.number("goal.lag.slow_sales", 0.0, 40.0),
        new_owner: values.number("goal.slow.new_owner", 0.0, 1.0),
        paid_share: values.number("goal.paid.share", 0.0, 100.0),
        paid_dearer: values.number("goal.paid.dearer", 1e-6, 100.0),
        source_difference: values.number("goal.baseline.difference", 0.0, 100.0),
        few_events: values.number("goal.events.few", 0.0, MANY),
        many_events: values.number("goal.events.many", 0.0, MANY),
        many_cases: values.count("goal.cases.many"),
        least_hours: values.number("goal.hours.least", 0.0, MANY),
        hours_per_tactic: values.number("goal.hours.tactic", 1e-6, MANY),
        reserved_share: values.number("goal.hours.reserved", 0.0, 1.0),
        standard_kept: values.number("goal.standard.kept", 0.0, 10.0),
        standard_day: values.whole("goal.standard.day", 0.0, MANY) as u32,
        prior: [
            values.number("calibration.prior.cases", 0.0, MANY),
            values.number("calibration.prior.ratio", 0.0, 10.0),
            values.number("calibration.prior.spread", 0.0, 10.0),
        ],
        clip: values.several("calibration.clip", -100.0, 100.0),
        middle_width: values.number("calibration.width", 0.0, 10.0),
        percentiles_from: values.count("calibration.percentiles.from"),
        percentiles: values.several("calibration.percentiles", 0.0, 100.0),
        hit_prior: values.several("calibration.hits", 0.0, MANY),
        longest_inverse: values.number("goal.inverse.longest", 0.0, MANY),
        reviews: values.all("goal.reviews", 1.0, MANY),
        test_difference: values.number("goal.test.difference", 1e-6, 100.0),
        self_coverage: values.percent("goal.option.self_coverage"),
    }
}
