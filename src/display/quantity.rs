//! Quantities: a number with what it counts and the time it is for.

use rust_i18n::t;

use super::Display;
use crate::questionnaire::{LocalText, NumberKind, NumberSpec, Per};

impl Display<'_> {
    /// A quantity with its unit and the time it is for, for example "60 hours a month", "30%", "4,000 contacts".
    pub fn quantity(&self, spec: &NumberSpec, value: f64) -> String {
        self.quantity_range(spec, value, value)
    }

    /// An "about" answer's two ends with the unit once: "4,000–5,000 contacts".
    pub fn quantity_range(&self, spec: &NumberSpec, low: f64, high: f64) -> String {
        let number = self.range(low, high);
        let text = match spec.kind {
            NumberKind::Count => self.counted(&number, &spec.unit),
            NumberKind::Percent => self.with_percent_sign(&number),
            NumberKind::Money => self.money_range(low, high),
            NumberKind::Hours => self.timed(&number, "hour"),
            NumberKind::Days => self.timed(&number, "day"),
            NumberKind::Interval => self.interval_range(low, high),
        };
        self.over_time(text, spec.per)
    }

    /// The unit alone, to stand beside an entry field: "contacts", "hours a month", "%", "€ a month"; may be empty.
    pub fn unit(&self, spec: &NumberSpec) -> String {
        let unit = match spec.kind {
            NumberKind::Count => unit_forms(spec.unit.get(self.locale)).1.to_owned(),
            NumberKind::Percent => self.word("number.percent_sign"),
            NumberKind::Money => self.with_currency("").trim().to_owned(),
            NumberKind::Hours => self.word("time.hours"),
            NumberKind::Days | NumberKind::Interval => self.word("time.days"),
        };
        self.over_time(unit, spec.per).trim().to_owned()
    }

    /// A text followed by the time it is for.
    pub(super) fn over_time(&self, text: String, per: Option<Per>) -> String {
        let Some(per) = per else { return text };
        let key = match per {
            Per::Day => "display.per.day",
            Per::Week => "display.per.week",
            Per::Month => "display.per.month",
            Per::Quarter => "display.per.quarter",
            Per::Year => "display.per.year",
        };
        t!(key, locale = self.locale, quantity = text).into_owned()
    }

    fn counted(&self, number: &str, unit: &LocalText) -> String {
        let (one, many) = unit_forms(unit.get(self.locale));
        match if self.is_one(number) { one } else { many } {
            "" => number.to_owned(),
            unit => self.with_unit(number, unit),
        }
    }
}

/// The singular and plural of a unit: `person | people`, or one form that serves for both.
fn unit_forms(unit: &str) -> (&str, &str) {
    let (one, many) = unit.split_once('|').unwrap_or((unit, unit));
    (one.trim(), many.trim())
}

#[cfg(test)]
mod tests {
    use super::super::{Display, EN, english};
    use super::*;

    fn spec(kind: NumberKind, unit: &str, per: Option<Per>) -> NumberSpec {
        NumberSpec { kind, unit: english(unit), per, bounds: (0.0, 1e9), at_most: None, whole: false }
    }

    #[test]
    fn quantities_read_as_people_say_them() {
        use NumberKind::{Count, Days, Hours, Interval, Money, Percent};
        for (kind, unit, per, value, shown) in [
            (Count, "contacts", None, 4_000.0, "4,000 contacts"),
            (Count, "contacts", None, 1.0, "1 contacts"),
            (Count, "person | people", None, 1.0, "1 person"),
            (Count, "person | people", None, 0.0, "0 people"),
            (Count, "pieces", Some(Per::Month), 2.5, "2.5 pieces a month"),
            (Count, "", None, 12.0, "12"),
            (Count, "", Some(Per::Day), 12.0, "12 a day"),
            (Percent, "", None, 30.0, "30%"),
            (Percent, "", Some(Per::Year), 2.75, "2.75% a year"),
            (Money, "", None, 2.5, "€2.50"),
            (Money, "", Some(Per::Month), 3_000.0, "€3,000 a month"),
            (Hours, "", None, 1.0, "1 hour"),
            (Hours, "", Some(Per::Month), 60.0, "60 hours a month"),
            (Hours, "", Some(Per::Week), 1.0, "1 hour a week"),
            (Days, "", None, 14.0, "14 days"),
            (Days, "", Some(Per::Quarter), 1.0, "1 day a quarter"),
            (Interval, "", None, 365.0, "1 year"),
            (Interval, "", None, 14.0, "2 weeks"),
            (Interval, "", None, 100.0, "100 days"),
        ] {
            assert_eq!(EN.quantity(&spec(kind, unit, per), value).replace('\u{a0}', " "), shown);
        }
    }

    #[test]
    fn number_and_unit_stay_on_one_line() {
        assert_eq!(EN.quantity(&spec(NumberKind::Hours, "", Some(Per::Month)), 60.0), "60\u{a0}hours a month");
        assert_eq!(EN.quantity(&spec(NumberKind::Count, "contacts", None), 4_000.0), "4,000\u{a0}contacts");
    }

    #[test]
    fn ranges_name_the_unit_once() {
        use NumberKind::{Count, Interval, Money, Percent};
        for (kind, unit, per, low, high, shown) in [
            (Count, "person | people", None, 4_000.0, 5_000.0, "4,000–5,000 people"),
            (Count, "person | people", None, 1.0, 1.0, "1 person"),
            (Percent, "", None, 10.0, 20.0, "10–20%"),
            (Money, "", Some(Per::Month), 900.0, 1_200.0, "€900–1,200 a month"),
            (Interval, "", None, 14.0, 28.0, "2–4 weeks"),
        ] {
            assert_eq!(EN.quantity_range(&spec(kind, unit, per), low, high).replace('\u{a0}', " "), shown);
        }
    }

    #[test]
    fn units_stand_alone() {
        use NumberKind::{Count, Hours, Interval, Money, Percent};
        for (kind, unit, per, shown) in [
            (Count, "person | people", None, "people"),
            (Count, "", None, ""),
            (Count, "", Some(Per::Month), "a month"),
            (Percent, "", None, "%"),
            (Money, "", Some(Per::Month), "€ a month"),
            (Hours, "", Some(Per::Month), "hours a month"),
            (Interval, "", None, "days"),
        ] {
            assert_eq!(EN.unit(&spec(kind, unit, per)), shown);
        }
        assert_eq!(Display { currency: "XYZ", ..EN }.unit(&spec(NumberKind::Money, "", None)), "XYZ");
    }
}
