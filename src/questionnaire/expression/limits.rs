//! Limits that keep any expression short to parse and short to run.
//!
//! The parser caps depth, but a chain of ten thousand terms overflows the stack and nested comprehensions can run for ever.

use cel::IdedExpr;
use cel::common::ast::Expr;

use super::ExpressionError;
use super::names::children;
use crate::problem::Span;

/// Longest source, in bytes.
const LONGEST: usize = 2_000;
/// Most nodes of a tree.
pub const MOST_NODES: usize = 600;
/// Deepest nesting of `filter`, `map`, `exists` and `all` in one another.
const DEEPEST_NESTING: usize = 2;

fn refuse(span: &Span, message: String, remedy: &str) -> Result<(), Vec<ExpressionError>> {
    Err(vec![ExpressionError { message, remedy: remedy.to_owned(), span: span.clone() }])
}

/// Refuses sources that are too long to parse.
pub fn check_length(source: &str, span: &Span) -> Result<(), Vec<ExpressionError>> {
    if source.len() > LONGEST {
        let message = format!("the expression has {} bytes, more than the {LONGEST} allowed", source.len());
        return refuse(span, message, "Split it into metrics that build on one another");
    }
    if source.trim().is_empty() {
        return refuse(span, "the expression is empty".to_owned(), "Write a condition, or leave the key out");
    }
    Ok(())
}

/// Refuses trees that could take long to run.
pub fn check_tree(tree: &IdedExpr, span: &Span) -> Result<(), Vec<ExpressionError>> {
    if nesting(tree) > DEEPEST_NESTING {
        let message = format!("filter, map, exists and all are nested more than {DEEPEST_NESTING} deep");
        return refuse(span, message, "Compute the inner part as a metric of its own");
    }
    Ok(())
}

/// How deep comprehensions stand in one another.
///
/// `t.filter(…).map(…)` is not nesting: one runs after the other.
fn nesting(tree: &IdedExpr) -> usize {
    match &tree.expr {
        Expr::Comprehension(inner) => {
            let inside = [&inner.accu_init, &inner.loop_cond, &inner.loop_step, &inner.result];
            let deepest = inside.into_iter().map(nesting).max().unwrap_or(0);
            (deepest + 1).max(nesting(&inner.iter_range))
        }
        _ => children(tree).into_iter().map(nesting).max().unwrap_or(0),
    }
}
