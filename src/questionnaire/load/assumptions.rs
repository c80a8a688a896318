//! The files `assumptions.toml` and `benchmarks.toml`.

use super::fields::{Fields, did_you_mean};
use super::following::{comparing, follow_up};
use super::goal_numbers::goal_numbers;
use super::head::format;
use super::ids::{Ids, Spelling, elements};
use super::reading::{Node, Reading};
use super::scoring::scoring;
use crate::problem::{Problem, Source, Span};
use crate::questionnaire::{AssumedValue, Assumption, Assumptions, Benchmark};
use toml::de::DeValue;

/// An assumption and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub assumption: Assumption,
    pub source: Source,
    pub span: Span,
}

/// Reads one file of assumptions.
pub(super) fn read_assumptions(source: &Source, problems: &mut Vec<Problem>) -> Vec<Placed> {
    let (document, syntax) = crate::toml_text::parse(&source.text);
    let mut reading = Reading::new(source, &syntax);
    let mut fields = Fields::new(document.get_ref(), 0..0, "the file");
    let mut ids = Ids::default();
    let mut list = Vec::new();
    if format(&mut reading, &mut fields) {
        for mut one in elements(&mut reading, &mut fields, "assumption", "assumption", None) {
            let id = ids.read(&mut reading, &mut one, Spelling::Word);
            let name = one.name("value");
            let value = one.need(&mut reading, "value").and_then(|node| value(&mut reading, node, &name));
            let assumption = Assumption {
                id: id.clone().unwrap_or_default(),
                value: value.clone().unwrap_or(AssumedValue::Number(0.0)),
                unit: one.need_string(&mut reading, "unit").unwrap_or_default(),
                note: one.need_string(&mut reading, "note").unwrap_or_default(),
                source: one.string(&mut reading, "source").unwrap_or_default(),
                client_text: one.text(&mut reading, "client_text"),
                edited_by: one.string(&mut reading, "edited_by").unwrap_or_default(),
            };
            let span = one.place("value");
            one.finish(&mut reading);
            if id.is_some() && value.is_some() {
                list.push(Placed { assumption, source: source.clone(), span });
            }
        }
        fields.finish(&mut reading);
    }
    problems.append(&mut reading.problems);
    list
}

/// A number, three cases, or an ascending list of numbers.
fn value(reading: &mut Reading<'_>, node: &Node<'_>, what: &str) -> Option<AssumedValue> {
    match node.get_ref() {
        DeValue::Table(_) => {
            let mut fields = Fields::of(reading, node, what)?;
            let mut case = |key: &'static str| {
                let name = fields.name(key);
                fields.need(reading, key).and_then(|node| reading.number(node, &name))
            };
            let (low, base, high) = (case("low"), case("base"), case("high"));
            fields.finish(reading);
            let (low, base, high) = (low?, base?, high?);
            if !(low <= base && base <= high) {
                reading.error(
                    node.span(),
                    format!("{what} must ascend from low over base to high"),
                    "Reorder the three",
                );
            }
            Some(AssumedValue::Cases { low, base, high })
        }
        DeValue::Array(_) => {
            let nodes = reading.list(node, what)?;
            let numbers: Vec<f64> = nodes.iter().filter_map(|one| reading.number(one, what)).collect();
            if numbers.len() != nodes.len() {
                return None;
            }
            if numbers.is_empty() || !numbers.is_sorted() {
                reading.error(node.span(), format!("{what} must be numbers in ascending order"), "Sort them");
            }
            Some(AssumedValue::Numbers(numbers))
        }
        _ => reading.number(node, what).map(AssumedValue::Number),
    }
}

/// Replaces built-in assumptions by a person's own of the same id and shape, and adds new ones.
pub(super) fn merge(builtin: Vec<Placed>, own: Vec<Placed>, problems: &mut Vec<Problem>) -> Assumptions {
    let mut list = builtin;
    for one in own {
        let Some(before) = list.iter_mut().find(|other| other.assumption.id == one.assumption.id) else {
            list.push(one);
            continue;
        };
        if shape(&before.assumption.value) == shape(&one.assumption.value) {
            *before = one;
        } else {
            let message =
                format!("'value' of assumption '{}' must be {}", one.assumption.id, shape(&before.assumption.value));
            problems.push(Problem::error(
                &one.source,
                one.span.clone(),
                message,
                "The built-in value is used until then",
            ));
        }
    }
    Assumptions {
        scoring: scoring(&list, problems),
        comparing: comparing(&list, problems),
        follow_up: follow_up(&list, problems),
        goals: goal_numbers(&list, problems),
        list: list.into_iter().map(|one| one.assumption).collect(),
    }
}

fn shape(value: &AssumedValue) -> String {
    match value {
        AssumedValue::Number(_) => "a number".to_owned(),
        AssumedValue::Cases { .. } => "a table with low, base and high".to_owned(),
        AssumedValue::Numbers(numbers) => format!("a list of {} numbers", numbers.len()),
    }
}

/// A benchmark, and the place of its id.
pub(super) type PlacedBenchmark = (Benchmark, Source, Span);

/// Reads one file of benchmarks.
pub(super) fn read_benchmarks(source: &Source, problems: &mut Vec<Problem>) -> Vec<PlacedBenchmark> {
    let (document, syntax) = crate::toml_text::parse(&source.text);
    let mut reading = Reading::new(source, &syntax);
    let mut fields = Fields::new(document.get_ref(), 0..0, "the file");
    let mut ids = Ids::default();
    let mut list = Vec::new();
    if format(&mut reading, &mut fields) {
        for mut one in elements(&mut reading, &mut fields, "benchmark", "benchmark", None) {
            let id = ids.read(&mut reading, &mut one, Spelling::Word);
            let benchmark = Benchmark {
                id: id.clone().unwrap_or_default(),
                figure: one.need_text(&mut reading, "figure"),
                scope: one.need_text(&mut reading, "scope"),
                source: one.need_string(&mut reading, "source").unwrap_or_default(),
                year: one.need_string(&mut reading, "year").unwrap_or_default(),
                read_at: one.need_string(&mut reading, "read_at").unwrap_or_default(),
                internal: one.flag(&mut reading, "internal"),
            };
            let span = one.place("id");
            one.finish(&mut reading);
            if id.is_some() {
                list.push((benchmark, source.clone(), span));
            }
        }
        fields.finish(&mut reading);
    }
    problems.append(&mut reading.problems);
    list
}

/// Reports sources of assumptions that are no benchmark.
pub(super) fn check_sources(list: &[Placed], benchmarks: &[Benchmark], problems: &mut Vec<Problem>) {
    let known: Vec<&str> = benchmarks.iter().map(|one| one.id.as_str()).collect();
    for one in list.iter().filter(|one| !one.assumption.source.is_empty()) {
        let id = one.assumption.source.as_str();
        if !known.contains(&id) {
            let message = format!("the source of assumption '{}' is '{id}', which is no benchmark", one.assumption.id);
            problems.push(Problem::error(&one.source, one.span.clone(), message, did_you_mean(id, &known)));
        }
    }
}
