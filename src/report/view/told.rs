//! What the client told us: quotes that may be printed, and texts that belong in the report.

use serde::Serialize;

use super::{Material, summary};
use crate::assessment::Value;
use crate::questionnaire::Kind;

/// What the client told us.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    /// Quotes that may be printed.
    quotes: Vec<Quote>,
    /// Other answers in the client's words.
    also: Vec<Said>,
}

/// The client's own words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Quote {
    /// What was said.
    pub(super) text: String,
    /// What it was said about.
    pub(super) about: String,
}

#[derive(Debug, Serialize)]
struct Said {
    /// What was asked.
    about: String,
    /// What was answered.
    text: String,
}

/// Builds the part; nothing when nothing may be printed.
pub(super) fn build(material: &Material) -> Option<Told> {
    let opening = summary::opening_question(material);
    let limit = material.selection.assumptions.scoring.print.quotes;
    let quotes: Vec<_> = material
        .selection
        .questions()
        .filter(|question| Some(&*question.id) != opening)
        .filter_map(|question| {
            let text = material.shareable_quote(&question.id)?.to_owned();
            Some(Quote { text, about: material.text(&question.label).to_owned() })
        })
        .take(limit)
        .collect();
    let also: Vec<_> = material
        .selection
        .questions()
        .filter(|question| {
            question.report && matches!(question.kind, Kind::Text { .. } | Kind::List { .. } | Kind::Date)
        })
        .filter(|question| material.shareable_quote(&question.id).is_none())
        .filter_map(|question| {
            let text = match material.answer(&question.id)?.value()? {
                Value::Text(text) => text.trim().to_owned(),
                Value::Texts(entries) if entries.is_empty() => return None,
                value => material.show.answer(question, value),
            };
            (!text.is_empty()).then(|| Said { about: material.text(&question.label).to_owned(), text })
        })
        .collect();
    (!quotes.is_empty() || !also.is_empty()).then_some(Told { quotes, also })
}

/// Shareable quotes that a pain flag marks, from one area; the opening one left out.
pub(super) fn pain_quotes(material: &Material, area: &str) -> Vec<Quote> {
    let opening = summary::opening_question(material);
    let of_area = material.selection.questions().filter(|question| question.area == area);
    of_area
        .filter(|question| Some(&*question.id) != opening)
        .filter(|question| material.answer(&question.id).is_some_and(|answer| answer.pain))
        .filter_map(|question| {
            let text = material.shareable_quote(&question.id)?.to_owned();
            Some(Quote { text, about: material.text(&question.label).to_owned() })
        })
        .collect()
}
