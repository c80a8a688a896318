//! What strengths, weaknesses, openings and threats are drafted from.

use super::model::LocalText;

/// One rule of the draft: what goes into a quadrant, and how much of it.
#[derive(Debug, Clone)]
pub struct SwotRule {
    /// The id of the quadrant, a choice of the table that `[uses] swot` names.
    pub quadrant: String,
    /// What the lines are made from.
    pub source: SwotSource,
    /// How many lines it gives at the most, over each questionnaire of the assessment; no limit where absent.
    pub most: Option<usize>,
    /// What a line says of an area, with `{area}` in its place; empty for what has words of its own.
    pub text: LocalText,
}

/// What drafted lines are made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SwotSource {
    /// The strengths that hold.
    Strengths,
    /// The findings that name this quadrant, and where a severity is given those that name none and are as severe.
    Findings {
        /// From this severity on, 1 to 4.
        severity: Option<u8>,
    },
    /// The areas that stand best, none below these points (0 to 100).
    BestAreas {
        /// The least points.
        from: f64,
    },
    /// The areas that have furthest to go, none above these points (0 to 100).
    LowestAreas {
        /// The most points.
        to: f64,
    },
}
