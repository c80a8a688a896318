//! Where one questionnaire stands, in a line and as a bar: for the first page, and for the head of its own part.

use serde::Serialize;

use super::Material;
use crate::evaluation::QuestionnaireEvaluation;
use crate::questionnaire::Questionnaire;
use crate::report::charts::{self, BandPlace, Bar};

/// Where one questionnaire stands.
#[derive(Debug, Serialize)]
pub(super) struct Standing {
    /// The questionnaire's id, for example `pipeline`.
    id: String,
    /// Its name.
    title: String,
    /// Band and score in a line: "Building: 39 of 100"; without a score, that too little is known.
    pub(super) says: String,
    /// What the band means; absent without a score.
    caption: Option<String>,
    /// How far the answers carry: coverage, confidence, the range that would fit.
    basis: Vec<String>,
    /// The score, its possible range, on a scale from 0 to 100.
    bar: Bar,
    /// The bands of that scale.
    bands: Vec<BandPlace>,
    /// The bar in words.
    spoken: String,
}

/// Builds it; `basis` are the sentences that say how far the answers carry.
pub(super) fn build(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
    basis: Vec<String>,
) -> Standing {
    let overall = &evaluation.overall;
    let bands = &questionnaire.bands;
    let title = material.text(&questionnaire.title).to_owned();
    let band = bands.iter().find(|band| Some(&band.id) == overall.band.as_ref());
    let says = match overall.score.zip(band) {
        Some((score, band)) => {
            let score = material.show.client_score(score, bands);
            material.words.fill("summary.headline", &[("band", material.text(&band.title)), ("score", &score)])
        }
        None => material.words.get("summary.headline_none").to_owned(),
    };
    Standing {
        id: questionnaire.id.clone(),
        caption: overall.score.and(band).map(|band| material.text(&band.caption).to_owned()),
        basis,
        bar: Bar::of(overall.score, overall.low.zip(overall.high), None),
        bands: charts::bands(bands, &material.show, overall.band.as_deref(), |text| material.text(text).to_owned()),
        spoken: format!("{title}: {says}"),
        title,
        says,
    }
}
