//! Conditions and formulas, written in CEL and compiled when a questionnaire is loaded.
//!
//! A compiled expression keeps two trees. The *parsed* one is what the author wrote, for the checker. The *rewritten* one
//! is what runs: whole numbers have become decimals (CEL refuses `2 * 1.5`), and calls that take a name instead of a value,
//! such as `unknown(ga_contacts)` or `sum_of(ga_tactics, cost)`, have become [lookups](Lookup), so that an open question
//! does not fail before it can be asked about.
//!
//! `lookup` reads such calls, `names` lists what an expression rests on, `functions` is the table of all that can be called.

mod functions;
mod limits;
mod lookup;
mod names;
mod rewrite;

use std::sync::Arc;

use cel::IdedExpr;
use cel::parser::{Parser, PrattParser};

pub use functions::{Argument, FUNCTIONS, Function, Gives, find_function, language, mean, standard_deviation, wilson};
pub use lookup::Lookup;
pub use names::children;

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
    /// The syntax tree as parsed.
    pub parsed: Arc<IdedExpr>,
    /// The tree that runs.
    pub tree: Arc<IdedExpr>,
    /// Its calls that take a name, in no particular order.
    lookups: Arc<[Lookup]>,
}

/// Why an expression could not be compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// Where in the file.
    pub span: Span,
}

impl Expression {
    /// Parses and rewrites an expression that stands at `span` in its file.
    ///
    /// # Errors
    /// Everything the parser objects to, and sizes past the limits that keep evaluation short.
    pub fn compile(source: &str, span: Span) -> Result<Self, Vec<ExpressionError>> {
        Self::compile_in(source, span, "")
    }

    /// The same for an expression of a questionnaire, whose own questions `known_answered()` counts.
    ///
    /// # Errors
    /// As [`Expression::compile`].
    pub fn compile_in(source: &str, span: Span, questionnaire: &str) -> Result<Self, Vec<ExpressionError>> {
        limits::check_length(source, &span)?;
        let parsed = PrattParser::new()
            .max_expression_node_count(limits::MOST_NODES)
            .parse(source)
            .map_err(|errors| parse_errors(source, &span, &errors))?;
        limits::check_tree(&parsed, &span)?;
        let (names, columns) = names::collect(&parsed);
        let tree = rewrite::rewrite(&parsed, questionnaire);
        let mut lookups = Vec::new();
        find_lookups(&tree, &mut lookups);
        Ok(Self {
            source: source.to_owned(),
            span,
            names,
            columns,
            parsed: Arc::new(parsed),
            tree: Arc::new(tree),
            lookups: lookups.into(),
        })
    }

    /// Whether it is the constant `false` or `true`, set by hand.
    pub fn is_constant(&self) -> bool {
        matches!(self.parsed.expr, cel::common::ast::Expr::Literal(_))
    }

    /// Calls that take a name, in no particular order.
    pub fn lookups(&self) -> &[Lookup] {
        &self.lookups
    }

    /// Whether it asks if a question is unknown.
    pub fn asks_whether_unknown(&self, question: &str) -> bool {
        self.lookups.iter().any(|lookup| lookup.function == "unknown" && lookup.about == question)
    }

    /// Where a node of the parsed tree stands in the file; the whole expression when that cannot be told.
    ///
    /// Slow: the fast parser keeps no places, so the text is parsed once more by the one that does.
    pub fn span_of(&self, node: u64) -> Span {
        let whole = self.span.clone();
        let Ok((tree, places)) = Parser::new().parse_with_source_info(&self.source) else { return whole };
        if tree != *self.parsed {
            return whole;
        }
        match places.offset_for(node) {
            Some((start, stop)) => place(&self.source, &whole, start as usize, stop as usize + 1),
            None => whole,
        }
    }

