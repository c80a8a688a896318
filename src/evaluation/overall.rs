//! The overall score of a questionnaire, with its range, band and confidence (domain.md 4, rulings.md 7 and 9).

use super::rounding::{at_least, to_tenth};
use super::{AreaEvaluation, ConfidenceWord, ItemEvaluation, Overall};
use crate::questionnaire::{Band, Scoring};

/// Sums the areas up.
pub fn evaluate(scoring: &Scoring, bands: &[Band], areas: &[AreaEvaluation]) -> Overall {
    let applicable: Vec<&AreaEvaluation> = areas.iter().filter(|area| area.applicable).collect();
    let printed: Vec<(&AreaEvaluation, f64)> =
        applicable.iter().filter(|area| area.printed).filter_map(|area| Some((*area, area.score?))).collect();
    let total: f64 = applicable.iter().map(|area| area.weight).sum();
    let share = |part: &dyn Fn(&AreaEvaluation) -> f64| {
        if total > 0.0 { applicable.iter().map(|area| area.weight * part(area)).sum::<f64>() / total } else { 0.0 }
    };
    let coverage = share(&|area| area.coverage.unwrap_or(0.0));
    let confidence = share(&|area| area.confidence.unwrap_or(0.0));
    let enough = !printed.is_empty() && at_least(100.0 * coverage, scoring.overall_coverage);
    let score = enough.then(|| {
        let weights: f64 = printed.iter().map(|(area, _)| area.weight).sum();
        printed.iter().map(|(area, score)| area.weight * score).sum::<f64>() / weights
    });
    let equal = enough.then(|| printed.iter().map(|(_, score)| score).sum::<f64>() / printed.len() as f64);
    let end = |of: &dyn Fn(&AreaEvaluation) -> Option<f64>, otherwise: f64| {
        (total > 0.0).then(|| share(&|area| if area.printed { of(area).unwrap_or(otherwise) } else { otherwise }))
    };
    let band = score.and_then(|score| band_of(bands, score));
    Overall {
        score,
        band: band.map(|band| band.id.clone()),
        low: end(&|area| area.low, 0.0),
        high: end(&|area| area.high, 100.0),
        coverage,
        confidence,
        confidence_word: confidence_word(scoring, confidence),
        equal_weight_score: equal,
        band_depends_on_weights: match (band, equal.and_then(|equal| band_of(bands, equal))) {
            (Some(weighted), Some(equal)) => weighted.id != equal.id,
            _ => false,
        },
    }
}

/// The overall score that items make themselves; it needs more of them than one that areas make (rulings.md 17).
pub fn of_items(scoring: &Scoring, bands: &[Band], whole: &AreaEvaluation) -> Overall {
    let coverage = whole.coverage.unwrap_or(0.0);
    let confidence = whole.confidence.unwrap_or(0.0);
    let score = whole.score.filter(|_| at_least(100.0 * coverage, scoring.items_coverage));
    let points: Vec<f64> = whole.items.iter().filter_map(|item| item.points).collect();
    let equal = score.and_then(|_| crate::questionnaire::expression::mean(&points));
    let band = |score: Option<f64>| score.and_then(|score| band_of(bands, score)).map(|band| band.id.clone());
    Overall {
        score,
        band: band(score),
        low: whole.low,
        high: whole.high,
        coverage,
        confidence,
        confidence_word: confidence_word(scoring, confidence),
        equal_weight_score: equal,
        band_depends_on_weights: band(score) != band(equal),
    }
}

/// The lowest items, ties in the questionnaire's order; full marks are never among them.
pub fn lowest(items: &[ItemEvaluation], most: usize) -> Vec<String> {
    let mut lacking: Vec<(&ItemEvaluation, f64)> =
        items.iter().filter_map(|item| Some((item, item.points?))).filter(|(_, points)| *points < 100.0).collect();
    lacking.sort_by(|a, b| a.1.total_cmp(&b.1));
    lacking.into_iter().take(most).map(|(item, _)| item.id.clone()).collect()
}

/// The band a score falls in, read to one decimal.
pub fn band_of(bands: &[Band], score: f64) -> Option<&Band> {
    let score = to_tenth(score);
    bands.iter().rfind(|band| score >= band.from)
}

/// How a confidence of 0 to 1 is said.
pub fn confidence_word(scoring: &Scoring, confidence: f64) -> ConfidenceWord {
    let percent = to_tenth(100.0 * confidence);
    if percent >= scoring.confidence_high {
        ConfidenceWord::High
    } else if percent >= scoring.confidence_medium {
        ConfidenceWord::Medium
    } else {
        ConfidenceWord::Low
    }
}
