//! Runs conditions and formulas over the facts, with unknown as a third truth value.

use cel::{Context, Value};

use super::MetricValue;
use super::facts::Facts;
use crate::questionnaire::expression::{Expression, language};

/// What a condition comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// Something it rests on is missing.
    Unknown,
}

/// Runs expressions over the facts of one assessment.
pub struct Judge<'a> {
    context: Context<'a, 'a>,
}

impl<'a> Judge<'a> {
    /// A judge over these facts.
    pub fn over(facts: &'a Facts<'_>) -> Self {
        let language: &'a Context<'a, 'a> = language();
        let mut context = language.new_inner_scope();
        context.set_variable_resolver(facts);
        Self { context }
    }

    /// What a condition comes to.
    pub fn truth(&self, condition: &Expression) -> Truth {
        match Value::resolve(&condition.tree, &self.context) {
            Ok(Value::Bool(true)) => Truth::True,
            Ok(Value::Bool(false)) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// What a formula comes to; `None` when something is missing or the result is not finite.
    pub fn compute(&self, formula: &Expression) -> Option<MetricValue> {
        match Value::resolve(&formula.tree, &self.context).ok()? {
            Value::Float(number) => number.is_finite().then_some(MetricValue::Number(number)),
            Value::String(text) => Some(MetricValue::Text(text.as_ref().clone())),
            Value::Bool(flag) => Some(MetricValue::Number(f64::from(u8::from(flag)))),
            Value::List(items) => items
                .iter()
                .map(|item| match item {
                    Value::String(text) => Some(text.as_ref().clone()),
                    _ => None,
                })
                .collect::<Option<_>>()
                .map(MetricValue::List),
            _ => None,
        }
    }

    /// A formula's number.
    pub fn number(&self, formula: &Expression) -> Option<f64> {
        match self.compute(formula)? {
            MetricValue::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A formula's list of names; empty when it is missing.
    pub fn names(&self, formula: Option<&Expression>) -> Vec<String> {
        match formula.and_then(|formula| self.compute(formula)) {
            Some(MetricValue::List(names)) => names,
            _ => Vec::new(),
        }
    }
}
