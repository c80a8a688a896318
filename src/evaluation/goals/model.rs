//! What is computed of goals: plain numbers and ids; words are put to them by `display`.

use jiff::civil::Date;

use super::record::Calibration;
use crate::assessment::{Evidence, GoalStatus};
use crate::evaluation::{ConfidenceWord, Range};
use crate::questionnaire::GoalClass;

/// One goal: from an entry of `[[goals]]`, or drafted from the client's wish when there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalEvaluation {
    /// Id of the goal metric.
    pub metric: String,
    /// Its place in [`Assessment::goals`](crate::assessment::Assessment::goals); `None` when it was drafted from the answers.
    pub index: Option<usize>,
    /// How a forecast for this metric is made.
    pub class: GoalClass,
    /// What kind of goal it came to be.
    pub kind: GoalKind,
    /// The first check that put another goal in its place, by id (domain.md 6.1).
    pub replaced_by: Option<String>,
    /// Checks that hold it back or add a condition, by id, in order.
    pub conditions: Vec<String>,
    /// Where the metric stands, in its unit.
    pub baseline: Option<f64>,
    /// The date the baseline speaks of.
    pub baseline_date: Date,
    /// The weakest evidence the baseline rests on.
    pub baseline_evidence: Option<Evidence>,
    /// Low and high of the sources of the baseline, where an answer gave them.
    pub sources: Option<(f64, f64)>,
    /// Events in three months behind the baseline.
    pub events: Option<f64>,
    /// The wish, in the metric's unit.
    pub wanted: Option<f64>,
    /// By when.
    pub deadline: Option<Date>,
    /// Whole months from the assessment's date to the deadline.
    pub months: Option<i32>,
    /// Quarters before an effect can show, whether it is forecast or not.
    pub lag: f64,
    /// The range as it was computed; `None` where nothing is forecast.
    pub unrounded: Option<Range>,
    /// The range as it is printed, promised and compared: rounded against optimism (domain.md 6.2).
    pub range: Option<Range>,
    /// What to aim at: base, never beyond wanted; a standard's value.
    pub target: Option<f64>,
    /// The planned improvement: in the metric's unit, diluted (`rf`), before calibration. Frozen into the file on agreement.
    pub planned: Option<f64>,
    /// How the wish compares with the range.
    pub verdict: Option<Verdict>,
    /// Quarters until the wish could be reached, for volumes beyond the range; `None` otherwise or when not forecast.
    pub quarters_needed: Option<f64>,
    /// What reaching the wish would take, for volumes beyond the range.
    pub inverse: Option<Inverse>,
    /// What a standard promises.
    pub standard: Option<StandardEvaluation>,
    /// How many people a test of two versions needs, for a rate.
    pub test: Option<AbTest>,
    /// Findings whose actions bear on the goal, most urgent first.
    pub findings: Vec<String>,
    /// What the numbers rest on, in the order they are printed.
    pub assumptions: Vec<GoalAssumption>,
    /// How far the numbers can be trusted.
    pub confidence: ConfidenceWord,
    /// Past cases of this kind: the interval, and how many there are.
    pub calibration: Calibration,
    /// Who owns it; may be empty.
    pub owner: String,
    /// The status the file says, drafts for a wish.
    pub stated: GoalStatus,
    /// The status the rules allow: never further than [`GoalEvaluation::stated`] for open goals.
    pub status: GoalStatus,
    /// The furthest status the rules allow today.
    pub allowed: GoalStatus,
    /// Parts that are still blank; any of them keeps a goal from being agreed.
    pub blanks: Vec<Blank>,
    /// What is odd about its numbers.
    pub flags: Vec<GoalFlag>,
    /// The value reached, once closed.
    pub actual: Option<f64>,
    /// Days on which it is looked at again, ascending, the deadline last.
    pub reviews: Vec<Date>,
}

/// What kind of goal it came to be (the `kind` of `score --json`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalKind {
    /// An area's score, forecast.
    Practice,
    /// A share of things done, forecast.
    Coverage,
    /// Decided: kept in nine of ten cases from a day on.
    Standard,
    /// An amount a month, forecast.
    Volume,
    /// A share of people, forecast.
    Rate,
    /// The deadline comes before an effect can show: only the leading indicator is aimed at.
    Leading,
    /// No baseline: the first goal is to measure.
    Measure,
    /// Hours have to be freed first.
    Hours,
    /// Handover has to be agreed first.
    Handover,
    /// Room to deliver, or customers of higher value, come first.
    Capacity,
    /// The same record without a forecast.
    Manual,
}

