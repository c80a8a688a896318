//! Everything that is computed from an assessment: plain numbers and ids, no texts.
//!
//! Scores are 0 to 100 and unrounded, coverage and confidence fractions 0 to 1. What is absent is `None`, never zero.

use std::collections::BTreeMap;

use crate::assessment::Evidence;

/// Everything computed from one assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// One for each questionnaire of the assessment, in its order.
    pub questionnaires: Vec<QuestionnaireEvaluation>,
    /// Where each question of those questionnaires stands.
    pub standings: BTreeMap<String, Standing>,
    /// Pairs of answers that cannot both be right.
    pub contradictions: Vec<Contradiction>,
    /// What small improvements could be worth in a year.
    pub worth: WorthEvaluation,
    /// Open questions by how much they could move the overall score, best first.
    pub next_questions: Vec<NextQuestion>,
}

impl Evaluation {
    /// Where a question stands; open for ids nobody asked.
    pub fn standing(&self, question: &str) -> Standing {
        self.standings.get(question).copied().unwrap_or(Standing::Open)
    }

    /// Whether a question is shown.
    pub fn is_visible(&self, question: &str) -> bool {
        self.standing(question) != Standing::Hidden
    }

    /// A metric's result, from whichever questionnaire has it.
    pub fn metric(&self, id: &str) -> Option<&MetricEvaluation> {
        self.questionnaires.iter().flat_map(|one| &one.metrics).find(|metric| metric.id == id)
    }
}

/// Where a question stands in this assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has a value. For tables: rows or cells were given, perhaps not all.
    Answered,
    /// The client does not know.
    Unknown,
    /// It does not apply.
    NotApplicable,
    /// The client will look it up.
    Owed,
    /// Not asked yet.
    Open,
    /// Its condition is false: it is not shown, and its answer is set aside.
    Hidden,
}

/// What was computed for one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireEvaluation {
    /// The questionnaire's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The overall score.
    pub overall: Overall,
    /// Scored areas, in the questionnaire's order.
    pub areas: Vec<AreaEvaluation>,
    /// Metrics, in the questionnaire's order.
    pub metrics: Vec<MetricEvaluation>,
    /// Strengths that hold and may be printed, in print order; all of them, a report takes the first three.
    pub strengths: Vec<StrengthEvaluation>,
    /// Fired findings in print order, the don't-know findings last.
    pub findings: Vec<FindingEvaluation>,
    /// Conditions that could not be judged, in the questionnaire's order.
    pub not_evaluable: Vec<NotEvaluable>,
    /// Ids of consistency notes that apply.
    pub consistency: Vec<String>,
    /// The first suggestion of [`Questionnaire::next`](crate::questionnaire::Questionnaire) that is true.
    pub suggested_next: Option<usize>,
}

impl QuestionnaireEvaluation {
    /// The result of an area.
    pub fn area(&self, id: &str) -> Option<&AreaEvaluation> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The result of a metric.
    pub fn metric(&self, id: &str) -> Option<&MetricEvaluation> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// A fired finding.
    pub fn finding(&self, id: &str) -> Option<&FindingEvaluation> {
        self.findings.iter().find(|finding| finding.id == id)
    }
}

/// The overall score of a questionnaire (domain.md 4, rulings 7 and 9).
#[derive(Debug, Clone, PartialEq)]
pub struct Overall {
    /// The score over printed areas; `None` when too little is known.
    pub score: Option<f64>,
    /// The id of its band.
    pub band: Option<String>,
    /// Lower end of the possible range; `None` when nothing applies.
    pub low: Option<f64>,
    /// Upper end of the possible range.
    pub high: Option<f64>,
    /// Share of the applicable weight that is answered.
    pub coverage: f64,
    /// Share of the applicable weight, counted by evidence.
    pub confidence: f64,
    /// How that is said.
    pub confidence_word: ConfidenceWord,
    /// Mean of the printed areas, each counting the same.
    pub equal_weight_score: Option<f64>,
    /// Whether the equal-weight score falls in another band.
    pub band_depends_on_weights: bool,
}

/// How confidence is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfidenceWord {
    /// From 85%.
    High,
    /// From 60%.
    Medium,
    /// Below.
    Low,
}

impl ConfidenceWord {
    /// The word of `score --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// The score of one area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaEvaluation {
    /// The area's id.
    pub id: String,
    /// Its weight in the overall score.
    pub weight: f64,
    /// Its score; `None` when nothing counts yet or nothing applies.
    pub score: Option<f64>,
    /// Whether it applies at all.
    pub applicable: bool,
    /// Whether its score is shown to a client: coverage of at least half.
    pub printed: bool,
    /// Lower end of the possible range.
    pub low: Option<f64>,
    /// Upper end of the possible range.
    pub high: Option<f64>,
    /// Share of the applicable weight that is answered; `None` when nothing applies.
    pub coverage: Option<f64>,
    /// Share of the applicable weight, counted by evidence.
    pub confidence: Option<f64>,
    /// The wanted score, when a wish was stated.
    pub wanted: Option<f64>,
    /// Gap used to order priorities; against the default wish where none was stated.
    pub gap: f64,
    /// Class of a stated gap.
    pub gap_class: Option<GapClass>,
    /// What it is made of.
    pub items: Vec<ItemEvaluation>,
}

/// How large a stated gap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapClass {
    /// Below 10.
    Small,
    /// Below 25.
    Moderate,
    /// Below 40.
    Large,
    /// 40 and more.
    VeryLarge,
}

impl GapClass {
    /// The word of `score --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Moderate => "moderate",
            Self::Large => "large",
            Self::VeryLarge => "very_large",
        }
    }
}

