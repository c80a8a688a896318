//! Ways through the call.

use super::model::LocalText;

/// A way through the call.
#[derive(Debug, Clone)]
pub struct Route {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: LocalText,
    /// Its length in minutes.
    pub minutes: u32,
    /// Whether it is for an owner alone.
    pub for_self: bool,
    /// Its parts, in order of time.
    pub parts: Vec<RoutePart>,
    /// What clients say against it, and what to answer.
    pub replies: Vec<Reply>,
}

/// Something clients say against a call, and what to answer.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What the client says.
    pub said: LocalText,
    /// What the consultant does.
    pub answer: LocalText,
}

/// A part of a route.
#[derive(Debug, Clone)]
pub struct RoutePart {
    /// Its name.
    pub title: LocalText,
    /// First minute.
    pub from: u32,
    /// Minute by which it should be over.
    pub to: u32,
    /// Read out; may be empty.
    pub script: LocalText,
    /// The screen it begins with.
    pub show: Option<PartScreen>,
    /// Its questions, in order.
    pub steps: Vec<RouteStep>,
}

/// One question of a route.
#[derive(Debug, Clone)]
pub struct RouteStep {
    /// The question.
    pub question: String,
    /// Whether it is asked in any case.
    pub need: Need,
    /// The columns to ask for; all when empty.
    pub columns: Vec<String>,
    /// Only the first row or audience.
    pub first_row_only: bool,
}

impl RouteStep {
    /// Whether it asks for a column.
    pub fn asks_for(&self, column: &str) -> bool {
        self.columns.is_empty() || self.columns.iter().any(|one| one == column)
    }
}

/// A screen a part of a route begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartScreen {
    /// What the client has told, as facts.
    Reveal,
    /// What there is beside what is wanted.
    Agreement,
    /// The end: what is left, the next step, the report.
    Close,
}

/// Whether a route's question is asked in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Must,
    /// When there is time.
    IfTime,
    /// When homework left it blank.
    IfBlank,
}
