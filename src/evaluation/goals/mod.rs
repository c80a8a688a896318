//! Goals that are realistic, the options to get there, and a plan that fits the hours (domain.md 6, rulings.md 18).

mod model;
mod record;

pub use model::*;
pub use record::*;

use crate::assessment::Assessment;
use crate::questionnaire::Selection;

/// The cases an assessment adds to the record: its closed and abandoned goals, with nothing that names the client.
pub fn cases_of(_selection: &Selection, _assessment: &Assessment) -> Vec<Case> {
    Vec::new()
}
