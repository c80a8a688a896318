//! How the picture was made: weights, bands, sources, words.

use serde::Serialize;

use super::Material;
use super::findings::Findings;
use crate::evaluation::Standing;
use crate::questionnaire::ScoredBy;
use crate::report::charts::{self, BandPlace};

/// Method, sources, glossary.
#[derive(Debug, Serialize)]
pub(super) struct Method {
    /// How scores, weights and ranges are made, and where they end.
    paragraphs: Vec<String>,
    /// The bands of the score with their limits.
    bands: Vec<BandPlace>,
    /// The figures from elsewhere that the findings quote.
    sources: Vec<Source>,
    /// Words that need an explanation, as far as they are met in the report.
    terms: Vec<Term>,
    /// How many questions are answered, unknown and to follow, and as of when.
    answered: String,
    /// With what, and from which questionnaires, it was made.
    made_with: String,
}

#[derive(Debug, Serialize)]
struct Source {
    /// What was found, in a sentence.
    figure: String,
    /// Whom it was found of, and how.
    scope: String,
    /// Who found it, and when.
    source: String,
    /// Where it was read; absent where that is not known.
    read_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct Term {
    /// The word.
    term: String,
    /// What it means here.
    meaning: String,
    /// Other words it is met as.
    also: Vec<String>,
}

/// Builds the method; sources are those the findings quote.
pub(super) fn build(material: &Material, findings: Option<&Findings>) -> Method {
    let first = material.selection.questionnaires.first();
    let here = material.evaluation.questionnaires.first().and_then(|one| one.overall.band.as_deref());
    let bands = first.map(|one| charts::bands(&one.bands, &material.show, here, |text| material.text(text).to_owned()));
    let quoted = findings.map(|one| one.quoted.as_slice()).unwrap_or_default();
    Method {
        paragraphs: paragraphs(material),
        bands: bands.unwrap_or_default(),
        sources: quoted.iter().filter_map(|id| source(material, id)).collect(),
        terms: terms(material),
        answered: answered(material),
        made_with: made_with(material),
    }
}

fn paragraphs(material: &Material) -> Vec<String> {
    let words = material.words;
    let mut paragraphs = Vec::new();
    let scored = |by: ScoredBy| material.selection.questionnaires.iter().filter(move |one| one.scored_by == by);
    if scored(ScoredBy::Areas).next().is_some() {
        paragraphs.push(words.get("method.score").to_owned());
    }
    for questionnaire in scored(ScoredBy::Items) {
        paragraphs.push(words.fill(
            "method.score_items",
            &[("questionnaire", &material.show.inside(material.text(&questionnaire.title)))],
        ));
    }
    for questionnaire in &material.selection.questionnaires {
        let weights = questionnaire.areas.iter().filter_map(|area| {
            let title = material.show.inside(material.text(&area.title));
            let weight = material.show.plain(area.weight?);
            Some(words.fill("method.weight", &[("area", &title), ("weight", &weight)]))
        });
        let weights: Vec<_> = weights.collect();
        if !weights.is_empty() {
            let key = if material.is_about_several() { "method.weights_of" } else { "method.weights" };
            let (title, weights) = (material.text(&questionnaire.title), material.show.names(&weights));
            paragraphs.push(words.fill(key, &[("questionnaire", title), ("weights", &weights)]));
        }
    }
    paragraphs.extend(["method.trust", "method.limits"].map(|key| words.get(key).to_owned()));
    paragraphs
}

fn source(material: &Material, id: &str) -> Option<Source> {
    let benchmark = material.selection.benchmark(id)?;
    let parts = [benchmark.source.as_str(), benchmark.year.as_str()];
    let read_at = (!benchmark.read_at.is_empty())
        .then(|| material.words.fill("method.read_at", &[("place", &benchmark.read_at)]));
    Some(Source {
        figure: material.text(&benchmark.figure).to_owned(),
        scope: material.text(&benchmark.scope).to_owned(),
        source: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        read_at,
    })
}

fn terms(material: &Material) -> Vec<Term> {
    let all = material.selection.questionnaires.iter().flat_map(|one| &one.terms);
    let term = |one: &crate::questionnaire::Term| Term {
        term: material.text(&one.term).to_owned(),
        meaning: material.text(&one.meaning).to_owned(),
        also: one.also.iter().map(|text| material.text(text).to_owned()).collect(),
    };
    let mut terms: Vec<Term> = Vec::new();
    // Several questionnaires explain the same words.
    for one in all.map(term) {
        if !terms.iter().any(|known| known.term == one.term) {
            terms.push(one);
        }
    }
    terms
}

fn answered(material: &Material) -> String {
    let count = |wanted: Standing| material.standing(wanted).count();
    let (answered, unknown, owed) = (count(Standing::Answered), count(Standing::Unknown), count(Standing::Owed));
    let asked = answered + unknown + owed + count(Standing::Open);
    let words = material.words;
    let values = [("answered", answered.to_string()), ("asked", asked.to_string())];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut parts = vec![match asked {
        0 => words.get("method.answered_none").to_owned(),
        1 if answered == 1 => words.get("method.answered.one").to_owned(),
        _ => words.fill("method.answered.other", &values),
    }];
    for (number, key) in [(unknown, "method.unknown"), (owed, "method.owed")] {
        if number > 0 {
            parts.push(words.counted(key, number, &[]));
        }
    }
    words.fill("method.state", &[("date", &material.show.date(material.assessment.date)), ("parts", &parts.join(", "))])
}

fn made_with(material: &Material) -> String {
    let names: Vec<_> = material
        .selection
        .questionnaires
        .iter()
        .map(|one| format!("{} {}", material.text(&one.title), one.version))
        .collect();
    material.words.fill("method.made_with", &[("questionnaires", &material.show.names(&names))])
}
