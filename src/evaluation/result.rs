//! What metrics came to, or why they are missing.

use crate::assessment::Evidence;

/// What a metric came to.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricEvaluation {
    /// The metric's id.
    pub id: String,
    /// Its value, when it could be computed.
    pub value: Option<MetricValue>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end of its interval.
    pub high: Option<f64>,
    /// Why it is missing.
    pub reason: Option<MissingReason>,
    /// Questions that would have to be answered.
    pub missing: Vec<String>,
    /// Weight of its evidence, 0 to 1: the mean over the questions it rests on.
    pub evidence: f64,
    /// The weakest evidence among its inputs.
    pub weakest: Option<Evidence>,
}

impl MetricEvaluation {
    /// The number, when it is one.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Some(MetricValue::Number(number)) => Some(number),
            _ => None,
        }
    }
}

/// A metric's value.
#[derive(Debug, Clone, PartialEq)]
pub enum MetricValue {
    /// A finite number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// Why a metric could not be computed.
#[derive(Debug, Clone, PartialEq)]
pub enum MissingReason {
    /// Inputs are open, owed or unknown: see [`MetricEvaluation::missing`].
    Inputs,
    /// A row lacks a cell it needs.
    Cell {
        /// The table.
        question: String,
        /// The row's name, or its number where it has none.
        row: String,
    },
    /// Inputs do not apply or are hidden.
    NotApplicable,
    /// Two of its inputs contradict each other.
    Contradiction,
    /// Its own requirement is not met; the metric says why.
    Needs,
    /// Nothing to compute from: no rows, or a division by zero.
    Undefined,
}
