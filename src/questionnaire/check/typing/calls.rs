//! Calls of functions: whether they exist, how many arguments they take, and what these must be.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue};

use super::gives::{entries, gives};
use super::infer::Typing;
use super::operators::{literal_number, not_offered};
use super::types::{Range, Type, Words, of_field};
use crate::problem::nearest;
use crate::questionnaire::check::scope::Named;
use crate::questionnaire::expression::{Argument, FUNCTIONS, Function, find_function};
use crate::questionnaire::{Kind, Question, SINGLE_COLUMN};

/// What is called on a table or list with a dot.
const MACROS: [&str; 5] = ["filter", "map", "exists", "all", "exists_one"];

impl<'a> Typing<'_, 'a> {
    pub(super) fn call(&mut self, node: &IdedExpr, call: &CallExpr) -> Type<'a> {
        let name = call.func_name.as_str();
        if let Some(target) = &call.target {
            self.method(node, name, target);
            return Type::Any;
        }
        if let Some(found) = self.operator(node, name, &call.args) {
            return found;
        }
        let Some(function) = find_function(name) else {
            self.unknown_function(node, name);
            return Type::Any;
        };
        let (least, most) = (function.takes.len() - function.optional, function.takes.len());
        if call.args.len() < least || call.args.len() > most {
            let wanted = if least == most { most.to_string() } else { format!("{least} or {most}") };
            let plural = if wanted == "1" { "argument" } else { "arguments" };
            let message = format!("{name} takes {wanted} {plural}, but has {}", call.args.len());
            self.misfit_at(node, name, message, format!("Write {}", usage(function)));
            return Type::Any;
        }
        self.arguments(function, &call.args)
    }

    fn method(&mut self, node: &IdedExpr, name: &str, target: &IdedExpr) {
        self.infer(target);
        let (message, remedy) = if MACROS.contains(&name) {
            (format!("{name} takes a variable and an expression"), format!("Write list.{name}(r, …)"))
        } else if name == "size" {
            ("'size' is not used here".to_owned(), "Write count(…)".to_owned())
        } else if let Some(function) = find_function(name) {
            (format!("{name} is not called with a point"), format!("Write {}", usage(function)))
        } else {
            let near = nearest(name, MACROS);
            let remedy = near
                .map_or_else(|| format!("Known here: {}", MACROS.join(", ")), |near| format!("Did you mean '{near}'?"));
            (format!("there is no function '{name}'"), remedy)
        };
        self.misfit_at(node, name, message, remedy);
    }

    fn unknown_function(&mut self, node: &IdedExpr, name: &str) {
        if name == "size" {
            self.misfit_at(node, name, "'size' is not used here".to_owned(), "Write count(…)".to_owned());
            return;
        }
        let known = FUNCTIONS.iter().map(|function| function.name).chain(["has"]);
        let remedy = nearest(name, known).map_or_else(
            || "FORMAT.md lists the functions there are".to_owned(),
            |near| format!("Did you mean '{near}'?"),
        );
        self.misfit_at(node, name, format!("there is no function '{name}'"), remedy);
    }

    /// Judges the arguments, and says what the call gives.
    fn arguments(&mut self, function: &Function, args: &[IdedExpr]) -> Type<'a> {
        let mut ranges = Vec::new();
        let mut table: Option<&'a Question> = None;
        let mut column = None;
        for (argument, wanted) in args.iter().zip(function.takes) {
            match wanted {
                Argument::Number => ranges.push(self.want_number(argument)),
                Argument::Numbers => ranges.push(self.want_numbers(argument)),
                Argument::Points => ranges.push(self.want_points(argument)),
                Argument::Question => {
                    self.want_question(argument, function.name);
                }
                Argument::Maps => {
                    let found = self.want_question(argument, function.name);
                    if let Some(question) = found.filter(|question| !matches!(question.kind, Kind::Maps { .. })) {
                        let message = format!("{} takes process maps, but '{}' has none", function.name, question.id);
                        self.misfit_at(argument, &question.id, message, format!("Write {}", usage(function)));
                    }
                }
                Argument::Table => {
                    table = self.want_question(argument, function.name);
                    if let Some(question) = table
                        && let Some(message) = unfit_table(question, function.name)
                    {
                        self.misfit_at(argument, &question.id, message, format!("Write {}", usage(function)));
                        table = None;
                    }
                }
                Argument::Column => column = self.want_column(argument, table, function.name),
                Argument::CellValue => self.want_cell_value(argument, table, args.get(1)),
                Argument::Row => self.want_row(argument, table),
                Argument::Rows => match &argument.expr {
                    Expr::List(list) => list.elements.iter().for_each(|row| self.want_row(row, table)),
                    _ => {
                        self.misfit(argument, format!("{} wants a list of rows", function.name), "Write ['row', 'row']")
                    }
                },
                Argument::Area => self.want_area(argument),
                Argument::Countable => ranges.push(self.want_countable(argument)),
            }
        }
        gives(function, &ranges, table, column, args.len())
    }

    fn want_numbers(&mut self, node: &IdedExpr) -> Range {
        match self.infer(node) {
            Type::Any => Range::ANY,
            Type::List(of) => match *of {
                Type::Number(range) => range,
                Type::Any => Range::ANY,
                other => {
                    let remedy = "Take a column with map, such as table.map(r, r.cost)";
                    self.misfit(
                        node,
                        format!("this must be a list of numbers, but holds {}", other.describe()),
                        remedy,
                    );
                    Range::ANY
                }
            },
            other => {
                self.misfit(
                    node,
                    format!("this must be a list of numbers, but is {}", other.describe()),
                    "Write [a, b, …]",
                );
                Range::ANY
            }
        }
    }

    /// A literal list of points, x strictly increasing; gives the range of y.
    fn want_points(&mut self, node: &IdedExpr) -> Range {
        let point = |node: &IdedExpr| match &node.expr {
            Expr::List(pair) => match pair.elements.as_slice() {
                [x, y] => Some((literal_number(x)?, literal_number(y)?)),
                _ => None,
            },
            _ => None,
        };
        let points: Option<Vec<(f64, f64)>> = match &node.expr {
            Expr::List(list) => list.elements.iter().map(point).collect(),
            _ => None,
        };
        let Some(points) = points.filter(|points| points.len() >= 2) else {
            self.misfit(node, "a curve is a list of at least two points", "Write [[x, y], [x, y]] with numbers");
            return Range::ANY;
        };
        if let Some(pair) = points.windows(2).find(|pair| pair[1].0 <= pair[0].0) {
            let message = format!("the curve does not increase: {} comes after {}", pair[1].0, pair[0].0);
            self.misfit(node, message, "Put the points in ascending order of x, each x once");
        }
        let start = Range::new(f64::INFINITY, f64::NEG_INFINITY);
        points.iter().fold(start, |range, (_, y)| range.join(Range::new(*y, *y)))
    }

    /// The name of a question, plain or in quotes.
    fn want_question(&mut self, node: &IdedExpr, function: &str) -> Option<&'a Question> {
        let Some(name) = word(node).filter(|name| !self.is_bound(name)) else {
            self.misfit(
                node,
                format!("{function} takes the name of a question"),
                format!("Write {function}(question)"),
            );
            return None;
        };
        match self.scope.named(&name) {
            Named::Question(question) => Some(question),
            Named::Lost => None,
            Named::Metric(_) => {
                let message = format!("{function} takes the name of a question, but '{name}' is a metric");
                self.misfit_at(node, &name, message, "Name the questions the metric rests on".to_owned());
                None
            }
            Named::Unknown => {
                self.unknown_name(node, &name);
                None
            }
        }
    }

    fn want_column(&mut self, node: &IdedExpr, table: Option<&'a Question>, function: &str) -> Option<Type<'a>> {
        let Some(name) = word(node) else {
            self.misfit(node, format!("{function} takes the name of a column"), "Write the column's id");
            return None;
        };
        let question = table?;
        if function == "cell" && matches!(question.kind, Kind::Grid { .. }) {
            return of_field(question, SINGLE_COLUMN);
        }
        if !question.columns().iter().any(|column| column.id == name) {
            self.unknown_field(node, question, &name);
            return None;
        }
        let found = of_field(question, &name)?;
        let counts = matches!(function, "count_of" | "share_of" | "cell");
        if !counts && !matches!(found, Type::Number(_) | Type::Truth) {
            let message = format!(
                "{function} needs numbers, but column '{name}' of '{}' holds {}",
                question.id,
                found.describe()
            );
            self.misfit_at(node, &name, message, "Name a column of numbers".to_owned());
        }
        Some(found)
    }

    fn want_cell_value(&mut self, node: &IdedExpr, table: Option<&'a Question>, column: Option<&IdedExpr>) {
        let given = self.infer(node);
        let column = column.and_then(word);
        let Some(wanted) = table.zip(column).and_then(|(question, column)| of_field(question, &column)) else { return };
        self.compare_with(node, &given, &wanted);
    }

    fn want_row(&mut self, node: &IdedExpr, table: Option<&'a Question>) {
        let given = self.infer(node);
        let Some(wanted) = table.and_then(|question| of_field(question, "row")) else { return };
        self.compare_with(node, &given, &wanted);
    }

    fn want_area(&mut self, node: &IdedExpr) {
        let Some(name) = word(node) else {
            self.misfit(node, "score_of takes the id of an area", "Write score_of(area)");
            return;
        };
        if self.scope.scored_area(&name).is_none() {
            let near = nearest(&name, self.scope.scored_areas());
            let remedy =
                near.map_or_else(|| "Name an area with a weight".to_owned(), |near| format!("Did you mean '{near}'?"));
            self.misfit_at(node, &name, format!("there is no scored area '{name}'"), remedy);
        }
    }

    /// A list or table; gives the range of how many entries it can have.
    fn want_countable(&mut self, node: &IdedExpr) -> Range {
        match self.infer(node) {
            Type::List(_) | Type::Any => {}
            other => {
                let remedy = "Name a table, a list or a question with several choices";
                self.misfit(node, format!("count takes a list or table, but this is {}", other.describe()), remedy);
            }
        }
        let named = word(node).filter(|name| !self.is_bound(name));
        named.and_then(|name| self.scope.question(&name)).map_or(Range::COUNT, entries)
    }
}

