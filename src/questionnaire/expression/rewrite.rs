//! From the tree an author wrote to the tree that runs.

use cel::IdedExpr;
use cel::common::ast::{EntryExpr, Expr, LiteralValue, operators};
use cel::common::types::CelDouble;

use super::lookup::Lookup;

/// Turns whole numbers into decimals and calls about names into lookups.
pub fn rewrite(tree: &IdedExpr) -> IdedExpr {
    let mut tree = tree.clone();
    walk(&mut tree, &mut Vec::new());
    tree
}

fn walk(node: &mut IdedExpr, bound: &mut Vec<String>) {
    match &mut node.expr {
        Expr::Literal(literal) => {
            if let LiteralValue::Int(number) = literal {
                *literal = LiteralValue::Double(CelDouble::from(*number.inner() as f64));
            }
        }
        Expr::Call(call) => {
            if let Some(lookup) = Lookup::from_call(call, |name| bound.iter().any(|known| known == name)) {
                node.expr = Expr::Ident(lookup.key());
                return;
            }
            // A list's index stays a whole number.
            let is_index = call.func_name == operators::INDEX;
            call.target.iter_mut().for_each(|target| walk(target, bound));
            let count = if is_index { 1 } else { call.args.len() };
            call.args.iter_mut().take(count).for_each(|argument| walk(argument, bound));
        }
        Expr::Comprehension(inner) => {
            walk(&mut inner.iter_range, bound);
            bound.push(inner.iter_var.clone());
            for part in [&mut inner.accu_init, &mut inner.loop_cond, &mut inner.loop_step, &mut inner.result] {
                walk(part, bound);
            }
            bound.pop();
        }
        Expr::List(list) => list.elements.iter_mut().for_each(|element| walk(element, bound)),
        Expr::Select(select) => walk(&mut select.operand, bound),
        Expr::Map(map) => map.entries.iter_mut().for_each(|entry| walk_entry(&mut entry.expr, bound)),
        Expr::Struct(made) => made.entries.iter_mut().for_each(|entry| walk_entry(&mut entry.expr, bound)),
        Expr::Ident(_) | Expr::Unspecified => {}
    }
}

fn walk_entry(entry: &mut EntryExpr, bound: &mut Vec<String>) {
    match entry {
        EntryExpr::StructField(field) => walk(&mut field.value, bound),
        EntryExpr::MapEntry(entry) => {
            walk(&mut entry.key, bound);
            walk(&mut entry.value, bound);
        }
    }
}