    /// Where a name first stands in the file; the whole expression when it is not found.
    pub fn span_of_name(&self, name: &str) -> Span {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        for (at, _) in self.source.match_indices(name) {
            let before = self.source[..at].chars().next_back();
            let after = self.source[at + name.len()..].chars().next();
            if !before.is_some_and(is_part) && !after.is_some_and(is_part) {
                return self.span.start + at..self.span.start + at + name.len();
            }
        }
        self.span.clone()
    }
}

/// Adds the calls of a rewritten tree that take a name.
fn find_lookups(node: &IdedExpr, found: &mut Vec<Lookup>) {
    if let cel::common::ast::Expr::Ident(key) = &node.expr
        && key.contains('\u{1f}')
    {
        found.extend(Lookup::from_key(key));
    }
    names::children(node).into_iter().for_each(|child| find_lookups(child, found));
}

/// A range of characters of the source as a range of bytes of the file.
fn place(source: &str, whole: &Span, start: usize, stop: usize) -> Span {
    let byte = |index: usize| source.char_indices().nth(index).map_or(source.len(), |(at, _)| at);
    let (start, stop) = (byte(start), byte(stop));
    whole.start + start..whole.start + stop.max(start)
}

fn parse_errors(source: &str, span: &Span, errors: &cel::ParseErrors) -> Vec<ExpressionError> {
    errors
        .errors
        .iter()
        .map(|error| {
            let (line, column) = error.pos;
            let line_start: usize = source.split_inclusive('\n').take(line.max(1) as usize - 1).map(str::len).sum();
            let at = (line_start + column.max(1) as usize - 1).min(source.len());
            let start = span.start + source.floor_char_boundary(at);
            ExpressionError {
                message: error.msg.lines().next().unwrap_or("the expression cannot be read").to_owned(),
                remedy: "Conditions are written in CEL: comparisons joined by && and ||, texts in single quotes"
                    .to_owned(),
                span: start..span.end.max(start),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(source: &str) -> Expression {
        Expression::compile(source, 100..100 + source.len()).expect("compiles")
    }

    #[test]
    fn names_are_listed_in_order_and_bound_variables_are_not() {
        let cases: [(&str, &[&str]); 6] = [
            ("ga_active < 25", &["ga_active"]),
            ("unknown(ga_contacts) || 'one_platform' in ga_causes", &["ga_contacts", "ga_causes"]),
            ("percent(count(ga_t.filter(r, r.purpose != '')), count(ga_t))", &["ga_t"]),
            ("sum_of(ga_tactics, cost)", &["ga_tactics"]),
            ("sum_rows(ga_cover, ['repeat', 'recommend'])", &["ga_cover"]),
            ("known_answered() > 1", &[]),
        ];
        for (source, expected) in cases {
            assert_eq!(compiled(source).names, expected, "{source}");
        }
    }

    #[test]
    fn columns_of_every_row_are_listed() {
        let expression = compiled("count(ga_t.filter(r, r.kind == 'W' && r.action != '')) + sum_of(ga_u, cost)");
        let expected = [("ga_t", "kind"), ("ga_t", "action"), ("ga_u", "cost")];
        assert_eq!(expression.columns, expected.map(|(t, c)| (t.to_owned(), c.to_owned())));
    }

    #[test]
    fn syntax_errors_carry_their_place() {
        let errors = Expression::compile("ga_active <", 10..21).expect_err("is broken");
        assert!(errors[0].span.start >= 10 && errors[0].span.end <= 21, "{errors:?}");
    }

    #[test]
    fn places_of_nodes_and_names() {
        let expression = compiled("ga_a > 1 && ga_ab > 2");
        assert_eq!(expression.span_of_name("ga_ab"), 112..117);
        assert_ne!(expression.span_of(expression.parsed.id), 0..0);
    }

    #[test]
    fn what_is_too_large_is_refused_quickly() {
        let chain = vec!["ga_a"; 10_000].join(" + ");
        let nested = "t.map(a, t.map(b, t.map(c, t.map(d, a))))";
        for source in [chain.as_str(), nested] {
            assert!(Expression::compile(source, 0..source.len()).is_err(), "{}", &source[..20]);
        }
    }
}
