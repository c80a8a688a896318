//! A question: its kind, its words, its bounds, how it is scored.

use super::expression::Expression;
use super::funnel::Funnel;
use super::{Curve, LocalText, Unit};
use crate::problem::Span;

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id, unique over all questionnaires.
    pub id: String,
    /// The area it belongs to.
    pub area: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Values worked out in every row of a table, in the order they are computed.
    pub computed: Vec<Computed>,
    /// How its rows are drawn as a funnel, where they are stages.
    pub funnel: Option<Funnel>,
    /// A short noun phrase, for the outline and tables.
    pub label: LocalText,
    /// What is asked.
    pub wording: Wording,
    /// Other words when a condition holds; the first true one wins.
    pub variants: Vec<Variant>,
    /// What the consultant may ask next; private.
    pub probe: LocalText,
    /// What the consultant listens for; private.
    pub listen: LocalText,
    /// Help for whoever answers; may be empty.
    pub help: LocalText,
    /// The period the answer is about, for example "in the last three months"; may be empty.
    pub period: LocalText,
    /// When it is shown; always without.
    pub when: Option<Expression>,
    /// Its flags.
    pub flags: Flags,
    /// How it is scored itself.
    pub score: Option<QuestionScore>,
    /// What is printed when it is unknown and no finding says so; may be empty.
    pub unknown_text: LocalText,
    /// Whether the answer itself may be printed for the client.
    pub report: bool,
    /// Where to look further when the answer is low: a finding, usually of another questionnaire.
    pub pointer: Option<Pointer>,
    /// Where it stands in the file.
    pub span: Span,
}

/// A finding a low answer points to: a hint where to look, never a conclusion of its own.
///
/// The texts are copied here, so that they can be printed when the other questionnaire is not part of the assessment.
#[derive(Debug, Clone, Default)]
pub struct Pointer {
    /// The finding's id, for example `G01`.
    pub finding: String,
    /// The questionnaire that has it.
    pub questionnaire: String,
    /// What the finding would state.
    pub statement: LocalText,
    /// What it would advise.
    pub action: LocalText,
    /// The fuller questions its condition rests on, through metrics, in order of appearance.
    pub questions: Vec<String>,
}

/// What is asked, aloud or on the owner's screen.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// As the consultant says it.
    pub consultant: LocalText,
    /// As the owner reads it alone.
    pub self_assessment: LocalText,
}

/// Other words for a question when a condition holds.
#[derive(Debug, Clone)]
pub struct Variant {
    /// When it holds.
    pub when: Expression,
    /// The words.
    pub wording: Wording,
}

/// What the marks R, D, H and K of a question say (domain.md 0.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// A must of the 60-minute route.
    pub required: bool,
    /// "Unknown" is itself a finding.
    pub unknown_is_finding: bool,
    /// Sent out before the call.
    pub homework: bool,
    /// Filled in by the consultant afterwards.
    pub desk: bool,
}

/// How an answer turns into points.
#[derive(Debug, Clone)]
pub struct QuestionScore {
    /// Its share inside the area.
    pub weight: f64,
    /// From value (or number of ticks) to points; ratings and choices with points need none.
    pub curve: Option<Curve>,
}

/// The time a rate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Things, named by the unit.
    Count,
    /// Percent, 0 to 100.
    Percent,
    /// Money in the assessment's currency.
    Money,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days, typed as days, weeks, months or years.
    Interval,
}

/// A numeric answer's shape.
#[derive(Debug, Clone)]
pub struct NumberSpec {
    /// What it counts.
    pub kind: NumberKind,
    /// The unit's name for counts; may be empty.
    pub unit: LocalText,
    /// The time it is for.
    pub per: Option<Per>,
    /// Least and greatest value that is possible.
    pub bounds: (f64, f64),
    /// A question whose answer it should not exceed.
    pub at_most: Option<String>,
    /// No fractions.
    pub whole: bool,
}

/// One choice of several.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its id, as the file stores it.
    pub id: String,
    /// What a person reads.
    pub label: LocalText,
    /// Points 0 to 100 when it is scored.
    pub points: Option<f64>,
    /// Help of its own; may be empty.
    pub help: LocalText,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub label: LocalText,
    /// What the consultant says for it; may be empty.
    pub ask: LocalText,
    /// What a cell holds.
    pub kind: CellKind,
    /// The table counts as answered only with that cell in each row.
    pub required: bool,
    /// `question.column` whose entries are offered.
    pub suggest_from: Option<(String, String)>,
    /// The column of choices, and those of them with which this one is asked; with any other there is nothing to ask.
    pub only_for: Option<(String, Vec<String>)>,
}

