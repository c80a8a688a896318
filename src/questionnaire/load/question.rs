//! Questions.

use super::choices::Scales;
use super::computed::computed;
use super::curve::curve;
use super::fields::{Fields, did_you_mean};
use super::funnel::funnel;
use super::ids::{Ids, Spelling, elements};
use super::kind::kind;
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{Area, Flags, Kind, Pointer, Question, QuestionScore, ScoredBy, Variant, Wording};

/// What questions refer to in their own file.
pub(super) struct Parts<'a> {
    pub areas: &'a [Area],
    pub scales: &'a Scales,
    pub scored_by: ScoredBy,
}

/// The questions of a questionnaire, in order; their ids join those of the metrics.
pub(super) fn questions(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    ids: &mut Ids,
    around: &Parts<'_>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for mut one in elements(reading, fields, "question", "question", None) {
        let id = ids.read(reading, &mut one, Spelling::Name);
        let question = question(reading, &mut one, id.clone(), around);
        one.finish(reading);
        match question {
            Some(question) => questions.push(question),
            None => reading.lost.ids.extend(id),
        }
    }
    questions
}

fn question(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    id: Option<String>,
    around: &Parts<'_>,
) -> Option<Question> {
    let area = area(reading, fields, around.areas, true).unwrap_or_default();
    let label = fields.need_text(reading, "label");
    let kind = kind(reading, fields, around.scales, &label);
    let computed = kind.as_ref().map(|kind| computed(reading, fields, kind)).unwrap_or_default();
    let funnel = kind.as_ref().and_then(|kind| funnel(reading, fields, kind, &computed));
    let wording = wording(reading, fields);
    let variants = variants(reading, fields);
    let (probe, listen) = match fields.inner(reading, "internal") {
        Some(mut internal) => {
            let texts = (internal.text(reading, "probe"), internal.text(reading, "listen"));
            internal.finish(reading);
            texts
        }
        None => Default::default(),
    };
    let help = fields.text(reading, "help");
    let period = fields.text(reading, "period");
    let when = fields.expression(reading, "when");
    let flags = flags(reading, fields);
    let score = kind.as_ref().and_then(|kind| score(reading, fields, kind, around, &area));
    let unknown_text = fields.text(reading, "unknown_text");
    let report = fields.flag(reading, "report");
    let pointer = pointer(reading, fields);
    Some(Question {
        span: fields.place("id"),
        id: id?,
        area,
        kind: kind?,
        computed,
        funnel,
        label,
        wording,
        variants,
        probe,
        listen,
        help,
        period,
        when,
        flags,
        score,
        unknown_text,
        report,
        pointer,
    })
}

/// The finding a low answer points to; its texts are copied once all questionnaires are read.
fn pointer(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Pointer> {
    let finding = fields.string(reading, "points_to")?;
    let (span, what) = (fields.place("points_to"), fields.name("points_to"));
    reading.references.push(Reference { id: finding.clone(), span, what, wanted: Wanted::Finding });
    Some(Pointer { finding, ..Pointer::default() })
}

/// The key `area`, one of the questionnaire's own.
pub(super) fn area(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    areas: &[Area],
    required: bool,
) -> Option<String> {
    let id = if required { fields.need_string(reading, "area")? } else { fields.string(reading, "area")? };
    if !areas.iter().any(|one| one.id == id) {
        let known: Vec<&str> = areas.iter().map(|one| one.id.as_str()).collect();
        reading.missing(fields.place("area"), format!("there is no area '{id}'"), did_you_mean(&id, &known));
    }
    Some(id)
}

/// The consultant's words and the owner's, which are the same when not given.
fn wording(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Wording {
    fields.need(reading, "text");
    let Some(mut text) = fields.inner(reading, "text") else { return Wording::default() };
    let consultant = text.need_text(reading, "consultant");
    let given = text.has("self");
    let mut self_assessment = text.text(reading, "self");
    if !given {
        self_assessment = consultant.clone();
    }
    text.finish(reading);
    Wording { consultant, self_assessment }
}

fn variants(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Variant> {
    let owner = fields.what.clone();
    let mut variants = Vec::new();
    for mut one in elements(reading, fields, "variant", "variant", Some(&owner)) {
        let when = one.need_expression(reading, "when");
        let wording = wording(reading, &mut one);
        one.finish(reading);
        variants.extend(when.map(|when| Variant { when, wording }));
    }
    variants
}

fn flags(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Flags {
    let Some(mut inner) = fields.inner(reading, "flags") else { return Flags::default() };
    let flags = Flags {
        required: inner.flag(reading, "required"),
        unknown_is_finding: inner.flag(reading, "unknown_is_finding"),
        homework: inner.flag(reading, "homework"),
        desk: inner.flag(reading, "desk"),
    };
    inner.finish(reading);
    flags
}

fn score(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    kind: &Kind,
    around: &Parts<'_>,
    area: &str,
) -> Option<QuestionScore> {
    let mut inner = fields.inner(reading, "score")?;
    let weight = inner.need_weight(reading, "weight");
    let has_curve = inner.has("curve");
    let curve = curve(reading, &mut inner);
    let place = inner.span.clone();
    inner.finish(reading);
    let what = &fields.what;
    let unweighted = around.areas.iter().any(|one| one.id == area && one.weight.is_none());
    if unweighted && around.scored_by == ScoredBy::Areas {
        let message = format!("{what} is scored, but its area '{area}' has no weight");
        reading.error(place.clone(), message, "Give the area a weight, or leave the score out");
    }
    match kind {
        Kind::Rating(_) if has_curve => {
            reading.error(
                place,
                format!("{what} is a rating and needs no curve"),
                "A rating scores 25 points a step; leave the curve out",
            );
        }
        Kind::One(_) if has_curve => {
            reading.error(
                place,
                format!("{what} is scored by the points of its choices, not by a curve"),
                "Leave the curve out",
            );
        }
        Kind::One(choices) if choices.iter().all(|choice| choice.points.is_none()) && !choices.is_empty() => {
            reading.error(
                place,
                format!("{what} is scored, but its choices have no points"),
                "Give every choice its points",
            );
        }
        Kind::Number(_) | Kind::Many { .. } if !has_curve => {
            reading.error(place, format!("{what} is scored, but has no curve"), "Add curve = [[x, points], …]");
        }
        Kind::Rating(_) | Kind::One(_) | Kind::Number(_) | Kind::Many { .. } => {}
        _ => {
            let message = format!("an answer of the type of {what} cannot be scored itself");
            reading.error(place, message, "Score a metric made from it instead");
        }
    }
    weight.map(|weight| QuestionScore { weight, curve })
}
