//! Walks a syntax tree, works out the type of every part, and notes what does not fit.

use cel::IdedExpr;
use cel::common::ast::{ComprehensionExpr, Expr, LiteralValue, SelectExpr};

use super::types::{Range, Type, Words, fields, of_field, of_question};
use crate::problem::nearest;
use crate::questionnaire::Question;
use crate::questionnaire::check::scope::{Named, Scope};
use crate::questionnaire::expression::Expression;

/// Something that does not fit: the node, what is wrong, what to do.
pub(in crate::questionnaire::check) struct Misfit {
    pub node: u64,
    /// The name to point at, when a name is what is wrong: more exact than the node.
    pub name: Option<String>,
    pub message: String,
    pub remedy: String,
}

/// A type pass over one expression.
pub(in crate::questionnaire::check) struct Typing<'s, 'a> {
    pub(super) scope: &'s Scope<'a>,
    expression: &'s Expression,
    /// Whether it may divide: a formula may, a condition may not.
    pub(super) may_divide: bool,
    pub misfits: Vec<Misfit>,
    bound: Vec<(String, Type<'a>)>,
}

impl<'s, 'a> Typing<'s, 'a> {
    pub fn new(scope: &'s Scope<'a>, expression: &'s Expression, may_divide: bool) -> Self {
        Self { scope, expression, may_divide, misfits: Vec::new(), bound: Vec::new() }
    }

    /// Lets names stand for a row of a table, as they do in the formulas of computed values.
    pub fn with_rows(mut self, question: &'a Question, names: &[&str]) -> Self {
        self.bound.extend(names.iter().map(|name| ((*name).to_owned(), Type::Row(question))));
        self
    }

    /// The type of the whole expression.
    pub fn infer_whole(&mut self) -> Type<'a> {
        let tree = std::sync::Arc::clone(&self.expression.parsed);
        self.infer(&tree)
    }

    pub(super) fn misfit(&mut self, node: &IdedExpr, message: impl Into<String>, remedy: impl Into<String>) {
        self.misfits.push(Misfit { node: node.id, name: None, message: message.into(), remedy: remedy.into() });
    }

    pub(super) fn misfit_at(&mut self, node: &IdedExpr, name: &str, message: String, remedy: String) {
        self.misfits.push(Misfit { node: node.id, name: Some(name.to_owned()), message, remedy });
    }

    pub(super) fn is_bound(&self, name: &str) -> bool {
        self.bound.iter().any(|(known, _)| known == name)
    }