impl GoalKind {
    /// The word of `score --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Coverage => "coverage",
            Self::Standard => "standard",
            Self::Volume => "volume",
            Self::Rate => "rate",
            Self::Leading => "leading",
            Self::Measure => "measure",
            Self::Hours => "hours",
            Self::Handover => "handover",
            Self::Capacity => "capacity",
            Self::Manual => "manual",
        }
    }

    /// Whether it has a range of its own.
    pub fn is_forecast(self) -> bool {
        matches!(self, Self::Practice | Self::Coverage | Self::Volume | Self::Rate)
    }
}

/// How a wish compares with the range; compared rounded (rulings.md 18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// At most the low end.
    Likely,
    /// At most the middle.
    WithinReach,
    /// At most the high end.
    Stretch,
    /// Above the high end.
    Beyond,
}

impl Verdict {
    /// The word of `score --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::WithinReach => "within_reach",
            Self::Stretch => "stretch",
            Self::Beyond => "beyond_range",
        }
    }
}

/// What reaching a wish beyond the range would take (domain.md 6.2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inverse {
    /// Money a month, in the assessment's currency, to two significant figures.
    pub money: Option<f64>,
    /// What one more enquiry costs today, where money is spoken of.
    pub price: Option<f64>,
    /// The date by which it could be reached without it; `None` when that is more than eight quarters away.
    pub until: Option<Date>,
    /// The shortfall is larger than money alone would probably buy.
    pub money_alone_falls_short: bool,
}

/// Whether two versions can be compared (domain.md 6.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AbTest {
    /// The difference looked for, in points.
    pub difference: f64,
    /// People each version needs.
    pub needed: f64,
    /// People there are for each version: half of the audience.
    pub available: f64,
    /// The smallest difference, in points, that so many people would show; larger than `difference` when they are too few.
    pub smallest_difference: f64,
}

impl AbTest {
    /// Whether there are people enough.
    pub fn is_feasible(&self) -> bool {
        self.available >= self.needed
    }
}

/// What a standard promises: "{standard}, kept in nine of ten cases, from day {day}".
#[derive(Debug, Clone, PartialEq)]
pub struct StandardEvaluation {
    /// The value promised, in the metric's unit.
    pub value: f64,
    /// In how many of ten cases it is kept.
    pub kept_of_ten: f64,
    /// From which day on.
    pub day: u32,
    /// The finding whose action brings it about, when it fired.
    pub finding: Option<String>,
    /// Hours that action takes.
    pub hours: f64,
    /// Whether the spare hours of the 90 days cover it.
    pub fits: bool,
}

/// Something the numbers rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalAssumption {
    /// Which, for example `cap`, `capacity`, `lag`, `rf`, `r`, `through`, `deliver_partly`; words stand in the locale file.
    pub id: String,
    /// Its number, when it has one.
    pub number: Option<f64>,
    /// Its word, when it has one: an id, such as `medium` or a goal metric.
    pub word: Option<String>,
}

/// A part of the record that is still blank (SMART).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// What is counted.
    Definition,
    /// Where it stands today.
    Baseline,
    /// The wished value.
    Wanted,
    /// By when.
    Deadline,
    /// Who owns it.
    Owner,
    /// The range, or the standard's sentence.
    Range,
    /// What is watched every week.
    Leading,
}

impl Blank {
    /// The word of the locale file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Baseline => "baseline",
            Self::Wanted => "wanted",
            Self::Deadline => "deadline",
            Self::Owner => "owner",
            Self::Range => "range",
            Self::Leading => "leading",
        }
    }
}

/// Something odd about a goal's numbers, said beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalFlag {
    /// The deadline is not after the assessment's date.
    DeadlinePassed,
    /// It was agreed in an earlier assessment, and its date has come: it is closed with the value that was reached.
    Due,
    /// A percentage above 100 is wanted; it counts as 100.
    AboveHundred,
    /// The wish is no better than where things stand.
    NoImprovement,
    /// The baseline is zero or less: nothing can grow from it by a share.
    NothingToGrow,
    /// Spare hours were not given.
    HoursUnknown,
    /// The metric is not one any questionnaire of the assessment knows.
    UnknownMetric,
    /// The figures have changed since it was agreed: the range would be another today.
    Changed,
}

impl GoalFlag {
    /// The word of the locale file.
    pub fn id(self) -> &'static str {
        match self {
            Self::DeadlinePassed => "deadline_passed",
            Self::Due => "due",
            Self::AboveHundred => "above_hundred",
            Self::NoImprovement => "no_improvement",
            Self::NothingToGrow => "nothing_to_grow",
            Self::HoursUnknown => "hours_unknown",
            Self::UnknownMetric => "unknown_metric",
            Self::Changed => "changed",
        }
    }
}
