//! What the draft of strengths, weaknesses, openings and threats is made from.

use super::fields::{Fields, did_you_mean};
use super::ids::elements;
use super::reading::Reading;
use crate::questionnaire::{CellKind, Finding, Kind, LocalText, Question, SwotRule, SwotSource, Uses};

/// The most severe a finding can be.
const SEVEREST: u32 = 4;

/// The rules, in order, held against the quadrants of the table they fill.
pub(super) fn rules(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    uses: &Uses,
    questions: &[Question],
    findings: &[Finding],
) -> Vec<SwotRule> {
    let ids = quadrants(uses, questions);
    let mut rules = Vec::new();
    for mut one in elements(reading, fields, "swot", "swot", None) {
        rules.extend(rule(reading, &mut one, &ids));
        one.finish(reading);
    }
    if !rules.is_empty() && uses.swot.is_none() {
        let message = "[[swot]] drafts lines, but no table takes them";
        reading.error(fields.place("swot"), message, "Name the table of four quadrants: [uses] swot = \"…\"");
    }
    if let (true, Some(table)) = (rules.is_empty() && !fields.has("swot"), &uses.swot) {
        let message = format!("nothing says what lines are drafted for '{table}' from");
        reading.warning(fields.place("uses"), message, "Add a [[swot]]: FORMAT.md shows what it may draft from");
    }
    for finding in findings.iter().filter(|one| !one.swot.is_empty() && !ids.is_empty()) {
        let known: Vec<&str> = ids.iter().map(String::as_str).collect();
        if !known.contains(&finding.swot.as_str()) {
            let message = format!("'swot' of the finding '{}' is '{}', which is no quadrant", finding.id, finding.swot);
            reading.error(finding.span.clone(), message, did_you_mean(&finding.swot, &known));
        }
    }
    rules
}

fn rule(reading: &mut Reading<'_>, fields: &mut Fields<'_>, ids: &[String]) -> Option<SwotRule> {
    let quadrant = fields.need_string(reading, "quadrant");
    let known: Vec<&str> = ids.iter().map(String::as_str).collect();
    if let Some(quadrant) = quadrant.as_deref().filter(|id| !ids.is_empty() && !known.contains(id)) {
        let message = format!("{} is '{quadrant}', which is no quadrant", fields.name("quadrant"));
        reading.error(fields.place("quadrant"), message, did_you_mean(quadrant, &known));
    }
    fields.need(reading, "from");
    let from = [("strengths", 0), ("findings", 1), ("best_areas", 2), ("lowest_areas", 3)];
    let from = fields.word(reading, "from", &from);
    let name = fields.name("most");
    let most = fields.find("most").and_then(|node| reading.whole_within(node, &name, 1, 100));
    let source = match from {
        Some(0) => Some(SwotSource::Strengths),
        Some(1) => {
            let name = fields.name("severity");
            let node = fields.find("severity");
            let severity = node.and_then(|node| reading.whole_within(node, &name, 1, SEVEREST));
            Some(SwotSource::Findings { severity: severity.map(|severity| severity as u8) })
        }
        Some(2) => Some(SwotSource::BestAreas { from: points(reading, fields, "points_from", 0.0) }),
        Some(_) => Some(SwotSource::LowestAreas { to: points(reading, fields, "points_to", 100.0) }),
        None => None,
    };
    let of_areas = matches!(source, Some(SwotSource::BestAreas { .. } | SwotSource::LowestAreas { .. }));
    let text = if of_areas { fields.need_text(reading, "text") } else { LocalText::default() };
    Some(SwotRule { quadrant: quadrant?, source: source?, most: most.map(|most| most as usize), text })
}

fn points(reading: &mut Reading<'_>, fields: &mut Fields<'_>, key: &'static str, otherwise: f64) -> f64 {
    let name = fields.name(key);
    fields.find(key).and_then(|node| reading.number_within(node, &name, 0.0, 100.0)).unwrap_or(otherwise)
}

/// The ids of the quadrants; none where the table is not known here.
fn quadrants(uses: &Uses, questions: &[Question]) -> Vec<String> {
    let table = uses.swot.as_deref().and_then(|id| questions.iter().find(|one| one.id == id));
    let Some(Kind::Table { columns, quadrants: Some(by), .. }) = table.map(|one| &one.kind) else { return Vec::new() };
    match columns.iter().find(|column| column.id == *by).map(|column| &column.kind) {
        Some(CellKind::One(choices)) => choices.iter().map(|one| one.id.clone()).collect(),
        _ => Vec::new(),
    }
}
