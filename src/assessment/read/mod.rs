//! Reads the text of an assessment: everything that is wrong at once, each with its place.
//!
//! It knows the file's vocabulary (design.md 4) and no questionnaire: whether an answer suits its question is the
//! business of [`fit`](super::fit()). Keys it does not know are reported and stay in the file.

mod accounts;
mod answer;
mod fields;
mod goals;
mod head;
mod locate;
mod maps;

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};

use super::Assessment;
use crate::problem::{Problem, Source, Span};

pub(super) use accounts::{ACCOUNT_KEYS, RANKED_KEYS};
pub(super) use answer::KEYS;
pub(super) use goals::GOAL_KEYS;
pub use locate::locate;

/// The format this program reads and writes.
pub const FORMAT: u32 = 1;

/// What was read from a text without a fault.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The assessment.
    pub assessment: Assessment,
    /// What is worth knowing: unknown keys, entries that are kept but not used.
    pub warnings: Vec<Problem>,
}

/// Reads an assessment.
///
/// # Errors
/// All problems in the order of the file, warnings included, when at least one is an error. A file of a newer
/// format gives that one problem alone.
pub fn read(source: &Source) -> Result<Reading, Vec<Problem>> {
    let (document, faults) = crate::toml_text::parse(&source.text);
    if let Some(problem) = newer_format(source, document.get_ref()) {
        return Err(vec![problem]);
    }
    let mut reader = fields::Reader::new(source);
    let assessment = reader.assessment(document.get_ref());
    let mut problems = reader.into_problems();
    if !faults.is_empty() {
        // nobody mends more at a time, and finding the line of each takes a walk through the file
        problems.truncate(1_000);
        problems = beside_syntax_errors(source, problems, &faults[..faults.len().min(200)]);
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    match assessment {
        Some(assessment) if !problems.iter().any(Problem::is_error) => Ok(Reading { assessment, warnings: problems }),
        _ => Err(problems),
    }
}

/// Reads what can be read; what is wrong is left out, and nothing is said about it.
pub(super) fn read_what_can_be(source: &Source) -> Option<Assessment> {
    let (document, _) = crate::toml_text::parse(&source.text);
    fields::Reader::new(source).assessment(document.get_ref())
}

/// The one problem of a file that a newer Gapwise wrote; its other words need not be ours.
fn newer_format(source: &Source, document: &DeTable<'_>) -> Option<Problem> {
    let format = document.get("format")?;
    let DeValue::Integer(number) = format.get_ref() else { return None };
    let number: u64 = number.as_str().parse().ok()?;
    (number > u64::from(FORMAT)).then(|| {
        Problem::error(
            source,
            format.span(),
            format!("this file has format {number}, and this Gapwise reads format {FORMAT}"),
            "It was written by a newer Gapwise: open it with that one; nothing in it has been changed",
        )
    })
}

/// Syntax errors, and of the other problems only those that the broken lines did not cause.
fn beside_syntax_errors(source: &Source, problems: Vec<Problem>, faults: &[toml::de::Error]) -> Vec<Problem> {
    let line_of = |offset: usize| source.line_and_column(offset).0;
    let end = source.text.len();
    let places: Vec<Span> = faults.iter().map(|fault| fault.span().unwrap_or(end..end)).collect();
    let broken: BTreeSet<usize> =
        places.iter().flat_map(|span| line_of(span.start)..=line_of(span.end.max(span.start))).collect();
    let mut kept: Vec<Problem> = problems
        .into_iter()
        // what is missing from a broken file may stand in the part that could not be read
        .filter(|problem| !problem.span.is_empty())
        .filter(|problem| (line_of(problem.span.start)..=line_of(problem.span.end)).all(|line| !broken.contains(&line)))
        .collect();
    for (fault, span) in faults.iter().zip(places) {
        let (message, remedy) = match (fault.message(), source.text.get(span.clone())) {
            ("duplicate key", Some(key)) => (format!("'{key}' is given twice"), "Leave one of the two out"),
            (other, _) => (other.to_owned(), "Mend the TOML here, or restore the file from a copy"),
        };
        kept.push(Problem::error(source, span, message, remedy));
    }
    kept
}

#[cfg(test)]
mod tests;
