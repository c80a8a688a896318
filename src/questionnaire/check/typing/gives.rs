//! What functions give, as narrowly as their arguments say.

use super::types::{Range, Type, of_field};
use crate::questionnaire::expression::Function;
use crate::questionnaire::{Kind, Question, SINGLE_COLUMN};

/// What a call gives.
pub(super) fn gives<'a>(
    function: &Function,
    ranges: &[Range],
    table: Option<&'a Question>,
    column: Option<Type<'a>>,
    arguments: usize,
) -> Type<'a> {
    let of_column = match column {
        Some(Type::Number(range)) => range,
        Some(Type::Truth) => Range::new(0.0, 1.0),
        _ => Range::ANY,
    };
    let of_cells = match table.and_then(|table| of_field(table, SINGLE_COLUMN)) {
        Some(Type::Number(range)) => range,
        _ => Range::ANY,
    };
    let of_argument = ranges.first().copied().unwrap_or(Range::ANY);
    let sum = |one: Range| if one.low >= 0.0 { Range::COUNT } else { Range::ANY };
    let spread = |one: Range| Range::new(0.0, (one.high - one.low) / 2.0);
    Type::Number(match function.name {
        "unknown" | "answered" => return Type::Truth,
        "cell" => {
            let only = if arguments == 2 { table.and_then(|table| of_field(table, SINGLE_COLUMN)) } else { column };
            return only.unwrap_or(Type::Any);
        }
        "count" => of_argument,
        "dead_ends" | "count_of" | "known_cells" | "cells" | "known_answered" | "known_unknown" => Range::COUNT,
        "share_of" | "score_of" | "wilson_low" | "wilson_high" => Range::PERCENT,
        "sum_of" => sum(of_column),
        "mean_of" | "min_of" | "max_of" => of_column,
        "stdev_of" => spread(of_column),
        "sum_known" | "sum_rows" => sum(of_cells),
        "mean_known" | "min_known" => of_cells,
        "stdev_known" => spread(of_cells),
        "sum" => sum(of_argument),
        "mean" | "min" | "max" => of_argument,
        "stdev" => spread(of_argument),
        "evenness" | "wanted_beyond_high" => Range::new(0.0, 1.0),
        "curve" => ranges.get(1).copied().unwrap_or(Range::ANY),
        "abs" => Range::new(0.0, of_argument.low.abs().max(of_argument.high.abs())),
        "clamp" => match ranges {
            [_, low, high] => Range::new(low.low, high.high),
            _ => Range::ANY,
        },
        "ceil" | "floor" => Range::new(of_argument.low.floor(), of_argument.high.ceil()),
        _ => Range::ANY,
    })
}

/// How many entries an answer can have.
pub(super) fn entries(question: &Question) -> Range {
    match &question.kind {
        Kind::Many { choices, .. } => Range::new(0.0, choices.len() as f64),
        Kind::List { most, .. } | Kind::Table { most, .. } | Kind::Maps { most, .. } => Range::new(0.0, *most as f64),
        Kind::Rows { rows, .. } => Range::new(0.0, rows.len() as f64),
        _ => Range::COUNT,
    }
}
