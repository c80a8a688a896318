//! Conditions and formulas, written in CEL and compiled when a questionnaire is loaded.

use std::sync::Arc;

use cel::IdedExpr;

use crate::problem::Span;

/// A compiled condition or formula.
#[derive(Debug, Clone)]
pub struct Expression {
    /// As the author wrote it.
    pub source: String,
    /// Where its text starts and ends in the file, without the quotes.
    pub span: Span,
    /// Questions and metrics it names, in order of first appearance.
    pub names: Vec<String>,
    /// Columns it needs of every row: table and column.
    pub columns: Vec<(String, String)>,
    /// The rewritten syntax tree.
    pub tree: Arc<IdedExpr>,
}
