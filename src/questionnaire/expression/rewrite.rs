//! From the tree an author wrote to the tree that runs.

use cel::IdedExpr;
use cel::common::ast::{EntryExpr, Expr, LiteralValue, operators};
use cel::common::types::CelDouble;

use super::lookup::Lookup;

/// Turns whole numbers into decimals and calls about names into lookups.
///
/// Calls that count what is known of "this questionnaire" are told which one that is.
pub fn rewrite(tree: &IdedExpr, questionnaire: &str) -> IdedExpr {
    let mut tree = tree.clone();
    walk(&mut tree, &mut Vec::new(), questionnaire);
    tree
}

fn walk(node: &mut IdedExpr, bound: &mut Vec<String>, own: &str) {
    match &mut node.expr {
        Expr::Literal(literal) => {
            if let LiteralValue::Int(number) = literal {
                *literal = LiteralValue::Double(CelDouble::from(*number.inner() as f64));
            }
        }
        Expr::Call(call) => {
            if let Some(mut lookup) = Lookup::from_call(call, |name| bound.iter().any(|known| known == name)) {
                if matches!(lookup.function.as_str(), "known_answered" | "known_unknown") {
                    lookup.about = own.to_owned();
                }
                node.expr = Expr::Ident(lookup.key());
                return;
            }
            // A list's index stays a whole number.
            let is_index = call.func_name == operators::INDEX;
            call.target.iter_mut().for_each(|target| walk(target, bound, own));
            let count = if is_index { 1 } else { call.args.len() };
            call.args.iter_mut().take(count).for_each(|argument| walk(argument, bound, own));
        }
        Expr::Comprehension(inner) => {
            walk(&mut inner.iter_range, bound, own);
            bound.push(inner.iter_var.clone());
            for part in [&mut inner.accu_init, &mut inner.loop_cond, &mut inner.loop_step, &mut inner.result] {
                walk(part, bound, own);
            }
            bound.pop();
        }
        Expr::List(list) => list.elements.iter_mut().for_each(|element| walk(element, bound, own)),
        Expr::Select(select) => walk(&mut select.operand, bound, own),
        Expr::Map(map) => map.entries.iter_mut().for_each(|entry| walk_entry(&mut entry.expr, bound, own)),
        Expr::Struct(made) => made.entries.iter_mut().for_each(|entry| walk_entry(&mut entry.expr, bound, own)),
        Expr::Ident(_) | Expr::Unspecified => {}
    }
}

fn walk_entry(entry: &mut EntryExpr, bound: &mut Vec<String>, own: &str) {
    match entry {
        EntryExpr::StructField(field) => walk(&mut field.value, bound, own),
        EntryExpr::MapEntry(entry) => {
            walk(&mut entry.key, bound, own);
            walk(&mut entry.value, bound, own);
        }
    }
}
