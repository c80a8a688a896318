//! Calls that take a name instead of a value.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue};

/// A call about a question, to be answered by whoever holds the answers.
///
/// In the tree that runs it stands as an identifier, its [key](Lookup::key); [`Lookup::from_key`] reads it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    /// The function, for example `sum_of`.
    pub function: String,
    /// The question or metric it is about; empty for functions without arguments.
    pub about: String,
    /// Further arguments: columns, rows, values.
    pub rest: Vec<String>,
}

/// Functions that take a name; the argument says how many names and texts may follow.
const TAKING_NAMES: [&str; 22] = [
    "unknown",
    "answered",
    "sum_of",
    "mean_of",
    "min_of",
    "max_of",
    "stdev_of",
    "count_of",
    "share_of",
    "sum_known",
    "mean_known",
    "min_known",
    "stdev_known",
    "known_cells",
    "cells",
    "sum_rows",
    "cell",
    "score_of",
    "dead_ends",
    "wanted_beyond_high",
    "known_answered",
    "known_unknown",
];

impl Lookup {
    /// Reads a call, when it is one that takes a name.
    ///
    /// `count(x)` counts as one when `x` is a plain name that `is_bound` does not know as a loop variable.
    pub fn from_call(call: &CallExpr, is_bound: impl Fn(&str) -> bool) -> Option<Self> {
        if call.target.is_some() {
            return None;
        }
        let function = call.func_name.as_str();
        if function == "count" {
            let [IdedExpr { expr: Expr::Ident(name), .. }] = call.args.as_slice() else { return None };
            return (!is_bound(name)).then(|| Self { function: "count".into(), about: name.clone(), rest: vec![] });
        }
        if !TAKING_NAMES.contains(&function) {
            return None;
        }
        let mut words = Vec::new();
        for argument in &call.args {
            words.extend(argument_words(argument)?);
        }
        let mut words = words.into_iter();
        let about = words.next().unwrap_or_default();
        Some(Self { function: function.to_owned(), about, rest: words.collect() })
    }

    /// The identifier it stands as in the tree that runs; no CEL name can look like it.
    pub fn key(&self) -> String {
        let mut key = format!("{}\u{1f}{}", self.function, self.about);
        for word in &self.rest {
            key.push('\u{1f}');
            key.push_str(word);
        }
        key
    }

    /// Reads a key back.
    pub fn from_key(key: &str) -> Option<Self> {
        let (function, about, rest) = Self::parts(key)?;
        Some(Self { function: function.to_owned(), about: about.to_owned(), rest: rest.map(str::to_owned).collect() })
    }

    /// The parts of a key without copying them: function, what it is about, further arguments.
    pub fn parts(key: &str) -> Option<(&str, &str, impl Iterator<Item = &str>)> {
        let mut words = key.split('\u{1f}');
        Some((words.next()?, words.next()?, words))
    }
}

/// Names, texts, numbers, truth values and lists of texts as plain words.
fn argument_words(argument: &IdedExpr) -> Option<Vec<String>> {
    match &argument.expr {
        Expr::Ident(name) => Some(vec![name.clone()]),
        Expr::Literal(LiteralValue::String(text)) => Some(vec![text.inner().to_owned()]),
        Expr::Literal(LiteralValue::Int(number)) => Some(vec![number.inner().to_string()]),
        Expr::Literal(LiteralValue::Double(number)) => Some(vec![number.inner().to_string()]),
        Expr::Literal(LiteralValue::Boolean(flag)) => Some(vec![flag.inner().to_string()]),
        Expr::List(list) => {
            let words: Option<Vec<_>> = list.elements.iter().map(argument_words).collect();
            words.map(|words| words.into_iter().flatten().collect())
        }
        _ => None,
    }
}
