//! What templates are given: texts ready to print and places ready to draw.
//!
//! The client's view is built by listing what goes in; nothing is taken out of a larger one. What only the
//! consultant may read is in [`internal`] and is not built for the client at all.

mod accountability;
mod accounts;
mod answers;
mod areas;
mod automation;
mod balance;
mod before;
mod before_figures;
mod before_goals;
mod before_internal;
mod call_sheet;
mod contents;
mod evidence;
mod figures;
mod findings;
mod goal_chart;
mod goal_words;
mod goals;
mod hourglass;
mod internal;
mod internal_answers;
mod letter;
mod maps;
mod material;
mod method;
mod offers;
mod options;
mod pictures;
mod plan;
mod review_sheets;
mod scales;
mod summary;
mod tables;
mod told;
mod unknown;
mod worth;

use serde::Serialize;

pub(crate) use material::Material;

/// Everything a template may print.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    language: String,
    title: String,
    client: String,
    prepared_by: Option<Preparer>,
    date: String,
    contents: Vec<contents::Entry>,
    summary: summary::Summary,
    told: Option<told::Told>,
    areas: Vec<areas::Areas>,
    before: Option<before::Before>,
    findings: Option<findings::Findings>,
    unknown: Option<unknown::Unknown>,
    answers: Vec<answers::Part>,
    maps: Vec<maps::Maps>,
    hourglass: Option<hourglass::Hourglass>,
    goals: Option<goals::Goals>,
    options: Option<options::Options>,
    plan: Option<plan::Plan>,
    accounts: Option<accounts::Accounts>,
    worth: Option<worth::Worth>,
    figures: Vec<figures::Figures>,
    method: method::Method,
    letter: letter::Letter,
    /// A page for each way to go on; only the consultant has them.
    offers: Vec<offers::Offer>,
    internal: Option<internal::Internal>,
}

/// Who prepared the report.
#[derive(Debug, Serialize)]
struct Preparer {
    line: String,
    reach: Vec<String>,
}

/// Builds the view of one assessment for the audience of the material.
pub(crate) fn build(material: &Material) -> View {
    let client = material.client_name();
    let findings = findings::build(material);
    let mut view = View {
        language: material.assessment.locale.clone(),
        title: material.title(if material.is_internal() { "title_internal" } else { "title" }),
        prepared_by: preparer(material),
        date: material.show.date(material.assessment.date),
        summary: summary::build(material),
        told: told::build(material),
        areas: areas::build(material),
        before: before::build(material),
        unknown: unknown::build(material),
        answers: answers::build(material),
        maps: maps::build(material),
        hourglass: hourglass::build(material),
        goals: goals::build(material),
        options: options::build(material),
        plan: plan::build(material),
        accounts: accounts::build(material),
        worth: worth::build(material),
        figures: figures::build(material),
        letter: letter::build(material),
        method: method::build(material, findings.as_ref()),
        offers: if material.is_internal() { offers::build(material) } else { Vec::new() },
        internal: material.is_internal().then(|| internal::build(material)),
        findings,
        client,
        contents: Vec::new(),
    };
    view.contents = contents::build(material, &view);
    view
}

fn preparer(material: &Material) -> Option<Preparer> {
    let consultant = &material.assessment.consultant;
    let names: Vec<_> = [&consultant.contact, &consultant.name].into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return None;
    }
    let name = names.into_iter().cloned().collect::<Vec<_>>().join(", ");
    let reach = [&consultant.email, &consultant.phone, &consultant.website, &consultant.address];
    Some(Preparer {
        line: material.words.fill("by", &[("name", &name)]),
        reach: reach.into_iter().filter(|one| !one.is_empty()).cloned().collect(),
    })
}
