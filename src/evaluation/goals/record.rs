//! The consultancy's own record of past goals, and what it says about the next ones (domain.md 6.5).

use crate::questionnaire::GoalClass;

/// How much a client can do, told from the free hours (domain.md 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capacity {
    /// Few hours.
    Low,
    /// Some.
    Medium,
    /// Many.
    High,
}

impl Capacity {
    /// The word of the files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// A closed or abandoned goal of the past; carries no client's name.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The goal's class.
    pub class: GoalClass,
    /// Who the client sells to, as answered (`b2b`, `b2c`, `both`); empty when not answered.
    pub model: String,
    /// The client's capacity when the goal was agreed.
    pub capacity: Capacity,
    /// The planned improvement, diluted, before calibration; in the metric's unit, positive for the better.
    pub planned: f64,
    /// The improvement reached, in the same unit and direction; 0 when abandoned.
    pub actual: f64,
    /// Whether the value reached was at least base.
    pub hit: bool,
    /// Whether it was given up.
    pub abandoned: bool,
}

/// Past cases; [`evaluate`](crate::evaluation::evaluate()) uses an empty one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrackRecord {
    /// The cases, in any order: the result does not depend on it.
    pub cases: Vec<Case>,
}

/// What the record says about goals of one kind: outcome ÷ plan, low, middle and high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Low end of about the middle 60%, at least 0.
    pub r_low: f64,
    /// The middle.
    pub r: f64,
    /// High end.
    pub r_high: f64,
    /// How many past cases it rests on.
    pub n: usize,
    /// Chance that such a goal reaches base, 0 to 1.
    pub hit_chance: f64,
}
