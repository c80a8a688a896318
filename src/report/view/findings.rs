//! Findings: foundations first, some in full, some in one line.

use std::collections::BTreeSet;

use serde::Serialize;

use super::evidence::{self, Fact};
use super::told::{self, Quote};
use super::{Material, internal};
use crate::display::sentence_start;
use crate::evaluation::{FindingEvaluation, Label};
use crate::questionnaire::{Benchmark, Finding};

/// The findings a report prints.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    pub(super) headline: String,
    full: Vec<FullFinding>,
    brief: Vec<BriefFinding>,
    /// Those beyond what the client reads; empty in the client's version.
    beyond: Vec<BriefFinding>,
    /// Ids of the benchmarks quoted.
    #[serde(skip)]
    pub(super) quoted: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FullFinding {
    id: String,
    number: usize,
    statement: String,
    area: String,
    foundation: bool,
    label: Option<String>,
    facts: Vec<Fact>,
    quotes: Vec<Quote>,
    action: String,
    who: String,
    effort: String,
    effect: String,
    context: Vec<Context>,
    internal: Option<internal::FindingNotes>,
}

#[derive(Debug, Serialize)]
struct BriefFinding {
    id: String,
    number: usize,
    statement: String,
    area: String,
    who: String,
    effort: String,
    label: Option<String>,
}

/// A cited figure beside a finding.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Context {
    figure: String,
    source: String,
}

/// Builds the findings; nothing when none fired.
pub(super) fn build(material: &Material) -> Option<Findings> {
    let printed: Vec<_> = material.presentable().collect();
    if printed.is_empty() {
        return None;
    }
    let (in_full, in_all) = material.printed_counts();
    let words = material.words;
    // Up to three open the list; others of their kind stand where their priority puts them.
    let limit = material.selection.assumptions.scoring.print.foundations;
    let foundations = printed.iter().take(limit).take_while(|(_, fired)| fired.foundation).count();
    let shown = if material.is_internal() { printed.len() } else { printed.len().min(in_all) };
    let headline = match foundations {
        0 => words.counted("findings.headline", shown, &[]),
        some => words.counted("findings.headline_foundations", some, &[]),
    };
    let mut quoted_areas = BTreeSet::new();
    let mut quoted = Vec::new();
    let mut full = Vec::new();
    for (index, (finding, fired)) in printed.iter().take(in_full).enumerate() {
        for id in &finding.context {
            if !quoted.contains(id) && benchmark(material, id).is_some() {
                quoted.push(id.clone());
            }
        }
        // A quote is printed once, with the first finding of its area.
        let area = fired.area.as_deref().filter(|area| quoted_areas.insert((*area).to_owned()));
        let quotes = area.map(|area| told::pain_quotes(material, area)).unwrap_or_default();
        full.push(in_full_view(material, finding, fired, index, index < foundations, quotes));
    }
    let line = |(index, (finding, fired)): (usize, &(&Finding, &FindingEvaluation))| BriefFinding {
        id: fired.id.clone(),
        number: index + 1,
        statement: material.finding_statement(fired),
        area: material.area_title(fired.area.as_deref()),
        who: owner(material, finding),
        effort: effort(material, finding),
        label: label(material, fired.label),
    };
    // A mark that all of them bear says nothing.
    if full.windows(2).all(|pair| pair[0].label == pair[1].label) {
        full.iter_mut().for_each(|one| one.label = None);
    }
    let lines = || printed.iter().enumerate();
    let beyond = if material.is_internal() { lines().skip(in_all).map(line).collect() } else { Vec::new() };
    Some(Findings { headline, full, brief: lines().take(in_all).skip(in_full).map(line).collect(), beyond, quoted })
}

fn in_full_view(
    material: &Material,
    finding: &Finding,
    fired: &FindingEvaluation,
    index: usize,
    foundation: bool,
    quotes: Vec<Quote>,
) -> FullFinding {
    let days = usize::try_from(finding.days).unwrap_or(usize::MAX);
    FullFinding {
        id: fired.id.clone(),
        number: index + 1,
        statement: material.finding_heading(fired),
        area: material.area_title(fired.area.as_deref()),
        foundation,
        label: label(material, fired.label),
        facts: evidence::build(material, fired),
        quotes,
        action: material.text(&finding.action).to_owned(),
        who: owner(material, finding),
        effort: effort(material, finding),
        effect: material.words.counted("findings.days", days, &[]),
        context: finding.context.iter().filter_map(|id| context(material, benchmark(material, id)?)).collect(),
        internal: material.is_internal().then(|| internal::finding_notes(material, finding, fired)),
    }
}

/// A benchmark that a client may read.
fn benchmark<'a>(material: &Material<'a>, id: &str) -> Option<&'a Benchmark> {
    material.selection.benchmark(id).filter(|one| !one.internal)
}

pub(super) fn context(material: &Material, benchmark: &Benchmark) -> Option<Context> {
    let figure = material.text(&benchmark.figure);
    let source = [benchmark.source.as_str(), benchmark.year.as_str()];
    let source = source.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    (!figure.is_empty()).then(|| Context { figure: figure.to_owned(), source })
}

/// The role that owns the action.
pub(super) fn owner(material: &Material, finding: &Finding) -> String {
    if finding.owner.is_empty() {
        return material.words.get("findings.to_be_named").to_owned();
    }
    let roles = || material.selection.questionnaires.iter().flat_map(|one| &one.roles);
    let role = roles().find(|role| role.id == finding.owner);
    role.map_or_else(|| finding.owner.clone(), |role| material.text(&role.title).to_owned())
}

fn effort(material: &Material, finding: &Finding) -> String {
    material.show.hours_range(finding.hours.0, finding.hours.1)
}

/// What kind of work it is; "later" is not worth a mark.
pub(super) fn label(material: &Material, label: Label) -> Option<String> {
    (label != Label::Later).then(|| sentence_start(&material.show.label(label)))
}
