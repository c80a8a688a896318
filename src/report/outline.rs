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
    /// The tables of the system that carries a customer from stage to stage.
    pub(crate) hourglass: Option<Hourglass>,
    /// The loop between four places, and what flows between them.
    pub(crate) flows: Option<Flows>,
    /// What the part of a questionnaire names beside its tables.
    #[serde(default)]
    pub(crate) system: Vec<System>,
    /// Tables whose headline is what a metric says, where no finding heads them.
    #[serde(default)]
    pub(crate) headlines: BTreeMap<String, String>,
    /// Tables of answers that are printed in pieces, or with some of their columns only.
    #[serde(default)]
    pub(crate) table: Vec<Piece>,
}

/// What the part of a questionnaire names beside its tables.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct System {
    /// The questionnaire.
    pub(crate) questionnaire: String,
    /// The figures that tell most, in order.
    pub(crate) figures: Vec<KeyFigure>,
}

/// A figure that tells much.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFigure {
    /// The metric.
    pub(crate) metric: String,
    /// A metric that is said with it, for example how it was found.
    #[serde(default)]
    pub(crate) with: String,
    /// Benchmarks to see it beside; those that are internal are kept from the client.
    #[serde(default)]
    pub(crate) context: Vec<String>,
}

/// A loop between four places.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flows {
    /// The questionnaire it is told by.
    pub(crate) questionnaire: String,
    /// The places, from the upper left of the drawing, clockwise; words.en.toml names them under `[flows.place]`.
    pub(crate) places: Vec<String>,
    /// From how many of 100 points on a flow is said to work.
    pub(crate) works_from: f64,
    /// Below how many it is said to be missing.
    pub(crate) missing_below: f64,
    /// The flows, in the order they go round.
    pub(crate) flow: Vec<Flow>,
}

/// What flows from one place to another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flow {
    /// Its id; words.en.toml names it under `[flows.label_of]` and `[flows.what]`.
    pub(crate) id: String,
    /// The place it comes from.
    pub(crate) from: String,
    /// The place it goes to.
    pub(crate) to: String,
    /// What tells of it: the weakest of these says how it stands.
    pub(crate) by: Vec<FlowSource>,
}

/// A scored answer or metric that tells of a flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowSource {
    /// The question or the metric.
    pub(crate) of: String,
    /// From how many points on the flow works by it, where that is not the same for all.
    pub(crate) works_from: Option<f64>,
}

/// Some columns of a table, given or worked out, in the order they are printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Piece {
    /// The table's question.
    pub(crate) question: String,
    /// Its columns; one that the table does not have is left out.
    pub(crate) columns: Vec<String>,
}

/// The tables of the system that carries a customer from stage to stage, and their columns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hourglass {
    /// The table of stages.
    pub(crate) stages: String,
    /// Its column of who looks after it.
    pub(crate) owner: String,
    /// Its column of the sign to go by.
    pub(crate) metric: String,
    /// Its worked-out column of how ready a stage is, from 0 to 100.
    pub(crate) ready: String,
    /// The steps of a system.
    pub(crate) steps: String,
    /// The step that says whether the stages are looked at every week.
    pub(crate) review: String,
    /// From which point on they are.
    pub(crate) reviewed_from: f64,
    /// The table of tasks that come again and again.
    pub(crate) tasks: String,
    /// Its column of what is done.
    pub(crate) task: String,
    /// Its column of hours a week.
    pub(crate) hours: String,
    /// Its column of hours to set it up.
    pub(crate) setup: String,
    /// Its worked-out column of weeks until that is paid back.
    pub(crate) payback: String,
    /// Its worked-out column of hours a year it would free.
    pub(crate) gain: String,
    /// The metric that lists the tasks worth automating.
    pub(crate) candidates: String,
    /// The metric of the hours a year that go into all tasks of that kind, worth automating or not.
    pub(crate) routine: String,
    /// The sheets that come out with it, the weekly one first.
    pub(crate) sheets: Vec<String>,
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
    /// Amounts added up by the choices of a column, those that get nothing too.
    Balance {
        /// The table's question.
        question: String,
        /// The column with the choices.
        by: String,
        /// The columns added up.
        amounts: Vec<String>,
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
            Self::Purpose { question, .. }
            | Self::Balance { question, .. }
            | Self::Shares { question, .. }
            | Self::Bars { question, .. } => question,
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
