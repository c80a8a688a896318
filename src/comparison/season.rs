//! How far apart two assessments are, and whether a season lies between them.

use jiff::civil::Date;

/// A year in days.
const YEAR: f64 = 365.25;

/// Half a quarter, in days: closer than that to a whole number of years is the same season.
const HALF_A_QUARTER: f64 = YEAR / 8.0;

/// Days from one date to another; negative backwards.
pub(super) fn days_between(before: Date, now: Date) -> i64 {
    // a difference of dates in days always fits
    before.until(now).map_or(0, |span| i64::from(span.get_days()))
}

/// Whether two dates lie in the same season of a year: less than half a quarter from a whole number of years apart.
pub(super) fn is_same_season(before: Date, now: Date) -> bool {
    let days = days_between(before, now) as f64;
    let whole_years = (days / YEAR).round() * YEAR;
    (days - whole_years).abs() <= HALF_A_QUARTER
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_season_comes_back_after_a_year() {
        let day = date(2026, 8, 20);
        for (now, days, same) in [
            (date(2026, 8, 20), 0, true),
            (date(2026, 9, 20), 31, true),
            (date(2026, 11, 22), 94, false),
            (date(2027, 2, 20), 184, false),
            (date(2027, 7, 20), 334, true),
            (date(2027, 8, 20), 365, true),
            (date(2028, 8, 20), 731, true),
            (date(2026, 5, 20), -92, false),
        ] {
            assert_eq!((days_between(day, now), is_same_season(day, now)), (days, same), "{now}");
        }
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
    }
}
