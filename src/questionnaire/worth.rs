//! What small improvements could be worth, and which questionnaire to go on with.

use super::expression::Expression;
use super::model::LocalText;
use crate::problem::Span;

/// What small improvements could be worth, in a year.
#[derive(Debug, Clone, Default)]
pub struct Worth {
    /// The parts.
    pub parts: Vec<WorthPart>,
    /// Percent of revenue that remains, to turn the total into profit.
    pub margin: Option<Expression>,
    /// Spending that is asked about.
    pub question: Option<WorthQuestion>,
}

/// One improvement.
#[derive(Debug, Clone)]
pub struct WorthPart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// The full yearly amount.
    pub formula: Expression,
    /// The assumption whose low, base and high share the amount is multiplied by.
    pub shares: String,
    /// Of one group only the larger part counts.
    pub group: String,
    /// What the reader is told.
    pub text: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// Spending that is asked about, never called a loss.
#[derive(Debug, Clone)]
pub struct WorthQuestion {
    /// The amount a year.
    pub formula: Expression,
    /// The rows concerned.
    pub names: Option<Expression>,
    /// What the reader is asked; holds `{money}` and `{names}`.
    pub text: LocalText,
}

/// Which questionnaire to go on with.
#[derive(Debug, Clone)]
pub struct Next {
    /// When it is suggested.
    pub when: Expression,
    /// Its id.
    pub questionnaire: String,
    /// Why.
    pub reason: LocalText,
}
