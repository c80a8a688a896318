//! Everything a condition or formula can call: the table for the checker, and the functions over values themselves.

use std::sync::{Arc, OnceLock};

use cel::{Context, Env, ExecutionError, Value};

/// What a function takes at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// A number.
    Number,
    /// A list of numbers.
    Numbers,
    /// A list of points `[[x, y], …]`.
    Points,
    /// The name of any question.
    Question,
    /// The name of a question with rows or cells.
    Table,
    /// The name of a question with process maps.
    Maps,
    /// The name of a column of that table.
    Column,
    /// A value a cell of that column can have.
    CellValue,
    /// The id of a fixed row of that table.
    Row,
    /// A list of ids of fixed rows of that table.
    Rows,
    /// The id of a scored area.
    Area,
    /// A list, a table, a selection of choices, or the name of one.
    Countable,
}

/// What a function gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// What a cell of the table holds.
    Cell,
}

/// A function of the expression language.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it takes, in order.
    pub takes: &'static [Argument],
    /// How many of these may be left out at the end.
    pub optional: usize,
    /// What it gives.
    pub gives: Gives,
}

const fn function(name: &'static str, takes: &'static [Argument], gives: Gives) -> Function {
    Function { name, takes, optional: 0, gives }
}

use Argument::{CellValue, Column, Countable, Number, Numbers, Points, Question, Row, Rows, Table};

/// All functions but the operators and `filter`, `map`, `exists`, `exists_one`, `all`.
pub const FUNCTIONS: &[Function] = &[
    function("unknown", &[Question], Gives::Truth),
    function("answered", &[Question], Gives::Truth),
    function("count", &[Countable], Gives::Number),
    function("sum_of", &[Table, Column], Gives::Number),
    function("mean_of", &[Table, Column], Gives::Number),
    function("min_of", &[Table, Column], Gives::Number),
    function("max_of", &[Table, Column], Gives::Number),
    function("stdev_of", &[Table, Column], Gives::Number),
    function("count_of", &[Table, Column, CellValue], Gives::Number),
    function("share_of", &[Table, Column, CellValue], Gives::Number),
    function("sum_known", &[Table], Gives::Number),
    function("mean_known", &[Table], Gives::Number),
    function("min_known", &[Table], Gives::Number),
    function("stdev_known", &[Table], Gives::Number),
    function("known_cells", &[Table], Gives::Number),
    function("cells", &[Table], Gives::Number),
    function("sum_rows", &[Table, Rows], Gives::Number),
    Function { name: "cell", takes: &[Table, Row, Column], optional: 1, gives: Gives::Cell },
    function("dead_ends", &[Argument::Maps], Gives::Number),
    function("score_of", &[Argument::Area], Gives::Number),
    function("wanted_beyond_high", &[Question], Gives::Number),
    function("known_answered", &[], Gives::Number),
    function("known_unknown", &[], Gives::Number),
    function("sum", &[Numbers], Gives::Number),
    function("mean", &[Numbers], Gives::Number),
    function("min", &[Numbers], Gives::Number),
    function("max", &[Numbers], Gives::Number),
    function("stdev", &[Numbers], Gives::Number),
    function("evenness", &[Numbers], Gives::Number),
    function("percent", &[Number, Number], Gives::Number),
    function("clamp", &[Number, Number, Number], Gives::Number),
    function("abs", &[Number], Gives::Number),
    function("ln", &[Number], Gives::Number),
    function("pow", &[Number, Number], Gives::Number),
    function("ceil", &[Number], Gives::Number),
    function("floor", &[Number], Gives::Number),
    function("curve", &[Number, Points], Gives::Number),
    function("wilson_low", &[Number, Number], Gives::Number),
    function("wilson_high", &[Number, Number], Gives::Number),
];

/// The function of that name.
pub fn find_function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

type Numeric = Result<Value, ExecutionError>;

fn fail(function: &str, message: &str) -> ExecutionError {
    ExecutionError::FunctionError { function: function.to_owned(), message: message.to_owned() }
}

fn numbers(list: &[Value]) -> Result<Vec<f64>, ExecutionError> {
    list.iter()
        .map(|value| match value {
            Value::Float(number) => Ok(*number),
            _ => Err(fail("list", "not a list of numbers")),
        })
        .collect()
}

/// The language every expression runs in: CEL's own functions and those that take values.
///
/// Built once: all evaluations share it, each adding its own variables in an inner scope.
pub fn language() -> &'static Context<'static, 'static> {
    static LANGUAGE: OnceLock<Context<'static, 'static>> = OnceLock::new();
    LANGUAGE.get_or_init(|| {
        let mut context = Context::with_env(Arc::new(Env::stdlib()));
        value_functions(&mut context);
        context
    })
}

