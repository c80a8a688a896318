//! What a comparison says: plain numbers and ids, no texts.

use jiff::civil::Date;

use crate::assessment::{Cell, Evidence};

/// What changed between two assessments of one client.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The date of the earlier one.
    pub before: Date,
    /// The date of the later one.
    pub now: Date,
    /// Days from the one to the other.
    pub days: i64,
    /// Whether both lie in the same season of a year; otherwise what has a season says little.
    pub same_season: bool,
    /// Whether both are in one currency; otherwise money is not compared.
    pub same_currency: bool,
    /// One for each questionnaire both carry in the same version, in the later one's order.
    pub questionnaires: Vec<QuestionnaireComparison>,
    /// The questionnaires that were not compared, and why.
    pub not_compared: Vec<NotCompared>,
    /// How far each goal has come that was agreed: those of the later assessment, then those it does not mention.
    pub goals: Vec<GoalProgress>,
}

impl Comparison {
    /// The comparison of a questionnaire.
    pub fn questionnaire(&self, id: &str) -> Option<&QuestionnaireComparison> {
        self.questionnaires.iter().find(|one| one.id == id)
    }
}

/// A questionnaire that was not compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCompared {
    /// Its id.
    pub questionnaire: String,
    /// Why.
    pub reason: NotComparedReason,
}

/// Why a questionnaire was not compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotComparedReason {
    /// Its questions may have changed in between.
    OtherVersion {
        /// The version then.
        before: String,
        /// The version now.
        now: String,
    },
    /// Only the earlier assessment carries it.
    OnlyBefore,
    /// Only the later assessment carries it.
    OnlyNow,
}

/// What changed in one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireComparison {
    /// Its id.
    pub id: String,
    /// Its version, the same both times.
    pub version: String,
    /// The score over the areas that could be compared; `None` when that is too little.
    pub overall: Option<ScoreChange>,
    /// Scored areas, in the questionnaire's order.
    pub areas: Vec<AreaChange>,
    /// Ratings and scored choices that differ, in the questionnaire's order.
    pub answers: Vec<AnswerChange>,
    /// Numbers known both times, in the questionnaire's order, answers first; those that did not change too.
    pub figures: Vec<FigureChange>,
}

impl QuestionnaireComparison {
    /// The change of an area.
    pub fn area(&self, id: &str) -> Option<&AreaChange> {
        self.areas.iter().find(|one| one.id == id)
    }

    /// The change of a numeric answer or metric.
    pub fn figure(&self, id: &str) -> Option<&FigureChange> {
        self.figures.iter().find(|one| one.id == id)
    }
}

/// A score before and now, both over the same items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreChange {
    /// Points 0 to 100 then, unrounded.
    pub before: f64,
    /// Points 0 to 100 now.
    pub now: f64,
    /// What the difference is called.
    pub size: ChangeSize,
}

impl ScoreChange {
    /// Points gained; negative when lost.
    pub fn points(&self) -> f64 {
        self.now - self.before
    }
}

/// What a difference in points is called (domain.md 6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeSize {
    /// Below 5: "no clear change".
    NotClear,
    /// Below 10: "some change".
    Some,
    /// From 10: "clear change".
    Clear,
}

impl ChangeSize {
    /// The word of `compare --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotClear => "no_clear_change",
            Self::Some => "some",
            Self::Clear => "clear",
        }
    }
}

/// An area before and now.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaChange {
    /// The area's id.
    pub id: String,
    /// Its weight in the overall score.
    pub weight: f64,
    /// The score each assessment prints for itself; `None` where it prints none. Questions answered only once count here,
    /// so the difference of these two is not the change.
    pub printed: (Option<f64>, Option<f64>),
    /// Share of the weight that applies which was answered both times, 0 to 1.
    pub shared: f64,
    /// Whether anything in it applied, then or now.
    pub applies: bool,
    /// The score over what was answered both times; `None` when that is less than half.
    pub change: Option<ScoreChange>,
}

