//! Questionnaires, and the conditions and formulas in them.

use gapwise::assessment::{Assessment, Change, Mode, Value};
use gapwise::evaluation::evaluate;
use gapwise::questionnaire::Library;
use gapwise::questionnaire::expression::Expression;
use jiff::Timestamp;
use jiff::civil::date;

use super::{kinds, source};

/// A small questionnaire with room for a condition.
const SMALL: &str = include_str!("small.toml");

/// Loads and checks a file; what can be used is asked and evaluated.
pub fn questionnaire(bytes: &[u8]) -> String {
    let Some(source) = source("own.toml", bytes) else { return String::new() };
    let loaded = Library::from_sources(vec![source]);
    let told = kinds(&loaded.check());
    let references: Vec<String> = loaded.library.questionnaires.iter().map(|one| one.reference()).collect();
    if let Ok(selection) = loaded.library.select(&references)
        && !references.is_empty()
    {
        let empty = Assessment::new(references, Mode::Consultant, date(2026, 11, 22));
        let evaluation = evaluate(&selection, &empty);
        for one in &evaluation.questionnaires {
            assert!(one.overall.score.is_none_or(f64::is_finite));
        }
    }
    told
}

/// Compiles a condition; then loads it as a finding's and judges it over some answers.
pub fn expression(bytes: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(bytes) else { return String::new() };
    let compiled = match Expression::compile(text, 0..text.len()) {
        Ok(expression) => expression.names.len().to_string(),
        Err(errors) => errors.iter().map(|error| error.message.chars().take(20).collect::<String>()).collect(),
    };
    let quoted = toml::Value::String(text.to_owned()).to_string();
    let Some(source) = source("own.toml", SMALL.replace("@WHEN@", &quoted).as_bytes()) else { return compiled };
    let loaded = Library::from_sources(vec![source]);
    let told = kinds(&loaded.check());
    let Ok(selection) = loaded.library.select(&["trust".to_owned()]) else { return told };
    let mut some = Assessment::new(vec!["trust@0.1.0".to_owned()], Mode::Consultant, date(2026, 11, 22));
    for (id, value) in [
        ("tr_reviews", Value::Number(40.0)),
        ("tr_answered", Value::Number(1.0)),
        ("tr_seal", Value::Text("no".to_owned())),
        ("tr_cases", Value::Table(Vec::new())),
    ] {
        some.record(id, Change::value(value), Timestamp::UNIX_EPOCH);
    }
    let fired = evaluate(&selection, &some).questionnaires[0].findings.len();
    format!("{told} {fired}")
}
