//! The cases an assessment adds to the record, those of carried goals included.

use super::{Case, cases_of};
use crate::assessment::{Assessment, Goal};
use crate::questionnaire::Selection;

/// The cases of an assessment that goes on from an earlier one.
///
/// A goal that was carried over is told with the answers of the assessment it was agreed in: the client's capacity is that
/// of then, also where a follow-up closes its goals before anything is asked again.
pub fn cases_since(selection: &Selection, assessment: &Assessment, earlier: Option<&Assessment>) -> Vec<Case> {
    let case = |goal: &Goal| {
        let then = earlier.filter(|earlier| earlier.goals.iter().any(|other| is_carried(other, goal)));
        let mut told = then.unwrap_or(assessment).clone();
        told.set_goals(vec![goal.clone()]);
        cases_of(selection, &told)
    };
    assessment.goals.iter().filter(|goal| !goal.status.is_open()).flat_map(case).collect()
}

fn is_carried(then: &Goal, now: &Goal) -> bool {
    then.metric == now.metric && then.agreed.is_some() && then.agreed == now.agreed
}
