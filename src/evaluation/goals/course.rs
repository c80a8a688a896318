//! What is computed of the options and the 90-day plan: plain numbers and ids; words are put to them by `display`.

use crate::evaluation::Range;

/// One way to go on (domain.md 6.4).
#[derive(Debug, Clone, PartialEq)]
pub struct OptionEvaluation {
    /// Its id, a choice of the option question.
    pub id: String,
    /// Tactics at once.
    pub tactics: u32,
    /// Share of the planned improvement that the hours allow, 0 to 1; `None` when spare hours are not known.
    pub rf: Option<f64>,
    /// What the first forecast goal would come to, rounded against optimism: its metric and range.
    pub goal: Option<(String, Range)>,
    /// Which of the option's reasons to recommend it hold, by their place in the questionnaire; empty for "otherwise".
    pub reasons: Vec<usize>,
    /// Whether it is the recommended one.
    pub recommended: bool,
    /// Whether the client chose it.
    pub chosen: bool,
}

/// Which option is recommended, or why none is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Recommendation {
    /// The one marked as recommended; its reason stands in the questionnaire.
    Given,
    /// None: spare hours or the strategy score are missing (rulings.md 18).
    #[default]
    InputsMissing,
    /// None: an owner alone has answered too little of the whole.
    CoverageTooLow,
}

/// The 90-day plan (domain.md 6.6).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanEvaluation {
    /// Spare hours a month, hours released by agreed goals included; `None` when they are not known and nothing is planned.
    pub hours: Option<f64>,
    /// Hours a month kept free for the agreed option's tactics.
    pub reserved: f64,
    /// The three months.
    pub months: Vec<PlanMonth>,
    /// What does not fit: "after that", in order.
    pub after: Vec<PlannedAction>,
}

/// One month of the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanMonth {
    /// 1 to 3.
    pub month: u8,
    /// Hours planned, never more than the hours there are.
    pub hours: f64,
    /// Its actions, in order.
    pub actions: Vec<PlannedAction>,
}

/// An action of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedAction {
    /// The finding whose action it is.
    pub finding: String,
    /// Hours it takes in this month; all of them for what comes after.
    pub hours: f64,
    /// The week it begins in, 1 to 12; 0 for what comes after.
    pub week: u8,
    /// The last week it takes, 1 to 12; 0 for what comes after.
    pub until: u8,
    /// It is the action behind an agreed standard, which goes first.
    pub standard: bool,
    /// A person moved it here.
    pub moved: bool,
    /// It goes on from the month before.
    pub continued: bool,
}

impl PlanEvaluation {
    /// Finding ids in the order they are done, each once.
    pub fn order(&self) -> impl Iterator<Item = &PlannedAction> {
        self.months.iter().flat_map(|month| &month.actions).filter(|action| !action.continued).chain(&self.after)
    }
}
