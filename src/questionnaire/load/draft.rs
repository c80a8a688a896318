//! One questionnaire file, read as far as it can be understood.

use super::fields::Fields;
use super::finding::{Surroundings, consistency, findings, strengths};
use super::goals::{Around, goals};
use super::head::{areas, bands, format, glance, locales, roles, scales, scored_by, terms, uses, version};
use super::ids::Ids;
use super::metric::metrics;
use super::question::{Parts, questions};
use super::reading::Reading;
use super::reference::Reference;
use super::route::routes;
use super::scored;
use super::sheet::sheets;
use super::swot;
use super::worth::{next, worth};
use crate::problem::{Problem, Source};
use crate::questionnaire::check::Lost;
use crate::questionnaire::{Questionnaire, ScoredBy};

/// Where a questionnaire that says nothing of its place is listed: after those that do.
const LAST_PLACE: u32 = 1000;

/// A questionnaire as read from its file, before names are looked up in other files.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub questionnaire: Questionnaire,
    /// Names that are to be looked up.
    pub references: Vec<Reference>,
    /// What the file gives, but not so that it can be understood.
    pub lost: Lost,
}

/// Reads a questionnaire; no draft when it is not known what it is.
pub(super) fn read(source: &Source) -> (Option<Draft>, Vec<Problem>) {
    let (document, syntax) = crate::toml_text::parse(&source.text);
    let mut reading = Reading::new(source, &syntax);
    let mut fields = Fields::new(document.get_ref(), 0..0, "the questionnaire");
    if !format(&mut reading, &mut fields) {
        return (None, reading.problems);
    }
    let questionnaire = questionnaire(&mut reading, &mut fields);
    fields.finish(&mut reading);
    let draft =
        questionnaire.map(|questionnaire| Draft { questionnaire, references: reading.references, lost: reading.lost });
    (draft, reading.problems)
}

fn questionnaire(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Questionnaire> {
    let id = Ids::default().read(reading, fields, super::ids::Spelling::Word);
    reading.questionnaire = id.clone().unwrap_or_default();
    let version = version(reading, fields);
    let locales = locales(reading, fields);
    reading.locales.clone_from(&locales);
    let title = fields.need_text(reading, "title");
    let summary = fields.need_text(reading, "summary");
    let minutes = fields.whole(reading, "minutes").unwrap_or_default();
    let place = fields.whole(reading, "place").unwrap_or(LAST_PLACE);
    let note = fields.text(reading, "note");
    let scored_by = scored_by(reading, fields);
    let uses = uses(reading, fields);
    let glance = glance(reading, fields);
    let bands = bands(reading, fields);
    let scales = scales(reading, fields);
    let areas = areas(reading, fields);
    let roles = roles(reading, fields);
    let mut names = Ids::default();
    let around = Parts { areas: &areas, scales: &scales, scored_by };
    let questions = questions(reading, fields, &mut names, &around);
    let metrics = metrics(reading, fields, &mut names, &around);
    if scored_by == ScoredBy::Areas {
        scored::check(reading, fields, &areas, &bands, &questions, &metrics);
    }
    if !fields.has("question") {
        reading.missing(0..0, "the questionnaire asks nothing", "Add a [[question]]");
    }
    let mut finding_ids = Ids::default();
    let beside = Surroundings { areas: &areas, roles: &roles, questions: &questions };
    let findings = findings(reading, fields, &beside, &mut finding_ids);
    let strengths = strengths(reading, fields, &areas, &mut finding_ids);
    let swot = swot::rules(reading, fields, &uses, &questions, &findings);
    let consistency = consistency(reading, fields);
    let worth = worth(reading, fields);
    let around = Around { areas: &areas, questions: &questions, findings: &findings, uses: &uses };
    let goals = goals(reading, fields, &around);
    let next = next(reading, fields);
    let sheets = sheets(reading, fields, &questions);
    let terms = terms(reading, fields);
    let routes = routes(reading, fields);
    Some(Questionnaire {
        id: id?,
        version: version?,
        locales,
        title,
        summary,
        minutes,
        place,
        note,
        scored_by,
        uses,
        glance,
        bands,
        areas,
        questions,
        metrics,
        findings,
        strengths,
        swot,
        consistency,
        roles,
        worth,
        goals,
        next,
        sheets,
        terms,
        routes,
        source: reading.source.clone(),
    })
}
