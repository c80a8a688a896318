//! What can be concluded: findings, strengths, notes about answers that do not agree.

use super::expression::Expression;
use super::model::LocalText;
use crate::problem::Span;

/// Something that could and should happen but does not.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its id, for example `G12`.
    pub id: String,
    /// The area; a goals finding without.
    pub area: Option<String>,
    /// When it fires.
    pub when: Expression,
    /// 1 low to 4 critical.
    pub severity: u8,
    /// What the client reads; may hold `{names}`.
    pub statement: LocalText,
    /// The same when `{names}` is a single row; [`Finding::statement`] where empty.
    pub statement_one: LocalText,
    /// What to do.
    pub action: LocalText,
    /// The id of the role that owns the action.
    pub owner: String,
    /// Hours it takes, from and to.
    pub hours: (f64, f64),
    /// Days until an effect.
    pub days: u32,
    /// Which P or stage it concerns: an id, or the id of a text metric that says which.
    pub p: String,
    /// The rows that made it true.
    pub names: Option<Expression>,
    /// What the client has told that makes it true: one or two halves of a sentence that begins "You told me".
    pub reveal: Vec<LocalText>,
    /// The quadrant of strengths, weaknesses, openings and threats it is drafted into.
    pub swot: String,
    /// Whether it is printed first.
    pub foundation: bool,
    /// Benchmarks the client may read.
    pub context: Vec<String>,
    /// Benchmarks for the consultant alone.
    pub context_internal: Vec<String>,
    /// Where it stands in the file.
    pub span: Span,
}

impl Finding {
    /// Midpoint of the hours it takes.
    pub fn midpoint_hours(&self) -> f64 {
        (self.hours.0 + self.hours.1) / 2.0
    }
}

/// Something that already works.
#[derive(Debug, Clone)]
pub struct Strength {
    /// Its id, for example `S01`.
    pub id: String,
    /// The area.
    pub area: String,
    /// When it holds.
    pub when: Expression,
    /// What the client reads; may hold `{names}`.
    pub statement: LocalText,
    /// The rows that made it true.
    pub names: Option<Expression>,
    /// Where it stands in the file.
    pub span: Span,
}

/// An internal note about answers that do not agree.
#[derive(Debug, Clone)]
pub struct Consistency {
    /// Its id.
    pub id: String,
    /// When it is shown.
    pub when: Expression,
    /// What the consultant reads.
    pub text: LocalText,
    /// What is asked at once, beside the questions it rests on, of whoever answers; may be empty.
    pub ask: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}
