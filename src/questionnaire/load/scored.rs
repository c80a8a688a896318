//! Whether areas, scores and bands fit one another.

use super::fields::Fields;
use super::ids::elements;
use super::reading::Reading;
use crate::questionnaire::{Area, Band, Metric, Question};

/// Reports areas with a weight in which nothing is scored, and scores without bands.
pub(super) fn check(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    areas: &[Area],
    bands: &[Band],
    questions: &[Question],
    metrics: &[Metric],
) {
    // What was lost may have been what is missed here.
    if !reading.lost.is_empty() || areas.is_empty() {
        return;
    }
    for one in elements(reading, fields, "area", "area", None) {
        let id = one.peek_string("id");
        let Some(area) = areas.iter().find(|area| Some(area.id.as_str()) == id) else { continue };
        let asked = questions.iter().any(|question| question.area == area.id && question.score.is_some());
        let computed = metrics.iter().any(|metric| metric.score.as_ref().is_some_and(|score| score.area == area.id));
        if area.weight.is_some() && !asked && !computed {
            let message = format!("area '{}' has a weight, but nothing in it is scored", area.id);
            reading.missing(one.place("weight"), message, "Score a question or metric in it, or leave the weight out");
        }
    }
    let scored = questions.iter().any(|question| question.score.is_some());
    if scored && bands.is_empty() {
        reading.missing(0..0, "there are scores, but no band covers them", "Add [[band]] elements, the first from 0");
    }
}
