//! Dates in words.

use rust_i18n::t;

use super::Display;

impl Display<'_> {
    /// A date as people of the language write it.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        let month = self.word(&format!("date.month.{}", date.month()));
        t!("display.date.full", locale = self.locale, day = date.day(), month = month, year = date.year()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::EN;

    #[test]
    fn dates_name_the_month() {
        for (day, shown) in [
            (date(2026, 11, 22), "22\u{a0}November 2026"),
            (date(2027, 1, 1), "1\u{a0}January 2027"),
            (date(2024, 2, 29), "29\u{a0}February 2024"),
        ] {
            assert_eq!(EN.date(day), shown);
        }
    }

    #[test]
    fn every_month_has_a_name() {
        for month in 1..=12 {
            assert!(!EN.date(date(2026, month, 3)).contains("display"), "{month}");
        }
    }
}
