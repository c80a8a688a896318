//! Goals, and where a person moved an action of the 90-day plan: what is written down of them, nothing computed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Assessment;

/// A goal as the file holds it (design.md 4, domain.md 6.2).
///
/// What is forecast lives in [`crate::evaluation::GoalEvaluation`]; the forecast fields here are a copy, frozen when the
/// goal was agreed, so that a follow-up can compare with what was said then.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Goal {
    /// Id of the goal metric, for example `enquiries`; see
    /// [`GoalMetric`](crate::questionnaire::GoalMetric).
    pub metric: String,
    /// What exactly is counted, in one sentence; the questionnaire's own definition where it is empty.
    pub definition: String,
    /// The wanted value, in the metric's unit.
    pub wanted: Option<f64>,
    /// By when.
    pub deadline: Option<Date>,
    /// Who owns it: a role or a person.
    pub owner: String,
    /// Whether the owner does this for the first time, which makes progress slower.
    pub owner_is_new: bool,
    /// Hours a month the client agrees to release from activities without a purpose; 0 when absent.
    pub released_hours: f64,
    /// Whether it rests on content that search engines have to find first, which takes a quarter longer.
    pub search_content: bool,
    /// How far it has come.
    pub status: GoalStatus,
    /// Why it was abandoned, or why its target was lowered.
    pub reason: String,
    /// When it was agreed.
    pub agreed: Option<Date>,
    /// Where the metric stood when it was agreed.
    pub baseline: Option<f64>,
    /// Low end of the range forecast when it was agreed.
    pub low: Option<f64>,
    /// The value forecast when it was agreed.
    pub base: Option<f64>,
    /// High end of the range forecast when it was agreed.
    pub high: Option<f64>,
    /// The planned improvement when it was agreed: in the metric's unit, always positive for the better, diluted over the
    /// tactics (`rf`) and before any calibration (`r`). Improvement ÷ this gives the case's r (domain.md 6.5).
    pub planned: Option<f64>,
    /// The value reached, once it is closed.
    pub actual: Option<f64>,
    /// When it was closed or abandoned.
    pub closed: Option<Date>,
}

impl Goal {
    /// What it aims at: the middle of the range it was agreed with, never beyond the wish.
    pub fn target(&self, lower_is_better: bool) -> Option<f64> {
        match (self.base, self.wanted) {
            (Some(base), Some(wanted)) if lower_is_better => Some(base.max(wanted)),
            (Some(base), Some(wanted)) => Some(base.min(wanted)),
            (base, wanted) => base.or(wanted),
        }
    }

    /// Whether its target is easier to reach than the one it had then; that takes a noted reason (domain.md 6.6).
    pub fn is_easier_than(&self, then: &Self, lower_is_better: bool) -> bool {
        match (then.target(lower_is_better), self.target(lower_is_better)) {
            (Some(from), Some(to)) if lower_is_better => to > from,
            (Some(from), Some(to)) => to < from,
            _ => false,
        }
    }
}

/// How far a goal has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalStatus {
    /// Being thought about.
    #[default]
    Draft,
    /// Complete; the gap is not agreed yet.
    Proposed,
    /// Agreed with the client.
    Agreed,
    /// Over: the value reached is noted.
    Closed,
    /// Given up; counts as no improvement in the track record.
    Abandoned,
}

impl GoalStatus {
    /// All of them, in the order a goal goes through them.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Proposed, Self::Agreed, Self::Closed, Self::Abandoned];

    /// The word the file uses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Closed => "closed",
            Self::Abandoned => "abandoned",
        }
    }

    /// Whether it is still being worked for.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Proposed | Self::Agreed)
    }
}

/// Where a person put an action of the 90-day plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPlace {
    /// Into that month, 1 to 3.
    Month(u8),
    /// After the 90 days.
    After,
}

/// Actions that were moved by hand, by finding id: `[plan] moved = { G13 = 2, G25 = "after" }`.
pub type Moved = BTreeMap<String, PlanPlace>;

impl Assessment {
    /// Replaces the goals, and returns those there were, for undo.
    ///
    /// Every goal is written here and nowhere else.
    pub fn set_goals(&mut self, goals: Vec<Goal>) -> Vec<Goal> {
        std::mem::replace(&mut self.goals, goals)
    }

    /// Replaces the actions moved by hand, and returns those there were, for undo.
    pub fn set_moved(&mut self, moved: Moved) -> Moved {
        std::mem::replace(&mut self.moved, moved)
    }
}
