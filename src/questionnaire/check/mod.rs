//! The linter: what is wrong with questionnaires beyond their keys and values.
//!
//! [`essentials`] are errors that make a questionnaire unusable, found while it is loaded: names that stand for nothing,
//! types that do not fit, formulas that go round in a circle. [`sense`] finds what would work, but not as its author hopes:
//! conditions that can never be true, unknowns nobody tells. `scope` says what names stand for, `places` lists all
//! expressions, `typing` is the type pass, `never` tries conditions out.

mod circles;
mod expressions;
mod findings;
mod never;
mod places;
mod scope;
mod typing;

pub(super) use scope::{Known, Lost, Scope};

use crate::problem::Problem;
use crate::questionnaire::Library;

/// What makes a questionnaire unusable, apart from its keys and values.
pub(super) fn essentials(scope: &Scope<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    expressions::check(scope, &mut problems);
    circles::check(scope, &mut problems);
    problems
}

/// What would work, but not as its author hopes.
pub(super) fn sense(scope: &Scope<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    findings::check(scope, &mut problems);
    // Trying out conditions that are known to be wrong would only repeat it.
    if essentials(scope).is_empty() {
        never::check(scope, &mut problems);
    }
    problems
}

/// Checks the questionnaires of a library beyond what loading them has found.
///
/// [`Loaded::check`](crate::questionnaire::Loaded::check) does this, and tells what loading found, and looks at files that
/// could not be used as well.
pub fn check(library: &Library) -> Vec<Problem> {
    check_of(library, &|_| true)
}

/// Checks those of a library's questionnaires whose files have these names.
pub(super) fn check_of(library: &Library, is_asked: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let known = |at: usize| Known { questionnaire: &library.questionnaires[at], lost: Lost::NOTHING };
    let all = 0..library.questionnaires.len();
    let scope = |at: usize| {
        let others = all.clone().filter(|other| *other != at).map(known).collect();
        Scope::new(known(at), others, Vec::new(), &library.assumptions, &library.benchmarks)
    };
    let asked = all.clone().filter(|at| is_asked(&library.questionnaires[*at].source.name));
    asked.flat_map(|at| sense(&scope(at))).collect()
}