/// A name, plain or in quotes.
fn word(node: &IdedExpr) -> Option<String> {
    match &node.expr {
        Expr::Ident(name) => Some(name.clone()),
        Expr::Literal(LiteralValue::String(text)) => Some(text.inner().to_owned()),
        _ => None,
    }
}

/// Why a question is not the kind of table a function needs.
fn unfit_table(question: &Question, function: &str) -> Option<String> {
    let id = &question.id;
    if !question.is_table() {
        return Some(format!("{function} takes a table, but '{id}' is none"));
    }
    let is_grid = matches!(question.kind, Kind::Grid { .. });
    match function {
        _ if function.ends_with("_of") && is_grid => Some(format!("{function} needs columns, but '{id}' is a grid")),
        "sum_known" | "mean_known" | "min_known" | "stdev_known" => {
            let numeric = |column: &str| matches!(of_field(question, column), Some(Type::Number(_)));
            let fits = is_grid || question.columns().iter().all(|column| numeric(&column.id));
            (!fits).then(|| format!("{function} needs numbers in every cell, but '{id}' holds other things too"))
        }
        "sum_rows" | "cell" if question.fixed_rows().is_empty() => {
            Some(format!("{function} needs fixed rows, but '{id}' has none"))
        }
        _ => None,
    }
}