/// Registers the functions that take values.
fn value_functions(context: &mut Context<'_, '_>) {
    // Registering fails only for names of the standard library; a test runs each of these.
    let mut add = |name: &str, apply: fn(&[f64]) -> Option<f64>| {
        let owned = name.to_owned();
        let _ = context.add_function(name, move |list: Arc<Vec<Value>>| -> Numeric {
            apply(&numbers(&list)?).map(Value::Float).ok_or_else(|| fail(&owned, "an empty list"))
        });
    };
    add("sum", |list| Some(list.iter().sum()));
    add("mean", mean);
    add("min", |list| list.iter().copied().reduce(f64::min));
    add("max", |list| list.iter().copied().reduce(f64::max));
    add("stdev", standard_deviation);
    add("evenness", evenness);
    let _ = context.add_function("count", |list: Arc<Vec<Value>>| list.len() as f64);
    let _ = context.add_function("percent", |part: f64, whole: f64| 100.0 * part / whole);
    let _ = context.add_function("clamp", |x: f64, low: f64, high: f64| x.max(low).min(high));
    let _ = context.add_function("abs", |x: f64| x.abs());
    let _ = context.add_function("ln", |x: f64| x.ln());
    let _ = context.add_function("pow", |x: f64, y: f64| x.powf(y));
    let _ = context.add_function("ceil", |x: f64| x.ceil());
    let _ = context.add_function("floor", |x: f64| x.floor());
    let _ = context.add_function("wilson_low", |k: f64, n: f64| wilson(k, n).0);
    let _ = context.add_function("wilson_high", |k: f64, n: f64| wilson(k, n).1);
    let _ = context.add_function("curve", |x: f64, points: Arc<Vec<Value>>| -> Numeric {
        let mut curve = crate::questionnaire::Curve { points: Vec::with_capacity(points.len()) };
        for point in points.iter() {
            let Value::List(pair) = point else { return Err(fail("curve", "not a list of points")) };
            let [x, y] = numbers(pair)?[..] else { return Err(fail("curve", "a point has two numbers")) };
            curve.points.push((x, y));
        }
        Ok(Value::Float(curve.at(x)))
    });
}

/// Mean of a list.
pub fn mean(list: &[f64]) -> Option<f64> {
    (!list.is_empty()).then(|| list.iter().sum::<f64>() / list.len() as f64)
}

/// Population standard deviation.
pub fn standard_deviation(list: &[f64]) -> Option<f64> {
    let mean = mean(list)?;
    let squares: f64 = list.iter().map(|x| (x - mean).powi(2)).sum();
    Some((squares / list.len() as f64).sqrt())
}

/// Shannon evenness of amounts, 0 to 1: −Σp·ln p ÷ ln n, with 0·ln 0 = 0 (domain.md 3, `pep_balance`).
fn evenness(list: &[f64]) -> Option<f64> {
    let total: f64 = list.iter().sum();
    let entropy: f64 = list.iter().map(|x| x / total).filter(|p| *p > 0.0).map(|p| -p * p.ln()).sum();
    (list.len() > 1 && total > 0.0).then(|| entropy / (list.len() as f64).ln())
}

/// 95% interval of a share of `k` in `n`, in percent (Wilson 1927, score interval, z = 1.96).
pub fn wilson(k: f64, n: f64) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    let share = k / n;
    let z2 = Z * Z;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    ((middle - half) * 100.0, (middle + half) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::expression::Expression;

    #[test]
    fn functions_over_values_give_what_they_say() {
        let context = language();
        let cases = [
            ("sum([1, 2.5])", 3.5),
            ("mean([1, 2])", 1.5),
            ("min([3, 2])", 2.0),
            ("max([3, 2])", 3.0),
            ("stdev([3, 2, 3, 3, 1, 1, 1])", 0.925_820_099_772_551),
            ("evenness([80, 20, 0])", 0.455_485_915_003_595_2),
            ("count([1, 2, 3])", 3.0),
            ("percent(3, 6)", 50.0),
            ("clamp(7, 0, 5)", 5.0),
            ("abs(0 - 2)", 2.0),
            ("ln(1)", 0.0),
            ("pow(1.075, 3)", 1.242_296_875),
            ("ceil(1.2)", 2.0),
            ("floor(1.8)", 1.0),
            ("curve(30, [[1, 100], [24, 50], [120, 20], [240, 0]])", 48.125),
            ("curve(0, [[1, 100], [24, 50]])", 100.0),
            ("curve(999, [[1, 100], [24, 50]])", 50.0),
            ("wilson_low(24, 120)", 13.8),
            ("wilson_high(24, 120)", 28.0),
            ("wilson_low(6, 30)", 9.5),
            ("wilson_high(12, 30)", 57.7),
        ];
        for (source, expected) in cases {
            let expression = Expression::compile(source, 0..source.len()).expect("compiles");
            let Ok(Value::Float(found)) = Value::resolve(&expression.tree, context) else {
                panic!("{source}: {:?}", Value::resolve(&expression.tree, context))
            };
            let tolerance = if source.starts_with("wilson") { 0.06 } else { 1e-9 };
            assert!((found - expected).abs() < tolerance, "{source} = {found}");
        }
    }
}
