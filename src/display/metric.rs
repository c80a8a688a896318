//! Metrics: computed values with their units.

use rust_i18n::t;

use super::Display;
use crate::evaluation::MetricValue;
use crate::questionnaire::{Metric, Unit};

/// Decimals of computed numbers where the consultant reads (ruling 9).
const INTERNAL_DECIMALS: usize = 1;

/// Decimals of computed numbers where a client reads.
const CLIENT_DECIMALS: usize = 0;

impl Display<'_> {
    /// A metric's value with its unit, with at most one decimal.
    pub fn metric(&self, metric: &Metric, value: &MetricValue) -> String {
        self.metric_value(metric, value, INTERNAL_DECIMALS)
    }

    /// A metric's value as a client reads it: whole numbers; what lies between none and one keeps a decimal, for there
    /// a whole number would say something else.
    pub fn client_metric(&self, metric: &Metric, value: &MetricValue) -> String {
        self.metric_value(metric, value, CLIENT_DECIMALS)
    }

    /// A metric's interval with its unit, with at most one decimal: "13.8–28%".
    pub fn metric_range(&self, metric: &Metric, low: f64, high: f64) -> String {
        self.measured(metric, low, high, INTERNAL_DECIMALS)
    }

    /// A metric's interval as a client reads it: whole numbers.
    pub fn client_metric_range(&self, metric: &Metric, low: f64, high: f64) -> String {
        self.measured(metric, low, high, CLIENT_DECIMALS)
    }

    fn metric_value(&self, metric: &Metric, value: &MetricValue, decimals: usize) -> String {
        let text = |id: &String| metric.texts.get(id).map_or(id.as_str(), |text| text.get(self.locale)).to_owned();
        match value {
            MetricValue::Number(number) => self.measured(metric, *number, *number, decimals),
            MetricValue::Text(id) => text(id),
            MetricValue::List(ids) => self.names_or_none(&ids.iter().map(text).collect::<Vec<_>>()),
        }
    }

    fn measured(&self, metric: &Metric, low: f64, high: f64, decimals: usize) -> String {
        let fraction = metric.unit == Unit::Number && low == high && low.abs() < 1.0;
        let decimals = if fraction { INTERNAL_DECIMALS } else { decimals };
        let number = self.between(&self.trimmed(low, decimals), &self.trimmed(high, decimals), low < 0.0);
        let text = match metric.unit {
            Unit::Percent => self.with_percent_sign(&number),
            Unit::Money => self.money_range(low, high),
            Unit::Hours => self.timed(&number, "hour"),
            Unit::Days => self.timed(&number, "day"),
            Unit::Points => t!("display.number.points", locale = self.locale, points = number).into_owned(),
            Unit::Number | Unit::Text | Unit::List => number,
        };
        self.over_time(text, metric.per)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, english};
    use super::*;
    use crate::questionnaire::expression::Expression;
    use crate::questionnaire::{LocalText, Per};

    fn metric(unit: Unit, per: Option<Per>) -> Metric {
        Metric {
            id: "some_metric".into(),
            label: english("Some metric"),
            unit,
            per,
            formula: Expression::compile("1", 0..1).unwrap(),
            needs: None,
            needs_text: LocalText::default(),
            interval: None,
            score: None,
            evidence: None,
            explain: LocalText::default(),
            texts: [("hybrid".to_owned(), english("new and returning customers"))].into(),
            context_internal: Vec::new(),
            span: 0..0,
        }
    }

    #[test]
    fn metrics_carry_their_unit() {
        use MetricValue::{List, Number, Text};
        for (unit, per, value, internal, client) in [
            (Unit::Percent, None, Number(37.5), "37.5%", "38%"),
            (Unit::Percent, None, Number(-4.762), "−4.8%", "−5%"),
            (Unit::Percent, Some(Per::Month), Number(1.508), "1.5% a month", "2% a month"),
            (Unit::Number, None, Number(4_200.0), "4,200", "4,200"),
            (Unit::Points, None, Number(55.2083), "55.2 of 100", "55 of 100"),
            (Unit::Number, Some(Per::Month), Number(40.0), "40 a month", "40 a month"),
            (Unit::Number, None, Number(0.54), "0.5", "0.5"),
            (Unit::Money, None, Number(75.0), "€75", "€75"),
            (Unit::Money, Some(Per::Year), Number(10_800.0), "€10,800 a year", "€10,800 a year"),
            (Unit::Hours, Some(Per::Month), Number(28.0), "28 hours a month", "28 hours a month"),
            (Unit::Days, None, Number(1.04), "1 day", "1 day"),
            (Unit::Text, None, Text("hybrid".into()), "new and returning customers", "new and returning customers"),
            (Unit::Text, None, Text("other".into()), "other", "other"),
            (
                Unit::List,
                None,
                List(vec!["hybrid".into(), "x".into()]),
                "new and returning customers and x",
                "new and returning customers and x",
            ),
            (Unit::List, None, List(Vec::new()), "none", "none"),
        ] {
            let metric = metric(unit, per);
            assert_eq!(EN.metric(&metric, &value).replace('\u{a0}', " "), internal);
            assert_eq!(EN.client_metric(&metric, &value).replace('\u{a0}', " "), client);
        }
    }

    #[test]
    fn intervals_carry_the_unit_once() {
        for (unit, low, high, internal, client) in [
            (Unit::Percent, 13.79, 28.0, "13.8–28%", "14–28%"),
            (Unit::Percent, -4.0, 2.0, "−4 to 2%", "−4 to 2%"),
            (Unit::Money, 2_160.0, 8_640.0, "€2,160–8,640", "€2,160–8,640"),
        ] {
            let metric = metric(unit, None);
            assert_eq!(EN.metric_range(&metric, low, high), internal);
            assert_eq!(EN.client_metric_range(&metric, low, high), client);
        }
    }
}