/// One scored question or metric inside an area.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemEvaluation {
    /// The question's or metric's id.
    pub id: String,
    /// Its weight inside the area.
    pub weight: f64,
    /// How it stands.
    pub state: ItemState,
    /// Points 0 to 100 when it is answered.
    pub points: Option<f64>,
    /// Half width of its own uncertainty in points.
    pub spread: f64,
    /// Weight of its evidence, 0 to 1; 0 when it is not answered.
    pub evidence: f64,
    /// The share of it that is answered: 1, or less for a partly rated table.
    pub share: f64,
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// It counts.
    Answered,
    /// An input is unknown.
    Unknown,
    /// An input is still open or owed.
    Open,
    /// It does not apply.
    NotApplicable,
}

/// What a metric came to.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricEvaluation {
    /// The metric's id.
    pub id: String,
    /// Its value, when it could be computed.
    pub value: Option<MetricValue>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end of its interval.
    pub high: Option<f64>,
    /// Why it is missing.
    pub reason: Option<MissingReason>,
    /// Questions that would have to be answered.
    pub missing: Vec<String>,
    /// Weight of its evidence, 0 to 1: the mean over the questions it rests on.
    pub evidence: f64,
    /// The weakest evidence among its inputs.
    pub weakest: Option<Evidence>,
}

impl MetricEvaluation {
    /// The number, when it is one.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Some(MetricValue::Number(number)) => Some(number),
            _ => None,
        }
    }
}

/// A metric's value.
#[derive(Debug, Clone, PartialEq)]
pub enum MetricValue {
    /// A finite number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// Why a metric could not be computed.
#[derive(Debug, Clone, PartialEq)]
pub enum MissingReason {
    /// Inputs are open, owed or unknown: see [`MetricEvaluation::missing`].
    Inputs,
    /// A row lacks a cell it needs.
    Cell {
        /// The table.
        question: String,
        /// The row's name, or its number where it has none.
        row: String,
    },
    /// Inputs do not apply or are hidden.
    NotApplicable,
    /// Two of its inputs contradict each other.
    Contradiction,
    /// Its own requirement is not met; the metric says why.
    Needs,
    /// Nothing to compute from: no rows, or a division by zero.
    Undefined,
}

/// A strength that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthEvaluation {
    /// Its id.
    pub id: String,
    /// Its area.
    pub area: String,
    /// The rows that made it true.
    pub names: Vec<String>,
}

/// A finding that fired.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingEvaluation {
    /// Its id; `DK_` and the question's id for don't-know findings.
    pub id: String,
    /// Its area.
    pub area: Option<String>,
    /// 1 to 4.
    pub severity: u8,
    /// Its priority; `None` for don't-know findings.
    pub priority: Option<f64>,
    /// The factors the priority is the product of.
    pub factors: Option<PriorityFactors>,
    /// What kind of work it is.
    pub label: Label,
    /// The rows that made it true.
    pub names: Vec<String>,
    /// Which P or stage it concerns.
    pub p: String,
    /// Whether it is a foundation, printed first (at most three are).
    pub foundation: bool,
    /// Whether a pain flag stands on an answer it rests on.
    pub pain: bool,
    /// Questions and metrics its condition names, in order.
    pub names_in_condition: Vec<String>,
    /// The question of a don't-know finding.
    pub dont_know: Option<String>,
}

/// The factors of a priority (domain.md 4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriorityFactors {
    /// 1 to 4.
    pub severity: f64,
    /// Area weight ÷ 10.
    pub weight: f64,
    /// 1 + gap ÷ 100.
    pub gap: f64,
    /// The area's confidence.
    pub confidence: f64,
    /// Effort class 1 to 4, a divisor.
    pub effort_class: u8,
    /// 1.15 with a pain flag, else 1.
    pub pain: f64,
}

/// What kind of work a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Little work, some weight.
    QuickWin,
    /// Much work, much weight.
    BigBet,
    /// Anything else.
    Later,
}

impl Label {
    /// The word of `score --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::QuickWin => "quick_win",
            Self::BigBet => "big_bet",
            Self::Later => "later",
        }
    }
}

/// A condition that could not be judged.
#[derive(Debug, Clone, PartialEq)]
pub struct NotEvaluable {
    /// The finding's id.
    pub id: String,
    /// Questions that would have to be answered, in the order of the conversation.
    pub missing: Vec<String>,
}

/// Two answers that cannot both be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The question whose answer is larger than it can be.
    pub question: String,
    /// The question it may not exceed.
    pub at_most: String,
}

/// Low, base and high of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    /// The careful case.
    pub low: f64,
    /// The middle case.
    pub base: f64,
    /// The hopeful case.
    pub high: f64,
}

/// What small improvements could be worth in a year (domain.md 3).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorthEvaluation {
    /// Each part by id, in the questionnaire's order; `None` when it could not be computed.
    pub parts: Vec<(String, Option<Range>)>,
    /// The sum, of each group only the larger; `None` when no part could be computed.
    pub total: Option<Range>,
    /// The total times the margin.
    pub profit: Option<Range>,
    /// A part is missing: the total is a lower bound.
    pub partial: bool,
    /// Spending that is asked about, a year, and the rows concerned.
    pub question: Option<(f64, Vec<String>)>,
}

/// An open question and how much its answer could move the overall score.
#[derive(Debug, Clone, PartialEq)]
pub struct NextQuestion {
    /// The question.
    pub id: String,
    /// Width it adds to the overall possible range, in points.
    pub swing: f64,
}
