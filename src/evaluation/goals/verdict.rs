//! How a wish compares with the range, and what reaching it would take (domain.md 6.2).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Inverse, Verdict};
use crate::evaluation::Range;
use crate::questionnaire::GoalNumbers;

/// Compares a wish with a range, both as they are printed (rulings.md 18).
pub fn verdict(wanted: f64, range: Range) -> Verdict {
    let at_most = |limit: f64| wanted <= limit + 1e-9;
    if at_most(range.low) {
        Verdict::Likely
    } else if at_most(range.base) {
        Verdict::WithinReach
    } else if at_most(range.high) {
        Verdict::Stretch
    } else {
        Verdict::Beyond
    }
}

/// Quarters until an amount could be reached: lag + ln(wanted ÷ b) ÷ ln(1 + cap·r·rf).
///
/// `pace` is cap·r·rf as a share. Nothing where it does not grow.
pub fn quarters_needed(baseline: f64, wanted: f64, lag: f64, pace: f64) -> Option<f64> {
    let quarters = lag + (wanted / baseline).ln() / (1.0 + pace).ln();
    (baseline > 0.0 && pace > 0.0 && quarters.is_finite()).then_some(quarters)
}

/// What an amount beyond the range would take.
pub struct Shortfall {
    /// How much is missing at base, in the metric's unit.
    pub missing: f64,
    /// Where it stands today, likewise.
    pub baseline: f64,
    /// What an enquiry costs today.
    pub cost: Option<f64>,
    /// How much of the metric one enquiry brings.
    pub per_enquiry: f64,
    /// Quarters until it could be reached without money.
    pub quarters: Option<f64>,
}

/// Money and time that reaching the wish would take.
pub fn inverse(numbers: &GoalNumbers, shortfall: &Shortfall, from: Date) -> Inverse {
    let enquiries = shortfall.missing / shortfall.per_enquiry;
    let money = shortfall.cost.map(|cost| two_figures(enquiries * cost * numbers.paid_dearer));
    let money = money.filter(|money| money.is_finite() && *money > 0.0);
    let until = shortfall.quarters.filter(|quarters| *quarters <= numbers.longest_inverse + 1e-9);
    Inverse {
        money,
        price: money.and(shortfall.cost),
        until: until.and_then(|quarters| from.checked_add(((3.0 * quarters - 1e-9).ceil() as i64).months()).ok()),
        money_alone_falls_short: shortfall.missing > numbers.paid_share * shortfall.baseline,
    }
}

/// A number to two significant figures, halves up.
fn two_figures(number: f64) -> f64 {
    if number <= 0.0 || !number.is_finite() {
        return number;
    }
    let scale = 10_f64.powi(number.log10().floor() as i32 - 1);
    (number / scale + 0.5 + 1e-9).floor() * scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    #[test]
    fn a_wish_is_compared_with_the_printed_range() {
        let range = Range { low: 43.0, base: 46.0, high: 49.0 };
        for (wanted, expected) in [
            (40.0, Verdict::Likely),
            (43.0, Verdict::Likely),
            (46.0, Verdict::WithinReach),
            (46.5, Verdict::Stretch),
            (49.0, Verdict::Stretch),
            (49.5, Verdict::Beyond),
            (80.0, Verdict::Beyond),
        ] {
            assert_eq!(verdict(wanted, range), expected, "{wanted}");
        }
    }

    #[test]
    fn brightwater_would_need_fourteen_and_a_half_quarters_or_three_thousand_a_month() {
        let quarters = quarters_needed(40.0, 80.0, 1.0, 0.075 * 0.7).unwrap();
        assert!((quarters - 14.5).abs() < 0.05, "{quarters}");
        let numbers = Library::builtin().assumptions.goals.clone();
        let shortfall = Shortfall {
            missing: 80.0 - 46.784,
            baseline: 40.0,
            cost: Some(75.0),
            per_enquiry: 1.0,
            quarters: Some(quarters),
        };
        let it = inverse(&numbers, &shortfall, jiff::civil::date(2026, 11, 22));
        assert_eq!(it, Inverse { money: Some(3_100.0), price: Some(75.0), until: None, money_alone_falls_short: true });
        let near = Shortfall { missing: 5.0, quarters: Some(6.2), cost: None, ..shortfall };
        let it = inverse(&numbers, &near, jiff::civil::date(2026, 11, 22));
        assert_eq!(it.until, Some(jiff::civil::date(2028, 6, 22)));
        assert_eq!((it.money, it.money_alone_falls_short), (None, false));
    }

    #[test]
    fn nothing_that_does_not_grow_is_given_a_date() {
        assert_eq!(quarters_needed(0.0, 80.0, 1.0, 0.05), None);
        assert_eq!(quarters_needed(40.0, 80.0, 1.0, 0.0), None);
    }

    #[test]
    fn two_figures_are_enough() {
        for (number, shown) in [(3114.0, 3100.0), (3150.0, 3200.0), (99.6, 100.0), (0.0, 0.0), (7.0, 7.0)] {
            assert!((two_figures(number) - shown).abs() < 1e-9, "{number}");
        }
    }
}
