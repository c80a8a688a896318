//! Scores of areas and questionnaires, and what they are made of.
//!
//! Scores are 0 to 100 and unrounded, coverage and confidence fractions 0 to 1. What is absent is `None`, never zero.

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
