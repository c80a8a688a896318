//! Numbers derived from answers.

use std::collections::BTreeMap;

use super::expression::Expression;
use super::model::LocalText;
use crate::problem::Span;

/// What a metric's value is, for printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A percentage, 0 to 100 unless it is a growth.
    Percent,
    /// A plain number.
    Number,
    /// Points of a scale from 0 to 100, such as readiness.
    Points,
    /// Money in the assessment's currency.
    Money,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// A text, one of [`Metric::texts`] where those are given.
    Text,
    /// A list of texts.
    List,
}

/// A number derived from answers.
#[derive(Debug, Clone)]
pub struct Metric {
    /// Its id, unique among questions and metrics.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// What it counts.
    pub unit: Unit,
    /// The time it is for, when it is a rate over time.
    pub per: Option<super::question::Per>,
    /// How it is computed.
    pub formula: Expression,
    /// When it may be computed at all.
    pub needs: Option<Expression>,
    /// The reason given when [`Metric::needs`] is false.
    pub needs_text: LocalText,
    /// Lower and upper end of its interval.
    pub interval: Option<(Expression, Expression)>,
    /// How it counts in an area.
    pub score: Option<MetricScore>,
    /// How well it is known, when that is not the mean of its inputs.
    pub evidence: Option<crate::assessment::Evidence>,
    /// How it is made, in one plain sentence.
    pub explain: LocalText,
    /// What a person reads for each value of a text metric.
    pub texts: BTreeMap<String, LocalText>,
    /// Benchmarks the consultant reads beside it, and no client.
    pub context_internal: Vec<String>,
    /// Where it stands in the file.
    pub span: Span,
}

/// How a metric counts in an area.
#[derive(Debug, Clone)]
pub struct MetricScore {
    /// The area.
    pub area: String,
    /// Its share inside the area.
    pub weight: f64,
    /// From value to points; the value itself without.
    pub curve: Option<Curve>,
    /// Coverage and confidence scale with the rated share of that question.
    pub covers: Option<String>,
}

/// A curve through points, linear between and flat outside; x strictly increasing.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The points (x, y).
    pub points: Vec<(f64, f64)>,
}

impl Curve {
    /// The height of the curve at `x`.
    pub fn at(&self, x: f64) -> f64 {
        let Some(&(first_x, first_y)) = self.points.first() else { return 0.0 };
        if x <= first_x {
            return first_y;
        }
        for pair in self.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if x <= x1 {
                return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
            }
        }
        self.points.last().map_or(first_y, |point| point.1)
    }
}
