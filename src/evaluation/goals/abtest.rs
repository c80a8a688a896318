//! How many people a test of two versions needs (domain.md 6.3).

use super::AbTest;

/// People each version needs to show a difference: n = 16·p·(1−p) ÷ δ², about 80% power at 5% two-sided.
///
/// `rate` and `difference` in percent and points. Nothing when the rate is no share or the difference is none.
pub fn people_needed(rate: f64, difference: f64) -> Option<f64> {
    let (p, delta) = (rate / 100.0, difference / 100.0);
    let needed = 16.0 * p * (1.0 - p) / (delta * delta);
    ((0.0..=1.0).contains(&p) && delta > 0.0 && needed.is_finite()).then_some((needed - 1e-9).ceil())
}

/// Whether an audience is large enough for a test, and which difference it could show.
pub fn ab_test(rate: f64, difference: f64, audience: f64) -> Option<AbTest> {
    let needed = people_needed(rate, difference)?;
    let available = (audience.max(0.0) / 2.0).floor();
    let p = rate / 100.0;
    let smallest = if available > 0.0 { 100.0 * (16.0 * p * (1.0 - p) / available).sqrt() } else { 100.0 };
    Some(AbTest { difference, needed, available, smallest_difference: smallest.min(100.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_and_five_points_need_a_thousand_and_twenty_four() {
        assert_eq!(people_needed(20.0, 5.0), Some(1024.0));
        for (rate, difference) in [(20.0, 0.0), (120.0, 5.0), (-1.0, 5.0), (f64::NAN, 5.0)] {
            assert_eq!(people_needed(rate, difference), None, "{rate} {difference}");
        }
    }

    #[test]
    fn a_small_audience_is_said_to_be_small() {
        let test = ab_test(20.0, 5.0, 120.0).unwrap();
        assert!(!test.is_feasible());
        assert!((test.smallest_difference - 20.66).abs() < 0.01, "{test:?}");
        assert!(ab_test(20.0, 5.0, 2048.0).unwrap().is_feasible());
        assert_eq!(ab_test(20.0, 5.0, 0.0).unwrap().smallest_difference, 100.0);
    }
}
