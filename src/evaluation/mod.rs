//! Everything computed: a pure function of questionnaires, assumptions and an assessment.

mod model;

pub use model::*;

use crate::assessment::Assessment;
use crate::questionnaire::Selection;

/// Computes everything from one assessment: same inputs, same result.
pub fn evaluate(_selection: &Selection, _assessment: &Assessment) -> Evaluation {
    todo!("being written")
}
