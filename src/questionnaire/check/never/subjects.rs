//! What a condition rests on, and the values to try for each.

use std::collections::BTreeSet;

use cel::common::ast::{Expr, LiteralValue};
use cel::{IdedExpr, Value};

use super::samples::{Sample, Samples};
use crate::questionnaire::check::scope::{Named, Scope};
use crate::questionnaire::check::typing::{Type, Typing, of_question};
use crate::questionnaire::expression::{Expression, Lookup, children};
use crate::questionnaire::{Kind, Question};

/// Something a condition rests on, and what it could be.
pub(super) struct Subject<'a> {
    /// The name of a question or metric, or the key of a call that stands for itself.
    pub name: String,
    /// How a person reads it.
    pub title: String,
    /// The question, with its condition and how it can be asked about.
    pub question: Option<&'a Question>,
    pub samples: Vec<Sample>,
}

/// Most conditions that another may rest on and still be tried out: beyond it the combinations say nothing.
const MOST_GATES: usize = 64;

/// The subjects of a condition, those that may hide others first; nothing when it rests on too many conditions.
pub(super) fn subjects<'a>(scope: &Scope<'a>, condition: &Expression) -> Option<Vec<Subject<'a>>> {
    let mut found = Gathering { scope, literals: Literals::default(), subjects: Vec::new() };
    let mut expressions = vec![condition];
    // What hides the questions named matters too, and what hides those.
    let mut at = 0;
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(expression) = expressions.get(at).copied() {
        if at > MOST_GATES {
            return None;
        }
        found.literals.collect(&expression.tree);
        for question in expression.names.iter().filter_map(|name| scope.question(name)) {
            if seen.insert(&question.id) {
                expressions.extend(&question.when);
            }
        }
        at += 1;
    }
    for expression in expressions.into_iter().rev() {
        found.expression(expression);
    }
    Some(found.subjects)
}

/// The literals of a condition and its gates: where its truth may change.
#[derive(Default)]
pub(super) struct Literals {
    pub numbers: Vec<f64>,
    pub texts: BTreeSet<String>,
    /// Parts of rows that are asked for.
    pub fields: BTreeSet<String>,
}

impl Literals {
    fn collect(&mut self, node: &IdedExpr) {
        match &node.expr {
            Expr::Literal(LiteralValue::Double(number)) => self.numbers.push(*number.inner()),
            Expr::Literal(LiteralValue::Int(number)) => self.numbers.push(*number.inner() as f64),
            Expr::Literal(LiteralValue::String(text)) => {
                self.texts.insert(text.inner().to_owned());
            }
            Expr::Select(select) => {
                self.fields.insert(select.field.clone());
            }
            _ => {}
        }
        children(node).into_iter().for_each(|child| self.collect(child));
    }
}

struct Gathering<'s, 'a> {
    scope: &'s Scope<'a>,
    literals: Literals,
    subjects: Vec<Subject<'a>>,
}

impl<'a> Gathering<'_, 'a> {
    fn expression(&mut self, expression: &Expression) {
        let mut names = BTreeSet::new();
        free_names(&expression.tree, &mut Vec::new(), &mut names);
        for name in names {
            match Lookup::from_key(&name) {
                Some(lookup) if !lookup.function.is_empty() && name.contains('\u{1f}') => self.lookup(&name, &lookup),
                _ => self.name(&name),
            }
        }
    }

    fn name(&mut self, name: &str) {
        match self.scope.named(name) {
            Named::Question(question) => self.question(question),
            Named::Metric(metric) => {
                let samples = Samples(&self.literals).of_type(&self.scope.metric_type(metric), false);
                self.add(name, name, None, samples);
            }
            Named::Lost | Named::Unknown => {}
        }
    }

    fn question(&mut self, question: &'a Question) {
        let whole = question.number().is_some_and(|spec| spec.whole) || matches!(question.kind, Kind::Rating(_));
        let samples = Samples(&self.literals);
        let mut values = match &question.kind {
            Kind::Many { choices, exclusive } => samples.of_many(choices, exclusive.as_deref()),
            _ => samples.of_type(&of_question(question), whole),
        };
        values.push(Sample::unknown());
        values.push(Sample::open());
        self.add(&question.id, &question.id, Some(question), values);
    }

    fn lookup(&mut self, key: &str, lookup: &Lookup) {
        let about = self.scope.question(&lookup.about);
        let follows = match lookup.function.as_str() {
            "unknown" | "answered" => true,
            "count" => about.is_some_and(|question| matches!(question.kind, Kind::Many { .. } | Kind::List { .. })),
            _ => false,
        };
        if follows {
            // The resolver answers these from the question's own value.
            about.into_iter().for_each(|question| self.question(question));
            return;
        }
        let arguments: Vec<String> = std::iter::once(lookup.about.clone()).chain(lookup.rest.iter().cloned()).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let title = format!("{}({})", lookup.function, arguments.join(", "));
        let found = self.type_of_lookup(lookup);
        let samples = Samples(&self.literals).of_type(&found, lookup.function.starts_with("count"));
        self.add(key, &title, about, samples);
    }

    /// The type of a call, found by writing it out again.
    fn type_of_lookup(&self, lookup: &Lookup) -> Type<'a> {
        let rest: String = match lookup.function.as_str() {
            "sum_rows" => format!(", [{}]", quoted(&lookup.rest)),
            _ if lookup.rest.is_empty() => String::new(),
            _ => format!(", {}", quoted(&lookup.rest)),
        };
        // Which questionnaire is meant is no argument an author writes.
        let about =
            if lookup.function.starts_with("known_") && lookup.about.contains('-') { "" } else { &lookup.about };
        let source = format!("{}({about}{rest})", lookup.function);
        match Expression::compile(&source, 0..source.len()) {
            Ok(expression) => Typing::new(self.scope, &expression, true).infer_whole(),
            Err(_) => Type::number(),
        }
    }

    fn add(&mut self, name: &str, title: &str, question: Option<&'a Question>, samples: Vec<Sample>) {
        if !self.subjects.iter().any(|one| one.name == name) {
            self.subjects.push(Subject { name: name.to_owned(), title: title.to_owned(), question, samples });
        }
    }
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> =
        words.iter().map(|word| format!("'{}'", word.replace('\\', "\\\\").replace('\'', "\\'"))).collect();
    words.join(", ")
}

fn free_names(node: &IdedExpr, bound: &mut Vec<String>, names: &mut BTreeSet<String>) {
    match &node.expr {
        Expr::Ident(name) => {
            if !bound.contains(name) {
                names.insert(name.clone());
            }
        }
        Expr::Comprehension(inner) => {
            free_names(&inner.iter_range, bound, names);
            bound.push(inner.iter_var.clone());
            bound.push(inner.accu_var.clone());
            for part in [&inner.accu_init, &inner.loop_cond, &inner.loop_step, &inner.result] {
                free_names(part, bound, names);
            }
            bound.truncate(bound.len() - 2);
        }
        _ => children(node).into_iter().for_each(|child| free_names(child, bound, names)),
    }
}

/// A text as a value of the expression language.
pub(super) fn text(text: &str) -> Value {
    Value::String(std::sync::Arc::new(text.to_owned()))
}