    /// The type of a part.
    pub(super) fn infer(&mut self, node: &IdedExpr) -> Type<'a> {
        match &node.expr {
            Expr::Literal(literal) => self.literal(node, literal),
            Expr::Ident(name) => self.ident(node, name),
            Expr::Select(select) => self.select(node, select),
            Expr::List(list) => {
                let mut of = Type::Any;
                for element in &list.elements {
                    let one = self.infer(element);
                    let described = (of.describe(), one.describe());
                    match of.clone().join(one) {
                        Some(joined) => of = joined,
                        None => {
                            let message = format!("a list holds {} and {}", described.0, described.1);
                            self.misfit(element, message, "Let all entries be of one type");
                        }
                    }
                }
                Type::list(of)
            }
            Expr::Call(call) => self.call(node, call),
            Expr::Comprehension(inner) => self.comprehension(inner),
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                self.misfit(node, "maps and structures are not used here", "Compare answers, metrics and texts");
                Type::Any
            }
        }
    }

    fn literal(&mut self, node: &IdedExpr, literal: &LiteralValue) -> Type<'a> {
        match literal {
            LiteralValue::Boolean(_) => Type::Truth,
            LiteralValue::Int(number) => {
                let number = *number.inner() as f64;
                Type::Number(Range::new(number, number))
            }
            LiteralValue::Double(number) => Type::Number(Range::new(*number.inner(), *number.inner())),
            LiteralValue::String(text) => Type::Text(Some(Words { words: vec![text.inner().to_owned()], of: None })),
            LiteralValue::UInt(number) => {
                let message = format!("'{}u' is an unsigned number", number.inner());
                self.misfit(node, message, format!("Write {}", number.inner()));
                Type::number()
            }
            LiteralValue::Null => {
                self.misfit(node, "'null' is not used here", "Ask answered(…) or unknown(…) instead");
                Type::Any
            }
            LiteralValue::Bytes(_) => {
                self.misfit(node, "bytes are not used here", "Write a text in quotes");
                Type::Any
            }
        }
    }

    fn ident(&mut self, node: &IdedExpr, name: &str) -> Type<'a> {
        if let Some((_, bound)) = self.bound.iter().rev().find(|(known, _)| known == name) {
            return bound.clone();
        }
        match self.scope.named(name) {
            Named::Question(question) => of_question(question),
            Named::Metric(metric) => self.scope.metric_type(metric),
            Named::Lost => Type::Any,
            Named::Unknown => {
                self.unknown_name(node, name);
                Type::Any
            }
        }
    }

    pub(super) fn unknown_name(&mut self, node: &IdedExpr, name: &str) {
        let bound: Vec<&str> = self.bound.iter().map(|(known, _)| known.as_str()).collect();
        let (message, remedy) = self.scope.unknown_name(name, &bound);
        self.misfit_at(node, name, message, remedy);
    }

    /// A part of a row, or `has(row.part)`.
    fn select(&mut self, node: &IdedExpr, select: &SelectExpr) -> Type<'a> {
        let found = match self.infer(&select.operand) {
            Type::Row(question) => of_field(question, &select.field).unwrap_or_else(|| {
                self.unknown_field(node, question, &select.field);
                Type::Any
            }),
            Type::Any => Type::Any,
            Type::List(of) if matches!(*of, Type::Row(_)) => {
                let remedy = format!("Take its rows with filter or map, such as map(r, r.{})", select.field);
                self.misfit_at(node, &select.field, format!("a whole table has no part '{}'", select.field), remedy);
                Type::Any
            }
            other => {
                let message = format!("'{}' is asked of {}, which has no parts", select.field, other.describe());
                self.misfit_at(node, &select.field, message, "Only rows of tables have parts".to_owned());
                Type::Any
            }
        };
        if select.test { Type::Truth } else { found }
    }

    pub(super) fn unknown_field(&mut self, node: &IdedExpr, question: &crate::questionnaire::Question, field: &str) {
        let known = fields(question);
        let remedy = match nearest(field, known.iter().copied()) {
            Some(near) => format!("Did you mean '{near}'?"),
            None => format!("Its columns are {}", known.join(", ")),
        };
        self.misfit_at(node, field, format!("'{}' has no column '{field}'", question.id), remedy);
    }

    /// `filter`, `map`, `exists`, `all` and `exists_one`, as the parser writes them out.
    fn comprehension(&mut self, inner: &ComprehensionExpr) -> Type<'a> {
        let element = match self.infer(&inner.iter_range) {
            Type::List(of) => *of,
            Type::Any => Type::Any,
            other => {
                let message =
                    format!("filter, map, exists and all go over tables and lists, but this is {}", other.describe());
                self.misfit(&inner.iter_range, message, "Name a table or a list");
                Type::Any
            }
        };
        if self.scope.question(&inner.iter_var).is_some() || self.scope.metric(&inner.iter_var).is_some() {
            let message = format!("the variable '{}' has the name of a question or metric", inner.iter_var);
            self.misfit_at(
                &inner.iter_range,
                &inner.iter_var,
                message,
                "Call it something short, such as r".to_owned(),
            );
        }
        let start = self.infer(&inner.accu_init);
        self.bound.push((inner.iter_var.clone(), element));
        self.bound.push((inner.accu_var.clone(), start.clone()));
        self.infer(&inner.loop_cond);
        let step = self.infer(&inner.loop_step);
        let joined = start.join(step).unwrap_or(Type::Any);
        if let Some(last) = self.bound.last_mut() {
            last.1 = joined;
        }
        let result = self.infer(&inner.result);
        self.bound.pop();
        self.bound.pop();
        result
    }
}
