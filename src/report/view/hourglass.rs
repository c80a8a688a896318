//! What only the system that carries a customer from stage to stage can tell: who answers for what, which work could run by
//! itself, and the sheets by which it is kept going.

use serde::Serialize;

use super::Material;
use super::accountability::{self, Stages};
use super::automation::{self, Automation};
use super::review_sheets::{self, ReviewSheet};

/// The parts; each is absent while nothing is known for it.
#[derive(Debug, Serialize)]
pub(super) struct Hourglass {
    /// Who answers for which stage.
    pub(super) stages: Option<Stages>,
    /// Which tasks could run by themselves.
    pub(super) automation: Option<Automation>,
    /// The sheets to work by: for whoever runs the reviews, the consultant or an owner alone.
    sheets: Vec<ReviewSheet>,
}

/// Builds the parts; nothing where no questionnaire has the tables.
pub(super) fn build(material: &Material) -> Option<Hourglass> {
    let outline = material.outline.hourglass.as_ref()?;
    let stages = accountability::build(material, outline);
    let automation = automation::build(material, outline);
    let runs_reviews = material.is_internal() || material.is_self();
    let sheets = if runs_reviews { review_sheets::build(material, outline, stages.as_ref()) } else { Vec::new() };
    (stages.is_some() || automation.is_some()).then_some(Hourglass { stages, automation, sheets })
}
