//! From past goals to the ratio a plan of this kind reaches (domain.md 6.5).

use super::{Calibration, Capacity, Case, TrackRecord};
use crate::questionnaire::{GoalClass, GoalNumbers};

/// What the record says about a goal of this class, for this kind of business and capacity.
///
/// Cases of the same class and model count, whose capacity is at most one step away.
pub fn calibrate(
    numbers: &GoalNumbers,
    record: &TrackRecord,
    class: GoalClass,
    model: &str,
    capacity: Capacity,
) -> Calibration {
    let alike = |case: &&Case| {
        case.class == class && case.model == model && (case.capacity as i32 - capacity as i32).abs() <= 1
    };
    let cases: Vec<&Case> = record.cases.iter().filter(alike).collect();
    let mut ratios: Vec<f64> = cases.iter().filter_map(|case| ratio(numbers, case)).collect();
    // in order, so that the sums come out the same whatever order the cases were found in
    ratios.sort_by(f64::total_cmp);
    let hits = cases.iter().filter(|case| case.hit && !case.abandoned && ratio(numbers, case).is_some()).count();
    from_ratios(numbers, &ratios, hits)
}

/// Improvement reached ÷ planned, clipped; 0 for a goal that was given up; nothing where nothing was planned.
fn ratio(numbers: &GoalNumbers, case: &Case) -> Option<f64> {
    if case.abandoned {
        return Some(0.0);
    }
    let ratio = case.actual / case.planned;
    (case.planned > 0.0 && ratio.is_finite()).then(|| ratio.clamp(numbers.clip[0], numbers.clip[1]))
}

/// The interval from ascending ratios: shrunk towards the assumed one, or their own percentiles once there are enough.
pub fn from_ratios(numbers: &GoalNumbers, ratios: &[f64], hits: usize) -> Calibration {
    let n = ratios.len();
    let count = n as f64;
    let [weight, middle, spread] = numbers.prior;
    let total = weight + count;
    let (r_low, r, r_high) = if n >= numbers.percentiles_from.max(1) {
        // goals are not forecast to make things worse, here as below
        let [low, base, high] = numbers.percentiles.map(|percent| percentile(ratios, percent).max(0.0));
        (low, base, high)
    } else if total > 0.0 {
        let shrunk = (weight * middle + ratios.iter().sum::<f64>()) / total;
        let squares: f64 = ratios.iter().map(|ratio| (ratio - shrunk).powi(2)).sum();
        let deviation = ((weight * spread * spread + squares) / total).sqrt();
        let width = numbers.middle_width * deviation;
        // the order holds whatever the record says
        let r = shrunk.max(0.0);
        ((shrunk - width).max(0.0).min(r), r, (shrunk + width).max(r))
    } else {
        (middle, middle, middle)
    };
    let [hits_before, cases_before] = numbers.hit_prior;
    let tried = cases_before + count;
    let hit_chance = if tried > 0.0 { (hits_before + hits as f64) / tried } else { 0.0 };
    Calibration { r_low, r, r_high, n, hit_chance }
}

/// A percentile of ascending numbers, linear between them; not called for none.
///
/// The number at place k of n (from 1) is expected to have the share k ÷ (n + 1) of all outcomes below it, so that the
/// percentile p lies at p × (n + 1), held to the ends. The other common place, 1 + p × (n − 1), describes the numbers there
/// are instead of the one to come: of 20 cases its 20th and 80th percentiles hold only 54% of the next outcomes
/// (`benches/calibration.rs`), where 60% are meant.
fn percentile(ascending: &[f64], percent: f64) -> f64 {
    let last = ascending.len().saturating_sub(1) as f64;
    // counted from 0
    let place = (percent / 100.0 * (ascending.len() + 1) as f64 - 1.0).clamp(0.0, last);
    let at = |index: usize| ascending.get(index).or(ascending.last()).copied().unwrap_or_default();
    let (below, above) = (at(place.floor() as usize), at(place.ceil() as usize));
    below + (above - below) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    fn numbers() -> GoalNumbers {
        Library::builtin().assumptions.goals.clone()
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 5e-4, "{found} is not {wanted}");
    }

    #[test]
    fn without_cases_plans_reach_seven_tenths() {
        let it = from_ratios(&numbers(), &[], 0);
        near(it.r_low, 0.406);
        near(it.r, 0.7);
        near(it.r_high, 0.994);
        assert_eq!((it.n, it.hit_chance), (0, 0.5));
    }

    #[test]
    fn the_worked_example_of_the_specification() {
        let mut ratios = [0.4, 0.9, 0.5, 0.6];
        ratios.sort_by(f64::total_cmp);
        let it = from_ratios(&numbers(), &ratios, 1);
        near(it.r_low, 0.411);
        near(it.r, 0.6556);
        near(it.r_high, 0.900);
        near(it.hit_chance, 3.0 / 8.0);
    }

    #[test]
    fn from_twenty_cases_on_their_own_percentiles_count() {
        let ratios: Vec<f64> = (0..21).map(|i| f64::from(i) / 20.0).collect();
        let it = from_ratios(&numbers(), &ratios, 10);
        // 20% of 22 places is the 4.4th, 3.4 steps of 1/20 above the first; 50% is the 11th, 80% the 17.6th
        near(it.r_low, 3.4 / 20.0);
        near(it.r, 10.0 / 20.0);
        near(it.r_high, 16.6 / 20.0);
        assert_eq!(it.n, 21);
        let nineteen = from_ratios(&numbers(), &ratios[..19], 0);
        assert!((nineteen.r - 0.45).abs() > 0.01, "shrunk until then: {nineteen:?}");
    }

    #[test]
    fn only_cases_of_the_same_kind_count_and_abandoned_ones_count_as_nothing() {
        let case = |class, model: &str, capacity, actual| Case {
            class,
            model: model.to_owned(),
            capacity,
            planned: 10.0,
            actual,
            hit: actual >= 7.0,
            abandoned: false,
        };
        let mut cases = vec![
            case(GoalClass::Volume, "b2b", Capacity::Medium, 9.0),
            case(GoalClass::Volume, "b2b", Capacity::High, 400.0),
            case(GoalClass::Rate, "b2b", Capacity::Medium, 9.0),
            case(GoalClass::Volume, "b2c", Capacity::Medium, 9.0),
        ];
        cases.push(Case { abandoned: true, hit: true, ..cases[0].clone() });
        cases.push(Case { planned: 0.0, ..cases[0].clone() });
        let record = TrackRecord { cases };
        let medium = calibrate(&numbers(), &record, GoalClass::Volume, "b2b", Capacity::Medium);
        assert_eq!(medium.n, 3);
        near(medium.r, (5.0 * 0.7 + 0.9 + 1.5 + 0.0) / 8.0);
        near(medium.hit_chance, 4.0 / 7.0);
        let low = calibrate(&numbers(), &record, GoalClass::Volume, "b2b", Capacity::Low);
        assert_eq!(low.n, 2, "high is two steps from low");
    }
}
