//! What was concluded: findings, strengths, worth.

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
