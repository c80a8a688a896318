//! A small type pass over the syntax tree.
//!
//! CEL itself has no type checker: `kind == 3` on a text is silently false. `types` says what values can be, `infer` walks
//! the tree, `operators` and `calls` judge what stands between and around values, `gives` says what
//! calls come to.

mod calls;
mod gives;
mod infer;
mod operators;
mod types;

pub(super) use infer::Typing;
pub(super) use types::{Range, Type, Words, fields, of_field, of_question};

use super::scope::Scope;
use crate::questionnaire::Metric;

/// How many metrics that rest on one another are followed; a longer chain would only narrow types further.
const DEEPEST: usize = 40;

/// The type of a metric's values: that of its formula where it fits what the unit promises.
///
/// A metric that rests on itself counts as unbounded here; the loop is reported elsewhere.
pub(super) fn type_of_metric<'a>(scope: &Scope<'a>, metric: &'a Metric) -> Type<'a> {
    let promised = types::of_unit(metric);
    let known = scope.metric_types.borrow().get(metric.id.as_str()).cloned();
    match known {
        Some(Some(known)) => return known,
        Some(None) => return promised,
        None => {}
    }
    if scope.depth.get() >= DEEPEST {
        return promised;
    }
    scope.metric_types.borrow_mut().insert(&metric.id, None);
    scope.depth.update(|depth| depth + 1);
    let found = Typing::new(scope, &metric.formula, true).infer_whole();
    scope.depth.update(|depth| depth - 1);
    let narrowed = match (promised, found) {
        (Type::Number(_), Type::Number(range)) => Type::Number(range),
        (Type::Text(None), Type::Text(Some(words))) => {
            Type::Text(Some(Words { of: Some(format!("metric '{}' is never", metric.id)), ..words }))
        }
        (promised, _) => promised,
    };
    scope.metric_types.borrow_mut().insert(&metric.id, Some(narrowed.clone()));
    narrowed
}
