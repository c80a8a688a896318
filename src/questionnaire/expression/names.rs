//! What an expression rests on: the questions and metrics it names, and the columns it needs of every row.

use cel::IdedExpr;
use cel::common::ast::{ComprehensionExpr, EntryExpr, Expr};

use super::lookup::Lookup;

/// The direct children of a node.
pub fn children(node: &IdedExpr) -> Vec<&IdedExpr> {
    match &node.expr {
        Expr::Call(call) => call.target.as_deref().into_iter().chain(&call.args).collect(),
        Expr::Comprehension(inner) => {
            vec![&inner.iter_range, &inner.accu_init, &inner.loop_cond, &inner.loop_step, &inner.result]
        }
        Expr::List(list) => list.elements.iter().collect(),
        Expr::Select(select) => vec![&select.operand],
        Expr::Map(map) => map.entries.iter().flat_map(|entry| entry_parts(&entry.expr)).collect(),
        Expr::Struct(made) => made.entries.iter().flat_map(|entry| entry_parts(&entry.expr)).collect(),
        Expr::Ident(_) | Expr::Literal(_) | Expr::Unspecified => vec![],
    }
}

fn entry_parts(entry: &EntryExpr) -> Vec<&IdedExpr> {
    match entry {
        EntryExpr::StructField(field) => vec![&field.value],
        EntryExpr::MapEntry(entry) => vec![&entry.key, &entry.value],
    }
}

/// Names in order of first appearance, and (table, column) pairs needed of every row.
pub fn collect(tree: &IdedExpr) -> (Vec<String>, Vec<(String, String)>) {
    let mut found = Found::default();
    found.walk(tree, &mut Vec::new());
    (found.names, found.columns)
}

#[derive(Default)]
struct Found {
    names: Vec<String>,
    columns: Vec<(String, String)>,
}

/// A loop variable and the table it runs over, where that is a plain name (perhaps filtered).
type Bound = (String, Option<String>);

impl Found {
    fn name(&mut self, name: &str) {
        if !name.is_empty() && !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }

    fn column(&mut self, table: &str, column: &str) {
        let pair = (table.to_owned(), column.to_owned());
        if !self.columns.contains(&pair) {
            self.columns.push(pair);
        }
    }

    fn walk(&mut self, node: &IdedExpr, bound: &mut Vec<Bound>) {
        match &node.expr {
            Expr::Ident(name) => {
                let is_bound = name.starts_with('@') || bound.iter().any(|(variable, _)| variable == name);
                if !is_bound {
                    self.name(name);
                }
            }
            Expr::Call(call) => {
                if let Some(lookup) = Lookup::from_call(call, |name| bound.iter().any(|(known, _)| known == name)) {
                    // An area is no question: its score rests on many.
                    if lookup.function != "score_of" {
                        self.name(&lookup.about);
                    }
                    if lookup.function.ends_with("_of") {
                        lookup.rest.first().into_iter().for_each(|column| self.column(&lookup.about, column));
                    }
                    return;
                }
                children(node).into_iter().for_each(|child| self.walk(child, bound));
            }
            Expr::Select(select) => {
                // `has(r.x)` asks for the cell without needing it.
                if let Expr::Ident(variable) = &select.operand.expr
                    && !select.test
                    && let Some((_, Some(table))) = bound.iter().rev().find(|(known, _)| known == variable)
                {
                    let table = table.clone();
                    self.column(&table, &select.field);
                }
                self.walk(&select.operand, bound);
            }
            Expr::Comprehension(inner) => {
                self.walk(&inner.iter_range, bound);
                bound.push((inner.iter_var.clone(), table_of(&inner.iter_range)));
                for part in [&inner.accu_init, &inner.loop_cond, &inner.loop_step, &inner.result] {
                    self.walk(part, bound);
                }
                bound.pop();
            }
            _ => children(node).into_iter().for_each(|child| self.walk(child, bound)),
        }
    }
}

/// The table a loop runs over: a plain name, or that of the loop whose result it goes on with.
fn table_of(range: &IdedExpr) -> Option<String> {
    match &range.expr {
        Expr::Ident(name) => Some(name.clone()),
        Expr::Comprehension(inner) if is_filter(inner) => table_of(&inner.iter_range),
        _ => None,
    }
}

/// Whether a comprehension hands on the rows themselves, as `filter` does: its step is `cond ? accu + [x] : accu`.
fn is_filter(inner: &ComprehensionExpr) -> bool {
    fn adds(node: &IdedExpr, variable: &str) -> bool {
        match &node.expr {
            Expr::List(list) => {
                matches!(list.elements.as_slice(), [IdedExpr { expr: Expr::Ident(name), .. }] if name == variable)
            }
            _ => children(node).into_iter().any(|child| adds(child, variable)),
        }
    }
    adds(&inner.loop_step, &inner.iter_var)
}