/// A rating or a scored choice that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerChange {
    /// The question.
    pub question: String,
    /// The fixed row, in a table of ratings.
    pub row: Option<String>,
    /// The column, in a table of ratings with several.
    pub column: Option<String>,
    /// A rating or a choice's id then.
    pub before: Cell,
    /// A rating or a choice's id now.
    pub now: Cell,
    /// How well each is known, then and now.
    pub evidence: (Evidence, Evidence),
    /// Whether it is better; `None` when points do not tell.
    pub is_better: Option<bool>,
    /// Whether it was seen or only said.
    pub certainty: Certainty,
}

/// How much the change of a rating is worth (domain.md 6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Both times from a record or seen by the consultant.
    Clear,
    /// At least once only stated or guessed.
    Reported,
}

impl Certainty {
    /// The word of `compare --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Reported => "reported",
        }
    }
}

/// A number before and now.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange {
    /// The question or metric.
    pub id: String,
    /// Which of the two it is.
    pub of: FigureOf,
    /// The number then.
    pub before: f64,
    /// The number now.
    pub now: f64,
    /// How well each is known, then and now; `None` for metrics.
    pub evidence: Option<(Evidence, Evidence)>,
    /// Whether they differ clearly; `None` where there is no rule for it.
    pub difference: Option<Difference>,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureOf {
    /// An answer.
    Question,
    /// Computed from answers.
    Metric,
}

/// Whether two numbers differ more than chance would have it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Whether they do.
    pub is_clear: bool,
    /// By which rule.
    pub rule: DifferenceRule,
}

/// The rule by which two numbers differ clearly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DifferenceRule {
    /// Counts over equal periods: by more than that many, 2√(x₁+x₂).
    Counts {
        /// The difference that would have to be exceeded.
        more_than: f64,
    },
    /// Shares with an interval each: the intervals do not overlap.
    Intervals,
}

/// How far a goal has come (domain.md 6.6).
#[derive(Debug, Clone, PartialEq)]
pub struct GoalProgress {
    /// The goal metric's id.
    pub metric: String,
    /// Its place in the later assessment's goals; `None` when only the earlier one has it.
    pub index: Option<usize>,
    /// Who owns it.
    pub owner: String,
    /// By when.
    pub deadline: Option<Date>,
    /// Whether its deadline has come and it has not been closed: its actual value is wanted first.
    pub is_due: bool,
    /// Whether it is over: closed or abandoned.
    pub is_closed: bool,
    /// Where it stood when it was agreed, in the metric's unit.
    pub baseline: Option<f64>,
    /// What it aims at: the middle of the range, never beyond the wish.
    pub target: Option<f64>,
    /// Where it stood at the earlier assessment, when it had been agreed by then.
    pub before: Option<f64>,
    /// Where it stands now; the value reached once it is closed.
    pub now: Option<f64>,
    /// (now − baseline) ÷ (target − baseline); `None` where one of them is missing.
    pub share: Option<f64>,
    /// What that is called.
    pub standing: ProgressWord,
    /// Stalled at both assessments: change the tactic, not the number.
    pub change_tactic: bool,
    /// The target was made easier since the earlier assessment.
    pub lowered: Option<LoweredTarget>,
}

/// What progress is called (domain.md 6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressWord {
    /// At 1 and above.
    Reached,
    /// From 0.7.
    OnTrack,
    /// From 0.3.
    Behind,
    /// From 0.
    Stalled,
    /// Below where it started.
    Worse,
    /// An effect cannot show yet: the leading indicator tells.
    TooEarly,
    /// It was given up.
    Abandoned,
    /// Baseline, target or today's value is missing.
    NotKnown,
}

impl ProgressWord {
    /// The word of `compare --json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::Stalled => "stalled",
            Self::Worse => "worse",
            Self::TooEarly => "too_early",
            Self::Abandoned => "abandoned",
            Self::NotKnown => "not_known",
        }
    }
}

/// A target that was made easier; that takes a noted reason.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoweredTarget {
    /// The target then.
    pub from: f64,
    /// The target now.
    pub to: f64,
    /// Whether the reason is noted.
    pub has_reason: bool,
}
