//! Looks up the names one questionnaire uses, over all that are installed.

use super::fields::did_you_mean;
use super::reference::{Reference, Wanted};
use crate::problem::{Problem, Span};
use crate::questionnaire::check::Scope;
use crate::questionnaire::{AssumedValue, Kind, Question, Unit};

/// Everything that is wrong with the names a questionnaire uses outside of expressions.
pub(super) fn resolve(references: &[Reference], around: &Scope<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for reference in references {
        reference_problems(around, reference, &mut problems);
    }
    problems
}

fn reference_problems(around: &Scope<'_>, reference: &Reference, problems: &mut Vec<Problem>) {
    let source = &around.own.questionnaire.source;
    let id = reference.id.as_str();
    let mut wrong = |span: &Span, message: String, remedy: String| {
        problems.push(Problem::error(source, span.clone(), message, remedy));
    };
    match &reference.wanted {
        Wanted::Cases | Wanted::Factor => match around.assumptions.get(id).map(|one| &one.value) {
            Some(AssumedValue::Cases { .. }) if reference.wanted == Wanted::Cases => {}
            Some(AssumedValue::Number(_)) if reference.wanted == Wanted::Factor => {}
            Some(_) if reference.wanted == Wanted::Factor => wrong(
                &reference.span,
                format!("{} is '{id}', an assumption that is no single number", reference.what),
                "Name an assumption with one number".to_owned(),
            ),
            Some(_) => wrong(
                &reference.span,
                format!("{} is '{id}', an assumption without low, base and high", reference.what),
                "Name an assumption with three cases".to_owned(),
            ),
            None => {
                let known: Vec<&str> = around.assumptions.list.iter().map(|one| one.id.as_str()).collect();
                let message = format!("{} is '{id}', which is no assumption", reference.what);
                wrong(&reference.span, message, did_you_mean(id, &known));
            }
        },
        Wanted::ClientBenchmark | Wanted::Benchmark => match around.benchmarks.iter().find(|one| one.id == id) {
            None => {
                let known: Vec<&str> = around.benchmarks.iter().map(|one| one.id.as_str()).collect();
                let message = format!("{} names '{id}', which is no benchmark", reference.what);
                wrong(&reference.span, message, did_you_mean(id, &known));
            }
            Some(one) if one.internal && reference.wanted == Wanted::ClientBenchmark => wrong(
                &reference.span,
                format!("{} names the benchmark '{id}', which no client may read", reference.what),
                "Move it to 'context_internal'".to_owned(),
            ),
            Some(_) => {}
        },
        Wanted::Finding => {
            if !around.usable().any(|questionnaire| questionnaire.finding(id).is_some()) {
                let message =
                    format!("{} is '{id}', which is no finding of an installed questionnaire", reference.what);
                let remedy = "Name a finding that is installed; until then it points nowhere";
                problems.push(Problem::warning(source, reference.span.clone(), message, remedy));
            }
        }
        Wanted::Questionnaire => {
            if !around.usable().any(|questionnaire| questionnaire.id == id) {
                let message = format!("the questionnaire '{id}' is not installed");
                let remedy = "It can be suggested, but not begun, until it is";
                problems.push(Problem::warning(source, reference.span.clone(), message, remedy));
            }
        }
        Wanted::Metric { text } => match around.metric(id) {
            Some(metric) if !text || metric.unit == Unit::Text => {}
            Some(_) => wrong(
                &reference.span,
                format!("{} is '{id}', a metric that is no text", reference.what),
                "Name a metric with unit = \"text\"".to_owned(),
            ),
            None if around.is_lost(id) => {}
            None => {
                let metrics = around.usable().flat_map(|questionnaire| &questionnaire.metrics);
                let known: Vec<&str> = metrics.map(|metric| metric.id.as_str()).collect();
                let near = crate::problem::nearest(id, known);
                let remedy = near.map_or_else(|| "Name a metric".to_owned(), |near| format!("Did you mean '{near}'?"));
                wrong(&reference.span, format!("{} is '{id}', which is no metric", reference.what), remedy);
            }
        },
        Wanted::WordOrTextMetric(words) => {
            if !words.iter().any(|word| word == id) && around.metric(id).is_none_or(|metric| metric.unit != Unit::Text)
            {
                let metrics = around.usable().flat_map(|questionnaire| &questionnaire.metrics);
                let texts = metrics.filter(|metric| metric.unit == Unit::Text).map(|metric| metric.id.as_str());
                let known: Vec<&str> = words.iter().map(String::as_str).chain(texts).collect();
                if !around.is_lost(id) {
                    let message =
                        format!("{} is '{id}', which is neither a P, a row, nor a text metric", reference.what);
                    wrong(&reference.span, message, did_you_mean(id, &known));
                }
            }
        }
        wanted => match around.question(id) {
            Some(question) => {
                if let Some((span, message, remedy)) = misfit(around, question, reference, wanted) {
                    wrong(&span, message, remedy);
                }
            }
            None if around.is_lost(id) => {}
            None => wrong(&reference.span, unknown_question(around, reference), question_remedy(around, id)),
        },
    }
}

fn unknown_question(around: &Scope<'_>, reference: &Reference) -> String {
    let id = &reference.id;
    match around.broken_owner(id) {
        Some(owner) => format!("'{id}' belongs to the questionnaire '{owner}', which cannot be used as it is"),
        None if around.metric(id).is_some() => {
            format!("{} names '{id}', which is a metric, not a question", reference.what)
        }
        None => format!("{} names '{id}', which is no question", reference.what),
    }
}

fn question_remedy(around: &Scope<'_>, id: &str) -> String {
    if around.broken_owner(id).is_some() {
        return "Mend that questionnaire first".to_owned();
    }
    let questions = around.usable().flat_map(|questionnaire| &questionnaire.questions);
    let near = crate::problem::nearest(id, questions.map(|question| question.id.as_str()));
    near.map_or_else(|| "Name a question that is installed".to_owned(), |near| format!("Did you mean '{near}'?"))
}

/// Why a question does not fit what is wanted of it.
fn misfit(
    around: &Scope<'_>,
    question: &Question,
    reference: &Reference,
    wanted: &Wanted,
) -> Option<(Span, String, String)> {
    let id = &question.id;
    let whole = |message: &str, remedy: &str| {
        Some((reference.span.clone(), format!("{} names '{id}', which {message}", reference.what), remedy.to_owned()))
    };
    match wanted {
        Wanted::NumericQuestion if question.number().is_none() => {
            whole("is not answered with a number", "Name a numeric question")
        }
        Wanted::ListQuestion if !matches!(question.kind, Kind::List { .. }) => {
            whole("is not a list", "Name a question of type \"list\"")
        }
        Wanted::Levels => match &question.kind {
            Kind::Rows { rows, .. } => {
                let stray = rows.iter().find(|row| around.own.questionnaire.area(&row.id).is_none())?;
                let message = format!("has a row '{}', which is no area", stray.id);
                whole(&message, "Let every row have the id of an area")
            }
            _ => whole("has no fixed rows", "Name a question of type \"rows\""),
        },
        Wanted::Table if !question.is_table() => whole("is not a table", "Name a table, rows or a grid"),
        Wanted::Columns(columns) => columns.iter().find_map(|(column, span)| {
            let known: Vec<&str> = question.columns().iter().map(|one| one.id.as_str()).collect();
            let message = format!("'{id}' has no column '{column}'");
            (!known.contains(&column.as_str())).then(|| (span.clone(), message, did_you_mean(column, &known)))
        }),
        _ => None,
    }
}
