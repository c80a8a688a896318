//! Goal rules as data (domain.md 6): which numbers can be aimed at, when not to, and the options to choose from.

use super::expression::Expression;
use super::model::LocalText;
use super::question::NumberSpec;
use crate::problem::Span;

/// How a goal's forecast is made (domain.md 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalClass {
    /// An area's score.
    Practice,
    /// A share of things done, such as the content grid.
    Coverage,
    /// Decided, not forecast: "a personal reply within 24 hours".
    Standard,
    /// An amount a month, growing quarter by quarter.
    Volume,
    /// A share of people who act, moving slowly.
    Rate,
    /// Anything else: the same record, no forecast.
    Manual,
}

impl GoalClass {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Practice, Self::Coverage, Self::Standard, Self::Volume, Self::Rate, Self::Manual];

    /// The word of the files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Coverage => "coverage",
            Self::Standard => "standard",
            Self::Volume => "volume",
            Self::Rate => "rate",
            Self::Manual => "manual",
        }
    }
}

/// Which way a metric gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// A number a goal can be set for.
#[derive(Debug, Clone)]
pub struct GoalMetric {
    /// Its id, as `[[goals]]` and the goal question name it.
    pub id: String,
    /// Its name, a noun phrase in lower case: "enquiries a month".
    pub label: LocalText,
    /// What exactly is counted, in one sentence.
    pub definition: LocalText,
    /// How its forecast is made.
    pub class: GoalClass,
    /// What its value counts, of what and in which time.
    pub spec: NumberSpec,
    /// Which way it gets better.
    pub better: Better,
    /// Where it stands today; none for a manual goal.
    pub baseline: Option<Expression>,
    /// How many events in three months stand behind it, where that can be said.
    pub events: Option<Expression>,
    /// Quarters before an effect shows; the class's own lag without.
    pub lag: Option<Expression>,
    /// Quarters used when [`GoalMetric::lag`] cannot be computed.
    pub lag_unknown: Option<f64>,
    /// Whether a long way from contact to purchase delays it further.
    pub slow_sales: bool,
    /// What is watched every week, because it moves first.
    pub leading: LocalText,
    /// The goal metric it moves through; said among the assumptions.
    pub through: Option<String>,
    /// Areas whose findings bear on it.
    pub areas: Vec<String>,
    /// What one more a month costs, when it can be bought.
    pub cost: Option<Expression>,
    /// How many people two versions of a test could be shown to, for a rate.
    pub audience: Option<Expression>,
    /// How much of it one enquiry brings, where money buys enquiries and not the metric itself.
    pub per_enquiry: Option<Expression>,
    /// The values a standard proposes, easiest first.
    pub breakpoints: Vec<f64>,
    /// The finding whose action brings a standard about.
    pub finding: Option<String>,
    /// A standard in words, with `{value}`: "A personal reply within {value}".
    pub standard: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a check looks at when it is not a condition over answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    /// The baseline is unknown, or its sources differ by too much.
    Baseline,
    /// Too few events stand behind a rate.
    Events,
    /// Too few hours are free.
    Hours,
    /// Nobody owns the goal.
    Owner,
}

/// What a check does to a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// First measure.
    Measure,
    /// Only practice, standard and measure goals for now.
    Practice,
    /// First free hours.
    Hours,
    /// First agree how enquiries are handed over.
    Handover,
    /// First make room to deliver, or seek customers of higher value.
    Capacity,
    /// It stays a draft.
    Draft,
    /// It stays proposed.
    Proposed,
    /// It is allowed, with a condition that is printed.
    Condition,
}

impl Instead {
    /// The word of the files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Practice => "practice",
            Self::Hours => "hours",
            Self::Handover => "handover",
            Self::Capacity => "capacity",
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Condition => "condition",
        }
    }

    /// Whether it takes the place of the goal that was wished for.
    pub fn replaces(self) -> bool {
        !matches!(self, Self::Draft | Self::Proposed | Self::Condition)
    }
}

/// A reason not to set an outcome goal as wished (domain.md 6.1).
#[derive(Debug, Clone)]
pub struct GoalCheck {
    /// Its id.
    pub id: String,
    /// Its place among the checks of all questionnaires, ascending.
    pub order: f64,
    /// When it applies; a builtin check without.
    pub when: Option<Expression>,
    /// What the program itself looks at.
    pub builtin: Option<Builtin>,
    /// Classes of goals it concerns.
    pub classes: Vec<GoalClass>,
    /// What it does.
    pub instead: Instead,
    /// Why, as the client reads it; may hold `{metric}`, `{events}`, `{low}`, `{high}`, `{hours}`.
    pub text: LocalText,
    /// The goal that takes its place, or the condition: may hold `{metric}`, `{owner}`, `{hours}`.
    pub goal: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// One way to go on: how many tactics at once (domain.md 6.4).
#[derive(Debug, Clone)]
pub struct GoalOption {
    /// Its id, a choice of the option question.
    pub id: String,
    /// Its letter, as people speak of it.
    pub letter: String,
    /// Its name.
    pub title: LocalText,
    /// What it means, in a sentence.
    pub summary: LocalText,
    /// Tactics at once.
    pub tactics: u32,
    /// How many metrics it can move.
    pub metrics: u32,
    /// Days until first signs, from and to.
    pub first_signs: (u32, u32),
    /// How well the cause of an effect can be seen.
    pub cause: LocalText,
    /// What could go wrong.
    pub risk: LocalText,
    /// When it is recommended, and why; the first option with a true condition wins, in the order of the file.
    pub recommend: Vec<(Expression, LocalText)>,
    /// Why it is recommended when no condition of any option is true; empty for all but one option.
    pub otherwise: LocalText,
    /// What the consultant does, a sentence each, as an offer says it.
    pub we: Vec<LocalText>,
    /// What the client does.
    pub you: Vec<LocalText>,
    /// Where it stands in the file.
    pub span: Span,
}

/// Something that makes progress slower (domain.md 6.2, "cap multipliers").
#[derive(Debug, Clone)]
pub struct Slowdown {
    /// Its id.
    pub id: String,
    /// When it applies.
    pub when: Expression,
    /// The assumption whose number the cap is multiplied by.
    pub factor: String,
    /// How it is said among the assumptions.
    pub text: LocalText,
    /// Where it stands in the file.
    pub span: Span,
}

/// Everything a questionnaire says about goals.
#[derive(Debug, Clone, Default)]
pub struct GoalRules {
    /// Numbers a goal can be set for.
    pub metrics: Vec<GoalMetric>,
    /// Reasons not to.
    pub checks: Vec<GoalCheck>,
    /// What makes progress slower.
    pub slowdowns: Vec<Slowdown>,
    /// Options.
    pub options: Vec<GoalOption>,
    /// When the way from contact to purchase is long, which delays some metrics.
    pub slow_sales: Option<Expression>,
    /// What the client may expect, printed with the options.
    pub expectation: LocalText,
    /// Added where buying takes long.
    pub expectation_long: LocalText,
}
