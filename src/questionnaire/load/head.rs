//! A questionnaire's head, bands, scales, areas, roles and glossary.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::Fields;
use super::ids::{Ids, Spelling, elements};
use super::reading::Reading;
use super::reference::{Reference, Wanted};
use crate::questionnaire::{AccountUses, Area, Band, LocalText, Role, ScoredBy, Term, Uses};

/// The version of the questionnaire format this program reads.
pub(super) const FORMAT: u32 = 1;

/// Checks `format`; a newer one is not understood.
pub(super) fn format(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> bool {
    let Some(format) = fields.need_whole(reading, "format") else { return true };
    if format == FORMAT {
        return true;
    }
    let remedy = if format > FORMAT { "Install a newer Gapwise to use it" } else { "Write format = 1" };
    let message = format!("the file is written in format {format}; this Gapwise reads format {FORMAT}");
    reading.error(fields.place("format"), message, remedy);
    false
}

/// The languages, the first being the default.
pub(super) fn locales(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Arc<str>> {
    fields.need(reading, "locales");
    let mut locales: Vec<Arc<str>> = Vec::new();
    for (tag, span) in fields.words(reading, "locales") {
        let plain = !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if !plain {
            reading.error(span, format!("'{tag}' is not a language tag"), "Write a tag such as \"en\" or \"de\"");
        } else if locales.iter().any(|one| **one == *tag) {
            reading.error(span, format!("the language '{tag}' is listed twice"), "Leave one out");
        } else {
            locales.push(Arc::from(tag));
        }
    }
    if locales.is_empty() && fields.has("locales") {
        reading.missing(fields.place("locales"), "`locales` lists no language", "Write locales = [\"en\"]");
    }
    locales
}

/// The version: numbers with points between.
pub(super) fn version(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<String> {
    let version = fields.need_string(reading, "version")?;
    if version.split('.').any(|part| part.is_empty() || part.len() > 9 || !part.chars().all(|c| c.is_ascii_digit())) {
        let message = format!("the version '{version}' is not made of numbers with points between");
        reading.error(fields.place("version"), message, "Write a version such as \"1.0.0\"");
    }
    Some(version)
}

/// What the overall score is made of.
pub(super) fn scored_by(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> ScoredBy {
    fields.word(reading, "score_by", &[("areas", ScoredBy::Areas), ("items", ScoredBy::Items)]).unwrap_or_default()
}

/// The questions with a part the program knows of.
pub(super) fn uses(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Uses {
    let Some(mut inner) = fields.inner(reading, "uses") else { return Uses::default() };
    let mut question = |key: &'static str, wanted: Wanted| {
        let id = inner.string(reading, key)?;
        let what = inner.name(key);
        reading.references.push(Reference { id: id.clone(), span: inner.place(key), what, wanted });
        Some(id)
    };
    let uses = Uses {
        wanted: question("wanted", Wanted::Levels),
        pain: question("pain", Wanted::Question),
        goal_metric: question("goal_metric", Wanted::Question),
        agreed: question("agreed", Wanted::Question),
        spare_hours: question("spare_hours", Wanted::NumericQuestion),
        audiences: question("audiences", Wanted::ListQuestion),
        decider: question("decider", Wanted::Question),
        swot: question("swot", Wanted::Table),
        goal_value: question("goal_value", Wanted::NumericQuestion),
        goal_months: question("goal_months", Wanted::NumericQuestion),
        extra_money: question("extra_money", Wanted::NumericQuestion),
        option: question("option", Wanted::Question),
        model: question("model", Wanted::Question),
        accounts: AccountUses {
            file: question("accounts_file", Wanted::Question),
            criteria: question("accounts_criteria", Wanted::Table),
            gates: question("accounts_gates", Wanted::Table),
            slots: question("accounts_slots", Wanted::NumericQuestion),
            white_space: question("accounts_white_space", Wanted::Table),
            rival_column: question("accounts_rival_column", Wanted::Question),
            rivals: question("accounts_rivals", Wanted::ListQuestion),
            a_accounts: question("accounts_a", Wanted::NumericQuestion),
            white_space_accounts: question("accounts_with_white_space", Wanted::NumericQuestion),
            rival_accounts: question("accounts_of_rivals", Wanted::NumericQuestion),
            needs_data: question("accounts_needing_data", Wanted::NumericQuestion),
        },
    };
    inner.finish(reading);
    uses
}

/// The metrics that tell most at a glance, in the order they are shown.
pub(super) fn glance(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<String> {
    let what = fields.name("glance");
    let mut glance = Vec::new();
    for (id, span) in fields.words(reading, "glance") {
        let wanted = Wanted::Metric { text: false };
        reading.references.push(Reference { id: id.clone(), span, what: what.clone(), wanted });
        glance.push(id);
    }
    glance
}

/// The bands of the score: the first from 0, then ascending.
pub(super) fn bands(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Band> {
    let mut ids = Ids::default();
    let mut bands: Vec<Band> = Vec::new();
    for mut one in elements(reading, fields, "band", "band", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let name = one.name("from");
        let from = one.need(reading, "from").and_then(|node| reading.number_within(node, &name, 0.0, 100.0));
        if let Some(from) = from {
            match bands.last() {
                None if from != 0.0 => reading.error(
                    one.place("from"),
                    format!("no band covers the points from 0 to {from}"),
                    "Let the first band start from 0",
                ),
                Some(before) if from <= before.from => reading.error(
                    one.place("from"),
                    format!(
                        "bands must ascend, but {} starts at {from} and '{}' before it at {}",
                        one.what, before.id, before.from
                    ),
                    "Put the bands in ascending order, each starting where the one before ends",
                ),
                _ => {}
            }
        }
        let title = one.need_text(reading, "title");
        let caption = one.need_text(reading, "caption");
        one.finish(reading);
        if let (Some(id), Some(from)) = (id, from) {
            bands.push(Band { id, from, title, caption });
        }
    }
    bands
}

/// The rating scales by id.
pub(super) fn scales(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> BTreeMap<String, Vec<LocalText>> {
    let mut ids = Ids::default();
    let mut scales = BTreeMap::new();
    for mut one in elements(reading, fields, "scale", "scale", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        one.need(reading, "points");
        let points = labels(reading, &mut one, "points");
        one.finish(reading);
        if let Some(id) = id {
            scales.insert(id, points);
        }
    }
    scales
}

/// A list of labels people read.
pub(super) fn labels(reading: &mut Reading<'_>, fields: &mut Fields<'_>, key: &'static str) -> Vec<LocalText> {
    let name = fields.name(key);
    fields.list(reading, key).into_iter().map(|node| reading.text(node, &name, true)).collect()
}

/// The areas; the weights of those that are scored add up to 100.
pub(super) fn areas(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Area> {
    let mut ids = Ids::default();
    let mut areas: Vec<Area> = Vec::new();
    let mut last_weight = None;
    for mut one in elements(reading, fields, "area", "area", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let title = one.need_text(reading, "title");
        let weight = if one.has("weight") { one.need_weight(reading, "weight") } else { None };
        one.find("weight");
        if weight.is_some() {
            last_weight = Some(one.place("weight"));
        }
        let caption = if weight.is_some() { one.need_text(reading, "caption") } else { one.text(reading, "caption") };
        let intro = one.text(reading, "intro");
        one.finish(reading);
        if let Some(id) = id {
            areas.push(Area { id, title, weight, caption, intro });
        }
    }
    let sum: f64 = areas.iter().filter_map(|area| area.weight).sum();
    if let Some(place) = last_weight.filter(|_| (sum - 100.0).abs() > 1e-6) {
        reading.missing(
            place,
            format!("the weights of the areas add up to {sum}, not to 100"),
            "Change the weights so that they do",
        );
    }
    areas
}

/// The roles that own actions.
pub(super) fn roles(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Role> {
    let mut ids = Ids::default();
    let mut roles = Vec::new();
    for mut one in elements(reading, fields, "role", "role", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        let title = one.need_text(reading, "title");
        one.finish(reading);
        roles.extend(id.map(|id| Role { id, title }));
    }
    roles
}

/// The glossary.
pub(super) fn terms(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for mut one in elements(reading, fields, "term", "term", None) {
        let term = one.need_text(reading, "term");
        let meaning = one.need_text(reading, "meaning");
        let also = labels(reading, &mut one, "also");
        one.finish(reading);
        terms.push(Term { term, meaning, also });
    }
    terms
}
