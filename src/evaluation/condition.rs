//! A single condition, for wordings that depend on what was answered before.

use super::facts::Facts;
use super::judge::{Judge, Truth};
use crate::assessment::Assessment;
use crate::questionnaire::Selection;
use crate::questionnaire::expression::Expression;

/// The first of some conditions that is true; unknown ones are not.
pub fn first_true<'a>(
    selection: &Selection,
    assessment: &Assessment,
    conditions: impl IntoIterator<Item = &'a Expression>,
) -> Option<usize> {
    let mut conditions = conditions.into_iter().peekable();
    conditions.peek()?;
    let facts = Facts::gather(selection, assessment);
    let judge = Judge::over(&facts);
    super::settle(selection, &facts, &judge);
    conditions.position(|condition| judge.truth(condition) == Truth::True)
}
