//! How numbers, answers and dates are shown to a person, in screens, messages and reports alike.

use crate::assessment::{Evidence, Value};
use crate::evaluation::MetricValue;
use crate::questionnaire::{Metric, NumberSpec, Question};

/// The language and currency everything is shown in.
#[derive(Debug, Clone, Copy)]
pub struct Display<'a> {
    /// Language tag, for example `en`.
    pub locale: &'a str,
    /// ISO code of the currency.
    pub currency: &'a str,
}

impl Display<'_> {
    /// A number with the language's separators, rounded halves up as `floor(10^d x + 0.5 + 1e-9)`; a real minus sign.
    pub fn number(&self, _value: f64, _decimals: usize) -> String {
        todo!()
    }

    /// A number with as many decimals as it has, at most two.
    pub fn plain(&self, _value: f64) -> String {
        todo!()
    }

    /// Money, whole from 100 on, otherwise with cents where there are any.
    pub fn money(&self, _value: f64) -> String {
        todo!()
    }

    /// A quantity with its unit and the time it is for, for example "60 hours a month", "30%", "4,000 contacts".
    pub fn quantity(&self, _spec: &NumberSpec, _value: f64) -> String {
        todo!()
    }

    /// A metric's value with its unit.
    pub fn metric(&self, _metric: &Metric, _value: &MetricValue) -> String {
        todo!()
    }

    /// An answer's value in one line: labels of choices, quantities with units, "6 rows" for tables.
    pub fn answer(&self, _question: &Question, _value: &Value) -> String {
        todo!()
    }

    /// How an answer's evidence is said: measured, observed, stated, guessed.
    pub fn evidence(&self, _evidence: Evidence) -> String {
        todo!()
    }

    /// A date as people of the language write it.
    pub fn date(&self, _date: jiff::civil::Date) -> String {
        todo!()
    }
}
