//! What improvements could be worth, and which questionnaire comes next.

use super::fields::Fields;
use super::ids::{Ids, Spelling, elements};
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{Next, Worth, WorthPart, WorthQuestion};

/// The parts, the margin and the spending asked about.
pub(super) fn worth(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Worth {
    let mut ids = Ids::default();
    let mut parts = Vec::new();
    for mut one in elements(reading, fields, "worth", "worth", None) {
        parts.extend(part(reading, &mut one, &mut ids));
        one.finish(reading);
    }
    let margin = fields.inner(reading, "worth_margin").and_then(|mut inner| {
        let formula = inner.need_expression(reading, "formula");
        inner.finish(reading);
        formula
    });
    let question = fields.inner(reading, "worth_question").and_then(|mut inner| {
        let formula = inner.need_expression(reading, "formula");
        let names = inner.expression(reading, "names");
        let text = inner.need_text(reading, "text");
        inner.finish(reading);
        Some(WorthQuestion { formula: formula?, names, text })
    });
    Worth { parts, margin, question }
}

fn part(reading: &mut Reading<'_>, fields: &mut Fields<'_>, ids: &mut Ids) -> Option<WorthPart> {
    let id = ids.read(reading, fields, Spelling::Word);
    let label = fields.need_text(reading, "label");
    let formula = fields.need_expression(reading, "formula");
    let shares = fields.need_string(reading, "shares");
    if let Some(id) = &shares {
        let (id, span, what) = (id.clone(), fields.place("shares"), fields.name("shares"));
        reading.references.push(Reference { id, span, what, wanted: Wanted::Cases });
    }
    let group = fields.string(reading, "group").unwrap_or_default();
    let text = fields.need_text(reading, "text");
    let span = fields.place("id");
    Some(WorthPart { id: id?, label, formula: formula?, shares: shares?, group, text, span })
}

/// The suggestions, in order.
pub(super) fn next(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Next> {
    let mut suggestions = Vec::new();
    for mut one in elements(reading, fields, "next", "next", None) {
        let when = one.need_expression(reading, "when");
        let questionnaire = one.need_string(reading, "questionnaire");
        if let Some(id) = &questionnaire {
            let (id, span, what) = (id.clone(), one.place("questionnaire"), one.name("questionnaire"));
            reading.references.push(Reference { id, span, what, wanted: Wanted::Questionnaire });
        }
        let reason = one.need_text(reading, "reason");
        one.finish(reading);
        if let (Some(when), Some(questionnaire)) = (when, questionnaire) {
            suggestions.push(Next { when, questionnaire, reason });
        }
    }
    suggestions
}
