//! What a report may say of the assessment that its own follows up on.

use crate::comparison::Comparison;
use crate::questionnaire::Selection;

/// The assessment before, as far as a report needs it.
#[derive(Debug, Clone, Copy, Default)]
pub enum Earlier<'a> {
    /// This one follows no other.
    #[default]
    None,
    /// It was compared.
    Compared {
        /// What changed.
        comparison: &'a Comparison,
        /// The earlier assessment's questionnaires: they know goals that the later one's may not.
        selection: &'a Selection,
    },
    /// It cannot be had; only the consultant is told.
    Missing {
        /// Why, and what to do about it.
        reason: &'a str,
    },
}
