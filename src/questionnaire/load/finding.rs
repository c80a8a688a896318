//! Findings, strengths and consistency notes.

use super::fields::{Fields, did_you_mean};
use super::ids::{Ids, Spelling, elements};
use super::question::area;
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{Area, Consistency, Finding, FixedRow, LocalText, Question, Role, Strength};

/// The words `p` may say apart from a stage's id or a text metric's.
const PS: [&str; 8] = ["product", "price", "place", "promotion", "people", "process", "physical", "all"];

/// What findings refer to in their own file.
pub(super) struct Surroundings<'a> {
    pub areas: &'a [Area],
    pub roles: &'a [Role],
    pub questions: &'a [Question],
}

/// The findings, in order.
pub(super) fn findings(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    around: &Surroundings<'_>,
    ids: &mut Ids,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for mut one in elements(reading, fields, "finding", "finding", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let finding = finding(reading, &mut one, id.clone(), around);
        one.finish(reading);
        match finding {
            Some(finding) => findings.push(finding),
            None => reading.lost.ids.extend(id),
        }
    }
    findings
}

fn finding(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    id: Option<String>,
    around: &Surroundings<'_>,
) -> Option<Finding> {
    let area = area(reading, fields, around.areas, false);
    let when = fields.need_expression(reading, "when");
    let name = fields.name("severity");
    let severity = fields.need(reading, "severity").and_then(|node| reading.whole_within(node, &name, 1, 4));
    let statement = fields.need_text(reading, "statement");
    let statement_one = fields.text(reading, "statement_one");
    let action = fields.need_text(reading, "action");
    let owner = owner(reading, fields, around.roles);
    let name = fields.name("hours");
    let hours = fields.need(reading, "hours").and_then(|node| {
        let pair = reading.pair(node, &name);
        if pair.is_some_and(|(from, _)| from < 0.0) {
            reading.error(node.span(), format!("{name} cannot be negative"), "");
        }
        pair
    });
    let days = fields.need_whole(reading, "days");
    let p = p(reading, fields, around);
    let names = fields.expression(reading, "names");
    let reveal = reveal(reading, fields);
    let swot = fields.string(reading, "swot").unwrap_or_default();
    let foundation = fields.flag(reading, "foundation");
    let context = benchmarks(reading, fields, "context", &Wanted::ClientBenchmark);
    let context_internal = benchmarks(reading, fields, "context_internal", &Wanted::Benchmark);
    Some(Finding {
        span: fields.place("id"),
        id: id?,
        area,
        when: when?,
        severity: severity.unwrap_or(1) as u8,
        statement,
        statement_one,
        action,
        owner,
        hours: hours.unwrap_or_default(),
        days: days.unwrap_or_default(),
        p,
        names,
        reveal,
        swot,
        foundation,
        context,
        context_internal,
    })
}

/// What the client has told, in one or two halves of a sentence.
fn reveal(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<LocalText> {
    let what = fields.name("reveal");
    let place = fields.place("reveal");
    let nodes = fields.list(reading, "reveal");
    if nodes.len() > 2 {
        reading.error(
            place,
            format!("{what} has {} parts", nodes.len()),
            "Two are the most: one told, and one told as well",
        );
    }
    nodes.into_iter().map(|node| reading.text(node, &what, true)).collect()
}

fn owner(reading: &mut Reading<'_>, fields: &mut Fields<'_>, roles: &[Role]) -> String {
    let owner = fields.need_string(reading, "owner").unwrap_or_default();
    if !owner.is_empty() && !roles.iter().any(|role| role.id == owner) {
        let known: Vec<&str> = roles.iter().map(|role| role.id.as_str()).collect();
        reading.missing(fields.place("owner"), format!("there is no role '{owner}'"), did_you_mean(&owner, &known));
    }
    owner
}

fn p(reading: &mut Reading<'_>, fields: &mut Fields<'_>, around: &Surroundings<'_>) -> String {
    let p = fields.need_string(reading, "p").unwrap_or_default();
    if !p.is_empty() {
        let mut words: Vec<String> = PS.iter().map(|word| (*word).to_owned()).collect();
        words.extend(around.questions.iter().flat_map(Question::fixed_rows).map(|row: &FixedRow| row.id.clone()));
        words.extend(around.areas.iter().map(|area| area.id.clone()));
        let (span, what) = (fields.place("p"), fields.name("p"));
        reading.references.push(Reference { id: p.clone(), span, what, wanted: Wanted::WordOrTextMetric(words) });
    }
    p
}

fn benchmarks(reading: &mut Reading<'_>, fields: &mut Fields<'_>, key: &'static str, wanted: &Wanted) -> Vec<String> {
    let what = fields.name(key);
    let words = fields.words(reading, key);
    for (id, span) in &words {
        let (id, span, what) = (id.clone(), span.clone(), what.clone());
        reading.references.push(Reference { id, span, what, wanted: wanted.clone() });
    }
    words.into_iter().map(|(id, _)| id).collect()
}

/// The strengths, in order; their ids join those of the findings.
pub(super) fn strengths(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    areas: &[Area],
    ids: &mut Ids,
) -> Vec<Strength> {
    let mut strengths = Vec::new();
    for mut one in elements(reading, fields, "strength", "strength", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let area = area(reading, &mut one, areas, true).unwrap_or_default();
        let when = one.need_expression(reading, "when");
        let statement = one.need_text(reading, "statement");
        let names = one.expression(reading, "names");
        let span = one.place("id");
        one.finish(reading);
        if let (Some(id), Some(when)) = (id, when) {
            strengths.push(Strength { id, area, when, statement, names, span });
        }
    }
    strengths
}

/// The internal notes about answers that do not agree.
pub(super) fn consistency(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Consistency> {
    let mut ids = Ids::default();
    let mut notes = Vec::new();
    for mut one in elements(reading, fields, "consistency", "consistency note", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let when = one.need_expression(reading, "when");
        let text = one.need_text(reading, "text");
        let ask = one.text(reading, "ask");
        let span = one.place("id");
        one.finish(reading);
        if let (Some(id), Some(when)) = (id, when) {
            notes.push(Consistency { id, when, text, ask, span });
        }
    }
    notes
}
