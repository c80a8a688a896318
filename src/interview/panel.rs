//! What lies over the question, one thing at a time.

use std::path::PathBuf;

use super::{Accounts, Call, Goals, Picker, Prompt, Review, Tidy};

/// What lies over the question.
#[derive(Debug, Clone)]
pub enum Panel {
    /// One short thing to be typed.
    Prompt(Prompt),
    /// The list of all questions.
    Picker(Picker),
    /// What is open, contradictory or put off.
    Review(Review),
    /// All keys, scrolled down by that many lines.
    Help(usize),
    /// The whole question, and what the consultant may ask and listen for; scrolled down by that many lines.
    Hints(usize),
    /// The scratch lines that wait to be sorted.
    Tidy(Tidy),
    /// Goals, options or the 90-day plan.
    Goals(Goals),
    /// Finishing.
    Finish(Finish),
    /// A screen of the call.
    Call(Call),
    /// The list of accounts.
    Accounts(Accounts),
}

/// How far finishing has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finish {
    /// Asked whether to; that many required questions are open.
    Asked(usize),
    /// The reports are being written.
    Rendering,
    /// They are there.
    Rendered(Vec<PathBuf>),
    /// They are not, and why.
    Failed(String),
}