/// How a function is written.
fn usage(function: &Function) -> String {
    let argument = |one: &Argument| match one {
        Argument::Number => "number",
        Argument::Numbers => "numbers",
        Argument::Points => "[[x, y], …]",
        Argument::Question => "question",
        Argument::Table => "table",
        Argument::Maps => "maps",
        Argument::Column => "column",
        Argument::CellValue => "value",
        Argument::Row => "'row'",
        Argument::Rows => "['row', …]",
        Argument::Area => "area",
        Argument::Countable => "list",
    };
    let takes: Vec<&str> = function.takes.iter().map(argument).collect();
    format!("{}({})", function.name, takes.join(", "))
}

impl<'a> Typing<'_, 'a> {
    /// Reports a literal that a cell or row can never be.
    fn compare_with(&mut self, node: &IdedExpr, given: &Type<'a>, wanted: &Type<'a>) {
        if let (Type::Text(Some(Words { words, .. })), Type::Text(Some(known))) = (given, wanted)
            && let [word] = words.as_slice()
            && !known.words.contains(word)
        {
            let (message, remedy) = not_offered(word, known);
            self.misfit(node, message, remedy);
        } else if given.clone().join(wanted.clone()).is_none() {
            self.misfit(node, format!("this is {}, where {} is wanted", given.describe(), wanted.describe()), "");
        }
    }
}