/// A value worked out in every row of a table from the row itself (`r`) and the row before it (`before`).
///
/// Expressions read it like a column; where an input is missing, or the result is not finite, it is a missing cell.
#[derive(Debug, Clone)]
pub struct Computed {
    /// Its id, different from those of the columns.
    pub id: String,
    /// Its heading.
    pub label: LocalText,
    /// What it counts; never a text or list.
    pub unit: Unit,
    /// How it is computed; it names only `r` and `before`.
    pub formula: Expression,
    /// The columns it needs, through other computed values.
    pub inputs: Vec<String>,
    /// How it is made, in one plain sentence.
    pub explain: LocalText,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub enum CellKind {
    /// Text.
    Text,
    /// A number.
    Number(NumberSpec),
    /// One choice.
    One(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// A rating from 0; a label for every point.
    Rating(Vec<LocalText>),
}

/// A fixed row of a table or grid.
#[derive(Debug, Clone)]
pub struct FixedRow {
    /// Its id.
    pub id: String,
    /// What a person reads.
    pub label: LocalText,
    /// Help of its own; may be empty.
    pub help: LocalText,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One choice.
    One(Vec<Choice>),
    /// Several choices; `exclusive` stands alone.
    Many {
        /// The choices.
        choices: Vec<Choice>,
        /// The id of the choice that excludes the others.
        exclusive: Option<String>,
    },
    /// A number.
    Number(NumberSpec),
    /// A rating from 0 to 4; a label for every point.
    Rating(Vec<LocalText>),
    /// Text; one line unless `long`.
    Text {
        /// Several lines.
        long: bool,
    },
    /// A list of texts.
    List {
        /// Fewest entries.
        least: usize,
        /// Most entries.
        most: usize,
    },
    /// A date.
    Date,
    /// A table with free rows.
    Table {
        /// Its columns.
        columns: Vec<Column>,
        /// Fewest rows.
        least: usize,
        /// Most rows.
        most: usize,
        /// The choice column by which it is shown as four quadrants.
        quadrants: Option<String>,
    },
    /// A table with fixed rows. One column with the id `value` is stored as `row = value`.
    Rows {
        /// The rows.
        rows: Vec<FixedRow>,
        /// The columns, one named `value` when there is one cell a row.
        columns: Vec<Column>,
    },
    /// Rows crossed with the entries of a list question; each cell a rating.
    Grid {
        /// The rows.
        rows: Vec<FixedRow>,
        /// The list question whose entries are the columns.
        columns_from: String,
        /// A label for every point, from 0.
        points: Vec<LocalText>,
    },
    /// Process maps, drawn step by step; the value is [`Value::Maps`](crate::assessment::Value::Maps).
    Maps {
        /// The halves of the business a process can belong to.
        halves: Vec<Choice>,
        /// Fewest maps.
        least: usize,
        /// Most maps.
        most: usize,
    },
}

/// The id of the one column of fixed rows with one cell a row.
pub const SINGLE_COLUMN: &str = "value";

impl Question {
    /// Whether its answer is a table of any kind.
    pub fn is_table(&self) -> bool {
        matches!(self.kind, Kind::Table { .. } | Kind::Rows { .. } | Kind::Grid { .. })
    }

    /// The number's shape, for numeric questions.
    pub fn number(&self) -> Option<&NumberSpec> {
        match &self.kind {
            Kind::Number(spec) => Some(spec),
            _ => None,
        }
    }

    /// The choices of a question with one or several choices.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::One(choices) | Kind::Many { choices, .. } => choices,
            _ => &[],
        }
    }

    /// The columns of a table with free or fixed rows.
    pub fn columns(&self) -> &[Column] {
        match &self.kind {
            Kind::Table { columns, .. } | Kind::Rows { columns, .. } => columns,
            _ => &[],
        }
    }

    /// The columns a column rests on: its inputs when it is computed, otherwise itself.
    pub fn columns_behind<'a>(&'a self, column: &'a str) -> Vec<&'a str> {
        match self.computed.iter().find(|one| one.id == column) {
            Some(computed) => computed.inputs.iter().map(String::as_str).collect(),
            None => vec![column],
        }
    }

    /// The fixed rows of a table or grid.
    pub fn fixed_rows(&self) -> &[FixedRow] {
        match &self.kind {
            Kind::Rows { rows, .. } | Kind::Grid { rows, .. } => rows,
            _ => &[],
        }
    }
}
