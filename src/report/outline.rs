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
    /// Tables of answers that are also drawn.
    #[serde(default)]
    pub(crate) picture: Vec<Picture>,
}

/// How a table of answers is drawn; a name that the table does not have leaves its part of the drawing out.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Picture {
    /// Amounts added up by what they serve, those that serve nothing last.
    Purpose {
        /// The table's question.
        question: String,
        /// The column that says what a row serves.
        by: String,
        /// The columns added up.
        amounts: Vec<String>,
    },
    /// One bar for each row, the longest first, with its direction and a mark.
    Shares {
        /// The table's question.
        question: String,
        /// The column that names a row.
        name: String,
        /// The column drawn as bars.
        share: String,
        /// A choice column: where it goes.
        #[serde(default)]
        direction: String,
        /// The choice that means it grows.
        #[serde(default)]
        rising: String,
        /// The choice that means it shrinks.
        #[serde(default)]
        falling: String,
        /// A yes-or-no column.
        #[serde(default)]
        marked: String,
    },
    /// One bar for each row, in the table's order: stages, for example.
    Bars {
        /// The table's question.
        question: String,
        /// The column drawn as bars.
        amount: String,
        /// The column that names a row; tables with fixed rows need none.
        #[serde(default)]
        name: String,
    },
}

impl Picture {
    /// The table's question.
    pub(crate) fn question(&self) -> &str {
        match self {
            Self::Purpose { question, .. } | Self::Shares { question, .. } | Self::Bars { question, .. } => question,
        }
    }
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
