//! What the report has to know about ids, from `report-templates/outline.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What the report has to know about ids.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outline {
    /// Areas in which the first key gap is looked for, by the number that matters most.
    pub(crate) goal_areas: BTreeMap<String, Vec<String>>,
    /// The questions the wish is made of.
    pub(crate) wish: Wish,
    /// Answers shown at the head of the internal version.
    pub(crate) internal: InternalHead,
}

/// The questions the wish is made of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wish {
    /// The wanted value.
    pub(crate) value: String,
    /// Months until then.
    pub(crate) months: String,
    /// Where each number stands today: a metric or a question.
    pub(crate) now: BTreeMap<String, String>,
}

/// Answers shown at the head of the internal version.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InternalHead {
    /// What limits the next months.
    pub(crate) limits: String,
}
