//! Every figure that was worked out from the answers, and how: for the reader who checks.

use serde::Serialize;

use super::{Material, evidence};
use crate::questionnaire::{Metric, Questionnaire, Unit};

/// The figures of one questionnaire.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    /// The questionnaire, where there are several.
    title: Option<String>,
    /// One line for each figure.
    rows: Vec<Figure>,
}

#[derive(Debug, Serialize)]
struct Figure {
    /// What it is.
    label: String,
    /// What it came to, with its unit and, where few cases stand behind it, its likely range.
    value: String,
    /// How well it is known: calculated, and the weakest evidence it rests on.
    mark: String,
    /// How it is made, in a sentence.
    how: String,
}

/// Builds a table for each questionnaire with figures the client may read.
pub(super) fn build(material: &Material) -> Vec<Figures> {
    // The consultant has all of them, with what is missing, further on.
    if material.is_internal() {
        return Vec::new();
    }
    let table = |questionnaire: &Questionnaire| {
        let rows: Vec<_> = questionnaire.metrics.iter().filter_map(|metric| figure(material, metric)).collect();
        let title = material.is_about_several().then(|| material.text(&questionnaire.title).to_owned());
        (!rows.is_empty()).then_some(Figures { title, rows })
    };
    material.selection.questionnaires.iter().filter_map(|one| table(one)).collect()
}

/// A number with its unit, how well it is known, and how it is made; texts and lists stand elsewhere.
fn figure(material: &Material, metric: &Metric) -> Option<Figure> {
    let how = material.text(&metric.explain);
    if matches!(metric.unit, Unit::Text | Unit::List) || how.is_empty() {
        return None;
    }
    let fact = evidence::metric_fact(material, metric)?;
    let weakest = material.evaluation.metric(&metric.id)?.weakest;
    let mark = weakest.map_or(fact.mark.clone(), |weakest| {
        let values = [("calculated", fact.mark.as_str()), ("evidence", &material.show.evidence(weakest))];
        material.words.fill("figures.mark_text", &values)
    });
    Some(Figure { label: fact.label, value: fact.value, mark, how: how.to_owned() })
}
