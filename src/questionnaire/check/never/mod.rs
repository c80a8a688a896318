//! Conditions that can never be true: tried out on sample values, not proved.
//!
//! What a condition names is given values from its choices, its bounds and the literals around it, hidden questions being
//! missing as they are in a real evaluation. Metrics and calls about tables may be anything their type allows.

mod samples;
mod subjects;

use cel::Value;
use cel::common::types::{CelBool, CelDouble};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;

use super::expressions::in_file;
use super::places::{Purpose, places};
use super::scope::{Named, Scope};
use crate::problem::{Problem, Severity};
use crate::questionnaire::expression::{Expression, Lookup, language};
use samples::Sample;
use subjects::{Subject, subjects};

/// Most combinations of values tried for one condition.
const MOST_TRIES: usize = 20_000;

/// Reports conditions that no combination of sample values makes true.
pub(super) fn check(scope: &Scope<'_>, problems: &mut Vec<Problem>) {
    let source = &scope.own.questionnaire.source;
    for place in places(scope.own.questionnaire) {
        // A constant is set by hand and knows what it does.
        let is_tried = place.purpose == Purpose::Condition && !place.expression.is_constant();
        let rests_on_lost = place.expression.names.iter().any(|name| matches!(scope.named(name), Named::Lost));
        if !is_tried || rests_on_lost {
            continue;
        }
        // Conditions behind conditions without end are not tried out, and nothing is said of them.
        let Some(subjects) = subjects(scope, place.expression) else { continue };
        let tries = Tries::over(&subjects);
        if tries.clone().any(|choice| holds(place.expression, &subjects, &choice)) {
            continue;
        }
        let message = format!("{} can never be true", place.what);
        let remedy = format!("Change it, or leave it out. Tried: {}", tried(&subjects));
        let span = in_file(&source.text, place.expression, place.expression.span.clone());
        let severity = if tries.complete() { Severity::Error } else { Severity::Warning };
        problems.push(Problem { severity, ..Problem::error(source, span, message, remedy) });
    }
}

/// Combinations of one sample for each subject: all of them, or a fixed selection where these are too many.
#[derive(Clone)]
struct Tries {
    sizes: Vec<usize>,
    total: usize,
    next: usize,
    /// State of the generator that selects; the same every time, so that a check can be repeated.
    seed: u64,
}

impl Tries {
    fn over(subjects: &[Subject<'_>]) -> Self {
        let sizes: Vec<usize> = subjects.iter().map(|subject| subject.samples.len()).collect();
        let total = sizes.iter().try_fold(1usize, |total, size| total.checked_mul(*size)).unwrap_or(usize::MAX);
        Self { sizes, total, next: 0, seed: 0x9e37_79b9_7f4a_7c15 }
    }

    fn complete(&self) -> bool {
        self.total <= MOST_TRIES
    }
}

impl Iterator for Tries {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        if self.next >= self.total.min(MOST_TRIES) {
            return None;
        }
        let mut rest = self.next;
        self.next += 1;
        let complete = self.complete();
        let mut pick = |size: &usize| {
            if complete {
                let at = rest % size;
                rest /= size;
                return at;
            }
            // xorshift64: even enough to spread tries, and small.
            self.seed ^= self.seed << 13;
            self.seed ^= self.seed >> 7;
            self.seed ^= self.seed << 17;
            (self.seed >> 11) as usize % size
        };
        Some(self.sizes.iter().map(&mut pick).collect())
    }
}

/// One value for each subject, and which questions are hidden by them.
struct Trial<'t, 'a> {
    subjects: &'t [Subject<'a>],
    choice: &'t [usize],
    hidden: Vec<bool>,
}

fn holds(condition: &Expression, subjects: &[Subject<'_>], choice: &[usize]) -> bool {
    let mut trial = Trial { subjects, choice, hidden: vec![false; subjects.len()] };
    // Gates stand before what they hide.
    for (at, subject) in subjects.iter().enumerate() {
        let Some(when) = subject.question.and_then(|question| question.when.as_ref()) else { continue };
        let hidden = match trial.truth(when) {
            Some(shown) => !shown,
            None => when.names.iter().any(|name| trial.is_hidden(name)),
        };
        trial.hidden[at] = hidden;
    }
    trial.truth(condition) == Some(true)
}

impl Trial<'_, '_> {
    fn truth(&self, condition: &Expression) -> Option<bool> {
        let mut context = language().new_inner_scope();
        context.set_variable_resolver(self);
        match Value::resolve(&condition.tree, &context) {
            Ok(Value::Bool(truth)) => Some(truth),
            _ => None,
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.subjects.iter().position(|subject| subject.name == name)
    }

    fn is_hidden(&self, name: &str) -> bool {
        self.place(name).is_some_and(|at| self.hidden[at])
    }

    fn sample(&self, name: &str) -> Option<&Sample> {
        let at = self.place(name)?;
        (!self.hidden[at]).then(|| &self.subjects[at].samples[self.choice[at]])
    }
}

impl VariableResolver for Trial<'_, '_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        if let Some(sample) = self.sample(name) {
            return sample.value.as_deref().map(|value: &dyn Val| CowVal::Borrowed(value));
        }
        let lookup = Lookup::from_key(name)?;
        let sample = self.sample(&lookup.about);
        let truth = |flag: bool| Some(CowVal::owned(CelBool::from(flag)));
        match lookup.function.as_str() {
            "unknown" => truth(sample.is_some_and(|sample| sample.unknown)),
            "answered" => truth(sample.is_some_and(|sample| sample.value.is_some())),
            "count" => sample.filter(|one| one.value.is_some()).map(|one| CowVal::owned(CelDouble::from(one.count))),
            _ => None,
        }
    }
}

/// The values tried, shortened.
fn tried(subjects: &[Subject<'_>]) -> String {
    const SHOWN: usize = 8;
    let one = |subject: &Subject<'_>| {
        let mut titles: Vec<&str> = subject.samples.iter().take(SHOWN).map(|sample| sample.title.as_str()).collect();
        if subject.samples.len() > SHOWN {
            titles.push("…");
        }
        format!("{} = {}", subject.title, titles.join(", "))
    };
    subjects.iter().map(one).collect::<Vec<_>>().join("; ")
}
