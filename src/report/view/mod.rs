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
mod flow_lines;
mod flows;
mod funnel;
mod goal_chart;
mod goal_words;
mod goals;
mod hourglass;
mod internal;
mod internal_answers;
mod key_figures;
mod letter;
mod lowest;
mod maps;
mod material;
mod method;
mod offers;
mod options;
mod pictures;
mod plan;
mod printed;
mod review_sheets;
mod scales;
mod since;
mod standing;
mod summary;
mod systems;
mod tables;
mod told;
mod unknown;
mod worked_out;
mod worth;

use serde::Serialize;

pub(crate) use material::Material;

/// Everything a template may print.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    /// The language, as a tag: `en`, `en-GB`.
    language: String,
    /// What the report is on: the questionnaire's name, or how many parts it has.
    title: String,
    /// The client's name, or a neutral word.
    client: String,
    /// Who prepared it; absent where nobody is named.
    prepared_by: Option<Preparer>,
    /// The day of the assessment, written out.
    date: String,
    /// The list of contents.
    contents: Vec<contents::Entry>,
    /// The first page.
    summary: summary::Summary,
    /// What the client said in their own words; absent where nothing may be printed.
    told: Option<told::Told>,
    /// Whether the report is on several questionnaires, each of which then has a part of its own.
    several: bool,
    /// What belongs to one questionnaire, for each that was begun.
    systems: Vec<systems::System>,
    /// The scored parts as bars; empty in a report on several questionnaires.
    areas: Vec<areas::Areas>,
    /// What has changed since the assessment before; absent where there is none to compare with.
    before: Option<before::Before>,
    /// What could and should happen and does not yet; absent where nothing was found.
    findings: Option<findings::Findings>,
    /// What is not known yet and what was going to be sent; absent where there is neither.
    unknown: Option<unknown::Unknown>,
    /// The tables of answers; empty in a report on several questionnaires.
    answers: Vec<answers::Part>,
    /// Who answers for which stage, what could run by itself, the sheets to work by; absent where none of it is known.
    hourglass: Option<hourglass::Hourglass>,
    /// The goals with their forecasts; absent without any.
    goals: Option<goals::Goals>,
    /// Ways to go on; absent where nothing can be offered yet.
    options: Option<options::Options>,
    /// The next 90 days; absent where nothing is planned.
    plan: Option<plan::Plan>,
    /// What small improvements could be worth; absent where nothing can be computed.
    worth: Option<worth::Worth>,
    /// Every figure that was worked out; empty in the internal version, which has them with what is missing.
    figures: Vec<figures::Figures>,
    /// How the picture was made and how far it can be trusted.
    method: method::Method,
    /// What the follow-up e-mail says beyond that.
    letter: letter::Letter,
    /// A page for each way to go on; only the consultant has them.
    offers: Vec<offers::Offer>,
    /// What only the consultant reads; absent in the client's version.
    internal: Option<internal::Internal>,
}

/// Who prepared the report.
#[derive(Debug, Serialize)]
struct Preparer {
    /// "Prepared by" with the person and the firm.
    line: String,
    /// How to reach them: e-mail, telephone, web address, postal address.
    reach: Vec<String>,
}

/// Builds the view of one assessment for the audience of the material.
pub(crate) fn build(material: &Material) -> View {
    let client = material.client_name();
    let printed = printed::printed(material);
    let findings = findings::build(material, &printed);
    let several = material.is_about_several();
    let mut view = View {
        language: material.assessment.locale.clone(),
        title: material.title(if material.is_internal() { "title_internal" } else { "title" }),
        prepared_by: preparer(material),
        date: material.show.date(material.assessment.date),
        summary: summary::build(material),
        told: told::build(material),
        several,
        systems: systems::build(material, &printed),
        // Of several questionnaires each has these in its own part.
        areas: if several { Vec::new() } else { areas::build(material) },
        before: before::build(material),
        unknown: unknown::build(material),
        answers: if several { Vec::new() } else { answers::build(material) },
        hourglass: hourglass::build(material),
        goals: goals::build(material),
        options: options::build(material),
        plan: plan::build(material),
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
