//! The numbers that comparing and following up go by, as `assumptions.toml` gives them.

/// When a change is one, and how progress is called (domain.md 6.6).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparing {
    /// Points of an area from which a difference is "some change".
    pub some_change: f64,
    /// Points of an area from which it is a "clear change".
    pub clear_change: f64,
    /// Counts differ clearly by more than this times the root of their sum.
    pub count_factor: f64,
    /// Share of the way from baseline to target from which a goal is on track.
    pub on_track: f64,
    /// Share from which it is behind; below it is stalled.
    pub behind: f64,
}

/// The dates of a follow-up, in days from the assessment (domain.md 6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUpDays {
    /// The follow-up e-mail.
    pub email: u16,
    /// Definitions, owners and the sheet.
    pub setup: u16,
    /// The baseline is complete, the data checked.
    pub baseline: u16,
    /// Actions finished versus planned.
    pub midway: u16,
    /// Re-assessment.
    pub reassess: u16,
    /// Minutes of the weekly look at the leading indicators.
    pub weekly_minutes: u16,
    /// The hour of the day it is put at, 0 to 23; people move it.
    pub weekly_hour: u8,
}
