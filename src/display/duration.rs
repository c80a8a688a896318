//! Spans of time: minutes, hours, days, and days as the unit people would name.

use rust_i18n::t;

use super::Display;

/// Units of an interval with their length in days, longest first; as they are entered, a month is a twelfth of a year.
const INTERVAL_UNITS: [(&str, f64); 3] = [("year", 365.0), ("month", 365.0 / 12.0), ("week", 7.0)];

/// How many of a unit's length make up so many days, when they do so exactly.
///
/// Months are entered as whole days, so 61 days are two of them.
fn fills(days: f64, length: f64) -> Option<f64> {
    let count = (days / length).round();
    (count >= 1.0 && (count * length).round() == days).then_some(count)
}

impl Display<'_> {
    /// Hours: "1 hour", "2.5 hours".
    pub fn hours(&self, hours: f64) -> String {
        self.hours_range(hours, hours)
    }

    /// Hours from and to: "4–8 hours".
    pub fn hours_range(&self, low: f64, high: f64) -> String {
        self.timed(&self.range(low, high), "hour")
    }

    /// Days: "1 day", "30 days".
    pub fn days(&self, days: f64) -> String {
        self.days_range(days, days)
    }

    /// Days from and to: "30–60 days".
    pub fn days_range(&self, low: f64, high: f64) -> String {
        self.timed(&self.range(low, high), "day")
    }

    /// Minutes of a call or route: "18 minutes", "1 hour 30 minutes".
    pub fn minutes(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let short = self.timed(&self.plain(f64::from(rest)), "minute");
        if hours == 0 {
            return short;
        }
        let long = self.hours(f64::from(hours));
        if rest == 0 {
            return long;
        }
        t!("display.time.and_rest", locale = self.locale, long = long, rest = short).into_owned()
    }

    /// Days in the longest unit they fill exactly: 365 is "1 year", 14 "2 weeks", 10 "10 days".
    pub fn interval(&self, days: f64) -> String {
        self.interval_range(days, days)
    }

    /// Two numbers of days in the longest unit both fill exactly: "2–4 weeks".
    pub fn interval_range(&self, low: f64, high: f64) -> String {
        let both = |(unit, length): (&'static str, f64)| Some((unit, fills(low, length)?, fills(high, length)?));
        let (unit, low, high) = INTERVAL_UNITS.into_iter().find_map(both).unwrap_or(("day", low, high));
        self.timed(&self.range(low, high), unit)
    }

    /// A written number with a unit of time, in the singular for exactly one.
    pub(super) fn timed(&self, number: &str, unit: &str) -> String {
        let unit = self.word(&if self.is_one(number) { format!("time.{unit}") } else { format!("time.{unit}s") });
        self.with_unit(number, &unit)
    }

    /// Whether a written number takes the singular.
    pub(super) fn is_one(&self, number: &str) -> bool {
        number == self.plain(1.0)
    }

    /// A written number and its unit, kept on one line.
    pub(super) fn with_unit(&self, number: &str, unit: &str) -> String {
        t!("display.number.counted", locale = self.locale, number = number, unit = unit).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::EN;

    #[test]
    fn intervals_take_the_unit_people_would_name() {
        for (days, shown) in [
            (365.0, "1 year"),
            (730.0, "2 years"),
            (30.0, "1 month"),
            (61.0, "2 months"),
            (91.0, "3 months"),
            (183.0, "6 months"),
            (90.0, "90 days"),
            (14.0, "2 weeks"),
            (7.0, "1 week"),
            (70.0, "10 weeks"),
            (10.0, "10 days"),
            (1.0, "1 day"),
            (0.0, "0 days"),
            (10.5, "10.5 days"),
        ] {
            assert_eq!(EN.interval(days).replace('\u{a0}', " "), shown, "{days}");
        }
    }

    #[test]
    fn ranges_share_their_unit() {
        for (shown, wanted) in [
            (EN.interval_range(14.0, 28.0), "2–4\u{a0}weeks"),
            (EN.interval_range(14.0, 30.0), "14–30\u{a0}days"),
            (EN.interval_range(365.0, 730.0), "1–2\u{a0}years"),
            (EN.hours_range(4.0, 8.0), "4–8\u{a0}hours"),
            (EN.hours_range(1.0, 1.0), "1\u{a0}hour"),
            (EN.days_range(0.5, 1.0), "0.5–1\u{a0}days"),
        ] {
            assert_eq!(shown, wanted);
        }
    }

    #[test]
    fn minutes_turn_into_hours() {
        for (minutes, shown) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (18, "18 minutes"),
            (60, "1 hour"),
            (61, "1 hour 1 minute"),
            (150, "2 hours 30 minutes"),
        ] {
            assert_eq!(EN.minutes(minutes).replace('\u{a0}', " "), shown);
        }
    }
}
