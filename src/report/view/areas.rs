//! Every scored part: where it stands, the range that would fit, what is wanted.

use serde::Serialize;

use super::Material;
use crate::evaluation::{AreaEvaluation, ConfidenceWord, QuestionnaireEvaluation};
use crate::questionnaire::Questionnaire;
use crate::report::charts::{self, Bar};

/// The scored parts of one questionnaire.
#[derive(Debug, Serialize)]
pub(super) struct Areas {
    /// Which part is furthest along and which has the furthest to go, without a full stop.
    pub(super) headline: String,
    /// How the bars are read, in a sentence or two.
    read: String,
    /// The bands of the scale.
    bands: Vec<charts::BandPlace>,
    /// One line for each part that applies, the lowest score first.
    rows: Vec<AreaRow>,
    /// Whether its questionnaire asks for wishes at all.
    wished: bool,
    /// Which parts do not apply, in a sentence; absent where all do.
    not_applicable: Option<String>,
}

#[derive(Debug, Serialize)]
struct AreaRow {
    /// Its name.
    title: String,
    /// What it is about, in a sentence.
    caption: String,
    /// Its score, a whole number from 0 to 100; absent where too little is known.
    score: Option<String>,
    /// The score, its possible range and the wish, to be drawn.
    bar: Bar,
    /// The possible range, for example "24–51".
    range: String,
    /// The level that is wanted, 0 to 100; absent where no wish was stated.
    wanted: Option<String>,
    /// How much of it was answered, in percent with its sign.
    coverage: String,
    /// How firmly the answers are known: low, medium or high.
    confidence: String,
    /// How far the wish lies away, in words; absent without a wish.
    gap: Option<String>,
    /// The bar in words.
    spoken: String,
}

/// Builds one chart for each questionnaire that has areas.
pub(super) fn build(material: &Material) -> Vec<Areas> {
    let pairs = material.selection.questionnaires.iter().zip(&material.evaluation.questionnaires);
    pairs.filter_map(|(questionnaire, evaluation)| chart(material, questionnaire, evaluation)).collect()
}

/// The area that stands highest among those printed; the first of equals.
pub(super) fn highest(evaluation: &QuestionnaireEvaluation) -> Option<&AreaEvaluation> {
    let printed = evaluation.areas.iter().filter(|area| area.printed && area.score.is_some());
    printed.fold(None, |best: Option<&AreaEvaluation>, area| match best {
        Some(best) if best.score >= area.score => Some(best),
        _ => Some(area),
    })
}

/// The chart of one questionnaire; nothing before any of its parts has a score that is printed.
pub(super) fn chart(
    material: &Material,
    questionnaire: &Questionnaire,
    evaluation: &QuestionnaireEvaluation,
) -> Option<Areas> {
    let mut applicable: Vec<_> = evaluation.areas.iter().filter(|area| area.applicable).collect();
    // The lowest first, since that is what matters; what has no printed score comes last.
    applicable.sort_by(|a, b| sort_key(a).total_cmp(&sort_key(b)));
    // Before any part has a printed score there is nothing to see; the first page says what is missing.
    if !applicable.iter().any(|area| area.printed && area.score.is_some()) {
        return None;
    }
    let left_out: Vec<_> = evaluation
        .areas
        .iter()
        .filter(|area| !area.applicable)
        .map(|area| material.area_title(Some(&area.id)))
        .collect();
    let any_wish = applicable.iter().any(|area| area.printed && area.wanted.is_some());
    let here = evaluation.overall.band.as_deref();
    let words = material.words;
    Some(Areas {
        headline: headline(material, &applicable),
        read: words.get(if any_wish { "areas.read" } else { "areas.read_no_wish" }).to_owned(),
        bands: charts::bands(&questionnaire.bands, &material.show, here, |text| material.text(text).to_owned()),
        wished: questionnaire.uses.wanted.is_some(),
        rows: applicable.iter().map(|area| row(material, questionnaire, area)).collect(),
        not_applicable: (!left_out.is_empty())
            .then(|| words.fill("areas.not_applicable", &[("names", &material.show.names(&left_out))])),
    })
}

fn sort_key(area: &AreaEvaluation) -> f64 {
    area.score.filter(|_| area.printed).unwrap_or(f64::INFINITY)
}

fn headline(material: &Material, lowest_first: &[&AreaEvaluation]) -> String {
    let printed: Vec<_> = lowest_first.iter().filter(|area| area.printed && area.score.is_some()).collect();
    // After a colon: a sentence around a title would have to know whether it speaks of one thing or of several.
    let title = |area: &AreaEvaluation| material.show.inside(&material.area_title(Some(&area.id)));
    let whole = |area: &AreaEvaluation| area.score.map(f64::round);
    match (printed.first(), printed.last()) {
        // Where all are printed with one figure, none is ahead of another.
        (Some(low), Some(high)) if printed.len() > 1 && whole(low) == whole(high) => {
            material.words.get("areas.headline_level").to_owned()
        }
        (Some(low), Some(high)) if printed.len() > 1 => {
            material.words.fill("areas.headline", &[("high", &title(high)), ("low", &title(low))])
        }
        (Some(only), _) => material.words.fill("areas.headline_one", &[("high", &title(only))]),
        _ => String::new(),
    }
}

fn row(material: &Material, questionnaire: &Questionnaire, area: &AreaEvaluation) -> AreaRow {
    let show = &material.show;
    let words = material.words;
    let bands = &questionnaire.bands;
    let score = area.score.filter(|_| area.printed);
    let wanted = area.wanted.filter(|_| area.printed);
    let range = area.low.zip(area.high);
    let title = material.area_title(Some(&area.id));
    let whole = |value: f64| show.client_score(value, bands);
    let (low, high) = range.map(|(low, high)| (whole(low), whole(high))).unwrap_or_default();
    let common = [("area", title.as_str()), ("low", low.as_str()), ("high", high.as_str())];
    let mut spoken = match score.map(whole) {
        Some(score) => words.fill("areas.spoken", &[&common[..], &[("score", score.as_str())]].concat()),
        None => words.fill("areas.spoken_none", &common),
    };
    if let Some(wanted) = wanted {
        spoken += &words.fill("areas.spoken_wanted", &[("wanted", &whole(wanted))]);
    }
    let definition = questionnaire.area(&area.id);
    AreaRow {
        caption: definition.map(|one| material.text(&one.caption).to_owned()).unwrap_or_default(),
        score: score.map(whole),
        bar: Bar::of(score, range, wanted),
        range: range.map(|(low, high)| show.client_score_range(low, high, bands)).unwrap_or_default(),
        wanted: wanted.map(whole),
        coverage: show.percent(100.0 * area.coverage.unwrap_or(0.0), 0),
        confidence: show.confidence(confidence_word(material, area.confidence.unwrap_or(0.0))),
        gap: area.gap_class.filter(|_| area.printed).map(|class| show.gap_class(class)),
        spoken,
        title,
    }
}

/// How an area's confidence is said: judged, like bands, by the value rounded to one decimal.
fn confidence_word(material: &Material, confidence: f64) -> ConfidenceWord {
    let scoring = &material.selection.assumptions.scoring;
    let shown = crate::display::rounded(100.0 * confidence, 1);
    if shown >= scoring.confidence_high {
        ConfidenceWord::High
    } else if shown >= scoring.confidence_medium {
        ConfidenceWord::Medium
    } else {
        ConfidenceWord::Low
    }
}
