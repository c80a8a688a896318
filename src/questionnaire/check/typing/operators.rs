//! Operators between values.

use cel::IdedExpr;
use cel::common::ast::{Expr, LiteralValue, operators};

use super::infer::Typing;
use super::types::{Range, Type, Words};
use crate::problem::nearest;

impl<'a> Typing<'_, 'a> {
    /// The type of an operator's result; `None` when it is no operator.
    pub(super) fn operator(&mut self, node: &IdedExpr, name: &str, args: &[IdedExpr]) -> Option<Type<'a>> {
        Some(match (name, args) {
            (operators::LOGICAL_AND | operators::LOGICAL_OR, [left, right]) => {
                self.want_truth(left);
                self.want_truth(right);
                Type::Truth
            }
            (operators::LOGICAL_NOT | operators::NOT_STRICTLY_FALSE, [one]) => {
                self.want_truth(one);
                Type::Truth
            }
            (operators::CONDITIONAL, [condition, yes, no]) => {
                self.want_truth(condition);
                let (yes_type, no_type) = (self.infer(yes), self.infer(no));
                let described = (yes_type.describe(), no_type.describe());
                yes_type.join(no_type).unwrap_or_else(|| {
                    let message = format!("'? :' gives {} or {}", described.0, described.1);
                    self.misfit(no, message, "Let both sides be of one type");
                    Type::Any
                })
            }
            (operators::EQUALS | operators::NOT_EQUALS, [left, right]) => {
                let (left_type, right_type) = (self.infer(left), self.infer(right));
                self.compare(node, (left, &left_type), (right, &right_type));
                Type::Truth
            }
            (
                operators::LESS | operators::LESS_EQUALS | operators::GREATER | operators::GREATER_EQUALS,
                [left, right],
            ) => {
                let (left_range, right_range) = (self.want_number(left), self.want_number(right));
                self.within((left, left_range), (right, right_range));
                Type::Truth
            }
            (operators::IN, [element, list]) => {
                self.membership(element, list);
                Type::Truth
            }
            (operators::ADD, [left, right]) => self.add(node, left, right),
            (operators::SUBSTRACT, [left, right]) => self.arithmetic(left, right, |a, b| a - b),
            (operators::MULTIPLY, [left, right]) => self.arithmetic(left, right, |a, b| a * b),
            (operators::DIVIDE, [left, right]) => {
                if !self.may_divide {
                    self.misfit(
                        node,
                        "a condition does not divide, since dividing by nothing would make it true",
                        "Make the quotient a metric, and compare that",
                    );
                }
                let (left, right) = (self.want_number(left), self.want_number(right));
                let steady = right.low > 0.0 || right.high < 0.0;
                Type::Number(if steady { left.combine(right, |a, b| a / b) } else { Range::ANY })
            }
            (operators::MODULO, [left, right]) => {
                self.misfit(node, "'%' is not used here", "For a share, write percent(part, whole)");
                self.want_number(left);
                self.want_number(right);
                Type::number()
            }
            (operators::NEGATE, [one]) => {
                let range = self.want_number(one);
                Type::Number(Range::new(-range.high, -range.low))
            }
            (operators::INDEX, [list, at]) => {
                self.want_number(at);
                match self.infer(list) {
                    Type::List(of) => *of,
                    Type::Any => Type::Any,
                    other => {
                        self.misfit(
                            node,
                            format!("'[…]' takes an entry of a list, but this is {}", other.describe()),
                            "",
                        );
                        Type::Any
                    }
                }
            }
            _ => return None,
        })
    }

    pub(super) fn want_truth(&mut self, node: &IdedExpr) {
        match self.infer(node) {
            Type::Truth | Type::Any => {}
            other => {
                let message = format!("this must be true or false, but is {}", other.describe());
                self.misfit(node, message, "Compare it with something");
            }
        }
    }

    pub(super) fn want_number(&mut self, node: &IdedExpr) -> Range {
        match self.infer(node) {
            Type::Number(range) => range,
            Type::Any => Range::ANY,
            other => {
                let remedy = match other {
                    Type::List(_) => "count(…) says how many entries it has",
                    Type::Text(_) => "Texts are compared with == and != alone",
                    _ => "",
                };
                self.misfit(node, format!("this must be a number, but is {}", other.describe()), remedy);
                Range::ANY
            }
        }
    }

    fn arithmetic(&mut self, left: &IdedExpr, right: &IdedExpr, operation: impl Fn(f64, f64) -> f64) -> Type<'a> {
        let (left, right) = (self.want_number(left), self.want_number(right));
        Type::Number(left.combine(right, operation))
    }

    /// Numbers are added, texts and lists joined.
    fn add(&mut self, node: &IdedExpr, left: &IdedExpr, right: &IdedExpr) -> Type<'a> {
        let (left_type, right_type) = (self.infer(left), self.infer(right));
        match (left_type, right_type) {
            (Type::Number(a), Type::Number(b)) => Type::Number(a.combine(b, |a, b| a + b)),
            (Type::Text(_), Type::Text(_)) => Type::Text(None),
            (Type::List(a), Type::List(b)) => Type::list(a.join(*b).unwrap_or(Type::Any)),
            (Type::Any, other) | (other, Type::Any) => match other {
                Type::Number(_) => Type::number(),
                Type::Text(_) => Type::Text(None),
                other => other,
            },
            (left, right) => {
                self.misfit(node, format!("'+' stands between {} and {}", left.describe(), right.describe()), "");
                Type::Any
            }
        }
    }

    /// Reports what can never be equal.
    fn compare(&mut self, node: &IdedExpr, left: (&IdedExpr, &Type<'a>), right: (&IdedExpr, &Type<'a>)) {
        match (left.1, right.1) {
            (Type::Text(Some(a)), Type::Text(Some(b))) => {
                self.same_words((left.0, a), (right.0, b));
            }
            (Type::Number(a), Type::Number(b)) => self.within((left.0, *a), (right.0, *b)),
            (a, b) if a.clone().join(b.clone()).is_none() => {
                let message = format!("{} is compared with {}", a.describe(), b.describe());
                let remedy = match (a, b) {
                    (Type::Text(_), Type::Number(_)) | (Type::Number(_), Type::Text(_)) => {
                        "Texts and choices stand in quotes, numbers without"
                    }
                    (Type::List(_), _) | (_, Type::List(_)) => "'x' in list asks whether a list holds something",
                    _ => "Compare values of the same type",
                };
                self.misfit(node, message, remedy);
            }
            _ => {}
        }
    }

    /// Reports a comparison with a number outside of what the other side can be.
    fn within(&mut self, left: (&IdedExpr, Range), right: (&IdedExpr, Range)) {
        for ((literal, _), (other, range)) in [(left, right), (right, left)] {
            let Some(number) = literal_number(literal).filter(|number| !range.contains(*number)) else { continue };
            let what = match &other.expr {
                Expr::Ident(name) => format!("'{name}'"),
                _ => "the other side".to_owned(),
            };
            let limits = match (range.low.is_finite(), range.high.is_finite()) {
                (true, true) => format!("goes from {} to {}", range.low, range.high),
                (true, false) => format!("is never below {}", range.low),
                _ => format!("is never above {}", range.high),
            };
            self.misfit(
                literal,
                format!("{number} is out of reach: {what} {limits}"),
                "Compare with a value it can have",
            );
        }
    }

    fn membership(&mut self, element: &IdedExpr, list: &IdedExpr) {
        let element_type = self.infer(element);
        let of = match self.infer(list) {
            Type::List(of) => *of,
            Type::Any => return,
            other => {
                let message = format!("'in' looks into a list, but this is {}", other.describe());
                self.misfit(list, message, "Compare single values with ==");
                return;
            }
        };
        if let Expr::List(literal) = &list.expr {
            // Each entry is told apart, so that the place is exact.
            for entry in &literal.elements {
                let entry_type = Typing::infer(self, entry);
                self.compare(entry, (element, &element_type), (entry, &entry_type));
            }
        } else {
            self.compare(element, (element, &element_type), (list, &of));
        }
    }

    /// Reports literals that are none of the words of the other side.
    fn same_words(&mut self, left: (&IdedExpr, &Words), right: (&IdedExpr, &Words)) {
        let (literal, owner) = match (&left.1.of, &right.1.of) {
            (None, Some(_)) => (left, right),
            (Some(_), None) => (right, left),
            _ => return,
        };
        let known = &owner.1.words;
        if known.is_empty() || literal.1.words.iter().any(|word| known.contains(word)) {
            return;
        }
        if let [word] = literal.1.words.as_slice() {
            let (message, remedy) = not_offered(word, owner.1);
            self.misfit(literal.0, message, remedy);
        }
    }
}

/// What is wrong with a text that is none of the words there are.
pub(super) fn not_offered(word: &str, known: &Words) -> (String, String) {
    let of = known.of.as_deref().unwrap_or("the other side is never");
    let remedy = match nearest(word, known.words.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean '{near}'?"),
        None => format!("It can be {}", known.words.join(", ")),
    };
    (format!("{of} '{word}'"), remedy)
}

/// The number a literal stands for.
pub(super) fn literal_number(node: &IdedExpr) -> Option<f64> {
    match &node.expr {
        Expr::Literal(LiteralValue::Int(number)) => Some(*number.inner() as f64),
        Expr::Literal(LiteralValue::Double(number)) => Some(*number.inner()),
        Expr::Call(call) if call.func_name == operators::NEGATE => {
            call.args.first().and_then(literal_number).map(|n| -n)
        }
        _ => None,
    }
}
