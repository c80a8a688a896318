//! Findings: foundations first, some in full, some in one line.

use std::collections::BTreeSet;

use serde::Serialize;

use super::evidence::{self, Fact};
use super::printed::{Fired, Printed};
use super::told::{self, Quote};
use super::{Material, internal};
use crate::display::sentence_start;
use crate::evaluation::{FindingEvaluation, Label};
use crate::questionnaire::{Benchmark, Finding};

/// The findings a report prints.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    /// How many there are, or how many foundations come first, without a full stop.
    pub(super) headline: String,
    /// The first five, in full; in a report on several questionnaires those of all of them.
    full: Vec<FullFinding>,
    /// Up to ten more; in a report on several questionnaires they stand in the part of each.
    brief: Vec<BriefFinding>,
    /// Those beyond what the client reads; empty in the client's version.
    beyond: Vec<BriefFinding>,
    /// Ids of the benchmarks quoted.
    #[serde(skip)]
    pub(super) quoted: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FullFinding {
    /// Its id, for example `G05`; printed in the internal version only.
    id: String,
    /// Its place in print order, from 1.
    number: usize,
    /// What is the case, as a heading without its full stop.
    statement: String,
    /// The part it belongs to, with the questionnaire where there are several.
    area: String,
    /// Whether it opens the list as a foundation.
    foundation: bool,
    /// What kind of work it is, for example a quick win; absent where that says nothing.
    label: Option<String>,
    /// The answers and figures it rests on.
    facts: Vec<Fact>,
    /// What the client said about it, where that may be printed.
    quotes: Vec<Quote>,
    /// What to do, in a sentence.
    action: String,
    /// The role that does it.
    who: String,
    /// The hours it takes, from and to.
    effort: String,
    /// When the first effect shows.
    effect: String,
    /// Cited figures to see it beside; never a target.
    context: Vec<Context>,
    /// What only the consultant reads; absent in the client's version.
    internal: Option<internal::FindingNotes>,
}

/// A finding in one line.
#[derive(Debug, Serialize)]
pub(super) struct BriefFinding {
    /// Its id, for example `G05`; printed in the internal version only.
    id: String,
    /// Its place in its list, or in print order where there is one list.
    number: usize,
    /// What is the case, in a sentence.
    statement: String,
    /// The part it belongs to.
    area: String,
    /// The role that acts on it.
    who: String,
    /// The hours that takes, from and to.
    effort: String,
    /// What kind of work it is; absent where that says nothing.
    label: Option<String>,
}

/// A cited figure beside a finding.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Context {
    /// What was found elsewhere, in a sentence.
    figure: String,
    /// Where it was read, and the year.
    source: String,
}

/// Builds the findings; nothing when none fired.
///
/// In a report on several questionnaires the lines stand in the part of each.
pub(super) fn build(material: &Material, printed: &Printed) -> Option<Findings> {
    if printed.full.is_empty() {
        return None;
    }
    let words = material.words;
    // Up to three open the list; others of their kind stand where their priority puts them.
    let limit = material.selection.assumptions.scoring.print.foundations;
    let foundations = printed.full.iter().take(limit).take_while(|(_, fired)| fired.foundation).count();
    let beyond = if material.is_internal() { printed.beyond.as_slice() } else { &[] };
    let shown = printed.full.len() + printed.lines.len() + beyond.len();
    let headline = match foundations {
        0 => words.counted("findings.headline", shown, &[]),
        some => words.counted("findings.headline_foundations", some, &[]),
    };
    let mut quoted_areas = BTreeSet::new();
    let mut quoted = Vec::new();
    let mut full = Vec::new();
    for (index, (finding, fired)) in printed.full.iter().enumerate() {
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
    // A mark that all of them bear says nothing.
    if full.windows(2).all(|pair| pair[0].label == pair[1].label) {
        full.iter_mut().for_each(|one| one.label = None);
    }
    let several = material.is_about_several();
    let lines = if several { &[] } else { printed.lines.as_slice() };
    let numbered = |lines: &[Fired], before: usize| -> Vec<_> {
        lines.iter().enumerate().map(|(at, fired)| brief(material, before + at + 1, *fired)).collect()
    };
    let (brief, beyond) = (numbered(lines, full.len()), numbered(beyond, full.len() + lines.len()));
    Some(Findings { headline, full, brief, beyond, quoted })
}

/// A finding in one line.
pub(super) fn brief(material: &Material, number: usize, (finding, fired): Fired) -> BriefFinding {
    BriefFinding {
        id: fired.id.clone(),
        number,
        statement: material.finding_statement(fired),
        area: material.area_title(fired.area.as_deref()),
        who: owner(material, finding),
        effort: effort(material, finding),
        label: label(material, fired.label),
    }
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
        area: material.finding_area(fired),
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
